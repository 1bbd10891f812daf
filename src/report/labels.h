/* labels: how reports call things, the same everywhere */
#ifndef REPORT_LABELS_H
#define REPORT_LABELS_H

#include "model/claims.h"
#include "model/proof.h"
#include "render/doc.h"

enum mark label_mark(enum phl_status status);
enum tone label_tone(enum phl_status status);

/* "03-03 Migrate schedulers"; the title alone where the id is but a path. */
const char *label_plan(struct arena *a, const struct plan_row *plan);

/* "03-03", or the path without its tail where a plan has no number. */
const char *label_id(struct arena *a, const char *id, const char *path);

/* "03 Tenant models", or the directory of a phase without number and name. */
const char *label_phase(struct arena *a, const struct phase_row *phase);

/* "03-03/4": by its number, or by its place where it has none. */
const char *label_task(struct arena *a, const struct task_row *task);

/* The title of a task in one line. */
const char *label_title(const struct phl_task *task);

/* "1 plan", "2 plans". */
const char *label_count(struct arena *a, long n, const char *noun);

/* "25m", "25m to 50m". */
const char *label_range(struct arena *a, int64_t low, int64_t high);

void cell_status(struct cell *c, enum phl_status status);
void cell_tasks(struct cell *c, const struct task_counts *tasks);
void cell_estimate(struct cell *c, const struct phl_estimate *estimate);

/* What has been cleared of what was checked; before any check, how many. */
void cell_refs(struct cell *c, const struct ref_counts *refs);

/* Whether it was verified; NULL for not. */
void cell_proof(struct cell *c, const struct proof *proof);

/* "verified on 2026-01-13 at f24b649; src/pay.py changed since" */
const char *label_proof(struct arena *a, const struct proof *proof);

/* "waits for 03-01, which says done, its verification failed on 2026-01-13" */
const char *label_doubt(struct arena *a, const struct plan_row *disproved);

/* "says done, its verification failed on 2026-01-13 at f24b649" */
const char *label_disproved(struct arena *a, const struct proof *proof);

/* "says done, 1 reference still stands"; and that with ": src/pay.py:12" */
const char *label_claim(struct arena *a, const struct claim *claim);
const char *label_claim_at(struct arena *a, const struct claim *claim);

/* "03-03" or "03-03/5": whose it is. */
const char *label_claimer(struct arena *a, const struct claim *claim);

/* "2h ago" of a time that is `minutes` ago. */
const char *label_ago(struct arena *a, int64_t minutes);

/* "src/a.py:12 → 14" for what was src/a.py:12 and is src/a.py:14. */
const char *label_lines(struct arena *a, const char *from, const char *to, bool utf8);

#endif
