// Party members by the party's adjective: "Ann Poe, a Republican", "Liberal MP Ann Poe", "Ann Poe (D-Ohio)".
// SPDX-License-Identifier: MIT
#include <string.h>

#include "ingest/chains.h"
#include "ingest/relations.h"

enum { TITLE_REACH = 5 };

// What one calls a member, how the names of his party begin, and its name where the article itself names none.
static const struct {
    const char *before, *words, *stem, *party;
} parties[] = {
    {"|liberal|", "|democrat|democrats|", "Liberal Democrat", "Liberal Democrats"},
    {"|social|", "|democrat|democrats|democratic|", "Social Democrat", "Social Democrats"},
    {"|christian|", "|democrat|democrats|democratic|", "Christian Democrat", "Christian Democrats"},
    {"", "|democrat|democratic|", "Democrat", "Democratic Party"},
    {"", "|republican|", "Republican", "Republican Party"},
    {"", "|conservative|tory|", "Conservative", "Conservative Party"},
    {"", "|labour|", "Labour", "Labour Party"},
    {"", "|liberal|", "Liberal", "Liberal Party"},
};

enum { NO_PARTY = sizeof parties / sizeof *parties, DEMOCRATS = 3, REPUBLICANS };
_Static_assert((int)NO_PARTY <= (int)PARTY_LIMIT, "a chain is kept of each");

static bool is_capital(const Document *document, uint32_t token)
{
    char first = document_tokens_text(document, token, token + 1).data[0];
    return first >= 'A' && first <= 'Z';
}

// "Liberals", "Liberal Party of Canada" for "Liberal": the party that the article names.
static bool names_party(KbText name, size_t party)
{
    const char *stem = parties[party].stem;
    size_t length = strlen(stem);
    if (kb_text_equal(name, kb_text(parties[party].party))) return true;
    if (name.length < length || memcmp(name.data, stem, length) != 0) return false;
    bool plural = name.length == length + 1 && name.data[length] == 's';
    bool longer = name.length > length && name.data[length] == ' ' && memmem(name.data, name.length, "Party", 5);
    return name.length == length || plural || longer;
}

static int32_t find_party(Document *document, size_t party)
{
    for (size_t i = 0; i < document->chain_count; i++)
        if (document->chains[i].type == KB_ORGANIZATION && names_party(document->chains[i].name, party))
            return (int32_t)i;
    return silent_chain(document, KB_ORGANIZATION, kb_text(parties[party].party));
}

// Found once: chains get no other names while relations are read.
static int32_t party_chain(Reading *reading, size_t party)
{
    int32_t *known = &reading->party_chains[party];
    if (!*known) *known = find_party(reading->document, party) + 1;
    return *known - 1;
}

// "Green Liberal", "Free Democrat": part of a longer name, of a party that we do not know.
static bool is_of_longer(const Reading *reading, uint32_t token)
{
    const Document *document = reading->document;
    if (token < reading->sentence->first + 1 || !is_capital(document, token - 1)) return false;
    bool known = mention_named(reading, token - 1) || document_demonym_at(document, token - 1) >= 0;
    return !known && !token_in(document, token - 1, "|a|an|the|");
}

// The party that the token's word tells; NO_PARTY: none.
static size_t party_at(const Reading *reading, uint32_t token)
{
    const Document *document = reading->document;
    if (token >= reading->sentence->last || !is_capital(document, token) || mention_named(reading, token))
        return NO_PARTY;
    for (size_t i = 0; i < NO_PARTY; i++) {
        bool open = !*parties[i].before;
        bool after = !open && token > reading->sentence->first && token_in(document, token - 1, parties[i].before);
        if (!token_in(document, token, parties[i].words)) continue;
        if (after || (open && !is_of_longer(reading, token))) return i;
    }
    return NO_PARTY;
}

static void add_member(Reading *reading, int32_t person, uint32_t token, size_t party)
{
    if (chain_is(reading->document, person, PER))
        relation_add(reading, "member_of", person, party_chain(reading, party), token, NULL);
}

// "Republican Gov. Ann Poe", "Labour's Ann Poe", "fellow Democrat Ann Poe"
static void read_before_name(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    for (uint32_t token = name->first; token-- > reading->sentence->first && name->first - token < TITLE_REACH;) {
        size_t party = party_at(reading, token);
        if (party != NO_PARTY) {
            add_member(reading, name->chain, token, party);
            return;
        }
        Upos pos = (Upos)document->tokens[token].pos;
        bool describes = pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || token_in(document, token, "|'s|.|");
        if (!describes || mention_named(reading, token)) return;
    }
}

// "Ann Poe, a fellow Republican who", "the Democratic nominee, Ann Poe,", "She is a Democrat": of the noun phrase.
static void read_phrase(Reading *reading, uint32_t article)
{
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first, token = article + 1;
    uint32_t end = noun_phrase_end(document, article, reading->sentence->last);
    while (token < end && party_at(reading, token) == NO_PARTY)
        token++;
    if (token >= end) return;
    bool noun = token + 1 == end, apposed = article > first + 1 && token_is(document, article - 1, ",");
    bool copula = article > first + 1 && token_in(document, article - 1, "|is|was|remains|became|");
    int32_t person = apposed || (copula && noun) ? referent_at(document, article - 2) : KB_NONE;
    const Mention *next = token_is(document, end, ",") ? mention_named(reading, end + 1) : NULL;
    if (person < 0 && !noun && next) person = next->chain;
    add_member(reading, person, token, party_at(reading, token));
}

// "Ann Poe (D-Ohio)", "Ann Poe, R-Minn.,"
static void read_letter(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    uint32_t letter = name->last + 1;
    if (!token_in(document, name->last, "|(|,|") || letter + 2 >= reading->sentence->last) return;
    if (!token_is(document, letter + 1, "-") || !mention_named(reading, letter + 2)) return;
    if (token_is(document, letter, "r")) add_member(reading, name->chain, letter, REPUBLICANS);
    if (token_is(document, letter, "d")) add_member(reading, name->chain, letter, DEMOCRATS);
}

void read_parties(Reading *reading)
{
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last; token++) {
        const Mention *name = mention_named(reading, token);
        if (!name && token_in(reading->document, token, "|a|an|the|")) read_phrase(reading, token);
        if (!name || name->type != KB_PERSON) continue;
        read_before_name(reading, name);
        read_letter(reading, name);
        token = name->last - 1;
    }
}
