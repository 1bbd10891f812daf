The store: where it is, and what is refused.

  $ cp -r "$EXAMPLE" x && cd x

Of the tree itself, hidden from git.

  $ phaseline sync; ls -A .phaseline; cat .phaseline/.gitignore
  8 files, 8 read, 8 plans new
  .gitignore
  lock
  store.db
  *

Elsewhere: --store wins over PHASELINE_STORE.

  $ rm -r .phaseline; PHASELINE_STORE=../env.db phaseline sync; PHASELINE_STORE=../env.db phaseline --store ../option.db sync; ls -A .. | grep db
  8 files, 8 read, 8 plans new
  8 files, 8 read, 8 plans new
  env.db
  env.db-lock
  option.db
  option.db-lock
  $ ls -d .phaseline
  ls: cannot access '.phaseline': No such file or directory
  [2]
  $ PHASELINE_JOBS=some phaseline sync
  phaseline: PHASELINE_JOBS is "some"; make it a number of threads, from 1
  [2]
  $ PHASELINE_JOBS=0 phaseline sync
  phaseline: PHASELINE_JOBS is "0"; make it a number of threads, from 1
  [2]
  $ PHASELINE_STORE= phaseline -v sync
  8 files, 8 read, 8 plans new
  the store of ~/x is ~/x/.phaseline/store.db
  $ phaseline --store ../option.db -v sync
  8 files, 0 read
  the store of ~/x is ../option.db

A file that is no store is left alone.

  $ echo 'This is not a database, and longer than the header of one. It is what somebody wrote, and wants to keep: one, two, three.' > .phaseline/store.db; cp .phaseline/store.db kept
  $ phaseline status
  phaseline: ~/x/.phaseline/store.db is not a phaseline store; move it away, or use --store
  [5]
  $ phaseline doctor
  phaseline: ~/x/.phaseline/store.db is not a phaseline store; move it away, or use --store
  [5]
  $ cmp kept .phaseline/store.db

So is what is too short to be one.

  $ echo short > .phaseline/store.db; phaseline status
  phaseline: ~/x/.phaseline/store.db is not a phaseline store; move it away, or use --store
  [5]

The database of another program: 100 bytes of one are enough to know.

  $ { printf 'SQLite format 3\000\020\000\001\001\000\100\040\040'; head -c 76 /dev/zero; } > .phaseline/store.db; phaseline status
  phaseline: ~/x/.phaseline/store.db is the database of another program; move it away, or use --store
  [5]

A store of a newer phaseline.

  $ rm .phaseline/store.db; phaseline -q sync > /dev/null; printf '\377' | dd of=.phaseline/store.db bs=1 seek=63 conv=notrunc status=none
  $ phaseline status
  phaseline: ~/x/.phaseline/store.db was written by a newer phaseline (schema 255, this is 9); upgrade, or use --store
  [5]

A damaged one. Only what is nowhere else is lost with it.

  $ rm .phaseline/store.db; phaseline -q sync > /dev/null; tr 'a-z' 'b-za' < .phaseline/store.db | tail -c +8193 > tail; dd if=tail of=.phaseline/store.db bs=8192 seek=1 conv=notrunc status=none
  $ phaseline status
  phaseline: ~/x/.phaseline/store.db is damaged (database disk image is malformed); delete it and run `phaseline sync`: only the journal of changes is lost
  [5]
  $ rm .phaseline/store.db; phaseline status > a; phaseline status > b; cmp a b

No file at all.

  $ rm .phaseline/store.db; mkdir .phaseline/store.db; phaseline status
  phaseline: ~/x/.phaseline/store.db is not a file; use --store
  [5]
  $ rmdir .phaseline/store.db; mkfifo .phaseline/store.db; phaseline status
  phaseline: ~/x/.phaseline/store.db is not a file; use --store
  [5]
  $ rm .phaseline/store.db; : > ../target; ln -s ../../target .phaseline/store.db; phaseline status
  phaseline: ~/x/.phaseline/store.db is a symbolic link; use --store
  [5]
  $ cat ../target

A link in place of its directory: a repository may bring one that leads anywhere.

  $ rm -r .phaseline; mkdir ../elsewhere; ln -s ../elsewhere .phaseline; phaseline status
  phaseline: ~/x/.phaseline is a symbolic link; use --store
  [5]
  $ ls -A ../elsewhere
  $ rm .phaseline; : > .phaseline; phaseline status; rm .phaseline
  phaseline: ~/x/.phaseline is not a directory; use --store

A directory that is not there, and one in place of a file.

  $ phaseline --store nowhere/store.db status
  phaseline: cannot open nowhere/store.db: No such file or directory
  [5]
  $ phaseline --store plans status
  phaseline: plans is not a file; use --store
  [5]

Without a look at the tree: from the store, as it was.

  $ phaseline --no-sync status
  phaseline: the store of ~/x holds no plans; leave out --no-sync
  [2]
  $ phaseline sync; rm -r plans/03-farewell; phaseline --no-sync list --phase 03 | wc -l
  8 files, 8 read, 8 plans new
  8
  $ phaseline list --phase 03
  no such tasks
  $ phaseline --no-sync sync
  phaseline: sync with --no-sync does nothing
  [2]

A store of an older phaseline gets its plans with the next look.

  $ printf '\1' | dd of=.phaseline/store.db bs=1 seek=63 conv=notrunc status=none; phaseline --no-sync status
  phaseline: the store of ~/x is of an older phaseline; leave out --no-sync once, so that the plans are read again
  [2]
  $ phaseline status | tail -1; phaseline --no-sync list --phase 01 | wc -l
     Next: 02-03/3 Modify boathouse/jobs/damage.py
  6

Somebody else holds it. Nothing changes; a look without a sync still works.

  $ cp .phaseline/store.db before; echo '# Plan 05-01: New' > plans/05-01-PLAN.md
  $ flock .phaseline/lock phaseline status
  phaseline: ~/x/.phaseline/store.db is busy: another phaseline is at work; nothing changed, try again
  [4]
  $ cmp before .phaseline/store.db
  $ flock .phaseline/lock phaseline --no-sync list --phase 05
  no such tasks
  $ phaseline list --phase 01 | head -n 1
  01-01/1  done  Write boathouse/store.py                    maeve

An answer that nobody can take is a failure.

  $ phaseline status > /dev/full
  phaseline: cannot write to standard output: No space left on device
  [5]
  $ phaseline export > /dev/full
  phaseline: cannot write to standard output: No space left on device
  [5]
  $ phaseline next --json > /dev/full
  phaseline: cannot write to standard output: No space left on device
  [5]
  $ phaseline version > /dev/full
  phaseline: cannot write to standard output: No space left on device
  [5]
