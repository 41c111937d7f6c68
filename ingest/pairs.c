// The head of a pair: loading, sides, scores.
// SPDX-License-Identifier: MIT
#include "ingest/pairs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"

enum { DISTANCES = 17, SENTENCES = 7, TYPES = 16, KINDS = 16 };

struct Pairs {
    Linear left, right;
    size_t width;
    const float *distance, *sentences, *types, *kinds; // [DISTANCES etc.][width]
    Dense out;                                         // width to labels
    KbText names[PAIR_LABELS];
    size_t labels;
};

// ---------------------------------------------------------------------------------------------- loading

static KbStatus load_labels(Pairs *p, const Weights *w, const char *prefix, KbError *error)
{
    char full[64];
    snprintf(full, sizeof full, "%slabels", prefix);
    return weights_labels(w, full, p->names, PAIR_LABELS, &p->labels, error);
}

static KbStatus load_sides(Pairs *p, GemmEngine *engine, const Weights *w, const char *prefix, size_t hidden,
                           bool exact_float, KbError *error)
{
    static const char *const left[] = {"left"}, *const right[] = {"right"};
    Tensor t;
    char full[64];
    snprintf(full, sizeof full, "%sleft", prefix);
    KbStatus status = weights_find(w, full, TENSOR_I8, 0, (uint32_t)hidden, &t, error);
    if (status != KB_OK) return status;
    p->width = t.size[0];
    if (p->width > PAIR_WIDTH || p->width % 16) {
        *error = (KbError){.status = KB_CORRUPT};
        snprintf(error->text, sizeof error->text, "weight file: %s has %zu rows", full, p->width);
        return KB_CORRUPT;
    }
    status = linear_load(engine, w, prefix, left, 1, p->width, hidden, exact_float, &p->left, error);
    if (status == KB_OK)
        status = linear_load(engine, w, prefix, right, 1, p->width, hidden, exact_float, &p->right, error);
    return status;
}

KbStatus pairs_new(GemmEngine *engine, const Weights *w, const char *name, size_t hidden, bool exact_float, Pairs **out,
                   KbError *error)
{
    char prefix[32];
    Pairs *p = memory_grow(NULL, sizeof *p);
    *p = (Pairs){0};
    snprintf(prefix, sizeof prefix, "%s.", name);
    KbStatus status = load_sides(p, engine, w, prefix, hidden, exact_float, error);
    if (status == KB_OK) status = load_labels(p, w, prefix, error);
    if (status == KB_OK) status = linear_floats(w, prefix, "distance", DISTANCES, p->width, &p->distance, error);
    if (status == KB_OK) status = linear_floats(w, prefix, "sentences", SENTENCES, p->width, &p->sentences, error);
    if (status == KB_OK) status = linear_floats(w, prefix, "types", TYPES, p->width, &p->types, error);
    if (status == KB_OK) status = linear_floats(w, prefix, "kinds", KINDS, p->width, &p->kinds, error);
    const float *weights, *bias;
    if (status == KB_OK) status = linear_floats(w, prefix, "out.w", p->labels, p->width, &weights, error);
    if (status == KB_OK) status = linear_floats(w, prefix, "out.b", p->labels, 1, &bias, error);
    if (status != KB_OK) {
        pairs_free(p);
        return status;
    }
    dense_new(p->width, p->labels, &p->out);
    dense_put(&p->out, 0, p->labels, weights, bias);
    *out = p;
    return KB_OK;
}

void pairs_free(Pairs *p)
{
    if (!p) return;
    linear_free(&p->left);
    linear_free(&p->right);
    dense_free(&p->out);
    free(p);
}

size_t pairs_labels(const Pairs *p)
{
    return p->labels;
}

KbText pairs_label(const Pairs *p, size_t label)
{
    return p->names[label];
}

// ---------------------------------------------------------------------------------------------- scores

static float *side(const Linear *l, Projector *projector, Arena *arena, const TokenVectors *vectors,
                   const PairPlace *places, size_t count)
{
    uint32_t *tokens = memory_grow(NULL, (count + 1) * sizeof *tokens);
    float *out = arena_alloc(arena, count * PAIR_WIDTH + 1, sizeof *out);
    float *rows = memory_grow(NULL, (count + 1) * l->outputs * sizeof *rows);
    for (size_t i = 0; i < count; i++)
        tokens[i] = places[i].token;
    linear_project(l, projector, vectors, tokens, count, rows);
    for (size_t i = 0; i < count; i++)
        memcpy(out + i * PAIR_WIDTH, rows + i * l->outputs, l->outputs * sizeof *rows);
    free(rows);
    free(tokens);
    return out;
}

float *pairs_left(const Pairs *p, Projector *projector, Arena *arena, const TokenVectors *vectors,
                  const PairPlace *places, size_t count)
{
    return side(&p->left, projector, arena, vectors, places, count);
}

float *pairs_right(const Pairs *p, Projector *projector, Arena *arena, const TokenVectors *vectors,
                   const PairPlace *places, size_t count)
{
    return side(&p->right, projector, arena, vectors, places, count);
}

// Tokens from i to j: 0 is bucket 8, then powers of two to either side: 1, 2-3, 4-7, ... 128 and more.
static size_t distance_bucket(uint32_t i, uint32_t j)
{
    uint32_t size = i > j ? i - j : j - i;
    size_t bucket = 0;
    for (; size && bucket < 8; size >>= 1)
        bucket++;
    return j >= i ? 8 + bucket : 8 - bucket;
}

static size_t sentence_bucket(uint32_t i, uint32_t j)
{
    size_t far = i > j ? i - j : j - i;
    if (far > 3) far = 3;
    return j >= i ? 3 + far : 3 - far;
}

void pairs_score(const Pairs *p, const PairPlace *i, const float *left, const PairPlace *j, const float *right,
                 float *scores)
{
    float hidden[PAIR_WIDTH], padded[PAIR_LABELS];
    memcpy(hidden, left, p->width * sizeof *hidden);
    exact_add(hidden, right, p->width);
    exact_add(hidden, p->distance + distance_bucket(i->token, j->token) * p->width, p->width);
    exact_add(hidden, p->sentences + sentence_bucket(i->sentence, j->sentence) * p->width, p->width);
    exact_add(hidden, p->types + (i->type * 4U + j->type) * p->width, p->width);
    exact_add(hidden, p->kinds + (i->kind * 4U + j->kind) * p->width, p->width);
    exact_relu(hidden, p->width);
    dense_run(&p->out, hidden, padded);
    memcpy(scores, padded, p->labels * sizeof *scores);
}
