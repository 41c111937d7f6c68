// Whom a noun phrase stands for: names, pronouns, and the nominals that news leaves no doubt about.
// SPDX-License-Identifier: MIT
#ifndef INGEST_REFERENTS_H
#define INGEST_REFERENTS_H

#include "ingest/clause.h"

// Chain of the noun phrase that ends with `token`: its name, pronoun, or known nominal; -1: none known.
int32_t referent_at(const Document *document, uint32_t token);
// The referents of a coordination ("A, B and C") whose first member ends at `token`; at most `room`.
size_t referents_right(const Document *document, uint32_t token, uint32_t limit, int32_t *out, size_t room);
// The same, whose last member ends at `token`.
size_t referents_left(const Document *document, uint32_t token, uint32_t limit, int32_t *out, size_t room);

// "both men", "their": the only two people that the sentence has named before `token`, or else the sentence before it;
// 2, or 0.
size_t referents_pair_before(const Document *document, uint32_t token, int32_t out[2]);

#endif
