#include "parse/document.h"

#include <string.h>

#include "base/text.h"
#include "parse/companion_parts.h"
#include "parse/declared.h"
#include "parse/parse.h"
#include "parse/scan.h"

/* What a template leaves to be filled in. */
static bool is_blank(const char *s, size_t n)
{
	return !n || *s == '[';
}

/* ---- title ---- */

/* Length of what parts a lead from a title: "", ":", " - ", " — ". */
static size_t separator_len(const char *s, size_t n)
{
	size_t i = 0;
	bool any = false;
	while (i < n) {
		bool wide = n - i > 2 && (memcmp(s + i, "\xe2\x80", 2) == 0 ||
					  memcmp(s + i, "\xef\xbc\x9a", 3) == 0);
		bool dash = i && s[i] == '-' && is_space(s[i - 1]);
		if (!wide && !dash && s[i] != ':' && !is_space(s[i]))
			break;
		any |= !is_space(s[i]);
		i += wide ? 3 : 1;
	}
	return any || i == n ? i : 0;
}

static void read_title(struct companion *c, const struct document_rule *rule,
		       struct document *doc)
{
	int h1 = header_title(&c->body);
	size_t n = 0;
	const char *s = h1 >= 0 && rule->leads ? body_text(&c->r, &c->body, h1, &n) : NULL;
	for (int i = 0; n && rule->leads[i]; i++) {
		size_t len = strlen(rule->leads[i]), skip;
		if (!starts_word(s, n, rule->leads[i]))
			continue;
		skip = len == n ? 0 : separator_len(s + len, n - len);
		if (len < n && !skip)
			continue;
		s += len + skip;
		n -= len + skip;
		break;
	}
	if (!is_blank(s, n))
		doc->title = copy_title(c->r.a, s, n);
}

/* ---- goal ---- */

static bool is_one_of(const char *s, size_t n, const char *const *words)
{
	n = trim(&s, n);
	while (n && (s[n - 1] == '*' || s[n - 1] == ':' || is_space(s[n - 1])))
		n--;
	for (; *words; words++)
		if (same_word(s, n, *words))
			return true;
	return false;
}

/* The heading that a block stands under, of these words; -1 for none. */
static int heading_of(struct companion *c, int block, const char *const *words)
{
	for (int h = c->body.blocks.v[block].section; h >= 0; h = c->body.blocks.v[h].section) {
		size_t n;
		const char *s = body_text(&c->r, &c->body, h, &n);
		if (is_one_of(s, n, words))
			return h;
	}
	return -1;
}

/* The first paragraph right under such a heading, else the first item. */
static void read_goal(struct companion *c, const struct document_rule *rule,
		      struct document *doc)
{
	int found = -1;
	for (size_t i = 0; rule->goals && i < c->body.blocks.n; i++) {
		const struct block *b = &c->body.blocks.v[i];
		bool text = b->type == B_PARA || (b->type == B_ITEM && found < 0);
		size_t n = 0;
		if (!text || b->parent >= 0 || heading_of(c, (int)i, rule->goals) < 0)
			continue;
		const char *s = body_text(&c->r, &c->body, (int)i, &n);
		if (is_blank(s, n))
			continue;
		found = (int)i;
		if (b->type == B_PARA)
			break;
	}
	size_t n = 0;
	const char *s = found >= 0 ? body_text(&c->r, &c->body, found, &n) : NULL;
	if (n)
		doc->goal = copy_title(c->r.a, s, n);
}

/* 'User description: "Lamps on the pier"': the words of who asked. */
static void read_input(struct companion *c, const struct document_rule *rule,
		       struct document *doc)
{
	static const char lead[] = "user description:";
	const char *const names[] = { rule->input, NULL };
	const struct front_key *k = rule->input ? front_find(&c->front, names) : NULL;
	const char *s = k && k->value ? k->value : "";
	size_t n = strlen(s);
	if (starts_word(s, n, lead)) {
		s += sizeof lead - 1;
		n -= sizeof lead - 1;
	}
	n = trim(&s, n);
	if (n > 1 && *s == '"' && s[n - 1] == '"') {
		s++;
		n -= 2;
	}
	if (!is_blank(s, n) && *s != '$')
		doc->goal = copy_text(c->r.a, s, n);
}

/* ---- files ---- */

/* Speaks of files that stay as they are, or of other documents. */
static bool speaks_of_others(const char *s, size_t n)
{
	static const char *const words[] = { "no change", "not change", "unchanged", "unaffected",
					     "not affected", "affected spec", "no impact",
					     "remain", "see ", "depend", NULL };
	static _Thread_local struct any_word any;
	return holds_any(&any, s, n, words);
}

static void add_file(struct arena *a, struct document *doc, const char *path)
{
	for (size_t i = 0; i < doc->files.n; i++)
		if (strcmp(doc->files.v[i], path) == 0)
			return;
	if (doc->files.n < DOCUMENT_FILES && strncmp(path, "openspec/", 9) != 0 &&
	    strncmp(path, "specs/", 6) != 0)
		*vec_push(a, &doc->files) = arena_str(a, path);
}

/* Better none than wrong ones: only whole paths in backticks, in items. */
static void read_files(struct companion *c, const struct document_rule *rule,
		       struct document *doc)
{
	for (size_t i = 0; rule->files && i < c->body.blocks.n; i++) {
		const struct block *b = &c->body.blocks.v[i];
		size_t n;
		if (b->type != B_ITEM || heading_of(c, (int)i, rule->files) < 0)
			continue;
		const char *s = body_text(&c->r, &c->body, (int)i, &n);
		bool others = speaks_of_others(s, n);
		for (int up = b->parent; up >= 0 && !others; up = c->body.blocks.v[up].parent) {
			const char *above = body_text(&c->r, &c->body, up, &n);
			others = speaks_of_others(above, n);
		}
		const mention_list *found = others ? NULL : scan_block(&c->r, &c->body, (int)i);
		for (size_t k = 0; found && k < found->n; k++) {
			const struct mention *m = &found->v[k];
			if (m->type == M_PATH && m->code && !m->weak)
				add_file(c->r.a, doc, m->text);
		}
	}
}

/* ---- all of it ---- */

struct document *parse_document(struct arena *a, struct arena *scratch, const char *bytes,
				size_t len, const char *path)
{
	struct document *doc = arena_alloc(a, sizeof *doc);
	struct companion c;
	size_t dir;
	const struct document_rule *rule = family_document(path, &dir);
	*doc = (struct document){ 0 };
	if (!rule)
		return doc;
	companion_open(&c, a, scratch, bytes, len);
	read_title(&c, rule, doc);
	read_goal(&c, rule, doc);
	if (!doc->goal)
		read_input(&c, rule, doc);
	read_files(&c, rule, doc);
	declared_read(&c, rule->declares, path, &doc->declared);
	if (!doc->goal && rule->input && doc->declared.n)
		doc->goal = doc->declared.v[0].text;
	return doc;
}
