#include "label/kernels.h"

const cl_network_kernels *cl_network_kernels_at(size_t index) {
    const cl_network_kernels *sets[4];
    size_t count = 0;
#ifdef CL_NETWORK_KERNELS_X86
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
        sets[count++] = &cl_network_kernels_vnni;
    if (__builtin_cpu_supports("avx2"))
        sets[count++] = &cl_network_kernels_avx2;
    if (__builtin_cpu_supports("ssse3"))
        sets[count++] = &cl_network_kernels_ssse3;
#elif defined(CL_NETWORK_KERNELS_NEON)
    sets[count++] = &cl_network_kernels_neon; /* part of every arm64 */
#endif
    sets[count++] = &cl_network_kernels_plain;
    return index < count ? sets[index] : NULL;
}

const cl_network_kernels *cl_network_kernels_best(void) {
    return cl_network_kernels_at(0);
}
