What git knows of the work on a plan.

  $ mkdir -p x/plans/01-first x/src && cd x && git init -q .
  $ commit() { git add -A && GIT_AUTHOR_DATE=$1T09:00:00Z GIT_COMMITTER_DATE=$1T09:00:00Z git -c user.name=Eve -c user.email=x commit -qm "$2"; }
  $ hide() { sed -E 's/\b[0-9a-f]{7}\b/COMMIT /'; }
  $ cat >plans/01-first/01-01-PLAN.md <<'P'
  > # Plan 01-01: Leave the old calls
  > 
  > ## Files to Modify
  > 
  > #### 1. src/calls.c
  > #### 2. src/ring.c
  > #### 3. src/new.c (NEW)
  > #### 4. src/later.c (NEW)
  > #### 5. src/old.c
  > #### 6. src/tone.c
  > #### 7. src/quiet.c
  > 
  > ## Tasks
  > - [ ] **Task 1**: Modify `src/calls.c`
  > - [ ] **Task 2**: Modify `src/ring.c`
  > - [ ] **Task 3**: The rest
  > P
  $ for f in calls ring old tone quiet other; do for l in 1 2 3 4 5; do echo "$f $l"; done >src/$f.c; done
  $ commit 2026-01-02 'Plan 01-01' && mkdir lib
  $ echo x >>src/calls.c && commit 2026-01-03 'feat(01-01): new calls' && echo x >>src/other.c && echo x >src/new.c && commit 2026-01-04 'fix(phase-01-01): task 3, and more'
  $ echo x >>src/ring.c && commit 2026-01-05 'feat(01-02): of another plan' && git rm -q src/old.c && git mv src/tone.c lib/tone.c && commit 2026-01-06 '01-01/3 drop and move'
  $ echo y >>src/other.c && commit 2026-01-07 'No word of it' && echo y >>plans/01-first/01-01-PLAN.md && commit 2026-01-08 'docs(01-01): a note'
  $ phaseline show 01-01 | sed -n '/Commits/,/Journal/p' | hide
     Commits: 5
     COMMIT   2026-01-02      Plan 01-01                          7 files
     COMMIT   2026-01-03  /1  feat(01-01): new calls              1 file
     COMMIT   2026-01-04  /3  fix(phase-01-01): task 3, and more  2 files
     COMMIT   2026-01-06  /3  01-01/3 drop and move               3 files
     COMMIT   2026-01-08      docs(01-01): a note                 1 file
  
     Files since 2026-01-02, when it was planned
     created       src/new.c
     changed       src/calls.c, src/ring.c
     renamed       src/tone.c (now lib/tone.c)
     untouched     src/quiet.c
     deleted       src/old.c
     missing       src/later.c
     not by these  src/ring.c
     not planned   src/other.c
  
     Journal
  $ phaseline show 01-01/3 | sed -n '/Commits/,/Journal/p' | hide
     Commits: 2
     COMMIT   2026-01-04  /3  fix(phase-01-01): task 3, and more  2 files
     COMMIT   2026-01-06  /3  01-01/3 drop and move               3 files

What the plan records belongs to it, whatever its message says; what git does not know is told as it stands there.

  $ printf '\n## Commits\n\n- Commit: `%s`\n- Commit: `abc1234` (feat: of another clone)\n' $(git log --format=%h --grep='No word') >>plans/01-first/01-01-PLAN.md
  $ phaseline show 01-01 | sed -n '/Commits/,/Files since/p' | hide
     Commits: 6
     COMMIT   2026-01-02      Plan 01-01                          7 files
     COMMIT   2026-01-03  /1  feat(01-01): new calls              1 file
     COMMIT   2026-01-04  /3  fix(phase-01-01): task 3, and more  2 files
     COMMIT   2026-01-06  /3  01-01/3 drop and move               3 files
     COMMIT   2026-01-07      No word of it                       1 file
     COMMIT   2026-01-08      docs(01-01): a note                 1 file
     - COMMIT  feat: of another clone
  
     Files since 2026-01-02, when it was planned

What is not committed counts for the files. A plan that has moved is the same plan.

  $ git mv plans/01-first plans/01-begin && commit 2026-01-09 'Rename the phase' && echo z >>src/quiet.c
  $ phaseline show 01-01 | sed -n '/Files since/,/Journal/p'
     Files since 2026-01-02, when it was planned
     created       src/new.c
     changed       src/calls.c, src/ring.c, src/quiet.c
     renamed       src/tone.c (now lib/tone.c)
     deleted       src/old.c
     missing       src/later.c
     not by these  src/ring.c, src/quiet.c
     not planned   src/other.c
  
     Journal

Of two plans of one id, a commit belongs to the one that was added last before it.

  $ mkdir plans/01-again && sed 's/old calls/new calls/; /## Commits/,$d' plans/01-begin/01-01-PLAN.md >plans/01-again/01-01-PLAN.md
  $ commit 2026-01-10 'Plan again' && echo z >>src/calls.c && commit 2026-01-11 'feat(01-01): newer calls'
  $ phaseline show again/01-01 | sed -n '/Commits/,/Files since/p' | hide
     Commits: 1
     COMMIT   2026-01-11  /1  feat(01-01): newer calls  1 file
  
     Files since 2026-01-10, when it was planned
  $ phaseline show begin/01-01 | grep -c newer
  0
  [1]

Without a repository, without a commit, or before the plan is committed there is less to say.

  $ sed 's/01-01/01-05/' plans/01-again/01-01-PLAN.md >plans/01-again/01-05-PLAN.md && phaseline show 01-05 | grep -cE 'Commits|since'
  0
  [1]
  $ rm -rf .git && phaseline show begin/01-01 | sed -n '/Commits/,/Journal/p' | hide
     Commits
     - COMMIT 
     - COMMIT  feat: of another clone
  
     Journal
  $ git init -q . && phaseline show 01-05 | grep -cE 'Commits|since'
  0
  [1]
