// Words that belong to the name beside them: numbers of courts, leagues of workers, newspapers, topics of committees.
// SPDX-License-Identifier: MIT
#ifndef INGEST_NAME_TAILS_H
#define INGEST_NAME_TAILS_H

#include "ingest/document.h"

void name_tails_settle(Document *document);

#endif
