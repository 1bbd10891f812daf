#include "cli/ask.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/out.h"

int ask_open(const char *what, struct err *err)
{
	int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		err_set(err, ERR_CONFLICT, "there is no terminal to ask on, which %s takes", what);
	return fd;
}

static void show(const struct cli *c, int terminal, const char *text)
{
	struct buf b = { 0 };

	buf_str(&b, text);
	if (!c->style.utf8)
		out_ascii(&b);
	file_write_all(terminal, b.s, b.n);
	buf_free(&b);
}

bool ask_yes(const struct cli *c, int terminal, const char *text, const char *question)
{
	char answer[64];
	ssize_t n;

	show(c, terminal, text);
	tcflush(terminal, TCIFLUSH);
	show(c, terminal, question);
	do
		n = read(terminal, answer, sizeof answer);
	while (n < 0 && errno == EINTR);
	return n == 4 && memcmp(answer, "yes\n", 4) == 0;
}
