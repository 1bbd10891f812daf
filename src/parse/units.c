#include "parse/units.h"

#include <string.h>

#include "base/text.h"
#include "parse/paths.h"

/* PATTERNS.md of 02-PATTERNS.md: notes of a phase carry its number. */
static const char *note_name(const char *base)
{
	size_t n = strspn(base, "0123456789.-");
	return n > 1 && base[n - 1] == '-' && is_upper(base[n]) ? base + n : base;
}

static unsigned bucket(const char *path)
{
	const char *name = note_name(path_base(path));
	unsigned h = 5381;
	for (; *name; name++)
		h = h * 33 + (unsigned char)*name;
	return h % KNOWN_BUCKETS;
}

static void add_known(struct units *u, const char *path, int rank)
{
	struct known **slot = &u->known[bucket(path)];
	int chain = 0;
	for (struct known *k = *slot; k && chain < 200; k = k->next, chain++)
		if (strcmp(k->path, path) == 0)
			return;
	/* a name that everything has tells nothing; and chains must stay short */
	if (chain == 200)
		return;
	struct known *k = arena_alloc(u->r->scratch, sizeof *k);
	*k = (struct known){ .path = path, .rank = rank };
	while (*slot)
		slot = &(*slot)->next;
	*slot = k;
}

static void add_comment(struct units *u, int block, int line, const char *s, size_t n)
{
	struct unit *unit = vec_push(u->r->scratch, &u->all);
	*unit = (struct unit){ .block = block, .line = line, .s = s, .n = n };
	scan_text(u->r, s, n, &unit->mentions);
}

/* A comment says where code is from or goes when it names a file and then its
 * lines: "# src/a.py (around line 12)". */
static void add_placing_comment(struct units *u, int block, int line, const char *s, size_t n)
{
	size_t before = u->all.n;
	add_comment(u, block, line, s, n);
	const struct unit *unit = &u->all.v[before];
	bool path = false, lines = false;
	for (size_t i = 0; i < unit->mentions.n; i++) {
		path |= unit->mentions.v[i].type == M_PATH;
		lines |= path && unit->mentions.v[i].type == M_LINES;
	}
	if (!lines)
		u->all.n = before;
}

/* Comments of a shell talk to who types it, or show what a command prints. */
static bool is_session(const struct fence *f)
{
	static const char *const names[] = { "sh", "bash", "shell", "console", "zsh", "powershell",
					     "text", "txt", "log", "diff", NULL };
	size_t n = strcspn(f->info, " {");
	for (int i = 0; names[i]; i++)
		if (same_word(f->info, n, names[i]))
			return true;
	return false;
}

static void add_fence(struct units *u, int block)
{
	const struct block *b = &u->body->blocks.v[block];
	const struct fence *f = &u->body->cut->fences.v[b->fence];
	bool session = is_session(f);
	for (int line = f->first + 1; line <= f->last; line++) {
		const char *s = line_text(&u->r->src, line);
		size_t n = line_len(&u->r->src, line);
		if (!scan_is_comment(s, n) || (line == f->last && f->closed))
			continue;
		if (scan_is_comment_ref(s, n))
			add_comment(u, block, line, s, n);
		else if (!session && memchr(s, '.', n))
			add_placing_comment(u, block, line, s, n);
	}
}

void units_read(struct reader *r, struct body *body, const int *task_of, struct units *out)
{
	*out = (struct units){ .r = r, .body = body, .task_of = task_of };
	out->of_block = arena_alloc(r->scratch, (body->blocks.n + 1) * sizeof *out->of_block);
	for (size_t i = 0; i < body->blocks.n; i++) {
		out->of_block[i] = -1;
		if (body->blocks.v[i].type == B_FENCE) {
			add_fence(out, (int)i);
			continue;
		}
		if (body->blocks.v[i].note)
			continue;
		size_t n;
		const char *s = body_text(r, body, (int)i, &n);
		if (!n)
			continue;
		out->of_block[i] = (int)out->all.n;
		struct unit *unit = vec_push(r->scratch, &out->all);
		*unit = (struct unit){ .block = (int)i, .s = s, .n = n, .mentions = *scan_block(r, body, (int)i) };
	}
	for (size_t i = 0; i < r->plan->files.n; i++)
		add_known(out, r->plan->files.v[i].path, 0);
	for (size_t i = 0; i < out->all.n; i++)
		for (size_t k = 0; k < out->all.v[i].mentions.n; k++) {
			const struct mention *m = &out->all.v[i].mentions.v[k];
			if (m->type == M_PATH && strchr(m->text, '/') && path_is_concrete(m->text))
				add_known(out, m->text, 1);
		}
}

static const char *in_task(const struct phl_task *t, const char *path)
{
	const char *best = NULL;
	for (size_t i = 0; i < t->files.n; i++)
		if (path_has_suffix(t->files.v[i], path) &&
		    (!best || strlen(t->files.v[i]) > strlen(best)))
			best = t->files.v[i];
	return best;
}

/* The path from the root of the tree that an absolute one ends in, or NULL. */
static const char *in_tree(const struct units *u, const char *path)
{
	const char *best = NULL;
	for (const struct known *k = u->known[bucket(path)]; k; k = k->next)
		if (path_has_suffix(path, k->path) && (!best || strlen(k->path) > strlen(best)))
			best = k->path;
	return best;
}

/* A bare name is a file of its own in the root where that is what it looks like,
 * else short for a path that the plan gives in full. */
static bool lives_in_root(const char *name)
{
	static const char *const endings[] = { ".json", ".md", ".toml", ".yaml", ".yml", ".txt",
					       ".lock", ".cfg", ".ini", ".xml", NULL };
	const char *dot = strrchr(name, '.');
	for (int i = 0; dot && endings[i]; i++)
		if (strcmp(dot, endings[i]) == 0)
			return true;
	return !dot || dot == name || strstr(name, ".config.");
}

const char *units_full_path(const struct units *u, const char *path, int task)
{
	if (task >= 0) {
		const char *own = in_task(&u->r->plan->tasks.v[task], path);
		if (own && (strlen(own) > strlen(path) || strchr(path, '/')))
			return own;
	}
	if (*path == '/') {
		const char *known = in_tree(u, path);
		if (known || path_is_of_machine(path, strlen(path)))
			return known ? known : path;
		path++; /* "/api/a.ts": from some directory of the tree */
	}
	const char *best = path, *note = NULL;
	bool root = strchr(path, '/') || lives_in_root(path);
	int rank = 2;
	for (const struct known *k = u->known[bucket(path)]; k; k = k->next) {
		if (strcmp(note_name(path_base(k->path)), path) == 0 && is_upper(*path))
			note = note ? note : k->path;
		if (!path_has_suffix(k->path, path) || (k->path[strlen(path)] == '\0' && !root))
			continue;
		bool longer = strlen(k->path) > strlen(best);
		if (k->rank < rank || (k->rank == rank && longer && rank == 2)) {
			if (strlen(k->path) < strlen(best))
				continue;
			best = k->path;
			rank = k->rank;
		}
	}
	return best == path && note ? note : best;
}

void unit_where(const struct units *u, const struct unit *unit, size_t at, int *line, int *col)
{
	if (!unit->line) {
		body_where(u->r, u->body, unit->block, at, line, col);
		return;
	}
	*line = unit->line;
	*col = (int)at + 1;
}
