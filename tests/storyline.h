// Scores names, roles and relations that --annotate finds in storylines of the annotated corpus.
// SPDX-License-Identifier: MIT
//
// A chain stands for the gold entity that most of its names are marked as (or whose name or alias it bears). Roles and
// relations are sets of rows over a whole storyline. `linked` is left out: the corpus does not mark it.
#ifndef TESTS_STORYLINE_H
#define TESTS_STORYLINE_H

#include "tests/score.h"

typedef struct Storylines {
    Score names;
    Score roles;            // holder, title, held at, status
    Score roles_any_status; // holder, title, held at
    Score relations;        // subject, predicate, object or value, polarity, modality
    Score relations_plain;  // subject, predicate, object or value
    size_t errors;          // rows to print, wrong or missed
} Storylines;

void eval_storylines(const char *program, const char *folder, Storylines *scores);

#endif
