/* The documents of each family: their names, and where in them is what counts. */
#include <stddef.h>

#include "parse/document.h"

#define WORDS(...) (const char *const[]){ __VA_ARGS__, NULL }

/* Spec Kit: what it is to be comes from spec.md, how it is made from plan.md. */
const struct document_rule speckit_documents[] = {
	{ .name = "plan.md",
	  .leads = WORDS("implementation plan", "plan"),
	  .goals = WORDS("summary") },
	{ .name = "spec.md",
	  .leads = WORDS("feature specification", "feature spec", "specification", "spec"),
	  .input = "input",
	  .declares = DECLARES_LABELLED },
	{ 0 },
};

const struct document_rule kiro_documents[] = {
	{ .name = "requirements.md",
	  .leads = WORDS("requirements document", "requirements specification", "requirements"),
	  .goals = WORDS("introduction", "overview", "\xe7\xae\x80\xe4\xbb\x8b",
			 "\xe4\xbb\x8b\xe7\xbb\x8d", "einf\xc3\xbchrung"),
	  .declares = DECLARES_NUMBERED },
	{ .name = "design.md",
	  .leads = WORDS("design document", "technical design", "design"),
	  .goals = WORDS("overview", "introduction") },
	{ 0 },
};

const struct document_rule openspec_documents[] = {
	{ .name = "proposal.md",
	  .leads = WORDS("change proposal", "change", "proposal"),
	  .goals = WORDS("why", "summary"),
	  .files = WORDS("impact", "affected code", "affected files") },
	{ .name = "design.md",
	  .leads = WORDS("technical design", "design document", "design"),
	  .goals = WORDS("context", "overview") },
	{ .name = "specs/*/spec.md", .declares = DECLARES_NAMED },
	{ 0 },
};
