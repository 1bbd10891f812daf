Full text.

  $ cp -r "$TESTDIR/../plans/example" x && cd x

Words that all occur.

  $ phaseline search damage
  02-03  file  boathouse/jobs/damage.py         plans/02-callers/02-03-PLAN.md:35
  02-03  task  Modify boathouse/jobs/damage.py  plans/02-callers/02-03-PLAN.md:60

Nothing found is an answer: no.

  $ phaseline search zzyzx
  phaseline: nothing found for "zzyzx"
  [1]
