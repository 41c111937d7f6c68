// Clauses by shallow rules: verb groups with voice, polarity and modality, their subjects, and noun phrases.
// SPDX-License-Identifier: MIT
//
//   tokens with pos, mentions with chains --clauses_find--> clauses of one sentence, in text order
#ifndef INGEST_CLAUSE_H
#define INGEST_CLAUSE_H

#include "ingest/document.h"
#include "ingest/verbs.h"

enum { NO_TOKEN = UINT32_MAX, CLAUSE_LIMIT = 64 };

typedef struct Clause {
    uint32_t first, verb, last; // tokens: the verb group's first, its main verb, one past it
    char lemma[LEMMA_SIZE];
    VerbForm form;
    bool passive, infinitive, relative;
    uint8_t polarity, modality; // KbPolarity, KbModality: of auxiliaries, negations and governing verbs
    uint32_t subject;           // last token of the subject's noun phrase; NO_TOKEN: not found
    int32_t governor;           // clause that this one completes ("plans to meet"), -1 none
} Clause;

// At most CLAUSE_LIMIT clauses of a sentence; later verbs of a longer one are left out.
size_t clauses_find(const Document *document, uint32_t sentence, Clause out[CLAUSE_LIMIT]);

// One past the last token of the noun phrase that begins at `token`; `token` itself where none begins.
uint32_t noun_phrase_end(const Document *document, uint32_t token, uint32_t limit);
// First token of the noun phrase whose last token is `token`.
uint32_t noun_phrase_start(const Document *document, uint32_t token, uint32_t limit);

// Chain of the noun phrase that ends with `token`: its name, pronoun, or known nominal; -1: none known.
int32_t referent_at(const Document *document, uint32_t token);
// The referents of a coordination ("A, B and C") whose first member ends at `token`; at most `room`.
size_t referents_right(const Document *document, uint32_t token, uint32_t limit, int32_t *out, size_t room);
// The same, whose last member ends at `token`.
size_t referents_left(const Document *document, uint32_t token, uint32_t limit, int32_t *out, size_t room);

bool token_in(const Document *document, uint32_t token, const char *words); // words: "|a|b|c|"

#endif
