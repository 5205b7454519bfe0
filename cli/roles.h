/* Roles as a command line names them. */
#ifndef CLI_ROLES_H
#define CLI_ROLES_H

#include "cli.h"

/* Puts the roles of a list ("aside,note") into the text; false where one is none, and the user has been told. */
bool cli_set_roles(const char *command, const char *list, cutline_options *options);

#endif
