// Coreference of pronouns and noun phrases: candidates, constraints, and the choice of a chain.
// SPDX-License-Identifier: MIT
#include "ingest/coreference.h"

#include <stdio.h>
#include <string.h>

#include "ingest/binding.h"
#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/descriptions.h"
#include "ingest/introductions.h"
#include "ingest/memory.h"
#include "ingest/namesakes.h"
#include "ingest/salience.h"
#include "kb/name.h"

enum {
    REACH = 48,
    LONGEST = 12,
    PERSON = 1 << KB_PERSON,
    BODY = 1 << KB_ORGANIZATION | 1 << KB_PLACE,
    ANYONE = PERSON | BODY,
    BARRED = 8,
    CALLED = 8 // chains that one noun describes
};
_Static_assert(REACH % 16 == 0, "exact_exp takes rows of 16");

typedef struct Anaphors { // mentions in text order: names with chains, and anaphors with or without
    Document *document;
    Mention *items;
    PairPlace *places;
    size_t count, room;
    Descriptions *descriptions;
    Introductions *introductions;
    bool *signs;         // [items] the name is of who wrote or printed the article: "By Jane Doe", "(AP) -"
    uint8_t *likely;     // [chains] KbGender that a given name or an earlier pronoun makes likely
    uint32_t *mentioned; // [chains] names and anaphors so far
    uint32_t (*said)[2]; // [chains] masculine and feminine pronouns that stand for it
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

// One past "the court" that the labels leave out after a body or place named so; `token`: nothing of the kind.
static uint32_t repeat_end(const Anaphors *a, uint32_t token)
{
    const Document *document = a->document;
    int32_t chain;
    if (!token_is(document, token, "the")) return token;
    uint32_t end = descriptions_phrase_end(document, token);
    bool described = end > token + 1 && descriptions_find(a->descriptions, token, end, &chain, 1) == 1;
    return described && document->chains[chain].type != KB_PERSON ? end : token;
}

// One past "a banker", whom the labels leave out and the next sentence names; `token`: nothing of the kind.
static uint32_t introduction_end(const Anaphors *a, uint32_t token)
{
    const Document *document = a->document;
    bool owned = token && (token_in(document, token - 1, "|'s|'|") || document_mention_at(document, token - 1) >= 0);
    if (!in_lead(a->introductions, token) || (!owned && !token_in(document, token, "|a|an|the|"))) return token;
    uint32_t end = noun_phrase_end(document, token, document->sentences[document->tokens[token].sentence].last);
    for (uint32_t i = token; i < end; i++)
        if (document_mention_at(document, i) >= 0) return token; // "a former Toledo treasurer": behind the name
    return end > token && introduced(a->introductions, token, end) >= 0 ? end : token;
}

// One past the last token of the noun phrase or pronoun that the labels begin at `token`; `token`: none.
static uint32_t anaphor_end(const Anaphors *a, uint32_t token)
{
    const Document *document = a->document;
    const Token *tokens = document->tokens;
    if (document_mention_at(document, token) >= 0) return token;
    if (pronoun_types(document, token)) return tokens[token].nominal != SPAN_OUTSIDE ? token + 1 : token;
    if (tokens[token].nominal != SPAN_BEGIN) {
        uint32_t end = repeat_end(a, token);
        return end > token ? end : introduction_end(a, token);
    }
    uint32_t end = token + 1;
    while (end < document->token_count && end < token + LONGEST && tokens[end].nominal == SPAN_INSIDE &&
           tokens[end].sentence == tokens[token].sentence && document_mention_at(document, end) < 0)
        end++;
    return end == token + 1 ? descriptions_phrase_end(document, token) : end;
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
        uint32_t end = anaphor_end(a, token);
        if (end > token) {
            uint8_t kind = end == token + 1 && pronoun_types(d, token) ? KB_PRONOUN : KB_NOMINAL;
            Mention mention = {
                .first = token, .last = end, .head = end - 1, .kind = kind, .type = PAIR_OTHER, .chain = -1};
            ARENA_PUSH(d->arena, a->items, a->count, a->room, mention);
        }
        token = end > token ? end : token + 1;
    }
    a->places = arena_alloc(d->arena, a->count + 1, sizeof *a->places);
    a->signs = arena_alloc(d->arena, a->count + 1, sizeof *a->signs);
    for (size_t i = 0; i < a->count; i++) {
        a->places[i] = mention_place(d, &a->items[i]);
        a->signs[i] = names_outlet(d, &a->items[i]) ||
                      (a->items[i].type == KB_PERSON && sentence_is_byline(d, a->places[i].sentence));
    }
}

// ---------------------------------------------------------------------------------------------- gender

// What "Barbara", a whole name of one word and without a title, would be as a given name.
static KbGender given_gender(const Chain *chain)
{
    char name[64];
    bool lone = chain->type == KB_PERSON && !chain->gender && !chain->honorific.length &&
                !memchr(chain->name.data, ' ', chain->name.length);
    if (!lone || chain->name.length + sizeof " X" > sizeof name) return KB_GENDER_UNKNOWN;
    snprintf(name, sizeof name, "%.*s X", (int)chain->name.length, chain->name.data);
    return kb_name_gender(kb_text(name));
}

static void genders_begin(Anaphors *a)
{
    const Document *d = a->document;
    a->likely = arena_alloc(d->arena, d->chain_count + 1, sizeof *a->likely);
    a->said = arena_alloc(d->arena, d->chain_count + 1, sizeof *a->said);
    a->mentioned = arena_alloc(d->arena, d->chain_count + 1, sizeof *a->mentioned);
    for (size_t i = 0; i < d->chain_count; i++)
        a->likely[i] = (uint8_t)given_gender(&d->chains[i]);
}

static KbGender anaphor_gender(const Anaphors *a, const Mention *anaphor)
{
    if (anaphor->kind != KB_PRONOUN) return KB_GENDER_UNKNOWN;
    return pronoun_gender(a->document->tokens[anaphor->first].lower);
}

static void note_gender(Anaphors *a, int32_t chain, KbGender gender)
{
    if (!gender) return;
    if (!a->likely[chain]) a->likely[chain] = (uint8_t)gender;
    a->said[chain][gender == KB_FEMALE]++;
}

// Persons whose names leave it open are of the gender of most of their pronouns.
static void genders_end(const Anaphors *a)
{
    for (size_t i = 0; i < a->document->chain_count; i++) {
        Chain *chain = &a->document->chains[i];
        const uint32_t *said = a->said[i];
        if (!chain->gender && said[0] != said[1]) chain->gender = said[0] > said[1] ? KB_MALE : KB_FEMALE;
    }
}

// ---------------------------------------------------------------------------------------------- choice

// How far the form of the anaphor allows the chain, 0 to 1: its type, and the gender of a pronoun.
static float may_be(const Anaphors *a, const Mention *anaphor, int32_t chain)
{
    static const float unlikely = 0.05f;
    const Chain *c = &a->document->chains[chain];
    unsigned types = anaphor->kind == KB_PRONOUN ? pronoun_types(a->document, anaphor->first)
                                                 : descriptions_types(a->document, anaphor->last - 1);
    KbGender gender = anaphor_gender(a, anaphor);
    if (anaphor->kind == KB_NOMINAL && descriptions_unlike(a->document, anaphor->last - 1, chain)) return unlikely;
    if (!(types >> c->type & 1) || (gender && c->gender && c->gender != gender)) return 0;
    return gender && !c->gender && a->likely[chain] && a->likely[chain] != gender ? unlikely : 1;
}

typedef struct Barred { // chains that a pronoun cannot be of
    int32_t chains[BARRED];
    size_t count;
} Barred;

static bool is_barred(const Barred *barred, int32_t chain)
{
    for (size_t i = 0; i < barred->count; i++)
        if (barred->chains[i] == chain) return true;
    return false;
}

// Bars whoever the token before item i stands for.
static void bar(const Anaphors *a, size_t i, uint32_t token, Barred *barred)
{
    for (size_t j = i; barred->count < BARRED && j-- > 0 && a->items[j].last > token;)
        if (a->items[j].first <= token && a->items[j].chain >= 0) barred->chains[barred->count++] = a->items[j].chain;
}

// "Born in Oslo, the son of Tom Poe, he ...": who is named in the phrase that describes the subject is not the subject.
static void bar_described(const Anaphors *a, size_t i, Barred *barred)
{
    const Document *d = a->document;
    uint32_t first = d->sentences[a->places[i].sentence].first, noun = first;
    if (!token_in(d, a->items[i].first, "|he|she|")) return;
    while (noun < first + 4 && !token_in(d, noun, "|son|daughter|"))
        noun++;
    bool child = token_in(d, first, "|a|the|") && noun < first + 4 && token_is(d, noun + 1, "of");
    if (!child && !token_in(d, first, "|born|educated|raised|christened|apprenticed|")) return;
    for (size_t j = i; barred->count < BARRED && j-- > 0 && a->places[j].sentence == a->places[i].sentence;)
        if (a->items[j].chain >= 0) barred->chains[barred->count++] = a->items[j].chain;
}

// Whom the subjects of its own verb rule out.
static Barred bar_subjects(const Anaphors *a, size_t i)
{
    const Document *d = a->document;
    Barred barred = {.count = 0};
    uint32_t pronoun = a->items[i].first;
    uint32_t owner = pronoun ? pronoun - 1 : 0;
    while (owner > 1 && token_in(d, owner, "|-|great|step|half|")) // "his great-grandfather"
        owner--;
    bool named = owner && token_in(d, owner, "|'s|’s|");
    if (a->items[i].kind == KB_NOMINAL && owner && (named || token_in(d, owner, "|his|her|my|")))
        bar(a, i, owner - named, &barred); // "his brother" is not he
    if (named && barred.count && d->chains[barred.chains[0]].type != KB_PERSON) barred.count = 0; // "Chad's government"
    KbText lower = d->tokens[pronoun].lower;
    bool reflexive = lower.length > 4 && memcmp(lower.data + lower.length - 4, "self", 4) == 0;
    if (a->items[i].kind != KB_PRONOUN || reflexive) return barred;
    bar_described(a, i, &barred);
    uint32_t subject = binding_subject(d, pronoun);
    for (; subject != NO_HEAD; subject = binding_joined(d, subject, pronoun))
        bar(a, i, subject, &barred);
    return barred;
}

// "In his review, Poe wrote": the person that a pronoun at the opening of a sentence looks ahead to.
static int32_t chain_ahead(const Anaphors *a, size_t i)
{
    const Mention *anaphor = &a->items[i];
    uint32_t sentence = a->places[i].sentence;
    if (!anaphor_gender(a, anaphor)) return KB_NONE;
    for (size_t j = i; j-- > 0 && a->places[j].sentence == sentence;) // a person named before comes first
        if (a->items[j].kind == KB_NAME && a->items[j].type == KB_PERSON && may_be(a, anaphor, a->items[j].chain) == 1)
            return KB_NONE;
    for (size_t j = i + 1; j < a->count && a->places[j].sentence == sentence; j++) {
        const Mention *name = &a->items[j];
        if (name->kind == KB_NAME && name->type == KB_PERSON && may_be(a, anaphor, name->chain) == 1 &&
            binding_ahead(a->document, anaphor->first, name))
            return name->chain;
    }
    return KB_NONE;
}

// An article speaks of its writer as "I" or "the writer".
static bool may_be_writer(const Document *d, const Mention *anaphor)
{
    return token_in(d, anaphor->last - 1,
                    "|i|me|my|mine|myself|we|us|our|writer|author|reporter|columnist|correspondent|agency|newspaper|"
                    "paper|magazine|daily|weekly|");
}

// "Walter Poe of Tulsa and his nephew": Poe.
static int32_t chain_joined(const Anaphors *a, size_t i)
{
    const Mention *name = binding_conjunct(a->document, a->items[i].first);
    return name && name->chain >= 0 && may_be(a, &a->items[i], name->chain) == 1 ? name->chain : KB_NONE;
}

typedef struct Vote {
    int32_t chain;
    float weight;
} Vote;

static size_t vote(const Anaphors *a, size_t i, const float *weights, size_t first, Vote votes[REACH])
{
    size_t count = 0;
    Barred barred = bar_subjects(a, i);
    bool writer = may_be_writer(a->document, &a->items[i]);
    for (size_t j = first; j < i; j++) {
        int32_t chain = a->items[j].chain;
        bool out = chain < 0 || is_barred(&barred, chain) || (a->signs[j] && !writer);
        float share = out ? 0 : may_be(a, &a->items[i], chain);
        if (share == 0) continue;
        size_t k = 0;
        while (k < count && votes[k].chain != chain)
            k++;
        if (k == count) votes[count++] = (Vote){chain, 0};
        votes[k].weight += share * weights[j - first];
    }
    return count;
}

// The scores of the candidates as weights; weights: [REACH], zeroed.
static void weigh(const float *scores, size_t count, float *weights)
{
    for (size_t j = 0; j < count; j++)
        weights[j] = scores[j] < 30 ? scores[j] : 30;
    exact_exp(weights, REACH);
}

// The chain that the scores give anaphor i to; -1: to nobody.
static int32_t choose(const Anaphors *a, size_t i, const float *scores, size_t first)
{
    float weights[REACH] = {0};
    weigh(scores, i - first, weights);
    Vote votes[REACH];
    size_t count = vote(a, i, weights, first, votes), best = 0;
    for (size_t k = 1; k < count; k++)
        if (votes[k].weight > votes[best].weight) best = k;
    return count && votes[best].weight > 1 ? votes[best].chain : KB_NONE;
}

// The chain that a definite noun phrase means because it was called so; the scores choose among several.
static int32_t described(const Anaphors *a, size_t i, const float *scores, size_t first)
{
    const Mention *anaphor = &a->items[i];
    int32_t chains[CALLED];
    if (anaphor->kind != KB_NOMINAL) return KB_NONE;
    size_t count = descriptions_find(a->descriptions, anaphor->first, anaphor->last, chains, CALLED);
    if (count < 2) return count ? chains[0] : KB_NONE;
    float weights[REACH] = {0}, sums[CALLED] = {0};
    weigh(scores, i - first, weights);
    size_t best = count - 1;
    for (size_t j = first; j < i; j++)
        for (size_t k = 0; k < count; k++)
            if (chains[k] == a->items[j].chain) sums[k] += weights[j - first];
    for (size_t k = 0; k < count; k++)
        sums[k] *= (float)(1 + a->mentioned[chains[k]]);
    for (size_t k = 0; k < count; k++)
        if (sums[k] > sums[best]) best = k;
    return chains[best];
}

// "the 63-year-old": the person whom this sentence or the one before named last; -1: it is no such phrase, or nobody.
static int32_t aged(const Anaphors *a, size_t i, size_t first)
{
    const Document *d = a->document;
    const Mention *anaphor = &a->items[i];
    bool fits = token_is(d, anaphor->first, "the") && token_is(d, anaphor->last - 1, "old") &&
                d->tokens[anaphor->first + 1].pos == POS_NUM;
    for (size_t j = i; fits && j-- > first && a->places[j].sentence + 1 >= a->places[i].sentence;)
        if (a->items[j].kind == KB_NAME && a->items[j].type == KB_PERSON && !a->signs[j]) return a->items[j].chain;
    return KB_NONE;
}

// The only person named or meant in the sentence before whom the pronoun may be, where nobody stands before it in its
// own; -1: none or several.
static int32_t only_one_before(const Anaphors *a, size_t i, size_t first)
{
    int32_t only = KB_NONE;
    for (size_t j = i; j-- > first && a->places[j].sentence + 1 >= a->places[i].sentence;) {
        int32_t chain = a->items[j].chain;
        if (chain < 0 || a->signs[j] || may_be(a, &a->items[i], chain) == 0) continue;
        if (a->places[j].sentence == a->places[i].sentence || (only >= 0 && only != chain)) return KB_NONE;
        only = chain;
    }
    return only;
}

// Adds what "he" and "she" look back to before anything else.
static void add_salience(const Anaphors *a, size_t i, float *scores, size_t first)
{
    static const float only_one = 4, one_family = 4; // chosen on storylines that the head was not trained on
    const Mention *pronoun = &a->items[i];
    bool nearest = true;
    int32_t only = anaphor_gender(a, pronoun) ? only_one_before(a, i, first) : KB_NONE;
    int32_t kin = pronoun->kind == KB_PRONOUN ? kin_named_behind(a->document, pronoun->first) : KB_NONE;
    for (size_t j = i; anaphor_gender(a, pronoun) && j-- > first;) {
        const Mention *before = &a->items[j];
        bool fits = before->chain >= 0 && !a->signs[j] && may_be(a, pronoun, before->chain) == 1;
        scores[j - first] += salience(a->document, pronoun, before, nearest && fits);
        if (only >= 0 && before->chain == only && a->places[j].sentence + 1 == a->places[i].sentence)
            scores[j - first] += only_one;
        if (kin >= 0 && fits && share_family_name(a->document, kin, before->chain)) scores[j - first] += one_family;
        nearest = nearest && !fits;
    }
}

static void resolve(Anaphors *a, const Pairs *pairs, const float *left, const float *right)
{
    for (size_t i = 0; i < a->count; i++) {
        Mention *anaphor = &a->items[i];
        if (anaphor->kind == KB_NAME) {
            a->mentioned[anaphor->chain]++;
            continue;
        }
        size_t first = i > REACH ? i - REACH : 0;
        float scores[REACH] = {0};
        for (size_t j = first; j < i; j++)
            if (a->items[j].chain >= 0)
                pairs_score(pairs, &a->places[i], left + i * PAIR_WIDTH, &a->places[j], right + j * PAIR_WIDTH,
                            &scores[j - first]);
        add_salience(a, i, scores, first);
        int32_t ahead = anaphor->kind == KB_NOMINAL ? aged(a, i, first) : chain_joined(a, i);
        if (ahead < 0 && anaphor->kind == KB_NOMINAL) ahead = described(a, i, scores, first);
        if (ahead < 0 && anaphor->kind == KB_NOMINAL) {
            ahead = introduced(a->introductions, anaphor->first, anaphor->last);
            anaphor->ahead = ahead >= 0;
        }
        if (ahead < 0 && anaphor->kind == KB_PRONOUN) ahead = chain_ahead(a, i);
        anaphor->chain = ahead >= 0 ? ahead : choose(a, i, scores, first);
        if (anaphor->chain < 0) continue;
        a->mentioned[anaphor->chain]++;
        anaphor->type = a->document->chains[anaphor->chain].type;
        a->places[i].type = anaphor->type;
        note_gender(a, anaphor->chain, anaphor_gender(a, anaphor));
    }
}

void coreference_run(const Pairs *pairs, Projector *projector, Document *document)
{
    Anaphors a = {.document = document};
    namesakes_tell(document);
    a.descriptions = descriptions_new(document);
    a.introductions = introductions_new(document);
    collect(&a);
    genders_begin(&a);
    const TokenVectors *vectors = document->vectors;
    const float *left = pairs_left(pairs, projector, document->arena, vectors, a.places, a.count);
    const float *right = pairs_right(pairs, projector, document->arena, vectors, a.places, a.count);
    resolve(&a, pairs, left, right);
    genders_end(&a);
    document->mentions = a.items;
    document->mention_count = 0;
    for (size_t i = 0; i < a.count; i++)
        if (a.items[i].chain >= 0) document->mentions[document->mention_count++] = a.items[i];
}
