/* noload: SQLite can load extensions from shared libraries; this program does not
 *
 * The linker puts this in the place of the C library's dlopen (see Makefile). */
#include <stddef.h>

void *__wrap_dlopen(const char *path, int flags);

void *__wrap_dlopen(const char *path, int flags)
{
	(void)path, (void)flags;
	return NULL;
}
