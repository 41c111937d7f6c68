// Bounds of names that the form of the text tells: names cut in two are joined, names run together are cut.
// SPDX-License-Identifier: MIT
//
//   names as labelled --bounds_settle--> "A. Noel Kramer", "Court of the District of Columbia", "San Rafael"
//   "California"
#ifndef INGEST_BOUNDS_H
#define INGEST_BOUNDS_H

#include "ingest/document.h"

// Before chains are made. Keeps text order; heads of changed names are their last tokens.
void bounds_settle(Document *document);

// Puts names, in text order and apart from each other, in the place of all that they overlap.
void bounds_replace(Document *document, const Mention *names, size_t count);

// Whether the tokens are a country or a state, by its name or a short form.
bool bounds_is_region(const Document *document, uint32_t first, uint32_t last);

#endif
