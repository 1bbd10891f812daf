#include "render/doc.h"

#include <string.h>

const struct format formats[] = {
	{ "text", "text/plain", ".txt", term_emit },
	{ "markdown", "text/markdown", ".md", markdown_emit },
	{ "html", "text/html", ".html", html_emit },
	{ "json", "application/json", ".json", doc_json_emit },
	{ "csv", "text/csv", ".csv", csv_emit },
};
const size_t formats_count = sizeof formats / sizeof formats[0];

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < formats_count; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const struct format *format_of_file(const char *path)
{
	size_t length = strlen(path);

	for (size_t i = 0; i < formats_count; i++) {
		size_t n = strlen(formats[i].suffix);

		if (length > n && strcmp(path + length - n, formats[i].suffix) == 0)
			return &formats[i];
	}
	return NULL;
}
