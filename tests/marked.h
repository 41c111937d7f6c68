// Makes a document of one line of text whose names are marked in it: "[[p|Ann Poe]] of [[o|Acme]] in [[l|Malta]]".
// SPDX-License-Identifier: MIT
#ifndef TESTS_MARKED_H
#define TESTS_MARKED_H

#include "ingest/document.h"

// Tokens without part of speech, sentences at full stops before capitals, names as marked; no chains yet.
void marked_document(Document *document, const char *marked, KbDate published);

#endif
