The journal begins when the store does; git knows what was before.

  $ cp -r "$EXAMPLE" x && cd x && rm -rf .phaseline
  $ commit() { git -c user.name="$1" -c user.email=x commit -qam "$3" --date="$2"; }
  $ git init -q . && git add -A && commit Eve 2026-01-10T10:00:00Z 'Plan the boathouse'
  $ sed -i 's/^- \[ \] \*\*Task 4/- [x] **Task 4/' plans/02-callers/02-03-PLAN.md
  $ commit Ann 2026-01-11T10:00:00Z 'feat(02-03): copy and delete'
  $ sed -i 's/^status: in-progress/status: done/' plans/02-callers/02-03-PLAN.md
  $ git mv plans/02-callers/02-03-PLAN.md plans/02-callers/02-05-PLAN.md
  $ commit Bob 2026-01-12T10:00:00Z 'Finish the jobs'
  $ phaseline -q sync
  8 files, 8 read, 8 plans new

A plan that has another name now is the same plan; a task is known by its title.

  $ phaseline log 02-05 --git | sed 's/[0-9a-f]\{7\} //'
  10 events from 3 commits
  When              Who     Plan     What                  Note
  2026-01-14 12:00  (file)  02-05    first seen, done
  2026-01-12 10:00  Bob     02-05    in-progress → done    Finish the jobs
  2026-01-11 10:00  Ann     02-05/4  pending → done        feat(02-03): copy and delete
  2026-01-10 10:00  Eve     02-05    created, in-progress  Plan the boathouse
  $ phaseline log 02-05/4 | sed 's/[0-9a-f]\{7\} //'
  When              Who  Plan     What            Note
  2026-01-11 10:00  Ann  02-05/4  pending → done  feat(02-03): copy and delete

Once is enough.

  $ phaseline log --git --limit 1
  the journal has the history of git already
  When              Who     Plan   What
  2026-01-14 12:00  (file)  03-02  first seen, pending

Without a repository there is nothing to read.

  $ rm -rf .git .phaseline && phaseline log --git
  phaseline: git: ~/x: could not find repository from '~/x'
  [2]
