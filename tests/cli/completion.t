Completion: the shells ask the program what could come next.

  $ cp -r "$EXAMPLE" x && cd x

Commands, with what they do.

  $ phaseline completion --complete -- s
  status	where we are: phases, plans, and what needs attention
  show	everything about one plan or task
  start	say that work on plans or tasks has begun
  skip	leave plans or tasks out
  search	find words in titles, tasks, steps, notes and file names
  sync	bring the store up to date with the tree

Options of a command, and those of all.

  $ phaseline completion --complete -- list --s
  --status	only tasks in this status
  --sort	order by
  --store	keep the store in FILE

Values.

  $ phaseline completion --complete -- list --sort ''
  plan	
  status	
  owner	
  title	
  estimate	
  $ phaseline completion --complete -- list -s b
  blocked	
  $ phaseline completion --complete -- lint --rule r
  repeated-key	
  roadmap-stale	
  repeated-task	
  repeated-id	
  $ phaseline completion --complete -- --color a
  auto	
  always	
  $ phaseline completion --complete -- report --format ''
  text	
  markdown	
  html	
  json	
  csv	

  $ phaseline completion --complete -- report --plan 03
  03-01	
  03-02	
  $ phaseline completion --complete -- list --phase=0
  --phase=01	
  --phase=02	
  --phase=03	

Plans, tasks, phases.

  $ phaseline completion --complete -- show 03
  03-01	Remove the old module
  03-02	Keep it that way
  $ phaseline completion --complete -- show 02-04/
  02-04/1	Compare last year's invoices in the new layout
  02-04/2	Modify boathouse/reports/invoices.py
  02-04/3	Modify boathouse/reports/season.py
  02-04/4	Commit changes
  $ phaseline completion --complete -- status ''
  01	groundwork
  02	callers
  03	farewell
  $ phaseline completion --complete -- help ver
  verify	run the commands that verify plans, once they are trusted
  version	the versions of phaseline and of what it is built on
  $ phaseline completion --complete -- completion ''
  bash	
  zsh	
  fish	

In another directory, and in none.

  $ cd ..; phaseline completion --complete -- -C x show 03-01
  03-01	Remove the old module
  $ mkdir empty; phaseline completion --complete -- -C empty show 0
  $ phaseline completion --complete -- -C nowhere show 0

Nothing to complete is no error.

  $ phaseline completion --complete -- nosuch x
  $ phaseline completion --complete --
  status	where we are: phases, plans, and what needs attention
  next	what can start now, best first
  list	tasks, one a line
  show	everything about one plan or task
  start	say that work on plans or tasks has begun
  done	say that plans or tasks are done
  block	say that plans or tasks cannot go on
  skip	leave plans or tasks out
  reopen	make plans or tasks pending again
  estimate	say how long a plan or task will take
  assign	say who works on a plan or task
  note	add a dated note to a plan
  rollback	how to undo a plan's work, or record that it was undone
  log	what happened, who did it, and why
  undo	take back the last change by command
  requirements	what plans are for, and which tasks cover it
  refs	what the code says: which lines stand, moved or are cleared
  verify	run the commands that verify plans, once they are trusted
  trust	look at the commands that verify a plan, and allow them to run
  untrust	take back that the commands of a plan may run
  search	find words in titles, tasks, steps, notes and file names
  report	the progress report, in markdown
  lint	what is wrong or contradictory in the plans
  export	plans as JSON, one a line
  sync	bring the store up to date with the tree
  new	write an empty plan
  init	write a .phaseline.yaml with every setting explained
  completion	print the completion script of a shell
  doctor	check the store and where it lies
  limits	what phaseline takes from others, and why no more
  help	this list, or more about one command
  version	the versions of phaseline and of what it is built on

Which shell?

  $ phaseline completion
  phaseline: completion for which shell? bash, zsh or fish
  [2]
  $ phaseline completion tcsh
  phaseline: no completion for "tcsh"; there is bash, zsh and fish
  [2]
  $ for shell in bash zsh fish; do phaseline completion $shell | head -n 1; done
  _phaseline() {
  #compdef phaseline
  function __phaseline
