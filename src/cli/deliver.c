#include "cli/deliver.h"

#include "base/file.h"
#include "cli/out.h"
#include "edit/markers.h"
#include "project/rewrite.h"

void deliver(struct cli *c, const struct delivery *d)
{
	struct style style = d->style;

	style.width = c->style.width;
	style.color = c->style.color;
	style.utf8 = c->style.utf8;
	d->format->emit(&c->out, d->doc, &style);
}

/* What is in a file does not depend on the terminal. */
static struct style file_style(const struct delivery *d)
{
	struct style style = d->style;

	style.utf8 = true;
	return style;
}

bool deliver_file(struct cli *c, const struct delivery *d, const char *path, struct err *err)
{
	struct style style = file_style(d);
	struct buf out = { 0 };
	bool ok;

	d->format->emit(&out, d->doc, &style);
	ok = file_replace(path, out.s ? out.s : "", out.n, err);
	buf_free(&out);
	if (ok)
		out_note(c, "%s written", path);
	return ok;
}

/* ---- between markers ---- */

struct update {
	const struct delivery *delivery;
	const char *path;
};

static bool fill(void *context, const char *bytes, size_t n, struct buf *out, struct err *err)
{
	const struct update *u = context;
	struct style style = file_style(u->delivery);
	struct buf report = { 0 };
	struct marked at;

	if (!markers_find(bytes, n, u->path, &at, err))
		return false;
	style.below = at.level;
	u->delivery->format->emit(&report, u->delivery->doc, &style);
	markers_fill(out, bytes, n, &at, report.s ? report.s : "");
	buf_free(&report);
	return true;
}

bool deliver_update(struct cli *c, const struct delivery *d, const char *path,
		    struct err *err)
{
	struct update u = { d, path };
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
