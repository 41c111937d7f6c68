// Whom the sentences before a quotation are about, and which of them a pronoun or noun that speaks stands for.
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_TOPICS_H
#define INGEST_QUOTE_TOPICS_H

#include "ingest/quote_frames.h"

enum { UNNAMED = -2 }; // the text is about somebody without a name

// All give a chain; -1: nobody named. topic_before and topic_speaking may give UNNAMED.

// Of the clause around the quotation: "She is not married, "whatever the internet says.""
int32_t topic_of_clause(const Document *document, Frame frame);
// Of one sentence: its subject, where that is a person of the gender (or unknown) or somebody without a name.
int32_t topic_of_sentence(const Document *document, Frame frame, KbGender gender);
// The person of a gender (or unknown) that the nearest of the sentences before `token` is about.
int32_t topic_before(const Document *document, const Quote *quote, uint32_t token, KbGender gender, bool across);
// Does the sentence name whom the chain stands for?
bool topic_named(const Document *document, Frame sentence, int32_t chain);

// Below, `begin` is where the sentence of the quotation begins.

// The subject of a verb of saying; "he" is whom the sentences before are about.
int32_t topic_speaking(const Document *document, const Quote *quote, uint32_t subject, uint32_t begin);
// The same for "the general" and "it", where no chain is known.
int32_t topic_guess(const Document *document, const Quote *quote, uint32_t subject, uint32_t begin);

#endif
