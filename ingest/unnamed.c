// Chains of what has no name: the speaker, the readers, things and people told of by a noun alone.
// SPDX-License-Identifier: MIT
#include "ingest/unnamed.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/antecedents.h"
#include "ingest/clause.h"
#include "ingest/quotes.h"

enum { SAME_NOUNS = 48, MODIFIERS = 8, DEPTH = 64, NONE = -1 };

typedef struct Phrase { // a noun phrase or pronoun without a name, by its head
    uint32_t head;
    int32_t chain;
    int32_t before; // phrase of the same noun before it
    uint32_t modifiers[MODIFIERS];
    uint8_t modifier_count;
    uint32_t possessor; // token; NO_HEAD: none
    bool plural, pronoun;
} Phrase;

typedef enum Group { // of pronouns
    GROUP_I,
    GROUP_WE,
    GROUP_YOU,
    GROUPS, // the following need an antecedent
    GROUP_IT = GROUPS,
    GROUP_THEY,
    GROUP_HE,
    GROUP_THIS,
    NO_GROUP
} Group;

typedef struct Finder {
    Document *document;
    Mention *items; // named mentions, and what may be a phrase; chains without a name count on from the named
    size_t item_count, item_room, at;
    const Antecedents *antecedents; // of the items; NULL: no weights
    Phrase *phrases;
    size_t count, room;
    int32_t chains;
    bool *taken;               // [tokens] of mentions of named chains
    int32_t *chain_of;         // [tokens] of phrases, by their heads
    int32_t *latest;           // [slots] last phrase of a noun
    size_t slots;              // a power of two
    int32_t (*groups)[GROUPS]; // [quotes + 1] chains of the first and second persons in each, and outside all
} Finder;

// ---------------------------------------------------------------------------------------------- trees

static bool is_dep(const Document *document, uint32_t token, const char *relations)
{
    char key[32] = "|";
    KbText dep = document->tokens[token].dep;
    if (!dep.length || dep.length > 28) return false;
    memcpy(key + 1, dep.data, dep.length);
    memcpy(key + 1 + dep.length, "|", 2);
    return strstr(relations, key) != NULL;
}

// The same without subtypes: "nsubj:pass" is "nsubj".
static bool is_main_dep(const Document *document, uint32_t token, const char *relations)
{
    char key[32] = "|";
    KbText dep = document->tokens[token].dep;
    size_t length = 0;
    while (length < dep.length && dep.data[length] != ':')
        length++;
    if (!length || length > 28) return false;
    memcpy(key + 1, dep.data, length);
    memcpy(key + 1 + length, "|", 2);
    return strstr(relations, key) != NULL;
}

static bool in_phrase(const Document *document, uint32_t head, uint32_t token)
{
    // What hangs on a noun without being of its phrase: the clause it is the predicate of, coordinated phrases.
    static const char apart[] = "|case|cc|mark|cop|nsubj|conj|advmod|aux|punct|parataxis|discourse|vocative|dislocated|"
                                "csubj|expl|advcl|obl|obj|xcomp|ccomp|orphan|list|reparandum|";
    for (unsigned steps = 0; token != head && steps < DEPTH; steps++) {
        uint32_t up = document->tokens[token].head;
        if (up == NO_HEAD || up == token || (up == head && is_main_dep(document, token, apart))) return false;
        token = up;
    }
    return token == head;
}

static Mention mention_of(const Document *document, const Phrase *phrase)
{
    const Sentence *sentence = &document->sentences[document->tokens[phrase->head].sentence];
    uint32_t first = phrase->head, last = phrase->head;
    while (first > sentence->first && in_phrase(document, phrase->head, first - 1))
        first--;
    while (last + 1 < sentence->last && in_phrase(document, phrase->head, last + 1))
        last++;
    while (last > phrase->head && is_dep(document, last, "|punct|"))
        last--;
    return (Mention){.first = first,
                     .last = last + 1,
                     .head = phrase->head,
                     .kind = phrase->pronoun ? KB_PRONOUN : KB_NOMINAL,
                     .type = KB_OTHER,
                     .chain = phrase->chain};
}

// ---------------------------------------------------------------------------------------------- phrases

static void add_phrase(Finder *finder, Phrase phrase)
{
    finder->chain_of[phrase.head] = phrase.chain;
    finder->items[finder->at].chain = (int32_t)finder->document->chain_count + phrase.chain;
    ARENA_PUSH(finder->document->arena, finder->phrases, finder->count, finder->room, phrase);
}

typedef struct Pointing { // how a noun phrase points back
    bool any;             // "the plan", "our plan", a name
    bool article;         // "the plan", "this plan"
    bool near;            // "this plan"
} Pointing;

// Reads what hangs on the noun.
static Pointing read_noun(const Document *document, uint32_t token, Phrase *phrase)
{
    Pointing back = {0};
    const Sentence *sentence = &document->sentences[document->tokens[token].sentence];
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (document->tokens[i].head != token || i == token) continue;
        if (is_main_dep(document, i, "|det|")) {
            back.near = back.near || token_in(document, i, "|this|that|these|those|such|");
            back.article = back.article || token_in(document, i, "|the|this|that|these|those|");
        }
        if (is_dep(document, i, "|nmod:poss|")) phrase->possessor = i;
        bool modifier = is_main_dep(document, i, "|amod|compound|nummod|nmod|") && document->tokens[i].pos != POS_PRON;
        if (modifier && phrase->modifier_count < MODIFIERS) phrase->modifiers[phrase->modifier_count++] = i;
    }
    back.any = back.article || phrase->possessor != NO_HEAD || document->tokens[token].pos == POS_PROPN;
    return back;
}

static bool has_modifiers(const Document *document, const Phrase *whole, const Phrase *part)
{
    for (unsigned i = 0; i < part->modifier_count; i++) {
        bool found = false;
        for (unsigned k = 0; k < whole->modifier_count && !found; k++)
            found =
                kb_text_equal(document->tokens[whole->modifiers[k]].lower, document->tokens[part->modifiers[i]].lower);
        if (!found) return false;
    }
    return true;
}

// The chain that the possessor is of, named or not.
static int32_t possessor_chain(const Finder *finder, uint32_t possessor)
{
    int32_t mention = document_mention_at(finder->document, possessor);
    if (mention >= 0) return finder->document->mentions[mention].chain;
    int32_t chain = finder->chain_of[possessor];
    return chain < 0 ? NONE : (int32_t)finder->document->chain_count + chain;
}

static bool same_possessor(const Finder *finder, const Phrase *a, const Phrase *b)
{
    if (a->possessor == NO_HEAD || b->possessor == NO_HEAD) return true;
    return possessor_chain(finder, a->possessor) == possessor_chain(finder, b->possessor);
}

static int32_t *slot_of(const Finder *finder, KbText noun)
{
    const Document *document = finder->document;
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < noun.length; i++)
        hash = (hash ^ (unsigned char)noun.data[i]) * 16777619u;
    size_t at = hash & (finder->slots - 1);
    while (finder->latest[at] >= 0 &&
           !kb_text_equal(document->tokens[finder->phrases[finder->latest[at]].head].lower, noun))
        at = (at + 1) & (finder->slots - 1);
    return &finder->latest[at];
}

// The chain of the phrase that this one repeats.
static int32_t repeated(const Finder *finder, const Phrase *phrase, bool article, int32_t latest)
{
    const Document *document = finder->document;
    for (unsigned steps = 0; latest >= 0 && steps < SAME_NOUNS; steps++) {
        const Phrase *before = &finder->phrases[latest];
        bool fits = before->plural == phrase->plural && has_modifiers(document, before, phrase) &&
                    (article || has_modifiers(document, phrase, before)) && same_possessor(finder, before, phrase);
        if (fits) return before->chain;
        latest = before->before;
    }
    return NONE;
}

// "President" before a name: a noun that describes one after it.
static bool is_title(const Document *document, uint32_t token)
{
    uint32_t head = document->tokens[token].head;
    return head != NO_HEAD && head > token && is_main_dep(document, token, "|nmod|") &&
           !is_dep(document, token, "|nmod:poss|");
}

// The chain without a name that the phrase goes on with; *named: it would be one with a name.
static int32_t antecedent(const Finder *finder, AntecedentNumber number, bool *named)
{
    int32_t named_chains = (int32_t)finder->document->chain_count;
    int32_t chain = finder->antecedents ? antecedents_best(finder->antecedents, finder->at, number) : NONE;
    *named = chain >= 0 && chain < named_chains;
    return chain < named_chains ? NONE : chain - named_chains;
}

static void read_nominal(Finder *finder, uint32_t token)
{
    static const char vague[] = "|day|days|year|years|time|times|today|week|month|way|lot|"
                                "|thing|things|number|part|kind|people|";
    const Document *document = finder->document;
    Phrase phrase = {.head = token, .possessor = NO_HEAD, .chain = NONE};
    Pointing back = read_noun(document, token, &phrase);
    int32_t *slot = slot_of(finder, document->tokens[token].lower);
    phrase.plural = token_is_plural(document, token);
    phrase.before = *slot;
    if (back.any && !token_in(document, token, vague))
        phrase.chain = repeated(finder, &phrase, back.article, phrase.before);
    bool named;
    if (back.near && phrase.chain < 0) // by another noun: "this measure"
        phrase.chain = antecedent(finder, phrase.plural ? NUMBER_PLURAL : NUMBER_SINGULAR, &named);
    if (phrase.chain < 0) phrase.chain = finder->chains++;
    *slot = (int32_t)finder->count;
    add_phrase(finder, phrase);
}

// ---------------------------------------------------------------------------------------------- pronouns

// The quotation that the token is in, interruptions included; one past the last: none.
static size_t quote_of(const Document *document, uint32_t token)
{
    int32_t quote = document_quote_at(document, token);
    if (quote < 0) return document->quote_count;
    while (quote > 0 && document->quotes[quote].resumed)
        quote--;
    return (size_t)quote;
}

// "This", but not the "that" of a relative clause.
static bool points(const Document *document, uint32_t token)
{
    return !is_main_dep(document, document->tokens[token].head, "|acl|");
}

static Group group_of(const Document *document, uint32_t token)
{
    static const char *const words[NO_GROUP] = {
        "|i|me|my|mine|myself|",   "|we|us|our|ours|ourselves|",          "|you|your|yours|yourself|yourselves|",
        "|it|its|itself|",         "|they|them|their|theirs|themselves|", "|he|him|his|himself|she|her|hers|herself|",
        "|this|that|these|those|",
    };
    unsigned group = document->tokens[token].pos == POS_PRON ? 0 : NO_GROUP;
    while (group < NO_GROUP && !token_in(document, token, words[group]))
        group++;
    return group == GROUP_THIS && !points(document, token) ? NO_GROUP : (Group)group;
}

static void add_pronoun(Finder *finder, uint32_t token, int32_t chain)
{
    add_phrase(finder, (Phrase){.head = token, .chain = chain, .before = NONE, .possessor = NO_HEAD, .pronoun = true});
}

static void read_person(Finder *finder, uint32_t token, Group group)
{
    const Document *document = finder->document;
    size_t quote = group == GROUP_YOU ? document->quote_count : quote_of(document, token);
    bool named = group == GROUP_I && quote < document->quote_count && document->quotes[quote].speaker >= 0;
    int32_t *chain = &finder->groups[quote][group];
    if (named) return; // the speaker's own chain has it, or nobody
    if (*chain < 0) *chain = finder->chains++;
    add_pronoun(finder, token, *chain);
}

static void read_thing(Finder *finder, uint32_t token, Group group)
{
    static const AntecedentNumber numbers[NO_GROUP] = {[GROUP_IT] = NUMBER_SINGULAR, [GROUP_THEY] = NUMBER_PLURAL};
    bool named;
    if (is_main_dep(finder->document, token, "|expl|")) return;
    int32_t chain = antecedent(finder, numbers[group], &named);
    if (named) return; // which did not want it
    add_pronoun(finder, token, chain >= 0 ? chain : finder->chains++);
}

// ---------------------------------------------------------------------------------------------- the document

static Finder finder_of(Document *document)
{
    Arena *arena = document->arena;
    Finder finder = {.document = document, .slots = 16};
    while (finder.slots < 2 * document->token_count)
        finder.slots *= 2;
    finder.taken = arena_alloc(arena, document->token_count + 1, sizeof *finder.taken);
    finder.chain_of = arena_alloc(arena, document->token_count + 1, sizeof *finder.chain_of);
    finder.latest = arena_alloc(arena, finder.slots, sizeof *finder.latest);
    finder.groups = arena_alloc(arena, document->quote_count + 1, sizeof *finder.groups);
    memset(finder.chain_of, 0xFF, document->token_count * sizeof *finder.chain_of);
    memset(finder.latest, 0xFF, finder.slots * sizeof *finder.latest);
    memset(finder.groups, 0xFF, (document->quote_count + 1) * sizeof *finder.groups);
    for (size_t i = 0; i < document->mention_count; i++)
        for (uint32_t token = document->mentions[i].first; token < document->mentions[i].last; token++)
            finder.taken[token] = true;
    return finder;
}

static int by_place(const void *left, const void *right)
{
    const Mention *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->last != b->last) return a->last > b->last ? -1 : 1;
    return (a->head > b->head) - (a->head < b->head);
}

// Numbers the chains of more than one phrase, in the order in which they begin.
static void keep_chains(const Finder *finder)
{
    Document *document = finder->document;
    Arena *arena = document->arena;
    uint32_t *sizes = arena_alloc(arena, (size_t)finder->chains + 1, sizeof *sizes);
    int32_t *numbers = arena_alloc(arena, (size_t)finder->chains + 1, sizeof *numbers);
    document->unnamed = arena_alloc(arena, finder->count + 1, sizeof *document->unnamed);
    for (size_t i = 0; i < finder->count; i++)
        sizes[finder->phrases[i].chain]++;
    for (size_t i = 0; i < finder->count; i++) {
        const Phrase *phrase = &finder->phrases[i];
        if (sizes[phrase->chain] < 2) continue;
        if (!numbers[phrase->chain]) numbers[phrase->chain] = (int32_t)++document->unnamed_chains;
        Mention *mention = &document->unnamed[document->unnamed_count++];
        *mention = mention_of(document, phrase);
        mention->chain = numbers[phrase->chain] - 1;
    }
    qsort(document->unnamed, document->unnamed_count, sizeof *document->unnamed, by_place);
}

static bool may_be_phrase(const Finder *finder, uint32_t token)
{
    const Document *document = finder->document;
    const Token *at = &document->tokens[token];
    bool part = is_dep(document, token, "|compound|") || is_main_dep(document, token, "|fixed|flat|goeswith|") ||
                is_title(document, token);
    if (finder->taken[token] || at->head == NO_HEAD || part) return false;
    return at->pos == POS_NOUN || at->pos == POS_PROPN || group_of(document, token) != NO_GROUP;
}

static void collect(Finder *finder)
{
    const Document *document = finder->document;
    size_t next = 0;
    for (uint32_t token = 0; token < document->token_count; token++) {
        for (; next < document->mention_count && document->mentions[next].first == token; next++)
            ARENA_PUSH(document->arena, finder->items, finder->item_count, finder->item_room, document->mentions[next]);
        if (!may_be_phrase(finder, token)) continue;
        Mention item = {.first = token,
                        .last = token + 1,
                        .head = token,
                        .kind = document->tokens[token].pos == POS_PRON ? KB_PRONOUN : KB_NOMINAL,
                        .type = KB_OTHER,
                        .chain = NONE};
        ARENA_PUSH(document->arena, finder->items, finder->item_count, finder->item_room, item);
    }
}

void unnamed_find(const Pairs *pairs, Projector *projector, Document *document)
{
    Finder finder = finder_of(document);
    collect(&finder);
    if (pairs && document->vectors)
        finder.antecedents = antecedents_new(pairs, projector, document, finder.items, finder.item_count);
    for (; finder.at < finder.item_count; finder.at++) {
        if (finder.items[finder.at].type != KB_OTHER) continue;
        uint32_t token = finder.items[finder.at].head;
        Group group = group_of(document, token);
        if (group < GROUPS)
            read_person(&finder, token, group);
        else if (group < NO_GROUP)
            read_thing(&finder, token, group);
        else
            read_nominal(&finder, token);
    }
    keep_chains(&finder);
}
