// Readers: the table of formats, and what they share.
// SPDX-License-Identifier: MIT
#include "ingest/reader.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ingest/charset.h"
#include "ingest/language.h"
#include "ingest/path.h"

enum { HEAD = 4096 };

// ------------------------------------------------------------------------------------------ what the content is

// Files that hold no text, by their first bytes.
static const struct {
    const char *magic;
    size_t length;
    const char *what;
} binaries[] = {
    {"\xff\xd8\xff", 3, "a JPEG image"},
    {"\x89PNG\r\n\x1a\n", 8, "a PNG image"},
    {"GIF8", 4, "a GIF image"},
    {"%PDF-", 5, "a PDF file"},
    {"PK\x03\x04", 4, "a zip archive"},
    {"\x1f\x8b", 2, "gzip data"},
    {"BZh", 3, "bzip2 data"},
    {"\xfd"
     "7zXZ",
     5, "xz data"},
    {"\x28\xb5\x2f\xfd", 4, "zstd data"},
    {"\x7f"
     "ELF",
     4, "a program"},
    {"OggS", 4, "an Ogg file"},
    {"ID3", 3, "an MP3 file"},
    {"\xd0\xcf\x11\xe0", 4, "an old Office file"},
    {"SQLite format 3", 15, "an SQLite database"},
    {"RIFF", 4, "a RIFF media file"},
    {"{\\rtf", 5, "an RTF file"},
};

static const char *binary_kind(KbText head)
{
    for (size_t i = 0; i < sizeof binaries / sizeof *binaries; i++)
        if (head.length >= binaries[i].length && memcmp(head.data, binaries[i].magic, binaries[i].length) == 0)
            return binaries[i].what;
    if (charset_detect(head) == CHARSET_UTF16LE || charset_detect(head) == CHARSET_UTF16BE) return NULL;
    size_t controls = 0;
    for (size_t i = 0; i < head.length; i++)
        controls += (unsigned char)head.data[i] < 0x20 && !isspace((unsigned char)head.data[i]) && head.data[i] != 0x1b;
    return controls * 10 > head.length ? "binary data" : NULL;
}

// The head without byte order mark and white space.
static KbText trim(KbText head)
{
    if (head.length >= 3 && memcmp(head.data, "\xef\xbb\xbf", 3) == 0) head = (KbText){head.data + 3, head.length - 3};
    while (head.length && isspace((unsigned char)*head.data))
        head = (KbText){head.data + 1, head.length - 1};
    return head;
}

static bool starts(KbText head, const char *prefix)
{
    size_t length = strlen(prefix);
    return head.length >= length && strncasecmp(head.data, prefix, length) == 0;
}

static bool is_jsonl(KbText head)
{
    if (!starts(head, "{")) return false;
    head = trim((KbText){head.data + 1, head.length - 1});
    return starts(head, "\"") || starts(head, "}");
}

static bool is_html(KbText head)
{
    return starts(head, "<!doctype html") || starts(head, "<html") || starts(head, "<head") || starts(head, "<body");
}

static bool is_xml(KbText head)
{
    return starts(head, "<?xml") || starts(head, "<rss") || starts(head, "<feed") || starts(head, "<rdf:");
}

static bool is_warc(KbText head)
{
    return starts(head, "WARC/");
}

static bool is_text(KbText head)
{
    (void)head;
    return true;
}

// The first that recognises the head is taken; text takes everything, so it is last.
static const Format formats[] = {
    {"jsonl", NULL, is_jsonl, reader_jsonl_next},
    {"html", "HTML is not read yet", is_html, NULL},
    {"xml", "XML and feeds are not read yet", is_xml, NULL},
    {"warc", "WARC is not read yet", is_warc, NULL},
    {"text", NULL, is_text, reader_text_next},
};

const Format *reader_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0) return &formats[i];
    return NULL;
}

// ------------------------------------------------------------------------------------------ opening

static KbStatus refuse(Reader *reader, KbError *error, const char *format, const char *what)
{
    reader_skip(error, 0, format, what);
    reader_close(reader);
    return KB_INVALID;
}

// JSON Lines in UTF-16 becomes UTF-8 as a whole, so that lines can be told apart.
static void convert_utf16(Reader *reader)
{
    KbText bytes;
    Charset charset = charset_detect(input_peek(&reader->input, HEAD));
    if (charset != CHARSET_UTF16LE && charset != CHARSET_UTF16BE) return;
    if (input_all(&reader->input, INPUT_LIMIT, &bytes) != INPUT_OK) return;
    Buffer text = {0};
    charset_decode(bytes, &text);
    input_close(&reader->input);
    input_from_memory(buffer_text(&text), &reader->input);
    buffer_free(&text);
}

// By content; where that only says text, a name that ends in ".jsonl" says more: its first line may be a bad one.
static const Format *detect(KbText head, const char *path)
{
    Buffer text = {0};
    charset_decode(head, &text);
    const Format *format = formats;
    while (!format->recognises(trim(buffer_text(&text))))
        format++;
    buffer_free(&text);
    size_t length = strlen(path);
    bool named = length > 6 && strcmp(path + length - 6, ".jsonl") == 0;
    return format->recognises == is_text && named ? reader_format("jsonl") : format;
}

KbStatus reader_open(const char *path, const Format *forced, KbDate date, Reader *reader, KbError *error)
{
    *reader = (Reader){.date = date, .path = path_normalise(path)};
    KbStatus status = input_open(path, &reader->input, error);
    if (status != KB_OK) {
        reader_close(reader);
        return status;
    }
    KbText head = input_peek(&reader->input, HEAD);
    if (reader->input.failure) return refuse(reader, error, "%s", strerror(reader->input.failure));
    const char *binary = binary_kind(head);
    if (binary) return refuse(reader, error, "is %s, not an article", binary);
    reader->format = forced ? forced : detect(head, path);
    if (reader->format->refusal) return refuse(reader, error, "%s", reader->format->refusal);
    if (reader->format->next == reader_jsonl_next) convert_utf16(reader);
    return KB_OK;
}

void reader_open_memory(KbText bytes, const char *path, const Format *format, KbDate date, Reader *reader)
{
    *reader = (Reader){.date = date, .path = path_normalise(path), .format = format};
    input_from_memory(bytes, &reader->input);
}

void reader_close(Reader *reader)
{
    input_close(&reader->input);
    free((char *)(uintptr_t)reader->path.data);
    *reader = (Reader){.input = {.fd = -1, .ended = true}, .done = true};
}

ReadResult reader_next(Reader *reader, Article *article, KbError *error)
{
    *article = (Article){.published = reader->date};
    if (reader->done) return READ_END;
    ReadResult result = reader->format->next(reader, article, error);
    if (result != READ_END) article_set(&article->path, reader->path);
    return result;
}

// ------------------------------------------------------------------------------------------ shared by formats

ReadResult reader_skip(KbError *error, uint64_t offset, const char *format, ...)
{
    *error = (KbError){.status = KB_INVALID, .offset = offset};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return READ_SKIPPED;
}

KbText reader_decode(KbText bytes, uint64_t offset, Article *article)
{
    Buffer text = {0};
    CharsetReport report = charset_decode(bytes, &text);
    if (report.charset == CHARSET_WINDOWS1252)
        article_warn(article, offset + report.first_converted, "not UTF-8: converted from windows-1252");
    if (report.replaced)
        article_warn(article, offset + report.first_replaced, "%zu bad byte%s replaced by U+FFFD", report.replaced,
                     report.replaced == 1 ? "" : "s");
    return buffer_take(&text);
}

// U+FFFD counts as blank: a text of nothing else says nothing.
static bool is_blank(KbText text)
{
    size_t i = 0;
    while (i < text.length) {
        if (isspace((unsigned char)text.data[i]))
            i++;
        else if (text.length - i >= 3 && memcmp(text.data + i, "\xef\xbf\xbd", 3) == 0)
            i += 3;
        else if (text.length - i >= 3 && memcmp(text.data + i, "\xef\xbb\xbf", 3) == 0)
            i += 3;
        else if (text.length - i >= 2 && memcmp(text.data + i, "\xc2\xa0", 2) == 0)
            i += 2;
        else
            return false;
    }
    return true;
}

ReadResult reader_accept(Article *article, KbError *error)
{
    if (is_blank(article->text)) return reader_skip(error, article->offset, "has no text");
    if (article->text.length > READER_TEXT_LIMIT)
        return reader_skip(error, article->offset, "text of %zu bytes is over the limit of %d", article->text.length,
                           READER_TEXT_LIMIT);
    const char *language = language_other_than_english(article->text);
    if (language) return reader_skip(error, article->offset, "not English: looks like %s", language);
    return READ_ARTICLE;
}
