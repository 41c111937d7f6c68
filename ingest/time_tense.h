// Tells which way the clause around a time expression looks: back or ahead.
// SPDX-License-Identifier: MIT
#ifndef INGEST_TIME_TENSE_H
#define INGEST_TIME_TENSE_H

#include "ingest/time_words.h"

typedef enum TimeTense { TENSE_UNSAID, TENSE_PAST, TENSE_AHEAD } TimeTense;

// Of the words from first to last, exclusive: the nearest verb before them decides, else the nearest after them. Looks
// at a bounded number of words of the same sentence.
TimeTense time_tense(const Document *document, const TimeWord *words, size_t count, size_t first, size_t last);

#endif
