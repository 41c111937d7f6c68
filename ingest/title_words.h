// Classes of words in titles of posts and occupations ("minister", "former", "deputy", "company").
// SPDX-License-Identifier: MIT
#ifndef INGEST_TITLE_WORDS_H
#define INGEST_TITLE_WORDS_H

#include "kb/kb.h"

enum {
    TITLE_POST = 1 << 0,       // head of a title that is a seat at an organization or place
    TITLE_OCC = 1 << 1,        // head of a title that is an occupation or one of many seats
    TITLE_HELDFOR = 1 << 2,    // its holder may speak, work or stand for a person or body ("for X")
    TITLE_RANK = 1 << 3,       // military or police rank: bare before a name it is no role
    TITLE_HON = 1 << 4,        // honorific
    TITLE_FORMER = 1 << 5,     // says that it is over
    TITLE_ACTING = 1 << 6,     // in place of the holder
    TITLE_DESIGNATE = 1 << 7,  // not yet in office
    TITLE_NOMINEE = 1 << 8,    // named, not confirmed
    TITLE_CANDIDATE = 1 << 9,  // seeks it
    TITLE_CURRENT = 1 << 10,   // holds it now
    TITLE_SKIP = 1 << 11,      // describes the person, not the post
    TITLE_STOP = 1 << 12,      // never part of a title
    TITLE_ORGNOUN = 1 << 13,   // "the company": points back to an organization
    TITLE_PLACENOUN = 1 << 14, // "the country": points back to a place
    TITLE_POSTNOM = 1 << 15,   // stands after its head: secretary general
    TITLE_MOD = 1 << 16,       // stands before a head
    TITLE_GOV = 1 << 17,       // a country's office: of the article's country where none is said
    TITLE_KIN = 1 << 18,       // a tie, not a title
    TITLE_PLURAL = 1 << 19,    // "directors": a head only of a row of names
    TITLE_HEAD = TITLE_POST | TITLE_OCC,
    TITLE_STATUS = TITLE_FORMER | TITLE_ACTING | TITLE_DESIGNATE | TITLE_NOMINEE | TITLE_CANDIDATE | TITLE_CURRENT,
};

uint32_t title_word(KbText lower); // bit set of the classes above; 0: not in the table

bool title_word_is_verb(KbText lower); // "judge", "head": else a head is a noun, whatever the tagger says

bool title_word_is_party(KbText lower); // "ranking Republican": keeps its capital

// For the test of the table's order.
size_t title_word_count(void);
const char *title_word_at(size_t index);

#endif
