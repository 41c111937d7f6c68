// JSON Lines: one article a line. A bad line is skipped and named; the others are kept.
// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/json.h"
#include "ingest/reader.h"

static bool is_blank(KbText line)
{
    if (line.length >= 3 && memcmp(line.data, "\xef\xbb\xbf", 3) == 0) line = (KbText){line.data + 3, line.length - 3};
    for (size_t i = 0; i < line.length; i++)
        if (!isspace((unsigned char)line.data[i])) return false;
    return true;
}

// The id where the line gives none: its URL, else PATH:LINE.
static void set_id(const Reader *reader, Article *article)
{
    if (article->id.length) return;
    if (article->url.length) {
        article_set(&article->id, article->url);
        return;
    }
    Buffer id = {0};
    buffer_append(&id, reader->path.data, reader->path.length);
    buffer_printf(&id, ":%zu", reader->line);
    free((char *)(uintptr_t)article->id.data);
    article->id = buffer_take(&id);
}

static ReadResult read_line(const Reader *reader, KbText line, Article *article, KbError *error)
{
    KbText utf8 = reader_decode(line, article->offset, article);
    KbStatus status = json_read_article(utf8, article->offset, article, error);
    free((char *)(uintptr_t)utf8.data);
    set_id(reader, article);
    return status == KB_OK ? reader_accept(article, error) : READ_SKIPPED;
}

ReadResult reader_jsonl_next(Reader *reader, Article *article, KbError *error)
{
    for (;;) {
        KbText line = {0};
        article->offset = reader->input.offset;
        InputResult result = input_line(&reader->input, INPUT_LIMIT, &line);
        if (result == INPUT_END) return READ_END;
        article->line = ++reader->line;
        if (result == INPUT_FAILED) {
            reader->done = true;
            set_id(reader, article);
            return reader_skip(error, reader->input.offset, "%s", strerror(reader->input.failure));
        }
        if (result == INPUT_TOO_LONG) {
            set_id(reader, article);
            return reader_skip(error, article->offset, "line is over the size limit of %d bytes", INPUT_LIMIT);
        }
        if (!is_blank(line)) return read_line(reader, line, article, error);
    }
}
