// Teams called by their town: "Essex beat Kent", "San Diego 3 NEW YORK 2", a row of a league table.
// SPDX-License-Identifier: MIT
//
// In a text about sport, names of towns and counties that stand with a result, against each other, before a player
// ("Essex captain") or after what a team does ("victory over Essex") are organizations, and so are the same names
// elsewhere in it where no preposition makes a place of them, and those in a list with one. Rows of tables give names
// that no label gave. Countries stay places; a place that an event is called by ("U.S. Open") is no name.
#ifndef INGEST_TEAMS_H
#define INGEST_TEAMS_H

#include "ingest/document.h"

// Reads tokens and names; changes names.
void teams_find(Document *document);

// "U.S. Open", "Charles Schwab Cup": whether the name leads to the word of an event before the token `limit`, over
// words with a capital.
bool teams_name_event(const Document *document, const Mention *name, uint32_t limit);

bool teams_expected(const Document *document); // whether the text is about sport

#endif
