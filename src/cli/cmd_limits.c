#include <string.h>

#include "base/limits.h"
#include "cli/table.h"
#include "render/doc.h"

struct options {
	bool json;
};

#define ROW(name_, value_, unit_, what_, why_)                                           \
	{ .name = #name_, .value = (value_), .unit = (unit_), .what = (what_), .why = (why_) },

static const struct {
	const char *name;
	long value;
	const char *unit, *what, *why;
} rows[] = { LIMITS(ROW) };

/* "YAML_DEPTH" as other names are written here. */
static const char *spelled(struct arena *a, const char *name)
{
	char *s = arena_str(a, name);

	for (char *c = s; *c; c++)
		*c = *c == '_' ? '-' : *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c;
	return s;
}

/* "64 KiB", "50,000 lines" */
static const char *amount(struct arena *a, long value, const char *unit)
{
	bool bytes = strcmp(unit, "bytes") == 0;

	if (bytes && value % (1L << 20) == 0)
		return arena_printf(a, "%ld MiB", value >> 20);
	if (bytes && value % (1L << 10) == 0)
		return arena_printf(a, "%ld KiB", value >> 10);
	if (value >= 1000000)
		return arena_printf(a, "%ld,%03ld,%03ld %s", value / 1000000, value / 1000 % 1000,
				    value % 1000, unit);
	if (value >= 1000)
		return arena_printf(a, "%ld,%03ld %s", value / 1000, value % 1000, unit);
	return arena_printf(a, "%ld %s", value, unit);
}

static void show_json(struct cli *c)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_object(&j);
		json_key_text(&j, "limit", spelled(&c->arena, rows[i].name));
		json_key_int(&j, "value", rows[i].value);
		json_key_text(&j, "unit", *rows[i].unit ? rows[i].unit : NULL);
		json_key_text(&j, "what", rows[i].what);
		json_key_text(&j, "why", rows[i].why);
		json_end(&j);
	}
	out_json_end(c, &j);
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	static const struct column columns[] = { { .title = "At most", .right = true },
						 { .title = "Of what" },
						 { .title = "Why", .stretch = true } };
	const struct options *o = options;
	struct block *t;
	struct doc d;

	(void)words, (void)err;
	if (o->json) {
		show_json(c);
		return true;
	}
	doc_start(&d, &c->arena, NULL);
	t = doc_table(&d, columns, 3);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cell *row = doc_row(&d, t);

		cell_text(&row[0], amount(&c->arena, rows[i].value, rows[i].unit));
		cell_text(&row[1], rows[i].what);
		cell_text(&row[2], rows[i].why);
		row[2].tone = TONE_DIM;
	}
	out_doc(c, &d);
	return true;
}

static const struct opt options[] = {
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_limits = {
	.name = "limits",
	.args = "",
	.help = "what phaseline takes from others, and why no more",
	.about = "What is beyond a limit is a finding with its line, and everything else is read.",
	.options = options,
	.size = sizeof(struct options),
	.run = run,
};
