Options of every command.

  $ cp -r "$EXAMPLE" x

In another directory, before the command or behind it, in one word or two; the root is found upwards.

  $ phaseline -C x list --status blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline -Cx list --status blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline list --status blocked -C x/plans/01-groundwork
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline list --status=blocked --directory=x
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ cd x

Shortened, as long as one option is meant.

  $ phaseline list --stat blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline list --sto ../other.db --status blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline list --st blocked
  phaseline: option --st is short for --status and for --store
  [2]

Letters together; two dashes end the options.

  $ phaseline -qv list -s blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline -- list -s blocked
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline list -- -s blocked
  phaseline: list: "-s" is one word too many
  [2]

Mistakes.

  $ phaseline status --jsno
  phaseline: no option --jsno; did you mean --json?
  [2]
  $ phaseline status --nothing-like-it
  phaseline: no option --nothing-like-it; see `phaseline help`
  [2]
  $ phaseline status -x
  phaseline: no option -x; see `phaseline help`
  [2]
  $ phaseline list --status
  phaseline: --status needs a value: --status STATUS
  [2]
  $ phaseline list -s
  phaseline: -s needs a value: -s STATUS
  [2]
  $ phaseline list --json=yes
  phaseline: --json takes no value
  [2]
  $ phaseline --color sometimes status
  phaseline: --color takes auto, always or never, not "sometimes"
  [2]
  $ phaseline statsu
  phaseline: no command "statsu"; did you mean status?
  [2]
  $ phaseline frobnicate
  phaseline: no command "frobnicate"; see `phaseline help`
  [2]
  $ phaseline list one
  phaseline: list: "one" is one word too many
  [2]
  $ phaseline show
  phaseline: show needs more: phaseline show PLAN[/TASK]
  [2]
  $ phaseline show 01-01 01-02
  phaseline: show: "01-02" is one word too many
  [2]

Colour only where it is wanted: this is no terminal.

  $ phaseline list -s blocked | tr '\033' E
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline --color always list -s blocked | tr '\033' E
  02-04/1  E[31mblockedE[0m  Compare last year's invoices in the new layout  tomasz
  $ NO_COLOR= phaseline --color always list -s blocked | tr '\033' E
  02-04/1  E[31mblockedE[0m  Compare last year's invoices in the new layout  tomasz
  $ phaseline --color never list -s blocked | tr '\033' E
  02-04/1  blocked  Compare last year's invoices in the new layout  tomasz
  $ phaseline --color always lint | tr '\033' E
  nothing to complain about

Quiet: no remarks, but errors.

  $ phaseline -q lint
  $ phaseline -q list --owner nobody
  $ phaseline -q show nobody
  phaseline: no plan "nobody"; `phaseline status --all` shows them all
  [2]

The clock can be set.

  $ PHASELINE_NOW=2026-03-01 phaseline status 01 | head -n 1
  Bound queries for the boathouse                                       2026-03-01
  $ PHASELINE_NOW=1767225600 phaseline status 01 | head -n 1
  Bound queries for the boathouse                                       2026-01-01
