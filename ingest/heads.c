// The heads: scores of labels, and how labels become the first layers of the document.
// SPDX-License-Identifier: MIT
#include "ingest/heads.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/bounds.h"
#include "ingest/datelines.h"
#include "ingest/exact.h"
#include "ingest/honorifics.h"
#include "ingest/initialisms.h"
#include "ingest/known_names.h"
#include "ingest/linear.h"
#include "ingest/memory.h"
#include "ingest/name_tails.h"
#include "ingest/name_types.h"
#include "ingest/name_votes.h"
#include "ingest/tags.h"
#include "ingest/teams.h"

enum { MAX_LABELS = 64 };

typedef struct Head {
    size_t labels, first; // first: where its scores begin in a token's row
    const float *weight;  // [labels][hidden], in the weight file
    const float *bias;    // [labels], in the weight file
    KbText names[MAX_LABELS];
} Head;

// What a label of the names head means.
typedef enum Place { OUTSIDE, BEGIN, INSIDE } Place;
typedef struct NameLabel {
    Place place;
    KbType type;
} NameLabel;

struct Heads {
    size_t hidden, width; // width: of a token's row of scores
    Dense layer;          // all heads
    Head heads[HEAD_COUNT];
    size_t begin_label;      // of the sentence head
    uint8_t pos[MAX_LABELS]; // Upos
    NameLabel name[MAX_LABELS];
};

static const char *const HEAD_NAMES_TEXT[HEAD_COUNT] = {"sentence", "pos", "names", "features", "titles", "nominals"};

static const char *const UPOS_NAMES[POS_COUNT] = {"",      "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                  "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                  "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

static const struct {
    const char *suffix;
    KbType type;
} NAME_TYPES[] = {{"PER", KB_PERSON}, {"ORG", KB_ORGANIZATION}, {"LOC", KB_PLACE}};

// What may end a name after its head.
static const char *const NAME_SUFFIXES[] = {
    "jr.",  "jr",   "sr.", "sr",    "ii",   "iii", "iv",   "esq.", "esq", "phd",    "ph.d.", "md",
    "m.d.", "inc.", "inc", "corp.", "corp", "co.", "ltd.", "ltd",  "llc", "l.l.c.", "plc",   "llp",
    "l.p.", "gmbh", "ag",  "s.a.",  "n.v.", "nv",  "spa",  ",",    ".",   ")",      "'s",
};

// Punctuation that never starts a sentence, and that which does not where no space stands before it.
static const char *const CLOSING[] = {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "”", "»", "''"};
// Titles that a name follows: no sentence ends with them.
static const char *const HONORIFICS[] = {"mr.",  "mrs.", "ms.",   "dr.",  "prof.",  "rev.", "gen.",
                                         "lt.",  "col.", "capt.", "maj.", "adm.",   "sgt.", "cmdr.",
                                         "sen.", "rep.", "gov.",  "hon.", "messrs."};
static const char *const CLOSING_IF_CLOSE[] = {"\"", "'", "’", "...", "…", "-", "–", "—", "--"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

// ---------------------------------------------------------------------------------------------- loading

static KbStatus refuse(KbError *error, const char *head, const char *why)
{
    *error = (KbError){.status = KB_CORRUPT};
    snprintf(error->text, sizeof error->text, "weight file: head %s: %s", head, why);
    return KB_CORRUPT;
}

static KbStatus load_head(Heads *heads, const Weights *w, HeadName which, KbError *error)
{
    Head *h = &heads->heads[which];
    const char *name = HEAD_NAMES_TEXT[which];
    char full[64];
    Tensor t;
    snprintf(full, sizeof full, "head.%s.labels", name);
    KbStatus status = weights_labels(w, full, h->names, MAX_LABELS, &h->labels, error);
    if (status == KB_OK && h->labels < 2) status = refuse(error, name, "no labels");
    if (status != KB_OK) return status;
    snprintf(full, sizeof full, "head.%s.w", name);
    status = weights_find(w, full, TENSOR_F32, (uint32_t)h->labels, (uint32_t)heads->hidden, &t, error);
    if (status != KB_OK) return status;
    h->weight = t.data;
    snprintf(full, sizeof full, "head.%s.b", name);
    status = weights_find(w, full, TENSOR_F32, (uint32_t)h->labels, 1, &t, error);
    if (status != KB_OK) return status;
    h->bias = t.data;
    h->first = heads->width;
    heads->width += h->labels;
    return KB_OK;
}

static bool text_is(KbText text, const char *word)
{
    return kb_text_equal(text, kb_text(word));
}

static KbStatus read_sentence_labels(Heads *heads, KbError *error)
{
    const Head *h = &heads->heads[HEAD_SENTENCE];
    for (size_t i = 0; i < h->labels; i++) {
        if (!text_is(h->names[i], "B")) continue;
        heads->begin_label = i;
        return KB_OK;
    }
    return refuse(error, "sentence", "no label B");
}

static KbStatus read_pos_labels(Heads *heads, KbError *error)
{
    const Head *h = &heads->heads[HEAD_POS];
    for (size_t i = 0; i < h->labels; i++)
        for (uint8_t p = POS_NONE + 1; p < POS_COUNT; p++)
            if (text_is(h->names[i], UPOS_NAMES[p])) heads->pos[i] = p;
    for (size_t i = 0; i < h->labels; i++)
        if (heads->pos[i] == POS_NONE) return refuse(error, "pos", "a label is no part of speech");
    return KB_OK;
}

static KbStatus read_name_labels(Heads *heads, KbError *error)
{
    const Head *h = &heads->heads[HEAD_NAMES];
    for (size_t i = 0; i < h->labels; i++) {
        KbText name = h->names[i];
        if (text_is(name, "O")) continue;
        bool good = false;
        for (size_t k = 0; k < COUNT(NAME_TYPES) && name.length > 2 && name.data[1] == '-'; k++) {
            if (!text_is((KbText){name.data + 2, name.length - 2}, NAME_TYPES[k].suffix)) continue;
            heads->name[i] = (NameLabel){name.data[0] == 'B' ? BEGIN : INSIDE, NAME_TYPES[k].type};
            good = name.data[0] == 'B' || name.data[0] == 'I';
        }
        if (!good) return refuse(error, "names", "a label is not O, B-X or I-X with X one of PER, ORG, LOC");
    }
    return KB_OK;
}

// Labels of spans: O, then B, I and the like in the order of SpanLabel.
static KbStatus check_span_labels(const Heads *heads, HeadName which, const char *const *names, size_t count,
                                  KbError *error)
{
    const Head *h = &heads->heads[which];
    bool good = h->labels == count;
    for (size_t i = 0; good && i < count; i++)
        good = text_is(h->names[i], names[i]);
    return good ? KB_OK : refuse(error, HEAD_NAMES_TEXT[which], "its labels are not those of this program");
}

// All heads as one layer.
static void stack_heads(Heads *heads)
{
    dense_new(heads->hidden, heads->width, &heads->layer);
    for (int i = 0; i < HEAD_COUNT; i++)
        dense_put(&heads->layer, heads->heads[i].first, heads->heads[i].labels, heads->heads[i].weight,
                  heads->heads[i].bias);
    heads->width = heads->layer.columns;
}

KbStatus heads_new(const Weights *weights, size_t hidden, Heads **out, KbError *error)
{
    Heads *heads = memory_grow(NULL, sizeof *heads);
    *heads = (Heads){.hidden = hidden};
    KbStatus status = KB_OK;
    for (int i = 0; i < HEAD_COUNT && status == KB_OK; i++)
        status = load_head(heads, weights, (HeadName)i, error);
    if (status == KB_OK) status = read_sentence_labels(heads, error);
    if (status == KB_OK) status = read_pos_labels(heads, error);
    if (status == KB_OK) status = read_name_labels(heads, error);
    static const char *const titles[] = {"O", "B", "I"}, *const nominals[] = {"O", "B-NOM", "I-NOM", "PRO"};
    if (status == KB_OK) status = check_span_labels(heads, HEAD_TITLES, titles, COUNT(titles), error);
    if (status == KB_OK) status = check_span_labels(heads, HEAD_NOMINALS, nominals, COUNT(nominals), error);
    if (status != KB_OK) {
        heads_free(heads);
        return status;
    }
    stack_heads(heads);
    *out = heads;
    return KB_OK;
}

void heads_free(Heads *heads)
{
    if (!heads) return;
    dense_free(&heads->layer);
    free(heads);
}

size_t heads_width(const Heads *heads)
{
    return heads->width;
}

KbText heads_label_text(const Heads *heads, HeadName head, size_t label)
{
    const Head *h = &heads->heads[head];
    return label < h->labels ? h->names[label] : (KbText){"", 0};
}

// ---------------------------------------------------------------------------------------------- labels

void heads_score(const Heads *heads, const float *vectors, size_t count, float *scores)
{
    for (size_t i = 0; i < count; i++)
        dense_run(&heads->layer, vectors + i * heads->hidden, scores + i * heads->width);
}

static size_t largest(const float *x, size_t n)
{
    size_t best = 0;
    for (size_t i = 1; i < n; i++)
        if (x[i] > x[best]) best = i;
    return best;
}

static bool may_follow(NameLabel before, NameLabel label)
{
    return label.place != INSIDE || (before.place != OUTSIDE && before.type == label.type);
}

// best[l]: score of the best path that ends in label l, less that of the best of all. from[l]: the label before.
static void viterbi_step(const Heads *heads, const float *scores, bool fresh, float *best, uint8_t *from)
{
    size_t n = heads->heads[HEAD_NAMES].labels;
    float next[MAX_LABELS];
    for (size_t l = 0; l < n; l++) {
        float most = -1e30f;
        from[l] = (uint8_t)largest(best, n);
        for (size_t k = 0; k < n; k++) {
            bool possible = may_follow(heads->name[k], heads->name[l]) && !(fresh && heads->name[l].place == INSIDE);
            if (!possible || best[k] <= most) continue;
            most = best[k];
            from[l] = (uint8_t)k;
        }
        next[l] = most > -1e29f ? most + scores[l] : -1e30f;
    }
    float top = next[largest(next, n)];
    for (size_t l = 0; l < n; l++)
        best[l] = next[l] > -1e29f ? next[l] - top : -1e30f;
}

static void label_names(const Heads *heads, const float *scores, const Token *tokens, size_t count, uint8_t *labels)
{
    size_t n = heads->heads[HEAD_NAMES].labels;
    float best[MAX_LABELS] = {0};
    uint8_t *from = memory_grow(NULL, count * n);
    for (size_t i = 0; i < count; i++) {
        bool fresh = i == 0 || tokens[i].space == SPACE_PARAGRAPH;
        viterbi_step(heads, scores + i * heads->width + heads->heads[HEAD_NAMES].first, fresh, best, from + i * n);
    }
    size_t label = largest(best, n);
    for (size_t i = count; i-- > 0; label = from[i * n + label])
        labels[i] = (uint8_t)label;
    free(from);
}

void heads_label(const Heads *heads, HeadName head, const float *scores, const Token *tokens, size_t count,
                 uint8_t *labels)
{
    const Head *h = &heads->heads[head];
    if (head == HEAD_NAMES)
        label_names(heads, scores, tokens, count, labels);
    else
        for (size_t i = 0; i < count; i++)
            labels[i] = (uint8_t)largest(scores + i * heads->width + h->first, h->labels);
}

// ---------------------------------------------------------------------------------------------- layers

static bool token_in(const Document *d, size_t token, const char *const *words, size_t count)
{
    KbText text = document_slice(d, d->tokens[token].start, d->tokens[token].end);
    for (size_t i = 0; i < count; i++)
        if (text_is(text, words[i])) return true;
    return false;
}

static bool is_suffix(const Document *d, size_t token)
{
    for (size_t i = 0; i < COUNT(NAME_SUFFIXES); i++)
        if (token_is(d, (uint32_t)token, NAME_SUFFIXES[i])) return true;
    return false;
}

// An article alone is no name: conventions differ on whether it belongs to the one that follows.
static void add_name(Document *d, size_t first, size_t last, KbType type)
{
    size_t head = last - 1;
    if (head == first && (token_is(d, (uint32_t)first, "the") || token_is(d, (uint32_t)first, "a"))) return;
    while (head > first && is_suffix(d, head))
        head--;
    d->mentions[d->mention_count++] = (Mention){.first = (uint32_t)first,
                                                .last = (uint32_t)last,
                                                .head = (uint32_t)head,
                                                .kind = KB_NAME,
                                                .type = (uint8_t)type,
                                                .chain = -1};
}

static void fill_names(const Heads *heads, const uint8_t *labels, Document *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->token_count; i++)
        n += heads->name[labels[i]].place == BEGIN;
    d->mentions = arena_alloc(d->arena, n, sizeof *d->mentions);
    d->mention_count = 0;
    for (size_t i = 0; i < d->token_count;) {
        size_t first = i++;
        if (heads->name[labels[first]].place != BEGIN) continue;
        while (i < d->token_count && heads->name[labels[i]].place == INSIDE)
            i++;
        add_name(d, first, i, heads->name[labels[first]].type);
    }
}

// The scores of the labels that each type would have given to the tokens of a name, and the type that they say
// together.
static void fill_types(const Heads *heads, const float *scores, Document *d)
{
    const Head *h = &heads->heads[HEAD_NAMES];
    TypeScores *types = memory_grow(NULL, (d->mention_count + 1) * sizeof *types);
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        types[i] = (TypeScores){{0}};
        for (size_t token = name->first; token < name->last; token++)
            for (size_t l = 0; l < h->labels; l++)
                if (heads->name[l].place == (token == name->first ? BEGIN : INSIDE))
                    types[i].of[heads->name[l].type] +=
                        scores[token * heads->width + h->first + l] / (float)(name->last - name->first);
    }
    name_votes_settle(d, types);
    free(types);
}

// ---------------------------------------------------------------------------------------------- sentences

static bool closes(const Document *d, size_t token)
{
    if (token_in(d, token, CLOSING, COUNT(CLOSING))) return true;
    return d->tokens[token].space == SPACE_NONE && token_in(d, token, CLOSING_IF_CLOSE, COUNT(CLOSING_IF_CLOSE));
}

// Whether the token goes on with the sentence: after "Mr.", or after a comma and the end of a quotation.
static bool goes_on(const Document *d, size_t token)
{
    if (token == 0) return false;
    for (size_t i = 0; i < COUNT(HONORIFICS); i++)
        if (token_is(d, (uint32_t)token - 1, HONORIFICS[i])) return true;
    bool comma = token > 1 && token_is(d, (uint32_t)token - 2, ",") && d->tokens[token - 1].space == SPACE_NONE;
    return comma && (token_is(d, (uint32_t)token - 1, "\"") || token_is(d, (uint32_t)token - 1, "”"));
}

// starts[i] becomes 1 where a sentence starts at token i. A start that falls on closing punctuation moves behind it.
static void find_starts(const Heads *heads, const uint8_t *names, const Document *d, uint8_t *starts)
{
    bool pending = false;
    for (size_t i = 0; i < d->token_count; i++) {
        bool inside = heads->name[names[i]].place == INSIDE;
        bool forced = i == 0 || d->tokens[i].space == SPACE_PARAGRAPH;
        bool wanted = (pending || starts[i] == heads->begin_label) && !inside && !goes_on(d, i);
        bool moved = wanted && !forced && closes(d, i);
        starts[i] = forced || (wanted && !moved);
        pending = moved;
    }
}

static void fill_sentences(const uint8_t *starts, Document *d)
{
    size_t n = 0;
    uint32_t paragraph = 0;
    for (size_t i = 0; i < d->token_count; i++)
        n += starts[i];
    d->sentences = arena_alloc(d->arena, n, sizeof *d->sentences);
    d->sentence_count = 0;
    for (size_t i = 0; i < d->token_count; i++) {
        Token *t = &d->tokens[i];
        paragraph += i > 0 && t->space == SPACE_PARAGRAPH;
        if (starts[i])
            d->sentences[d->sentence_count++] =
                (Sentence){.start = t->start, .first = (uint32_t)i, .paragraph = paragraph};
        Sentence *s = &d->sentences[d->sentence_count - 1];
        s->end = t->end;
        s->last = (uint32_t)i + 1;
        t->sentence = (uint32_t)d->sentence_count - 1;
    }
}

static void fill_tags(const Heads *heads, const float *scores, Document *d)
{
    const Head *h = &heads->heads[HEAD_POS];
    float *nouns = memory_grow(NULL, (d->token_count + 1) * sizeof *nouns);
    for (size_t i = 0; i < d->token_count; i++) {
        const float *row = scores + i * heads->width + h->first;
        float of[POS_COUNT] = {0};
        d->tokens[i].pos = POS_NONE;
        for (size_t l = 0; l < h->labels; l++) {
            Upos pos = (Upos)heads->pos[l];
            of[pos] = row[l];
            bool better = d->tokens[i].pos == POS_NONE || row[l] > of[d->tokens[i].pos];
            if (better && tags_may_be(d->tokens[i].lower, pos)) d->tokens[i].pos = (uint8_t)pos;
        }
        nouns[i] = of[POS_NOUN] - of[POS_PROPN];
    }
    tags_agree(d, nouns);
    free(nouns);
}

// The likeliest features that the form of the word allows.
static void fill_features(const Heads *heads, const float *scores, Document *d)
{
    const Head *h = &heads->heads[HEAD_FEATURES];
    for (size_t i = 0; i < d->token_count; i++) {
        const float *row = scores + i * heads->width + h->first;
        size_t best = h->labels;
        for (size_t l = 0; l < h->labels; l++) {
            if (best < h->labels && row[l] <= row[best]) continue;
            if (tags_may_have(&d->tokens[i], heads_label_text(heads, HEAD_FEATURES, l))) best = l;
        }
        d->tokens[i].features = heads_label_text(heads, HEAD_FEATURES, best);
    }
}

void heads_decode(const Heads *heads, const float *scores, Document *d)
{
    uint8_t *labels = memory_grow(NULL, d->token_count), *names = memory_grow(NULL, d->token_count);
    fill_tags(heads, scores, d);
    fill_features(heads, scores, d);
    heads_label(heads, HEAD_TITLES, scores, d->tokens, d->token_count, labels);
    for (size_t i = 0; i < d->token_count; i++)
        d->tokens[i].title = labels[i];
    heads_label(heads, HEAD_NOMINALS, scores, d->tokens, d->token_count, labels);
    for (size_t i = 0; i < d->token_count; i++)
        d->tokens[i].nominal = labels[i];
    heads_label(heads, HEAD_NAMES, scores, d->tokens, d->token_count, names);
    fill_names(heads, names, d);
    fill_types(heads, scores, d);
    honorifics_settle(d);
    bounds_settle(d);
    name_tails_settle(d);
    initialisms_settle(d);
    datelines_mark(d);
    name_types_settle(d);
    known_names_settle(d);
    teams_find(d);
    heads_label(heads, HEAD_SENTENCE, scores, d->tokens, d->token_count, labels);
    find_starts(heads, names, d, labels);
    fill_sentences(labels, d);
    free(labels);
    free(names);
}

typedef struct Scoring {
    const Heads *heads;
    float *scores;
    TokenVectors *vectors;
} Scoring;

static void score_sink(void *context, size_t first, size_t count, const float *vectors)
{
    Scoring *s = context;
    heads_score(s->heads, vectors, count, s->scores + first * s->heads->width);
    for (size_t i = 0; i < count; i++)
        vectors_put(s->vectors, first + i, vectors + i * s->heads->hidden);
}

void heads_run(const Heads *heads, EncoderRunner *runner, bool exact_float, Document *d)
{
    d->vectors = vectors_new(d->arena, d->token_count, heads->hidden, exact_float);
    Scoring s = {heads, memory_grow(NULL, d->token_count * heads->width * sizeof *s.scores), d->vectors};
    encoder_run(runner, d->text, d->tokens, d->token_count, score_sink, &s);
    heads_decode(heads, s.scores, d);
    free(s.scores);
}
