// The same text in other letter case, byte for byte as long.
// SPDX-License-Identifier: MIT
#include "tests/disguise.h"

#include <string.h>

enum { LATIN_1 = 0xC3 }; // the first byte of U+00C0 to U+00FF: capitals 80-9E, small A0-BE, but 97 and B7 are signs

const char *disguise_name(Disguise disguise)
{
    static const char *const names[DISGUISES] = {"", "capitals", "lower case", "headline"};
    return names[disguise];
}

static void set_upper(unsigned char *at)
{
    if (*at >= 'a' && *at <= 'z') *at = (unsigned char)(*at - 32);
    if (*at == LATIN_1 && at[1] >= 0xA0 && at[1] <= 0xBE && at[1] != 0xB7) at[1] = (unsigned char)(at[1] - 32);
}

static void set_lower(unsigned char *at)
{
    if (*at >= 'A' && *at <= 'Z') *at = (unsigned char)(*at + 32);
    if (*at == LATIN_1 && at[1] >= 0x80 && at[1] <= 0x9E && at[1] != 0x97) at[1] = (unsigned char)(at[1] + 32);
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80 || c == '\'';
}

static bool starts_word(unsigned char c)
{
    return is_letter(c) && c != '\'' && (c < 0x80 || c >= LATIN_1) && c != 0xE2; // E2: dashes, quotation marks
}

static bool stays_small(const char *word, size_t length)
{
    static const char small[] = "|a|an|the|and|but|or|nor|as|at|by|for|from|in|of|on|to|with|";
    char key[8] = "|";
    if (length > 4) return false;
    memcpy(key + 1, word, length);
    memcpy(key + 1 + length, "|", 2);
    return strstr(small, key) != NULL;
}

static void set_headline(unsigned char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && (end > at ? is_letter(text[end]) : starts_word(text[end])))
            end++;
        if (end > at && !stays_small((const char *)text + at, end - at)) set_upper(text + at);
        at = end > at ? end : at + 1;
    }
}

KbText disguise_text(Arena *arena, KbText text, Disguise disguise)
{
    KbText copy = arena_text(arena, text.data, text.length);
    unsigned char *bytes = (unsigned char *)(uintptr_t)copy.data;
    if (disguise == DISGUISE_HEADLINE) set_headline(bytes, copy.length);
    for (size_t i = 0; i < copy.length && disguise != DISGUISE_HEADLINE; i++) {
        if (disguise == DISGUISE_CAPITALS) set_upper(bytes + i);
        if (disguise == DISGUISE_LOWER) set_lower(bytes + i);
    }
    return copy;
}
