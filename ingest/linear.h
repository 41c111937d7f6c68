// Linear layers: loading int8 matrices of the weight file, and projections of the vectors of a document's tokens.
// SPDX-License-Identifier: MIT
//
//   y = weights * x + bias, weights s8 with a scale a row, x u8 with a scale a vector (all f32 in the comparison mode)
#ifndef INGEST_LINEAR_H
#define INGEST_LINEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/document.h"
#include "ingest/exact.h"
#include "ingest/gemm.h"
#include "ingest/weights.h"

// In s8 mode weights[o] = scale[o] * packed[o], sums[o] = sum of packed[o].
typedef struct Linear {
    int8_t *tiles;       // of tiles.h; NULL: not possible, or f32
    GemmWeights *packed; // where there are no tiles
    size_t inputs, outputs;
    float *scale, *bias; // [outputs]
    int32_t *sums;       // [outputs]
    bool exact_float;
} Linear;

// names: matrices "PREFIXname" of `rows` rows each, stacked on top of each other, with "PREFIXname.scale" and ".bias".
KB_MUST_USE KbStatus linear_load(GemmEngine *engine, const Weights *weights, const char *prefix,
                                 const char *const *names, size_t count, size_t rows, size_t inputs, bool exact_float,
                                 Linear *out, KbError *error);
void linear_free(Linear *linear); // of a zeroed one: nothing

// rows <= GEMM_MAX_ROWS. in: [rows][inputs], u8 (f32 in the comparison mode); scales: [rows], unread in that mode;
// out: [rows][outputs]. Both have room for rows padded as gemm.h says.
void linear_run(const Linear *linear, GemmRunner *gemm, size_t rows, const void *in, const RowScale *scales,
                float *out);

// An f32 tensor "PREFIXname"; a size of 0 means any.
KB_MUST_USE KbStatus linear_floats(const Weights *weights, const char *prefix, const char *name, size_t rows,
                                   size_t columns, const float **out, KbError *error);

// A small layer in f32, its weights stored input by input: y = weights * x + bias.
typedef struct Dense {
    size_t inputs, outputs, columns; // columns: outputs rounded up to a multiple of 16, which y has room for
    float *weights, *bias;           // [inputs][columns], [columns]
} Dense;

void dense_new(size_t inputs, size_t outputs, Dense *out); // all zero
// Outputs from `first` on; weights: [count][inputs], bias: [count], or NULL for none.
void dense_put(Dense *dense, size_t first, size_t count, const float *weights, const float *bias);
void dense_free(Dense *dense); // of a zeroed one: nothing
void dense_run(const Dense *dense, const float *x, float *y);

// The vectors of a document's tokens as products read them, in the document's arena: about 400 bytes a token.
typedef struct TokenVectors {
    size_t width;
    uint8_t *bytes;   // [tokens][width]; NULL in the comparison mode
    RowScale *scales; // [tokens]
    float *floats;    // [tokens][width] in the comparison mode
} TokenVectors;

TokenVectors *vectors_new(Arena *arena, size_t tokens, size_t width, bool exact_float);
void vectors_put(TokenVectors *vectors, size_t token, const float *vector);

typedef struct Projector Projector; // one thread's scratch memory
Projector *projector_new(GemmEngine *engine, size_t widest_input, size_t widest_output);
void projector_free(Projector *projector);

// out: [count][outputs], the projections of the vectors of `tokens`.
void linear_project(const Linear *linear, Projector *projector, const TokenVectors *vectors, const uint32_t *tokens,
                    size_t count, float *out);

#endif
