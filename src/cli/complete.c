#include "cli/complete.h"

#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "report/labels.h"

static bool starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

static void offer(struct cli *c, const char *typed, const char *word, const char *about)
{
	if (!starts(word, typed))
		return;
	text_safe(&c->out, word);
	buf_char(&c->out, '\t');
	text_safe(&c->out, about ? about : "");
	buf_char(&c->out, '\n');
}

static void offer_options(struct cli *c, const char *typed, const struct opt *options)
{
	for (const struct opt *o = options; o && o->kind; o++)
		offer(c, typed, arena_printf(&c->arena, "--%s", o->name), o->help);
}

/* An option and the start of its value: "--sort" and "st", "--sort=st", and,
 * as bash parts it, "--sort", "=" and "st". */
struct half {
	const char *option, *value;
	const char *before; /* what is typed of the last word before the value */
};

static void offer_value(struct cli *c, const struct half *half, const char *word)
{
	if (starts(word, half->value))
		offer(c, half->before, arena_printf(&c->arena, "%s%s", half->before, word), NULL);
}

/* The option whose value is being typed: the word before takes one. */
static const struct opt *wants_value(const struct opt *options, const char *before)
{
	for (const struct opt *o = options; o && o->kind; o++) {
		bool named = starts(before, "--") ? strcmp(before + 2, o->name) == 0
						  : before[0] == '-' && before[1] == o->letter &&
							!before[2];

		if (named && o->kind == OPT_TEXT)
			return o;
	}
	return NULL;
}

/* A store that cannot be opened completes nothing; it is no place to complain. */
static bool open_store(struct cli *c)
{
	struct project_options o = { .dir = c->globals.dir, .store = c->globals.store };
	struct err err = { 0 };

	return c->project || (project_open(&c->project, &o, &err) &&
			      project_sync(c->project, &o, &c->sync, &err));
}

/* "03-03/" completes to the tasks of that plan. */
static void offer_tasks(struct cli *c, const char *typed, const char *slash)
{
	struct task_filter filter = { .status = -1 };
	task_rows tasks = { 0 };
	struct target t;
	struct err err = { 0 };
	const char *plan = arena_dup(&c->arena, typed, (size_t)(slash - typed));

	if (!project_target(c->project, &c->arena, plan, &t, &err))
		return;
	filter.plan = t.plan.row;
	if (!store_tasks(c->project->store, &c->arena, &filter, &tasks, &err))
		return;
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task_row *task = &tasks.v[i];

		offer(c, typed,
		      arena_printf(&c->arena, "%s/%s", plan,
				   task_name(&c->arena, task->task.number, task->task.label,
					     task->position)),
		      label_title(&task->task));
	}
}

static void offer_plans(struct cli *c, const char *typed)
{
	plan_rows plans = { 0 };
	struct err err = { 0 };

	if (!store_names(c->project->store, &c->arena, &plans, &err))
		return;
	for (size_t i = 0; i < plans.n; i++)
		offer(c, typed, plans.v[i].id, plans.v[i].title);
}

static void offer_phases(struct cli *c, const char *typed)
{
	phase_rows phases = { 0 };
	struct err err = { 0 };

	if (!store_phases(c->project->store, &c->arena, &phases, &err))
		return;
	for (size_t i = 0; i < phases.n; i++)
		if (phases.v[i].number && *phases.v[i].number)
			offer(c, typed, phases.v[i].number, phases.v[i].name);
}

/* What a plan or phase can be called, as the value of an option. */
static void offer_plan_values(struct cli *c, const struct half *half)
{
	plan_rows plans = { 0 };
	struct err err = { 0 };

	if (!open_store(c) || !store_names(c->project->store, &c->arena, &plans, &err))
		return;
	for (size_t i = 0; i < plans.n; i++)
		offer_value(c, half, plans.v[i].id);
}

static void offer_phase_values(struct cli *c, const struct half *half)
{
	phase_rows phases = { 0 };
	struct err err = { 0 };

	if (!open_store(c) || !store_phases(c->project->store, &c->arena, &phases, &err))
		return;
	for (size_t i = 0; i < phases.n; i++)
		if (phases.v[i].number && *phases.v[i].number)
			offer_value(c, half, phases.v[i].number);
}

static void offer_values(struct cli *c, const struct half *half, const struct opt *o)
{
	for (const char *const *w = o->words; w && *w; w++)
		offer_value(c, half, *w);
	if (strcmp(o->name, "status") == 0)
		for (int i = 0; i < PHL_STATUSES; i++)
			offer_value(c, half, phl_status_word(i));
	if (strcmp(o->name, "format") == 0 && !o->words)
		for (size_t i = 0; i < formats_count; i++)
			offer_value(c, half, formats[i].name);
	if (strcmp(o->name, "rule") == 0)
		for (const char *const *r = finding_rules; *r; r++)
			offer_value(c, half, *r);
	if (strcmp(o->name, "plan") == 0)
		offer_plan_values(c, half);
	if (strcmp(o->name, "phase") == 0)
		offer_phase_values(c, half);
}

static void offer_words(struct cli *c, const char *typed, enum cmd_words kind)
{
	static const char *const shells[] = { "bash", "zsh", "fish" };
	const char *slash = strrchr(typed, '/');

	switch (kind) {
	case WORDS_COMMANDS:
		for (size_t i = 0; i < commands_count; i++)
			offer(c, typed, commands[i]->name, commands[i]->help);
		break;
	case WORDS_SHELLS:
		for (size_t i = 0; i < 3; i++)
			offer(c, typed, shells[i], NULL);
		break;
	case WORDS_PHASES:
		if (open_store(c))
			offer_phases(c, typed);
		break;
	case WORDS_PLANS:
	case WORDS_TARGETS:
		if (!open_store(c))
			break;
		offer_plans(c, typed);
		if (slash && kind == WORDS_TARGETS)
			offer_tasks(c, typed, slash);
		break;
	case WORDS_NONE:
		break;
	}
}

/* The command among the words before the last, and takes over the options that
 * say which project is meant. */
static const struct cmd *find_command(struct cli *c, const struct words *words)
{
	for (size_t i = 0; i + 1 < words->n; i++) {
		const char *word = words->v[i];
		const struct opt *o = wants_value(globals_options, word);

		if (o) {
			i++;
			if (o->letter == 'C' && i + 1 < words->n)
				c->globals.dir = words->v[i];
			else if (strcmp(o->name, "store") == 0 && i + 1 < words->n)
				c->globals.store = words->v[i];
		} else if (word[0] != '-') {
			return command_find(word);
		}
	}
	return NULL;
}

static struct half halve(struct cli *c, const struct words *words, const char *typed)
{
	const char *equals = strncmp(typed, "--", 2) == 0 ? strchr(typed, '=') : NULL;
	size_t n = words->n;

	if (equals)
		return (struct half){ arena_dup(&c->arena, typed, (size_t)(equals - typed)), equals + 1,
				      arena_dup(&c->arena, typed, (size_t)(equals + 1 - typed)) };
	if (n > 1 && strcmp(typed, "=") == 0)
		return (struct half){ words->v[n - 2], "", "" };
	if (n > 2 && strcmp(words->v[n - 2], "=") == 0)
		return (struct half){ words->v[n - 3], typed, "" };
	return (struct half){ n > 1 ? words->v[n - 2] : "", typed, "" };
}

void complete(struct cli *c, const struct words *words)
{
	const char *typed = words->n ? words->v[words->n - 1] : "";
	const struct cmd *cmd = find_command(c, words);
	struct half half = halve(c, words, typed);
	const struct opt *o = cmd ? wants_value(cmd->options, half.option) : NULL;

	if (!o)
		o = wants_value(globals_options, half.option);
	if (o) {
		offer_values(c, &half, o);
	} else if (typed[0] == '-') {
		if (cmd)
			offer_options(c, typed, cmd->options);
		offer_options(c, typed, globals_options);
	} else {
		offer_words(c, typed, cmd ? cmd->words : WORDS_COMMANDS);
	}
}
