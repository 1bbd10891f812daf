#include "edit/edit.h"

#include "parse/parse.h"

const char *const edit_field_words[EDIT_FIELDS] = {
	[EDIT_BOX] = "box",
	[EDIT_STEP] = "step",
	[EDIT_ATTRIBUTE] = "attribute",
	[EDIT_KEY] = "key",
	[EDIT_FRONTMATTER] = "frontmatter",
	[EDIT_TITLE] = "title",
	[EDIT_NOTE] = "note",
	[EDIT_LINES] = "lines",
};

static void read_text(struct draft *d, struct arena *a, const char *bytes, size_t n,
		      const char *path, bool only)
{
	*d = (struct draft){ .a = a, .bytes = bytes, .n = n, .path = path };
	d->plan = parse_plan_places(a, &d->scratch, bytes, n, path, only, &d->places);
}

void draft_read(struct draft *d, struct arena *a, const char *bytes, size_t n,
		const char *path)
{
	read_text(d, a, bytes, n, path, false);
}

void draft_read_places(struct draft *d, struct arena *a, const char *bytes, size_t n,
		       const char *path)
{
	read_text(d, a, bytes, n, path, true);
}

void draft_free(struct draft *d)
{
	arena_free(&d->scratch);
}
