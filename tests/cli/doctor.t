Is the store whole, and does it lie well?

  $ cp -r "$EXAMPLE" x && cd x

Each check is a line; the kind of file system is left out here.

  $ phaseline doctor | grep -v '^. file-system'
  ✓ root          ~/x
  ✓ store         ~/x/.phaseline/store.db
  ✓ schema        version 3
  ✓ integrity     every page is sound
  ✓ foreign-keys  no row points nowhere
  ✓ journal-mode  a rollback journal
  ✓ children      every row has its plan
  ✓ task-counts   plans count their tasks right
  ✓ phase-sums    phases sum up their plans
  ✓ stamps        files are known in order, with their plans
  ✓ lock          a second holder is refused
  ✓ plans         8 plans in 3 phases, 32 tasks, 40 references
  ✓ files         all can be read

For scripts.

  $ phaseline doctor --json | sed 's/},/},\n/g' | head -n 3
  [{"check":"root","ok":true,"detail":"~/x"},
  {"check":"store","ok":true,"detail":"~/x/.phaseline/store.db"},
  {"check":"schema","ok":true,"detail":"version 3"},
