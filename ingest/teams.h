// Teams called by their town: "Essex beat Kent", "San Diego 3 NEW YORK 2", a row of a league table.
// SPDX-License-Identifier: MIT
//
// In a text about sport, names of towns and counties that stand with a result or against each other are organizations,
// and so are the same names elsewhere in it where no preposition makes a place of them. Countries stay places.
#ifndef INGEST_TEAMS_H
#define INGEST_TEAMS_H

#include "ingest/document.h"

// Reads tokens and names; changes types of names.
void teams_find(Document *document);

#endif
