/* duration: minutes in the way that a tree writes them */
#include <string.h>

#include "base/text.h"
#include "edit/edit.h"

/* The unit behind the first number: "min" of "~25 min". */
static const char *unit_of(const char *s, size_t *n, bool *apart)
{
	s += strcspn(s, "0123456789");
	s += strspn(s, "0123456789.");
	*apart = *s == ' ';
	s += strspn(s, " ");
	for (*n = 0; is_alpha(s[*n]); ++*n)
		;
	return s;
}

static const char *hours_and_minutes(struct arena *a, long long minutes, bool apart)
{
	if (minutes < 60)
		return arena_printf(a, "%lldm", minutes);
	if (minutes % 60 == 0)
		return arena_printf(a, "%lldh", minutes / 60);
	return arena_printf(a, "%lldh%s%lldm", minutes / 60, apart ? " " : "", minutes % 60);
}

const char *duration_like(struct arena *a, int64_t minutes, const char *like)
{
	size_t n = 0;
	bool apart = false;
	const char *unit = like ? unit_of(like, &n, &apart) : "";
	long long m = minutes;
	if (n >= 3 && strncmp(unit, "min", 3) == 0)
		return arena_printf(a, "%lld%s%.*s", m, apart ? " " : "", (int)n, unit);
	if (n > 1 && *unit == 'h' && m % 6 == 0) /* 0.1 hours */
		return arena_printf(a, "%g%s%s", (double)m / 60, apart ? " " : "",
				    m == 60 ? "hour" : "hours");
	/* "1h30m" and "1h" tell apart whether there is a blank */
	return hours_and_minutes(a, m, !(n == 1 && *unit == 'h' && is_digit(unit[1])));
}
