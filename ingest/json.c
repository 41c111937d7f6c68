// One line of JSON -> the fields of a news article. The only file of kb-ingest that includes jansson.h.
// SPDX-License-Identifier: MIT
#include "ingest/json.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "ingest/memory.h"

static KbStatus fail(KbError *error, uint64_t offset, const char *format, const char *what)
{
    *error = (KbError){.status = KB_INVALID, .offset = offset};
    snprintf(error->text, sizeof error->text, format, what);
    return KB_INVALID;
}

// The string's text with U+FFFD for each NUL, which JSON can spell. The caller's.
static KbText string_text(const json_t *value)
{
    const char *data = json_string_value(value);
    size_t length = json_string_length(value), copied = 0;
    Buffer out = {0};
    for (const char *nul; (nul = memchr(data + copied, '\0', length - copied));) {
        buffer_append(&out, data + copied, (size_t)(nul - data) - copied);
        buffer_append(&out, "\xef\xbf\xbd", 3);
        copied = (size_t)(nul - data) + 1;
    }
    buffer_append(&out, data + copied, length - copied);
    return buffer_take(&out);
}

static bool has_text(const json_t *value)
{
    return json_is_string(value) && json_string_length(value) > 0;
}

// An absent, null or empty field leaves the slot empty.
static void read_field(const json_t *object, const char *name, uint64_t offset, Article *article, KbText *slot)
{
    const json_t *value = json_object_get(object, name);
    char number[32];
    if (has_text(value)) {
        *slot = string_text(value);
    } else if (json_is_integer(value) && strcmp(name, "id") == 0) {
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        article_set(slot, kb_text(number));
    } else if (value && !json_is_null(value) && !json_is_string(value)) {
        article_warn(article, offset, "field \"%s\" is not a string: ignored", name);
    }
}

static void read_date(const json_t *object, uint64_t offset, Article *article)
{
    const json_t *value = json_object_get(object, "date_publish");
    if (!value || json_is_null(value) || (json_is_string(value) && json_string_length(value) == 0)) return;
    article->published = (KbDate){0};
    KbDate date;
    KbText text = {json_string_value(value), json_string_length(value)};
    if (json_is_string(value) && kb_date_parse(text, &date))
        article->published = date;
    else
        article_warn(article, offset, "field \"date_publish\" is no date: ignored");
}

static KbStatus read_text(const json_t *object, uint64_t offset, Article *article, KbError *error)
{
    static const char *const names[] = {"text", "maintext"};
    const char *present = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const json_t *value = json_object_get(object, names[i]);
        if (value && !present) present = names[i];
        if (!json_is_string(value)) continue;
        article->text = string_text(value);
        return KB_OK;
    }
    if (!present) return fail(error, offset, "has no field \"%s\"", names[0]);
    bool null = json_is_null(json_object_get(object, present));
    return fail(error, offset, null ? "field \"%s\" is null" : "field \"%s\" is not a string", present);
}

KbStatus json_read_article(KbText line, uint64_t offset, Article *article, KbError *error)
{
    json_error_t problem;
    json_t *object = json_loadb(line.data, line.length, JSON_ALLOW_NUL, &problem);
    if (!object) return fail(error, offset + (uint64_t)problem.position, "bad JSON: %s", problem.text);
    KbStatus status = KB_OK;
    if (!json_is_object(object)) status = fail(error, offset, "is not %s", "a JSON object");
    if (status == KB_OK) {
        read_field(object, "id", offset, article, &article->id);
        read_field(object, "url", offset, article, &article->url);
        read_field(object, "source_domain", offset, article, &article->source);
        read_field(object, "title", offset, article, &article->title);
        read_date(object, offset, article);
        status = read_text(object, offset, article, error);
    }
    json_decref(object);
    return status;
}
