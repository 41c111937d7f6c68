// Names told by other names of the text.
// SPDX-License-Identifier: MIT
#include "ingest/known_names.h"

#include <ctype.h>
#include <stdlib.h>

#include "ingest/bounds.h"
#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/memory.h"
#include "ingest/title_words.h"
#include "ingest/word_set.h"

enum { LEAST_LETTERS = 4, KNOWN_REACH = 3 };

static const char STORMS[] = "|hurricane|typhoon|cyclone|storm|";
static const char FAITHS[] = "|sunni|sunnis|shiite|shiites|shia|muslim|moslem|"
                             "islamic|christian|catholic|jewish|arab|kurdish|";
// First words of organizations that name no one of them.
static const char COMMON[] = "|first|second|new|north|south|east|west|national|international|american|"
                             "european|united|general|central|federal|"
                             "state|"
                             "royal|public|world|global|city|county|great|grand|high|supreme|superior|"
                             "democratic|republican|social|people's|"
                             "free|"
                             "senate|house|white|black|green|blue|young|holy|saint|department|ministry|"
                             "university|bank|institute|council|center|"
                             "office|board|court|church|school|college|hospital|museum|association|"
                             "committee|commission|society|federation|"
                             "party|"
                             "union|team|club|league|police|army|navy|air|coast|foreign|interior|"
                             "justice|defense|defence|finance|health|"
                             "security|";

// What longer names of organizations are called for short.
static const char SHORT_FORMS[] =
    "|assembly|authority|board|bureau|chamber|commission|committee|congress|consortium|convention|council|court|"
    "federation|foundation|house|parliament|registry|secretariat|senate|synod|tribunal|trust|union|";

static const char WHOLE[] = "|full|whole|entire|new|old|";

static bool is_lone(const Mention *name)
{
    return name->last == name->first + 1;
}

// The first words of longer names of organizations.
static WordSet bodies_of(const Document *d)
{
    WordSet words = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        uint32_t first = name->first + token_is(d, name->first, "the");
        bool fits = name->type == KB_ORGANIZATION && first + 1 < name->last && token_is_capitalized(d, first + 1);
        KbText word = fits ? d->tokens[first].lower : (KbText){"", 0};
        bool two;
        if (word.length < LEAST_LETTERS || token_in(d, first, COMMON) || title_word(word) || country_by_name(word) ||
            country_by_capital(word) || demonym_country(word, (KbText){"", 0}, &two))
            continue;
        word_set_add(&words, d, word);
    }
    word_set_sort(&words);
    return words;
}

// All words of the longer names of people who are called by no town: "Duchess of Arden".
static WordSet called_of(const Document *d)
{
    WordSet words = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        bool fits = name->type == KB_PERSON && !is_lone(name);
        for (uint32_t t = name->first; t < name->last && fits; t++)
            fits = !token_in(d, t, "|of|the|");
        for (uint32_t t = name->first; t < name->last && fits; t++)
            word_set_add(&words, d, d->tokens[t].lower);
    }
    word_set_sort(&words);
    return words;
}

// The nouns by which longer names of organizations are called for short.
static WordSet short_forms_of(const Document *d)
{
    WordSet words = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        if (name->type != KB_ORGANIZATION || is_lone(name)) continue;
        if (token_in(d, name->last - 1, SHORT_FORMS)) word_set_add(&words, d, d->tokens[name->last - 1].lower);
        if (token_in(d, name->first, SHORT_FORMS)) word_set_add(&words, d, d->tokens[name->first].lower);
    }
    word_set_sort(&words);
    return words;
}

// All words of people's longer names.
static WordSet people_of(const Document *d)
{
    WordSet words = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        for (uint32_t t = name->first; t < name->last && name->type == KB_PERSON && !is_lone(name); t++)
            word_set_add(&words, d, d->tokens[t].lower);
    }
    word_set_sort(&words);
    return words;
}

static WordSet storms_of(const Document *d)
{
    WordSet words = {0};
    for (uint32_t i = 1; i < d->token_count; i++)
        if (token_is_capitalized(d, i) && token_is_capitalized(d, i - 1) && token_in(d, i - 1, STORMS))
            word_set_add(&words, d, d->tokens[i].lower);
    word_set_sort(&words);
    return words;
}

// "the Mozilla project"
static void mark_bodies(Document *d, const WordSet *bodies, const WordSet *people)
{
    Mention *names = NULL;
    size_t count = 0, room = 0, next = 0;
    for (uint32_t i = 0; i < d->token_count && bodies->count; i++) {
        while (next < d->mention_count && d->mentions[next].last <= i)
            next++;
        bool covered = next < d->mention_count && d->mentions[next].first <= i;
        if (covered || !token_is_capitalized(d, i) || !word_set_holds(bodies, d->tokens[i].lower) ||
            word_set_holds(people, d->tokens[i].lower))
            continue;
        bool before =
            i > 0 && token_is_capitalized(d, i - 1) && d->tokens[i].space == SPACE_BLANK && !token_is(d, i - 1, "the");
        bool after = i + 1 < d->token_count && token_is_capitalized(d, i + 1) && d->tokens[i + 1].space == SPACE_BLANK;
        if (before || after) continue;
        Mention name = {.first = i, .last = i + 1, .head = i, .kind = KB_NAME, .type = KB_ORGANIZATION, .chain = -1};
        ARENA_PUSH(d->arena, names, count, room, name);
    }
    bounds_replace(d, names, count);
}

typedef struct Lone {
    KbText text;
    uint8_t type;
    bool often;
} Lone;

static int by_lone(const void *left, const void *right)
{
    const Lone *a = left, *b = right;
    int order = kb_text_compare(a->text, b->text);
    return order ? order : a->type - b->type;
}

// Where a capital tells something, and the word is no part of something longer.
static bool is_apart(const Document *d, uint32_t i)
{
    bool after = i + 1 < d->token_count && token_is_capitalized(d, i + 1) && d->tokens[i + 1].space <= SPACE_BLANK;
    bool starts = i == 0 || d->tokens[i].space > SPACE_BLANK || token_in(d, i - 1, "|.|!|?|:|\"|“|'|‘|");
    if (starts || token_is(d, i - 1, "(")) return starts && token_is_capitals(d, i) && !after;
    bool before = token_is_capitalized(d, i - 1) || (d->tokens[i].space == SPACE_NONE);
    return !before && !after;
}

// The words that are names by themselves, sorted: of organizations, and of
// places named twice; those of both types are left out. The caller's.
static Lone *list_lone(const Document *d, size_t *count)
{
    Lone *lone = memory_grow(NULL, (d->mention_count + 1) * sizeof *lone);
    size_t n = 0;
    bool two;
    *count = 0;
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        KbText text = token_text(d, name->first);
        if (is_lone(name) && name->type != KB_PERSON &&
            (text.length >= LEAST_LETTERS || (text.length == LEAST_LETTERS - 1 && name->type == KB_ORGANIZATION &&
                                              token_is_capitals(d, name->first))) &&
            token_is_capitalized(d, name->first) &&
            !demonym_country(d->tokens[name->first].lower, (KbText){"", 0}, &two))
            lone[n++] = (Lone){text, name->type, false};
    }
    qsort(lone, n, sizeof *lone, by_lone);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && kb_text_equal(lone[i].text, lone[end].text);)
            end++;
        bool sure = end > i + 1 || (lone[i].type == KB_ORGANIZATION && lone[i].text.length >= LEAST_LETTERS);
        if (!sure || lone[i].type != lone[end - 1].type) continue;
        lone[*count] = lone[i];
        lone[(*count)++].often = end > i + 1;
    }
    return lone;
}

// A word that is a name twice in the text, and nowhere in small letters, is one where a sentence begins too.
static bool is_opening(const Document *d, uint32_t i, const Lone *known, const WordSet *small)
{
    bool after = i + 1 < d->token_count && token_is_capitalized(d, i + 1) && d->tokens[i + 1].space <= SPACE_BLANK;
    bool starts = i == 0 || d->tokens[i].space >= SPACE_NEWLINE || token_in(d, i - 1, "|.|!|?|\"|“|‘|");
    return known->often && starts && !after && token_is_pos(d, i, POS_PROPN) &&
           !word_set_holds(small, d->tokens[i].lower);
}

static WordSet small_words(const Document *d)
{
    WordSet words = {0};
    for (uint32_t i = 0; i < d->token_count; i++)
        if (token_is_lower(d, i)) word_set_add(&words, d, d->tokens[i].lower);
    word_set_sort(&words);
    return words;
}

static int text_of_lone(const void *text, const void *lone)
{
    return kb_text_compare(*(const KbText *)text, ((const Lone *)lone)->text);
}

// "Zephyr" where no label says so, though one does elsewhere.
static void mark_repeats(Document *d)
{
    Mention *names = NULL;
    size_t count = 0, room = 0, next = 0, lone_count;
    Lone *lone = list_lone(d, &lone_count);
    WordSet small = lone_count ? small_words(d) : (WordSet){0};
    for (uint32_t i = 0; i < d->token_count && lone_count; i++) {
        while (next < d->mention_count && d->mentions[next].last <= i)
            next++;
        bool covered = next < d->mention_count && d->mentions[next].first <= i;
        if (covered || !token_is_capitalized(d, i)) continue;
        KbText text = token_text(d, i);
        const Lone *known = bsearch(&text, lone, lone_count, sizeof *lone, text_of_lone);
        if (!known || !(is_apart(d, i) || is_opening(d, i, known, &small))) continue;
        Mention name = {.first = i, .last = i + 1, .head = i, .kind = KB_NAME, .type = known->type, .chain = -1};
        ARENA_PUSH(d->arena, names, count, room, name);
    }
    bounds_replace(d, names, count);
    free(lone);
}

// "Poe detained" where the text has "Ann Poe", and "“Ann, wait" where no label says so.
static void mark_people(Document *d, const WordSet *people)
{
    Mention *names = NULL;
    size_t count = 0, room = 0, next = 0;
    WordSet small = people->count ? small_words(d) : (WordSet){0};
    for (uint32_t i = 0; i < d->token_count && people->count; i++) {
        while (next < d->mention_count && d->mentions[next].last <= i)
            next++;
        bool covered = next < d->mention_count && d->mentions[next].first <= i;
        KbText word = d->tokens[i].lower;
        if (covered || !token_is_capitalized(d, i) || word.length < LEAST_LETTERS - 1 ||
            !word_set_holds(people, word) || token_is_capitals(d, i) || title_word(word) ||
            word_set_holds(&small, word) || !token_is_pos(d, i, POS_PROPN))
            continue;
        bool starts = i == 0 || d->tokens[i].space > SPACE_BLANK || token_in(d, i - 1, "|.|!|?|:|;|,|\"|“|'|‘|");
        bool before = !starts && (token_is_capitalized(d, i - 1) || token_in(d, i - 1, "|the|a|an|-|/|") ||
                                  d->tokens[i].space == SPACE_NONE);
        bool after = i + 1 < d->token_count && d->tokens[i + 1].space <= SPACE_BLANK &&
                     (token_is_capitalized(d, i + 1) || token_is(d, i + 1, "-"));
        if (before || after) continue;
        Mention name = {.first = i, .last = i + 1, .head = i, .kind = KB_NAME, .type = KB_PERSON, .chain = -1};
        ARENA_PUSH(d->arena, names, count, room, name);
    }
    bounds_replace(d, names, count);
}

// "the Board" where the text has "Harbour Pilots Board".
static void mark_short_forms(Document *d)
{
    Mention *names = NULL;
    size_t count = 0, room = 0, next = 0;
    WordSet nouns = short_forms_of(d);
    for (uint32_t i = 1; i < d->token_count && nouns.count; i++) {
        while (next < d->mention_count && d->mentions[next].last <= i)
            next++;
        bool covered = next < d->mention_count && d->mentions[next].first <= i;
        bool after = i + 1 < d->token_count && d->tokens[i + 1].space <= SPACE_BLANK &&
                     (token_is_capitalized(d, i + 1) || token_in(d, i + 1, "|of|for|on|"));
        bool the = token_is(d, i - 1, "the") || (i > 1 && token_is(d, i - 2, "the") && token_in(d, i - 1, WHOLE)) ||
                   (token_in(d, i - 1, "|a|an|") && token_is_pos(d, i + 1, POS_NOUN));
        if (covered || after || !token_is_capitalized(d, i) || !the || token_is_capitals(d, i) ||
            !word_set_holds(&nouns, d->tokens[i].lower))
            continue;
        Mention name = {.first = i, .last = i + 1, .head = i, .kind = KB_NAME, .type = KB_ORGANIZATION, .chain = -1};
        ARENA_PUSH(d->arena, names, count, room, name);
    }
    bounds_replace(d, names, count);
}

// "Ray" 's Pizza
static bool is_shop(const Document *d, size_t i, const WordSet *people)
{
    const Mention *name = &d->mentions[i];
    uint32_t noun = name->last + 1;
    if (name->type != KB_PERSON || !is_lone(name) || !token_in(d, name->last, "|'s|’s|") || noun >= d->token_count)
        return false;
    bool free = i + 1 == d->mention_count || d->mentions[i + 1].first > noun;
    bool ends =
        noun + 1 == d->token_count || !token_is_capitalized(d, noun + 1) || d->tokens[noun + 1].space != SPACE_BLANK;
    return free && ends && token_is_capitalized(d, noun) && d->tokens[noun].space == SPACE_BLANK &&
           !word_set_holds(people, d->tokens[name->first].lower);
}

// The longer names of organizations, and what they begin with but for their last word.
static WordSet longer_of(const Document *d)
{
    WordSet texts = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        if (name->type != KB_ORGANIZATION || is_lone(name) || !token_is_capitalized(d, name->first)) continue;
        word_set_add(&texts, d, document_tokens_text(d, name->first, name->last));
        if (name->last - name->first > 2 && token_is_capitalized(d, name->last - 2))
            word_set_add(&texts, d, document_tokens_text(d, name->first, name->last - 1));
    }
    word_set_sort(&texts);
    return texts;
}

// "Arn" and "Tesk" where the text has "Arn and Tesk Line", "Arn" Ore where it has "Arn Ore".
static void join_known(Document *d)
{
    WordSet longer = longer_of(d);
    size_t kept = 0;
    for (size_t i = 0; i < d->mention_count; i++) {
        Mention name = d->mentions[i];
        if (kept && d->mentions[kept - 1].last > name.first) continue; // joined
        bool cased = token_is_capitalized(d, name.first) && longer.count;
        for (uint32_t last = name.last + KNOWN_REACH; cased && last > name.last; last--) {
            if (last > d->token_count || !token_is_capitalized(d, last - 1)) continue;
            if (!word_set_holds(&longer, document_tokens_text(d, name.first, last))) continue;
            uint32_t end = last;
            for (size_t next = i + 1; next < d->mention_count && d->mentions[next].first < last; next++)
                if (d->mentions[next].last > end) end = d->mentions[next].last;
            bool goes_on = end == last && last < d->token_count && token_is_capitalized(d, last) &&
                           d->tokens[last].space <= SPACE_BLANK;
            if (goes_on) continue;
            last = end;
            name.last = last;
            name.head = last - 1;
            name.type = KB_ORGANIZATION;
            break;
        }
        d->mentions[kept++] = name;
    }
    d->mention_count = kept;
}

void known_names_settle(Document *d)
{
    join_known(d);
    WordSet people = people_of(d), bodies = bodies_of(d), storms = storms_of(d);
    mark_bodies(d, &bodies, &people);
    mark_repeats(d);
    mark_short_forms(d);
    WordSet called = called_of(d);
    mark_people(d, &called);
    size_t kept = 0;
    for (size_t i = 0; i < d->mention_count; i++) {
        Mention name = d->mentions[i];
        if (is_shop(d, i, &people)) {
            name.last += 2;
            name.head = name.last - 1;
            name.type = KB_ORGANIZATION;
        }
        bool storm = name.type == KB_PERSON && is_lone(&name) && word_set_holds(&storms, d->tokens[name.first].lower);
        bool faith = name.type != KB_PERSON && is_lone(&name) && token_in(d, name.first, FAITHS);
        if (!storm && !faith) d->mentions[kept++] = name;
    }
    d->mention_count = kept;
}
