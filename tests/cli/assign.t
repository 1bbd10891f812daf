Saying who works on something.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git add -A

A plan keeps its owner; that of a task stands in the journal.

  $ phaseline assign 02-04 bo
  02-04  owner tomasz → bo  plans/02-callers/02-04-PLAN.md:6
  $ phaseline assign 02-03/3-4 "Ann Lee"
  02-03/3  owner none → Ann Lee  in the journal
  02-03/4  owner none → Ann Lee  in the journal
  $ git diff -U0 | tail -n +5
  @@ -6 +6 @@ estimated: 45-60 min
  -owner: tomasz
  +owner: bo
  $ phaseline list --owner "Ann Lee"
  02-03/3  in-progress  Modify boathouse/jobs/damage.py   0/4  Ann Lee
  02-03/4  pending      Modify boathouse/jobs/archive.py  0/4  Ann Lee
  $ phaseline list --owner maeve --status pending
  02-03/5  pending  Verify changes  maeve
  02-03/6  pending  Commit changes  maeve
  $ phaseline list --owner bo --status pending --json | grep -o '"owner":"[a-z]*"'
  "owner":"bo"
  "owner":"bo"
  "owner":"bo"
  $ phaseline show 02-03/4
  02-03/4  Modify boathouse/jobs/archive.py
  
     Status   pending, says its box
     Owner    Ann Lee
     Plan     02-03 Nightly jobs
     File     plans/02-callers/02-03-PLAN.md:63
     Touches  boathouse/jobs/archive.py
  
     Steps
     · Refuse a year that is not a number
     · One transaction for copy and delete
  
     Journal
     2026-01-14  Modify boathouse/jobs/archive.py: owner Ann Lee (tester)
  $ phaseline show 02-03 | sed -n '/Tasks/,/^$/p'
     Tasks: 2 of 6 done
     ✓ 1  Modify boathouse/jobs/reminders.py           boathouse/jobs/reminders.py
     ✓ 2  Watch one evening of reminders
     ▸ 3  Modify boathouse/jobs/damage.py     Ann Lee  boathouse/jobs/damage.py
     · 4  Modify boathouse/jobs/archive.py    Ann Lee  boathouse/jobs/archive.py
     · 5  Verify changes
     · 6  Commit changes
  
  $ phaseline assign 02-03/4 -- "- x: #y"
  02-03/4  owner Ann Lee → - x: #y  in the journal
  $ phaseline assign 03-01 "@ann: #1"
  03-01  owner none → @ann: #1  plans/03-farewell/03-01-PLAN.md:5
  $ git diff -U0 plans/03-farewell | grep '^[-+]'; phaseline show 03-01 | grep Owner
  --- a/plans/03-farewell/03-01-PLAN.md
  +++ b/plans/03-farewell/03-01-PLAN.md
  +owner: "@ann: #1"
     Owner       @ann: #1
  $ phaseline undo 4; git diff --stat
  03-01    owner @ann: #1 → none    plans/03-farewell/03-01-PLAN.md
  02-03/4  owner - x: #y → Ann Lee  in the journal
  02-03/3  owner Ann Lee → none     in the journal
  02-03/4  owner Ann Lee → none     in the journal
  02-04    owner bo → tomasz        plans/02-callers/02-04-PLAN.md:6
  $ phaseline list --owner "Ann Lee"
  no such tasks

  $ phaseline assign 02-03
  phaseline: assign needs more: phaseline assign TARGET WHO
  [2]
