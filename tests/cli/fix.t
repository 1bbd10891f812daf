Writing the numbers of moved lines into the plans.

  $ cp -r "$EXAMPLE" x && cd x
  $ phaseline refs --fix
  no reference of open work has moved
  $ sed -i '1i # one\n# two' boathouse/jobs/archive.py; cp -r plans ../before

A dry run shows the lines; the number of line 7 stands in two places.

  $ phaseline refs --fix -n
  --- a/plans/02-callers/02-03-PLAN.md
  +++ b/plans/02-callers/02-03-PLAN.md
  @@ -44,13 +44,13 @@
   
   #### 3. boathouse/jobs/archive.py (moves a year of bookings)
   **Current usage:**
  -- Line 3: `from boathouse import olddb`
  +- Line 5: `from boathouse import olddb`
  -- Line 7: `return f"bookings_{year}"`
  +- Line 9: `return f"bookings_{year}"`
  -- Line 13: `f"INSERT INTO {table(year)} SELECT * FROM bookings WHERE day LIKE '{year}-%'"`
  +- Line 15: `f"INSERT INTO {table(year)} SELECT * FROM bookings WHERE day LIKE '{year}-%'"`
  -- Line 15: `olddb.run(f"DELETE FROM bookings WHERE day LIKE '{year}-%'")`
  +- Line 17: `olddb.run(f"DELETE FROM bookings WHERE day LIKE '{year}-%'")`
   
   **Changes:**
  -- Line 7: replace with `return f"bookings_{int(year)}"`
  +- Line 9: replace with `return f"bookings_{int(year)}"`
   - Copy and delete in one transaction
   
   ## Tasks
  $ phaseline refs --fix --note "a header came" && phaseline refs 02-03/4
  02-03/4  boathouse/jobs/archive.py:3 → 5    plans/02-callers/02-03-PLAN.md:47
  02-03/4  boathouse/jobs/archive.py:7 → 9    plans/02-callers/02-03-PLAN.md:48
  02-03/4  boathouse/jobs/archive.py:13 → 15  plans/02-callers/02-03-PLAN.md:49
  02-03/4  boathouse/jobs/archive.py:15 → 17  plans/02-callers/02-03-PLAN.md:50
  Line  State     For      Text
  boathouse/jobs/archive.py, 4 of 4 remain
     5  standing  02-03/4  from boathouse import olddb
     9  standing  02-03/4  return f"bookings_{year}"
    15  standing  02-03/4  f"INSERT INTO {table(year)} SELECT * FROM bookings WHERE day LIKE '{year}-%'"
    17  standing  02-03/4  olddb.run(f"DELETE FROM bookings WHERE day LIKE '{year}-%'")
  
  4 references: 4 standing
  $ phaseline refs --fix 02-03
  no reference of open work has moved
  $ phaseline log 02-03
  When              Who     Plan     What                                             Note
  2026-01-14 12:00  tester  02-03/4  boathouse/jobs/archive.py:3,7,13,15 → 5,9,15,17  a header came
  2026-01-14 12:00  (file)  02-03    first seen, in-progress
  $ phaseline undo && diff -r plans ../before && phaseline log 02-03
  02-03/4  boathouse/jobs/archive.py:5,9,15,17 → 3,7,13,15  plans/02-callers/02-03-PLAN.md:63
  When              Who     Plan     What                                             Note
  2026-01-14 12:00  tester  02-03/4  boathouse/jobs/archive.py:5,9,15,17 → 3,7,13,15  undo of refs
  2026-01-14 12:00  tester  02-03/4  boathouse/jobs/archive.py:3,7,13,15 → 5,9,15,17  a header came
  2026-01-14 12:00  (file)  02-03    first seen, in-progress

Of one task, of one file, and in JSON; a call that is repeated does nothing.

  $ phaseline refs --fix 02-03/1
  no reference of open work has moved
  $ phaseline refs --fix --file boats.py
  no reference of open work has moved
  $ phaseline refs --fix 02-03/4 --op-id 7 --json
  {"operation":3,"repeated":false,"changes":[{"plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"lines","from":"boathouse/jobs/archive.py:3","to":"boathouse/jobs/archive.py:5","line":47,"minutes":0,"written":true,"derived":false},{"plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"lines","from":"boathouse/jobs/archive.py:7","to":"boathouse/jobs/archive.py:9","line":48,"minutes":0,"written":true,"derived":false},{"plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"lines","from":"boathouse/jobs/archive.py:13","to":"boathouse/jobs/archive.py:15","line":49,"minutes":0,"written":true,"derived":false},{"plan":"02-03","path":"plans/02-callers/02-03-PLAN.md","position":4,"number":4,"title":"Modify boathouse/jobs/archive.py","what":"lines","from":"boathouse/jobs/archive.py:15","to":"boathouse/jobs/archive.py:17","line":50,"minutes":0,"written":true,"derived":false}],"left":[],"diff":null,"remarks":[]}
  $ phaseline refs --fix 02-03/4 --op-id 7
  nothing to do: change 3 had this --op-id
  $ phaseline -q undo && diff -r plans ../before
  02-03/4  boathouse/jobs/archive.py:5,9,15,17 → 3,7,13,15  plans/02-callers/02-03-PLAN.md:63

Work that is done is left alone, and so is what is to stay.

  $ sed -i '1i # top' boathouse/bookings.py; phaseline refs --check 02-02
  plans/02-callers/02-02-PLAN.md:29:8: error: 02-02/1 is done, but the text of boathouse/bookings.py:30 is still there, at 31 [reference-contradicted]
  1 reference of 1 plan and the code contradict each other
  [1]
  $ phaseline refs --fix 02-02
  no reference of open work has moved
  $ sed -i '1i # top' boathouse/olddb.py; phaseline refs --fix 01-01
  no reference of open work has moved

It stands alone, and its options with it.

  $ phaseline refs --fix --check
  phaseline: --fix takes --file and --source, not --state, --check, --format, --rev, --since, --history or --plot
  [2]
  $ phaseline refs --note why
  phaseline: --note, --at, --by, --op-id and --dry-run go with --fix
  [2]
  $ phaseline refs --fix 09-09
  phaseline: no plan "09-09"; `phaseline status --all` shows them all
  [2]
  $ echo 'write_back: false' >.phaseline.yaml; phaseline refs --fix
  phaseline: --fix writes to the plans, and .phaseline.yaml says write_back: false
  [2]

Ranges move with both ends, spans each by their own; everything but the digits stays, and
one reference may get the number that another one had.

  $ mkdir -p ~/y/plans ~/y/src && cd ~/y
  $ cat >plans/01-01-PLAN.md <<'P'
  > # Plan 01-01: Moving
  > 
  > ## Tasks
  > - [ ] **Task 1**: src/a.c:2 `alpha();` goes
  > - [ ] **Task 2**: The rest
  >   - `src/a.c`, line 4: `beta();`
  >   - src/a.c:L6-L8:
  >     ```c
  >     one();
  >     two();
  >     three();
  >     ```
  >   - `src/a.c`, ~line 10: `gamma();`
  >   - `src/b.c` lines 1-2 and 5: see there
  >   - `src/b.c`, line 5: `last();`
  >   - `src/b.c` (lines 1-2):
  >     ```c
  >     first();
  >     second();
  >     ```
  > 
  > See src/a.c:4 and src/a.c:L6–L8 again, and version 4 of 6-8.
  > P
  $ sed -i 's/$/\r/; $s/\r$//' plans/01-01-PLAN.md; truncate -s -1 plans/01-01-PLAN.md
  $ printf '%s\n' 0 'alpha();' 0 'beta();' 0 'one();' 'two();' 'three();' 0 'gamma();' >src/a.c
  $ printf '%s\n' 'first();' 'second();' 0 0 'last();' >src/b.c
  $ phaseline refs; cp plans/01-01-PLAN.md before
  Line  State     For      Text
  src/a.c, 4 of 4 remain
     2  standing  01-01/1  alpha();
     4  standing  01-01/2  beta();
   6-8  standing  01-01/2  one();
   ~10  standing  01-01/2  gamma();
  src/b.c, 2 of 2 remain
   1-2  standing  01-01/2  first();
     5  standing  01-01/2  last();
  
  6 references: 6 standing
  $ sed -i '1i //\n//' src/a.c; sed -i '4i //\n//\n//\n//\n//\n//\n//\n//' src/b.c
  $ phaseline refs --fix && diff -U0 before plans/01-01-PLAN.md | sed 1,2d
  01-01/1  src/a.c:2 → 4       plans/01-01-PLAN.md:4
  01-01/2  src/a.c:4 → 6       plans/01-01-PLAN.md:6
  01-01/2  src/a.c:6-8 → 8-10  plans/01-01-PLAN.md:7
  01-01/2  src/b.c:5 → 13      plans/01-01-PLAN.md:14
  @@ -4 +4 @@
  -- [ ] **Task 1**: src/a.c:2 `alpha();` goes
  +- [ ] **Task 1**: src/a.c:4 `alpha();` goes
  @@ -6,2 +6,2 @@
  -  - `src/a.c`, line 4: `beta();`
  -  - src/a.c:L6-L8:
  +  - `src/a.c`, line 6: `beta();`
  +  - src/a.c:L8-L10:
  @@ -14,2 +14,2 @@
  -  - `src/b.c` lines 1-2 and 5: see there
  -  - `src/b.c`, line 5: `last();`
  +  - `src/b.c` lines 1-2 and 13: see there
  +  - `src/b.c`, line 13: `last();`
  @@ -22 +22 @@
  -See src/a.c:4 and src/a.c:L6–L8 again, and version 4 of 6-8.
  \ No newline at end of file
  +See src/a.c:6 and src/a.c:L8–L10 again, and version 4 of 6-8.
  \ No newline at end of file
  $ phaseline refs --check; phaseline show 01-01 | grep Task
  none of 1 plan contradicts the code
     Tasks: 0 of 2 done
  $ phaseline log | head -n 4; phaseline list
  When              Who     Plan     What
  2026-01-14 12:00  tester  01-01/2  src/b.c:5 → 13
  2026-01-14 12:00  tester  01-01/2  src/a.c:4,6-8 → 6,8-10
  2026-01-14 12:00  tester  01-01/1  src/a.c:2 → 4
  01-01/1  pending  src/a.c:4 alpha(); goes  0/1
  01-01/2  pending  The rest                 0/5
  $ phaseline undo && cmp before plans/01-01-PLAN.md
  01-01/1  src/a.c:4 → 2           plans/01-01-PLAN.md:4
  01-01/2  src/a.c:6,8-10 → 4,6-8  plans/01-01-PLAN.md:5
  01-01/2  src/b.c:13 → 5          plans/01-01-PLAN.md:5

The same where the code moved by more than lies between two references.

  $ phaseline -q refs --fix >fixed; sed -i '1i //\n//' src/a.c; phaseline refs --fix
  01-01/1  src/a.c:4 → 6         plans/01-01-PLAN.md:4
  01-01/2  src/a.c:6 → 8         plans/01-01-PLAN.md:6
  01-01/2  src/a.c:8-10 → 10-12  plans/01-01-PLAN.md:7
  $ phaseline -q undo && phaseline -q undo && cmp before plans/01-01-PLAN.md
  01-01/1  src/a.c:6 → 4             plans/01-01-PLAN.md:4
  01-01/2  src/a.c:8,10-12 → 6,8-10  plans/01-01-PLAN.md:5
  01-01/1  src/a.c:4 → 2           plans/01-01-PLAN.md:4
  01-01/2  src/a.c:6,8-10 → 4,6-8  plans/01-01-PLAN.md:5
  01-01/2  src/b.c:13 → 5          plans/01-01-PLAN.md:5

What has no sure place is left, and said: as near on both sides, a part of a range, a range
in pieces, one that would become the same as another reference.

  $ rm before fixed; cat >plans/01-01-PLAN.md <<'P'
  > # Plan 01-01: In doubt
  > 
  > ## Tasks
  > - [ ] **Task 1**: All of it
  >   - `src/a.c`, line 4: `twice();`
  >   - `src/a.c`, lines 10-20: `inside();`
  >   - `src/a.c`, lines 30-31:
  >     ```c
  >     head();
  >     tail();
  >     ```
  >   - `src/a.c`, line 50: `both_of_them(`
  >   - `src/a.c`, line 51: `both_of_them(here);`
  >   - `src/a.c`, line 60: `sure();`
  > P
  $ yes '' | head -n 80 >src/a.c
  $ put() { sed -i "$1s/.*/$2/" src/a.c; }
  $ put 3 'twice();'; put 5 'twice();'; put 25 'inside();'; put 33 'head();'; put 38 'tail();'
  $ put 51 'both_of_them(here);'; put 62 'sure();'
  $ cp plans/01-01-PLAN.md before; phaseline refs --fix; diff -U0 before plans/01-01-PLAN.md | sed 1,2d
  01-01/1  src/a.c:60 → 62  plans/01-01-PLAN.md:14
  plans/01-01-PLAN.md:5: left as it is: src/a.c:4 stands as near above as below
  plans/01-01-PLAN.md:6: left as it is: src/a.c:10-20 quotes other lines than it names
  plans/01-01-PLAN.md:7: left as it is: src/a.c:30-31 did not move as a whole
  plans/01-01-PLAN.md:12: left as it is: src/a.c:50 cannot be changed without changing another one
  @@ -14 +14 @@
  -  - `src/a.c`, line 60: `sure();`
  +  - `src/a.c`, line 62: `sure();`
  $ phaseline refs --fix --json | grep -o '"left":.*\]'
  "left":[{"plan":"01-01","path":"plans/01-01-PLAN.md","line":5,"file":"src/a.c","first":4,"last":4,"reason":"stands as near above as below"},{"plan":"01-01","path":"plans/01-01-PLAN.md","line":6,"file":"src/a.c","first":10,"last":20,"reason":"quotes other lines than it names"},{"plan":"01-01","path":"plans/01-01-PLAN.md","line":7,"file":"src/a.c","first":30,"last":31,"reason":"did not move as a whole"},{"plan":"01-01","path":"plans/01-01-PLAN.md","line":12,"file":"src/a.c","first":50,"last":50,"reason":"cannot be changed without changing another one"}],"diff":null,"remarks":[]

A plan that somebody saved since the last command is read again; a merge stops the whole call.

  $ sed -i 's/line 60/line 70/' plans/01-01-PLAN.md; put 64 'sure();'; put 62 ''; phaseline -q refs --fix
  01-01/1  src/a.c:62 → 64  plans/01-01-PLAN.md:14
  $ echo '<<<<<<< HEAD' >>plans/01-01-PLAN.md; put 66 'sure();'; put 64 ''; phaseline -q refs --fix
  phaseline: plans/01-01-PLAN.md:15:1: an unresolved merge; resolve it first
  [3]
