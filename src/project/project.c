#include "project/project.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/day.h"
#include "project/plan_files.h"
#include "project/stable.h"
#include "tree/root.h"
#include "tree/walk.h"

#define CONFIG ".phaseline.yaml"

static bool read_config(struct project *p, struct err *err)
{
	struct buf bytes = { 0 };
	struct err own = { 0 };
	struct stat st;
	int line = 1, col = 1;
	bool ok = true;

	if (!stable_read(p->root_fd, CONFIG, -1, 0, &bytes, &st) && errno != ENOENT)
		return err_errno(err, ERR_IO, "cannot read %s/%s", p->root, CONFIG);
	if (!parse_config(&p->arena, bytes.s ? bytes.s : "", bytes.n, &p->config, &line,
			  &col, &own))
		ok = err_set(err, own.kind ? own.kind : ERR_USAGE, "%s:%d:%d: %s", CONFIG,
			     line, col, own.text);
	buf_free(&bytes);
	return ok;
}

/* ---- where the store is ---- */

static bool has_plans(struct project *p)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct plan_files pf;
	bool any;

	plan_files_prepare(&pf, &p->config, NULL);
	any = tree_walk(&pf.walk, &a, p->root_fd, &err) && pf.walk.files.n > 0;
	arena_free(&a);
	return any;
}

static bool is_writable(const char *path)
{
	return access(path, W_OK) == 0;
}

/* The store of the tree itself.  A tree that cannot be written, or that has no
 * plans, gets one in memory: nothing is left behind. */
static void choose_own(struct project *p)
{
	const char *dir = arena_printf(&p->arena, "%s/.phaseline", p->root);
	const char *path = arena_printf(&p->arena, "%s/store.db", dir);
	bool dir_exists = access(dir, F_OK) == 0, exists = access(path, F_OK) == 0;

	if (dir_exists ? !is_writable(dir) : !is_writable(p->root))
		p->in_memory = true;
	else if (exists ? !is_writable(path) : !has_plans(p))
		p->in_memory = true;
	p->store_path = path;
}

static void choose_store(struct project *p, const struct project_options *o)
{
	const char *named = o->store ? o->store : getenv("PHASELINE_STORE");

	if (named && *named)
		p->store_path = arena_str(&p->arena, named);
	else
		choose_own(p);
	p->in_memory |= o->memory;
	if (p->in_memory)
		p->store_path = ":memory:";
}

static bool choose_jobs(struct project *p, const struct project_options *o, struct err *err)
{
	const char *named = getenv("PHASELINE_JOBS");
	char *end = NULL;
	long n = !o->jobs && named && *named ? strtol(named, &end, 10) : o->jobs;

	if (end && (*end || n < 1 || n > 1000))
		return err_set(err, ERR_USAGE, "PHASELINE_JOBS is \"%s\"; make it a number of "
					       "threads, from 1", named);
	p->jobs = (int)n;
	return true;
}

/* Without a look at the tree, a store that can only be read is good enough. */
static bool open_store(struct project *p, const struct project_options *o,
		       struct err *err)
{
	const char *own = arena_printf(&p->arena, "%s/.phaseline/store.db", p->root);
	const char *path = strcmp(p->store_path, ":memory:") ? p->store_path : own;
	bool readable = access(path, R_OK) == 0;

	if (o->no_sync && readable && (p->in_memory || !is_writable(path)) && !o->memory) {
		p->in_memory = false;
		p->read_only = true;
		p->store_path = arena_str(&p->arena, path);
		return store_open(&p->store, path, STORE_READONLY, err);
	}
	return store_open(&p->store, p->store_path, p->in_memory ? STORE_MEMORY : 0, err);
}

bool project_open(struct project **out, const struct project_options *o, struct err *err)
{
	struct arena a = { 0 };
	struct project *p = arena_alloc(&a, sizeof *p);

	p->arena = a; /* it lives in its own arena */
	p->root_fd = -1;
	*out = NULL;
	if (!root_find(&p->arena, o->dir, &p->root, err))
		goto fail;
	p->root_fd = open(p->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (p->root_fd < 0) {
		err_errno(err, ERR_IO, "cannot read %s", p->root);
		goto fail;
	}
	if (!read_config(p, err))
		goto fail;
	day_set_working(p->config.hours_per_day, p->config.days_per_week);
	if (!choose_jobs(p, o, err))
		goto fail;
	choose_store(p, o);
	if (!open_store(p, o, err))
		goto fail;
	*out = p;
	return true;
fail:
	project_close(p);
	return false;
}

void project_pause(struct project *p)
{
	if (p->in_memory)
		return;
	store_close(p->store);
	p->store = NULL;
}

bool project_resume(struct project *p, struct err *err)
{
	return p->store || store_open(&p->store, p->store_path,
				      p->read_only ? STORE_READONLY : 0, err);
}

void project_close(struct project *p)
{
	struct arena a;

	if (!p)
		return;
	store_close(p->store);
	if (p->root_fd >= 0)
		close(p->root_fd);
	a = p->arena;
	arena_free(&a);
}
