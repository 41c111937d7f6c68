// What a document adds to the knowledge base, in its terms: chains become entities, layers lose their tokens.
// SPDX-License-Identifier: MIT
#ifndef INGEST_CONTRIBUTE_H
#define INGEST_CONTRIBUTE_H

#include "ingest/article.h"
#include "ingest/document.h"

// All arrays are in the document's arena; texts may also be the article's. Both must outlive the contribution.
void contribute(Document *document, const Article *article, KbContribution *contribution);

#endif
