Taking up again what was finished.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git add -A
  $ grep -h '^completed\|^actual' plans/02-callers/02-01-PLAN.md
  actual: 25 min
  completed: 2026-03-05

A task of a finished plan leaves the plan's own word as it is; `lint` tells.

  $ phaseline reopen 02-01/2
  02-01/2  done → pending  plans/02-callers/02-01-PLAN.md:58
  02-01 is done still, 1 of 5 tasks open; `phaseline reopen 02-01` opens it too
  $ phaseline lint 02-01
  plans/02-callers/02-01-PLAN.md:4:9: error: status says done, 1 of 5 boxes is open [status-contradicted]
  1 error, 0 warnings and 0 notes in 1 file
  [1]
  $ git diff --numstat
  1	1	plans/02-callers/02-01-PLAN.md

The plan: the day of completion goes, the time spent stays.

  $ phaseline reopen 02-01
  02-01  done → pending  plans/02-callers/02-01-PLAN.md:4
  $ git diff -U0 | tail -n +5
  @@ -4 +4 @@ plan: 01
  -status: done
  +status: pending
  @@ -7 +7 @@ actual: 25 min
  -completed: 2026-03-05
  +completed:
  @@ -58 +58 @@ The two smallest callers go first: they show that a caller can move without its
  -- [x] **Task 2**: Modify `boathouse/members.py`
  +- [ ] **Task 2**: Modify `boathouse/members.py`
  $ phaseline undo; git diff --numstat
  02-01  pending → done  plans/02-callers/02-01-PLAN.md:4
  1	1	plans/02-callers/02-01-PLAN.md

What is open already.

  $ phaseline reopen 03-01/1
  03-01/1  pending already  plans/03-farewell/03-01-PLAN.md:37
