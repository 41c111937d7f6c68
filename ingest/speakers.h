// Speakers of quotations: who says what stands between the marks.
// SPDX-License-Identifier: MIT
//
//   quote_phrases (whom a phrase names), sayings (verbs and subjects), quote_frames (sentences around the marks)
//     --quote_topics (whom the text is about)--> quote_sources (who is told to speak)
//     --speakers (each quotation, and what carries over)--> speaker_pronouns ("I", "she said")
#ifndef INGEST_SPEAKERS_H
#define INGEST_SPEAKERS_H

#include "ingest/document.h"

// Fills `speaker` and `said` of the stretches in document->quotes, and `resumed` of those that "she said" interrupts.
// Pronouns that stand for a speaker ("I" between the marks, "she" of "she said") go to his or her chain.
void speakers_find(Document *document);

#endif
