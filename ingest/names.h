// Names inside one document: their words, and an index from words to the chains that hold them.
// SPDX-License-Identifier: MIT
#ifndef INGEST_NAMES_H
#define INGEST_NAMES_H

#include "ingest/document.h"

enum { NAME_WORDS = 12, NAME_CANDIDATES = 48 };

// The words of a name in lower case: no punctuation, hyphens are breaks, spelling variants made one.
typedef struct NameWords {
    KbText words[NAME_WORDS];
    uint8_t count;
    uint8_t suffix; // "jr" 1, "sr" 2, "ii" and on 3...; 0 none; not among the words
    bool acronym;   // printed as one word of two or more capitals, periods aside
} NameWords;

NameWords person_words(const Document *document, const Mention *mention);
NameWords organization_words(const Document *document, const Mention *mention); // no "of", "the", "Inc."
NameWords place_words(Document *document, const Mention *mention);              // a country under its usual name

// How well `part` fits as another form of `whole`; 0: it does not. Higher is closer.
unsigned person_fit(const NameWords *whole, const NameWords *part);
unsigned organization_fit(const NameWords *whole, const NameWords *part);
unsigned place_fit(const NameWords *whole, const NameWords *part);

// Word -> chains, the latest added first.
typedef struct NameIndex NameIndex;
NameIndex *name_index_new(Arena *arena, size_t words);
void name_index_add(NameIndex *index, KbText word, int32_t chain);
size_t name_index_get(const NameIndex *index, KbText word, int32_t out[NAME_CANDIDATES]);

#endif
