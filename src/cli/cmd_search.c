#include "base/text.h"
#include "cli/table.h"
#include "report/labels.h"
#include "report/rows_json.h"

enum { LIMIT = 50, LIMIT_MOST = 100000 };

struct options {
	const char *limit;
	bool json;
};

static void show_json(struct cli *c, const hit_list *hits)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < hits->n; i++)
		rows_json_hit(&j, &hits->v[i]);
	out_json_end(c, &j);
}

static void show_list(struct cli *c, const hit_list *hits)
{
	static const struct column columns[] = {
		{ .code = true }, { 0 }, { .stretch = true }, { .code = true, .stretch = true },
	};
	struct block *t;
	struct doc d;

	doc_start(&d, &c->arena, NULL);
	t = doc_table(&d, columns, 4);
	for (size_t i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		struct cell *row = doc_row(&d, t);

		cell_text(&row[0], label_id(&c->arena, h->plan_id, h->path));
		cell_text(&row[1], h->kind);
		cell_text(&row[2], h->text);
		cell_text(&row[3], arena_printf(&c->arena, "%s:%d", h->path, h->line));
		row[1].tone = row[3].tone = TONE_DIM;
	}
	out_doc(c, &d);
}

static const char *joined(struct cli *c, const struct words *words)
{
	const char *s = words->v[0];

	for (size_t i = 1; i < words->n; i++)
		s = arena_printf(&c->arena, "%s %s", s, words->v[i]);
	return s;
}

/* 0 for what is no number. */
static int read_limit(const char *s)
{
	int n = 0;

	for (; is_digit(*s) && n <= LIMIT_MOST; s++)
		n = n * 10 + (*s - '0');
	return *s ? 0 : n;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	const char *query = joined(c, words);
	int limit = o->limit ? read_limit(o->limit) : LIMIT;
	hit_list hits = { 0 };

	if (limit < 1 || limit > LIMIT_MOST)
		return err_set(err, ERR_USAGE, "--limit takes a number from 1 to %d, not \"%s\"",
			       LIMIT_MOST, o->limit);
	if (!store_search(c->project->store, &c->arena, query, limit, &hits, err))
		return false;
	if (o->json)
		show_json(c, &hits);
	else if (hits.n)
		show_list(c, &hits);
	if (!out_flush(c, err))
		return false;
	if (hits.n == (size_t)limit)
		out_note(c, "the first %d; more with --limit", limit);
	return hits.n || err_set(err, ERR_ANSWER_NO, "nothing found for \"%s\"", query);
}

static const struct opt options[] = {
	TEXT(struct options, limit, 'n', "limit", "N", "at most N lines (50)", NULL),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_search = {
	.name = "search",
	.args = "WORD...",
	.help = "find words in titles, tasks, steps, notes and file names",
	.about = "All words must occur in one place; schedul* finds what starts so, and a phrase\n"
		 "in quotes (which the shell must not take away) finds exactly that.",
	.options = options,
	.size = sizeof(struct options),
	.least = 1,
	.most = -1,
	.needs = CMD_PLANS,
	.run = run,
};
