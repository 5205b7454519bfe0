/* Roles as a command line names them. */
#ifndef CLI_ROLES_H
#define CLI_ROLES_H

#include "cli.h"

/* Puts the roles of a list ("aside,note") into the text, or takes them out, and shows the parts of an article that it
 * names ("links,comments"), or does not; `option` is where it was given. false where one is neither, and the user has
 * been told. */
bool cli_set_shown(const char *command, const char *option, const char *list, bool on, cutline_options *options);
/* The fields of records that are wanted ("title,authors,text"); false where one is none, and the user has been told. */
bool cli_set_fields(const char *command, const char *list, cutline_options *options);
/* As cli_set_shown() of roles alone. */
bool cli_set_roles(const char *command, const char *list, cutline_options *options);

#endif
