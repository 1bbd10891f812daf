/* Any bytes have the same blocks in outline. */
#include "holds.h"
#include "same_blocks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	HOLDS(same_blocks((const char *)data, size));
	return 0;
}
