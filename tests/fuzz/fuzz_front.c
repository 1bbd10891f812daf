/* Any bytes are the frontmatter of a plan. */
#include <stdint.h>

#include "base/buf.h"
#include "holds.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf b = { 0 };

	buf_str(&b, "---\n");
	buf_add(&b, data, size);
	buf_str(&b, "\n---\n# Plan 03-01: Title\n\n- [ ] **Task 1**: a\n");
	holds_plan(b.s, b.n, ".planning/phases/03-colors/03-01-PLAN.md");
	buf_free(&b);
	return 0;
}
