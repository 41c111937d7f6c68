// What a sentence's tree says of its pronouns: whom one cannot stand for, and whom one may look ahead to.
// SPDX-License-Identifier: MIT
#ifndef INGEST_BINDING_H
#define INGEST_BINDING_H

#include "ingest/document.h"

// "Poe told him": the subject of the verb whose object the pronoun is, whom only "himself" could stand for; NO_HEAD.
uint32_t binding_subject(const Document *document, uint32_t pronoun);

// "Poe and Roe told him": the noun joined to the subject that comes next after `noun` and before `pronoun`; NO_HEAD.
uint32_t binding_joined(const Document *document, uint32_t noun, uint32_t pronoun);

// The mention's token that hangs outside it.
uint32_t binding_head(const Document *document, const Mention *mention);

// "In his review, Poe wrote": whether the pronoun stands in a phrase or clause that opens the sentence of which the
// name is the subject.
bool binding_ahead(const Document *document, uint32_t pronoun, const Mention *name);

// "Walter Poe of Tulsa and his nephew": the person named before the "and" behind which the possessor stands; NULL:
// none.
const Mention *binding_conjunct(const Document *document, uint32_t pronoun);

#endif
