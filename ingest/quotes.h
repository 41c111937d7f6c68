// Quotations: what stands between quotation marks, and who says it.
// SPDX-License-Identifier: MIT
//
//   tokens, sentences, chains (and trees) --stage_quotes--> document->quotes; "I" and "she said" of the speaker's chain
//
// A quotation that "she said" interrupts, or that runs over paragraphs with a mark at the head of each, is several
// stretches, of which all but the first are `resumed`. A mark inside a quotation opens nothing.
#ifndef INGEST_QUOTES_H
#define INGEST_QUOTES_H

#include "ingest/document.h"

// Without a worker: finds the stretches, then their speakers.
void quotes_find(Document *document);

// Quotation whose words hold the token; -1: none.
int32_t document_quote_at(const Document *document, uint32_t token);
// The token after the quotation and its closing mark.
uint32_t quote_after(const Document *document, const Quote *quote);

#endif
