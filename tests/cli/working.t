Estimates in days and weeks are of working time, which a project can set.

  $ mkdir -p x/plans && cd x
  $ printf -- '---\nestimated: 2 weeks\n---\n# Plan 01-01: Port\n\n- [ ] **Task 1**: Port\n' >plans/01-01-PLAN.md
  $ phaseline status | grep 01-01
        01-01 Port  · pending     0/1       10d
     Next: 01-01/1 Port
  $ phaseline export | grep -o '"low":[0-9]*'
  "low":4800
  $ printf 'hours_per_day: 6\ndays_per_week: 4\n' >.phaseline.yaml
  $ phaseline status | grep 01-01
        01-01 Port  · pending     0/1        8d
     Next: 01-01/1 Port
  $ phaseline export | grep -o '"low":[0-9]*'
  "low":2880
  $ printf 'hours_per_day: 25\n' >.phaseline.yaml
  $ phaseline status
  phaseline: .phaseline.yaml:1:1: hours_per_day: say a number from 1 to 24
  [2]
