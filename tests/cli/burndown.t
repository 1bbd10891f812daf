How many references stood after each commit: the burndown by evidence.

  $ mkdir -p x/plans x/src && cd x && git init -q .
  $ commit() { git add -A && GIT_AUTHOR_DATE=$1T09:00:00Z git -c user.name=Eve -c user.email=x commit -qm "$2"; }
  $ hide() { sed -E 's/^([-0-9]{10}  )[0-9a-f]{7}/\1COMMIT/; s/after [0-9a-f]{7}/after COMMIT/'; }
  $ printf 'old_open(name);\nold_read(name);\nold_close(name);\n' >src/a.c; cp src/a.c src/b.c
  $ commit 2026-01-02 'Start'
  $ { printf '# Plan 01-01: First\n\n- [ ] **Task 1**: a\n'; i=0; for l in open read close; do i=$((i + 1)); echo "  - \`src/a.c\`, line $i: \`old_$l(name);\`"; done; } >plans/01-01-PLAN.md
  $ commit 2026-01-03 'Plan the first' && touch other && commit 2026-01-04 'Something else'
  $ sed -i 1d src/a.c && commit 2026-01-06 'Open anew'
  $ sed 's/01-01: First/01-02: Second/; s/src.a/src\/b/' plans/01-01-PLAN.md >plans/01-02-PLAN.md && commit 2026-01-08 'Plan the second'
  $ git tag v1 && git mv src/a.c src/c.c && commit 2026-01-10 'Another name' && sed -i 1d src/c.c && commit 2026-01-12 'Read anew'
  $ cp src/b.c src/a.c && commit 2026-01-13 'The old file again' && rm src/a.c && commit 2026-01-14 'And away'
  $ git mv plans/01-01-PLAN.md plans/01-03-PLAN.md && sed -i 's/01-01/01-03/' plans/01-03-PLAN.md && commit 2026-01-15 'Renumber'
  $ rm src/b.c && commit 2026-01-16 'Drop it'
  $ phaseline refs --history | hide
  Date        Commit   Standing    Subject
  2026-01-03  COMMIT  ██████ 3/3  Plan the first
  2026-01-06  COMMIT  ████░░ 2/3  Open anew
  2026-01-08  COMMIT  █████░ 5/6  Plan the second
  2026-01-12  COMMIT  ████░░ 4/6  Read anew
  2026-01-13  COMMIT  ██████ 6/6  The old file again
  2026-01-14  COMMIT  ███░░░ 3/6  And away
  2026-01-16  COMMIT  ░░░░░░ 0/6  Drop it
  
  3 of 3 references stood on 2026-01-03, 0 of 6 after COMMIT; 6 of 10 commits changed that
  $ phaseline report --history --json >report; phaseline report --json | grep -c burndown_references
  0
  [1]
  $ grep -o '"burndown_references"[^]]*' report | grep -o '"y":[0-9]*' | tr '\n' ' '
  "y": "y":3 "y":3 "y":2 "y":5 "y":5 "y":4 "y":6 "y":3 "y":3 "y":0 
  $ grep -o '"burndown_references".*"all"[^]]*' report | grep -o '"y":[0-9]*' | tail -10 | tr '\n' ' '
  "y":3 "y":3 "y":3 "y":6 "y":6 "y":6 "y":6 "y":6 "y":6 "y":6 
  $ phaseline report --history --plan 01-03 --json | grep -o 'References that stand,[^"]*'
  References that stand, after each commit since 2026-01-03: 0 of 3 now.

  $ phaseline refs --history 01-03 | hide
  Date        Commit   Standing    Subject
  2026-01-03  COMMIT  ██████ 3/3  Plan the first
  2026-01-06  COMMIT  ████░░ 2/3  Open anew
  2026-01-12  COMMIT  ██░░░░ 1/3  Read anew
  2026-01-13  COMMIT  ██████ 3/3  The old file again
  2026-01-14  COMMIT  ░░░░░░ 0/3  And away
  
  3 of 3 references stood on 2026-01-03, 0 of 3 after COMMIT; 4 of 10 commits changed that
  $ phaseline refs --history --since v1 --rev HEAD~2 | hide
  Date        Commit   Standing    Subject
  2026-01-08  COMMIT  █████░ 5/6  Plan the second
  2026-01-12  COMMIT  ████░░ 4/6  Read anew
  2026-01-13  COMMIT  ██████ 6/6  The old file again
  2026-01-14  COMMIT  ███░░░ 3/6  And away
  
  5 of 6 references stood on 2026-01-08, 3 of 6 after COMMIT; 3 of 5 commits changed that

Drawn, and as JSON; what is not committed, too.

  $ phaseline refs --history --plot | hide
  References that stand
  6 ┤                            ⠋ ⠈⠉ ⠈⠉ ⠈⠉ ⠈⠉ ⠈⠉ ⠈⠉ ⠈⠉ ⠈⠉ ⠈⠉⡏⠉⠉⠉⠉⢹ ⠈⠉ ⠈⠉ ⠈⠉ ⠈
    │                            ⡦⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⡄     ⡇    ⢸
    │                            ⡇                     ⡇     ⡇    ⢸
  4 ┤                            ⡇                     ⠉⠉⠉⠉⠉⠉⠁    ⢸
    │⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⢲ ⠒⠂ ⠒⠂ ⠒⠂ ⠒⡇                                ⠘⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⢲
  2 ┤                ⢸⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡇                                           ⢸
    │                                                                        ⢸
    │                                                                        ⢸
  0 ┤                                                                        ⢸
    └─────────────────────────────────────────────────────────────────────────
     2026-01-03                                                     2026-01-16
     ⠒⠒⠒ standing  ⠒⠂ ⠒⠂ all
  
  3 of 3 references stood on 2026-01-03, 0 of 6 after COMMIT; 6 of 10 commits changed that
  $ LC_ALL=C phaseline refs --plot 01-02 | hide
  References that stand
  3 +*************************************************************************
    |                                                                        *
    |                                                                        *
  2 +                                                                        *
    |                                                                        *
  1 +                                                                        *
    |                                                                        *
    |                                                                        *
  0 +                                                                        *
    +-------------------------------------------------------------------------
     2026-01-08                                                     2026-01-16
     * standing  o all
  
  3 of 3 references stood on 2026-01-08, 0 of 3 after COMMIT; 1 of 7 commits changed that
  $ printf 'old_open(name);\n' >src/b.c && phaseline refs --history --since HEAD | hide && rm src/b.c
  Date        Commit   Standing    Subject
  2026-01-16  COMMIT  ░░░░░░ 0/6  Drop it
  2026-01-14  now      █░░░░░ 1/6  not committed
  
  0 of 6 references stood on 2026-01-16, 1 of 6 now; 1 of 1 commit changed that
  $ phaseline refs --history --json | sed -E 's/"[0-9a-f]{40}"/"ID"/g' | tr '{' '\n' | tail -n 3
  "commit":"ID","at":"2026-01-14T09:00:00Z","who":"Eve","subject":"And away","standing":3,"total":6},
  "commit":"ID","at":"2026-01-15T09:00:00Z","who":"Eve","subject":"Renumber","standing":3,"total":6},
  "commit":"ID","at":"2026-01-16T09:00:00Z","who":"Eve","subject":"Drop it","standing":0,"total":6}],"uncommitted":0,"blobs":3}

What cannot be told.

  $ phaseline refs --history --state moved
  phaseline: --history takes --source, --since and --rev, not --state, --file, --check or --format
  [2]
  $ sed 's/01-03: First/01-04: Third/' plans/01-03-PLAN.md >plans/01-04-PLAN.md && phaseline refs --history 01-04
  1 plan is in none of these commits, and not counted
  $ rm plans/01-04-PLAN.md && phaseline refs --history --since v9
  phaseline: git: v9: revspec 'v9' not found
  [2]
  $ mkdir ~/y && cp -r plans ~/y && phaseline -C ~/y refs --history
  phaseline: git: ~/y: could not find repository from '~/y'
  [2]

The code may have a repository of its own: then plans count from its start.

  $ phaseline -C ~/y refs --history --source . | hide
  Date        Commit   Standing    Subject
  2026-01-02  COMMIT  ██████ 6/6  Start
  2026-01-06  COMMIT  █████░ 5/6  Open anew
  2026-01-12  COMMIT  ████░░ 4/6  Read anew
  2026-01-13  COMMIT  ██████ 6/6  The old file again
  2026-01-14  COMMIT  ███░░░ 3/6  And away
  2026-01-16  COMMIT  ░░░░░░ 0/6  Drop it
  
  6 of 6 references stood on 2026-01-02, 0 of 6 after COMMIT; 5 of 11 commits changed that

A thousand commits: each content of a file is read once, and what is told is what --rev tells.

  $ mkdir -p ~/z && cd ~/z && git init -q . && awk 'BEGIN {
  >     for (f = 0; f < 8; f++) for (l = 1; l <= 30; l++) line[f, l] = "old_" f "_" l "(name);"
  >     for (c = 1; c <= 1000; c++) {
  >         print "commit refs/heads/master\ncommitter Eve <x> " 1760000000 + c * 3600 " +0000\ndata 1\n."
  >         if (c == 1) for (f = 0; f < 8; f++) put(f)
  >         if (c == 2) plan()
  >         if (c > 2 && c % 10 == 0) { f = c / 10 % 8; l = int(c / 80) * 2 + 1; line[f, l] = c % 30 ? "new;" : "new;\nmore;"; put(f) }
  >         if (c == 500) { print "D src/f3.c"; dir[3] = "lib"; put(3) }
  >         if (c == 505) for (f = 0; f < 2; f++) { keep = line[f, 2]; line[f, 2] = "twice;"; put(f); line[f, 2] = keep }
  >         if (c == 507) for (f = 0; f < 2; f++) put(f)
  >         if (c > 2 && c % 10) file("doc/d" c % 40, c)
  >         print ""
  >     } }
  > function text(f,  s, l) { for (l = 1; l <= 30; l++) s = s line[f, l] "\n"; return s }
  > function put(f) { file((dir[f] ? dir[f] : "src") "/f" f ".c", text(f)) }
  > function file(path, s) { print "M 644 inline " path "\ndata " length(s) "\n" s }
  > function plan(  s, f, l) {
  >     s = "# Plan 01-01: All\n\n- [ ] **Task 1**: All of it\n"
  >     for (f = 0; f < 8; f++) for (l = 1; l <= 30; l++) s = s "  - `src/f" f ".c`, line " l ": `" line[f, l] "`\n"
  >     file("plans/01-01-PLAN.md", s)
  > }' | git fast-import --quiet && git reset -q --hard
  $ phaseline refs --history | sed -n '2p;$p' | hide
  2025-10-09  COMMIT  ██████ 240/240  .
  240 of 240 references stood on 2025-10-09, 140 of 240 after COMMIT; 102 of 999 commits changed that
  $ blobs=$(git rev-list --objects HEAD | grep -cE ' (src|lib)/')
  $ phaseline refs --history --json | tr '{' '\n' >steps; grep -o "\"blobs\":$blobs" steps | sed "s/$blobs/all/"; grep -c commit.: steps
  "blobs":all
  999
  $ for n in 3 200 499 500 505 506 507 800 999; do
  >     rev=$(git rev-parse master~$((1000 - n))) && there=$(phaseline refs --rev $rev --json | grep -oE '"state":"(standing|moved)"' | wc -l)
  >     echo $n $(grep $rev steps | grep -c "\"standing\":$there,")
  > done
  3 1
  200 1
  499 1
  500 1
  505 1
  506 1
  507 1
  800 1
  999 1
