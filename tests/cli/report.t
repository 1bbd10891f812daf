The progress report.

  $ cp -r "$EXAMPLE" x && cd x

In markdown, on standard output.

  $ phaseline report
  # Bound queries for the boathouse: progress
  
  2026-01-14
  
  4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h 20m to 2h 45m left as estimated.
  
  Needs a decision: 1 blocked plan, 1 claim contradicted.
  
  ## Phases
  
  | Phase | Plans done | Tasks done | Estimate | Spent | References |
  |---|---|---:|---:|---:|---:|
  | 01 Groundwork | ██████ 2/2 | 6/6 | 1h | 1h 5m | 1 |
  | 02 Callers | ███░░░ 2/4 | 10/18 | 3h–3h 15m | 1h 45m | 16/30 |
  | 03 Farewell | ░░░░░░ 0/2 | 0/8 | 35m–45m |  | 0/6 |
  | Total | ███░░░ 4/8 | 16/32 | 4h 35m–5h | 2h 50m | 16/36 |
  
  ## Blocked and late
  
  | Plan | Title | Owner | What holds it up |
  |---|---|---|---|
  | `02-04/1` | Compare last year's invoices in the new layout | tomasz | blocked |
  
  ## Contradictions
  
  | Plan | Where | What |
  |---|---|---|
  | `02-02` | `boathouse/bookings.py:30` | says done, 1 reference still stands |
  
  ## Estimates and time spent
  
  4 finished plans with an estimate took 2h 50m where 2h 15m was estimated: 1.26 times as long.
  
  | Phase | Plans | Estimate | Spent | Ratio |
  |---|---:|---:|---:|---:|
  | 01 Groundwork | 2 | 1h | 1h 5m | 1.08 |
  | 02 Callers | 2 | 1h 15m | 1h 45m | 1.40 |
  
  | Plan | Title | Estimate | Spent | Ratio |
  |---|---|---:|---:|---:|
  | `02-02` | Bookings | 45m | 1h 20m | 1.78 |
  | `01-02` | The store makes its own tables | 20m | 30m | 1.50 |
  | `01-01` | A store that binds its values | 40m | 35m | 0.88 |
  | `02-01` | Boats and members | 30m | 25m | 0.83 |
  
  That is too little to say what the rest will take: it needs 5 finished plans with an estimate and a time spent.
  
  ## References cleared
  
  | Phase | References | Compared with the code | Cleared |
  |---|---:|---:|---|
  | 01 Groundwork | 1 | 0 |  |
  | 02 Callers | 31 | 30 | ███░░░ 16/30 |
  | 03 Farewell | 8 | 6 | ░░░░░░ 0/6 |
  | Total | 40 | 36 | ██░░░░ 16/36 |
  
  ## Rollback notes
  
  - **02-02** 2026-03-09: rolled back on the first try: \`day\` was bound as a date object, and bookings made by the old code no longer matched; text is bound now
  
  ## What is next
  
  - **02-03/3** Modify boathouse/jobs/damage.py
  
  3 open plans cannot start yet: blocked, or waiting for others.
  
  The longest way to the end takes 1h 32m of work, one plan after the other:
  
  1. **02-04** Reports
  2. **03-01** Remove the old module
  3. **03-02** Keep it that way
  
  ## Plan by plan
  
  | Plan | Title | Status | Tasks done | Estimate | Spent | References | Owner | Completed |
  |---|---|---|---:|---:|---:|---:|---|---|
  | **01 Groundwork** |  |  |  |  |  |  |  |  |
  | `01-01` | A store that binds its values | done | 3/3 | 40m | 35m | 1 | maeve | 2026-03-03 |
  | `01-02` | The store makes its own tables | done | 3/3 | 20m | 30m |  | maeve | 2026-03-03 |
  | **02 Callers** |  |  |  |  |  |  |  |  |
  | `02-01` | Boats and members | done | 5/5 | 30m | 25m | 10/10 | maeve | 2026-03-05 |
  | `02-02` | Bookings | done | 3/3 | 45m | 1h 20m | 4/5 | tomasz | 2026-03-10 |
  | `02-03` | Nightly jobs | in-progress | 2/6 | 1h |  | 2/10 | maeve |  |
  | `02-04` | Reports | blocked | 0/4 | 45m–1h |  | 0/5 | tomasz |  |
  | **03 Farewell** |  |  |  |  |  |  |  |  |
  | `03-01` | Remove the old module | pending | 0/4 | 15m |  | 0/4 |  |  |
  | `03-02` | Keep it that way | pending | 0/4 | 20m–30m |  | 0/2 |  |  |

As text.

  $ phaseline report --format text
  Bound queries for the boathouse: progress                             2026-01-14
  
     4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h 20m to 2h 45m left as estimated.
  
     Needs a decision: 1 blocked plan, 1 claim contradicted.
  
     Phases
     Phase          Plans done  Tasks done   Estimate   Spent  References
     01 Groundwork  ██████ 2/2         6/6         1h   1h 5m           1
     02 Callers     ███░░░ 2/4       10/18  3h–3h 15m  1h 45m     ! 16/30
     03 Farewell    ░░░░░░ 0/2         0/8    35m–45m                 0/6
     Total          ███░░░ 4/8       16/32  4h 35m–5h  2h 50m     ! 16/36
  
     Blocked and late
     Plan     Title                                           Owner   What holds it up
     02-04/1  Compare last year's invoices in the new layout  tomasz  blocked
  
     Contradictions
     Plan   Where                     What
     02-02  boathouse/bookings.py:30  says done, 1 reference still stands
  
     Estimates and time spent
     4 finished plans with an estimate took 2h 50m where 2h 15m was estimated: 1.26 times as long.
  
     Phase          Plans  Estimate   Spent  Ratio
     01 Groundwork      2        1h   1h 5m   1.08
     02 Callers         2    1h 15m  1h 45m   1.40
  
     Plan   Title                           Estimate   Spent  Ratio
     02-02  Bookings                             45m  1h 20m   1.78
     01-02  The store makes its own tables       20m     30m   1.50
     01-01  A store that binds its values        40m     35m   0.88
     02-01  Boats and members                    30m     25m   0.83
  
     That is too little to say what the rest will take: it needs 5 finished plans with an estimate and a time spent.
  
     References cleared
     Phase          References  Compared with the code  Cleared
     01 Groundwork           1                       0
     02 Callers             31                      30  ███░░░ 16/30
     03 Farewell             8                       6  ░░░░░░   0/6
     Total                  40                      36  ██░░░░ 16/36
  
     Rollback notes
     - 02-02  2026-03-09: rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now
  
     What is next
     - 02-03/3  Modify boathouse/jobs/damage.py
  
     3 open plans cannot start yet: blocked, or waiting for others.
  
     The longest way to the end takes 1h 32m of work, one plan after the other:
  
     1. 02-04  Reports
     2. 03-01  Remove the old module
     3. 03-02  Keep it that way
  
     Plan by plan
     Plan   Title                           Status         Tasks done  Estimate   Spent  References  Owner   Completed
     01 Groundwork
     01-01  A store that binds its values   ✓ done                3/3       40m     35m           1  maeve   2026-03-03
     01-02  The store makes its own tables  ✓ done                3/3       20m     30m              maeve   2026-03-03
     02 Callers
     02-01  Boats and members               ✓ done                5/5       30m     25m       10/10  maeve   2026-03-05
     02-02  Bookings                        ✓ done                3/3       45m  1h 20m       ! 4/5  tomasz  2026-03-10
     02-03  Nightly jobs                    ▸ in-progress         2/6        1h                2/10  maeve
     02-04  Reports                         ! blocked             0/4    45m–1h                 0/5  tomasz
     03 Farewell
     03-01  Remove the old module           · pending             0/4       15m                 0/4
     03-02  Keep it that way                · pending             0/4   20m–30m                 0/2

As JSON, for programs; phaseline-json(5) describes it.

  $ phaseline report --format json | cut -c 1-200
  {"when":"2026-01-14","title":"Bound queries for the boathouse: progress","text":["4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h 20m to 2h 45m left as estimated.","Needs a decision: 1 bloc
  $ phaseline report --json > a.json; phaseline report --format json | cmp - a.json
  $ phaseline report --json --format text
  phaseline: --json is --format json, not --format text
  [2]

As CSV, for spreadsheets: a row for each plan, or another table.

  $ phaseline report --format csv | tr -d '\r'
  plan,title,status,tasks_done,tasks_total,estimate_low,estimate_high,actual_low,actual_high,refs_done,refs_total,owner,completed,verified,group
  01-01,A store that binds its values,done,3,3,40,40,35,35,,1,maeve,2026-03-03,,01 Groundwork
  01-02,The store makes its own tables,done,3,3,20,20,30,30,,,maeve,2026-03-03,,01 Groundwork
  02-01,Boats and members,done,5,5,30,30,25,25,10,10,maeve,2026-03-05,,02 Callers
  02-02,Bookings,done,3,3,45,45,80,80,4,5,tomasz,2026-03-10,,02 Callers
  02-03,Nightly jobs,in-progress,2,6,60,60,,,2,10,maeve,,,02 Callers
  02-04,Reports,blocked,0,4,45,60,,,0,5,tomasz,,,02 Callers
  03-01,Remove the old module,pending,0,4,15,15,,,0,4,,,,03 Farewell
  03-02,Keep it that way,pending,0,4,20,30,,,0,2,,,,03 Farewell
  $ phaseline report --format csv --table phases --phase 2 | od -c | tail -n 5
  0000160   r   e   f   s   _   t   o   t   a   l  \r  \n   0   2       C
  0000200   a   l   l   e   r   s   ,   2   ,   4   ,   1   0   ,   1   8
  0000220   ,   1   8   0   ,   1   9   5   ,   1   0   5   ,   1   0   5
  0000240   ,   1   6   ,   3   0  \r  \n
  0000250
  $ phaseline report --format csv --table refs
  phase,refs,checked,cleared_done,cleared_total
  01 Groundwork,1,0,,
  02 Callers,31,30,16,30
  03 Farewell,8,6,0,6
  $ phaseline report --format csv --table plan
  phaseline: --table takes plans, phases, changes, blocked, contradictions, ratios, estimates, refs or findings, not "plan"
  [2]
  $ phaseline report --table plans
  phaseline: --table is for --format csv, not for markdown
  [2]
  $ mkdir -p y/plans; : > y/.phaseline.yaml; printf '# Plan 03-03: =HYPERLINK("http://x"), and more\n' > y/plans/03-03-PLAN.md; phaseline -C y report --format csv | tail -n 1
  03-03,"'=HYPERLINK(""http://x""), and more",pending,,,,,,,,,,,

With charts that GitHub draws.

  $ phaseline report --mermaid | sed -n '/^```mermaid/,/^```$/p'
  ```mermaid
  gantt
      dateFormat YYYY-MM-DD
      section 01 Groundwork
      01-01 A store that binds its values :done, b0, 2026-03-03, 2026-03-04
      01-02 The store makes its own tables :done, b1, 2026-03-03, 2026-03-04
      section 02 Callers
      02-01 Boats and members :done, b2, 2026-03-05, 2026-03-06
      02-02 Bookings :done, b3, 2026-03-10, 2026-03-11
      02-03 Nightly jobs :active, b4, 2026-01-14, 2026-01-15
      02-04 Reports :crit, b5, 2026-01-14, 2026-01-15
      section 03 Farewell
      03-01 Remove the old module :crit, b6, 2026-01-14, 2026-01-15
      03-02 Keep it that way :crit, b7, 2026-01-14, 2026-01-15
  ```
  ```mermaid
  flowchart LR
      n0["02-03 Nightly jobs"]
      n1["02-04 Reports"]
      n2["03-01 Remove the old module"]
      n3["03-02 Keep it that way"]
      n0 --> n2
      n1 --> n2
      n2 --> n3
      classDef active stroke:#bf8700,stroke-width:2px
      class n0 active
      classDef alert stroke:#cf222e,stroke-width:2px
      class n1 alert
      classDef critical stroke-width:4px
      class n1,n2,n3 critical
  ```
  $ phaseline report --mermaid --format text
  phaseline: --mermaid is for markdown, not for text
  [2]

Of a phase or of some plans, by any of their names; the sums are theirs.

  $ phaseline report --phase 2 --title 'The callers' | head -n 11
  # The callers
  
  2026-01-14
  
  2 of 4 plans and 10 of 18 tasks are done; 1h 45m spent; 1h 45m to 2h left as estimated.
  
  Needs a decision: 1 blocked plan, 1 claim contradicted.
  
  ## Phases
  
  | Phase | Plans done | Tasks done | Estimate | Spent | References |
  $ phaseline report --plan 02-03,plans/02-callers/02-04-PLAN.md | sed -n '1p;5p'
  # Bound queries for the boathouse: progress of 02-03, 02-04
  0 of 2 plans and 2 of 10 tasks are done; 1h 45m to 2h left as estimated.
  $ phaseline report --plan 02-02 | grep -e '^#' -e rolled
  # Bound queries for the boathouse: progress of 02-02
  ## Phases
  ## Contradictions
  ## Estimates and time spent
  ## References cleared
  ## Rollback notes
  - **02-02** 2026-03-09: rolled back on the first try: \`day\` was bound as a date object, and bookings made by the old code no longer matched; text is bound now
  ## Plan by plan
  $ phaseline report --plan 03-01 | grep -e '^#' -e rolled
  # Bound queries for the boathouse: progress of 03-01
  ## Phases
  ## References cleared
  ## What is next
  ## Plan by plan
  $ phaseline report --phase callers,3 | grep Total
  | Total | ██░░░░ 2/6 | 10/26 | 3h 35m–4h | 1h 45m | 16/36 |
  | Total | 39 | 36 | ██░░░░ 16/36 |
  $ phaseline report --phase 3 --plan 01-01 | sed -n '1p;5p'
  # Bound queries for the boathouse: progress of 01-01, 03-01, 03-02
  1 of 3 plans and 3 of 11 tasks are done; 35m spent; 35m to 45m left as estimated.
  $ phaseline report --title all > a.md; phaseline report --title all --phase 1,2,3 | cmp - a.md
  $ phaseline report --phase 9
  phaseline: no phase "9"; `phaseline status --all` shows them
  [2]
  $ phaseline report --plan 02-03,09-01
  phaseline: no plan "09-01"; did you mean 01-01 (plans/01-groundwork/01-01-PLAN.md)?
  [2]
  $ phaseline report --plan 02-03/1
  phaseline: --plan takes plans; "02-03/1" is a task
  [2]

Into a file, which is replaced as a whole.

  $ echo old > report.md; phaseline report -o report.md; head -n 1 report.md
  report.md written
  # Bound queries for the boathouse: progress
  $ phaseline report > other.md; cmp report.md other.md
  $ phaseline -q report -o report.md

Into the middle of a file, between two markers: below the heading that is above them.

  $ printf '# Mine\n\n## State\n\n<!-- phaseline:begin -->\n<!-- phaseline:end -->\n\n## More\n' > mine.md
  $ phaseline report --update mine.md; sed -n '1,15p' mine.md; tail -n 4 mine.md
  mine.md updated
  # Mine
  
  ## State
  
  <!-- phaseline:begin -->
  
  ### Bound queries for the boathouse: progress
  
  2026-01-14
  
  4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h 20m to 2h 45m left as estimated.
  
  Needs a decision: 1 blocked plan, 1 claim contradicted.
  
  #### Phases
  
  <!-- phaseline:end -->
  
  ## More
  $ cp -p mine.md before.md; phaseline report --update mine.md; cmp mine.md before.md; [ mine.md -nt before.md ]
  mine.md is up to date
  [1]
  $ sed -i s/Bookings/Reservations/ plans/02-callers/02-02-PLAN.md; phaseline report --update mine.md; cmp -s before.md mine.md; grep -n Reservations mine.md
  mine.md updated
  47:| `02-02` | Reservations | 45m | 1h 20m | 1.78 |
  88:| `02-02` | Reservations | done | 3/3 | 45m | 1h 20m | 4/5 | tomasz | 2026-03-10 |

Line ends stay, and so do the mode and a link.

  $ printf 'a\r\n<!-- phaseline:begin -->\r\nold\r\n<!-- phaseline:end -->\r\nb' > crlf.md; chmod 640 crlf.md; ln -s crlf.md link.md
  $ phaseline -q report --update link.md; stat -c '%a %F' link.md crlf.md; tail -n 2 crlf.md | od -c | tail -n 4
  777 symbolic link
  640 regular file
  0000000   <   !   -   -       p   h   a   s   e   l   i   n   e   :   e
  0000020   n   d       -   -   >  \r  \n   b
  0000031
  $ awk '!/\r$/' crlf.md
  b

Where the markers are broken nothing is written.

  $ printf 'a\n<!-- phaseline:begin -->\n' > broken.md; phaseline report --update broken.md; cat broken.md
  phaseline: broken.md:2: <!-- phaseline:begin --> without <!-- phaseline:end --> below it
  a
  <!-- phaseline:begin -->
  $ phaseline report --update README.md
  phaseline: README.md has no place for the report: put <!-- phaseline:begin --> and <!-- phaseline:end --> there, each alone on its line
  [2]
  $ printf '```\n<!-- phaseline:begin -->\n<!-- phaseline:end -->\n```\n' > fence.md; phaseline report --update fence.md
  phaseline: fence.md has no place for the report: put <!-- phaseline:begin --> and <!-- phaseline:end --> there, each alone on its line
  [2]
  $ phaseline report --update nowhere.md
  phaseline: cannot read nowhere.md: No such file or directory
  [5]
  $ phaseline report --update mine.md --json
  phaseline: --update writes markdown, not json
  [2]
  $ phaseline report --update mine.md -o x.md
  phaseline: --update writes into the middle of a file, --output a whole one: leave one of them out
  [2]

What its name says is what it holds, unless another format is asked for.

  $ phaseline -q report -o report.html; head -n 1 report.html; phaseline -q report -o report.json; head -c 12 report.json; echo
  <!DOCTYPE html>
  {"when":"202
  $ phaseline -q report --format text -o report.md; head -n 1 report.md
  Bound queries for the boathouse: progress                             2026-01-14
  $ phaseline -q report -o .md; head -n 1 .md; rm .md
  # Bound queries for the boathouse: progress

What cannot be written is said, and what was there stays.

  $ phaseline report -o nowhere/report.md
  phaseline: cannot write nowhere/report.md: No such file or directory
  [5]
  $ mkdir dir; phaseline report -o dir
  phaseline: cannot write dir: Is a directory
  [5]
  $ ls dir
  $ ln -s nowhere dangling; phaseline report -o dangling; ls nowhere
  phaseline: cannot write dangling: No such file or directory
  ls: cannot access 'nowhere': No such file or directory
  [2]
  $ echo old > mode.md; chmod 600 mode.md; ln -s mode.md to; phaseline -q report -o to; stat -c '%a %F' mode.md to
  600 regular file
  777 symbolic link
  $ phaseline -q report -o /dev/stdout | head -n 1
  # Bound queries for the boathouse: progress

Formats there are.

  $ phaseline report --format pdf
  phaseline: --format takes text, markdown, html, json or csv, not "pdf"
  [2]

Text that looks like markup stays text.

  $ printf '# Plan 04-01: *Bold* <b>html</b> | bar [link](http://x) `code` #1 &amp; ~~out~~\n\n- [ ] **Task 1**: a_b_c, __init__ and *stars*\n' > plans/04-01-PLAN.md; phaseline report | grep -e 'Bold' -e stars
  - **04-01/1** a_b_c, \_\_init\_\_ and stars
  | `04-01` | Bold \<b>html\</b> \| bar \[link\](http://x) code \#1 \&amp; \~\~out\~\~ | pending | 0/1 |  |  |  |  |  |

What changed, since a date or else within a week; with journal and dates, what is late and how it went.

  $ phaseline -q block 03-02 --note "the linter is not licensed yet" && phaseline -q done 02-03/3-4
  03-02  pending → blocked  plans/03-farewell/03-02-PLAN.md:4
  02-03/3  in-progress → done  plans/02-callers/02-03-PLAN.md:60
  02-03/4  pending → done      plans/02-callers/02-03-PLAN.md:63
  $ PHASELINE_NOW=2026-03-16 phaseline report --since 2026-01-01 | sed -n '/^## What changed/,/^## Blocked/p;/^## Blocked/,/^## Est/p'
  ## What changed since 2026-01-01
  
  2 tasks done, 1 plan blocked.
  
  | When | Who | Plan | What | Note |
  |---|---|---|---|---|
  | 2026-01-14 12:00 | tester | `03-02` | pending → blocked | the linter is not licensed yet |
  
  ## Blocked and late
  ## Blocked and late
  
  | Plan | Title | Owner | What holds it up |
  |---|---|---|---|
  | `03-02` | Keep it that way |  | blocked since 2026-01-14: the linter is not licensed yet |
  | `02-04/1` | Compare last year's invoices in the new layout | tomasz | blocked |
  
  ## Contradictions
  
  | Plan | Where | What |
  |---|---|---|
  | `02-02` | `boathouse/bookings.py:30` | says done, 1 reference still stands |
  | `02-03/3` | `boathouse/jobs/damage.py:3` | says done, 4 references still stand |
  | `02-03/4` | `boathouse/jobs/archive.py:3` | says done, 4 references still stand |
  
  ## Estimates and time spent
  $ PHASELINE_NOW=2026-03-16 phaseline report | grep "What changed"
  [1]
  $ PHASELINE_NOW=2026-03-30 phaseline report --json | grep -o '"burndown_tasks".*"burndown_minutes"'
  "burndown_tasks":{"kind":"lines","title":"Tasks left","text":"Tasks left since 2026-01-14: 15 of 33 on 2026-03-30.","x":{"title":"Day","unit":"days"},"y":{"title":"Tasks","unit":"count"},"lines":[{"name":"left","points":[{"x":"2026-01-14","y":3,"label":null},{"x":"2026-03-02","y":9,"label":null},{"x":"2026-03-03","y":3,"label":null},{"x":"2026-03-04","y":15,"label":null},{"x":"2026-03-05","y":10,"label":null},{"x":"2026-03-06","y":18,"label":null},{"x":"2026-03-10","y":15,"label":null},{"x":"2026-03-30","y":15,"label":null}]},{"name":"all","points":[{"x":"2026-01-14","y":7,"label":null},{"x":"2026-03-02","y":13,"label":null},{"x":"2026-03-03","y":13,"label":null},{"x":"2026-03-04","y":25,"label":null},{"x":"2026-03-05","y":25,"label":null},{"x":"2026-03-06","y":33,"label":null},{"x":"2026-03-10","y":33,"label":null},{"x":"2026-03-30","y":33,"label":null}]}]},"burndown_minutes"
  $ phaseline report --since soon
  phaseline: --since takes a date such as 2026-01-13, or a revision of git, not "soon"
  [2]

Where nothing is estimated, the longest way is one of plans.

  $ mkdir -p plain/plans && cd plain && touch .phaseline.yaml
  $ printf '# Plan 01-01: First\n\n- [ ] **Task 1**: a\n' >plans/01-01-PLAN.md
  $ printf -- '---\ndepends_on: ["01-01"]\n---\n# Plan 01-02: Second\n\n- [ ] **Task 1**: b\n' >plans/01-02-PLAN.md
  $ phaseline report | sed -n '/^The longest/,/^2/p'
  The longest way to the end is 2 plans long, one after the other:
  
  1. **01-01** First
  2. **01-02** Second
  $ sed -i 's/^depends_on.*/&\nestimated: 2h/' plans/01-02-PLAN.md
  $ phaseline report | sed -n '/^The longest/,/^2/p'
  The longest way to the end takes 4h of work, one plan after the other; a plan without an estimate counts as the others on average:
  
  1. **01-01** First
  2. **01-02** Second

Plans of one name are told apart by their phases.

  $ mkdir -p plans/02-second && printf '# Plan 01-01: Another\n\n- [ ] **Task 1**: c\n' >plans/02-second/01-01-PLAN.md
  $ phaseline report | grep '^- '
  - **01-01/1** a (01)
  - **01-01/1** c (01 Second)
