#include "roles.h"
#include "options.h"

#include <stdlib.h>
#include <string.h>

enum { ROLE_COUNT = CUTLINE_ROLE_EDITION + 1 };

static bool set_role(const char *command, const char *name, const cli_choice *roles, cutline_options *options) {
    int role;
    return cli_choose(command, "with", name, roles, &role) &&
           cutline_options_set_role(options, (cutline_role)role, 1) == CUTLINE_OK;
}

bool cli_set_roles(const char *command, const char *list, cutline_options *options) {
    cli_choice roles[ROLE_COUNT + 1] = {{NULL, 0}};
    for (int i = 0; i < ROLE_COUNT; i++)
        roles[i] = (cli_choice){cutline_role_name((cutline_role)i).data, i};
    bool good = true;
    for (const char *at = list; good && at;) {
        const char *const comma = strchr(at, ',');
        char *const name = cli_copy(at, comma ? (size_t)(comma - at) : strlen(at));
        good = set_role(command, name, roles, options);
        free(name);
        at = comma ? comma + 1 : NULL;
    }
    return good;
}
