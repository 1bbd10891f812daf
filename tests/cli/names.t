How plans and tasks are named.

  $ mkdir -p x/.planning/phases/03-colors x/.planning/milestones/v1.0-phases/03-nets x/.planning/quick/260309-npq-lamp x/src && cd x
  $ echo '# Plan 03-01: Choose' > .planning/phases/03-colors/03-01-PLAN.md
  $ printf '# Plan 03-02: Mix\n\n- [ ] **Task 1**: Blue\n- [ ] **Task 5**: Red\n- [ ] **Task 3**: Green\n' > .planning/phases/03-colors/03-02-PLAN.md
  $ echo '# Plan 03-01: Knot' > .planning/milestones/v1.0-phases/03-nets/03-01-PLAN.md
  $ echo '# The lamp' > .planning/quick/260309-npq-lamp/260309-npq-PLAN.md

By id, with or without zeros; by its path, or the end of it.

  $ phaseline show 03-02 | head -n 1
  03-02  Mix
  $ phaseline show 3-2 | head -n 1
  03-02  Mix
  $ phaseline show .planning/phases/03-colors/03-02-PLAN.md | head -n 1
  03-02  Mix
  $ phaseline show 03-colors/03-02-PLAN.md | head -n 1
  03-02  Mix
  $ phaseline show 260309-npq | head -n 1
  260309-npq  The lamp
  $ cd src; phaseline show ../.planning/phases/03-colors/03-02-PLAN.md | head -n 1; cd ..
  03-02  Mix

Several plans of one id.

  $ phaseline show 03-01
  phaseline: "03-01" is two plans: .planning/milestones/v1.0-phases/03-nets/03-01-PLAN.md, .planning/phases/03-colors/03-01-PLAN.md; use a path such as nets/03-01
  [2]
  $ phaseline show colors/03-01 | head -n 1
  03-01  Choose
  $ phaseline show nets/03-01 | head -n 1
  03-01  Knot
  $ phaseline lint 03-01
  phaseline: "03-01" is two plans: .planning/milestones/v1.0-phases/03-nets/03-01-PLAN.md, .planning/phases/03-colors/03-01-PLAN.md; use a path such as nets/03-01
  [2]
  $ phaseline export 03-01
  phaseline: "03-01" is two plans: .planning/milestones/v1.0-phases/03-nets/03-01-PLAN.md, .planning/phases/03-colors/03-01-PLAN.md; use a path such as nets/03-01
  [2]

A task by its number, else by its place.

  $ phaseline show 03-02/5 | head -n 1
  03-02/5  Red
  $ phaseline show 03-02/2 | head -n 1
  03-02/5  Red
  $ phaseline show colors/03-02/3 | head -n 1
  03-02/3  Green
  $ phaseline show 03-02/9
  phaseline: no task 9 in 03-02; it has 3: `phaseline show 03-02`
  [2]
  $ phaseline show colors/03-01/1
  phaseline: 03-01 has no tasks
  [2]
  $ phaseline show 03-02/99999999999999999999
  phaseline: no plan "03-02/99999999999999999999"; `phaseline status --all` shows them all
  [2]

Several tasks where one is wanted.

  $ phaseline log 03-02/1-3
  phaseline: "03-02/1-3" is several tasks; name one
  [2]

None of that name.

  $ phaseline show 03-03
  phaseline: no plan "03-03"; did you mean 03-01 (.planning/milestones/v1.0-phases/03-nets/03-01-PLAN.md)?
  [2]
  $ phaseline show 03-20
  phaseline: no plan "03-20"; did you mean 03-02 (.planning/phases/03-colors/03-02-PLAN.md)?
  [2]
  $ phaseline show something-else
  phaseline: no plan "something-else"; `phaseline status --all` shows them all
  [2]
  $ phaseline show ''
  phaseline: no plan ""; `phaseline status --all` shows them all
  [2]
  $ phaseline show colour/03-01
  phaseline: no plan "colour/03-01"; did you mean 03-01 (.planning/phases/03-colors/03-01-PLAN.md)?
  [2]

What begins with a dash comes behind two.

  $ phaseline show -- -x
  phaseline: no plan "-x"; `phaseline status --all` shows them all
  [2]

A phase by number, name, directory or milestone.

  $ phaseline status 3 | grep -c '03-0'
  3
  $ phaseline status colors | grep '03-0'
        03-01 Choose  · pending       –
        03-02 Mix     · pending     0/3
  $ phaseline status v1.0 | grep '03-0'
        03-01 Knot  · pending
  $ phaseline status phases/03-colors/ | grep -c '03-0'
  2
  $ phaseline status 9
  phaseline: no phase "9"; `phaseline status --all` shows them
  [2]

A file that is no plan of the tree is read for what it says by itself.

  $ printf '# Plan 09-01: Alone\n' > ../alone.md; phaseline export ../alone.md | head -c 34; echo
  {"id":"09-01","path":"../alone.md"
  $ phaseline export ../alone.txt
  phaseline: no plan "../alone.txt"; `phaseline status --all` shows them all
  [2]
  $ phaseline export ../gone.md
  phaseline: no plan "../gone.md"; `phaseline status --all` shows them all
  [2]

Task 0 is called by its number, too.

  $ mkdir zero zero/plans && cd zero && git init -q
  $ printf '# Zero\n\n### Task 0: Nought\n\n- [ ] a\n\n### Task 1: One\n\n- [ ] b\n' >plans/01-01-PLAN.md
  $ phaseline done 01-01/1
  01-01/1  pending → done         plans/01-01-PLAN.md:7
  01-01    pending → in-progress  plans/01-01-PLAN.md
  01-01: 1 of 2 tasks; next: 01-01/0 Nought
  $ phaseline next
  Next       Task    Plan
  ▸ 01-01/0  Nought  Zero
  $ phaseline done 01-01/0
  01-01/0  pending → done      plans/01-01-PLAN.md:3
  01-01    in-progress → done  plans/01-01-PLAN.md

A plan that has a path only.

  $ mkdir -p ../z/notes && cd ../z; echo 'plans: notes/*.md' > .phaseline.yaml; echo '# Varnish the oars' > notes/varnish.md
  $ phaseline show varnish | head -n 1
  varnish  Varnish the oars
  $ phaseline show notes/varnich.md
  phaseline: no plan "notes/varnich.md"; did you mean notes/varnish.md?
  [2]

A value that the settings do not have.

  $ echo 'plan_done: sometimes' >> .phaseline.yaml; phaseline status
  phaseline: .phaseline.yaml:2:1: plan_done: say auto or manual
  [2]
  $ echo 'write_back: perhaps' > .phaseline.yaml; phaseline status
  phaseline: .phaseline.yaml:1:1: write_back: say true or false
  [2]
