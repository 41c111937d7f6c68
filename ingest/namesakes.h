// Two people of one family name: which of them "the elder Poe" is.
// SPDX-License-Identifier: MIT
#ifndef INGEST_NAMESAKES_H
#define INGEST_NAMESAKES_H

#include "ingest/document.h"

bool is_younger_kin(const Document *document, uint32_t noun); // "son", "niece": of a generation after
bool is_elder_kin(const Document *document, uint32_t noun);   // "father", "aunt"

// The chain that a family name behind "elder" or "younger" means, by what the text says of kin and ages; -1: it does
// not tell.
int32_t namesake_meant(const Document *document, const Mention *name);

// Gives such names to those chains.
void namesakes_tell(Document *document);

#endif
