Is the store whole, and does it lie well?

  $ cp -r "$EXAMPLE" x && cd x

Each check is a line; the kind of file system is left out here.

  $ phaseline doctor | grep -v '^. file-system'
  ✓ root          ~/x
  ✓ store         ~/x/.phaseline/store.db
  ✓ schema        version 9
  ✓ integrity     every page is sound
  ✓ foreign-keys  no row points nowhere
  ✓ journal-mode  a rollback journal
  ✓ children      every row has its plan
  ✓ task-counts   plans count their tasks right
  ✓ phase-sums    phases sum up their plans
  ✓ stamps        files are known in order, with their plans
  ✓ lock          a second holder is refused
  ✓ pending       what is recorded is in the files
  ✓ temporary     no new text was left behind
  ✓ rescue        no version of a file had to be put aside
  ✓ plans         8 plans in 3 phases, 32 tasks, 40 references
  ✓ files         all can be read

For scripts.

  $ phaseline doctor --json | sed 's/},/},\n/g' | head -n 3
  [{"check":"root","ok":true,"detail":"~/x"},
  {"check":"store","ok":true,"detail":"~/x/.phaseline/store.db"},
  {"check":"schema","ok":true,"detail":"version 9"},

What was left: a new text beside a plan, another one in our own directory, and a version that
was put aside.

  $ mkdir .phaseline/rescue && touch plans/02-callers/.02-03-PLAN.md.7-0.phaseline-tmp .phaseline/.02-04-PLAN.md.7-1.phaseline-tmp .phaseline/rescue/01-01-PLAN.md.1768384800000000000
  $ phaseline doctor | grep '^!'
  phaseline: 2 checks are not in order
  ! temporary     left by a phaseline that died: .phaseline/.02-04-PLAN.md.7-1.phaseline-tmp, plans/02-callers/.02-03-PLAN.md.7-0.phaseline-tmp; look whether the plan has all of it, then delete it
  ! rescue        saved by two programs at once, and put into ~/x/.phaseline/rescue: 01-01-PLAN.md.1768384800000000000; take from them what the plans lack, then delete them
  $ rm -r .phaseline/rescue .phaseline/.02* plans/02-callers/.02*; phaseline doctor | grep 'pending\|temporary\|rescue'
  ✓ pending       what is recorded is in the files
  ✓ temporary     no new text was left behind
  ✓ rescue        no version of a file had to be put aside
  $ flock .phaseline/lock phaseline doctor | grep 'pending\|lock'
  ✓ lock          held by another phaseline
  ✓ pending       not looked at: another phaseline is at work
