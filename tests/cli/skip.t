Leaving work out.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git add -A
  $ phaseline skip 02-03/4 --note "nobody reads the archive"
  02-03/4  pending → skipped  plans/02-callers/02-03-PLAN.md:63
  02-03: 3 of 6 tasks; next: 02-03/3 Modify boathouse/jobs/damage.py
  $ phaseline skip 03-01/1 03-01/2
  03-01/1  pending → skipped  in the journal
  03-01/2  pending → skipped  in the journal
  03-01: 2 of 4 tasks; next: 03-01/3 Verify changes
  $ git diff --numstat
  1	1	plans/02-callers/02-03-PLAN.md

A plan that is skipped holds nothing up.

  $ phaseline skip 02-04 02-03
  02-04  blocked → skipped      plans/02-callers/02-04-PLAN.md:4
  02-03  in-progress → skipped  plans/02-callers/02-03-PLAN.md:4
  03-01 Remove the old module can start now
  $ git diff -U0 plans/02-callers/02-04-PLAN.md | tail -n +5
  @@ -4 +4 @@ plan: 04
  -status: blocked
  +status: skipped
  $ phaseline status 02
  Bound queries for the boathouse                               master, 2026-01-14
  
     Phase                       Plans       Tasks   Estimate   Spent  References
     02 Callers                  ██████ 4/4  11/18  3h–3h 15m  1h 45m     ! 16/30
        02-01 Boats and members  ✓ done        5/5        30m     25m       10/10
        02-02 Bookings           ✓ done        3/3        45m  1h 20m       ! 4/5
        02-03 Nightly jobs       – skipped     3/6         1h       –        2/10
        02-04 Reports            – skipped     0/4     45m–1h       –         0/5

What is skipped already stays so.

  $ phaseline skip 02-04
  02-04  skipped already  plans/02-callers/02-04-PLAN.md:4
  $ phaseline undo 2
  02-04    skipped → blocked      plans/02-callers/02-04-PLAN.md:4
  02-03    skipped → in-progress  plans/02-callers/02-03-PLAN.md:4
  03-01/1  skipped → pending      plans/03-farewell/03-01-PLAN.md:37
  03-01/2  skipped → pending      plans/03-farewell/03-01-PLAN.md:38
  $ git diff --numstat
  1	1	plans/02-callers/02-03-PLAN.md
