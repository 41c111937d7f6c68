// Paths and other foreign bytes as text.
// SPDX-License-Identifier: MIT
#include "ingest/path.h"

#include <string.h>

#include "ingest/charset.h"

// Drops the last part of out; false when there is none to drop.
static bool drop_part(Buffer *out, size_t root)
{
    if (out->length == root) return false;
    size_t at = out->length;
    while (at > root && out->data[at - 1] != '/')
        at--;
    if (out->length - at == 2 && memcmp(out->data + at, "..", 2) == 0) return false;
    out->length = at > root ? at - 1 : root;
    return true;
}

static void append_part(Buffer *out, size_t root, const char *part, size_t length)
{
    if (out->length > root) buffer_append(out, "/", 1);
    for (size_t i = 0; i < length;) {
        size_t size = charset_utf8_length(part + i, length - i);
        if (size)
            buffer_append(out, part + i, size);
        else
            buffer_printf(out, "\\x%02x", (unsigned char)part[i]);
        i += size ? size : 1;
    }
}

KbText path_normalise(const char *path)
{
    Buffer out = {0};
    if (*path == '/') buffer_append(&out, "/", 1);
    size_t root = out.length;
    for (const char *part = path; *part;) {
        size_t length = strcspn(part, "/");
        bool dot = length == 1 && part[0] == '.', up = length == 2 && memcmp(part, "..", 2) == 0;
        bool dropped = up && (drop_part(&out, root) || root > 0);
        if (length > 0 && !dot && !dropped) append_part(&out, root, part, length);
        part += length + (part[length] == '/');
    }
    if (out.length == 0) buffer_append(&out, ".", 1);
    return buffer_take(&out);
}

static uint32_t decode(const char *bytes, size_t length)
{
    static const unsigned char mask[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t c = (unsigned char)bytes[0] & mask[length];
    for (size_t i = 1; i < length; i++)
        c = c << 6 | ((unsigned char)bytes[i] & 0x3f);
    return c;
}

// Control and format characters: they move the cursor, turn the writing direction or show nothing.
static bool invisible(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},   {0x180e, 0x180e},   {0x200b, 0x200f},
        {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last) return true;
    return false;
}

void path_escape(KbText text, Buffer *out)
{
    for (size_t i = 0; i < text.length;) {
        size_t length = charset_utf8_length(text.data + i, text.length - i);
        uint32_t c = length ? decode(text.data + i, length) : 0;
        if (length == 0)
            buffer_printf(out, "\\x%02x", (unsigned char)text.data[i]);
        else if (c == '\n')
            buffer_append(out, "\\n", 2);
        else if (c == '\\')
            buffer_append(out, "\\\\", 2);
        else if (invisible(c))
            buffer_printf(out, c < 0x80 ? "\\x%02x" : "\\u{%04x}", c);
        else
            buffer_append(out, text.data + i, length);
        i += length ? length : 1;
    }
}
