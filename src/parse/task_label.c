#include "parse/task_label.h"

#include <string.h>

#include "base/text.h"
#include "parse/source.h"

static size_t skip_marks(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == '*' || s[i] == '_' || is_space(s[i])))
		i++;
	return i;
}

static size_t separator(const char *s, size_t n)
{
	size_t i = 0;
	for (;;) {
		if (i < n && (s[i] == ':' || s[i] == '.' || s[i] == '-' || s[i] == ')' || s[i] == '*' ||
			      s[i] == '|' || is_space(s[i])))
			i++;
		else if (i + 2 < n && memcmp(s + i, "\xe2\x80", 2) == 0 && (unsigned char)s[i + 2] <= 0x9f) /* dashes */
			i += 3;
		else if (starts_word(s + i, n - i, "\xef\xbc\x9a") || starts_word(s + i, n - i, "\xe3\x80\x81"))
			i += 3;
		else
			return i;
	}
}

static const char *const task_words[] = { "task", "tâche", "tarea", "tarefa", "aufgabe", "任务",
					  "タスク", NULL };

/* Length of "3", "2.1", "4a" at s. */
static size_t number_len(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (is_digit(s[i]) || (s[i] == '.' && i > 0 && i + 1 < n && is_digit(s[i + 1]))))
		i++;
	if (i && i < n && is_lower(s[i]) && (i + 1 == n || !is_alnum(s[i + 1])))
		i++;
	return i;
}

static int number_of(const char *s, size_t n)
{
	long v = 0;
	for (size_t i = 0; i < n && is_digit(s[i]) && v < 100000; i++)
		v = v * 10 + (s[i] - '0');
	return (int)v;
}

/* Length of a label at s ("Task 3", "T014", "T1"), with *digits at its number. */
static size_t label_len(const char *s, size_t n, size_t *at)
{
	for (int k = 0; task_words[k]; k++) {
		size_t len = strlen(task_words[k]);
		if (!starts_word(s, n, task_words[k]))
			continue;
		size_t i = len;
		while (i < n && (is_space(s[i]) || s[i] == '#' || s[i] == '-'))
			i++;
		/* "Task 03-02.1": the last part is the task's own number */
		size_t digits = number_len(s + i, n - i);
		while (digits && i + digits + 1 < n && s[i + digits] == '-' && is_digit(s[i + digits + 1])) {
			i += digits + 1;
			digits = number_len(s + i, n - i);
		}
		if (digits) {
			*at = i;
			return i + digits;
		}
	}
	if (n > 1 && s[0] == 'T' && is_digit(s[1])) {
		size_t digits = number_len(s + 1, n - 1);
		if (1 + digits < n && is_alnum(s[1 + digits]))
			return 0;
		*at = 1;
		return 1 + digits;
	}
	return 0;
}

const char *task_label(struct arena *a, const char *s, size_t n, int *number, const char **label)
{
	n = trim(&s, n);
	size_t i = skip_marks(s, n), at, len = label_len(s + i, n - i, &at);
	*number = 0;
	*label = NULL;
	if (len) {
		*label = copy_title(a, s + i, len);
		*number = number_of(s + i + at, len - at);
		size_t rest = i + len + separator(s + i + len, n - i - len);
		return copy_title(a, s + rest, n - rest);
	}
	size_t digits = number_len(s + i, n - i);
	if (digits && i + digits < n && (s[i + digits] == '.' || s[i + digits] == ':' || s[i + digits] == ' ' || s[i + digits] == ')')) {
		bool numbered = memchr(s + i, '.', digits) || s[i + digits] != ' ';
		if (numbered) {
			*label = copy_title(a, s + i, digits);
			*number = memchr(s + i, '.', digits) ? 0 : number_of(s + i, digits);
			size_t rest = i + digits + separator(s + i + digits, n - i - digits);
			return copy_title(a, s + rest, n - rest);
		}
	}
	return copy_title(a, s, n);
}

size_t task_label_at(const char *s, size_t n)
{
	size_t i = skip_marks(s, n);
	while (i < n && (s[i] & 0x80) && !starts_word(s + i, n - i, "任务") &&
	       !starts_word(s + i, n - i, "タスク"))
		i++; /* an emoji in front */
	return i + skip_marks(s + i, n - i);
}

size_t task_label_len(const char *s, size_t n)
{
	size_t at;
	return label_len(s, n, &at);
}

bool task_is_labelled(const char *s, size_t n)
{
	size_t i = skip_marks(s, n), digits;
	if (task_label_len(s + i, n - i))
		return true;
	digits = number_len(s + i, n - i);
	return digits && memchr(s + i, '.', digits) && i + digits < n && is_space(s[i + digits]);
}
