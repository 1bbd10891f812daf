/* project_fixture: a project in a temporary tree, opened as a command opens it */
#ifndef PROJECT_FIXTURE_H
#define PROJECT_FIXTURE_H

#include "unit.h"

#include <stdlib.h>

#include "project/project.h"
#include "temp_tree.h"

static struct arena arena;
static struct project *project;
static struct sync_stats stats;

static int set_up(void **state)
{
	(void)state;
	unsetenv("PHASELINE_STORE");
	temp_make();
	temp_write(".git/HEAD", "");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	temp_remove();
	arena_free(&arena);
	return 0;
}

/* Opens and syncs it; the caller closes it. */
static void open_project(void)
{
	struct project_options o = { .dir = temp_root };
	struct err err = { 0 };

	arena_reset(&arena);
	if (!project_open(&project, &o, &err) || !project_sync(project, &o, &stats, &err))
		fail_msg("%s", err.text);
}

#endif
