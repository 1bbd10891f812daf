/* findings: one a line, for people and for GitHub */
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H

#include "cli/out.h"

/* "path:line:column: severity: message [rule]" */
void findings_text(struct cli *c, const struct finding_row *row);

/* A workflow command that annotates a pull request. */
void findings_github(struct cli *c, const struct finding_row *row);

#endif
