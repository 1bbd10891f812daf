#include "cli/table.h"
#include "parse/parse.h"

struct options {
	bool json;
};

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct json j = out_json(c);

	(void)words, (void)err;
	if (!o->json) {
		buf_printf(&c->out, "phaseline %s\nSQLite %s, cmark %s, libyaml %s\n", PHL_VERSION,
			   store_sqlite_version(), parse_cmark_version(), parse_yaml_version());
		return true;
	}
	json_object(&j);
	json_key_text(&j, "phaseline", PHL_VERSION);
	json_key_text(&j, "sqlite", store_sqlite_version());
	json_key_text(&j, "cmark", parse_cmark_version());
	json_key_text(&j, "libyaml", parse_yaml_version());
	out_json_end(c, &j);
	return true;
}

static const struct opt options[] = {
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_version = {
	.name = "version",
	.args = "",
	.help = "the versions of phaseline and of what it is built on",
	.options = options,
	.size = sizeof(struct options),
	.run = run,
};
