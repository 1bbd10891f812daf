#include "render/doc.h"

#include <string.h>

const struct format formats[] = {
	{ "text", "text/plain", term_emit },
	{ "markdown", "text/markdown", markdown_emit },
	{ "html", "text/html", html_emit },
	{ "json", "application/json", doc_json_emit },
	{ "csv", "text/csv", csv_emit },
};
const size_t formats_count = sizeof formats / sizeof formats[0];

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < formats_count; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}
