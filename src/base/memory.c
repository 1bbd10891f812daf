#include "base/memory.h"

#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

static _Thread_local struct escape *innermost;
static const char *last_words;

void memory_last_words(const char *words)
{
	last_words = words;
}

_Noreturn void out_of_memory(void)
{
	struct escape *e = innermost;

	if (e) {
		innermost = e->outer;
		longjmp(e->at, 1);
	}
	dprintf(STDERR_FILENO, "phaseline: out of memory%s\n", last_words ? last_words : "");
	_exit(5);
}

jmp_buf *escape_begin(struct escape *e)
{
	e->outer = innermost;
	innermost = e;
	return &e->at;
}

void escape_end(struct escape *e)
{
	innermost = e->outer;
}
