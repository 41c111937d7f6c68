// Dependency trees: scores of arcs and labels from the encoder's vectors, and the best tree of each sentence.
// SPDX-License-Identifier: MIT
//
//   arc(i, j)   = relu(dep_i)^T U relu(head_j) + u^T relu(head_j)     Dozat and Manning (2017), roots head themselves
//   label(i, j) = V relu(dep'_i + head'_j) + v
#ifndef INGEST_TREES_H
#define INGEST_TREES_H

#include "ingest/document.h"
#include "ingest/linear.h"

typedef struct Trees Trees; // read only once made: shared by all threads
KB_MUST_USE KbStatus trees_new(GemmEngine *engine, const Weights *weights, size_t hidden, bool exact_float, Trees **out,
                               KbError *error);
void trees_free(Trees *trees); // before the weights and the engine

// scores: [n][n], row: dependent, column: head, of n tokens taken as one sentence.
void trees_score(const Trees *trees, Projector *projector, const TokenVectors *vectors, const uint32_t *tokens,
                 size_t n, float *scores);

// Fills head and dep of every token. A sentence of more than SPANNING_MAX tokens gets no tree.
void trees_run(const Trees *trees, Projector *projector, Document *document);

#endif
