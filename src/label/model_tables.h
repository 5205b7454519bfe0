/* What a table of a network is, once its file (*_data.inc) is included: its checks, found when the library is built,
 * and the model that it makes, for an initializer. */
#ifndef CL_LABEL_MODEL_TABLES_H
#define CL_LABEL_MODEL_TABLES_H

#include "label/label.h"

#define FITS(what, is) _Static_assert(is, "a network's table does not fit: " what ". Run train/run")
FITS("input", NETWORK_INPUT >= NETWORK_COLUMNS + 2 * NETWORK_EMBEDDING && NETWORK_INPUT % 4 == 0);
FITS("embedding", NETWORK_EMBEDDING % 8 == 0 && NETWORK_EMBEDDING <= CL_NETWORK_EMBEDDING_MAX);
FITS("width", NETWORK_WIDTH % CL_NETWORK_LANES == 0);
FITS("kinds", NETWORK_KINDS == CL_PAGE_KIND_COUNT && CL_PAGE_KIND_COUNT <= CL_NETWORK_LANES);
FITS("w0", sizeof network_w0 == NETWORK_INPUT * NETWORK_WIDTH);
FITS("w", sizeof network_w == NETWORK_LAYERS * 3 * NETWORK_WIDTH * NETWORK_WIDTH);
FITS("wg", sizeof network_wg == NETWORK_WIDTH * NETWORK_WIDTH);
FITS("wo", sizeof network_wo == CL_NETWORK_LANES * NETWORK_WIDTH);
FITS("wk", sizeof network_wk == NETWORK_KINDS * NETWORK_WIDTH);
FITS("words", sizeof network_words == CL_WORD_IDS * (NETWORK_EMBEDDING + 1));
FITS("classes", sizeof network_classes == CL_CLASS_IDS * (NETWORK_EMBEDDING + 1));
FITS("steps", sizeof network_step == (NETWORK_LAYERS + 1) * sizeof(float));
FITS("dilations", sizeof network_dilation == NETWORK_LAYERS);
FITS("scales", sizeof network_scale == NETWORK_LAYERS * NETWORK_WIDTH * sizeof(float));
FITS("biases", sizeof network_bias == sizeof network_scale);

/* clang-format off */
#define MODEL_OF_TABLES \
    {.columns = NETWORK_COLUMNS, \
    .embedding = NETWORK_EMBEDDING, \
    .width = NETWORK_WIDTH, \
    .input = NETWORK_INPUT, \
    .layers = NETWORK_LAYERS, \
    .mean_after = NETWORK_MEAN_AFTER, \
    .roles = NETWORK_ROLES, \
    .kinds = NETWORK_KINDS, \
    .embedding_zero = NETWORK_EMBEDDING_ZERO, \
    .dilation = network_dilation, \
    .word_scale = network_word_scale, \
    .class_scale = network_class_scale, \
    .step = network_step, \
    .w0 = (const int8_t *)network_w0, \
    .scale0 = network_scale0, \
    .bias0 = network_bias0, \
    .w = (const int8_t *)network_w, \
    .scale = (const float *)network_scale, \
    .bias = (const float *)network_bias, \
    .wg = (const int8_t *)network_wg, \
    .scale_g = network_scale_g, \
    .bias_g = network_bias_g, \
    .wo = (const int8_t *)network_wo, \
    .scale_o = network_scale_o, \
    .bias_o = network_bias_o, \
    .wk = (const int8_t *)network_wk, \
    .scale_k = network_scale_k, \
    .bias_k = network_bias_k, \
    .words = (const char *)network_words, \
    .classes = (const char *)network_classes}
/* clang-format on */

#endif
