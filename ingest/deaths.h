// Persons whose death the text tells: their posts are over, whatever tense they are told in.
// SPDX-License-Identifier: MIT
#ifndef INGEST_DEATHS_H
#define INGEST_DEATHS_H

#include "ingest/document.h"

// Makes current and acting posts of persons said to be dead former ones: of those with a relation of death, and of the
// subjects of "died", "was killed" and the like. After the relations.
void deaths_apply(Document *document);

#endif
