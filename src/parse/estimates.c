#include "parse/estimates.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"

enum { WEEK = -1000 }; /* of working days; a day is -1 */

/* Longest first where one is the start of another. */
static const struct {
	const char *word;
	double minutes;
} units[] = {
	{ "minutes", 1 },   { "minuten", 1 },  { "minutos", 1 },  { "minute", 1 },
	{ "minuto", 1 },    { "mins", 1 },     { "min", 1 },      { "分钟", 1 },
	{ "分鐘", 1 },      { "分", 1 },       { "mn", 1 },       { "m", 1 },
	{ "hours", 60 },    { "heures", 60 },  { "horas", 60 },   { "stunden", 60 },
	{ "hour", 60 },     { "heure", 60 },   { "hora", 60 },    { "stunde", 60 },
	{ "hrs", 60 },      { "hr", 60 },      { "小时", 60 },    { "小時", 60 },
	{ "時間", 60 },     { "std", 60 },     { "h", 60 },
	{ "days", -1 },     { "jours", -1 },   { "tage", -1 },    { "días", -1 },
	{ "dias", -1 },     { "day", -1 },     { "jour", -1 },    { "tag", -1 },
	{ "día", -1 },      { "dia", -1 },     { "人天", -1 },    { "人日", -1 },
	{ "工作日", -1 },   { "天", -1 },      { "日", -1 },      { "pd", -1 },
	{ "d", -1 },        { "j", -1 },
	{ "weeks", WEEK },    { "semaines", WEEK }, { "wochen", WEEK }, { "semanas", WEEK },
	{ "week", WEEK },     { "semaine", WEEK }, { "woche", WEEK },   { "semana", WEEK },
	{ "人周", WEEK },     { "周", WEEK },      { "週", WEEK },      { "wks", WEEK },
	{ "wk", WEEK },       { "w", WEEK },
	{ "seconds", 1.0 / 60 }, { "second", 1.0 / 60 }, { "secs", 1.0 / 60 },
	{ "sec", 1.0 / 60 }, { "秒", 1.0 / 60 }, { "s", 1.0 / 60 },
};

struct scan {
	const char *s;
	size_t n, i;
};

static void skip_blanks(struct scan *c)
{
	while (c->i < c->n && is_space(c->s[c->i]))
		c->i++;
}

static bool skip_text(struct scan *c, const char *word)
{
	if (!starts_word(c->s + c->i, c->n - c->i, word))
		return false;
	c->i += strlen(word);
	return true;
}

/* Skips a sign of approximation; true for "less than". */
static bool skip_signs(struct scan *c)
{
	bool less = false;
	for (bool more = true; more;) {
		more = false;
		skip_blanks(c);
		if (skip_text(c, "<") || skip_text(c, "\xe2\x89\xa4") || skip_text(c, "under "))
			less = more = true;
		else if (skip_text(c, "~") || skip_text(c, "\xe2\x89\x88") || skip_text(c, "about ") ||
			 skip_text(c, "ca. ") || skip_text(c, "="))
			more = true;
	}
	return less;
}

static bool read_number(struct scan *c, double *out)
{
	size_t i = c->i;
	double v = 0, scale = 1;
	while (i < c->n && is_digit(c->s[i]) && v < 1e7)
		v = v * 10 + (c->s[i++] - '0');
	if (i == c->i)
		return false;
	if (i + 1 < c->n && (c->s[i] == '.' || c->s[i] == ',') && is_digit(c->s[i + 1]))
		for (i++; i < c->n && is_digit(c->s[i]); i++)
			v += (c->s[i] - '0') * (scale /= 10);
	c->i = i;
	*out = v;
	return true;
}

/* A unit that is a whole word; "m" of "main" is none. */
static bool read_unit(struct scan *c, double *minutes)
{
	static const char *const fillers[] = { "working", "work", "person", "dev", "calendar", "个", "-", " ", NULL };
	size_t start = c->i;
	for (bool more = true; more;) {
		more = false;
		skip_blanks(c);
		for (int k = 0; fillers[k]; k++)
			more |= skip_text(c, fillers[k]);
	}
	for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
		size_t len = strlen(units[k].word), end = c->i + len;
		if (!starts_word(c->s + c->i, c->n - c->i, units[k].word))
			continue;
		bool ascii = is_alpha(units[k].word[0]);
		if (ascii && end < c->n && (is_alpha(c->s[end]) || c->s[end] == '_'))
			continue;
		c->i = end;
		*minutes = units[k].minutes;
		if (*minutes == WEEK)
			*minutes = -day_working_days();
		if (*minutes < 0) /* working days, or weeks of them */
			*minutes *= -day_working_minutes();
		return true;
	}
	c->i = start;
	return false;
}

static bool skip_dash(struct scan *c)
{
	size_t start = c->i;
	skip_blanks(c);
	if (skip_text(c, "\xe2\x80\x93") || skip_text(c, "\xe2\x80\x94") || skip_text(c, "-") ||
	    skip_text(c, "~") || skip_text(c, "to ") || skip_text(c, "\xc3\xa0 ") || skip_text(c, "bis ")) {
		skip_blanks(c);
		skip_text(c, "~");
		return true;
	}
	c->i = start;
	return false;
}

/* "2", "2-3", "2h" … with its unit: minutes low and high. */
static bool read_quantity(struct scan *c, const char *unit, double *low, double *high)
{
	double a, b, m, m2;
	size_t start = c->i;
	if (!read_number(c, &a))
		return false;
	b = a;
	size_t here = c->i;
	bool have = read_unit(c, &m);
	size_t after = c->i;
	if (skip_dash(c) && read_number(c, &b)) {
		if (read_unit(c, &m2)) {
			*low = a * (have ? m : m2);
			*high = b * m2;
			return true;
		}
		if (!have && unit) {
			struct scan u = { unit, strlen(unit), 0 };
			if (read_unit(&u, &m)) {
				*low = a * m;
				*high = b * m;
				return true;
			}
		}
		b = a;
	}
	c->i = have ? after : here;
	if (!have && unit) {
		struct scan u = { unit, strlen(unit), 0 };
		have = read_unit(&u, &m);
	}
	if (!have) {
		c->i = start;
		return false;
	}
	*low = *high = a * m;
	return true;
}

/* What follows a quantity and adds to it: "1h 30m", "1h30", "1 hour, 15 minutes". */
static void read_more(struct scan *c, double *low, double *high)
{
	double unit_of_last = *high;
	for (;;) {
		size_t start = c->i;
		double a, m;
		skip_blanks(c);
		if (skip_text(c, ","))
			skip_blanks(c);
		else if (skip_text(c, "and "))
			skip_blanks(c);
		size_t number = c->i;
		if (!read_number(c, &a)) {
			c->i = start;
			return;
		}
		if (!read_unit(c, &m)) {
			bool bare = number == start && unit_of_last >= 60 && a < 60;
			bool ends = c->i == c->n || !is_alnum(c->s[c->i]);
			if (!bare || !ends) {
				c->i = start;
				return;
			}
			m = 1;
		}
		if (a * m >= unit_of_last) {
			c->i = start;
			return;
		}
		unit_of_last = a * m;
		*low += a * m;
		*high += a * m;
	}
}

static int whole(double minutes)
{
	if (minutes > 100000000)
		return 100000000;
	int n = (int)(minutes + 0.5);
	return n == 0 && minutes > 0 ? 1 : n;
}

static bool read_duration(const char *s, size_t n, const char *unit, int *low, int *high)
{
	struct scan c = { s, n, 0 };
	while (c.i < n) {
		bool less = skip_signs(&c);
		double a, b;
		if (c.i < n && is_digit(c.s[c.i])) {
			if (read_quantity(&c, unit, &a, &b)) {
				if (a == b)
					read_more(&c, &a, &b);
				*low = whole(less ? 0 : a < b ? a : b);
				*high = whole(a < b ? b : a);
				return true;
			}
			while (c.i < n && (is_digit(c.s[c.i]) || strchr(".-/:", c.s[c.i])))
				c.i++;
			continue;
		}
		/* A word is passed over whole: the 2 of "v2 d" is no number. */
		if (c.i < n && is_alpha(c.s[c.i]))
			while (c.i < n && is_alnum(c.s[c.i]))
				c.i++;
		else
			c.i++;
	}
	return false;
}

bool phl_estimate_parse(const char *text, struct phl_estimate *estimate)
{
	*estimate = (struct phl_estimate){ -1, -1, text };
	return read_duration(text, strlen(text), NULL, &estimate->low, &estimate->high);
}

bool estimate_read(struct arena *a, const char *s, size_t n, const char *unit,
		   struct phl_estimate *e)
{
	*e = (struct phl_estimate){ -1, -1, copy_text(a, s, n) };
	return read_duration(s, n, unit, &e->low, &e->high);
}

/* Where the parenthesis opens that closes at `close`: "(S (<2h))" is one; 0 when
 * it opens nowhere. */
static size_t opening(const char *s, size_t close)
{
	int depth = 0;

	for (size_t i = close; i > 0; i--) {
		depth += (s[i] == ')') - (s[i] == '(');
		if (depth == 0)
			return i;
	}
	return 0;
}

/* "S (<2h)": a size in front of what it means. */
static void skip_size(struct scan *c)
{
	size_t i = c->i;

	while (i < c->n && c->s[i] && strchr("XSML", c->s[i]))
		i++;
	if (i > c->i && i + 1 < c->n && c->s[i] == ' ' && c->s[i + 1] == '(')
		c->i = i + 2;
}

bool estimate_in_title(struct arena *a, const char *s, size_t *n, struct phl_estimate *e)
{
	size_t end = *n;
	while (end && (is_space(s[end - 1]) || s[end - 1] == '*'))
		end--;
	if (end < 4 || s[end - 1] != ')')
		return false;
	size_t open = opening(s, end - 1);
	if (open == 0)
		return false;
	struct scan c = { s + open + 1, end - open - 2, 0 };
	static const char *const leads[] = { "estimated:", "estimate:", "est.", "est:", "est ", "time:", NULL };
	skip_signs(&c);
	for (int i = 0; leads[i]; i++)
		if (skip_text(&c, leads[i]))
			break;
	skip_size(&c);
	skip_signs(&c);
	double low, high;
	if (!read_quantity(&c, NULL, &low, &high))
		return false;
	estimate_read(a, s + open + 1, end - open - 2, NULL, e);
	*n = open;
	return true;
}
