// Antecedents: scores of the mentions before one, summed chain by chain.
// SPDX-License-Identifier: MIT
#include "ingest/antecedents.h"

#include "ingest/coreference.h"

enum { REACH = 48 };
_Static_assert(REACH % 16 == 0, "exact_exp takes rows of 16");

// Chains without a name are marked more sparingly than the head was taught, so that nobody counts for more.
static const float least = 2;

struct Antecedents {
    const Pairs *pairs;
    const Document *document;
    const Mention *mentions;
    PairPlace *places;         // [count]
    const float *left, *right; // [count][PAIR_WIDTH]
};

typedef struct Vote {
    int32_t chain;
    float weight;
} Vote;

Antecedents *antecedents_new(const Pairs *pairs, Projector *projector, Document *document, const Mention *mentions,
                             size_t count)
{
    Antecedents *a = arena_alloc(document->arena, 1, sizeof *a);
    *a = (Antecedents){.pairs = pairs, .document = document, .mentions = mentions};
    a->places = arena_alloc(document->arena, count + 1, sizeof *a->places);
    for (size_t i = 0; i < count; i++)
        a->places[i] = mention_place(document, &mentions[i]);
    a->left = pairs_left(pairs, projector, document->arena, document->vectors, a->places, count);
    a->right = pairs_right(pairs, projector, document->arena, document->vectors, a->places, count);
    return a;
}

static bool fits(const Antecedents *a, size_t i, AntecedentNumber number)
{
    const Mention *mention = &a->mentions[i];
    if (mention->chain < 0) return false;
    if (number == NUMBER_OPEN || mention->type != KB_OTHER) return true;
    return token_is_plural(a->document, mention->head) == (number == NUMBER_PLURAL);
}

static void add(Vote *votes, size_t *count, int32_t chain, float weight)
{
    size_t k = 0;
    while (k < *count && votes[k].chain != chain)
        k++;
    if (k == *count) votes[(*count)++] = (Vote){chain, 0};
    votes[k].weight += weight;
}

int32_t antecedents_best(const Antecedents *a, size_t i, AntecedentNumber number)
{
    float weights[REACH] = {0};
    Vote votes[REACH];
    size_t first = i > REACH ? i - REACH : 0, count = 0, best = 0;
    for (size_t j = first; j < i; j++) {
        float *score = &weights[j - first];
        if (!fits(a, j, number)) continue;
        pairs_score(a->pairs, &a->places[i], a->left + i * PAIR_WIDTH, &a->places[j], a->right + j * PAIR_WIDTH, score);
        if (*score > 30) *score = 30;
    }
    exact_exp(weights, REACH);
    for (size_t j = first; j < i; j++)
        if (fits(a, j, number)) add(votes, &count, a->mentions[j].chain, weights[j - first]);
    for (size_t k = 1; k < count; k++)
        if (votes[k].weight > votes[best].weight) best = k;
    return count && votes[best].weight > least ? votes[best].chain : KB_NONE;
}
