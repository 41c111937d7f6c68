// A sorted set of words of one document, asked by bisection.
// SPDX-License-Identifier: MIT
#ifndef INGEST_WORD_SET_H
#define INGEST_WORD_SET_H

#include "ingest/document.h"

typedef struct WordSet { // zeroed: empty; the document's arena holds it
    KbText *items;
    size_t count, room;
} WordSet;

void word_set_add(WordSet *set, const Document *document, KbText word);
void word_set_sort(WordSet *set); // after the last word, before the first question
bool word_set_holds(const WordSet *set, KbText word);

#endif
