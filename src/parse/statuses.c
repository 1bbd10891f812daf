/* The words for statuses in a configuration of a family's tool. */
#include <string.h>

#include "model/wordlist.h"
#include "parse/front.h"
#include "parse/parse.h"

const struct wordlist *parse_statuses(struct arena *a, struct arena *scratch,
				      const char *bytes, size_t len)
{
	static const char *const list_keys[] = { "statuses", NULL };
	static const char *const first_keys[] = { "default_status", NULL };
	struct phl_plan plan = { 0 };
	struct reader r = { .a = a, .scratch = scratch, .plan = &plan };
	struct front front;
	PHL_LIST(const char *) words = { 0 };
	source_split(&r.src, scratch, bytes, len);
	front_read_file(&r, &front);
	const struct front_key *list = front_find(&front, list_keys);
	const struct front_key *first = front_find(&front, first_keys);
	for (size_t i = 0; list && i < list->items.n; i++)
		if (*list->items.v[i])
			*vec_push(a, &words) = arena_str(a, list->items.v[i]);
	if (!words.n)
		return NULL;
	struct wordlist *w = arena_alloc(a, sizeof *w);
	*w = (struct wordlist){ .v = words.v, .n = words.n };
	if (first && !first->nested && !first->null)
		w->first = arena_str(a, first->value);
	return w;
}
