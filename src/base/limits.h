/* limits: what phaseline takes from others, and why no more
 *
 * One table for all of them; `phaseline limits` prints it.  Each is far beyond what
 * people write: none refuses a plan that somebody wrote by hand. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* X(name, value, unit, of what, why).  Measured on cmark 0.30.2 and libyaml 0.2.5: below
 * these no input of 1 MiB takes more than a quarter of a second. */
#define LIMITS(X)                                                                                                      \
	X(PLAN, 1 << 20, "bytes", "a plan", "cmark takes up to 188 times that of memory")                              \
	X(LINES, 50000, "lines", "of a plan", "what is nested costs time for each blank line")                         \
	X(LINE, 64 << 10, "bytes", "a line of a plan", "what one line can hold, cmark can be slow on")                 \
	X(MARKERS, 32, "markers", "of lists and quotes on one line", "500 of them cost seconds for each 1 MiB")        \
	X(MARKER_COLUMN, 64, "columns", "in front of a list marker", "indentation nests as well")                      \
	X(IMAGES, 512, "![", "in one block", "each is tried with each link")                                           \
	X(FRONT, 64 << 10, "bytes", "of frontmatter", "libyaml is quadratic in some of it")                            \
	X(FRONT_LINES, 1000, "lines", "until frontmatter is closed", "else a rule further down would close it")        \
	X(YAML_DEPTH, 32, "levels", "of YAML", "libyaml is quadratic in nested brackets")                              \
	X(YAML_NODES, 10000, "nodes", "of YAML", "people write ten")                                                   \
	X(TASKS, 5000, "tasks", "of a plan", "some of our own loops compare each with each")                           \
	X(REQUIREMENTS, 2000, "requirements", "that one document declares", "each is looked for with each task")            \
	X(DECLARED, 5000, "requirements", "of one plan, over all its documents", "each is looked for with each task")        \
	X(REFS, 20000, "references", "of a plan", "a store keeps 65,535 rows of a kind for a plan")                    \
	X(MENTIONS, 2000, "mentions", "of paths, lines and quotes in one text", "each is compared with the others")          \
	X(FILES, 5000, "files", "to change, in one plan", "each is compared with the others")                          \
	X(QUOTED, 4 << 20, "bytes", "that all references of a plan quote", "texts that contain each other add up")     \
	X(QUOTE, 4096, "bytes", "from a line number to its quote", "what is further away quotes something else")       \
	X(REF_LINE, 10000000, "", "a line number", "what is larger is no line number")                                 \
	X(REF_RANGE, 100000, "lines", "of a range", "what is longer is no range")                                      \
	X(LIST, 10000, "numbers", "after one path", "each becomes a reference")                                        \
	X(COMMANDS, 200, "commands", "of a plan", "somebody has to read them before they run")                         \
	X(COMMAND, 64 << 10, "bytes", "of a command", "the same")                                                      \
	X(PATH, 4096, "bytes", "of a path", "what Linux takes")                                                        \
	X(WORD, 1024, "bytes", "of a path in prose", "each word is looked at")                                         \
	X(FINDINGS, 100, "findings", "in one plan", "the rest is counted; who mends these sees them")                  \
	X(NOTE, 64 << 10, "bytes", "of a note", "it goes into the plan and the journal")                               \
	X(WHO, 128, "bytes", "of a name", "it is shown in a column")                                                   \
	X(OP_ID, 64, "bytes", "of an --op-id", "it is kept for ever")                                                  \
	X(STABLE, 2 << 20, "bytes", "of a file that is changed", "it is read whole, and more than once")               \
	X(TREE_ENTRIES, 2000000, "entries", "of a tree", "a tree that never ends has to end somewhere")                \
	X(TREE_DEPTH, 64, "levels", "of directories", "each keeps a descriptor open")                                  \
	X(IGNORE, 1 << 20, "bytes", "of a .gitignore", "its rules are tried on each file")                             \
	X(IGNORE_RULES, 10000, "rules", "of a .gitignore", "the same")                                                 \
	X(CODE, 64 << 20, "bytes", "of a source file", "an 8 GB file is no source; 64 MiB are looked at")              \
	X(CODE_LINE, 64 << 10, "bytes", "of a source line", "so much of it is compared")                               \
	X(INDEX, 256 << 20, "bytes", "of git's index", "it is read whole")                                             \
	X(MESSAGE, 256 << 20, "bytes", "that phaseline-git answers", "the answer is held in memory")                   \
	X(OUTPUT, 1 << 20, "bytes", "of what a command prints", "start and end are kept, and shown")                   \
	X(HEAP, 512 << 20, "bytes", "of memory for SQLite", "a store made by others may ask for more")

enum {
#define LIMIT_VALUE(name, value, unit, what, why) LIMIT_##name = (value),
	LIMITS(LIMIT_VALUE)
#undef LIMIT_VALUE
};

#endif
