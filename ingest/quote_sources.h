// Words around a quotation that tell who says it.
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_SOURCES_H
#define INGEST_QUOTE_SOURCES_H

#include "ingest/quote_frames.h"

typedef struct Source { // who is told to speak
    bool found;
    int32_t chain;    // -1: somebody unnamed
    uint32_t subject; // the word that names the speaker; NO_TOKEN: none
} Source;

// "..., said Ann Poe"; `begin`: where the sentence of the quotation begins.
Source source_behind(const Document *document, const Quote *quote, uint32_t begin, Frame after);
// "Ann Poe said: ..."
Source source_before(const Document *document, const Quote *quote, Frame before, Frame after);

#endif
