// What the readers of one sentence's units ask of a unit; past the sentence nothing is found.
// SPDX-License-Identifier: MIT
#ifndef INGEST_PHRASE_READER_H
#define INGEST_PHRASE_READER_H

#include "ingest/title_phrase.h"

typedef const PhraseReader R;

static inline bool in(R *r, uint32_t unit, const char *words) // words: "|a|b|"
{
    return unit >= r->first && unit < r->limit && unit_in(r->units, unit, words);
}

static inline bool person(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit && unit_person(r->document, r->units, unit);
}

static inline int32_t chain(R *r, uint32_t unit)
{
    return unit_chain(r->document, r->units, unit);
}

static inline uint32_t classes(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit ? r->units->items[unit].classes : 0;
}

#endif
