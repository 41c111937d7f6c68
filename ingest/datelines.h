// The place of a dateline: "PORT ALDEN, Aug. 3 -", "MILWAUKEE, Wisconsin 1996-08-29", "OTTAWA (Reuters) -".
// SPDX-License-Identifier: MIT
#ifndef INGEST_DATELINES_H
#define INGEST_DATELINES_H

#include "ingest/document.h"

// Makes one place of the words in capitals that begin a line and stand before a date or an agency, or before a dash
// where one of them is a place already or all are the name that opens the text; and one of the region behind a comma.
void datelines_mark(Document *document);

#endif
