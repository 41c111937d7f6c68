// Weighs the posts that the encoder sees against those that the rules read.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ROLE_MERGE_H
#define INGEST_ROLE_MERGE_H

#include "ingest/role_pairs.h"
#include "ingest/role_seats.h"

// In place of the drafts of the rules: posts that both see, the likeliest of those that the encoder alone sees and
// others that it is sure of, and those of the rules that it finds at all likely.
void roles_merge(RoleMaker *maker, RoleScorer *scorer);

#endif
