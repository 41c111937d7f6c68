// Verbs and turns that are a post by themselves, between the title phrases of a sentence.
// SPDX-License-Identifier: MIT
//
//   "Ann Poe leads Acme"  ->  leader at Acme;  "sits on Acme's board"  ->  board member
#ifndef INGEST_ROLE_VERBS_H
#define INGEST_ROLE_VERBS_H

#include "ingest/role_links.h"

// Adds those of the units from `unit` until `until` to the links; at most PHRASES in all.
void role_verbs(const PhraseReader *reader, uint32_t unit, uint32_t until, LinkedPhrase *links, size_t *count);

#endif
