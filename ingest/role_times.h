// Time bounds of a post, from the time expressions beside its phrase, and the status that they imply.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ROLE_TIMES_H
#define INGEST_ROLE_TIMES_H

#include "ingest/role_links.h"

// Fills start and end of the role from "since 2015", "from 2003 to 2007", "until May"; a past end makes it former, a
// start that lies ahead makes it designate. Does nothing where the document has no times.
void role_times(const Document *document, const Units *units, const LinkedPhrase *link, Role *role);

#endif
