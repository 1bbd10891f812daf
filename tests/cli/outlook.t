What a report says of a large project: when it will end, and no more than can be read.

  $ mkdir -p plans && export PHASELINE_NOW=2026-03-01T12:00:00Z
  $ plan() { printf -- '---\n%b---\n\n# Plan %s: Post %s\n' "$2" $1 $1 > plans/$1-PLAN.md; }
  $ for i in $(seq -w 12); do plan 01-$i "status: done\nestimated: 2h\nactual: $((1 + ${i#0} % 3))h\ncompleted: 2026-02-$(printf %02d $((${i#0} * 2)))\n"; done
  $ plan 02-01 'estimated: 1h\n'; for i in $(seq -w 2 15); do plan 02-$i "estimated: 1h\ndepends_on: [\"02-$(printf %02d $((${i#0} - 1)))\"]\n"; done
  $ plan 03-01 'depends_on: ["03-02"]\n'; plan 03-02 'depends_on: ["03-01"]\n'
  $ plan 04-01 'status: in-progress\nstarted: 2026-02-01\nestimated: 4h\n'; plan 04-02 'status: in-progress\nstarted: 2026-01-20\n'
  $ for i in $(seq -w 31); do plan 05-$i 'status: blocked\n'; done
  $ phaseline report --format text > report.txt
  $ head -n 8 report.txt
  home: progress                                                        2026-03-01
  
     12 of 62 plans are done; 3d spent; 1d 7h to 2d 7h left, going by 12 finished plans.
  
     At the pace of the last 28 days, with 12 plans finished, the rest will be done between 2026-06-10 and 2026-07-11, in eight of ten cases.
  
     Needs a decision: 31 blocked plans, 2 late plans.
  
  $ grep 'more\|wait for each\|under way' report.txt
     04-01  Post 04-01  under way for 28 days, estimated at 4h
     04-02  Post 04-02  under way for 40 days
     And 3 more; phaseline list --status blocked shows them.
     These plans wait for each other, so that none can start: 03-01, 03-02.
     And 3 more.
  $ phaseline report --json | tr '{' '\n' | grep -o '"[a-z_]*":"*[^,"]*"*' | grep 'forecast\|finish_'
  "forecast":
  "forecast_samples":12
  "finish_earliest":"2026-06-10"
  "finish_latest":"2026-07-11"

Late plans among those that there is no room for.

  $ plan 06-01 'status: in-progress\nstarted: 2026-02-01\n'; phaseline report --format text | grep '^ *And'
     And 4 more.
     And 3 more.

More changes than are told.

  $ export PHASELINE_NOW=2026-03-02T12:00:00Z; for i in $(seq -w 25); do plan 05-$i ''; done
  $ phaseline report --since 2026-03-02 --format text | grep 'earlier\|reopened'
     25 plans reopened.
     And 5 earlier ones; phaseline log --since 2026-03-02 tells all.
