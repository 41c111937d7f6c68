// What a succession tells of the posts of the two: who takes over holds what the other held.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ROLE_HANDOVERS_H
#define INGEST_ROLE_HANDOVERS_H

#include "ingest/role_seats.h"

// Adds to the drafts what the successions of the document tell; a bounded number.
void handovers_settle(RoleMaker *maker);

// Whom somebody succeeds or replaces in the post: "to succeed Karl Poe as managing director"; -1: nobody.
int32_t succeeded_as(const Document *document, const Role *role);

#endif
