Everything about one plan, or one task.

  $ cp -r "$EXAMPLE" x && cd x

A plan.

  $ phaseline show 02-03
  02-03  Nightly jobs
  
     The jobs run unattended, so a mistake here shows only weeks later. Move them one by one, a night apart.
  
     Status      in-progress, says its frontmatter
     Estimate    1h
     References  2 of 10 cleared
     Owner       maeve
     Wave        2
     Waits for   02-01, 02-02
     Created     2026-03-04
     File        plans/02-callers/02-03-PLAN.md
  
     Tasks: 2 of 6 done
     ✓ 1  Modify boathouse/jobs/reminders.py  boathouse/jobs/reminders.py
     ✓ 2  Watch one evening of reminders
     ▸ 3  Modify boathouse/jobs/damage.py     boathouse/jobs/damage.py
     · 4  Modify boathouse/jobs/archive.py    boathouse/jobs/archive.py
     · 5  Verify changes
     · 6  Commit changes
  
     Files: 3
        File                         References
     Jobs that read
     1  boathouse/jobs/reminders.py         2/2
     Jobs that delete
     2  boathouse/jobs/damage.py            0/4  deletes bookings
     3  boathouse/jobs/archive.py           0/4  moves a year of bookings
  
     Verification
       grep -rl olddb boathouse/jobs | wc -l
       # Should be 0
       grep -rn 'f"' boathouse/jobs --include='*.py' | grep -v send
       # Should return only: boathouse/jobs/archive.py
  
     Rollback
     1. Stop the jobs
     2. Revert commit with `git revert`
     3. Compare `SELECT count(*) FROM bookings` with last night's backup before they start again
  
     Commits
     - planned feat(02-03): bind the values of the nightly jobs
  
     Journal
     2026-01-14  first seen, in-progress

A task.

  $ phaseline show 02-03/3
  02-03/3  Modify boathouse/jobs/damage.py
  
     Status   in-progress, says its box
     Owner    maeve
     Plan     02-03 Nightly jobs
     File     plans/02-callers/02-03-PLAN.md:60
     Touches  boathouse/jobs/damage.py
  
     Steps
     ✓ Write a test with two damaged boats
     · Delete without counting first

An unknown plan gives the nearest name.

  $ phaseline show 02-9
  phaseline: no plan "02-9"; `phaseline status --all` shows them all
  [2]

A task that is not there.

  $ phaseline show 02-03/99
  phaseline: no task 99 in 02-03; it has 6: `phaseline show 02-03`
  [2]
