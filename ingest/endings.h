// Posts that are over, whatever tense they are told in: of persons the text tells dead, and those another took over.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ENDINGS_H
#define INGEST_ENDINGS_H

#include "ingest/document.h"

// Makes current and acting posts former ones: of persons with a relation of death and of the subjects of "died", "was
// killed" and the like; of persons succeeded, as a plain fact, by somebody who holds the same post now; and of persons
// dismissed from a post in the sentence that tells it. After the relations.
void endings_apply(Document *document);

#endif
