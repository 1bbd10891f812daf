#include "store/pack.h"

#include <string.h>

void pack_int(struct buf *b, int64_t n)
{
	uint64_t z = (uint64_t)n << 1 ^ (n < 0 ? UINT64_MAX : 0);
	char *at = buf_room(b, 10);
	for (; z >= 0x80; z >>= 7) {
		*at++ = (char)(z | 0x80);
		b->n++;
	}
	*at = (char)z;
	b->n++;
}

void pack_text(struct buf *b, const char *s)
{
	if (!s) {
		pack_int(b, 0);
		return;
	}
	size_t n = strlen(s);
	pack_int(b, (int64_t)n + 1);
	buf_add(b, s, n + 1);
}

static int64_t unpack_long(struct packed *in)
{
	uint64_t z = 0;
	for (unsigned shift = 0; shift < 64; shift += 7) {
		if (in->p == in->end)
			break;
		unsigned char c = *in->p++;
		z |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80)
			return (int64_t)(z >> 1 ^ (z & 1 ? UINT64_MAX : 0));
	}
	in->bad = true;
	return 0;
}

/* Most are of one byte or two. */
int64_t unpack_int(struct packed *in)
{
	const unsigned char *p = in->p;
	if (in->end - p < 2 || (p[0] & p[1] & 0x80))
		return unpack_long(in);
	unsigned z = p[0] < 0x80 ? p[0] : (p[0] & 0x7fu) | (unsigned)p[1] << 7;
	in->p = p + 1 + (p[0] >> 7);
	return (int64_t)(z >> 1) ^ -(int64_t)(z & 1);
}

int unpack_small(struct packed *in)
{
	int64_t n = unpack_int(in);
	if (n < INT32_MIN || n > INT32_MAX)
		in->bad = true;
	return (int)n;
}

const char *unpack_text(struct packed *in)
{
	int64_t n = unpack_int(in);
	if (n == 0)
		return NULL;
	if (n < 0 || n > in->end - in->p || in->p[n - 1] != '\0') {
		in->bad = true;
		return NULL;
	}
	const char *s = (const char *)in->p;
	in->p += n;
	return s;
}

/* The length of a list: every item takes at least a byte. */
static size_t unpack_length(struct packed *in)
{
	int64_t n = unpack_int(in);
	if (n < 0 || n > in->end - in->p)
		in->bad = true;
	return in->bad ? 0 : (size_t)n;
}

#define UNPACK_LIST(in, a, list)                                                         \
	((list)->n = (list)->cap = unpack_length(in),                                    \
	 (list)->v = (list)->n ? arena_alloc(a, (list)->n * sizeof *(list)->v) : NULL)

#define pack_words(b, list)                                                              \
	do {                                                                             \
		pack_int(b, (int64_t)(list).n);                                          \
		for (size_t w = 0; w < (list).n; w++)                                    \
			pack_text(b, (list).v[w]);                                       \
	} while (0)

#define unpack_words(in, a, list)                                                        \
	do {                                                                             \
		UNPACK_LIST(in, a, list);                                                \
		for (size_t w = 0; w < (list)->n; w++)                                   \
			(list)->v[w] = unpack_text(in);                                  \
	} while (0)

static void pack_criteria(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->criteria.n);
	for (size_t i = 0; i < plan->criteria.n; i++) {
		const struct phl_criterion *c = &plan->criteria.v[i];
		pack_int(b, c->number);
		pack_text(b, c->title);
		pack_int(b, c->status);
		pack_int(b, c->line);
	}
}

static void unpack_criteria(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->criteria);
	for (size_t i = 0; i < plan->criteria.n; i++) {
		struct phl_criterion *c = &plan->criteria.v[i];
		c->number = unpack_small(in);
		c->title = unpack_text(in);
		c->status = unpack_small(in);
		c->line = unpack_small(in);
	}
}

static void pack_verification(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->verification.n);
	for (size_t i = 0; i < plan->verification.n; i++) {
		const struct phl_verification *v = &plan->verification.v[i];
		pack_text(b, v->command);
		pack_text(b, v->expect);
		pack_text(b, v->shell);
		pack_int(b, v->task);
		pack_int(b, v->fence);
		pack_int(b, v->line);
	}
}

static void unpack_verification(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->verification);
	for (size_t i = 0; i < plan->verification.n; i++) {
		struct phl_verification *v = &plan->verification.v[i];
		v->command = unpack_text(in);
		v->expect = unpack_text(in);
		v->shell = unpack_text(in);
		v->task = unpack_small(in);
		v->fence = unpack_small(in);
		v->line = unpack_small(in);
	}
}

static void pack_rollback(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->rollback.n);
	for (size_t i = 0; i < plan->rollback.n; i++) {
		const struct phl_rollback *r = &plan->rollback.v[i];
		pack_int(b, r->number);
		pack_text(b, r->text);
		pack_int(b, r->line);
	}
}

static void unpack_rollback(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->rollback);
	for (size_t i = 0; i < plan->rollback.n; i++) {
		struct phl_rollback *r = &plan->rollback.v[i];
		r->number = unpack_small(in);
		r->text = unpack_text(in);
		r->line = unpack_small(in);
	}
}

static void pack_commits(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->commits.n);
	for (size_t i = 0; i < plan->commits.n; i++) {
		const struct phl_commit *c = &plan->commits.v[i];
		pack_text(b, c->hash);
		pack_text(b, c->message);
		pack_int(b, c->line);
	}
}

static void unpack_commits(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->commits);
	for (size_t i = 0; i < plan->commits.n; i++) {
		struct phl_commit *c = &plan->commits.v[i];
		c->hash = unpack_text(in);
		c->message = unpack_text(in);
		c->line = unpack_small(in);
	}
}

static void pack_notes(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->notes.n);
	for (size_t i = 0; i < plan->notes.n; i++) {
		const struct phl_note *n = &plan->notes.v[i];
		pack_text(b, n->kind);
		pack_text(b, n->date);
		pack_text(b, n->text);
		pack_int(b, n->line);
	}
}

static void unpack_notes(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->notes);
	for (size_t i = 0; i < plan->notes.n; i++) {
		struct phl_note *n = &plan->notes.v[i];
		n->kind = unpack_text(in);
		n->date = unpack_text(in);
		n->text = unpack_text(in);
		n->line = unpack_small(in);
	}
}

static void pack_keys(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->keys.n);
	for (size_t i = 0; i < plan->keys.n; i++) {
		const struct phl_key *k = &plan->keys.v[i];
		pack_text(b, k->name);
		pack_text(b, k->value);
		pack_int(b, k->line);
	}
}

static void unpack_keys(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->keys);
	for (size_t i = 0; i < plan->keys.n; i++) {
		struct phl_key *k = &plan->keys.v[i];
		k->name = unpack_text(in);
		k->value = unpack_text(in);
		k->line = unpack_small(in);
	}
}

static void pack_files(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->files.n);
	for (size_t i = 0; i < plan->files.n; i++) {
		const struct phl_file *f = &plan->files.v[i];
		pack_text(b, f->path);
		pack_int(b, f->number);
		pack_text(b, f->category);
		pack_text(b, f->remark);
		pack_text(b, f->decision);
		pack_text(b, f->notes);
		pack_int(b, f->left);
		pack_int(b, f->line);
	}
}

static void unpack_files(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->files);
	for (size_t i = 0; i < plan->files.n; i++) {
		struct phl_file *f = &plan->files.v[i];
		f->path = unpack_text(in);
		f->number = unpack_small(in);
		f->category = unpack_text(in);
		f->remark = unpack_text(in);
		f->decision = unpack_text(in);
		f->notes = unpack_text(in);
		f->left = unpack_int(in) != 0;
		f->line = unpack_small(in);
	}
}

static void pack_declared(struct buf *b, const struct phl_plan *plan)
{
	pack_int(b, (int64_t)plan->declared.n);
	for (size_t i = 0; i < plan->declared.n; i++) {
		const struct phl_requirement *r = &plan->declared.v[i];
		pack_text(b, r->id);
		pack_text(b, r->title);
		pack_text(b, r->text);
		pack_text(b, r->path);
		pack_int(b, r->line);
		pack_int(b, r->traced);
	}
}

static void unpack_declared(struct packed *in, struct arena *a, struct phl_plan *plan)
{
	UNPACK_LIST(in, a, &plan->declared);
	for (size_t i = 0; i < plan->declared.n; i++) {
		struct phl_requirement *r = &plan->declared.v[i];
		r->id = unpack_text(in);
		r->title = unpack_text(in);
		r->text = unpack_text(in);
		r->path = unpack_text(in);
		r->line = unpack_small(in);
		r->traced = unpack_int(in) != 0;
	}
}

void pack_body(struct buf *b, const struct phl_plan *plan)
{
	pack_text(b, plan->goal);
	pack_int(b, plan->status_line);
	pack_int(b, plan->status_col);
	pack_words(b, plan->requirements);
	pack_words(b, plan->tags);
	pack_keys(b, plan);
	pack_criteria(b, plan);
	pack_verification(b, plan);
	pack_rollback(b, plan);
	pack_commits(b, plan);
	pack_notes(b, plan);
	pack_files(b, plan);
	pack_declared(b, plan);
}

bool unpack_body(struct arena *a, const void *bytes, size_t n, struct phl_plan *plan)
{
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	plan->goal = unpack_text(&in);
	plan->status_line = unpack_small(&in);
	plan->status_col = unpack_small(&in);
	unpack_words(&in, a, &plan->requirements);
	unpack_words(&in, a, &plan->tags);
	unpack_keys(&in, a, plan);
	unpack_criteria(&in, a, plan);
	unpack_verification(&in, a, plan);
	unpack_rollback(&in, a, plan);
	unpack_commits(&in, a, plan);
	unpack_notes(&in, a, plan);
	unpack_files(&in, a, plan);
	unpack_declared(&in, a, plan);
	return !in.bad && in.p == in.end;
}

enum { REF_APPROXIMATE = 1, REF_SAME_PATH = 2 };

/* `before` is the one before it, or NULL: mostly of the same file. */
void pack_ref(struct buf *b, const struct packed_ref *r, const struct phl_ref *before)
{
	const struct phl_ref *ref = &r->ref;
	bool same = before && before->path && ref->path && !strcmp(before->path, ref->path);
	pack_int(b, (ref->approximate ? REF_APPROXIMATE : 0) | (same ? REF_SAME_PATH : 0));
	if (!same)
		pack_text(b, ref->path);
	pack_int(b, r->seq);
	pack_int(b, r->task_seq);
	pack_int(b, ref->first);
	pack_int(b, ref->last);
	pack_int(b, ref->column);
	pack_text(b, ref->expected);
	pack_text(b, ref->wanted);
	pack_int(b, ref->line);
	pack_int(b, ref->col);
}

static void unpack_ref(struct packed *in, struct packed_ref *r, const char *path_before)
{
	int64_t flags = unpack_int(in);
	r->ref.approximate = flags & REF_APPROXIMATE;
	r->ref.path = flags & REF_SAME_PATH ? path_before : unpack_text(in);
	r->seq = unpack_small(in);
	r->task_seq = unpack_small(in);
	r->ref.first = unpack_small(in);
	r->ref.last = unpack_small(in);
	r->ref.column = unpack_small(in);
	r->ref.expected = unpack_text(in);
	r->ref.wanted = unpack_text(in);
	r->ref.line = unpack_small(in);
	r->ref.col = unpack_small(in);
}

bool unpack_refs(struct arena *a, const void *bytes, size_t n, packed_refs *out)
{
	const char *path = NULL;
	*out = (packed_refs){ 0 };
	if (!n)
		return true;
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	while (!in.bad && in.p < in.end) {
		struct packed_ref *r = vec_push(a, out);
		unpack_ref(&in, r, path);
		path = r->ref.path;
	}
	return !in.bad;
}

void pack_steps(struct buf *b, const struct phl_task *task)
{
	if (!task->steps.n)
		return;
	pack_int(b, (int64_t)task->steps.n);
	for (size_t i = 0; i < task->steps.n; i++) {
		const struct phl_step *step = &task->steps.v[i];
		pack_text(b, step->title);
		pack_int(b, step->status);
		pack_int(b, step->line);
		pack_int(b, step->depth);
	}
}

bool unpack_steps(struct arena *a, const void *bytes, size_t n, struct phl_task *task)
{
	if (!n)
		return true;
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	UNPACK_LIST(&in, a, &task->steps);
	for (size_t i = 0; i < task->steps.n; i++) {
		struct phl_step *step = &task->steps.v[i];
		step->title = unpack_text(&in);
		step->status = unpack_small(&in);
		step->line = unpack_small(&in);
		step->depth = unpack_small(&in);
	}
	return !in.bad && in.p == in.end;
}

void pack_names(struct buf *b, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_add(b, names[i], strlen(names[i]) + 1);
}

const char **unpack_names(struct arena *a, const char *bytes, size_t n, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < n; i++)
		*count += bytes[i] == '\0';
	if (!*count)
		return NULL;
	const char **names = arena_alloc(a, *count * sizeof *names);
	for (size_t i = 0; i < *count; i++) {
		names[i] = bytes;
		bytes += strlen(bytes) + 1;
	}
	return names;
}
