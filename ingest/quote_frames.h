// Sentences around quotations, and paragraphs.
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_FRAMES_H
#define INGEST_QUOTE_FRAMES_H

#include "ingest/document.h"

enum { TOKEN_REACH = 250 }; // looked through at most, so that a long document stays linear

typedef struct Frame { // the words of a sentence on one side of a quotation; other quotations may stand between
    uint32_t first, last;
} Frame;

Frame frame_before(const Document *document, const Quote *quote);
Frame frame_after(const Document *document, size_t quote); // up to the next mark or the end of the sentence
// The sentence that ends before `token`, of the same paragraph unless `across`; empty: none.
Frame frame_ending(const Document *document, uint32_t token, bool across);
// The sentence behind the quotation, or behind its frame `after`, of the same paragraph; empty: none.
Frame frame_following(const Document *document, const Quote *quote, Frame after);

bool frame_goes_on(const Document *document, const Quote *quote); // the sentence does, behind the closing mark
bool ends_sentence(const Document *document, uint32_t token);
bool paragraph_begins(const Document *document, uint32_t token);

#endif
