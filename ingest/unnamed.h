// Chains of what has no name: the speaker, the readers, things and people told of by a noun alone.
// SPDX-License-Identifier: MIT
//
//   tokens with trees, mentions with named chains --> more mentions, in chains of their own
//
// By rules: I, we and you are one each, in and outside each quotation; "the plan" is the plan, "the new plan" or "our
// new plan" before it, with at most its modifiers; it and they are the subject, else the nearest phrase, of their
// number in this sentence and the one before. Phrases that are in a named chain are left alone, and what is alone is no
// mention. The knowledge base has nothing of this: who has no name is nobody in it.
#ifndef INGEST_UNNAMED_H
#define INGEST_UNNAMED_H

#include "ingest/document.h"

// Fills document->unnamed. Nothing where there are no trees.
void unnamed_find(Document *document);

#endif
