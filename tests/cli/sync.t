Bringing the store up to date.

  $ cp -r "$EXAMPLE" x && cd x

The first sync reads everything.

  $ phaseline sync
  8 files, 8 read, 8 plans new

The second reads nothing.

  $ phaseline sync
  8 files, 0 read

A changed file is the only one read again.

  $ printf '\n<!-- x -->\n' >> plans/03-farewell/03-01-PLAN.md; phaseline sync
  8 files, 1 read, 1 changed

The clone without a store gives the same answer.

  $ phaseline status > a; rm -rf .phaseline; phaseline status > b; cmp a b
