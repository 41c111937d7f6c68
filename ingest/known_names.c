// Names told by other names of the text.
// SPDX-License-Identifier: MIT
#include "ingest/known_names.h"

#include "ingest/bounds.h"
#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/title_words.h"
#include "ingest/word_set.h"

enum { LEAST_LETTERS = 4 };

static const char STORMS[] = "|hurricane|typhoon|cyclone|storm|";
static const char FAITHS[] =
    "|sunni|sunnis|shiite|shiites|shia|muslim|moslem|islamic|christian|catholic|jewish|arab|kurdish|";
// First words of organizations that name no one of them.
static const char COMMON[] =
    "|first|second|new|north|south|east|west|national|international|american|european|united|general|central|federal|"
    "state|"
    "royal|public|world|global|city|county|great|grand|high|supreme|superior|democratic|republican|social|people's|"
    "free|"
    "senate|house|white|black|green|blue|young|holy|saint|department|ministry|university|bank|institute|council|center|"
    "office|board|court|church|school|college|hospital|museum|association|committee|commission|society|federation|"
    "party|"
    "union|team|club|league|police|army|navy|air|coast|foreign|interior|justice|defense|defence|finance|health|"
    "security|";

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

void known_names_settle(Document *d)
{
    WordSet people = people_of(d), bodies = bodies_of(d), storms = storms_of(d);
    mark_bodies(d, &bodies, &people);
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
