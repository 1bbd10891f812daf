What verification came to is told with the plans, as long as it is about the code that
is there.

  $ mkdir -p x/plans .state && cd x && mkdir .git && export XDG_STATE_HOME=$HOME/.state
  $ printf '# Plan 01-01: Sort\n\n## Files to Modify\n\n#### 1. names.txt\n- Sort it\n\n## Tasks\n\n- [ ] **Task 1**: Verify that `names.txt` is sorted\n  ```sh\n  sort -c names.txt\n  # Should succeed\n  ```\n- [ ] **Task 2**: Verify their number\n  ```sh\n  wc -l <names.txt\n  # Should be 3\n  ```\n\n## Verification\n\n```bash\ngrep -c eve names.txt\n# Should be 1\n```\n' >plans/01-01-PLAN.md
  $ printf '# Plan 01-02: Sell\n\n- [ ] **Task 1**: Sell\n' >plans/01-02-PLAN.md
  $ printf 'ann\nbob\neve\n' >names.txt
  $ pinned() { phaseline verify 01-01 --list | sed -n 's/.* digest //p'; }
  $ phaseline status
  x                                                                     2026-01-14
  
     Phase          Plans       Tasks
     01             ░░░░░░ 0/2    0/3
        01-01 Sort  · pending     0/2
        01-02 Sell  · pending     0/1
  
     Next: 01-01/1 Verify that names.txt is sorted
  $ phaseline verify -q 01-01 --approve "$(pinned)" >/dev/null
  $ phaseline status
  x                                                                     2026-01-14
  
     Phase          Plans       Tasks  Verified
     01             ░░░░░░ 0/2    0/3
        01-01 Sort  · pending     0/2  verified
        01-02 Sell  · pending     0/1
  
     Next: 01-01/1 Verify that names.txt is sorted
  $ phaseline list
  01-01/1  pending  Verify that names.txt is sorted  verified
  01-01/2  pending  Verify their number              verified
  01-02/1  pending  Sell
  $ phaseline show 01-01/1 | grep Verification
     Verification  verified on 2026-01-14
     Verification
  $ phaseline show 01-01 --json | grep -o '"verified":.*' | sed 's/"at":"[^"]*"/"at":""/'
  "verified":{"verdict":"passed","stale":false,"at":"","commit":null,"changed":null}}

Another content of a file that the plan names makes it stale, another time does not.

  $ touch -d 2020-01-01 names.txt
  $ phaseline status 1 | grep 01-01
        01-01 Sort  · pending     0/2  verified
  $ printf 'ann\nbob\neva\n' >names.txt
  $ phaseline status 1 | grep 01-01
        01-01 Sort  · pending     0/2  stale
  $ phaseline list | grep 01-01/1
  01-01/1  pending  Verify that names.txt is sorted  stale
  $ phaseline show 01-01 | sed -n 's/ on ....-..-../ on DAY/; /Verif.*DAY/p'
     Verification  verified on DAY; names.txt changed since
  $ phaseline show 01-01 --json | grep -o '"stale":.*' | sed 's/"at":"[^"]*"/"at":""/'
  "stale":true,"at":"","commit":null,"changed":"names.txt"}}
  $ rm names.txt
  $ phaseline status 1 | grep 01-01
        01-01 Sort  · pending     0/2  stale
  $ printf 'ann\nbob\neve\n' >names.txt
  $ phaseline status 1 | grep 01-01
        01-01 Sort  · pending     0/2  verified

So does another command.

  $ sed -i 's/Should be 1/Should be 2/' plans/01-01-PLAN.md
  $ phaseline show 01-01 | sed -n 's/ on ....-..-../ on DAY/; /Verif.*DAY/p'
     Verification  verified on DAY; its commands changed since
  $ sed -i 's/Should be 2/Should be 1/' plans/01-01-PLAN.md
  $ phaseline status 1 | grep 01-01
        01-01 Sort  · pending     0/2  verified

A plan has failed when one of its tasks has.

  $ echo bob >>names.txt
  $ phaseline verify -q 01-01/1 --approve "$(pinned)" >/dev/null
  [1]
  $ phaseline list
  01-01/1  pending  Verify that names.txt is sorted  failed
  01-01/2  pending  Verify their number              stale
  01-02/1  pending  Sell
  $ phaseline status 1 | grep 01-01
        01-01 Sort  · pending     0/2  failed

What is done and failed needs attention.

  $ phaseline done -q 01-01 --tasks >/dev/null
  $ phaseline status | sed 's/ on ....-..-../ on DAY/'
  x                                                                     2026-01-14
  
     Phase          Plans       Tasks  Verified
     01             ███░░░ 1/2    2/3
        01-01 Sort  ✓ done        2/2  failed
        01-02 Sell  · pending     0/1
  
     Needs attention
     ! 01-01  says done, its verification failed on DAY
     Next: 01-02/1 Sell
  $ phaseline show 01-01/1 | sed -n 's/ on ....-..-../ on DAY/; /Needs/,/DAY/p'
     Needs attention
     ! 01-01/1  says done, its verification failed on DAY
  $ phaseline report | sed -n 's/ on ....-..-../ on DAY/; s/20..-..-../DAY/; /decision/p; /^| `01/p' | grep -v -e noted -e status
  Needs a decision: 1 claim contradicted.
  | `01-01` | `plans/01-01-PLAN.md` | says done, its verification failed on DAY |
  | `01-01` | Sort | done | 2/2 | DAY | failed |
  | `01-02` | Sell | pending | 0/1 |  |  |
  $ printf 'ann\nbob\neve\n' >names.txt
  $ phaseline status | sed -n 's/ on ....-..-../ on DAY/; /Needs/,$p'
     Needs attention
     ! 01-01  says done, its verification failed on DAY; names.txt changed since
     Next: 01-02/1 Sell
  $ phaseline verify -q 01-01 --approve "$(pinned)" >/dev/null
  $ phaseline status
  x                                                                     2026-01-14
  
     Phase          Plans       Tasks  Verified
     01             ███░░░ 1/2    2/3
        01-01 Sort  ✓ done        2/2  verified
        01-02 Sell  · pending     0/1
  
     Next: 01-02/1 Sell
  $ phaseline status --all
  x                                                                     2026-01-14
  
     Phase          Plans       Tasks  Verified
     01             ███░░░ 1/2    2/3
        01-01 Sort  ✓ done        2/2  verified
        01-02 Sell  · pending     0/1
  
     Next: 01-02/1 Sell

With --verify, done is what passes.

  $ phaseline reopen -q 01-01/1-2 >/dev/null; phaseline reopen -q 01-01 >/dev/null
  $ phaseline done 01-01 --verify
  phaseline: nobody has looked at these commands of 01-01 yet; phaseline trust 01-01 shows them and asks
  [3]
  $ phaseline done 01-01/1 --verify --approve "$(pinned)"
  01-01/1 Sort
    $ sort -c names.txt
    ✓ passed: Should succeed
  01-01/1  pending → done  plans/01-01-PLAN.md:14
  01-01: 1 of 2 tasks; next: 01-01/2 Verify their number
  $ phaseline reopen -q 01-01/1 >/dev/null
  $ phaseline done 01-01/1-2 --verify --approve "$(pinned)" --json 2>&1 | cut -c 1-40
  {"operation":6,"repeated":false,"changes
  $ echo bob >>names.txt
  $ phaseline done 01-01 --verify --approve "$(pinned)"
  01-01 Sort
    $ sort -c names.txt
      sort: names.txt:4: disorder: bob
    ✗ failed: Should succeed; the exit status is another, exit status 1
    $ wc -l <names.txt
      4
    ✗ failed: Should be 3; it is another number
    $ grep -c eve names.txt
      1
    ✓ passed: Should be 1
  phaseline: 01-01 did not pass, and nothing is changed: 2 commands failed
  [1]
  $ phaseline show 01-01 | grep -e Status -e Verification.*on
     Status        pending, says its frontmatter
     Verification  failed on 2026-01-14
  $ phaseline log --limit 1
  When              Who     Plan   What                 Note
  2026-01-14 12:00  tester  01-01  verification failed  1 passed, 2 failed
  $ sed -i 's/Should be 1/See for yourself/' plans/01-01-PLAN.md; printf 'ann\nbob\neve\n' >names.txt
  $ phaseline done 01-01 --verify --approve "$(pinned)" -q | tail -n 1
  phaseline: 01-01 did not pass, and nothing is changed: 1 command could not be judged; phaseline done 01-01 leaves that to you
    ? unjudged; nothing says what it should give
  $ phaseline done 01-02 --verify
  phaseline: 01-02 has no commands that verify it
  [2]
  $ phaseline done 01-01 --verify --dry-run
  phaseline: --verify runs commands and records what they give; leave out --dry-run
  [2]
  $ phaseline done 01-01 --timeout 1s
  phaseline: --approve, --timeout, --memory, --env and --sandbox go with --verify
  [2]
  $ phaseline done 01-01 --verify --timeout soon
  phaseline: "soon" is no time limit; write it like 90s, 10m or 1h, up to a day
  [2]
  $ sed -i 's/See for yourself/Should be 1/; s/grep -c eve.*/sed -i s@eve@bob@ plans\/01-01-PLAN.md; echo 1/' plans/01-01-PLAN.md
  $ phaseline done 01-01 --verify --approve "$(pinned)"
  01-01 Sort
    $ sort -c names.txt
    ✓ passed: Should succeed
    $ wc -l <names.txt
      3
    ✓ passed: Should be 3
    $ sed -i s@eve@bob@ plans/01-01-PLAN.md; echo 1
      1
    ✓ passed: Should be 1
  phaseline: the commands of 01-01 changed while they ran, and nothing else is changed
  [3]
  $ phaseline show 01-01 | grep Status
     Status        pending, says its frontmatter

What builds on a plan that is done, but failed, can start, with a warning.

  $ printf -- '---\ndepends_on: ["01-01"]\n---\n\n# Plan 02-01: Print\n\n- [ ] **Task 1**: Print\n' >plans/02-01-PLAN.md
  $ printf -- '---\ndepends_on: ["02-01"]\n---\n\n# Plan 02-02: Bind\n\n- [ ] **Task 1**: Bind\n' >plans/02-02-PLAN.md
  $ phaseline next
  Next       Task  Plan
  · 01-01    Sort
  · 01-02/1  Sell  Sell
  2 open plans cannot start yet: blocked, or waiting for others
  $ echo bob >>names.txt
  $ phaseline verify -q 01-01 --approve "$(pinned)" >/dev/null
  [1]
  $ phaseline done -q 01-01 --tasks >/dev/null
  $ phaseline next | sed 's/ on ....-..-../ on DAY/'
  1 open plan cannot start yet: blocked, or waiting for others
  Next       Task                                                                     Plan
  · 01-02/1  Sell                                                                     Sell
  · 02-01/1  Print                                                                    Print
             waits for 01-01, which says done, its verification failed on DAY
  $ phaseline next --json | grep -o '"doubt":[^}]*'
  "doubt":null
  "doubt":"01-01"
