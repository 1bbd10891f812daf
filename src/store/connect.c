/* connect: open a store, create it, refuse what is not one */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "store/heap.h"
#include "store/phases.h"
#include "store/stamps.h"

#define PAGE_SIZE "8192"

bool db_too_new(struct store *s, int64_t version, struct err *err)
{
	return err_set(
	    err, ERR_IO,
	    "%s was written by a newer phaseline (schema %d, this is %d); upgrade,"
	    " or use --store",
	    s->path, (int)version, db_schema_version());
}

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool has_journal(struct store *s)
{
	char *journal = arena_printf(&s->arena, "%s-journal", s->path);
	return access(journal, F_OK) == 0;
}

#define ROLLBACK 1 /* the journal mode in the header of a database; 2 is WAL */

/* Looks at the bytes before SQLite does, because opening the database of
 * another program could already change it.  *current: it is ours, of this
 * version, in the right journal mode, and nothing else needs to be asked. */
static bool check_header(struct store *s, const unsigned char *head, size_t n,
			 bool *current, struct err *err)
{
	if (n == 0 || has_journal(s)) /* new, or being written: see after opening */
		return true;
	if (n < 100 || memcmp(head, "SQLite format 3", 16) != 0)
		return err_set(
		    err, ERR_IO,
		    "%s is not a phaseline store; move it away, or use --store", s->path);
	if (big_endian(head + 68) != STORE_APPLICATION_ID)
		return err_set(
		    err, ERR_IO,
		    "%s is the database of another program; move it away, or use --store",
		    s->path);
	if (big_endian(head + 60) > (uint32_t)db_schema_version())
		return db_too_new(s, big_endian(head + 60), err);
	*current = big_endian(head + 60) == (uint32_t)db_schema_version() &&
		   head[18] == ROLLBACK && head[19] == ROLLBACK;
	return true;
}

static bool check_file(struct store *s, bool *current, struct err *err)
{
	int fd = open(s->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 && errno == ENOENT && !(s->flags & STORE_READONLY))
		return true;
	if (fd < 0 && errno == ELOOP)
		return err_set(err, ERR_IO, "%s is a symbolic link; use --store",
			       s->path);
	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot open %s", s->path);
	unsigned char head[100] = { 0 };
	struct stat st;
	bool ok = fstat(fd, &st) == 0;
	ssize_t n = ok ? file_read_start(fd, head, sizeof head) : -1;
	int saved = errno;
	close(fd);
	errno = saved;
	if (ok && !S_ISREG(st.st_mode))
		return err_set(err, ERR_IO, "%s is not a file; use --store", s->path);
	if (n < 0)
		return err_errno(err, ERR_IO, "cannot read %s", s->path);
	return check_header(s, head, (size_t)n, current, err);
}

/* Creates .phaseline, hidden from git by a file of its own. */
static bool make_directory(struct store *s, const char *dir, struct err *err)
{
	const char *slash = strrchr(dir, '/');
	if (strcmp(slash ? slash + 1 : dir, ".phaseline") != 0)
		return true;
	struct stat st;
	if (mkdir(dir, 0700) == 0)
		file_sync_directory(dir);
	else if (errno != EEXIST)
		return err_errno(err, ERR_IO, "cannot create %s", dir);
	/* a repository may bring a link that leads anywhere */
	if (lstat(dir, &st) == 0 && !S_ISDIR(st.st_mode))
		return err_set(err, ERR_IO, "%s is %s; use --store", dir,
			       S_ISLNK(st.st_mode) ? "a symbolic link" : "not a directory");
	char *ignore = arena_printf(&s->arena, "%s/.gitignore", dir);
	if (access(ignore, F_OK) == 0)
		return true;
	return file_replace(ignore, "*\n", 2, err);
}

/* The path with its directory resolved: links on the way there are the user's
 * own, only the store itself must not be one. */
static bool resolve(struct store *s, const char *path, const char **out, struct err *err)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dir = ".";
	if (slash)
		dir = arena_dup(&s->arena, path,
				slash == path ? 1 : (size_t)(slash - path));
	if (!(s->flags & STORE_READONLY) && !make_directory(s, dir, err))
		return false;
	char *real = realpath(dir, NULL);
	if (!real)
		return err_errno(err, ERR_IO, "cannot open %s", path);
	*out = arena_printf(&s->arena, "%s/%s", strcmp(real, "/") ? real : "", name);
	free(real);
	return true;
}

static bool set_up(struct store *s, struct err *err)
{
	static const char pragmas[] =
	    "PRAGMA trusted_schema = OFF;"
	    "PRAGMA cell_size_check = ON;"
	    "PRAGMA mmap_size = 0;"
	    "PRAGMA foreign_keys = ON;"
	    "PRAGMA synchronous = EXTRA;" /* see also store_begin() */
	    "PRAGMA cache_size = -8192;";
	sqlite3_busy_timeout(s->db, 5000);
	sqlite3_extended_result_codes(s->db, 0);
	if (sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK)
		return db_failed(s, err);
	return db_exec(s, pragmas, err) && db_register_given(s, err);
}

/* A write-ahead log loses data on network file systems and, with two writers,
 * in the SQLite of several distributions. */
static bool keep_journal_mode(struct store *s, struct err *err)
{
	static const char sql[] = "PRAGMA journal_mode = DELETE";
	if (s->flags & (STORE_READONLY | STORE_MEMORY))
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	bool ok =
	    db_row(st) && !strcmp((const char *)sqlite3_column_text(st, 0), "delete");
	if (!db_end(s, st, err))
		return false;
	return ok || err_set(err, ERR_BUSY,
			     "%s is in another journal mode and in use; close the "
			     "program that holds"
			     " it and try again",
			     s->path);
}

/* After opening, under SQLite's own locks: a file that was half written when
 * its header was read. */
static bool check_owner(struct store *s, struct err *err)
{
	static const char sql[] =
	    "SELECT (SELECT application_id FROM pragma_application_id) = ?1"
	    " OR NOT EXISTS (SELECT 1 FROM sqlite_schema)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	int64_t ours;
	if (!st)
		return false;
	db_int(st, 1, STORE_APPLICATION_ID);
	if (!db_number(s, st, 0, &ours, err))
		return false;
	return ours ||
	       err_set(
		   err, ERR_IO,
		   "%s is the database of another program; move it away, or use --store",
		   s->path);
}

/* A view may stand for a table of ours and never end, a trigger write what nobody asked
 * for; we make neither. */
static bool check_tables(struct store *s, struct err *err)
{
	static const char sql[] = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema"
				  " WHERE type IN ('view', 'trigger'))";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	int64_t sound;
	if (!st || !db_number(s, st, 0, &sound, err))
		return false;
	return sound || err_set(err, ERR_IO,
				"%s has views or triggers, which phaseline never makes; move it "
				"away, or use --store",
				s->path);
}

static bool bring_up(struct store *s, struct err *err)
{
	return db_exec(s, "PRAGMA page_size = " PAGE_SIZE, err) &&
	       keep_journal_mode(s, err) && db_upgrade(s, err);
}

static bool connect_to(struct store *s, const char *real, bool current, struct err *err)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
	if (s->flags & STORE_READONLY)
		flags |= SQLITE_OPEN_READONLY;
	else
		flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	if (sqlite3_open_v2(real, &s->db, flags, NULL) != SQLITE_OK)
		return db_failed(s, err);
	return set_up(s, err) && (current || check_owner(s, err)) && check_tables(s, err) &&
	       (current || bring_up(s, err));
}

bool store_open(struct store **out, const char *path, unsigned flags, struct err *err)
{
	struct store *s = calloc(1, sizeof *s);
	if (!s)
		out_of_memory();
	*out = NULL;
	s->flags = flags;
	s->lock_fd = -1;
	s->searchable = -1;
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); /* only one thread speaks to it */
	heap_start();
	s->path = flags & STORE_MEMORY ? ":memory:" : arena_str(&s->arena, path);
	const char *real = s->path;
	bool current = false;
	bool ok = flags & STORE_MEMORY ||
		  (resolve(s, path, &real, err) && check_file(s, &current, err));
	if (ok && connect_to(s, real, current, err)) {
		*out = s;
		return true;
	}
	store_close(s);
	return false;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->statements_n; i++)
		sqlite3_finalize(s->statements[i].stmt);
	sqlite3_close(s->db);
	store_unlock(s);
	for (int i = 0; i < 2; i++)
		buf_free(&s->packed[i]);
	phases_free(s);
	stamps_free(s);
	free(s->indexes);
	arena_free(&s->scratch);
	arena_free(&s->arena);
	free(s);
}
