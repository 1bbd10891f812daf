/* Text in HTML: what is not ours comes through here. */
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "render/html.h"

static void add_escaped(struct buf *out, const char *safe)
{
	for (;;) {
		size_t n = strcspn(safe, "&<>\"'");

		buf_add(out, safe, n);
		safe += n;
		switch (*safe++) {
		case '\0':
			return;
		case '&':
			buf_str(out, "&amp;");
			break;
		case '<':
			buf_str(out, "&lt;");
			break;
		case '>':
			buf_str(out, "&gt;");
			break;
		case '"':
			buf_str(out, "&quot;");
			break;
		case '\'':
			buf_str(out, "&#39;");
			break;
		}
	}
}

void html_text(struct buf *out, const char *text)
{
	struct buf flat = { 0 }, safe = { 0 };
	size_t n = strlen(text);

	if (text_is_plain(text, n) && !memchr(text, 0x7f, n)) {
		add_escaped(out, text);
		return;
	}
	buf_add(&flat, text, n);
	for (size_t i = 0; i < n; i++)
		if (flat.s[i] == '\n' || flat.s[i] == '\r')
			flat.s[i] = ' ';
	buf_str(&safe, "");
	text_safe(&safe, flat.s);
	add_escaped(out, safe.s);
	buf_free(&safe);
	buf_free(&flat);
}

/* The length of a date that stands by itself at s, behind `before`; else 0. */
static size_t date_at(const char *s, char before)
{
	enum { DATE = 10 };

	if (!is_digit(*s) || (before && before != ' ' && before != '(') || !day_is_date(s))
		return 0;
	return !s[DATE] || strchr(" ,.;:)", s[DATE]) ? DATE : 0;
}

void html_prose(struct buf *out, const char *text)
{
	struct buf escaped = { 0 };
	const char *from, *s;

	buf_str(&escaped, "");
	html_text(&escaped, text);
	for (from = s = escaped.s; *s;) {
		size_t n = date_at(s, s > escaped.s ? s[-1] : '\0');

		if (!n) {
			s++;
			continue;
		}
		buf_add(out, from, (size_t)(s - from));
		buf_str(out, "<time datetime=\"");
		buf_add(out, s, n);
		buf_str(out, "\">");
		buf_add(out, s, n);
		buf_str(out, "</time>");
		from = s += n;
	}
	buf_add(out, from, (size_t)(s - from));
	buf_free(&escaped);
}

void html_lines(struct buf *out, const char *text)
{
	struct buf line = { 0 };

	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");

		buf_clear(&line);
		buf_add(&line, s, n && s[n - 1] == '\r' ? n - 1 : n);
		if (line.n)
			html_text(out, line.s);
		buf_char(out, '\n');
		s += n + (s[n] == '\n');
	}
	buf_free(&line);
}

/* ---- addresses ---- */

static bool is_scheme(const char *url, size_t n, const char *scheme)
{
	size_t i = 0;

	while (i < n && scheme[i] && to_lower(url[i]) == scheme[i])
		i++;
	return i == n && !scheme[i];
}

/* A browser drops control characters before it looks for a scheme: an address
 * that has any leads nowhere. */
static bool leads_somewhere(const char *url)
{
	size_t scheme = strcspn(url, ":/?#");

	for (const char *s = url; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == 0x7f)
			return false;
	if (url[scheme] != ':')
		return *url;
	return is_scheme(url, scheme, "http") || is_scheme(url, scheme, "https") ||
	       is_scheme(url, scheme, "mailto");
}

bool html_href(struct buf *out, const char *url)
{
	if (!leads_somewhere(url))
		return false;
	buf_str(out, " href=\"");
	for (const char *s = url; *s; s++)
		if (*s == '&')
			buf_str(out, "&amp;");
		else if (is_alnum(*s) || strchr("-_.~!*(),;:/?#@=+$%", *s))
			buf_char(out, *s);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)*s);
	buf_char(out, '"');
	return true;
}

/* ---- meaning ---- */

const char *html_tone(enum tone tone)
{
	static const char *const classes[TONES] = {
		[TONE_GOOD] = "good", [TONE_ACTIVE] = "active", [TONE_BAD] = "bad",
		[TONE_DIM] = "dim",   [TONE_STRONG] = "strong",
	};

	return classes[tone];
}

/* U+FE0E: as text, not as a picture */
static const struct {
	const char *glyph;
	enum tone tone;
} marks[MARKS] = {
	[MARK_NONE] = { "", TONE_PLAIN },	[MARK_OPEN] = { "·", TONE_DIM },
	[MARK_ACTIVE] = { "▸", TONE_ACTIVE },	[MARK_ALERT] = { "!", TONE_BAD },
	[MARK_DONE] = { "✓", TONE_GOOD },	[MARK_OFF] = { "–", TONE_DIM },
	[MARK_BACK] = { "↩\xef\xb8\x8e", TONE_BAD }, [MARK_ASK] = { "?", TONE_ACTIVE },
};

const char *html_glyph(enum mark mark)
{
	return marks[mark].glyph;
}

enum tone html_mark_tone(enum mark mark)
{
	return marks[mark].tone;
}

void html_mark(struct buf *out, enum mark mark, enum tone tone)
{
	if (mark == MARK_NONE)
		return;
	buf_str(out, "<span class=\"mark ");
	buf_str(out, html_tone(tone ? tone : marks[mark].tone));
	buf_str(out, "\" aria-hidden=\"true\">");
	buf_str(out, marks[mark].glyph);
	buf_str(out, "</span> ");
}
