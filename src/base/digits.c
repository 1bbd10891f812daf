#include "base/digits.h"

#include <string.h>

size_t digits_write(char *out, long n)
{
	unsigned long rest = n < 0 ? 0 - (unsigned long)n : (unsigned long)n;
	char digits[DIGITS_MOST];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (n < 0)
		digits[--at] = '-';
	memcpy(out, digits + at, sizeof digits - at);
	return sizeof digits - at;
}
