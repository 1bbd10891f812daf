Full text.

  $ cp -r "$EXAMPLE" x && cd x

Words that all occur.

  $ phaseline search damage
  02-03  file  boathouse/jobs/damage.py         plans/02-callers/02-03-PLAN.md:35
  02-03  task  Modify boathouse/jobs/damage.py  plans/02-callers/02-03-PLAN.md:60
  $ phaseline search boats damaged
  02-03  step  Write a test with two damaged boats  plans/02-callers/02-03-PLAN.md:61

The start of a word, and a phrase.

  $ phaseline search 'remind*'
  02-03  file  boathouse/jobs/reminders.py         plans/02-callers/02-03-PLAN.md:25
  02-03  task  Modify boathouse/jobs/reminders.py  plans/02-callers/02-03-PLAN.md:58
  02-03  task  Watch one evening of reminders      plans/02-callers/02-03-PLAN.md:59
  $ phaseline search '"one evening"'
  02-03  task  Watch one evening of reminders  plans/02-callers/02-03-PLAN.md:59

What an operator would be elsewhere is a word here.

  $ phaseline search 'NOT damage'
  phaseline: nothing found for "NOT damage"
  [1]
  $ phaseline search 'day:'
  02-02  step  The constraint UNIQUE (boat, day) must refuse the second  plans/02-callers/02-02-PLAN.md:40
  02-02  note  rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now  plans/02-callers/02-02-PLAN.md:58

At most so many.

  $ phaseline search -n 1 boathouse
  01-01  file  boathouse/store.py  plans/01-groundwork/01-01-PLAN.md:37
  the first 1; more with --limit
  $ phaseline search -n 0 boathouse
  phaseline: --limit takes a number from 1 to 100000, not "0"
  [2]
  $ phaseline search -n 5x boathouse
  phaseline: --limit takes a number from 1 to 100000, not "5x"
  [2]

Nothing found is an answer: no.

  $ phaseline search zzyzx
  phaseline: nothing found for "zzyzx"
  [1]
  $ phaseline search zzyzx --json
  []
  phaseline: nothing found for "zzyzx"
  [1]

A text that changed is found as it is now.

  $ sed -i 's/Watch one evening of reminders/Watch one night of ravens/' plans/02-callers/02-03-PLAN.md
  $ phaseline search ravens
  02-03  task  Watch one night of ravens  plans/02-callers/02-03-PLAN.md:59
  $ phaseline search evening
  02-02  rollback  Restart the evening job, which keeps the old module loaded  plans/02-callers/02-02-PLAN.md:56

What for?

  $ phaseline search
  phaseline: search needs more: phaseline search WORD...
  [2]
  $ phaseline search '"'
  phaseline: nothing to search for
  [2]
