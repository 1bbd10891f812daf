/* err: what went wrong, as plain data; only the command line prints and exits */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

/* In the order of the exit status they lead to. */
enum err_kind {
	ERR_NONE,
	ERR_ANSWER_NO, /* 1: the answer is no */
	ERR_USAGE,     /* 2: wrong usage, no such plan or task, ambiguous */
	ERR_CONFLICT,  /* 3: a decision is needed */
	ERR_BUSY,      /* 4: busy, nothing changed */
	ERR_IO,        /* 5: store or input/output failure */
};

/* `= { 0 }` is "no error".  The text is complete and says what to do. */
struct err {
	enum err_kind kind;
	char text[4096];
};

/* Sets the error; always returns false, so that failing is one line. */
bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Same, with ": " and strerror(errno) behind the message. */
bool err_errno(struct err *e, enum err_kind kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
