Saying that work cannot go on, and why.

  $ cp -r "$EXAMPLE" x && cd x
  $ phaseline block 02-03/4 --note "waiting for the year 2019 to be restored"
  02-03/4  pending → blocked  plans/02-callers/02-03-PLAN.md:63
  02-03: 2 of 6 tasks; next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline status | sed -n '/Needs/,$p'
     Needs attention
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
     ! 02-03/4  blocked since 2026-01-14: waiting for the year 2019 to be restored
     ! 02-04/1  blocked: Compare last year's invoices in the new layout
     Next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline show 02-03/4
  02-03/4  Modify boathouse/jobs/archive.py
  
     Status   blocked, says its box
     Owner    maeve
     Plan     02-03 Nightly jobs
     File     plans/02-callers/02-03-PLAN.md:63
     Touches  boathouse/jobs/archive.py
  
     Steps
     · Refuse a year that is not a number
     · One transaction for copy and delete
  
     Journal
     2026-01-14  Modify boathouse/jobs/archive.py: pending to blocked, "waiting for the year 2019 to be restored" (tester)

A box without such marks stays as it is; the journal knows.

  $ phaseline block 03-01/2
  03-01/2  pending → blocked  in the journal
  03-01: 0 of 4 tasks, 0 of 4 references cleared; next: 03-01/1 Delete boathouse/olddb.py
  $ phaseline list --status blocked
  02-03/4  blocked  Modify boathouse/jobs/archive.py                     0/4  maeve
  02-04/1  blocked  Compare last year's invoices in the new layout            tomasz
  03-01/2  blocked  Remove the import in boathouse/bookings.py (line 3)  0/1

A plan.

  $ phaseline block 03-02 --note "no mower"
  03-02  pending → blocked  plans/03-farewell/03-02-PLAN.md:4
  03-02: 0 of 4 tasks, 0 of 2 references cleared; next: 03-02/1 Add the target pasted to Makefile
  $ phaseline next
  Next       Task                             Plan          Estimate  References  Owner
  ▸ 02-03/3  Modify boathouse/jobs/damage.py  Nightly jobs        1h        2/10  maeve
  3 open plans cannot start yet: blocked, or waiting for others
  $ grep -h ^status plans/03-farewell/03-02-PLAN.md
  status: blocked

Time spent before it counts.

  $ phaseline start -q 02-03/5; PHASELINE_NOW=2026-01-14T12:40:00Z phaseline block 02-03/5
  02-03/5  pending → in-progress  plans/02-callers/02-03-PLAN.md:66
  02-03/5  in-progress → blocked  40m  plans/02-callers/02-03-PLAN.md:66
  02-03: 2 of 6 tasks, 2 of 10 references cleared; next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline start -q 02-03/5; PHASELINE_NOW=2026-01-14T12:05:00Z phaseline done 02-03/5
  02-03/5  blocked → in-progress  plans/02-callers/02-03-PLAN.md:66
  02-03/5  in-progress → done  5m  plans/02-callers/02-03-PLAN.md:66
  02-03: 3 of 6 tasks, 2 of 10 references cleared; next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline show 02-03/5
  02-03/5  Verify changes
  
     Status  done, says its box
     Spent   45m
     Owner   maeve
     Plan    02-03 Nightly jobs
     File    plans/02-callers/02-03-PLAN.md:66
  
     Verification
       grep -rl olddb boathouse/jobs | wc -l
       # Should be 0
  
     Journal
     2026-01-14  Verify changes: in-progress to blocked, 40m (tester)
     2026-01-14  Verify changes: in-progress to done, 5m (tester)
     2026-01-14  Verify changes: blocked to in-progress (tester)
     2026-01-14  Verify changes: pending to in-progress (tester)

The person who ticks the box by hand has the last word.

  $ sed -i '/Task 2/s/\[ \]/[x]/' plans/03-farewell/03-01-PLAN.md
  $ phaseline list --phase 03
  03-01/1  pending  Delete boathouse/olddb.py                              0/3
  03-01/2  done     Remove the import in boathouse/bookings.py (line 3)  ! 0/1
  03-01/3  pending  Verify changes
  03-01/4  pending  Commit changes
  03-02/1  pending  Add the target pasted to Makefile                      0/2
  03-02/2  pending  Let check depend on it
  03-02/3  pending  Extend tests/test_store.py
  03-02/4  pending  Commit changes
  $ phaseline log --limit 1
  When              Who     Plan     What                   Note
  2026-01-14 12:40  tester  02-03/5  in-progress → blocked  40m
