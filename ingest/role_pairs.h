// Posts as the encoder sees them: spans of titles, and whom the head of pairs gives each to as holder and seat.
// SPDX-License-Identifier: MIT
//
//   title labels -> spans; for each span and each mention around it, one of: none, seat, holder as current, former, ...
#ifndef INGEST_ROLE_PAIRS_H
#define INGEST_ROLE_PAIRS_H

#include "ingest/pairs.h"

// One document's mentions, ready to be asked about; in the document's arena.
typedef struct RoleScorer RoleScorer;
RoleScorer *role_scorer_new(const Pairs *pairs, Projector *projector, Document *document);

// Roles in text order, in the document's arena; their dates are empty. Returns how many.
size_t role_scorer_find(RoleScorer *scorer, Role **out);

// Probability, in thousandths, that the title beginning at `token` is a post of the chain.
uint16_t role_scorer_holder(const RoleScorer *scorer, uint32_t token, int32_t chain);

#endif
