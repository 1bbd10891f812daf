/* words: the enums of the model as JSON and the store spell them */
#include <string.h>

#include "base/digits.h"
#include "base/text.h"
#include "model/plan.h"
#include "model/refstate.h"

const char *const phl_status_words[PHL_STATUSES] = {
	[PHL_PENDING] = "pending",	   [PHL_IN_PROGRESS] = "in-progress",
	[PHL_BLOCKED] = "blocked",	   [PHL_DONE] = "done",
	[PHL_SKIPPED] = "skipped",	   [PHL_ROLLED_BACK] = "rolled-back",
};

const char *const phl_status_from_words[PHL_STATUS_FROMS] = {
	[PHL_FROM_DEFAULT] = "default",	    [PHL_FROM_FRONTMATTER] = "frontmatter",
	[PHL_FROM_HEADER] = "header",	    [PHL_FROM_SUMMARY] = "summary",
	[PHL_FROM_ROADMAP] = "roadmap",	    [PHL_FROM_TASKS] = "tasks",
	[PHL_FROM_BOX] = "box",		    [PHL_FROM_ATTRIBUTE] = "attribute",
	[PHL_FROM_PLAN] = "plan",	    [PHL_FROM_JOURNAL] = "journal",
	[PHL_FROM_DIRECTORY] = "directory",
};

const char *const phl_title_from_words[PHL_TITLE_FROMS] = {
	[PHL_TITLE_HEADING] = "heading",
	[PHL_TITLE_ROADMAP] = "roadmap",
	[PHL_TITLE_OBJECTIVE] = "objective",
	[PHL_TITLE_SLUG] = "slug",
	[PHL_TITLE_DOCUMENT] = "document",
	[PHL_TITLE_FRONTMATTER] = "frontmatter",
};

const char *const phl_severity_words[PHL_SEVERITIES] = {
	[PHL_NOTE] = "note",
	[PHL_WARNING] = "warning",
	[PHL_ERROR] = "error",
};

const char *const ref_state_words[REF_STATES + 1] = {
	[REF_STANDING] = "standing",
	[REF_MOVED] = "moved",
	[REF_CLEARED] = "cleared",
	[REF_REPLACED] = "replaced",
	[REF_GONE] = "file-gone",
	[REF_UNQUOTED] = "unquoted",
	[REF_AMBIGUOUS] = "ambiguous",
	[REF_UNBOUND] = "unbound",
	[REF_UNREAD] = "unread",
};

bool task_label_counts(const char *label)
{
	size_t n = label ? strspn(label, "0123456789.") : 0;

	return n && !label[n] && strchr(label, '.') && label[0] != '.';
}

bool task_is_zeroth(int number, const char *label)
{
	const char *s = number || !label ? NULL : strpbrk(label, "0123456789");

	if (!s || *s != '0')
		return false;
	s += strspn(s, "0");
	return !is_digit(*s) && !(*s == '.' && is_digit(s[1]));
}

const char *task_name(struct arena *a, int number, const char *label, int position)
{
	char digits[DIGITS_MOST];
	size_t n;

	if (number <= 0 && task_label_counts(label))
		return label;
	if (task_is_zeroth(number, label))
		return "0";
	n = digits_write(digits, number > 0 ? number : position);
	return arena_dup(a, digits, n);
}
