#include "tree/git.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digits.h"
#include "base/memory.h"
#include "git/wire.h"

#define PROGRAM "phaseline-git"

extern char **environ;

struct git {
	pid_t pid;
	FILE *to, *from;
	struct buf message;
	struct arena arena; /* of one commit */
};

/* ---- the other program ---- */

/* Beside this one, as it was built, or where it is installed. */
static const char *find_program(struct arena *a)
{
	static const char *const places[] = { PROGRAM, "../libexec/phaseline/" PROGRAM };
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n <= 0)
		return NULL;
	self[n] = '\0';
	char *slash = strrchr(self, '/');
	for (size_t i = 0; slash && i < sizeof places / sizeof *places; i++) {
		const char *path = arena_printf(a, "%.*s/%s", (int)(slash - self), self, places[i]);
		if (access(path, X_OK) == 0)
			return path;
	}
	return NULL;
}

static bool spawn(struct git *g, const char *program, const char *root, int in[2], int out[2])
{
	posix_spawn_file_actions_t actions;
	char *argv[] = { (char *)program, (char *)root, NULL };
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
	errno = posix_spawn(&g->pid, program, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	return errno == 0;
}

static bool connect_to(struct git *g, const char *program, const char *root, struct err *err)
{
	int in[2] = { -1, -1 }, out[2] = { -1, -1 };
	bool ok = pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0 &&
		  spawn(g, program, root, in, out);
	if (!ok)
		err_errno(err, ERR_IO, "cannot run %s", program);
	close(in[0]);
	close(out[1]);
	if (ok) {
		g->to = fdopen(in[1], "w");
		g->from = fdopen(out[0], "r");
		return g->to && g->from;
	}
	close(in[1]);
	close(out[0]);
	return false;
}

static bool lost(struct err *err)
{
	return err_set(err, ERR_IO, PROGRAM " ended before its time");
}

/* *at: behind the first field.  *more: another answer follows. */
static bool receive(struct git *g, size_t *at, bool *more, struct err *err)
{
	*at = 0;
	*more = false;
	if (!wire_receive(g->from, &g->message))
		return lost(err);
	const char *kind = wire_next(&g->message, at);
	if (kind && strcmp(kind, "error") == 0) {
		const char *why = wire_next(&g->message, at);
		return err_set(err, ERR_USAGE, "git: %s", why ? why : "unknown");
	}
	*more = kind && strcmp(kind, "more") == 0;
	return kind ? true : lost(err);
}

static bool ask(struct git *g, const char *what, const char *first, const char *second,
		size_t *at, bool *more, struct err *err)
{
	struct buf b = { 0 };
	wire_field(&b, what);
	wire_field(&b, first);
	if (second)
		wire_field(&b, second);
	bool ok = wire_send(g->to, &b) || lost(err);
	buf_free(&b);
	return ok && receive(g, at, more, err);
}

bool git_start(struct git **out, const char *root, struct err *err)
{
	struct git *g = calloc(1, sizeof *g);
	size_t at;
	bool more;
	*out = NULL;
	if (!g)
		out_of_memory();
	signal(SIGPIPE, SIG_IGN);
	const char *program = find_program(&g->arena);
	bool ok = program ? connect_to(g, program, root, err) :
			    err_set(err, ERR_USAGE,
				    "the history of git needs " PROGRAM ", which is not installed; "
				    "build phaseline with libgit2");
	if (ok && receive(g, &at, &more, err)) {
		*out = g;
		return true;
	}
	git_stop(g);
	return false;
}

void git_stop(struct git *g)
{
	if (!g)
		return;
	if (g->to)
		fclose(g->to);
	if (g->from)
		fclose(g->from);
	if (g->pid > 0)
		waitpid(g->pid, NULL, 0);
	buf_free(&g->message);
	arena_free(&g->arena);
	free(g);
}

/* ---- questions ---- */

bool git_resolve(struct git *g, struct arena *a, const char *rev, const char **id,
		 int64_t *time, struct err *err)
{
	size_t at;
	bool more;
	if (!ask(g, "resolve", rev, NULL, &at, &more, err))
		return false;
	*id = arena_str(a, wire_next(&g->message, &at));
	const char *when = wire_next(&g->message, &at);
	*time = when ? strtoll(when, NULL, 10) : 0;
	return *id ? true : lost(err);
}

/* An empty field stands for nothing. */
static const char *field(const struct buf *message, size_t *at)
{
	const char *s = wire_next(message, at);
	return s && *s ? s : NULL;
}

static bool read_file(const struct buf *m, size_t *at, struct git_file *f)
{
	const char *kind = field(m, at);
	if (!kind)
		return false;
	f->kind = *kind;
	f->old = field(m, at);
	f->now = field(m, at);
	f->old_blob = field(m, at);
	f->now_blob = field(m, at);
	return true;
}

static void read_commit(struct git *g, size_t at, struct git_commit *c)
{
	const struct buf *m = &g->message;
	const char *time, *parents;
	struct git_file f;
	*c = (struct git_commit){ 0 };
	c->id = field(m, &at);
	time = field(m, &at);
	c->author = field(m, &at);
	parents = field(m, &at);
	c->message = wire_next(m, &at);
	c->time = time ? strtoll(time, NULL, 10) : 0;
	c->parents = parents ? digits_read(&parents) : 0;
	while (read_file(m, &at, &f))
		*vec_push(&g->arena, &c->files) = f;
}

/* All that come; those that are not wanted are only received. */
static bool take_commits(struct git *g, size_t at, bool more,
			 bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
			 bool *wanted, struct err *err)
{
	bool ok = true;
	while (ok && more) {
		struct git_commit c;
		arena_reset(&g->arena);
		read_commit(g, at, &c);
		*wanted = *wanted && each(&c, ctx);
		ok = receive(g, &at, &more, err);
	}
	return ok;
}

bool git_log(struct git *g, const char *rev, const char *hide,
	     bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
	     struct err *err)
{
	size_t at;
	bool more, wanted = true;
	return ask(g, "log", rev, hide ? hide : "", &at, &more, err) &&
	       take_commits(g, at, more, each, ctx, &wanted, err);
}

/* Asks for so many commits at a time: who has seen enough does not wait for long. */
enum { STEP = 1000 };

static bool send_walk(struct git *g, const char *rev, const char *hide,
		      const char *const *names, size_t n, struct err *err)
{
	struct buf b = { 0 };
	wire_field(&b, "walk");
	wire_field(&b, rev);
	wire_field(&b, hide ? hide : "");
	wire_number(&b, STEP);
	for (size_t i = 0; i < n; i++)
		wire_field(&b, names[i]);
	bool ok = wire_send(g->to, &b) || lost(err);
	buf_free(&b);
	return ok;
}

bool git_walk(struct git *g, const char *rev, const char *hide, const char *const *names,
	      size_t n, bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
	      struct err *err)
{
	char next[128];
	size_t at;
	bool more, wanted = true, ok = true;
	while (ok && wanted && rev) {
		ok = send_walk(g, rev, hide, names, n, err) && receive(g, &at, &more, err) &&
		     take_commits(g, at, more, each, ctx, &wanted, err);
		at = strlen("ok") + 1;
		const char *id = ok ? field(&g->message, &at) : NULL;
		rev = id && strlen(id) < sizeof next ? memcpy(next, id, strlen(id) + 1) : NULL;
	}
	return ok;
}

bool git_grep(struct git *g, const char *rev, const char *text, int64_t from,
	      bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
	      struct err *err)
{
	struct buf b = { 0 };
	size_t at;
	bool more, wanted = true;
	wire_field(&b, "grep");
	wire_field(&b, rev);
	wire_number(&b, from);
	wire_field(&b, text);
	bool ok = (wire_send(g->to, &b) || lost(err)) && receive(g, &at, &more, err);
	buf_free(&b);
	return ok && take_commits(g, at, more, each, ctx, &wanted, err);
}

static void copy_commit(struct arena *a, struct git_commit *out, const struct git_commit *c)
{
	*out = (struct git_commit){
		.id = arena_str(a, c->id), .author = arena_str(a, c->author),
		.message = arena_str(a, c->message), .time = c->time, .parents = c->parents,
	};
	for (size_t i = 0; i < c->files.n; i++) {
		const struct git_file *f = &c->files.v[i];
		*vec_push(a, &out->files) = (struct git_file){
			f->kind, arena_str(a, f->old), arena_str(a, f->now),
			arena_str(a, f->old_blob), arena_str(a, f->now_blob)
		};
	}
}

bool git_commit_of(struct git *g, struct arena *a, const char *rev, struct git_commit *out,
		   struct err *err)
{
	struct git_commit c;
	size_t at;
	bool more;
	if (!ask(g, "commit", rev, NULL, &at, &more, err))
		return false;
	arena_reset(&g->arena);
	read_commit(g, at, &c);
	copy_commit(a, out, &c);
	return c.id ? true : lost(err);
}

bool git_renames(struct git *g, struct arena *a, const char *commit, git_files *out,
		 struct err *err)
{
	struct git_file f;
	size_t at;
	bool more;
	*out = (git_files){ 0 };
	if (!ask(g, "renames", commit ? commit : "", NULL, &at, &more, err))
		return false;
	while (read_file(&g->message, &at, &f))
		if (f.kind == 'R' && f.old && f.now)
			*vec_push(a, out) = (struct git_file){
				'R', arena_str(a, f.old), arena_str(a, f.now),
				arena_str(a, f.old_blob), arena_str(a, f.now_blob)
			};
	return true;
}

static enum git_kind git_kind_of(const char *word)
{
	return !word || strcmp(word, "file") == 0 ? GIT_FILE :
	       strcmp(word, "link") == 0	     ? GIT_LINK :
						       GIT_MODULE;
}

bool git_tree(struct git *g, struct arena *a, const char *rev, git_entries *out,
	      struct err *err)
{
	size_t at;
	bool more;
	const char *path;
	*out = (git_entries){ 0 };
	if (!ask(g, "tree", rev, NULL, &at, &more, err))
		return false;
	while ((path = wire_next(&g->message, &at))) {
		struct git_entry *e = vec_push(a, out);
		e->path = arena_str(a, path);
		e->kind = git_kind_of(wire_next(&g->message, &at));
		e->blob = arena_str(a, field(&g->message, &at));
	}
	return true;
}

bool git_blob_of(struct git *g, struct arena *a, const char *rev, const char *path,
		 const char **blob, struct err *err)
{
	size_t at;
	bool more;
	if (!ask(g, "entry", rev, path, &at, &more, err))
		return false;
	*blob = arena_str(a, field(&g->message, &at));
	return true;
}

bool git_blob(struct git *g, const char *blob, struct buf *out, struct err *err)
{
	size_t at;
	bool more;
	buf_clear(out);
	if (!ask(g, "blob", blob, NULL, &at, &more, err))
		return false;
	buf_add(out, g->message.s + at, g->message.n - at);
	return true;
}
