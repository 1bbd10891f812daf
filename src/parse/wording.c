#include "parse/wording.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/plan.h"

/* What windows-1252 has between 0x80 and 0x9f. */
static const uint16_t cp1252[32] = {
	0x20ac, 0x81,	0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0x8d,	0x017d, 0x8f,	0x90,	0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,	0x017e, 0x0178,
};

/* The byte that windows-1252 or Latin-1 shows as this character, or -1. */
static int byte_of(int32_t cp)
{
	if (cp >= 0xa0 && cp <= 0xff)
		return cp;
	for (int i = 0; i < 32; i++)
		if (cp1252[i] == cp)
			return 0x80 + i;
	return -1;
}

/* UTF-8 that was read as windows-1252 and encoded again: characters whose bytes
 * are UTF-8 of one character. Returns the bytes taken, 0 when it is not. */
static size_t mojibake(const char *s, size_t n, char likely[8])
{
	unsigned char bytes[4];
	size_t at = 0, count = 0, need = 1;
	while (count < need) {
		int32_t cp;
		if (at >= n)
			return 0;
		size_t len = text_decode(s + at, n - at, &cp);
		int b = cp < 0x80 ? -1 : byte_of(cp);
		if (b < 0)
			return 0;
		if (count == 0) {
			if (b < 0xc2 || b > 0xf4)
				return 0;
			need = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
		} else if ((b & 0xc0) != 0x80) {
			return 0;
		}
		bytes[count++] = (unsigned char)b;
		at += len;
	}
	int32_t cp;
	if (text_decode((char *)bytes, need, &cp) != need || cp < 0xa0)
		return 0;
	memcpy(likely, bytes, need);
	likely[need] = '\0';
	return at;
}

/* One finding of a kind a line is enough. */
struct seen {
	bool mojibake, invalid, nul, hidden;
};

static size_t check_char(struct reader *r, int line, const char *s, size_t n, size_t i, struct seen *seen)
{
	int32_t cp;
	char likely[8];
	size_t len = text_decode(s + i, n - i, &cp), twice;
	int col = (int)i + 1;
	if (cp < 0 && !seen->invalid) {
		seen->invalid = true;
		plan_finding(r->plan, r->a, "invalid-utf8", PHL_WARNING, line, col,
			     "byte 0x%02x is not UTF-8; save the file as UTF-8", (unsigned char)s[i]);
	} else if (cp == 0xfeff) {
		plan_finding(r->plan, r->a, "stray-bom", PHL_NOTE, line, col,
			     "a byte order mark inside the file; delete it");
	} else if (cp >= 0xc2 && (twice = mojibake(s + i, n - i, likely))) {
		if (!seen->mojibake)
			plan_finding(r->plan, r->a, "mojibake", PHL_WARNING, line, col,
				     "\"%.*s\" looks like \"%s\" encoded twice", (int)twice, s + i, likely);
		seen->mojibake = true;
		return twice;
	} else if (text_is_hostile(cp) && !seen->hidden && cp != '\f' && cp != 0x200d && cp != 0xfe0f) {
		seen->hidden = true;
		plan_finding(r->plan, r->a, "hidden-character", PHL_WARNING, line, col,
			     "U+%04X cannot be seen and can change how text reads; delete it", (unsigned)cp);
	}
	return len;
}

/* Most files hold nothing but plain text. */
static bool is_plain(const struct source *src)
{
	for (size_t i = 0; i < src->len; i++) {
		i += text_plain_run(src->bytes + i, src->len - i);
		if (i < src->len && src->bytes[i] != '\n')
			return false;
	}
	return true;
}

static bool is_conflict(const struct reader *r, int line)
{
	return line_len(&r->src, line) >= 8 && memcmp(line_text(&r->src, line), "<<<<<<< ", 8) == 0;
}

static void check_line(struct reader *r, int line)
{
	const char *s = line_text(&r->src, line);
	size_t n = line_len(&r->src, line);
	struct seen seen = { 0 };
	for (size_t i = text_is_plain(s, n) ? n : 0; i < n;) {
		if ((signed char)s[i] >= ' ' || s[i] == '\t') {
			i++;
			continue;
		}
		if (s[i] == '\0') {
			if (!seen.nul)
				plan_finding(r->plan, r->a, "nul-byte", PHL_WARNING, line, (int)i + 1,
					     "a NUL byte; delete it");
			seen.nul = true;
			i++;
			continue;
		}
		i += check_char(r, line, s, n, i, &seen);
	}
}

void wording_check(struct reader *r)
{
	bool plain = is_plain(&r->src);
	for (int line = 1; line <= r->src.n; line++) {
		if (!plain)
			check_line(r, line);
		if (is_conflict(r, line))
			plan_finding(r->plan, r->a, "conflict-marker", PHL_ERROR, line, 1,
				     "a merge conflict that is not resolved");
	}
}
