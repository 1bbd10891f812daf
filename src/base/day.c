#include "base/day.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

static struct {
	int hours, days;
} working = { 8, 5 };

/* The next `digits` digits of *s as a number, or -1. */
static int take_digits(const char **s, int digits)
{
	int n = 0;

	for (int i = 0; i < digits; i++) {
		if (!is_digit((*s)[i]))
			return -1;
		n = n * 10 + ((*s)[i] - '0');
	}
	*s += digits;
	return n;
}

static bool take_char(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Days from 1970-01-01; years begin in March so that leap days come last. */
static int64_t days_of(int year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return y * 365 + y / 4 - y / 100 + y / 400 + of_year - 719468;
}

static bool take_date(const char **s, int64_t *when)
{
	const char *p = *s;
	int year, month, day;

	if ((year = take_digits(&p, 4)) < 1 || !take_char(&p, '-') ||
	    (month = take_digits(&p, 2)) < 1 || month > 12 || !take_char(&p, '-') ||
	    (day = take_digits(&p, 2)) < 1 || day > days_in_month(year, month) ||
	    is_digit(*p))
		return false;
	*when = days_of(year, month, day) * DAY_SECONDS;
	*s = p;
	return true;
}

static bool take_time(const char **s, int64_t *when)
{
	int hour, minute, second = 0;

	if ((hour = take_digits(s, 2)) < 0 || hour > 23 || !take_char(s, ':') ||
	    (minute = take_digits(s, 2)) < 0 || minute > 59)
		return false;
	if (take_char(s, ':') && ((second = take_digits(s, 2)) < 0 || second > 60))
		return false;
	if (**s == '.') {
		do
			(*s)++;
		while (is_digit(**s));
	}
	*when += (hour * 60 + minute) * 60 + second;
	return true;
}

/* "Z", "+02:00", "+0200" or nothing. */
static bool take_zone(const char **s, int64_t *when)
{
	int sign, hours, minutes;

	if (take_char(s, 'Z') || !**s)
		return true;
	sign = **s == '+' ? 1 : **s == '-' ? -1 : 0;
	if (!sign)
		return false;
	(*s)++;
	if ((hours = take_digits(s, 2)) < 0 || hours > 15)
		return false;
	take_char(s, ':');
	if ((minutes = take_digits(s, 2)) < 0 || minutes > 59)
		return false;
	*when -= (int64_t)sign * (hours * 60 + minutes) * 60;
	return true;
}

bool day_parse(const char *text, int64_t *when)
{
	const char *s = text;
	int64_t t;

	if (!take_date(&s, &t))
		return false;
	if (*s) {
		if (*s != 'T' && *s != ' ')
			return false;
		s++;
		if (!take_time(&s, &t) || !take_zone(&s, &t) || *s)
			return false;
	}
	*when = t;
	return true;
}

bool day_is_date(const char *s)
{
	int64_t when;

	return take_date(&s, &when);
}

int64_t day_now(void)
{
	const char *fixed = getenv("PHASELINE_NOW");
	int64_t when;
	char *end;

	if (fixed && *fixed) {
		if (day_parse(fixed, &when))
			return when;
		errno = 0;
		when = strtoll(fixed, &end, 10);
		if (!errno && !*end)
			return when;
	}
	return time(NULL);
}

void day_format(int64_t when, char out[21])
{
	time_t t = (time_t)when;
	struct tm tm;

	if (!gmtime_r(&t, &tm) || tm.tm_year < -1900 || tm.tm_year > 8099)
		memcpy(out, "0000-00-00T00:00:00Z", 21);
	else
		strftime(out, 21, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static void add_two(struct buf *b, int64_t big, char big_unit, int64_t small,
		    char small_unit)
{
	if (big) {
		buf_int(b, big);
		buf_char(b, big_unit);
	}
	if (big && small)
		buf_char(b, ' ');
	if (small || !big) {
		buf_int(b, small);
		buf_char(b, small_unit);
	}
}

/* Two units are enough for people: from a day on it rounds to hours. */
void day_set_working(int hours_a_day, int days_a_week)
{
	working.hours = hours_a_day;
	working.days = days_a_week;
}

int day_working_minutes(void)
{
	return working.hours * 60;
}

int day_working_days(void)
{
	return working.days;
}

void day_minutes(struct buf *b, int64_t minutes)
{
	int64_t hours;

	if (minutes < 0) {
		buf_char(b, '-');
		minutes = -minutes;
	}
	if (minutes < (int64_t)working.hours * 60) {
		add_two(b, minutes / 60, 'h', minutes % 60, 'm');
		return;
	}
	hours = (minutes + 30) / 60;
	add_two(b, hours / working.hours, 'd', hours % working.hours, 'h');
}

void day_range(struct buf *b, int64_t low, int64_t high)
{
	day_minutes(b, low);
	if (high == low)
		return;
	buf_str(b, " to ");
	day_minutes(b, high);
}
