#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Formats into a text of its own first: an argument may be the text of this very error. */
__attribute__((format(printf, 4, 0))) static void
fill(struct err *e, enum err_kind kind, int code, const char *fmt, va_list ap)
{
	char text[sizeof e->text];
	size_t n;

	vsnprintf(text, sizeof text, fmt, ap);
	n = strlen(text);
	if (code)
		snprintf(text + n, sizeof text - n, ": %s", strerror(code));
	memcpy(e->text, text, strlen(text) + 1);
	e->kind = kind;
}

bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	if (!e)
		return false;
	va_start(ap, fmt);
	fill(e, kind, 0, fmt, ap);
	va_end(ap);
	return false;
}

bool err_errno(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	int code = errno;
	va_list ap;

	if (!e)
		return false;
	va_start(ap, fmt);
	fill(e, kind, code, fmt, ap);
	va_end(ap);
	return false;
}
