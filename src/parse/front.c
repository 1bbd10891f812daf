#include "parse/front.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "base/text.h"
#include "model/plan.h"
#include "base/limits.h"
#include "parse/parse.h"

const char *parse_yaml_version(void)
{
	return yaml_get_version_string();
}

/* ---- one YAML text ---- */

struct yaml {
	struct reader *r;
	struct front *out;
	yaml_parser_t parser;
	yaml_event_t event;
	uint32_t off;     /* of the text in the source */
	size_t len;
	int first;        /* source line of its first line */
	int depth, nodes;
	struct front_key *key; /* the one whose value is being read */
	bool want_value;
	int err_line, err_col;
	char problem[200];
};

/* libyaml counts columns in characters; we count bytes. */
static uint32_t offset_of(const struct yaml *y, yaml_mark_t m)
{
	int line = y->first + (int)m.line;
	if (line > y->r->src.n)
		return y->off + (uint32_t)y->len;
	const char *s = line_text(&y->r->src, line);
	size_t n = line_len(&y->r->src, line), i = 0;
	for (size_t c = 0; c < m.column && i < n; c++) {
		int32_t cp;
		i += text_decode(s + i, n - i, &cp);
	}
	return y->r->src.lines[line - 1].off + (uint32_t)i;
}

static bool fail(struct yaml *y, yaml_mark_t m, const char *problem)
{
	uint32_t off = offset_of(y, m);
	y->err_line = source_line_at(&y->r->src, off);
	y->err_col = source_col(&y->r->src, y->err_line, off);
	snprintf(y->problem, sizeof y->problem, "%s", problem);
	return false;
}

/* Reader errors carry no mark, only the offset of the byte. */
static bool fail_parser(struct yaml *y)
{
	const char *what = y->parser.problem ? y->parser.problem : "cannot be read";
	if (y->parser.error != YAML_READER_ERROR)
		return fail(y, y->parser.problem_mark, what);
	size_t at = y->off + y->parser.problem_offset;
	if (at >= y->r->src.len)
		at = y->r->src.len ? y->r->src.len - 1 : 0;
	y->err_line = source_line_at(&y->r->src, at);
	y->err_col = source_col(&y->r->src, y->err_line, (uint32_t)at);
	snprintf(y->problem, sizeof y->problem, "%s", what);
	return false;
}

static void add_key(struct yaml *y, const yaml_event_t *e)
{
	uint32_t off = offset_of(y, e->start_mark);
	struct front_key *k = vec_push(y->r->scratch, &y->out->keys);
	*k = (struct front_key){ 0 };
	k->name = copy_text(y->r->scratch, (const char *)e->data.scalar.value,
			    e->data.scalar.length);
	k->line = source_line_at(&y->r->src, off);
	k->col = source_col(&y->r->src, k->line, off);
	k->null = true;
	y->key = k;
	y->want_value = true;
}

static void set_value(struct yaml *y, const yaml_event_t *e)
{
	struct front_key *k = y->key;
	const char *s = (const char *)e->data.scalar.value;
	size_t n = e->data.scalar.length;
	bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	k->value = copy_text(y->r->scratch, s, n);
	k->null = plain && (!*k->value || !strcmp(k->value, "~") || !strcmp(k->value, "null"));
	k->off = offset_of(y, e->start_mark);
	k->len = offset_of(y, e->end_mark) - k->off;
	y->want_value = false;
}

static void start_nested(struct yaml *y, const yaml_event_t *e)
{
	y->key->nested = true;
	y->key->null = false;
	y->key->off = offset_of(y, e->start_mark);
	y->want_value = false;
}

static void end_nested(struct yaml *y, const yaml_event_t *e)
{
	struct front_key *k = y->key;
	uint32_t end = offset_of(y, e->end_mark);
	k->len = end > k->off ? end - k->off : 0;
	k->value = copy_text(y->r->scratch, y->r->src.bytes + k->off, k->len);
}

static bool is_marked(const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return e->data.scalar.anchor || e->data.scalar.tag;
	case YAML_SEQUENCE_START_EVENT:
		return e->data.sequence_start.anchor || e->data.sequence_start.tag;
	case YAML_MAPPING_START_EVENT:
		return e->data.mapping_start.anchor || e->data.mapping_start.tag;
	default:
		return false;
	}
}

static bool take(struct yaml *y, const yaml_event_t *e)
{
	bool start = e->type == YAML_MAPPING_START_EVENT || e->type == YAML_SEQUENCE_START_EVENT;
	bool end = e->type == YAML_MAPPING_END_EVENT || e->type == YAML_SEQUENCE_END_EVENT;
	if (e->type == YAML_ALIAS_EVENT)
		return fail(y, e->start_mark, "an alias (*name); quote the text");
	if (is_marked(e))
		return fail(y, e->start_mark, "an anchor or tag (&name, !name); quote the text");
	if ((start || e->type == YAML_SCALAR_EVENT) && ++y->nodes > LIMIT_YAML_NODES)
		return fail(y, e->start_mark, "too many values (limit 10,000)");
	if (start && ++y->depth > LIMIT_YAML_DEPTH)
		return fail(y, e->start_mark, "nested too deeply (limit 32)");
	if (start && y->depth == 1 && e->type == YAML_SEQUENCE_START_EVENT)
		return fail(y, e->start_mark, "a list where keys are expected");
	if (e->type == YAML_SCALAR_EVENT) {
		if (y->depth == 0)
			return fail(y, e->start_mark, "text where \"key: value\" is expected");
		if (y->depth == 1 && y->want_value)
			set_value(y, e);
		else if (y->depth == 1)
			add_key(y, e);
		else if (y->depth == 2 && y->key)
			*(const char **)vec_push(y->r->scratch, &y->key->items) = copy_text(
			    y->r->scratch, (const char *)e->data.scalar.value,
			    e->data.scalar.length);
	}
	if (start && y->depth == 2) {
		if (!y->want_value)
			return fail(y, e->start_mark, "a list or mapping as a key");
		start_nested(y, e);
	}
	if (end && y->depth-- == 2)
		end_nested(y, e);
	return true;
}

static bool read_events(struct yaml *y)
{
	bool ok = true, done = false;
	while (ok && !done) {
		if (!yaml_parser_parse(&y->parser, &y->event)) {
			if (y->parser.error == YAML_MEMORY_ERROR)
				out_of_memory();
			return fail_parser(y);
		}
		done = y->event.type == YAML_STREAM_END_EVENT;
		ok = take(y, &y->event);
		yaml_event_delete(&y->event);
	}
	return ok;
}

/* What libyaml holds lies in no arena. */
static bool read_yaml(struct yaml *y)
{
	struct escape e;
	bool ok;
	if (!yaml_parser_initialize(&y->parser))
		out_of_memory();
	yaml_parser_set_encoding(&y->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&y->parser,
				     (const unsigned char *)y->r->src.bytes + y->off, y->len);
	if (setjmp(*escape_begin(&e)) == 0) {
		ok = read_events(y);
		escape_end(&e);
	} else {
		yaml_event_delete(&y->event);
		yaml_parser_delete(&y->parser);
		out_of_memory();
	}
	yaml_parser_delete(&y->parser);
	return ok;
}

/* Mappings inside a list are not scalars of it. */
static void drop_mapping_items(struct front *f)
{
	for (size_t i = 0; i < f->keys.n; i++) {
		struct front_key *k = &f->keys.v[i];
		const char *s = k->value;
		if (k->nested && s && *s != '-' && *s != '[')
			k->items.n = 0;
	}
}

/* ---- a broken text, key by key ---- */

static bool starts_key(const struct source *src, int line)
{
	const char *s = line_text(src, line);
	size_t n = line_len(src, line), i = 0;
	while (i < n && (is_alnum(s[i]) || s[i] == '_' || s[i] == '-'))
		i++;
	return i > 0 && i < n && s[i] == ':' && (i + 1 == n || is_space(s[i + 1]));
}

/* The text behind "key:" on its own line, quotes taken off. */
static void add_rough_key(struct reader *r, struct front *out, int line)
{
	const char *s = line_text(&r->src, line);
	size_t n = line_len(&r->src, line);
	const char *colon = memchr(s, ':', n), *v = colon + 1;
	size_t len = trim(&v, n - (size_t)(colon + 1 - s));
	struct front_key *k = vec_push(r->scratch, &out->keys);
	*k = (struct front_key){ .line = line, .col = 1 };
	k->name = copy_text(r->scratch, s, (size_t)(colon - s));
	k->off = (uint32_t)(v - r->src.bytes);
	k->len = (uint32_t)len;
	if (len > 1 && (*v == '"' || *v == '\'') && v[len - 1] == *v) {
		v++;
		len -= 2;
	}
	k->value = copy_text(r->scratch, v, len);
	k->null = len == 0;
}

/* "- item" lines below a key whose value libyaml refused. */
static void add_rough_items(struct reader *r, struct front_key *k, int first, int last)
{
	for (int line = first; line <= last; line++) {
		const char *s = line_text(&r->src, line);
		size_t n = trim(&s, line_len(&r->src, line)), whole = n;
		const char *item = s;
		if (n < 2 || s[0] != '-' || s[1] != ' ')
			continue;
		s += 2;
		n = trim(&s, n - 2);
		if (n > 1 && (*s == '"' || *s == '\'')) {
			const char *end = memchr(s + 1, *s, n - 1);
			if (end) {
				n = (size_t)(end - s - 1);
				s++;
			}
		}
		if (!k->nested)
			k->off = (uint32_t)(item - r->src.bytes);
		k->nested = true;
		k->len = (uint32_t)(item + whole - r->src.bytes) - k->off;
		*(const char **)vec_push(r->scratch, &k->items) = copy_text(r->scratch, s, n);
	}
	if (!k->nested)
		return;
	k->null = false;
	k->value = copy_text(r->scratch, r->src.bytes + k->off, k->len);
}

static void read_lines(struct reader *r, struct front *out, int first, int last, struct yaml *y)
{
	const struct source *src = &r->src;
	*y = (struct yaml){ .r = r, .out = out, .first = first };
	y->off = src->lines[first - 1].off;
	y->len = src->lines[last - 1].off + src->lines[last - 1].len - y->off;
}

/* "assignee: @ann", which older tools wrote, can only be meant one way. */
static bool is_at_sign(const struct yaml *y)
{
	const struct source *src = &y->r->src;
	return y->err_col >= 1 && (size_t)y->err_col <= line_len(src, y->err_line) &&
	       line_text(src, y->err_line)[y->err_col - 1] == '@';
}

/* False where something is broken so that it can only be guessed at. */
static bool read_by_key(struct reader *r, struct front *out, int first, int last)
{
	bool sure = true;
	out->keys.n = 0;
	for (int line = first, next; line <= last; line = next) {
		for (next = line + 1; next <= last && !starts_key(&r->src, next);)
			next++;
		if (!starts_key(&r->src, line))
			continue;
		struct yaml y;
		size_t before = out->keys.n;
		read_lines(r, out, line, next - 1, &y);
		if (read_yaml(&y))
			continue;
		sure = sure && is_at_sign(&y);
		out->keys.n = before;
		add_rough_key(r, out, line);
		add_rough_items(r, &out->keys.v[before], line + 1, next - 1);
	}
	return sure;
}

/* ---- the frontmatter of a file ---- */

static bool is_mark(const struct source *src, int line)
{
	const char *s = line_text(src, line);
	size_t n = line_len(src, line);
	while (n && is_space(s[n - 1]))
		n--;
	return n == 3 && (memcmp(s, "---", 3) == 0 || memcmp(s, "...", 3) == 0);
}

static bool belongs(const struct source *src, int line)
{
	const char *s = line_text(src, line);
	size_t n = line_len(src, line);
	return n == 0 || is_space(s[0]) || s[0] == '-' || s[0] == '#' || starts_key(src, line);
}

/* Frontmatter that is never closed ends where YAML can no longer be meant. */
static int find_last(const struct source *src, bool *closed)
{
	int limit = src->n < LIMIT_FRONT_LINES ? src->n : LIMIT_FRONT_LINES;
	for (int line = 2; line <= limit; line++)
		if (is_mark(src, line))
			return *closed = true, line;
	*closed = false;
	int line = 2;
	for (; line <= limit && belongs(src, line); line++) {
		const char *s = line_text(src, line);
		size_t n = line_len(src, line);
		bool blank_above = line > 2 && line_len(src, line - 1) == 0;
		if (blank_above && n > 1 && s[0] == '#')
			break;
	}
	return line - 1;
}

static void check_twice(struct reader *r, const struct front *f)
{
	for (size_t i = 1; i < f->keys.n && i < 200; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(f->keys.v[i].name, f->keys.v[j].name) == 0) {
				plan_finding(r->plan, r->a, "repeated-key", PHL_WARNING,
					     f->keys.v[i].line, f->keys.v[i].col,
					     "\"%s\" is given twice; the first one counts",
					     f->keys.v[i].name);
				break;
			}
}

static void read_range(struct reader *r, struct front *out, int first, int last)
{
	struct yaml y;
	if (last < first)
		return;
	read_lines(r, out, first, last, &y);
	if (y.len > LIMIT_FRONT) {
		plan_finding(r->plan, r->a, "limit", PHL_ERROR, first, 1,
			     "frontmatter is over 64 KiB; only its first lines are read");
		while (last > first && r->src.lines[last - 1].off - y.off > LIMIT_FRONT)
			last--;
		read_lines(r, out, first, last, &y);
	}
	if (!read_yaml(&y)) {
		bool sure = read_by_key(r, out, first, last) && is_at_sign(&y);
		plan_finding(r->plan, r->a, "broken-frontmatter", sure ? PHL_WARNING : PHL_ERROR,
			     y.err_line, y.err_col, "this is not YAML: %s",
			     sure ? "text that starts with @ needs quotes" : y.problem);
	}
	drop_mapping_items(out);
	check_twice(r, out);
}

void front_read(struct reader *r, struct front *out)
{
	*out = (struct front){ 0 };
	if (r->src.n < 2 || !is_mark(&r->src, 1) || line_text(&r->src, 1)[0] != '-')
		return;
	bool closed;
	out->last = find_last(&r->src, &closed);
	if (!closed)
		plan_finding(r->plan, r->a, "unclosed-frontmatter", PHL_ERROR, 1, 1,
			     "the frontmatter is never closed; end it with a line of ---");
	read_range(r, out, 2, closed ? out->last - 1 : out->last);
}

void front_read_file(struct reader *r, struct front *out)
{
	*out = (struct front){ 0 };
	if (r->src.n)
		read_range(r, out, 1, r->src.n);
}

const struct front_key *front_find(const struct front *f, const char *const *names)
{
	for (; *names; names++)
		for (size_t i = 0; i < f->keys.n; i++)
			if (*f->keys.v[i].name == **names && strcmp(f->keys.v[i].name, *names) == 0)
				return &f->keys.v[i];
	return NULL;
}
