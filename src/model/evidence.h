/* evidence: what the code says about the references of plans */
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include "phaseline.h"

/* In the order of phaseline(1). */
enum ref_state {
	REF_STANDING,  /* the text is at its line */
	REF_MOVED,     /* it is elsewhere in the file */
	REF_CLEARED,   /* the file is there, the text is not */
	REF_REPLACED,  /* cleared, and the text wanted instead is there */
	REF_GONE,      /* there is no such file any more */
	REF_UNQUOTED,  /* the plan does not say what should be there */
	REF_AMBIGUOUS, /* the path fits several files */
	REF_UNBOUND,   /* it is bound to no file */
	REF_UNREAD,    /* the file is there, but cannot be compared */
	REF_STATES,
	REF_UNKNOWN = -1 /* not looked at yet */
};

/* Indexed by the enum: "standing", … */
extern const char *const ref_state_words[REF_STATES];

/* Was it compared with the code, so that it counts? */
static inline bool ref_is_checked(enum ref_state s)
{
	return s == REF_STANDING || s == REF_MOVED || s == REF_CLEARED || s == REF_REPLACED;
}

/* Does the code hold no more what was to be removed? */
static inline bool ref_is_cleared(enum ref_state s)
{
	return s == REF_CLEARED || s == REF_REPLACED;
}

/* Does it still hold it? */
static inline bool ref_is_there(enum ref_state s)
{
	return s == REF_STANDING || s == REF_MOVED;
}

#endif
