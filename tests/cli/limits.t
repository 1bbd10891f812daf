What phaseline takes from others, and why no more.

  $ phaseline limits | head -4
             At most  Of what                                 Why
               1 MiB  a plan                                  cmark takes up to 188 times that of memory
        50,000 lines  of a plan                               what is nested costs time for each blank line
              64 KiB  a line of a plan                        what one line can hold, cmark can be slow on
  $ phaseline limits --json | grep -o '"limit":"yaml-depth"[^}]*'
  "limit":"yaml-depth","value":32,"unit":"levels","what":"of YAML","why":"libyaml is quadratic in nested brackets"

They are those that hold.

  $ mkdir -p plans && cd plans
  $ { echo '# Plan 01-01: Long'; head -c 1100000 /dev/zero | tr '\0' '\n'; } >01-01-PLAN.md
  $ phaseline lint
  plans/01-01-PLAN.md:1:1: error: the file is over 1 MiB; only its beginning is read [limit]
  plans/01-01-PLAN.md:50000:1: error: more than 50,000 lines; the rest is not read [limit]
  2 errors, 0 warnings and 0 notes in 1 file
  [1]

What is beyond one of them is left out, and said; the rest of the plan counts.

  $ plan() { printf '# Plan 01-%s: %s\n\n' "$1" "$2"; }; rm 01-01-PLAN.md
  $ { echo ---; seq -f 'key_%g: some words that fill it until there is more than enough of it, and more' 900; echo ---; plan 02 Keys; } >01-02-PLAN.md
  $ { plan 03 Tasks; seq -f '- [ ] **Task %g**: Go' 5001; } >01-03-PLAN.md
  $ { plan 04 Files; printf '## Files to modify\n\n'; seq -f '- `src/a%g.c`' 5001; } >01-04-PLAN.md
  $ { plan 05 Commands; printf '## Verification\n\n```bash\n'; seq -f 'make check%g' 201; echo '```'; } >01-05-PLAN.md
  $ { plan 06 'A command'; printf '## Verification\n\n```bash\n'; yes 'cat one two three four five \' | head -n 3000; printf 'six\nmake\n```\n'; } >01-06-PLAN.md
  $ { plan 07 References; for i in $(seq 21); do printf '\n- [ ] **Task %s**: See `lib/b%s.c`, lines ' $i $i; seq -s ', ' 1000; done; } >01-07-PLAN.md
  $ { plan 08 Mentions; seq -f 'and `lib/c%g.c`' 2001; } >01-08-PLAN.md
  $ { plan 09 Images; yes '![' | head -n 600; } >01-09-PLAN.md
  $ { plan 10 Findings; yes '' | head -n 300 | tr '\n' '\a' | sed 's/\a/&\n/g'; } >01-10-PLAN.md
  $ phaseline lint --rule limit
  plans/01-02-PLAN.md:2:1: error: frontmatter is over 64 KiB; only its first lines are read [limit]
  plans/01-03-PLAN.md:5003:1: error: more than 5000 tasks; the rest is left out [limit]
  plans/01-04-PLAN.md:5005:1: error: more than 5000 files to change; the rest is left out [limit]
  plans/01-05-PLAN.md:206:1: error: more than 200 verification commands; the rest is left out [limit]
  plans/01-06-PLAN.md:6:1: error: this verification command is over 64 KiB; it is left out [limit]
  plans/01-07-PLAN.md:44:1: error: more than 20000 references; the rest is left out [limit]
  plans/01-08-PLAN.md:2002:18: error: one text names more than 2000 paths, line numbers and quotes; what it names from here on is left out [limit]
  plans/01-09-PLAN.md:515:1: error: more than 512 image marks in one block; split it [limit]
  plans/01-10-PLAN.md:102:1: warning: 200 more findings in this file [limit]
  8 errors, 1 warning and 0 notes in 9 files
  [1]
  $ phaseline list --phase 01 | wc -l
  5021
  $ phaseline verify 01-06 --list
  plans/01-06-PLAN.md:3007: bash
      make
  
  not trusted, digest fc8d2530e5f7644e58c6273a2c5d25c84aea4a74796f95e1943e38047ae9cf35
