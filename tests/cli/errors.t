Wrong use, and a store that is not ours.

  $ cp -r "$TESTDIR/../plans/example" x && cd x

An unknown command.

  $ phaseline statsu
  phaseline: no command "statsu"; did you mean status?
  [2]

An unknown option.

  $ phaseline status --jsno
  phaseline: no option --jsno; did you mean --json?
  [2]

A directory without plans.

  $ mkdir -p ../y && cd ../y && phaseline status
  phaseline: no plans found below ~/y; looked for NN-MM-PLAN.md and the like below .planning/ and plans/ (see `phaseline help init` for other places)
  [2]

A file that is no store.

  $ cd ../x; mkdir -p .phaseline && echo 'not a database, but long enough to look like a file' > .phaseline/store.db; phaseline status
  phaseline: ~/x/.phaseline/store.db is not a phaseline store; move it away, or use --store
  [5]

A directory that does not exist.

  $ phaseline -C nowhere status
  phaseline: cannot work in nowhere: No such file or directory
  [2]
