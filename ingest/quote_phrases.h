// Whom a noun phrase stands for, by the names in it and beside it.
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_PHRASES_H
#define INGEST_QUOTE_PHRASES_H

#include "ingest/document.h"

enum { NEAR = 12 }; // tokens through which a phrase goes on at most

bool is_possessive(const Document *document, uint32_t token);  // owns what follows: "her" or a name before "'s"
bool is_definite(const Document *document, uint32_t head);     // "the general", "the 63-year-old Belgian"
bool is_indefinite(const Document *document, uint32_t head);   // "an inspector", "one juror": somebody new
bool is_common_noun(const Document *document, uint32_t token); // also "the general" tagged as a name
bool is_possessed(const Document *document, uint32_t head);    // "his lawyer", "Poe's lawyer"
bool ends_phrase(const Document *document, uint32_t token);    // no noun phrase goes on over such a word

// All give a chain; -1: nobody named.
int32_t chain_at(const Document *document, uint32_t token);    // of the mention there, unless it owns what follows
int32_t named_beside(const Document *document, uint32_t head); // of the name that the tree hangs on a noun
int32_t head_chain(const Document *document, uint32_t head);   // of the noun phrase with that head
// Of the noun phrase at `first`, or of the name in apposition to it; the second: of the latter alone.
int32_t phrase_chain(const Document *document, uint32_t first, uint32_t limit);
int32_t apposed_chain(const Document *document, uint32_t first, uint32_t limit);

#endif
