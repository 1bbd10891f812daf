/* out: standard output and standard error */
#ifndef CLI_OUT_H
#define CLI_OUT_H

#include "base/json.h"
#include "cli/cli.h"

/* Finds out about the terminal, the locale and the environment. */
void out_style(struct cli *c);

/* Shows a document in the style of standard output. */
void out_doc(struct cli *c, const struct doc *doc);

/* A writer of one JSON document to standard output; out_json_end closes it
 * with a newline. */
struct json out_json(struct cli *c);
void out_json_end(struct cli *c, struct json *j);

/* Writes what has gathered in c->out if it is much; for long answers. */
bool out_some(struct cli *c, struct err *err);

/* Writes all of it.  Fails with ERR_IO when standard output cannot be written. */
bool out_flush(struct cli *c, struct err *err);

/* A terminal that is not in UTF-8 would take bytes of a character for control
 * codes, so what is not ASCII becomes question marks there. */
void out_ascii(struct buf *out);

/* "phaseline: MESSAGE" on standard error, one line, made safe. */
void out_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* A remark on standard error, unless --quiet. */
void out_note(const struct cli *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
