// Asks kb-shell the questions of a storyline over what kb-ingest reads in its articles: evals see what a user sees.
// SPDX-License-Identifier: MIT
#ifndef TESTS_ASK_SHELL_H
#define TESTS_ASK_SHELL_H

#include "tests/annotation.h"
#include "tests/gold.h"

// Calls visit(i, object) for each question in order with its kb-answer; NULL: the shell gave none. False: a program did
// not run. `ingest` is the path of kb-ingest; kb-shell lies beside it. The knowledge base is temporary.
bool ask_shell(const char *ingest, const GoldStory *story, AnnotationVisit visit, void *context);

// Does the kb-answer have the row's status and answers? Answers are apart by " ; ", their variants by " | "; a name may
// also be another name of the entity of entities.tsv that the variants name; letter case does not count. With status ok
// there is no further answer.
bool answer_is_right(const json_t *object, const GoldStory *story, const GoldRow *row);

// Whether the text is one of the variants, or another name of the only entity that the first of them names.
bool answer_fits(const GoldStory *story, KbText variants, KbText text);

// Whether `name` is the entity's name or an alias of it; letter case does not count.
bool gold_named(const GoldEntity *entity, KbText name);

#endif
