// A sorted set of words of one document, asked by bisection.
// SPDX-License-Identifier: MIT
#include "ingest/word_set.h"

#include <stdlib.h>

static int by_text(const void *left, const void *right)
{
    return kb_text_compare(*(const KbText *)left, *(const KbText *)right);
}

void word_set_add(WordSet *set, const Document *document, KbText word)
{
    ARENA_PUSH(document->arena, set->items, set->count, set->room, word);
}

void word_set_sort(WordSet *set)
{
    if (set->count) qsort(set->items, set->count, sizeof *set->items, by_text);
}

bool word_set_holds(const WordSet *set, KbText word)
{
    return set->count && bsearch(&word, set->items, set->count, sizeof *set->items, by_text);
}
