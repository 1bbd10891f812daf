What plans are for, and which tasks cover it.

  $ cp -R "$TESTDIR/golden/families" x && cd x

Each list of tasks has its own, from the documents beside it and from what its tasks say.

  $ phaseline requirements
  mend-boats  Boats that float: 7 of 9 covered
  Requirement  Text                                                                        Done  Tasks
  ▸ 1          Count the boats                                                              1/1  1.1, 1.2
    ✓ 1.1      WHEN the count is asked for THEN the system SHALL give the number of boats   1/1  1.1, 1.2
    ! 1.2      IF a boat is sunk THEN the system SHALL leave it out                              no task
    ✓ 1.3      WHEN a boat has no name THEN the system SHALL give it a number               1/1  1.1
    ✓ 1.4      THE system SHALL count each boat once                                        1/1  1.1
  · 2          As a rower, I want dry feet, so that I come again.                           0/1  2.1
    · 2.1      WHEN a seam leaks THEN it SHALL be tarred                                    0/1  2.1
    · 2.2      THE tar SHALL be dry before the boat is used                                 0/1  2.1
    ! 2.3      WHEN a boat cannot be mended THEN it SHALL be given away                          no task
  
  add-lamps  Lamps along the rail
  Requirement         Text
  Lamps at night      The rail SHALL have a lamp every ten steps.
  Colour of the rail  The rail SHALL be white.
  
  001-lamps  Lamps on the pier: 1 of 2 covered
  Requirement  Text                                              Done  Tasks
  ▸ US1        See the water                                      1/3  3, 4, 5
  ! US2        Save oil                                                no task
  FR-001       The switch MUST light every lamp within a second
  FR-002       The last lamp MUST burn from dusk to dawn
  SC-001       No boat hits the pier in a season
  
  16 requirements: 8 covered (3 done), 3 without a task, 5 of a kind that no task names

Of one plan, or of one task.

  $ phaseline requirements 001-lamps/3
  001-lamps  Lamps on the pier: 1 of 2 covered
  Requirement  Text           Done  Tasks
  ▸ US1        See the water   1/3  3, 4, 5
  
  1 requirement: 1 covered (0 done)
  $ phaseline requirements mend-boats/2.1 --json | sed 's/},{/},\n{/g' | head -n 1
  [{"id":"2","title":null,"text":"As a rower, I want dry feet, so that I come again.","directory":".kiro/specs/mend-boats","declared":{"path":".kiro/specs/mend-boats/requirements.md","line":24},"state":"covered","done":0,"total":1,"by":[{"name":"mend-boats/2.1","plan":"mend-boats","path":".kiro/specs/mend-boats/tasks.md","position":5,"title":"Tar the seams","status":"pending"}]},
  $ phaseline requirements --family speckit | head -n 3
  001-lamps  Lamps on the pier: 1 of 2 covered
  Requirement  Text                                              Done  Tasks
  ▸ US1        See the water                                      1/3  3, 4, 5

What no task covers, and what tasks name that is declared nowhere.

  $ sed -i 's/2.1, 2.2/2.1, 7.2/' .kiro/specs/mend-boats/tasks.md
  $ phaseline requirements --uncovered
  mend-boats  Boats that float: 6 of 9 covered
  Requirement  Text                                                      Done  Tasks
    ! 1.2      IF a boat is sunk THEN the system SHALL leave it out            no task
    ! 2.2      THE tar SHALL be dry before the boat is used                    no task
    ! 2.3      WHEN a boat cannot be mended THEN it SHALL be given away        no task
  ! 7.2        declared nowhere                                           0/1  2.1
  
  001-lamps  Lamps on the pier: 1 of 2 covered
  Requirement  Text      Tasks
  ! US2        Save oil  no task
  
  5 requirements: 4 without a task, 1 declared nowhere
  $ phaseline requirements --check mend-boats/1.1
  no requirement is without a task, and none is declared nowhere
  $ phaseline requirements --check 001-lamps
  001-lamps  Lamps on the pier: 1 of 2 covered
  Requirement  Text      Tasks
  ! US2        Save oil  no task
  
  1 requirement: 1 without a task
  [1]
  $ phaseline requirements nothing
  phaseline: no plan "nothing"; `phaseline status --all` shows them all
  [2]

A document that changes says something else at once; one that goes, nothing any more.

  $ sed -i 's/User Story 2/User Story 3/' specs/001-lamps/spec.md
  $ phaseline requirements --uncovered 001-lamps
  001-lamps  Lamps on the pier: 1 of 2 covered
  Requirement  Text      Tasks
  ! US3        Save oil  no task
  
  1 requirement: 1 without a task
  $ rm specs/001-lamps/spec.md .kiro/specs/mend-boats/requirements.md
  $ phaseline requirements 001-lamps mend-boats
  mend-boats  Boats that float
  Requirement  Done  Tasks
  ✓ 1.1         1/1  1.1, 1.2
  ✓ 1.3         1/1  1.1
  ✓ 1.4         1/1  1.1
  · 2.1         0/1  2.1
  · 7.2         0/1  2.1
  
  001-lamps  Lamps on the pier
  Requirement  Done  Tasks
  ▸ US1         1/3  3, 4, 5
  
  6 requirements: 6 covered (3 done)
  $ phaseline requirements --check && echo none
  no requirement is without a task, and none is declared nowhere
  none

Plans of a roadmap cover what their frontmatter names, when they are done.

  $ mkdir -p .planning/phases/01-oars && cd .planning/phases/01-oars
  $ printf -- '---\nrequirements: [OAR-01, OAR-02]\n---\n\n# Oars\n' >01-01-PLAN.md
  $ printf -- '---\nrequirements: [OAR-02]\n---\n\n# More oars\n' >01-02-PLAN.md
  $ echo done >01-01-SUMMARY.md
  $ phaseline requirements --family gsd
  .planning/phases
  Requirement  Done  Tasks
  ✓ OAR-01      1/1  01-01
  ▸ OAR-02      1/2  01-01, 01-02
  
  2 requirements: 2 covered (1 done)
  $ phaseline requirements 01-01
  .planning/phases
  Requirement  Done  Tasks
  ✓ OAR-01      1/1  01-01
  ▸ OAR-02      1/2  01-01, 01-02
  
  2 requirements: 2 covered (1 done)
