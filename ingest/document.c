// The annotated document: its life, and the few questions that every layer asks of it.
// SPDX-License-Identifier: MIT
#include "ingest/document.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

enum { LONGEST_WORD = 32 }; // of a list

void document_init(Document *document)
{
    *document = (Document){.arena = arena_new()};
}

void document_clear(Document *document)
{
    arena_free(document->arena);
    *document = (Document){0};
}

void document_begin(Document *document, KbText text, KbDate published)
{
    Arena *arena = document->arena;
    arena_clear(arena);
    *document = (Document){.arena = arena, .published = published};
    document->text = arena_text(arena, text.data, text.length);
}

KbText document_slice(const Document *document, uint32_t start, uint32_t end)
{
    assert(start <= end && end <= document->text.length);
    return (KbText){document->text.data + start, end - start};
}

KbText document_tokens_text(const Document *document, uint32_t first, uint32_t last)
{
    if (first >= last) return (KbText){"", 0};
    return document_slice(document, document->tokens[first].start, document->tokens[last - 1].end);
}

size_t document_mentions_from(const Document *document, uint32_t token)
{
    size_t low = 0, high = document->mention_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->mentions[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t document_mention_at(const Document *document, uint32_t token)
{
    size_t after = document_mentions_from(document, token + 1);
    if (!after || document->mentions[after - 1].last <= token) return -1;
    return (int32_t)(after - 1);
}

bool document_mentions_in(const Document *document, const Sentence *sentence, int32_t chain)
{
    for (size_t i = document_mentions_from(document, sentence->first); i < document->mention_count; i++) {
        if (document->mentions[i].first >= sentence->last) return false;
        if (document->mentions[i].chain == chain) return true;
    }
    return false;
}

int32_t document_demonym_at(const Document *document, uint32_t token)
{
    size_t low = 0, high = document->demonym_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->demonyms[middle].token < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < document->demonym_count && document->demonyms[low].token == token ? (int32_t)low : -1;
}

bool token_is(const Document *document, uint32_t token, const char *lower)
{
    if (token >= document->token_count) return false;
    KbText text = document->tokens[token].lower;
    return strlen(lower) == text.length && memcmp(text.data, lower, text.length) == 0;
}

bool token_is_capitalized(const Document *document, uint32_t token)
{
    return token < document->token_count && isupper((unsigned char)document->text.data[document->tokens[token].start]);
}

KbText token_text(const Document *document, uint32_t token)
{
    return document_slice(document, document->tokens[token].start, document->tokens[token].end);
}

bool token_is_capitals(const Document *document, uint32_t token)
{
    KbText text = token_text(document, token);
    for (size_t i = 0; i < text.length; i++)
        if (!isupper((unsigned char)text.data[i])) return false;
    return text.length > 1;
}

bool token_is_pos(const Document *document, uint32_t token, Upos pos)
{
    return token < document->token_count && document->tokens[token].pos == pos;
}

bool token_is_lower(const Document *document, uint32_t token)
{
    if (token >= document->token_count) return false;
    char letter = document->text.data[document->tokens[token].start];
    return letter >= 'a' && letter <= 'z';
}

bool token_has_tree(const Document *document, uint32_t token)
{
    return token < document->token_count && document->tokens[token].dep.length > 0 &&
           document->tokens[token].head < document->token_count;
}

bool features_hold(KbText features, const char *feature)
{
    return features.length && memmem(features.data, features.length, feature, strlen(feature)) != NULL;
}

bool token_is_plural(const Document *document, uint32_t token)
{
    KbText features = document->tokens[token].features;
    return features_hold(features, "Number=Plur");
}

bool word_ends(KbText word, const char *end, size_t before)
{
    size_t length = strlen(end);
    return word.length >= length + before && memcmp(word.data + word.length - length, end, length) == 0;
}

bool word_among(KbText word, const char *words)
{
    char key[LONGEST_WORD + 3] = "|";
    if (!word.length || word.length > LONGEST_WORD || memchr(word.data, '|', word.length)) return false;
    memcpy(key + 1, word.data, word.length);
    memcpy(key + 1 + word.length, "|", 2);
    return strstr(words, key) != NULL;
}
