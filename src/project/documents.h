/* documents: what stands beside lists of tasks, and what it says of them */
#ifndef PROJECT_DOCUMENTS_H
#define PROJECT_DOCUMENTS_H

#include "model/plan.h"
#include "parse/document.h"
#include "store/store.h"

/* Puts the paths of documents of one plan into the order in which they are asked. */
void documents_sort(path_list *paths);

/* Takes over what the plan's own text does not say; `e` gets the title. */
void documents_apply(struct arena *a, struct phl_plan *plan, const struct document *doc,
		     struct evidence *e);

#endif
