Where are we: the team lead's screen.

  $ cp -r "$EXAMPLE" x && cd x

Open phases unfold, finished ones are a line.

  $ phaseline status
  Bound queries for the boathouse                                       2026-01-14
  
     Phase                       Plans          Tasks   Estimate   Spent  References
     01 Groundwork               ██████ 2/2       6/6         1h   1h 5m           1
     02 Callers                  ███░░░ 2/4     10/18  3h–3h 15m  1h 45m     ! 16/30
        02-01 Boats and members  ✓ done           5/5        30m     25m       10/10
        02-02 Bookings           ✓ done           3/3        45m  1h 20m       ! 4/5
        02-03 Nightly jobs       ▸ in-progress    2/6         1h       –        2/10
        02-04 Reports            ! blocked        0/4     45m–1h       –         0/5
     03 Farewell                 ░░░░░░ 0/2       0/8    35m–45m       –         0/6
  
     4 of 8 plans, 16 of 32 tasks; 2h 50m spent, 2h 20m to 2h 45m left as estimated
  
     Needs attention
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
     ! 02-04/1  blocked: Compare last year's invoices in the new layout
     Next: 02-03/3 Modify boathouse/jobs/damage.py

One phase unfolds when it is named.

  $ phaseline status 01
  Bound queries for the boathouse                                       2026-01-14
  
     Phase                                    Plans       Tasks  Estimate  Spent  References
     01 Groundwork                            ██████ 2/2    6/6        1h  1h 5m           1
        01-01 A store that binds its values   ✓ done        3/3       40m    35m           1
        01-02 The store makes its own tables  ✓ done        3/3       20m    30m           –

Everything.

  $ phaseline status --all
  Bound queries for the boathouse                                       2026-01-14
  
     Phase                                    Plans          Tasks   Estimate   Spent  References
     01 Groundwork                            ██████ 2/2       6/6         1h   1h 5m           1
        01-01 A store that binds its values   ✓ done           3/3        40m     35m           1
        01-02 The store makes its own tables  ✓ done           3/3        20m     30m           –
     02 Callers                               ███░░░ 2/4     10/18  3h–3h 15m  1h 45m     ! 16/30
        02-01 Boats and members               ✓ done           5/5        30m     25m       10/10
        02-02 Bookings                        ✓ done           3/3        45m  1h 20m       ! 4/5
        02-03 Nightly jobs                    ▸ in-progress    2/6         1h       –        2/10
        02-04 Reports                         ! blocked        0/4     45m–1h       –         0/5
     03 Farewell                              ░░░░░░ 0/2       0/8    35m–45m       –         0/6
        03-01 Remove the old module           · pending        0/4        15m       –         0/4
        03-02 Keep it that way                · pending        0/4    20m–30m       –         0/2
  
     4 of 8 plans, 16 of 32 tasks; 2h 50m spent, 2h 20m to 2h 45m left as estimated
  
     Needs attention
     ! 02-02    says done, 1 reference still stands: boathouse/bookings.py:30
     ! 02-04/1  blocked: Compare last year's invoices in the new layout
     Next: 02-03/3 Modify boathouse/jobs/damage.py

A store stays out of git by itself.

  $ cat .phaseline/.gitignore
  *

The same as JSON, for scripts.

  $ phaseline status --json | cut -d, -f1,2
  {"root":"~/x","title":"Bound queries for the boathouse"

Where there are more phases than a screen holds, the rest share a line.

  $ mkdir ../many && cd ../many && for i in $(seq -w 1 40); do mkdir -p plans/$i-phase
  > printf -- '---\nphase: %s\nplan: 01\n---\n\n# Plan\n\n## Tasks\n\n- [x] One\n- [ ] Two\n' $i >plans/$i-phase/$i-01-PLAN.md
  > done; phaseline status | tail -7
     23 Phase                  ░░░░░░  0/1      1/2
     24 Phase                  ░░░░░░  0/1      1/2
     25 to 40, 16 more phases  ░░░░░░ 0/16    16/32
  
     0 of 40 plans, 40 of 80 tasks
  
     Next: 01-01/2 Two

Drawn: what was left day by day, and how far each phase is.

  $ cp -r "$EXAMPLE" drawn; export PHASELINE_NOW=2026-03-16; phaseline -C drawn status --plot
  Bound queries for the boathouse                                       2026-03-16
  
     Tasks left
     40 ┤
        │                   ⢀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀ ⣀⡀
     30 ┤                   ⠈
        │          ⠠⠤ ⠠⠤ ⠠⠤ ⠸
     20 ┤          ⡆        ⢠⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⡄
        │          ⡖⠒⠒⠒⢲    ⢸                   ⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
     10 ┤          ⡇   ⠘⠒⠒⠒⠒⠚
        │⠤⠤⠤⠤⠤⡄⠠⠤ ⠠⡇
      0 ┤     ⣇⣀⣀⣀⣀⡇
        └─────────────────────────────────────────────────────────────────────
         2026-03-02                                                 2026-03-16
         ⠒⠒⠒ left  ⠒⠂ ⠒⠂ all
  
     Work left, as estimated
     5h ┤                   ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤ ⠠⠤
     4h ┤          ⡤ ⠠⠤ ⠠⠤ ⠠⠤
        │          ⡀
     3h ┤          ⡗⠒⠒⠒⢲    ⢸⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⡇
        │          ⡇   ⠘⠒⠒⠒⠒⠚                   ⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
     2h ┤          ⡇
        │          ⡇
     1h ┤⠉⠉⠉⠉⠉⡏⠉ ⠈⠉⡇
      0 ┤     ⣇⣀⣀⣀⣀⡇
        └─────────────────────────────────────────────────────────────────────
         2026-03-02                                                 2026-03-16
         ⠒⠒⠒ left  ⠒⠂ ⠒⠂ all
  
     Phases
     Phase          Plans done  Tasks done   Estimate   Spent  References
     01 Groundwork  ██████ 2/2         6/6         1h   1h 5m           1
     02 Callers     ███░░░ 2/4       10/18  3h–3h 15m  1h 45m     ! 16/30
     03 Farewell    ░░░░░░ 0/2         0/8    35m–45m                 0/6
     Total          ███░░░ 4/8       16/32  4h 35m–5h  2h 50m     ! 16/36
  $ LC_ALL=C phaseline -C drawn status --plot 2 | head -n 14
  Bound queries for the boathouse                                       2026-03-16
  
     Tasks left
     20 +
        |ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo
     15 +*******
        |      *
     10 +      *****************************
        |                                  ***********************************
      5 +
        |
      0 +
        +---------------------------------------------------------------------
         2026-03-04                                                 2026-03-16
  $ phaseline -C drawn status --plot 3
  Bound queries for the boathouse                                       2026-03-16
  
     Of too few tasks it is known when they were done: there is no line to draw.
  
     Phases
     Phase        Plans done  Tasks done  Estimate  References
     03 Farewell  ░░░░░░ 0/2         0/8   35m–45m         0/6
  $ phaseline status --plot --json
  phaseline: --plot draws; what it draws is in `phaseline report --json`
  [2]
