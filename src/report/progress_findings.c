#include "report/progress_parts.h"

#include "report/attention.h"
#include "report/labels.h"

enum { FINDINGS_SHOWN = 30 }; /* that are told one by one */

static bool all_are_contradictions(const finding_rows *findings)
{
	for (size_t i = 0; i < findings->n; i++)
		if (!attention_is_contradiction(&findings->v[i].finding))
			return false;
	return true;
}

static void tell(struct doc *d, const finding_rows *findings, size_t *left)
{
	static const struct column columns[] = {
		{ .title = "Where", .key = "where", .code = true },
		{ .title = "What", .key = "message", .stretch = true },
		{ .title = "Rule", .key = "rule", .code = true },
	};
	struct block *t = NULL;
	size_t shown = 0;

	*left = 0;
	for (size_t i = 0; i < findings->n; i++) {
		const struct finding_row *row = &findings->v[i];
		struct cell *cells;

		if (attention_is_contradiction(&row->finding))
			continue; /* have a section of their own */
		if (row->finding.severity != PHL_ERROR || shown == FINDINGS_SHOWN) {
			++*left;
			continue;
		}
		if (!t) {
			t = doc_table(d, columns, 3);
			t->name = "findings";
		}
		shown++;
		cells = doc_row(d, t);
		cell_text(&cells[0], arena_printf(d->arena, "%s:%d", row->path, row->finding.line));
		cell_text(&cells[1], row->finding.message);
		cell_text(&cells[2], row->finding.rule);
	}
}

void progress_findings(struct doc *d, const finding_rows *findings)
{
	struct block *heading;
	size_t left;
	bool told;

	if (all_are_contradictions(findings))
		return;
	heading = doc_heading(d, 2, "Findings");
	heading->name = "findings";
	tell(d, findings, &left);
	told = d->last != heading;
	if (left)
		doc_prose(d, "%s%s; see phaseline lint.",
			  label_count(d->arena, (long)left, told ? "more finding" : "finding"),
			  told	      ? ""
			  : left == 1 ? ", no error"
				      : ", none of them an error");
}
