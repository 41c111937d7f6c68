// The encoder: six transformer layers read a document in overlapping windows and give one vector a token.
// SPDX-License-Identifier: MIT
//
//   tokens -> pieces -> windows of [CLS] pieces [SEP] -> embeddings -> layers -> the vector of each token's first piece
//
// A layer, post-norm as in BERT, with every product s8 (or f32 in the comparison mode) and all else by ingest/exact.h:
//   x = norm(x + o(attention(q(x), k(x), v(x))))
//   x = norm(x + ff2(gelu(ff1(x))))
// In s8 mode the vectors are the same bits on every machine. A window is computed alone: its vectors depend on nothing
// but its own pieces.
#ifndef INGEST_ENCODER_H
#define INGEST_ENCODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/document.h"
#include "ingest/gemm.h"
#include "ingest/weights.h"
#include "kb/kb.h"

typedef enum EncoderCase {
    CASE_LOWER,
    CASE_CAPITAL,
    CASE_UPPER,
    CASE_MIXED,
    CASE_DIGIT,
    CASE_OTHER,
    CASES
} EncoderCase;

// Letters decide: all lower, the first upper and no other, all upper (two or more), mixed; without letters a digit or
// other.
EncoderCase encoder_case(KbText token);

typedef struct Encoder Encoder; // read only once made: shared by all threads
KB_MUST_USE KbStatus encoder_new(const Weights *weights, bool exact_float, Encoder **out, KbError *error);
void encoder_free(Encoder *encoder);           // before the weights
size_t encoder_hidden(const Encoder *encoder); // width of a vector
bool encoder_exact_float(const Encoder *encoder);
GemmEngine *encoder_engine(const Encoder *encoder); // for the heads' own products

typedef struct EncoderRunner EncoderRunner; // one thread's scratch memory and primitives, about 8 MB
EncoderRunner *encoder_runner_new(const Encoder *encoder);
void encoder_runner_free(EncoderRunner *runner);

// Takes the vectors of tokens [first, first + count), [count][hidden], good until it returns. Called in text order. A
// document's vectors are never kept all at once: they take 1.5 kB a token.
typedef void EncoderSink(void *context, size_t first, size_t count, const float *vectors);

// tokens are in text order; start, end and space are read.
void encoder_run(EncoderRunner *runner, KbText text, const Token *tokens, size_t count, EncoderSink *sink,
                 void *context);

#endif
