/* References and what the code says about them, as JSON. */
#include "model/plan.h"
#include "report/refs_page.h"

static const char *const verdicts[] = {
	[REF_FINE] = NULL,
	[REF_CONTRADICTS] = "contradicted",
	[REF_STALE] = "stale",
};

static void one(struct json *j, const struct refs_page *page, size_t at)
{
	const struct refcheck *c = page->check;
	const struct checked_ref *r = &c->refs.v[at];
	const struct checked_plan *p = &c->plans.v[r->plan];

	json_object(j);
	json_key_text(j, "plan", p->row.id);
	json_key_text(j, "plan_path", p->row.path);
	plan_json_ref(j, r->ref, r->task, c->files.v[r->file].resolved, r->state);
	json_key(j, "found");
	json_array(j);
	for (int i = 0; i < r->nfound; i++)
		json_int(j, r->found[i]);
	json_end(j);
	json_key_text(j, "now", r->now);
	json_key_text(j, "reason", r->reason);
	json_key_text(j, "since_plan", refs_then(r));
	json_key_text(j, "was_path", r->was);
	json_key_text(j, "renamed_in", r->renamed);
	json_key_bool(j, "left", r->left);
	json_key_text(j, "verdict", verdicts[ref_judge(c, r)]);
	if (page->before)
		json_key_text(j, "was", ref_state_words[page->before->refs.v[at].state]);
	json_end(j);
}

void refs_page_json(struct json *j, const struct refs_page *page)
{
	json_array(j);
	for (size_t i = 0; i < page->check->refs.n; i++)
		if (page->wanted[i])
			one(j, page, i);
	json_end(j);
}
