/* Every end of every path is in one table, so that a look-up costs the same whatever
 * the tree: files named index.ts may be thousands. */
#include "tree/resolve.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#define DEPTH_MAX 64
#define HASH_START 0xcbf29ce484222325

struct ending {
	const char *text; /* in the path of the first file that has it; NULL: free */
	uint32_t file, count;
	uint64_t hash;
};

struct resolver {
	struct arena *arena;
	const char *const *paths;
	size_t n, mask;
	struct ending *slots; /* made when first asked for */
};

struct resolver *resolver_make(struct arena *a, const char *const *paths, size_t n)
{
	struct resolver *r = arena_alloc(a, sizeof *r);
	*r = (struct resolver){ .arena = a, .paths = paths, .n = n };
	return r;
}

/* From its end, so that the longer endings of a path go on from the shorter. */
static uint64_t hash_step(uint64_t h, char c)
{
	return (h ^ (unsigned char)c) * 0x100000001b3;
}

static struct ending *find(const struct resolver *r, const char *text, uint64_t hash)
{
	size_t i = (hash ^ hash >> 32) & r->mask;
	for (; r->slots[i].text; i = (i + 1) & r->mask)
		if (r->slots[i].hash == hash && strcmp(r->slots[i].text, text) == 0)
			break;
	return &r->slots[i];
}

static void add_endings(struct resolver *r, size_t file)
{
	const char *path = r->paths[file];
	uint64_t hash = HASH_START;
	for (const char *p = path + strlen(path); p > path; p--) {
		hash = hash_step(hash, p[-1]);
		if (p - 1 > path && p[-2] != '/')
			continue;
		struct ending *e = find(r, p - 1, hash);
		if (!e->text || p - 1 == path) /* the whole path is what is meant first */
			*e = (struct ending){ p - 1, (uint32_t)file, e->count, hash };
		e->count++;
	}
}

static size_t count_endings(const struct resolver *r)
{
	size_t n = r->n;
	for (size_t i = 0; i < r->n; i++)
		for (const char *p = r->paths[i]; (p = strchr(p, '/')) != NULL; p++)
			n++;
	return n;
}

static void make_table(struct resolver *r)
{
	size_t slots = 64, n = count_endings(r);
	while (slots < 2 * n)
		slots *= 2;
	r->mask = slots - 1;
	r->slots = arena_alloc(r->arena, slots * sizeof *r->slots);
	for (size_t i = 0; i < r->n; i++)
		add_endings(r, i);
}

/* ---- paths ---- */

static bool is_git_dir(const char *s, size_t n)
{
	return n == 4 && strncasecmp(s, ".git", 4) == 0;
}

const char *resolve_clean(struct arena *a, const char *path)
{
	struct { const char *s; size_t n; } parts[DEPTH_MAX];
	size_t n = 0, len = 0;
	for (const char *p = path; *p;) {
		size_t part = strcspn(p, "/");
		if (part == 2 && p[0] == '.' && p[1] == '.') {
			if (!n--)
				return NULL;
		} else if (part && !(part == 1 && *p == '.')) {
			if (n == DEPTH_MAX || is_git_dir(p, part))
				return NULL;
			parts[n].s = p;
			parts[n++].n = part;
		}
		p += part;
		p += *p == '/';
	}
	char *out = arena_alloc(a, strlen(path) + 1);
	for (size_t i = 0; i < n; i++) {
		if (i)
			out[len++] = '/';
		memcpy(out + len, parts[i].s, parts[i].n);
		len += parts[i].n;
	}
	return len ? out : NULL;
}

static const struct ending *look_up(struct resolver *r, const char *path)
{
	uint64_t hash = HASH_START;
	if (!r->slots)
		make_table(r);
	for (const char *p = path + strlen(path); p > path; p--)
		hash = hash_step(hash, p[-1]);
	return find(r, path, hash);
}

bool resolve_exact(struct resolver *r, const char *clean, size_t *file)
{
	const struct ending *e = look_up(r, clean);
	*file = e->file;
	return e->text && e->text == r->paths[e->file];
}

enum resolve_kind resolve(struct resolver *r, const char *clean, size_t *file,
			  size_t *count)
{
	const struct ending *e = look_up(r, clean);
	*count = e->text ? e->count : 0;
	*file = e->file;
	if (!*count)
		return RESOLVE_GONE;
	return *count > 1 && e->text != r->paths[e->file] ? RESOLVE_AMBIGUOUS : RESOLVE_FOUND;
}
