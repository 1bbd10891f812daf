#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum {
	NAME_COLUMN = 24,  /* where the help of an option starts, */
	LINE_COLUMNS = 80, /* and how far it goes */
};

struct reader {
	const struct opt_set *sets;
	size_t nsets;
	int argc, at;
	char **argv;
};

struct found {
	const struct opt *opt;
	void *values;
};

static struct found find_letter(const struct reader *r, char letter)
{
	for (size_t i = 0; i < r->nsets; i++)
		for (const struct opt *o = r->sets[i].options; o && o->kind; o++)
			if (o->letter == letter)
				return (struct found){ o, r->sets[i].values };
	return (struct found){ 0 };
}

/* The option of exactly this name, else the only one that starts so. */
static bool find_name(const struct reader *r, const char *name, size_t n,
		      struct found *found, struct err *err)
{
	*found = (struct found){ 0 };
	for (size_t i = 0; i < r->nsets; i++)
		for (const struct opt *o = r->sets[i].options; o && o->kind; o++) {
			if (!o->name || strncmp(o->name, name, n) != 0)
				continue;
			if (!o->name[n]) {
				*found = (struct found){ o, r->sets[i].values };
				return true;
			}
			if (found->opt && strcmp(found->opt->name, o->name) != 0)
				return err_set(err, ERR_USAGE,
					       "option --%.*s is short for --%s and for --%s",
					       (int)n, name, found->opt->name, o->name);
			*found = (struct found){ o, r->sets[i].values };
		}
	return true;
}

static const char *nearest(const struct reader *r, const char *name)
{
	const char *best = NULL;
	int least = 3;

	for (size_t i = 0; i < r->nsets; i++)
		for (const struct opt *o = r->sets[i].options; o && o->kind; o++) {
			int distance = text_distance(name, o->name, least);

			if (distance < least) {
				least = distance;
				best = o->name;
			}
		}
	return best;
}

static bool is_word_of(const struct opt *o, const char *value)
{
	for (const char *const *w = o->words; *w; w++)
		if (strcmp(*w, value) == 0)
			return true;
	return false;
}

static bool refuse_value(const struct opt *o, const char *value, struct err *err)
{
	struct buf list = { 0 };

	for (const char *const *w = o->words; *w; w++)
		buf_printf(&list, "%s%s", w == o->words ? "" : w[1] ? ", " : " or ", *w);
	err_set(err, ERR_USAGE, "--%s takes %s, not \"%s\"", o->name, list.s, value);
	buf_free(&list);
	return false;
}

static bool set_flag(struct found f)
{
	return *(bool *)(void *)((char *)f.values + f.opt->offset) = true;
}

static bool set_value(struct found f, const char *value, struct err *err)
{
	if (f.opt->words && !is_word_of(f.opt, value))
		return refuse_value(f.opt, value, err);
	*(const char **)(void *)((char *)f.values + f.opt->offset) = value;
	return true;
}

static bool unknown(const struct reader *r, const char *name, struct err *err)
{
	const char *near = nearest(r, name);

	if (near)
		return err_set(err, ERR_USAGE, "no option --%s; did you mean --%s?", name,
			       near);
	return err_set(err, ERR_USAGE, "no option --%s; see `phaseline help`", name);
}

static bool read_long(struct reader *r, const char *word, struct err *err)
{
	size_t n = strcspn(word, "=");
	const char *value = word[n] == '=' ? word + n + 1 : NULL;
	struct found f;

	if (!find_name(r, word, n, &f, err))
		return false;
	if (!f.opt) {
		char name[64];

		snprintf(name, sizeof name, "%.*s", (int)(n < 60 ? n : 60), word);
		return unknown(r, name, err);
	}
	if (f.opt->kind == OPT_FLAG)
		return value ? err_set(err, ERR_USAGE, "--%s takes no value", f.opt->name)
			     : set_flag(f);
	if (!value) {
		if (r->at >= r->argc)
			return err_set(err, ERR_USAGE, "--%s needs a value: --%s %s",
				       f.opt->name, f.opt->name, f.opt->arg);
		value = r->argv[r->at++];
	}
	return set_value(f, value, err);
}

/* "-qv", "-C DIR" or "-CDIR". */
static bool read_letters(struct reader *r, const char *letters, struct err *err)
{
	for (; *letters; letters++) {
		struct found f = find_letter(r, *letters);
		const char *value = letters + 1;

		if (!f.opt)
			return err_set(err, ERR_USAGE, "no option -%c; see `phaseline help`",
				       *letters);
		if (f.opt->kind == OPT_FLAG) {
			set_flag(f);
			continue;
		}
		if (!*value && r->at >= r->argc)
			return err_set(err, ERR_USAGE, "-%c needs a value: -%c %s", *letters,
				       *letters, f.opt->arg);
		return set_value(f, *value ? value : r->argv[r->at++], err);
	}
	return true;
}

bool options_read(const struct opt_set *sets, size_t nsets, int argc, char **argv,
		  bool mixed, struct words *rest, struct err *err)
{
	struct reader r = { .sets = sets, .nsets = nsets, .argc = argc, .argv = argv };
	bool ended = false, ok = true;

	*rest = (struct words){ .v = argv };
	while (ok && r.at < argc) {
		char *word = argv[r.at];

		if (ended || word[0] != '-' || !word[1]) {
			if (!mixed)
				break;
			rest->v[rest->n++] = word; /* never ahead of r.at */
			r.at++;
			continue;
		}
		r.at++;
		if (strcmp(word, "--") == 0)
			ended = true;
		else if (word[1] == '-')
			ok = read_long(&r, word + 2, err);
		else
			ok = read_letters(&r, word + 1, err);
	}
	if (!mixed)
		*rest = (struct words){ argv + r.at, (size_t)(argc - r.at) };
	return ok;
}

/* Appends words from `column` on, in lines of 80 with the same indent. */
static void add_wrapped(struct buf *out, const char *text, size_t column)
{
	size_t at = column;

	for (const char *p = text; *p;) {
		size_t n = strcspn(p, " ");

		if (at > column && at + 1 + n > LINE_COLUMNS) {
			buf_char(out, '\n');
			buf_fill(out, ' ', column);
			at = column;
		} else if (at > column) {
			buf_char(out, ' ');
			at++;
		}
		buf_add(out, p, n);
		at += n;
		p += n + (p[n] == ' ');
	}
}

void options_help(struct buf *out, const struct opt *options)
{
	for (const struct opt *o = options; o && o->kind; o++) {
		size_t start = out->n;
		struct buf text = { 0 };

		if (o->letter)
			buf_printf(out, "  -%c, --%s", o->letter, o->name);
		else
			buf_printf(out, "      --%s", o->name);
		if (o->arg)
			buf_printf(out, " %s", o->arg);
		if (out->n - start < NAME_COLUMN)
			buf_fill(out, ' ', NAME_COLUMN - (out->n - start));
		buf_str(out, "  ");
		buf_str(&text, o->help);
		for (const char *const *w = o->words; w && *w; w++)
			buf_printf(&text, "%s%s", w == o->words ? ": " : w[1] ? ", " : " or ", *w);
		add_wrapped(out, text.s, NAME_COLUMN + 2);
		buf_char(out, '\n');
		buf_free(&text);
	}
}
