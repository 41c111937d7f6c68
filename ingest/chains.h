// Coreference inside one document: names to chains, repeats that the tagger missed, pronouns that have one antecedent.
// SPDX-License-Identifier: MIT
#ifndef INGEST_CHAINS_H
#define INGEST_CHAINS_H

#include "ingest/document.h"

// The stage without a worker: fills chains, demonyms, and the chains of all name mentions; may add mentions.
void chains_find(Document *document);

// Person that a pronoun (he, she, his, her, him, himself...) at the token stands for; -1: not a pronoun, or no one
// fits.
int32_t pronoun_chain(const Document *document, uint32_t token);
// The same for an object: not the person `chain`, who is the verb's subject.
int32_t pronoun_chain_besides(const Document *document, uint32_t token, int32_t chain);
void pronouns_resolve(Document *document); // adds a mention for each pronoun with one fitting antecedent

// A new chain that no mention names, for what adjectives tell.
int32_t silent_chain(Document *document, KbType type, KbText name);
// The place chain of a country; made silent where the text names the country by its demonyms only.
int32_t country_chain(Document *document, const char *country);
const char *chain_country(const Document *document,
                          int32_t chain); // "Russia" of a place chain of that country, else NULL

KbGender pronoun_gender(KbText lower); // unknown: none of he, she and their forms

#endif
