The commands of a plan run once a person has looked at them.  What happens then is
in tests/verify.

  $ mkdir -p x/plans .state && cd x && mkdir .git && export XDG_STATE_HOME=$HOME/.state
  $ printf '# Plan 01-01: Sort\n\n- [x] **Task 1**: Sort\n- [ ] **Task 2**: Verify it\n  ```sh\n  sort -c names\n  # Should succeed\n  ```\n\n## Verification\n\n```bash\nexport LC_ALL=C\nsort -u names | wc -l\n# Should be 3\ngrep -c eve names  # Should be 2\ncat names\ngrep zoe names\n# Should return 0 matches (but for comments)\n```\n' >plans/01-01-PLAN.md
  $ printf 'bob\nann\neve\n' >names
  $ phaseline verify 01-01 --list
  plans/01-01-PLAN.md:6: sh
      sort -c names
      # Should succeed
  plans/01-01-PLAN.md:14: bash
      export LC_ALL=C
      sort -u names | wc -l
      # Should be 3
  plans/01-01-PLAN.md:16: bash
      export LC_ALL=C
      grep -c eve names
      # Should be 2
  plans/01-01-PLAN.md:17: bash
      export LC_ALL=C
      cat names
  plans/01-01-PLAN.md:18: bash
      export LC_ALL=C
      grep zoe names
      # Should return 0 matches (but for comments)
  
  not trusted, digest bc76b8f70ceb37e5f4a373cd6f93fa7fa19f576458ad6baa52813867bf4900de
  $ phaseline verify 01-01/2 --list
  plans/01-01-PLAN.md:6: sh
      sort -c names
      # Should succeed
  
  not trusted, digest bc76b8f70ceb37e5f4a373cd6f93fa7fa19f576458ad6baa52813867bf4900de
  $ phaseline verify 01-01
  phaseline: nobody has looked at these commands of 01-01 yet; phaseline trust 01-01 shows them and asks
  [3]
  $ setsid -w phaseline trust 01-01
  phaseline: there is no terminal to ask on, which trust takes
  [3]

A digest that stands elsewhere takes the place of a person.

  $ phaseline verify 01-01 --approve "$(phaseline verify 01-01 --list | sed -n 's/.* digest //p')"
  01-01 Sort
    $ sort -c names
      sort: names:2: disorder: ann
    ✗ failed: Should succeed; the exit status is another, exit status 1
    $ sort -u names | wc -l
      3
    ✓ passed: Should be 3
    $ grep -c eve names
      1
    ✗ failed: Should be 2; it is another number
    $ cat names
      bob
      ann
      eve
    ? unjudged; nothing says what it should give
    $ grep zoe names
    ✓ passed: Should return 0 matches (but for comments)
  2 passed, 2 failed, 1 unjudged
  [1]
  $ phaseline verify 01-01/2 --approve "$(phaseline verify 01-01 --list | sed -n 's/.* digest //p')" >/dev/null
  0 passed, 1 failed, 0 unjudged
  [1]
  $ sort -o names names && echo eve >>names
  $ phaseline -q verify 01-01 --approve "$(phaseline verify 01-01 --list | sed -n 's/.* digest //p')" | grep -v '^    '
  01-01 Sort
    $ sort -c names
    ✓ passed: Should succeed
    $ sort -u names | wc -l
    ✓ passed: Should be 3
    $ grep -c eve names
    ✓ passed: Should be 2
    $ cat names
    ? unjudged; nothing says what it should give
    $ grep zoe names
    ✓ passed: Should return 0 matches (but for comments)
  $ phaseline log --limit 3 | sed 's/.*\(01-01\)/\1/'
  When              Who     Plan     What                   Note
  01-01    verification unjudged  4 passed, 1 unjudged
  01-01/2  verification failed    1 failed
  01-01    verification failed    2 passed, 2 failed, 1 unjudged
  $ phaseline show 01-01 | tail -n 4 | sed 's/....-..-../DAY/; s/ (.*//'
     DAY  verification unjudged, "4 passed, 1 unjudged"
     DAY  Verify it: verification failed, "1 failed"
     DAY  verification failed, "2 passed, 2 failed, 1 unjudged"
     DAY  first seen, in-progress

What has no commands cannot be verified.

  $ printf '# Plan 01-02: Nothing\n' >plans/01-02-PLAN.md
  $ phaseline verify 01-02
  phaseline: 01-02 has no commands that verify it
  [2]
  $ phaseline trust 01-02
  phaseline: 01-02 has no commands that verify it
  [2]
  $ phaseline verify 01-01/1
  phaseline: 01-01/1 has no commands that verify it
  [2]
  $ phaseline verify 01-01 --timeout 0
  phaseline: "0" is no time limit; write it like 90s, 10m or 1h, up to a day
  [2]
  $ phaseline trust
  phaseline: trust needs more: phaseline trust PLAN...
  [2]
  $ phaseline trust --json 01-02
  phaseline: --json goes with --list
  [2]
  $ phaseline trust --list
  nothing is trusted
  $ phaseline trust --list --json
  []
  $ phaseline untrust
  phaseline: untrust needs more: phaseline untrust PLAN..., or --all
  [2]
  $ phaseline untrust 01-01
  01-01 was not trusted
  $ phaseline untrust --all
  0 plans are not trusted any more

The sandbox is one of three words.

  $ phaseline verify 01-01 --sandbox on
  phaseline: --sandbox takes off, auto or require, not "on"
  [2]
  $ phaseline verify 01-01 --memory 12
  phaseline: "12" is no size; write it like 512M or 2G
  [2]

Commands do not run before a pager.

  $ approve="$(phaseline verify 01-01 --list | sed -n 's/.* digest //p')"
  $ phaseline --pager verify 01-01 --approve "$approve"
  phaseline: commands do not run before a pager; pipe what they print into one
  [2]
