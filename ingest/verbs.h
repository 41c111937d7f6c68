// Verb forms: the lemma of an inflected English verb.
// SPDX-License-Identifier: MIT
#ifndef INGEST_VERBS_H
#define INGEST_VERBS_H

#include "kb/kb.h"

enum { LEMMA_SIZE = 32 };

typedef enum VerbForm { FORM_BASE, FORM_THIRD, FORM_PAST, FORM_PARTICIPLE, FORM_GERUND } VerbForm;

// Writes the lemma of `lower` (a lower-case word known to be a verb) and tells its form; a regular -ed form is
// FORM_PAST, for past tense and participle look alike. False: longer than a verb can be.
bool verb_lemma(KbText lower, char lemma[LEMMA_SIZE], VerbForm *form);

#endif
