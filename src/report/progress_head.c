#include "report/progress_parts.h"

#include "model/rollup.h"
#include "report/attention.h"
#include "report/labels.h"

enum { DAY = 24 * 60 * 60 };

struct sums {
	struct phase_row all;
	long contradicted, late;
};

static struct sums sum_up(const struct progress *p)
{
	struct sums s = { .all = rollup_total(p->phases), .late = (long)progress_late(p) };

	for (size_t i = 0; i < p->claims->n; i++)
		s.contradicted += p->claims->v[i].kind == CLAIM_CONTRADICTED;
	s.contradicted += (long)p->disproved->n;
	for (size_t i = 0; i < p->findings->n; i++)
		s.contradicted += attention_is_contradiction(&p->findings->v[i].finding);
	return s;
}

/* "4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h to 4h left." */
static void add_state(struct doc *d, const struct sums *s, const struct outlook *o)
{
	const struct phase_row *all = &s->all;
	struct buf b = { 0 };

	buf_printf(&b, "%d of %s", rollup_settled(all->plans_by_status),
		   label_count(d->arena, all->plans, "plan"));
	if (all->tasks.total)
		buf_printf(&b, " and %d of %s", rollup_settled(all->tasks.by_status),
			   label_count(d->arena, all->tasks.total, "task"));
	buf_str(&b, " are done");
	if (all->timed)
		buf_printf(&b, "; %s spent", label_range(d->arena, all->actual, all->actual));
	if (o->work.known)
		buf_printf(&b, "; %s left, going by %s",
			   label_range(d->arena, o->work.low, o->work.high),
			   label_count(d->arena, (long)o->work.samples, "finished plan"));
	else if (all->left_high > 0)
		buf_printf(&b, "; %s left as estimated",
			   label_range(d->arena, all->left_low, all->left_high));
	else if (o->open)
		buf_printf(&b, "; %s left, without an estimate",
			   label_count(d->arena, (long)o->open, "plan"));
	buf_char(&b, '.');
	doc_prose(d, "%s", b.s);
	buf_free(&b);
}

/* "At the pace of the last 40 days, … the rest will be done between … and …" */
static void add_end(struct doc *d, const struct progress *p, const struct outlook *o)
{
	const struct forecast_finish *f = &o->finish;
	long today = (long)(p->now / DAY);

	if (!f->known)
		return;
	doc_prose(d, "At the pace of the last %s, with %s finished, the rest will be done "
		     "between %s and %s, in eight of ten cases.",
		  label_count(d->arena, (long)f->days, "day"),
		  label_count(d->arena, (long)f->finished, "plan"),
		  outlook_date(d->arena, today + f->low),
		  outlook_date(d->arena, today + f->high));
}

static void add_to_list(struct buf *b, bool *last, const char *text)
{
	buf_printf(b, "%s%s", b->n ? ", " : "", text);
	*last = true;
}

/* "Needs a decision: 1 blocked plan, 2 claims that are contradicted." */
static void add_decisions(struct doc *d, const struct progress *p, const struct sums *s)
{
	struct arena *a = d->arena;
	struct buf b = { 0 };
	bool any = false;
	int blocked = s->all.plans_by_status[PHL_BLOCKED];
	int back = s->all.plans_by_status[PHL_ROLLED_BACK];

	if (blocked)
		add_to_list(&b, &any, label_count(a, blocked, "blocked plan"));
	else if (p->blocked->n)
		add_to_list(&b, &any, label_count(a, (long)p->blocked->n, "blocked task"));
	if (s->late)
		add_to_list(&b, &any, label_count(a, s->late, "late plan"));
	if (back)
		add_to_list(&b, &any, label_count(a, back, "plan rolled back"));
	if (s->contradicted)
		add_to_list(&b, &any,
			    arena_printf(a, "%s contradicted",
					 label_count(a, s->contradicted, "claim")));
	if (any)
		doc_prose(d, "Needs a decision: %s.", b.s);
	buf_free(&b);
}

/* ---- the same for programs ---- */

static struct cell *add_fact(struct doc *d, struct block *facts, const char *key)
{
	struct item *item = doc_item(d, facts, key, "%s", "");

	item->key = key;
	return &item->value;
}

static void add_outlook(struct doc *d, struct block *facts, const struct progress *p,
			const struct outlook *o)
{
	long today = (long)(p->now / DAY);

	if (o->work.known) {
		cell_minutes(add_fact(d, facts, "forecast"), o->work.low, o->work.high);
		cell_count(add_fact(d, facts, "forecast_samples"), (long)o->work.samples);
	}
	if (!o->finish.known)
		return;
	cell_day(add_fact(d, facts, "finish_earliest"),
		 outlook_date(d->arena, today + o->finish.low));
	cell_day(add_fact(d, facts, "finish_latest"),
		 outlook_date(d->arena, today + o->finish.high));
}

static void add_facts(struct doc *d, const struct progress *p, const struct sums *s,
		      const struct outlook *o)
{
	struct block *facts = doc_facts(d);
	const struct phase_row *all = &s->all;

	facts->machine = true;
	facts->name = "facts";
	cell_ratio(add_fact(d, facts, "plans"), rollup_settled(all->plans_by_status), all->plans);
	cell_ratio(add_fact(d, facts, "tasks"), rollup_settled(all->tasks.by_status),
		   all->tasks.total);
	cell_minutes(add_fact(d, facts, "actual"), all->actual, all->actual);
	cell_minutes(add_fact(d, facts, "left"), all->left_low, all->left_high);
	add_outlook(d, facts, p, o);
	cell_count(add_fact(d, facts, "unestimated"), (long)o->unestimated);
	cell_count(add_fact(d, facts, "blocked"), all->plans_by_status[PHL_BLOCKED]);
	cell_count(add_fact(d, facts, "late"), s->late);
	cell_count(add_fact(d, facts, "rolled_back"), all->plans_by_status[PHL_ROLLED_BACK]);
	cell_count(add_fact(d, facts, "contradicted"), s->contradicted);
}

void progress_head(struct doc *d, const struct progress *p, const struct outlook *o)
{
	struct sums s = sum_up(p);

	add_state(d, &s, o);
	add_end(d, p, o);
	add_decisions(d, p, &s);
	add_facts(d, p, &s, o);
}
