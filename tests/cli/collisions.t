Open plans in each other's way: the same lines, or the same file.

  $ mkdir x && cd x
  $ plan() {
  >   mkdir -p plans/$1
  >   { printf -- '---\nphase: %s\nplan: %s\nstatus: %s\n%s\n---\n\n# Plan %s-%s: T\n\n' $2 $3 $4 "$5" $2 $3
  >     cat; printf '\n## Tasks\n\n- [ ] **Task 1**: Do it\n'; } >plans/$1/$2-$3-PLAN.md; }
  $ plan 01-a 01 01 pending <<'P'
  > ## Files to Modify
  > #### 1. src/a.py
  > - Line 12: `x = 1`
  > - Lines 30-40: `y`
  > #### 2. package.json
  > - add a
  > P
  $ plan 01-a 01 02 pending <<'P'
  > ## Files to Modify
  > #### 1. ./src/a.py
  > - Lines 10-14: `z`
  > #### 2. src/b.py
  > P
  $ plan 01-a 01 03 pending 'depends_on: ["01-02"]' <<'P'
  > ## Files to Modify
  > #### 1. src/a.py
  > - Lines 14-30: `z`
  > #### 2. src/b.py
  > #### 3. .planning/STATE.md
  > P
  $ plan 02-b 02 01 pending 'depends_on: ["01-03"]' <<'P'
  > ## Files to Modify
  > #### 1. src/a.py
  > - Lines 1-100: `z`
  > #### 2. package.json
  > #### 3. .planning/STATE.md
  > P
  $ plan 02-b 02 02 pending <<'P'
  > As in src/a.py lines 10-40, which stays.
  > 
  > ## Files to Modify
  > #### 1. package.json
  > P

Who waits for another, also through others, is in nobody's way; what is only looked at, too.

  $ phaseline lint
  plans/01-a/01-02-PLAN.md:12:9: warning: src/a.py:12 is also touched by 01-01 [same-lines]
  plans/01-a/01-03-PLAN.md:12:9: warning: src/a.py:30 is also touched by 01-01 [same-lines]
  plans/02-b/02-01-PLAN.md:12:9: warning: src/a.py:12 is also touched by 01-01 [same-lines]
  plans/02-b/02-01-PLAN.md:13:1: note: package.json is also touched by 01-01 [same-file]
  plans/02-b/02-02-PLAN.md:13:1: note: package.json is also touched by 01-01 and 1 more [same-file]
  0 errors, 3 warnings and 2 notes in 4 files
  $ phaseline status | sed -n '/Needs/,$p'
     Needs attention
     ? 01-02  src/a.py:12 is also touched by 01-01, and 2 more such; phaseline lint --rule same-lines
     Next: 01-01/1 Do it
  $ phaseline next
  Next       Task   Plan
  · 01-01/1  Do it  T
  · 01-02/1  Do it  T
  · 02-02/1  Do it  T
  2 open plans cannot start yet: blocked, or waiting for others

Somebody begins.

  $ phaseline -q start 02-02 && phaseline next
  02-02  pending → in-progress  plans/02-b/02-02-PLAN.md:4
  Next       Task                                              Plan
  ▸ 02-02/1  Do it                                             T
  · 01-01/1  Do it                                             T
             also touched by 02-02, in progress: package.json
  · 01-02/1  Do it                                             T
  2 open plans cannot start yet: blocked, or waiting for others
  $ phaseline status | sed -n '/Needs/,$p'
     Needs attention
     ? 01-02  src/a.py:12 is also touched by 01-01, and 2 more such; phaseline lint --rule same-lines
     ? 01-01  package.json is also touched by 02-02, in progress
     ? 02-01  package.json is also touched by 02-02, in progress, and 1 more
     Next: 02-02/1 Do it
  $ phaseline lint --rule same-file 02-01
  plans/02-b/02-01-PLAN.md:13:1: note: package.json is also touched by 02-02, in progress, and 1 more [same-file]
  0 errors, 0 warnings and 1 note in 1 file
  $ phaseline next --json | grep -o '"collision":{[^}]*}'
  "collision":{"plan":"01-01","path":"plans/01-a/01-01-PLAN.md","other":"02-02","other_path":"plans/02-b/02-02-PLAN.md","more":0,"file":"package.json","first":null,"last":null,"line":14}
  $ phaseline status --json | grep -o '"collisions":.*'
  "collisions":[{"plan":"01-02","path":"plans/01-a/01-02-PLAN.md","other":"01-01","other_path":"plans/01-a/01-01-PLAN.md","more":0,"file":"src/a.py","first":12,"last":12,"line":12},{"plan":"01-03","path":"plans/01-a/01-03-PLAN.md","other":"01-01","other_path":"plans/01-a/01-01-PLAN.md","more":0,"file":"src/a.py","first":30,"last":30,"line":12},{"plan":"02-01","path":"plans/02-b/02-01-PLAN.md","other":"01-01","other_path":"plans/01-a/01-01-PLAN.md","more":0,"file":"src/a.py","first":12,"last":12,"line":12},{"plan":"01-01","path":"plans/01-a/01-01-PLAN.md","other":"02-02","other_path":"plans/02-b/02-02-PLAN.md","more":0,"file":"package.json","first":null,"last":null,"line":14},{"plan":"02-01","path":"plans/02-b/02-01-PLAN.md","other":"02-02","other_path":"plans/02-b/02-02-PLAN.md","more":1,"file":"package.json","first":null,"last":null,"line":13}]}

What is settled is in nobody's way, and what goes on again is.

  $ phaseline -q done 02-02 && phaseline -q skip 01-01 && phaseline lint
  02-02  in-progress → done  plans/02-b/02-02-PLAN.md:4
  01-01  pending → skipped  plans/01-a/01-01-PLAN.md:4
  plans/02-b/02-02-PLAN.md:4:9: error: status says done, 1 of 1 box is open [status-contradicted]
  1 error, 0 warnings and 0 notes in 1 file
  [1]
  $ phaseline -q undo && phaseline lint
  01-01  skipped → pending  plans/01-a/01-01-PLAN.md:4
  plans/01-a/01-02-PLAN.md:12:9: warning: src/a.py:12 is also touched by 01-01 [same-lines]
  plans/01-a/01-03-PLAN.md:12:9: warning: src/a.py:30 is also touched by 01-01 [same-lines]
  plans/02-b/02-01-PLAN.md:12:9: warning: src/a.py:12 is also touched by 01-01 [same-lines]
  plans/02-b/02-01-PLAN.md:13:1: note: package.json is also touched by 01-01 [same-file]
  plans/02-b/02-02-PLAN.md:4:9: error: status says done, 1 of 1 box is open [status-contradicted]
  1 error, 3 warnings and 1 note in 4 files
  [1]
  $ rm plans/01-a/01-02-PLAN.md && phaseline lint
  plans/01-a/01-03-PLAN.md:12:9: warning: src/a.py:30 is also touched by 01-01 [same-lines]
  plans/02-b/02-01-PLAN.md:12:9: warning: src/a.py:12 is also touched by 01-01 [same-lines]
  plans/02-b/02-01-PLAN.md:13:1: note: package.json is also touched by 01-01 [same-file]
  plans/02-b/02-02-PLAN.md:4:9: error: status says done, 1 of 1 box is open [status-contradicted]
  1 error, 2 warnings and 1 note in 3 files
  [1]

A file of everybody is told of once, however many there are, unless it is about its lines.

  $ rm -r plans && for i in 01 02 03 04 05 06 07 08; do printf '## Files to Modify\n#### 1. package.json\n' | plan 01-a 01 $i pending; done
  $ sed -i 's/^####.*/&\n- Line 3: `"a"`/' plans/01-a/01-0[25]-PLAN.md && phaseline lint
  plans/01-a/01-05-PLAN.md:12:8: warning: package.json:3 is also touched by 01-02 [same-lines]
  0 errors, 1 warning and 0 notes in 1 file
  $ sed -i 's/Line 3/Line 9/' plans/01-a/01-02-PLAN.md && phaseline lint
  plans/01-a/01-08-PLAN.md:11:1: note: package.json is also touched by 01-01 and 6 more [same-file]
  0 errors, 0 warnings and 1 note in 1 file
  $ sed -i 's/^plan:/wave: 1\n&/' plans/01-a/*; sed -i 's/^wave: 1/wave: 2/' plans/01-a/01-0[678]*; phaseline lint
  plans/01-a/01-08-PLAN.md:12:1: note: package.json is also touched by 01-06 and 1 more [same-file]
  0 errors, 0 warnings and 1 note in 1 file
  $ for i in 2 3 4 5 6 7 8; do sed -i "s/^wave: .*/depends_on: [\"01-0$((i - 1))\"]/" plans/01-a/01-0$i*; done; phaseline lint
  nothing to complain about
