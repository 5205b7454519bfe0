/* Where tests have the library write to. */
#ifndef CL_TEST_API_WRITTEN_H
#define CL_TEST_API_WRITTEN_H

#include <stddef.h>
#include <string.h>

/* What was written, NUL-terminated. */
typedef struct written {
    char at[20000];
    size_t size;
} written;

/* Into a `written`; it refuses what does not fit. */
static inline int append(void *user, const char *data, size_t size) {
    written *const t = user;
    if (size >= sizeof t->at - t->size)
        return 1;
    memcpy(t->at + t->size, data, size);
    t->size += size;
    t->at[t->size] = '\0';
    return 0;
}

static inline int refuse(void *user, const char *data, size_t size) {
    (void)user, (void)data, (void)size;
    return 1;
}

#endif
