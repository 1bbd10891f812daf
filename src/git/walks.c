#include "git/server.h"

#include <stdlib.h>
#include <string.h>

/* ---- log REV HIDE: its commits, the oldest first, with their files ---- */

static int add_delta(const git_diff_delta *delta, float progress, void *ctx)
{
	static const char kinds[] = { [GIT_DELTA_ADDED] = 'A', [GIT_DELTA_DELETED] = 'D',
				      [GIT_DELTA_MODIFIED] = 'M', [GIT_DELTA_RENAMED] = 'R',
				      [GIT_DELTA_COPIED] = 'C', [GIT_DELTA_TYPECHANGE] = 'M' };
	struct server *s = ctx;
	const char *old = below(s, delta->old_file.path), *now = below(s, delta->new_file.path);
	char kind[2] = { 0, 0 };
	(void)progress;
	if ((size_t)delta->status < sizeof kinds)
		kind[0] = kinds[delta->status];
	if (!kind[0] || (!old && !now))
		return 0;
	wire_field(&s->out, kind);
	wire_field(&s->out, old ? old : "");
	wire_field(&s->out, now ? now : "");
	add_id(s, &delta->old_file.id);
	add_id(s, &delta->new_file.id);
	return 0;
}

/* Whatever the configuration of the repository says of renames. */
static bool add_diff(struct server *s, git_diff *diff, uint32_t also)
{
	git_diff_find_options find;
	git_diff_find_options_init(&find, GIT_DIFF_FIND_OPTIONS_VERSION);
	find.flags = GIT_DIFF_FIND_RENAMES | also;
	return git_diff_find_similar(diff, &find) == 0 &&
	       git_diff_foreach(diff, add_delta, NULL, NULL, NULL, s) == 0;
}

/* Against its first parent. */
static bool add_files(struct server *s, git_commit *commit)
{
	git_tree *tree = NULL, *before = NULL;
	git_commit *parent = NULL;
	git_diff *diff = NULL;
	bool ok = git_commit_tree(&tree, commit) == 0;
	if (ok && git_commit_parentcount(commit))
		ok = git_commit_parent(&parent, commit, 0) == 0 &&
		     git_commit_tree(&before, parent) == 0;
	ok = ok && git_diff_tree_to_tree(&diff, s->repo, before, tree, NULL) == 0 &&
	     add_diff(s, diff, 0);
	git_diff_free(diff);
	git_tree_free(before);
	git_tree_free(tree);
	git_commit_free(parent);
	return ok;
}

static void start_commit(struct server *s, git_commit *commit)
{
	const git_signature *author = git_commit_author(commit);
	const char *message = git_commit_message(commit);
	start_answer(s, "more");
	add_id(s, git_commit_id(commit));
	wire_number(&s->out, author->when.time);
	wire_field(&s->out, author->name);
	wire_number(&s->out, (long long)git_commit_parentcount(commit));
	wire_field(&s->out, message ? message : "");
}

static bool send_commit(struct server *s, const git_oid *id, bool *ok)
{
	git_commit *commit;
	*ok = git_commit_lookup(&commit, s->repo, id) == 0;
	if (!*ok)
		return true;
	start_commit(s, commit);
	*ok = add_files(s, commit);
	git_commit_free(commit);
	return !*ok || wire_add(stdout, &s->out);
}

static bool start_walk(struct server *s, const char *rev, const char *hide, git_revwalk *walk)
{
	git_commit *commit;
	if (!find_commit(s, rev, &commit))
		return false;
	bool ok = git_revwalk_push(walk, git_commit_id(commit)) == 0;
	git_commit_free(commit);
	if (!ok || !*hide)
		return ok;
	if (!find_commit(s, hide, &commit))
		return false;
	ok = git_revwalk_hide(walk, git_commit_id(commit)) == 0;
	git_commit_free(commit);
	return ok;
}

bool answer_log(struct server *s, const char *rev, const char *hide)
{
	git_revwalk *walk = NULL;
	git_oid id;
	bool ok = git_revwalk_new(&walk, s->repo) == 0;
	if (ok)
		git_revwalk_sorting(walk,
				    GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME | GIT_SORT_REVERSE);
	ok = ok && start_walk(s, rev, hide, walk);
	bool alive = true;
	while (ok && alive && git_revwalk_next(&id, walk) == 0)
		alive = send_commit(s, &id, &ok);
	git_revwalk_free(walk);
	if (!alive)
		return false;
	if (!ok)
		return say_error(s, "cannot read the history");
	start_answer(s, "ok");
	return wire_send(stdout, &s->out);
}

/* ---- walk REV HIDE N NAME...: N commits of its line of first parents, the newest first,
 * with the files of these names that they changed; then, if there are more, the next ---- */

struct walker {
	struct server *s;
	const char **names; /* in order */
	size_t n;
};

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_change(void *ctx, char kind, const char *path, const git_oid *old,
		       const git_oid *now)
{
	struct walker *w = ctx;
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	if (w->n && !bsearch(&name, w->names, w->n, sizeof *w->names, by_name))
		return;
	wire_field(&w->s->out, (char[]){ kind, '\0' });
	wire_field(&w->s->out, kind == 'A' ? "" : path);
	wire_field(&w->s->out, kind == 'D' ? "" : path);
	add_id(w->s, old);
	add_id(w->s, now);
}

/* False when nobody listens any more. */
static bool send_step(struct walker *w, git_commit *commit, bool *ok)
{
	start_commit(w->s, commit);
	*ok = compare_commit(w->s, commit, add_change, w);
	return !*ok || wire_add(stdout, &w->s->out);
}

/* To what leads to HIDE, which may be on another line. */
static bool walk_until(struct walker *w, const char *rev, const char *hide, long n,
		       git_oid *next, bool *alive)
{
	git_revwalk *walk = NULL;
	git_commit *commit;
	git_oid id;
	bool ok = git_revwalk_new(&walk, w->s->repo) == 0 &&
		  git_revwalk_simplify_first_parent(walk) == 0 &&
		  start_walk(w->s, rev, hide, walk);
	for (long i = 0; ok && *alive && git_revwalk_next(&id, walk) == 0; i++) {
		if (i == n) {
			*next = id;
			break;
		}
		ok = git_commit_lookup(&commit, w->s->repo, &id) == 0;
		if (!ok)
			break;
		*alive = send_step(w, commit, &ok);
		git_commit_free(commit);
	}
	git_revwalk_free(walk);
	return ok;
}

static bool to_parent(git_commit **commit)
{
	git_commit *parent = NULL;
	bool ok = !git_commit_parentcount(*commit) || git_commit_parent(&parent, *commit, 0) == 0;
	git_commit_free(*commit);
	*commit = parent;
	return ok;
}

/* To the first: each is read once. */
static bool walk_all(struct walker *w, const char *rev, long n, git_oid *next, bool *alive)
{
	git_commit *commit = NULL;
	bool ok = find_commit(w->s, rev, &commit);
	for (long i = 0; ok && *alive && commit; i++) {
		if (i == n) {
			git_oid_cpy(next, git_commit_id(commit));
			break;
		}
		*alive = send_step(w, commit, &ok);
		ok = ok && to_parent(&commit);
	}
	git_commit_free(commit);
	return ok;
}

static bool walk_line(struct walker *w, const char *rev, const char *hide, long n)
{
	git_oid next = { { 0 } };
	bool alive = true;
	bool ok = *hide ? walk_until(w, rev, hide, n, &next, &alive) :
			  walk_all(w, rev, n, &next, &alive);
	if (!alive)
		return false;
	if (!ok)
		return say_error(w->s, rev);
	start_answer(w->s, "ok");
	add_id(w->s, &next);
	return wire_send(stdout, &w->s->out);
}

static size_t count_fields(const struct buf *message, size_t at)
{
	size_t n = 0;
	while (wire_next(message, &at))
		n++;
	return n;
}

bool answer_walk(struct server *s, size_t at)
{
	struct walker w = { .s = s };
	const char *rev = wire_next(&s->in, &at), *hide = wire_next(&s->in, &at);
	const char *count = wire_next(&s->in, &at), *name;
	if (!count)
		return say_error(s, "walk: what?");
	w.names = calloc(count_fields(&s->in, at) + 1, sizeof *w.names);
	if (!w.names)
		return false;
	while ((name = wire_next(&s->in, &at)))
		w.names[w.n++] = name;
	qsort(w.names, w.n, sizeof *w.names, by_name);
	bool alive = walk_line(&w, rev, hide, strtol(count, NULL, 10));
	free(w.names);
	return alive;
}

/* ---- renames REV: the files that a commit changed; of "", of what is not committed ---- */

/* Only what lies below DIR: that is all that is asked for. */
static bool add_uncommitted(struct server *s)
{
	char *below_dir[] = { s->prefix };
	git_diff_options options;
	git_commit *head = NULL;
	git_tree *tree = NULL;
	git_diff *diff = NULL;
	git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS |
			GIT_DIFF_DISABLE_PATHSPEC_MATCH;
	if (*s->prefix)
		options.pathspec = (git_strarray){ below_dir, 1 };
	bool ok = find_commit(s, "HEAD", &head) && git_commit_tree(&tree, head) == 0 &&
		  git_diff_tree_to_workdir_with_index(&diff, s->repo, tree, &options) == 0 &&
		  add_diff(s, diff, GIT_DIFF_FIND_FOR_UNTRACKED);
	git_diff_free(diff);
	git_tree_free(tree);
	git_commit_free(head);
	return ok;
}

bool answer_renames(struct server *s, const char *rev)
{
	git_commit *commit = NULL;
	start_answer(s, "ok");
	bool ok = *rev ? find_commit(s, rev, &commit) && add_files(s, commit) :
			 add_uncommitted(s);
	git_commit_free(commit);
	return ok ? wire_send(stdout, &s->out) : say_error(s, rev);
}

/* ---- grep REV TIME TEXT: the commits that lead to REV whose message holds the text, down
 * to the first that is older; without their files ---- */

static bool send_if_found(struct server *s, git_commit *commit, const char *text)
{
	const char *message = git_commit_message(commit);
	if (!message || !strstr(message, text))
		return true;
	start_commit(s, commit);
	return wire_add(stdout, &s->out);
}

bool answer_grep(struct server *s, size_t at)
{
	const char *rev = wire_next(&s->in, &at), *time = wire_next(&s->in, &at);
	const char *text = wire_next(&s->in, &at);
	long long oldest = time ? strtoll(time, NULL, 10) : 0;
	git_revwalk *walk = NULL;
	git_commit *commit;
	git_oid id;
	bool alive = true, young = true;
	bool ok = text && git_revwalk_new(&walk, s->repo) == 0;
	if (ok)
		git_revwalk_sorting(walk, GIT_SORT_TIME);
	ok = ok && start_walk(s, rev, "", walk);
	while (ok && alive && young && git_revwalk_next(&id, walk) == 0) {
		ok = git_commit_lookup(&commit, s->repo, &id) == 0;
		if (!ok)
			break;
		young = git_commit_time(commit) >= oldest;
		alive = !young || send_if_found(s, commit, text);
		git_commit_free(commit);
	}
	git_revwalk_free(walk);
	if (!alive)
		return false;
	if (!ok)
		return say_error(s, "cannot read the history");
	start_answer(s, "ok");
	return wire_send(stdout, &s->out);
}

/* ---- commit REV: one commit, with the files that it changed ---- */

bool answer_commit(struct server *s, const char *rev)
{
	struct walker w = { .s = s };
	git_commit *commit;
	if (!find_commit(s, rev, &commit))
		return say_error(s, rev);
	start_commit(s, commit);
	bool ok = compare_commit(s, commit, add_change, &w);
	git_commit_free(commit);
	return ok ? wire_send(stdout, &s->out) : say_error(s, rev);
}
