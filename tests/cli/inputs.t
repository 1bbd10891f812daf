What trees and files hold. Nothing stops the other files from being read.

  $ mkdir -p x/plans/01-start && cd x
  $ printf '# Plan 01-01: Sound\n\n- [x] **Task 1**: Done\n' > plans/01-start/01-01-PLAN.md

A directory without plans, and one that is not there.

  $ mkdir ../y; phaseline -C ../y status
  phaseline: no plans found below ~/y; looked for NN-MM-PLAN.md below .planning/ and plans/, and for those of Spec Kit, Kiro, OpenSpec, Backlog.md and Superpowers (see `phaseline help init`)
  [2]
  $ ls -A ../y
  $ phaseline -C ../nowhere status
  phaseline: cannot work in ../nowhere: No such file or directory
  [2]
  $ phaseline -C plans/01-start/01-01-PLAN.md status
  phaseline: plans/01-start/01-01-PLAN.md is no directory
  [2]

Things that are no files: a directory, a pipe, links.

  $ mkdir plans/01-start/01-02-PLAN.md; mkfifo plans/01-start/01-03-PLAN.md; ln -s nowhere plans/01-start/01-04-PLAN.md; ln -s 01-01-PLAN.md plans/01-start/01-05-PLAN.md; ln -s ../.. plans/01-start/loop
  $ phaseline list
  01-01/1  done  Done
  $ phaseline export plans/01-start/01-03-PLAN.md
  phaseline: plans/01-start/01-03-PLAN.md is not a regular file
  [5]
  $ phaseline export plans/01-start/01-02-PLAN.md
  phaseline: plans/01-start/01-02-PLAN.md is a directory, not a file
  [5]
  $ rm -r plans/01-start/01-0[2345]-PLAN.md plans/01-start/loop

An empty file, one blank line, one that is all frontmatter.

  $ : > plans/01-start/01-02-PLAN.md; echo > plans/01-start/01-03-PLAN.md; printf -- '---\nphase: 1\nplan: 04\nstatus: done\n---' > plans/01-start/01-04-PLAN.md; printf -- '---' > plans/01-start/01-05-PLAN.md
  $ phaseline status 01
  x                                                                     2026-01-14
  
     Phase           Plans       Tasks
     01 Start        ██░░░░ 2/5    1/1
        01-01 Sound  ✓ done        1/1
        01-02 Start  · pending       –
        01-03 Start  · pending       –
        01-04 Start  ✓ done          –
        01-05 Start  · pending       –
  $ phaseline lint
  nothing to complain about

Broken frontmatter; what can be read of it counts.

  $ printf -- '---\nphase: 2\nplan: 01\nstatus: in-progress\nowner: @ann\nnote: a: b\nestimated: 2h\n---\n\n# Plan 02-01: Broken\n' > plans/02-01-PLAN.md
  $ printf -- '---\nphase: 2\nplan: 02\nstatus: done\n\n# Plan 02-02: Never closed\n' > plans/02-02-PLAN.md
  $ printf -- '---\nphase: 2\nplan: 03\nstatus: whenever\nstatus: done\n---\n\n# Plan 02-04: Contradictory\n' > plans/02-03-PLAN.md
  $ phaseline status 02
  x                                                                     2026-01-14
  
     Phase                   Plans          Estimate
     02                      ██░░░░ 1/3           2h
        02-01 Broken         ▸ in-progress        2h
        02-02 Never closed   ✓ done                –
        02-03 Contradictory  · pending             –
  $ phaseline lint 02-01 02-02 02-03
  plans/02-01-PLAN.md:5:8: error: this is not YAML: found character that cannot start any token [broken-frontmatter]
  plans/02-02-PLAN.md:1:1: error: the frontmatter is never closed; end it with a line of --- [unclosed-frontmatter]
  plans/02-03-PLAN.md:4:9: warning: "whenever" is no status that phaseline knows; taken as pending [unknown-status]
  plans/02-03-PLAN.md:5:1: warning: "status" is given twice; the first one counts [repeated-key]
  plans/02-03-PLAN.md:8:1: warning: the heading says plan 02-04, the file is 02-03 [id-mismatch]
  2 errors, 3 warnings and 0 notes in 3 files
  [1]
  $ phaseline lint --rule id-mismatch
  plans/02-03-PLAN.md:8:1: warning: the heading says plan 02-04, the file is 02-03 [id-mismatch]
  0 errors, 1 warning and 0 notes in 1 file
  $ phaseline lint --rule repeatedkey
  phaseline: no rule "repeatedkey"; did you mean repeated-key?
  [2]
  $ phaseline lint --rule nothing-of-the-kind
  phaseline: no rule "nothing-of-the-kind"; phaseline-plan(5) lists them
  [2]

Elements and fences without an end, a merge that was not finished.

  $ printf '# Plan 02-05: Open\n\n<tasks>\n<task type="auto">\n<name>Task 1: One</name>\n\n<<<<<<< ours\n```\nnever closed\n' > plans/02-05-PLAN.md; phaseline lint 02-05
  plans/02-05-PLAN.md:3:1: warning: <tasks> is never closed; add </tasks> [unclosed-element]
  plans/02-05-PLAN.md:4:1: warning: <task> is never closed; add </task> [unclosed-element]
  plans/02-05-PLAN.md:7:1: error: a merge conflict that is not resolved [conflict-marker]
  plans/02-05-PLAN.md:8:1: warning: this fence is never closed; close it with ``` [unclosed-fence]
  1 error, 3 warnings and 0 notes in 1 file
  [1]

Mixed line ends, marks of byte order, NUL, Latin-1, text encoded twice, hidden characters: each is said where it is.

  $ printf '\357\273\277# Plan 02-06: Bytes\r\n\r\n- [ ] **Task 1**: nul \000 here\r\n- [ ] **Task 2**: caf\351\n- [ ] **Task 3**: caf\303\203\302\251\n- [ ] **Task 4**: mark \357\273\277 inside\n- [ ] **Task 5**: \342\200\256hidden\n- [ ] **Task 6**: bell \007\n- [ ] **Task 7**: no line end' > plans/02-06-PLAN.md; phaseline lint 02-06
  plans/02-06-PLAN.md:3:23: warning: a NUL byte; delete it [nul-byte]
  plans/02-06-PLAN.md:4:22: warning: byte 0xe9 is not UTF-8; save the file as UTF-8 [invalid-utf8]
  plans/02-06-PLAN.md:5:22: warning: "Ã©" looks like "é" encoded twice [mojibake]
  plans/02-06-PLAN.md:6:24: note: a byte order mark inside the file; delete it [stray-bom]
  plans/02-06-PLAN.md:7:19: warning: U+202E cannot be seen and can change how text reads; delete it [hidden-character]
  plans/02-06-PLAN.md:8:24: warning: U+0007 cannot be seen and can change how text reads; delete it [hidden-character]
  0 errors, 5 warnings and 1 note in 1 file
  $ phaseline list --phase 02 --status pending
  02-05/1  pending  One
  02-06/1  pending  nul � here
  02-06/2  pending  caf\xe9
  02-06/3  pending  cafÃ©
  02-06/4  pending  mark <U+FEFF> inside
  02-06/5  pending  <U+202E>hidden
  02-06/6  pending  bell \x07
  02-06/7  pending  no line end

Limits: a line, the depth of lists, the size of a file.

  $ { echo '# Plan 02-07: Long'; head -c 70000 /dev/zero | tr '\0' x; echo; echo '- [ ] **Task 1**: After it'; } > plans/02-07-PLAN.md; phaseline lint 02-07
  plans/02-07-PLAN.md:2:1: error: line is over 64 KiB; split it [limit]
  1 error, 0 warnings and 0 notes in 1 file
  [1]
  $ { echo '# Plan 02-08: Deep'; i=0; while [ $i -lt 60 ]; do printf '%*s- level\n' $((2 * i)) ''; i=$((i + 1)); done; echo; echo '- [ ] **Task 1**: After it'; } > plans/02-08-PLAN.md; phaseline lint 02-08
  plans/02-08-PLAN.md:35:1: error: list or quote nested too deeply (limit 32); such lines are left out [limit]
  1 error, 0 warnings and 0 notes in 1 file
  [1]
  $ { echo '# Plan 02-11: Markers and nothing else'; printf '+ %.0s' $(seq 50); echo; printf -- '- %.0s' $(seq 50); echo; echo; echo '- [ ] **Task 1**: After it'; } > plans/02-11-PLAN.md; phaseline lint 02-11
  plans/02-11-PLAN.md:2:1: error: list or quote nested too deeply (limit 32); such lines are left out [limit]
  1 error, 0 warnings and 0 notes in 1 file
  [1]
  $ rm plans/02-11-PLAN.md
  $ { echo '# Plan 02-09: Large'; yes 'It goes on and on.' | head -n 60000; echo '- [ ] **Task 1**: Too far'; } > plans/02-09-PLAN.md; phaseline lint 02-09
  plans/02-09-PLAN.md:1:1: error: the file is over 1 MiB; only its beginning is read [limit]
  plans/02-09-PLAN.md:50000:1: error: more than 50,000 lines; the rest is not read [limit]
  2 errors, 0 warnings and 0 notes in 1 file
  [1]
  $ phaseline list --phase 02 | tail -n 2
  02-07/1  pending  After it
  02-08/1  pending  After it

A key within a key within a key.

  $ { printf -- '---\nphase: 2\na: '; i=0; while [ $i -lt 200 ]; do printf '{a: '; i=$((i + 1)); done; printf '\n---\n\n# Plan 02-10: Nested\n'; } > plans/02-10-PLAN.md; phaseline lint 02-10
  plans/02-10-PLAN.md:3:128: error: this is not YAML: nested too deeply (limit 32) [broken-frontmatter]
  1 error, 0 warnings and 0 notes in 1 file
  [1]

The same plan in two places counts once.

  $ mkdir -p plans/copies; cp plans/01-start/01-01-PLAN.md plans/copies/; phaseline list --status done
  01-01/1  done  Done
  $ phaseline lint --rule duplicate-plan
  plans/01-start/01-01-PLAN.md:1:1: warning: the same text is also in plans/copies/01-01-PLAN.md; it counts once [duplicate-plan]
  0 errors, 1 warning and 0 notes in 1 file

What YAML can say and frontmatter cannot; the keys around it count.

  $ mkdir -p ../z/plans && cd ../z
  $ front() { { printf -- '---\n'; printf -- "$2"; printf -- '\n---\n\n# Plan 01-%s: Odd\n' $1; } > plans/01-$1-PLAN.md; }
  $ front 01 'owner: *maeve\nstatus: done'; front 02 'owner: &maeve Maeve\nstatus: done'; front 03 'owner: !who Maeve\nstatus: done'
  $ front 04 '- phase\n- 1'; front 05 'only text'; front 06 '? [a, b]\n: c\nstatus: done'; front 07 "list: [$(seq -s, 10001)]\nstatus: done"
  $ phaseline lint
  plans/01-01-PLAN.md:2:8: error: this is not YAML: an alias (*name); quote the text [broken-frontmatter]
  plans/01-02-PLAN.md:2:8: error: this is not YAML: an anchor or tag (&name, !name); quote the text [broken-frontmatter]
  plans/01-03-PLAN.md:2:8: error: this is not YAML: an anchor or tag (&name, !name); quote the text [broken-frontmatter]
  plans/01-04-PLAN.md:2:1: error: this is not YAML: a list where keys are expected [broken-frontmatter]
  plans/01-05-PLAN.md:2:1: error: this is not YAML: text where "key: value" is expected [broken-frontmatter]
  plans/01-06-PLAN.md:2:3: error: this is not YAML: a list or mapping as a key [broken-frontmatter]
  plans/01-07-PLAN.md:2:48886: error: this is not YAML: too many values (limit 10,000) [broken-frontmatter]
  7 errors, 0 warnings and 0 notes in 7 files
  [1]
  $ phaseline status 01
  z                                                                     2026-01-14
  
     Phase         Plans
     01            ████░░ 5/7
        01-01 Odd  ✓ done
        01-02 Odd  ✓ done
        01-03 Odd  ✓ done
        01-04 Odd  · pending
        01-05 Odd  · pending
        01-06 Odd  ✓ done
        01-07 Odd  ✓ done
