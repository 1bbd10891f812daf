/* limits: what a plan may hold, and why no more */
#ifndef PARSE_LIMITS_H
#define PARSE_LIMITS_H

/* Measured on cmark 0.30.2 and libyaml 0.2.5: below these no input of 1 MiB
 * takes more than a quarter of a second. */
enum {
	LIMIT_PLAN = 1 << 20,        /* bytes: memory is up to 188 times that */
	LIMIT_LINES = 50000,         /* blank lines times depth */
	LIMIT_LINE = 64 << 10,       /* bytes: one-line tricks */
	LIMIT_MARKERS = 32,          /* list and quote markers on one line */
	LIMIT_MARKER_COLUMN = 64,    /* depth by indentation */
	LIMIT_IMAGES = 512,          /* "![" in one block: cost is openers times links */
	LIMIT_FRONT = 64 << 10,      /* bytes of frontmatter */
	LIMIT_FRONT_LINES = 1000,    /* within which it must be closed */
	LIMIT_YAML_DEPTH = 32,       /* libyaml is quadratic in flow nesting */
	LIMIT_YAML_NODES = 10000,
	LIMIT_TASKS = 5000,          /* for our own loops and reports */
	LIMIT_REQUIREMENTS = 2000,   /* that one document declares */
	LIMIT_REFS = 20000,
	LIMIT_REF_LINE = 10000000,
	LIMIT_REF_RANGE = 100000,
	LIMIT_LIST = 10000,          /* line numbers after one path */
	LIMIT_COMMANDS = 200,
	LIMIT_COMMAND = 64 << 10,
	LIMIT_PATH = 4096,
	LIMIT_WORD = 1024,             /* of what may be a path in prose */
	LIMIT_FINDINGS = 100,        /* in one file; the rest is counted */
};

#endif
