// Successions: who took over a post from whom. A post known of one is the other's before or after.
// SPDX-License-Identifier: MIT
//
//   "Matsuda will succeed Takahashi, president since 2018"  ->  Takahashi president, current; Matsuda president,
//   designate
#ifndef INGEST_SUCCESSIONS_H
#define INGEST_SUCCESSIONS_H

#include "ingest/role_links.h"

typedef struct Succession {
    int32_t successor, predecessor; // chains
    uint32_t unit;                  // the word that says it
    bool future, present;           // will succeed; succeeds
    bool candidate;                 // is one to succeed
    bool called;                    // "his successor, X": nothing is said to happen
    bool replaced;                  // by the verb replace: perhaps only dismissed
    const char *country;            // of a counterpart, who holds the same post there; NULL: it is a succession
} Succession;

// Reads one sentence; at most `room`.
size_t successions_find(const PhraseReader *reader, const LinkedPhrase *links, size_t link_count, Succession *out,
                        size_t room);

#endif
