// Reads storylines of the annotated corpus: marked articles, entities, and the tables of roles and relations.
// SPDX-License-Identifier: MIT
//
//   NN.gold  --gold_open-->  text without marks + marks as byte spans  --gold_annotate-->  Document with gold names
#ifndef TESTS_GOLD_H
#define TESTS_GOLD_H

#include "ingest/document.h"

typedef struct GoldMark {
    uint32_t start, end; // bytes of the article's text
    int32_t entity;      // index into entities
    bool name;           // else a nominal or pronoun
} GoldMark;

typedef struct GoldArticle {
    uint32_t number; // 1 for 01.gold
    KbText title, date, source, text;
    GoldMark *marks; // [mark_count], in text order
    size_t mark_count;
} GoldArticle;

typedef struct GoldEntity {
    KbText id, name, aliases; // aliases as in the table: "A | B"
    uint8_t type;             // KbType
} GoldEntity;

typedef struct GoldRow { // one line of a table; cells past the last are empty
    KbText cells[16];
} GoldRow;

typedef struct GoldTable {
    GoldRow *rows;
    size_t count;
} GoldTable;

typedef struct GoldStory {
    Arena *arena;
    KbText name;
    GoldArticle *articles;
    size_t article_count;
    GoldEntity *entities;
    size_t entity_count;
    GoldTable roles, relations, quotes, questions;
} GoldStory;

// Names of the storylines below `folder`, sorted; NULL-terminated; the arena's.
char **gold_list(Arena *arena, const char *folder);
// KB_INVALID names the file and line that breaks the format.
KB_MUST_USE KbStatus gold_open(const char *folder, const char *name, GoldStory *story, KbError *error);
void gold_close(GoldStory *story);
int32_t gold_entity(const GoldStory *story, KbText id); // KB_NONE: no such id
bool gold_lists(KbText articles, uint32_t number);      // "1,3" holds 3

// Replaces the document's mentions by the article's gold names (or all marks), on the document's own tokens.
void gold_annotate(Document *document, const GoldStory *story, const GoldArticle *article, bool all_marks);

#endif
