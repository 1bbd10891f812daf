The plans of several families in one tree.

  $ cp -R "$TESTDIR/golden/families" x && cd x

Each family has its groups, in its own words.

  $ phaseline status
  x                                                                     2026-01-14
  
     Phase                                     Plans          Tasks  References
     Kiro specs                                ░░░░░░ 0/1       1/6           –
        mend-boats Boats that float            ▸ in-progress    1/6           –
     Backlog                                   ░░░░░░ 0/2       1/2           –
        TASK-7 Paint the boathouse             ▸ in-progress      –           –
        task-10 Hang the sign                  · pending        1/2           –
     Backlog drafts                            ░░░░░░ 0/1         –           –
     Backlog completed                         ██████ 1/1         –           –
     Backlog archive                           ██████ 1/1         –           –
     Superpowers plans                         ░░░░░░ 0/1       0/2           1
        bell Harbour Bell Implementation Plan  ▸ in-progress    0/2           1
     OpenSpec changes                          ░░░░░░ 0/1       1/4           –
        add-lamps Lamps along the rail         ▸ in-progress    1/4           –
     OpenSpec archive                          ██████ 1/1       1/2           –
     Spec Kit features                         ░░░░░░ 0/1       3/5           1
        001-lamps Lamps on the pier            ▸ in-progress    3/5           1
  
     3 of 10 plans, 7 of 21 tasks
  
     Needs attention
     ? task-10    status says To Do, 1 of 2 boxes is done
     ? old-lamps  archived, but 1 of 2 boxes is open
     Next: mend-boats/2.1 Tar the seams
  $ phaseline show mend-boats
  mend-boats  Boats that float
  
     Half of the boats leak. Before the season each of them is counted, and mended or given away.
  
     Status        in-progress, say its tasks
     Requirements  7 of 9 covered
     File          .kiro/specs/mend-boats/tasks.md
  
     Tasks: 1 of 6 done
     · 1      Sort the boats
       ✓ 1.1  Count them in boats/count.py        boats/count.py
       · 1.2  Write property tests for the count
     ▸ 2      Mend the leaks
       · 2.1  Tar the seams
     · 3      Checkpoint - Ensure all tests pass
  
     Files: 1
     File
     boats/count.py
  
     Findings
     ? line 3: its one part is done, 1 is open [parts-contradicted]
  
     Journal
     2026-01-14  first seen, in-progress
  $ phaseline next
  Next              Task                                        Plan                              Owner
  ▸ mend-boats/2.1  Tar the seams                               Boats that float
  ▸ TASK-7          Paint the boathouse                                                           @ann
  ▸ bell/1          The bell                                    Harbour Bell Implementation Plan
  ▸ add-lamps/1.2   Hang them along pier/rail.py                Lamps along the rail
  ▸ 001-lamps/3     Test of the switch in tests/test_switch.py  Lamps on the pier
  1 open plan cannot start yet: blocked, or waiting for others

Only those of one family.

  $ phaseline status --family kiro
  x                                                                     2026-01-14
  
     Phase                           Plans          Tasks
     Kiro specs                      ░░░░░░ 0/1       1/6
        mend-boats Boats that float  ▸ in-progress    1/6
  $ phaseline status --family gsd
  no such plans of the family gsd
  x                                                                     2026-01-14
  
  $ phaseline list --family openspec
  add-lamps/1.1  done     Order them
  add-lamps/1.2  pending  Hang them along pier/rail.py
  add-lamps/2.1  pending  Count them at night
  add-lamps/4    pending  Tell the harbour master
  old-lamps/1.1  done     Unscrew
  old-lamps/1.2  pending  Sell
  $ phaseline next --family speckit
  Next           Task                                        Plan
  ▸ 001-lamps/3  Test of the switch in tests/test_switch.py  Lamps on the pier
  $ phaseline report --family backlog --format text
  x: progress of Backlog.md                                             2026-01-14
  
     2 of 5 plans and 1 of 2 tasks are done; 3 plans left, without an estimate.
  
     Needs a decision: 1 claim contradicted.
  
     Phases
     Phase              Plans done  Tasks done
     Backlog            ░░░░░░ 0/2         1/2
     Backlog drafts     ░░░░░░ 0/1
     Backlog completed  ██████ 1/1
     Backlog archive    ██████ 1/1
     Total              ██░░░░ 2/5         1/2
  
     Contradictions
     Plan     Where                                       What
     task-10  backlog/tasks/task-10 - Hang-the-sign.md:4  status says To Do, 1 of 2 boxes is done
  
     What is next
     - TASK-7  Paint the boathouse
  
     2 open plans cannot start yet: blocked, or waiting for others.
  
     The longest way to the end is 2 plans long, one after the other:
  
     1. TASK-7   Paint the boathouse
     2. task-10  Hang the sign
  
     Plan by plan
     Plan     Title                Status         Tasks done  Owner
     Backlog
     TASK-7   Paint the boathouse  ▸ in-progress              @ann
     task-10  Hang the sign        · pending             1/2  @ann, @ben
     Backlog drafts
     DRAFT-2  Name the boats       · pending
     Backlog completed
     TASK-3   Buy paint            ✓ done
     Backlog archive
     TASK-5   Sell the raft        – skipped                  @ben
  
     Findings
     2 findings, none of them an error; see phaseline lint.
  $ phaseline export --family kiro | wc -l
  1
  $ phaseline export --family kiro mend-boats
  phaseline: --family or plans, not both
  [2]
  $ phaseline lint --family openspec
  openspec/changes/archive/2026-01-13-old-lamps/tasks.md:1:1: warning: archived, but 1 of 2 boxes is open [status-contradicted]
  0 errors, 1 warning and 0 notes in 1 file
  $ phaseline status --family nobody
  phaseline: --family takes phased, gsd, speckit, kiro, openspec, backlog or superpowers, not "nobody"
  [2]

A task is named by its number, or by the numbers of its label.

  $ phaseline start mend-boats/2.1
  mend-boats/2.1  pending → in-progress  .kiro/specs/mend-boats/tasks.md:13
  $ grep -n 2.1 .kiro/specs/mend-boats/tasks.md
  13:- [-] 2.1 Tar the seams
  14:  - _Requirements: 2.1, 2.2_
  $ phaseline done mend-boats/2.1 mend-boats/1.1-1.2
  mend-boats/2.1  in-progress → done  .kiro/specs/mend-boats/tasks.md:13
  mend-boats/1.1  done already        .kiro/specs/mend-boats/tasks.md:4
  mend-boats/1.2  pending → done      .kiro/specs/mend-boats/tasks.md:8
  mend-boats: 3 of 6 tasks; next: mend-boats/2 Mend the leaks
  $ phaseline done mend-boats/9.1
  phaseline: no task 9.1 in mend-boats; it has 6: `phaseline show mend-boats`
  [2]
  $ phaseline done 001-lamps/T003 001-lamps/5
  001-lamps/3  pending → done      specs/001-lamps/tasks.md:24
  001-lamps/5  pending → done      specs/001-lamps/tasks.md:29
  001-lamps    in-progress → done  specs/001-lamps/tasks.md
  $ grep -n "T00[35]" specs/001-lamps/tasks.md
  24:- [x] T003 [P] [US1] Test of the switch in tests/test_switch.py
  29:- [x] T005 [US1] Hang the lamps with `pier/lamps/hang.py`
  $ phaseline show 001-lamps/5
  001-lamps/5  Hang the lamps with pier/lamps/hang.py
  
     Status   done, says its box
     Plan     001-lamps Lamps on the pier
     Section  Phase 2: User Story 1 - See the water (Priority: P1)
     For      US1 See the water
     File     specs/001-lamps/tasks.md:29
     Touches  pier/lamps/hang.py
  
     Journal
     2026-01-14  Hang the lamps with pier/lamps/hang.py: pending to done (tester)
  $ phaseline log --limit 3
  When              Who     Plan         What
  2026-01-14 12:00  tester  001-lamps    in-progress → done
  2026-01-14 12:00  tester  001-lamps/5  pending → done
  2026-01-14 12:00  tester  001-lamps/3  pending → done

A plan without a place for its own status is done when its tasks are; one with such a
place says so in its own words.

  $ phaseline done add-lamps TASK-7
  add-lamps/1.2  pending → done      openspec/changes/add-lamps/tasks.md:4
  add-lamps/2.1  pending → done      openspec/changes/add-lamps/tasks.md:8
  add-lamps/4    pending → done      openspec/changes/add-lamps/tasks.md:9
  add-lamps      in-progress → done  openspec/changes/add-lamps/tasks.md
  TASK-7         in-progress → done  backlog/tasks/task-7 - Paint-the-boathouse.md:4
  task-10 Hang the sign can start now
  $ cat openspec/changes/add-lamps/tasks.md
  ## 1. Lamps
  
  - [x] 1.1 Order them
  - [x] 1.2 Hang them along `pier/rail.py`
  
  ## 2. Verification
  
  - [x] 2.1 Count them at night
  - [x] Tell the harbour master
  $ grep -n status: backlog/tasks/*
  backlog/tasks/task-10 - Hang-the-sign.md:4:status: To Do
  backlog/tasks/task-7 - Paint-the-boathouse.md:4:status: Done
  $ phaseline done bell/2
  bell/2  pending → done  docs/superpowers/plans/2026-01-14-bell.md:26
  bell: 1 of 2 tasks; next: bell/1 The bell
  $ grep -n "Step 1" docs/superpowers/plans/*
  14:- [x] **Step 1: Write the failing test**
  28:- [x] **Step 1: Splice it**

Who finishes a task is told of its open parts.

  $ phaseline reopen mend-boats/1.1
  mend-boats/1.1  done → pending  .kiro/specs/mend-boats/tasks.md:4
  $ phaseline done mend-boats/1
  mend-boats/1  pending → done  .kiro/specs/mend-boats/tasks.md:3
  mend-boats/1 is done, but its one part is open
  mend-boats: 3 of 6 tasks; next: mend-boats/2 Mend the leaks

What the files cannot say is kept beside them.

  $ phaseline start add-lamps
  add-lamps  done → in-progress  in the journal
  $ phaseline undo 8 >/dev/null
  $ diff -r -x .phaseline "$TESTDIR/golden/families" . && echo the same
  the same
