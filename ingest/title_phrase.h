// Recognises the noun phrase of a post or occupation: its title, what it is held at, and its status.
// SPDX-License-Identifier: MIT
//
//   Trump 's | former | national security adviser                 person Trump, former
//   the | chief of the general staff | of Russia 's armed forces  place Russia
//   left part  core and complement      right part
#ifndef INGEST_TITLE_PHRASE_H
#define INGEST_TITLE_PHRASE_H

#include "ingest/units.h"

typedef struct TitlePhrase {
    uint32_t start, end; // units: with determiner and possessor; one past the last complement
    uint32_t core, head; // first unit and last unit of the title proper
    KbText title;
    int32_t organization, place, person; // chains
    const char *country; // of a nationality word, where no place is named: its chain is made when a role needs it
    uint32_t classes;    // of the head
    uint8_t status;      // KbRoleStatus; KB_UNKNOWN: nothing said
    bool determiner;     // begins with a, the, his, X's
    bool indefinite;     // a, an
    bool acting;         // over or to come, too: the title says it
    bool bare_rank;      // nothing but ranks
    bool plural;
    bool pointed;     // what it is held at is only pointed to: "its", "the company's"
    bool shares_left; // second title of a pair: "chairman and chief executive"
} TitlePhrase;

// What the phrase parser asks of the document while it reads on: filled by the caller.
typedef struct TitledPerson { // who was said to hold a post: "the captain" may mean him later
    KbText title;
    int32_t holder;
} TitledPerson;

typedef struct PhraseReader {
    Document *document;
    const Units *units;
    uint32_t first, limit;      // units of the sentence
    const uint32_t *kinds;      // [chain_count] body_of_name of all its names
    const int32_t *named;       // [chain_count] how often; below 0: the agency of a dateline
    const TitledPerson *titled; // [titled_count] so far
    size_t titled_count;
} PhraseReader;

// The phrase whose head is the first at or after `unit`; false: none before the limit.
bool title_phrase_next(const PhraseReader *reader, uint32_t unit, TitlePhrase *phrase);

// Chain that "the company", "the bank's", "the country" at the unit points back to; -1.
int32_t nominal_chain(const PhraseReader *reader, uint32_t unit);

// Organization (or place) last named before the unit that is not part of another word; -1.
int32_t last_named(const PhraseReader *reader, uint32_t unit, KbType type);

// "The captain": the person last said to hold a post of that word; -1.
int32_t titled_person(const PhraseReader *reader, uint32_t unit);

// "interim coach": the title with the word that says so.
KbText title_acting(const PhraseReader *reader, const TitlePhrase *phrase);

void phrase_hold(TitlePhrase *phrase, const PhraseReader *reader, int32_t chain); // adds a held-at by its type

#endif
