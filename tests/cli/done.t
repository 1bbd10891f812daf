Saying that work is done.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git config user.name Ann && git config user.email ann@example.org && git add -A
  $ git commit -qm x

Tasks. The boxes are ticked, and nothing else.

  $ phaseline done 02-03/3-4 --note "two nights without a complaint"
  02-03/3  in-progress → done  plans/02-callers/02-03-PLAN.md:60
  02-03/4  pending → done      plans/02-callers/02-03-PLAN.md:63
  02-03: 4 of 6 tasks; next: 02-03/5 Verify changes
  $ git diff -U0 | tail -n +5
  @@ -60 +60 @@ A table name cannot be bound. `archive.py` makes one from the year, so the year
  -- [/] **Task 3**: Modify `boathouse/jobs/damage.py`
  +- [x] **Task 3**: Modify `boathouse/jobs/damage.py`
  @@ -63 +63 @@ A table name cannot be bound. `archive.py` makes one from the year, so the year
  -- [ ] **Task 4**: Modify `boathouse/jobs/archive.py`
  +- [x] **Task 4**: Modify `boathouse/jobs/archive.py`
  $ phaseline done 02-03/4
  02-03/4  done already  plans/02-callers/02-03-PLAN.md:63
  02-03: 4 of 6 tasks; next: 02-03/5 Verify changes

The last one. The plan is finished when somebody says so.

  $ phaseline done 02-03/5 --actual 20m
  02-03/5  pending → done  20m  plans/02-callers/02-03-PLAN.md:66
  02-03: 5 of 6 tasks; next: 02-03/6 Commit changes
  $ phaseline done 02-03/6
  02-03/6  pending → done  plans/02-callers/02-03-PLAN.md:71
  02-03: all tasks are done; `phaseline done 02-03` finishes it
  $ git commit -qam y; phaseline done 02-03
  02-03  in-progress → done  20m  plans/02-callers/02-03-PLAN.md:4
  $ git diff -U0 | tail -n +5
  @@ -4 +4 @@ plan: 03
  -status: in-progress
  +status: done
  @@ -5,0 +6 @@ estimated: 1h
  +actual: 20 min
  @@ -8,0 +10 @@ depends_on: ["02-01", "02-02"]
  +completed: 2026-01-14
  $ phaseline status 02
  Bound queries for the boathouse                       master 59c4839, 2026-01-14
  
     Phase                       Plans       Tasks   Estimate   Spent  References
     02 Callers                  ████░░ 3/4  14/18  3h–3h 15m   2h 5m     ! 16/30
        02-01 Boats and members  ✓ done        5/5        30m     25m       10/10
        02-02 Bookings           ✓ done        3/3        45m  1h 20m       ! 4/5
        02-03 Nightly jobs       ✓ done        6/6         1h     20m      ! 2/10
        02-04 Reports            ! blocked     0/4     45m–1h       –         0/5

With what waited for it.

  $ phaseline done 02-04 --tasks --actual "1h 30m"
  02-04/1  blocked → done          plans/02-callers/02-04-PLAN.md:46
  02-04/2  pending → done          plans/02-callers/02-04-PLAN.md:48
  02-04/3  pending → done          plans/02-callers/02-04-PLAN.md:49
  02-04/4  pending → done          plans/02-callers/02-04-PLAN.md:50
  02-04    blocked → done  1h 30m  plans/02-callers/02-04-PLAN.md:4
  03-01 Remove the old module can start now
  $ git diff --numstat
  3	1	plans/02-callers/02-03-PLAN.md
  7	5	plans/02-callers/02-04-PLAN.md

Time spent can be corrected. A plan that is taken up again loses nothing: what follows adds up.

  $ phaseline done 02-04 --actual 95m
  02-04  done already  1h 35m  plans/02-callers/02-04-PLAN.md:4
  $ phaseline reopen 02-04; phaseline start 02-04 -q
  02-04  done → pending  plans/02-callers/02-04-PLAN.md:4
  02-04  pending → in-progress  plans/02-callers/02-04-PLAN.md:4
  $ PHASELINE_NOW=2026-01-14T12:10:00Z phaseline done 02-04
  02-04  in-progress → done  10m  plans/02-callers/02-04-PLAN.md:4
  03-01 Remove the old module can start now
  $ grep -h actual plans/02-callers/02-04-PLAN.md
  actual: 105 min

A plan whose tasks are open stays contradicted; --finish and `plan_done: auto` finish it with its last task.

  $ phaseline done 03-01
  03-01  pending → done  plans/03-farewell/03-01-PLAN.md:4
  03-01: 4 of 4 tasks still open; --tasks closes them too
  03-02 Keep it that way can start now
  $ phaseline lint 03-01
  plans/03-farewell/03-01-PLAN.md:4:9: error: status says done, 4 of 4 boxes are open [status-contradicted]
  1 error, 0 warnings and 0 notes in 1 file
  [1]
  $ phaseline undo
  03-01  done → pending  plans/03-farewell/03-01-PLAN.md:4
  $ phaseline done 03-01/1-3
  03-01/1  pending → done  plans/03-farewell/03-01-PLAN.md:37
  03-01/2  pending → done  plans/03-farewell/03-01-PLAN.md:38
  03-01/3  pending → done  plans/03-farewell/03-01-PLAN.md:39
  03-01: 3 of 4 tasks, 0 of 4 references cleared; next: 03-01/4 Commit changes
  $ phaseline done 03-01/4 --finish
  03-01/4  pending → done  plans/03-farewell/03-01-PLAN.md:45
  03-01    pending → done  plans/03-farewell/03-01-PLAN.md:4
  03-02 Keep it that way can start now
  $ phaseline undo; echo 'plan_done: auto' >> .phaseline.yaml
  03-01/4  done → pending  plans/03-farewell/03-01-PLAN.md:44
  03-01    done → pending  plans/03-farewell/03-01-PLAN.md:4
  $ phaseline done 03-01/4
  03-01/4  pending → done  plans/03-farewell/03-01-PLAN.md:45
  03-01    pending → done  plans/03-farewell/03-01-PLAN.md:4
  03-02 Keep it that way can start now
  $ git checkout -q .phaseline.yaml

Words of the tree, quotes and remarks are kept, and so is every other byte.

  $ mkdir plans/05; cd plans/05
  $ printf -- '---\nphase: 5\nplan: 01\nstatus: "planned"   # by hand\nestimated: 30 min\nduration: 12 minutes\n---\n# A\n\n- [ ] a\n' > 05-01-PLAN.md
  $ printf -- '---\nphase: 5\nplan: 02\nstatus: Shipped\ncreated: 2026-01-02T08:00:00Z\n---\n# B\n' > 05-02-PLAN.md
  $ printf -- '---\r\nphase: 5\r\nplan: 03\r\nstatus: Todo\r\n---\r\n# C\r\n\r\n- [ ] a\r\n- [ ] b' > 05-03-PLAN.md
  $ printf '# Plan 05-04: D\n\n**Status:** In Progress\n**Owner:** Ann\n\n- [x] a\n' > 05-04-PLAN.md
  $ printf '# Plan 05-05: E\n\nwords\n' > 05-05-PLAN.md
  $ git add -A ..; git commit -qm z
  $ phaseline done 05-01 05-03 05-04 05-05 --tasks --actual 25m
  05-01/1  pending → done           plans/05/05-01-PLAN.md:11
  05-01    pending → done      25m  plans/05/05-01-PLAN.md:4
  05-03/1  pending → done           plans/05/05-03-PLAN.md:10
  05-03/2  pending → done           plans/05/05-03-PLAN.md:11
  05-03    pending → done      25m  plans/05/05-03-PLAN.md:4
  05-04    in-progress → done  25m  plans/05/05-04-PLAN.md:3
  05-05    pending → done      25m  plans/05/05-05-PLAN.md:2
  $ git diff -U0 --ws-error-highlight=none | grep -v '^index\|^diff\|^---' | sed 's/\r/^M/'
  +++ b/plans/05/05-01-PLAN.md
  @@ -4 +4 @@ plan: 01
  -status: "planned"   # by hand
  +status: "Shipped"   # by hand
  @@ -6 +6,2 @@ estimated: 30 min
  -duration: 12 minutes
  +duration: 25 minutes
  +completed: 2026-01-14
  @@ -10 +11 @@ duration: 12 minutes
  -- [ ] a
  +- [x] a
  +++ b/plans/05/05-03-PLAN.md
  @@ -4 +4,3 @@ plan: 03
  -status: Todo^M
  +status: Shipped^M
  +actual: 25 minutes^M
  +completed: 2026-01-14^M
  @@ -8,2 +10,2 @@ status: Todo
  -- [ ] a^M
  -- [ ] b
  \ No newline at end of file
  +- [x] a^M
  +- [x] b
  \ No newline at end of file
  +++ b/plans/05/05-04-PLAN.md
  @@ -3 +3 @@
  -**Status:** In Progress
  +**Status:** Shipped
  @@ -4,0 +5,2 @@
  +**Actual:** 25 minutes
  +**Completed:** 2026-01-14
  +++ b/plans/05/05-05-PLAN.md
  @@ -0,0 +1,6 @@
  +---
  +status: Shipped
  +actual: 25 minutes
  +completed: 2026-01-14
  +---
  +
  $ phaseline undo -q && git diff --stat
  05-01/1  done → pending      plans/05/05-01-PLAN.md:10
  05-01    done → pending      plans/05/05-01-PLAN.md:4
  05-03/1  done → pending      plans/05/05-03-PLAN.md:8
  05-03/2  done → pending      plans/05/05-03-PLAN.md:9
  05-03    done → pending      plans/05/05-03-PLAN.md:4
  05-04    done → in-progress  plans/05/05-04-PLAN.md:3
  05-05    done → pending      plans/05/05-05-PLAN.md
  $ cd ../..

Tasks that are elements, or headings with steps.

  $ mkdir -p .planning/phases/06-x && cd .planning/phases/06-x
  $ cat > 06-01-PLAN.md <<'P'
  > ---
  > phase: 06-x
  > plan: 01
  > ---
  > <tasks>
  > <task type="auto">
  >   <name>Task 1: One</name>
  > </task>
  > <task type="auto" tdd="true"><name>Task 2: Two</name></task>
  > <task type="checkpoint:human-verify" status="pending">
  >   <what-built>All of it</what-built>
  > </task>
  > </tasks>
  > P
  $ cat > 06-02-PLAN.md <<'P'
  > # Plan 06-02: Steps
  > 
  > ### Task 1: One
  > - [x] a
  > - [ ] b
  >   - [ ] deeper
  > 
  > ### Task 2: Two
  > - [ ] c
  > P
  $ git add .; phaseline done 06-01/1 06-01/2 06-01/3 06-02/1
  06-01/1  pending → done      .planning/phases/06-x/06-01-PLAN.md:6
  06-01/2  pending → done      .planning/phases/06-x/06-01-PLAN.md:9
  06-01/3  pending → done      .planning/phases/06-x/06-01-PLAN.md:10
  06-01    pending → done      .planning/phases/06-x/06-01-PLAN.md
  06-02/1  in-progress → done  .planning/phases/06-x/06-02-PLAN.md:3
  06-02: 1 of 2 tasks; next: 06-02/2 Two
  $ git diff -U0 . | grep -v '^index\|^diff'
  --- a/.planning/phases/06-x/06-01-PLAN.md
  +++ b/.planning/phases/06-x/06-01-PLAN.md
  @@ -6 +6 @@ plan: 01
  -<task type="auto">
  +<task type="auto" status="done">
  @@ -9,2 +9,2 @@ plan: 01
  -<task type="auto" tdd="true"><name>Task 2: Two</name></task>
  -<task type="checkpoint:human-verify" status="pending">
  +<task type="auto" tdd="true" status="done"><name>Task 2: Two</name></task>
  +<task type="checkpoint:human-verify" status="done">
  --- a/.planning/phases/06-x/06-02-PLAN.md
  +++ b/.planning/phases/06-x/06-02-PLAN.md
  @@ -5 +5 @@
  -- [ ] b
  +- [x] b
  $ phaseline undo -q && git diff --stat .
  06-01/1  done → pending      .planning/phases/06-x/06-01-PLAN.md:6
  06-01/2  done → pending      .planning/phases/06-x/06-01-PLAN.md:9
  06-01/3  done → pending      .planning/phases/06-x/06-01-PLAN.md:10
  06-01    done → pending      .planning/phases/06-x/06-01-PLAN.md
  06-02/1  done → in-progress  .planning/phases/06-x/06-02-PLAN.md:3

Of a plan whose family knows it by its SUMMARY, the status alone says so; where there is a SUMMARY, that decides.

  $ phaseline done 06-01
  06-01  pending → done  .planning/phases/06-x/06-01-PLAN.md:4
  06-01 has no SUMMARY yet; only its status says that it is done
  06-01: 1 of 3 tasks still open; --tasks closes them too
  $ git diff -U0 . | tail -n +5; phaseline undo -q
  @@ -3,0 +4,2 @@ plan: 01
  +status: done
  +completed: 2026-01-14
  06-01  done → pending  .planning/phases/06-x/06-01-PLAN.md
  $ printf -- '---\nstatus: blocked\n---\n# Summary\n' > 06-01-SUMMARY.md
  $ phaseline done 06-01; git diff --stat .
  06-01  blocked → done  .planning/phases/06-x/06-01-PLAN.md:4
  06-01: 1 of 3 tasks still open; --tasks closes them too
   .planning/phases/06-x/06-01-PLAN.md | 2 ++
   1 file changed, 2 insertions(+)
  $ rm 06-01-SUMMARY.md; printf '# Summary\n' > 06-02-SUMMARY.md
  $ phaseline done 06-02
  06-02  done already  .planning/phases/06-x/06-02-PLAN.md
  06-02: 2 of 2 tasks still open; --tasks closes them too
  $ phaseline reopen 06-02; git diff --stat .
  phaseline: .planning/phases/06-x/06-02-SUMMARY.md says that 06-02 is done, whatever the plan says; change or remove it first; nothing changed
   .planning/phases/06-x/06-01-PLAN.md | 2 ++
   1 file changed, 2 insertions(+)
  $ cd ../../..

Not in the file.

  $ git add -A; git commit -qm more; phaseline done 05-01/1 --no-write
  05-01/1  pending → done  in the journal
  05-01: all tasks are done; `phaseline done 05-01` finishes it
  $ phaseline show 05-01/1
  05-01/1  a
  
     Status  done, says the journal
     Plan    05-01 A
     File    plans/05/05-01-PLAN.md:10
  
     Journal
     2026-01-14  a: pending to done (Ann)
     2026-01-14  a: done to pending, undo of done (Ann)
     2026-01-14  a: pending to done (Ann)
  $ phaseline lint 05-01
  plans/05/05-01-PLAN.md:4:9: warning: status says planned, 1 of 1 task is done [status-contradicted]
  plans/05/05-01-PLAN.md:10:1: note: the journal says that this task is done, this file still says pending [not-written]
  0 errors, 1 warning and 1 note in 1 file
  $ echo 'write_back: false' >> .phaseline.yaml
  $ phaseline done 05-03; git diff --stat plans
  05-03  pending → done  in the journal
  05-03: 2 of 2 tasks still open; --tasks closes them too
  $ phaseline lint 05-03
  plans/05/05-03-PLAN.md:4:1: note: the journal says that this plan is done, this file still says pending [not-written]
  0 errors, 0 warnings and 1 note in 1 file
  $ phaseline status | sed -n '/Needs/,$p'
     Needs attention
     ! 02-02  says done, 1 reference still stands: boathouse/bookings.py:30
     ! 02-03  says done, 8 references still stand, first boathouse/jobs/damage.py:3
     ! 02-04  says done, 5 references still stand, first boathouse/reports/invoices.py:3
     ! 03-01  says done, 4 references still stand, first boathouse/olddb.py:5
     ! 06-01  status says done, 1 of 1 task is open, and 3 more such; phaseline lint --rule status-contradicted
     ? 05-01  the journal says that this task is done, this file still says pending
     ? 05-03  the journal says that this plan is done, this file still says pending
     Next: 05-04 D
  $ git checkout -q .phaseline.yaml

Once only; only looking; for scripts.

  $ phaseline done 05-03/1 --op-id 1
  05-03/1  pending → done  plans/05/05-03-PLAN.md:8
  05-03: 1 of 2 tasks still open; --tasks closes them too
  $ phaseline done 05-03/1 --op-id 1 --json
  {"operation":25,"repeated":true,"changes":[],"diff":null,"remarks":[]}
  $ phaseline done 05-03/2 -n | sed 's/\r/^M/'
  --- a/plans/05/05-03-PLAN.md
  +++ b/plans/05/05-03-PLAN.md
  @@ -6,4 +6,4 @@
   # C^M
   ^M
   - [x] a^M
  -- [ ] b
  \ No newline at end of file
  +- [x] b
  \ No newline at end of file
  $ phaseline done 05-03/2 --json
  {"operation":26,"repeated":false,"changes":[{"plan":"05-03","path":"plans/05/05-03-PLAN.md","position":2,"number":0,"title":"b","what":"status","from":"pending","to":"done","line":9,"minutes":0,"written":true,"derived":false}],"diff":null,"remarks":[]}

What cannot be.

  $ phaseline done 05-03/3
  phaseline: no task 3 in 05-03; it has 2: `phaseline show 05-03`
  [2]
  $ phaseline done 05-05/1
  phaseline: 05-05 has no tasks
  [2]
  $ phaseline done 05-03/1 05-04 05-99
  phaseline: no plan "05-99"; `phaseline status --all` shows them all
  [2]
  $ phaseline done 05-01 --actual soon
  phaseline: "soon" is no duration; write it like 25 min or 1h 30m
  [2]
  $ printf '<<<<<<< ours\n- [ ] a\n=======\n- [x] a\n>>>>>>> theirs\n' >> plans/05/05-05-PLAN.md
  $ phaseline done 05-05 05-01; git diff --stat plans/05/05-01-PLAN.md
  phaseline: plans/05/05-05-PLAN.md:4:1: an unresolved merge; resolve it first
