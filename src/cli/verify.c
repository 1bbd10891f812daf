#include "cli/verify.h"

#include <string.h>

#include "base/text.h"
#include "cli/head.h"
#include "cli/out.h"
#include "cli/run.h"
#include "project/footprint.h"
#include "report/labels.h"

enum {
	SHOWN = 1 << 20, /* bytes of one command's output that are shown */
	LINE = 1 << 13,  /* a line is not waited for for longer */
	LAST = 10,       /* lines of what is too long, that are shown all the same */
};

size_t verify_count(const struct verified *v, int task, enum verdict verdict)
{
	size_t n = 0;

	for (size_t i = 0; i < v->script.commands.n; i++)
		n += v->ran[i].done && v->ran[i].verdict == verdict &&
		     script_of_task(&v->script.commands.v[i], task);
	return n;
}

size_t verify_left_out(const struct verified *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->script.commands.n; i++)
		n += !v->ran[i].done && script_of_task(&v->script.commands.v[i], v->target.task);
	return n;
}

bool verify_verdict(const struct verified *v, int task, enum verdict *out)
{
	size_t failed = verify_count(v, task, VERDICT_FAILED);
	size_t unjudged = verify_count(v, task, VERDICT_UNJUDGED);

	*out = failed ? VERDICT_FAILED : unjudged ? VERDICT_UNJUDGED : VERDICT_PASSED;
	return failed || unjudged || verify_count(v, task, VERDICT_PASSED);
}

/* ---- what is shown ---- */

struct view {
	struct cli *c;
	bool silent;
	struct buf lines[2]; /* what is not at its end yet */
	size_t shown;
	struct sandbox sandbox; /* of all of them */
	struct err err;      /* standard output cannot be written */
};

static void flush(struct view *view)
{
	if (!view->err.kind)
		out_flush(view->c, &view->err);
	buf_clear(&view->c->out);
}

static void show_line(struct view *view, const char *s, size_t n)
{
	struct buf *out = &view->c->out;
	char *line = arena_dup(&view->c->arena, s, n);

	if (view->shown > SHOWN)
		return;
	for (size_t i = 0; i < n; i++)
		if (!line[i])
			line[i] = '\1';
	view->shown += n + 5;
	buf_str(out, "    ");
	text_safe(out, view->shown > SHOWN ? "there is more; this is how it ends:" : line);
	buf_char(out, '\n');
}

static void show_bytes(enum run_stream stream, const char *bytes, size_t n, void *ctx)
{
	struct view *view = ctx;
	struct buf *line = &view->lines[stream];

	if (view->silent || view->shown > SHOWN || view->err.kind)
		return;
	while (n) {
		const char *nl = memchr(bytes, '\n', n);
		size_t len = nl ? (size_t)(nl - bytes) : n;

		buf_add(line, bytes, len);
		if (nl || line->n > LINE) {
			show_line(view, line->s ? line->s : "", line->n);
			buf_clear(line);
		}
		len += nl != NULL;
		bytes += len;
		n -= len;
	}
	flush(view);
}

static void show_rest(struct view *view)
{
	for (int i = 0; i < 2; i++) {
		if (view->lines[i].n)
			show_line(view, view->lines[i].s, view->lines[i].n);
		buf_clear(&view->lines[i]);
	}
}

static const char *last_lines(const struct buf *b)
{
	size_t at = b->n, lines = 0, most = b->n > LINE ? b->n - LINE : 0;

	at -= at && b->s[at - 1] == '\n';
	while (at > most && !(b->s[at - 1] == '\n' && ++lines == LAST))
		at--;
	return b->s + at;
}

/* What went wrong stands at the end. */
static void show_end(struct view *view, const struct run_result *result)
{
	if (view->shown <= SHOWN)
		return;
	view->shown = 0;
	for (int i = 0; i < 2; i++)
		for (const char *s = last_lines(&result->kept[i]); *s;) {
			size_t n = strcspn(s, "\n");

			show_line(view, s, n);
			s += n + (s[n] == '\n');
		}
	flush(view);
}

static void show_command(struct view *view, const struct script_command *c)
{
	struct buf *out = &view->c->out;
	const char *prompt = "  $ ";

	for (const char *s = c->said->command; !view->silent;) {
		size_t n = strcspn(s, "\n");

		buf_str(out, prompt);
		text_safe(out, arena_dup(&view->c->arena, s, n));
		buf_char(out, '\n');
		prompt = "  > ";
		if (!s[n])
			break;
		s += n + 1;
	}
	flush(view);
}

static void show_verdict(struct view *view, const struct script_command *c, const struct ran *r)
{
	static const struct {
		const char *mark, *ascii;
		enum tone tone;
	} looks[] = { [VERDICT_UNJUDGED] = { "?", "?", TONE_ACTIVE },
		      [VERDICT_PASSED] = { "\xe2\x9c\x93", "+", TONE_GOOD },
		      [VERDICT_FAILED] = { "\xe2\x9c\x97", "x", TONE_BAD } };
	struct buf *out = &view->c->out;
	struct arena *a = &view->c->arena;
	bool utf8 = view->c->style.utf8;

	if (view->silent)
		return;
	buf_str(out, "  ");
	term_tone(out, &view->c->style, looks[r->verdict].tone,
		  arena_printf(a, "%s %s", utf8 ? looks[r->verdict].mark : looks[r->verdict].ascii,
			       verdict_word(r->verdict)));
	if (c->said->expect) {
		buf_str(out, ": ");
		text_safe(out, c->said->expect);
	}
	if (r->verdict != VERDICT_PASSED)
		buf_printf(out, "; %s", r->why);
	if (r->outcome.status && r->verdict != VERDICT_PASSED)
		buf_printf(out, ", exit status %d", r->outcome.status);
	if (r->milliseconds >= 1000)
		buf_printf(out, " (%lld s)", (long long)(r->milliseconds / 1000));
	buf_char(out, '\n');
	flush(view);
}

/* ---- the run ---- */

static const char *kept(struct arena *a, struct buf *b)
{
	const char *text = arena_dup(a, b->s, b->n);

	buf_free(b);
	return text;
}

static void take_result(struct cli *c, const struct script_command *command,
			struct run_result *result, struct ran *r)
{
	r->done = true;
	r->outcome = (struct outcome){ .status = result->status,
				       .out = kept(&c->arena, &result->kept[RUN_OUT]),
				       .cut = result->cut };
	r->errors = kept(&c->arena, &result->kept[RUN_ERR]);
	r->outcome.complained = *r->errors != '\0';
	r->bytes = result->bytes;
	r->milliseconds = result->milliseconds;
	r->timed_out = result->timed_out;
	r->verdict = expect_judge(command->said, &r->outcome, &r->why);
	if (r->timed_out) {
		r->verdict = VERDICT_FAILED;
		r->why = "it took too long";
	}
}

static bool run_one(struct view *view, const struct verify_how *how,
		    const struct script_command *command, struct ran *r, struct err *err)
{
	struct cli *c = view->c;
	struct run_result result;
	struct run_request request = { .shell = command->said->shell,
				       .text = command->text,
				       .dir = c->project->root_fd,
				       .limits = &how->limits,
				       .sandbox = &view->sandbox,
				       .each = show_bytes,
				       .ctx = view };

	view->shown = 0;
	show_command(view, command);
	bool ok = run_command(&request, &result, err);
	show_rest(view);
	if (ok)
		show_end(view, &result);
	if (ok && result.interrupted) {
		err_set(err, ERR_ANSWER_NO, "interrupted; nothing is recorded");
		ok = false;
	}
	if (ok) {
		take_result(c, command, &result, r);
		show_verdict(view, command, r);
	}
	buf_free(&result.kept[0]);
	buf_free(&result.kept[1]);
	return ok;
}

static void show_plan(struct view *view, const struct verified *v)
{
	struct buf *out = &view->c->out;

	if (view->silent)
		return;
	text_safe(out, verified_name(view->c, v));
	if (v->target.plan.title) {
		buf_char(out, ' ');
		text_safe(out, v->target.plan.title);
	}
	buf_char(out, '\n');
}

static bool run_plan(struct view *view, const struct verify_how *how, struct verified *v,
		     struct err *err)
{
	struct cli *c = view->c;

	v->commit = head_read(&c->arena, v->place.root).commit;
	if (!footprint_take(c->project, &c->arena, v->script.plan, &v->files, err))
		return false;
	show_plan(view, v);
	for (size_t i = 0; i < v->script.commands.n; i++) {
		const struct script_command *command = &v->script.commands.v[i];

		if (!script_of_task(command, v->target.task) ||
		    (how->may && !how->may(&v->script, command, how->ctx)))
			continue;
		if (!run_one(view, how, command, &v->ran[i], err))
			return false;
	}
	v->sandbox = view->sandbox.parts;
	v->run = verify_verdict(v, 0, &v->verdict);
	if (v->undoing && verify_left_out(v) && v->verdict == VERDICT_PASSED)
		v->verdict = VERDICT_UNJUDGED;
	return true;
}

bool verify_trusted(struct cli *c, const struct verified *v, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!v[i].trusted)
			return err_set(err, ERR_CONFLICT,
				       "nobody has looked at these commands of %s yet; phaseline "
				       "trust %s%s shows them and asks",
				       verified_name(c, &v[i]), v[i].undoing ? "--rollback " : "",
				       label_id(&c->arena, v[i].target.plan.id, v[i].target.plan.path));
	return true;
}

static bool open_sandbox(struct view *view, const struct verify_how *how, struct err *err)
{
	struct cli *c = view->c;

	if (!sandbox_open(&view->sandbox, how->limits.sandbox, c->project->root_fd, &c->arena, err))
		return false;
	if (view->sandbox.missing)
		out_note(c, "the sandbox cannot hold %s", sandbox_excuse(view->sandbox.missing));
	return true;
}

bool verify_run(struct cli *c, struct verified *v, size_t n, const struct verify_how *how,
		struct err *err)
{
	struct view view = { .c = c, .silent = how->silent };
	bool ok = verify_trusted(c, v, n, err);

	if (ok && c->globals.pager) /* all below this process end with each command */
		return err_set(err, ERR_USAGE, "commands do not run before a pager; pipe what "
					       "they print into one");
	if (!ok)
		return false;
	project_pause(c->project);
	ok = open_sandbox(&view, how, err);
	for (size_t i = 0; i < n && ok; i++)
		ok = run_plan(&view, how, &v[i], err);
	sandbox_close(&view.sandbox);
	buf_free(&view.lines[0]);
	buf_free(&view.lines[1]);
	struct err late = { 0 };
	if (!project_resume(c->project, &late) || !verify_record(c, v, n, &late)) {
		if (ok)
			*err = late;
		ok = false;
	}
	if (ok && view.err.kind)
		*err = view.err;
	return ok && !view.err.kind;
}
