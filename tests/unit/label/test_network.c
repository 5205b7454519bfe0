/* The network with random weights: kernels against each other, to the bit, and against plain sums. */
#include "vectors.h"
#include "../encoding/cmocka_all.h"

#include "label/model.h"
#include "label/network.h"
#include "label/softmax.h"
#include "network_vectors.inc"

#include <stdlib.h>
#include <string.h>

static uint32_t next(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void *room(size_t count, size_t size) {
    void *const p = calloc(count, size);
    assert_non_null(p);
    return p;
}

/* A network of random weights, and how it is freed: everything stands in one list. */
typedef struct made {
    cl_network_model model;
    void *owned[32];
    size_t count;
    uint32_t state;
} made;

static void *own(made *m, size_t count, size_t size) {
    return m->owned[m->count++] = room(count, size);
}

static int8_t *weights(made *m, size_t count) {
    int8_t *const w = own(m, count, 1);
    for (size_t i = 0; i < count; i++)
        w[i] = (int8_t)(next(&m->state) % 255 - 127);
    return w;
}

static float *numbers(made *m, size_t count, float low, float high) {
    float *const f = own(m, count, sizeof *f);
    for (size_t i = 0; i < count; i++)
        f[i] = low + (high - low) * (float)(next(&m->state) % 10000) / 10000;
    return f;
}

static char *table(made *m, size_t rows, uint32_t embedding) {
    char *const t = own(m, rows * (embedding + 1), 1);
    for (size_t i = 0; i < rows * (embedding + 1); i++)
        t[i] = (char)(i % (embedding + 1) == embedding ? 0 : 35 + next(&m->state) % 91);
    return t;
}

static void make_model(made *m, uint32_t width, uint32_t layers, uint32_t embedding, uint32_t seed) {
    static const uint8_t dilations[] = {1, 2, 4, 8, 16, 1, 3};
    *m = (made){.state = seed};
    cl_network_model *const n = &m->model;
    n->columns = CL_FEATURE_COUNT;
    n->embedding = embedding;
    n->width = width;
    n->input = (n->columns + 2 * embedding + 3) / 4 * 4;
    n->layers = layers;
    n->mean_after = layers / 2;
    n->roles = 21;
    n->kinds = 13;
    n->embedding_zero = 80;
    n->dilation = dilations;
    n->word_scale = 1.5f;
    n->class_scale = 1.25f;
    n->step = numbers(m, layers + 1, 20, 60);
    n->w0 = weights(m, (size_t)n->input * width);
    n->scale0 = numbers(m, width, 1e-5f, 2e-5f);
    n->bias0 = numbers(m, width, -0.2f, 0.4f);
    n->w = weights(m, (size_t)layers * 3 * width * width);
    n->scale = numbers(m, (size_t)layers * width, 1e-5f, 4e-5f);
    n->bias = numbers(m, (size_t)layers * width, -0.2f, 0.4f);
    n->wg = weights(m, (size_t)width * width);
    n->scale_g = numbers(m, width, 0.0005f, 0.001f);
    n->bias_g = numbers(m, width, -0.1f, 0.1f);
    n->wo = weights(m, (size_t)width * CL_NETWORK_LANES);
    n->scale_o = numbers(m, 21, 0.0005f, 0.001f);
    n->bias_o = numbers(m, 21, -1, 1);
    n->wk = weights(m, (size_t)width * 13);
    n->scale_k = numbers(m, 13, 0.0005f, 0.001f);
    n->bias_k = numbers(m, 13, -1, 1);
    n->words = table(m, CL_WORD_IDS, embedding);
    n->classes = table(m, CL_CLASS_IDS, embedding);
}

static void free_model(made *m) {
    for (size_t i = 0; i < m->count; i++)
        free(m->owned[i]);
}

/* Rows made up from the number of the block: many zeros, as real ones have. */
static void make_row(const void *user, uint32_t block, cl_feature_row *row) {
    uint32_t state = block * 7919u + *(const uint32_t *)user;
    for (unsigned i = 0; i < CL_FEATURE_COUNT; i++)
        row->x[i] = (uint8_t)(next(&state) % 5 ? 0 : next(&state) % 128);
    row->word_count = next(&state) % CL_WORDS_MAX;
    row->class_count = next(&state) % (CL_CLASSES_MAX + 1);
    if (block == 1)
        row->word_count = row->class_count = 0;
    for (uint32_t i = 0; i < row->word_count; i++)
        row->words[i] = (uint16_t)(next(&state) % CL_WORD_IDS);
    for (uint32_t i = 0; i < row->class_count; i++)
        row->classes[i] = (uint16_t)(next(&state) % CL_CLASS_IDS);
}

typedef struct taken {
    float *logits;
    uint32_t next;
} taken;

static void take(void *user, uint32_t block, const float *logits) {
    taken *const t = user;
    assert_int_equal(block, t->next++);
    memcpy(t->logits + (size_t)block * 21, logits, 21 * sizeof *logits);
}

static void run(
    const cl_network_kernels *kernels, const cl_network_model *model, uint32_t blocks, float *logits, float *kinds) {
    cl_network network;
    const uint32_t seed = 11;
    taken t = {logits, 0};
    cl_network_init(&network, &cl_allocator_default);
    network.kernels = kernels;
    assert_true(cl_network_run(&network, model, blocks, make_row, &seed, take, &t, kinds));
    assert_int_equal(t.next, blocks);
    cl_network_free(&network);
}

static void kernels_agree_to_the_bit(void **state) {
    (void)state;
    static const uint32_t shapes[][3] = {{64, 6, 24}, {32, 1, 8}, {96, 7, 16}}, pages[] = {1, 2, 5, 37, 100};
    for (size_t s = 0; s < 3; s++) {
        made m;
        make_model(&m, shapes[s][0], shapes[s][1], shapes[s][2], (uint32_t)s);
        for (size_t p = 0; p < 5; p++) {
            float *const plain = room(pages[p] * 21, sizeof *plain), *const other = room(pages[p] * 21, sizeof *other);
            float plain_kinds[13], other_kinds[13];
            run(&cl_network_kernels_plain, &m.model, pages[p], plain, plain_kinds);
            for (size_t k = 0; cl_network_kernels_at(k); k++) {
                run(cl_network_kernels_at(k), &m.model, pages[p], other, other_kinds);
                if (memcmp(plain, other, pages[p] * 21 * sizeof *plain) != 0 ||
                    memcmp(plain_kinds, other_kinds, sizeof plain_kinds) != 0)
                    fail_msg("%s differs on %u blocks", cl_network_kernels_at(k)->name, pages[p]);
            }
            free(plain);
            free(other);
        }
        free_model(&m);
    }
}

/* Weights at their ends do not overflow: 127 times 127, a thousand times. */
static void extremes_are_exact(void **state) {
    (void)state;
    enum { INPUTS = 1000, ROWS = 3 };
    uint8_t *const in = room(ROWS * INPUTS, 1);
    int8_t *const matrix = room(INPUTS * CL_NETWORK_LANES, 1);
    int32_t out[ROWS * CL_NETWORK_LANES];
    const cl_network_input input = {.at = in, .stride = INPUTS, .parts = 1, .quads = INPUTS / 4};
    memset(in, 127, ROWS * INPUTS);
    for (size_t q = 0; q < INPUTS / 4; q++)
        for (size_t o = 0; o < CL_NETWORK_LANES; o++)
            for (size_t i = 0; i < 4; i++)
                matrix[(q * CL_NETWORK_LANES + o) * 4 + i] = o & 1 ? -127 : 127;
    for (size_t k = 0; cl_network_kernels_at(k); k++) {
        cl_network_kernels_at(k)->multiply(&input, ROWS, matrix, CL_NETWORK_LANES, out);
        for (int i = 0; i < ROWS * (int)CL_NETWORK_LANES; i++)
            assert_int_equal(out[i], (i & 1 ? -1 : 1) * 127 * 127 * INPUTS);
    }
    free(in);
    free(matrix);
}

static void quantising_rounds_and_stops_at_127(void **state) {
    (void)state;
    float u[32];
    uint8_t q[32];
    for (int i = 0; i < 32; i++)
        u[i] = (float)i * 0.55f;
    u[31] = 1e30f;
    u[30] = 12.69f;
    for (size_t k = 0; cl_network_kernels_at(k); k++) {
        cl_network_kernels_at(k)->quantise(u, 10, q, 32);
        assert_int_equal(q[0], 0);
        assert_int_equal(q[1], 6); /* 5.5 is 6 */
        assert_int_equal(q[2], 11);
        assert_int_equal(q[23], 127);
        assert_int_equal(q[24], 127);
        assert_int_equal(q[30], 127);
        assert_int_equal(q[31], 127);
    }
}

/* ---- the same by plain sums over [out][in], in double */

static double weight(const int8_t *w, size_t outputs, size_t in, size_t out) {
    return w[(in / 4 * outputs + out) * 4 + in % 4];
}

static uint8_t in_7_bits(float u, float step) {
    const float q = u * step + 0.5f;
    return q < 127 ? (uint8_t)q : 127;
}

static void slow_input(const cl_network_model *m, const cl_feature_row *row, uint8_t *in) {
    memset(in, 0, m->input);
    memcpy(in, row->x, m->columns);
    for (unsigned bag = 0; bag < 2; bag++) {
        const uint32_t n = bag ? row->class_count : row->word_count;
        for (uint32_t k = 0; k < m->embedding; k++) {
            int sum = 0;
            for (uint32_t i = 0; i < n; i++)
                sum += (bag ? m->classes
                            : m->words)[(size_t)(bag ? row->classes : row->words)[i] * (m->embedding + 1) + k] -
                       80;
            double mean = n ? sum * (double)((bag ? m->class_scale : m->word_scale) / (float)n) : 0;
            mean = mean < -63 ? -63 : mean > 63 ? 63 : mean;
            in[m->columns + bag * m->embedding + k] = (uint8_t)(mean + 64.5);
        }
    }
}

static void slow_run(const cl_network_model *m, uint32_t blocks, float *logits) {
    const uint32_t seed = 11;
    const size_t h = m->width;
    float *const u = room(blocks * h, sizeof *u), *const before = room(blocks * h, sizeof *before);
    uint8_t *const in = room(m->input, 1);
    for (uint32_t b = 0; b < blocks; b++) {
        cl_feature_row row;
        make_row(&seed, b, &row);
        slow_input(m, &row, in);
        for (size_t o = 0; o < h; o++) {
            double sum = 0;
            for (size_t i = 0; i < m->input; i++)
                sum += in[i] * weight(m->w0, h, i, o);
            const float r = (float)sum * m->scale0[o] + m->bias0[o];
            u[b * h + o] = r > 0 ? r : 0;
        }
    }
    for (uint32_t l = 0; l < m->layers; l++) {
        memcpy(before, u, blocks * h * sizeof *u);
        const int8_t *const w = m->w + l * 3 * h * h;
        for (long b = 0; b < (long)blocks; b++)
            for (size_t o = 0; o < h; o++) {
                double sum = 0;
                for (int side = -1; side <= 1; side++) {
                    const long at = b + side * m->dilation[l];
                    for (size_t i = 0; at >= 0 && at < (long)blocks && i < h; i++)
                        sum += in_7_bits(before[(size_t)at * h + i], m->step[l]) *
                               weight(w, h, (size_t)(side + 1) * h + i, o);
                }
                const float r = (float)sum * m->scale[l * h + o] + m->bias[l * h + o];
                u[(size_t)b * h + o] += r > 0 ? r : 0;
            }
        for (size_t o = 0; l + 1 == m->mean_after && o < h; o++) {
            if (o == 0) /* means of what is not changed yet */
                for (size_t i = 0; i < h; i++) {
                    float sum = 0;
                    for (uint32_t b = 0; b < blocks; b++)
                        sum += u[b * h + i];
                    before[i] = sum / (float)blocks;
                }
            float sum = 0;
            for (size_t i = 0; i < h; i++)
                sum += (float)m->wg[o * h + i] * before[i];
            const float r = sum * m->scale_g[o] + m->bias_g[o];
            for (uint32_t b = 0; b < blocks; b++)
                u[b * h + o] += r > 0 ? r : 0;
        }
    }
    for (uint32_t b = 0; b < blocks; b++)
        for (size_t o = 0; o < m->roles; o++) {
            double sum = 0;
            for (size_t i = 0; i < h; i++)
                sum += in_7_bits(u[b * h + i], m->step[m->layers]) * weight(m->wo, CL_NETWORK_LANES, i, o);
            logits[b * 21 + o] = (float)sum * m->scale_o[o] + m->bias_o[o];
        }
    free(u);
    free(before);
    free(in);
}

static void the_network_is_what_its_description_says(void **state) {
    (void)state;
    static const uint32_t pages[] = {1, 3, 40};
    made m;
    make_model(&m, 64, 6, 24, 5);
    for (size_t p = 0; p < 3; p++) {
        float *const slow = room(pages[p] * 21, sizeof *slow), *const quick = room(pages[p] * 21, sizeof *quick);
        float kinds[13];
        slow_run(&m.model, pages[p], slow);
        run(cl_network_kernels_best(), &m.model, pages[p], quick, kinds);
        double low = 1e9, high = -1e9;
        for (size_t i = 0; i < pages[p] * 21; i++) {
            const double difference = (double)slow[i] - (double)quick[i];
            if (difference > 0.001 || difference < -0.001)
                fail_msg("logit %zu of %u blocks: %f, not %f", i, pages[p], (double)quick[i], (double)slow[i]);
            low = (double)slow[i] < low ? (double)slow[i] : low;
            high = (double)slow[i] > high ? (double)slow[i] : high;
        }
        assert_true(high - low > 1); /* the test says something */
        free(slow);
        free(quick);
    }
    free_model(&m);
}

/* A page of more blocks than a stretch has is cut there: its second part is as a page of its own. */
static void long_pages_are_cut(void **state) {
    (void)state;
    made m;
    const uint32_t blocks = 65536 + 50;
    make_model(&m, 32, 2, 8, 9);
    float *const all = room((size_t)blocks * 21, sizeof *all), *const first = room(65536 * 21, sizeof *first);
    float kinds[13], first_kinds[13];
    run(cl_network_kernels_best(), &m.model, blocks, all, kinds);
    run(cl_network_kernels_best(), &m.model, 65536, first, first_kinds);
    assert_memory_equal(all, first, 65536 * 21 * sizeof *all);
    assert_memory_equal(kinds, first_kinds, sizeof kinds);
    free(all);
    free(first);
    free_model(&m);
}

static void a_page_without_blocks_has_kinds_of_nothing(void **state) {
    (void)state;
    made m;
    float kinds[13], none[1];
    make_model(&m, 32, 2, 8, 3);
    run(cl_network_kernels_best(), &m.model, 0, none, kinds);
    for (size_t i = 0; i < 13; i++)
        assert_true(kinds[i] == 0);
    free_model(&m);
}

/* ---- the network that is compiled in, on the vectors that its exporter made */

static void check_vectors(const vectors *v, uint32_t blocks, const float *logits, const float *kinds) {
    for (size_t k = 0; cl_network_kernels_at(k); k++) {
        cl_network network;
        float got_kinds[13], *const got = room(blocks * 21, sizeof *got);
        taken t = {got, 0};
        cl_network_init(&network, &cl_allocator_default);
        network.kernels = cl_network_kernels_at(k);
        assert_true(cl_network_run(&network, &cl_model, blocks, vector_row, v, take, &t, got_kinds));
        /* The page's mean is a sum of floats, whose order numpy chooses: a number that stands on the edge between two
         * of 7 bits may fall to the other side. */
        size_t beside = 0;
        for (size_t i = 0; i < blocks * 21; i++) {
            const float difference = got[i] > logits[i] ? got[i] - logits[i] : logits[i] - got[i];
            beside += difference > 0.01f;
            if (difference > 0.1f)
                fail_msg("%s: logit %zu of block %zu is %f, not %f", network.kernels->name, i % 21, i / 21,
                    (double)got[i], (double)logits[i]);
        }
        assert_true(beside * 50 <= blocks * 21);
        for (size_t i = 0; i < 13; i++)
            if (got_kinds[i] > kinds[i] + 0.01f || got_kinds[i] < kinds[i] - 0.01f)
                fail_msg(
                    "%s: kind %zu is %f, not %f", network.kernels->name, i, (double)got_kinds[i], (double)kinds[i]);
        cl_network_free(&network);
        free(got);
    }
}

static void the_tables_give_what_training_says(void **state) {
    (void)state;
    CHECK_VECTORS(0, CL_FEATURE_COUNT);
    CHECK_VECTORS(1, CL_FEATURE_COUNT);
    CHECK_VECTORS(2, CL_FEATURE_COUNT);
}

/* Columns that were renamed, moved or added since the network was trained are found here. */
static void the_columns_are_those_of_the_training(void **state) {
    (void)state;
    uint32_t hash = 0x811c9dc5u;
    for (size_t i = 0; i < CL_FEATURE_COUNT; i++) {
        char name[64];
        const cl_slice s = cl_feature_name(i, name, sizeof name);
        if (i)
            hash = (hash ^ '\n') * 0x01000193u;
        for (size_t k = 0; k < s.size; k++)
            hash = (hash ^ (unsigned char)s.data[k]) * 0x01000193u;
    }
    assert_int_equal(hash, cl_model_columns_hash);
}

static void probabilities_are_right(void **state) {
    (void)state;
    const float at[][2] = {
        {0, 1}, {-1, 0.36787944f}, {-0.1f, 0.90483742f}, {-10, 4.5399930e-5f}, {-50, 1.9287498e-22f}};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        const float e = cl_exp_negative(at[i][0]);
        assert_true(e > at[i][1] * 0.999999f && e < at[i][1] * 1.000001f);
    }
    assert_true(cl_exp_negative(-1e30f) < 1e-30f);
    float p[3] = {1000, 1000, -1000};
    cl_softmax(p, 3);
    assert_true(p[0] == 0.5f && p[1] == 0.5f && p[2] < 1e-30f);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(kernels_agree_to_the_bit), cmocka_unit_test(extremes_are_exact),
        cmocka_unit_test(quantising_rounds_and_stops_at_127),
        cmocka_unit_test(the_network_is_what_its_description_says), cmocka_unit_test(long_pages_are_cut),
        cmocka_unit_test(a_page_without_blocks_has_kinds_of_nothing),
        cmocka_unit_test(the_tables_give_what_training_says), cmocka_unit_test(the_columns_are_those_of_the_training),
        cmocka_unit_test(probabilities_are_right)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
