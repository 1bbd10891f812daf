/* planning: one plan, from its bytes to the store */
#include <string.h>

#include "base/text.h"
#include "project/rewind.h"
#include "project/sync.h"

/* ---- what is said about it elsewhere ---- */

static bool has_commit(const struct phl_plan *plan, const char *hash)
{
	for (size_t i = 0; hash && i < plan->commits.n; i++)
		if (plan->commits.v[i].hash && strcmp(plan->commits.v[i].hash, hash) == 0)
			return true;
	return false;
}

/* The plan's own text comes first; lines are those of the plan, so what stands
 * in the SUMMARY has none. */
static void take_over(struct arena *a, struct phl_plan *plan, const struct summary *sum)
{
	if (!plan->actual.text && sum->duration.text)
		plan->actual = sum->duration;
	if (!plan->completed)
		plan->completed = sum->completed;
	for (size_t i = 0; i < sum->commits.n; i++) {
		if (has_commit(plan, sum->commits.v[i].hash))
			continue;
		*vec_push(a, &plan->commits) = sum->commits.v[i];
		plan->commits.v[plan->commits.n - 1].line = 0;
	}
	for (size_t i = 0; i < sum->deviations.n; i++) {
		*vec_push(a, &plan->notes) = sum->deviations.v[i];
		plan->notes.v[plan->notes.n - 1].line = 0;
	}
}

void planning_evidence(struct arena *a, struct phl_plan *plan, const struct summary *sum,
		       const struct roadmap_plan *line, const struct wordlist *statuses,
		       struct evidence *e)
{
	family_evidence(plan->path, e);
	if (statuses)
		e->statuses = statuses;
	if (sum) {
		e->summarised = true;
		e->summary_status = sum->status;
		take_over(a, plan, sum);
	}
	if (line) {
		e->in_roadmap = line->has_box;
		e->ticked = line->ticked;
		e->roadmap_title = line->title;
	}
}

static bool gather(struct sync *s, struct phl_plan *plan, const char **summary_path,
		   struct evidence *e, struct err *err)
{
	const struct roadmap_facts *roadmap;
	const struct wordlist *statuses;
	struct summary *sum;

	if (!companion_summary(s, plan->path, summary_path, &sum, err) ||
	    !companion_roadmap(s, plan->path, &roadmap, err) ||
	    !companion_statuses(s, plan->path, &statuses, err))
		return false;
	planning_evidence(&s->plan, plan, sum, facts_find_plan(roadmap, plan->id), statuses, e);
	return companion_documents(s, plan, e, err);
}

/* ---- other files that claim to be it ---- */

/* Length of the path up to the end of "03-01" or "03.1-02a" in the file name; 0
 * for a name that does not start with two numbers. */
static size_t key_len(const char *path)
{
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
	size_t i = 0, dash;

	while (is_digit(base[i]) || base[i] == '.')
		i++;
	if (i == 0 || base[i] != '-')
		return 0;
	dash = i++;
	while (is_digit(base[i]))
		i++;
	if (i == dash + 1)
		return 0;
	if (is_lower(base[i]) && !is_alnum(base[i + 1]))
		i++;
	return (size_t)(base - path) + i;
}

/* With two numbers in the name the id is a matter of the path alone. */
static bool same_id(struct sync *s, const struct phl_plan *plan, const char *path)
{
	const struct phl_plan *other = parse_plan(&s->plan, &s->scratch, "", 0, path);

	arena_reset(&s->scratch);
	return strcmp(other->id, plan->id) == 0;
}

static bool is_copy(struct sync *s, size_t at)
{
	const struct sync_file *f = sync_touch(s, at);

	return f->settled && !f->row;
}

/* The next plan file from *at on with the numbers of `path`, which stand next
 * to each other in path order; -1 when there is no more. */
static long next_sibling(const struct sync *s, const char *path, size_t n, size_t *at)
{
	for (; *at < s->ntree && strncmp(s->tree[*at].path, path, n) == 0; (*at)++) {
		const struct tree_file *t = &s->tree[*at];

		if (t->kind == FILE_PLAN && key_len(t->path) == n &&
		    strcmp(t->path, path) != 0)
			return (long)(*at)++;
	}
	return -1;
}

static size_t first_sibling(struct sync *s, const char *path, size_t n)
{
	size_t at = sync_lower(s, arena_dup(&s->scratch, path, n));

	arena_reset(&s->scratch);
	return at;
}

void planning_mark_siblings(struct sync *s, const char *path)
{
	size_t n = key_len(path), at = first_sibling(s, path, n);

	for (long i; n && (i = next_sibling(s, path, n, &at)) >= 0;)
		sync_touch(s, (size_t)i)->redo = true;
}

static void find_same_id(struct sync *s, struct phl_plan *plan)
{
	size_t n = key_len(plan->path), at = first_sibling(s, plan->path, n);

	for (long i; n && (i = next_sibling(s, plan->path, n, &at)) >= 0;)
		if (!is_copy(s, (size_t)i) && same_id(s, plan, s->tree[i].path))
			plan_finding(plan, &s->plan, "repeated-id", PHL_NOTE, 1, 1,
				     "%s has the id %s too", s->tree[i].path, plan->id);
}

static void name_copies(struct sync *s, struct phl_plan *plan, const char *const *copies,
			size_t n)
{
	struct buf b = { 0 };

	if (!n)
		return;
	for (size_t i = 0; i < n && i < 5; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", copies[i]);
	if (n > 5)
		buf_printf(&b, " and %zu more", n - 5);
	plan_finding(plan, &s->plan, "duplicate-plan", PHL_WARNING, 1, 1,
		     "the same text is also in %s; it counts once", b.s);
	buf_free(&b);
}

/* ---- which plan of the store it is ---- */

static bool claim_gone(struct sync *s, struct sync_file *f, const struct phl_plan *plan,
		       struct err *err)
{
	if (f->later)
		return gone_claim_like(s, plan, &f->row, err);
	f->row = gone_claim_hash(s, f->hash);
	return f->row || gone_claim_title(s, plan, &f->row, err);
}

/* None at all where that is to be seen later. */
static bool find_row(struct sync *s, struct sync_file *f, const struct phl_plan *plan,
		     struct err *err)
{
	bool again = f->later;

	if (f->row)
		return true;
	if (!claim_gone(s, f, plan, err))
		return false;
	if (f->row) {
		s->stats->moved++;
		return true;
	}
	if (!s->virgin && !again &&
	    !store_find_removed(s->store, f->hash, plan->id, plan->title, f->path, &f->row,
				err))
		return false;
	f->later = !again && !f->row && gone_any(s);
	s->stats->added += !f->later;
	s->later += f->later;
	return true;
}

static bool save(struct sync *s, struct sync_file *f, const struct phl_plan *plan,
		 const char *summary_path, const struct occasion *occasion, struct err *err)
{
	int64_t row = f->row;
	struct err own = { 0 };

	if (store_save_plan(s->store, plan, summary_path, occasion, &row, &own)) {
		f->row = row;
		return true;
	}
	if (own.kind != ERR_USAGE) {
		*err = own;
		return false;
	}
	sync_problem(s, NULL, own.text);
	f->unsaved = true;
	return true;
}

bool planning_decide(struct store *store, int64_t row, struct phl_plan *plan,
		     const struct evidence *e, struct arena *a, struct err *err)
{
	if (!store_overlay_tasks(store, row, plan, a, err))
		return false;
	plan_decide(plan, e, a);
	return store_overlay_plan(store, row, plan, a, err);
}

static bool read_plan(struct sync *s, struct sync_file *f, const char *const *copies,
		      size_t ncopies, struct phl_plan **plan, const char **summary_path,
		      struct err *err)
{
	const char *bytes = s->bytes.s ? s->bytes.s : "";
	struct evidence e;

	*plan = s->parsed;
	s->parsed = NULL;
	if (!*plan) {
		arena_reset(&s->plan);
		*plan = parse_plan(&s->plan, &s->scratch, bytes, s->bytes.n, f->path);
		arena_reset(&s->scratch);
	}
	if (!gather(s, *plan, summary_path, &e, err))
		return false;
	name_copies(s, *plan, copies, ncopies);
	find_same_id(s, *plan);
	return planning_decide(s->store, f->row, *plan, &e, &s->plan, err);
}

/* Reads it with what the journal knows of it: what it knew with this text, and better
 * than this text. */
static bool read_known(struct sync *s, struct sync_file *f, const char *const *copies,
		       size_t ncopies, struct rewind *r, struct phl_plan **plan,
		       const char **summary_path, struct err *err)
{
	bool again;
	r->row = f->row;
	return rewind_states(r, err) &&
	       read_plan(s, f, copies, ncopies, plan, summary_path, err) &&
	       rewind_judge(r, *plan, &again, err) &&
	       (!again || read_plan(s, f, copies, ncopies, plan, summary_path, err));
}

static void tell_rewound(struct sync *s, const struct rewind *r)
{
	struct arena *a = &s->p->arena; /* remarks outlive the sync */
	if (r->remark)
		*vec_push(a, &s->stats->remarks) = arena_str(a, r->remark);
	s->stats->saved_over += r->saved_over;
}

/* A plan that turns out to be one we knew is read again. */
bool planning_save(struct sync *s, struct sync_file *f, const char *const *copies,
		   size_t ncopies, struct err *err)
{
	const char *summary_path;
	bool known = f->row != 0, again = f->later;
	bool same = f->had && memcmp(f->had->hash, f->hash, sizeof f->hash) == 0;
	struct occasion occasion = { .origin = "file", .when = s->when,
				     .text = same ? NULL : f->hash };
	struct rewind r = { .store = s->store, .a = s->arena, .occasion = occasion };
	struct phl_plan *plan;

	if (!read_known(s, f, copies, ncopies, &r, &plan, &summary_path, err))
		return false;
	s->stats->changed += known && f->had && !same;
	if (!find_row(s, f, plan, err))
		return false;
	if (f->later && !f->row && !again)
		return true;
	if (!known && f->row &&
	    !read_known(s, f, copies, ncopies, &r, &plan, &summary_path, err))
		return false;
	tell_rewound(s, &r);
	return save(s, f, plan, summary_path, &r.occasion, err);
}
