// Rebuilds the text of stand-off annotation from the corpus that it was made from.
// SPDX-License-Identifier: MIT
#include "tests/standoff.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has_ending(KbText name, const char *ending)
{
    size_t length = strlen(ending);
    return name.length > length && memcmp(name.data + name.length - length, ending, length) == 0;
}

bool standoff_json(KbText corpus)
{
    return has_ending(corpus, ".json");
}

static uint32_t number_of(KbText cell)
{
    return (uint32_t)strtoul(cell.data, NULL, 10);
}

KbText standoff_article(Arena *arena, KbText corpus, KbText file, const KbText place[2])
{
    if (standoff_json(corpus)) return standoff_lines(arena, standoff_document(arena, file, place[0]), place[1]);
    return standoff_text(arena, file, has_ending(corpus, ".conllu"), number_of(place[0]), number_of(place[1]));
}

// ---------------------------------------------------------------------------------------------- one token a line

// Byte that line `number` (from 1) begins at; the file's length where it has fewer lines.
static size_t line_start(KbText file, uint32_t number)
{
    size_t at = 0;
    for (uint32_t line = 1; line < number && at < file.length; line++) {
        const char *newline = memchr(file.data + at, '\n', file.length - at);
        at = newline ? (size_t)(newline - file.data) + 1 : file.length;
    }
    return at;
}

// Takes the next line off the file; false at its end.
static bool take_line(KbText *file, KbText *line)
{
    if (!file->length) return false;
    const char *newline = memchr(file->data, '\n', file->length);
    size_t length = newline ? (size_t)(newline - file->data) : file->length, taken = length + (newline != NULL);
    *line = (KbText){file->data, length};
    *file = (KbText){file->data + taken, file->length - taken};
    return true;
}

// The word of a line; empty where it ends a sentence. False: the line holds none, as comments and ranges of CoNLL-U.
static bool word_of(KbText line, bool conllu, KbText *word)
{
    size_t end = strcspn(line.data, "\t\r\n"), start = 0;
    if (end > line.length) end = line.length;
    if (conllu && end) {
        if (line.data[0] == '#' || memchr(line.data, '-', end) || memchr(line.data, '.', end)) return false;
        start = end + (end < line.length);
        end = start + strcspn(line.data + start, "\t\r\n");
    }
    *word = (KbText){line.data + start, end - start};
    return true;
}

KbText standoff_text(Arena *arena, KbText file, bool conllu, uint32_t first, uint32_t last)
{
    size_t from = line_start(file, first);
    KbText rest = {file.data + from, file.length - from}, line, word;
    rest.length = line_start(rest, last >= first ? last - first + 2 : 1);
    char *text = arena_alloc(arena, rest.length + 1, 1);
    size_t length = 0;
    char between = '\0';
    while (take_line(&rest, &line)) {
        if (!word_of(line, conllu, &word)) continue;
        if (!word.length) between = length ? '\n' : '\0';
        if (word.length && between) text[length++] = between;
        memcpy(text + length, word.data, word.length);
        length += word.length;
        if (word.length) between = ' ';
    }
    return (KbText){text, length};
}

uint32_t standoff_end(KbText file, uint32_t sentences)
{
    KbText line;
    uint32_t number = 1, ended = 0;
    for (bool inside = false; take_line(&file, &line); number++) {
        if (inside && !line.length && ++ended == sentences) return number - 1;
        inside = line.length > 0;
    }
    return number - 1;
}

// ---------------------------------------------------------------------------------------------- JSON

KbText standoff_document(Arena *arena, KbText file, KbText id)
{
    KbText line, text = {"", 0};
    while (!text.length && take_line(&file, &line)) {
        json_t *object = json_loadb(line.data, line.length, 0, NULL);
        const char *name = json_string_value(json_object_get(object, "_id"));
        const json_t *found = name && kb_text_equal(kb_text(name), id) ? json_object_get(object, "text") : NULL;
        if (json_is_string(found)) text = arena_text(arena, json_string_value(found), json_string_length(found));
        json_decref(object);
    }
    return text;
}

static bool is_blank(char byte)
{
    return strchr(" \t\r\n", byte) != NULL;
}

KbText standoff_lines(Arena *arena, KbText text, KbText starts)
{
    char *out = arena_alloc(arena, text.length + starts.length + 1, 1), *next;
    size_t length = 0;
    for (const char *at = starts.data, *end = at + starts.length; at < end; at = next) {
        size_t from = standoff_bytes(text, (uint32_t)strtoul(at, &next, 10)), to = text.length;
        if (next == at) break;
        next += *next == ',';
        if (next < end) to = standoff_bytes(text, (uint32_t)strtoul(next, NULL, 10));
        if (from > to) break;
        while (from < to && is_blank(text.data[from]))
            from++;
        while (from < to && is_blank(text.data[to - 1]))
            to--;
        if (length) out[length++] = '\n';
        memcpy(out + length, text.data + from, to - from);
        length += to - from;
    }
    return (KbText){out, length};
}

KbText standoff_starts(Arena *arena, KbText text, KbText lines)
{
    size_t size = 12 * (lines.length + 1), used = 0, at = 0;
    char *out = arena_alloc(arena, size, 1);
    for (KbText line; take_line(&lines, &line);) {
        while (at < text.length && is_blank(text.data[at]))
            at++;
        used +=
            (size_t)snprintf(out + used, size - used, "%s%u", used ? "," : "", standoff_characters(text, (uint32_t)at));
        if (text.length - at < line.length || memcmp(text.data + at, line.data, line.length) != 0) break;
        at += line.length;
    }
    return (KbText){out, used};
}

// ---------------------------------------------------------------------------------------------- characters

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

uint32_t standoff_characters(KbText text, uint32_t offset)
{
    uint32_t characters = 0;
    for (uint32_t i = 0; i < offset && i < text.length; i++)
        characters += begins_character(text.data[i]);
    return characters;
}

uint32_t standoff_bytes(KbText text, uint32_t characters)
{
    uint32_t offset = 0, seen = 0;
    for (; offset < text.length; offset++) {
        if (!begins_character(text.data[offset])) continue;
        if (seen == characters) break;
        seen++;
    }
    return offset;
}
