// Reads public annotated corpora as raw text with gold spans, the way the program meets them.
// SPDX-License-Identifier: MIT
//
//   CoNLL-U, IOB, column and JSON files --corpus_*--> texts, each with token, sentence and name spans in bytes
//
// Raw text of CoNLL-U follows SpaceAfter; newpar and newdoc put a blank line. Column files are detokenised: a space
// between words but none before closing and after opening punctuation, nor before 's and n't; a blank line between
// sentences, for those files say nothing of paragraphs.
//
// OntoGUM is CoNLL-U whose Entity= says only which chain a mention is of. A snippet of GAP is a text of its own.
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

typedef struct ChainMention {
    uint32_t start, end; // bytes, or whatever both sides count in
    int32_t chain;       // any number that is the chain's own; no span twice
} ChainMention;

typedef struct ChainMentions {
    ChainMention *items;
    size_t count, room;
} ChainMentions;

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
    GoldSpans optional;     // of News-Fair: labels that are no names to find, nor wrong when found
    ChainMentions mentions; // of chains, in bytes; a span that is a mention of two chains is there twice
    struct UdWord *words;   // [tokens.count]; NULL where the corpus has no trees
    KbText *sentence_ids;   // [sentences.count] of CoNLL-U; NULL elsewhere
} CorpusText;

typedef struct Corpus {
    CorpusText *texts;
    size_t count, room;
} Corpus;

typedef enum CorpusEntities { // what Entity= of CoNLL-U is read as
    ENTITIES_NONE,
    ENTITIES_NAMES, // GUM's mentions, cut to names
    ENTITIES_CHAINS // OntoGUM's mentions
} CorpusEntities;

// Each returns false where the file is not there.
bool corpus_conllu(Arena *arena, const char *path, CorpusEntities entities, Corpus *corpus);
bool corpus_iob_names(Arena *arena, const char *path, Corpus *corpus); // names for the sentences of the same ids
bool corpus_columns(Arena *arena, const char *path, Corpus *corpus);   // CoNLL-2003
bool corpus_news_fair(Arena *arena, const char *path, Corpus *corpus);

uint32_t corpus_byte(KbText text, size_t character); // offset of a character, counted from 0, of UTF-8

#endif
