// Precision, recall and F1 over spans and over rows of text.
// SPDX-License-Identifier: MIT
#include "tests/score.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double score_precision(Score score)
{
    return score.found ? (double)score.right / (double)score.found : 0;
}

double score_recall(Score score)
{
    return score.gold ? (double)score.right / (double)score.gold : 0;
}

double score_f1(Score score)
{
    uint64_t sum = score.gold + score.found;
    return sum ? 2.0 * (double)score.right / (double)sum : 0;
}

static int compare_spans(const void *left, const void *right)
{
    const GoldSpan *a = left, *b = right;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    if (a->end != b->end) return a->end < b->end ? -1 : 1;
    return (a->type > b->type) - (a->type < b->type);
}

static void keep_between(GoldSpans *spans, uint32_t from, uint32_t to)
{
    size_t kept = 0;
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start >= from && spans->items[i].start < to) spans->items[kept++] = spans->items[i];
    spans->count = kept;
    if (kept) qsort(spans->items, kept, sizeof *spans->items, compare_spans);
}

void score_spans(Score *score, GoldSpans *gold, GoldSpans *found, uint32_t from, uint32_t to)
{
    keep_between(gold, from, to);
    keep_between(found, from, to);
    score->gold += gold->count;
    score->found += found->count;
    for (size_t i = 0, j = 0; i < gold->count && j < found->count;) {
        int order = compare_spans(&gold->items[i], &found->items[j]);
        if (order == 0) score->right++;
        i += order <= 0;
        j += order >= 0;
    }
}

void rows_add(Arena *arena, Rows *rows, const char *format, ...)
{
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    char *copy = (char *)(uintptr_t)arena_text(arena, line, strlen(line)).data;
    ARENA_PUSH(arena, rows->items, rows->count, rows->room, copy);
}

static int compare_rows(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void make_set(Rows *rows)
{
    if (!rows->count) return;
    qsort(rows->items, rows->count, sizeof *rows->items, compare_rows);
    size_t kept = 1;
    for (size_t i = 1; i < rows->count; i++)
        if (strcmp(rows->items[i], rows->items[kept - 1]) != 0) rows->items[kept++] = rows->items[i];
    rows->count = kept;
}

bool rows_hold(const Rows *sorted, const char *row)
{
    return sorted->count && bsearch(&row, sorted->items, sorted->count, sizeof *sorted->items, compare_rows);
}

void score_rows(Score *score, Rows *gold, Rows *found)
{
    make_set(gold);
    make_set(found);
    score->gold += gold->count;
    score->found += found->count;
    for (size_t i = 0; i < gold->count; i++)
        score->right += rows_hold(found, gold->items[i]);
}
