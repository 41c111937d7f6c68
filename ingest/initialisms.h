// Bounds of names that their initials tell: "Committee on Foreign Investment in the United States (CFIUS)".
// SPDX-License-Identifier: MIT
#ifndef INGEST_INITIALISMS_H
#define INGEST_INITIALISMS_H

#include "ingest/document.h"

// Where the capitals before "(CFIUS)" or ", or CFIUS" are its letters and the labels have an organization among them
// but not just these words, all of them are its name. Linear.
void initialisms_settle(Document *document);

#endif
