// A contribution as a stored record.
// SPDX-License-Identifier: MIT
#ifndef KB_CONTRIBUTION_H
#define KB_CONTRIBUTION_H

#include "kb/memory.h"

// What kb_put requires: indexes in range, a name on every entity, known predicates.
KB_MUST_USE KbStatus kb_contribution_check(const KbContribution *contribution, KbError *error);

// nodes: [entity_count], the node id of each entity.
void kb_contribution_encode(const KbContribution *contribution, const uint64_t *nodes, Bytes *out);

// Texts point into the record, arrays into the pool. False: the record is malformed.
bool kb_contribution_decode(KbText record, Pool *pool, KbContribution *contribution, const uint64_t **nodes);

#endif
