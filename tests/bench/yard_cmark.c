/* yard_cmark: reads each file named on standard input and parses it with cmark:
 * the least that reading plans can cost, and our yardstick. */
#include <cmark.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	static char name[4096], bytes[1 << 20];

	while (fgets(name, sizeof name, stdin)) {
		FILE *f;
		size_t n;

		name[strcspn(name, "\n")] = '\0';
		if (!(f = fopen(name, "r")))
			return 1;
		n = fread(bytes, 1, sizeof bytes, f);
		fclose(f);
		cmark_node_free(cmark_parse_document(bytes, n, CMARK_OPT_DEFAULT));
	}
	return 0;
}
