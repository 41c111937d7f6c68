// The annotated document: one text, and one array per annotation layer over it.
// SPDX-License-Identifier: MIT
//
//   text -> tokens -> sentences, pos, names -> chains -> demonyms, times -> roles, relations
//
// Layers refer to each other by index, never by pointer, and to the text by byte offsets. All memory is the document's
// arena: document_clear frees every layer at once. A layer writes its own array and reads earlier ones.
#ifndef INGEST_DOCUMENT_H
#define INGEST_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kb/kb.h"

// ---------------------------------------------------------------------------------------------- arena

typedef struct Arena Arena;
Arena *arena_new(void);
void arena_free(Arena *arena);
void arena_clear(Arena *arena);
void *arena_alloc(Arena *arena, size_t count, size_t size);       // zeroed, 64-byte aligned; exits when memory is gone
KbText arena_text(Arena *arena, const char *data, size_t length); // copies, adds a NUL

// A growing array in an arena: `ARENA_PUSH(arena, items, count, room, value)`.
void *arena_grow(Arena *arena, void *items, size_t count, size_t *room, size_t size);
#define ARENA_PUSH(arena, items, count, room, ...)                                                        \
    do {                                                                                                  \
        if ((count) == (room)) (items) = arena_grow((arena), (items), (count), &(room), sizeof *(items)); \
        (items)[(count)++] = __VA_ARGS__;                                                                 \
    } while (0)

// ---------------------------------------------------------------------------------------------- layers

typedef enum Upos {
    POS_NONE, // no weights
    POS_ADJ,
    POS_ADP,
    POS_ADV,
    POS_AUX,
    POS_CCONJ,
    POS_DET,
    POS_INTJ,
    POS_NOUN,
    POS_NUM,
    POS_PART,
    POS_PRON,
    POS_PROPN,
    POS_PUNCT,
    POS_SCONJ,
    POS_SYM,
    POS_VERB,
    POS_X,
    POS_COUNT
} Upos;

typedef enum SpaceBefore {
    SPACE_NONE,
    SPACE_BLANK,
    SPACE_NEWLINE,
    SPACE_PARAGRAPH
} SpaceBefore; // start of text: PARAGRAPH

typedef enum SpanLabel { SPAN_OUTSIDE, SPAN_BEGIN, SPAN_INSIDE, SPAN_PRONOUN } SpanLabel;

enum { NO_HEAD = UINT32_MAX };

typedef struct Token {
    uint32_t start, end; // bytes of the text
    uint8_t pos;         // Upos
    uint8_t space;       // SpaceBefore
    uint8_t title;       // SpanLabel: of the words of a post, as the encoder sees them
    uint8_t nominal;     // SpanLabel: of a noun phrase or pronoun that refers to somebody named
    uint32_t head;       // token that governs it in the dependency tree; itself: the root; NO_HEAD: no tree
    KbText dep;          // its relation to the head, the model's; empty: no tree
    KbText features;     // "Number=Sing|Person=3", the model's; empty: none
    uint32_t sentence;   // index of the sentence it is in
    KbText lower;        // its text in lower case, straight apostrophes; the arena's
} Token;

typedef struct Sentence {
    uint32_t start, end;  // bytes
    uint32_t first, last; // tokens, last exclusive
    uint32_t paragraph;   // blank lines before it, counted from 0
} Sentence;

typedef struct Mention {
    uint32_t first, last; // tokens, last exclusive
    uint32_t head;        // token: last word of a name before suffixes
    uint8_t kind;         // KbMentionKind
    uint8_t type;         // KbType
    int32_t chain;        // -1 until chains are made
    bool ahead;           // a noun phrase before the name that it stands for
} Mention;

typedef struct Chain {
    uint8_t type;     // KbType
    uint8_t gender;   // KbGender
    KbText name;      // its fullest name
    KbText honorific; // "Gen.": title or rank printed before it, else empty
    bool silent;      // a place known from demonyms only: it has no mention
} Chain;

typedef struct Quote {    // one stretch of a quotation: between two marks, or a mark and the end of its paragraph
    uint32_t start, end;  // bytes, the marks included
    uint32_t first, last; // tokens between the marks, last exclusive
    int32_t speaker;      // chain; -1: nobody named
    bool said;            // somebody says it; else a title, or a word held off
    bool resumed;         // goes on with the quotation before it: after "she said", or in a new paragraph
} Quote;

typedef struct Demonym {
    uint32_t token;
    int32_t chain; // its place; -1 where no claim needed one
    KbText place;  // name of the country: "Russia"
} Demonym;

typedef struct TimeSpan {
    uint32_t first, last; // tokens
    KbDate from, to;
} TimeSpan;

typedef struct Role {
    int32_t holder; // chains; -1 none
    KbText title;
    int32_t organization, place, person;
    uint8_t status; // KbRoleStatus
    KbDate start[2], end[2];
    uint8_t polarity, modality;
    int32_t attributed_to;
    uint32_t sentence;   // evidence
    uint32_t token;      // first token of the title or verb
    uint32_t last;       // one past the last token of the whole construction
    uint16_t confidence; // thousandths
} Role;

typedef struct Relation {
    int32_t subject;
    uint16_t predicate; // kb_predicate id
    int32_t object;
    KbText value, verb;
    int32_t place;
    KbDate date[2];
    uint8_t polarity, modality;
    int32_t attributed_to;
    uint32_t sentence;
    uint32_t token; // the verb or noun that says it
    uint16_t confidence;
} Relation;

typedef struct Document {
    Arena *arena;
    KbText text;
    KbDate published;
    struct TokenVectors *vectors; // of the tokens, for the heads of pairs; NULL: no weights
    Token *tokens;
    size_t token_count;
    Sentence *sentences;
    size_t sentence_count;
    Mention *mentions; // in text order
    size_t mention_count;
    Chain *chains;
    size_t chain_count;
    Mention *unnamed; // in text order, of chains without a name, counted apart from 0; for --annotate alone
    size_t unnamed_count, unnamed_chains;
    Quote *quotes; // in text order, none inside another
    size_t quote_count;
    Demonym *demonyms;
    size_t demonym_count;
    TimeSpan *times;
    size_t time_count;
    Role *roles;
    size_t role_count;
    Relation *relations;
    size_t relation_count;
} Document;

void document_init(Document *document);                                 // makes the arena
void document_clear(Document *document);                                // frees the arena and zeroes
void document_begin(Document *document, KbText text, KbDate published); // empties all layers; copies the text

KbText document_slice(const Document *document, uint32_t start, uint32_t end); // bytes
KbText document_tokens_text(const Document *document, uint32_t first,
                            uint32_t last);                              // from first's start to last-1's end
size_t document_mentions_from(const Document *document, uint32_t token); // index of the first mention at or after it
int32_t document_mention_at(const Document *document, uint32_t token);   // mention that covers the token; -1 none
bool document_mentions_in(const Document *document, const Sentence *sentence,
                          int32_t chain);                              // whether it speaks of the chain
int32_t document_demonym_at(const Document *document, uint32_t token); // demonym at the token; -1 none
KbText token_text(const Document *document, uint32_t token);           // as printed
// False past the end of the text.
bool token_is(const Document *document, uint32_t token, const char *lower);
bool token_is_pos(const Document *document, uint32_t token, Upos pos);
bool token_is_capitalized(const Document *document, uint32_t token); // by its first byte
bool token_is_capitals(const Document *document, uint32_t token);    // two letters or more, all capitals of ASCII
bool token_is_lower(const Document *document, uint32_t token);       // begins with a small letter of ASCII
bool token_has_tree(const Document *document, uint32_t token);       // hangs somewhere in one, or is its root

bool features_hold(KbText features, const char *feature);       // "Tense=Past"; empty: none
bool token_is_plural(const Document *document, uint32_t token); // by its features
bool word_among(KbText word, const char *words);                // whether "|one|other|" lists it
bool word_ends(KbText word, const char *end, size_t before);    // whether it ends so, behind that many bytes or more

#endif
