// Verbs of saying, and the subjects that verbs have.
// SPDX-License-Identifier: MIT
#ifndef INGEST_SAYINGS_H
#define INGEST_SAYINGS_H

#include "ingest/document.h"

bool says(const Document *document, uint32_t token);                    // a verb that quotes what its subject says
bool says_weakly(const Document *document, uint32_t token);             // only with the quotation right behind it
bool is_agent(const Document *document, uint32_t name, uint32_t limit); // "asked by the chair, Ann Poe"
bool is_passive(const Document *document, uint32_t verb);
bool is_adverbial(const Document *document, uint32_t token); // may stand between a subject and its verb

// Tokens, outside quotations; NO_TOKEN: none.
uint32_t subject_child(const Document *document, uint32_t verb);   // its own, by the tree
uint32_t subject_by_tree(const Document *document, uint32_t verb); // its own, or that of the verb that governs it
uint32_t subject_own(const Document *document, uint32_t verb, uint32_t limit); // its own, by the tree or by place

// Chains; -1: nobody named.
int32_t subject_nearest(const Document *document, uint32_t verb, uint32_t limit); // without a tree
int32_t passive_agent(const Document *document, uint32_t verb, uint32_t limit);   // "by Ann Poe", behind the verb
// "A loan, wrote the judge, Ann Poe, is": whose subject stands behind the verb, between commas; limit: the sentence's
// end.
int32_t subject_between(const Document *document, uint32_t verb, uint32_t limit);

#endif
