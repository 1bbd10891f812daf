#include "store/phases.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The sums, in the order of the columns of table phase. */
enum {
	SUM_PLANS,
	SUM_TASKS = SUM_PLANS + PHL_STATUSES,
	SUM_ESTIMATE = SUM_TASKS + PHL_STATUSES, /* low, high */
	SUM_LEFT = SUM_ESTIMATE + 2,		 /* low, high */
	SUM_ACTUAL = SUM_LEFT + 2,
	SUM_ESTIMATED,
	SUM_TIMED,
	SUM_REFS,
	SUM_EVIDENCE = SUM_REFS + 2,
	SUM_FINDINGS = SUM_EVIDENCE + 4,
	SUMS = SUM_FINDINGS + PHL_SEVERITIES
};

struct phase {
	int64_t row;
	const char *dir, *number, *sort; /* NULL for one known by its row only */
	uint64_t hash;
	bool named, dirty;
	int64_t sum[SUMS]; /* to be added */
};

struct phase_cache {
	struct arena arena;
	PHL_LIST(struct phase *)
	all;
	struct phase **slots; /* by dir and number */
	size_t slots_n;
};

/* ---- what a plan belongs to ---- */

struct place {
	const char *dir, *number, *milestone;
	const char *key; /* what the directory is sorted by */
};

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static const char *parent(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_dup(a, path, (size_t)(slash - path)) : ".";
}

/* "v1.0" of …/milestones/v1.0-phases/… */
static const char *milestone_of(struct arena *a, const char *dir)
{
	static const char above[] = "milestones/", suffix[] = "-phases";
	for (const char *p = dir; (p = strstr(p, above)) != NULL; p += sizeof above - 1) {
		const char *name = p + sizeof above - 1;
		size_t n = strcspn(name, "/");
		if ((p == dir || p[-1] == '/') && n >= sizeof suffix &&
		    !strncmp(name + n - (sizeof suffix - 1), suffix, sizeof suffix - 1))
			return arena_dup(a, name, n - (sizeof suffix - 1));
	}
	return NULL;
}

static struct place place_of(struct arena *a, const struct phl_plan *plan)
{
	struct place p = { .dir = plan->group ? plan->group : parent(a, plan->path) };
	p.key = plan->group_key ? plan->group_key : p.dir;
	p.number = plan->phase ? plan->phase : "";
	p.milestone = milestone_of(a, p.dir);
	return p;
}

/* ---- the order that people expect, as bytes to compare ---- */

/* A run of digits becomes its length and the digits. */
static void natural(struct buf *b, const char *s)
{
	while (*s) {
		if (!is_digit(*s)) {
			buf_char(b, *s++);
			continue;
		}
		while (*s == '0' && is_digit(s[1]))
			s++;
		size_t n = 0;
		while (is_digit(s[n]))
			n++;
		buf_char(b, (char)('0' + (n < 9 ? n : 9)));
		buf_add(b, s, n);
		s += n;
	}
	buf_char(b, '\x01');
}

/* "~" comes behind all names: what has no milestone or number. */
static const char *phase_sort(struct arena *a, const struct place *p)
{
	struct buf b = { 0 };
	natural(&b, p->milestone ? p->milestone : "~");
	natural(&b, *p->number ? p->number : "~");
	natural(&b, p->key);
	const char *sort = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return sort;
}

static const char *plan_sort(struct arena *a, const char *phase,
			     const struct phl_plan *plan)
{
	struct buf b = { 0 };
	buf_str(&b, phase);
	natural(&b, plan->plan ? plan->plan : "~");
	natural(&b, plan->phase ? plan->id : plan->path); /* 03-01-FIX follows 03-01 */
	natural(&b, base_name(plan->path));
	buf_str(&b, plan->path);
	const char *sort = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return sort;
}

/* ---- the cache ---- */

static struct phase_cache *cache_of(struct store *s)
{
	if (!s->phases)
		s->phases = arena_alloc(&s->arena, sizeof *s->phases);
	return s->phases;
}

static uint64_t hash_of(const char *dir, const char *number)
{
	uint64_t h = 0xcbf29ce484222325;
	for (; *dir; dir++)
		h = (h ^ (unsigned char)*dir) * 0x100000001b3;
	for (h = h * 31; *number; number++)
		h = (h ^ (unsigned char)*number) * 0x100000001b3;
	return h ^ h >> 32;
}

static struct phase *find(struct phase_cache *c, const struct place *p)
{
	uint64_t hash = hash_of(p->dir, p->number);
	if (!c->slots_n)
		return NULL;
	for (size_t i = hash & (c->slots_n - 1); c->slots[i];
	     i = (i + 1) & (c->slots_n - 1))
		if (c->slots[i]->hash == hash && !strcmp(c->slots[i]->dir, p->dir) &&
		    !strcmp(c->slots[i]->number, p->number))
			return c->slots[i];
	return NULL;
}

static void put(struct phase_cache *c, struct phase *phase)
{
	size_t i = phase->hash & (c->slots_n - 1);
	while (c->slots[i])
		i = (i + 1) & (c->slots_n - 1);
	c->slots[i] = phase;
}

static struct phase *add(struct phase_cache *c, int64_t row)
{
	struct phase *phase = arena_alloc(&c->arena, sizeof *phase);
	phase->row = row;
	*vec_push(&c->arena, &c->all) = phase;
	return phase;
}

static void index_phase(struct phase_cache *c, struct phase *phase)
{
	phase->hash = hash_of(phase->dir, phase->number);
	if (2 * c->all.n < c->slots_n) {
		put(c, phase);
		return;
	}
	c->slots_n = c->slots_n ? 4 * c->slots_n : 64;
	c->slots = arena_alloc(&c->arena, c->slots_n * sizeof(struct phase *));
	for (size_t i = 0; i < c->all.n; i++)
		if (c->all.v[i]->dir)
			put(c, c->all.v[i]);
}

static bool insert(struct store *s, const struct place *p, const char *sort, int64_t *row,
		   struct err *err)
{
	static const char sql[] =
	    "INSERT INTO phase (dir, number, milestone, sort) VALUES (?1, ?2, ?3, ?4)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, p->dir);
	db_text(st, 2, p->number);
	db_text(st, 3, p->milestone);
	db_text(st, 4, sort);
	if (!db_run(s, st, err))
		return false;
	*row = sqlite3_last_insert_rowid(s->db);
	return true;
}

static bool find_or_insert(struct store *s, const struct place *p, const char *sort,
			   int64_t *row, struct err *err)
{
	static const char sql[] = "SELECT row FROM phase WHERE dir = ?1 AND number = ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, p->dir);
	db_text(st, 2, p->number);
	if (!db_number(s, st, 0, row, err))
		return false;
	return *row || insert(s, p, sort, row, err);
}

static bool name_phase(struct store *s, struct phase *phase, const char *name,
		       struct err *err)
{
	static const char sql[] =
	    "UPDATE phase SET name = ?2 WHERE row = ?1 AND name IS NOT ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	phase->named = true;
	db_int(st, 1, phase->row);
	db_text(st, 2, name);
	return db_run(s, st, err);
}

bool phases_place(struct store *s, const struct phl_plan *plan, int64_t *row,
		  const char **sort, struct err *err)
{
	struct phase_cache *c = cache_of(s);
	struct place p = place_of(&s->scratch, plan);
	struct phase *phase = find(c, &p);
	if (!phase) {
		const char *key = phase_sort(&c->arena, &p);
		int64_t known;
		if (!find_or_insert(s, &p, key, &known, err))
			return false;
		phase = add(c, known);
		phase->sort = key;
		phase->dir = arena_str(&c->arena, p.dir);
		phase->number = arena_str(&c->arena, p.number);
		index_phase(c, phase);
	}
	*row = phase->row;
	*sort = plan_sort(&s->scratch, phase->sort, plan);
	return phase->named || !plan->phase_name ||
	       name_phase(s, phase, plan->phase_name, err);
}

/* ---- the sums ---- */

static struct phase *by_row(struct phase_cache *c, int64_t row)
{
	for (size_t i = c->all.n; i-- > 0;)
		if (c->all.v[i]->row == row)
			return c->all.v[i];
	return add(c, row);
}

static int64_t minutes(const struct value *v)
{
	return v->n > 0 ? v->n : 0;
}

void phases_count(struct store *s, const struct value *v, int sign)
{
	struct phase *phase = by_row(cache_of(s), v[PLAN_PHASE_ROW].n);
	int64_t *sum = phase->sum;
	int64_t status = v[PLAN_STATUS].n;
	phase->dirty = true;
	sum[SUM_PLANS + status] += sign;
	for (int i = 0; i < PHL_STATUSES; i++)
		sum[SUM_TASKS + i] += sign * v[PLAN_TASKS + i].n;
	for (int i = 0; i < 2; i++) {
		sum[SUM_ESTIMATE + i] += sign * minutes(&v[PLAN_ESTIMATE + i]);
		if (status != PHL_DONE && status != PHL_SKIPPED)
			sum[SUM_LEFT + i] += sign * minutes(&v[PLAN_ESTIMATE + i]);
	}
	sum[SUM_ACTUAL] += sign * minutes(&v[PLAN_ACTUAL + 1]);
	sum[SUM_ESTIMATED] += v[PLAN_ESTIMATE].n >= 0 ? sign : 0;
	sum[SUM_TIMED] += v[PLAN_ACTUAL].n >= 0 ? sign : 0;
	for (int i = 0; i < SUM_FINDINGS - SUM_REFS; i++)
		sum[SUM_REFS + i] += sign * v[PLAN_REFS + i].n;
	for (int i = 0; i < PHL_SEVERITIES; i++)
		sum[SUM_FINDINGS + i] += sign * v[PLAN_FINDINGS + i].n;
}

void phases_add_evidence(struct store *s, int64_t row, const int64_t delta[4])
{
	struct phase *phase = by_row(cache_of(s), row);
	phase->dirty = true;
	for (int i = 0; i < 4; i++)
		phase->sum[SUM_EVIDENCE + i] += delta[i];
}

static bool write_sums(struct store *s, const struct phase *phase, struct err *err)
{
	static const char sql[] =
	    "UPDATE phase SET plans_pending = plans_pending + ?2, plans_in_progress"
	    " = plans_in_progress + ?3, plans_blocked = plans_blocked + ?4,"
	    " plans_done = plans_done + ?5, plans_skipped = plans_skipped + ?6,"
	    " plans_rolled_back = plans_rolled_back + ?7, tasks_pending ="
	    " tasks_pending + ?8, tasks_in_progress = tasks_in_progress + ?9,"
	    " tasks_blocked = tasks_blocked + ?10, tasks_done = tasks_done + ?11,"
	    " tasks_skipped = tasks_skipped + ?12, tasks_rolled_back ="
	    " tasks_rolled_back + ?13, estimate_low = estimate_low + ?14,"
	    " estimate_high = estimate_high + ?15, left_low = left_low + ?16,"
	    " left_high = left_high + ?17, actual = actual + ?18, estimated ="
	    " estimated + ?19, timed = timed + ?20, refs = refs + ?21, refs_bound ="
	    " refs_bound + ?22, refs_checked = refs_checked + ?23, refs_cleared ="
	    " refs_cleared + ?24, refs_contradicted = refs_contradicted + ?25,"
	    " works_finished = works_finished + ?26, notes = notes + ?27, warnings ="
	    " warnings + ?28, errors = errors + ?29 WHERE row = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, phase->row);
	for (int i = 0; i < SUMS; i++)
		db_int(st, i + 2, phase->sum[i]);
	return db_run(s, st, err);
}

static bool drop_when_empty(struct store *s, int64_t row, struct err *err)
{
	static const char sql[] = "DELETE FROM phase WHERE row = ?1 AND NOT EXISTS"
				  " (SELECT 1 FROM plan WHERE phase_row = ?1)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	return db_run(s, st, err);
}

static bool loses_plans(const struct phase *phase)
{
	int64_t plans = 0;
	for (int i = 0; i < PHL_STATUSES; i++)
		plans += phase->sum[SUM_PLANS + i];
	return plans < 0;
}

static bool changes_sums(const struct phase *phase)
{
	for (int i = 0; i < SUMS; i++)
		if (phase->sum[i])
			return true;
	return false;
}

bool phases_flush(struct store *s, struct err *err)
{
	struct phase_cache *c = s->phases;
	bool ok = true;
	for (size_t i = 0; ok && c && i < c->all.n; i++) {
		const struct phase *phase = c->all.v[i];
		if (phase->dirty && changes_sums(phase))
			ok = write_sums(s, phase, err);
	}
	for (size_t i = 0; ok && c && i < c->all.n; i++)
		if (c->all.v[i]->dirty && loses_plans(c->all.v[i]))
			ok = drop_when_empty(s, c->all.v[i]->row, err);
	if (ok)
		phases_forget(s);
	return ok;
}

void phases_forget(struct store *s)
{
	struct phase_cache *c = s->phases;
	if (!c)
		return;
	arena_reset(&c->arena);
	*c = (struct phase_cache){ .arena = c->arena };
}

void phases_free(struct store *s)
{
	if (s->phases)
		arena_free(&s->phases->arena);
}
