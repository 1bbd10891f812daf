#include "parse/files.h"

#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/text.h"
#include "parse/file_lists.h"
#include "parse/paths.h"
#include "parse/scan.h"
#include "parse/sections.h"
#include "parse/tasks.h"

const struct phl_file *file_named(const struct phl_plan *plan, const char *path)
{
	for (size_t i = 0; i < plan->files.n; i++)
		if (path_has_suffix(plan->files.v[i].path, path))
			return &plan->files.v[i];
	return NULL;
}

static struct phl_file *add_file(struct reader *r, const char *path, int line)
{
	struct phl_plan *plan = r->plan;
	if (is_full(r, plan->files.n, LIMIT_FILES, line, "files to change"))
		return NULL;
	for (size_t i = 0; i < plan->files.n; i++)
		if (strcmp(plan->files.v[i].path, path) == 0)
			return NULL;
	struct phl_file *f = vec_push(r->a, &plan->files);
	*f = (struct phl_file){ .path = arena_str(r->a, path), .line = line };
	return f;
}

/* "(MAJOR - many instances)" behind a path, or what follows a dash. */
static const char *remark(struct reader *r, const char *s, size_t n)
{
	n = trim(&s, n);
	if (n && *s == '`')
		s++, n--, n = trim(&s, n);
	while (n && (*s == '-' || *s == ':' || *s == '*' || is_space(*s)))
		s++, n--;
	if (n > 2 && memcmp(s, "\xe2\x80", 2) == 0) /* a dash */
		s += 3, n -= 3;
	n = trim(&s, n);
	if (n > 1 && *s == '(' && s[n - 1] == ')' && !memchr(s + 1, '(', n - 1))
		s++, n -= 2;
	return n ? copy_title(r->a, s, n) : NULL;
}

/* ---- the files section ---- */

static const char *category_of(struct reader *r, struct body *body, int block)
{
	for (int h = body->blocks.v[block].section; h >= 0; h = body->blocks.v[h].section) {
		size_t n;
		const char *s = body_text(r, body, h, &n);
		if (section_named(s, n) == SEC_FILES)
			return NULL;
		const mention_list *found = scan_block(r, body, h);
		bool path = false;
		for (size_t i = 0; i < found->n; i++)
			path |= found->v[i].type == M_PATH;
		if (path)
			continue;
		if (starts_word(s, n, "category")) {
			const char *colon = memchr(s, ':', n);
			if (colon) {
				n -= (size_t)(colon + 1 - s);
				s = colon + 1;
			}
		}
		return copy_title(r->a, s, n);
	}
	return NULL;
}

static int leading_number(const char *s, size_t n)
{
	int v = 0;
	size_t i = 0;
	while (i < n && is_digit(s[i]) && v < 100000)
		v = v * 10 + (s[i++] - '0');
	return i < n && (s[i] == '.' || s[i] == ')') ? v : 0;
}

/* Where the path ends that a listed text starts with, set apart from the remark
 * behind it by backticks or by how people part the two; 0 for none. */
static size_t set_apart(const char *s, size_t n, size_t *start)
{
	static const char *const parts[] = { " (", " - ", " \xe2\x80\x94 ", " \xe2\x80\x93 ", ": ", "\n", NULL };
	size_t i = 0, end = n;
	while (i < n && (is_digit(s[i]) || is_space(s[i]) || s[i] == '.' || s[i] == ')' || s[i] == '*'))
		i++;
	const char *text;
	size_t len, span = i < n && s[i] == '`' ? scan_span(s, n, i, &text, &len) : 0;
	if (span) {
		*start = (size_t)(text - s);
		return path_listed(text, len) ? *start + len : 0;
	}
	if (!memchr(s + i, '/', n - i))
		return 0;
	for (int k = 0; parts[k]; k++) {
		const char *at = find_bytes(s + i, end - i, parts[k]);
		end = at ? (size_t)(at - s) : end;
	}
	while (end > i && s[end - 1] == '*')
		end--;
	*start = i;
	return !memchr(s + i, ' ', end - i) && path_listed(s + i, end - i) ? end : 0;
}

static struct phl_file *add_named(struct reader *r, const struct block *b, const char *s, size_t n,
				  const char *path, size_t end, bool heading)
{
	struct phl_file *f = add_file(r, path, b->line);
	if (!f)
		return NULL;
	const char *eol = memchr(s + end, '\n', n - end);
	f->remark = remark(r, s + end, (eol ? (size_t)(eol - s) : n) - end);
	f->number = heading ? leading_number(s, n) : b->ordered ? b->number : 0;
	return f;
}

/* The first path of a block and what stands behind it. */
static struct phl_file *file_in(struct reader *r, struct body *body, int block, bool heading)
{
	const struct block *b = &body->blocks.v[block];
	size_t n;
	const char *s = body_text(r, body, block, &n);
	size_t start, whole = set_apart(s, n, &start);
	if (whole) {
		const char *path = path_clean(r->scratch, s + start, whole - start);
		return path ? add_named(r, b, s, n, path, whole, heading) : NULL;
	}
	const mention_list *found = scan_block(r, body, block);
	for (size_t i = 0; i < found->n; i++) {
		const struct mention *m = &found->v[i];
		/* a path further on in a sentence is talked about, not listed */
		if (m->type != M_PATH || m->weak || (!heading && m->at > 40))
			continue;
		size_t end = m->end;
		for (size_t k = i + 1; k < found->n && found->v[k].attached && found->v[k].at <= end + 1; k++)
			end = found->v[k].end;
		return add_named(r, b, s, n, m->text, end, heading);
	}
	return NULL;
}

static bool decides_to_leave(const char *s)
{
	static const char *const words[] = { "leave", "keep as", "keep unchanged", "no change",
					     "do not change", "don't change", "skip", "untouched", NULL };
	for (int i = 0; words[i]; i++)
		if (starts_word(s, strlen(s), words[i]))
			return true;
	return false;
}

/* "**Changes:**", "Line 40:": what follows counts, not this. */
static bool only_announces(const char *s, size_t n)
{
	while (n && s[n - 1] == '*')
		n--;
	return n < 60 && n && s[n - 1] == ':' && !memchr(s, '\n', n);
}

static const char *find_decision(const char *s, size_t n)
{
	if (!find_word(s, n, "**decision"))
		return NULL;
	const char *at = find_word(s, n, "**decision:**");
	return at ? at : find_word(s, n, "**decision**:");
}

/* Decision and prose below the heading of a file. */
static void read_below(struct reader *r, struct body *body, int heading, struct phl_file *f)
{
	struct buf notes = { .arena = r->scratch };
	for (size_t i = (size_t)heading + 1; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->type == B_HEADING && b->level <= body->blocks.v[heading].level)
			break;
		if (b->section != heading || b->type == B_FENCE || b->type == B_RULE)
			continue;
		size_t n;
		const char *s = body_text(r, body, (int)i, &n);
		const char *at = find_decision(s, n);
		if (at) {
			const char *eol = memchr(at, '\n', n - (size_t)(at - s));
			size_t len = (eol ? (size_t)(eol - at) : n - (size_t)(at - s)) - 13;
			f->decision = copy_title(r->a, at + 13, len);
			f->left = decides_to_leave(f->decision);
		} else if (b->type == B_PARA && n && !only_announces(s, n)) {
			buf_str(&notes, notes.n ? "\n\n" : "");
			buf_add(&notes, s, n);
		}
	}
	if (notes.n)
		f->notes = copy_text(r->a, notes.s, notes.n);
}

static void from_sections(struct reader *r, struct body *body)
{
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		bool item = b->type == B_ITEM && b->level == 0 && !b->box.mark;
		if ((b->type != B_HEADING && !item) ||
		    (b->type == B_HEADING && b->section < 0) ||
		    !block_in_section(r, body, (int)i, SEC_FILES))
			continue;
		/* below the heading of a file, items are about that file */
		if (item && file_above(r, body, (int)i) >= 0)
			continue;
		struct phl_file *f = file_in(r, body, (int)i, !item);
		if (!f)
			continue;
		f->category = category_of(r, body, (int)i);
		if (!item)
			read_below(r, body, (int)i, f);
	}
}

int file_above(struct reader *r, const struct body *body, int block)
{
	for (int h = body->blocks.v[block].section; h >= 0; h = body->blocks.v[h].section)
		for (size_t i = 0; i < r->plan->files.n; i++)
			if (r->plan->files.v[i].line == body->blocks.v[h].line)
				return (int)i;
	return -1;
}

/* ---- the frontmatter and the tasks ---- */

const char *const file_keys[] = { "files_modified", "files", "files_to_modify",
				  "files_changed", "modified_files", NULL };

/* "src/a.ts (NEW)": the path ends before the remark; it may hold blanks. */
static void add_listed(struct reader *r, const char *s, int line)
{
	const char *open = strstr(s, " ("), *end = open ? open : s + strlen(s);
	const char *hash = strstr(s, " #");
	if (hash && hash < end)
		end = hash;
	size_t len = (size_t)(end - s), word = path_read(s, len, true);
	if (word && word < len && (s[word] == ':' || is_space(s[word])))
		len = word;
	const char *path = path_clean(r->scratch, s, len);
	if (!path || same_word(path, strlen(path), "n/a") || same_word(path, strlen(path), "none"))
		return;
	bool blank = strchr(path, ' ') != NULL;
	if (blank && !strchr(path, '/') && !strchr(path, '.'))
		return;
	struct phl_file *f = add_file(r, path, line);
	if (f && open)
		f->remark = remark(r, open, strlen(open));
}

static void from_front(struct reader *r, const struct front *front)
{
	const struct front_key *k = front_find(front, file_keys);
	if (!k)
		return;
	int line = k->line;
	for (size_t i = 0; i < k->items.n; i++) {
		/* block lists have an item a line, flow lists stand where they start */
		for (int l = line + (k->value[0] == '-'); l <= r->src.n && l < line + 50; l++) {
			size_t n = line_len(&r->src, l);
			if (find_word(line_text(&r->src, l), n, k->items.v[i])) {
				line = l;
				break;
			}
		}
		add_listed(r, k->items.v[i], line);
	}
	if (!k->nested && k->value && path_whole(k->value, strlen(k->value)))
		add_listed(r, k->value, k->line);
}

/* Short names in a task mean the file that the plan names in full. */
static void from_tasks(struct reader *r)
{
	for (size_t t = 0; t < r->plan->tasks.n; t++) {
		struct phl_task *task = &r->plan->tasks.v[t];
		for (size_t i = 0; i < task->files.n; i++) {
			const struct phl_file *full = file_named(r->plan, task->files.v[i]);
			if (full)
				task->files.v[i] = full->path;
			else
				add_file(r, task->files.v[i], task->line);
		}
	}
}

/* ---- lists of files below tasks ---- */

/* "Move: `a.c` → `b.c`" names two; what stands behind the last is the remark. */
static void from_lists(struct reader *r, struct body *body)
{
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->type != B_ITEM || !file_lists_have(r, body, (int)i))
			continue;
		size_t n;
		const char *s = body_text(r, body, (int)i, &n);
		const mention_list *found = scan_block(r, body, (int)i);
		const char *verb = file_lists_verb(r, body, (int)i);
		for (size_t k = 0; k < found->n; k++) {
			const struct mention *m = &found->v[k];
			struct phl_file *f = m->type == M_PATH && !m->weak && (m->code || m->at < 40) ?
						     add_file(r, m->text, b->line) : NULL;
			if (!f)
				continue;
			f->category = verb;
			size_t end = m->end;
			while (k + 1 < found->n && found->v[k + 1].attached && found->v[k + 1].at <= end + 1)
				end = found->v[++k].end;
			if (k + 1 == found->n)
				f->remark = remark(r, s + end, n - end);
		}
	}
}

void files_read(struct reader *r, struct body *body, const struct front *front)
{
	from_sections(r, body);
	from_front(r, front);
	from_lists(r, body);
	from_tasks(r);
}
