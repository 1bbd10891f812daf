#include "cli/deliver.h"

#include "base/file.h"
#include "cli/out.h"
#include "edit/markers.h"
#include "project/rewrite.h"

/* What is in a file does not depend on the terminal. */
static const struct style plain = { .utf8 = true };

bool deliver_file(struct cli *c, const struct doc *doc, const struct format *format,
		  const char *path, struct err *err)
{
	struct buf out = { 0 };
	bool ok;

	format->emit(&out, doc, &plain);
	ok = file_replace(path, out.s, out.n, err);
	buf_free(&out);
	if (ok)
		out_note(c, "%s written", path);
	return ok;
}

/* ---- between markers ---- */

struct update {
	const struct doc *doc;
	const char *path;
};

static bool fill(void *context, const char *bytes, size_t n, struct buf *out, struct err *err)
{
	const struct update *u = context;
	struct style style = plain;
	struct buf report = { 0 };
	struct marked at;

	if (!markers_find(bytes, n, u->path, &at, err))
		return false;
	style.below = at.level;
	markdown_emit(&report, u->doc, &style);
	markers_fill(out, bytes, n, &at, report.s);
	buf_free(&report);
	return true;
}

bool deliver_update(struct cli *c, const struct doc *doc, const char *path, struct err *err)
{
	struct update u = { doc, path };
	const char *rescued;
	enum rewritten done = rewrite(c->project, &c->arena, path, fill, &u, &rescued, err);

	if (rescued)
		out_note(c, "%s was saved by two programs at once; the other version is in %s",
			 path, rescued);
	if (done == REWRITE_DONE)
		out_note(c, "%s updated", path);
	if (done == REWRITE_SAME)
		out_note(c, "%s is up to date", path);
	return done != REWRITE_FAILED;
}
