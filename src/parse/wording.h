/* wording: findings about the bytes of the text themselves */
#ifndef PARSE_WORDING_H
#define PARSE_WORDING_H

#include "parse/source.h"

/* Mojibake, invalid UTF-8, NUL bytes, invisible and bidi characters, a BOM that
 * is not at the start, conflict markers. */
void wording_check(struct reader *r);

#endif
