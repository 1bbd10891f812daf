/* journal: what happened, who did it, and why */
#ifndef REPORT_JOURNAL_H
#define REPORT_JOURNAL_H

#include "base/json.h"
#include "model/rows.h"
#include "render/doc.h"

/* A table of events, in the order given. */
void journal_doc(struct doc *d, const event_list *events, bool utf8);

/* An array of the objects of `log --json` in phaseline-json(5). */
void journal_json(struct json *j, const event_list *events);

/* Does it tell of this task: alone, or of all tasks of its plan? */
bool journal_is_about(const struct event *e, int task);

/* What an event says, in a few words. */
const char *journal_words(struct arena *a, const struct event *e, bool utf8);

#endif
