#include "git/server.h"

#include <string.h>

enum { DEPTH_MAX = 64 };

struct comparison {
	struct server *s;
	compare_each *each;
	void *ctx;
	struct buf path;
	int depth;
};

static bool compare(struct comparison *c, git_tree *old, git_tree *now);

static bool is_tree(const git_tree_entry *e)
{
	return git_tree_entry_type(e) == GIT_OBJECT_TREE;
}

/* Links and submodules are no files. */
static bool is_file(const git_tree_entry *e)
{
	git_filemode_t mode = git_tree_entry_filemode(e);
	return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

static bool open_tree(struct comparison *c, const git_tree_entry *e, git_tree **out)
{
	*out = NULL;
	return !e || git_tree_lookup(out, c->s->repo, git_tree_entry_id(e)) == 0;
}

/* Either may be NULL: there was none, or is none any more. */
static bool compare_dirs(struct comparison *c, const git_tree_entry *old,
			 const git_tree_entry *now)
{
	git_tree *a = NULL, *b = NULL;
	size_t n = c->path.n;
	bool ok = open_tree(c, old, &a) && open_tree(c, now, &b);
	buf_char(&c->path, '/');
	ok = ok && compare(c, a, b);
	c->path.n = n;
	git_tree_free(a);
	git_tree_free(b);
	return ok;
}

static void tell(struct comparison *c, const git_tree_entry *old, const git_tree_entry *now)
{
	static const git_oid none;
	bool was = old && is_file(old), is = now && is_file(now);
	if (!was && !is)
		return;
	buf_char(&c->path, '\0');
	c->path.n--;
	c->each(c->ctx, was && is ? 'M' : was ? 'D' : 'A', c->path.s,
		was ? git_tree_entry_id(old) : &none, is ? git_tree_entry_id(now) : &none);
}

static bool compare_entries(struct comparison *c, const git_tree_entry *old,
			    const git_tree_entry *now)
{
	const git_tree_entry *some = old ? old : now;
	size_t n = c->path.n;
	if (old && now && git_oid_equal(git_tree_entry_id(old), git_tree_entry_id(now)) &&
	    is_file(old) == is_file(now))
		return true;
	bool ok = true;
	buf_str(&c->path, git_tree_entry_name(some));
	if (is_tree(some))
		ok = compare_dirs(c, old, now);
	else
		tell(c, old, now);
	c->path.n = n;
	return ok;
}

static const git_tree_entry *entry_of(const git_tree *tree, size_t i)
{
	return tree ? git_tree_entry_byindex(tree, i) : NULL;
}

/* Both are in order; of one name, what was a file and is a directory are two. */
static bool compare(struct comparison *c, git_tree *old, git_tree *now)
{
	bool ok = ++c->depth <= DEPTH_MAX;
	for (size_t i = 0, k = 0; ok;) {
		const git_tree_entry *a = entry_of(old, i), *b = entry_of(now, k);
		if (!a && !b)
			break;
		int order = !a ? 1 : !b ? -1 : git_tree_entry_cmp(a, b);
		ok = compare_entries(c, order <= 0 ? a : NULL, order >= 0 ? b : NULL);
		i += order <= 0;
		k += order >= 0;
	}
	c->depth--;
	return ok;
}

/* The tree of DIR; NULL where it was not there. */
static bool tree_below(struct server *s, git_commit *commit, git_tree **out)
{
	git_tree *top;
	git_tree_entry *entry = NULL;
	struct buf dir = { 0 };
	*out = NULL;
	if (git_commit_tree(&top, commit) != 0)
		return false;
	if (!*s->prefix) {
		*out = top;
		return true;
	}
	buf_add(&dir, s->prefix, strlen(s->prefix) - 1);
	bool there = git_tree_entry_bypath(&entry, top, dir.s) == 0 && is_tree(entry);
	bool ok = !there || git_tree_lookup(out, s->repo, git_tree_entry_id(entry)) == 0;
	git_tree_entry_free(entry);
	git_tree_free(top);
	buf_free(&dir);
	return ok;
}

static bool same_tree(const git_tree *a, const git_tree *b)
{
	return a && b && git_oid_equal(git_tree_id(a), git_tree_id(b));
}

bool compare_commit(struct server *s, git_commit *commit, compare_each *each, void *ctx)
{
	struct comparison c = { .s = s, .each = each, .ctx = ctx };
	git_commit *parent = NULL;
	git_tree *old = NULL, *now = NULL;
	bool ok = tree_below(s, commit, &now);
	if (ok && git_commit_parentcount(commit))
		ok = git_commit_parent(&parent, commit, 0) == 0 && tree_below(s, parent, &old);
	ok = ok && (same_tree(old, now) || compare(&c, old, now));
	buf_free(&c.path);
	git_tree_free(old);
	git_tree_free(now);
	git_commit_free(parent);
	return ok;
}
