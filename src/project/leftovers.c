#include "project/leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "project/recover.h"
#include "project/temp.h"
#include "tree/beneath.h"

typedef PHL_LIST(const char *) names;

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort(names *list)
{
	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, compare);
}

/* "a, b and 3 more" */
static const char *enumerate(struct arena *a, const names *list)
{
	enum { SHOWN = 2 };
	struct buf b = { 0 };
	for (size_t i = 0; i < list->n && i < SHOWN; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", list->v[i]);
	if (list->n > SHOWN)
		buf_printf(&b, " and %zu more", list->n - SHOWN);
	const char *text = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return text;
}

static void add_check(struct arena *a, check_list *out, const char *name, names *list,
		      const char *good, const char *before, const char *behind)
{
	const char *detail = good;
	sort(list);
	if (list->n)
		detail = arena_printf(a, "%s%s%s", before, enumerate(a, list), behind);
	*vec_push(a, out) = (struct check){ name, list->n == 0, detail };
}

/* ---- recorded, and not written ---- */

static void check_pending(struct project *p, struct arena *a, const struct recovery *r,
			  check_list *out)
{
	names paths = { 0 };
	for (size_t i = 0; i < r->intents.n; i++)
		if (!recover_is_over(p, r, &r->intents.v[i]))
			*vec_push(a, &paths) = r->intents.v[i].path;
	add_check(a, out, "pending", &paths, "what is recorded is in the files",
		  "recorded, and not in the file yet: ",
		  "; the next command writes it, once it can be written");
}

/* ---- directories ---- */

static void list_dir(int fd, struct arena *a, const char *prefix, bool (*wanted)(const char *),
		     names *out)
{
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	if (!dir && fd >= 0)
		close(fd);
	for (struct dirent *e; dir && (e = readdir(dir));)
		if (wanted(e->d_name))
			*vec_push(a, out) = arena_printf(a, "%s%s", prefix, e->d_name);
	if (dir)
		closedir(dir);
}

static bool is_visible(const char *name)
{
	return *name != '.';
}

static void check_rescued(struct project *p, struct arena *a, check_list *out)
{
	const char *dir = recover_rescue_dir(p, a);
	names files = { 0 };
	list_dir(open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), a, "", is_visible, &files);
	add_check(a, out, "rescue", &files, "no version of a file had to be put aside",
		  arena_printf(a, "saved by two programs at once, and put into %s: ", dir),
		  "; take from them what the plans lack, then delete them");
}

/* ---- new texts ---- */

/* The directories of all plans, and our own. */
static bool plan_dirs(struct project *p, struct arena *a, names *out, struct err *err)
{
	stamp_list stamps;
	if (!store_stamps(p->store, a, &stamps, err))
		return false;
	*vec_push(a, out) = ".phaseline/";
	for (size_t i = 0; i < stamps.n; i++) {
		const char *path = stamps.v[i].path;
		*vec_push(a, out) = arena_dup(a, path, (size_t)(temp_base(path) - path));
	}
	sort(out);
	return true;
}

static bool is_intended(const intent_list *intents, const char *temp)
{
	for (size_t i = 0; i < intents->n; i++)
		if (strcmp(intents->v[i].temp, temp) == 0)
			return true;
	return false;
}

static void add_temps(struct project *p, struct arena *a, const char *dir,
		      const intent_list *intents, names *out)
{
	names found = { 0 };
	int fd = beneath_open(p->root_fd, *dir ? dir : ".", O_RDONLY | O_DIRECTORY);
	list_dir(fd, a, dir, temp_is, &found);
	for (size_t i = 0; i < found.n; i++)
		if (!is_intended(intents, found.v[i]))
			*vec_push(a, out) = found.v[i];
}

static bool check_temporary(struct project *p, struct arena *a, const intent_list *intents,
			    check_list *out, struct err *err)
{
	names dirs = { 0 }, temps = { 0 };
	if (!plan_dirs(p, a, &dirs, err))
		return false;
	for (size_t i = 0; i < dirs.n; i++)
		if (!i || strcmp(dirs.v[i - 1], dirs.v[i]) != 0)
			add_temps(p, a, dirs.v[i], intents, &temps);
	add_check(a, out, "temporary", &temps, "no new text was left behind",
		  "left by a phaseline that died: ",
		  "; look whether the plan has all of it, then delete it");
	return true;
}

/* What a phaseline is at work on that holds the lock is not left. */
static bool check_work(struct project *p, struct arena *a, check_list *out, struct err *err)
{
	struct recovery r = { .a = a };
	struct err busy = { 0 };
	if (!store_lock_within(p->store, 0, &busy)) {
		*vec_push(a, out) = (struct check){ "pending", true,
						    "not looked at: another phaseline is at work" };
		return true;
	}
	bool ok = store_intents(p->store, a, &r.intents, err) &&
		  underway_read(p->store, a, &r.underway, err);
	if (ok)
		check_pending(p, a, &r, out);
	ok = ok && check_temporary(p, a, &r.intents, out, err);
	store_unlock(p->store);
	return ok;
}

bool project_leftovers(struct project *p, struct arena *a, check_list *out, struct err *err)
{
	if (p->in_memory)
		return true;
	if (!check_work(p, a, out, err))
		return false;
	check_rescued(p, a, out);
	return true;
}
