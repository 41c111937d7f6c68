// One line of JSON -> the fields of a news article, as news-please names them.
// SPDX-License-Identifier: MIT
#ifndef INGEST_JSON_H
#define INGEST_JSON_H

#include "ingest/article.h"

// Fills the article's url, source, title, text, published and, if the line has one, id. line: valid UTF-8, may hold
// bytes after NUL. offset: of the line in its input; errors and warnings count from the input's start. published stays
// as it is when the line does not say.
KB_MUST_USE KbStatus json_read_article(KbText line, uint64_t offset, Article *article, KbError *error);

#endif
