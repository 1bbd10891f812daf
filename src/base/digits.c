#include "base/digits.h"

#include <limits.h>
#include <string.h>

#include "base/text.h"

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

int digits_read(const char **s)
{
	int n = 0;

	for (; is_digit(**s); ++*s)
		n = n > (INT_MAX - (**s - '0')) / 10 ? INT_MAX : n * 10 + (**s - '0');
	return n;
}
