// Roles: who holds, held or seeks which post or occupation, where.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ROLES_H
#define INGEST_ROLES_H

#include "ingest/document.h"

void roles_find(Document *document); // the stage without a worker

// The same claim about the same holder, whatever its dates and evidence.
bool role_repeats(const Role *a, const Role *b);

// A tie to a body or person that is no post, unless more is said: "owner", but not "mine owner".
bool title_is_tie(KbText title);

#endif
