/* Any text, compared with any references to it, gives states that can be true. */
#include "holds.h"
#include "tree/match.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { REFS = 6 };

/* What a reference found is a line of the text, and no line serves two. */
static void check(const struct match_ref *refs, int n, int lines)
{
	for (int i = 0; i < n; i++) {
		const struct match_ref *r = &refs[i];
		HOLDS(r->state >= 0 && r->state < REF_STATES);
		HOLDS(r->state != REF_GONE && r->state != REF_UNBOUND && r->state != REF_AMBIGUOUS);
		HOLDS((r->state == REF_STANDING || r->state == REF_MOVED) <= (r->nfound > 0));
		HOLDS(r->state != REF_CLEARED || r->nfound == 0);
		for (int k = 0; k < r->nfound; k++)
			HOLDS(r->found[k] >= 1 && r->found[k] <= lines);
	}
}

/* Quotes come first, a NUL behind each, with two bytes for lines before them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct match_ref refs[REFS] = { 0 };
	char *text = malloc(size + 1), *at = text, *end = text + size;
	int n = 0;

	memcpy(text, data, size);
	*end = '\0';
	for (; n < REFS && end - at > 3 && memchr(at + 2, '\0', (size_t)(end - at - 2)); n++) {
		refs[n].first = 1 + (unsigned char)at[0] % 64;
		refs[n].last = refs[n].first + (unsigned char)at[1] % 32;
		refs[n].approximate = at[1] & 64;
		refs[n].group = (unsigned char)at[1] >> 7;
		refs[n].expected = at + 2;
		if (n)
			refs[n].wanted = refs[n - 1].expected;
		at += 2 + strlen(at + 2) + 1;
	}
	struct code code = { .bytes = at, .n = (size_t)(end - at) };
	struct arena scratch = { 0 };
	match_refs(&code, refs, (size_t)n, &scratch);
	arena_free(&scratch);
	check(refs, n, code_lines(&code));
	code_free(&code);
	free(text);
	return 0;
}
