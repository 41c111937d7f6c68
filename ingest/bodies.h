// Kinds of organizations, by the words of their names, by the nouns that point back to them, and by the posts in them.
// SPDX-License-Identifier: MIT
#ifndef INGEST_BODIES_H
#define INGEST_BODIES_H

#include "ingest/document.h"

unsigned body_of_name(const Document *document, const Mention *mention); // bit set of kinds; 0: nothing tells
unsigned body_of_noun(KbText lower); // "orchestra", "bank"; 0: any body ("company", "group")
unsigned body_of_title(KbText head); // last word of a title: "rector"; 0: found in any body
unsigned body_of_news(void); // kinds that news names without being about their posts: press, armies, parties, courts
bool body_is_business(KbText lower); // "company", "firm": a body of none of the kinds, or a bank

#endif
