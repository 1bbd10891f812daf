/* json: a writer of JSON that keeps commas and escapes right */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* `= { .out = &buf }` starts a document. */
struct json {
	struct buf *out;
	bool indent;       /* one member a line, two spaces a level */
	/* the writer's own: */
	int depth;
	bool more[64];     /* a comma is due at this depth */
	bool is_object[64];
	bool after_key;
};

void json_object(struct json *j);
void json_array(struct json *j);
void json_end(struct json *j); /* closes the innermost object or array */
void json_key(struct json *j, const char *key);

/* Values.  NULL text is null.  What text_is_hostile() (controls, bidi, zero
 * width, line separators) is written as \uXXXX, invalid UTF-8 as U+FFFD. */
void json_text(struct json *j, const char *s);
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool b);
void json_null(struct json *j);

/* Already valid JSON, copied as it is. */
void json_raw(struct json *j, const char *s);

/* key and value in one. */
void json_key_text(struct json *j, const char *key, const char *s);
void json_key_int(struct json *j, const char *key, int64_t n);
void json_key_bool(struct json *j, const char *key, bool b);
void json_key_null(struct json *j, const char *key);

#endif
