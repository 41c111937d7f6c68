// Floating point that gives the same bits on every machine: the steps of a transformer between the integer products.
// SPDX-License-Identifier: MIT
//
// Only +, -, *, /, sqrtf and conversions of IEEE 754 single precision, each correctly rounded and each written in a
// fixed order. Sums over a row go through 16 partial sums (element i into sum i mod 16) that are then added in halves:
// 16 -> 8 -> 4 -> 2 -> 1. Products of matrices add over the inner dimension one by one. So vectors of 16, 8, 4 or 1
// elements give the same result. Compile with -ffp-contract=off and never with -ffast-math.
//
// Row lengths `n` are multiples of 16. Finite inputs.
#ifndef INGEST_EXACT_H
#define INGEST_EXACT_H

#include <stddef.h>
#include <stdint.h>

#include "ingest/gemm.h"

// Chooses the vectors that compute, for the whole process; the results are the same.
void exact_use(InstructionSet instructions);

// Asymmetric u8: x = scale * (u - zero), with 0 represented exactly.
typedef struct RowScale {
    float scale;
    int32_t zero; // 0..255
} RowScale;

// lo = min(x, 0), hi = max(x, 0), scale = (hi - lo) / 255, zero = round(-lo / scale), u = round(x / scale) + zero.
RowScale exact_quantize(const float *x, size_t n, uint8_t *u);

// y[o] = scale * weight_scale[o] * (sum[o] - zero * weight_sum[o]) + bias[o]
void exact_dequantize(const int32_t *sum, size_t n, RowScale row, const float *weight_scale, const int32_t *weight_sum,
                      const float *bias, float *y);

void exact_add(float *y, const float *x, size_t n); // y += x
void exact_relu(float *y, size_t n);                // y = y > 0 ? y : 0

// y = weight * (y - mean) / sqrt(variance + 1e-12) + bias
void exact_norm(float *y, size_t n, const float *weight, const float *bias);

// y = y * (1 + erf(y / sqrt(2))) / 2, absolute error below 1e-4
void exact_gelu(float *y, size_t n);

// e^x, relative error below 2e-7 for x in [-87, 88]; x below -87 counts as -87.
void exact_exp(float *x, size_t n);

float exact_dot(const float *x, const float *y, size_t n);

// y[columns] = x[n] * matrix[n][columns], added over n in order; columns: a multiple of 16
void exact_multiply(const float *x, size_t n, const float *matrix, size_t columns, float *y);

enum { ATTENTION_WIDTH = 32 }; // values of an attention head

// One attention head over a window of `rows` pieces, in f32: out[i] = sum of softmax(query[i] . key[j]) * value[j].
// Products add over the inner dimension one by one. query and out have room for queries rounded up to a multiple of 4.
typedef struct ExactAttention {
    const float *query; // [queries][32], scaled
    const float *key;   // [32][rows], transposed, stride apart; 16 columns from `rows` on are any finite numbers
    const float *value; // [rows][32], value_stride apart
    size_t rows, queries, stride, value_stride;
    float *scores; // scratch: [4][rows rounded up to a multiple of 16]
} ExactAttention;
void exact_attend(const ExactAttention *attention, float *out, size_t out_stride);

#endif
