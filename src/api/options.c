#include "api/context.h"
#include "base/limits.h"
#include "output/choice.h"

cutline_options *cutline_options_new(void) {
    const cutline_allocator *const a = &cl_allocator_default;
    cutline_options *const options = cl_realloc(a, NULL, 0, sizeof *options);
    if (options)
        *options = (cutline_options){.scripting = -1};
    return options;
}

static void drop(char **field) {
    if (*field)
        cl_free(&cl_allocator_default, *field, strlen(*field) + 1);
    *field = NULL;
}

void cutline_options_free(cutline_options *options) {
    if (!options)
        return;
    drop(&options->path);
    drop(&options->url);
    drop(&options->fetched);
    drop(&options->charset);
    drop(&options->fragment);
    cl_free(&cl_allocator_default, options, sizeof *options);
}

/* Takes a copy of `text`; where there is no memory the old value stays. */
static cutline_status set(char **field, const char *text) {
    char *copy = NULL;
    if (text) {
        const size_t size = strlen(text) + 1;
        copy = cl_realloc(&cl_allocator_default, NULL, 0, size);
        if (!copy)
            return CUTLINE_E_NOMEM;
        memcpy(copy, text, size);
    }
    drop(field);
    *field = copy;
    return CUTLINE_OK;
}

cutline_options *cutline_options_copy(const cutline_options *options) {
    cutline_options *const copy = cutline_options_new();
    if (!copy || !options)
        return copy;
    *copy = *options;
    copy->path = copy->url = copy->fetched = copy->charset = copy->fragment = NULL;
    if (set(&copy->path, options->path) != CUTLINE_OK || set(&copy->url, options->url) != CUTLINE_OK ||
        set(&copy->fetched, options->fetched) != CUTLINE_OK || set(&copy->charset, options->charset) != CUTLINE_OK ||
        set(&copy->fragment, options->fragment) != CUTLINE_OK) {
        cutline_options_free(copy);
        return NULL;
    }
    return copy;
}

cutline_status cutline_options_set_path(cutline_options *options, const char *path) {
    return options ? set(&options->path, path) : CUTLINE_E_ARGUMENT;
}

cutline_status cutline_options_set_url(cutline_options *options, const char *url) {
    return options ? set(&options->url, url) : CUTLINE_E_ARGUMENT;
}

/* ISO 8601 as far as the date: YYYY-MM-DD, with or without more. */
static bool is_time(const char *text) {
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; form[i]; i++)
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    return text[10] == '\0' || text[10] == 'T' || text[10] == ' ';
}

cutline_status cutline_options_set_fetched(cutline_options *options, const char *time) {
    return options && (!time || is_time(time)) ? set(&options->fetched, time) : CUTLINE_E_ARGUMENT;
}

cutline_status cutline_options_set_transport_charset(cutline_options *options, const char *label) {
    return options ? set(&options->charset, label) : CUTLINE_E_ARGUMENT;
}

cutline_status cutline_options_set_encoding(cutline_options *options, const char *label) {
    if (!options)
        return CUTLINE_E_ARGUMENT;
    const cl_encoding *const encoding = label ? cl_encoding_for_label(cl_slice_z(label)) : NULL;
    if (label && !encoding)
        return CUTLINE_E_ARGUMENT;
    options->encoding = encoding;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_kind(cutline_options *options, cutline_kind kind) {
    if (!options || (kind != CUTLINE_KIND_AUTO && kind != CUTLINE_KIND_HTML && kind != CUTLINE_KIND_TEXT))
        return CUTLINE_E_ARGUMENT;
    options->kind = kind;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_scripting(cutline_options *options, int on) {
    if (!options)
        return CUTLINE_E_ARGUMENT;
    options->scripting = on != 0;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_features(cutline_options *options, int on) {
    if (!options)
        return CUTLINE_E_ARGUMENT;
    options->features = on != 0;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_dropped(cutline_options *options, int on) {
    if (!options)
        return CUTLINE_E_ARGUMENT;
    options->dropped = on != 0;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_role(cutline_options *options, cutline_role role, int on) {
    if (!options || (int)role < 0 || (int)role >= CL_ROLE_COUNT || (role == CUTLINE_ROLE_BODY && !on))
        return CUTLINE_E_ARGUMENT;
    const uint32_t bit = UINT32_C(1) << role;
    options->roles = on ? options->roles | bit : options->roles & ~bit;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_favor(cutline_options *options, cutline_favor favor) {
    if (!options ||
        (favor != CUTLINE_FAVOR_BALANCE && favor != CUTLINE_FAVOR_PRECISION && favor != CUTLINE_FAVOR_RECALL))
        return CUTLINE_E_ARGUMENT;
    options->favor = favor;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_fields(cutline_options *options, const char *names) {
    const uint64_t without = names ? cl_fields_without(cl_slice_z(names)) : 0;
    if (!options || without == UINT64_MAX)
        return CUTLINE_E_ARGUMENT;
    options->without_fields = without;
    return CUTLINE_OK;
}

cutline_string cutline_field_name(size_t index) {
    return cl_field_name(index);
}

cutline_status cutline_options_set_part(cutline_options *options, cutline_part part, int on) {
    if (!options || (int)part < CUTLINE_PART_LINKS || (int)part > CUTLINE_PART_FRONT_MATTER)
        return CUTLINE_E_ARGUMENT;
    const uint32_t bit = UINT32_C(1) << part;
    options->with = on > 0 ? options->with | bit : options->with & ~bit;
    options->without = on == 0 ? options->without | bit : options->without & ~bit;
    return CUTLINE_OK;
}

cutline_status cutline_options_set_fragment(cutline_options *options, const char *context) {
    return options ? set(&options->fragment, context) : CUTLINE_E_ARGUMENT;
}

/* Default and maximum of each limit. */
static const struct {
    uint64_t standard, maximum;
} bounds[CL_LIMIT_COUNT] = {
    [CUTLINE_LIMIT_PAGE_BYTES] = {CL_PAGE_BYTES_DEFAULT, CL_PAGE_BYTES_MAX},
    [CUTLINE_LIMIT_UNPACK_RATIO] = {CL_UNPACK_RATIO_DEFAULT, UINT64_MAX},
    [CUTLINE_LIMIT_TREE_DEPTH] = {CL_TREE_DEPTH_DEFAULT, UINT64_MAX},
    [CUTLINE_LIMIT_TREE_NODES] = {CL_TREE_NODES_DEFAULT, CL_TREE_NODES_DEFAULT},
};

cutline_status cutline_options_set_limit(cutline_options *options, cutline_limit limit, uint64_t value) {
    if (!options || (int)limit < 1 || (int)limit >= CL_LIMIT_COUNT || value > bounds[limit].maximum)
        return CUTLINE_E_ARGUMENT;
    options->limits[limit] = value;
    return CUTLINE_OK;
}

uint64_t cl_options_limit(const cutline_options *options, cutline_limit limit) {
    const uint64_t value = options ? options->limits[limit] : 0;
    return value ? value : bounds[limit].standard;
}
