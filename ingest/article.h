// What a reader makes of some bytes: one article, its text and what its publisher says about it.
// SPDX-License-Identifier: MIT
#ifndef INGEST_ARTICLE_H
#define INGEST_ARTICLE_H

#include "kb/kb.h"

enum { ARTICLE_WARNINGS = 8 };

typedef struct Warning {
    uint64_t offset; // byte of the input file
    char text[160];
} Warning;

// Owns its texts. All are valid UTF-8 without NUL bytes; empty means unknown.
typedef struct Article {
    KbText id;       // the document's id
    KbText path;     // file it was read from, lexically normalised
    size_t line;     // of a file with one article a line, counted from 1; else 0
    uint64_t offset; // where it begins in its file
    KbText url, source, title, text;
    KbDate published;
    Warning warnings[ARTICLE_WARNINGS];
    size_t warning_count; // further ones are dropped
} Article;

void article_clear(Article *article); // frees the texts and zeroes
void article_warn(Article *article, uint64_t offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

// Replaces *slot by a copy of text, NUL after it. Exits when memory is gone.
void article_set(KbText *slot, KbText text);

#endif
