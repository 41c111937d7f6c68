// Who talks with whom: quotations that answer one another, in paragraphs of their own.
// SPDX-License-Identifier: MIT
#ifndef INGEST_QUOTE_TURNS_H
#define INGEST_QUOTE_TURNS_H

#include "ingest/document.h"

enum { QUOTE_REACH = 40 }; // looked through at most, so that a long document stays linear

int32_t turns_last(const Document *document, size_t before); // the last quotation said before it; -1: none
// Paragraphs that begin between the two quotations; 2 for more.
unsigned turns_paragraphs(const Document *document, const Quote *before, const Quote *quote);
// Does a paragraph end with the closing mark of the one, and the next begin with the other? Then another speaks.
bool turns_answered(const Document *document, const Quote *quote, const Quote *next);
// Who asked right before, in the paragraph before, what the quotation answers; -1: nobody named, or no question.
int32_t turns_asker(const Document *document, const Quote *quote);
// The other of two who talk: who spoke last besides `chain` before the quotation; -1: nobody named.
int32_t turns_other(const Document *document, const Quote *quote, int32_t chain);

#endif
