// A person whom a sentence describes and the next one names, as the leads of news stories do.
// SPDX-License-Identifier: MIT
//
//   "A former banker was jailed on Monday. // John Poe, 45, pleaded guilty": the banker is Poe

#ifndef KB_INGEST_INTRODUCTIONS_H
#define KB_INGEST_INTRODUCTIONS_H

#include "ingest/document.h"

typedef struct Introductions Introductions; // the document's arena has it

// Of the mentions that are names, which are all the document has so far.
Introductions *introductions_new(Document *document);

bool in_lead(const Introductions *introductions, uint32_t token); // elsewhere nobody is introduced

// The chain of the person whom the noun phrase [first, last) introduces; -1: nobody.
int32_t introduced(const Introductions *introductions, uint32_t first, uint32_t last);

#endif
