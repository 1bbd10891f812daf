/* document: what stands beside a list of tasks and says what they are for */
#ifndef PARSE_DOCUMENT_H
#define PARSE_DOCUMENT_H

#include "base/arena.h"
#include "phaseline.h"

/* How a document declares requirements. */
enum declares {
	DECLARES_NONE,
	DECLARES_NUMBERED, /* "### Requirement 2", numbered criteria below: 2, 2.1, 2.2 */
	DECLARES_LABELLED, /* "### User Story 2 - Title": US2; "- **FR-003**: ..." */
	DECLARES_NAMED,    /* "### Requirement: Name" of those added or modified */
};

/* What one kind of document gives; lists of words end with NULL, and may be NULL. */
struct document_rule {
	const char *name;         /* below the directory of its plan; "*" is one directory */
	const char *const *leads; /* in front of its title; NULL: it has none for the plan */
	const char *const *goals; /* headings of what the plan is for */
	const char *const *files; /* headings of what it is to touch */
	const char *input;        /* the bold line that asked for it, as a key */
	enum declares declares;
};

/* Those of a family, best first; each ends with one without a name. */
extern const struct document_rule speckit_documents[], kiro_documents[], openspec_documents[];

enum { DOCUMENT_FILES = 500 }; /* that it names, at most */

/* What a document says about the plan beside it. */
struct document {
	const char *title, *goal; /* or NULL */
	phl_name_list files;
	phl_requirement_list declared;
};
struct document *parse_document(struct arena *a, struct arena *scratch, const char *bytes,
				size_t len, const char *path);

/* The rule of a document, from its path, and the directory of its plan (its length);
 * NULL for any other file. */
const struct document_rule *family_document(const char *path, size_t *dir);

/* The path of the plan that a document stands beside, in `a`; NULL for any other file. */
const char *family_documented(struct arena *a, const char *path);

#endif
