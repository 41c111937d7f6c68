// What the dependency tree says around a verb: its subject, its object, the noun that its clause describes.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ARGUMENTS_H
#define INGEST_ARGUMENTS_H

#include "ingest/document.h"

// Each returns a token, the last one of a name where a name stands there; NO_HEAD: none, or no tree.

// The first dependent of `head`, in text order, whose relation is in the list "|nsubj|nsubj:pass|".
uint32_t argument_of(const Document *document, uint32_t head, const char *relations);
// The subject, also the one shared with the verb before ("met X and praised Y"), of the clause that a participle opens
// ("Born in Oslo, she ..."), and the noun that a clause describes ("the firm founded in 1990").
uint32_t argument_subject(const Document *document, uint32_t verb);
// The noun that a relative clause takes its object from: "the party that she founded".
uint32_t argument_antecedent(const Document *document, uint32_t verb);
// Whether the token hangs on its head by one of the relations.
bool argument_is(const Document *document, uint32_t token, const char *relations);

#endif
