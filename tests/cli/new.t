An empty plan of each family.

  $ cp -R "$TESTDIR/golden/families" x && cp -R "$EXAMPLE/plans" x && cd x

With numbers: the next one of a phase, or that very one. It goes where the others are.

  $ phaseline new --family phased 02 Mend the lamps
  02-05  plans/02-callers/02-05-PLAN.md
  $ cat plans/02-callers/02-05-PLAN.md
  ---
  phase: 02
  plan: 05
  status: pending
  created: 2026-01-14
  depends_on: []
  ---
  
  # Plan 02-05: Mend the lamps
  
  ## Goal
  
  ## Files to Modify
  
  ## Tasks
  
  - [ ] **Task 1**: 
  
  ## Verification
  
  ## Rollback
  $ phaseline new --family phased 3-7 "What's left: all of it"
  03-07  plans/03-farewell/03-07-PLAN.md
  $ phaseline show 03-07
  03-07  What's left: all of it
  
     Status   pending, says its frontmatter
     Created  2026-01-14
     File     plans/03-farewell/03-07-PLAN.md
  
     Tasks: 0 of 1 done
     · 1  Task 1
  
     Journal
     2026-01-14  first seen, pending
  $ phaseline new --family phased 09 A new phase
  09-01  plans/09/09-01-PLAN.md
  $ phaseline new --family gsd 01 Lamps
  01-03  .planning/phases/01/01-03-PLAN.md
  $ phaseline show .planning/phases/01/01-03-PLAN.md | head -4
  01-03  Lamps
  
     Lamps
  
  $ phaseline lint --family gsd
  nothing to complain about

Without.

  $ phaseline new --family speckit Mend the lamps!
  002-mend-the-lamps  specs/002-mend-the-lamps/tasks.md
  $ cat specs/002-mend-the-lamps/tasks.md
  # Tasks: Mend the lamps!
  
  **Input**: Design documents from `/specs/002-mend-the-lamps/`
  **Prerequisites**: plan.md, spec.md
  
  ## Phase 1: Setup
  
  - [ ] T001 
  
  ## Phase 2: User Story 1 (Priority: P1)
  
  **Goal**: 
  
  **Independent Test**: 
  
  - [ ] T002 [US1] 
  
  **Checkpoint**: 
  $ phaseline new --family kiro Mend the lamps at night
  mend-the-lamps-at-night  .kiro/specs/mend-the-lamps-at-night/tasks.md
  $ cat .kiro/specs/mend-the-lamps-at-night/tasks.md
  # Implementation Plan: Mend the lamps at night
  
  - [ ] 1. 
    - _Requirements: 1.1_
  $ phaseline new --family openspec "Mend lamps"
  mend-lamps  openspec/changes/mend-lamps/tasks.md
  $ cat openspec/changes/mend-lamps/tasks.md
  ## 1. Mend lamps
  
  - [ ] 1.1 
  $ phaseline new --family backlog "Mend: the 'lamp'"
  TASK-11  backlog/tasks/task-11 - Mend-the-lamp.md
  $ cat backlog/tasks/task-11*
  ---
  id: TASK-11
  title: 'Mend: the ''lamp'''
  status: To Do
  assignee: []
  created_date: '2026-01-14'
  labels: []
  dependencies: []
  ---
  
  ## Description
  
  ## Acceptance Criteria
  <!-- AC:BEGIN -->
  - [ ] #1 
  <!-- AC:END -->
  $ phaseline new --family superpowers "Lámpara"
  lámpara  docs/superpowers/plans/2026-01-14-lámpara.md
  $ cat docs/superpowers/plans/2026-01-14-lámpara.md
  # Lámpara Implementation Plan
  
  **Goal:** 
  
  **Architecture:** 
  
  **Tech Stack:** 
  
  ---
  
  ### Task 1: 
  
  **Files:**
  - Create: 
  - Test: 
  
  - [ ] **Step 1: Write the failing test**
  $ phaseline status --family backlog
  x                                                                     2026-01-14
  
     Phase                          Plans          Tasks
     Backlog                        ░░░░░░ 0/3       1/2
        TASK-7 Paint the boathouse  ▸ in-progress      –
        task-10 Hang the sign       · pending        1/2
        TASK-11 Mend: the 'lamp'    · pending          –
     Backlog drafts                 ░░░░░░ 0/1         –
     Backlog completed              ██████ 1/1         –
     Backlog archive                ██████ 1/1         –
  
     2 of 6 plans, 1 of 2 tasks
  $ phaseline list --family superpowers --json | grep -c '"title":""'
  1

Of the family that most plans are of; only looked at.

  $ phaseline new -n 04 Lamps | sed -n 8,9p
  
  # Plan 04-01: Lamps
  $ ls plans
  01-groundwork
  02-callers
  03-farewell
  09
  $ phaseline new --json 04 Lamps
  {"id":"04-01","path":"plans/04/04-01-PLAN.md","family":"phased","title":"Lamps"}

What cannot be.

  $ phaseline new 02-06 Again
  02-06  plans/02-callers/02-06-PLAN.md
  $ phaseline new --family kiro Mend boats
  phaseline: there is a plan mend-boats already: .kiro/specs/mend-boats/tasks.md
  [2]
  $ phaseline new Lamps
  phaseline: "Lamps" is no number of a phase or plan; write `phaseline new 03 TITLE` or 03-04
  [2]
  $ phaseline new 04
  phaseline: a plan needs a title: phaseline new 04 TITLE
  [2]
  $ phaseline new --family kiro '!!'
  phaseline: a title needs a letter or a digit
  [2]
  $ phaseline new --family kiro "a$(printf '\n')b" "$(printf 'c\033[2J')"
  phaseline: a title is one line of text, without control characters
  [2]
  $ phaseline new
  phaseline: new needs more: phaseline new [NUMBER] TITLE...
  [2]
  $ ln -s /tmp docs2 && rm -r openspec && ln -s /tmp openspec
  $ phaseline new --family openspec Outside
  phaseline: cannot write openspec/changes/outside/tasks.md: Not a directory
  [5]
  $ echo 'plans: ["migration/*.md"]' >.phaseline.yaml
  $ phaseline new 04-09 Elsewhere
  phaseline: plans/04/04-09-PLAN.md would be no plan: the `plans:` of .phaseline.yaml leave it out
  [2]
