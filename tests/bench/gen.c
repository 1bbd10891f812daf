/* gen DIR N: a tree of N plans to measure with, the same every time
 *
 * About 8 KB and 64 rows a plan: tasks with steps, files in categories, line
 * references with the code that should stand there, fences, notes.  20 plans a
 * phase; every fourth phase is written in elements, as GSD does.  The roadmap, which
 * GSD's tools want, names the phases. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static unsigned long seed = 42;

static unsigned pick(unsigned n)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % n;
}

#define ONE_OF(list) list[pick(sizeof list / sizeof *list)]

static const char *const nouns[] = { "invoice", "ledger", "parcel", "tariff", "voucher",
				     "carrier", "depot",  "pallet", "customs", "freight" };
static const char *const verbs[] = { "load", "store", "round", "split", "merge",
				     "import", "export", "check", "price", "assign" };
static const char *const parts[] = { "billing", "routing", "stock", "api/orders",
				     "jobs/nightly" };
static const char *const prose[] = {
	"Amounts are floats in this module; every sum drifts by a cent after a few "
	"hundred rows, and the monthly close corrects it by hand.",
	"The rounding helper takes the *currency* from the order, not from the tenant, "
	"so that a refund in another currency keeps its own number of digits.",
	"Callers pass either a string or a number. Accept both until phase 40, warn in "
	"the log, and count how often it happens (`money.coerced`).",
	"Nothing outside this package may import `money.raw`; the linter rule from the "
	"first phase already says so, with **three** exceptions listed below.",
	"Two of the call sites run inside a transaction that is retried, so the change "
	"has to be safe to run twice: see [the retry notes](../notes/retry.md).",
};

static void words(FILE *f, unsigned n)
{
	while (n--)
		fprintf(f, "%s\n", ONE_OF(prose));
	fputc('\n', f);
}

static void path(FILE *f, unsigned k)
{
	fprintf(f, "services/%s/%s_%s.py", parts[k % 5], nouns[k % 10],
		verbs[(k / 10 + k) % 10]);
}

static void code(FILE *f)
{
	fprintf(f, "total = float(%s.amount) * %s_rate(%u)", ONE_OF(nouns), ONE_OF(verbs),
		pick(90));
}

static void files(FILE *f, unsigned first)
{
	static const char *const categories[] = { "Schedulers", "Request handlers",
						  "Scripts (run by hand)" };

	fputs("## Files to Modify\n\n", f);
	for (unsigned i = 0; i < 9; i++) {
		if (i % 3 == 0)
			fprintf(f, "### Category %u: %s\n\n", i / 3 + 1, categories[i / 3]);
		fprintf(f, "#### %u. ", i + 1);
		path(f, first + i * 7);
		fputs(i == 4 ? " (most call sites)\n\n" : "\n\n", f);
		for (unsigned k = i == 4 ? 7 : 2; k; k--) {
			fprintf(f, "- Line %u: `", 20 + pick(700));
			code(f);
			fputs("`\n", f);
		}
		if (i % 3 == 1)
			fprintf(f, "- Lines: %u, %u, %u\n", 20 + pick(90), 120 + pick(90),
				300 + pick(90));
		fputc('\n', f);
		if (i == 8)
			fputs("**Decision:** Leave as it is, the script runs once.\n\n", f);
		else if (i % 2)
			words(f, 1);
	}
}

static void tasks(FILE *f, unsigned first, unsigned done)
{
	fputs("## Tasks\n\n", f);
	for (unsigned i = 1; i <= 7; i++) {
		fprintf(f, "- [%c] **Task %u**: %s the %s amounts in `", i <= done ? 'x' : ' ',
			i, ONE_OF(verbs), ONE_OF(nouns));
		path(f, first + i * 7);
		fputs("`\n", f);
		for (unsigned k = 3; k; k--)
			fprintf(f, "  - %s every %s with `Decimal`, keep the sign\n",
				ONE_OF(verbs), ONE_OF(nouns));
		if (i % 3 == 0) {
			fputs("\n  ```python\n  # before\n  ", f);
			code(f);
			fputs("\n  # after\n  total = money(order) * rate\n  ```\n\n", f);
		}
	}
	fputc('\n', f);
}

static void ending(FILE *f, unsigned phase, unsigned plan)
{
	fputs("## Verification\n\n```bash\n"
	      "grep -rn 'float(' services/ | wc -l\n# Should be 0\n"
	      "python -m pytest tests/money -q\n```\n\n"
	      "- [ ] No float is left in the listed files\n"
	      "- [ ] Totals of the sample month agree to the cent\n\n## Notes\n\n", f);
	words(f, 9 + pick(18));
	fprintf(f,
		"## Rollback\n\n1. Revert commit with `git revert`\n"
		"2. Restart the workers\n3. Close the month again\n\n"
		"## Commit\n\n```\nfix(%02u-%02u): count money in cents\n```\n", phase, plan);
}

static void phased(FILE *f, unsigned phase, unsigned plan, unsigned k)
{
	unsigned done = pick(3) ? 7 : pick(7);

	fprintf(f, "---\nphase: %02u\nplan: %02u\nstatus: %s\nestimated: %u min\n"
		   "created: 2026-01-%02u\n", phase, plan,
		done == 7 ? "completed" : done ? "in-progress" : "pending",
		15 + 5 * pick(9), 1 + pick(28));
	if (plan > 1)
		fprintf(f, "depends_on: [\"%02u-%02u\"]\n", phase, plan - 1);
	fprintf(f, "---\n\n# Plan %02u-%02u: %s the %s amounts\n\n## Goal\n\n", phase,
		plan, ONE_OF(verbs), ONE_OF(nouns));
	words(f, 3);
	files(f, k);
	tasks(f, k, done);
	ending(f, phase, plan);
}

static void element(FILE *f, unsigned phase, unsigned plan, unsigned k)
{
	fprintf(f, "---\nphase: %02u-%s\nplan: %02u\ntype: execute\nwave: %u\n"
		   "depends_on: []\nfiles_modified:\n", phase, nouns[phase % 10], plan,
		1 + plan / 4);
	for (unsigned i = 0; i < 6; i++) {
		fputs("  - ", f);
		path(f, k + i * 7);
		fputc('\n', f);
	}
	fprintf(f, "autonomous: true\n---\n\n<objective>\n%s the %s amounts exactly.\n\n",
		ONE_OF(verbs), ONE_OF(nouns));
	words(f, 2);
	fputs("</objective>\n\n<tasks>\n", f);
	for (unsigned i = 1; i <= 5; i++) {
		fprintf(f, "\n<task type=\"auto\">\n  <name>Task %u: %s every %s</name>\n"
			   "  <files>", i, ONE_OF(verbs), ONE_OF(nouns));
		path(f, k + i * 7);
		fputs("</files>\n  <action>\n", f);
		words(f, 2);
		for (unsigned n = 5; n; n--) {
			fprintf(f, "- Line %u: `", 20 + pick(700));
			code(f);
			fputs("`\n", f);
		}
		fputs("\n```python\ntotal = money(order) * rate\n```\n  </action>\n"
		      "  <verify>python -m pytest tests/money 2&gt;&amp;1 | tail -1</verify>\n"
		      "  <done>Totals agree to the cent</done>\n</task>\n", f);
	}
	fputs("\n</tasks>\n\n<verification>\n- [ ] No float is left\n"
	      "- [ ] The sample month agrees\n</verification>\n\n<success_criteria>\n", f);
	words(f, 9 + pick(12));
	fputs("</success_criteria>\n", f);
}

static void summary(FILE *f, unsigned phase, unsigned plan, unsigned k)
{
	fprintf(f, "---\nphase: %02u\nplan: %02u\nduration: %umin\n"
		   "completed: 2026-01-%02u\n---\n\n# Summary\n\nDone.\n",
		phase, plan, 5 + pick(30), 1 + k % 28);
}

static void make_dir(const char *name)
{
	if (mkdir(name, 0755) < 0 && errno != EEXIST) {
		perror(name);
		exit(1);
	}
}

typedef void writer(FILE *f, unsigned phase, unsigned plan, unsigned k);

static void write_file(const char *dir, unsigned phase, unsigned plan, unsigned k,
		       const char *kind, writer *write)
{
	char name[4096];
	FILE *f;

	snprintf(name, sizeof name, "%s/%02u-%02u-%s.md", dir, phase, plan, kind);
	f = fopen(name, "w");
	if (f)
		write(f, phase, plan, k);
	if (!f || fclose(f) != 0) {
		perror(name);
		exit(1);
	}
}

static void roadmap(FILE *f, unsigned plans)
{
	unsigned phases = (plans + 19) / 20;

	fputs("# Roadmap\n\n", f);
	for (unsigned i = 1; i <= phases; i++)
		fprintf(f, "- [ ] **Phase %u: %s**\n", i, nouns[i % 10]);
	for (unsigned i = 1; i <= phases; i++)
		fprintf(f, "\n### Phase %u: %s\n**Goal**: Its amounts are exact\n", i,
			nouns[i % 10]);
}

static void write_roadmap(const char *dir, unsigned plans)
{
	char name[4096];
	FILE *f;

	snprintf(name, sizeof name, "%s/.planning/ROADMAP.md", dir);
	f = fopen(name, "w");
	if (f)
		roadmap(f, plans);
	if (!f || fclose(f) != 0) {
		perror(name);
		exit(1);
	}
}

int main(int argc, char **argv)
{
	char dir[2048];
	unsigned plans;

	if (argc != 3)
		return 2;
	plans = (unsigned)atoi(argv[2]);
	make_dir(argv[1]);
	/* Its root, whatever lies around it. */
	snprintf(dir, sizeof dir, "%s/.git", argv[1]);
	make_dir(dir);
	snprintf(dir, sizeof dir, "%s/.planning", argv[1]);
	make_dir(dir);
	snprintf(dir, sizeof dir, "%s/.planning/phases", argv[1]);
	make_dir(dir);
	for (unsigned k = 0; k < plans; k++) {
		unsigned phase = k / 20 + 1, plan = k % 20 + 1;

		snprintf(dir, sizeof dir, "%s/.planning/phases/%02u-%s", argv[1], phase,
			 nouns[phase % 10]);
		make_dir(dir);
		if (phase % 4) {
			write_file(dir, phase, plan, k, "PLAN", phased);
			continue;
		}
		write_file(dir, phase, plan, k, "PLAN", element);
		if (k % 3)
			write_file(dir, phase, plan, k, "SUMMARY", summary);
	}
	write_roadmap(argv[1], plans);
	return 0;
}
