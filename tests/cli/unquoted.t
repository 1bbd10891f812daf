References without a text: git knows what stood there when the plan was committed.

  $ mkdir -p x/plans x/src && cd x && git init -q .
  $ commit() { git add -A && git -c user.name=Eve -c user.email=x commit -qm "$1"; }
  $ printf '# Plan 01-01: Without words\n\n- [ ] **Task 1**: Lines\n  - `src/a.c`, lines 1-2\n  - `src/a.c`, line 4\n  - `src/a.c`, line 6\n  - `src/a.c`, line 5\n  - `src/b.c`, line 3\n  - `src/new.c`, line 1\n' >plans/01-01-PLAN.md
  $ printf 'one;\ntwo;\nthree;\nfour;\n\nsix;\n' >src/a.c; printf 'b one;\nb two;\nb three;\nb four;\n' >src/b.c; commit 'Plan it'
  $ sed -i 's/^four;/more;\nmore;\nfour;/; s/^six/sixty/' src/a.c && git mv src/b.c src/c.c && echo 'new;' >src/new.c && commit 'Change some' && echo 'last;' >>src/c.c
  $ phaseline refs 01-01
  Line  Now  State                For      Text
  src/a.c
   1-2       unquoted, unchanged  01-01/1  one;
     4    6  unquoted, moved      01-01/1  four;
     6       unquoted, changed    01-01/1  four;
     5       unquoted             01-01/1  more;
  src/new.c
     1       unquoted             01-01/1  new;
  src/b.c, now src/c.c
     3       unquoted, unchanged  01-01/1  it was src/b.c
  
  6 references: 6 unquoted
  $ phaseline refs --state unquoted --rev HEAD~1 --file a.c
  Line  State                For      Text
  src/a.c
   1-2  unquoted, unchanged  01-01/1  one;
     4  unquoted, unchanged  01-01/1  four;
     6  unquoted, unchanged  01-01/1  six;
     5  unquoted             01-01/1
  
  4 references: 4 unquoted
  $ phaseline refs 01-01 --json | grep -oE '"(first|since_plan|found)":[^,]*'
  "first":1
  "found":[]
  "since_plan":"unchanged"
  "first":4
  "found":[6]
  "since_plan":"moved"
  "first":6
  "found":[]
  "since_plan":"changed"
  "first":5
  "found":[]
  "since_plan":null
  "first":3
  "found":[]
  "since_plan":"unchanged"
  "first":1
  "found":[]
  "since_plan":null

It is asked only where something was named, and where there is a history.

  $ phaseline refs | grep -c unchanged
  0
  [1]
  $ rm -rf .git && phaseline refs 01-01 | grep -c unchanged
  0
  [1]
