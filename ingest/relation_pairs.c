// Relations as the encoder sees them: scoring the pairs of mentions of neighbouring sentences.
// SPDX-License-Identifier: MIT
#include "ingest/relation_pairs.h"

#include <stdlib.h>

#include "ingest/coreference.h"
#include "ingest/memory.h"
#include "ingest/speaker_pronouns.h"

enum { NEAR = 40, LEAST = 30, SENTENCES = 1 }; // NEAR: mentions looked back; LEAST: thousandths of probability

typedef struct Finder {
    const Pairs *relations, *modality;
    Document *document;
    PairPlace *places;
    const float *left, *right, *modality_left, *modality_right;
    int predicates[PAIR_LABELS]; // ids of the labels
    int32_t writer;              // chain of who signs the article; -1: nobody
    Relation *items;
    size_t count, room;
} Finder;

// ---------------------------------------------------------------------------------------------- one pair

static float sigmoid(float x)
{
    float padded[16] = {x < -80 ? 80 : -x};
    exact_exp(padded, 16);
    return 1 / (1 + padded[0]);
}

// The token at which two tokens of one sentence meet in its tree; the later one where there is no tree.
static uint32_t meeting(const Document *d, uint32_t a, uint32_t b)
{
    enum { DEPTH = 100 };
    uint32_t up = a;
    for (unsigned i = 0; i < DEPTH && up != NO_HEAD; i++, up = d->tokens[up].head) {
        uint32_t other = b;
        for (unsigned k = 0; k < DEPTH && other != NO_HEAD; k++, other = d->tokens[other].head) {
            if (other == up) return up;
            if (d->tokens[other].head == other) break;
        }
        if (d->tokens[up].head == up) break;
    }
    return a > b ? a : b;
}

static void set_modality(const Finder *f, size_t i, size_t j, Relation *relation)
{
    static const struct {
        const char *label;
        uint8_t polarity, modality;
    } table[] = {{"asserted", KB_POSITIVE, KB_ASSERTED}, {"negative", KB_NEGATIVE, KB_ASSERTED},
                 {"planned", KB_POSITIVE, KB_PLANNED},   {"alleged", KB_POSITIVE, KB_ALLEGED},
                 {"denied", KB_POSITIVE, KB_DENIED},     {"hypothetical", KB_POSITIVE, KB_HYPOTHETICAL}};
    float scores[PAIR_LABELS];
    size_t best = 0;
    pairs_score(f->modality, &f->places[i], f->modality_left + i * PAIR_WIDTH, &f->places[j],
                f->modality_right + j * PAIR_WIDTH, scores);
    for (size_t k = 1; k < pairs_labels(f->modality); k++)
        if (scores[k] > scores[best]) best = k;
    for (size_t k = 0; k < sizeof table / sizeof *table; k++)
        if (kb_text_equal(pairs_label(f->modality, best), kb_text(table[k].label))) {
            relation->polarity = table[k].polarity;
            relation->modality = table[k].modality;
        }
}

static bool types_fit(const Document *d, const KbPredicate *predicate, int32_t subject, int32_t object)
{
    return (predicate->subjects >> d->chains[subject].type & 1) && (predicate->objects >> d->chains[object].type & 1);
}

static bool same_claim(const Relation *a, const Relation *b, bool symmetric)
{
    if (a->predicate != b->predicate || a->polarity != b->polarity || a->modality != b->modality) return false;
    return (a->subject == b->subject && a->object == b->object) ||
           (symmetric && a->subject == b->object && a->object == b->subject);
}

// "Poe tells me": that the writer of the article talks with people is no news.
static bool is_interview(const Finder *f, const Mention *a, const Mention *b, const KbPredicate *predicate)
{
    bool a_writes = a->kind == KB_PRONOUN && a->chain == f->writer;
    bool b_writes = b->kind == KB_PRONOUN && b->chain == f->writer;
    return f->writer >= 0 && (a_writes || b_writes) && word_among(kb_text(predicate->name), "|spoke_with|met_with|");
}

static void add(Finder *f, size_t i, size_t j, size_t label, float probability)
{
    enum { RECENT = 200 };
    Document *d = f->document;
    const Mention *a = &d->mentions[i], *b = &d->mentions[j];
    const KbPredicate *predicate = kb_predicate((unsigned)f->predicates[label]);
    if (!predicate || !types_fit(d, predicate, a->chain, b->chain) || is_interview(f, a, b, predicate)) return;
    const Mention *later = a->first > b->first ? a : b;
    Relation relation = {.subject = a->chain,
                         .object = b->chain,
                         .predicate = (uint16_t)f->predicates[label],
                         .place = KB_NONE,
                         .attributed_to = KB_NONE,
                         .value = {"", 0},
                         .sentence = d->tokens[later->first].sentence,
                         .token = meeting(d, a->last - 1, b->last - 1),
                         .confidence = (uint16_t)(probability * 999)};
    if (d->tokens[relation.token].sentence != relation.sentence) relation.token = later->last - 1;
    relation.verb = d->tokens[relation.token].lower;
    set_modality(f, i, j, &relation);
    for (size_t k = f->count; k-- > (f->count > RECENT ? f->count - RECENT : 0);)
        if (same_claim(&f->items[k], &relation, predicate->shape == KB_SYMMETRIC)) {
            if (relation.confidence > f->items[k].confidence) f->items[k] = relation;
            return;
        }
    ARENA_PUSH(d->arena, f->items, f->count, f->room, relation);
}

static void score_pair(Finder *f, size_t i, size_t j)
{
    float scores[PAIR_LABELS];
    pairs_score(f->relations, &f->places[i], f->left + i * PAIR_WIDTH, &f->places[j], f->right + j * PAIR_WIDTH,
                scores);
    for (size_t k = 0; k < pairs_labels(f->relations); k++) {
        if (scores[k] < -4) continue;
        float probability = sigmoid(scores[k]);
        if (probability * 1000 >= LEAST) add(f, i, j, k, probability);
    }
}

static int by_sentence(const void *left, const void *right)
{
    const Relation *a = left, *b = right;
    if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
    if (a->token != b->token) return a->token < b->token ? -1 : 1;
    if (a->predicate != b->predicate) return a->predicate < b->predicate ? -1 : 1;
    if (a->subject != b->subject) return a->subject < b->subject ? -1 : 1;
    return (a->object > b->object) - (a->object < b->object);
}

size_t relation_pairs_find(const Pairs *relations, const Pairs *modality, Projector *projector, Document *d,
                           Relation **out)
{
    size_t n = d->mention_count;
    Finder f = {.relations = relations, .modality = modality, .document = d, .writer = article_writer(d)};
    f.places = arena_alloc(d->arena, n + 1, sizeof *f.places);
    for (size_t i = 0; i < n; i++)
        f.places[i] = mention_place(d, &d->mentions[i]);
    f.left = pairs_left(relations, projector, d->arena, d->vectors, f.places, n);
    f.right = pairs_right(relations, projector, d->arena, d->vectors, f.places, n);
    f.modality_left = pairs_left(modality, projector, d->arena, d->vectors, f.places, n);
    f.modality_right = pairs_right(modality, projector, d->arena, d->vectors, f.places, n);
    for (size_t k = 0; k < pairs_labels(relations); k++)
        f.predicates[k] = kb_predicate_find(pairs_label(relations, k));
    for (size_t i = 0; i < n; i++)
        for (size_t j = i > NEAR ? i - NEAR : 0; j < i; j++) {
            bool near = f.places[i].sentence - f.places[j].sentence <= SENTENCES;
            if (!near || d->mentions[i].chain < 0 || d->mentions[j].chain < 0 ||
                d->mentions[i].chain == d->mentions[j].chain)
                continue;
            score_pair(&f, i, j);
            score_pair(&f, j, i);
        }
    if (f.count) qsort(f.items, f.count, sizeof *f.items, by_sentence);
    *out = f.items;
    return f.count;
}
