#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/text.h"

enum { DEPTH_MOST = 64 };

static void new_line(struct json *j)
{
	if (!j->indent)
		return;
	buf_char(j->out, '\n');
	buf_fill(j->out, ' ', (size_t)j->depth * 2);
}

/* Whatever stands before a key, or before a value that has none. */
static void separate(struct json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	if (!j->depth)
		return;
	if (j->more[j->depth - 1])
		buf_char(j->out, ',');
	j->more[j->depth - 1] = true;
	new_line(j);
}

static void begin(struct json *j, bool is_object)
{
	assert(j->depth < DEPTH_MOST);
	separate(j);
	buf_char(j->out, is_object ? '{' : '[');
	j->more[j->depth] = false;
	j->is_object[j->depth++] = is_object;
}

void json_object(struct json *j)
{
	begin(j, true);
}

void json_array(struct json *j)
{
	begin(j, false);
}

void json_end(struct json *j)
{
	assert(j->depth > 0 && !j->after_key);
	j->depth--;
	if (j->more[j->depth])
		new_line(j);
	buf_char(j->out, j->is_object[j->depth] ? '}' : ']');
}

static void add_code_point(struct buf *b, int32_t cp)
{
	if (cp == '"' || cp == '\\') {
		buf_char(b, '\\');
		buf_char(b, (char)cp);
	} else if (cp == '\n') {
		buf_str(b, "\\n");
	} else if (cp == '\t') {
		buf_str(b, "\\t");
	} else if (cp == '\r') {
		buf_str(b, "\\r");
	} else if (cp > 0xffff) {
		cp -= 0x10000;
		buf_printf(b, "\\u%04x\\u%04x", 0xd800u | (unsigned)(cp >> 10),
			   0xdc00u | (unsigned)(cp & 0x3ff));
	} else {
		buf_printf(b, "\\u%04x", (unsigned)cp);
	}
}

static void add_string(struct buf *b, const char *s)
{
	const char *run = s, *end = s + strlen(s);

	buf_char(b, '"');
	while (s < end) {
		int32_t cp;
		size_t n = text_decode(s, (size_t)(end - s), &cp);

		if (cp < 0 || cp == '"' || cp == '\\' || text_is_hostile(cp)) {
			buf_add(b, run, (size_t)(s - run));
			if (cp < 0)
				text_encode(b, cp);
			else
				add_code_point(b, cp);
			run = s + n;
		}
		s += n;
	}
	buf_add(b, run, (size_t)(s - run));
	buf_char(b, '"');
}

void json_key(struct json *j, const char *key)
{
	assert(j->depth > 0 && j->is_object[j->depth - 1] && !j->after_key);
	separate(j);
	add_string(j->out, key);
	buf_str(j->out, j->indent ? ": " : ":");
	j->after_key = true;
}

void json_raw(struct json *j, const char *s)
{
	separate(j);
	buf_str(j->out, s);
}

void json_text(struct json *j, const char *s)
{
	separate(j);
	if (s)
		add_string(j->out, s);
	else
		buf_str(j->out, "null");
}

void json_int(struct json *j, int64_t n)
{
	separate(j);
	buf_printf(j->out, "%" PRId64, n);
}

void json_bool(struct json *j, bool b)
{
	json_raw(j, b ? "true" : "false");
}

void json_null(struct json *j)
{
	json_raw(j, "null");
}

void json_key_text(struct json *j, const char *key, const char *s)
{
	json_key(j, key);
	json_text(j, s);
}

void json_key_int(struct json *j, const char *key, int64_t n)
{
	json_key(j, key);
	json_int(j, n);
}

void json_key_bool(struct json *j, const char *key, bool b)
{
	json_key(j, key);
	json_bool(j, b);
}

void json_key_null(struct json *j, const char *key)
{
	json_key(j, key);
	json_null(j);
}
