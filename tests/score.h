// Precision, recall and F1 over spans and over rows of text.
// SPDX-License-Identifier: MIT
#ifndef TESTS_SCORE_H
#define TESTS_SCORE_H

#include "tests/corpora.h"

typedef struct Score {
    uint64_t gold, found, right;
} Score;

double score_precision(Score score);
double score_recall(Score score);
double score_f1(Score score); // 2 right / (gold + found); 0 where both are empty

// Spans of `found` that are in `gold` too, bounds and type alike; both in any order, each one counted once. Only spans
// that begin in [from, to) count. `found` and `gold` are sorted in place.
void score_spans(Score *score, GoldSpans *gold, GoldSpans *found, uint32_t from, uint32_t to);

// The same over sets of strings; duplicates count once. Both are sorted in place.
typedef struct Rows {
    char **items;
    size_t count, room;
} Rows;
void rows_add(Arena *arena, Rows *rows, const char *format, ...) __attribute__((format(printf, 3, 4)));
void score_rows(Score *score, Rows *gold, Rows *found);
bool rows_hold(const Rows *sorted, const char *row);

#endif
