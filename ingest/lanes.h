// What the kernels of exact.c and attention.c share: rounding, and what becomes of a vector's lanes.
// SPDX-License-Identifier: MIT
#ifndef INGEST_LANES_H
#define INGEST_LANES_H

#include <stddef.h>
#include <stdint.h>

// Adding 1.5 * 2^23 leaves no bits for a fraction: the sum is rounded to the nearest integer, ties to even, and its low
// bits hold that integer.
#define ROUNDER      0x1.8p23f
#define ROUNDER_BITS 0x4b400000

typedef float Quad __attribute__((vector_size(16), aligned(4), may_alias));
typedef int32_t IntQuad __attribute__((vector_size(16), aligned(4), may_alias));

// n: a multiple of 4
static inline float largest_lane(const float *x, size_t n)
{
    Quad m = *(const Quad *)x;
#pragma GCC unroll 4
    for (size_t i = 4; i < n; i += 4) {
        Quad q = *(const Quad *)(x + i);
        m = (Quad)(((q > m) & (IntQuad)q) | (~(q > m) & (IntQuad)m));
    }
    float a = m[0] > m[1] ? m[0] : m[1], b = m[2] > m[3] ? m[2] : m[3];
    return a > b ? a : b;
}

static inline int32_t sum_lanes(const int32_t *x, size_t n)
{
    IntQuad sum = {0};
#pragma GCC unroll 4
    for (size_t i = 0; i < n; i += 4)
        sum += *(const IntQuad *)(x + i);
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

#endif
