How to undo a plan's work, and that it was undone.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git config user.name Ann && git config user.email ann@example.org && git add -A
  $ phaseline rollback 02-02
  02-02 Bookings
  
     done; --note or --done records that it was rolled back
  
     Steps, as planned
     1. Revert commit with `git revert`
     2. Restart the evening job, which keeps the old module loaded
  
     Would be undone
     ✓ 1  Modify boathouse/bookings.py
     ✓ 2  Book the same boat twice, from two processes
     ✓ 3  Commit changes
  
     What happened
     2026-03-09  rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now
  $ phaseline rollback 02-02 --json
  {"plan":"02-02","path":"plans/02-callers/02-02-PLAN.md","status":"done","tasks":[{"number":1,"label":"Task 1","title":"Modify boathouse/bookings.py","status":"done","status_from":"box","line":37,"last":38,"box_col":4,"type":null,"optional":false,"parallel":false,"parent":null,"section":null,"owner":null,"started":null,"steps":[{"title":"book, taken, cancel, of_member, free_boats","status":null,"line":38,"depth":0}],"files":["boathouse/bookings.py"],"requirements":[],"estimate":null,"actual":null},{"number":2,"label":"Task 2","title":"Book the same boat twice, from two processes","status":"done","status_from":"box","line":39,"last":40,"box_col":4,"type":null,"optional":false,"parallel":false,"parent":null,"section":null,"owner":null,"started":null,"steps":[{"title":"The constraint UNIQUE (boat, day) must refuse the second","status":null,"line":40,"depth":0}],"files":[],"requirements":[],"estimate":null,"actual":null},{"number":3,"label":"Task 3","title":"Commit changes","status":"done","status_from":"box","line":41,"last":44,"box_col":4,"type":null,"optional":false,"parallel":false,"parent":null,"section":null,"owner":null,"started":null,"steps":[],"files":[],"requirements":[],"estimate":null,"actual":null}],"rollback":[{"number":1,"text":"Revert commit with `git revert`","line":55},{"number":2,"text":"Restart the evening job, which keeps the old module loaded","line":56}],"commits":[{"hash":null,"message":"feat(02-02): bind the values of bookings","line":43}],"notes":[{"kind":"rollback","date":"2026-03-09","text":"rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now","line":58}]}
  $ phaseline rollback 02-02 --note "double bookings on Saturday" --dry-run
  --- a/plans/02-callers/02-02-PLAN.md
  +++ b/plans/02-callers/02-02-PLAN.md
  @@ -1,10 +1,10 @@
   ---
   phase: 2
   plan: 02
  -status: done
  +status: rolled-back
   estimated: 45 min
   actual: 1h 20m
  -completed: 2026-03-10
  +completed:
   owner: tomasz
   wave: 1
   depends_on: ["01-02"]
  @@ -34,11 +34,11 @@
   
   ## Tasks
   
  -- [x] **Task 1**: Modify `boathouse/bookings.py`
  +- [ ] **Task 1**: Modify `boathouse/bookings.py`
     - `book`, `taken`, `cancel`, `of_member`, `free_boats`
  -- [x] **Task 2**: Book the same boat twice, from two processes
  +- [ ] **Task 2**: Book the same boat twice, from two processes
     - The constraint `UNIQUE (boat, day)` must refuse the second
  -- [x] **Task 3**: Commit changes
  +- [ ] **Task 3**: Commit changes
     ```
     feat(02-02): bind the values of bookings
     ```
  @@ -56,6 +56,7 @@
   2. Restart the evening job, which keeps the old module loaded
   
   - 2026-03-09: rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now
  +- 2026-01-14: double bookings on Saturday
   
   ---
   *Plan: 02-02*
  $ phaseline rollback 02-02 --note "double bookings on Saturday"
  02-02/1  done → pending      plans/02-callers/02-02-PLAN.md:37
  02-02/2  done → pending      plans/02-callers/02-02-PLAN.md:39
  02-02/3  done → pending      plans/02-callers/02-02-PLAN.md:41
  02-02    done → rolled-back  plans/02-callers/02-02-PLAN.md:4
  $ git diff -U0 | tail -n +5
  @@ -4 +4 @@ plan: 02
  -status: done
  +status: rolled-back
  @@ -7 +7 @@ actual: 1h 20m
  -completed: 2026-03-10
  +completed:
  @@ -37 +37 @@ Bookings are the heart of the boathouse: two people who click at the same moment
  -- [x] **Task 1**: Modify `boathouse/bookings.py`
  +- [ ] **Task 1**: Modify `boathouse/bookings.py`
  @@ -39 +39 @@ Bookings are the heart of the boathouse: two people who click at the same moment
  -- [x] **Task 2**: Book the same boat twice, from two processes
  +- [ ] **Task 2**: Book the same boat twice, from two processes
  @@ -41 +41 @@ Bookings are the heart of the boathouse: two people who click at the same moment
  -- [x] **Task 3**: Commit changes
  +- [ ] **Task 3**: Commit changes
  @@ -58,0 +59 @@ make check
  +- 2026-01-14: double bookings on Saturday
  $ phaseline show 02-02 | sed -n '/^   Rollback/,$p'
     Rollback
     1. Revert commit with `git revert`
     2. Restart the evening job, which keeps the old module loaded
     2026-03-09  rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now
     2026-01-14  double bookings on Saturday
  
     Commits
     - planned feat(02-02): bind the values of bookings
  
     Journal
     2026-01-14  done to rolled-back, "double bookings on Saturday" (Ann)
     2026-01-14  Commit changes: done to pending (Ann)
     2026-01-14  Book the same boat twice, from two processes: done to pending (Ann)
     2026-01-14  Modify boathouse/bookings.py: done to pending (Ann)
     2026-01-14  first seen, done
  $ phaseline log --rollbacks
  When              Who  Plan   What                Note
  2026-01-14 12:00  Ann  02-02  done → rolled-back  double bookings on Saturday
  $ phaseline status | sed -n '/Needs/,$p'
     Needs attention
     ! 02-02    rolled-back 2026-01-14: double bookings on Saturday
     ! 02-04/1  blocked: Compare last year's invoices in the new layout
     Next: 02-03/3 Modify boathouse/jobs/damage.py

Again; and back.

  $ phaseline rollback 02-02 --done
  02-02  noted  plans/02-callers/02-02-PLAN.md:60
  $ phaseline undo 2; git diff --stat
  02-02    note removed        plans/02-callers/02-02-PLAN.md
  02-02/1  pending → done      plans/02-callers/02-02-PLAN.md:37
  02-02/2  pending → done      plans/02-callers/02-02-PLAN.md:39
  02-02/3  pending → done      plans/02-callers/02-02-PLAN.md:41
  02-02    rolled-back → done  plans/02-callers/02-02-PLAN.md:4

A plan without such a section gets one.

  $ mkdir plans/04; printf '# A\n\n- [x] **Task 1**: a\n' > plans/04/04-01-PLAN.md; git add .
  $ phaseline rollback 04-01
  04-01 A
  
     done; --note or --done records that it was rolled back
  
     The plan names no steps; add them below a heading "Rollback".
  
     Would be undone
     ✓ 1  a
  $ phaseline rollback 04-01 --done
  04-01/1  done → pending      plans/04/04-01-PLAN.md:7
  04-01    done → rolled-back  plans/04/04-01-PLAN.md:2
  $ cat plans/04/04-01-PLAN.md; phaseline undo -q; git diff --stat
  ---
  status: rolled-back
  ---
  
  # A
  
  - [ ] **Task 1**: a
  
  ## Rollback
  
  - 2026-01-14: rolled back
  04-01/1  pending → done      plans/04/04-01-PLAN.md:3
  04-01    rolled-back → done  plans/04/04-01-PLAN.md

What cannot be.

  $ phaseline rollback 02-02/1 --done
  phaseline: a plan is rolled back as a whole: phaseline rollback 02-02
  [2]
  $ phaseline rollback 02-9
  phaseline: no plan "02-9"; `phaseline status --all` shows them all
  [2]

Commands in the steps can be rehearsed, one by one; tests/verify does. What code only names
something is none.

  $ mkdir -p r/plans .state && cd r && mkdir .git && export XDG_STATE_HOME=$HOME/.state
  $ printf '# Plan 01-01: Sort\n\n## Rollback\n\n1. Take `names.txt` back with ``git checkout HEAD~1 -- `pwd`/names.txt``, and `sort -c names.txt`\n2. Set `state = 1`, call `rows(sql)`, `SELECT 1`, `make`\n3. Tell `./tell everybody`\n' >plans/01-01-PLAN.md
  $ phaseline rollback 01-01 --rehearse --list
  plans/01-01-PLAN.md:5: bash
      git checkout HEAD~1 -- `pwd`/names.txt
      # Should succeed
  plans/01-01-PLAN.md:5: bash
      sort -c names.txt
      # Should succeed
  plans/01-01-PLAN.md:7: bash
      ./tell everybody
      # Should succeed
  
  not trusted, digest f5d2673ceae0c81e14a9431cb6e43b6989ea8caee11d34846d451fb7b238d8cd
  $ phaseline rollback 01-01 --rehearse
  phaseline: nobody has looked at these commands of 01-01 yet; phaseline trust --rollback 01-01 shows them and asks
  [3]
  $ phaseline rollback 01-01 --rehearse --list --json | grep -o '"line":[^}]*"expect"'
  "line":5,"task":null,"shell":"bash","command":"git checkout HEAD~1 -- `pwd`/names.txt","script":"git checkout HEAD~1 -- `pwd`/names.txt","expect"
  "line":5,"task":null,"shell":"bash","command":"sort -c names.txt","script":"sort -c names.txt","expect"
  "line":7,"task":null,"shell":"bash","command":"./tell everybody","script":"./tell everybody","expect"
  $ phaseline rollback 01-01 --list
  phaseline: --list, --timeout, --memory, --env and --sandbox go with --rehearse
  [2]
  $ phaseline rollback 01-01 --rehearse --done
  phaseline: a rehearsal is no rollback: leave out --note and --done
  [2]
  $ setsid -w phaseline trust --rollback 01-01
  phaseline: there is no terminal to ask on, which trust takes
  [3]
  $ printf '# Plan 01-02: Sell\n\n## Rollback\n\n1. Buy it back\n' >plans/01-02-PLAN.md
  $ phaseline rollback 01-02 --rehearse
  phaseline: 01-02 has no commands in its rollback steps
  [2]
  $ phaseline trust --rollback 01-02
  phaseline: 01-02 has no commands in its rollback steps
  [2]
