// Compares two annotations of one article: how far names, chains, roles and relations agree, and where they do not.
// SPDX-License-Identifier: MIT
//
// Each side has entity ids of its own. They are aligned one to one: the pair with the most marks in common first, then
// the next among those left; what shares no mark (a country listed but not marked) aligns by type and name, and where
// one side has no name for it, by type and the rows that it stands in.
#ifndef TESTS_AGREE_H
#define TESTS_AGREE_H

#include "tests/chain_score.h"
#include "tests/gold.h"

typedef struct AgreeSide {
    const GoldStory *story;
    const GoldArticle *article; // of the story
} AgreeSide;

typedef struct Agreement { // `gold` is the first side, `found` the second; F1 is the same either way round
    Score names;           // span and type
    ChainScores chains;    // every mark
    Score roles;           // holder, title, held at, status
    Score roles_any_status;
    Score relations; // subject, predicate, object or value, polarity, modality
    Score relations_plain;
} Agreement;

// [entities of the second side] the entity of the first, KB_NONE where there is none. The arena's.
int32_t *agree_align(Arena *arena, AgreeSide first, AgreeSide second);

// Adds one article to `sums`, and a line for each difference to `differences` unless that is NULL: "-" only the first
// side has it, "+" only the second, "~" both mark it otherwise. False: the texts are not the same, nothing is added.
bool agree_add(Agreement *sums, AgreeSide first, AgreeSide second, Arena *arena, Rows *differences);

#endif
