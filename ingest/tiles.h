// Products of bytes by AMX, made floats on the way out.
// SPDX-License-Identifier: MIT
//
//   out[r][o] = scale[r] * weight_scale[o] * (sum over i of in[r][i] * weights[o][i] - zero[r] * sums[o]) + bias[o]
//
// The sums are those of gemm.h and the bits those of exact_dequantize; the integers get no further than the stack.
#ifndef INGEST_TILES_H
#define INGEST_TILES_H

#include <stdbool.h>

#include "ingest/exact.h"

typedef struct TileProduct {
    size_t inputs, outputs;
    const int8_t *tiles; // of tiles_pack
    const float *scale, *bias;
    const int32_t *sums;
} TileProduct;

// Whether there are such instructions and the sizes fit. For others oneDNN is as good.
bool tiles_possible(InstructionSet instructions, size_t inputs, size_t outputs);

// weights: [outputs][inputs]; tiles: [outputs / 16][inputs / 4][16][4]
void tiles_pack(const int8_t *weights, size_t outputs, size_t inputs, int8_t *tiles);

// in: [rows][inputs]; out: [rows][outputs]. Where tiles_possible alone.
void tiles_run(const TileProduct *product, size_t rows, const uint8_t *in, const RowScale *scales, float *out);

#endif
