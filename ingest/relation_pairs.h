// Relations as the encoder sees them: what the head of pairs says of two mentions in the same or the next sentence.
// SPDX-License-Identifier: MIT
#ifndef INGEST_RELATION_PAIRS_H
#define INGEST_RELATION_PAIRS_H

#include "ingest/pairs.h"

// Relations that are at all likely, in the order of their later mention, in the document's arena: subject, object,
// predicate, polarity, modality, sentence, token (where the two mentions meet in the tree) and confidence, the
// probability in thousandths, are filled. Returns how many.
size_t relation_pairs_find(const Pairs *relations, const Pairs *modality, Projector *projector, Document *document,
                           Relation **out);

#endif
