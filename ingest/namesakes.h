// Two people of one family name: which of them "the elder Poe" is.
// SPDX-License-Identifier: MIT
#ifndef INGEST_NAMESAKES_H
#define INGEST_NAMESAKES_H

#include "ingest/document.h"

bool is_younger_kin(const Document *document, uint32_t noun); // "son", "niece": of a generation after
bool is_elder_kin(const Document *document, uint32_t noun);   // "father", "aunt"

uint32_t age_behind(const Document *document, const Mention *name); // "Tom Poe, 56,"; 0: no age is there

// The chain that a family name behind "elder" or "younger" means, by what the text says of kin and ages; -1: it does
// not tell.
int32_t namesake_meant(const Document *document, const Mention *name);

// "His daughter, Ann Poe": the chain of Ann Poe, at "his"; -1: the words there name nobody's kin.
int32_t kin_named_behind(const Document *document, uint32_t possessive);
// Two people of one family name.
bool share_family_name(const Document *document, int32_t a, int32_t b);

// Gives such names to those chains.
void namesakes_tell(Document *document);

#endif
