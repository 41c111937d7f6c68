// Coreference scores of one document after another: mentions, MUC, B-cubed, CEAF-e, their mean, and LEA.
// SPDX-License-Identifier: MIT
#include "tests/chain_score.h"

#include <stdlib.h>

// Both sides as numbers: how many mentions chain g of gold and chain f of found share, and how long each is.
typedef struct Overlap {
    Arena *arena;
    size_t golds, founds;
    double *shared; // [golds][founds]
    double *gold;   // [golds] mentions
    double *found;  // [founds]
} Overlap;

// The same, seen from the other side: recall of the one is precision of the other.
typedef struct Side {
    const double *keys, *responses;
    size_t key_count, response_count, key_step, response_step;
    const double *shared;
} Side;

static double shared(const Side *side, size_t key, size_t response)
{
    return side->shared[key * side->key_step + response * side->response_step];
}

// ---------------------------------------------------------------------------------------------- the overlap

static int compare_mentions(const void *left, const void *right)
{
    const ChainMention *a = left, *b = right;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

static int compare_all(const void *left, const void *right)
{
    const ChainMention *a = left, *b = right;
    int order = compare_mentions(left, right);
    return order ? order : (a->chain > b->chain) - (a->chain < b->chain);
}

void chains_unique(ChainMentions *mentions)
{
    size_t kept = 0;
    if (mentions->count) qsort(mentions->items, mentions->count, sizeof *mentions->items, compare_all);
    for (size_t i = 0; i < mentions->count; i++)
        if (!kept || compare_mentions(&mentions->items[i], &mentions->items[kept - 1]) != 0)
            mentions->items[kept++] = mentions->items[i];
    mentions->count = kept;
}

void chains_drop_singletons(ChainMentions *mentions)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) { // what is kept has been moved to the front: both parts are looked at
        const ChainMention *mention = &mentions->items[i];
        bool alone = true;
        for (size_t j = 0; j < kept && alone; j++)
            alone = mentions->items[j].chain != mention->chain;
        for (size_t j = i + 1; j < mentions->count && alone; j++)
            alone = mentions->items[j].chain != mention->chain;
        if (!alone) mentions->items[kept++] = *mention;
    }
    mentions->count = kept;
}

// Chains become 0, 1, 2...; returns how many.
static size_t number_chains(Arena *arena, ChainMentions *mentions)
{
    size_t count = 0, room = 0;
    int32_t *chains = NULL;
    if (mentions->count) qsort(mentions->items, mentions->count, sizeof *mentions->items, compare_mentions);
    for (size_t i = 0; i < mentions->count; i++) {
        size_t number = 0;
        while (number < count && chains[number] != mentions->items[i].chain)
            number++;
        if (number == count) ARENA_PUSH(arena, chains, count, room, mentions->items[i].chain);
        mentions->items[i].chain = (int32_t)number;
    }
    return count;
}

static Overlap overlap_of(Arena *arena, ChainMentions *gold, ChainMentions *found)
{
    Overlap overlap = {arena, number_chains(arena, gold), number_chains(arena, found), NULL, NULL, NULL};
    overlap.shared = arena_alloc(arena, overlap.golds * overlap.founds + 1, sizeof(double));
    overlap.gold = arena_alloc(arena, overlap.golds + 1, sizeof(double));
    overlap.found = arena_alloc(arena, overlap.founds + 1, sizeof(double));
    for (size_t i = 0; i < gold->count; i++)
        overlap.gold[gold->items[i].chain]++;
    for (size_t j = 0; j < found->count; j++)
        overlap.found[found->items[j].chain]++;
    for (size_t i = 0, j = 0; i < gold->count && j < found->count;) {
        int order = compare_mentions(&gold->items[i], &found->items[j]);
        if (order == 0) overlap.shared[(size_t)gold->items[i].chain * overlap.founds + (size_t)found->items[j].chain]++;
        i += order <= 0;
        j += order >= 0;
    }
    return overlap;
}

// ---------------------------------------------------------------------------------------------- measures

static void add(Fraction *sum, double above, double below)
{
    sum->above += above;
    sum->below += below;
}

// sum over keys k of (|k| - parts of k in the response) / sum of (|k| - 1); a mention the response lacks is its own
// part.
static void add_muc(Fraction *sum, const Side *side)
{
    for (size_t k = 0; k < side->key_count; k++) {
        double parts = side->keys[k];
        for (size_t r = 0; r < side->response_count; r++)
            if (shared(side, k, r) > 0) parts -= shared(side, k, r) - 1;
        add(sum, side->keys[k] - parts, side->keys[k] - 1);
    }
}

// sum over mentions m of |k(m) and r(m)| / |k(m)|, over the number of mentions.
static void add_b_cubed(Fraction *sum, const Side *side)
{
    for (size_t k = 0; k < side->key_count; k++) {
        double right = 0;
        for (size_t r = 0; r < side->response_count; r++)
            right += shared(side, k, r) * shared(side, k, r) / side->keys[k];
        add(sum, right, side->keys[k]);
    }
}

static double links(double mentions)
{
    return mentions * (mentions - 1) / 2;
}

// sum over keys of |k| * (links of k that the response has) / links of k; a singleton has one link, to itself.
static void add_lea(Fraction *sum, const Side *side)
{
    for (size_t k = 0; k < side->key_count; k++) {
        double right = 0, all = side->keys[k] > 1 ? links(side->keys[k]) : 1;
        for (size_t r = 0; r < side->response_count; r++) {
            bool both_single = side->keys[k] == 1 && side->responses[r] == 1;
            right += both_single ? shared(side, k, r) : links(shared(side, k, r));
        }
        add(sum, side->keys[k] * right / all, side->keys[k]);
    }
}

// ---------------------------------------------------------------------------------------------- the best alignment

static double phi4(const Overlap *overlap, size_t g, size_t f)
{
    if (g >= overlap->golds || f >= overlap->founds) return 0;
    return 2 * overlap->shared[g * overlap->founds + f] / (overlap->gold[g] + overlap->found[f]);
}

typedef struct Assignment { // Hungarian method; row and column 0 stand for none
    double *row, *column, *slack;
    size_t *row_of, *from; // [columns] the row assigned to it; the column before it on the path
    bool *done;
    size_t size;
} Assignment;

// Extends the assignment by `row` along the cheapest path of costs -phi 4.
static size_t extend(const Overlap *overlap, Assignment *a, size_t row)
{
    size_t at = 0;
    a->row_of[0] = row;
    for (size_t j = 0; j <= a->size; j++)
        a->slack[j] = 1e9, a->done[j] = false;
    do {
        size_t here = a->row_of[at], next = 0;
        double least = 1e9;
        a->done[at] = true;
        for (size_t j = 1; j <= a->size; j++) {
            if (a->done[j]) continue;
            double cost = -phi4(overlap, here - 1, j - 1) - a->row[here] - a->column[j];
            if (cost < a->slack[j]) a->slack[j] = cost, a->from[j] = at;
            if (a->slack[j] < least) least = a->slack[j], next = j;
        }
        for (size_t j = 0; j <= a->size; j++) {
            if (a->done[j])
                a->row[a->row_of[j]] += least, a->column[j] -= least;
            else
                a->slack[j] -= least;
        }
        at = next;
    } while (a->row_of[at]);
    return at;
}

static double best_alignment(const Overlap *overlap)
{
    size_t size = overlap->golds > overlap->founds ? overlap->golds : overlap->founds;
    Arena *arena = overlap->arena;
    Assignment a = {arena_alloc(arena, size + 1, sizeof(double)),
                    arena_alloc(arena, size + 1, sizeof(double)),
                    arena_alloc(arena, size + 1, sizeof(double)),
                    arena_alloc(arena, size + 1, sizeof(size_t)),
                    arena_alloc(arena, size + 1, sizeof(size_t)),
                    arena_alloc(arena, size + 1, sizeof(bool)),
                    size};
    double total = 0;
    for (size_t row = 1; row <= size; row++)
        for (size_t at = extend(overlap, &a, row); at; at = a.from[at])
            a.row_of[at] = a.row_of[a.from[at]];
    for (size_t j = 1; j <= size; j++)
        total += phi4(overlap, a.row_of[j] - 1, j - 1);
    return total;
}

// ---------------------------------------------------------------------------------------------- a document

static void add_side(ChainScores *scores, const Side *side, bool recall)
{
    add_muc(recall ? &scores->muc.recall : &scores->muc.precision, side);
    add_b_cubed(recall ? &scores->b_cubed.recall : &scores->b_cubed.precision, side);
    add_lea(recall ? &scores->lea.recall : &scores->lea.precision, side);
}

void score_chains(ChainScores *scores, ChainMentions *gold, ChainMentions *found)
{
    Arena *arena = arena_new();
    Overlap overlap = overlap_of(arena, gold, found);
    Side recall = {overlap.gold, overlap.found, overlap.golds, overlap.founds, overlap.founds, 1, overlap.shared};
    Side precision = {overlap.found, overlap.gold, overlap.founds, overlap.golds, 1, overlap.founds, overlap.shared};
    add_side(scores, &recall, true);
    add_side(scores, &precision, false);
    double aligned = best_alignment(&overlap);
    add(&scores->ceaf_e.recall, aligned, (double)overlap.golds);
    add(&scores->ceaf_e.precision, aligned, (double)overlap.founds);
    scores->mentions.gold += gold->count;
    scores->mentions.found += found->count;
    for (size_t i = 0; i < overlap.golds * overlap.founds; i++)
        scores->mentions.right += (uint64_t)overlap.shared[i];
    arena_free(arena);
}

static double quotient(Fraction fraction)
{
    return fraction.below > 0 ? fraction.above / fraction.below : 0;
}

double measure_recall(ChainMeasure measure)
{
    return quotient(measure.recall);
}

double measure_precision(ChainMeasure measure)
{
    return quotient(measure.precision);
}

double measure_f1(ChainMeasure measure)
{
    double sum = measure_recall(measure) + measure_precision(measure);
    return sum > 0 ? 2 * measure_recall(measure) * measure_precision(measure) / sum : 0;
}

double chain_conll(const ChainScores *scores)
{
    return (measure_f1(scores->muc) + measure_f1(scores->b_cubed) + measure_f1(scores->ceaf_e)) / 3;
}
