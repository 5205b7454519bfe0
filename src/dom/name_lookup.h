/* Known names by one multiplication: names of at most 16 bytes, held as two words, have a slot each. */
#ifndef CL_DOM_NAME_LOOKUP_H
#define CL_DOM_NAME_LOOKUP_H

#include "dom/names.h"

#include <stdint.h>

extern const uint16_t cl_tag_slots16[1 << CL_NAME_HASH_BITS];
extern const uint64_t cl_tag_keys16[][2];
extern const uint16_t cl_attr_slots16[1 << CL_NAME_HASH_BITS];
extern const uint64_t cl_attr_keys16[][2];

/* A name in lower case, zeros behind it, as little-endian words. */
typedef struct cl_name16 {
    uint64_t low, high;
} cl_name16;

static inline uint32_t cl_slot16(cl_name16 n, uint64_t k1, uint64_t k2) {
    return (uint32_t)(((n.low * k1 ^ n.high * k2) * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - CL_NAME_HASH_BITS));
}

/* The known tag of that name, 0 where there is none. */
static inline uint32_t cl_tag_known16(cl_name16 n) {
    const uint32_t tag = cl_tag_slots16[cl_slot16(n, CL_TAG_HASH_1, CL_TAG_HASH_2)];
    return cl_tag_keys16[tag][0] == n.low && cl_tag_keys16[tag][1] == n.high ? tag : CL_TAG_NONE;
}

/* The known attribute of that name, CL_ATTR_OTHER where there is none. */
static inline uint32_t cl_attr_known16(cl_name16 n) {
    const uint32_t name = cl_attr_slots16[cl_slot16(n, CL_ATTR_HASH_1, CL_ATTR_HASH_2)];
    return cl_attr_keys16[name][0] == n.low && cl_attr_keys16[name][1] == n.high ? name : CL_ATTR_OTHER;
}

#endif
