// Posts as the encoder sees them: reading title spans, scoring holders and seats, wording the title.
// SPDX-License-Identifier: MIT
#include "ingest/role_pairs.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/coreference.h"
#include "ingest/title_words.h"
#include "ingest/verbs.h"

enum {
    BEFORE = 40,
    AFTER = 24,
    AROUND = BEFORE + AFTER,
    SENTENCES = 3,
    LONGEST = 20,
    TITLE_SIZE = 256,
    SEAT = 1,
    STATUS = 2
};

// Thousandths of probability that a holder and a seat need.
enum { HOLDER_LEAST = 400, SEAT_LEAST = 300 };

typedef struct Places { // mentions and demonyms in text order
    PairPlace *items;
    int32_t *chains; // of each; a demonym's may be -1
    KbText *countries;
    size_t count, room, chain_room, country_room;
} Places;

struct RoleScorer {
    const Pairs *pairs;
    Projector *projector;
    Document *document;
    Places places;
    const float *right; // [places.count][PAIR_WIDTH]
};

typedef struct TitleSpan {
    uint32_t first, last;
} TitleSpan;

// The label that a status of the head stands for.
static const uint8_t statuses[] = {KB_CURRENT, KB_FORMER,    KB_ACTING, KB_DESIGNATE,
                                   KB_NOMINEE, KB_CANDIDATE, KB_UNKNOWN};

// ---------------------------------------------------------------------------------------------- places

static Places places_of(Document *d)
{
    Places p = {0};
    size_t demonym = 0;
    for (size_t i = 0; i <= d->mention_count; i++) {
        uint32_t until = i < d->mention_count ? d->mentions[i].first : (uint32_t)d->token_count;
        for (; demonym < d->demonym_count && d->demonyms[demonym].token < until; demonym++) {
            uint32_t token = d->demonyms[demonym].token;
            PairPlace place = {token, d->tokens[token].sentence, KB_PLACE, PAIR_DEMONYM};
            ARENA_PUSH(d->arena, p.chains, p.count, p.chain_room, d->demonyms[demonym].chain);
            p.count--;
            ARENA_PUSH(d->arena, p.countries, p.count, p.country_room, d->demonyms[demonym].place);
            p.count--;
            ARENA_PUSH(d->arena, p.items, p.count, p.room, place);
        }
        if (i == d->mention_count) break;
        ARENA_PUSH(d->arena, p.chains, p.count, p.chain_room, d->mentions[i].chain);
        p.count--;
        ARENA_PUSH(d->arena, p.countries, p.count, p.country_room, (KbText){"", 0});
        p.count--;
        ARENA_PUSH(d->arena, p.items, p.count, p.room, mention_place(d, &d->mentions[i]));
    }
    return p;
}

static size_t first_place(const Places *p, uint32_t token)
{
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->items[middle].token < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// ---------------------------------------------------------------------------------------------- wording

// The noun that a verb gives a post.
static const char *noun_of_verb(KbText lower)
{
    static const struct {
        const char *verb, *noun;
    } nouns[] = {{"chair", "chair"},    {"coach", "coach"},     {"command", "commander"}, {"direct", "director"},
                 {"edit", "editor"},    {"govern", "governor"}, {"head", "head"},         {"lead", "leader"},
                 {"manage", "manager"}, {"captain", "captain"}, {"run", "head"}};
    char lemma[LEMMA_SIZE];
    VerbForm form;
    if (!verb_lemma(lower, lemma, &form)) return NULL;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(lemma, nouns[i].verb) == 0) return nouns[i].noun;
    return NULL;
}

// The word as a title has it: in full, and of one person.
static KbText title_word_of(const Document *d, uint32_t token)
{
    if (title_word_is_party(d->tokens[token].lower)) return document_tokens_text(d, token, token + 1);
    static const struct {
        const char *word, *whole;
    } table[] = {{"sen.", "senator"},        {"sens.", "senator"},       {"gov.", "governor"},
                 {"govs.", "governor"},      {"rep.", "representative"}, {"reps.", "representative"},
                 {"spokesmen", "spokesman"}, {"chairmen", "chairman"},   {"congressmen", "congressman"}};
    KbText word = d->tokens[token].lower;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (kb_text_equal(word, kb_text(table[i].word))) return kb_text(table[i].whole);
    KbText singular = {word.data, word.length ? word.length - 1 : 0};
    bool plural = word.length > 3 && word.data[singular.length] == 's' && !title_word(word);
    return plural && (title_word(singular) & TITLE_HEAD) ? singular : word;
}

static bool left_out_name(const Document *d, uint32_t token)
{
    return document_mention_at(d, token) >= 0 || document_demonym_at(d, token) >= 0;
}

static bool left_out(const Document *d, uint32_t token)
{
    if (token_in(d, token, "|'s|'|")) return !token || left_out_name(d, token - 1); // but "women's wing"
    return left_out_name(d, token);
}

// A verb is no title unless it gives one: "heads". The tagger takes "chairman" in "acting chairman" for a verb, too.
static bool is_verb(const Document *d, uint32_t token)
{
    KbText lower = d->tokens[token].lower;
    bool noun = (title_word(lower) & TITLE_HEAD) && !title_word_is_verb(lower);
    return d->tokens[token].pos == POS_VERB && !noun;
}

static bool ends_in(const Document *d, uint32_t token, const char *end)
{
    KbText word = d->tokens[token].lower;
    size_t length = strlen(end);
    return word.length >= length && memcmp(word.data + word.length - length, end, length) == 0;
}

// Leaves the status out: "acting energy minister", "former judge".
static uint32_t first_of_title(const Document *d, TitleSpan span)
{
    uint32_t first = span.first;
    while (first + 1 < span.last) {
        uint32_t classes = title_word(d->tokens[first].lower);
        if (!(classes & TITLE_STATUS) || (classes & (TITLE_HEAD | TITLE_MOD))) break;
        first++;
    }
    return first;
}

// No title ends in what joins it to the next, names left out: "prime minister of", "deputy manager of Trump's".
static uint32_t last_of_title(const Document *d, TitleSpan span)
{
    uint32_t last = span.last;
    while (last > span.first + 1 && (token_in(d, last - 1, "|of|and|to|for|the|at|in|on|") || left_out(d, last - 1)))
        last--;
    return last;
}

// "professor of Romance languages": the subject's own capital, behind a post that has none.
static bool is_subject(const Document *d, uint32_t token, uint32_t first)
{
    static const char scholars[] = "|professor|reader|lecturer|teacher|instructor|tutor|emeritus|emerita|";
    KbText text = document_tokens_text(d, token, token + 1), post = document_tokens_text(d, first, first + 1);
    bool capital = text.length && text.data[0] >= 'A' && text.data[0] <= 'Z';
    bool low = post.length && post.data[0] >= 'a' && post.data[0] <= 'z';
    return capital && low && token > first + 1 && token_in(d, token - 1, "|of|in|") && token_in(d, token - 2, scholars);
}

// The span's words in lower case, as spaced in the text, without names and demonyms; empty: no title.
static KbText title_of(Document *d, TitleSpan span)
{
    char buffer[TITLE_SIZE];
    size_t length = 0;
    uint32_t last = last_of_title(d, span);
    if (last == span.first + 1) {
        const char *noun = noun_of_verb(d->tokens[span.first].lower);
        bool verb = is_verb(d, span.first), seeks = token_in(d, span.last, "|for|against|") && noun;
        if (verb && seeks) return (KbText){"", 0}; // "runs for the Senate"
        if (noun && (verb || ends_in(d, span.first, "s"))) return arena_text(d->arena, noun, strlen(noun));
        bool trade =
            d->tokens[span.first].lower.length > 5 && ends_in(d, span.first, "ing"); // "an engineering student"
        if (trade && !(title_word(d->tokens[span.first].lower) & TITLE_HEAD)) return (KbText){"", 0};
        bool owner = token_in(d, span.last, "|'s|'|") && !(title_word(d->tokens[span.first].lower) & TITLE_HEAD);
        if (verb || owner) return (KbText){"", 0}; // "the military's spokeswoman"
    }
    bool complement = false; // "chair of trustees": only the post itself is made singular
    for (uint32_t i = first_of_title(d, span); i < last; i++) {
        complement = complement || token_in(d, i, "|of|for|to|in|on|at|");
        KbText word = complement ? d->tokens[i].lower : title_word_of(d, i);
        if (complement && is_subject(d, i, span.first)) word = document_tokens_text(d, i, i + 1);
        if (left_out(d, i) || length + word.length + 2 > sizeof buffer) continue;
        if (length && d->tokens[i].space != SPACE_NONE) buffer[length++] = ' ';
        memcpy(buffer + length, word.data, word.length);
        length += word.length;
    }
    while (length && (buffer[length - 1] == ' ' || buffer[length - 1] == '-'))
        length--;
    return arena_text(d->arena, buffer, length);
}

// The words of one span.
static TitleSpan span_at(const Document *d, uint32_t token)
{
    TitleSpan span = {token, token + 1};
    while (span.last < d->token_count && span.last < token + LONGEST && d->tokens[span.last].title == SPAN_INSIDE &&
           d->tokens[span.last].sentence == d->tokens[token].sentence)
        span.last++;
    return span;
}

// "armed" + "forces chief", "team" + "doctor": a span that ends before the post is begun again at it.
static bool is_cut(const Document *d, TitleSpan span)
{
    KbText lower = d->tokens[span.last - 1].lower;
    return span.last < d->token_count && d->tokens[span.last].title == SPAN_BEGIN &&
           d->tokens[span.last].sentence == d->tokens[span.first].sentence && !(title_word(lower) & TITLE_HEAD) &&
           document_mention_at(d, span.last) < 0 && !is_verb(d, span.last);
}

static bool next_span(const Document *d, uint32_t token, TitleSpan *span)
{
    while (token < d->token_count && (d->tokens[token].title != SPAN_BEGIN || document_mention_at(d, token) >= 0))
        token++;
    if (token >= d->token_count) return false;
    *span = span_at(d, token);
    if (is_cut(d, *span)) span->last = span_at(d, span->last).last;
    return true;
}

// ---------------------------------------------------------------------------------------------- one title

static void softmax(float *x, size_t n)
{
    float padded[16];
    float most = x[0], sum = 0;
    for (size_t i = 1; i < n; i++)
        if (x[i] > most) most = x[i];
    for (size_t i = 0; i < 16; i++)
        padded[i] = i < n ? x[i] - most : -87;
    exact_exp(padded, 16);
    for (size_t i = 0; i < n; i++)
        sum += padded[i];
    for (size_t i = 0; i < n; i++)
        x[i] = padded[i] / sum;
}

typedef struct Holding { // what one chain is to the title
    int32_t chain;
    KbText country;     // of a demonym without a chain
    float seat, holder; // best probabilities over its mentions
    uint8_t status;
} Holding;

static void weigh(Holding *list, size_t *count, int32_t chain, KbText country, const float *p, size_t labels)
{
    size_t k = 0;
    while (k < *count && !(list[k].chain == chain && (chain >= 0 || kb_text_equal(list[k].country, country))))
        k++;
    if (k == *count) list[(*count)++] = (Holding){.chain = chain, .country = country};
    Holding *h = &list[k];
    float holder = 0;
    size_t best = STATUS;
    for (size_t s = STATUS; s < labels; s++) {
        holder += p[s];
        if (p[s] > p[best]) best = s;
    }
    if (p[SEAT] > h->seat) h->seat = p[SEAT];
    if (holder > h->holder) h->holder = holder, h->status = statuses[best - STATUS];
}

static size_t weigh_all(const RoleScorer *r, uint32_t token, Holding list[AROUND])
{
    const Document *d = r->document;
    PairPlace title = {token, d->tokens[token].sentence, PAIR_OTHER, PAIR_TITLE};
    const float *left = pairs_left(r->pairs, r->projector, d->arena, d->vectors, &title, 1);
    size_t at = first_place(&r->places, token), from = at > BEFORE ? at - BEFORE : 0, count = 0;
    for (size_t i = from; i < r->places.count && i < at + AFTER && count < AROUND; i++) {
        const PairPlace *place = &r->places.items[i];
        uint32_t far =
            place->sentence > title.sentence ? place->sentence - title.sentence : title.sentence - place->sentence;
        if (far > SENTENCES) continue;
        float scores[PAIR_LABELS];
        pairs_score(r->pairs, &title, left, place, r->right + i * PAIR_WIDTH, scores);
        softmax(scores, pairs_labels(r->pairs));
        weigh(list, &count, r->places.chains[i], r->places.countries[i], scores, pairs_labels(r->pairs));
    }
    return count;
}

static void seat_role(Document *d, const Holding *seat, Role *role)
{
    int32_t chain = seat->chain >= 0 ? seat->chain : country_chain(d, seat->country.data);
    int32_t *const slots[] = {
        [KB_PERSON] = &role->person, [KB_ORGANIZATION] = &role->organization, [KB_PLACE] = &role->place};
    if (d->chains[chain].type <= KB_PLACE) *slots[d->chains[chain].type] = chain;
}

typedef struct Found {
    Role *items;
    size_t count, room;
} Found;

static void add_roles(Document *d, TitleSpan span, const Holding *list, size_t count, Found *found)
{
    KbText title = title_of(d, span);
    if (!title.length) return;
    for (size_t i = 0; i < count; i++) {
        const Holding *holder = &list[i], *seat = NULL;
        bool person = holder->chain >= 0 && d->chains[holder->chain].type == KB_PERSON;
        if (!person || holder->holder * 1000 < HOLDER_LEAST) continue;
        for (size_t k = 0; k < count; k++)
            if (k != i && (!seat || list[k].seat > seat->seat)) seat = &list[k];
        Role role = {.holder = holder->chain,
                     .title = title,
                     .organization = KB_NONE,
                     .place = KB_NONE,
                     .person = KB_NONE,
                     .attributed_to = KB_NONE,
                     .status = holder->status,
                     .sentence = d->tokens[span.first].sentence,
                     .token = span.first,
                     .last = span.last,
                     .confidence = (uint16_t)(holder->holder * 999)};
        if (seat && seat->seat * 1000 >= SEAT_LEAST) seat_role(d, seat, &role);
        ARENA_PUSH(d->arena, found->items, found->count, found->room, role);
    }
}

RoleScorer *role_scorer_new(const Pairs *pairs, Projector *projector, Document *d)
{
    RoleScorer *r = arena_alloc(d->arena, 1, sizeof *r);
    *r = (RoleScorer){.pairs = pairs, .projector = projector, .document = d, .places = places_of(d)};
    r->right = pairs_right(pairs, projector, d->arena, d->vectors, r->places.items, r->places.count);
    return r;
}

size_t role_scorer_find(RoleScorer *r, Role **out)
{
    Found found = {0};
    TitleSpan span;
    for (uint32_t token = 0; next_span(r->document, token, &span); token = span.last) {
        Holding list[AROUND];
        add_roles(r->document, span, list, weigh_all(r, span.first, list), &found);
    }
    *out = found.items;
    return found.count;
}

uint16_t role_scorer_holder(const RoleScorer *r, uint32_t token, int32_t chain)
{
    Holding list[AROUND];
    size_t count = weigh_all(r, token, list);
    for (size_t i = 0; i < count; i++)
        if (list[i].chain == chain) return (uint16_t)(list[i].holder * 999);
    return 0;
}
