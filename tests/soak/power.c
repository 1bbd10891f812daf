/* power TREE OUT LIES COMMAND ARGS...: runs a command that changes TREE, and writes to OUT
 * what a disk may hold when the power fails after any of its calls that write:
 *
 *	OUT/STATE/…   a tree, whose mtimes are those that it had
 *	OUT/index     "STATE CALL NAME WHAT", a line each
 *
 * WHAT is "kept" (all), "lost" (what was not synced), "names" or "bytes" (only that was
 * not lost), "odd" or "even" (of what was not synced, every other sector of 512 bytes),
 * "less N" (all but the Nth thing that was not synced), "page N P" (all but one page of
 * that) or "only N P" (of that no more than one page).  The last line is of the end.
 * POWER_STEP in the environment is how many states lie between two that are written; to
 * OUT/count goes how many there were.  LIES are the syncs that do nothing: "none", "all", or the number of one. */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include "traced.h"

enum { NODES = 512, ENTRIES = 64, SECTOR = 512, PAGE = 4096, STATES = 20000 };

/* ---- what is on the disk, and what would be ---- */

struct entry {
	char name[NAME_MAX + 1];
	int node;
};

struct image {
	bool any;
	char *bytes; /* of a file */
	size_t n;
	struct timespec written;
	struct entry entries[ENTRIES]; /* of a directory */
	int entries_n;
};

/* Held open, so that its number is not given to another. */
struct node {
	dev_t dev;
	ino_t ino;
	int fd;
	bool dir;
	mode_t mode;
	struct image now, safe;
};

static struct node nodes[NODES];
static int nodes_n;

static void *need(void *p)
{
	if (!p)
		traced_fail("memory");
	return p;
}

static int find_node(const struct stat *st)
{
	for (int i = 0; i < nodes_n; i++)
		if (nodes[i].dev == st->st_dev && nodes[i].ino == st->st_ino)
			return i;
	return -1;
}

static void read_bytes(struct node *node, const struct stat *st)
{
	struct image *now = &node->now;

	now->bytes = need(realloc(now->bytes, (size_t)st->st_size + 1));
	ssize_t n = pread(node->fd, now->bytes, (size_t)st->st_size, 0);

	now->n = n > 0 ? (size_t)n : 0;
	now->written = st->st_mtim;
	now->any = true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

static int see(int parent, const char *name);

static void read_entries(int at)
{
	struct image *now = &nodes[at].now;
	DIR *dir = need(fdopendir(openat(nodes[at].fd, ".", O_RDONLY | O_DIRECTORY)));

	now->entries_n = 0;
	now->any = true;
	for (struct dirent *d; (d = readdir(dir));) {
		if (strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0)
			continue;
		int node = see(nodes[at].fd, d->d_name);
		if (node < 0)
			continue;
		if (now->entries_n == ENTRIES)
			traced_fail("entries");
		struct entry *e = &now->entries[now->entries_n++];
		memset(e, 0, sizeof *e);
		memcpy(e->name, d->d_name, strlen(d->d_name));
		e->node = node;
	}
	closedir(dir);
	qsort(now->entries, (size_t)now->entries_n, sizeof *now->entries, by_name);
}

/* Reads what is there now by that name, and all below it. */
static int see(int parent, const char *name)
{
	struct stat st;
	int fd = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st) < 0)
		return -1;
	int at = find_node(&st);

	if (at < 0) {
		if (nodes_n == NODES)
			traced_fail("nodes");
		at = nodes_n++;
		nodes[at] = (struct node){ .dev = st.st_dev, .ino = st.st_ino, .fd = fd,
					   .dir = S_ISDIR(st.st_mode) };
	} else {
		close(fd);
	}
	nodes[at].mode = st.st_mode & 07777;
	if (nodes[at].dir)
		read_entries(at);
	else
		read_bytes(&nodes[at], &st);
	return at;
}

static void make_safe(struct node *node)
{
	struct image *now = &node->now, *safe = &node->safe;
	char *bytes = need(realloc(safe->bytes, now->n + 1));

	if (now->n)
		memcpy(bytes, now->bytes, now->n);
	*safe = *now;
	safe->bytes = bytes;
}

/* ---- a state of the disk ---- */

enum what { KEPT, LOST, NAMES, BYTES, ODD, EVEN, LESS, PAGE_LOST, PAGE_KEPT };

static const char *const whats[] = {
	[KEPT] = "kept", [LOST] = "lost", [NAMES] = "names", [BYTES] = "bytes",
	[ODD] = "odd", [EVEN] = "even", [LESS] = "less",
	[PAGE_LOST] = "page", [PAGE_KEPT] = "only",
};

struct state {
	enum what what;
	int node; /* that something is lost of */
	size_t page;
	uint64_t hash;
	const char *out; /* NULL to hash only */
};

static void add(struct state *s, const void *bytes, size_t n)
{
	const char *p = bytes;
	size_t whole = n;

	for (uint64_t word = 0; n; p += 8, word = 0) {
		size_t part = n < 8 ? n : 8;

		memcpy(&word, p, part);
		s->hash = (s->hash ^ word) * 0x9e3779b97f4a7c15u;
		s->hash ^= s->hash >> 29;
		n -= part;
	}
	s->hash = (s->hash ^ whole) * 0x100000001b3u;
}

static bool is_kept(const struct state *s, int at)
{
	switch (s->what) {
	case LOST:
		return false;
	case NAMES:
		return nodes[at].dir;
	case BYTES:
		return !nodes[at].dir;
	case LESS:
		return s->node != at;
	default:
		return true;
	}
}

static bool is_torn(const struct state *s, int at, size_t byte)
{
	switch (s->what) {
	case ODD:
		return byte / SECTOR % 2 == 0;
	case EVEN:
		return byte / SECTOR % 2 == 1;
	case PAGE_LOST:
		return at == s->node && byte / PAGE == s->page;
	case PAGE_KEPT:
		return at == s->node && byte / PAGE != s->page;
	default:
		return false;
	}
}

/* What is torn off is as it was, or zero where there was nothing. */
static void tear(const struct state *s, int at, char *bytes)
{
	const struct image *now = &nodes[at].now, *safe = &nodes[at].safe;

	for (size_t i = 0; i < now->n; i++)
		if (is_torn(s, at, i))
			bytes[i] = i < safe->n ? safe->bytes[i] : '\0';
}

static void write_file(const struct image *im, const char *bytes, mode_t mode, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	struct timespec times[2] = { im->written, im->written };

	if (fd < 0 || write(fd, bytes, im->n) != (ssize_t)im->n || fchmod(fd, mode) < 0 ||
	    futimens(fd, times) < 0 || close(fd) < 0)
		traced_fail(path);
}

static void put_file(struct state *s, int at, const char *path)
{
	const struct node *node = &nodes[at];
	const struct image *im = is_kept(s, at) ? &node->now : &node->safe;
	char *bytes = need(malloc(im->n + 1));

	if (im->n)
		memcpy(bytes, im->bytes, im->n);
	if (im == &node->now)
		tear(s, at, bytes);
	add(s, bytes, im->n);
	if (s->out)
		write_file(im, bytes, node->mode, path);
	free(bytes);
}

static void put(struct state *s, int at, const char *path)
{
	const struct node *node = &nodes[at];
	struct image im = is_kept(s, at) ? node->now : node->safe;

	if (!node->dir) {
		put_file(s, at, path);
		return;
	}
	if (s->out && mkdir(path, node->mode) < 0)
		traced_fail(path);
	for (int i = 0; i < im.entries_n; i++) {
		char below[PATH_MAX];

		snprintf(below, sizeof below, "%s/%s", path, im.entries[i].name);
		add(s, im.entries[i].name, strlen(im.entries[i].name) + 1);
		put(s, im.entries[i].node, below);
	}
	add(s, "", 1);
}

/* ---- after a call ---- */

static const char *out;
static FILE *list;
static int root, step = 1;
static uint64_t seen[STATES];
static int seen_n;

/* How many states came before it that were new; -1 if it is not. */
static int is_new(uint64_t hash)
{
	for (int i = 0; i < seen_n; i++)
		if (seen[i] == hash)
			return -1;
	if (seen_n == STATES)
		traced_fail("states");
	seen[seen_n] = hash;
	return seen_n++;
}

/* Each of the new ones, or a sample, and all of those at the end. */
static void emit(struct state s, int number, const char *name)
{
	char path[PATH_MAX];

	s.hash = 0xcbf29ce484222325u;
	put(&s, root, "");
	int before = is_new(s.hash);
	bool end = strcmp(name, "end") == 0;
	if (!end && (before < 0 || before % step != 0))
		return;
	snprintf(path, sizeof path, "%s/%016llx", out, (unsigned long long)s.hash);
	fprintf(list, "%016llx %d %s %s", (unsigned long long)s.hash, number, name, whats[s.what]);
	if (s.what >= LESS)
		fprintf(list, " %d", s.node);
	if (s.what > LESS)
		fprintf(list, " %zu", s.page);
	fputc('\n', list);
	if (access(path, F_OK) == 0)
		return;
	s.out = out;
	put(&s, root, path);
}

static bool differs(const struct node *n)
{
	const struct image *a = &n->now, *b = &n->safe;

	if (n->dir)
		return a->entries_n != b->entries_n ||
		       memcmp(a->entries, b->entries, sizeof *a->entries * (size_t)a->entries_n);
	return a->n != b->n || memcmp(a->bytes, b->bytes, a->n);
}

static bool page_differs(const struct node *n, size_t page)
{
	size_t at = page * PAGE, end = at + PAGE < n->now.n ? at + PAGE : n->now.n;

	return end > n->safe.n || memcmp(n->now.bytes + at, n->safe.bytes + at, end - at);
}

static void lose_pages(int at, int number, const char *name)
{
	const struct node *n = &nodes[at];

	for (size_t page = 0; !n->dir && page * PAGE < n->now.n; page++) {
		if (!page_differs(n, page))
			continue;
		emit((struct state){ .what = PAGE_LOST, .node = at, .page = page }, number, name);
		emit((struct state){ .what = PAGE_KEPT, .node = at, .page = page }, number, name);
	}
}

static void power_fails(int number, const char *name)
{
	for (enum what w = KEPT; w < LESS; w++)
		emit((struct state){ .what = w }, number, name);
	for (int i = 0; i < nodes_n; i++)
		if (nodes[i].now.any && differs(&nodes[i])) {
			emit((struct state){ .what = LESS, .node = i }, number, name);
			lose_pages(i, number, name);
		}
}

/* Its name, if it may change what is on the disk. */
static const char *writes(const struct call *c)
{
	static const struct { long number; const char *name; } calls[] = {
#define CALL(name) { SYS_##name, #name }
		CALL(write), CALL(pwrite64), CALL(writev), CALL(ftruncate), CALL(openat),
		CALL(mkdirat), CALL(unlinkat), CALL(renameat2), CALL(fsync), CALL(fdatasync),
		CALL(renameat), CALL(linkat),
#ifdef SYS_open
		CALL(creat), CALL(mkdir), CALL(unlink), CALL(rename), CALL(rmdir),
#endif
	};

	if (c->number == SYS_openat && !(c->args[2] & O_CREAT))
		return NULL;
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (calls[i].number == c->number)
			return calls[i].name;
	return NULL;
}

static void synced(const struct traced *t, bool lies)
{
	char path[64];
	struct stat st;

	snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)t->pid, (int)t->call.args[0]);
	if (lies || stat(path, &st) < 0)
		return;
	int at = find_node(&st);
	if (at >= 0)
		make_safe(&nodes[at]);
}

static bool is_sync(const struct call *c)
{
	return c->number == SYS_fsync || c->number == SYS_fdatasync;
}

int main(int argc, char **argv)
{
	struct traced t;
	int number = 0, syncs = 0;

	if (argc < 5)
		return 99;
	char path[PATH_MAX];
	out = argv[2];
	snprintf(path, sizeof path, "%s/index", out);
	list = need(fopen(path, "w"));
	bool all = strcmp(argv[3], "all") == 0;
	int lie = atoi(argv[3]);
	const char *every = getenv("POWER_STEP");
	step = every ? atoi(every) : 1;
	root = see(AT_FDCWD, argv[1]);
	for (int i = 0; i < nodes_n; i++)
		make_safe(&nodes[i]);
	traced_start(&t, argv + 4);
	while (traced_next(&t)) {
		const char *name = writes(&t.call);

		if (t.call.entry || t.call.result < 0 || !name)
			continue;
		see(AT_FDCWD, argv[1]);
		syncs += is_sync(&t.call);
		if (is_sync(&t.call))
			synced(&t, all || syncs == lie);
		power_fails(++number, name);
	}
	power_fails(++number, "end");
	fclose(list);
	snprintf(path, sizeof path, "%s/count", out);
	list = need(fopen(path, "w"));
	fprintf(list, "%d\n", seen_n);
	fclose(list);
	return traced_end(&t);
}
