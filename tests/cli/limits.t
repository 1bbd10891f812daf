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
