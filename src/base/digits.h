/* digits: whole numbers as text; written where printf would cost more than all around it,
 * read where atoi would be undefined */
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stddef.h>

#define DIGITS_MOST 20

/* Writes a number in decimal digits; returns how many bytes, at most DIGITS_MOST. */
size_t digits_write(char *out, long n);

/* Reads decimal digits and moves *s behind them: a number of no digits is 0, one that no
 * int can hold is INT_MAX. */
int digits_read(const char **s);

#endif
