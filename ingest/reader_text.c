// Plain text: the whole file is one article.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "ingest/reader.h"

ReadResult reader_text_next(Reader *reader, Article *article, KbError *error)
{
    KbText bytes;
    reader->done = true;
    article_set(&article->id, reader->path);
    switch (input_all(&reader->input, INPUT_LIMIT, &bytes)) {
    case INPUT_END: return reader_skip(error, 0, "is empty");
    case INPUT_TOO_LONG: return reader_skip(error, INPUT_LIMIT, "is over the size limit of %d bytes", INPUT_LIMIT);
    case INPUT_FAILED: return reader_skip(error, reader->input.offset, "%s", strerror(reader->input.failure));
    default: break;
    }
    article->text = reader_decode(bytes, 0, article);
    return reader_accept(article, error);
}
