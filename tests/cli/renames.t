Files that are gone are followed to where they went.

  $ mkdir -p x/plans x/src && cd x && git init -q .
  $ commit() { git add -A && git -c user.name=Eve -c user.email=x commit -qm "$1"; }
  $ lines() { for i in 1 2 3 4 5 6 7 8 9; do echo "line $i of $1;"; done; }
  $ cat >plans/01-01-PLAN.md <<'P'
  > # Plan 01-01: Leave the old calls
  > 
  > ## Tasks
  > - [ ] **Task 1**: Calls
  >   - `src/calls.c`, line 2: `line 2 of calls;`
  >   - `src/calls.c`, line 8: `line 8 of calls;`
  >   - `src/calls.c`, line 9
  >   - `src/old.c`, line 3: `line 3 of old;`
  >   - `never.c`, line 1: `first;`
  > P
  $ lines calls >src/calls.c; lines old >src/old.c; commit 'Plan it' && git tag v1
  $ mkdir lib && git mv src/calls.c lib/calls.c && sed -i '4a new;' lib/calls.c && commit 'Move the calls' && git tag v2
  $ git mv lib/calls.c lib/ring.c && sed -i 1d lib/ring.c && commit 'Ring' && git rm -q src/old.c && commit 'Drop the old'

By git, through two renames; what was deleted, and what never was.

  $ phaseline refs | sed 's/[0-9a-f]\{7\}$/COMMIT/'
  Line  Now  State      For      Text
  src/old.c
             file-gone  01-01/1  line 3; it was deleted in COMMIT
  never.c
             file-gone  01-01/1  line 1
  src/calls.c, now lib/ring.c, 2 of 2 remain
     2    1  moved      01-01/1  line 2 of calls;
     8    8  moved      01-01/1  line 8 of calls;
     9       unquoted   01-01/1  it was src/calls.c
  
  5 references: 2 moved, 2 file-gone, 1 unquoted
  $ phaseline refs --check 2>&1 | sed 's/[0-9a-f]\{7\} \[/COMMIT [/'
  plans/01-01-PLAN.md:5:25: warning: the text of src/calls.c:2 is now at lib/ring.c:1 [reference-stale]
  plans/01-01-PLAN.md:6:25: warning: the text of src/calls.c:8 is now at lib/ring.c:8 [reference-stale]
  plans/01-01-PLAN.md:7:25: warning: lib/ring.c:9: the file was src/calls.c [reference-stale]
  plans/01-01-PLAN.md:8:23: warning: there is no file src/old.c; it was deleted in COMMIT [reference-stale]
  plans/01-01-PLAN.md:9:21: warning: there is no file never.c [reference-stale]
  5 references of 1 plan and the code contradict each other
  $ phaseline refs --json | tr ',' '\n' | grep -E '^"(path|resolved|state|reason|was_path|renamed_in)"' | sed 's/[0-9a-f]\{7\}"/COMMIT"/' | head -12
  "path":"src/calls.c"
  "resolved":"lib/ring.c"
  "state":"moved"
  "reason":null
  "was_path":"src/calls.c"
  "renamed_in":"COMMIT"
  "path":"src/calls.c"
  "resolved":"lib/ring.c"
  "state":"moved"
  "reason":null
  "was_path":"src/calls.c"
  "renamed_in":"COMMIT"

At each revision where it was then.

  $ phaseline refs --rev v2 --file calls.c
  Line  Now  State     For      Text
  src/calls.c, now lib/calls.c, 2 of 2 remain
     2    2  moved     01-01/1  line 2 of calls;
     8    9  moved     01-01/1  line 8 of calls;
     9       unquoted  01-01/1  it was src/calls.c
  
  3 references: 2 moved, 1 unquoted
  $ phaseline refs --rev v1 --file calls.c --state standing
  Line  State     For      Text
  src/calls.c, 2 of 2 remain
     2  standing  01-01/1  line 2 of calls;
     8  standing  01-01/1  line 8 of calls;
  
  2 references: 2 standing
  $ phaseline refs --since v1 | sed 's/[0-9a-f]\{7\}$/COMMIT/'
  Line  Now  Was       State      For      Text
  src/old.c
             standing  file-gone  01-01/1  line 3; it was deleted in COMMIT
  src/calls.c, now lib/ring.c, 2 of 2 remain
     2    1  standing  moved      01-01/1  line 2 of calls;
     8    8  standing  moved      01-01/1  line 8 of calls;
  
  3 references changed since v1: 2 moved, 1 file-gone

A file that was moved, and nothing of it committed; a new name for what was renamed before.

  $ mkdir src && mv lib/ring.c src/bell.c && phaseline refs --file bell.c
  Line  Now  State     For      Text
  src/calls.c, now src/bell.c, 2 of 2 remain
     2    1  moved     01-01/1  line 2 of calls;
     8    8  moved     01-01/1  line 8 of calls;
     9       unquoted  01-01/1  it was src/calls.c
  
  3 references: 2 moved, 1 unquoted
  $ git add -A && phaseline refs --file bell.c --state unquoted && commit 'Bell' && phaseline refs --file bell.c --state unquoted
  Line  State                For      Text
  src/calls.c, now src/bell.c, 2 of 2 remain
     9  unquoted, unchanged  01-01/1  it was src/calls.c
  
  1 reference: 1 unquoted
  Line  State                For      Text
  src/calls.c, now src/bell.c, 2 of 2 remain
     9  unquoted, unchanged  01-01/1  it was src/calls.c
  
  1 reference: 1 unquoted

The code may lie in a repository of its own.

  $ mkdir -p ~/y/plans && cd ~/y && cp ../x/plans/*.md plans && phaseline refs --source ../x --file bell.c
  Line  Now  State     For      Text
  src/calls.c, now ../x/src/bell.c, 2 of 2 remain
     2    1  moved     01-01/1  line 2 of calls;
     8    8  moved     01-01/1  line 8 of calls;
     9       unquoted  01-01/1  it was src/calls.c
  
  3 references: 2 moved, 1 unquoted
  $ mkdir ~/z && cp -r ../x ~/z/app && cd ~/z/app && rm -rf .git && cd .. && git init -q . && commit 'All of it'
  $ echo 'source: src' >app/.phaseline.yaml && git mv app/src/bell.c app/tone.c && mkdir -p app/src && commit 'Tone'
  $ sed -i 's/src.calls/bell/' app/plans/*.md && phaseline -C app refs --file tone.c --state moved
  Line  Now  State  For      Text
  src/bell.c, now tone.c, 2 of 2 remain
     2    1  moved  01-01/1  line 2 of calls;
     8    8  moved  01-01/1  line 8 of calls;
  
  2 references: 2 moved

Without phaseline-git what is gone is just gone; without a repository, too.

  $ mkdir ~/bin && cp "$BUILD/phaseline" ~/bin && cd ~/x && ~/bin/phaseline refs --file calls.c
  State      For      Text
  src/calls.c
  file-gone  01-01/1  lines 2, 8, 9
  
  3 references: 3 file-gone
  $ ~/bin/phaseline refs --rev HEAD
  phaseline: the history of git needs phaseline-git, which is not installed; build phaseline with libgit2
  [2]
  $ mkdir ~/w && cp -r plans ~/w && phaseline -C ~/w refs --state file-gone --file never.c
  Line  State      For      Text
  never.c
     1  file-gone  01-01/1  first;
  
  1 reference: 1 file-gone

What is back is not followed.

  $ cd ~/x && lines calls >src/calls.c && phaseline refs --file calls.c
  Line  State     For      Text
  src/calls.c, 2 of 2 remain
     2  standing  01-01/1  line 2 of calls;
     8  standing  01-01/1  line 8 of calls;
     9  unquoted  01-01/1  line 9 of calls;
  
  3 references: 2 standing, 1 unquoted

A project that git tracks nothing of has no history there; one that it tracks has, however its index is written.

  $ mkdir ~/v && cd ~/v && git init -q . && echo seed >seed && git add seed && commit 'Seed'
  $ mkdir -p sub/plans && cp ~/x/plans/*.md sub/plans && touch sub/.phaseline.yaml && phaseline -C sub refs --state file-gone --file never.c
  Line  State      For      Text
  never.c
     1  file-gone  01-01/1  first;
  
  1 reference: 1 file-gone
  $ mkdir sub/src && lines calls >sub/src/calls.c && commit 'All of it' && git mv sub/src/calls.c sub/ring.c && commit 'Ring'
  $ phaseline -C sub refs --file ring.c
  Line  Now  State     For      Text
  src/calls.c, now ring.c, 2 of 2 remain
     2    2  moved     01-01/1  line 2 of calls;
     8    8  moved     01-01/1  line 8 of calls;
     9       unquoted  01-01/1  it was src/calls.c
  
  3 references: 2 moved, 1 unquoted
  $ git update-index --index-version 4 && phaseline -C sub refs --file ring.c | tail -1
  3 references: 2 moved, 1 unquoted
  $ git worktree add -q ../u && phaseline -C ../u/sub refs --file ring.c | tail -1
  3 references: 2 moved, 1 unquoted
