/* diff: a change as people read it */
#include <string.h>

#include "edit/lines.h"

enum { CONTEXT = 3 };

/* Lines first to last of the old text are replaced by `text`. */
struct hunk_part {
	int first, last; /* last < first: only an insertion, before `first` */
	const char *text;
	size_t n;
};
typedef PHL_LIST(struct hunk_part) part_list;

/* The line of a byte; behind the last line end, one more than there are. */
static int line_at(const struct draft *d, size_t at)
{
	int n = d->places.src.n;
	if (at < d->n)
		return source_line_at(&d->places.src, at);
	bool empty_last = n && line_start(d, n) == d->n; /* behind the last line end */
	return ends_in_newline(d) && !empty_last ? n + 1 : n ? n : 1;
}

/* Puts whole lines between others. */
static bool is_insertion(const struct draft *d, const struct splice *s)
{
	return s->len == 0 && s->n && s->text[s->n - 1] == '\n' &&
	       s->at == line_start(d, line_at(d, s->at));
}

static int last_line(const struct draft *d, const struct splice *s)
{
	if (is_insertion(d, s))
		return line_at(d, s->at) - 1;
	return line_at(d, s->len ? s->at + s->len - 1 : s->at);
}

/* The lines that splices *i and those on the same lines change. */
static void add_part(struct draft *d, const splice_list *s, size_t *i, part_list *out)
{
	struct buf b = { 0 };
	int from = line_at(d, s->v[*i].at), to = last_line(d, &s->v[*i]);
	size_t at = line_start(d, from);
	do {
		const struct splice *p = &s->v[*i];
		buf_add(&b, d->bytes + at, p->at - at);
		buf_add(&b, p->text, p->n);
		at = p->at + p->len;
		to = last_line(d, p) > to ? last_line(d, p) : to;
		++*i;
	} while (*i < s->n && to >= from && line_at(d, s->v[*i].at) <= to &&
		 !is_insertion(d, &s->v[*i]));
	if (line_start(d, to + 1) > at)
		buf_add(&b, d->bytes + at, line_start(d, to + 1) - at);
	*vec_push(d->a, out) =
	    (struct hunk_part){ from, to, arena_dup(d->a, b.n ? b.s : "", b.n), b.n };
	buf_free(&b);
}

static int count_lines(const char *s, size_t n)
{
	int lines = 0;
	for (size_t i = 0; i < n; i++)
		lines += s[i] == '\n';
	return lines + (n && s[n - 1] != '\n');
}

static void put_lines(struct buf *out, char mark, const char *s, size_t n)
{
	while (n) {
		const char *nl = memchr(s, '\n', n);
		size_t len = nl ? (size_t)(nl - s) + 1 : n;
		buf_char(out, mark);
		buf_add(out, s, len);
		if (!nl)
			buf_str(out, "\n\\ No newline at end of file\n");
		s += len;
		n -= len;
	}
}

static void put_old(struct buf *out, const struct draft *d, char mark, int first, int last)
{
	if (last >= first)
		put_lines(out, mark, d->bytes + line_start(d, first),
			  line_start(d, last + 1) - line_start(d, first));
}

static int total_lines(const struct draft *d)
{
	return count_lines(d->bytes, d->n);
}

/* Parts of one hunk are those whose context touches. */
static size_t hunk_end(const part_list *parts, size_t from)
{
	size_t end = from + 1;
	while (end < parts->n &&
	       parts->v[end].first - parts->v[end - 1].last <= 2 * CONTEXT + 1)
		end++;
	return end;
}

static void put_hunk(struct buf *out, const struct draft *d, const part_list *parts,
		     size_t from, size_t end, int *shift)
{
	int first = parts->v[from].first - CONTEXT, last = parts->v[end - 1].last + CONTEXT;
	int added = 0, total = total_lines(d);
	first = first < 1 ? 1 : first;
	last = last > total ? total : last;
	for (size_t i = from; i < end; i++)
		added += count_lines(parts->v[i].text, parts->v[i].n) -
			 (parts->v[i].last - parts->v[i].first + 1);
	int old = last - first + 1;
	buf_printf(out, "@@ -%d,%d +%d,%d @@\n", old ? first : 0, old, first + *shift, old + added);
	for (size_t i = from, line = (size_t)first; i <= end; i++) {
		int until = i < end ? parts->v[i].first - 1 : last;
		put_old(out, d, ' ', (int)line, until);
		if (i == end)
			break;
		put_old(out, d, '-', parts->v[i].first, parts->v[i].last);
		put_lines(out, '+', parts->v[i].text, parts->v[i].n);
		line = (size_t)parts->v[i].last + 1;
	}
	*shift += added;
}

void diff_unified(struct buf *out, const struct draft *d, const splice_list *splices)
{
	struct draft *own = (struct draft *)d; /* for its arena */
	part_list parts = { 0 };
	int shift = 0;
	for (size_t i = 0; i < splices->n;)
		add_part(own, splices, &i, &parts);
	if (!parts.n)
		return;
	buf_printf(out, "--- a/%s\n+++ b/%s\n", d->path, d->path);
	for (size_t i = 0, end; i < parts.n; i = end) {
		end = hunk_end(&parts, i);
		put_hunk(out, d, &parts, i, end, &shift);
	}
}
