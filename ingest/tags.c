// Parts of speech, settled: by a word's other places in the document, and by its place in the tree.
// SPDX-License-Identifier: MIT
#include "ingest/tags.h"

#include <stdlib.h>

#include "ingest/memory.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

// What one other place may say at most.
static const float MOST = 4;

// A word that hangs so, tagged so, is tagged otherwise. POS_NONE: whatever its tag; NULL: whatever the word.
static const struct {
    const char *dep;
    Upos from, to;
    const char *word;
} CONTRADICTIONS[] = {
    {"goeswith", POS_NONE, POS_X, NULL}, // of a word cut in two, all but the first part
    {"aux", POS_VERB, POS_AUX, NULL},    {"punct", POS_SYM, POS_PUNCT, NULL}, {"advmod", POS_INTJ, POS_ADV, NULL},
    {"advmod", POS_VERB, POS_ADV, NULL}, {"case", POS_SCONJ, POS_ADP, NULL},  {"mark", POS_ADP, POS_SCONJ, "with"},
};

// A file's name is a noun, unless it is the last piece of one that was cut.
static const char *const FILES[] = {".csv", ".doc", ".docx", ".exe", ".gif", ".htm", ".html", ".jpeg", ".jpg", ".mp3",
                                    ".pdf", ".png", ".ppt",  ".txt", ".url", ".wav", ".xls",  ".xlsx", ".zip"};
static const char *const PIECES[] = {"flat", "goeswith", "list"};

// ---------------------------------------------------------------------------------------------- one word, one tag

typedef struct Place {
    KbText text;
    size_t token;
    float noun;
} Place;

static int by_text(const void *left, const void *right)
{
    const Place *a = left, *b = right;
    int order = kb_text_compare(a->text, b->text);
    return order ? order : (a->token > b->token) - (a->token < b->token);
}

static float heard(float noun)
{
    return noun > MOST ? MOST : noun < -MOST ? -MOST : noun;
}

static void agree(Document *d, const Place *places, size_t count)
{
    float sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += heard(places[i].noun);
    for (size_t i = 0; i < count; i++) {
        float noun = places[i].noun + (sum - heard(places[i].noun)) / (float)count;
        d->tokens[places[i].token].pos = noun > 0 ? POS_NOUN : POS_PROPN;
    }
}

void tags_agree(Document *d, const float *nouns)
{
    Place *places = memory_grow(NULL, (d->token_count + 1) * sizeof *places);
    size_t count = 0;
    for (size_t i = 0; i < d->token_count; i++)
        if (d->tokens[i].pos == POS_NOUN || d->tokens[i].pos == POS_PROPN)
            places[count++] = (Place){document_slice(d, d->tokens[i].start, d->tokens[i].end), i, nouns[i]};
    qsort(places, count, sizeof *places, by_text);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && kb_text_equal(places[i].text, places[end].text);)
            end++;
        if (end > i + 1) agree(d, places + i, end - i);
    }
    free(places);
}

// ---------------------------------------------------------------------------------------------- tag and tree

static bool is_file(const Token *token)
{
    KbText text = token->lower;
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] == '/' || text.data[i] == '@') return false;
    for (size_t i = 0; i < COUNT(FILES); i++) {
        KbText kind = kb_text(FILES[i]);
        if (text.length <= kind.length) continue;
        if (kb_text_equal((KbText){text.data + text.length - kind.length, kind.length}, kind)) return true;
    }
    return false;
}

static bool is_piece(const Token *token)
{
    for (size_t i = 0; i < COUNT(PIECES); i++)
        if (kb_text_equal(token->dep, kb_text(PIECES[i]))) return true;
    return false;
}

static void settle(Token *token)
{
    for (size_t i = 0; i < COUNT(CONTRADICTIONS); i++) {
        Upos from = CONTRADICTIONS[i].from;
        const char *word = CONTRADICTIONS[i].word;
        if (from != POS_NONE && from != token->pos) continue;
        if (!kb_text_equal(token->dep, kb_text(CONTRADICTIONS[i].dep))) continue;
        if (word && !kb_text_equal(token->lower, kb_text(word))) continue;
        token->pos = CONTRADICTIONS[i].to;
        return;
    }
    bool named = token->pos == POS_X || token->pos == POS_PROPN;
    if (named && token->dep.length && !is_piece(token) && is_file(token)) token->pos = POS_NOUN;
}

void tags_settle(Document *d)
{
    for (size_t i = 0; i < d->token_count; i++)
        settle(&d->tokens[i]);
}
