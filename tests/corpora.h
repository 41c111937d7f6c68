// Reads public annotated corpora as raw text with gold spans, the way the program meets them.
// SPDX-License-Identifier: MIT
//
//   CoNLL-U, IOB, column and JSON files --corpus_*--> texts, each with token, sentence and name spans in bytes
//
// Raw text of CoNLL-U follows SpaceAfter; newpar and newdoc put a blank line. Column files are detokenised: a space
// between words but none before closing and after opening punctuation, nor before 's and n't; a blank line between
// sentences, for those files say nothing of paragraphs.
#ifndef TESTS_CORPORA_H
#define TESTS_CORPORA_H

#include "ingest/document.h"

typedef struct GoldSpan {
    uint32_t start, end; // bytes of the text
    uint8_t type;        // KbType, for names
} GoldSpan;

typedef struct GoldSpans {
    GoldSpan *items;
    size_t count, room;
} GoldSpans;

typedef struct UdWord {
    uint8_t pos;   // Upos
    uint32_t head; // index into tokens; its own: a root
    KbText deprel; // universal part alone: "nmod"
    KbText features;
} UdWord;

typedef struct CorpusText {
    KbText text;
    uint32_t from, to; // only what begins in [from, to) is scored
    GoldSpans tokens, sentences, names;
    struct UdWord *words; // [tokens.count]; NULL where the corpus has no trees
    KbText *sentence_ids; // [sentences.count] of CoNLL-U; NULL elsewhere
} CorpusText;

typedef struct Corpus {
    CorpusText *texts;
    size_t count, room;
} Corpus;

// Each returns false where the file is not there.
bool corpus_conllu(Arena *arena, const char *path, bool entities,
                   Corpus *corpus);                                    // entities: names from GUM's mentions
bool corpus_iob_names(Arena *arena, const char *path, Corpus *corpus); // names for the sentences of the same ids
bool corpus_columns(Arena *arena, const char *path, Corpus *corpus);   // CoNLL-2003
bool corpus_news_fair(Arena *arena, const char *path, Corpus *corpus);

#endif
