/* attention: what a team lead should look at first */
#ifndef REPORT_ATTENTION_H
#define REPORT_ATTENTION_H

#include "model/claims.h"
#include "render/doc.h"

enum { ATTENTION_ALIKE = 2 }; /* findings of one rule that are shown one by one */

struct attention {
	const plan_rows *plans;       /* blocked or rolled back ones are taken */
	const task_rows *tasks;       /* blocked ones */
	const finding_rows *findings; /* worst first; as many as were asked for */
	const claim_list *claims;     /* that the code speaks against */
	const plan_rows *disproved;   /* done, but their verification failed */
};

/* Adds "Needs attention" with at most `most` lines, worst first, findings of one
 * rule folded into a line where they are many.  False when there is nothing. */
bool attention_add(struct doc *d, const struct attention *in, size_t most);

/* Adds the claims of a kind to a list. */
void attention_add_claims(struct doc *d, struct block *list, const claim_list *claims,
			  enum claim_kind kind);

/* Findings that say that two sources contradict each other. */
bool attention_is_contradiction(const struct phl_finding *f);

#endif
