/* What git knows of the work on a plan, as JSON. */
#include "base/day.h"
#include "model/work.h"

static void texts(struct json *j, const char *key, const char *const *v, size_t n)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < n; i++)
		json_text(j, v[i]);
	json_end(j);
}

static void time_or_null(struct json *j, const char *key, bool known, int64_t time)
{
	char at[21];

	day_format(time, at);
	json_key_text(j, key, known ? at : NULL);
}

static void one_commit(struct json *j, const struct work_commit *c)
{
	json_object(j);
	json_key_text(j, "hash", c->id);
	time_or_null(j, "at", true, c->time);
	json_key_text(j, "who", c->author);
	json_key_text(j, "subject", c->subject);
	if (c->task)
		json_key_int(j, "task", c->task - 1);
	else
		json_key_null(j, "task");
	json_key_bool(j, "recorded", c->recorded);
	texts(j, "files", c->files.v, c->files.n);
	json_end(j);
}

static void one_file(struct json *j, const struct work_file *f)
{
	json_object(j);
	json_key_text(j, "path", f->file->path);
	json_key_text(j, "resolved", f->path);
	json_key_text(j, "change", work_state_words[f->state]);
	json_key_bool(j, "touched", f->touched);
	json_end(j);
}

void work_json(struct json *j, const struct work *work)
{
	if (!work) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key_text(j, "since", work->since);
	time_or_null(j, "since_at", work->since != NULL, work->since_time);
	json_key(j, "commits");
	json_array(j);
	for (size_t i = 0; i < work->commits.n; i++)
		one_commit(j, &work->commits.v[i]);
	json_end(j);
	json_key(j, "files");
	json_array(j);
	for (size_t i = 0; i < work->files.n; i++)
		one_file(j, &work->files.v[i]);
	json_end(j);
	texts(j, "unplanned", work->unplanned.v, work->unplanned.n);
	json_end(j);
}
