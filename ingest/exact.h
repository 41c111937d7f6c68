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

// y = weight * (y - mean) / sqrt(variance + 1e-12) + bias
void exact_norm(float *y, size_t n, const float *weight, const float *bias);

// y = y * (1 + erf(y / sqrt(2))) / 2, erf by Abramowitz and Stegun 7.1.26 (absolute error below 2e-7)
void exact_gelu(float *y, size_t n);

// e^x, relative error below 2e-7 for x in [-87, 88]; x below -87 counts as -87.
void exact_exp(float *x, size_t n);

float exact_dot(const float *x, const float *y, size_t n);

enum { ATTENTION_WIDTH = 32, ATTENTION_ROWS = 6, ATTENTION_COLUMNS = 16 };

// One attention head over a window of `rows` pieces: out[i] = sum of softmax(query[i] . key[j]) * value[j].
// stride = rows rounded up to a multiple of 16; query and out have room for queries rounded up to a multiple of 6.
typedef struct Attention {
    const float *query; // [queries][ATTENTION_WIDTH], scaled
    const float *key;   // [ATTENTION_WIDTH][stride], transposed; columns from `rows` on are any finite numbers
    const float *value; // [rows][ATTENTION_WIDTH]
    size_t rows, stride, queries;
    float *scores; // scratch: [ATTENTION_ROWS][stride]
} Attention;
void exact_attend(const Attention *attention, float *out, size_t out_stride);

#endif
