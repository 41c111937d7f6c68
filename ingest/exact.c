// Floating point that gives the same bits on every machine: a set of functions for each instruction set.
// SPDX-License-Identifier: MIT
#include "ingest/exact.h"
#include "ingest/lanes.h"

#include <math.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

enum { STEP = 16, ATTENTION_ROWS = 4 };

typedef struct Functions {
    RowScale (*quantize)(const float *x, size_t n, uint8_t *u);
    void (*dequantize)(const int32_t *sum, size_t n, RowScale row, const float *weight_scale, const int32_t *weight_sum,
                       const float *bias, float *y);
    void (*add)(float *y, const float *x, size_t n);
    void (*relu)(float *y, size_t n);
    void (*norm)(float *y, size_t n, const float *weight, const float *bias);
    void (*gelu)(float *y, size_t n);
    void (*exp)(float *x, size_t n);
    float (*dot)(const float *x, const float *y, size_t n);
    void (*multiply)(const float *x, size_t n, const float *matrix, size_t columns, float *y);
    void (*attend)(const ExactAttention *attention, float *out, size_t out_stride);
} Functions;

static inline int32_t float_bits(float x)
{
    int32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

// AVX2 and AVX-512 without fused multiply-add: nothing to contract (-ffp-contract=off).
typedef uint8_t Bytes __attribute__((vector_size(32)));
#define LOW_BYTES(v) __builtin_shufflevector((Bytes)(v), (Bytes)(v), 0, 4, 8, 12, 16, 20, 24, 28)
#define BOUNDED(v)   ((((v) > 255) & 255) | (~((v) > 255) & (v)))

#define KERNEL(name) name##_any
#define TARGET
#define LANES        8
#define LARGER(a, b) ((F_any)((((a) > (b)) & (I_any)(a)) | (~((a) > (b)) & (I_any)(b))))
#define BYTES_OF(v)  LOW_BYTES(BOUNDED(v))
#include "ingest/exact_kernel.inc"

#ifdef __x86_64__
#define KERNEL(name) name##_avx2
#define TARGET       __attribute__((target("avx2")))
#define LANES        8
#define LARGER(a, b) ((F_avx2)_mm256_max_ps((__m256)(a), (__m256)(b)))
#define BYTES_OF(v)  LOW_BYTES(_mm256_min_epi32((__m256i)(v), _mm256_set1_epi32(255)))
#include "ingest/exact_kernel.inc"

#define KERNEL(name) name##_avx512
#define TARGET       __attribute__((target("avx512f")))
#define LANES        16
#define LARGER(a, b) ((F_avx512)_mm512_max_ps((__m512)(a), (__m512)(b)))
#define BYTES_OF(v)  ((B_avx512)_mm512_cvtusepi32_epi8((__m512i)(v)))
#include "ingest/exact_kernel.inc"
#endif

static const Functions *functions = &functions_any;

void exact_use(InstructionSet instructions)
{
    static const Functions *const best[INSTRUCTION_SETS] = {
#ifdef __x86_64__
        [INSTRUCTIONS_AVX2] = &functions_avx2,
        [INSTRUCTIONS_AVX_VNNI] = &functions_avx2,
        [INSTRUCTIONS_AVX512_VNNI] = &functions_avx512,
        [INSTRUCTIONS_AMX] = &functions_avx512,
#endif
        [INSTRUCTIONS_ANY] = &functions_any,
    };
    functions = best[instructions] ? best[instructions] : &functions_any;
}

RowScale exact_quantize(const float *x, size_t n, uint8_t *u)
{
    return functions->quantize(x, n, u);
}

void exact_dequantize(const int32_t *sum, size_t n, RowScale row, const float *weight_scale, const int32_t *weight_sum,
                      const float *bias, float *y)
{
    functions->dequantize(sum, n, row, weight_scale, weight_sum, bias, y);
}

void exact_add(float *y, const float *x, size_t n)
{
    functions->add(y, x, n);
}

void exact_relu(float *y, size_t n)
{
    functions->relu(y, n);
}

void exact_norm(float *y, size_t n, const float *weight, const float *bias)
{
    functions->norm(y, n, weight, bias);
}

void exact_gelu(float *y, size_t n)
{
    functions->gelu(y, n);
}

void exact_exp(float *x, size_t n)
{
    functions->exp(x, n);
}

float exact_dot(const float *x, const float *y, size_t n)
{
    return functions->dot(x, y, n);
}

void exact_multiply(const float *x, size_t n, const float *matrix, size_t columns, float *y)
{
    functions->multiply(x, n, matrix, columns, y);
}

void exact_attend(const ExactAttention *attention, float *out, size_t out_stride)
{
    functions->attend(attention, out, out_stride);
}
