// What a text calls those it names: "Ann Poe, the auditor", "Judge Poe", "the Court of Appeal" for "the court".
// SPDX-License-Identifier: MIT
//
// Read from the names, their chains and the trees; a definite noun phrase that repeats the noun means one so called.
#ifndef INGEST_DESCRIPTIONS_H
#define INGEST_DESCRIPTIONS_H

#include "ingest/document.h"

typedef struct Descriptions Descriptions; // the document's arena has it

// Of the mentions that are names, which are all the document has so far.
Descriptions *descriptions_new(Document *document);

// The chains that the noun phrase [first, last), "the judge" or, after "her", "lawyer", may mean because they were
// called so before it, the nearest last; their number, at most `room`.
size_t descriptions_find(const Descriptions *descriptions, uint32_t first, uint32_t last, int32_t *chains, size_t room);

// The set of 1 << KbType of whom a noun may stand for: "the minister", "the charity", "the country"; governments and
// teams are called by their places.
unsigned descriptions_types(const Document *document, uint32_t noun);
// Whether a chain of such a name is hardly ever called so: "the company" of a ministry.
bool descriptions_unlike(const Document *document, uint32_t noun, int32_t chain);

// One past the noun phrase of the article at `token`; `token` where a name is in it or beside it, or nothing follows;
// one past any other token.
uint32_t descriptions_phrase_end(const Document *document, uint32_t token);

#endif
