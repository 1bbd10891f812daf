/* editor: somebody who saves a file by hand, all the time
 *
 *   editor rename|truncate|unlink FILE RESCUE
 *
 * Reads the file, counts up in its line "Saved by hand: N", and saves, every 3 to
 * 10 milliseconds until it is terminated.  A save that is not there at the next
 * look, nor below the directory RESCUE, is lost.  Prints one line of figures. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINE "Saved by hand: "

static char text[1 << 18];
static const char *style, *file, *rescue;
static volatile sig_atomic_t stopped;

static void stop(int signal)
{
	(void)signal;
	stopped = 1;
}

static void die(const char *what)
{
	fprintf(stderr, "editor: %s %s: %s\n", what, file, strerror(errno));
	exit(2);
}

static ssize_t load(const char *path)
{
	int fd = open(path, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
	if (fd >= 0)
		close(fd);
	text[n < 0 ? 0 : n] = '\0';
	return n;
}

static long count(void)
{
	const char *line = strstr(text, LINE);
	return line ? strtol(line + strlen(LINE), NULL, 10) : -1;
}

static void put(int fd, const char *s, size_t n)
{
	if (fd < 0 || write(fd, s, n) != (ssize_t)n || close(fd) != 0)
		die("cannot write");
}

static void save(const char *s, size_t n)
{
	char beside[4096];
	if (strcmp(style, "truncate") == 0) {
		put(open(file, O_WRONLY | O_TRUNC), s, n);
	} else if (strcmp(style, "unlink") == 0) {
		unlink(file);
		put(open(file, O_WRONLY | O_CREAT | O_TRUNC, 0644), s, n);
	} else {
		snprintf(beside, sizeof beside, "%s~", file);
		put(open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0644), s, n);
		if (rename(beside, file) != 0)
			die("cannot rename over");
	}
}

static void edit(long n)
{
	static char out[sizeof text + 64];
	char *line = strstr(text, LINE), *end = strchr(line, '\n');
	int len = snprintf(out, sizeof out, "%.*s" LINE "%ld%s", (int)(line - text), text, n,
			   end);
	save(out, (size_t)len);
}

static bool is_rescued(long n)
{
	char path[4096];
	DIR *d = opendir(rescue);
	struct dirent *e;
	bool found = false;
	while (d && !found && (e = readdir(d))) {
		snprintf(path, sizeof path, "%s/%s", rescue, e->d_name);
		found = load(path) > 0 && count() == n;
	}
	if (d)
		closedir(d);
	return found;
}

int main(int argc, char **argv)
{
	long last = 0, saves = 0, lost = 0, rescued = 0;
	if (argc != 4)
		return 2;
	style = argv[1], file = argv[2], rescue = argv[3];
	signal(SIGTERM, stop);
	srand((unsigned)getpid());
	for (;;) {
		bool enough = stopped;
		long n = -1;
		/* its own file is there, unless phaseline took it away */
		for (int i = 0; i < 100 && n < 0; i++) {
			if (load(file) <= 0 || (n = count()) < 0)
				usleep(1000);
		}
		if (n < 0)
			die("nothing in");
		if (n < last && is_rescued(last))
			rescued++;
		else if (n < last) {
			fprintf(stderr, "editor: save %ld is lost, %ld is there\n", last, n);
			lost++;
		}
		if (n < last && load(file) <= 0)
			die("nothing in");
		if (enough)
			break;
		edit(++last);
		saves++;
		usleep(3000 + (unsigned)rand() % 7000);
	}
	printf("saves=%ld lost=%ld rescued=%ld\n", saves, lost, rescued);
	return 0;
}
