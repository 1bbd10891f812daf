/* table: the entry of each command, defined last in its cmd_NAME.c */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "cli/command.h"

extern const struct cmd cmd_completion, cmd_doctor, cmd_export, cmd_help, cmd_init, cmd_lint,
    cmd_list, cmd_next, cmd_report, cmd_search, cmd_show, cmd_status, cmd_sync, cmd_version;

#endif
