Notes, in the plan and in the journal.

  $ cp -r "$EXAMPLE" x && cd x && git init -q && git add -A
  $ phaseline note 02-03 "the backup is from Tuesday"
  02-03  noted  plans/02-callers/02-03-PLAN.md:93
  $ phaseline note 02-03/4 "year 1999 is empty; <none> & [ ] no box"
  02-03/4  noted  plans/02-callers/02-03-PLAN.md:94
  $ git diff -U0 | tail -n +5
  @@ -90,0 +91,5 @@ grep -rn 'f"' boathouse/jobs --include='*.py' | grep -v send
  +## Notes
  +
  +- 2026-01-14: the backup is from Tuesday
  +- 2026-01-14: Task 4: year 1999 is empty; &lt;none> &amp; [ ] no box
  +
  $ phaseline show 02-03 | sed -n '/^   Notes/,/^$/p'
     Notes
     2026-01-14  the backup is from Tuesday
     2026-01-14  Task 4: year 1999 is empty; <none> & [ ] no box
  
  $ phaseline note 02-03/4-5 "for both"
  02-03/4  noted  plans/02-callers/02-03-PLAN.md:95
  02-03/5  noted  plans/02-callers/02-03-PLAN.md:96
  $ phaseline log 02-03/4
  When              Who     Plan     What  Note
  2026-01-14 12:00  tester  02-03/4  note  for both
  2026-01-14 12:00  tester  02-03/4  note  year 1999 is empty; <none> & [ ] no box
  $ phaseline undo 3; git diff --stat
  02-03/4  note removed  plans/02-callers/02-03-PLAN.md
  02-03/5  note removed  plans/02-callers/02-03-PLAN.md
  02-03/4  note removed  plans/02-callers/02-03-PLAN.md
  02-03    note removed  plans/02-callers/02-03-PLAN.md

A plan without a heading for them gets one; line ends are those of the file.

  $ mkdir plans/04; printf '# A\r\n\r\nwords' > plans/04/04-01-PLAN.md; git add .
  $ phaseline note 04-01 "so far
  > so good"
  04-01  noted  plans/04/04-01-PLAN.md:7
  $ sed 's/\r/^M/' plans/04/04-01-PLAN.md
  # A^M
  ^M
  words^M
  ^M
  ## Notes^M
  ^M
  - 2026-01-14: so far so good
  $ phaseline undo -q; git diff --stat
  04-01  note removed  plans/04/04-01-PLAN.md
  $ phaseline note 04-01 "only here" --no-write; phaseline log 04-01 --limit 1
  04-01  noted  in the journal
  When              Who     Plan   What  Note
  2026-01-14 12:00  tester  04-01  note  only here
  $ phaseline note 04-01
  phaseline: note needs more: phaseline note TARGET TEXT
  [2]
  $ phaseline note 04-01 "$(head -c 70000 /dev/zero | tr '\0' x)"
  phaseline: the note is over 65536 bytes; make it shorter
  [2]
  $ phaseline note 04-01 ""
  phaseline: the note is empty
  [2]
  $ phaseline note 04-01 "$(printf 'a\033[31mb')"; tail -n 1 plans/04/04-01-PLAN.md
  04-01  noted  plans/04/04-01-PLAN.md:7
  - 2026-01-14: a[31mb
