// Coreference scores of one document after another: mentions, MUC, B-cubed, CEAF-e, their mean, and LEA.
// SPDX-License-Identifier: MIT
//
// Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B3), Luo 2005 (CEAF with phi 4), Pradhan et al. 2014 (which of them
// make the CoNLL score, and how mentions that only one side has count), Moosavi and Strube 2016 (LEA). Singletons
// count.
#ifndef TESTS_CHAIN_SCORE_H
#define TESTS_CHAIN_SCORE_H

#include "tests/score.h"

typedef struct Fraction { // sums over documents
    double above, below;
} Fraction;

typedef struct ChainMeasure {
    Fraction recall, precision;
} ChainMeasure;

typedef struct ChainScores {
    Score mentions;
    ChainMeasure muc, b_cubed, ceaf_e, lea;
} ChainScores;

void chains_unique(ChainMentions *mentions);          // sorts them; of one span the lowest chain stays
void chains_drop_singletons(ChainMentions *mentions); // mentions that are alone in their chain

// Adds one document; both are sorted in place.
void score_chains(ChainScores *scores, ChainMentions *gold, ChainMentions *found);

double measure_recall(ChainMeasure measure);
double measure_precision(ChainMeasure measure);
double measure_f1(ChainMeasure measure);
double chain_conll(const ChainScores *scores); // mean F1 of MUC, B3 and CEAF-e

#endif
