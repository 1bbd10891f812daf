#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "cli/kin.h"
#include "cli/look.h"
#include "cli/proven.h"
#include "cli/table.h"
#include "model/claims.h"

struct options {
	const char *family;
};

enum { LIMIT = 64 << 20 }; /* bytes of a file named on the command line */

static bool is_markdown(const char *name)
{
	size_t n = strlen(name);

	return n > 3 && strcmp(name + n - 3, ".md") == 0;
}

/* Of all plans. */
struct known {
	int64_t asked; /* when the code was asked about them */
	proof_list proofs;
};

static void add_line(struct cli *c, const struct phl_plan *plan, const struct told *told,
		     const struct proof *proof)
{
	struct json j = out_json(c);

	plan_json_known(&j, plan, told, NULL, proof);
	out_json_end(c, &j);
}

static bool export_row(struct cli *c, struct arena *a, int64_t row,
		       const struct known *known, struct err *err)
{
	struct phl_plan *plan;
	struct told told;

	arena_reset(a);
	if (!store_plan(c->project->store, a, row, &plan, err) ||
	    !store_evidence(c->project->store, a, row, &told, err))
		return false;
	told.at = told.at > known->asked ? told.at : known->asked;
	add_line(c, plan, &told, proof_of_plan(&known->proofs, row));
	return out_some(c, err);
}

static bool export_all(struct cli *c, struct arena *a, const char *family,
		       const struct known *known, struct err *err)
{
	plan_rows plans = { 0 };

	if (!store_plans(c->project->store, &c->arena, 0, &plans, err))
		return false;
	for (size_t i = 0; i < plans.n; i++)
		if (kin_has(family, plans.v[i].path) &&
		    !export_row(c, a, plans.v[i].row, known, err))
			return false;
	return true;
}

/* Reads a file that is no plan of this tree for what it says by itself. */
static bool export_file(struct cli *c, const char *name, struct err *err)
{
	struct buf b = { 0 };
	bool ok = file_read(AT_FDCWD, name, LIMIT, &b, NULL, err);

	if (ok) {
		struct phl_plan *plan = phl_plan_parse(b.s ? b.s : "", b.n, name);

		if (!plan)
			out_of_memory();
		add_line(c, plan, NULL, NULL);
		phl_plan_free(plan);
	}
	buf_free(&b);
	return ok && out_some(c, err);
}

static bool export_target(struct cli *c, struct arena *a, const char *name,
			  const struct known *known, struct err *err)
{
	struct target t;

	if (project_target(c->project, &c->arena, name, &t, err))
		return export_row(c, a, t.plan.row, known, err);
	if (err->kind != ERR_USAGE || !is_markdown(name) || faccessat(AT_FDCWD, name, F_OK, 0))
		return false;
	*err = (struct err){ 0 };
	return export_file(c, name, err);
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct arena a = { 0 };
	struct known known;
	bool ok = look_evidence(c, LOOK_CHEAP, &known.asked, err) &&
		  proven_load(c, &known.proofs, err);

	if (words->n && o->family)
		return err_set(err, ERR_USAGE, "--family or plans, not both");
	if (ok && !words->n)
		ok = export_all(c, &a, o->family, &known, err);
	for (size_t i = 0; ok && i < words->n; i++)
		ok = export_target(c, &a, words->v[i], &known, err);
	arena_free(&a);
	return ok;
}

static const struct opt options[] = {
	FAMILY(struct options, family),
	{ .kind = OPT_END },
};

const struct cmd cmd_export = {
	.name = "export",
	.args = "[PLAN...]",
	.help = "plans as JSON, one a line",
	.about = "Each line is the object that `show --json` prints. A markdown file that is no\n"
		 "plan of this tree is read for what it says by itself.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PROJECT,
	.words = WORDS_PLANS,
	.run = run,
};
