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
    bool passive, infinitive, relative, would;
    uint8_t polarity, modality; // KbPolarity, KbModality: of auxiliaries, negations and governing verbs
    uint32_t subject;           // last token of the subject's noun phrase; NO_TOKEN: not found
    uint32_t antecedent;        // last token of the noun whose relative clause this is, its object; NO_TOKEN: none
    int32_t governor;           // clause that this one completes ("plans to meet"), -1 none
} Clause;

// At most CLAUSE_LIMIT clauses of a sentence; later verbs of a longer one are left out.
size_t clauses_find(const Document *document, uint32_t sentence, Clause out[CLAUSE_LIMIT]);

// One past the last token of the noun phrase that begins at `token`; `token` itself where none begins.
uint32_t noun_phrase_end(const Document *document, uint32_t token, uint32_t limit);
// First token of the noun phrase whose last token is `token`.
uint32_t noun_phrase_start(const Document *document, uint32_t token, uint32_t limit);

// Whether a list of words, "|a|b|c|", holds the token's lower-case text, or a lemma.
bool token_in(const Document *document, uint32_t token, const char *words);
bool lemma_in(const char *lemma, const char *words);
// Who wrote the article: "By Jane Doe", "By JANE DOE, Herald Staff Writer", "Jane Doe in Oslo".
bool sentence_is_byline(const Document *document, uint32_t sentence);
// What printed it: "(AP) --" of a dateline, the paper of a byline, "The Leith Herald, 3 April 2008".
bool names_outlet(const Document *document, const Mention *name);
bool token_is_weekday(const Document *document, uint32_t token);
// Whether the list holds the token's relation in the tree, subtype included.
bool dep_in(const Document *document, uint32_t token, const char *relations);

#endif
