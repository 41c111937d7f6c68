// Writes JSON, compact, in one pass.
// SPDX-License-Identifier: MIT
#include "ingest/emit.h"

#include <string.h>

#include "ingest/charset.h"

// A value needs a comma before it unless it comes first or after its key. Strings end in a quotation mark, so the last
// byte tells.
static void separate(Buffer *out)
{
    if (out->length > 0 && !strchr("{[:\n", out->data[out->length - 1])) buffer_append(out, ",", 1);
}

void emit_open(Buffer *out, char bracket)
{
    separate(out);
    buffer_append(out, &bracket, 1);
}

void emit_close(Buffer *out, char bracket)
{
    buffer_append(out, &bracket, 1);
}

void emit_key(Buffer *out, const char *name)
{
    emit_string(out, name);
    buffer_append(out, ":", 1);
}

static void append_escape(Buffer *out, unsigned char c)
{
    static const char letters[] = "\"\"\\\\\nn\rr\tt\bb\ff";
    const char *found = NULL;
    for (const char *pair = letters; *pair && !found; pair += 2)
        if (*pair == (char)c) found = pair + 1;
    if (found)
        buffer_printf(out, "\\%c", *found);
    else
        buffer_printf(out, "\\u%04x", c);
}

void emit_text(Buffer *out, KbText text)
{
    separate(out);
    buffer_append(out, "\"", 1);
    size_t copied = 0;
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.data[i];
        size_t length = c < 0x80 ? 1 : charset_utf8_length(text.data + i, text.length - i);
        bool plain = length > 0 && c >= 0x20 && c != '"' && c != '\\';
        if (plain) {
            i += length;
            continue;
        }
        buffer_append(out, text.data + copied, i - copied);
        if (length > 0)
            append_escape(out, c);
        else
            buffer_append(out, "\xef\xbf\xbd", 3);
        copied = ++i;
    }
    buffer_append(out, text.data + copied, text.length - copied);
    buffer_append(out, "\"", 1);
}

void emit_text_or_null(Buffer *out, KbText text)
{
    if (text.length)
        emit_text(out, text);
    else
        emit_null(out);
}

void emit_string(Buffer *out, const char *text)
{
    if (text)
        emit_text(out, (KbText){text, strlen(text)});
    else
        emit_null(out);
}

void emit_number(Buffer *out, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (number < 0) digits[--at] = '-';
    separate(out);
    buffer_append(out, digits + at, sizeof digits - at);
}

void emit_thousandths(Buffer *out, unsigned thousandths)
{
    separate(out);
    buffer_printf(out, "%u.%03u", thousandths / 1000, thousandths % 1000);
    while (out->data[out->length - 1] == '0' && out->data[out->length - 2] != '.')
        out->length--;
}

void emit_null(Buffer *out)
{
    separate(out);
    buffer_append(out, "null", 4);
}

void emit_date(Buffer *out, KbDate date)
{
    char text[KB_DATE_SIZE];
    emit_text_or_null(out, kb_text(kb_date_format(date, text)));
}
