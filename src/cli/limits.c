#include "cli/limits.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { MOST_SECONDS = 24 * 60 * 60 };

const char *const limits_sandboxes[] = { "off", "auto", "require", NULL };

static bool read_seconds(const char *text, int *seconds, struct err *err)
{
	static const struct {
		const char *unit;
		int seconds;
	} units[] = { { "", 1 }, { "s", 1 }, { "m", 60 }, { "min", 60 }, { "h", 3600 } };
	char *end;
	long n = strtol(text, &end, 10);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (is_digit(*text) && strcmp(end, units[i].unit) == 0 && n > 0 &&
		    n <= MOST_SECONDS / units[i].seconds) {
			*seconds = (int)n * units[i].seconds;
			return true;
		}
	return err_set(err, ERR_USAGE,
		       "\"%s\" is no time limit; write it like 90s, 10m or 1h, up to a day", text);
}

static bool read_size(const char *text, int64_t *bytes, struct err *err)
{
	static const struct {
		const char *unit;
		int shift;
	} units[] = { { "M", 20 }, { "MB", 20 }, { "MiB", 20 }, { "G", 30 }, { "GB", 30 }, { "GiB", 30 } };
	char *end;
	long n = strtol(text, &end, 10);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (is_digit(*text) && strcmp(end, units[i].unit) == 0 && n > 0 && n <= 1 << 20) {
			*bytes = (int64_t)n << units[i].shift;
			return true;
		}
	return err_set(err, ERR_USAGE, "\"%s\" is no size; write it like 512M or 2G", text);
}

static enum sandbox_mode read_mode(const char *word)
{
	return !word || strcmp(word, "off") == 0 ? SANDBOX_OFF
	       : strcmp(word, "auto") == 0	 ? SANDBOX_AUTO
						 : SANDBOX_REQUIRE;
}

bool limits_read(const struct limit_options *o, struct limits *out, struct err *err)
{
	*out = (struct limits){ .env = o->env, .sandbox = read_mode(o->sandbox) };
	return read_seconds(o->timeout ? o->timeout : "10m", &out->seconds, err) &&
	       (!o->memory || read_size(o->memory, &out->memory, err));
}

bool limits_given(const struct limit_options *o)
{
	return o->timeout || o->env || o->sandbox || o->memory;
}
