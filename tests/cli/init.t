Settings are not needed; init writes the file that explains them.

  $ cp -r "$EXAMPLE" x && cd x && rm .phaseline.yaml

  $ phaseline init
  .phaseline.yaml written; nothing in it has to be set
  $ cat .phaseline.yaml
  # Settings of phaseline for the tree below this directory, which this file
  # makes its root. Everything here may be left out; see phaseline(1).
  
  # What reports call this project; otherwise its ROADMAP or directory says.
  #title: Multi-tenant migration
  
  # Where plans are, instead of NN-MM-PLAN.md and the like below .planning/
  # and plans/, and where Spec Kit, Kiro, OpenSpec, Backlog.md and Superpowers
  # have theirs.
  #plans: ["docs/migration/**/*.md"]

Nothing in it changes anything.

  $ phaseline status 01 | head -n 1
  x                                                                     2026-01-14

Never over one that is there.

  $ phaseline init
  phaseline: .phaseline.yaml is already there; edit it
  [2]

Elsewhere.

  $ mkdir ../y; phaseline -C ../y init; ls -A ../y
  ../y/.phaseline.yaml written; nothing in it has to be set
  .phaseline.yaml
  $ phaseline -C ../nowhere init
  phaseline: cannot write ../nowhere/.phaseline.yaml: No such file or directory
  [5]

A title of its own.

  $ echo 'title: Boats' > .phaseline.yaml; phaseline status 01 | head -n 1
  Boats                                                                 2026-01-14

Plans in unusual places.

  $ printf 'plans: ["moved/**/*.md"]\n' > .phaseline.yaml; mkdir moved; cp plans/01-groundwork/01-01-PLAN.md moved/first.md; phaseline list
  01-01/1  done  Write boathouse/store.py     maeve
  01-01/2  done  One transaction a statement  maeve
  01-01/3  done  Commit changes               maeve
  $ rm -r moved; phaseline list
  phaseline: no plans found below ~/x: no file matches the `plans:` of .phaseline.yaml
  [2]

Mistakes in it are said with their place.

  $ echo 'titel: Boats' > .phaseline.yaml; phaseline status
  phaseline: .phaseline.yaml:1:1: titel: unknown setting; phaseline(1) names those there are
  [2]
  $ printf 'title: Boats\nplans: [\n' > .phaseline.yaml; phaseline status
  phaseline: .phaseline.yaml:2:9: this is not YAML: did not find expected node content
  [2]
  $ rm .phaseline.yaml; mkdir .phaseline.yaml; phaseline status
  phaseline: cannot read ~/x/.phaseline.yaml: Is a directory
  [5]
