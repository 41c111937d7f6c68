// A document with all its layers as one line of JSON: the kb-annotation/1 object.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ANNOTATE_H
#define INGEST_ANNOTATE_H

#include "ingest/article.h"
#include "ingest/document.h"
#include "ingest/memory.h"

// Appends the object and a line feed. Offsets are bytes of the text; keys are sorted; what no layer has found yet is
// null or an empty list.
void annotate(const Article *article, const Document *document, Buffer *out);

#endif
