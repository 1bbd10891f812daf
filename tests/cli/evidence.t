A history of code and the plan that is about it: every state, in the working tree and at each
commit, where both must say the same.

  $ mkdir -p x/plans x/src/deep x/src/a x/src/b && cd x && git init -q .
  $ commit() { git add -A && git commit -qm "$1" && git tag "$2"; }
  $ new() { git init -q . && git config user.name Eve && git config user.email x && git config core.compression 0; }
  $ new; cat >plans/01-01-PLAN.md <<'P'
  > # Plan 01-01: Say what you want to see
  > 
  > ## Tasks
  > - [ ] **Task 1**: Blocks
  >   - `src/block.c`, lines 3-5:
  >     ```c
  >     int first(void)
  >     {
  >     	return 1;
  >     ```
  >   - `src/block.c`, lines 3-4 and 7-8: both spans
  >   - `src/block.c`, line 9: `return second;` → `return third;`
  > - [ ] **Task 2**: The same line again and again
  >   - `src/same.c`, line 2: `twice_or_more();`
  >   - `src/same.c`, line 4: `twice_or_more();`
  >   - `src/same.c`, line 6: `twice_or_more();`
  > - [ ] **Task 3**: Not all of a line
  >   - `src/part.c`, line 1: `call_it(one, ..., four);`
  >   - `src/part.c`, line 2: `a_long_line_that_was_cut_o...`
  >   - `src/part.c`, line 3: `inner_call(5)`
  > - [ ] **Task 4**: Ends and blanks
  >   - `src/crlf.c`, line 2: `if (a) b = c;`
  >   - `src/tabs.c`, line 1: `one two three;`
  >   - `src/bom.c`, line 1: `with_a_mark();`
  > - [ ] **Task 5**: What is no text to compare
  >   - `src/binary.c`, line 1: `first line;`
  >   - `src/wide.txt`, line 1: `first line;`
  >   - `src/wide_too.txt`, line 1: `first line;`
  >   - `src/large.c`, line 1: `first line;`
  >   - `src/link.c`, line 1: `first line;`
  >   - `src/out.c`, line 1: `first line;`
  >   - `../../outside.c`, line 1: `first line;`
  > - [ ] **Task 6**: Which file?
  >   - `deep.c`, line 1: `only_once();`
  >   - `both.c`, line 1: `in_two_places();`
  >   - `src/later.c`, line 1: `not_yet();`
  >   - `src/later.c`, line 900
  >   - `src/sub/in.c`, line 1: `first line;`
  > P
  $ printf '%s\n' '' '' 'int first(void)' '{' '	return 1;' '}' 'int second(void)' '{' '	return second;' '}' >src/block.c
  $ printf '%s\n' a 'twice_or_more();' b 'twice_or_more();' c 'twice_or_more();' >src/same.c
  $ printf '%s\n' 'call_it(one, two, three, four);' 'a_long_line_that_was_cut_off(at_the_end);' 'x = inner_call(5) + 1;' >src/part.c
  $ printf 'first;\r\nif (a)  b = c;\r\n' >src/crlf.c; printf '\tone\ttwo  three;  \n' >src/tabs.c; printf '\357\273\277with_a_mark();\n' >src/bom.c
  $ printf 'first line;\000\n' >src/binary.c; printf '\377\376f\000i\000' >src/wide.txt; printf '\376\377\000f\000i' >src/wide_too.txt
  $ printf 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' >src/large.c
  $ echo 'first line;' >../outside.c; ln -s tabs.c src/link.c; ln -s ../../outside.c src/out.c
  $ echo 'only_once();' >src/deep/deep.c; echo 'in_two_places();' | tee src/a/both.c >src/b/both.c
  $ commit 'Plan it' v1
  $ phaseline refs
  Line  State      For      Text
  src/block.c, 2 of 2 remain
   3-5  standing   01-01/1  int first(void)
   3-4  unquoted   01-01/1  int first(void)
   7-8  unquoted   01-01/1  int second(void)
     9  standing   01-01/1  return second;
  src/same.c, 3 of 3 remain
     2  standing   01-01/2  twice_or_more();
     4  standing   01-01/2  twice_or_more();
     6  standing   01-01/2  twice_or_more();
  src/part.c, 3 of 3 remain
     1  standing   01-01/3  call_it(one, two, three, four);
     2  standing   01-01/3  a_long_line_that_was_cut_off(at_the_end);
     3  standing   01-01/3  x = inner_call(5) + 1;
  src/crlf.c, 1 of 1 remain
     2  standing   01-01/4  if (a)  b = c;
  src/tabs.c, 1 of 1 remain
     1  standing   01-01/4  one two  three;
  src/bom.c, 1 of 1 remain
     1  standing   01-01/4  with_a_mark();
  src/binary.c
     1  unread     01-01/5  it is binary
  src/wide.txt
     1  unread     01-01/5  it is in UTF-16, which is not compared
  src/wide_too.txt
     1  unread     01-01/5  it is in UTF-16, which is not compared
  src/large.c
     1  unread     01-01/5  it is a Git LFS pointer; its content is elsewhere
  src/link.c
     1  unread     01-01/5  it is a link, or lies behind one
  src/out.c
     1  unread     01-01/5  it is a link, or lies behind one
  ../../outside.c
     1  unread     01-01/5  it leads out of the tree
  src/deep/deep.c, 1 of 1 remain
     1  standing   01-01/6  only_once();
  both.c
        ambiguous  01-01/6  line 1
  src/later.c
        file-gone  01-01/6  lines 1, 900
  src/sub/in.c
        file-gone  01-01/6  line 1
  
  25 references: 12 standing, 3 file-gone, 2 unquoted, 1 ambiguous, 7 unread

A block goes down as a whole, and another one in pieces; one of three equal lines goes, and the two
that are left serve the two that were nearest.

  $ sed -i '1i // above\n// it' src/block.c && sed -i '2d' src/same.c && sed -i '1i \\' src/part.c && commit 'Move' v2
  $ phaseline refs --since v1
  Line   Now  Was       State    For      Text
  src/block.c, 2 of 2 remain
   3-5  5, 7  standing  moved    01-01/1  int first(void)
     9    11  standing  moved    01-01/1  return second;
  src/same.c, 2 of 3 remain
     2     3  standing  moved    01-01/2  twice_or_more();
              standing  cleared  01-01/2  line 4
     6     5  standing  moved    01-01/2  twice_or_more();
  src/part.c, 3 of 3 remain
     1     2  standing  moved    01-01/3  call_it(one, two, three, four);
     2     3  standing  moved    01-01/3  a_long_line_that_was_cut_off(at_the_end);
     3     4  standing  moved    01-01/3  x = inner_call(5) + 1;
  
  8 references changed since v1: 7 moved, 1 cleared

What is wanted comes, what is quoted goes, spaces become tabs, line ends change, files come and go.

  $ sed -i 's/return second/return third/; s/^	/        /' src/block.c && sed -i '/twice/d' src/same.c && sed -i 's/four/five/; s/inner_call(5)/inner_call(50)/' src/part.c
  $ sed -i 's/\r//' src/crlf.c && sed -i 's/\t/ /g; s/$/\r/' src/tabs.c && git rm -q src/deep/deep.c src/b/both.c && echo 'not_yet();' >src/later.c
  $ printf 'first line;\n' | tee src/binary.c src/wide.txt src/large.c >src/wide_too.txt && commit 'Change' v3
  $ phaseline refs --since v2
  Line  Was        State      For      Text
  src/block.c, 1 of 2 remain
        moved      replaced   01-01/1  line 9
  src/same.c, 0 of 3 remain
        moved      cleared    01-01/2  lines 2, 6
  src/part.c, 1 of 3 remain
        moved      cleared    01-01/3  lines 1, 3
  src/binary.c, 1 of 1 remain
     1  unread     standing   01-01/5  first line;
  src/wide.txt, 1 of 1 remain
     1  unread     standing   01-01/5  first line;
  src/wide_too.txt, 1 of 1 remain
     1  unread     standing   01-01/5  first line;
  src/large.c, 1 of 1 remain
     1  unread     standing   01-01/5  first line;
  deep.c
        standing   file-gone  01-01/6  line 1; it was deleted in c572347
  src/a/both.c, 1 of 1 remain
     1  ambiguous  standing   01-01/6  in_two_places();
  src/later.c, 1 of 1 remain
     1  file-gone  standing   01-01/6  not_yet();
   900  file-gone  unquoted   01-01/6  it has no such line
  
  13 references changed since v2: 6 standing, 4 cleared, 1 replaced, 1 file-gone, 1 unquoted

A file becomes a directory, another one a link; a block is put into another file; a submodule comes.

  $ git rm -q src/later.c && mkdir src/later.c && echo x >src/later.c/x && ln -sf crlf.c src/bom.c
  $ sed -n 3,8p src/block.c >src/new.c && sed -i 3,8d src/block.c && git init -q src/sub && echo 'first line;' >src/sub/in.c
  $ (cd src/sub && git add in.c && git -c user.name=a -c user.email=a commit -qm x) && commit 'Mix' v4 2>../noise; phaseline refs --since v3
  Line  Was        State      For      Text
  src/block.c, 0 of 2 remain
        moved      cleared    01-01/1  lines 3-5
  src/bom.c
     1  standing   unread     01-01/4  it is a link, or lies behind one
  src/later.c
        standing   file-gone  01-01/6  line 1; it was deleted in a8235e2
        unquoted   file-gone  01-01/6  line 900; it was deleted in a8235e2
  src/sub/in.c, 1 of 1 remain
     1  file-gone  standing   01-01/6  first line;
  
  5 references changed since v3: 1 standing, 1 cleared, 2 file-gone, 1 unread

The working tree with the code of a commit says what the commit says, but for the submodule, which
is not there unless somebody fetches it.

  $ said() { grep -o '"line":[0-9]*,"col":[0-9]*,"state":"[a-z-]*","found":\[[0-9,]*\]'; }
  $ for v in v1 v2 v3 v4; do
  >   git worktree add -q ~/$v $v; phaseline -C ~/$v refs --json | said >~/there; phaseline refs --rev $v --json | said >~/here
  >   echo "$v: $(wc -l <~/here) references, $(diff ~/here ~/there | grep -c '^[<>]') differ"; diff ~/here ~/there | tr '<>' '-+'
  > done
  v1: 25 references, 0 differ
  v2: 25 references, 0 differ
  v3: 25 references, 0 differ
  v4: 25 references, 2 differ
  25c25
  - "line":38,"col":26,"state":"unread","found":[]
  ---
  + "line":38,"col":26,"state":"file-gone","found":[]

Twenty blocks are shuffled, commit after commit: each is found where it is at every one of them.

  $ mkdir -p ~/y/plans ~/y/src && cd ~/y && new
  $ { printf '# Plan 01-01: Blocks\n\n'; for i in $(seq 20); do echo "- \`src/all.c\`, line $((3 * i - 2)): \`block_$i(begins);\`"; done; } >plans/01-01-PLAN.md
  $ shuffle() { awk -v seed=$1 'BEGIN { srand(seed); for (i = 1; i <= 20; i++) order[i] = i
  >   for (i = 20; i > 1; i--) { k = int(rand() * i) + 1; t = order[i]; order[i] = order[k]; order[k] = t }
  >   for (i = 1; i <= 20; i++) printf "block_%d(begins);\n\tbody;\n}\n", order[i] }' >src/all.c; }
  $ for i in $(seq 12); do shuffle $i && commit "Shuffle $i" s$i; done
  $ for i in $(seq 12); do
  >   git show s$i:src/all.c | grep -n begins | sed 's/:block_/ /; s/(.*//' | sort -k 2n | cut -d ' ' -f 1 >~/there
  >   phaseline refs --rev s$i --json | grep -o '"found":\[[0-9]*' | sed 's/.*\[//' | cmp - ~/there && sort -u ~/there | wc -l
  > done | uniq -c
       12 20

Then their numbers are put right, and all of them stand.

  $ phaseline -q refs --fix | wc -l; phaseline refs --check; phaseline -q undo | wc -l; git status --short plans
  20
  none of 1 plan contradicts the code
  1

A file of eleven megabytes, in the tree and in git.

  $ mkdir -p ~/z/plans && cd ~/z && new && seq -f 'int the_number_of_this_line_is_%.0f;' 300000 >big.c && echo 'last_of_all();' >>big.c
  $ echo '- `big.c`, line 300000: `last_of_all();`' >plans/01-01-PLAN.md && commit 'Big' v1; [ "$(wc -c <big.c)" -gt 10485760 ] || wc -c big.c
  $ phaseline refs --state moved; phaseline refs --rev v1 --json | grep -o '"found":[^]]*'
    Line     Now  State  Text
  big.c, 1 of 1 remain
  300000  300001  moved  last_of_all();
  
  1 reference: 1 moved
  "found":[300001
