// A question as words: contractions undone, quotations kept whole, possessives apart, each with its place in the line.
// SPDX-License-Identifier: MIT
#include "shell/words.h"

#include <string.h>

// What people type for two words, apostrophe or not.
static const struct {
    const char *typed, *first, *second;
} CONTRACTIONS[] = {
    {"who's", "who", "is"},      {"whos", "who", "is"},      {"what's", "what", "is"},    {"whats", "what", "is"},
    {"where's", "where", "is"},  {"wheres", "where", "is"},  {"when's", "when", "is"},    {"how's", "how", "is"},
    {"he's", "he", "is"},        {"she's", "she", "is"},     {"it's", "it", "is"},        {"that's", "that", "is"},
    {"there's", "there", "is"},  {"they're", "they", "are"}, {"who're", "who", "are"},    {"who've", "who", "have"},
    {"they've", "they", "have"}, {"who'd", "who", "did"},    {"he'd", "he", "had"},       {"she'd", "she", "had"},
    {"isn't", "is", "not"},      {"isnt", "is", "not"},      {"aren't", "are", "not"},    {"arent", "are", "not"},
    {"wasn't", "was", "not"},    {"wasnt", "was", "not"},    {"weren't", "were", "not"},  {"didn't", "did", "not"},
    {"didnt", "did", "not"},     {"doesn't", "does", "not"}, {"doesnt", "does", "not"},   {"don't", "do", "not"},
    {"hasn't", "has", "not"},    {"hasnt", "has", "not"},    {"haven't", "have", "not"},  {"hadn't", "had", "not"},
    {"ain't", "is", "not"},      {"what're", "what", "are"}, {"where'd", "where", "did"}, {"when'd", "when", "did"},
    {"let's", "let", "us"},      {"whom's", "whom", "is"},   {"which's", "which", "is"},
};

// Common slips that are no other word.
static const char *const SLIPS[][2] = {
    {"teh", "the"},   {"hte", "the"}, {"si", "is"},  {"wat", "what"}, {"wich", "which"}, {"whoo", "who"},
    {"waht", "what"}, {"hwo", "who"}, {"u.s", "us"}, {"u.k", "uk"},   {"u.n", "un"},     {"e.u", "eu"},
};

static size_t quote_at(KbText line, size_t at) // length of a double quote, straight or curly
{
    KbText rest = text_slice(line, at, line.length);
    if (text_starts(rest, "\"")) return 1;
    return text_starts(rest, "\xe2\x80\x9c") || text_starts(rest, "\xe2\x80\x9d") ? 3 : 0;
}

static size_t apostrophe_at(KbText line, size_t at)
{
    KbText rest = text_slice(line, at, line.length);
    if (text_starts(rest, "'")) return 1;
    return text_starts(rest, "\xe2\x80\x99") || text_starts(rest, "\xe2\x80\x98") ? 3 : 0;
}

bool words_quotes_close(KbText line)
{
    size_t straight = 0;
    for (size_t i = 0; i < line.length; i++)
        straight += line.data[i] == '"';
    return straight % 2 == 0;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_separator(char c)
{
    return is_space(c) || (c != '\0' && strchr(",;:?!()[]{}", c));
}

static void push(Region *region, Words *words, size_t *room, Word word)
{
    if (words->count == WORDS_LIMIT) {
        words->too_long = true;
        return;
    }
    REGION_PUSH(region, words->items, words->count, *room, word);
}

// Lower case with straight apostrophes; the period of an abbreviation or of the sentence is dropped.
static KbText fold(Region *region, KbText raw)
{
    char *out = region_alloc(region, raw.length + 1, 1);
    size_t length = 0;
    for (size_t at = 0; at < raw.length;) {
        size_t mark = apostrophe_at(raw, at);
        out[length++] = mark ? '\'' : raw.data[at];
        at += mark ? mark : 1;
    }
    while (length > 1 && out[length - 1] == '.')
        length--;
    return text_lower(region, (KbText){out, length});
}

static bool push_contraction(Region *region, Words *words, size_t *room, Word word)
{
    for (size_t i = 0; i < sizeof CONTRACTIONS / sizeof *CONTRACTIONS; i++) {
        if (!text_is(word.lower, CONTRACTIONS[i].typed)) continue;
        word.lower = kb_text(CONTRACTIONS[i].first);
        push(region, words, room, word);
        word.lower = kb_text(CONTRACTIONS[i].second);
        push(region, words, room, word);
        return true;
    }
    return false;
}

static void push_plain(Region *region, Words *words, size_t *room, size_t start, size_t end)
{
    KbText raw = text_slice(words->line, start, end);
    Word word = {.start = (uint32_t)start, .end = (uint32_t)end, .lower = fold(region, raw)};
    for (size_t i = 0; i < sizeof SLIPS / sizeof *SLIPS; i++)
        if (text_is(word.lower, SLIPS[i][0])) word.lower = kb_text(SLIPS[i][1]);
    if (push_contraction(region, words, room, word)) return;
    size_t plain = word.lower.length;
    bool genitive = plain > 2 && (text_ends(word.lower, "'s") || text_ends(word.lower, "s'"));
    if (!genitive) {
        push(region, words, room, word);
        return;
    }
    bool plural = text_ends(word.lower, "s'");
    size_t mark = end - start; // where the apostrophe begins in the line
    while (mark > 0 && !apostrophe_at(raw, mark - 1))
        mark--;
    mark = mark ? mark - 1 : 0;
    word.lower.length -= plural ? 1 : 2;
    word.end = (uint32_t)(start + mark);
    push(region, words, room, word);
    push(region, words, room, (Word){.start = word.end, .end = (uint32_t)end, .lower = kb_text("'s")});
}

Words words_read(Region *region, KbText line)
{
    Words words = {.line = line};
    size_t room = 0, at = 0;
    while (at < line.length && !words.too_long) {
        size_t quote = quote_at(line, at), start = at;
        if (quote) {
            size_t end = at + quote;
            while (end < line.length && !quote_at(line, end))
                end++;
            KbText inner = text_slice(line, at + quote, end);
            Word word = {(uint32_t)at + (uint32_t)quote, (uint32_t)end, text_lower(region, inner), true, false, false};
            if (inner.length) push(region, &words, &room, word);
            at = end < line.length ? end + quote_at(line, end) : end;
            continue;
        }
        while (at < line.length && !is_separator(line.data[at]) && !quote_at(line, at))
            at++;
        if (at > start && !(at - start == 1 && strchr(".-/", line.data[start])))
            push_plain(region, &words, &room, start, at);
        if (at < line.length && is_separator(line.data[at])) at++;
    }
    return words;
}

void words_strip(Words *words)
{
    size_t kept = 0;
    bool gap = false;
    for (size_t i = 0; i < words->count; i++) {
        gap = gap || words->items[i].gap;
        if (words->items[i].taken) {
            gap = true;
            continue;
        }
        words->items[kept] = words->items[i];
        words->items[kept++].gap = gap;
        gap = false;
    }
    words->count = kept;
}

KbText words_text(Region *region, const Words *words, size_t first, size_t last)
{
    KbText parts[WORDS_LIMIT] = {{NULL, 0}};
    size_t count = 0;
    if (last > words->count) last = words->count;
    for (size_t i = first; i < last; i++) {
        const Word *word = &words->items[i];
        if (count && !word->gap) { // keeps commas, quotes and blanks as typed
            parts[count - 1].length = (size_t)(words->line.data + word->end - parts[count - 1].data);
        } else {
            parts[count++] = text_slice(words->line, word->start, word->end);
        }
    }
    KbText text = region_join(region, parts, count, " ");
    if (last - first > 1 && first < last && words->items[last - 1].quoted) return text_trim(text);
    while (text.length && strchr(",.;: ", text.data[text.length - 1]) && !text_ends(text, "r."))
        text.length--;
    return text;
}

bool words_is(const Words *words, size_t at, const char *lower)
{
    return at < words->count && !words->items[at].quoted && text_is(words->items[at].lower, lower);
}
