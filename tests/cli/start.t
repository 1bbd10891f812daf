Saying that work has begun.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git config user.name Ann && git config user.email ann@example.org && git add -A
  $ git commit -qm x

A task: its box says so where the plan has such boxes, with what comes next.

  $ phaseline start 02-03/4
  02-03/4  pending → in-progress  plans/02-callers/02-03-PLAN.md:63
  $ git diff --numstat
  1	1	plans/02-callers/02-03-PLAN.md

It says so already, and the plan does not change.

  $ phaseline start 02-03/4 --note "second thoughts"
  02-03/4  in-progress already, noted  plans/02-callers/02-03-PLAN.md:63

Where boxes are open or ticked and nothing else, the journal alone knows. The first task begun begins its plan.

  $ mkdir plans/04 && cd plans/04
  $ printf '# Plan 04-01: Paint\n\n- [ ] **Task 1**: sand\n- [ ] **Task 2**: prime\n- [ ] **Task 3**: paint\n' > 04-01-PLAN.md
  $ git add . && phaseline start 04-01/1 --note "it is dry"
  04-01/1  pending → in-progress  in the journal
  04-01    pending → in-progress  plans/04/04-01-PLAN.md
  $ git diff --numstat
  1	1	plans/02-callers/02-03-PLAN.md
  $ phaseline list --phase 04
  04-01/1  in-progress  sand
  04-01/2  pending      prime
  04-01/3  pending      paint

The clock runs. Finishing says how long it took, to the minute; so does `show`.

  $ phaseline show 04-01/1
  04-01/1  sand
  
     Status   in-progress, says the journal
     Started  2026-01-14 12:00
     Plan     04-01 Paint
     File     plans/04/04-01-PLAN.md:3
  
     Journal
     2026-01-14  sand: pending to in-progress, "it is dry" (Ann)
  $ PHASELINE_NOW=2026-01-14T12:25:10Z phaseline done 04-01/1
  04-01/1  in-progress → done  25m  plans/04/04-01-PLAN.md:3
  04-01: 1 of 3 tasks; next: 04-01/2 prime
  $ phaseline show 04-01/1
  04-01/1  sand
  
     Status  done, says its box
     Spent   25m
     Plan    04-01 Paint
     File    plans/04/04-01-PLAN.md:3
  
     Journal
     2026-01-14  sand: in-progress to done, 25m (Ann)
     2026-01-14  sand: pending to in-progress, "it is dry" (Ann)

A plan, in its own words. A key that is there gets its day.

  $ printf -- '---\nstatus: Planned\nestimated: 2h\nstarted:\n---\n# Plan 04-02: Launch\n\n- [ ] a\n' > 04-02-PLAN.md; git add .
  $ phaseline start 04-02 --at 2026-01-14T09:00:00Z
  04-02  pending → in-progress  plans/04/04-02-PLAN.md:2
  $ git diff -U0 04-02-PLAN.md | tail -n +5
  @@ -2 +2 @@
  -status: Planned
  +status: in-progress
  @@ -4 +4 @@ estimated: 2h
  -started:
  +started: 2026-01-14
  $ phaseline show 04-02
  04-02  Launch
  
     Status    in-progress, says its frontmatter
     Estimate  2h
     Started   2026-01-14
     File      plans/04/04-02-PLAN.md
  
     Tasks: 0 of 1 done
     · 1  a
  
     Journal
     2026-01-14  first seen, pending
     2026-01-14  pending to in-progress (Ann)

Several, and ranges, all or nothing.

  $ phaseline start 04-01/2-3 04-02/1
  04-01/2  pending → in-progress  in the journal
  04-01/3  pending → in-progress  in the journal
  04-02/1  pending → in-progress  in the journal
  $ phaseline undo
  04-01/2  in-progress → pending  plans/04/04-01-PLAN.md:4
  04-01/3  in-progress → pending  plans/04/04-01-PLAN.md:5
  04-02/1  in-progress → pending  plans/04/04-02-PLAN.md:8
  $ phaseline start 04-01/2 04-01/7 04-02/1
  phaseline: no task 7 in 04-01; it has 3: `phaseline show 04-01`
  [2]
  $ phaseline start 04-01/2-9
  phaseline: no task 4 in 04-01; it has 3: `phaseline show 04-01`
  [2]
  $ phaseline start 04-01/3 04-09
  phaseline: no plan "04-09"; did you mean 04-01 (plans/04/04-01-PLAN.md)?
  [2]
  $ phaseline list --phase 04 --status in-progress
  no such tasks

Who, when, and once only.

  $ phaseline start 04-01/2 --by "Bo <bo@example.org>" --at "2026-01-13 08:30" --op-id 7f
  04-01/2  pending → in-progress  in the journal
  $ phaseline start 04-01/2 --by "Bo <bo@example.org>" --at "2026-01-13 08:30" --op-id 7f
  nothing to do: change 8 had this --op-id
  $ phaseline log 04-01/2
  When              Who                  Plan     What                   Note
  2026-01-14 12:00  Ann                  04-01/2  in-progress → pending  undo of start
  2026-01-14 12:00  Ann                  04-01/2  pending → in-progress
  2026-01-13 08:30  Bo <bo@example.org>  04-01/2  pending → in-progress

Only looking.

  $ phaseline start 02-03/5 --dry-run
  --- a/plans/02-callers/02-03-PLAN.md
  +++ b/plans/02-callers/02-03-PLAN.md
  @@ -63,7 +63,7 @@
   - [/] **Task 4**: Modify `boathouse/jobs/archive.py`
     - Refuse a year that is not a number
     - One transaction for copy and delete
  -- [ ] **Task 5**: Verify changes
  +- [/] **Task 5**: Verify changes
     ```bash
     # Should be 0
     grep -rl olddb boathouse/jobs | wc -l
  $ phaseline start 04-01/3 --dry-run
  nothing would change in the files
  $ phaseline start 02-03/5 -n --json
  {"operation":0,"repeated":false,"changes":[{"plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":5,"number":5,"title":"Verify changes","what":"status","from":"pending","to":"in-progress","line":66,"minutes":0,"written":true,"derived":false}],"diff":"--- a/plans/02-callers/02-03-PLAN.md\n+++ b/plans/02-callers/02-03-PLAN.md\n@@ -63,7 +63,7 @@\n - [/] **Task 4**: Modify `boathouse/jobs/archive.py`\n   - Refuse a year that is not a number\n   - One transaction for copy and delete\n-- [ ] **Task 5**: Verify changes\n+- [/] **Task 5**: Verify changes\n   ```bash\n   # Should be 0\n   grep -rl olddb boathouse/jobs | wc -l\n","remarks":[]}

Not in the file: `status` has the rest.

  $ phaseline start 02-03/5 --no-write
  02-03/5  pending → in-progress  in the journal
  $ git diff --numstat ../02-callers
  1	1	plans/02-callers/02-03-PLAN.md

For scripts.

  $ phaseline start 04-01/3 --json
  {"operation":10,"repeated":false,"changes":[{"plan":"04-01","path":"plans/04/04-01-PLAN.md","position":3,"number":3,"title":"paint","what":"status","from":"pending","to":"in-progress","line":5,"minutes":0,"written":false,"derived":false}],"diff":null,"remarks":[]}

Times and lengths.

  $ phaseline start 04-01/3 --at noon
  phaseline: "noon" is no time; write it like 2026-01-14 or 2026-01-14T10:20:30Z
  [2]
  $ phaseline start 04-01/3 --by "$(head -c 200 /dev/zero | tr '\0' x)"
  phaseline: --by is over 128 bytes; make it shorter
  [2]
  $ phaseline start 04-01/3 --op-id "$(head -c 80 /dev/zero | tr '\0' x)"
  phaseline: --op-id is over 64 bytes; make it shorter
  [2]
  $ phaseline start 04-01/3 --note "$(head -c 70000 /dev/zero | tr '\0' x)"
  phaseline: the note is over 65536 bytes; make it shorter
  [2]
  $ phaseline start
  phaseline: start needs more: phaseline start TARGET...
  [2]
  $ phaseline start 04-01/0
  phaseline: no task 0 in 04-01; it has 3: `phaseline show 04-01`
  [2]
  $ phaseline start 04-01/3-2
  phaseline: no plan "04-01/3-2"; `phaseline status --all` shows them all
  [2]
