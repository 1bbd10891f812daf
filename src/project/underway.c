#include "project/underway.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

/* No path from the root holds two slashes in a row. */
#define END "//"

struct underway *underway_find(const underway_list *list, const char *temp)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i].temp, temp) == 0)
			return &list->v[i];
	return NULL;
}

static const char *read_one(struct arena *a, const char *text, struct underway *u)
{
	const char *end = strstr(text, END), *last = end ? strstr(end + 2, END) : NULL;
	/* NOLINTNEXTLINE(cert-err34-c): 16 digits are 64 bits */
	if (!last || sscanf(end + 2, "%c%16" SCNx64 "%16" SCNx64 "%16" SCNx64 "%16" SCNx64,
			    &u->state, &u->from[0], &u->from[1], &u->to[0], &u->to[1]) != 5)
		return NULL;
	u->temp = arena_dup(a, text, (size_t)(end - text));
	return last + 2;
}

bool underway_read(struct store *s, struct arena *a, underway_list *list, struct err *err)
{
	const char *text;
	struct underway u = { 0 };
	*list = (underway_list){ 0 };
	if (!store_read_note(s, a, &text, err))
		return false;
	while (text && *text && (text = read_one(a, text, &u)))
		*vec_push(a, list) = u;
	return true;
}

bool underway_write(struct store *s, const underway_list *list, struct err *err)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < list->n; i++) {
		const struct underway *u = &list->v[i];
		buf_printf(&b, "%s" END "%c%016" PRIx64 "%016" PRIx64 "%016" PRIx64
			       "%016" PRIx64 END,
			   u->temp, u->state, u->from[0], u->from[1], u->to[0], u->to[1]);
	}
	bool ok = store_note(s, b.n ? b.s : NULL, err);
	buf_free(&b);
	return ok;
}
