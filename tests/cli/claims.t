What the code says, on the screens that are not about it.

  $ cp -r "$EXAMPLE" x && cd x
  $ export PHASELINE_NOW=2026-03-12T09:00:00Z

Where references are few, the code is looked at by the way; else when it is asked for.

  $ phaseline status --no-refs | grep -e '02-0' -e Ref
     Phase                       Plans          Tasks   Estimate   Spent  References
        02-01 Boats and members  ✓ done           5/5        30m     25m          11
        02-02 Bookings           ✓ done           3/3        45m  1h 20m           5
        02-03 Nightly jobs       ▸ in-progress    2/6         1h       –          10
        02-04 Reports            ! blocked        0/4     45m–1h       –           5
     References are not compared with the code yet; --refs does
     ! 02-04/1  blocked: Compare last year's invoices in the new layout
     Next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline status | grep -e '02-0' -e Ref
     Phase                       Plans          Tasks   Estimate   Spent  References
        02-01 Boats and members  ✓ done           5/5        30m     25m       10/10
        02-02 Bookings           ✓ done           3/3        45m  1h 20m       ! 4/5
        02-03 Nightly jobs       ▸ in-progress    2/6         1h       –        2/10
        02-04 Reports            ! blocked        0/4     45m–1h       –         0/5
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
     ! 02-04/1  blocked: Compare last year's invoices in the new layout
     Next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline status --refs --no-refs
  phaseline: --refs or --no-refs, not both
  [2]

It is kept, and says how old it is when the code is left alone.

  $ PHASELINE_NOW=2026-03-12T09:05:00Z phaseline status --no-refs | grep 'References as'
     References as the code was 5 minutes ago; --refs looks again
  $ PHASELINE_NOW=2026-03-12T14:30:00Z phaseline --no-sync status | grep 'References as'
     References as the code was 5 hours ago; --refs looks again
  $ PHASELINE_NOW=2026-03-15T14:30:00Z phaseline status --no-refs | grep 'References as'
     References as the code was 3 days ago; --refs looks again

The line is replaced: nobody looks, then somebody does.

  $ sed -i '30s/.*/    pass/' boathouse/bookings.py
  $ phaseline status --no-refs | grep 'still stand'
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
  $ phaseline sync --refs
  8 files, 0 read, 17 of 40 references cleared
  $ phaseline status --no-refs | grep -e 'still stand' -e 02-02
        02-02 Bookings           ✓ done           3/3        45m  1h 20m         5/5
  $ cp "$EXAMPLE/boathouse/bookings.py" boathouse/

Work that looks finished, though nobody said so.

  $ echo 'from boathouse import store' >boathouse/jobs/damage.py
  $ phaseline status | grep -e 'stands' -e 'looks'
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
     ? 02-03/3  all 4 references are cleared: looks finished
  $ phaseline show 02-03 | grep -e Referen -e looks -e /4
     References  6 of 10 cleared
     ? 02-03/3  all 4 references are cleared: looks finished
        File                         References
     2  boathouse/jobs/damage.py            4/4  deletes bookings
     3  boathouse/jobs/archive.py           0/4  moves a year of bookings
  $ phaseline show 02-03/3 | sed -n '/Needs/,$p'
     Needs attention
     ? 02-03/3  all 4 references are cleared: looks finished
  $ phaseline next
  Next       Task                             Plan          Estimate  References  Owner
  ▸ 02-03/3  Modify boathouse/jobs/damage.py  Nightly jobs        1h        6/10  maeve
  3 open plans cannot start yet: blocked, or waiting for others
  $ phaseline done 02-03/3 >/dev/null
  02-03: 3 of 6 tasks, 6 of 10 references cleared; next: 02-03/4 Modify boathouse/jobs/archive.py
  $ phaseline --no-sync status | grep -e looks -e 02-03
        02-03 Nightly jobs       ▸ in-progress    3/6         1h       –        6/10
     Next: 02-03/4 Modify boathouse/jobs/archive.py

Done, but still there: a task of a plan that is not.

  $ phaseline done 02-03/4 >/dev/null
  02-03: 4 of 6 tasks, 6 of 10 references cleared; next: 02-03/5 Verify changes
  $ phaseline list --contradicted
  02-02/1  done  Modify boathouse/bookings.py      ! 4/5  tomasz
  02-03/4  done  Modify boathouse/jobs/archive.py  ! 0/4  maeve
  $ phaseline list --contradicted --phase 03
  no such tasks
  $ phaseline status | grep 'says done'
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
     ! 02-03/4  says done, 4 references still stand, first boathouse/jobs/archive.py:3

A plan whose references change is not what was asked about any more; other changes are
none of the code's business.

  $ printf '\nA remark.\n' >>plans/02-callers/02-02-PLAN.md
  $ phaseline status --no-refs | grep 02-02
        02-02 Bookings           ✓ done           3/3        45m  1h 20m       ! 4/5
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
  $ sed -i 's/Line 30/Line 31/' plans/02-callers/02-02-PLAN.md
  $ phaseline status --no-refs | grep 02-02
        02-02 Bookings           ✓ done           3/3        45m  1h 20m           5
  $ phaseline status | grep 02-02
        02-02 Bookings           ✓ done           3/3        45m  1h 20m       ! 4/5
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30

JSON has the same.

  $ phaseline status --json | grep -o '"refs_checked":"[^"]*"'
  "refs_checked":"2026-03-12T09:00:00Z"
  $ phaseline status --json | grep -o '"id":"02-02".*' | grep -o '"refs":{[^}]*}' | head -n 1
  "refs":{"total":5,"bound":5,"checked":5,"cleared":4,"contradicted":1,"finished":0}
  $ phaseline list --json --contradicted | grep -o '"refs":{[^}]*}'
  "refs":{"checked":5,"cleared":4,"contradicted":1}
  "refs":{"checked":4,"cleared":0,"contradicted":4}
  $ phaseline show 02-02 --json | grep -o '"refs_checked":"[^"]*"'
  "refs_checked":"2026-03-12T09:00:00Z"
  $ phaseline show 02-02 --json | grep -o '"resolved":"boathouse/bookings.py","first":31.*"state":"[a-z]*"' | grep -o '"state":.*'
  "state":"moved"
  $ phaseline export 02-02 >a && phaseline show 02-02 --json >b && cmp a b

A store that can only be read answers with what it knows.

  $ chmod a-w .phaseline .phaseline/store.db
  $ phaseline --no-sync status | grep 02-02
        02-02 Bookings           ✓ done           3/3        45m  1h 20m       ! 4/5
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
  $ chmod u+w .phaseline .phaseline/store.db

Only `refs`, `status --refs` and `sync --refs` ask git where a file went; the others remember.

  $ mkdir ~/y && cd ~/y && git init -q && git config user.email a@b && git config user.name Ann
  $ mkdir plans src && printf 'int sum(void);\nint mean(void);\n' >src/sum.h
  $ printf '# Plan 01-01: Sums\n\n## Files\n\n- `src/sum.h`, line 1: `int sum(void);`\n\n## Tasks\n\n- [ ] **Task 1**: All\n' >plans/01-01-PLAN.md
  $ git add -A && git commit -qm 'Sum' && git mv src/sum.h src/total.h && git commit -qm 'Rename it'
  $ phaseline status | grep 01-01
        01-01 Sums  · pending     0/1           1
     Next: 01-01/1 All
  $ phaseline status --refs | grep 01-01
        01-01 Sums  · pending     0/1         0/1
     Next: 01-01/1 All
  $ phaseline status | grep 01-01
        01-01 Sums  · pending     0/1         0/1
     Next: 01-01/1 All
  $ phaseline show 01-01 --json | grep -o '"resolved":"[^"]*"\|"state":"[^"]*"'
  "resolved":"src/total.h"
  "state":"moved"
