/* collisions: plans in each other's way, in words */
#ifndef REPORT_COLLISIONS_H
#define REPORT_COLLISIONS_H

#include "base/json.h"
#include "model/collide.h"

/* "src/a.py:12-18 is also touched by 03-04, in progress, and 2 more" */
const char *collision_words(struct arena *a, const struct collision *c);

/* "also touched by 03-04, in progress: src/a.py:12-18" */
const char *collision_warning(struct arena *a, const struct collision *c);

/* As findings of rules same-lines and same-file, at the place in `plan`; the first
 * `worded` of each have a message. */
void collision_findings(struct arena *a, const collision_list *list, size_t worded,
			finding_rows *out);

/* Its members, into an object that is open. */
void collision_json(struct json *j, const struct collision *c);

#endif
