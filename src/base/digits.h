/* digits: whole numbers as text, where printf would cost more than all around it */
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stddef.h>

#define DIGITS_MOST 20

/* Writes a number in decimal digits; returns how many bytes, at most DIGITS_MOST. */
size_t digits_write(char *out, long n);

#endif
