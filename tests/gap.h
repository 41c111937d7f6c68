// GAP: is a pronoun the one or the other of two names, in snippets balanced by gender (Webster et al. 2018).
// SPDX-License-Identifier: MIT
//
// Two yes-or-no questions a snippet. Ours is yes where the chain of the pronoun's mention has another mention that
// shares a byte with the name: names are not asked to have the bounds of the gold, pronouns are. Precision, recall and
// F1 count the yes answers; bias is the F1 of feminine pronouns over that of masculine ones.
#ifndef TESTS_GAP_H
#define TESTS_GAP_H

#include "tests/chain_score.h"

typedef struct GapSnippet {
    KbText text;
    GoldSpan pronoun, names[2]; // A and B
    bool same[2];               // is it the pronoun's?
    bool feminine;
} GapSnippet;

typedef struct GapSnippets {
    GapSnippet *items;
    size_t count, room;
} GapSnippets;

bool gap_load(Arena *arena, const char *path, GapSnippets *snippets); // false: not there

typedef struct GapScores {
    Score masculine, feminine;
} GapScores;

bool gap_same(const GapSnippet *snippet, unsigned name, const ChainMentions *found); // the answer of ours
void score_gap(GapScores *scores, const GapSnippet *snippet, const ChainMentions *found);
Score gap_overall(const GapScores *scores);
double gap_bias(const GapScores *scores); // 0 where there is nothing masculine

#endif
