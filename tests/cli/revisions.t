References at revisions of git: the plans of today, and the code as it was.

  $ mkdir -p x/plans x/src/lib && cd x && git init -q .
  $ commit() { git add -A && git -c user.name=Eve -c user.email=x commit -qm "$1"; }
  $ cat >plans/01-01-PLAN.md <<'P'
  > # Plan 01-01: Leave the old calls
  > 
  > ## Tasks
  > - [ ] **Task 1**: Calls
  >   - `src/calls.c`, line 2: `old_open(name);` → `new_open(name);`
  >   - `src/calls.c`, line 3: `old_read(name);`
  >   - `src/calls.c`, line 4: `old_close(name);`
  >   - `deep.c`, line 1: `old_init();`
  >   - `src/late.c`, line 1: `old_exit();`
  > P
  $ printf 'start;\nold_open(name);\nold_read(name);\nold_close(name);\n' >src/calls.c
  $ echo 'old_init();' >src/lib/deep.c && commit 'Plan it' && git tag v1
  $ printf 'start;\nnew_open(name);\nmore;\nold_read(name);\nold_close(name);\n' >src/calls.c
  $ echo 'old_exit();' >src/late.c && commit 'Open with the new call' && git tag v2
  $ sed -i '/old_read/d' src/calls.c && rm src/lib/deep.c && mkdir src/b && echo 'x' >src/b/deep.c
  $ phaseline refs
  Line  State     For      Text
  src/calls.c, 1 of 3 remain
        replaced  01-01/1  line 2
        cleared   01-01/1  line 3
     4  standing  01-01/1  old_close(name);
  src/b/deep.c, 0 of 1 remain
        cleared   01-01/1  line 1
  src/late.c, 1 of 1 remain
     1  standing  01-01/1  old_exit();
  
  5 references: 2 standing, 2 cleared, 1 replaced
  $ phaseline refs --rev v1
  Line  State      For      Text
  src/calls.c, 3 of 3 remain
     2  standing   01-01/1  old_open(name);
     3  standing   01-01/1  old_read(name);
     4  standing   01-01/1  old_close(name);
  src/lib/deep.c, 1 of 1 remain
     1  standing   01-01/1  old_init();
  src/late.c
        file-gone  01-01/1  line 1
  
  5 references: 4 standing, 1 file-gone
  $ phaseline refs --rev v2 --state moved
  Line  Now  State  For      Text
  src/calls.c, 2 of 3 remain
     3    4  moved  01-01/1  old_read(name);
     4    5  moved  01-01/1  old_close(name);
  
  2 references: 2 moved
  $ phaseline refs --rev v2~1 --check
  plans/01-01-PLAN.md:9:24: warning: there is no file src/late.c [reference-stale]
  1 reference of 1 plan and the code contradict each other
  [1]
  $ git status --short
   M src/calls.c
   D src/lib/deep.c
  ?? src/b/

What changed since a revision, and between two; what became wrong.

  $ phaseline refs --since v1
  Line  Was        State     For      Text
  src/calls.c, 1 of 3 remain
        standing   replaced  01-01/1  line 2
        standing   cleared   01-01/1  line 3
  src/b/deep.c, 0 of 1 remain
        standing   cleared   01-01/1  line 1
  src/late.c, 1 of 1 remain
     1  file-gone  standing  01-01/1  old_exit();
  
  4 references changed since v1: 1 standing, 2 cleared, 1 replaced
  $ phaseline refs --since v1 --rev v2
  Line  Now  Was        State     For      Text
  src/calls.c, 2 of 3 remain
             standing   replaced  01-01/1  line 2
     3    4  standing   moved     01-01/1  old_read(name);
     4    5  standing   moved     01-01/1  old_close(name);
  src/late.c, 1 of 1 remain
     1       file-gone  standing  01-01/1  old_exit();
  
  4 references changed between v1 and v2: 1 standing, 2 moved, 1 replaced
  $ phaseline refs --since v2 --rev v1 --state standing
  Line  Was       State     For      Text
  src/calls.c, 3 of 3 remain
     2  replaced  standing  01-01/1  old_open(name);
     3  moved     standing  01-01/1  old_read(name);
     4  moved     standing  01-01/1  old_close(name);
  
  3 references changed between v2 and v1: 2 standing, 1 there again
  $ phaseline refs --since HEAD --rev v2
  no reference changed between HEAD and v2
  $ phaseline refs --since v1 --json | tr ',' '\n' | grep -E '^"(first|state|was)"'
  "first":2
  "state":"replaced"
  "was":"standing"}
  "first":3
  "state":"cleared"
  "was":"standing"}
  "first":1
  "state":"cleared"
  "was":"standing"}
  "first":1
  "state":"standing"
  "was":"file-gone"}]
  $ phaseline refs --since v1 --rev v2 --check
  plans/01-01-PLAN.md:6:25: warning: the text of src/calls.c:3 is now at 4 [reference-stale]
  plans/01-01-PLAN.md:7:25: warning: the text of src/calls.c:4 is now at 5 [reference-stale]
  2 references of 1 plan and the code contradict each other
  [1]
  $ cp plans/01-01-PLAN.md plans/01-02-PLAN.md && sed -i 's/01-01/01-02/; /deep/d' plans/01-02-PLAN.md
  $ phaseline refs --since v2 && rm plans/01-02-PLAN.md
  Line  Was       State     For      Text
  src/b/deep.c, 0 of 1 remain
        standing  cleared   01-01/1  line 1
  src/calls.c, 2 of 6 remain
        moved     cleared   01-01/1  line 3
     4  moved     standing  01-01/1  old_close(name);
        moved     cleared   01-02/1  line 3
     4  moved     standing  01-02/1  old_close(name);
  
  01-01  1 standing, 2 cleared
  01-02  1 standing, 1 cleared
  
  5 references changed since v2: 2 standing, 3 cleared

What is committed is what is there.

  $ commit 'Read no more' && phaseline refs --json >now && phaseline refs --rev HEAD --json | cmp - now && rm now

No such revision; no repository; a repository elsewhere, whose revisions are its own.

  $ phaseline refs --rev v9
  phaseline: git: v9: revspec 'v9' not found
  [2]
  $ mkdir ~/z && cp -r plans ~/z && phaseline -C ~/z refs --rev HEAD
  phaseline: git: ~/z: could not find repository from '~/z'
  [2]
  $ phaseline -C ~/z refs --source . --rev v1 --file deep.c
  Line  State     For      Text
  ./src/lib/deep.c, 1 of 1 remain
     1  standing  01-01/1  old_init();
  
  1 reference: 1 standing
  $ phaseline -C ~/z refs --source src --rev v1 --file deep.c
  Line  State     For      Text
  src/lib/deep.c, 1 of 1 remain
     1  standing  01-01/1  old_init();
  
  1 reference: 1 standing

A project below the top of its repository, code in directories of their own, links, submodules, and what is
no code of this project.

  $ mkdir -p ~/y/app/plans ~/y/app/code ~/y/app/node_modules ~/y/app/other && cd ~/y && git init -q .
  $ printf -- '- [ ] all of it\n  - `in.c`, line 1: `first;`\n  - `code/link.c`, line 1: `first;`\n  - `sub/a.c`, line 1: `first;`\n' >app/plans/01-01-PLAN.md
  $ printf 'source: code\n' >app/.phaseline.yaml && ln -s in.c app/code/link.c
  $ for d in code node_modules other; do echo 'first;' >app/$d/in.c; done && touch app/other/.phaseline.yaml in.c
  $ git init -q app/sub && git -C app/sub -c user.name=a -c user.email=a commit -q --allow-empty -m x
  $ git add -A 2>/dev/null; commit 'All of it' && cd app && phaseline refs --rev HEAD
  Line  State     For      Text
  code/in.c, 1 of 1 remain
     1  standing  01-01/1  first;
  code/link.c
     1  unread    01-01/1  it is a link, or lies behind one
  sub/a.c
     1  unread    01-01/1  it lies in a submodule, whose history is its own
  
  3 references: 1 standing, 2 unread
  $ rm .phaseline.yaml && phaseline refs --rev HEAD --file in.c
  Line  State     For      Text
  code/in.c, 1 of 1 remain
     1  standing  01-01/1  first;
  
  1 reference: 1 standing
