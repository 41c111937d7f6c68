// Dependency trees: projections, scores, decoding.
// SPDX-License-Identifier: MIT
#include "ingest/trees.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"
#include "ingest/spanning.h"

enum {
    WIDTH = 128,
    MAX_LABELS = 64,
    DEP = 0,
    HEAD = WIDTH,
    LABEL_DEP = 2 * WIDTH,
    LABEL_HEAD = 3 * WIDTH,
    SIDES = 4 * WIDTH
};

struct Trees {
    Linear sides;       // dep | head | label_dep | label_head
    Dense product;      // WIDTH to WIDTH
    const float *prior; // [WIDTH]
    Dense label;        // WIDTH to labels
    KbText names[MAX_LABELS];
    size_t labels, root;
};

// ---------------------------------------------------------------------------------------------- loading

static KbStatus load_labels(Trees *t, const Weights *w, KbError *error)
{
    KbStatus status = weights_labels(w, "tree.labels", t->names, MAX_LABELS, &t->labels, error);
    if (status != KB_OK) return status;
    for (t->root = 0; t->root < t->labels; t->root++)
        if (kb_text_equal(t->names[t->root], kb_text("root"))) return KB_OK;
    *error = (KbError){.status = KB_CORRUPT};
    snprintf(error->text, sizeof error->text, "weight file: tree.labels: none is root");
    return KB_CORRUPT;
}

KbStatus trees_new(GemmEngine *engine, const Weights *w, size_t hidden, bool exact_float, Trees **out, KbError *error)
{
    static const char *const sides[] = {"dep", "head", "label_dep", "label_head"};
    Trees *t = memory_grow(NULL, sizeof *t);
    *t = (Trees){0};
    KbStatus status = linear_load(engine, w, "tree.", sides, 4, WIDTH, hidden, exact_float, &t->sides, error);
    if (status == KB_OK) status = load_labels(t, w, error);
    if (status == KB_OK) status = linear_floats(w, "tree.", "prior", WIDTH, 1, &t->prior, error);
    const float *product, *label, *bias;
    if (status == KB_OK) status = linear_floats(w, "tree.", "product", WIDTH, WIDTH, &product, error);
    if (status == KB_OK) status = linear_floats(w, "tree.", "label.w", t->labels, WIDTH, &label, error);
    if (status == KB_OK) status = linear_floats(w, "tree.", "label.b", t->labels, 1, &bias, error);
    if (status != KB_OK) {
        trees_free(t);
        return status;
    }
    dense_new(WIDTH, WIDTH, &t->product);
    dense_put(&t->product, 0, WIDTH, product, NULL);
    dense_new(WIDTH, t->labels, &t->label);
    dense_put(&t->label, 0, t->labels, label, bias);
    *out = t;
    return KB_OK;
}

void trees_free(Trees *t)
{
    if (!t) return;
    linear_free(&t->sides);
    dense_free(&t->product);
    dense_free(&t->label);
    free(t);
}

// ---------------------------------------------------------------------------------------------- one sentence

// sides: [n][SIDES]; scores: [n][n]
static void score_arcs(const Trees *t, float *sides, size_t n, float *scores)
{
    for (size_t i = 0; i < n; i++)
        exact_relu(sides + i * SIDES, 2 * WIDTH);
    for (size_t i = 0; i < n; i++) {
        float turned[WIDTH];
        dense_run(&t->product, sides + i * SIDES + DEP, turned);
        for (size_t j = 0; j < n; j++)
            scores[i * n + j] = exact_dot(turned, sides + j * SIDES + HEAD, WIDTH);
    }
    for (size_t j = 0; j < n; j++) {
        float prior = exact_dot(t->prior, sides + j * SIDES + HEAD, WIDTH);
        for (size_t i = 0; i < n; i++)
            scores[i * n + j] += prior;
    }
}

static KbText best_label(const Trees *t, const float *dependent, const float *head)
{
    float hidden[WIDTH], scores[MAX_LABELS];
    size_t best = t->labels;
    memcpy(hidden, dependent + LABEL_DEP, sizeof hidden);
    exact_add(hidden, head + LABEL_HEAD, WIDTH);
    exact_relu(hidden, WIDTH);
    dense_run(&t->label, hidden, scores);
    for (size_t k = 0; k < t->labels; k++)
        if (k != t->root && (best == t->labels || scores[k] > scores[best])) best = k;
    return t->names[best];
}

static void parse(const Trees *t, Projector *projector, Document *d, const Sentence *sentence, float *sides,
                  float *scores)
{
    size_t n = sentence->last - sentence->first;
    uint32_t tokens[SPANNING_MAX] = {0};
    uint16_t heads[SPANNING_MAX];
    for (size_t i = 0; i < n; i++)
        tokens[i] = sentence->first + (uint32_t)i;
    linear_project(&t->sides, projector, d->vectors, tokens, n, sides);
    score_arcs(t, sides, n, scores);
    spanning_tree(scores, n, heads);
    for (size_t i = 0; i < n; i++) {
        Token *token = &d->tokens[tokens[i]];
        token->head = tokens[heads[i]];
        token->dep = heads[i] == i ? t->names[t->root] : best_label(t, sides + i * SIDES, sides + heads[i] * SIDES);
    }
}

void trees_score(const Trees *t, Projector *projector, const TokenVectors *vectors, const uint32_t *tokens, size_t n,
                 float *scores)
{
    float *sides = memory_grow(NULL, n * SIDES * sizeof *sides);
    linear_project(&t->sides, projector, vectors, tokens, n, sides);
    score_arcs(t, sides, n, scores);
    free(sides);
}

void trees_run(const Trees *t, Projector *projector, Document *d)
{
    float *sides = memory_grow(NULL, SPANNING_MAX * SIDES * sizeof *sides);
    float *scores = memory_grow(NULL, SPANNING_MAX * SPANNING_MAX * sizeof *scores);
    for (size_t i = 0; i < d->token_count; i++)
        d->tokens[i].head = NO_HEAD;
    for (size_t i = 0; i < d->sentence_count; i++)
        if (d->sentences[i].last - d->sentences[i].first <= SPANNING_MAX)
            parse(t, projector, d, &d->sentences[i], sides, scores);
    free(sides);
    free(scores);
}
