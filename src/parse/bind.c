/* Which file a line number is about: the rules of phaseline-plan(5), "binding". */
#include <string.h>

#include "base/text.h"
#include "parse/files.h"
#include "parse/paths.h"
#include "parse/sections.h"
#include "parse/units.h"

struct binder {
	struct units *u;
	const struct unit *unit;
	const struct mention *lines;
	int task;
};

/* ---- in the text itself ---- */

/* A table row, or the whole text where it is no table. */
static void row_around(const struct unit *u, size_t at, size_t *from, size_t *to)
{
	*from = at;
	*to = at;
	while (*from && u->s[*from - 1] != '\n')
		--*from;
	while (*to < u->n && u->s[*to] != '\n')
		++*to;
	size_t i = *from;
	while (i < *to && is_space(u->s[i]))
		i++;
	if (i >= *to || u->s[i] != '|') {
		*from = 0;
		*to = u->n;
	}
}

/* True when a sentence ends between two places of a text. */
static bool sentence_between(const char *s, size_t from, size_t to)
{
	for (size_t i = from; i + 1 < to; i++) {
		if (s[i] == ';' || (s[i] == '\n' && s[i + 1] == '\n'))
			return true;
		bool stop = s[i] == '.' || s[i] == '!' || s[i] == '?';
		if (stop && is_space(s[i + 1]) && i > 0 && !is_digit(s[i - 1]))
			return true;
		if ((unsigned char)s[i] == 0xe3 && i + 2 < to && memcmp(s + i, "\xe3\x80\x82", 3) == 0)
			return true;
	}
	return false;
}

/* "line 45 of `a.ts`", "lines 3-5 in the file a.ts", "line 9 (a.ts)". */
static bool leads_to(const char *s, size_t from, size_t to)
{
	static const char *const joins[] = { "of ", "in ", "from ", "at ", "inside ", "within ", "on ",
					     "de ", "du ", "dans ", "en ", "em ", "do ", "von ", "der ", NULL };
	static const char *const articles[] = { "the ", "existing ", "current ", "file ", "la ", "le ",
						"original ", "old ", "both ", "frontend ", "backend ", "main ", NULL };
	size_t i = from;
	while (i < to && (s[i] == '*' || s[i] == ')' || s[i] == '`' || s[i] == '\n'))
		i++;
	if (to - i > 40)
		return false;
	while (i < to && is_space(s[i]))
		i++;
	size_t start = i;
	for (int k = 0; joins[k] && i == start; k++)
		if (starts_word(s + i, to - i, joins[k]))
			i += strlen(joins[k]);
	bool joined = i > start;
	for (bool more = true; more && joined;) {
		more = false;
		for (int k = 0; articles[k]; k++)
			if (starts_word(s + i, to - i, articles[k]))
				i += strlen(articles[k]), more = true;
	}
	while (i < to && (strchr("`(\"'[*@", s[i]) || is_space(s[i])))
		i++;
	return i == to && (joined || memchr(s + from, '(', to - from));
}

/* Words before a path, or remarks behind it, that make it a file to be made. */
static bool is_new(const struct unit *u, const struct mention *m)
{
	static const char *const before[] = { "create", "new file", "into", "\xe2\x86\x92", "->", "extract to",
					      "move to", "moved to", "extracted to", "new", NULL };
	static const char *const after[] = { "(new", "- new", "\xe2\x80\x94 new", "(to create", "(create",
					     "(extracted", NULL };
	size_t from = m->at > 28 ? m->at - 28 : 0, end = m->end;
	for (size_t i = m->at; i > from; i--)
		if (u->s[i - 1] == '\n' || u->s[i - 1] == '.' || u->s[i - 1] == ';')
			from = i;
	for (int k = 0; before[k]; k++)
		if (find_word(u->s + from, m->at - from, before[k]))
			return true;
	while (end < u->n && (u->s[end] == '`' || u->s[end] == '*' || u->s[end] == ' '))
		end++;
	for (int k = 0; after[k]; k++)
		if (starts_word(u->s + end, u->n - end, after[k]))
			return true;
	return false;
}

static bool usable(const struct mention *m)
{
	return m->type == M_PATH && !m->weak && path_is_concrete(m->text);
}

/* Nothing but marks and small words between a path and its lines. */
static bool adjacent(const char *s, size_t from, size_t to)
{
	static const char *const words[] = { "at", "around", "near", "on", "about", "see", "currently", "lines",
					     "line", "in", "approximately", "approx", "file", NULL };
	size_t i = from;
	while (i < to) {
		if (!is_alnum(s[i])) {
			if (s[i] == '.' || s[i] == ';' || s[i] == '|')
				return false;
			i++;
			continue;
		}
		size_t e = i;
		while (e < to && is_alnum(s[e]))
			e++;
		bool known = false;
		for (int k = 0; words[k] && !known; k++)
			known = same_word(s + i, e - i, words[k]);
		if (!known)
			return false;
		i = e;
	}
	return true;
}

static const struct mention *before(const struct binder *b, size_t from)
{
	const struct mention *best = NULL;
	for (size_t i = 0; i < b->unit->mentions.n; i++) {
		const struct mention *m = &b->unit->mentions.v[i];
		if (usable(m) && m->at >= from && m->end <= b->lines->at)
			best = m;
	}
	return best;
}

static const struct mention *after(const struct binder *b, size_t to)
{
	for (size_t i = 0; i < b->unit->mentions.n; i++) {
		const struct mention *m = &b->unit->mentions.v[i];
		if (usable(m) && m->at >= b->lines->end && m->end <= to)
			return m;
	}
	return NULL;
}

/* ---- by what is named ---- */

static bool word_at(const char *s, size_t n, size_t i, size_t len)
{
	bool left = i == 0 || !(is_alnum(s[i - 1]) || s[i - 1] == '_' || s[i - 1] == '-');
	size_t e = i + len;
	bool right = e >= n || !(is_alnum(s[e]) || s[e] == '_' || (s[e] == '-' && e + 1 < n && is_alnum(s[e + 1])));
	return left && right;
}

/* The length of the word at s[0] that is the stem in any of the spellings of
 * programs (fvp_engine.dart holds FvpEngine), 0 when it is not. A word that
 * could be plain English does not count. */
static size_t same_stem(const char *s, size_t n, const char *stem, size_t len)
{
	size_t i = 0;
	bool telling = false;
	for (size_t k = 0; k < len; k++) {
		bool gap = stem[k] == '_' || stem[k] == '-';
		if (gap && i < n && (s[i] == '_' || s[i] == '-')) {
			telling = true;
			i++;
		} else if (!gap) {
			if (i >= n || to_lower(s[i]) != to_lower(stem[k]))
				return 0;
			telling |= i > 0 && is_upper(s[i]) && is_lower(s[i - 1]);
			i++;
		}
	}
	return telling && i > 4 ? i : 0;
}

/* Where the name of a file, without its ending, last stands in the text: its
 * offset plus one, 0 when it does not. */
static size_t stem_in(const char *path, const char *s, size_t n)
{
	const char *base = path_base(path);
	size_t len = strcspn(base, "."), at = 0;
	for (size_t k = 0; len && k + 4 < n; k++) {
		if (to_lower(s[k]) != to_lower(base[0]))
			continue;
		size_t word = same_stem(s + k, n - k, base, len);
		if (word && word_at(s, n, k, word))
			at = k + 1;
	}
	return at;
}

/* The file whose name without ending stands in the text, those of the task
 * first: "ClassRepository::find (line 45)". */
static const char *by_stem(const struct binder *b, const char *s, size_t n)
{
	const struct phl_plan *plan = b->u->r->plan;
	const char *best = NULL;
	size_t best_at = 0;
	if (b->task >= 0) {
		const struct phl_task *t = &plan->tasks.v[b->task];
		for (size_t i = 0; i < t->files.n && i < 100; i++) {
			size_t at = stem_in(t->files.v[i], s, n);
			if (at > best_at)
				best = t->files.v[i], best_at = at;
		}
	}
	bool own = b->task >= 0 && plan->tasks.v[b->task].files.n;
	for (size_t i = 0; !own && i < plan->files.n && i < 100; i++) {
		size_t at = stem_in(plan->files.v[i].path, s, n);
		if (at > best_at)
			best = plan->files.v[i].path, best_at = at;
	}
	return best;
}

/* ---- above the text ---- */

static bool of_task(const struct binder *b, const char *path)
{
	if (b->task < 0)
		return file_named(b->u->r->plan, path) != NULL;
	const struct phl_task *t = &b->u->r->plan->tasks.v[b->task];
	for (size_t i = 0; i < t->files.n; i++)
		if (path_has_suffix(t->files.v[i], path))
			return true;
	return false;
}


/* The first path of a block that leads to what follows it. `skip` is not wanted. */
static const char *path_of(const struct binder *b, int block, bool last, const char *skip)
{
	int index = b->u->of_block[block];
	const char *found = NULL;
	if (index < 0)
		return NULL;
	const struct unit *u = &b->u->all.v[index];
	for (size_t i = 0; i < u->mentions.n; i++) {
		const struct mention *m = &u->mentions.v[i];
		if (!usable(m) || (skip && path_has_suffix(skip, m->text)))
			continue;
		bool vague = !m->code && !of_task(b, m->text) &&
			     !strchr(units_full_path(b->u, m->text, b->task), '/');
		if (vague)
			continue;
		if (found && !last)
			break;
		found = m->text;
	}
	return found;
}

/* A paragraph that announces what follows: "In `a.ts`:", "**a.ts**". */
static bool is_lead(const struct binder *b, int block)
{
	const struct block *k = &b->u->body->blocks.v[block];
	if (k->type != B_PARA || !k->len)
		return false;
	const char *s = k->text;
	size_t n = k->len;
	while (n && (s[n - 1] == '*' || is_space(s[n - 1])))
		n--;
	if (n && (s[n - 1] == ':' || (n > 2 && memcmp(s + n - 3, "\xef\xbc\x9a", 3) == 0)))
		return true;
	return s[0] == '*' && n > 1 && s[1] == '*';
}

/* An item that names a file and little else: "- **File**: `a.ts`". */
static bool names_file(const struct binder *b, int block)
{
	int index = b->u->of_block[block];
	if (index < 0)
		return false;
	const struct unit *u = &b->u->all.v[index];
	const char *s = u->s;
	size_t n = u->n;
	while (n && (*s == '*' || *s == '_'))
		s++, n--;
	if (starts_word(s, n, "file") || starts_word(s, n, "fichier") || starts_word(s, n, "path") ||
	    starts_word(s, n, "location"))
		return true;
	for (size_t i = 0; i < u->mentions.n; i++)
		if (usable(&u->mentions.v[i]))
			return u->mentions.v[i].at < 4 && u->n - (u->mentions.v[i].end - u->mentions.v[i].at) < 24;
	return false;
}

static const char *by_sibling(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	const struct block *own = &all[b->unit->block];
	if (own->type != B_ITEM || b->lines->at > 16)
		return NULL;
	for (int i = b->unit->block - 1, left = 8; i >= 0 && left > 0; i--) {
		if (all[i].type != B_ITEM || all[i].list != own->list)
			continue;
		left--;
		const char *path = names_file(b, i) ? path_of(b, i, false, skip) : NULL;
		if (path)
			return path;
	}
	return NULL;
}

/* The paragraph or item above that announces this block. */
static const char *by_lead(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	int block = b->unit->block, floor = all[block].section;
	int region = all[block].region;
	for (int up = all[block].parent; up >= 0; up = all[up].parent) {
		const char *path = path_of(b, up, false, skip);
		if (!path)
			path = by_stem(b, all[up].text ? all[up].text : "", all[up].len);
		if (path && !(skip && strcmp(path, skip) == 0))
			return path;
		block = up;
	}
	int level = all[block].type == B_ITEM ? all[block].list : -1;
	for (int i = block - 1, left = 12; i > floor && left > 0; i--) {
		if (all[i].region != region)
			break;
		if (all[i].parent >= 0 || (all[i].type == B_ITEM && all[i].list == level))
			continue;
		left--;
		bool lead = is_lead(b, i);
		const char *path = path_of(b, i, !lead, skip);
		if (!lead && (all[i].type != B_PARA || !path || !of_task(b, path)))
			continue;
		if (!path)
			path = by_stem(b, all[i].text, all[i].len);
		if (path && !(skip && strcmp(path, skip) == 0))
			return path;
	}
	return NULL;
}

static const char *by_heading(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	int region = all[b->unit->block].region;
	for (int h = all[b->unit->block].section; h >= 0; h = all[h].section) {
		if (all[h].region != region && b->task >= 0)
			break;
		const char *path = path_of(b, h, false, skip);
		if (!path && all[h].len)
			path = by_stem(b, all[h].text, all[h].len);
		if (path)
			return path;
	}
	return NULL;
}

static const char *by_task(const struct binder *b, const char *skip)
{
	if (b->task < 0)
		return NULL;
	const struct phl_task *t = &b->u->r->plan->tasks.v[b->task];
	const char *only = NULL;
	for (size_t i = 0; i < t->files.n; i++) {
		if (skip && strcmp(t->files.v[i], skip) == 0)
			continue;
		if (only)
			return NULL;
		only = t->files.v[i];
	}
	if (!only)
		only = by_stem(b, t->title, strlen(t->title));
	return only;
}

/* The nearest path before this text: in the section, then in the task. Files of
 * the task win over others that are only mentioned. */
static const char *by_distance(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	int index = (int)(b->unit - b->u->all.v), own = b->unit->block;
	const char *any = NULL;
	for (int i = index - 1; i >= 0; i--) {
		const struct unit *u = &b->u->all.v[i];
		bool near = all[u->block].section == all[own].section || u->block == all[own].section;
		if (b->task >= 0 ? b->u->task_of[u->block] != b->task : !near)
			break;
		if (index - i > 60)
			break;
		/* lists of files say nothing about which is meant */
		enum tag tag = b->u->body->cut->regions.v[all[u->block].region].tag;
		if (tag == TAG_FILES || tag == TAG_READ_FIRST || tag == TAG_CONTEXT)
			continue;
		for (size_t k = u->mentions.n; k-- > 0;) {
			const struct mention *m = &u->mentions.v[k];
			if (!usable(m) || (skip && path_has_suffix(skip, m->text)))
				continue;
			const char *full = units_full_path(b->u, m->text, b->task);
			if (b->task < 0 || file_named(b->u->r->plan, m->text))
				return full;
			if (!any)
				any = full;
		}
	}
	return any;
}

/* The last weak mention (a file in a command) before the lines. */
static const char *by_command(const struct binder *b)
{
	const char *path = NULL;
	for (size_t i = 0; i < b->unit->mentions.n; i++)
		if (b->unit->mentions.v[i].type == M_PATH && b->unit->mentions.v[i].at < b->lines->at)
			path = b->unit->mentions.v[i].text;
	return path;
}

static const char *by_plan(const struct binder *b, const char *skip)
{
	const struct phl_plan *plan = b->u->r->plan;
	if (b->task >= 0 && plan->tasks.v[b->task].files.n) {
		const char *first = plan->tasks.v[b->task].files.v[0];
		if (!skip || strcmp(first, skip) != 0)
			return first;
	}
	if (plan->files.n == 1 && !(skip && strcmp(plan->files.v[0].path, skip) == 0))
		return plan->files.v[0].path;
	return NULL;
}

static const char *by_context(const struct binder *b, const char *skip)
{
	const char *path = by_sibling(b, skip);
	if (!path)
		path = by_lead(b, skip);
	if (!path)
		path = by_heading(b, skip);
	if (!path)
		path = by_task(b, skip);
	if (!path && b->task < 0)
		path = by_plan(b, skip);
	if (!path)
		path = by_distance(b, skip);
	if (!path && b->task >= 0)
		path = by_plan(b, skip);
	return path;
}

/* The path that an item or paragraph starts with is what it is about. */
static const struct mention *subject(const struct binder *b)
{
	for (size_t i = 0; i < b->unit->mentions.n; i++) {
		const struct mention *m = &b->unit->mentions.v[i];
		if (!usable(m))
			continue;
		size_t k = 0;
		while (k < m->at && strchr("*_`@[( ", b->unit->s[k]))
			k++;
		return k == m->at && m->end <= b->lines->at ? m : NULL;
	}
	return NULL;
}

static const char *in_text(const struct binder *b)
{
	const struct unit *u = b->unit;
	size_t from, to;
	row_around(u, b->lines->at, &from, &to);
	const struct mention *prev = before(b, from), *next = after(b, to);
	if (next && leads_to(u->s, b->lines->end, next->at))
		return next->text;
	bool row = from > 0 || to < u->n;
	const struct mention *about = row ? NULL : subject(b);
	if (about && !is_new(u, about) && !(prev && prev != about && adjacent(u->s, prev->end, b->lines->at)) &&
	    !memchr(u->s + about->end, '\n', b->lines->at - about->end))
		return about->text;
	if (prev && !row && is_new(u, prev)) {
		const char *old = by_context(b, units_full_path(b->u, prev->text, b->task));
		if (old)
			return old;
	}
	const char *stem = by_stem(b, u->s + (prev ? prev->end : from),
				   b->lines->at - (prev ? prev->end : from));
	/* a bare name that nothing else in the plan knows may be any file */
	bool vague = prev && !prev->code && !strchr(units_full_path(b->u, prev->text, b->task), '/') && !of_task(b, prev->text) &&
		     !adjacent(u->s, prev->end, b->lines->at);
	if (prev && vague && !stem) {
		const char *path = by_context(b, NULL);
		if (path)
			return path;
	}
	if (prev && !sentence_between(u->s, prev->end, b->lines->at) && !stem)
		return prev->text;
	if (stem)
		return stem;
	if (next && !sentence_between(u->s, b->lines->end, next->at) && !is_new(u, next) && !prev &&
	    of_task(b, next->text))
		return next->text;
	if (prev && (row || of_task(b, prev->text) || !by_task(b, NULL)))
		return prev->text;
	if (row && next)
		return next->text;
	return NULL;
}

const char *bind_lines(struct units *u, size_t unit, size_t mention)
{
	struct binder b = { .u = u, .unit = &u->all.v[unit] };
	b.lines = &b.unit->mentions.v[mention];
	b.task = u->task_of[b.unit->block];
	const char *path = b.lines->text;
	if (b.lines->attached) {
		for (size_t i = mention; i-- > 0 && !path;)
			if (b.unit->mentions.v[i].type == M_PATH)
				path = b.unit->mentions.v[i].text;
	} else {
		path = in_text(&b);
		if (!path)
			path = by_context(&b, NULL);
		if (!path)
			path = by_command(&b);
		if (!path) {
			/* what comes next in the sentence, before what the plan says at large */
			size_t from, to;
			row_around(b.unit, b.lines->at, &from, &to);
			const struct mention *next = after(&b, to);
			path = next ? next->text : by_plan(&b, NULL);
		}
	}
	return path ? units_full_path(u, path, b.task) : NULL;
}
