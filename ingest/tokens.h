// Fills the first layer of a document: its tokens.
// SPDX-License-Identifier: MIT
#ifndef INGEST_TOKENS_H
#define INGEST_TOKENS_H

#include "ingest/document.h"

// Cuts the text (ingest/tokenize.h) and fills start, end, space and lower of each token; pos and sentence stay 0.
void tokens_run(Document *document);

// What stands between two tokens: nothing, blanks, one line end, or a blank line (two line ends or more).
SpaceBefore tokens_space(KbText between);

#endif
