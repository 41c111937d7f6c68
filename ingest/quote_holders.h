// Who bears the office, the kinship or the trade that a noun tells: "the inspector", "her mother", "the elder Poe".
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_HOLDERS_H
#define INGEST_QUOTE_HOLDERS_H

#include "ingest/document.h"

// All give a chain; -1: nobody named. `begin` is where the sentence of the quotation begins.

int32_t holder_described(const Document *document, uint32_t noun);                // who is called so right there
int32_t holder_of_noun(const Document *document, uint32_t noun, uint32_t begin);  // "the inspector": described so last
int32_t holder_elder(const Document *document, uint32_t subject, uint32_t begin); // "the elder Poe", "the younger man"
// A noun that says nobody named: "an inspector", "his lawyer" where no lawyer has a name.
bool holder_unnamed(const Document *document, uint32_t subject, uint32_t begin);

#endif
