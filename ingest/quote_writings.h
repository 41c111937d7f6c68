// Who wrote, sent or signed what is quoted.
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_WRITINGS_H
#define INGEST_QUOTE_WRITINGS_H

#include "ingest/quote_frames.h"

// All but the first give a chain; -1: nobody named.

bool writing_read_out(const Document *document, Frame frame); // "read out", "was read"
int32_t writing_hand(const Document *document, uint32_t in);  // "in Poe's own hand"
// "Poe's letter ends:", "The first begins:": who wrote what the verb before the colon unfolds; -1: not told
int32_t writing_unfolds(const Document *document, const Quote *quote, Frame frame);
int32_t writing_source(const Document *document, uint32_t noun,
                       uint32_t limit); // "a statement from Acme"; UNNAMED: none
// ""...," the note says": of the writing that the sentences before `begin` tell of
int32_t writing_speaking(const Document *document, const Quote *quote, uint32_t noun, uint32_t begin);
int32_t writing_answered(const Document *document, Frame frame); // "The answer came at once:": who is to answer
int32_t writing_topic(const Document *document, Frame frame);    // "Poe's letter was short.": of what it is about
int32_t writing_sender(const Document *document, uint32_t noun, uint32_t limit); // "Poe sent a note": of the note
int32_t writing_sent(const Document *document, Frame frame);   // "Poe sent him a note": before what it says
int32_t writing_signed(const Document *document, Frame frame); // "It was signed by Poe": of what stands before it
int32_t writing_writer(const Document *document, const Quote *quote, Frame frame); // of the last writing spoken of

#endif
