/* declared: the requirements that a document declares */
#ifndef PARSE_DECLARED_H
#define PARSE_DECLARED_H

#include "parse/companion_parts.h"
#include "parse/document.h"

void declared_read(struct companion *c, enum declares how, const char *path,
		   phl_requirement_list *out);

#endif
