// Scores what is read in storylines of the annotated corpus: names, chains, roles, relations, quotations, and answers.
// SPDX-License-Identifier: MIT
//
// Names, chains, roles and relations are those that --annotate prints; questions are asked of kb-shell.
// A chain of which no mention is a name, or of another type, does not count: the corpus marks only what is named.
// A chain stands for the gold entity that most of its names are marked as (or whose name or alias it bears). Roles and
// relations are sets of rows over a whole storyline. `linked` is left out: the corpus does not mark it.
// Quotations are numbered, not marked: those of an article are compared one by one, or, where their number is not the
// same, by the longest common subsequence of their speakers.
#ifndef TESTS_STORYLINE_H
#define TESTS_STORYLINE_H

#include "tests/chain_score.h"

typedef struct Storylines {
    Score names;
    ChainScores chains;
    Score roles;            // holder, title, held at, status
    Score roles_any_status; // holder, title, held at
    Score relations;        // subject, predicate, object or value, polarity, modality
    Score relations_plain;  // subject, predicate, object or value
    Score quotes;           // how many; right: as many as both have, article by article
    Score speakers;         // of quotations, in order
    Score questions;        // found: understood
    Score answers;          // the same where the answer is not "I don't know"; found: status ok
    size_t errors;          // rows to print, wrong or missed
} Storylines;

// Adds the storylines of `folder` whose names begin with "heldout-" if `held_out`, else all others. False: there is
// none.
bool eval_storylines(const char *program, const char *folder, bool held_out, Storylines *scores);

#endif
