/* What __builtin_cpu_supports() reads, by the ABI of libgcc. zig's run-time library says that an x86 can nothing, which
 * would leave the wheels with the plain kernels alone: on pages whose text is all paragraphs, a fifteenth of the speed.
 * tools/wheels links it. */
#include <cpuid.h>

struct {
    unsigned vendor, type, subtype, features[1];
} __cpu_model;
unsigned __cpu_features2[4];
int __cpu_indicator_init(void) __attribute__((constructor(101)));

/* Their numbers in libgcc's enum processor_features; 32 and on are in the second word. */
enum { SSE2 = 4, SSE3, SSSE3, AVX2 = 10, AVX512F = 15, AVX512VL = 20, AVX512BW, AVX512VNNI = 34 };
#define SYSTEM_KEEPS_AVX    0x06u /* XCR0: the registers that the system saves for each thread */
#define SYSTEM_KEEPS_AVX512 0xE6u

static void say(unsigned feature, unsigned there) {
    if (there)
        (feature < 32 ? __cpu_model.features : __cpu_features2)[0] |= 1u << feature % 32;
}

int __cpu_indicator_init(void) {
    unsigned a, b, c, d, kept = 0;
    if (!__get_cpuid(1, &a, &b, &c, &d))
        return -1;
    __cpu_model.vendor = 1; /* that it is known */
    say(SSE2, d & bit_SSE2);
    say(SSE3, c & bit_SSE3);
    say(SSSE3, c & bit_SSSE3);
    if (c & bit_OSXSAVE)
        __asm__("xgetbv" : "=a"(kept), "=d"(d) : "c"(0));
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d))
        return 0;
    if ((kept & SYSTEM_KEEPS_AVX) == SYSTEM_KEEPS_AVX)
        say(AVX2, b & bit_AVX2);
    if ((kept & SYSTEM_KEEPS_AVX512) == SYSTEM_KEEPS_AVX512) {
        say(AVX512F, b & bit_AVX512F);
        say(AVX512VL, b & bit_AVX512VL);
        say(AVX512BW, b & bit_AVX512BW);
        say(AVX512VNNI, c & bit_AVX512VNNI);
    }
    return 0;
}
