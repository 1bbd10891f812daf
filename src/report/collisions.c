#include "report/collisions.h"

#include "report/labels.h"

static const char *place(struct arena *a, const struct collision *c)
{
	if (!c->first)
		return c->path;
	if (c->first == c->last)
		return arena_printf(a, "%s:%d", c->path, c->first);
	return c->last == INT32_MAX ? arena_printf(a, "%s:%d+", c->path, c->first) :
				      arena_printf(a, "%s:%d-%d", c->path, c->first, c->last);
}

/* "03-04, in progress, and 2 more" */
static const char *others(struct arena *a, const struct collision *c)
{
	const char *id = label_id(a, c->other->id, c->other->path);
	bool busy = c->other->status == PHL_IN_PROGRESS;

	if (!c->more)
		return arena_printf(a, "%s%s", id, busy ? ", in progress" : "");
	return arena_printf(a, "%s%s and %d more", id, busy ? ", in progress," : "", c->more);
}

const char *collision_words(struct arena *a, const struct collision *c)
{
	return arena_printf(a, "%s is also touched by %s", place(a, c), others(a, c));
}

const char *collision_warning(struct arena *a, const struct collision *c)
{
	return arena_printf(a, "also touched by %s: %s", others(a, c), place(a, c));
}

void collision_findings(struct arena *a, const collision_list *list, size_t worded,
			finding_rows *out)
{
	size_t told[2] = { 0 };

	for (size_t i = 0; i < list->n; i++) {
		const struct collision *c = &list->v[i];

		*vec_push(a, out) = (struct finding_row){
			.path = c->plan->path,
			.plan_id = c->plan->id,
			.finding = {
				.rule = c->first ? "same-lines" : "same-file",
				.severity = c->first ? PHL_WARNING : PHL_NOTE,
				.line = c->line,
				.col = c->col,
				.message = told[!c->first]++ < worded ?
						   collision_words(a, c) : NULL,
			},
		};
	}
}

void collision_json(struct json *j, const struct collision *c)
{
	json_key_text(j, "plan", c->plan->id);
	json_key_text(j, "path", c->plan->path);
	json_key_text(j, "other", c->other->id);
	json_key_text(j, "other_path", c->other->path);
	json_key_int(j, "more", c->more);
	json_key_text(j, "file", c->path);
	json_key(j, "first");
	if (c->first)
		json_int(j, c->first);
	else
		json_null(j);
	json_key(j, "last");
	if (c->first && c->last != INT32_MAX)
		json_int(j, c->last);
	else
		json_null(j);
	json_key_int(j, "line", c->line);
}
