#include "git/wire.h"

#include "base/limits.h"

#include <string.h>

void wire_field(struct buf *message, const char *field)
{
	buf_add(message, field, strlen(field) + 1);
}

void wire_number(struct buf *message, long long n)
{
	buf_printf(message, "%lld", n);
	buf_char(message, '\0');
}

bool wire_add(FILE *to, const struct buf *message)
{
	return fprintf(to, "%zu\n", message->n) > 0 &&
	       fwrite(message->n ? message->s : "", 1, message->n, to) == message->n;
}

bool wire_send(FILE *to, const struct buf *message)
{
	return wire_add(to, message) && fflush(to) == 0;
}

static bool read_length(FILE *from, size_t *n)
{
	int c;
	*n = 0;
	for (int digits = 0; (c = getc(from)) != '\n'; digits++) {
		if (c < '0' || c > '9' || digits > 9)
			return false;
		*n = *n * 10 + (size_t)(c - '0');
	}
	return *n <= LIMIT_MESSAGE;
}

bool wire_receive(FILE *from, struct buf *message)
{
	size_t n;
	buf_clear(message);
	if (!read_length(from, &n))
		return false;
	char *at = buf_room(message, n + 1);
	if (n && fread(at, 1, n, from) != n)
		return false;
	at[n] = '\0';
	message->n = n;
	return true;
}

const char *wire_next(const struct buf *message, size_t *at)
{
	if (*at >= message->n)
		return NULL;
	const char *field = message->s + *at;
	*at += strlen(field) + 1;
	return field;
}
