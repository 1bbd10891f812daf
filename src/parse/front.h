/* front: frontmatter as top-level keys; every scalar stays text */
#ifndef PARSE_FRONT_H
#define PARSE_FRONT_H

#include "parse/source.h"

struct front_key {
	const char *name;
	const char *value;       /* a scalar; for a nested value its source text */
	bool nested;             /* a list or a mapping */
	bool null;               /* nothing, "~" or "null", unquoted */
	PHL_LIST(const char *) items; /* scalars of a list */
	int line, col;           /* of the name */
	uint32_t off, len;       /* where a scalar stands in the file, quotes included */
};

struct front {
	int last;  /* line that closes it, 0 without frontmatter */
	PHL_LIST(struct front_key) keys;
};

/* Reads the frontmatter at the start of the source; what is wrong with it
 * becomes findings, and the keys around the mistake are still read. */
void front_read(struct reader *r, struct front *out);

/* Reads a whole YAML file as if it were frontmatter, for configuration. */
void front_read_file(struct reader *r, struct front *out);

/* The first key with one of the names (NULL-terminated list), or NULL. */
const struct front_key *front_find(const struct front *f, const char *const *names);

#endif
