// Types of names: what the labels of all names of one spelling say, and what stands around each.
// SPDX-License-Identifier: MIT
//
//   score(name, type) = own(name, type) + (sum of own of the other names of its spelling) / 2
//   own(name, type)   = scores of the labels + points of the cues: "chairman of Zephyr" is no person
#ifndef INGEST_NAME_VOTES_H
#define INGEST_NAME_VOTES_H

#include "ingest/document.h"

typedef struct TypeScores {
    float of[KB_TYPES];
} TypeScores;

// scores: [mentions], of the labels that each type would have given to the tokens of a name; changed.
void name_votes_settle(Document *document, TypeScores *scores);

#endif
