// Parts of speech, settled: by a word's other places in the document, and by its place in the tree.
// SPDX-License-Identifier: MIT
#include "ingest/tags.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"
#include "ingest/title_words.h"

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

// The words of four letters or more that are prepositions, conjunctions, pronouns, determiners or auxiliaries.
static const char CLOSED[] =
    "|aboard|about|above|across|after|against|albeit|alike|along|alongside|although|amid|amidst|among|amongst|"
    "another|anybody|anyone|anything|around|aside|astride|atop|away|barring|because|become|becuse|been|before|"
    "behind|being|below|beneath|beside|besides|between|beyond|board|both|can't|cannot|cause|circa|concerning|"
    "considering|could|coulda|couldn't|despite|does|doing|down|during|each|either|enough|every|everybody|"
    "everyone|everything|except|excepting|excluding|failing|following|from|gets|getting|given|gonna|gotta|half|"
    "hath|have|having|hers|herself|himself|inside|into|itself|lest|like|many|might|mightn|mine|minus|most|much|"
    "must|myself|near|needs|neither|next|nobody|none|nothing|notwithstanding|onto|opposite|other|others|ought|"
    "ours|ourselves|outside|over|past|pending|plus|post|pursuant|quite|regarding|respecting|round|save|shall|"
    "shan|should|shoulda|since|some|somebody|someone|something|such|than|that|thee|their|theirs|them|themselves|"
    "then|there|these|they|thine|this|those|thou|though|through|throughout|thru|thyself|till|together|toward|"
    "towards|under|underneath|unless|unlike|until|unto|upon|used|using|versus|wanna|were|what|whatever|"
    "whatsoever|when|whenever|where|whereas|whereby|wherein|wherever|whether|which|whichever|while|whilst|"
    "whoever|whom|whomever|whose|will|with|within|without|won't|worth|would|woulda|wouldn|y'all|yall|your|youre|"
    "yours|yourself|yourselves|";
enum { SHORT = 4 };

// ---------------------------------------------------------------------------------------------- closed classes

static bool is_closed(Upos pos)
{
    return pos == POS_ADP || pos == POS_AUX || pos == POS_CCONJ || pos == POS_DET || pos == POS_PRON ||
           pos == POS_SCONJ;
}

// Posts, but for those that are verbs as well: "was director" is not "was directing".
static bool is_post(KbText lower)
{
    static const char verbs[] = "|boss|chair|co-chair|coo|designate|elect|head|marshal|minister|monitor|proctor|whip|";
    static const char others[] = "|founder|co-founder|cofounder|officer|editor|spokeswoman|representative|nominee|";
    return word_among(lower, others) || ((title_word(lower) & TITLE_POST) && !word_among(lower, verbs));
}

bool tags_may_be(KbText lower, Upos pos)
{
    if (pos == POS_VERB && is_post(lower)) return false;
    return !is_closed(pos) || lower.length < SHORT || word_among(lower, CLOSED);
}

// ---------------------------------------------------------------------------------------------- forms of verbs

// "accused" and "acting", not "shed", "need" and "bring": a vowel stands before the ending.
static bool has_ending(KbText word, const char *end)
{
    if (!word_ends(word, end, 2)) return false;
    for (size_t i = 0; i + strlen(end) < word.length; i++)
        if (strchr("aeiouy", word.data[i])) return word.data[word.length - strlen(end) - 1] != 'e' || end[0] != 'e';
    return false;
}

bool tags_may_have(const Token *token, KbText features)
{
    KbText word = token->lower;
    if (token->pos != POS_VERB || !features_hold(features, "VerbForm=")) return true;
    bool past = features_hold(features, "Tense=Past"),
         bare = features_hold(features, "VerbForm=Fin") || features_hold(features, "VerbForm=Inf");
    if (has_ending(word, "ing")) return !past && !bare;
    if (has_ending(word, "ed")) return past;
    return !past || !word_ends(word, "s", 2) || word_ends(word, "ss", 1);
}

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
        if (from == POS_VERB && CONTRADICTIONS[i].to == POS_ADV && has_ending(token->lower, "ed")) continue;
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
