Help is short, and there is more about each command.

  $ phaseline help
  usage: phaseline [OPTION...] COMMAND [ARGUMENT...]
  
  Tracks phased migrations: reads the plans of a tree and says where you are.
  
  Commands
    status        where we are: phases, plans, and what needs attention
    next          what can start now, best first
    list          tasks, one a line
    show          everything about one plan or task
    start         say that work on plans or tasks has begun
    done          say that plans or tasks are done
    block         say that plans or tasks cannot go on
    skip          leave plans or tasks out
    reopen        make plans or tasks pending again
    estimate      say how long a plan or task will take
    assign        say who works on a plan or task
    note          add a dated note to a plan
    rollback      how to undo a plan's work, or record that it was undone
    log           what happened, who did it, and why
    undo          take back the last change by command
    requirements  what plans are for, and which tasks cover it
    refs          what the code says: which lines stand, moved or are cleared
    verify        run the commands that verify plans, once they are trusted
    trust         look at the commands that verify a plan, and allow them to run
    untrust       take back that the commands of a plan may run
    search        find words in titles, tasks, steps, notes and file names
    report        the progress report, in markdown
    lint          what is wrong or contradictory in the plans
    export        plans as JSON, one a line
    sync          bring the store up to date with the tree
    new           write an empty plan
    init          write a .phaseline.yaml with every setting explained
    completion    print the completion script of a shell
    doctor        check the store and where it lies
    limits        what phaseline takes from others, and why no more
    help          this list, or more about one command
    version       the versions of phaseline and of what it is built on
  
  Options of every command
    -C, --directory DIR     work in DIR
        --store FILE        keep the store in FILE
        --no-sync           answer from the store, without a look at the tree
        --color WHEN        colour: auto, always or never
    -q, --quiet             no remarks on standard error
    -v, --verbose           say more
        --pager             on a terminal, show the answer through $PAGER
    -h, --help              show help
        --version           show the version
  
  `phaseline help COMMAND` says more.
  $ phaseline help list
  usage: phaseline list [OPTION...]
  
  tasks, one a line
  
  Options
    -s, --status STATUS     only tasks in this status
    -p, --phase PHASE       only of the phase with this number, name or directory
    -f, --file FILE         only tasks that touch this file
        --owner WHO         only of this owner
        --requirement ID    only tasks that are for this requirement, or a part of
                            it
        --family FAMILY     only plans of this family: phased, gsd, speckit, kiro,
                            openspec, backlog or superpowers
        --contradicted      only what is said to be done while its references
                            still stand
        --sort KEY          order by: plan, status, owner, title or estimate
        --json              as JSON
  $ phaseline help version
  usage: phaseline version [OPTION...]
  
  the versions of phaseline and of what it is built on
  
  Options
        --json              as JSON

The same in other words.

  $ phaseline --help > a; phaseline help > b; cmp a b
  $ phaseline list --help > a; phaseline help list > b; phaseline -h list > c; cmp a b; cmp a c

Help needs no project, and no command is no command.

  $ phaseline -C / help show
  usage: phaseline show [OPTION...] PLAN[/TASK]
  
  everything about one plan or task
  
  A PLAN is named by its id (03-03), by a path, or by the end of its path where
  that is unique (colors/03-01); a TASK by its number.
  
  Options
        --json              as JSON
  $ phaseline help lst
  phaseline: no command "lst"; did you mean list?
  [2]
  $ phaseline help list show
  phaseline: help: "show" is one word too many
  [2]
  $ phaseline
  phaseline: which command? `phaseline status` says where you are, `phaseline help` what there is
  [2]
