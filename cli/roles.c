#include "roles.h"
#include "options.h"

#include <stdlib.h>
#include <string.h>

enum { ROLE_COUNT = CUTLINE_ROLE_EDITION + 1, PARTS_AT = 100, CHOICE_MAX = 40 };

/* Takes the names of a list one by one; false where one is not taken. */
static bool each_name(const char *list, bool (*take)(void *user, const char *name), void *user) {
    bool good = true;
    for (const char *at = list; good && at;) {
        const char *const comma = strchr(at, ',');
        char *const name = cli_copy(at, comma ? (size_t)(comma - at) : strlen(at));
        good = take(user, name);
        free(name);
        at = comma ? comma + 1 : NULL;
    }
    return good;
}

typedef struct setting {
    const char *command, *option;
    cli_choice choices[CHOICE_MAX];
    bool on;
    cutline_options *options;
} setting;

static bool set_one(void *user, const char *name) {
    const setting *const s = user;
    int value;
    if (!cli_choose(s->command, s->option, name, s->choices, &value))
        return false;
    if (value >= PARTS_AT)
        return cutline_options_set_part(s->options, (cutline_part)(value - PARTS_AT), s->on) == CUTLINE_OK;
    if (cutline_options_set_role(s->options, (cutline_role)value, s->on) == CUTLINE_OK)
        return true;
    cli_say("%s: --%s: there is no article without its %s", s->command, s->option, name);
    return false;
}

static size_t add_roles(setting *s) {
    for (int i = 0; i < ROLE_COUNT; i++)
        s->choices[i] = (cli_choice){cutline_role_name((cutline_role)i).data, i};
    return ROLE_COUNT;
}

bool cli_set_shown(const char *command, const char *option, const char *list, bool on, cutline_options *options) {
    static const cli_choice parts[] = {{"links", PARTS_AT + CUTLINE_PART_LINKS},
        {"tables", PARTS_AT + CUTLINE_PART_TABLES}, {"images", PARTS_AT + CUTLINE_PART_IMAGES},
        {"media", PARTS_AT + CUTLINE_PART_MEDIA}, {"comments", PARTS_AT + CUTLINE_PART_COMMENTS},
        {"front-matter", PARTS_AT + CUTLINE_PART_FRONT_MATTER}};
    setting s = {.command = command, .option = option, .on = on, .options = options};
    const size_t roles = add_roles(&s);
    memcpy(s.choices + roles, parts, sizeof parts);
    return each_name(list, set_one, &s);
}

bool cli_set_roles(const char *command, const char *list, cutline_options *options) {
    setting s = {.command = command, .option = "with", .on = true, .options = options};
    add_roles(&s);
    return each_name(list, set_one, &s);
}

static bool is_field(void *user, const char *name) {
    const setting *const s = user;
    int value;
    return cli_choose(s->command, s->option, name, s->choices, &value);
}

bool cli_set_fields(const char *command, const char *list, cutline_options *options) {
    setting s = {.command = command, .option = "fields"};
    for (int i = 0; i + 1 < CHOICE_MAX && cutline_field_name((size_t)i).data; i++)
        s.choices[i] = (cli_choice){cutline_field_name((size_t)i).data, i};
    return each_name(list, is_field, &s) && cutline_options_set_fields(options, list) == CUTLINE_OK;
}
