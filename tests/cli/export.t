One plan a line.

  $ cp -r "$EXAMPLE" x && cd x

The ids.

  $ phaseline export | sed 's/^."id":"\([^"]*\)".*/\1/'
  01-01
  01-02
  02-01
  02-02
  02-03
  02-04
  03-01
  03-02

The object is the one of show.

  $ phaseline export 01-01 > a; phaseline show 01-01 --json > b; tr -d ' \n' < a > c; tr -d ' \n' < b > d; cmp c d
