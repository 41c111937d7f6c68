// Chains of what has no name: the speaker, the readers, things and people told of by a noun alone.
// SPDX-License-Identifier: MIT
//
//   tokens with trees, mentions with named chains --> more mentions, in chains of their own
//
// By rules: I, we and you are one each, in and outside each quotation; "the plan" is the plan, "the new plan" or "our
// new plan" before it, with at most its modifiers. By the head of pairs: other pronouns, and "this measure" where no
// measure is before it. Phrases that are in a named chain, or would rather be, are left alone, and what is alone is no
// mention. The knowledge base has nothing of this: who has no name is nobody in it.
#ifndef INGEST_UNNAMED_H
#define INGEST_UNNAMED_H

#include "ingest/pairs.h"

// Fills document->unnamed. Nothing where there are no trees; what the rules find where pairs is NULL.
void unnamed_find(const Pairs *pairs, Projector *projector, Document *document);

#endif
