/* Every end of every path is in one table, so that a look-up costs the same whatever
 * the tree: files named index.ts may be thousands.  It is not needed for whole paths,
 * nor for a name that no file has. */
#include "tree/resolve.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#define DEPTH_MAX 64
#define HASH_START 0xcbf29ce484222325

#define NAMES (1 << 16)

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
	uint32_t *whole; /* indexes of paths + 1 */
	size_t whole_mask;
	unsigned char names[NAMES / 8]; /* some file has a name of this hash */
};

/* From its end, so that the longer endings of a path go on from the shorter. */
static uint64_t hash_step(uint64_t h, char c)
{
	return (h ^ (unsigned char)c) * 0x100000001b3;
}

/* *name is the hash of what stands behind the last slash. */
static uint64_t hash_path(const char *path, uint64_t *name)
{
	uint64_t hash = HASH_START;
	const char *p = path + strlen(path);
	for (; p > path && p[-1] != '/'; p--)
		hash = hash_step(hash, p[-1]);
	*name = hash;
	for (; p > path; p--)
		hash = hash_step(hash, p[-1]);
	return hash;
}

static size_t fold_hash(uint64_t hash)
{
	return (size_t)(hash ^ hash >> 32);
}

/* ---- whole paths ---- */

static uint32_t *find_whole(const struct resolver *r, const char *path, uint64_t hash)
{
	size_t i = fold_hash(hash) & r->whole_mask;
	while (r->whole[i] && strcmp(r->paths[r->whole[i] - 1], path) != 0)
		i = (i + 1) & r->whole_mask;
	return &r->whole[i];
}

static unsigned char *name_bit(struct resolver *r, uint64_t name, int *bit)
{
	size_t at = fold_hash(name) % NAMES;
	*bit = 1 << (at & 7);
	return &r->names[at >> 3];
}

static void put_whole(struct resolver *r)
{
	size_t slots = 64;
	uint64_t name;
	int bit;
	while (slots < 2 * r->n)
		slots *= 2;
	r->whole_mask = slots - 1;
	r->whole = arena_alloc(r->arena, slots * sizeof *r->whole);
	for (size_t i = 0; i < r->n; i++) {
		uint64_t hash = hash_path(r->paths[i], &name);
		*find_whole(r, r->paths[i], hash) = (uint32_t)i + 1;
		*name_bit(r, name, &bit) |= (unsigned char)bit;
	}
}

struct resolver *resolver_make(struct arena *a, const char *const *paths, size_t n)
{
	struct resolver *r = arena_alloc(a, sizeof *r);
	r->arena = a;
	r->paths = paths;
	r->n = n;
	put_whole(r);
	return r;
}

/* ---- endings ---- */

static struct ending *find(const struct resolver *r, const char *text, uint64_t hash)
{
	size_t i = fold_hash(hash) & r->mask;
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

bool resolve_exact(struct resolver *r, const char *clean, size_t *file)
{
	uint64_t name;
	uint32_t at = *find_whole(r, clean, hash_path(clean, &name));
	*file = at ? at - 1 : 0;
	return at != 0;
}

enum resolve_kind resolve(struct resolver *r, const char *clean, size_t *file,
			  size_t *count)
{
	uint64_t name, hash = hash_path(clean, &name);
	int bit;
	*count = *file = 0;
	if (!(*name_bit(r, name, &bit) & bit))
		return RESOLVE_GONE;
	if (!r->slots)
		make_table(r);
	const struct ending *e = find(r, clean, hash);
	*count = e->text ? e->count : 0;
	*file = e->file;
	if (!*count)
		return RESOLVE_GONE;
	return *count > 1 && e->text != r->paths[e->file] ? RESOLVE_AMBIGUOUS : RESOLVE_FOUND;
}
