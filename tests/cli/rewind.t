Files that say what they said before.

  $ mkdir -p x/plans && cd x && git init -q && git config user.name Ann && git config user.email ann@example.org
  $ printf '%s\n' --- 'status: pending' --- '# Plan 01-01: Move house' '' 'Soon.' '' > plans/01-01-PLAN.md
  $ for t in 'Pack the kitchen' 'Pack the books' 'Hire a van' 'Clean'; do n=$((n + 1)); echo "- [ ] **Task $n**: $t"; done >> plans/01-01-PLAN.md
  $ git add -A && git commit -qm plan && phaseline -q sync
  1 file, 1 read, 1 plan new

An older commit is checked out: one event tells of it, and nothing is written.

  $ export PHASELINE_NOW=2026-01-15T10:00:00Z
  $ phaseline -q done 01-01/1-3 --note "all at once"
  01-01/1  pending → done  plans/01-01-PLAN.md:8
  01-01/2  pending → done  plans/01-01-PLAN.md:9
  01-01/3  pending → done  plans/01-01-PLAN.md:10
  $ git commit -qam packed; git checkout -q HEAD~1; export PHASELINE_NOW=2026-01-15T11:00:00Z
  $ phaseline list
  01-01/1  pending  Pack the kitchen
  01-01/2  pending  Pack the books
  01-01/3  pending  Hire a van
  01-01/4  pending  Clean
  plans/01-01-PLAN.md is as it was on 2026-01-14 12:00, with 3 statuses of then
  $ phaseline log --limit 2
  When              Who     Plan     What            Note
  2026-01-15 11:00  (file)  01-01    restored        3 statuses as on 2026-01-14 12:00
  2026-01-15 10:00  Ann     01-01/3  pending → done  all at once
  $ phaseline log 01-01/2
  When              Who     Plan     What            Note
  2026-01-15 11:00  (file)  01-01    restored        3 statuses as on 2026-01-14 12:00
  2026-01-15 10:00  Ann     01-01/2  pending → done  all at once
  $ git status --short

The branch again, and with it what commands had said.

  $ git checkout -q -; phaseline -q list --status done
  01-01/1  done  Pack the kitchen
  01-01/2  done  Pack the books
  01-01/3  done  Hire a van
  $ phaseline log --limit 1
  When              Who     Plan   What      Note
  2026-01-15 11:00  (file)  01-01  restored  3 statuses as on 2026-01-15 10:00
  $ git diff --stat

What stands in the journal alone comes and goes with the text it was said about.

  $ phaseline -q block 01-01/4 --no-write --note "no broom" && phaseline -q reopen 01-01/1 --no-write
  01-01/4  pending → blocked  in the journal
  01-01/1  done → pending  in the journal
  $ phaseline -q assign 01-01/4 bo
  01-01/4  owner none → bo  in the journal
  $ git checkout -q HEAD~1; phaseline -q list
  01-01/1  pending  Pack the kitchen
  01-01/2  pending  Pack the books
  01-01/3  pending  Hire a van
  01-01/4  pending  Clean             bo
  $ git checkout -q -; phaseline -q list
  01-01/1  pending  Pack the kitchen
  01-01/2  done     Pack the books
  01-01/3  done     Hire a van
  01-01/4  blocked  Clean             bo
  $ phaseline log --limit 2
  When              Who     Plan   What      Note
  2026-01-15 11:00  (file)  01-01  restored  3 statuses as on 2026-01-15 11:00
  2026-01-15 11:00  (file)  01-01  restored  3 statuses as on 2026-01-15 11:00

A backup of a file is one of them, too.

  $ phaseline -q reopen 01-01/1; phaseline -q start 01-01/4; cp plans/01-01-PLAN.md backup
  01-01/1  pending already  plans/01-01-PLAN.md:8
  01-01/4  blocked → in-progress  in the journal
  $ phaseline -q done 01-01/1 01-01/4 && cp backup plans/01-01-PLAN.md && phaseline list
  01-01/1  pending → done      plans/01-01-PLAN.md:8
  01-01/4  in-progress → done  plans/01-01-PLAN.md:11
  01-01/1  pending      Pack the kitchen
  01-01/2  done         Pack the books
  01-01/3  done         Hire a van
  01-01/4  in-progress  Clean             bo
  plans/01-01-PLAN.md is as it was on 2026-01-15 11:00, with 2 statuses of then
  $ phaseline undo
  phaseline: plans/01-01-PLAN.md was changed since in the same place; nothing was undone
  [3]
  $ git diff --stat
   plans/01-01-PLAN.md | 2 +-
   1 file changed, 1 insertion(+), 1 deletion(-)

An editor saves what it had read before commands changed the file: they have been acknowledged,
and stand. Whatever else was written is taken.

  $ git checkout -q . && phaseline -q sync; cp plans/01-01-PLAN.md buffer
  1 file, 1 read, 1 changed
  $ phaseline -q reopen 01-01/2; phaseline -q reopen 01-01/3
  01-01/2  done → pending  plans/01-01-PLAN.md:9
  01-01/3  done → pending  plans/01-01-PLAN.md:10
  $ sed -i 's/Soon/Next week/' buffer && cp buffer plans/01-01-PLAN.md
  $ phaseline sync
  1 file, 1 read, 1 changed
  phaseline: a save has undone 2 changes by command
  plans/01-01-PLAN.md was saved over 2 changes by command; the journal keeps them until a command or the file says otherwise: `phaseline log`
  [3]
  $ phaseline list
  01-01/1  pending  Pack the kitchen
  01-01/2  pending  Pack the books
  01-01/3  pending  Hire a van
  01-01/4  blocked  Clean             bo
  $ phaseline sync
  1 file, 0 read
  $ phaseline log --limit 3
  When              Who     Plan     What                                   Note
  2026-01-15 11:00  (sync)  01-01/2  conflict: pending, the file says done  saved over
  2026-01-15 11:00  (sync)  01-01/3  conflict: pending, the file says done  saved over
  2026-01-15 11:00  Ann     01-01/3  done → pending
  $ phaseline status | sed -n '/attention/,$p'
     Needs attention
     ! 01-01/4  blocked since 2026-01-15: no broom
     ? 01-01    the journal says that Task 1 is pending, this file still says done, and 2 more such; phaseline lint --rule not-written
     Next: 01-01/1 Pack the kitchen

Either side can be taken: the commands write again what they had written, reopen and done say otherwise.

  $ phaseline -q reopen 01-01/2; phaseline -q done 01-01/3
  01-01/2  pending already  plans/01-01-PLAN.md:9
  01-01/3  pending → done  plans/01-01-PLAN.md:10
  $ git diff -U0 | grep '^[-+][^-+]'; phaseline list
  -Soon.
  +Next week.
  01-01/1  pending  Pack the kitchen
  01-01/2  pending  Pack the books
  01-01/3  done     Hire a van
  01-01/4  blocked  Clean             bo
  $ phaseline lint --rule not-written
  plans/01-01-PLAN.md:8:1: note: the journal says that Task 1 is pending, this file still says done [not-written]
  0 errors, 0 warnings and 1 note in 1 file

The same under a command, which goes on.

  $ cp plans/01-01-PLAN.md buffer; phaseline -q done 01-01/2 01-01/4
  01-01/2  pending → done  plans/01-01-PLAN.md:9
  01-01/4  blocked → done  plans/01-01-PLAN.md:11
  $ sed -i 's/Next week/In May/' buffer && cp buffer plans/01-01-PLAN.md
  $ phaseline note 01-01 "so much to do"
  01-01  noted  plans/01-01-PLAN.md:15
  plans/01-01-PLAN.md was saved over 2 changes by command; the journal keeps them until a command or the file says otherwise: `phaseline log`
  $ phaseline list
  01-01/1  pending  Pack the kitchen
  01-01/2  done     Pack the books
  01-01/3  done     Hire a van
  01-01/4  done     Clean             bo

Saving it once more changes nothing; neither does a text in between.

  $ cp plans/01-01-PLAN.md now; sed -i 's/In May/In June/' plans/01-01-PLAN.md; phaseline list --status done
  01-01/2  done  Pack the books
  01-01/3  done  Hire a van
  01-01/4  done  Clean           bo
  $ cp now plans/01-01-PLAN.md; phaseline list --status done
  01-01/2  done  Pack the books
  01-01/3  done  Hire a van
  01-01/4  done  Clean           bo

Who opens all boxes but one that commands ticked has chosen to.

  $ git checkout -q .; phaseline -q done 01-01/4; phaseline -q reopen 01-01/1; phaseline -q done 01-01/1
  01-01/4  blocked → done  plans/01-01-PLAN.md:11
  01-01/1  pending already  plans/01-01-PLAN.md:8
  01-01/1  pending → done  plans/01-01-PLAN.md:8
  $ sed -i -e 's/In May/In July/' -e '/Task [13]/s/x/ /' plans/01-01-PLAN.md; phaseline sync
  1 file, 1 read, 1 changed
  plans/01-01-PLAN.md: Task 1 is pending now; Ann had said done on 2026-01-15
  $ phaseline log --limit 2
  When              Who     Plan     What
  2026-01-15 11:00  (file)  01-01/3  done → pending
  2026-01-15 11:00  (file)  01-01/1  done → pending

A box that is opened alone is open, and whoever had ticked it may hear of it.

  $ sed -i '/Task 4/s/x/ /' plans/01-01-PLAN.md; phaseline list
  01-01/1  pending  Pack the kitchen
  01-01/2  done     Pack the books
  01-01/3  pending  Hire a van
  01-01/4  pending  Clean             bo
  plans/01-01-PLAN.md: Task 4 is pending now; Ann had said done on 2026-01-15
  $ phaseline log --limit 1
  When              Who     Plan     What
  2026-01-15 11:00  (file)  01-01/4  done → pending
