/* table: the entry of each command, defined last in its cmd_NAME.c */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "cli/command.h"

extern const struct cmd cmd_assign, cmd_block, cmd_completion, cmd_doctor,
    cmd_done, cmd_estimate, cmd_export, cmd_help, cmd_init, cmd_limits, cmd_lint,
    cmd_list, cmd_log, cmd_new, cmd_next, cmd_note, cmd_refs, cmd_reopen, cmd_report,
    cmd_requirements, cmd_rollback, cmd_search, cmd_show, cmd_skip, cmd_start,
    cmd_status, cmd_sync, cmd_trust, cmd_undo, cmd_untrust, cmd_verify, cmd_version;

#endif
