#include "model/evidence.h"

const char *const ref_state_words[REF_STATES] = {
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
