#include "tree/code.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/limits.h"
#include "base/memory.h"
#include "tree/beneath.h"

#define PROBE 8192
#define BLOCK ((size_t)8192) /* bytes in which line ends are looked for at a time */
#define READ_FIRST ((ssize_t)256 * 1024)

/* ---- what is no text ---- */

static bool starts_with(const char *bytes, size_t n, const char *start, size_t len)
{
	return n >= len && memcmp(bytes, start, len) == 0;
}

/* Every other byte of Latin text in UTF-16 is 0. */
static bool looks_wide(const char *bytes, size_t n)
{
	size_t zeros[2] = { 0 };
	for (size_t i = 0; i < n; i++)
		zeros[i & 1] += bytes[i] == '\0';
	size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
	size_t least = zeros[0] + zeros[1] - most;
	return n >= 4 && most > n / 4 && least <= n / 64;
}

const char *code_obstacle(const char *bytes, size_t n)
{
	static const char pointer[] = "version https://git-lfs.github.com/spec/";
	size_t probe = n < PROBE ? n : PROBE;
	if (starts_with(bytes, n, "\xff\xfe", 2) || starts_with(bytes, n, "\xfe\xff", 2))
		return "is in UTF-16, which is not compared";
	if (starts_with(bytes, n, pointer, sizeof pointer - 1))
		return "is a Git LFS pointer; its content is elsewhere";
	if (!memchr(bytes, '\0', probe))
		return NULL;
	return looks_wide(bytes, probe) ? "is in UTF-16, which is not compared" : "is binary";
}

/* ---- lines ---- */

/* Bit i: byte i of sixteen is a line end. */
static inline uint64_t ends_in_16(const char *s)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const __m128i *)s);
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
#else
	uint64_t bits = 0;
	for (unsigned i = 0; i < 16; i++)
		bits |= (uint64_t)(s[i] == '\n') << i;
	return bits;
#endif
}

static inline uint64_t ends_in_64(const char *s)
{
	return ends_in_16(s) | ends_in_16(s + 16) << 16 | ends_in_16(s + 32) << 32 |
	       ends_in_16(s + 48) << 48;
}

static void make_room(struct code *c, size_t lines)
{
	if (c->cap - c->lines >= lines)
		return;
	c->cap = c->lines + lines > 2 * c->cap ? c->lines + lines : 2 * c->cap;
	c->ends = realloc(c->ends, c->cap * sizeof *c->ends);
	if (!c->ends)
		out_of_memory();
}

/* In the next block of bytes.  A line starts at the beginning, and behind every line end
 * but the last. */
static void find_more(struct code *c)
{
	size_t at = c->next, stop = c->n - at > BLOCK ? at + BLOCK : c->n;
	make_room(c, BLOCK + 1);
	uint32_t *end = c->ends + c->lines;
	for (; stop - at >= 64; at += 64)
		for (uint64_t bits = ends_in_64(c->bytes + at); bits; bits &= bits - 1)
			*end++ = (uint32_t)at + (uint32_t)__builtin_ctzll(bits);
	for (; at < stop; at++)
		if (c->bytes[at] == '\n')
			*end++ = (uint32_t)at;
	if (at == c->n && c->bytes[at - 1] != '\n')
		*end++ = (uint32_t)at;
	c->lines = (size_t)(end - c->ends);
	c->next = at;
}

bool code_line(struct code *c, int line, struct span *out)
{
	size_t at = (size_t)line - 1;
	while (line > 0 && c->lines <= at && c->next < c->n)
		find_more(c);
	if (line <= 0 || at >= c->lines)
		return false;
	size_t start = at ? c->ends[at - 1] + 1 : 0;
	*out = (struct span){ c->bytes + start, c->ends[at] - start };
	return true;
}

int code_line_with(struct code *c, size_t at, int line)
{
	size_t low = (size_t)line - 1, high = (size_t)code_lines(c);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c->ends[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return (int)low + 1;
}

int code_lines(struct code *c)
{
	while (c->next < c->n)
		find_more(c);
	return (int)c->lines;
}

void code_start(struct code *c, const struct buf *bytes, bool cut)
{
	*c = (struct code){ .bytes = bytes->n ? bytes->s : "", .n = bytes->n, .cut = cut,
			    .ends = c->ends, .cap = c->cap };
}

void code_free(struct code *c)
{
	free(c->ends);
	c->ends = NULL;
}

/* ---- files ---- */

static ssize_t read_more(int fd, struct buf *out, size_t room)
{
	ssize_t n;
	do
		n = read(fd, buf_room(out, room), room);
	while (n < 0 && errno == EINTR);
	if (n > 0)
		out->n += (size_t)n;
	return n;
}

/* Behind what one read gave.  A pipe may be empty, too, but is no file. */
static bool read_rest(int fd, struct buf *out)
{
	struct stat st;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	size_t most = (size_t)st.st_size < (size_t)LIMIT_CODE ? (size_t)st.st_size : (size_t)LIMIT_CODE;
	while (out->n <= (size_t)LIMIT_CODE) {
		size_t room = (most > out->n ? most - out->n : (size_t)READ_FIRST) + 1;
		ssize_t n = read_more(fd, out, room);
		if (n <= 0)
			return n == 0;
	}
	return true;
}

/* Most files come with one read: what is less than there was room for is all of it. */
static bool read_all(int fd, struct buf *out, bool *cut)
{
	ssize_t n = read_more(fd, out, (size_t)READ_FIRST);
	if (n < 0 || ((n == 0 || n == READ_FIRST) && !read_rest(fd, out)))
		return false;
	*cut = out->n > (size_t)LIMIT_CODE;
	if (*cut)
		out->n = (size_t)LIMIT_CODE;
	return true;
}

static enum code_read no_file(const char **reason)
{
	if (errno == ENOENT || errno == ENOTDIR)
		return CODE_GONE;
	*reason = errno == ELOOP || errno == EXDEV ? "is a link, or lies behind one" :
	      errno == EACCES			   ? "may not be read" :
						     "cannot be read";
	return CODE_UNREAD;
}

enum code_read code_read(int root, const char *path, struct buf *out, bool *cut,
			 const char **reason)
{
	int fd = beneath_open(root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
	*cut = false;
	if (fd < 0)
		return no_file(reason);
	enum code_read answer = CODE_UNREAD;
	buf_clear(out);
	if (read_all(fd, out, cut))
		answer = CODE_READ;
	else
		*reason = errno == EISDIR ? "is no file" : "cannot be read";
	close(fd);
	return answer;
}
