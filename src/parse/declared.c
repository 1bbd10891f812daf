#include "parse/declared.h"

#include <string.h>

#include "base/text.h"
#include "base/limits.h"
#include "parse/sections.h"

struct declared {
	struct companion *c;
	const char *path;
	phl_requirement_list *out;
};

static const char *text_of(struct declared *d, int block, size_t *n)
{
	return body_text(&d->c->r, &d->c->body, block, n);
}

static struct phl_requirement *add(struct declared *d, const char *id, int block)
{
	for (size_t i = 0; i < d->out->n; i++)
		if (strcmp(d->out->v[i].id, id) == 0)
			return NULL;
	if (d->out->n >= LIMIT_REQUIREMENTS)
		return NULL;
	struct phl_requirement *r = vec_push(d->c->r.a, d->out);
	*r = (struct phl_requirement){ .id = id, .path = d->path,
				       .line = d->c->body.blocks.v[block].line };
	return r;
}

/* The first paragraph right under a heading, without a bold "User Story:" before it. */
static const char *text_below(struct declared *d, int heading)
{
	const struct body *body = &d->c->body;
	for (size_t i = (size_t)heading + 1; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->type == B_HEADING)
			break;
		size_t n;
		const char *s = text_of(d, (int)i, &n);
		if (b->type != B_PARA || !n || *s == '[')
			continue;
		const char *text = copy_title(d->c->r.a, s, n);
		static const char story[] = "user story:";
		size_t skip = starts_word(text, strlen(text), story) ? sizeof story - 1 : 0;
		while (skip && is_space(text[skip]))
			skip++;
		return text + skip;
	}
	return NULL;
}

/* Behind ": ", " - ", " — " or ". "; NULL for nothing. */
static const char *title_behind(struct declared *d, const char *s, size_t n)
{
	size_t i = 0;
	while (i < n) {
		if (is_space(s[i]) || strchr(":-.", s[i]))
			i++;
		else if (n - i > 2 && (!memcmp(s + i, "\xe2\x80", 2) || !memcmp(s + i, "\xef\xbc", 2)))
			i += 3;
		else
			break;
	}
	return i < n ? copy_title(d->c->r.a, s + i, n - i) : NULL;
}

static size_t digits(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && is_digit(s[i]))
		i++;
	return i;
}

/* Length of "2", "2.1". */
static size_t number_len(const char *s, size_t n)
{
	size_t i = digits(s, n), more;
	while (i && i < n && s[i] == '.' && (more = digits(s + i + 1, n - i - 1)))
		i += 1 + more;
	return i;
}

/* ---- "### Requirement 2", and its criteria ---- */

/* Length of "Requirement " before a number, in one of the languages seen. */
static size_t requirement_word(const char *s, size_t n)
{
	static const char *const words[] = { "requirement",  "\xe9\x9c\x80\xe6\xb1\x82",
					     "\xe8\xa6\x81\xe6\xb1\x82", "\xe8\xa6\x81\xe4\xbb\xb6",
					     "anforderung",  "exigence",
					     "requisito",    "requerimiento", NULL };
	size_t len = starts_any(s, n, words);
	while (len && len < n && is_space(s[len]))
		len++;
	return len && digits(s + len, n - len) ? len : 0;
}

/* The number of the requirement a criterion stands under, NULL where it states none. */
static const char *number_above(struct declared *d, int block, const char *const *number_of)
{
	for (int h = d->c->body.blocks.v[block].section; h >= 0; h = d->c->body.blocks.v[h].section) {
		size_t n;
		if (number_of[h])
			return number_of[h];
		const char *s = text_of(d, h, &n);
		if (section_named(s, n) != SEC_CRITERIA)
			return NULL;
	}
	return NULL;
}

/* Does it start with a number of its own below that of its requirement, "2.1 "? */
static size_t own_number(const char *s, size_t n, const char *number)
{
	size_t len = strlen(number);
	if (n < len + 2 || memcmp(s, number, len) != 0 || s[len] != '.')
		return 0;
	size_t more = digits(s + len + 1, n - len - 1);
	return more ? len + 1 + more : 0;
}

static void add_criterion(struct declared *d, int block, const char *number)
{
	const struct block *b = &d->c->body.blocks.v[block];
	struct arena *a = d->c->r.a;
	size_t n;
	const char *s = text_of(d, block, &n), *id;
	size_t own = own_number(s, n, number);
	if (own)
		id = arena_dup(a, s, own);
	else if (b->type == B_ITEM && b->ordered && b->level == 0)
		id = arena_printf(a, "%s.%d", number, b->number);
	else
		return;
	struct phl_requirement *r = add(d, id, block);
	if (!r)
		return;
	r->text = own ? title_behind(d, s + own, n - own) : copy_title(a, s, n);
	r->traced = true;
}

static void add_numbered(struct declared *d)
{
	const struct body *body = &d->c->body;
	const char **number_of =
		arena_alloc(d->c->r.scratch, (body->blocks.n + 1) * sizeof *number_of);
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->type != B_HEADING) {
			const char *number = b->type == B_FENCE || b->type == B_RULE ?
						     NULL : number_above(d, (int)i, number_of);
			if (number)
				add_criterion(d, (int)i, number);
			continue;
		}
		size_t n;
		const char *s = text_of(d, (int)i, &n);
		size_t word = requirement_word(s, n), len = number_len(s + word, n - word);
		if (!word)
			continue;
		number_of[i] = arena_dup(d->c->r.a, s + word, len);
		struct phl_requirement *r = add(d, number_of[i], (int)i);
		if (!r)
			continue;
		r->title = title_behind(d, s + word + len, n - word - len);
		r->text = text_below(d, (int)i);
		r->traced = true;
	}
}

/* ---- "### User Story 2 - Title", "- **FR-003**: ..." ---- */

/* Without "(Priority: P1)" behind it. */
static size_t without_priority(const char *s, size_t n)
{
	const char *at = find_word(s, n, "(priority");
	return at ? (size_t)(at - s) : n;
}

static void add_story(struct declared *d, int block)
{
	static const char lead[] = "user story ";
	size_t n;
	const char *s = text_of(d, block, &n);
	if (!starts_word(s, n, lead))
		return;
	s += sizeof lead - 1;
	n -= sizeof lead - 1;
	size_t len = digits(s, n);
	struct phl_requirement *r =
		len ? add(d, arena_printf(d->c->r.a, "US%.*s", (int)len, s), block) : NULL;
	if (!r)
		return;
	n = without_priority(s, n);
	r->title = title_behind(d, s + len, n - len);
	r->text = text_below(d, block);
	r->traced = true;
}

/* Length of "FR-003" in s. */
static size_t label_len(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && i < 8 && s[i] >= 'A' && s[i] <= 'Z')
		i++;
	size_t number = i && i < n && s[i] == '-' ? digits(s + i + 1, n - i - 1) : 0;
	if (!number)
		return 0;
	i += 1 + number;
	return i < n && is_lower(s[i]) ? i + 1 : i;
}

/* Tasks name them where their authors like to; those that nobody names are no gap. */
static void add_label(struct declared *d, int block)
{
	size_t n;
	const char *s = text_of(d, block, &n);
	size_t len = n > 4 && s[0] == '*' && s[1] == '*' ? label_len(s + 2, n - 2) : 0;
	const char *behind = s + 2 + len;
	size_t left = len ? n - 2 - len : 0;
	if (left < 3 || !(starts_word(behind, left, "**") || starts_word(behind, left, ":**")))
		return;
	size_t marks = *behind == ':' ? 3 : 2;
	struct phl_requirement *r = add(d, arena_dup(d->c->r.a, s + 2, len), block);
	if (r)
		r->text = title_behind(d, behind + marks, left - marks);
}

/* ---- "### Requirement: Name" ---- */

static bool is_of_change(struct declared *d, int heading)
{
	static const char *const words[] = { "added", "modified", NULL };
	int up = d->c->body.blocks.v[heading].section;
	size_t n = 0;
	const char *s = up >= 0 ? text_of(d, up, &n) : "";
	return starts_any(s, n, words);
}

static void add_named(struct declared *d, int block)
{
	static const char lead[] = "requirement:";
	size_t n;
	const char *s = text_of(d, block, &n);
	if (!starts_word(s, n, lead) || !is_of_change(d, block))
		return;
	s += sizeof lead - 1;
	n -= sizeof lead - 1;
	n = trim(&s, n);
	struct phl_requirement *r = n ? add(d, copy_title(d->c->r.a, s, n), block) : NULL;
	if (r)
		r->text = text_below(d, block);
}

void declared_read(struct companion *c, enum declares how, const char *path,
		   phl_requirement_list *out)
{
	struct declared d = { c, arena_str(c->r.a, path), out };
	if (how == DECLARES_NUMBERED)
		add_numbered(&d);
	if (how != DECLARES_LABELLED && how != DECLARES_NAMED)
		return;
	for (size_t i = 0; i < c->body.blocks.n; i++) {
		enum block_type type = c->body.blocks.v[i].type;
		if (type == B_HEADING && how == DECLARES_LABELLED)
			add_story(&d, (int)i);
		else if (type == B_HEADING)
			add_named(&d, (int)i);
		else if (type == B_ITEM && how == DECLARES_LABELLED)
			add_label(&d, (int)i);
	}
}
