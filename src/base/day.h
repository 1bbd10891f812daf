/* day: dates and durations */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Seconds since the epoch; PHASELINE_NOW (seconds, or an ISO date or time in
 * UTC) fixes it for tests. */
int64_t day_now(void);

/* "2026-01-13T10:20:30Z"; out has at least 21 bytes. */
void day_format(int64_t when, char out[21]);

/* Reads "2026-01-13", "2026-01-13T10:20:30Z" or with "+02:00" or a space for
 * the T. False when it is none. */
bool day_parse(const char *text, int64_t *when);

/* True when s starts with an ISO date that exists (YYYY-MM-DD). */
bool day_is_date(const char *s);

/* How long people work: 8 hours a day and 5 days a week, unless set, which is done
 * once, before anything is read or shown. */
void day_set_working(int hours_a_day, int days_a_week);
int day_working_minutes(void); /* of a day */
int day_working_days(void);    /* of a week */

/* Appends minutes for people: "45m", "1h 30m", "2h", "3d 4h" (of
 * working days). */
void day_minutes(struct buf *b, int64_t minutes);

/* Appends a range: "25m", "25m to 50m". */
void day_range(struct buf *b, int64_t low, int64_t high);

#endif
