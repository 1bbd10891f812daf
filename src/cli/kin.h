/* kin: the plans of one family */
#ifndef CLI_KIN_H
#define CLI_KIN_H

#include "cli/options.h"
#include "parse/parse.h"

#define FAMILY(type, member)                                                             \
	TEXT(type, member, 0, "family", "FAMILY", "only plans of this family", family_names)

/* Is the plan at `path` of that family?  NULL is any. */
bool kin_has(const char *family, const char *path);

#endif
