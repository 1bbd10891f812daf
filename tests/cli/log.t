The journal.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git config user.name Ann && git config user.email ann@example.org && git add -A
  $ phaseline status > /dev/null; export PHASELINE_NOW=2026-01-15T09:00:00Z
  $ phaseline -q start 02-03/4 > /dev/null; phaseline -q block 02-03/4 --note "no year" > /dev/null
  $ phaseline -q undo > /dev/null; phaseline -q note 02-03 "by hand" > /dev/null
  $ PHASELINE_NOW=2026-01-15T10:30:00Z phaseline -q done 02-03/4 --note "at last" > /dev/null
  $ sed -i '/Task 6/s/\[ \]/[x]/' plans/02-callers/02-03-PLAN.md
  $ phaseline log --since 2026-01-15
  When              Who     Plan     What                   Note
  2026-01-15 10:30  Ann     02-03/4  in-progress → done     1h 30m; at last
  2026-01-15 09:00  (file)  02-03/6  pending → done
  2026-01-15 09:00  Ann     02-03    note                   by hand
  2026-01-15 09:00  Ann     02-03/4  blocked → in-progress  undo of block
  2026-01-15 09:00  Ann     02-03/4  in-progress → blocked  no year
  2026-01-15 09:00  Ann     02-03/4  pending → in-progress
  $ phaseline log 02-03/4
  When              Who  Plan     What                   Note
  2026-01-15 10:30  Ann  02-03/4  in-progress → done     1h 30m; at last
  2026-01-15 09:00  Ann  02-03/4  blocked → in-progress  undo of block
  2026-01-15 09:00  Ann  02-03/4  in-progress → blocked  no year
  2026-01-15 09:00  Ann  02-03/4  pending → in-progress
  $ phaseline log 02-03 --limit 1
  When              Who  Plan     What                Note
  2026-01-15 10:30  Ann  02-03/4  in-progress → done  1h 30m; at last
  $ phaseline log --limit 2
  When              Who     Plan     What                Note
  2026-01-15 10:30  Ann     02-03/4  in-progress → done  1h 30m; at last
  2026-01-15 09:00  (file)  02-03/6  pending → done
  $ phaseline log 02-03/4 --json | tr '{' '\n' | head -n 3
  [
  "id":13,"at":"2026-01-15T10:30:00Z","who":"Ann","origin":"command","plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"status","from":"in-progress","to":"done","note":"at last","minutes":90,"operation":5,"undoes":null},
  "id":11,"at":"2026-01-15T09:00:00Z","who":"Ann","origin":"command","plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"status","from":"blocked","to":"in-progress","note":null,"minutes":0,"operation":3,"undoes":"block"},
  $ phaseline log --limit none
  phaseline: --limit takes a number, not "none"
  [2]
  $ phaseline log --limit 2x
  phaseline: --limit takes a number, not "2x"
  [2]
  $ phaseline log --since today
  phaseline: "today" is no date; write it like 2026-01-14
  [2]
  $ phaseline log 02-9
  phaseline: no plan "02-9"; `phaseline status --all` shows them all
  [2]

Nothing that is asked for, and more than is shown at once.

  $ phaseline log --since 2026-02-01
  nothing of that kind has happened
  $ phaseline log --rollbacks
  nothing of that kind has happened
  $ for i in 1 2 3 4 5 6 7; do phaseline -q start 02-03/5 && phaseline -q reopen 02-03/5; done >/dev/null
  $ phaseline log 02-03 >/dev/null
  $ for i in 1 2 3 4 5 6 7; do phaseline -q start 02-03/5 && phaseline -q reopen 02-03/5; done >/dev/null
  $ phaseline log >/dev/null
  the newest 40; phaseline log --all shows the rest
  $ phaseline log --all >/dev/null
