// Reads storylines of the annotated corpus: marked articles, entities, and the tables of roles and relations.
// SPDX-License-Identifier: MIT
//
//   NN.gold  --gold_open-->  text without marks + marks as byte spans  --gold_annotate-->  Document with gold names
//
// A stand-off set (a folder with source.tsv) is read alike: its text is rebuilt from GOLD_CORPORA (tests/standoff.h), a
// sentence a line, and its marks and names follow from marks.tsv. Where that corpus is absent, `text` is empty and
// `absent` is set; the marks then count characters.
#ifndef TESTS_GOLD_H
#define TESTS_GOLD_H

#include "ingest/document.h"

#define GOLD_CORPORA "../shared/corpora"

typedef struct GoldMark {
    uint32_t start, end; // bytes of the article's text
    uint32_t line;       // of the file that holds the mark
    int32_t entity;      // index into entities
    bool name;           // else a nominal or pronoun
} GoldMark;

typedef struct GoldArticle {
    uint32_t number; // 1 for 01.gold
    KbText title, date, source, text;
    GoldMark *marks; // [mark_count], in text order
    size_t mark_count;
    uint32_t body;       // line of the file that the text begins on
    KbText corpus, hash; // stand-off: the corpus file and its SHA-256; of a draft its `#source-document:`
    KbText place[2];     // stand-off: what of that file (tests/standoff.h); `#lines: FIRST-LAST` of a draft
} GoldArticle;

typedef struct GoldEntity {
    KbText id, name, aliases; // aliases as in the table: "A | B"
    uint8_t type;             // KbType
    uint32_t line;
} GoldEntity;

enum { GOLD_CELLS = 16 };

typedef struct GoldRow { // one line of a table; cells past the last are empty
    KbText cells[GOLD_CELLS];
    size_t cell_count;
    uint32_t line;
} GoldRow;

typedef struct GoldTable {
    GoldRow *rows;
    size_t count;
} GoldTable;

typedef struct GoldProblem { // what breaks the format
    const char *file;        // "03.gold", "marks.tsv"
    uint32_t line;           // from 1; 0: the whole file
    size_t offset;           // byte of the article's body
    const char *text;
} GoldProblem;

typedef struct GoldStory {
    Arena *arena;
    KbText name;
    GoldArticle *articles;
    size_t article_count;
    GoldEntity *entities;
    size_t entity_count;
    GoldTable roles, relations, quotes, questions;
    GoldTable entity_rows; // entities.tsv as it is
    GoldProblem *problems;
    size_t problem_count, problem_room;
    bool standoff, absent;
} GoldStory;

// Names of the storylines below `folder`, sorted; NULL-terminated; the arena's.
char **gold_list(Arena *arena, const char *folder);
// KB_INVALID names the file and line that breaks the format.
KB_MUST_USE KbStatus gold_open(const char *folder, const char *name, GoldStory *story, KbError *error);
// Reads on past what breaks the format and lists it in `problems`; such a mark stays in the text and is no mark.
void gold_read(const char *folder, const char *name, GoldStory *story);
void gold_problem(GoldStory *story, const char *file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void gold_close(GoldStory *story);
int32_t gold_entity(const GoldStory *story, KbText id); // KB_NONE: no such id
bool gold_lists(KbText articles, uint32_t number);      // "1,3" holds 3
// Takes the next item off a list such as "A | B", trimmed; false at its end.
bool gold_next(KbText *list, char separator, KbText *item);
KbText gold_trimmed(KbText text);
bool gold_file(Arena *arena, const char *path, KbText *text); // a whole file, NUL after it; false: not there

// Replaces the document's mentions by the article's gold names (or all marks), on the document's own tokens.
void gold_annotate(Document *document, const GoldStory *story, const GoldArticle *article, bool all_marks);

#endif
