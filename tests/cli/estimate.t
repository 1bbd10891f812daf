Saying how long something will take.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git add -A
  $ phaseline estimate 02-04 "2h 30m"
  02-04  estimate 45-60 min → 2h 30m  plans/02-callers/02-04-PLAN.md:5
  $ phaseline estimate 02-04/2 45m --note "as last year"
  02-04/2  estimate none → 45m  plans/02-callers/02-04-PLAN.md:46
  $ phaseline estimate 02-04/3-4 1-2h
  02-04/3  estimate none → 1-2h  plans/02-callers/02-04-PLAN.md:47
  02-04/4  estimate none → 1-2h  plans/02-callers/02-04-PLAN.md:48
  $ git diff -U0 | tail -n +5
  @@ -5 +5 @@ status: blocked
  -estimated: 45-60 min
  +estimated: 2h 30m
  @@ -46,3 +46,3 @@ The treasurer's invoices and the season's page, with the very same figures as be
  -- [ ] **Task 2**: Modify `boathouse/reports/invoices.py`
  -- [ ] **Task 3**: Modify `boathouse/reports/season.py`
  -- [ ] **Task 4**: Commit changes
  +- [ ] **Task 2**: Modify `boathouse/reports/invoices.py` (45m)
  +- [ ] **Task 3**: Modify `boathouse/reports/season.py` (1-2h)
  +- [ ] **Task 4**: Commit changes (1-2h)
  $ phaseline show 02-04 | sed -n '/Tasks/,/^$/p'
     Tasks: 0 of 4 done
     ! 1  Compare last year's invoices in the new layout
     · 2  Modify boathouse/reports/invoices.py              45m  boathouse/reports/invoices.py
     · 3  Modify boathouse/reports/season.py              1h–2h  boathouse/reports/season.py
     · 4  Commit changes                                  1h–2h
  
  $ phaseline undo 3; git diff --stat
  02-04/3  estimate 1-2h → none         plans/02-callers/02-04-PLAN.md:47
  02-04/4  estimate 1-2h → none         plans/02-callers/02-04-PLAN.md:48
  02-04/2  estimate 45m → none          plans/02-callers/02-04-PLAN.md:46
  02-04    estimate 2h 30m → 45-60 min  plans/02-callers/02-04-PLAN.md:5

A plan without one gets a line; one that counts hours goes on counting hours.

  $ mkdir plans/04; printf -- '---\nstatus: pending\nestimated_hours: 2\n---\n# A\n' > plans/04/04-01-PLAN.md
  $ printf -- '---\nstatus: pending\nwave: 1\n---\n# B\n' > plans/04/04-02-PLAN.md; git add .
  $ phaseline estimate 04-01 90m
  04-01  estimate 2 → 90m  plans/04/04-01-PLAN.md:3
  $ phaseline estimate 04-02 "1 day"
  04-02  estimate none → 1 day  plans/04/04-02-PLAN.md:3
  $ git diff -U0 | grep '^[-+]'
  --- a/plans/04/04-01-PLAN.md
  +++ b/plans/04/04-01-PLAN.md
  -estimated_hours: 2
  +estimated_hours: 1.5
  --- a/plans/04/04-02-PLAN.md
  +++ b/plans/04/04-02-PLAN.md
  +estimated: 1 day
  $ phaseline estimate 04-01 later
  phaseline: "later" is no duration; write it like 25 min, 1h 30m or 2-3 days
  [2]
  $ phaseline estimate 04-01
  phaseline: estimate needs more: phaseline estimate TARGET DUR
  [2]

Where estimates went wrong, by phase, size and owner, and plan by plan.

  $ phaseline estimate --review
  4 finished plans with an estimate took 2h 50m where 2h 15m was estimated: 1.26 times as long.
  
  Phase          Plans  Estimate   Spent  Ratio
  01 Groundwork      2        1h   1h 5m   1.08
  02 Callers         2    1h 15m  1h 45m   1.40
  
  Estimate of  Plans  Estimate   Spent  Ratio
  up to 30m        2       50m     55m   1.10
  up to 1h         2    1h 25m  1h 55m   1.35
  
  Owner   Plans  Estimate   Spent  Ratio
  maeve       3    1h 30m  1h 30m   1.00
  tomasz      1       45m  1h 20m   1.78
  
  Plan   Title                           Estimate   Spent  Ratio
  02-02  Bookings                             45m  1h 20m   1.78
  01-02  The store makes its own tables       20m     30m   1.50
  01-01  A store that binds its values        40m     35m   0.88
  02-01  Boats and members                    30m     25m   0.83
  
  That is too little to say what the rest will take: it needs 5 finished plans with an estimate and a time spent.
  $ phaseline estimate --review 04-01
  phaseline: estimate: "04-01" is one word too many
  [2]
  $ mkdir ../y && printf -- '# Plan 01-01: A\n' > ../y/01-01-PLAN.md && phaseline -C ../y estimate --review
  phaseline: no plans found below ~/y; looked for NN-MM-PLAN.md below .planning/ and plans/, and for those of Spec Kit, Kiro, OpenSpec, Backlog.md and Superpowers (see `phaseline help init`)
  [2]
