// Coreference of pronouns and noun phrases: each goes to the chain of a name before it, or stays out.
// SPDX-License-Identifier: MIT
//
//   tokens' nominal labels -> anaphors, in text order -> the chain with the most probability among the mentions before
//
// p(chain | anaphor) = sum over its mentions of exp(score) / (1 + sum over all mentions of exp(score)), 1 for "nobody";
// head words stand for mentions (word-level coreference, Dobrovolskii 2021). Type, the gender of names and titles, and
// the subject of the pronoun's own verb are hard constraints; the gender of a lone given name, or that of the chain's
// other pronouns, weighs. A pronoun that opens its sentence may look ahead to the subject. At most REACH mentions are
// looked back: linear in the length of the document.
#ifndef INGEST_COREFERENCE_H
#define INGEST_COREFERENCE_H

#include "ingest/pairs.h"

// Adds mentions with chains to the names of document->mentions.
void coreference_run(const Pairs *pairs, Projector *projector, Document *document);

// The mention as one side of a pair.
PairPlace mention_place(const Document *document, const Mention *mention);

#endif
