// The chain that a mention most likely goes on with, by the head of pairs, among the mentions before it.
// SPDX-License-Identifier: MIT
//
//   weight(chain) = sum over its mentions of exp(score); "nobody" has 1
//
// At most REACH mentions are looked back: linear in the length of the document.
#ifndef INGEST_ANTECEDENTS_H
#define INGEST_ANTECEDENTS_H

#include "ingest/pairs.h"

typedef enum AntecedentNumber { NUMBER_OPEN, NUMBER_SINGULAR, NUMBER_PLURAL } AntecedentNumber;

typedef struct Antecedents Antecedents; // in the document's arena

// Mentions in text order; their chains are any numbers from 0, or -1 until the caller sets one. Kept, not copied.
Antecedents *antecedents_new(const Pairs *pairs, Projector *projector, Document *document, const Mention *mentions,
                             size_t count);
// KB_NONE: none outweighs "nobody" clearly. Mentions of KB_OTHER do not count where they are of the other number.
int32_t antecedents_best(const Antecedents *antecedents, size_t mention, AntecedentNumber number);

#endif
