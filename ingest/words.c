// The first stage: tokens with their white space and their text in lower case.
// SPDX-License-Identifier: MIT
#include <utf8proc.h>

#include "ingest/pipeline.h"
#include "ingest/tokenize.h"

// What stands between two tokens.
static SpaceBefore space_between(KbText text, uint32_t from, uint32_t to)
{
    unsigned newlines = 0;
    bool space = false;
    for (uint32_t i = from; i < to; i++) {
        newlines += text.data[i] == '\n';
        space = true;
    }
    return newlines > 1 ? SPACE_PARAGRAPH : newlines ? SPACE_NEWLINE : space ? SPACE_BLANK : SPACE_NONE;
}

// Lower case; curly apostrophes become straight, so that tables need one spelling.
static KbText lower_text(Arena *arena, KbText text)
{
    uint8_t *out = arena_alloc(arena, text.length * 2 + 4, 1); // a lower-case letter can be longer by one byte
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t letter;
        utf8proc_ssize_t taken =
            utf8proc_iterate((const uint8_t *)text.data + at, (utf8proc_ssize_t)(text.length - at), &letter);
        if (taken < 1 || letter < 0) {
            out[length++] = (uint8_t)text.data[at++];
            continue;
        }
        at += (size_t)taken;
        letter = letter == 0x2018 || letter == 0x2019 ? '\'' : utf8proc_tolower(letter);
        length += (size_t)utf8proc_encode_char(letter, out + length);
    }
    return (KbText){(const char *)out, length};
}

void stage_tokens(Worker *worker, Document *document)
{
    (void)worker;
    size_t room = 0;
    uint32_t before = 0;
    Tokenizer tokenizer;
    TokenSpan span;
    tokenizer_init(&tokenizer, document->text.data, document->text.length);
    while (tokenizer_next(&tokenizer, &span)) {
        Token token = {.start = span.start, .end = span.end, .pos = POS_NONE};
        token.space =
            (uint8_t)(document->token_count ? space_between(document->text, before, span.start) : SPACE_PARAGRAPH);
        token.lower = lower_text(document->arena, document_slice(document, span.start, span.end));
        ARENA_PUSH(document->arena, document->tokens, document->token_count, room, token);
        before = span.end;
    }
}
