Versions, of phaseline and of what it is built on.

  $ phaseline version | sed 's/[0-9][0-9.]*/N/g'
  phaseline N
  SQLite N, cmark N, libyaml N
  $ phaseline --version > a; phaseline version > b; cmp a b
  $ phaseline version --json | sed 's/[0-9][0-9.]*/N/g'
  {"phaseline":"N","sqlite":"N","cmark":"N","libyaml":"N"}
  $ phaseline version 2
  phaseline: version: "2" is one word too many
  [2]
