// The document as a row of units: a name is one unit, a hyphenated word is one, every other token is one.
// SPDX-License-Identifier: MIT
//
//   Russian | President | Vladimir Putin | 's | vice-chairman     (tokens: Russian President Vladimir Putin 's vice -
//   chairman)
#ifndef INGEST_UNITS_H
#define INGEST_UNITS_H

#include "ingest/document.h"
#include "ingest/title_words.h"

enum { NO_UNIT = UINT32_MAX };

typedef struct Unit {
    uint32_t first, last; // tokens, last exclusive
    int32_t mention;      // the name that it is; -1
    uint32_t classes;     // title_word
    uint32_t sentence;
    uint8_t pos;         // Upos of its last token
    bool capital;        // begins with an upper-case ASCII or any non-ASCII letter that is not lower case
    const char *country; // of a demonym, else NULL
    KbText lower;
    KbText title; // lower without "ex-", "then-", "-elect": what it adds to a title
} Unit;

typedef struct Units {
    Unit *items;
    uint32_t count;
    uint32_t *of_token; // [token_count]
} Units;

Units units_make(Document *document); // in the document's arena

bool unit_is(const Units *units, uint32_t unit, const char *lower); // false past the end
bool unit_in(const Units *units, uint32_t unit, const char *words); // words: "|a|b|c|"
bool unit_plain(const Units *units, uint32_t unit);                 // a word: no name, demonym, number or punctuation
bool unit_person(const Document *document, const Units *units, uint32_t unit);
bool unit_of_type(const Document *document, const Units *units, uint32_t unit, KbType type);
int32_t unit_chain(const Document *document, const Units *units, uint32_t unit); // -1: no name

#endif
