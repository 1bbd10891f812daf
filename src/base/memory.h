/* memory: what happens when it runs out */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <setjmp.h>

/* Goes to the innermost escape of this thread.  Without one it says so on standard error
 * and ends the program with status 5: like a kill at that moment, which everything that is
 * written to disk survives. */
_Noreturn void out_of_memory(void);

/* What else is said then: NULL or a text that is never freed. */
void memory_last_words(const char *words);

/* Somebody who goes on when memory runs out:
 *
 *	struct escape e;
 *
 *	if (setjmp(*escape_begin(&e)) == 0) {
 *		…
 *		escape_end(&e);
 *	} else {
 *		free what lies outside of arenas, then give up, or call out_of_memory()
 *	}
 *
 * What changes between the two, and is looked at afterwards, does not lie in local variables. */
struct escape {
	struct escape *outer;
	jmp_buf at;
};

jmp_buf *escape_begin(struct escape *e);
void escape_end(struct escape *e);

#endif
