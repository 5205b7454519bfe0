#include "encoding/kernels.h"

const cl_kernels *cl_kernels_at(size_t index) {
    const cl_kernels *sets[4];
    size_t count = 0;
#ifdef CL_KERNELS_X86
    if (__builtin_cpu_supports("avx2"))
        sets[count++] = &cl_kernels_avx2;
    if (__builtin_cpu_supports("ssse3"))
        sets[count++] = &cl_kernels_ssse3;
    if (__builtin_cpu_supports("sse2"))
        sets[count++] = &cl_kernels_sse2;
#elif defined(CL_KERNELS_NEON)
    sets[count++] = &cl_kernels_neon; /* part of every arm64 */
#endif
    sets[count++] = &cl_kernels_plain;
    return index < count ? sets[index] : NULL;
}

const cl_kernels *cl_kernels_best(void) {
    return cl_kernels_at(0);
}
