What the code says about the lines that plans point at.

  $ cp -r "$EXAMPLE" x && cd x

File by file, with sums; 02-02 says that its first task is done.

  $ phaseline refs 02-02 02-03/1 03-01
  Line  State       For      Text
  boathouse/bookings.py, 2 of 6 remain
        cleared     02-02/1  lines 11, 16, 20, 25
    30  ! standing  02-02/1  busy = olddb.rows(f"SELECT boat FROM bookings WHERE day = '{day}'")
     3  standing    03-01/2  from boathouse import boats, olddb, store
  boathouse/jobs/reminders.py, 0 of 2 remain
        cleared     02-03/1  lines 3, 9
  boathouse/olddb.py, 3 of 3 remain
     5  standing    03-01/1  _connection = sqlite3.connect("boathouse.db")
     8  standing    03-01/1  def rows(sql):
    12  standing    03-01/1  def run(sql):
  
  Phase                           Cleared  Standing
  02 Callers                          6/7         1
     02-02 Bookings                   4/5         1
     02-03 Nightly jobs               2/2         –
  03 Farewell                         0/4         4
     03-01 Remove the old module      0/4         4
  
  11 references: 5 standing, 6 cleared

Only what is wrong.

  $ phaseline refs --check
  plans/02-callers/02-02-PLAN.md:29:8: error: 02-02/1 is done, but boathouse/bookings.py:30 still stands [reference-contradicted]
  1 reference of 7 plans and the code contradict each other
  [1]
  $ phaseline refs --check 02-01 && echo fine
  none of 1 plan contradicts the code
  fine
  $ phaseline refs --format github 02-02
  ::error file=plans/02-callers/02-02-PLAN.md,line=29,col=8,title=reference-contradicted::02-02/1 is done, but boathouse/bookings.py:30 still stands
  1 reference of 1 plan and the code contradict each other

By state and by file; each on its own line.

  $ phaseline refs --state cleared 02-01
  Line  State    For      Text
  boathouse/boats.py, 0 of 4 remain
     3  cleared  02-01/1  from boathouse import olddb
     7  cleared  02-01/1  olddb.run(f"INSERT INTO boats (name, seats) VALUES ('{name}', {seats})")
    11  cleared  02-01/1  found = olddb.rows(f"SELECT id, seats, state FROM boats WHERE name = '{name}'")
    18  cleared  02-01/1  olddb.run(f"UPDATE boats SET state = '{state}' WHERE id = {boat}")
  boathouse/members.py, 0 of 4 remain
     3  cleared  02-01/2  from boathouse import olddb
     8  cleared  02-01/2  f"INSERT INTO members (name, email, joined) VALUES ('{name}', '{email}', '{day}')"
    13  cleared  02-01/2  found = olddb.rows(f"SELECT id, name FROM members WHERE email = '{email}'")
    18  cleared  02-01/2  olddb.run(f"UPDATE members SET name = '{name}' WHERE id = {member}")
  tools/import_members.py, 0 of 2 remain
    10  cleared  02-01/3  name = name.replace("'", "''")
    12  cleared  02-01/3  f"INSERT INTO members (name, email, joined) VALUES ('{name}', '{email}', '{day}')"
  
  10 references: 10 cleared
  $ phaseline refs --file boats.py
   Line  State     For      Text
  boathouse/boats.py, 0 of 4 remain
         cleared   02-01/1  lines 3, 7, 11, 18
  22-24  unquoted  02-01/1  return store.rows(
  
  5 references: 4 cleared, 1 unquoted
  $ phaseline refs 02-03/1
  State    For      Text
  boathouse/jobs/reminders.py, 0 of 2 remain
  cleared  02-03/1  lines 3, 9
  
  2 references: 2 cleared
  $ phaseline refs --state gone
  phaseline: --state takes standing, moved, cleared, replaced, file-gone, unquoted, ambiguous, unbound or unread, not "gone"
  [2]

As JSON.

  $ phaseline refs 02-02 --state standing --json
  [{"plan":"02-02","plan_path":"plans/02-callers/02-02-PLAN.md","path":"boathouse/bookings.py","resolved":"boathouse/bookings.py","first":30,"last":30,"open":false,"column":null,"approximate":false,"expected":"busy = olddb.rows(f\"SELECT boat FROM bookings WHERE day = '{day}'\")","wanted":null,"task":0,"line":29,"col":8,"state":"standing","found":[30],"now":"busy = olddb.rows(f\"SELECT boat FROM bookings WHERE day = '{day}'\")","reason":null,"since_plan":null,"was_path":null,"renamed_in":null,"left":false,"verdict":"contradicted"}]

Lines that were put in above move what is below; each occurrence serves one reference.

  $ sed -i '1i # one\n# two' boathouse/jobs/archive.py
  $ phaseline refs 02-03/4
  Line  Now  State  For      Text
  boathouse/jobs/archive.py, 4 of 4 remain
     3    5  moved  02-03/4  from boathouse import olddb
     7    9  moved  02-03/4  return f"bookings_{year}"
    13   15  moved  02-03/4  f"INSERT INTO {table(year)} SELECT * FROM bookings WHERE day LIKE '{year}-%'"
    15   17  moved  02-03/4  olddb.run(f"DELETE FROM bookings WHERE day LIKE '{year}-%'")
  
  4 references: 4 moved
  $ phaseline refs --check 02-03/4
  plans/02-callers/02-03-PLAN.md:47:8: warning: the text of boathouse/jobs/archive.py:3 is now at 5 [reference-stale]
  plans/02-callers/02-03-PLAN.md:48:8: warning: the text of boathouse/jobs/archive.py:7 is now at 9 [reference-stale]
  plans/02-callers/02-03-PLAN.md:49:8: warning: the text of boathouse/jobs/archive.py:13 is now at 15 [reference-stale]
  plans/02-callers/02-03-PLAN.md:50:8: warning: the text of boathouse/jobs/archive.py:15 is now at 17 [reference-stale]
  4 references of 1 plan and the code contradict each other
  [1]

Work that is skipped is asked for nothing; work that is done for what still stands.

  $ phaseline -q skip 02-03/4 && phaseline refs --check 02-03/4
  02-03/4  pending → skipped  plans/02-callers/02-03-PLAN.md:63
  none of 1 plan contradicts the code
  $ phaseline -q done 02-03/4 && phaseline refs --check 02-03/4
  02-03/4  skipped → done  plans/02-callers/02-03-PLAN.md:63
  plans/02-callers/02-03-PLAN.md:47:8: error: 02-03/4 is done, but the text of boathouse/jobs/archive.py:3 is still there, at 5 [reference-contradicted]
  plans/02-callers/02-03-PLAN.md:48:8: error: 02-03/4 is done, but the text of boathouse/jobs/archive.py:7 is still there, at 9 [reference-contradicted]
  plans/02-callers/02-03-PLAN.md:49:8: error: 02-03/4 is done, but the text of boathouse/jobs/archive.py:13 is still there, at 15 [reference-contradicted]
  plans/02-callers/02-03-PLAN.md:50:8: error: 02-03/4 is done, but the text of boathouse/jobs/archive.py:15 is still there, at 17 [reference-contradicted]
  4 references of 1 plan and the code contradict each other
  [1]

All kinds of files.

  $ mkdir -p ~/y/plans ~/y/src/lib && cd ~/y
  $ cat >plans/01-01-PLAN.md <<'P'
  > # Plan 01-01: Kinds of files
  > 
  > ## Tasks
  > - [ ] **Task 1**: All of them
  >   - `src/crlf.c`, line 2: `second line;`
  >   - `src/wide.c`, line 1: `first line;`
  >   - `src/data.c`, line 1: `first line;`
  >   - `src/large.c`, line 1: `first line;`
  >   - `src/link.c`, line 1: `first line;`
  >   - `../out.c`, line 1: `first line;`
  >   - `src/tabs.c`, line 2: `if (a) b = c;`
  >   - `twice.c`, line 1: `first line;`
  >   - `deep.c`, line 1: `first line;`
  >   - `src/big.c`, line 1500001: `last line;`
  >   - `src/none.c`, line 7
  >   - `src/crlf.c`, line 7
  > P
  $ printf 'first line;\r\nsecond line;\r\n' >src/crlf.c
  $ printf '\377\376f\000i\000' >src/wide.c; printf 'first line;\000' >src/data.c
  $ printf 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' >src/large.c
  $ echo 'first line;' >../out.c; ln -s ../../out.c src/link.c; mkdir src/a src/b
  $ printf '\n\tif (a)\tb  =  c;\n' >src/tabs.c; echo 'first line;' >src/lib/deep.c
  $ touch src/a/twice.c src/b/twice.c
  $ yes 'a line;' | head -n 1500000 >src/big.c; echo 'last line;' >>src/big.c
  $ phaseline refs
     Line  State      For      Text
  src/crlf.c, 1 of 1 remain
        2  standing   01-01/1  second line;
        7  unquoted   01-01/1  it has no such line
  src/wide.c
        1  unread     01-01/1  it is in UTF-16, which is not compared
  src/data.c
        1  unread     01-01/1  it is binary
  src/large.c
        1  unread     01-01/1  it is a Git LFS pointer; its content is elsewhere
  src/link.c
        1  unread     01-01/1  it is a link, or lies behind one
  ../out.c
        1  unread     01-01/1  it leads out of the tree
  src/tabs.c, 1 of 1 remain
        2  standing   01-01/1  if (a) b  =  c;
  twice.c
           ambiguous  01-01/1  line 1
  src/lib/deep.c, 1 of 1 remain
        1  standing   01-01/1  first line;
  src/big.c, 1 of 1 remain
  1500001  standing   01-01/1  last line;
  src/none.c
           file-gone  01-01/1  line 7
  
  12 references: 4 standing, 1 file-gone, 1 unquoted, 1 ambiguous, 5 unread

Code that lies elsewhere, by configuration and by option; the root itself comes first.

  $ mkdir -p src/a/lib; echo 'x' >src/a/lib/twice.c; echo 'first line;' >src/b/twice.c
  $ echo 'source: src/b' >.phaseline.yaml; phaseline refs --file twice.c
  Line  State     For      Text
  src/b/twice.c, 1 of 1 remain
     1  standing  01-01/1  first line;
  
  1 reference: 1 standing
  $ phaseline refs --source src/lib --file deep.c
  Line  State     For      Text
  src/lib/deep.c, 1 of 1 remain
     1  standing  01-01/1  first line;
  
  1 reference: 1 standing
  $ phaseline refs --source nowhere
  phaseline: --source: cannot read nowhere: No such file or directory
  [2]
  $ echo 'source: ../..' >.phaseline.yaml; phaseline refs
  phaseline: .phaseline.yaml: source: "../.." is not below the project's root; use --source
  [2]
