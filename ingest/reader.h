// Readers: one input's bytes -> articles, one after the other. Formats are a table; content decides which applies.
// SPDX-License-Identifier: MIT
#ifndef INGEST_READER_H
#define INGEST_READER_H

#include "ingest/article.h"
#include "ingest/input.h"

// Longer texts are no article: an encoder's vectors for a million words would not fit in memory.
enum { READER_TEXT_LIMIT = 4 << 20 };

typedef enum ReadResult {
    READ_ARTICLE,
    READ_SKIPPED, // this article cannot be used: the article holds id, path and line, the error reason and offset
    READ_END,
} ReadResult;

typedef struct Reader Reader;

typedef struct Format {
    const char *name;    // as in --type
    const char *refusal; // why inputs of this format are skipped; NULL for those that can be read
    bool (*recognises)(KbText head);
    ReadResult (*next)(Reader *reader, Article *article, KbError *error);
} Format;

struct Reader {
    Input input;
    const Format *format;
    KbText path; // normalised
    KbDate date; // for articles that do not say
    size_t line; // lines read so far
    bool done;
};

const Format *reader_format(const char *name); // NULL: no such format

// forced: NULL to go by content. date: what a format without dates gives its articles. On failure the reader is empty
// and the error holds the reason. "-" is standard input.
KB_MUST_USE KbStatus reader_open(const char *path, const Format *forced, KbDate date, Reader *reader, KbError *error);
void reader_open_memory(KbText bytes, const char *path, const Format *format, KbDate date, Reader *reader); // for tests
void reader_close(Reader *reader);

// The next article; the caller clears it, whatever the result.
ReadResult reader_next(Reader *reader, Article *article, KbError *error);

// ------------------------------------------------------------------------------------------ for formats

ReadResult reader_skip(KbError *error, uint64_t offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

// Bytes -> article->text, with a warning for what had to be mended. offset: of the bytes in the input.
KbText reader_decode(KbText bytes, uint64_t offset, Article *article);

// What every article must pass, whatever its format: not empty, not too long, in English.
ReadResult reader_accept(Article *article, KbError *error);

ReadResult reader_text_next(Reader *reader, Article *article, KbError *error);
ReadResult reader_jsonl_next(Reader *reader, Article *article, KbError *error);

#endif
