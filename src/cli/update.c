#include "cli/update.h"

#include <string.h>

#include "base/day.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/look.h"
#include "cli/out.h"
#include "cli/who.h"
#include "model/plan.h"
#include "model/task_parts.h"
#include "report/labels.h"

const struct opt update_options[] = { UPDATE_NOTE, UPDATE_OPTIONS };

/* ---- what is asked for ---- */

static bool check_length(const char *what, const char *s, size_t most, struct err *err)
{
	return !s || strlen(s) <= most ||
	       err_set(err, ERR_USAGE, "%s is over %zu bytes; make it shorter", what, most);
}

static bool read_actual(const char *text, int *minutes, struct err *err)
{
	struct phl_estimate e;

	*minutes = -1;
	if (!text)
		return true;
	if (!phl_estimate_parse(text, &e))
		return err_set(err, ERR_USAGE,
			       "\"%s\" is no duration; write it like 25 min or 1h 30m", text);
	*minutes = e.high;
	return true;
}

bool update_start(struct cli *c, const struct update_options *o, const char *command,
		  struct change *change, struct err *err)
{
	*change = (struct change){
		.command = command,
		.note = o->note,
		.op_id = o->op_id,
		.at = day_now(),
		.no_write = o->no_write || !c->project->config.write_back,
		.dry_run = o->dry_run,
		.tasks = o->tasks,
		.finish = o->finish,
	};
	if (!check_length("the note", o->note, LIMIT_NOTE, err) ||
	    !check_length("--by", o->by, LIMIT_WHO, err) ||
	    !check_length("--op-id", o->op_id, LIMIT_OP_ID, err) ||
	    !read_actual(o->actual, &change->actual, err))
		return false;
	if (o->at && !day_parse(o->at, &change->at))
		return err_set(err, ERR_USAGE,
			       "\"%s\" is no time; write it like 2026-01-14 or "
			       "2026-01-14T10:20:30Z",
			       o->at);
	change->who = o->by ? o->by : who_am_i(&c->arena, c->project->root);
	return true;
}

/* ---- what came of it ---- */

static const char *name_of(struct arena *a, const struct changed *ch)
{
	const char *plan = label_id(a, ch->plan_id, ch->path);

	if (!ch->position)
		return plan;
	return arena_printf(a, "%s/%s", plan, task_name(a, ch->number, ch->label, ch->position));
}

static const char *value(const char *s)
{
	return s ? s : "none";
}

static const char *what_changed(struct cli *c, const struct change *change,
				const struct changed *ch)
{
	struct arena *a = &c->arena;
	const char *arrow = c->style.utf8 ? "\xe2\x86\x92" : "->";
	bool undo = change->kind == CHANGE_UNDO, status = strcmp(ch->what, "status") == 0;

	if (status && ch->from && ch->to && strcmp(ch->from, ch->to) == 0)
		return arena_printf(a, "%s %s%s", ch->to, undo ? "as before" : "already",
				    change->note ? ", noted" : "");
	if (strcmp(ch->what, "note") == 0 || strcmp(ch->what, "rollback") == 0)
		return undo ? "note removed" : "noted";
	if (strcmp(ch->what, "lines") == 0)
		return label_lines(a, ch->from, ch->to, c->style.utf8);
	if (status)
		return arena_printf(a, "%s %s %s", ch->from, arrow, ch->to);
	return arena_printf(a, "%s %s %s %s", ch->what, value(ch->from), arrow, value(ch->to));
}

static const char *where_written(struct arena *a, const struct changed *ch)
{
	if (!ch->written)
		return "in the journal";
	return ch->line > 0 ? arena_printf(a, "%s:%d", ch->path, ch->line) : ch->path;
}

static void add_change(struct cli *c, const struct change *change, struct doc *d,
		       struct block *t, const struct changed *ch)
{
	struct cell *row = doc_row(d, t);
	struct buf b = { 0 };

	cell_text(&row[0], name_of(&c->arena, ch));
	cell_text(&row[1], what_changed(c, change, ch));
	if (ch->minutes) {
		day_minutes(&b, ch->minutes);
		cell_text(&row[2], arena_dup(&c->arena, b.s, b.n));
		buf_free(&b);
	}
	cell_text(&row[3], where_written(&c->arena, ch));
	row[3].tone = TONE_DIM;
}

static void add_changes(struct cli *c, const struct change *change, struct doc *d,
			const struct change_result *r)
{
	static const struct column columns[] = {
		{ .title = NULL, .code = true },
		{ .title = NULL },
		{ .title = NULL, .right = true },
		{ .title = NULL, .stretch = true },
	};
	struct block *t = doc_table(d, columns, 4);

	for (size_t i = 0; i < r->changes.n; i++)
		add_change(c, change, d, t, &r->changes.v[i]);
}

static const struct phl_task *next_task(struct arena *a, const struct phl_plan *p,
					const char **name)
{
	const struct phl_task **list = arena_alloc(a, (p->tasks.n + 1) * sizeof *list), *t;
	long next;

	for (size_t i = 0; i < p->tasks.n; i++)
		list[i] = &p->tasks.v[i];
	next = task_next(list, p->tasks.n);
	if (next < 0)
		return NULL;
	t = list[next];
	*name = task_name(a, t->number, t->label, (int)next + 1);
	return t;
}

static void say_open_tasks(struct cli *c, const struct change *change, const char *id, int open,
			   int total)
{
	const char *all = label_count(&c->arena, total, "task");

	if (change->status == PHL_DONE)
		out_note(c, "%s: %d of %s still open; --tasks closes them too", id, open, all);
	else
		out_note(c, "%s is done still, %d of %s open; `phaseline reopen %s` opens it too",
			 id, open, all, id);
}

/* ", 5 of 10 references cleared": what the code said last. */
static const char *cleared(struct cli *c, int64_t row)
{
	struct plan_row plan;
	struct err err = { 0 };

	if (!store_plan_row(c->project->store, &c->arena, row, &plan, &err) ||
	    !plan.refs.checked)
		return "";
	return arena_printf(&c->arena, ", %d of %s cleared", plan.refs.cleared,
			    label_count(&c->arena, plan.refs.checked, "reference"));
}

/* How far it is, and what comes next; of no use to those who have just begun. */
static void say_plan(struct cli *c, const struct change *change, int64_t row,
		     const struct phl_plan *p)
{
	struct task_counts counts = plan_count_tasks(p);
	int closed = counts.by_status[PHL_DONE] + counts.by_status[PHL_SKIPPED];
	const char *name = NULL;
	const struct phl_task *next = next_task(&c->arena, p, &name);
	const char *id = label_id(&c->arena, p->id, p->path);
	bool ends = change->status == PHL_DONE || change->status == PHL_SKIPPED;

	if (!counts.total || p->status == PHL_SKIPPED)
		return;
	if (p->status == PHL_DONE && closed < counts.total)
		say_open_tasks(c, change, id, counts.total - closed, counts.total);
	else if (p->status != PHL_DONE && closed == counts.total && ends)
		out_note(c, "%s: all tasks are done; `phaseline done %s` finishes it", id, id);
	else if (closed < counts.total && (ends || change->status == PHL_BLOCKED))
		out_note(c, "%s: %d of %s%s%s%s", id, closed,
			 label_count(&c->arena, counts.total, "task"), cleared(c, row), next ? "; next: " : "",
			 next ? arena_printf(&c->arena, "%s/%s %s", id, name, label_title(next)) :
				"");
}

/* Those who finish a task may not know that parts of it are open. */
static void say_parts(struct cli *c, const struct changed *ch, const struct phl_plan *p)
{
	struct parts parts;

	if (ch->derived || !ch->position || strcmp(ch->what, "status") != 0 ||
	    strcmp(ch->to, "done") != 0)
		return;
	parts = parts_of(p, (size_t)ch->position - 1);
	if (parts.open)
		out_note(c, "%s/%s is done, but %s", label_id(&c->arena, p->id, p->path),
			 task_name(&c->arena, ch->number, ch->label, ch->position),
			 parts_open(&c->arena, &parts));
}

static void say_changed(struct cli *c, const struct change *change,
			const struct change_result *r, const struct changed_plan *plan)
{
	for (size_t i = 0; i < r->changes.n; i++)
		if (strcmp(r->changes.v[i].path, plan->plan->path) == 0)
			say_parts(c, &r->changes.v[i], plan->plan);
	say_plan(c, change, plan->row, plan->plan);
}

/* What waited for plans that are finished now. */
static bool say_freed(struct cli *c, const struct change_result *r, struct err *err)
{
	int64_t *finished = arena_alloc(&c->arena, (r->plans.n + 1) * sizeof *finished);
	plan_rows freed = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < r->plans.n; i++)
		if (r->plans.v[i].finished)
			finished[n++] = r->plans.v[i].row;
	if (!n || c->globals.quiet)
		return true;
	if (!look_freed(c, finished, n, &freed, err))
		return false;
	for (size_t i = 0; i < freed.n; i++)
		out_note(c, "%s can start now", label_plan(&c->arena, &freed.v[i]));
	return true;
}

static void show_left_json(struct json *j, const struct change_result *r)
{
	json_key(j, "left");
	json_array(j);
	for (size_t i = 0; i < r->left.n; i++) {
		const struct left_ref *l = &r->left.v[i];

		json_object(j);
		json_key_text(j, "plan", l->plan_id);
		json_key_text(j, "path", l->path);
		json_key_int(j, "line", l->line);
		json_key_text(j, "file", l->ref->path);
		json_key_int(j, "first", l->ref->first);
		json_key_int(j, "last", l->ref->last);
		json_key_text(j, "reason", l->reason);
		json_end(j);
	}
	json_end(j);
}

static void show_json(struct cli *c, const struct change *change, const struct change_result *r)
{
	struct json j = out_json(c);

	json_object(&j);
	json_key_int(&j, "operation", r->operation);
	json_key(&j, "repeated");
	json_bool(&j, r->repeated);
	json_key(&j, "changes");
	json_array(&j);
	for (size_t i = 0; i < r->changes.n; i++) {
		const struct changed *ch = &r->changes.v[i];

		json_object(&j);
		json_key_text(&j, "plan", ch->plan_id);
		json_key_text(&j, "path", ch->path);
		json_key_int(&j, "position", ch->position);
		json_key_int(&j, "number", ch->number);
		json_key_text(&j, "title", ch->title);
		json_key_text(&j, "what", ch->what);
		json_key_text(&j, "from", ch->from);
		json_key_text(&j, "to", ch->to);
		json_key_int(&j, "line", ch->line);
		json_key_int(&j, "minutes", ch->minutes);
		json_key(&j, "written");
		json_bool(&j, ch->written);
		json_key(&j, "derived");
		json_bool(&j, ch->derived);
		json_end(&j);
	}
	json_end(&j);
	if (change->kind == CHANGE_LINES)
		show_left_json(&j, r);
	json_key_text(&j, "diff", change->dry_run ? r->diff : NULL);
	json_key(&j, "remarks");
	json_array(&j);
	for (size_t i = 0; i < r->remarks.n; i++)
		json_text(&j, r->remarks.v[i]);
	out_json_end(c, &j);
}

/* The diff as it is, but for what could play tricks on a terminal. */
static void show_diff(struct cli *c, const char *diff)
{
	for (const char *line = diff, *nl; *line; line = nl + 1) {
		nl = strchr(line, '\n');
		if (!nl)
			nl = line + strlen(line);
		bool cr = nl > line && *nl && nl[-1] == '\r';
		text_safe(&c->out, arena_dup(&c->arena, line, (size_t)(nl - line) - cr));
		buf_str(&c->out, cr ? "\r\n" : "\n");
		if (!*nl)
			break;
	}
}

static void say_left(struct cli *c, const struct left_ref *l)
{
	const struct phl_ref *r = l->ref;
	const char *lines = r->first == r->last ? arena_printf(&c->arena, "%d", r->first) :
			    r->last == INT32_MAX ?
						  arena_printf(&c->arena, "%d+", r->first) :
						  arena_printf(&c->arena, "%d-%d", r->first,
							       r->last);

	out_note(c, "%s:%d: left as it is: %s:%s %s", l->path, l->line, r->path, lines,
		 l->reason);
}

static void show_text(struct cli *c, const struct change *change, const struct change_result *r)
{
	struct doc d;

	if (r->repeated) {
		out_note(c, "nothing to do: change %lld had this --op-id",
			 (long long)r->operation);
		return;
	}
	if (change->kind == CHANGE_LINES && !r->changes.n) {
		out_note(c, "no reference of open work has moved%s", r->left.n ?
			 " where it is sure to be now" : "");
		return;
	}
	if (change->dry_run) {
		show_diff(c, r->diff);
		if (!*r->diff)
			out_note(c, "nothing would change in the files");
		return;
	}
	doc_start(&d, &c->arena, NULL);
	add_changes(c, change, &d, r);
	out_doc(c, &d);
}

bool update_make(struct cli *c, const struct change *change, const struct words *words,
		 struct change_result *r, struct err *err)
{
	struct project_options po = { .dir = c->globals.dir, .store = c->globals.store,
				      .no_sync = c->globals.no_sync };

	return project_change(c->project, &po, change, (const char *const *)words->v, words->n,
			      &c->arena, r, err);
}

bool update_show(struct cli *c, const struct update_options *o, const struct change *change,
		 const struct change_result *r, struct err *err)
{
	struct err unsaid = { 0 };

	if (o->json)
		show_json(c, change, r);
	else
		show_text(c, change, r);
	if (!out_flush(c, &unsaid)) /* the answer first, remarks behind it */
		return err_set(err, ERR_IO, r->operation ? "recorded, but %s" : "%s",
			       unsaid.text);
	for (size_t i = 0; i < r->remarks.n; i++)
		out_note(c, "%s", r->remarks.v[i]);
	for (size_t i = 0; i < r->left.n && !o->json; i++)
		say_left(c, &r->left.v[i]);
	if (o->json || change->dry_run || r->repeated)
		return true;
	for (size_t i = 0; i < r->plans.n && change->kind == CHANGE_STATUS; i++)
		say_changed(c, change, r, &r->plans.v[i]);
	return say_freed(c, r, err);
}

bool update_run(struct cli *c, const struct update_options *o, const struct change *change,
		const struct words *words, struct err *err)
{
	struct change_result r;

	return update_make(c, change, words, &r, err) && update_show(c, o, change, &r, err);
}

bool update_status(struct cli *c, const void *options, const char *command,
		   enum phl_status status, const struct words *words, struct err *err)
{
	struct change change;

	if (!update_start(c, options, command, &change, err))
		return false;
	change.kind = CHANGE_STATUS;
	change.status = status;
	return update_run(c, options, &change, words, err);
}

/* A line end or an escape would be more than a value in frontmatter. */
static bool is_line_of_text(const char *s)
{
	int32_t cp;
	for (size_t n = strlen(s), used; n; s += used, n -= used) {
		used = text_decode(s, n, &cp);
		if (cp < 0 || text_is_hostile(cp) || cp == '\n' || cp == '\t')
			return false;
	}
	return true;
}

/* A duration says itself what is wrong with it. */
static bool check_text(const char *plan, const char *text, enum change_kind kind, struct err *err)
{
	const char *what = kind == CHANGE_NOTE ? "the note" : "the name";

	if (kind != CHANGE_NOTE && !is_line_of_text(text))
		return err_set(err, ERR_USAGE,
			       "what is written into %s has to be one line of text, without control characters",
			       plan);
	if (kind == CHANGE_ESTIMATE)
		return true;
	if (!text[strspn(text, " \t\r\n")])
		return err_set(err, ERR_USAGE, "%s is empty", what);
	return check_length(what, text, kind == CHANGE_NOTE ? LIMIT_NOTE : LIMIT_WHO, err);
}

bool update_text(struct cli *c, const void *options, const char *command,
		 enum change_kind kind, const struct words *words, struct err *err)
{
	struct words target = { words->v, 1 };
	struct change change;

	if (!update_start(c, options, command, &change, err) ||
	    !check_text(words->v[0], words->v[1], kind, err))
		return false;
	change.kind = kind;
	change.text = words->v[1];
	return update_run(c, options, &change, &target, err);
}
