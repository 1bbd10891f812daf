/* Any bytes are a document; the first one chooses which. */
#include <stdint.h>
#include <stdlib.h>

#include "parse/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void holds_requirement(const struct phl_requirement *r)
{
	if (!r->id || !*r->id || !r->path || r->line < 1)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const paths[] = {
		"specs/001-lamps/spec.md",	    "specs/001-lamps/plan.md",
		".kiro/specs/lamps/requirements.md", ".kiro/specs/lamps/design.md",
		"openspec/changes/lamps/proposal.md",
		"openspec/changes/lamps/specs/rail/spec.md",
	};
	struct arena a = { 0 }, scratch = { 0 };

	if (!size)
		return 0;
	struct document *doc = parse_document(&a, &scratch, (const char *)data + 1, size - 1,
					      paths[data[0] % (sizeof paths / sizeof *paths)]);
	for (size_t i = 0; i < doc->declared.n; i++)
		holds_requirement(&doc->declared.v[i]);
	arena_free(&scratch);
	arena_free(&a);
	return 0;
}
