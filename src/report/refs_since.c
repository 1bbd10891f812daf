/* What changed in the references of plans between two looks at the code. */
#include "report/labels.h"
#include "report/refs_page.h"

/* What became of references. */
struct changes {
	int changed;
	int to[REF_STATES]; /* but for what is counted next */
	int back;	    /* cleared before, and there now */
};

static void count_one(struct changes *n, const struct refs_page *page, size_t i)
{
	enum ref_state was = page->before->refs.v[i].state, is = page->check->refs.v[i].state;

	if (was == is || !page->wanted[i])
		return;
	n->changed++;
	if (ref_is_cleared(was) && ref_is_there(is))
		n->back++;
	else
		n->to[is]++;
}

static const char *summary(struct arena *a, const struct changes *n)
{
	struct buf b = { 0 };
	int told = 0;

	for (int i = 0; i < REF_STATES; i++)
		if (n->to[i])
			buf_printf(&b, "%s%d %s", told++ ? ", " : "", n->to[i],
				   ref_state_words[i]);
	if (n->back)
		buf_printf(&b, "%s%d there again", told ? ", " : "", n->back);
	const char *s = arena_dup(a, b.s ? b.s : "", b.n);
	buf_free(&b);
	return s;
}

static void add_plan(struct doc *d, struct block **facts, const struct refs_page *page,
		     size_t plan)
{
	const struct checked_plan *p = &page->check->plans.v[plan];
	struct changes n = { 0 };

	for (size_t i = p->first; i < p->first + p->n; i++)
		count_one(&n, page, i);
	if (!n.changed)
		return;
	if (!*facts)
		*facts = doc_facts(d);
	doc_item(d, *facts, label_id(d->arena, p->row.id, p->row.path), "%s",
		 summary(d->arena, &n));
}

void refs_since_sums(struct doc *d, const struct refs_page *page)
{
	struct block *facts = NULL;
	struct changes n = { 0 };
	const char *when = page->until ? arena_printf(d->arena, "between %s and %s", page->since,
						      page->until) :
					 arena_printf(d->arena, "since %s", page->since);

	for (size_t i = 0; i < page->check->plans.n && page->check->plans.n > 1; i++)
		add_plan(d, &facts, page, i);
	for (size_t i = 0; i < page->check->refs.n; i++)
		count_one(&n, page, i);
	if (n.changed)
		doc_prose(d, "%s changed %s: %s", label_count(d->arena, n.changed, "reference"),
			  when, summary(d->arena, &n));
	else
		doc_prose(d, "no reference changed %s", when);
}
