/* .phaseline.yaml */
#include <string.h>

#include "base/err.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/front.h"
#include "parse/parse.h"

static bool fail(const struct front_key *k, int *line, int *col, struct err *err, const char *what)
{
	*line = k->line;
	*col = k->col;
	return err_set(err, ERR_USAGE, "%s: %s", k->name, what);
}

static bool read_bool(const struct front_key *k, bool *out)
{
	static const char *const yes[] = { "true", "yes", "on", NULL }, *const no[] = { "false", "no", "off", NULL };
	for (int i = 0; yes[i]; i++) {
		size_t n = k->value ? strlen(k->value) : 0;
		if (same_word(k->value, n, yes[i]) || same_word(k->value, n, no[i])) {
			*out = same_word(k->value, n, yes[i]);
			return true;
		}
	}
	return false;
}

static bool read_number(const struct front_key *k, int low, int high, int *out)
{
	int v = 0;
	const char *s = k->value ? k->value : "";
	for (; is_digit(*s) && v < 1000; s++)
		v = v * 10 + (*s - '0');
	*out = v;
	return !*s && v >= low && v <= high;
}

static void add(struct arena *a, const struct front_key *k, struct config *out, bool source)
{
	for (size_t i = 0; i < k->items.n; i++) {
		const char *item = arena_str(a, k->items.v[i]);
		if (source)
			*vec_push(a, &out->source) = item;
		else
			*vec_push(a, &out->plans) = item;
	}
	if (k->nested || k->null)
		return;
	if (source)
		*vec_push(a, &out->source) = arena_str(a, k->value);
	else
		*vec_push(a, &out->plans) = arena_str(a, k->value);
}

static bool take(struct arena *a, const struct front_key *k, struct config *out, int *line, int *col,
		 struct err *err)
{
	if (strcmp(k->name, "plans") == 0 || strcmp(k->name, "source") == 0)
		add(a, k, out, k->name[0] == 's');
	else if (strcmp(k->name, "title") == 0)
		out->title = k->null ? NULL : arena_str(a, k->value);
	else if (strcmp(k->name, "write_back") == 0)
		return read_bool(k, &out->write_back) || fail(k, line, col, err, "say true or false");
	else if (strcmp(k->name, "plan_done") == 0) {
		out->plan_done_auto = k->value && strcmp(k->value, "auto") == 0;
		return out->plan_done_auto || (k->value && strcmp(k->value, "manual") == 0) ||
		       fail(k, line, col, err, "say auto or manual");
	} else if (strcmp(k->name, "hours_per_day") == 0)
		return read_number(k, 1, 24, &out->hours_per_day) || fail(k, line, col, err, "say a number from 1 to 24");
	else if (strcmp(k->name, "days_per_week") == 0)
		return read_number(k, 1, 7, &out->days_per_week) || fail(k, line, col, err, "say a number from 1 to 7");
	else
		return fail(k, line, col, err,
			    "unknown setting; phaseline(1) names those there are");
	return true;
}

bool parse_config(struct arena *a, const char *bytes, size_t len, struct config *out, int *line, int *col,
		  struct err *err)
{
	struct arena scratch = { 0 };
	struct phl_plan plan = { 0 };
	struct reader r = { .a = a, .scratch = &scratch, .plan = &plan };
	struct front front;
	bool ok = true;
	*out = (struct config){ .write_back = true, .hours_per_day = 8, .days_per_week = 5 };
	source_split(&r.src, &scratch, bytes, len);
	front_read_file(&r, &front);
	if (plan.findings.n) {
		*line = plan.findings.v[0].line;
		*col = plan.findings.v[0].col;
		ok = err_set(err, ERR_USAGE, "%s", plan.findings.v[0].message);
	}
	for (size_t i = 0; ok && i < front.keys.n; i++)
		ok = take(a, &front.keys.v[i], out, line, col, err);
	arena_free(&scratch);
	return ok;
}
