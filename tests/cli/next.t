What can start now.

  $ cp -r "$EXAMPLE" x && cd x

Best first; what waits is counted.

  $ phaseline next
  Next       Task                             Plan          Estimate  References  Owner
  ▸ 02-03/3  Modify boathouse/jobs/damage.py  Nightly jobs        1h        2/10  maeve
  3 open plans cannot start yet: blocked, or waiting for others
  $ phaseline -q next
  Next       Task                             Plan          Estimate  References  Owner
  ▸ 02-03/3  Modify boathouse/jobs/damage.py  Nightly jobs        1h        2/10  maeve

Once its dependencies are finished, a plan can start.

  $ sed -i 's/^status: blocked/status: completed/; s/\[.\]/[x]/' plans/02-callers/02-04-PLAN.md
  $ sed -i 's/^status: in-progress/status: completed/; s/\[.\]/[x]/' plans/02-callers/02-03-PLAN.md
  $ phaseline next
  Next       Task                       Plan                   Estimate  References
  · 03-01/1  Delete boathouse/olddb.py  Remove the old module       15m         0/4
  1 open plan cannot start yet: blocked, or waiting for others

When everything is done.

  $ sed -i 's/^status: pending/status: completed/; s/\[ \]/[x]/' plans/03-farewell/*.md
  $ phaseline next
  nothing is left to do
  $ phaseline next --json
  []

More than fit a screen.

  $ for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17; do echo "# Plan 04-$n: Number $n" > plans/04-$n-PLAN.md; done
  $ phaseline next 2>&1 | tail -n 2
  · 04-15  Number 15
  2 more can start; phaseline next --all
  $ phaseline next --all | wc -l
  18
