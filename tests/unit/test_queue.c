/* Who waits for the lock gets it in turn, whoever else gives up or dies. */
#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "store/queue.h"
#include "temp_tree.h"

enum { AT_MOST = 20000 }; /* milliseconds */

static char *path;
static int place; /* ours */
static int served[2]; /* a pipe: each writes its number when it is its turn */

static int moves_left; /* how often somebody seems to have been served */

static bool moves(void *ctx)
{
	(void)ctx;
	return moves_left-- > 0;
}

static const struct queue_watch watch = { moves, NULL };

static int set_up(void **state)
{
	(void)state;
	temp_make();
	moves_left = 0;
	path = temp_path("queue");
	return pipe(served);
}

static int tear_down(void **state)
{
	(void)state;
	close(served[0]);
	close(served[1]);
	temp_remove();
	return 0;
}

static void pause_ms(long ms)
{
	struct timespec t = { .tv_nsec = ms * 1000000 };
	nanosleep(&t, NULL);
}

/* Starts somebody who waits at most `ms`, and is in the queue before we go on. */
static pid_t come(char number, int ms)
{
	pid_t pid = fork();
	int fd;
	if (pid == 0) {
		close(place); /* it would be shared */
		if (!queue_enter(path, ms, &watch, &fd))
			_exit(errno == EINTR ? 4 : 5);
		_exit(write(served[1], &number, 1) != 1);
	}
	pause_ms(60);
	return pid;
}

static int status_of(pid_t pid)
{
	int status;
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void expect_order(const char *order)
{
	char got[8] = "";
	assert_int_equal(read(served[0], got, sizeof got - 1), (long)strlen(order));
	assert_string_equal(got, order);
}

static void an_empty_queue_is_entered_at_once(void **state)
{
	(void)state;
	assert_true(queue_is_empty(path));
	assert_true(queue_enter(path, AT_MOST, &watch, &place));
	assert_false(queue_is_empty(path));
	close(place);
	assert_true(queue_is_empty(path));
}

static void those_who_wait_come_in_turn(void **state)
{
	(void)state;
	pid_t who[3];
	assert_true(queue_enter(path, AT_MOST, &watch, &place));
	for (int i = 0; i < 3; i++)
		who[i] = come((char)('a' + i), AT_MOST);
	close(place);
	for (int i = 0; i < 3; i++)
		assert_int_equal(status_of(who[i]), 0);
	expect_order("abc");
}

static void who_dies_or_gives_up_lets_others_in_no_earlier(void **state)
{
	(void)state;
	pid_t first, dies, tires, last;
	assert_true(queue_enter(path, AT_MOST, &watch, &place));
	first = come('a', AT_MOST);
	dies = come('b', AT_MOST);
	tires = come('c', 100);
	last = come('d', AT_MOST);
	kill(dies, SIGKILL);
	assert_int_equal(status_of(dies), -1);
	assert_int_equal(status_of(tires), 4);
	pause_ms(60);
	assert_int_equal(waitpid(last, NULL, WNOHANG), 0);
	close(place);
	assert_int_equal(status_of(first), 0);
	assert_int_equal(status_of(last), 0);
	expect_order("ad");
}

static void who_sees_others_served_waits_on(void **state)
{
	(void)state;
	pid_t patient;
	assert_true(queue_enter(path, AT_MOST, &watch, &place));
	moves_left = 1000;
	patient = come('a', 400);
	pause_ms(500); /* longer than it has patience */
	assert_int_equal(waitpid(patient, NULL, WNOHANG), 0);
	close(place);
	assert_int_equal(status_of(patient), 0);
	assert_true(queue_enter(path, AT_MOST, &watch, &place));
	moves_left = 2;
	patient = come('a', 100);
	assert_int_equal(status_of(patient), 4); /* after the second time */
	close(place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_empty_queue_is_entered_at_once, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(those_who_wait_come_in_turn, set_up, tear_down),
		cmocka_unit_test_setup_teardown(who_dies_or_gives_up_lets_others_in_no_earlier,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(who_sees_others_served_waits_on, set_up,
						tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
