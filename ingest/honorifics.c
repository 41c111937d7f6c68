// Titles of courtesy and rank that a label took for a part of a person's name.
// SPDX-License-Identifier: MIT
#include "ingest/honorifics.h"

#include "ingest/clause.h"
#include "ingest/word_set.h"

// Never a name of their own.
static const char TITLES[] =
    "|mr|mr.|mrs|mrs.|ms|ms.|dr|dr.|prof|prof.|rev.|fr.|gen.|lt.|col.|maj.|capt.|cmdr.|adm.|sgt.|cpl.|sen.|rep.|gov.|"
    "datin|datuk|dato|dato'|dato’|doña|señor|señora|señorita|senhor|senhora|signor|signora|signore|monsieur|madame|mme|"
    "mme.|mlle|mlle.|monsignor|msgr|msgr.|herr|frau|fräulein|smt|smt.|shri|"
    "cr|cr.|cllr|cllr.|";
// Given names of some.
static const char LONGER[] = "|alhaji|alhaja|hajiya|mallam|maulana|tunku|tengku|";
// Titles of two words.
static const char FIRST[] = "|tan|puan|toh|datuk|dato|dato'|datin|";
static const char SECOND[] = "|sri|seri|puan|paduka|";
// Titles before somebody's given name, but given names too.
static const char FAMILIAR[] = "|don|dom|dona|tun|fra|papa|mama|";

static bool is_blank_before(const Document *d, uint32_t token)
{
    return d->tokens[token].space <= SPACE_BLANK;
}

// What people's longer names begin with.
static WordSet firsts_of(const Document *d)
{
    WordSet firsts = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        if (name->type == KB_PERSON && name->last > name->first + 1)
            word_set_add(&firsts, d, d->tokens[name->first].lower);
    }
    word_set_sort(&firsts);
    return firsts;
}

// One past the titles that the name begins with.
static uint32_t titles_end(const Document *d, const Mention *name, const WordSet *firsts)
{
    uint32_t first = name->first;
    for (uint32_t left = name->last - first; left > 1; left = name->last - first) {
        if (left > 2 && token_in(d, first, FIRST) && token_in(d, first + 1, SECOND))
            first += 2;
        else if (token_in(d, first, TITLES) && token_is_capitalized(d, first))
            first++;
        else if (left > 2 && token_in(d, first, LONGER))
            first++;
        else if (left == 2 && token_in(d, first, FAMILIAR) && word_set_holds(firsts, d->tokens[first + 1].lower))
            first++;
        else
            break;
        if (left > 2 && token_in(d, first, "|'|’|")) first++; // "Dato'"
    }
    bool goes_on = first < name->last && token_is_capitalized(d, first) && is_blank_before(d, first);
    return goes_on ? first : name->first;
}

// "Alhaji" before "Musa Poe"
static bool is_title(const Document *d, size_t i)
{
    const Mention *name = &d->mentions[i], *next = name + 1;
    return i + 1 < d->mention_count && name->last == name->first + 1 && next->first == name->last &&
           next->type == KB_PERSON && is_blank_before(d, next->first) &&
           (token_in(d, name->first, TITLES) || token_in(d, name->first, LONGER));
}

void honorifics_settle(Document *d)
{
    WordSet firsts = firsts_of(d);
    size_t kept = 0;
    for (size_t i = 0; i < d->mention_count; i++)
        if (!is_title(d, i)) d->mentions[kept++] = d->mentions[i];
    d->mention_count = kept;
    for (size_t i = 0; i < d->mention_count; i++) {
        Mention *name = &d->mentions[i];
        if (name->type != KB_PERSON) continue;
        name->first = titles_end(d, name, &firsts);
        if (name->head < name->first) name->head = name->last - 1;
    }
}
