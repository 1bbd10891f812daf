#include "parse/header.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/estimates.h"
#include "parse/files.h"
#include "parse/ident.h"

int header_title(const struct body *body)
{
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->type == B_HEADING && b->level == 1 && b->region == 0)
			return (int)i;
	}
	return -1;
}

/* ---- bold lines ---- */

/* "**Depends on:** 03-01" as key "depends_on". */
static void add_bold(struct reader *r, struct front *front, const char *s, size_t n, int line)
{
	n = trim(&s, n);
	while (n && (*s == '-' || is_space(*s)))
		s++, n--;
	if (n < 5 || memcmp(s, "**", 2) != 0)
		return;
	const char *end = NULL;
	for (size_t i = 2; i + 1 < n && !end; i++)
		if (s[i] == '*' && s[i + 1] == '*')
			end = s + i;
	if (!end)
		return;
	const char *name = s + 2, *value = end + 2;
	size_t len = (size_t)(end - name), rest = n - (size_t)(value - s);
	bool colon = len && name[len - 1] == ':';
	if (!colon && !(rest && *value == ':'))
		return;
	len -= colon;
	if (!colon)
		value++, rest--;
	if (!len || len > 40)
		return;
	char *key = arena_dup(r->scratch, name, len);
	for (char *p = key; *p; p++)
		*p = is_space(*p) || *p == '-' ? '_' : to_lower(*p);
	const char *const names[] = { key, NULL };
	if (front_find(front, names))
		return;
	struct front_key *k = vec_push(r->scratch, &front->keys);
	*k = (struct front_key){ .name = key, .line = line, .col = 1 };
	k->value = copy_title(r->scratch, value, rest);
	k->null = !*k->value;
	rest = trim(&value, rest);
	k->off = (uint32_t)(value - r->src.bytes);
	k->len = (uint32_t)rest;
}

void header_read_bold(struct reader *r, struct body *body, int title, struct front *front)
{
	for (size_t i = (size_t)title + 1; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->type == B_HEADING || b->region != 0 || b->type == B_FENCE)
			break;
		for (int line = b->line; line <= b->last; line++)
			add_bold(r, front, line_text(&r->src, line), line_len(&r->src, line), line);
	}
}

/* ---- what the keys say ---- */

static const char *const status_keys[] = { "status", "state", NULL };
static const char *const actual_keys[] = { "actual", "duration", "actual_duration", "actual_time", NULL };
static const char *const created_keys[] = { "created", "created_at", "date", "created_date", NULL };
static const char *const started_keys[] = { "started", "started_at", NULL };
static const char *const completed_keys[] = { "completed", "completed_at", "completed_date", "finished", NULL };
static const char *const depends_keys[] = { "depends_on", "dependencies", "depends", "requires", NULL };
static const char *const wave_keys[] = { "wave", NULL };
static const char *const owner_keys[] = { "owner", "assignee", NULL };
static const char *const priority_keys[] = { "priority", NULL };
static const char *const type_keys[] = { "type", NULL };
static const char *const requirement_keys[] = { "requirements", "requirement", NULL };
static const char *const tag_keys[] = { "tags", "labels", NULL };
static const char *const estimate_keys[] = { "estimated", "estimate", "estimated_duration", "duration_estimate",
					     "estimated_time", "effort", "estimated_runtime", "estimated_effort",
					     "estimate_minutes", "estimated_minutes", "estimate_hours",
					     "estimated_hours", "estimate_days", "estimated_days", NULL };
static const char *const goal_keys[] = { "goal", NULL };
static const char *const known_keys[] = { "phase", "plan", "plan_id", "id", "trd", "job", "title", "goal", NULL };

const char *const *const header_key_names[PLAN_KEYS] = {
	[KEY_STATUS] = status_keys,   [KEY_ESTIMATE] = estimate_keys,
	[KEY_ACTUAL] = actual_keys,   [KEY_CREATED] = created_keys,
	[KEY_STARTED] = started_keys, [KEY_COMPLETED] = completed_keys,
	[KEY_OWNER] = owner_keys,
};

static const char *scalar(const struct front *f, const char *const *names)
{
	const struct front_key *k = front_find(f, names);
	return k && !k->nested && !k->null && *k->value ? k->value : NULL;
}

static void read_status(struct reader *r, const struct front *front, int bold_from)
{
	const struct front_key *k = front_find(front, status_keys);
	const char *word = scalar(front, status_keys);
	if (!word)
		return;
	r->plan->status_text = arena_str(r->a, word);
	r->plan->status_line = k->line;
	r->plan->status_col = k->off ? source_col(&r->src, k->line, k->off) : k->col;
	if (phl_status_parse(word, &r->plan->status))
		r->plan->status_from = bold_from && k->line >= bold_from ? PHL_FROM_HEADER : PHL_FROM_FRONTMATTER;
}

static void read_estimate(struct reader *r, const struct front *front, const char *const *names,
			  struct phl_estimate *out)
{
	static const char *const key_units[] = { "minutes", "hours", "days", NULL };
	const struct front_key *k = front_find(front, names);
	const char *text = scalar(front, names);
	if (!text)
		return;
	const char *unit = NULL;
	for (int i = 0; key_units[i]; i++)
		if (strstr(k->name, key_units[i]))
			unit = key_units[i];
	estimate_read(r->a, text, strlen(text), unit, out);
}

/* What a name has said already stays where no key says otherwise. */
static void read_date(struct reader *r, const struct front *front, const char *const *names,
		      const char **out)
{
	const char *s = scalar(front, names);
	while (s && *s && !is_digit(*s))
		s++;
	if (s && strlen(s) >= 10 && day_is_date(s))
		*out = arena_dup(r->a, s, 10);
}

/* Items of a list; a scalar is parted at commas. */
#define READ_LIST(r, front, names, list)                                                           \
	do {                                                                                       \
		const struct front_key *key_ = front_find((front), (names));                       \
		for (size_t i_ = 0; key_ && i_ < key_->items.n; i_++)                              \
			*vec_push((r)->a, (list)) = arena_str((r)->a, key_->items.v[i_]);          \
		const char *s_ = key_ && !key_->nested && !key_->null ? key_->value : "";          \
		for (size_t n_ = strcspn(s_, ","); *s_; n_ = strcspn(s_, ",")) {                   \
			const char *item_ = copy_text((r)->a, s_, n_);                             \
			if (*item_)                                                                \
				*vec_push((r)->a, (list)) = item_;                                 \
			s_ += n_ + (s_[n_] == ',');                                                \
		}                                                                                  \
	} while (0)

/* One or more. */
static const char *read_owner(struct reader *r, const struct front *front)
{
	PHL_LIST(const char *) all = { 0 };
	const char *owner = NULL;
	READ_LIST(r, front, owner_keys, &all);
	for (size_t i = 0; i < all.n; i++)
		owner = owner ? arena_printf(r->a, "%s, %s", owner, all.v[i]) : all.v[i];
	return owner;
}

static bool is_nothing(const char *s)
{
	static const char *const words[] = { "none", "nothing", "n/a", "-", "[]", "null", "aucun", NULL };
	size_t n = strcspn(s, " (,.");
	for (int i = 0; words[i]; i++)
		if (same_word(s, n, words[i]))
			return true;
	return false;
}

/* Adds the ids that a text names. */
static bool add_ids(struct reader *r, const char *s)
{
	size_t n = strlen(s), len;
	bool any = false;
	for (size_t i = 0; i < n; i += len ? len : 1) {
		struct ident id = { 0 };
		bool edge = i == 0 || !(is_alnum(s[i - 1]) || s[i - 1] == '-' || s[i - 1] == '.');
		len = edge && is_digit(s[i]) && !day_is_date(s + i) ? ident_read(r->a, s + i, n - i, &id) : 0;
		if (!len)
			continue;
		*vec_push(r->a, &r->plan->depends_on) = arena_printf(r->a, "%s-%s", id.phase, id.plan);
		any = true;
	}
	return any;
}

/* "03-01" stays; prose gives the ids in it; "Plan 1" becomes an id. */
static void add_dependency(struct reader *r, const char *s)
{
	if (!*s || is_nothing(s) || add_ids(r, s))
		return;
	const char *own = r->plan->phase;
	const char *plan = starts_word(s, strlen(s), "plan ") ? s + 5 : s;
	size_t len = strspn(plan, "0123456789");
	if (own && len && len < 4 && !plan[len])
		s = arena_printf(r->a, "%s-%s", own, ident_plan(r->a, plan, len));
	*vec_push(r->a, &r->plan->depends_on) = s;
}

static void read_dependencies(struct reader *r, const struct front *front)
{
	PHL_LIST(const char *) said = { 0 };
	READ_LIST(r, front, depends_keys, &said);
	for (size_t i = 0; i < said.n; i++)
		add_dependency(r, said.v[i]);
}

static bool listed(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (*name == **names && strcmp(name, *names) == 0)
			return true;
	return false;
}

static void keep_unknown(struct reader *r, const struct front *front)
{
	const char *const *const used[] = { status_keys, actual_keys, created_keys, started_keys, completed_keys,
					    depends_keys, wave_keys, owner_keys, priority_keys, type_keys,
					    requirement_keys, tag_keys, estimate_keys, file_keys, known_keys };
	for (size_t i = 0; i < front->keys.n; i++) {
		const struct front_key *k = &front->keys.v[i];
		bool known = false;
		for (size_t j = 0; j < sizeof used / sizeof *used && !known; j++)
			known = listed(k->name, used[j]);
		if (known)
			continue;
		struct phl_key *key = vec_push(r->a, &r->plan->keys);
		*key = (struct phl_key){ arena_str(r->a, k->name), arena_str(r->a, k->value ? k->value : ""), k->line };
	}
}

void header_apply(struct reader *r, const struct front *front, int bold_from)
{
	struct phl_plan *p = r->plan;
	read_status(r, front, bold_from);
	read_estimate(r, front, estimate_keys, &p->estimate);
	read_estimate(r, front, actual_keys, &p->actual);
	read_date(r, front, created_keys, &p->created);
	read_date(r, front, started_keys, &p->started);
	read_date(r, front, completed_keys, &p->completed);
	const char *wave = scalar(front, wave_keys);
	for (; wave && is_digit(*wave) && p->wave < 10000; wave++)
		p->wave = p->wave * 10 + (*wave - '0');
	p->owner = read_owner(r, front);
	p->priority = arena_str(r->a, scalar(front, priority_keys));
	p->type = arena_str(r->a, scalar(front, type_keys));
	read_dependencies(r, front);
	p->goal = scalar(front, goal_keys) ? arena_str(r->a, scalar(front, goal_keys)) : NULL;
	READ_LIST(r, front, requirement_keys, &p->requirements);
	READ_LIST(r, front, tag_keys, &p->tags);
	keep_unknown(r, front);
}
