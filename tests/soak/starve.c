/* starve COMMAND ARGS...: phaseline itself, whose allocation number STARVE_AT fails
 * ("N+": and all behind it).  To the file STARVE_COUNT it writes how many there were. */
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>

#include "../unit/starve.h"

/* What SQLite gets comes off lists of ours: there each piece may fail, too. */
static sqlite3_mem_methods given;

int __real_sqlite3_config(int option, ...);
int __wrap_sqlite3_config(int option, ...);

static void *take_piece(int n)
{
	return fails() ? NULL : given.xMalloc(n);
}

static void *change_piece(void *p, int n)
{
	return fails() ? NULL : given.xRealloc(p, n);
}

int __wrap_sqlite3_config(int option, ...)
{
	va_list ap;
	int done;

	va_start(ap, option);
	if (option == SQLITE_CONFIG_MALLOC) {
		sqlite3_mem_methods ours = given = *va_arg(ap, sqlite3_mem_methods *);

		ours.xMalloc = take_piece;
		ours.xRealloc = change_piece;
		done = __real_sqlite3_config(option, &ours);
	} else if (option == SQLITE_CONFIG_MEMSTATUS) {
		done = __real_sqlite3_config(option, va_arg(ap, int));
	} else {
		done = __real_sqlite3_config(option);
	}
	va_end(ap);
	return done;
}

__attribute__((constructor)) static void begin(void)
{
	const char *at = getenv("STARVE_AT");

	if (at)
		starve.at = strtol(at, NULL, 10);
	starve.after = at && strchr(at, '+');
}

__attribute__((destructor)) static void end(void)
{
	const char *name = getenv("STARVE_COUNT");
	long n = starve.count;
	FILE *f = name ? fopen(name, "w") : NULL;

	if (!f)
		return;
	fprintf(f, "%ld\n", n);
	fclose(f);
}
