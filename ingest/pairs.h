// The head of a pair: scores of what one place in the text is to another, from the vectors of two tokens.
// SPDX-License-Identifier: MIT
//
//   score_k(i, j) = V_k relu(left_i + right_j + distance + sentences + types + kinds) + v_k
//
// where the last four are learned vectors for how far apart the two are and what they are.
#ifndef INGEST_PAIRS_H
#define INGEST_PAIRS_H

#include "ingest/document.h"
#include "ingest/linear.h"

enum { PAIR_LABELS = 64, PAIR_WIDTH = 192, PAIR_TITLE = 3, PAIR_DEMONYM = 3, PAIR_OTHER = 3 };

// One side of a pair.
typedef struct PairPlace {
    uint32_t token;
    uint32_t sentence;
    uint8_t type; // 0 person, 1 organization, 2 place, PAIR_OTHER
    uint8_t kind; // 0 name, 1 nominal, 2 pronoun, PAIR_DEMONYM; PAIR_TITLE for the words of a post
} PairPlace;

typedef struct Pairs Pairs; // read only once made: shared by all threads
// Reads the tensors "NAME.left" and so on.
KB_MUST_USE KbStatus pairs_new(GemmEngine *engine, const Weights *weights, const char *name, size_t hidden,
                               bool exact_float, Pairs **out, KbError *error);
void pairs_free(Pairs *pairs); // before the weights and the engine
size_t pairs_labels(const Pairs *pairs);
KbText pairs_label(const Pairs *pairs, size_t label); // the weights'

// The sides of places: [count][PAIR_WIDTH] each, in the arena.
float *pairs_left(const Pairs *pairs, Projector *projector, Arena *arena, const TokenVectors *vectors,
                  const PairPlace *places, size_t count);
float *pairs_right(const Pairs *pairs, Projector *projector, Arena *arena, const TokenVectors *vectors,
                   const PairPlace *places, size_t count);

// Row i of the left sides with row j of the right ones. scores: [labels].
void pairs_score(const Pairs *pairs, const PairPlace *i, const float *left, const PairPlace *j, const float *right,
                 float *scores);

#endif
