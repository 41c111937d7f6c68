// Titles of courtesy and rank that a label took for a part of a person's name.
// SPDX-License-Identifier: MIT
#ifndef INGEST_HONORIFICS_H
#define INGEST_HONORIFICS_H

#include "ingest/document.h"

// "Tan Sri Lim Poe" begins at Lim; "Don Tomás" at Tomás where the text has Tomás Poe.
void honorifics_settle(Document *document);

#endif
