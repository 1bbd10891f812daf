#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "cli/subtree.h"

enum {
	STEP = 50, /* milliseconds between looks, where the kernel cannot tell */
	HALF = LIMIT_OUTPUT / 2,
};

static volatile sig_atomic_t caught;

static void catch(int sig)
{
	caught = sig;
}

struct running {
	const struct run_request *request;
	struct run_result *result;
	struct leader leader;
	struct buf tails[2];     /* behind the first HALF of what it writes */
	size_t left_out[2];      /* bytes between them */
	int pipes[2]; /* that it writes to; -1 once they are at their end */
	int ended;    /* a descriptor that becomes readable then, or -1 */
	int64_t since, until;
};

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- signals to this process ---- */

static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

#define SIGNALS (sizeof signals / sizeof *signals)

struct handlers {
	struct sigaction before[SIGNALS];
	struct sigaction pipe; /* a reader that leaves ends nothing */
	sigset_t mask; /* to wait with: outside of waiting they are held back */
};

static void take_signals(struct handlers *h)
{
	struct sigaction act = { .sa_handler = catch };
	sigset_t held;

	caught = 0;
	sigemptyset(&held);
	for (size_t i = 0; i < SIGNALS; i++) {
		sigaddset(&held, signals[i]);
		sigaction(signals[i], &act, &h->before[i]);
	}
	sigaction(SIGPIPE, &(struct sigaction){ .sa_handler = SIG_IGN }, &h->pipe);
	sigprocmask(SIG_BLOCK, &held, &h->mask);
}

static void give_signals(const struct handlers *h)
{
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &h->before[i], NULL);
	sigaction(SIGPIPE, &h->pipe, NULL);
	sigprocmask(SIG_SETMASK, &h->mask, NULL);
}

/* ---- what it writes ---- */

static void leave_out(struct running *r, int stream, size_t n)
{
	struct buf *tail = &r->tails[stream];

	tail->n -= n;
	memmove(tail->s, tail->s + n, tail->n);
	r->left_out[stream] += n;
}

static void keep(struct running *r, int stream, const char *bytes, size_t n)
{
	struct buf *head = &r->result->kept[stream], *tail = &r->tails[stream];
	size_t room = HALF - head->n, take = n < room ? n : room;

	buf_add(head, bytes, take);
	if (take < n)
		buf_add(tail, bytes + take, n - take);
	if (tail->n > LIMIT_OUTPUT)
		leave_out(r, stream, tail->n - HALF);
	r->result->bytes += (int64_t)n;
	if (r->request->each)
		r->request->each((enum run_stream)stream, bytes, n, r->request->ctx);
}

/* Puts start and end together, the end from where a line starts. */
static void join(struct running *r, int stream)
{
	struct buf *kept = &r->result->kept[stream], *tail = &r->tails[stream];

	if (tail->n > HALF)
		leave_out(r, stream, tail->n - HALF);
	if (r->left_out[stream]) {
		const char *nl = memchr(tail->s, '\n', tail->n);

		if (nl)
			leave_out(r, stream, (size_t)(nl + 1 - tail->s));
		buf_printf(kept, "\n[%zu bytes are left out]\n", r->left_out[stream]);
		r->result->cut = true;
	}
	if (tail->n)
		buf_add(kept, tail->s, tail->n);
	buf_free(tail);
	for (size_t i = 0; i < kept->n; i++)
		if (!kept->s[i])
			kept->s[i] = '\1'; /* it would end the text that is judged */
}

/* False at the end of what there is. */
static bool take_some(struct running *r, int stream)
{
	char bytes[1 << 14];
	ssize_t n = read(r->pipes[stream], bytes, sizeof bytes);

	if (n > 0) {
		keep(r, stream, bytes, (size_t)n);
		return true;
	}
	if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
		close(r->pipes[stream]);
		r->pipes[stream] = -1;
	}
	return false;
}

/* ---- the process ---- */

static void note_end(struct running *r)
{
	int status;

	if (!r->leader.ended && waitpid(r->leader.pid, &status, WNOHANG) == r->leader.pid) {
		r->leader.ended = true;
		r->leader.status = status;
	}
}

/* Waits until it has written something, has ended, or time is up. */
static void wait_for_news(struct running *r, const sigset_t *mask)
{
	struct pollfd fds[] = { { r->pipes[0], POLLIN, 0 }, { r->pipes[1], POLLIN, 0 },
				{ r->ended, POLLIN, 0 } };
	int64_t left = r->until - now();
	struct timespec t;

	if (left < 0)
		left = 0;
	if (r->ended < 0 && left > STEP)
		left = STEP;
	t = (struct timespec){ .tv_sec = left / 1000, .tv_nsec = left % 1000 * 1000000 };
	if (ppoll(fds, 3, &t, mask) > 0)
		for (int i = 0; i < 2; i++)
			if (fds[i].revents && r->pipes[i] >= 0)
				take_some(r, i);
	note_end(r);
}

static void watch(struct running *r, const sigset_t *mask)
{
	while (!r->leader.ended && !caught && now() < r->until)
		wait_for_news(r, mask);
	r->result->interrupted = caught;
	r->result->timed_out = !r->leader.ended && !caught;
	subtree_end(&r->leader);
	for (int i = 0; i < 2; i++) /* what is left in the pipes; nobody writes any more */
		while (r->pipes[i] >= 0 && take_some(r, i))
			;
	r->result->milliseconds = now() - r->since;
	r->result->status = WIFEXITED(r->leader.status) ? WEXITSTATUS(r->leader.status)
							: 128 + WTERMSIG(r->leader.status);
}

static bool start(struct running *r, struct run_start *s, struct err *err)
{
	int out[2] = { -1, -1 }, errs[2] = { -1, -1 };
	bool ok = (s->null = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0 &&
		  pipe2(out, O_CLOEXEC) == 0 && pipe2(errs, O_CLOEXEC) == 0;

	s->out = out[1];
	s->err = errs[1];
	subtree_adopt();
	ok = ok && (r->leader.pid = fork()) >= 0;
	if (ok && r->leader.pid == 0)
		run_become(s);
	if (!ok)
		err_errno(err, ERR_IO, "cannot start %s", s->path);
	close(s->null);
	close(out[1]);
	close(errs[1]);
	r->pipes[0] = out[0];
	r->pipes[1] = errs[0];
	for (int i = 0; i < 2 && ok; i++)
		fcntl(r->pipes[i], F_SETFL, O_NONBLOCK);
	r->ended = ok ? (int)syscall(SYS_pidfd_open, r->leader.pid, 0) : -1;
	return ok;
}

bool run_command(const struct run_request *request, struct run_result *out, struct err *err)
{
	struct running r = { .request = request, .result = out, .since = now() };
	struct arena a = { 0 };
	struct run_start s;
	struct handlers handlers;

	*out = (struct run_result){ 0 };
	buf_str(&out->kept[0], "");
	buf_str(&out->kept[1], "");
	r.until = r.since + (int64_t)request->limits->seconds * 1000;
	bool ok = run_prepare(request, &a, &s, err);
	if (ok) {
		take_signals(&handlers);
		ok = start(&r, &s, err);
		if (ok)
			watch(&r, &handlers.mask);
		give_signals(&handlers);
		for (int i = 0; i < 2; i++) {
			if (r.pipes[i] >= 0)
				close(r.pipes[i]);
			join(&r, i);
		}
		if (r.ended >= 0)
			close(r.ended);
	}
	arena_free(&a);
	return ok;
}
