// Relations that a noun says: kin, talks, owners, successors, members, graduates.
// SPDX-License-Identifier: MIT
//
//   possessed:   [A's | his] wife [,] [B]         -> noun(A, B)
//   of-phrase:   B [,] [the] wife of A            -> noun(A, B)
//   copula:      B is the wife of A | A's wife    -> noun(A, B)
#include <string.h>

#include "ingest/relations.h"

typedef struct NounRule {
    const char *nouns;
    const char *predicate;
    unsigned owners, named; // types of A and B
    bool flipped;           // B is the claim's subject
} NounRule;

static const NounRule rules[] = {
    {"|wife|husband|spouse|widow|widower|ex-wife|ex-husband|fiancee|fiance|", "spouse", PER, PER, false},
    {"|son|daughter|child|sons|daughters|children|stepson|stepdaughter|", "parent", PER, PER, false},
    {"|father|mother|dad|mum|mom|parents|", "parent", PER, PER, true},
    {"|brother|sister|sibling|twin|half-brother|half-sister|", "sibling", PER, PER, false},
    {"|daughter-in-law|uncle|aunt|nephew|niece|cousin|grandfather|grandmother|grandson|granddaughter|in-law|law|"
     "grandchild|",
     "relative", PER, PER, false},
    {"|friend|ally|comrade|colleague|classmate|schoolmate|roommate|teammate|associate|confidant|confidante|protege|"
     "mentor|partner|",
     "associate", PER, PER, false},
    {"|successor|", "succeeded", PER, PER, true},
    {"|predecessor|", "succeeded", PER, PER, false},
    {"|owner|co-owner|proprietor|owners|", "owns", ORG, PER | ORG, true},
    {"|founder|cofounder|co-founder|founders|", "founded", ORG, PER, true},
    {"|subsidiary|unit|arm|affiliate|division|", "subsidiary_of", ORG, ORG, true},
    {"|parent|", "subsidiary_of", ORG, ORG, false},
    {"|graduate|alumnus|alumna|", "educated_at", ORG, PER, true},
    {"|native|", "born_in", PLA, PER, true},
    {"|resident|", "resides_in", PLA, PER, true},
    {"|citizen|", "citizen_of", PLA, PER, true},
    {"|member|members|", "member_of", ORG, ACTOR, true},
    {"|capital|", "located_in", PLA, PLA, true},
    {"|part|", "part_of", ORG | PLA, ORG | PLA, true},
};

static void add(Reading *reading, const NounRule *rule, int32_t owner, int32_t named, uint32_t token,
                const Clause *clause)
{
    if (!chain_is(reading->document, owner, rule->owners) || !chain_is(reading->document, named, rule->named)) return;
    if (rule->flipped)
        relation_add(reading, rule->predicate, named, owner, token, clause);
    else
        relation_add(reading, rule->predicate, owner, named, token, clause);
}

// ---------------------------------------------------------------------------------------------- around the noun

// Chain of "A's" or "his" that possesses the noun phrase with head `noun`; -1 none.
static int32_t possessor_of(const Reading *reading, uint32_t noun)
{
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first, start = noun_phrase_start(document, noun, first);
    // "Acme's chairman and majority owner"
    bool open = document->tokens[start].pos == POS_NOUN || document->tokens[start].pos == POS_ADJ;
    if (open && start > first + 2 && token_is(document, start - 1, "and") &&
        document->tokens[start - 2].pos == POS_NOUN && document_mention_at(document, start - 2) < 0)
        start = noun_phrase_start(document, start - 2, first);
    for (uint32_t token = noun; token-- > start;) {
        if (token_in(document, token, "|his|her|its|their|my|our|whose|")) {
            if (!token_in(document, token, "|whose|")) return referent_at(document, token);
            uint32_t before = token;
            if (before > reading->sentence->first && token_in(document, before - 1, "|,|")) before--;
            return before > reading->sentence->first ? referent_at(document, before - 1) : KB_NONE;
        }
        if (token_in(document, token, "|'s|'|") && token > reading->sentence->first)
            return referent_at(document, token - 1);
        if (document_mention_at(document, token) >= 0 && token == noun - 1)
            return referent_at(document, token); // "a NATO member"
    }
    return KB_NONE;
}

// Chain of the noun phrase after "of", "to" or "at": "wife of A", "successor to A", "graduate of A".
static int32_t of_phrase(const Reading *reading, uint32_t noun)
{
    const Document *document = reading->document;
    uint32_t token = noun + 1;
    if (token_is(document, token, "-"))
        while (token_in(document, token, "|-|in|law|"))
            token++;
    if (token_is(document, token, "and")) { // "founder and chief executive of Acme"
        uint32_t other = noun_phrase_end(document, token + 1, reading->sentence->last);
        bool title = other > token + 1 && document_mention_at(document, token + 1) < 0 &&
                     !token_in(document, token + 1, "|the|a|an|his|her|its|");
        if (title && token_is(document, other, "of") && document->tokens[other - 1].pos == POS_NOUN) token = other;
    }
    if (!token_in(document, token, "|of|to|at|")) return KB_NONE;
    uint32_t end = noun_phrase_end(document, token + 1, reading->sentence->last);
    return end > token + 1 ? referent_at(document, end - 1) : KB_NONE;
}

// The name that the noun phrase with head `noun` is in apposition to: "his wife, Ann", "his wife Ann", "Ann, his wife".
static int32_t apposed_name(const Reading *reading, uint32_t noun)
{
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first, next = noun + 1;
    if (document_mention_at(document, next) >= 0)
        return referent_at(document, noun_phrase_end(document, next, next + 12) - 1);
    if (token_is(document, next, ",")) { // "his wife, the surgeon Ann Poe,"
        uint32_t end = noun_phrase_end(document, next + 1, reading->sentence->last);
        if (end > next + 1 && document_mention_at(document, end - 1) >= 0 &&
            token_in(document, end, "|,|.|;|)|and|who|"))
            return referent_at(document, end - 1);
    }
    uint32_t start = noun_phrase_start(document, noun, first);
    if (start > first + 1 && token_in(document, start - 1, "|,|(|")) {
        uint32_t before = start - 2;
        if (token_is(document, before, ",")) return KB_NONE;
        bool age = document->tokens[before].pos == POS_NUM && before > first + 1 && token_is(document, before - 1, ",");
        return referent_at(document, age ? before - 2 : before); // "Ann Poe, 54, a citizen of Peru"
    }
    return KB_NONE;
}

// "B is the wife of A": the subject of the copula before the noun phrase.
static int32_t copula_subject(const Reading *reading, uint32_t noun, bool *negative)
{
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first, token = noun_phrase_start(document, noun, first);
    while (token > first && token_in(document, token - 1, "|not|n't|also|once|still|never|no|longer|a|")) {
        token--;
        if (token_in(document, token, "|not|n't|never|")) *negative = true;
    }
    if (token <= first || !token_in(document, token - 1, "|is|was|are|were|be|been|became|becomes|remains|'s|"))
        return KB_NONE;
    token--;
    while (token > first && document->tokens[token - 1].pos == POS_AUX)
        token--;
    if (token <= first) return KB_NONE;
    if (token_in(document, token - 1, "|who|") && token - 1 > first) token--;
    if (token_in(document, token - 1, "|,|") && token - 1 > first) token--;
    return referent_at(document, token - 1);
}

// "his sons, Ian and Paul", "their children Tim, 4, and Sue, 6": the others of a row of names behind a plural.
static void read_row(Reading *reading, const NounRule *rule, uint32_t noun, int32_t owner)
{
    const Document *document = reading->document;
    uint32_t first = noun + 1 + token_is(document, noun + 1, ",");
    const Mention *name = mention_named(reading, first);
    int32_t row[CONJUNCT_LIMIT];
    if (!name || !token_is_plural(document, noun)) return;
    size_t count = referents_right(document, name->last - 1, reading->sentence->last, row, CONJUNCT_LIMIT);
    for (size_t i = 1; i < count; i++)
        add(reading, rule, owner, row[i], noun, NULL);
}

// "Poe is married to Ann Roe. Their daughter, Sue": of both.
static void read_child_of_two(Reading *reading, const NounRule *rule, uint32_t noun)
{
    int32_t pair[2];
    uint32_t their = noun_phrase_start(reading->document, noun, reading->sentence->first);
    if (strcmp(rule->predicate, "parent") != 0 || rule->flipped || !token_is(reading->document, their, "their")) return;
    int32_t named = apposed_name(reading, noun);
    size_t count = referents_pair_before(reading->document, their, pair);
    for (size_t i = 0; i < count && pair[0] != named && pair[1] != named; i++)
        add(reading, rule, pair[i], named, noun, NULL);
}

static void read_noun(Reading *reading, const NounRule *rule, uint32_t noun)
{
    read_child_of_two(reading, rule, noun);
    int32_t owner = possessor_of(reading, noun);
    if (owner < 0) owner = of_phrase(reading, noun);
    if (owner < 0) return;
    Clause copula = {.lemma = "be"};
    bool negative = false;
    int32_t named = apposed_name(reading, noun);
    if (named < 0) {
        named = copula_subject(reading, noun, &negative);
        copula.polarity = negative ? KB_NEGATIVE : KB_POSITIVE;
    }
    add(reading, rule, owner, named, noun, negative ? &copula : NULL);
    read_row(reading, rule, noun, owner);
}

// "is survived by two sons, Ian and Paul, and a sister, Sue": whose kin they are.
static void read_survivors(Reading *reading)
{
    static const char kin[] = "|spouse|parent|sibling|relative|";
    const Document *document = reading->document;
    int32_t dead = KB_NONE;
    uint32_t by = NO_TOKEN;
    for (size_t i = 0; i < reading->clause_count && by == NO_TOKEN; i++) {
        const Clause *clause = &reading->clauses[i];
        bool survived = strcmp(clause->lemma, "survive") == 0 && token_is(document, clause->last, "by");
        if (survived && clause->subject != NO_TOKEN) by = clause->last, dead = referent_at(document, clause->subject);
    }
    for (uint32_t token = by; dead >= 0 && token < reading->sentence->last; token++) {
        uint32_t start = noun_phrase_start(document, token, reading->sentence->first);
        bool counted = token > by + 1 && !mention_named(reading, token) &&
                       token_in(document, start, "|a|an|one|two|three|four|five|six|seven|eight|nine|ten|");
        for (size_t i = 0; counted && i < sizeof rules / sizeof *rules; i++) {
            if (!token_in(document, token, rules[i].nouns) || !strstr(kin, rules[i].predicate)) continue;
            add(reading, &rules[i], dead, apposed_name(reading, token), token, NULL);
            read_row(reading, &rules[i], token, dead);
        }
    }
}

// ---------------------------------------------------------------------------------------------- talks

typedef struct EventNoun {
    const char *nouns, *predicate;
    unsigned types;
} EventNoun;

static const EventNoun events[] = {
    {"|talks|meeting|meetings|summit|lunch|dinner|encounter|", "met_with", PER},
    {"|conversation|conversations|call|calls|discussion|discussions|", "spoke_with", PER},
    {"|negotiations|", "negotiated_with", ACTOR},
};

// "talks between A and B", "A's meeting with B".
static void read_event(Reading *reading, const EventNoun *event, uint32_t noun)
{
    const Document *document = reading->document;
    int32_t pair[CONJUNCT_LIMIT];
    uint32_t next = noun + 1, limit = reading->sentence->last;
    for (uint32_t token = next; token < limit && token < next + 8; token++) {
        if (document_mention_at(document, token) >= 0 || !token_in(document, token, "|between|with|")) continue;
        uint32_t end = noun_phrase_end(document, token + 1, limit);
        if (end == token + 1) return;
        size_t count = referents_right(document, end - 1, limit, pair, CONJUNCT_LIMIT);
        bool between = token_is(document, token, "between");
        int32_t other = between ? (count > 1 ? pair[1] : KB_NONE) : possessor_of(reading, noun);
        if (count && chain_is(document, pair[0], event->types) && chain_is(document, other, event->types))
            relation_add(reading, event->predicate, other, pair[0], noun, clause_before(reading, noun));
        return;
    }
}

void read_nouns(Reading *reading)
{
    const Document *document = reading->document;
    read_survivors(reading);
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last; token++) {
        Upos pos = (Upos)document->tokens[token].pos;
        if ((pos != POS_NOUN && pos != POS_PROPN) || mention_named(reading, token)) continue;
        for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
            if (token_in(document, token, rules[i].nouns)) read_noun(reading, &rules[i], token);
        for (size_t i = 0; i < sizeof events / sizeof *events; i++)
            if (token_in(document, token, events[i].nouns)) read_event(reading, &events[i], token);
    }
}
