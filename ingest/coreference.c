// Coreference of pronouns and noun phrases: candidates, constraints, and the choice of a chain.
// SPDX-License-Identifier: MIT
#include "ingest/coreference.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/memory.h"

enum {
    REACH = 48,
    LONGEST = 12,
    PERSON = 1 << KB_PERSON,
    BODY = 1 << KB_ORGANIZATION | 1 << KB_PLACE,
    ANYONE = PERSON | BODY
};
_Static_assert(REACH % 16 == 0, "exact_exp takes rows of 16");

typedef struct Anaphors { // mentions in text order: names with chains, and anaphors with or without
    Document *document;
    Mention *items;
    PairPlace *places;
    size_t count, room;
} Anaphors;

// ---------------------------------------------------------------------------------------------- candidates

static const struct {
    const char *words;
    unsigned types;
} pronouns[] = {
    {"|he|him|his|himself|she|her|hers|herself|", PERSON},
    {"|it|its|itself|", BODY},
    {"|i|me|my|mine|myself|", PERSON},
    {"|we|us|our|ours|ourselves|", BODY},
    {"|they|them|their|theirs|themselves|", ANYONE},
    {"|you|your|yours|", PERSON},
};

// The types a pronoun may refer to; 0: no pronoun.
static unsigned pronoun_types(const Document *document, uint32_t token)
{
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (token_in(document, token, pronouns[i].words)) return pronouns[i].types;
    return 0;
}

// One past the last token of the noun phrase or pronoun that the labels begin at `token`; `token`: none.
static uint32_t anaphor_end(const Document *document, uint32_t token)
{
    const Token *tokens = document->tokens;
    if (document_mention_at(document, token) >= 0) return token;
    if (pronoun_types(document, token)) return tokens[token].nominal != SPAN_OUTSIDE ? token + 1 : token;
    if (tokens[token].nominal != SPAN_BEGIN) return token;
    uint32_t end = token + 1;
    while (end < document->token_count && end < token + LONGEST && tokens[end].nominal == SPAN_INSIDE &&
           tokens[end].sentence == tokens[token].sentence && document_mention_at(document, end) < 0)
        end++;
    return end;
}

PairPlace mention_place(const Document *document, const Mention *mention)
{
    return (PairPlace){.token = mention->last - 1,
                       .sentence = document->tokens[mention->first].sentence,
                       .type = mention->type < PAIR_OTHER ? mention->type : PAIR_OTHER,
                       .kind = mention->kind};
}

static void collect(Anaphors *a)
{
    Document *d = a->document;
    size_t next = 0;
    for (uint32_t token = 0; token < d->token_count;) {
        for (; next < d->mention_count && d->mentions[next].first == token; next++)
            ARENA_PUSH(d->arena, a->items, a->count, a->room, d->mentions[next]);
        uint32_t end = anaphor_end(d, token);
        if (end > token) {
            uint8_t kind = end == token + 1 && pronoun_types(d, token) ? KB_PRONOUN : KB_NOMINAL;
            Mention mention = {
                .first = token, .last = end, .head = end - 1, .kind = kind, .type = PAIR_OTHER, .chain = -1};
            ARENA_PUSH(d->arena, a->items, a->count, a->room, mention);
        }
        token = end > token ? end : token + 1;
    }
    a->places = arena_alloc(d->arena, a->count + 1, sizeof *a->places);
    for (size_t i = 0; i < a->count; i++)
        a->places[i] = mention_place(d, &a->items[i]);
}

// ---------------------------------------------------------------------------------------------- choice

// Whether the form of the anaphor allows the chain: its type, and the gender of a pronoun.
static bool may_be(const Anaphors *a, const Mention *anaphor, int32_t chain)
{
    const Chain *c = &a->document->chains[chain];
    unsigned types = anaphor->kind == KB_PRONOUN ? pronoun_types(a->document, anaphor->first) : ANYONE;
    KbGender gender = anaphor->kind == KB_PRONOUN ? pronoun_gender(a->document->tokens[anaphor->first].lower) : 0;
    return (types >> c->type & 1) && !(gender && c->gender && c->gender != gender);
}

typedef struct Vote {
    int32_t chain;
    float weight;
} Vote;

static size_t vote(const Anaphors *a, size_t i, const float *weights, size_t first, Vote votes[REACH])
{
    size_t count = 0;
    for (size_t j = first; j < i; j++) {
        int32_t chain = a->items[j].chain;
        if (chain < 0 || !may_be(a, &a->items[i], chain)) continue;
        size_t k = 0;
        while (k < count && votes[k].chain != chain)
            k++;
        if (k == count) votes[count++] = (Vote){chain, 0};
        votes[k].weight += weights[j - first];
    }
    return count;
}

// The chain that the scores give anaphor i to; -1: to nobody.
static int32_t choose(const Anaphors *a, size_t i, const float *scores, size_t first)
{
    float weights[REACH] = {0};
    for (size_t j = first; j < i; j++)
        weights[j - first] = scores[j - first] < 30 ? scores[j - first] : 30;
    exact_exp(weights, REACH);
    Vote votes[REACH];
    size_t count = vote(a, i, weights, first, votes), best = 0;
    for (size_t k = 1; k < count; k++)
        if (votes[k].weight > votes[best].weight) best = k;
    return count && votes[best].weight > 1 ? votes[best].chain : KB_NONE;
}

static void resolve(Anaphors *a, const Pairs *pairs, const float *left, const float *right)
{
    for (size_t i = 0; i < a->count; i++) {
        Mention *anaphor = &a->items[i];
        if (anaphor->kind == KB_NAME) continue;
        size_t first = i > REACH ? i - REACH : 0;
        float scores[REACH] = {0};
        for (size_t j = first; j < i; j++)
            if (a->items[j].chain >= 0)
                pairs_score(pairs, &a->places[i], left + i * PAIR_WIDTH, &a->places[j], right + j * PAIR_WIDTH,
                            &scores[j - first]);
        anaphor->chain = choose(a, i, scores, first);
        if (anaphor->chain < 0) continue;
        Chain *chain = &a->document->chains[anaphor->chain];
        anaphor->type = chain->type;
        a->places[i].type = chain->type;
        KbGender gender = pronoun_gender(a->document->tokens[anaphor->first].lower);
        if (anaphor->kind == KB_PRONOUN && !chain->gender) chain->gender = (uint8_t)gender;
    }
}

void coreference_run(const Pairs *pairs, Projector *projector, Document *document)
{
    Anaphors a = {.document = document};
    collect(&a);
    const TokenVectors *vectors = document->vectors;
    const float *left = pairs_left(pairs, projector, document->arena, vectors, a.places, a.count);
    const float *right = pairs_right(pairs, projector, document->arena, vectors, a.places, a.count);
    resolve(&a, pairs, left, right);
    document->mentions = a.items;
    document->mention_count = 0;
    for (size_t i = 0; i < a.count; i++)
        if (a.items[i].chain >= 0) document->mentions[document->mention_count++] = a.items[i];
}
