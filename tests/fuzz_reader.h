// What the fuzz targets of all readers share.
// SPDX-License-Identifier: MIT
#ifndef TESTS_FUZZ_READER_H
#define TESTS_FUZZ_READER_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/charset.h"
#include "ingest/emit.h"
#include "ingest/path.h"
#include "ingest/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fuzz_valid(KbText text)
{
    for (size_t i = 0; i < text.length;) {
        size_t length = charset_utf8_length(text.data + i, text.length - i);
        if (length == 0 || text.data[i] == '\0') abort();
        i += length;
    }
}

// Escaping and writing as JSON take whatever a reader may have let through.
static void fuzz_show(KbText text)
{
    Buffer out = {0};
    path_escape(text, &out);
    emit_text(&out, text);
    fuzz_valid(buffer_text(&out));
    buffer_free(&out);
}

static void fuzz_reader(const char *type, const uint8_t *data, size_t size)
{
    Reader reader;
    Article article;
    KbError error;
    reader_open_memory((KbText){(const char *)data, size}, "fuzz", reader_format(type), (KbDate){0}, &reader);
    for (ReadResult result; (result = reader_next(&reader, &article, &error)) != READ_END; article_clear(&article)) {
        if (article.id.length == 0) abort();
        fuzz_valid(article.text);
        fuzz_valid(article.title);
        fuzz_valid(article.id);
        if (result == READ_SKIPPED) fuzz_show(kb_text(error.text));
    }
    article_clear(&article);
    reader_close(&reader);
    fuzz_show((KbText){(const char *)data, size});
}

#endif
