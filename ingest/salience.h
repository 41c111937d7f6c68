// How much a mention comes to mind when "he" or "she" follows: what the scores of pairs weigh too little in new texts.
// SPDX-License-Identifier: MIT
#ifndef INGEST_SALIENCE_H
#define INGEST_SALIENCE_H

#include "ingest/document.h"

// To be added to the score of the pair. nearest: no mention that the pronoun's form allows comes between the two.
float salience(const Document *document, const Mention *pronoun, const Mention *before, bool nearest);

#endif
