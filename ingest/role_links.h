// Links title phrases to their holders: the constructions in which English says that somebody holds a post.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ROLE_LINKS_H
#define INGEST_ROLE_LINKS_H

#include "ingest/title_phrase.h"

enum { PHRASES = 64 }; // of one sentence

typedef enum LinkKind {
    LINK_NONE,
    LINK_BEFORE_NAME, // defense secretary Ashton B. Carter
    LINK_APPOSITION,  // Dunford, chairman of ...
    LINK_PREDICATE,   // was, became, served as, was named
    LINK_AHEAD,       // the governor of the bank warned ... // Jane Doe said
    LINK_VERB,        // leads, heads, chairs: the title is the verb's noun
} LinkKind;

typedef struct LinkedPhrase {
    TitlePhrase phrase;
    LinkKind kind;
    int32_t holder; // chain
    uint8_t status;
    uint8_t polarity;
    bool joined;   // to the phrase before it by "and" or a comma
    bool fills;    // an act that puts the holder in the post: designate where it takes effect later
    bool inside;   // hangs on another noun: "an aide to Governor Poe resigned"
    bool begins;   // a first post, long left when it began long ago: "joined X as an engineer in 1996"
    uint32_t name; // unit of the holder's name where it stands beside the phrase; NO_UNIT
    uint32_t verb; // unit; NO_UNIT
} LinkedPhrase;

// Reads one sentence; at most PHRASES links.
size_t role_links(const PhraseReader *reader, LinkedPhrase out[PHRASES]);

// The person who is the subject of the verb at the unit; -1.
int32_t subject_person(const PhraseReader *reader, uint32_t verb, const LinkedPhrase *links, size_t count);

// What the grammar of verbs tells, for those that are a post by themselves too.
uint32_t units_back(const PhraseReader *reader, uint32_t unit, const char *words); // over "|such|words|" before it
uint8_t verb_status(const PhraseReader *reader, uint32_t verb);                    // KbRoleStatus by its tense
bool verb_is_passive(const PhraseReader *reader, uint32_t verb);
bool verb_fills(const PhraseReader *reader, uint32_t unit);        // puts somebody in a post, or takes one
bool verb_fills_object(const PhraseReader *reader, uint32_t unit); // its object, in the active voice

#endif
