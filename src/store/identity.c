#include "store/identity.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Beyond so many pairs, comparing each with each is not worth its time. */
#define PAIRS_MAX 250000

/* Share of common letter pairs that makes two titles one task. */
#define SIMILAR 60
#define SIMILAR_SAME_LABEL 40

/* ---- matching by equality ---- */

struct keyed {
	uint64_t key;
	size_t at;
};

struct match {
	struct arena *a;
	size_t olds, news;
	const struct value **old; /* rows, in the order in which they are preferred */
	const struct value **was; /* the answer */
	bool *used;		  /* old rows that have been given away */
};

static struct match match_new(struct store *s, size_t olds, size_t news)
{
	struct arena *a = &s->scratch;
	return (struct match){
		.a = a,
		.olds = olds,
		.news = news,
		.old = arena_alloc(a, (olds + 1) * sizeof(struct value *)),
		.was = arena_alloc(a, (news + 1) * sizeof(struct value *)),
		.used = arena_alloc(a, olds + 1),
	};
}

static void give(struct match *m, size_t new, size_t old)
{
	m->was[new] = m->old[old];
	m->used[old] = true;
}

static int compare_keyed(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* The first of the keys that is at least `key`. */
static size_t lower_bound(const struct keyed *v, size_t n, uint64_t key)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (v[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Gives each new item the first old one, of those from `from` to `to`, that has
 * its key and is still free. */
static void match_equal(struct match *m, const uint64_t *old_keys,
			const uint64_t *new_keys, size_t from, size_t to)
{
	struct keyed *v = arena_alloc(m->a, (to - from + 1) * sizeof *v);
	size_t n = 0;
	for (size_t i = from; i < to; i++)
		if (!m->used[i])
			v[n++] = (struct keyed){ old_keys[i], i };
	if (!n)
		return;
	qsort(v, n, sizeof *v, compare_keyed);
	/* next[i]: where to go on for the key whose run starts at i */
	size_t *next = arena_alloc(m->a, n * sizeof *next);
	for (size_t j = 0; j < m->news; j++) {
		if (m->was[j])
			continue;
		size_t run = lower_bound(v, n, new_keys[j]);
		size_t at = run + (run < n ? next[run] : 0);
		if (at >= n || v[at].key != new_keys[j])
			continue;
		next[run]++;
		give(m, j, v[at].at);
	}
}

static uint64_t mix(uint64_t h, const char *s)
{
	if (!s)
		return h * 31 + 1;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001b3;
	return h * 31 + 2;
}

static uint64_t mix_number(uint64_t h, int64_t n)
{
	return (h ^ (uint64_t)n) * 0x9e3779b97f4a7c15;
}

#define SEED 0xcbf29ce484222325u

static bool all_matched(const struct match *m)
{
	for (size_t j = 0; j < m->news; j++)
		if (!m->was[j])
			return false;
	return true;
}

/* ---- similarity ---- */

struct pairs {
	uint16_t v[256]; /* sorted pairs of letters */
	int n;
};

static int compare_pair(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

static void letter_pairs(struct pairs *p, const char *s)
{
	unsigned char last = ' ';
	p->n = 0;
	for (; s && *s && p->n < 256; s++) {
		unsigned char c = (unsigned char)to_lower(*s);
		if (c < 0x80 && !is_alnum((char)c))
			c = ' ';
		if (c != ' ' || last != ' ')
			p->v[p->n++] = (uint16_t)(last << 8 | c);
		last = c;
	}
	qsort(p->v, (size_t)p->n, sizeof p->v[0], compare_pair);
}

/* Twice what they share, in percent of what they have. */
static int similarity(const struct pairs *a, const struct pairs *b)
{
	int shared = 0;
	for (int i = 0, j = 0; i < a->n && j < b->n;) {
		if (a->v[i] == b->v[j]) {
			shared++;
			i++;
			j++;
		} else if (a->v[i] < b->v[j]) {
			i++;
		} else {
			j++;
		}
	}
	return a->n + b->n ? 200 * shared / (a->n + b->n) : 0;
}

struct candidate {
	int score;
	size_t new, old;
};

static int compare_candidate(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->score != y->score)
		return y->score - x->score;
	if (x->new != y->new)
		return x->new < y->new ? -1 : 1;
	return x->old < y->old ? -1 : x->old > y->old;
}

static bool same_text(const struct value *v, const char *s)
{
	return v->s && s && !strcmp(v->s, s);
}

typedef PHL_LIST(struct candidate)
candidate_list;

static void compare_with_all(struct match *m, size_t live, const struct pairs *olds,
			     const struct phl_task *task, size_t new, candidate_list *out)
{
	struct pairs pairs;
	letter_pairs(&pairs, task->title);
	for (size_t i = 0; i < live; i++) {
		if (m->used[i])
			continue;
		bool labelled = same_text(&m->old[i][TASK_LABEL], task->label);
		int score = similarity(&olds[i], &pairs);
		if (score < (labelled ? SIMILAR_SAME_LABEL : SIMILAR))
			continue;
		*vec_push(m->a, out) =
		    (struct candidate){ score + 15 * labelled, new, i };
	}
}

static void match_similar(struct match *m, size_t live, const struct phl_plan *plan)
{
	size_t left = 0, open = 0;
	for (size_t i = 0; i < live; i++)
		left += !m->used[i];
	for (size_t j = 0; j < m->news; j++)
		open += !m->was[j];
	if (!left || !open || left * open > PAIRS_MAX)
		return;
	struct pairs *olds = arena_alloc(m->a, live * sizeof *olds);
	for (size_t i = 0; i < live; i++)
		if (!m->used[i])
			letter_pairs(&olds[i], m->old[i][TASK_TITLE].s);
	candidate_list list = { 0 };
	for (size_t j = 0; j < m->news; j++)
		if (!m->was[j])
			compare_with_all(m, live, olds, &plan->tasks.v[j], j, &list);
	if (list.n)
		qsort(list.v, list.n, sizeof *list.v, compare_candidate);
	for (size_t i = 0; i < list.n; i++)
		if (!m->was[list.v[i].new] && !m->used[list.v[i].old])
			give(m, list.v[i].new, list.v[i].old);
}

/* What nobody would know again by its title may have kept its label. */
static void match_labels(struct match *m, size_t live, const struct phl_plan *plan)
{
	uint64_t *old = arena_alloc(m->a, (m->olds + 1) * sizeof *old);
	uint64_t *new = arena_alloc(m->a, (m->news + 1) * sizeof *new);
	for (size_t i = 0; i < live; i++) {
		const char *label = m->old[i][TASK_LABEL].s;
		old[i] = label ? mix(SEED, label) : 0;
	}
	for (size_t j = 0; j < m->news; j++) {
		const char *label = plan->tasks.v[j].label;
		new[j] = label ? mix(SEED, label) : 1;
	}
	match_equal(m, old, new, 0, live);
}

/* A task behind the same neighbour as before is the one that was there. */
static void match_neighbours(struct match *m, size_t live)
{
	size_t after = 0; /* the old row that would come next; positions have no gaps */
	for (size_t j = 0; j < m->news; j++) {
		if (!m->was[j] && after < live && !m->used[after])
			give(m, j, after);
		after = live;
		if (m->was[j] && m->was[j][TASK_POSITION].n)
			after = (size_t)m->was[j][TASK_POSITION].n;
	}
}

/* ---- tasks ---- */

static int compare_position(const void *a, const void *b)
{
	const struct value *const *x = a, *const *y = b;
	int64_t p = (*x)[TASK_POSITION].n, q = (*y)[TASK_POSITION].n;
	if (p != q)
		return !p ? 1 : !q ? -1 : p < q ? -1 : 1;
	return (*x)->n < (*y)->n ? -1 : 1;
}

/* Old rows in order of position, those that are gone at the end; returns how
 * many are not. */
static size_t order_old(struct match *m, const struct rows *had)
{
	size_t live = 0;
	for (size_t i = 0; i < had->n; i++) {
		m->old[i] = rows_at(had, i);
		live += m->old[i][TASK_POSITION].n != 0;
	}
	if (had->n)
		qsort(m->old, had->n, sizeof *m->old, compare_position);
	return live;
}

const struct value **identity_tasks(struct store *s, const struct rows *had,
				    const struct phl_plan *plan)
{
	struct match m = match_new(s, had->n, plan->tasks.n);
	size_t live = order_old(&m, had);
	if (!m.olds)
		return m.was;
	uint64_t *old[2], *new[2];
	for (int k = 0; k < 2; k++) {
		old[k] = arena_alloc(m.a, (m.olds + 1) * sizeof *old[k]);
		new[k] = arena_alloc(m.a, (m.news + 1) * sizeof *new[k]);
	}
	for (size_t i = 0; i < m.olds; i++) {
		old[1][i] = mix(SEED, m.old[i][TASK_TITLE].s);
		old[0][i] = mix(old[1][i], m.old[i][TASK_LABEL].s);
	}
	for (size_t j = 0; j < m.news; j++) {
		new[1][j] = mix(SEED, plan->tasks.v[j].title);
		new[0][j] = mix(new[1][j], plan->tasks.v[j].label);
	}
	match_equal(&m, old[0], new[0], 0, live);
	match_equal(&m, old[1], new[1], 0, live);
	match_equal(&m, old[0], new[0], live, m.olds);
	match_equal(&m, old[1], new[1], live, m.olds);
	if (!all_matched(&m)) {
		match_similar(&m, live, plan);
		match_labels(&m, live, plan);
		match_neighbours(&m, live);
	}
	return m.was;
}

/* ---- references ---- */

static void match_nearest(struct match *m, const struct phl_plan *plan)
{
	size_t left = 0, open = 0;
	for (size_t i = 0; i < m->olds; i++)
		left += !m->used[i];
	for (size_t j = 0; j < m->news; j++)
		open += !m->was[j];
	if (!left || !open || left * open > PAIRS_MAX)
		return;
	for (size_t j = 0; j < m->news; j++) {
		const struct phl_ref *ref = &plan->refs.v[j];
		int64_t nearest = INT64_MAX;
		size_t best = 0;
		for (size_t i = 0; !m->was[j] && i < m->olds; i++) {
			int64_t distance = llabs(m->old[i][REF_FIRST].n - ref->first);
			if (!m->used[i] && distance < nearest &&
			    same_text(&m->old[i][REF_PATH], ref->path)) {
				nearest = distance;
				best = i;
			}
		}
		if (nearest != INT64_MAX)
			give(m, j, best);
	}
}

const struct value **identity_refs(struct store *s, const struct rows *had,
				   const struct phl_plan *plan)
{
	struct match m = match_new(s, had->n, plan->refs.n);
	if (!m.olds)
		return m.was;
	order_old(&m, had);
	uint64_t *old[2], *new[2];
	for (int k = 0; k < 2; k++) {
		old[k] = arena_alloc(m.a, (m.olds + 1) * sizeof *old[k]);
		new[k] = arena_alloc(m.a, (m.news + 1) * sizeof *new[k]);
	}
	for (size_t i = 0; i < m.olds; i++) {
		const struct value *v = m.old[i];
		old[1][i] = mix(mix(SEED, v[REF_PATH].s), v[REF_EXPECTED].s);
		old[0][i] =
		    mix_number(mix_number(old[1][i], v[REF_FIRST].n), v[REF_LAST].n);
	}
	for (size_t j = 0; j < m.news; j++) {
		const struct phl_ref *ref = &plan->refs.v[j];
		new[1][j] = mix(mix(SEED, ref->path), ref->expected);
		new[0][j] = mix_number(mix_number(new[1][j], ref->first), ref->last);
	}
	match_equal(&m, old[0], new[0], 0, m.olds);
	/* without a text, the path alone says nothing about which it is */
	for (size_t i = 0; i < m.olds; i++)
		if (!m.old[i][REF_EXPECTED].s)
			old[1][i] = mix_number(old[1][i], m.old[i][REF_FIRST].n);
	for (size_t j = 0; j < m.news; j++)
		if (!plan->refs.v[j].expected)
			new[1][j] = mix_number(new[1][j], plan->refs.v[j].first);
	match_equal(&m, old[1], new[1], 0, m.olds);
	if (!all_matched(&m))
		match_nearest(&m, plan);
	return m.was;
}

/* ---- seqs ---- */

int *identity_seqs(struct store *s, const struct rows *had, const struct value **was,
		   size_t n)
{
	int *seqs = arena_alloc(&s->scratch, (n + 1) * sizeof *seqs);
	int last = had->n ? child_seq(rows_at(had, had->n - 1)->n) : 0;
	size_t gap = 0; /* row of `had` at which to look for a free seq */
	int low = 1;
	for (size_t i = 0; i < n; i++) {
		if (was && was[i]) {
			seqs[i] = child_seq(was[i]->n);
		} else if (last < CHILDREN_MAX) {
			seqs[i] = ++last;
		} else {
			for (; gap < had->n && child_seq(rows_at(had, gap)->n) == low;
			     gap++)
				low++;
			seqs[i] = low++;
		}
	}
	return seqs;
}
