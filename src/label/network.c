#include "label/network.h"
#include "base/limits.h"

#define TILE 16u /* blocks that go through a layer together */

/* What runs: a stretch of a page. */
typedef struct stretch {
    cl_network *to;
    const cl_network_model *model;
    uint32_t first;  /* block */
    uint32_t count;  /* blocks */
    uint32_t margin; /* rows of zeros at both ends of what layers read */
} stretch;

void cl_network_init(cl_network *network, const cutline_allocator *allocator) {
    *network = (cl_network){.allocator = allocator, .kernels = cl_network_kernels_best()};
}

void cl_network_free(cl_network *network) {
    cl_vector_free(network->allocator, &network->u);
    cl_vector_free(network->allocator, &network->read);
    cl_vector_free(network->allocator, &network->in);
    cl_vector_free(network->allocator, &network->sums);
}

/* Has the rows of a table come into the cache while other work is done: they stand anywhere in it. Inlined by force:
 * gcc drops calls of a function that does nothing else. */
static inline __attribute__((always_inline)) void fetch(
    const char *table, size_t size, const uint16_t *ids, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        __builtin_prefetch(table + ids[i] * size);
        __builtin_prefetch(table + ids[i] * size + size - 1);
    }
}

static inline __attribute__((always_inline)) void fetch_row(const cl_network_model *m, const cl_feature_row *row) {
    fetch(m->words, m->embedding + 1, row->words, row->word_count);
    fetch(m->classes, m->embedding + 1, row->classes, row->class_count);
}

static void put_row(const cl_network_kernels *k, const cl_network_model *m, const cl_feature_row *row, uint8_t *to) {
    memcpy(to, row->x, m->columns);
    to += m->columns;
    const cl_network_bag words = {
        m->words, m->embedding, m->embedding_zero, m->word_scale, row->words, row->word_count};
    k->mean(&words, to);
    to += m->embedding;
    const cl_network_bag classes = {
        m->classes, m->embedding, m->embedding_zero, m->class_scale, row->classes, row->class_count};
    k->mean(&classes, to);
    to += m->embedding;
    memset(to, 0, m->input - m->columns - 2 * m->embedding);
}

/* Rows [at, at + rows) of the stretch. */
static float *u_of(const stretch *s, uint32_t at) {
    return s->to->u.at + (size_t)at * s->model->width;
}

static uint8_t *read_of(const stretch *s, uint32_t at) {
    return s->to->read.at + ((size_t)at + s->margin) * s->model->width;
}

static void first_layer(const stretch *s, cl_network_row_fn row, const void *rows) {
    const cl_network_model *const m = s->model;
    const cl_network_kernels *const k = s->to->kernels;
    const cl_network_input in = {.at = s->to->in.at, .stride = m->input, .parts = 1, .quads = m->input / 4};
    for (uint32_t at = 0; at < s->count; at += TILE) {
        const uint32_t count = s->count - at < TILE ? s->count - at : TILE;
        cl_feature_row r[2]; /* the next one is read before this one is put: by then its rows of tables are there */
        row(rows, s->first + at, &r[0]);
        for (uint32_t i = 0; i < count; i++) {
            fetch_row(m, &r[i % 2]);
            if (i + 1 < count)
                row(rows, s->first + at + i + 1, &r[(i + 1) % 2]);
            put_row(k, m, &r[i % 2], s->to->in.at + (size_t)i * m->input);
        }
        k->multiply(&in, count, m->w0, m->width, s->to->sums.at);
        k->begin(s->to->sums.at, m->scale0, m->bias0, u_of(s, at), m->width, count);
    }
}

static void convolution(const stretch *s, uint32_t layer) {
    const cl_network_model *const m = s->model;
    const cl_network_kernels *const k = s->to->kernels;
    const size_t h = m->width;
    const size_t apart = m->dilation[layer] * h;
    k->quantise(u_of(s, 0), m->step[layer], read_of(s, 0), s->count * h);
    for (uint32_t at = 0; at < s->count; at += TILE) {
        const uint32_t count = s->count - at < TILE ? s->count - at : TILE;
        const cl_network_input in = {
            .at = read_of(s, at) - apart, .stride = h, .parts = 3, .apart = apart, .quads = h / 4};
        k->multiply(&in, count, m->w + layer * 3 * h * h, h, s->to->sums.at);
        k->add(s->to->sums.at, m->scale + layer * h, m->bias + layer * h, u_of(s, at), h, count);
    }
}

/* Adds `from` to `to`, which it is no part of. */
static void add_row(float *restrict to, const float *restrict from, uint32_t count) {
    for (uint32_t k = 0; k < count; k++)
        to[k] += from[k];
}

/* Mean of u over the stretch, into the room of the sums. */
static float *mean_of(const stretch *s) {
    const uint32_t h = s->model->width;
    float *const mean = s->to->u.at + (size_t)s->count * h; /* there is one row more than blocks */
    for (uint32_t k = 0; k < h; k++)
        mean[k] = 0;
    for (uint32_t i = 0; i < s->count; i++)
        add_row(mean, u_of(s, i), h);
    for (uint32_t k = 0; k < h; k++)
        mean[k] /= (float)s->count;
    return mean;
}

/* Products of `rows` rows of weights with values, each row's summed in its order; rows side by side, so that no
 * addition waits for the one before it. */
static inline __attribute__((always_inline)) void sum_rows(
    const int8_t *weights, const float *values, uint32_t count, float *sums, const uint32_t rows) {
    for (uint32_t r = 0; r < rows; r++)
        sums[r] = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t r = 0; r < rows; r++) {
            const float product = (float)weights[r * count + i] * values[i];
            sums[r] += product;
        }
}

/* A dense layer of few outputs: those of the mean. */
static void dense(const int8_t *weights, const float *scale, const float *bias, const float *values, uint32_t count,
    float *to, uint32_t outputs) {
    for (uint32_t o = 0; o < outputs;) {
        const uint32_t rows = outputs - o >= 8 ? 8 : 1;
        float sums[8];
        if (rows == 8)
            sum_rows(weights + (size_t)o * count, values, count, sums, 8);
        else
            sum_rows(weights + (size_t)o * count, values, count, sums, 1);
        for (uint32_t r = 0; r < rows; r++, o++) {
            const float product = sums[r] * scale[o];
            to[o] = product + bias[o];
        }
    }
}

static void add_mean(const stretch *s) {
    const cl_network_model *const m = s->model;
    const float *const mean = mean_of(s);
    float *const more = (float *)(void *)s->to->sums.at; /* as wide, and free now */
    dense(m->wg, m->scale_g, m->bias_g, mean, m->width, more, m->width);
    for (uint32_t o = 0; o < m->width; o++)
        more[o] = more[o] > 0 ? more[o] : 0;
    for (uint32_t i = 0; i < s->count; i++)
        add_row(u_of(s, i), more, m->width);
}

static void give_roles(const stretch *s, cl_network_take_fn take, void *taker) {
    const cl_network_model *const m = s->model;
    const cl_network_kernels *const k = s->to->kernels;
    k->quantise(u_of(s, 0), m->step[m->layers], read_of(s, 0), (size_t)s->count * m->width);
    for (uint32_t at = 0; at < s->count; at += TILE) {
        const uint32_t count = s->count - at < TILE ? s->count - at : TILE;
        const cl_network_input in = {.at = read_of(s, at), .stride = m->width, .parts = 1, .quads = m->width / 4};
        k->multiply(&in, count, m->wo, CL_NETWORK_LANES, s->to->sums.at);
        for (uint32_t i = 0; i < count; i++) {
            float logits[CL_NETWORK_LANES];
            for (uint32_t o = 0; o < m->roles; o++) {
                const float product = (float)s->to->sums.at[i * CL_NETWORK_LANES + o] * m->scale_o[o];
                logits[o] = product + m->bias_o[o];
            }
            take(taker, s->first + at + i, logits);
        }
    }
}

static void give_kinds(const stretch *s, float *kinds) {
    const cl_network_model *const m = s->model;
    dense(m->wk, m->scale_k, m->bias_k, mean_of(s), m->width, kinds, m->kinds);
}

static bool make_room(stretch *s, uint32_t most) {
    const cl_network_model *const m = s->model;
    cl_network *const to = s->to;
    const cutline_allocator *const a = to->allocator;
    const size_t h = m->width;
    for (uint32_t l = 0; l < m->layers; l++)
        s->margin = m->dilation[l] > s->margin ? m->dilation[l] : s->margin;
    to->u.count = to->read.count = to->in.count = to->sums.count = 0;
    return cl_vector_reserve(a, &to->u, (most + 1) * h) &&
           cl_vector_reserve(a, &to->read, (most + 2 * (size_t)s->margin) * h) &&
           cl_vector_reserve(a, &to->in, TILE * (size_t)m->input) && cl_vector_reserve(a, &to->sums, TILE * h);
}

bool cl_network_run(cl_network *network, const cl_network_model *model, uint32_t blocks, cl_network_row_fn row,
    const void *rows, cl_network_take_fn take, void *taker, float *kinds) {
    stretch s = {.to = network, .model = model};
    for (uint32_t o = 0; o < model->kinds; o++)
        kinds[o] = 0;
    if (!make_room(&s, blocks < CL_NETWORK_BLOCKS ? blocks : CL_NETWORK_BLOCKS))
        return false;
    while (s.first < blocks) {
        s.count = blocks - s.first < CL_NETWORK_BLOCKS ? blocks - s.first : CL_NETWORK_BLOCKS;
        memset(read_of(&s, 0) - s.margin * (size_t)model->width, 0, s.margin * (size_t)model->width);
        memset(read_of(&s, s.count), 0, s.margin * (size_t)model->width);
        first_layer(&s, row, rows);
        for (uint32_t l = 0; l < model->layers; l++) {
            convolution(&s, l);
            if (l + 1 == model->mean_after)
                add_mean(&s);
        }
        give_roles(&s, take, taker);
        if (!s.first)
            give_kinds(&s, kinds);
        s.first += s.count;
    }
    network->u.count = (size_t)s.count * model->width; /* what was needed, for those who give memory back */
    return true;
}
