// Fills the tokens of a document.
// SPDX-License-Identifier: MIT
#include "ingest/tokens.h"

#include <utf8proc.h>

#include "ingest/tokenize.h"

SpaceBefore tokens_space(KbText between)
{
    int lines = 0;
    for (size_t i = 0; i < between.length && lines < 2; i++)
        lines += between.data[i] == '\n';
    if (between.length == 0) return SPACE_NONE;
    return lines == 0 ? SPACE_BLANK : lines == 1 ? SPACE_NEWLINE : SPACE_PARAGRAPH;
}

static int32_t lower_char(int32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c | 0x20 : c == '`' ? '\'' : c;
    return c == 0x2018 || c == 0x2019 || c == 0xb4 || c == 0x2bc ? '\'' : utf8proc_tolower(c);
}

// Writes the token in lower case and returns the bytes written: at most three for two (U+023A).
static size_t lower_token(KbText token, char *out)
{
    size_t length = 0;
    for (size_t at = 0; at < token.length;) {
        int32_t c;
        utf8proc_ssize_t left = (utf8proc_ssize_t)(token.length - at);
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)token.data + at, left, &c);
        if (size <= 0)
            out[length++] = token.data[at++];
        else {
            length += (size_t)utf8proc_encode_char(lower_char(c), (utf8proc_uint8_t *)out + length);
            at += (size_t)size;
        }
    }
    return length;
}

void tokens_run(Document *document)
{
    Tokenizer tokenizer;
    TokenSpan span;
    size_t room = 0, end = 0;
    KbText text = document->text;
    char *lower = arena_alloc(document->arena, text.length + text.length / 2 + 1, 1); // of all tokens
    tokenizer_init(&tokenizer, text.data, text.length);
    while (tokenizer_next(&tokenizer, &span)) {
        SpaceBefore space = tokens_space((KbText){text.data + end, span.start - end});
        size_t length = lower_token((KbText){text.data + span.start, span.end - span.start}, lower);
        ARENA_PUSH(document->arena, document->tokens, document->token_count, room,
                   (Token){.start = span.start,
                           .end = span.end,
                           .space = (uint8_t)(document->token_count ? space : SPACE_PARAGRAPH),
                           .lower = {lower, length}});
        lower += length;
        end = span.end;
    }
}
