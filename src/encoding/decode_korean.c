/* Encoding Standard, section 13: EUC-KR, with the extensions of windows-949. */
#include "encoding/decoders.h"

#include "euc_kr_data.inc"

char *cl_step_euc_kr(cl_sink *sink, cl_source *in, size_t end, char *out) {
    while (in->at < end) {
        const unsigned char lead = in->bytes[in->at];
        if (lead < 0x80) {
            out = cl_copy_ascii(sink, in, end, out);
            continue;
        }
        if (lead == 0x80 || lead == 0xFF || in->size - in->at < 2) {
            in->at++;
            out = cl_put_error(sink, out);
            continue;
        }
        const unsigned char trail = in->bytes[in->at + 1];
        uint32_t point = 0;
        if (trail >= 0x41 && trail != 0xFF) {
            const uint32_t pointer = (lead - 0x81u) * 190u + trail - 0x41u;
            if (pointer < sizeof euc_kr / sizeof euc_kr[0])
                point = euc_kr[pointer];
        }
        out = cl_put_pair(sink, in, point, out);
    }
    return out;
}
