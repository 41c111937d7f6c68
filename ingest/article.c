// Articles: ownership of their texts, and warnings.
// SPDX-License-Identifier: MIT
#include "ingest/article.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"

void article_clear(Article *article)
{
    KbText *texts[] = {&article->id, &article->path, &article->url, &article->source, &article->title, &article->text};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free((char *)(uintptr_t)texts[i]->data);
    memset(article, 0, sizeof *article);
}

void article_warn(Article *article, uint64_t offset, const char *format, ...)
{
    if (article->warning_count == ARTICLE_WARNINGS) return;
    Warning *warning = &article->warnings[article->warning_count++];
    warning->offset = offset;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(warning->text, sizeof warning->text, format, arguments);
    va_end(arguments);
}

static KbText copy_of(KbText text)
{
    char *copy = memory_grow(NULL, text.length + 1);
    if (text.length) memcpy(copy, text.data, text.length);
    copy[text.length] = '\0';
    return (KbText){copy, text.length};
}

void article_set(KbText *slot, KbText text)
{
    KbText copy = copy_of(text);
    free((char *)(uintptr_t)slot->data);
    *slot = copy;
}
