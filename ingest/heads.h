// The heads: linear layers on the encoder's vectors, decoded into parts of speech, sentences and names.
// SPDX-License-Identifier: MIT
//
//   vector -> scores of every head's labels -> sentence: I B | pos: 17 | features | titles: O B I | nominals: O B-NOM
//   I-NOM PRO (the largest each) | names: O B-PER I-PER ... (Viterbi)
//
// Names: the best path in which I-X follows only B-X or I-X and no name runs over a blank line. Sentences: a blank line
// starts one whatever the score, a name is never cut, and closing punctuation belongs to what it closes. Nouns and
// proper nouns of one spelling are told apart together (tags.h).
#ifndef INGEST_HEADS_H
#define INGEST_HEADS_H

#include <stddef.h>
#include <stdint.h>

#include "ingest/document.h"
#include "ingest/encoder.h"
#include "ingest/weights.h"

typedef enum HeadName {
    HEAD_SENTENCE,
    HEAD_POS,
    HEAD_NAMES,
    HEAD_FEATURES,
    HEAD_TITLES,
    HEAD_NOMINALS,
    HEAD_COUNT
} HeadName;

typedef struct Heads Heads; // read only once made: shared by all threads
KB_MUST_USE KbStatus heads_new(const Weights *weights, size_t hidden, Heads **out, KbError *error);
void heads_free(Heads *heads); // before the weights

// Encodes the document's tokens and fills their pos, features, title and nominal labels and sentence, the sentences,
// the mentions (names; no chains yet) and the vectors.
void heads_run(const Heads *heads, EncoderRunner *runner, bool exact_float, Document *document);

// Parts of heads_run. Scores: [tokens][heads_width], the heads' labels one after the other, then padding.
size_t heads_width(const Heads *heads);
void heads_score(const Heads *heads, const float *vectors, size_t count, float *scores);
void heads_label(const Heads *heads, HeadName head, const float *scores, const Token *tokens, size_t count,
                 uint8_t *labels);
KbText heads_label_text(const Heads *heads, HeadName head, size_t label); // empty past the last
void heads_decode(const Heads *heads, const float *scores, Document *document);

#endif
