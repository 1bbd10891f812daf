Tasks, one a line.

  $ cp -r "$EXAMPLE" x && cd x

By status, in any spelling.

  $ phaseline list --status in-progress
  02-03/3  in-progress  Modify boathouse/jobs/damage.py  0/4  maeve
  $ phaseline list --status WIP
  02-03/3  in-progress  Modify boathouse/jobs/damage.py  0/4  maeve
  $ phaseline list -s blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz

By phase: number, name or directory.

  $ phaseline list --phase 03
  03-01/1  pending  Delete boathouse/olddb.py                            0/3
  03-01/2  pending  Remove the import in boathouse/bookings.py (line 3)  0/1
  03-01/3  pending  Verify changes
  03-01/4  pending  Commit changes
  03-02/1  pending  Add the target pasted to Makefile                    0/2
  03-02/2  pending  Let check depend on it
  03-02/3  pending  Extend tests/test_store.py
  03-02/4  pending  Commit changes
  $ phaseline list -p 3 | wc -l
  8
  $ phaseline list --phase farewell | wc -l
  8
  $ phaseline list --phase 03-farewell | wc -l
  8

By file, or the end of its path.

  $ phaseline list --file boathouse/jobs/damage.py
  02-03/3  in-progress  Modify boathouse/jobs/damage.py  0/4  maeve
  $ phaseline list --file damage.py
  02-03/3  in-progress  Modify boathouse/jobs/damage.py  0/4  maeve

By owner; filters add up.

  $ phaseline list --owner maeve --status done
  01-01/1  done  Write boathouse/store.py                         maeve
  01-01/2  done  One transaction a statement                      maeve
  01-01/3  done  Commit changes                                   maeve
  01-02/1  done  Run boathouse/schema.sql on a new database       maeve
  01-02/2  done  Write tests/test_store.py                        maeve
  01-02/3  done  Commit changes                                   maeve
  02-01/1  done  Modify boathouse/boats.py                   4/4  maeve
  02-01/2  done  Modify boathouse/members.py                 4/4  maeve
  02-01/3  done  Modify tools/import_members.py              2/2  maeve
  02-01/4  done  Verify changes                                   maeve
  02-01/5  done  Commit changes                                   maeve
  02-03/1  done  Modify boathouse/jobs/reminders.py          2/2  maeve
  02-03/2  done  Watch one evening of reminders                   maeve

In the order of plans, unless said otherwise; equal ones stay in that order.

  $ printf '# Plan 04-01: Order\n\n- [x] **Task 1**: zinc 10\n- [ ] **Task 2**: Zinc 9 (2h)\n- [-] **Task 3**: zinc 9 (30 min)\n- [!] **Task 4**: amber\n' > plans/04-01-PLAN.md
  $ phaseline list --phase 04
  04-01/1  done     zinc 10
  04-01/2  pending  Zinc 9    2h
  04-01/3  skipped  zinc 9   30m
  04-01/4  blocked  amber
  $ phaseline list --phase 04 --sort plan
  04-01/1  done     zinc 10
  04-01/2  pending  Zinc 9    2h
  04-01/3  skipped  zinc 9   30m
  04-01/4  blocked  amber
  $ phaseline list --phase 04 --sort status
  04-01/2  pending  Zinc 9    2h
  04-01/4  blocked  amber
  04-01/1  done     zinc 10
  04-01/3  skipped  zinc 9   30m
  $ phaseline list --phase 04 --sort title
  04-01/4  blocked  amber
  04-01/2  pending  Zinc 9    2h
  04-01/3  skipped  zinc 9   30m
  04-01/1  done     zinc 10
  $ phaseline list --phase 04 --sort estimate
  04-01/2  pending  Zinc 9    2h
  04-01/3  skipped  zinc 9   30m
  04-01/1  done     zinc 10
  04-01/4  blocked  amber
  $ phaseline list --status in-progress --sort owner
  02-03/3  in-progress  Modify boathouse/jobs/damage.py  0/4  maeve
  $ phaseline list --sort owner --json | grep -o '"owner":[^,]*' | uniq
  "owner":"maeve"
  "owner":"tomasz"
  "owner":null

Nothing of the kind is no mistake.

  $ phaseline list --owner nobody
  no such tasks
  $ phaseline list --phase 77 --json
  []

For scripts.

  $ phaseline list --status blocked --json
  [{"plan":"02-04","path":"plans/02-callers/02-04-PLAN.md","position":1,"number":1,"label":"Task 1","title":"Compare last year's invoices in the new layout","status":"blocked","status_from":"box","line":44,"last":45,"box_col":4,"type":null,"optional":false,"parallel":false,"parent":null,"section":null,"owner":"tomasz","started":null,"steps":[{"title":"Waiting for a sample from the treasurer","status":null,"line":45,"depth":0}],"files":[],"requirements":[],"estimate":null,"actual":null,"refs":null,"verified":null},{"plan":"04-01","path":"plans/04-01-PLAN.md","position":4,"number":4,"label":"Task 4","title":"amber","status":"blocked","status_from":"box","line":6,"last":6,"box_col":4,"type":null,"optional":false,"parallel":false,"parent":null,"section":null,"owner":null,"started":null,"steps":[],"files":[],"requirements":[],"estimate":null,"actual":null,"refs":null,"verified":null}]

An unknown status or order is said so.

  $ phaseline list --status nope
  phaseline: no status "nope"; there are pending, in-progress, blocked, done, skipped and rolled-back
  [2]
  $ phaseline list --sort size
  phaseline: --sort takes plan, status, owner, title or estimate, not "size"
  [2]
