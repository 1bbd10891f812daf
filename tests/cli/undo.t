Taking a change back.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git config user.name Ann && git config user.email ann@example.org && git add -A
  $ phaseline undo
  phaseline: there is nothing to undo
  [1]
  $ phaseline done 02-03 --tasks --actual 50m -q
  02-03/3  in-progress → done       plans/02-callers/02-03-PLAN.md:62
  02-03/4  pending → done           plans/02-callers/02-03-PLAN.md:65
  02-03/5  pending → done           plans/02-callers/02-03-PLAN.md:68
  02-03/6  pending → done           plans/02-callers/02-03-PLAN.md:73
  02-03    in-progress → done  50m  plans/02-callers/02-03-PLAN.md:4
  $ phaseline undo --dry-run
  --- a/plans/02-callers/02-03-PLAN.md
  +++ b/plans/02-callers/02-03-PLAN.md
  @@ -1,13 +1,11 @@
   ---
   phase: 2
   plan: 03
  -status: done
  +status: in-progress
   estimated: 1h
  -actual: 50 min
   owner: maeve
   wave: 2
   depends_on: ["02-01", "02-02"]
  -completed: 2026-01-14
   ---
   
   # Plan 02-03: Nightly jobs
  @@ -59,18 +57,18 @@
   
   - [x] **Task 1**: Modify `boathouse/jobs/reminders.py`
   - [x] **Task 2**: Watch one evening of reminders
  -- [x] **Task 3**: Modify `boathouse/jobs/damage.py`
  +- [/] **Task 3**: Modify `boathouse/jobs/damage.py`
     - [x] Write a test with two damaged boats
     - [ ] Delete without counting first
  -- [x] **Task 4**: Modify `boathouse/jobs/archive.py`
  +- [ ] **Task 4**: Modify `boathouse/jobs/archive.py`
     - Refuse a year that is not a number
     - One transaction for copy and delete
  -- [x] **Task 5**: Verify changes
  +- [ ] **Task 5**: Verify changes
     ```bash
     # Should be 0
     grep -rl olddb boathouse/jobs | wc -l
     ```
  -- [x] **Task 6**: Commit changes
  +- [ ] **Task 6**: Commit changes
     ```
     feat(02-03): bind the values of the nightly jobs
     ```
  $ phaseline undo
  02-03/3  done → in-progress  plans/02-callers/02-03-PLAN.md:60
  02-03/4  done → pending      plans/02-callers/02-03-PLAN.md:63
  02-03/5  done → pending      plans/02-callers/02-03-PLAN.md:66
  02-03/6  done → pending      plans/02-callers/02-03-PLAN.md:71
  02-03    done → in-progress  plans/02-callers/02-03-PLAN.md:4
  $ git diff --stat

Several.

  $ phaseline -q start 02-03/4; phaseline -q done 02-03/4; phaseline -q assign 02-03/4 bo; phaseline -q note 02-03/4 x
  02-03/4  pending → in-progress  plans/02-callers/02-03-PLAN.md:63
  02-03/4  in-progress → done  plans/02-callers/02-03-PLAN.md:63
  02-03/4  owner none → bo  in the journal
  02-03/4  noted  plans/02-callers/02-03-PLAN.md:93
  $ phaseline undo 3
  02-03/4  note removed        plans/02-callers/02-03-PLAN.md
  02-03/4  owner bo → none     in the journal
  02-03/4  done → in-progress  plans/02-callers/02-03-PLAN.md:63
  $ phaseline undo 1 --json
  {"operation":10,"repeated":false,"changes":[{"plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"status","from":"in-progress","to":"pending","line":63,"minutes":0,"written":true,"derived":false}],"diff":null,"remarks":[]}
  $ phaseline undo 2
  phaseline: there is nothing to undo
  [1]
  $ git diff --stat
  $ phaseline log --limit 3
  When              Who  Plan     What                   Note
  2026-01-14 12:00  Ann  02-03/4  in-progress → pending  undo of start
  2026-01-14 12:00  Ann  02-03/4  done → in-progress     undo of done
  2026-01-14 12:00  Ann  02-03/4  owner bo → none        undo of assign

Twice with one name is once, also of several.

  $ phaseline -q start 02-03/4; phaseline -q start 02-03/5; phaseline -q start 02-03/6
  02-03/4  pending → in-progress  plans/02-callers/02-03-PLAN.md:63
  02-03/5  pending → in-progress  plans/02-callers/02-03-PLAN.md:66
  02-03/6  pending → in-progress  plans/02-callers/02-03-PLAN.md:71
  $ phaseline undo 2 --op-id u
  02-03/6  in-progress → pending  plans/02-callers/02-03-PLAN.md:71
  02-03/5  in-progress → pending  plans/02-callers/02-03-PLAN.md:66
  $ phaseline undo 2 --op-id u
  nothing to do: change 15 had this --op-id
  $ phaseline undo
  02-03/4  in-progress → pending  plans/02-callers/02-03-PLAN.md:63

What somebody changed elsewhere in the file stays, and is no hindrance.

  $ phaseline -q done 02-03/4 02-04/2
  02-03/4  pending → done  plans/02-callers/02-03-PLAN.md:63
  02-04/2  pending → done  plans/02-callers/02-04-PLAN.md:46
  $ sed -i 's/one by one, a night apart/one by one/; /Task 5/s/\[ \]/[x]/' plans/02-callers/02-03-PLAN.md
  $ phaseline undo
  02-03/4  done → pending  plans/02-callers/02-03-PLAN.md:63
  02-04/2  done → pending  plans/02-callers/02-04-PLAN.md:46
  $ git diff -U0 | tail -n +5; git checkout -q .
  @@ -15 +15 @@ depends_on: ["02-01", "02-02"]
  -The jobs run unattended, so a mistake here shows only weeks later. Move them one by one, a night apart.
  +The jobs run unattended, so a mistake here shows only weeks later. Move them one by one.
  @@ -66 +66 @@ A table name cannot be bound. `archive.py` makes one from the year, so the year
  -- [ ] **Task 5**: Verify changes
  +- [x] **Task 5**: Verify changes

What somebody changed in the very place is not undone, nor is anything else of that change.

  $ phaseline -q done 02-03/4 02-04/2
  02-03/4  pending → done  plans/02-callers/02-03-PLAN.md:63
  02-04/2  pending → done  plans/02-callers/02-04-PLAN.md:46
  $ sed -i '/Task 4/s/\[x\]/[!]/' plans/02-callers/02-03-PLAN.md
  $ phaseline undo
  phaseline: plans/02-callers/02-03-PLAN.md was changed since in the same place; nothing changed
  [3]
  $ git diff -U0 | grep '^[-+]'; phaseline list --phase 02 --status blocked
  --- a/plans/02-callers/02-03-PLAN.md
  +++ b/plans/02-callers/02-03-PLAN.md
  -- [ ] **Task 4**: Modify `boathouse/jobs/archive.py`
  +- [!] **Task 4**: Modify `boathouse/jobs/archive.py`
  --- a/plans/02-callers/02-04-PLAN.md
  +++ b/plans/02-callers/02-04-PLAN.md
  -- [ ] **Task 2**: Modify `boathouse/reports/invoices.py`
  +- [x] **Task 2**: Modify `boathouse/reports/invoices.py`
  02-03/4  blocked  Modify boathouse/jobs/archive.py                0/4  maeve
  02-04/1  blocked  Compare last year's invoices in the new layout       tomasz
  plans/02-callers/02-03-PLAN.md: Task 4 is blocked now; Ann had said done on 2026-01-14
  $ git checkout -q . && phaseline sync
  8 files, 2 read, 2 changed
  plans/02-callers/02-04-PLAN.md: Task 2 is pending now; Ann had said done on 2026-01-14
  $ phaseline done 02-03 -q --actual 1h; sed -i 's/^actual: .*/actual: 3h/' plans/02-callers/02-03-PLAN.md
  02-03  in-progress → done  1h  plans/02-callers/02-03-PLAN.md:4
  $ phaseline undo
  phaseline: plans/02-callers/02-03-PLAN.md was changed since in the same place; nothing changed
  [3]
  $ git diff -U0 | grep '^[-+]'
  --- a/plans/02-callers/02-03-PLAN.md
  +++ b/plans/02-callers/02-03-PLAN.md
  -status: in-progress
  +status: done
  +actual: 3h
  +completed: 2026-01-14

A plan that moved is still the same; one that is gone is not.

  $ git checkout -q .; phaseline -q done 02-03/4; git mv plans/02-callers/02-03-PLAN.md plans/02-callers/02-09-PLAN.md
  02-03/4  pending → done  plans/02-callers/02-03-PLAN.md:63
  $ phaseline undo
  02-09/4  done → pending  plans/02-callers/02-09-PLAN.md:63
  $ phaseline -q done 02-04/2; mv plans/02-callers/02-04-PLAN.md .
  02-04/2  pending → done  plans/02-callers/02-04-PLAN.md:46
  $ phaseline undo
  phaseline: change 23 (done) cannot be undone while plans/02-callers/02-04-PLAN.md is gone; nothing changed: bring the file back first
  [3]
  $ phaseline -q done 02-09/4
  02-09/4  pending → done  plans/02-callers/02-09-PLAN.md:63
  $ phaseline undo
  02-09/4  done → pending  plans/02-callers/02-09-PLAN.md:63
  $ phaseline undo
  phaseline: change 23 (done) cannot be undone while plans/02-callers/02-04-PLAN.md is gone; nothing changed: bring the file back first
  [3]

Back again, there or elsewhere, it is the same.

  $ mv 02-04-PLAN.md plans/02-callers/; phaseline undo
  02-04/2  done → pending  plans/02-callers/02-04-PLAN.md:46
  $ phaseline -q done 02-04/2; mv plans/02-callers/02-04-PLAN.md .; phaseline -q list --status done | grep 02-04
  02-04/2  pending → done  plans/02-callers/02-04-PLAN.md:46
  [1]
  $ mkdir plans/02-later; mv 02-04-PLAN.md plans/02-later/; sed -i '/Task 1/s/$/ at last/' plans/02-later/02-04-PLAN.md; phaseline undo
  02-04/2  done → pending  plans/02-later/02-04-PLAN.md:46

  $ phaseline undo 0
  phaseline: undo 0 does nothing
  [2]
  $ phaseline undo two
  phaseline: "two" is no number of changes to undo
  [2]
  $ phaseline undo 2 --dry-run
  phaseline: --dry-run shows one undo at a time
  [2]

A change that undo could not take back is not made.

  $ printf -- '---\nstatus: a: b\n and more\n\n## Tasks\n\n- [ ] **Task 1**: x\n' >plans/02-callers/02-12-PLAN.md; cp plans/02-callers/02-12-PLAN.md before
  $ phaseline assign 02-12 ann
  phaseline: plans/02-callers/02-12-PLAN.md cannot be changed so that undo finds the way back; nothing changed, see what `phaseline lint` says of it
  [3]
  $ phaseline block 02-12 --note later
  phaseline: plans/02-callers/02-12-PLAN.md cannot be changed so that undo finds the way back; nothing changed, see what `phaseline lint` says of it
  [3]
  $ phaseline lint plans/02-callers/02-12-PLAN.md
  plans/02-callers/02-12-PLAN.md:1:1: error: the frontmatter is never closed; end it with a line of --- [unclosed-frontmatter]
  plans/02-callers/02-12-PLAN.md:2:9: warning: "a: b" is no status that phaseline knows; taken as pending [unknown-status]
  plans/02-callers/02-12-PLAN.md:2:10: error: this is not YAML: mapping values are not allowed in this context [broken-frontmatter]
  2 errors, 1 warning and 0 notes in 1 file
  [1]
  $ cmp plans/02-callers/02-12-PLAN.md before
