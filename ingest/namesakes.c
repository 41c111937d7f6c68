// Two people of one family name: which of them "the elder Poe" is.
// SPDX-License-Identifier: MIT
#include "ingest/namesakes.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quote_phrases.h"

enum { REACH = 4000 }; // tokens, chains and mentions looked through, so that a long document stays linear

typedef struct Namesakes {
    int32_t chains[2];
    uint32_t ages[2];
    int32_t younger; // index; -1: not known
} Namesakes;

static bool bears(const Chain *chain, KbText family)
{
    size_t before = chain->name.length - family.length - 1;
    return chain->type == KB_PERSON && chain->name.length > family.length + 1 && chain->name.data[before] == ' ' &&
           memcmp(chain->name.data + before + 1, family.data, family.length) == 0;
}

static int index_of(const Namesakes *two, int32_t chain)
{
    return chain == two->chains[0] ? 0 : chain == two->chains[1] ? 1 : -1;
}

// The name a noun is said of: "his brother, Tom Poe", "Tom Poe, her son".
static int32_t said_of(const Document *d, uint32_t noun)
{
    int32_t beside = named_beside(d, noun);
    if (beside >= 0) return beside;
    bool tied = token_has_tree(d, noun) && dep_in(d, noun, "|appos|flat|compound|nmod:desc|");
    int32_t mention = document_mention_at(d, tied ? d->tokens[noun].head : noun + 1 + token_is(d, noun + 1, ","));
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == KB_PERSON;
    return name ? d->mentions[mention].chain : KB_NONE;
}

bool is_younger_kin(const Document *d, uint32_t noun)
{
    return token_in(d, noun, "|son|daughter|nephew|niece|grandson|granddaughter|");
}

bool is_elder_kin(const Document *d, uint32_t noun)
{
    return token_in(d, noun, "|father|mother|uncle|aunt|grandfather|grandmother|");
}

// Which of the two a word of kinship says to be the younger; -1: neither.
static int32_t younger_by_kin(const Document *d, const Namesakes *two, uint32_t noun)
{
    bool sibling = noun && token_in(d, noun, "|brother|sister|");
    bool younger = is_younger_kin(d, noun) || (sibling && token_in(d, noun - 1, "|younger|little|kid|"));
    bool elder = is_elder_kin(d, noun) || (sibling && token_in(d, noun - 1, "|elder|older|big|"));
    if (!younger && !elder) return -1;
    int said = index_of(two, said_of(d, noun));
    int32_t of = token_is(d, noun + 1, "of") ? document_mention_at(d, noun + 2) : KB_NONE;
    if (said < 0 && of >= 0 && index_of(two, d->mentions[of].chain) >= 0)
        said = 1 - index_of(two, d->mentions[of].chain);
    return said < 0 ? -1 : younger ? said : 1 - said;
}

// "Tom Poe, 56,"
uint32_t age_behind(const Document *d, const Mention *name)
{
    uint32_t at = name->last + 1;
    if (!token_is(d, name->last, ",") || at >= d->token_count) return 0;
    KbText word = d->tokens[at].lower;
    bool number = word.length == 2 && word.data[0] >= '1' && word.data[0] <= '9' && word.data[1] >= '0' &&
                  word.data[1] <= '9' && token_in(d, at + 1, "|,|.|;|");
    return number ? 10 * (uint32_t)(word.data[0] - '0') + (uint32_t)(word.data[1] - '0') : 0;
}

static bool find_two(const Document *d, KbText family, Namesakes *two)
{
    size_t count = 0;
    *two = (Namesakes){.younger = -1};
    for (size_t i = 0; i < d->chain_count && i < REACH && count < 3; i++)
        if (bears(&d->chains[i], family) && count++ < 2) two->chains[count - 1] = (int32_t)i;
    if (count != 2) return false;
    for (size_t i = 0; i < d->mention_count && i < REACH; i++) {
        int index = index_of(two, d->mentions[i].chain);
        if (index >= 0 && !two->ages[index]) two->ages[index] = age_behind(d, &d->mentions[i]);
    }
    for (uint32_t t = 0; t < d->token_count && t < REACH && two->younger < 0; t++)
        two->younger = younger_by_kin(d, two, t);
    if (two->younger < 0 && two->ages[0] && two->ages[1] && two->ages[0] != two->ages[1])
        two->younger = two->ages[1] < two->ages[0];
    return true;
}

// "the other Poe": not who was mentioned last of the two.
static int other_of(const Document *d, const Namesakes *two, uint32_t token)
{
    size_t last = document_mentions_from(d, token), first = last > REACH ? last - REACH : 0;
    for (size_t i = last; i-- > first;) {
        int index = index_of(two, d->mentions[i].chain);
        if (index >= 0) return 1 - index;
    }
    return -1;
}

int32_t namesake_meant(const Document *d, const Mention *name)
{
    uint32_t before = name->first;
    if (name->kind != KB_NAME || name->type != KB_PERSON) return KB_NONE;
    if (before && token_in(d, before - 1, "|mr|mr.|mrs|mrs.|ms|ms.|")) before--;
    bool elder = before && token_in(d, before - 1, "|elder|older|");
    bool younger = before && token_is(d, before - 1, "younger"), other = before && token_is(d, before - 1, "other");
    Namesakes two;
    if (!(elder || younger || other) || !find_two(d, document_tokens_text(d, name->first, name->last), &two))
        return KB_NONE;
    int32_t given = token_is(d, name->last, ",") ? document_mention_at(d, name->last + 1) : KB_NONE;
    int index = given >= 0 ? index_of(&two, d->mentions[given].chain) : -1; // "the elder Poe, Tom, ..."
    if (index < 0 && other) index = other_of(d, &two, before);
    if (index < 0 && !other && two.younger >= 0) index = younger ? two.younger : 1 - two.younger;
    return index < 0 ? KB_NONE : two.chains[index];
}

int32_t kin_named_behind(const Document *d, uint32_t possessive)
{
    enum { ADJECTIVES = 2 };
    static const char kin[] = "|son|daughter|brother|sister|father|sons|daughters|brothers|sisters|twin|grandson|"
                              "granddaughter|wife|husband|widow|widower|";
    uint32_t noun = possessive + 1;
    if (!token_in(d, possessive, "|his|her|")) return KB_NONE;
    while (noun <= possessive + ADJECTIVES && noun < d->token_count && !token_in(d, noun, kin))
        noun++;
    if (!token_in(d, noun, kin)) return KB_NONE;
    int32_t mention = document_mention_at(d, noun + 1 + token_is(d, noun + 1, ","));
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == KB_PERSON;
    return name ? d->mentions[mention].chain : KB_NONE;
}

bool share_family_name(const Document *d, int32_t a, int32_t b)
{
    KbText name = d->chains[a].name;
    const char *space = memrchr(name.data, ' ', name.length);
    if (a == b || !space || d->chains[b].type != KB_PERSON) return false;
    return bears(&d->chains[b], (KbText){space + 1, (size_t)(name.data + name.length - space - 1)});
}

void namesakes_tell(Document *document)
{
    for (size_t i = 0; i < document->mention_count; i++) {
        int32_t chain = namesake_meant(document, &document->mentions[i]);
        if (chain >= 0) document->mentions[i].chain = chain;
    }
}
