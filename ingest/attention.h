// Self-attention of one window: queries, keys and values in, contexts out, all heads.
// SPDX-License-Identifier: MIT
//
//   context[i] = sum over j of softmax(query[i] . key[j] / sqrt(32)) * value[j]        (Vaswani et al., 2017)
//
// In integers, so that every instruction set gives the same bits: a query is unsigned bytes around 128 with a scale of
// its own; a key is 7 bits with a scale of its own; a column of the values is 7 bits with a scale over the window; the
// weights are e^(score - largest score) in 8 bits, divided by their sum at the end. With 7 bits on one side no sum of
// two products leaves 16 bits, which AVX2 needs. In the comparison mode everything is f32, in a fixed order.
#ifndef INGEST_ATTENTION_H
#define INGEST_ATTENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/exact.h"

enum { ATTENTION_TILE = 8 }; // queries side by side, at most

typedef struct Attention Attention; // one thread's

// For windows of up to max_rows rows, by instructions that this machine has.
Attention *attention_new(size_t heads, size_t max_rows, InstructionSet instructions, bool exact_float);
void attention_free(Attention *attention);

// Starts a window; then attention_put gives its rows in order. qkv: queries, keys and values, [3][heads][32]. Only rows
// that are `asked` get a context.
void attention_begin(Attention *attention, size_t rows);
void attention_put(Attention *attention, const float *qkv, bool asked);

// out: [rows asked][heads * 32], with room for rows rounded up to a multiple of ATTENTION_TILE
void attention_run(Attention *attention, float *out);

#endif
