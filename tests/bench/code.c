/* code DIR REFS: a tree of 2,000 files with 300,000 lines, and plans with REFS
 * references to them, 40 a plan; they stand in DIR/refs.tsv, too
 *
 * Of 100 references 36 stand, 42 have moved, 4 are cleared, 5 are to files that are
 * gone, 13 quote nothing: as in plans that others worked beside. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { FILES = 2000, LINES = 150, REFS_OF_PLAN = 40 };

static unsigned long seed = 7;

static unsigned pick(unsigned n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % n;
}

/* The text of a line is the same each time it is asked for. */
static void line(FILE *f, unsigned file, unsigned number)
{
	static const char *const names[] = { "invoice", "ledger", "parcel", "tariff" };
	static const char *const calls[] = { "load", "store", "round_half", "split" };
	unsigned long h = file * 2654435761UL + number * 40503UL;

	if (number % 9 == 0)
		return;
	if (number % 7 == 0)
		fputs("return result", f);
	else
		fprintf(f, "%s_%lu = %s(%s.amount, rate=%lu, limit=\"%s\")", names[h % 4], h % 97,
			calls[h / 4 % 4], names[h / 16 % 4], h / 64 % 9973, names[h / 3 % 4]);
}

static void path(FILE *f, unsigned file)
{
	fprintf(f, "src/module%02u/part%u/file%04u.py", file % 50, file % 4, file);
}

static FILE *create(const char *dir, const char *name)
{
	char full[512];
	snprintf(full, sizeof full, "%s/%s", dir, name);
	for (char *p = full + 1; *p; p++)
		if (*p == '/') {
			*p = '\0';
			if (mkdir(full, 0777) && errno != EEXIST)
				exit(1);
			*p = '/';
		}
	FILE *f = fopen(full, "w");
	if (!f) {
		perror(full);
		exit(1);
	}
	return f;
}

static void source(const char *dir, unsigned file)
{
	char name[128];
	snprintf(name, sizeof name, "src/module%02u/part%u/file%04u.py", file % 50, file % 4, file);
	FILE *f = create(dir, name);
	for (unsigned i = 1; i <= LINES; i++) {
		fprintf(f, "%*s", (int)(i % 3 * 4), "");
		line(f, file, i);
		fputc('\n', f);
	}
	fclose(f);
}

static unsigned written(void)
{
	unsigned at = 1 + pick(LINES - 10);
	return at % 9 == 0 || at % 7 == 0 ? at + 1 + (at + 1) % 7 / 6 : at;
}

static void reference(FILE *f, FILE *list, unsigned file)
{
	unsigned at = written(), kind = pick(100);
	unsigned points_at = kind >= 36 && kind < 78 ? at + 1 + pick(5) : at;
	fputs("- `", f);
	path(f, kind >= 82 && kind < 87 ? FILES + file : file);
	path(list, kind >= 82 && kind < 87 ? FILES + file : file);
	fprintf(f, "`, line %u", points_at);
	fprintf(list, "\t%u\t", points_at);
	if (kind < 87) {
		fputs(": `", f);
		line(f, kind >= 78 && kind < 82 ? file + 1 : file, at);
		line(list, kind >= 78 && kind < 82 ? file + 1 : file, at);
		fputs("`", f);
	}
	fputs("\n", f);
	fputs("\n", list);
}

static void plan(const char *dir, FILE *list, unsigned number, unsigned refs)
{
	char name[64];
	snprintf(name, sizeof name, "plans/%02u-phase/%02u-%02u-PLAN.md", number / 20 + 1,
		 number / 20 + 1, number % 20 + 1);
	FILE *f = create(dir, name);
	fprintf(f, "# Plan %02u-%02u: Part %u\n", number / 20 + 1, number % 20 + 1, number);
	for (unsigned i = 0; i < refs; i++) {
		if (i % 8 == 0)
			fprintf(f, "\n## Step %u\n\n", i / 8 + 1);
		reference(f, list, pick(FILES));
	}
	fputs("\n## Tasks\n\n- [ ] **Task 1**: All of it\n", f);
	fclose(f);
}

int main(int argc, char **argv)
{
	long refs = argc == 3 ? atol(argv[2]) : 0;
	if (refs <= 0) {
		fputs("usage: code DIR REFS\n", stderr);
		return 2;
	}
	for (unsigned i = 0; i < FILES; i++)
		source(argv[1], i);
	FILE *list = create(argv[1], "refs.tsv");
	for (unsigned i = 0; refs > 0; i++, refs -= REFS_OF_PLAN)
		plan(argv[1], list, i, (unsigned)(refs < REFS_OF_PLAN ? refs : REFS_OF_PLAN));
	fclose(list);
	return 0;
}
