// Scores the chains of a document against gold after the guidelines of OntoNotes.
// SPDX-License-Identifier: MIT
//
//   bytes --> gold tokens --> no singletons --> spans alike, phrases alike, heads alike
//
// A mention of ours covers the gold tokens that it shares a byte with. Gold has no singletons, so what is alone in its
// chain is dropped on both sides. A mention matches the gold one of the same tokens, the standard way, in three forms:
//   spans    as printed: a name alone, the shortest noun phrase
//   phrases  widened to what hangs on its head in the tree printed, which is what OntoNotes marks: modifiers, "of ...",
//            relative clauses, appositions; not what surrounds a noun that is a predicate, nor coordinated phrases
//   heads    cut to their heads, gold too
// The head is the first token of the mention that hangs on one outside it, in the gold tree for gold, in ours for ours;
// of two mentions of one side with the same head the shorter counts.
#ifndef TESTS_ONTONOTES_H
#define TESTS_ONTONOTES_H

#include <jansson.h>

#include "tests/chain_score.h"

typedef struct OntoScores {
    ChainScores spans, phrases, heads;
} OntoScores;

// One document: gold with tokens, words and mentions, and the object that --annotate printed for it, NULL for none.
void score_ontonotes(OntoScores *scores, const CorpusText *gold, const json_t *object);

#endif
