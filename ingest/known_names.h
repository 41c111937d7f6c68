// Names told by other names of the text: "Mozilla" beside "the Mozilla Foundation", "Rita" after "Hurricane Rita".
// SPDX-License-Identifier: MIT
#ifndef INGEST_KNOWN_NAMES_H
#define INGEST_KNOWN_NAMES_H

#include "ingest/document.h"

// Marks the first word of an organization's longer name where it stands alone, and a word that is an organization's or,
// twice, a place's whole name elsewhere; makes an organization of "Ray's Pizza" where nobody in the text is called Ray
// Something; drops what a storm is called by, and adjectives of faith. Linear but for a sort.
void known_names_settle(Document *document);

#endif
