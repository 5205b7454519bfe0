/* A tolerant reader of JSON, for JSON-LD as pages have it.
 *
 * In: the text of a script. Out: its values as an array, each after the one it is in. What can't be JSON is passed over
 * and what could be read is kept: comments, CDATA and HTML comment marks around it, trailing and missing commas,
 * control characters and bare quotation marks in strings, names without quotation marks, several values one after the
 * other, an end in the middle. Values nested deeper than CL_JSON_DEPTH and those beyond CL_JSON_VALUES are left out.
 * Nothing recurses; time and memory are linear in the text. */
#ifndef CL_RECORD_JSON_H
#define CL_RECORD_JSON_H

#include "base/arena.h"
#include "base/vector.h"

#include <stdint.h>

#define CL_JSON_DEPTH  64u
#define CL_JSON_VALUES (1u << 17) /* of a page; the largest of 3,200 pages has 30,000 */

typedef enum cl_json_type {
    CL_JSON_NONE = 0,
    CL_JSON_OBJECT,
    CL_JSON_ARRAY,
    CL_JSON_STRING,
    CL_JSON_OTHER
} cl_json_type;

typedef struct cl_json_value {
    cl_slice name;   /* in an object; raw, as text below; of schema.org's without a prefix */
    cl_slice text;   /* of a string what stands between its quotation marks, escapes and all; of a number, true,
                        false, null as it stands */
    uint32_t parent; /* 0: none */
    uint32_t first;  /* the first value in it, 0: none */
    uint32_t next;   /* the next in the same, 0: none */
    uint8_t type;    /* cl_json_type */
    bool plain;      /* of a string that is not from JSON: there are no escapes in it */
} cl_json_value;

/* Values; number 0 is none. */
typedef CL_VECTOR(cl_json_value) cl_json;

/* Adds the values of `text` to `json`; top-level ones follow one another by `next` from `*first` on, which is 0 where
 * there is none. false where there is no memory. */
bool cl_json_read(const cutline_allocator *allocator, cl_json *json, cl_slice text, uint32_t *first);

/* The value of that name in an object; 0 where it has none or is no object. */
uint32_t cl_json_get(const cl_json *json, uint32_t object, cl_slice name);

/* What a string says: escapes and HTML character references undone, tags taken out, white space folded; absent where it is no string.
 * In the arena where that changes it. *failed is set where there was no memory. */
cl_slice cl_json_string(const cl_json *json, uint32_t value, cl_arena *arena, bool *failed);

/* The same, but of a value of any kind: the first string of a list, the "@value" or "name" of an object. */
cl_slice cl_json_text(const cl_json *json, uint32_t value, cl_arena *arena, bool *failed);

/* What a string says and no more: escapes undone, all else, line feeds too, as it stands. */
cl_slice cl_json_unescape(cl_slice raw, cl_arena *arena, bool *failed);

/* A text in which JSON was encoded once more, as a string or with HTML character references, as plain JSON; the text
 * itself where it was not. */
cl_slice cl_json_undouble(cl_slice text, cl_arena *arena, bool *failed);

#endif
