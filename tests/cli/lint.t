What is wrong in the plans.

  $ cp -r "$TESTDIR/../plans/example" x && cd x

The example is clean.

  $ phaseline lint
  nothing to complain about

A broken plan is found with its place.

  $ printf -- '---\nphase: 4\nplan: 01\nstatus: done\nowner: @ann\n---\n\n# Plan 04-01: Late\n\n- [ ] **Task 1**: One â†’ two\n- [x] **Task 2**: Two\n' > plans/04-01-PLAN.md; phaseline lint
  plans/04-01-PLAN.md:4:9: error: status says done, 1 of 2 boxes are open [status-contradicted]
  plans/04-01-PLAN.md:5:8: error: this is not YAML: found character that cannot start any token [broken-frontmatter]
  plans/04-01-PLAN.md:10:23: warning: "â†’" looks like "→" encoded twice [mojibake]
  2 errors, 1 warning and 0 notes in 1 file
  [1]

By rule.

  $ phaseline lint --rule mojibake
  plans/04-01-PLAN.md:10:23: warning: "â†’" looks like "→" encoded twice [mojibake]
  0 errors, 1 warning and 0 notes in 1 file

For GitHub.

  $ phaseline lint --format github
  ::error file=plans/04-01-PLAN.md,line=4,col=9,title=status-contradicted::status says done, 1 of 2 boxes are open
  ::error file=plans/04-01-PLAN.md,line=5,col=8,title=broken-frontmatter::this is not YAML: found character that cannot start any token
  ::warning file=plans/04-01-PLAN.md,line=10,col=23,title=mojibake::"â†’" looks like "→" encoded twice
  2 errors, 1 warning and 0 notes in 1 file
  [1]
