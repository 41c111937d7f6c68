// Text as the shell needs it: UTF-8 checks, ASCII case, edit distance, and escaping what a terminal must not see.
// SPDX-License-Identifier: MIT
#include "shell/text.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

size_t text_decode(KbText text, uint32_t *code)
{
    utf8proc_int32_t value;
    if (text.length == 0) return 0;
    utf8proc_ssize_t used =
        utf8proc_iterate((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.length, &value);
    if (used <= 0 || value < 0) return 0;
    *code = (uint32_t)value;
    return (size_t)used;
}

KbText text_count(Region *region, uint64_t count, const char *noun)
{
    return region_format(region, "%llu %s%s", (unsigned long long)count, noun, count == 1 ? "" : "s");
}

bool text_valid(KbText text)
{
    uint32_t code;
    for (size_t at = 0, used; at < text.length; at += used) {
        used = text_decode(text_slice(text, at, text.length), &code);
        if (used == 0) return false;
    }
    return true;
}

KbText text_repair(Region *region, KbText text)
{
    char *out = region_alloc(region, text.length * 3 + 1, 1);
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t code;
        size_t used = text_decode(text_slice(text, at, text.length), &code);
        memcpy(out + length, used ? text.data + at : "\xef\xbf\xbd", used ? used : 3);
        length += used ? used : 3;
        at += used ? used : 1;
    }
    return (KbText){out, length};
}

KbText text_slice(KbText text, size_t start, size_t end)
{
    return (KbText){text.data + start, end - start};
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

KbText text_trim(KbText text)
{
    while (text.length && is_space(text.data[0]))
        text.data++, text.length--;
    while (text.length && is_space(text.data[text.length - 1]))
        text.length--;
    return text;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

KbText text_lower(Region *region, KbText text)
{
    char *copy = region_alloc(region, text.length + 1, 1);
    for (size_t i = 0; i < text.length; i++)
        copy[i] = lower(text.data[i]);
    return (KbText){copy, text.length};
}

bool text_is(KbText text, const char *word)
{
    return text.length == strlen(word) && memcmp(text.data, word, text.length) == 0;
}

bool text_is_any_case(KbText text, const char *word)
{
    if (text.length != strlen(word)) return false;
    for (size_t i = 0; i < text.length; i++)
        if (lower(text.data[i]) != lower(word[i])) return false;
    return true;
}

bool text_starts(KbText text, const char *prefix)
{
    size_t length = strlen(prefix);
    return text.length >= length && memcmp(text.data, prefix, length) == 0;
}

bool text_ends(KbText text, const char *suffix)
{
    size_t length = strlen(suffix);
    return text.length >= length && memcmp(text.data + text.length - length, suffix, length) == 0;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c & 0x80);
}

bool text_has_word(KbText lower, KbText word)
{
    const char *at = lower.data, *end = lower.data + lower.length;
    while (word.length && (at = memmem(at, (size_t)(end - at), word.data, word.length)) != NULL) {
        const char *after = at + word.length;
        if ((at == lower.data || !is_letter(at[-1])) && (after == end || !is_letter(*after))) return true;
        at++;
    }
    return false;
}

// Optimal string alignment over three rows; words longer than a row are never alike.
size_t text_distance(KbText a, KbText b, size_t limit)
{
    enum { ROW = 64 };
    size_t rows[3][ROW + 1], longer = a.length > b.length ? a.length : b.length;
    size_t shorter = a.length > b.length ? b.length : a.length;
    if (longer > ROW || longer - shorter > limit) return limit + 1;
    for (size_t j = 0; j <= b.length; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *older = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t best = last[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            if (last[j] + 1 < best) best = last[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            bool swapped = i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (swapped && older[j - 2] + 1 < best) best = older[j - 2] + 1;
            now[j] = best;
        }
    }
    size_t distance = rows[a.length % 3][b.length];
    return distance > limit ? limit + 1 : distance;
}

// Bidirectional marks, embeddings, overrides and isolates; zero-width and interlinear controls; line separators; tags.
static bool is_steering(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x061c || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff ||
           (code >= 0xfff9 && code <= 0xfffb) || (code >= 0xe0000 && code <= 0xe007f);
}

static int escape_code(uint32_t code, char *out)
{
    if (code == '\n') return sprintf(out, "\\n");
    if (code == '\t') return sprintf(out, "\\t");
    if (code < 0x100) return sprintf(out, "\\x%02x", code);
    return sprintf(out, code > 0xffff ? "\\U%08x" : "\\u%04x", code);
}

KbText text_escape(Region *region, KbText text)
{
    char *out = region_alloc(region, text.length * 4 + 1, 1);
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t code;
        size_t used = text_decode(text_slice(text, at, text.length), &code);
        if (used == 0) {
            length += (size_t)escape_code((unsigned char)text.data[at++], out + length);
            continue;
        }
        if (is_steering(code)) {
            length += (size_t)escape_code(code, out + length);
        } else {
            memcpy(out + length, text.data + at, used);
            length += used;
        }
        at += used;
    }
    return (KbText){out, length};
}

static size_t code_width(uint32_t code)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)code);
    return width > 0 ? (size_t)width : 0;
}

size_t text_width(KbText text)
{
    size_t width = 0;
    uint32_t code;
    for (size_t at = 0, used; at < text.length; at += used) {
        used = text_decode(text_slice(text, at, text.length), &code);
        width += used ? code_width(code) : 1;
        if (used == 0) used = 1;
    }
    return width;
}

KbText text_cut(Region *region, KbText text, size_t columns)
{
    if (text_width(text) <= columns) return text;
    size_t width = 0, at = 0;
    uint32_t code;
    while (at < text.length) {
        size_t used = text_decode(text_slice(text, at, text.length), &code);
        size_t wide = used ? code_width(code) : 1;
        if (width + wide + 1 > columns) break;
        width += wide;
        at += used ? used : 1;
    }
    return region_format(region, "%.*s\u2026", (int)at, text.data);
}
