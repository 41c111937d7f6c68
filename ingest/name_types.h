// Types of names that their words tell: "Compagnie Ferroviaire", "Superior Court", "Lusaka".
// SPDX-License-Identifier: MIT
#ifndef INGEST_NAME_TYPES_H
#define INGEST_NAME_TYPES_H

#include "ingest/document.h"

// A name that a word of organizations stands in is one; a country or capital is a place, unless somebody in the text
// has it as a family name or the text is about sport; so is a street that does not speak and the bank of a river; "the
// Finn" is no name.
void name_types_settle(Document *document);

#endif
