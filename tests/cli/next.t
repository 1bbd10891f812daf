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

A project of many plans: each waits for the one before it, and the last for none.

  $ mkdir -p ../many/plans && cd ../many
  $ for i in $(seq -w 2 99); do printf -- '---\ndepends_on: ["01-%02d"]\n---\n\n# Plan 01-%s: Post %s\n' $((${i#0} - 1)) $i $i > plans/01-$i-PLAN.md; done
  $ for i in 01 02 03 04 05; do printf -- '---\ndepends_on: ["01-99"]\n---\n\n# Plan 02-%s: Net %s\n' $i $i > plans/02-$i-PLAN.md; done
  $ echo '# Plan 01-01: Post 01' > plans/01-01-PLAN.md; echo '# Plan 02-06: Net 06' > plans/02-06-PLAN.md
  $ phaseline next --all
  Next     Task
  · 01-01  Post 01
  · 02-06  Net 06
  103 open plans cannot start yet: blocked, or waiting for others
  $ phaseline -q done 01-01 > /dev/null; phaseline next --all
  Next     Task
  · 01-02  Post 02
  · 02-06  Net 06
  102 open plans cannot start yet: blocked, or waiting for others
