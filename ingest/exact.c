// Floating point that gives the same bits on every machine, in vectors of eight.
// SPDX-License-Identifier: MIT
#include "ingest/exact.h"

#include <math.h>
#include <string.h>

// The compiler turns these vectors into whatever the target has: AVX, SSE or NEON. GCC makes each function twice on
// x86-64, for AVX2 and for the baseline, chosen when the program starts. AVX2 without FMA: nothing to contract.
#if defined(__x86_64__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(EXACT_BASELINE)
#define FOR_EACH_CPU __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_CPU
#endif
#define INLINE static inline __attribute__((always_inline))

enum { LANES = 8, STEP = 16 };

typedef float F8 __attribute__((vector_size(32)));
typedef int32_t I8 __attribute__((vector_size(32)));
typedef uint8_t U8 __attribute__((vector_size(8)));
typedef uint8_t Bytes __attribute__((vector_size(32)));
// The same in memory, at any address.
typedef float F8Memory __attribute__((vector_size(32), aligned(4), may_alias));
typedef int32_t I8Memory __attribute__((vector_size(32), aligned(4), may_alias));
typedef uint8_t U8Memory __attribute__((vector_size(8), aligned(1), may_alias));

// No function takes or returns a vector: how it would be passed depends on the target.
#define LOAD(x)            (*(const F8Memory *)(x))
#define STORE(x, v)        (*(F8Memory *)(x) = (v))
#define ALL(x)             ((F8){x, x, x, x, x, x, x, x})
#define CHOOSE(mask, a, b) ((F8)(((mask) & (I8)(a)) | (~(mask) & (I8)(b))))
#define LARGER(a, b)       CHOOSE((a) > (b), a, b)
#define LOW_BYTES(v)       __builtin_shufflevector((Bytes)(v), (Bytes)(v), 0, 4, 8, 12, 16, 20, 24, 28)

INLINE float sum_lanes(const F8 *at)
{
    F8 v = *at;
    float a = v[0] + v[4], b = v[1] + v[5], c = v[2] + v[6], d = v[3] + v[7];
    return (a + c) + (b + d);
}

INLINE float largest_lane(const F8 *at)
{
    F8 v = *at;
    float m = v[0];
    for (int i = 1; i < LANES; i++)
        m = v[i] > m ? v[i] : m;
    return m;
}

// Adding 1.5 * 2^23 leaves no bits for a fraction: the sum is rounded to the nearest integer, ties to even, and its low
// bits hold that integer.
#define ROUNDER      0x1.8p23f
#define ROUNDER_BITS 0x4b400000

// ---------------------------------------------------------------------------------------------- functions

// e^x = 2^n * e^r with n = round(x / ln 2) and |r| <= ln 2 / 2; e^r by the polynomial of Cephes' expf.
INLINE void exp8(F8 *at)
{
    F8 x = *at;
    x = LARGER(x, ALL(-87.0f));
    F8 rounded = x * 0x1.715476p0f + ROUNDER;
    I8 n = (I8)rounded - ROUNDER_BITS;
    F8 nf = rounded - ROUNDER;
    F8 r = x - nf * 0.693359375f - nf * -2.12194440e-4f;
    F8 p = r * 1.9875691500e-4f + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    *at = (p * (r * r) + r + 1.0f) * (F8)((n + 127) << 23);
}

// With t = 1 / (1 + p z), z = |x| / sqrt(2): 1 - erf(z) = (a1 t + ... + a5 t^5) e^(-z^2).
INLINE void gelu8(F8 *at)
{
    F8 x = *at, z = (F8)((I8)x & 0x7fffffff) * 0x1.6a09e6p-1f;
    F8 t = 1.0f / (z * 0.3275911f + 1.0f);
    F8 p = t * 1.061405429f + -1.453152027f;
    p = p * t + 1.421413741f;
    p = p * t + -0.284496736f;
    p = p * t + 0.254829592f;
    F8 power = -(z * z);
    exp8(&power);
    F8 tail = p * t * 0.5f * power, head = 1.0f - tail;
    *at = x * CHOOSE(x < 0.0f, tail, head);
}

FOR_EACH_CPU void exact_exp(float *x, size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        F8 v = LOAD(x + i);
        exp8(&v);
        STORE(x + i, v);
    }
}

FOR_EACH_CPU void exact_gelu(float *y, size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        F8 v = LOAD(y + i);
        gelu8(&v);
        STORE(y + i, v);
    }
}

// ---------------------------------------------------------------------------------------------- rows

FOR_EACH_CPU RowScale exact_quantize(const float *x, size_t n, uint8_t *u)
{
    F8 low = ALL(0.0f), high = ALL(0.0f); // low: the largest of -x
    for (size_t i = 0; i < n; i += LANES) {
        F8 v = LOAD(x + i);
        high = LARGER(v, high);
        low = LARGER(-v, low);
    }
    float lo = -largest_lane(&low), hi = largest_lane(&high), range = hi - lo;
    float scale = range > 1e-30f ? range / 255.0f : 1e-30f;
    float inverse = 1.0f / scale;
    I8 zero = (I8)(ALL(-lo) * inverse + ROUNDER) - ROUNDER_BITS;
    for (size_t i = 0; i < n; i += LANES) {
        I8 v = (I8)(LOAD(x + i) * inverse + ROUNDER) - ROUNDER_BITS + zero;
        I8 over = v > 255; // both ends may have been rounded away from zero
        v = (over & 255) | (~over & v);
        *(U8Memory *)(u + i) = LOW_BYTES(v);
    }
    return (RowScale){scale, zero[0]};
}

FOR_EACH_CPU void exact_dequantize(const int32_t *sum, size_t n, RowScale row, const float *weight_scale,
                                   const int32_t *weight_sum, const float *bias, float *y)
{
    for (size_t i = 0; i < n; i += LANES) {
        I8 exact = *(const I8Memory *)(sum + i) - row.zero * *(const I8Memory *)(weight_sum + i);
        STORE(y + i, row.scale * LOAD(weight_scale + i) * __builtin_convertvector(exact, F8) + LOAD(bias + i));
    }
}

FOR_EACH_CPU void exact_add(float *y, const float *x, size_t n)
{
    for (size_t i = 0; i < n; i += LANES)
        STORE(y + i, LOAD(y + i) + LOAD(x + i));
}

FOR_EACH_CPU void exact_norm(float *y, size_t n, const float *weight, const float *bias)
{
    F8 a = ALL(0.0f), b = ALL(0.0f), c = ALL(0.0f), d = ALL(0.0f);
    for (size_t i = 0; i < n; i += STEP) {
        a += LOAD(y + i);
        b += LOAD(y + i + LANES);
    }
    a += b;
    float mean = sum_lanes(&a) / (float)n;
    for (size_t i = 0; i < n; i += STEP) {
        F8 p = LOAD(y + i) - mean, q = LOAD(y + i + LANES) - mean;
        c += p * p;
        d += q * q;
    }
    c += d;
    float inverse = 1.0f / sqrtf(sum_lanes(&c) / (float)n + 1e-12f);
    for (size_t i = 0; i < n; i += LANES)
        STORE(y + i, (LOAD(y + i) - mean) * inverse * LOAD(weight + i) + LOAD(bias + i));
}

FOR_EACH_CPU float exact_dot(const float *x, const float *y, size_t n)
{
    F8 a = ALL(0.0f), b = ALL(0.0f);
    for (size_t i = 0; i < n; i += STEP) {
        a += LOAD(x + i) * LOAD(y + i);
        b += LOAD(x + i + LANES) * LOAD(y + i + LANES);
    }
    a += b;
    return sum_lanes(&a);
}

// ---------------------------------------------------------------------------------------------- attention

// c[6][16] = a[6][depth] * b[depth][16]: twelve sums in registers, each over the depth in order.
INLINE void product(const float *a, size_t a_stride, const float *b, size_t b_stride, size_t depth, float *c,
                    size_t c_stride)
{
    F8 sum[ATTENTION_ROWS][2] = {0};
    for (size_t k = 0; k < depth; k++) {
        F8 b0 = LOAD(b + k * b_stride), b1 = LOAD(b + k * b_stride + LANES);
#pragma GCC unroll 6
        for (size_t r = 0; r < ATTENTION_ROWS; r++) {
            float x = a[r * a_stride + k];
            sum[r][0] += x * b0;
            sum[r][1] += x * b1;
        }
    }
#pragma GCC unroll 6
    for (size_t r = 0; r < ATTENTION_ROWS; r++) {
        STORE(c + r * c_stride, sum[r][0]);
        STORE(c + r * c_stride + LANES, sum[r][1]);
    }
}

// Scores of one row to e^(score - largest); returns one over their sum.
INLINE float soften(float *scores, size_t rows, size_t stride)
{
    for (size_t j = rows; j < stride; j++)
        scores[j] = scores[0];
    F8 high = LOAD(scores);
    for (size_t j = LANES; j < stride; j += LANES)
        high = LARGER(LOAD(scores + j), high);
    float top = largest_lane(&high);
    for (size_t j = 0; j < stride; j += LANES) {
        F8 v = LOAD(scores + j) - top;
        exp8(&v);
        STORE(scores + j, v);
    }
    memset(scores + rows, 0, (stride - rows) * sizeof *scores);
    F8 a = ALL(0.0f), b = ALL(0.0f);
    for (size_t j = 0; j < stride; j += STEP) {
        a += LOAD(scores + j);
        b += LOAD(scores + j + LANES);
    }
    a += b;
    return 1.0f / sum_lanes(&a);
}

FOR_EACH_CPU void exact_attend(const Attention *at, float *out, size_t out_stride)
{
    size_t stride = at->stride;
    for (size_t i = 0; i < at->queries; i += ATTENTION_ROWS) {
        float inverse[ATTENTION_ROWS];
        for (size_t j = 0; j < stride; j += ATTENTION_COLUMNS)
            product(at->query + i * ATTENTION_WIDTH, ATTENTION_WIDTH, at->key + j, stride, ATTENTION_WIDTH,
                    at->scores + j, stride);
        for (size_t r = 0; r < ATTENTION_ROWS; r++)
            inverse[r] = soften(at->scores + r * stride, at->rows, stride);
        float *to = out + i * out_stride;
        for (size_t d = 0; d < ATTENTION_WIDTH; d += ATTENTION_COLUMNS)
            product(at->scores, stride, at->value + d, ATTENTION_WIDTH, at->rows, to + d, out_stride);
        for (size_t r = 0; r < ATTENTION_ROWS; r++)
            for (size_t d = 0; d < ATTENTION_WIDTH; d += LANES)
                STORE(to + r * out_stride + d, LOAD(to + r * out_stride + d) * inverse[r]);
    }
}
