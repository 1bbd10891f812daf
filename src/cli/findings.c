#include "cli/findings.h"

#include "base/text.h"
#include "model/plan.h"

static const enum tone tones[PHL_SEVERITIES] = {
	[PHL_NOTE] = TONE_DIM, [PHL_WARNING] = TONE_ACTIVE, [PHL_ERROR] = TONE_BAD,
};

void findings_text(struct cli *c, const struct finding_row *row)
{
	const struct phl_finding *f = &row->finding;

	text_safe(&c->out, row->path);
	buf_printf(&c->out, ":%d:%d: ", f->line, f->col);
	term_tone(&c->out, &c->style, tones[f->severity], phl_severity_words[f->severity]);
	buf_str(&c->out, ": ");
	text_safe(&c->out, f->message);
	buf_printf(&c->out, " [%s]\n", f->rule);
}

/* A workflow command ends at a line end or, in a property, at a comma. */
static void github_text(struct buf *out, const char *s, bool property)
{
	struct buf safe = { 0 };

	buf_str(&safe, "");
	text_safe(&safe, s);
	for (const char *p = safe.s; *p; p++) {
		if (*p == '%' || (property && (*p == ',' || *p == ':')))
			buf_printf(out, "%%%02X", (unsigned)*p);
		else
			buf_char(out, *p);
	}
	buf_free(&safe);
}

void findings_github(struct cli *c, const struct finding_row *row)
{
	static const char *const levels[PHL_SEVERITIES] = {
		[PHL_NOTE] = "notice", [PHL_WARNING] = "warning", [PHL_ERROR] = "error",
	};
	const struct phl_finding *f = &row->finding;

	buf_printf(&c->out, "::%s file=", levels[f->severity]);
	github_text(&c->out, row->path, true);
	buf_printf(&c->out, ",line=%d,col=%d,title=%s::", f->line, f->col, f->rule);
	github_text(&c->out, f->message, false);
	buf_char(&c->out, '\n');
}
