The tasks of Backlog.md.

  $ cp -R "$TESTDIR/golden/families/backlog" . && touch .phaseline.yaml

Where a task lies says something, too.

  $ phaseline status --all
  home                                                                  2026-01-14
  
     Phase                          Plans          Tasks
     Backlog                        ░░░░░░ 0/2       1/2
        TASK-7 Paint the boathouse  ▸ in-progress      –
        task-10 Hang the sign       · pending        1/2
     Backlog drafts                 ░░░░░░ 0/1         –
        DRAFT-2 Name the boats      · pending          –
     Backlog completed              ██████ 1/1         –
        TASK-3 Buy paint            ✓ done             –
     Backlog archive                ██████ 1/1         –
        TASK-5 Sell the raft        – skipped          –
  
     2 of 5 plans, 1 of 2 tasks
  
     Needs attention
     ? task-10  status says To Do, 1 of 2 boxes is done
     Next: TASK-7 Paint the boathouse

The next is neither a draft nor what was archived, and waits for what it depends on.

  $ phaseline next
  Next      Task                 Owner
  ▸ TASK-7  Paint the boathouse  @ann
  1 open plan cannot start yet: blocked, or waiting for others
  $ phaseline show TASK-10
  task-10  Hang the sign
  
     The old one fell down.
  
     Status     pending, says its frontmatter ("To Do")
     Owner      @ann, @ben
     Waits for  task-07
     File       backlog/tasks/task-10 - Hang-the-sign.md
     milestone  spring
     ordinal    2000
  
     Tasks: 1 of 2 done
     ✓ 1  Carve it
     · 2  Hang it
  
     Criteria
     · #1  It can be read from the water
  
     Findings
     ? line 4: status says To Do, 1 of 2 boxes is done [status-contradicted]
     ? line 6: this is not YAML: text that starts with @ needs quotes [broken-frontmatter]
  
     Journal
     2026-01-14  first seen, pending

A name is found in any case.

  $ phaseline done task-7
  TASK-7  in-progress → done  backlog/tasks/task-7 - Paint-the-boathouse.md:4
  task-10 Hang the sign can start now
  $ phaseline next
  Next         Task     Plan           Owner
  · task-10/2  Hang it  Hang the sign  @ann, @ben
  $ phaseline start DRAFT-2
  DRAFT-2  pending → in-progress  backlog/drafts/draft-2 - Name-the-boats.md:4
  $ phaseline next
  Next         Task            Plan           Owner
  ▸ DRAFT-2    Name the boats
  · task-10/2  Hang it         Hang the sign  @ann, @ben

What its place outweighs cannot be changed.

  $ phaseline start task-5
  phaseline: backlog/archive/tasks/task-5 - Sell-the-raft.md lies with what is skipped, whatever it says; move the file first; nothing changed
  [3]
  $ phaseline reopen task-3
  phaseline: backlog/completed/task-3 - Buy-paint.md lies with what is done, whatever it says; move the file first; nothing changed
  [3]
  $ phaseline undo 2 >/dev/null
  $ diff -r "$TESTDIR/golden/families/backlog" backlog && echo the same
  the same

The statuses that the project lists are understood by their places.

  $ sed -i 's/^status: .*/status: review/' backlog/tasks/task-7*
  $ phaseline lint
  backlog/archive/tasks/task-5 - Sell-the-raft.md:5:11: warning: this is not YAML: text that starts with @ needs quotes [broken-frontmatter]
  backlog/tasks/task-10 - Hang-the-sign.md:4:9: warning: status says To Do, 1 of 2 boxes is done [status-contradicted]
  backlog/tasks/task-10 - Hang-the-sign.md:6:5: warning: this is not YAML: text that starts with @ needs quotes [broken-frontmatter]
  backlog/tasks/task-7 - Paint-the-boathouse.md:4:9: warning: "review" is no status that phaseline knows; taken as pending [unknown-status]
  0 errors, 4 warnings and 0 notes in 3 files
  $ cat >backlog/config.yml <<'END'
  > project_name: "Boats"
  > statuses: ["Idea", "In Work", "Review", "Out"]
  > default_status: "Idea"
  > END
  $ phaseline lint
  backlog/archive/tasks/task-5 - Sell-the-raft.md:5:11: warning: this is not YAML: text that starts with @ needs quotes [broken-frontmatter]
  backlog/tasks/task-10 - Hang-the-sign.md:4:9: warning: status says To Do, 1 of 2 boxes is done [status-contradicted]
  backlog/tasks/task-10 - Hang-the-sign.md:6:5: warning: this is not YAML: text that starts with @ needs quotes [broken-frontmatter]
  0 errors, 3 warnings and 0 notes in 2 files
  $ phaseline show TASK-7 | grep Status
     Status          in-progress, says its frontmatter ("review")

Words of the list are written, and no others.

  $ phaseline done task-7
  TASK-7  in-progress → done  backlog/tasks/task-7 - Paint-the-boathouse.md:4
  task-10 Hang the sign can start now
  $ phaseline start task-10
  task-10  pending → in-progress  backlog/tasks/task-10 - Hang-the-sign.md:4
  $ phaseline done task-10
  task-10  in-progress → done  backlog/tasks/task-10 - Hang-the-sign.md:4
  task-10: 1 of 2 tasks still open; --tasks closes them too
  $ grep status: backlog/tasks/*
  backlog/tasks/task-10 - Hang-the-sign.md:status: Out
  backlog/tasks/task-7 - Paint-the-boathouse.md:status: Out
  $ phaseline block task-7
  TASK-7  done → blocked  in the journal
  $ grep status: backlog/tasks/task-7*
  status: Idea
  $ phaseline show task-7 | grep Status
     Status          blocked, says the journal ("Idea")
  $ phaseline start task-7
  TASK-7  blocked → in-progress  backlog/tasks/task-7 - Paint-the-boathouse.md:4
  $ phaseline skip task-7
  TASK-7  in-progress → skipped  in the journal
  $ grep status: backlog/tasks/task-7*
  status: In Work
  $ phaseline reopen task-7
  TASK-7  skipped → pending  backlog/tasks/task-7 - Paint-the-boathouse.md:4
  $ grep status: backlog/tasks/task-7*
  status: Idea
  $ phaseline undo 7 >/dev/null
  $ grep status: backlog/tasks/*
  backlog/tasks/task-10 - Hang-the-sign.md:status: To Do
  backlog/tasks/task-7 - Paint-the-boathouse.md:status: review

The list beside the directory comes first.

  $ echo 'statuses: [Review, Released]' >backlog.config.yml
  $ phaseline show TASK-7 | grep Status
     Status          pending, says its frontmatter ("review")
  $ rm backlog.config.yml
  $ phaseline show TASK-7 | grep Status
     Status          in-progress, says its frontmatter ("review")
