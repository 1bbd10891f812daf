#include "store/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum {
	DOOR = 0,     /* who holds this byte looks for the end of the queue */
	FIRST = 1,    /* place */
	AGAIN = 50000, /* microseconds: a signal may come when the wait has not begun */
	LONGEST = 6    /* times the patience */
};

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- an end to waiting ---- */

struct alarm {
	struct sigaction action;
	sigset_t mask;
	struct itimerval timer;
};

static void wake(int signal)
{
	(void)signal; /* that it came ends the wait */
}

static void set_alarm(struct alarm *was, int64_t until)
{
	struct sigaction waking = { .sa_handler = wake };
	int64_t left = until - now();
	struct itimerval end = { .it_interval = { 0, AGAIN } };
	sigset_t alarms;
	left = left > 0 ? left : 1;
	end.it_value = (struct timeval){ left / 1000, left % 1000 * 1000 };
	sigemptyset(&alarms);
	sigaddset(&alarms, SIGALRM);
	sigaction(SIGALRM, &waking, &was->action);
	sigprocmask(SIG_UNBLOCK, &alarms, &was->mask);
	setitimer(ITIMER_REAL, &end, &was->timer);
}

static void reset_alarm(const struct alarm *was)
{
	int saved = errno;
	setitimer(ITIMER_REAL, &was->timer, NULL);
	sigprocmask(SIG_SETMASK, &was->mask, NULL);
	sigaction(SIGALRM, &was->action, NULL);
	errno = saved;
}

static bool is_time_left(int64_t until)
{
	return errno == EINTR && now() < until;
}

/* ---- bytes ---- */

static bool wait_for(int fd, short type, off_t from, off_t n, int64_t until)
{
	struct flock l = { .l_type = type, .l_whence = SEEK_SET, .l_start = from, .l_len = n };
	int got;
	while ((got = fcntl(fd, F_OFD_SETLKW, &l)) != 0 && is_time_left(until))
		;
	return got == 0;
}

/* The next byte from `at` that somebody holds; -1 for none. */
static bool next_held(int fd, off_t at, off_t *held)
{
	struct flock l = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = at };
	if (fcntl(fd, F_OFD_GETLK, &l) != 0)
		return false;
	*held = l.l_type == F_UNLCK ? -1 : l.l_start > at ? l.l_start : at;
	return true;
}

static bool take_place(int fd, int64_t until, off_t *place)
{
	off_t held = 0;
	*place = FIRST;
	if (!wait_for(fd, F_WRLCK, DOOR, 1, until))
		return false;
	while (next_held(fd, *place, &held) && held >= 0)
		*place = held + 1;
	return held < 0 && wait_for(fd, F_WRLCK, *place, 1, until) &&
	       wait_for(fd, F_UNLCK, DOOR, 1, until);
}

/* The one before us tells when it is our turn, unless it went away before its own. */
static bool wait_turn(int fd, off_t place, int64_t until)
{
	return place == FIRST || (wait_for(fd, F_RDLCK, place - 1, 1, until) &&
				  wait_for(fd, F_RDLCK, FIRST, place - FIRST, until));
}

/* ---- the queue ---- */

bool queue_is_empty(const char *path)
{
	off_t held = -1;
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	bool asked = fd >= 0 && next_held(fd, FIRST, &held);
	if (fd >= 0)
		close(fd);
	return !asked || held < 0;
}

static bool wait_in_line(int fd, int64_t patience, const struct queue_watch *watch)
{
	int64_t until = now() + patience, end = now() + LONGEST * patience;
	off_t place;
	if (!take_place(fd, until, &place))
		return false;
	while (!wait_turn(fd, place, until)) {
		if (errno != EINTR || now() >= end || !watch->moves(watch->ctx)) {
			errno = errno ? errno : EINTR;
			return false;
		}
		until = now() + patience;
	}
	return true;
}

bool queue_enter(const char *path, int64_t patience, const struct queue_watch *watch, int *fd)
{
	struct alarm alarm;
	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (*fd < 0)
		return false;
	set_alarm(&alarm, now() + patience);
	bool ok = wait_in_line(*fd, patience, watch);
	reset_alarm(&alarm);
	if (ok)
		return true;
	int saved = errno;
	close(*fd);
	*fd = -1;
	errno = saved;
	return false;
}

bool queue_flock(int fd, int64_t patience)
{
	struct alarm alarm;
	int64_t until = now() + patience;
	int got;
	set_alarm(&alarm, until);
	while ((got = flock(fd, LOCK_EX)) != 0 && is_time_left(until))
		;
	reset_alarm(&alarm);
	return got == 0;
}
