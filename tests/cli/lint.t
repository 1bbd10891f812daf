What is wrong in the plans.

  $ cp -r "$EXAMPLE" x && cd x

The example is clean.

  $ phaseline lint
  nothing to complain about

A broken plan is found with its place.

  $ printf -- '---\nphase: 4\nplan: 01\nstatus: done\nowner: @ann\n---\n\n# Plan 04-01: Late\n\n- [ ] **Task 1**: One â†’ two\n- [x] **Task 2**: Two\n' > plans/04-01-PLAN.md; phaseline lint
  plans/04-01-PLAN.md:4:9: error: status says done, 1 of 2 boxes is open [status-contradicted]
  plans/04-01-PLAN.md:5:8: warning: this is not YAML: text that starts with @ needs quotes [broken-frontmatter]
  plans/04-01-PLAN.md:10:23: warning: "â†’" looks like "→" encoded twice [mojibake]
  1 error, 2 warnings and 0 notes in 1 file
  [1]

By rule.

  $ phaseline lint --rule mojibake
  plans/04-01-PLAN.md:10:23: warning: "â†’" looks like "→" encoded twice [mojibake]
  0 errors, 1 warning and 0 notes in 1 file

Of one plan, and of a rule that nothing breaks.

  $ phaseline lint 01-01
  nothing to complain about
  $ phaseline lint 04-01 --rule mojibake
  plans/04-01-PLAN.md:10:23: warning: "â†’" looks like "→" encoded twice [mojibake]
  0 errors, 1 warning and 0 notes in 1 file
  $ phaseline lint --rule repeated-id
  nothing to complain about

As JSON.

  $ phaseline lint --rule mojibake --json
  [{"path":"plans/04-01-PLAN.md","plan":"04-01","line":10,"column":23,"severity":"warning","rule":"mojibake","message":"\"â†’\" looks like \"→\" encoded twice"}]
  0 errors, 1 warning and 0 notes in 1 file

For GitHub.

  $ phaseline lint --format github
  ::error file=plans/04-01-PLAN.md,line=4,col=9,title=status-contradicted::status says done, 1 of 2 boxes is open
  ::warning file=plans/04-01-PLAN.md,line=5,col=8,title=broken-frontmatter::this is not YAML: text that starts with @ needs quotes
  ::warning file=plans/04-01-PLAN.md,line=10,col=23,title=mojibake::"â†’" looks like "→" encoded twice
  1 error, 2 warnings and 0 notes in 1 file
  [1]

Its own signs are escaped in names and messages.

  $ mkdir 'plans/a,b:c%d' && printf -- '---\nstatus: 100%%, or so: done\n---\n\n# Plan 05-01: Signs\n' > 'plans/a,b:c%d/05-01-PLAN.md'; phaseline lint 05-01 --format github
  ::warning file=plans/a%2Cb%3Ac%25d/05-01-PLAN.md,line=2,col=9,title=unknown-status::"100%25, or so: done" is no status that phaseline knows; taken as pending
  ::error file=plans/a%2Cb%3Ac%25d/05-01-PLAN.md,line=2,col=20,title=broken-frontmatter::this is not YAML: mapping values are not allowed in this context
  1 error, 1 warning and 0 notes in 1 file
  [1]

Other formats there are none.

  $ phaseline lint --format html
  phaseline: --format takes text or github, not "html"
  [2]
