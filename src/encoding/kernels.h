/* Kernels over long runs of bytes, one set for each kind of processor; all sets give the same answers.
 *
 * Nothing global chooses: cl_kernels_best() asks the processor, and who needs a kernel keeps the pointer it gave. */
#ifndef CL_ENCODING_KERNELS_H
#define CL_ENCODING_KERNELS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cl_kernels {
    const char *name;
    /* How many bytes at the start are ASCII. */
    size_t (*ascii)(const unsigned char *bytes, size_t size);
    /* The size of the longest prefix that is valid UTF-8 and ends with a whole code point. */
    size_t (*utf8)(const unsigned char *bytes, size_t size);
} cl_kernels;

/* The fastest set for this processor. */
const cl_kernels *cl_kernels_best(void);
/* The sets that this processor can run, fastest first, plain last; NULL from `index` on that there is none. */
const cl_kernels *cl_kernels_at(size_t index);

/* The sets; which of them exist depends on what is compiled for. */
extern const cl_kernels cl_kernels_plain;
#if defined(__x86_64__) || defined(__i386__)
#define CL_KERNELS_X86 1
extern const cl_kernels cl_kernels_sse2;
extern const cl_kernels cl_kernels_ssse3;
extern const cl_kernels cl_kernels_avx2;
#elif defined(__aarch64__) && defined(__ARM_NEON)
#define CL_KERNELS_NEON 1
extern const cl_kernels cl_kernels_neon;
#endif

/* The code point at the start of `bytes`, of which there is at least one (Encoding Standard, section 8.1.1): its size
 * where it is valid. Where not, *bad is set and the size is that of what U+FFFD stands for: the longest prefix of a
 * valid code point, or one byte. */
size_t cl_utf8_next(const unsigned char *bytes, size_t size, bool *bad);
/* The members of cl_kernels_plain, with which the others end. */
size_t cl_ascii_prefix_plain(const unsigned char *bytes, size_t size);
size_t cl_utf8_prefix_plain(const unsigned char *bytes, size_t size);

#endif
