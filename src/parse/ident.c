#include "parse/ident.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/parse.h"

static size_t digits(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && is_digit(s[i]))
		i++;
	return i;
}

/* Length of "3", "02.1", "3.8.1" at the start of s. */
static size_t phase_len(const char *s, size_t n)
{
	size_t i = digits(s, n);
	if (i == 0 || i > 4)
		return 0;
	while (i + 1 < n && s[i] == '.' && is_digit(s[i + 1]))
		i += 1 + digits(s + i + 1, n - i - 1);
	return i;
}

const char *ident_phase(struct arena *a, const char *s, size_t n)
{
	size_t len = phase_len(s, n);
	if (!len || len != n)
		return NULL;
	return arena_printf(a, "%s%.*s", digits(s, n) < 2 ? "0" : "", (int)n, s);
}

/* Length of "1", "04a" at the start of s. */
static size_t plan_len(const char *s, size_t n)
{
	size_t i = digits(s, n);
	if (i == 0 || i > 3)
		return 0;
	if (i < n && is_lower(s[i]) && (i + 1 == n || !is_alnum(s[i + 1])))
		i++;
	return i;
}

const char *ident_plan(struct arena *a, const char *s, size_t n)
{
	size_t len = plan_len(s, n);
	if (!len || len != n)
		return NULL;
	return arena_printf(a, "%s%.*s", digits(s, n) < 2 ? "0" : "", (int)n, s);
}

size_t ident_read(struct arena *a, const char *s, size_t n, struct ident *out)
{
	size_t p = phase_len(s, n);
	if (!p || p >= n || s[p] != '-')
		return 0;
	size_t m = plan_len(s + p + 1, n - p - 1), end = p + 1 + m;
	bool more = end < n && (is_alnum(s[end]) || (s[end] == '-' && end + 1 < n && is_digit(s[end + 1])));
	if (!m || more)
		return 0;
	out->phase = ident_phase(a, s, p);
	out->plan = ident_plan(a, s + p + 1, m);
	return end;
}

/* ---- from the path ---- */

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static bool ends(const char *s, size_t n, const char *suffix)
{
	size_t len = strlen(suffix);
	return n >= len && memcmp(s + n - len, suffix, len) == 0;
}

/* The name without ".md" and without the word that makes it a plan. */
static size_t stem_len(const char *base)
{
	static const char *const words[] = { "-PLAN", "-TRD", "-JOB", NULL };
	size_t n = strlen(base);
	if (ends(base, n, ".md"))
		n -= 3;
	for (int i = 0; words[i]; i++)
		if (ends(base, n, words[i]))
			return n - strlen(words[i]);
	return n;
}

static void read_rest(struct arena *a, const char *s, size_t n, struct ident *out)
{
	if (n && *s == '-')
		s++, n--;
	if (!n)
		return;
	if (starts_word(s, n, "FIX"))
		out->suffix = arena_dup(a, s, n);
	else
		out->slug = arena_dup(a, s, n);
}

/* "260309-npq" of quick/260309-npq-mend-the-lamp/PLAN.md, or NULL. */
static const char *quick_name(struct arena *a, const char *path, const char *base)
{
	const char *dir = base > path ? base - 1 : path;
	while (dir > path && dir[-1] != '/')
		dir--;
	bool quick = dir - path >= 6 && memcmp(dir - 6, "quick/", 6) == 0;
	size_t n = base > path ? (size_t)(base - 1 - dir) : 0;
	if (!quick || n < 10 || digits(dir, n) != 6 || dir[6] != '-' || (n > 10 && dir[10] != '-'))
		return NULL;
	return arena_dup(a, dir, 10);
}

static void from_name(struct arena *a, const char *path, struct ident *out)
{
	const char *base = base_of(path);
	size_t n = stem_len(base), d = digits(base, n);
	*out = (struct ident){ 0 };
	if (day_is_date(base)) {
		out->slug = n > 11 ? arena_dup(a, base + 11, n - 11) : NULL;
		return;
	}
	if (d == 6 && n == 10 && base[6] == '-') { /* 260309-npq: a quick plan */
		out->suffix = arena_dup(a, base, n);
		return;
	}
	if (n == 4 && memcmp(base, "PLAN", 4) == 0) {
		out->suffix = quick_name(a, path, base);
		return;
	}
	size_t len = ident_read(a, base, n, out);
	if (len) {
		read_rest(a, base + len, n - len, out);
		return;
	}
	if (n > 5 && memcmp(base, "PLAN-", 5) == 0)
		base += 5, n -= 5;
	len = plan_len(base, n);
	if (len && (len == n || base[len] == '-')) {
		out->plan = ident_plan(a, base, len);
		read_rest(a, base + len, n - len, out);
	} else {
		out->slug = arena_dup(a, base, n);
	}
}

/* The directory's own number and name: "03-colors", "phase-3", "phase-02.1". */
static void from_dir(struct arena *a, const char *path, const char **number, const char **name)
{
	const char *end = strrchr(path, '/');
	if (!end)
		return;
	const char *start = end;
	while (start > path && start[-1] != '/')
		start--;
	size_t n = (size_t)(end - start);
	bool quick = start - path >= 6 && memcmp(start - 6, "quick/", 6) == 0;
	if (starts_word(start, n, "phase-") || starts_word(start, n, "phase_"))
		start += 6, n -= 6;
	size_t len = phase_len(start, n);
	if (!len || quick || (len < n && start[len] != '-' && start[len] != '_'))
		return;
	*number = ident_phase(a, start, len);
	if (len + 1 < n)
		*name = arena_dup(a, start + len + 1, n - len - 1);
}

/* ---- from the frontmatter ---- */

static const char *const phase_keys[] = { "phase", "objective", NULL };
static const char *const plan_keys[] = { "plan", "plan_id", "id", "trd", "job", NULL };

/* "3", "02.1", "08-name", "Phase 3": number and name. */
static void read_phase(struct arena *a, const char *s, const char **number, const char **name)
{
	size_t n = strlen(s);
	if (starts_word(s, n, "phase")) {
		s += 5;
		n -= 5;
		while (n && (*s == '-' || *s == ' '))
			s++, n--;
	}
	size_t len = phase_len(s, n);
	if (!len || (len < n && s[len] != '-' && s[len] != ' ' && s[len] != ':'))
		return;
	*number = ident_phase(a, s, len);
	s += len;
	n -= len;
	while (n && (*s == '-' || *s == ' ' || *s == ':'))
		s++, n--;
	if (n)
		*name = arena_dup(a, s, n);
}

static const char *read_plan(struct arena *a, const char *s)
{
	struct ident both = { 0 };
	size_t n = strlen(s);
	if (ident_read(a, s, n, &both))
		return both.plan;
	return ident_plan(a, s, plan_len(s, n));
}

/* "Plan 03-01: …", "Phase 3 Plan 1: …", "Phase 3, Plan 01 — …". */
static void from_heading(struct arena *a, const char *s, struct ident *out)
{
	if (!s)
		return;
	if (starts_word(s, strlen(s), "plan ")) {
		ident_read(a, s + 5, strlen(s + 5), out);
		return;
	}
	if (!starts_word(s, strlen(s), "phase "))
		return;
	const char *phase = s + 6;
	size_t n = phase_len(phase, strlen(phase));
	const char *plan = phase + n;
	plan += strspn(plan, " ,:/-");
	if (!n || plan == phase + n || !starts_word(plan, strlen(plan), "plan "))
		return;
	plan += 5;
	size_t m = plan_len(plan, strlen(plan));
	if (!m || plan[m] == '.' || plan[m] == '-')
		return;
	out->phase = ident_phase(a, phase, n);
	out->plan = ident_plan(a, plan, m);
}

static void check(struct reader *r, const struct front_key *k, const char *what, const char *file,
		  const char *front)
{
	if (k && file && front && strcmp(file, front) != 0)
		plan_finding(r->plan, r->a, "id-mismatch", PHL_WARNING, k->line, k->col,
			     "%s is %s here and %s in the file name; the file name counts", what,
			     front, file);
}

static const char *make_id(struct arena *a, const struct phl_plan *p, const struct ident *id,
			   const char *path)
{
	const char *fix = id->suffix ? id->suffix : NULL;
	if (p->phase && p->plan)
		return arena_printf(a, "%s-%s%s%s", p->phase, p->plan, fix ? "-" : "", fix ? fix : "");
	if (fix)
		return fix;
	if (p->phase)
		return p->phase;
	if (p->plan && strstr(path, "quick/"))
		return arena_printf(a, "quick-%s", p->plan);
	return path;
}

static void number_plan(struct reader *r, const char *path, const struct front *front,
			const char *heading, int heading_line)
{
	struct phl_plan *p = r->plan;
	struct ident file, head = { 0 };
	const char *phase = NULL, *name = NULL, *plan = NULL, *dir = NULL, *dir_name = NULL;
	from_name(r->a, path, &file);
	from_dir(r->a, path, &dir, &dir_name);
	const struct front_key *kp = front_find(front, phase_keys), *kn = front_find(front, plan_keys);
	if (kp && kp->value && !kp->nested)
		read_phase(r->a, kp->value, &phase, &name);
	if (kn && kn->value && !kn->nested)
		plan = read_plan(r->a, kn->value);
	from_heading(r->a, heading, &head);
	check(r, kp, "the phase", file.phase, phase);
	check(r, kn, "the plan", file.phase ? file.plan : NULL, plan);
	p->phase = file.phase ? file.phase : phase ? phase : head.phase ? head.phase : dir;
	p->plan = file.plan && (file.phase || !plan) ? file.plan : plan ? plan : head.plan;
	p->phase_name = dir_name ? dir_name : name;
	p->id = make_id(r->a, p, &file, p->path);
	if (head.phase && p->phase && p->plan &&
	    (strcmp(head.phase, p->phase) != 0 || strcmp(head.plan, p->plan) != 0))
		plan_finding(p, r->a, "id-mismatch", PHL_WARNING, heading_line, 1,
			     "the heading says plan %s-%s, the file is %s", head.phase, head.plan,
			     p->id);
}

/* ---- names without numbers ---- */

/* Behind "2026-01-13-"; *date is then that day. */
static const char *skip_date(struct arena *a, const char *s, size_t *n, const char **date)
{
	if (*n < 12 || !day_is_date(s) || s[10] != '-')
		return s;
	*date = arena_dup(a, s, 10);
	*n -= 11;
	return s + 11;
}

/* The name of the directory that a file lies in. */
static const char *dir_name(const char *path, size_t *n)
{
	const char *end = strrchr(path, '/'), *start = end ? end : path;
	while (start > path && start[-1] != '/')
		start--;
	*n = end ? (size_t)(end - start) : 0;
	return start;
}

/* "task-12.1" of "task-12.1 - Mend the lamp", "task-epic-3.4" of "task-epic-3.4-Lamps". */
static size_t key_len(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (is_alpha(s[i]) || (s[i] == '-' && i > 0)))
		i++;
	size_t number = phase_len(s + i, n - i);
	return number && i > 1 && s[i - 1] == '-' ? i + number : 0;
}

static const char *key_name(struct reader *r, const struct front *front, const char *base, size_t n)
{
	static const char *const keys[] = { "id", NULL };
	const struct front_key *k = front_find(front, keys);
	if (k && k->value && !k->nested && *k->value)
		return arena_str(r->a, k->value);
	size_t len = key_len(base, n);
	return len ? arena_dup(r->a, base, len) : r->plan->path;
}

static void name_plan(struct reader *r, const struct front *front)
{
	struct phl_plan *p = r->plan;
	const char *base = base_of(p->path), *s = base;
	size_t n = strlen(base) - 3;
	if (r->family->naming == NAMED_BY_KEY) {
		p->id = key_name(r, front, base, n);
		return;
	}
	const char **date = r->family->naming == NAMED_BY_FILE ? &p->created : &p->completed;
	if (r->family->naming == NAMED_BY_DIRECTORY)
		s = dir_name(p->path, &n);
	s = skip_date(r->a, s, &n, date);
	p->id = n ? arena_dup(r->a, s, n) : p->path;
}

/* Each quick task has a directory of its own; a group apiece would bury the real
 * phases. */
static const char *group_dir(struct arena *a, const char *dir)
{
	const char *slash = strrchr(dir, '/');
	size_t n = slash ? (size_t)(slash - dir) : 0;
	bool quick = n >= 5 && memcmp(dir + n - 5, "quick", 5) == 0 && (n == 5 || dir[n - 6] == '/');
	return quick ? arena_dup(a, dir, n) : dir;
}

static void group_plan(struct reader *r)
{
	struct phl_plan *p = r->plan;
	struct family_place place = family_place_of(r->a, p->path);
	p->group = p->phase ? place.dir : group_dir(r->a, place.dir);
	p->group_key = place.key;
	if (place.group && !p->phase)
		p->phase_name = place.group;
}

void ident_plan_of(struct reader *r, const char *path, const struct front *front,
		   const char *heading, int heading_line)
{
	if (r->family->naming == NAMED_BY_NUMBERS)
		number_plan(r, path, front, heading, heading_line);
	else
		name_plan(r, front);
	group_plan(r);
}

/* ---- titles ---- */

static const char *skip_separator(const char *s)
{
	for (;;) {
		if (*s == ':' || *s == '-' || *s == '.' || is_space(*s))
			s++;
		else if (strncmp(s, "\xe2\x80\x94", 3) == 0 || strncmp(s, "\xe2\x80\x93", 3) == 0)
			s += 3;
		else if (strncmp(s, "\xef\xbc\x9a", 3) == 0) /* full-width colon */
			s += 3;
		else
			return s;
	}
}

/* Skips "Plan 03-03", "Phase 3", "Phase 3.1 Plan 2" and the like. */
static const char *skip_words(const char *s)
{
	static const char *const words[] = { "phase", "plan", "trd", "job", "quick task", "tasks", "task",
					    "implementation plan", NULL };
	const char *start = s;
	for (bool again = true; again;) {
		again = false;
		for (int i = 0; words[i]; i++) {
			size_t n = strlen(words[i]);
			const char *p = s + n;
			if (!starts_word(s, strlen(s), words[i]) || (*p != ' ' && *p != ':' && *p != '-'))
				continue;
			while (*p == ' ')
				p++;
			const char *number = p;
			while (is_digit(*p) || ((*p == '.' || *p == '-') && p > number && is_digit(p[1])))
				p++;
			if (p > number && is_lower(*p) && !is_alpha(p[1]))
				p++;
			bool dash = strncmp(p, "\xe2\x80\x94", 3) == 0 || strncmp(p, "\xe2\x80\x93", 3) == 0;
			if (p == number && *p != ':' && !dash)
				continue;
			s = p;
			while (*s == ',' || is_space(*s) || *s == '/')
				s++;
			again = true;
		}
	}
	return s == start ? start : skip_separator(s);
}

const char *ident_strip_heading(struct arena *a, const char *heading)
{
	struct ident id = { 0 };
	const char *s = skip_words(heading);
	size_t len = s == heading ? ident_read(a, s, strlen(s), &id) : 0;
	if (len)
		s = skip_separator(s + len);
	return *s ? s : heading;
}

/* "Mend the lamp" of "mend-the-lamp" */
static const char *spoken(struct arena *a, const char *slug)
{
	char *title = arena_str(a, slug);
	for (char *p = title; *p; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	if (is_lower(*title))
		*title = (char)(*title - 32);
	return title;
}

static const char *slug_of_name(struct arena *a, const struct phl_plan *p, enum naming naming)
{
	const char *base = base_of(p->path);
	size_t n = strlen(base) - 3, skip;
	if (naming != NAMED_BY_KEY) {
		skip = strspn(p->id, "0123456789");
		skip = p->id[skip] == '-' && p->id[skip + 1] ? skip + 1 : 0;
		return strcmp(p->id, p->path) == 0 ? arena_dup(a, base, n) : p->id + skip;
	}
	skip = key_len(base, n);
	while (skip < n && (base[skip] == '-' || is_space(base[skip])))
		skip++;
	return arena_dup(a, base + (skip < n ? skip : 0), n - (skip < n ? skip : 0));
}

static const char *slug_of_number(struct arena *a, const char *path)
{
	struct ident id;
	const char *number = NULL, *name = NULL;
	from_name(a, path, &id);
	from_dir(a, path, &number, &name);
	if (!id.slug && !name) {
		/* quick/12-add-colors/12-PLAN.md: the directory says it */
		const char *end = strrchr(path, '/'), *start = end;
		while (start && start > path && start[-1] != '/')
			start--;
		size_t skip = start ? strspn(start, "0123456789-") : 0;
		name = start && skip < (size_t)(end - start)
			   ? arena_dup(a, start + skip, (size_t)(end - start) - skip)
			   : id.suffix;
	}
	return id.slug ? id.slug : name ? name : base_of(path);
}

const char *ident_slug_title(struct reader *r)
{
	enum naming naming = r->family->naming;
	return spoken(r->a, naming == NAMED_BY_NUMBERS ? slug_of_number(r->a, r->plan->path)
						       : slug_of_name(r->a, r->plan, naming));
}
