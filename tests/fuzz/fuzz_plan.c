/* Any bytes are a plan; the first one chooses where it lies. */
#include <stdint.h>

#include "holds.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const paths[] = {
		"plans/03-03-PLAN.md",
		".planning/phases/03-colors/03-01-PLAN.md",
		".planning/phases/02.1-fix/02.1-04a-slug-PLAN.md",
		".planning/quick/7-typo/7-PLAN.md",
		"notes.md",
		"PLAN.md",
		"specs/001-lamps/tasks.md",
		".kiro/specs/lamps/tasks.md",
		"openspec/changes/archive/2026-01-13-lamps/tasks.md",
		"backlog/tasks/task-7.1 - Lamps.md",
		"docs/superpowers/plans/2026-01-13-lamps.md",
	};

	if (size)
		holds_plan((const char *)data + 1, size - 1,
			   paths[data[0] % (sizeof paths / sizeof *paths)]);
	return 0;
}
