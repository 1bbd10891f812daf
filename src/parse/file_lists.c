#include "parse/file_lists.h"

#include <string.h>

#include "base/text.h"
#include "model/plan.h"

/* "**Files:**", "Files to touch:", "**Files**:" and nothing else on its last line. */
static bool announces(const char *s, size_t n)
{
	static const char *const words[] = { "files", "file", "fichiers", "archivos", "arquivos",
					     "dateien", "文件", "ファイル", NULL };
	const char *nl = memrchr(s, '\n', n);
	if (nl) {
		n -= (size_t)(nl + 1 - s);
		s = nl + 1;
	}
	while (n && (*s == '*' || *s == '_'))
		s++, n--;
	while (n && (s[n - 1] == '*' || s[n - 1] == '_' || is_space(s[n - 1])))
		n--;
	bool wide = n > 3 && memcmp(s + n - 3, "\xef\xbc\x9a", 3) == 0;
	if (n > 40 || !n || (s[n - 1] != ':' && !wide) || memchr(s, '`', n))
		return false;
	for (int i = 0; words[i]; i++)
		if (starts_word(s, n, words[i]) && !is_alpha(s[strlen(words[i])]))
			return true;
	return false;
}

/* The outermost item that it lies below. */
static int top_item(const struct body *body, int item)
{
	while (body->blocks.v[item].parent >= 0 && body->blocks.v[item].level > 0)
		item = body->blocks.v[item].parent;
	return item;
}

/* Is the list of which this is an outermost item one of files?  Where the walk to its
 * start comes to the item asked for before, what was found then holds. */
static bool is_of_files(struct reader *r, struct body *body, int top)
{
	int i = top;
	for (; i >= 0; i--) {
		const struct block *b = &body->blocks.v[i];
		if (body->files.known && i == body->files.top)
			return body->files.have;
		bool inside = b->type == B_ITEM && b->level == 0;
		if (!inside && !(b->parent >= 0 && block_below(body, i, top_item(body, i))))
			break;
		if (inside && b->box.mark)
			return false;
	}
	if (i < 0 || body->blocks.v[i].type != B_PARA ||
	    body->blocks.v[i].section != body->blocks.v[top].section)
		return false;
	size_t n;
	const char *s = body_text(r, body, i, &n);
	return announces(s, n);
}

bool file_lists_have(struct reader *r, struct body *body, int item)
{
	int top = top_item(body, item);
	if (body->blocks.v[item].box.mark || body->blocks.v[top].box.mark)
		return false;
	body->files.have = is_of_files(r, body, top);
	body->files.known = true;
	body->files.top = top;
	return body->files.have;
}

const char *file_lists_verb(struct reader *r, struct body *body, int item)
{
	size_t n, len = 0;
	const char *s = body_text(r, body, item, &n);
	while (n && (*s == '*' || *s == '_'))
		s++, n--;
	while (len < n && len < 30 && (is_alpha(s[len]) || strchr(" +/-", s[len])))
		len++;
	const char *end = s + len;
	while (end < s + n && *end == '*')
		end++;
	return len && end < s + n && *end == ':' ? copy_title(r->a, s, len) : NULL;
}
