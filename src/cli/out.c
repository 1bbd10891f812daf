#include "cli/out.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/digits.h"
#include "base/file.h"
#include "base/text.h"

enum {
	NARROWEST = 40, /* a terminal that claims less is not believed */
	MUCH = 1 << 16, /* bytes that are worth a write */
};

static bool wants_color(const char *when, bool terminal)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when && strcmp(when, "always") == 0)
		return true;
	if (when && strcmp(when, "never") == 0)
		return false;
	return terminal && (!no || !*no) && term && strcmp(term, "dumb") != 0;
}

static int terminal_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	int width = columns ? digits_read(&columns) : 0;

	if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width <= 0)
		width = 80;
	return width < NARROWEST ? NARROWEST : width;
}

static const char *locale_name(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

/* Most names of locales say it; only the others are worth loading one. */
static bool is_utf8(void)
{
	const char *name = locale_name();

	if (strcasestr(name, ".UTF-8") || strcasestr(name, ".utf8"))
		return true;
	if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
		return false;
	setlocale(LC_CTYPE, "");
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void out_style(struct cli *c)
{
	bool terminal = isatty(STDOUT_FILENO);

	c->style.utf8 = is_utf8();
	c->style.width = terminal ? terminal_width() : 0;
	c->style.color = wants_color(c->globals.color, terminal);
}

void out_ascii(struct buf *out)
{
	struct buf plain = { 0 };
	size_t used;
	int32_t cp;

	for (size_t i = 0; i < out->n; i += used) {
		used = text_decode(out->s + i, out->n - i, &cp);
		if (cp >= 0 && cp < 0x80)
			buf_char(&plain, (char)cp);
		else
			buf_fill(&plain, '?', (size_t)(cp < 0 ? 1 : text_cp_width(cp)));
	}
	buf_free(out);
	*out = plain;
}

bool out_flush(struct cli *c, struct err *err)
{
	bool ok;

	if (c->unwritten.kind) {
		*err = c->unwritten;
		return false;
	}
	if (!c->style.utf8 && c->style.width)
		out_ascii(&c->out);
	ok = !c->out.n || file_write_all(STDOUT_FILENO, c->out.s, c->out.n);
	buf_clear(&c->out);
	return ok || err_errno(err, ERR_IO, "cannot write to standard output");
}

bool out_some(struct cli *c, struct err *err)
{
	return c->out.n < MUCH || out_flush(c, err);
}

static void drain(struct buf *out, void *ctx)
{
	struct cli *c = ctx;

	if (out->n >= MUCH && !c->unwritten.kind)
		out_flush(c, &c->unwritten);
}

void out_doc(struct cli *c, const struct doc *doc)
{
	struct style style = c->style;

	style.drain = drain;
	style.ctx = c;
	term_emit(&c->out, doc, &style);
}

struct json out_json(struct cli *c)
{
	return (struct json){ .out = &c->out };
}

void out_json_end(struct cli *c, struct json *j)
{
	while (j->depth > 0)
		json_end(j);
	buf_char(&c->out, '\n');
}

static void say(const char *before, const char *fmt, va_list ap)
{
	struct buf raw = { 0 }, line = { 0 };

	buf_str(&raw, "");
	buf_vprintf(&raw, fmt, ap);
	buf_str(&line, before);
	text_safe(&line, raw.s);
	buf_char(&line, '\n');
	if (isatty(STDERR_FILENO) && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		out_ascii(&line);
	file_write_all(STDERR_FILENO, line.s, line.n);
	buf_free(&raw);
	buf_free(&line);
}

void out_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say("phaseline: ", fmt, ap);
	va_end(ap);
}

void out_note(const struct cli *c, const char *fmt, ...)
{
	va_list ap;

	if (c->globals.quiet)
		return;
	va_start(ap, fmt);
	say("", fmt, ap);
	va_end(ap);
}
