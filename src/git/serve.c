/* phaseline-git DIR: answers questions about the git repository around DIR, on
 * standard input and output
 *
 * A program of its own, because the repository is somebody else's: libgit2 reads
 * it here, and phaseline itself starts without it. */
#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "git/wire.h"

struct server {
	git_repository *repo;
	char *prefix; /* of DIR in the work tree, with a slash at its end, or "" */
	struct buf in, out;
};

static bool say_error(struct server *s, const char *what)
{
	const git_error *e = git_error_last();
	struct buf text = { 0 };
	buf_printf(&text, "%s%s%s", what, e ? ": " : "", e ? e->message : "");
	buf_clear(&s->out);
	wire_field(&s->out, "error");
	wire_field(&s->out, text.s);
	buf_free(&text);
	return wire_send(stdout, &s->out);
}

static void start_answer(struct server *s, const char *kind)
{
	buf_clear(&s->out);
	wire_field(&s->out, kind);
}

static void add_id(struct server *s, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ + 1];
	wire_field(&s->out, git_oid_is_zero(id) ? "" : git_oid_tostr(hex, sizeof hex, id));
}

/* The path below DIR, NULL for one elsewhere. */
static const char *below(const struct server *s, const char *path)
{
	size_t n = strlen(s->prefix);
	return path && strncmp(path, s->prefix, n) == 0 ? path + n : NULL;
}

static bool find_commit(struct server *s, const char *rev, git_commit **out)
{
	git_object *object;
	if (git_revparse_single(&object, s->repo, rev))
		return false;
	bool ok = git_object_peel((git_object **)out, object, GIT_OBJECT_COMMIT) == 0;
	git_object_free(object);
	return ok;
}

/* ---- resolve REV: id and time ---- */

static bool answer_resolve(struct server *s, const char *rev)
{
	git_commit *commit;
	if (!find_commit(s, rev, &commit))
		return say_error(s, rev);
	start_answer(s, "ok");
	add_id(s, git_commit_id(commit));
	wire_number(&s->out, git_commit_author(commit)->when.time);
	git_commit_free(commit);
	return wire_send(stdout, &s->out);
}

/* ---- log REV HIDE: its commits, the oldest first ---- */

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
	     git_diff_find_similar(diff, NULL) == 0 &&
	     git_diff_foreach(diff, add_delta, NULL, NULL, NULL, s) == 0;
	git_diff_free(diff);
	git_tree_free(before);
	git_tree_free(tree);
	git_commit_free(parent);
	return ok;
}

static bool send_commit(struct server *s, const git_oid *id, bool *ok)
{
	git_commit *commit;
	*ok = git_commit_lookup(&commit, s->repo, id) == 0;
	if (!*ok)
		return true;
	const git_signature *author = git_commit_author(commit);
	const char *message = git_commit_message(commit);
	start_answer(s, "more");
	add_id(s, id);
	wire_number(&s->out, author->when.time);
	wire_field(&s->out, author->name);
	wire_number(&s->out, (long long)git_commit_parentcount(commit));
	wire_field(&s->out, message ? message : "");
	*ok = add_files(s, commit);
	git_commit_free(commit);
	return !*ok || wire_send(stdout, &s->out);
}

static bool start_walk(struct server *s, const char *rev, const char *hide, git_revwalk *walk)
{
	git_commit *commit;
	git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME | GIT_SORT_REVERSE);
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

static bool answer_log(struct server *s, const char *rev, const char *hide)
{
	git_revwalk *walk = NULL;
	git_oid id;
	bool ok = git_revwalk_new(&walk, s->repo) == 0 && start_walk(s, rev, hide, walk);
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

/* ---- tree REV: its files; entry REV PATH: one of them; blob ID: its bytes ---- */

static const char *kind_of(const git_tree_entry *entry)
{
	switch (git_tree_entry_filemode(entry)) {
	case GIT_FILEMODE_LINK: return "link";
	case GIT_FILEMODE_COMMIT: return "module";
	default: return "file";
	}
}

static int add_entry(const char *root, const git_tree_entry *entry, void *ctx)
{
	struct server *s = ctx;
	struct buf path = { 0 };
	buf_printf(&path, "%s%s", root, git_tree_entry_name(entry));
	if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
		size_t n = strlen(s->prefix) < path.n + 1 ? strlen(s->prefix) : path.n + 1;
		buf_char(&path, '/');
		int elsewhere = strncmp(path.s, s->prefix, n) != 0;
		buf_free(&path);
		return elsewhere; /* is passed by */
	}
	const char *mine = below(s, path.s);
	if (mine) {
		wire_field(&s->out, mine);
		wire_field(&s->out, kind_of(entry));
		add_id(s, git_tree_entry_id(entry));
	}
	buf_free(&path);
	return 0;
}

static bool answer_tree(struct server *s, const char *rev)
{
	git_commit *commit;
	git_tree *tree = NULL;
	if (!find_commit(s, rev, &commit))
		return say_error(s, rev);
	start_answer(s, "ok");
	bool ok = git_commit_tree(&tree, commit) == 0 &&
		  git_tree_walk(tree, GIT_TREEWALK_PRE, add_entry, s) == 0;
	git_tree_free(tree);
	git_commit_free(commit);
	return ok ? wire_send(stdout, &s->out) : say_error(s, rev);
}

static bool answer_entry(struct server *s, const char *rev, const char *path)
{
	git_commit *commit;
	git_tree *tree = NULL;
	git_tree_entry *entry = NULL;
	struct buf full = { 0 };
	if (!find_commit(s, rev, &commit))
		return say_error(s, rev);
	buf_printf(&full, "%s%s", s->prefix, path);
	start_answer(s, "ok");
	if (git_commit_tree(&tree, commit) == 0 &&
	    git_tree_entry_bypath(&entry, tree, full.s) == 0 &&
	    git_tree_entry_type(entry) == GIT_OBJECT_BLOB)
		add_id(s, git_tree_entry_id(entry));
	else
		wire_field(&s->out, "");
	git_tree_entry_free(entry);
	git_tree_free(tree);
	git_commit_free(commit);
	buf_free(&full);
	return wire_send(stdout, &s->out);
}

static bool answer_blob(struct server *s, const char *hex)
{
	git_blob *blob;
	git_oid id;
	if (git_oid_fromstr(&id, hex) || git_blob_lookup(&blob, s->repo, &id))
		return say_error(s, hex);
	start_answer(s, "ok");
	git_object_size_t n = git_blob_rawsize(blob);
	bool small = n < WIRE_MOST - 16;
	if (small)
		buf_add(&s->out, git_blob_rawcontent(blob), (size_t)n);
	git_blob_free(blob);
	return small ? wire_send(stdout, &s->out) : say_error(s, "the file is too large");
}

/* ---- the conversation ---- */

static bool answer(struct server *s)
{
	size_t at = 0;
	const char *what = wire_next(&s->in, &at);
	const char *first = wire_next(&s->in, &at), *second = wire_next(&s->in, &at);
	if (what && first && strcmp(what, "resolve") == 0)
		return answer_resolve(s, first);
	if (what && second && strcmp(what, "log") == 0)
		return answer_log(s, first, second);
	if (what && first && strcmp(what, "tree") == 0)
		return answer_tree(s, first);
	if (what && second && strcmp(what, "entry") == 0)
		return answer_entry(s, first, second);
	if (what && first && strcmp(what, "blob") == 0)
		return answer_blob(s, first);
	git_error_clear();
	return say_error(s, "no such question");
}

/* Where DIR lies in the work tree. */
static bool find_prefix(struct server *s, const char *dir)
{
	char *full = realpath(dir, NULL);
	const char *top = git_repository_workdir(s->repo);
	char *real = top ? realpath(top, NULL) : NULL;
	bool ok = full && real;
	size_t n = ok ? strlen(real) : 0;
	if (ok && strncmp(full, real, n) == 0 && full[n] == '/') {
		size_t len = strlen(full + n + 1);
		s->prefix = malloc(len + 2);
		if (s->prefix) {
			memcpy(s->prefix, full + n + 1, len);
			memcpy(s->prefix + len, "/", 2);
		}
	} else {
		s->prefix = calloc(1, 1);
	}
	free(real);
	free(full);
	return ok && s->prefix;
}

int main(int argc, char **argv)
{
	struct server s = { 0 };
	if (argc != 2)
		return 2;
	git_libgit2_init();
	bool ok = git_repository_open_ext(&s.repo, argv[1], 0, NULL) == 0;
	if (!ok)
		say_error(&s, argv[1]);
	else if (!find_prefix(&s, argv[1]))
		ok = say_error(&s, "the repository has no work tree") && false;
	if (ok) {
		start_answer(&s, "ok");
		ok = wire_send(stdout, &s.out);
	}
	while (ok && wire_receive(stdin, &s.in))
		ok = answer(&s);
	git_repository_free(s.repo);
	git_libgit2_shutdown();
	buf_free(&s.in);
	buf_free(&s.out);
	free(s.prefix);
	return 0;
}
