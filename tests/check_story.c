// Reports problems of a storyline and finds paragraphs, sentences and quotations in its articles.
// SPDX-License-Identifier: MIT
#include "tests/check_story.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONG_QUOTATION = 7 }; // words that make it speech, not a title or a word held off

static void report(const Checker *checker, const char *file, uint32_t line, const char *kind, const char *format,
                   va_list arguments)
{
    if (checker->quiet) return;
    printf("%s/%s:%u: %s", checker->folder, file, line, kind);
    vprintf(format, arguments);
    putchar('\n');
}

void check_error(Checker *checker, const char *file, uint32_t line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(checker, file, line, "", format, arguments);
    va_end(arguments);
    checker->errors++;
}

void check_warning(Checker *checker, const char *file, uint32_t line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(checker, file, line, "warning: ", format, arguments);
    va_end(arguments);
    checker->warnings++;
}

const char *check_file(const GoldArticle *article)
{
    static char name[16];
    snprintf(name, sizeof name, "%02u.gold", article->number);
    return name;
}

const GoldArticle *check_article(const GoldStory *story, KbText number)
{
    for (size_t i = 0; i < story->article_count; i++)
        if (story->articles[i].number == strtoul(number.data, NULL, 10)) return &story->articles[i];
    return NULL;
}

KbText check_paragraph(const GoldArticle *article, uint32_t number, uint32_t *start)
{
    KbText rest = article->text, line;
    for (uint32_t seen = 0; rest.length;) {
        const char *newline = memchr(rest.data, '\n', rest.length);
        line = (KbText){rest.data, newline ? (size_t)(newline - rest.data) : rest.length};
        size_t taken = line.length + (newline != NULL);
        rest = (KbText){rest.data + taken, rest.length - taken};
        if (!gold_trimmed(line).length || ++seen < number) continue;
        *start = (uint32_t)(line.data - article->text.data);
        return line;
    }
    return (KbText){"", 0};
}

uint32_t check_most_sentences(KbText paragraph)
{
    uint32_t count = 1;
    for (size_t i = 0; i + 1 < paragraph.length; i++)
        count += strchr(".?!:;", paragraph.data[i]) != NULL || memcmp(&paragraph.data[i], "\xe2\x80\xa6", 1) == 0;
    return count;
}

// ---------------------------------------------------------------------------------------------- quotation marks

// Bytes of the quotation mark at `at`, if it may open one; 0: none is there.
static size_t opening_mark(KbText text, size_t at)
{
    static const char *const marks[] = {"“", "‘", "«", "``", "\"", "'"};
    bool bound = at == 0 || strchr(" (\n[-*", text.data[at - 1]) || (unsigned char)text.data[at - 1] >= 0x80;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (at + length > text.length || memcmp(text.data + at, marks[i], length) != 0) continue;
        return length > 1 || bound ? length : 0;
    }
    return 0;
}

// In text of tokens joined by spaces a straight mark stands alone whether it opens or closes.
static bool stands_alone(KbText text, size_t at, size_t length)
{
    return length == 1 && at + 1 < text.length && strchr(" \n", text.data[at + 1]);
}

uint32_t check_most_quotations(const GoldArticle *article)
{
    uint32_t opening = 0, alone = 0;
    for (size_t at = 0; at < article->text.length;) {
        size_t length = opening_mark(article->text, at);
        *(stands_alone(article->text, at, length) ? &alone : &opening) += length > 0;
        at += length ? length : 1;
    }
    return opening + (alone + 1) / 2;
}

// Words from after an opening double mark to the next double mark or the end.
static uint32_t quoted_words(KbText text, size_t *at)
{
    uint32_t words = 0;
    for (; *at < text.length && text.data[*at] != '"'; ++*at) {
        if (*at + 3 <= text.length && memcmp(text.data + *at, "”", 3) == 0) break;
        words += text.data[*at] == ' ';
    }
    return words + 1;
}

static size_t text_opens(KbText text, size_t at)
{
    if (text.data[at] == '"') return 1;
    return at + 3 <= text.length && memcmp(text.data + at, "“", 3) == 0 ? 3 : 0;
}

static bool quotes_much(KbText paragraph)
{
    for (size_t at = 0; at < paragraph.length; at++) {
        size_t length = text_opens(paragraph, at);
        if (!length) continue;
        at += length;
        if (quoted_words(paragraph, &at) >= LONG_QUOTATION) return true;
    }
    return false;
}

uint32_t check_least_quotations(const GoldArticle *article)
{
    uint32_t count = 0, start;
    bool before = false;
    for (uint32_t number = 1;; number++) {
        KbText paragraph = check_paragraph(article, number, &start);
        if (!paragraph.length) return count;
        bool much = quotes_much(paragraph);
        count += much && !before;
        before = much;
    }
}
