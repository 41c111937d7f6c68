// Speakers of quotations: who says what stands between the marks.
// SPDX-License-Identifier: MIT
#ifndef INGEST_SPEAKERS_H
#define INGEST_SPEAKERS_H

#include "ingest/document.h"

// Fills `speaker` and `said` of the stretches in document->quotes, and `resumed` of those that "she said" interrupts.
void speakers_find(Document *document);

#endif
