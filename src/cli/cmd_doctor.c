#include <sys/vfs.h>

#include "cli/table.h"
#include "model/rollup.h"
#include "project/leftovers.h"
#include "report/labels.h"

struct options {
	bool json;
};

/* File systems where locks or renames are known to be less than they should. */
static const struct {
	unsigned long magic;
	const char *name;
	bool doubtful;
} file_systems[] = {
	{ 0xef53, "ext4", false },     { 0x58465342, "xfs", false },
	{ 0x9123683e, "btrfs", false }, { 0x01021994, "tmpfs", false },
	{ 0x794c7630, "overlayfs", false }, { 0x2fc12fc1, "zfs", false },
	{ 0xf2f52010, "f2fs", false }, { 0x6969, "nfs", true },
	{ 0x517b, "smb", true },       { 0xff534d42, "cifs", true },
	{ 0xfe534d42, "smb2", true },  { 0x01021997, "9p", true },
	{ 0x65735546, "fuse", true },  { 0x786f4256, "vboxsf", true },
};

static void add_check(struct cli *c, check_list *list, const char *name, bool ok,
		      const char *detail)
{
	*vec_push(&c->arena, list) = (struct check){ name, ok, detail };
}

static void check_file_system(struct cli *c, check_list *list)
{
	struct statfs fs;

	if (statfs(c->project->root, &fs) != 0)
		return;
	for (size_t i = 0; i < sizeof file_systems / sizeof *file_systems; i++)
		if ((unsigned long)fs.f_type == file_systems[i].magic) {
			add_check(c, list, "file-system", !file_systems[i].doubtful,
				  arena_printf(&c->arena, "%s%s", file_systems[i].name,
					       file_systems[i].doubtful
						   ? ": locks may not hold; put the store on a "
						     "local disk with --store"
						   : ""));
			return;
		}
	add_check(c, list, "file-system", true,
		  arena_printf(&c->arena, "type 0x%lx", (unsigned long)fs.f_type));
}

static bool gather(struct cli *c, check_list *list, struct err *err)
{
	phase_rows phases = { 0 };
	check_list store = { 0 };
	struct phase_row sum;

	add_check(c, list, "root", true, c->project->root);
	add_check(c, list, "store", true,
		  c->project->in_memory ? "in memory: the tree cannot be written"
					: c->project->store_path);
	if (!store_phases(c->project->store, &c->arena, &phases, err) ||
	    !store_checks(c->project->store, &c->arena, &store, err))
		return false;
	sum = rollup_total(&phases);
	for (size_t i = 0; i < store.n; i++)
		*vec_push(&c->arena, list) = store.v[i];
	if (!project_leftovers(c->project, &c->arena, list, err))
		return false;
	check_file_system(c, list);
	add_check(c, list, "plans", true,
		  arena_printf(&c->arena, "%s in %s, %s, %s",
			       label_count(&c->arena, sum.plans, "plan"),
			       label_count(&c->arena, (long)phases.n, "phase"),
			       label_count(&c->arena, sum.tasks.total, "task"),
			       label_count(&c->arena, sum.refs.total, "reference")));
	add_check(c, list, "files", c->sync.unreadable == 0,
		  c->sync.unreadable ? arena_printf(&c->arena, "%d cannot be read",
						    c->sync.unreadable)
				     : "all can be read");
	return true;
}

static void show_text(struct cli *c, const check_list *list)
{
	static const struct column columns[] = { { 0 }, { .stretch = true } };
	struct block *t;
	struct doc d;

	doc_start(&d, &c->arena, NULL);
	t = doc_table(&d, columns, 2);
	for (size_t i = 0; i < list->n; i++) {
		struct cell *row = doc_row(&d, t);

		cell_text(&row[0], list->v[i].name);
		row[0].mark = list->v[i].ok ? MARK_DONE : MARK_ALERT;
		cell_text(&row[1], list->v[i].detail);
		row[1].tone = list->v[i].ok ? TONE_DIM : TONE_BAD;
	}
	out_doc(c, &d);
}

static void show_json(struct cli *c, const check_list *list)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < list->n; i++) {
		json_object(&j);
		json_key_text(&j, "check", list->v[i].name);
		json_key_bool(&j, "ok", list->v[i].ok);
		json_key_text(&j, "detail", list->v[i].detail);
		json_end(&j);
	}
	out_json_end(c, &j);
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	check_list list = { 0 };
	size_t bad = 0;

	(void)words;
	if (!gather(c, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++)
		bad += !list.v[i].ok;
	if (o->json)
		show_json(c, &list);
	else
		show_text(c, &list);
	return !bad || err_set(err, ERR_ANSWER_NO, "%s not in order",
			       bad == 1 ? "1 check is" : arena_printf(&c->arena,
								       "%zu checks are", bad));
}

static const struct opt options[] = {
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_doctor = {
	.name = "doctor",
	.args = "",
	.help = "check the store and where it lies",
	.about = "Exit status 1 if a check fails; its line says what to do.",
	.options = options,
	.size = sizeof(struct options),
	.needs = CMD_PROJECT,
	.run = run,
};
