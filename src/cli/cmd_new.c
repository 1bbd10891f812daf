#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/kin.h"
#include "cli/table.h"
#include "parse/fresh.h"
#include "parse/ident.h"
#include "project/plan_files.h"
#include "tree/beneath.h"

struct options {
	const char *family;
	bool dry_run, json;
};

/* ---- what there is already ---- */

/* Where most plans are. */
static const struct family *usual_family(const plan_rows *plans)
{
	const char *best = *family_names;
	size_t most = 0;

	for (const char *const *f = family_names; *f; f++) {
		size_t n = 0;

		for (size_t i = 0; i < plans->n; i++)
			n += kin_has(*f, plans->v[i].path);
		if (n > most) {
			most = n;
			best = *f;
		}
	}
	return family_named(best);
}

static bool is_of_phase(const struct plan_row *p, const char *phase)
{
	return p->phase && strcmp(p->phase, phase) == 0;
}

/* The directory of a path, up to where `dir` ends in it; NULL where that is not in it. */
static const char *up_to(struct arena *a, const char *path, const char *dir)
{
	size_t n = strlen(dir);

	for (const char *p = path, *slash; (slash = strchr(p, '/')); p = slash + 1)
		if (strncmp(p, dir, n) == 0 && p[n] == '/')
			return arena_dup(a, path, (size_t)(p - path) + n);
	return NULL;
}

/* Beside those of its phase or kind, wherever these are. */
static const char *directory(struct arena *a, const plan_rows *plans, const struct family *family,
			     const struct fresh *f)
{
	const char *usual = fresh_dir(a, family, f);

	for (size_t i = 0; i < plans->n; i++) {
		const char *path = plans->v[i].path, *slash = strrchr(path, '/');
		const char *dir = f->phase ? NULL : up_to(a, path, usual);

		if (!kin_has(family->name, path))
			continue;
		if (f->phase && slash && is_of_phase(&plans->v[i], f->phase))
			dir = arena_dup(a, path, (size_t)(slash - path));
		if (dir)
			return dir;
	}
	return usual;
}

/* ---- numbers ---- */

/* "TASK" and 8 of "TASK-8.1", "" and 7 of "007-lamps"; false for "lamps". */
static bool split_id(struct arena *a, const char *id, const char **prefix, int *number)
{
	size_t n = strcspn(id, "0123456789");
	long value = 0;

	if (!id[n] || (n && id[n - 1] != '-'))
		return false;
	for (const char *s = id + n; is_digit(*s) && value < 1000000; s++)
		value = 10 * value + (*s - '0');
	*prefix = arena_dup(a, id, n ? n - 1 : 0);
	*number = (int)value;
	return true;
}

/* The first number that no plan of its phase, or of its kind, has; and their prefix. */
static void next_number(struct arena *a, const plan_rows *plans, const struct family *family,
			struct fresh *f)
{
	bool numbered = family->naming == NAMED_BY_NUMBERS;
	int most = 0;

	for (size_t i = 0; i < plans->n; i++) {
		const struct plan_row *p = &plans->v[i];
		const char *prefix = NULL;
		int n = 0;

		if (!kin_has(family->name, p->path) || (numbered && !is_of_phase(p, f->phase)))
			continue;
		if (!split_id(a, numbered ? (p->plan ? p->plan : "") : p->id, &prefix, &n))
			continue;
		if (!f->prefix && *prefix)
			f->prefix = prefix;
		most = n > most ? n : most;
	}
	f->number = f->number ? f->number : most + 1;
	f->prefix = f->prefix ? f->prefix : "TASK";
}

/* "03" or "03-04" in front of the title. */
static bool read_number(struct arena *a, const char *word, struct fresh *f, struct err *err)
{
	struct ident id = { 0 };
	size_t n = strlen(word);

	if (ident_read(a, word, n, &id) == n && strspn(id.plan, "0123456789") == strlen(id.plan)) {
		f->phase = id.phase;
		for (const char *s = id.plan; *s; s++)
			f->number = 10 * f->number + (*s - '0');
		return true;
	}
	f->phase = ident_phase(a, word, n);
	return f->phase || err_set(err, ERR_USAGE, "\"%s\" is no number of a phase or plan; "
						   "write `phaseline new 03 TITLE` or 03-04", word);
}

/* ---- what is wanted ---- */

static bool read_title(struct arena *a, const struct words *words, size_t from, struct fresh *f,
		       struct err *err)
{
	const char *title = NULL;
	size_t n, used;
	int32_t cp;

	for (size_t i = from; i < words->n; i++)
		title = title ? arena_printf(a, "%s %s", title, words->v[i]) : words->v[i];
	if (!title)
		return err_set(err, ERR_USAGE, "a plan needs a title: phaseline new %sTITLE",
			       from ? arena_printf(a, "%s ", words->v[0]) : "");
	n = strlen(title);
	for (size_t i = 0; i < n; i += used) {
		used = text_decode(title + i, n - i, &cp);
		if (cp < 0x20 || text_is_hostile(cp))
			return err_set(err, ERR_USAGE, "a title is one line of text, without "
						       "control characters");
	}
	f->title = title;
	f->slug = fresh_slug(a, title);
	return f->slug || err_set(err, ERR_USAGE, "a title needs a letter or a digit");
}

/* The plan that has the id already, or NULL. */
static const struct plan_row *owner(const plan_rows *plans, const char *id)
{
	for (size_t i = 0; i < plans->n; i++)
		if (same_word(plans->v[i].id, strlen(plans->v[i].id), id))
			return &plans->v[i];
	return NULL;
}

static bool work_out(struct cli *c, const struct family *family, const plan_rows *plans,
		     const struct words *words, struct fresh *f, struct err *err)
{
	bool numbered = family->naming == NAMED_BY_NUMBERS, given;
	const struct plan_row *taken;
	struct arena *a = &c->arena;
	char now[21];

	day_format(day_now(), now);
	f->date = arena_dup(a, now, 10);
	if ((numbered && !read_number(a, words->v[0], f, err)) ||
	    !read_title(a, words, numbered, f, err))
		return false;
	given = f->number != 0;
	next_number(a, plans, family, f);
	f->id = fresh_id(a, family, f);
	/* another family may have that very number */
	while (numbered && !given && owner(plans, f->id)) {
		f->number++;
		f->id = fresh_id(a, family, f);
	}
	taken = owner(plans, f->id);
	return !taken || err_set(err, ERR_USAGE, "there is a plan %s already: %s", f->id,
				 taken->path);
}

/* ---- writing it ---- */

static bool write_new(struct cli *c, const char *path, const struct buf *text, struct err *err)
{
	int fd = beneath_create(c->project->root_fd, path);
	bool ok;

	if (fd < 0 && errno == EEXIST)
		return err_set(err, ERR_USAGE, "%s is already there", path);
	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot write %s", path);
	ok = file_write_all(fd, text->s, text->n) && fsync(fd) == 0;
	if (!ok) {
		err_errno(err, ERR_IO, "cannot write %s", path);
		unlinkat(c->project->root_fd, path, 0);
	}
	close(fd);
	return ok;
}

static void tell(struct cli *c, const struct options *o, const struct family *family,
		 const struct fresh *f, const char *path)
{
	struct json j;

	if (!o->json) {
		buf_printf(&c->out, "%s  %s\n", f->id, path);
		return;
	}
	j = out_json(c);
	json_object(&j);
	json_key_text(&j, "id", f->id);
	json_key_text(&j, "path", path);
	json_key_text(&j, "family", family->name);
	json_key_text(&j, "title", f->title);
	out_json_end(c, &j);
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	const struct family *family;
	struct fresh f = { 0 };
	struct buf text = { 0 };
	plan_rows plans;
	const char *path;
	bool ok = true;

	if (!store_plans(c->project->store, &c->arena, 0, &plans, err))
		return false;
	family = o->family ? family_named(o->family) : usual_family(&plans);
	if (!work_out(c, family, &plans, words, &f, err))
		return false;
	path = arena_printf(&c->arena, "%s/%s", directory(&c->arena, &plans, family, &f),
			    fresh_path(&c->arena, family, &f));
	if (plan_files_kind(&c->project->config, path) != FILE_PLAN)
		return err_set(err, ERR_USAGE, "%s would be no plan: the `plans:` of .phaseline.yaml "
					       "leave it out", path);
	fresh_text(&text, family, &f);
	if (o->dry_run)
		buf_add(&c->out, text.s, text.n);
	else
		ok = write_new(c, path, &text, err);
	if (ok && !o->dry_run)
		tell(c, o, family, &f, path);
	buf_free(&text);
	return ok;
}

static const struct opt options[] = {
	TEXT(struct options, family, 0, "family", "FAMILY", "a plan of this family", family_names),
	FLAG(struct options, dry_run, 'n', "dry-run", "print the plan, and write none"),
	FLAG(struct options, json, 0, "json", "say what was written as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_new = {
	.name = "new",
	.args = "[NUMBER] TITLE...",
	.help = "write an empty plan",
	.about = "It goes where the others of its kind are, and is of the family that most plans\n"
		 "are of, unless told otherwise. Plans with numbers take that of their phase, or\n"
		 "their own: `phaseline new 03 Mend the lamps` writes the next one of phase 03,\n"
		 "`phaseline new 03-04 Mend the lamps` that very one.",
	.options = options,
	.size = sizeof(struct options),
	.least = 1,
	.most = -1,
	.needs = CMD_PROJECT,
	.run = run,
};
