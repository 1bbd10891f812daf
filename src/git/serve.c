/* phaseline-git DIR: answers questions about the git repository around DIR, on
 * standard input and output
 *
 * A program of its own, because the repository is somebody else's: libgit2 reads
 * it here, and phaseline itself starts without it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "git/server.h"

bool say_error(struct server *s, const char *what)
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

void start_answer(struct server *s, const char *kind)
{
	buf_clear(&s->out);
	wire_field(&s->out, kind);
}

void add_id(struct server *s, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ + 1];
	wire_field(&s->out, git_oid_is_zero(id) ? "" : git_oid_tostr(hex, sizeof hex, id));
}

const char *below(const struct server *s, const char *path)
{
	size_t n = strlen(s->prefix);
	return path && strncmp(path, s->prefix, n) == 0 ? path + n : NULL;
}

bool find_commit(struct server *s, const char *rev, git_commit **out)
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
	bool small = n < LIMIT_MESSAGE - 16;
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
	size_t behind = at;
	const char *first = wire_next(&s->in, &at), *second = wire_next(&s->in, &at);
	if (what && first && strcmp(what, "resolve") == 0)
		return answer_resolve(s, first);
	if (what && second && strcmp(what, "log") == 0)
		return answer_log(s, first, second);
	if (what && strcmp(what, "walk") == 0)
		return answer_walk(s, behind);
	if (what && strcmp(what, "grep") == 0)
		return answer_grep(s, behind);
	if (what && first && strcmp(what, "commit") == 0)
		return answer_commit(s, first);
	if (what && first && strcmp(what, "renames") == 0)
		return answer_renames(s, first);
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
	/* the directory that one commit has, its neighbours have, too */
	git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, (size_t)1 << 20);
	/* as git itself: what is read is not hashed again each time */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
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
