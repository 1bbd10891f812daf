#include "cli/kin.h"

#include <string.h>

bool kin_has(const char *family, const char *path)
{
	return !family || strcmp(family_of(path)->name, family) == 0;
}
