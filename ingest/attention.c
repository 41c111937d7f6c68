// Self-attention of one window: dealing rows out to the heads, and a kernel for each instruction set.
// SPDX-License-Identifier: MIT
#include "ingest/attention.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

#include "ingest/lanes.h"
#include "ingest/memory.h"

enum {
    KEY_BLOCK = 16, // keys side by side
    QUERY_LIMIT = 127,
    ZERO = 128, // of a query's bytes
    KEY_LIMIT = 63,
    MAX_HEADS = 128,
};

// One head's view of the window.
typedef struct Head {
    const uint8_t *query;     // [queries][32], 128 is zero
    const float *query_scale; // [queries]
    const int8_t *key;        // [stride / 16][8][16][4]
    const float *key_scale;   // [stride]
    const int32_t *key_sum;   // [stride]: 128 times the sum of the key
    const int8_t *value;      // [stride / 4][..value_stride][4]
    const float *value_scale; // [32]
    size_t value_stride;
} Head;

// A row of queries or keys as integers.
typedef struct HeadRow {
    uint8_t bytes[MAX_HEADS * ATTENTION_WIDTH];
    float scale[MAX_HEADS];
    int32_t sum[MAX_HEADS]; // of a head's integers
} HeadRow;

typedef struct Kernel {
    void (*quantize)(const float *x, size_t heads, float limit, int32_t zero, HeadRow *out);
    void (*widen)(float *largest, const float *x, size_t n);
    void (*pack_values)(const float *x, const float *inverse, size_t n, int8_t *out);
    void (*attend)(const Head *head, size_t stride, size_t queries, float *scores, uint8_t *weights, float *out,
                   size_t out_stride);
} Kernel;

typedef int32_t Word __attribute__((may_alias, aligned(1)));

// ---------------------------------------------------------------------------------------------- kernels

// In lanes of 16 bits, as every machine multiplies them; no sum of two products leaves them.
typedef int32_t Lanes __attribute__((vector_size(16)));
typedef int16_t Halves __attribute__((vector_size(16)));
static inline void dot_any(Lanes *sum, const Lanes *u, const Lanes *s)
{
    Halves p =
        (Halves)(*u & 0x00ff00ff) * (((Halves)*s << 8) >> 8) + (Halves)((*u >> 8) & 0x00ff00ff) * ((Halves)*s >> 8);
    *sum += (((Lanes)p << 16) >> 16) + ((Lanes)p >> 16);
}

#define KERNEL(name) name##_any
#define TARGET
#define LANES          4
#define TILE           2
#define LARGER(a, b)   ((F_any)((((a) > (b)) & (I_any)(a)) | (~((a) > (b)) & (I_any)(b))))
#define DOT(sum, u, s) dot_any((Lanes *)&(sum), (const Lanes *)&(u), (const Lanes *)&(s))
#include "ingest/attention_kernel.inc"

#ifdef __x86_64__
#define KERNEL(name) name##_avx2
#define TARGET       __attribute__((target("avx2")))
#define LANES        8
#define TILE         4
#define LARGER(a, b) ((F_avx2)_mm256_max_ps((__m256)(a), (__m256)(b)))
#define DOT(sum, u, s) \
    ((sum) +=          \
     (__typeof__(sum))_mm256_madd_epi16(_mm256_maddubs_epi16((__m256i)(u), (__m256i)(s)), _mm256_set1_epi16(1)))
#include "ingest/attention_kernel.inc"

#define KERNEL(name)   name##_avxvnni
#define TARGET         __attribute__((target("avx2,avxvnni")))
#define LANES          8
#define TILE           4
#define LARGER(a, b)   ((F_avxvnni)_mm256_max_ps((__m256)(a), (__m256)(b)))
#define DOT(sum, u, s) ((sum) = (__typeof__(sum))_mm256_dpbusd_avx_epi32((__m256i)(sum), (__m256i)(u), (__m256i)(s)))
#include "ingest/attention_kernel.inc"

#define KERNEL(name)   name##_avx512
#define TARGET         __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
#define LANES          16
#define TILE           8
#define LARGER(a, b)   ((F_avx512)_mm512_max_ps((__m512)(a), (__m512)(b)))
#define DOT(sum, u, s) ((sum) = (__typeof__(sum))_mm512_dpbusd_epi32((__m512i)(sum), (__m512i)(u), (__m512i)(s)))
#include "ingest/attention_kernel.inc"
#endif

static const Kernel *const KERNELS[INSTRUCTION_SETS] = {
#ifdef __x86_64__
    [INSTRUCTIONS_AVX2] = &kernel_avx2,
    [INSTRUCTIONS_AVX_VNNI] = &kernel_avxvnni,
    [INSTRUCTIONS_AVX512_VNNI] = &kernel_avx512,
    [INSTRUCTIONS_AMX] = &kernel_avx512,
#endif
    [INSTRUCTIONS_ANY] = &kernel_any,
};

// ---------------------------------------------------------------------------------------------- a window

struct Attention {
    const Kernel *kernel; // NULL: f32
    size_t heads, room;   // room: rows of the largest window, rounded up to whole blocks of keys and tiles
    size_t rows, stride, put, asked;
    // integers
    uint8_t *query, *weights; // [heads][room][32], [ATTENTION_TILE][room]
    int8_t *key, *value;      // [heads][room / 16][8][16][4], [room / 4][heads * 32][4]
    float *query_scale;       // [heads][room]
    float *key_scale;         // [heads][room]
    int32_t *key_sum;         // [heads][room]
    float *value_scale;       // [heads * 32]
    // f32
    float *queries, *keys; // [heads][room][32], [heads][32][room]
    // both
    float *values, *scores; // [room][heads * 32], [ATTENTION_TILE][room] and as much as a row of values
};

static size_t round_up(size_t n, size_t unit)
{
    return (n + unit - 1) / unit * unit;
}

Attention *attention_new(size_t heads, size_t max_rows, InstructionSet instructions, bool exact_float)
{
    Attention *a = memory_grow(NULL, sizeof *a);
    size_t room = round_up(max_rows, KEY_BLOCK) + KEY_BLOCK, hidden = heads * ATTENTION_WIDTH;
    assert(heads <= MAX_HEADS);
    *a = (Attention){.heads = heads, .room = room};
    a->kernel = exact_float ? NULL : KERNELS[instructions] ? KERNELS[instructions] : &kernel_any;
    a->values = memory_zeroed(room * hidden, sizeof *a->values);
    a->scores = memory_zeroed(room * ATTENTION_TILE + hidden, sizeof *a->scores);
    if (exact_float) {
        a->queries = memory_zeroed(room * hidden, sizeof *a->queries);
        a->keys = memory_zeroed(room * hidden, sizeof *a->keys);
        return a;
    }
    a->query = memory_zeroed(room * hidden, 1);
    a->weights = memory_zeroed(room * ATTENTION_TILE, 1);
    a->key = memory_zeroed(room * hidden, 1);
    a->value = memory_zeroed(room * hidden, 1);
    a->query_scale = memory_zeroed(room * heads, sizeof *a->query_scale);
    a->key_scale = memory_zeroed(room * heads, sizeof *a->key_scale);
    a->key_sum = memory_zeroed(room * heads, sizeof *a->key_sum);
    a->value_scale = memory_zeroed(hidden, sizeof *a->value_scale);
    return a;
}

void attention_free(Attention *a)
{
    if (!a) return;
    void *const blocks[] = {a->query,   a->weights,     a->key,     a->value, a->query_scale, a->key_scale,
                            a->key_sum, a->value_scale, a->queries, a->keys,  a->values,      a->scores};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        free(blocks[i]);
    free(a);
}

void attention_begin(Attention *a, size_t rows)
{
    assert(rows > 0 && round_up(rows, KEY_BLOCK) <= a->room);
    a->rows = rows;
    a->stride = round_up(rows, KEY_BLOCK);
    a->put = a->asked = 0;
    if (!a->kernel) return;
    memset(a->value_scale, 0, a->heads * ATTENTION_WIDTH * sizeof *a->value_scale);
    for (size_t h = 0; h < a->heads; h++)
        for (size_t j = rows; j < a->stride; j++) { // keys beyond the last have the lowest of scores
            a->key_scale[h * a->room + j] = 1e30f;
            a->key_sum[h * a->room + j] = 1 << 24;
        }
}

static void put_query(Attention *a, const float *q)
{
    const float unit = 0x1.715476p0f / sqrtf((float)ATTENTION_WIDTH); // e^x is 2^(x log2 e)
    HeadRow row;
    a->kernel->quantize(q, a->heads, QUERY_LIMIT, ZERO, &row);
    for (size_t h = 0; h < a->heads; h++) {
        size_t at = h * a->room + a->asked;
        a->query_scale[at] = unit * row.scale[h];
        memcpy(a->query + at * ATTENTION_WIDTH, row.bytes + h * ATTENTION_WIDTH, ATTENTION_WIDTH);
    }
}

// Four bytes at a time, sixteen keys apart.
static void put_key(Attention *a, const float *k)
{
    HeadRow row;
    a->kernel->quantize(k, a->heads, KEY_LIMIT, 0, &row);
    for (size_t h = 0; h < a->heads; h++) {
        size_t at = h * a->room + a->put, block = h * a->room + a->put / KEY_BLOCK * KEY_BLOCK;
        int8_t *to = a->key + block * ATTENTION_WIDTH + a->put % KEY_BLOCK * 4;
        a->key_scale[at] = row.scale[h];
        a->key_sum[at] = row.sum[h] * ZERO;
        for (size_t g = 0; g < ATTENTION_WIDTH; g += 4)
            memcpy(to + g * KEY_BLOCK, row.bytes + h * ATTENTION_WIDTH + g, 4);
    }
}

static void put_integers(Attention *a, const float *qkv, bool asked)
{
    size_t hidden = a->heads * ATTENTION_WIDTH;
    if (asked) put_query(a, qkv);
    put_key(a, qkv + hidden);
    a->kernel->widen(a->value_scale, qkv + 2 * hidden, hidden);
}

static void put_floats(Attention *a, const float *qkv, bool asked)
{
    const float unit = 1.0f / sqrtf((float)ATTENTION_WIDTH);
    for (size_t h = 0; h < a->heads; h++)
        for (size_t d = 0; d < ATTENTION_WIDTH; d++) {
            const float *q = qkv + h * ATTENTION_WIDTH + d;
            if (asked) a->queries[(h * a->room + a->asked) * ATTENTION_WIDTH + d] = *q * unit;
            a->keys[(h * ATTENTION_WIDTH + d) * a->room + a->put] = q[a->heads * ATTENTION_WIDTH];
        }
}

void attention_put(Attention *a, const float *qkv, bool asked)
{
    size_t hidden = a->heads * ATTENTION_WIDTH;
    memcpy(a->values + a->put * hidden, qkv + 2 * hidden, hidden * sizeof *qkv);
    if (a->kernel)
        put_integers(a, qkv, asked);
    else
        put_floats(a, qkv, asked);
    a->put++;
    a->asked += asked;
}

static void pack_values(Attention *a)
{
    size_t hidden = a->heads * ATTENTION_WIDTH;
    float *inverse = a->scores; // not in use yet
    memset(a->values + a->rows * hidden, 0, (a->stride - a->rows) * hidden * sizeof *a->values);
    for (size_t d = 0; d < hidden; d++) {
        float scale = a->value_scale[d] / (float)KEY_LIMIT;
        a->value_scale[d] = scale > 1e-30f ? scale : 1e-30f;
        inverse[d] = 1.0f / a->value_scale[d];
    }
    for (size_t i = 0; i < a->stride; i += 4)
        a->kernel->pack_values(a->values + i * hidden, inverse, hidden, a->value + i * hidden);
}

void attention_run(Attention *a, float *out)
{
    size_t hidden = a->heads * ATTENTION_WIDTH;
    assert(a->put == a->rows);
    if (a->kernel) pack_values(a);
    for (size_t h = 0; h < a->heads; h++) {
        size_t at = h * a->room;
        if (!a->kernel) {
            ExactAttention exact = {a->queries + at * ATTENTION_WIDTH,
                                    a->keys + at * ATTENTION_WIDTH,
                                    a->values + h * ATTENTION_WIDTH,
                                    a->rows,
                                    a->asked,
                                    a->room,
                                    hidden,
                                    a->scores};
            exact_attend(&exact, out + h * ATTENTION_WIDTH, hidden);
            continue;
        }
        Head head = {a->query + at * ATTENTION_WIDTH,
                     a->query_scale + at,
                     a->key + at * ATTENTION_WIDTH,
                     a->key_scale + at,
                     a->key_sum + at,
                     a->value + h * ATTENTION_WIDTH * 4,
                     a->value_scale + h * ATTENTION_WIDTH,
                     hidden};
        a->kernel->attend(&head, a->stride, a->asked, a->scores, a->weights, out + h * ATTENTION_WIDTH, hidden);
    }
}
