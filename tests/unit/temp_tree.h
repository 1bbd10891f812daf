/* temp_tree: a directory of files for a test, removed afterwards */
#ifndef TEMP_TREE_H
#define TEMP_TREE_H

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char temp_root[64];

static inline void temp_make(void)
{
	strcpy(temp_root, "/tmp/phaseline-test-XXXXXX");
	if (!mkdtemp(temp_root))
		abort();
}

static inline char *temp_path(const char *path)
{
	static char full[4][512];
	static unsigned turn;
	char *out = full[turn++ % 4];

	snprintf(out, sizeof full[0], "%s/%s", temp_root, path);
	return out;
}

/* Makes every directory on the way to `path`. */
static inline void temp_dirs(const char *path)
{
	char *full = temp_path(path);

	for (char *p = full + strlen(temp_root) + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		mkdir(full, 0777);
		*p = '/';
	}
}

static inline void temp_write(const char *path, const char *text)
{
	FILE *f;

	temp_dirs(path);
	f = fopen(temp_path(path), "w");
	if (!f)
		abort();
	fputs(text, f);
	fclose(f);
}

static inline int temp_remove_one(const char *path, const struct stat *st, int type,
				  struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static inline void temp_remove(void)
{
	nftw(temp_root, temp_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
