// Which way a clause looks in time: back or ahead, by its verbs.
// SPDX-License-Identifier: MIT
#include "ingest/time_tense.h"

#include <string.h>

#include "ingest/clause.h"

enum { REACH_BACK = 24, REACH_ON = 20, AUXILIARIES = 4 };

typedef struct Clausal {
    const Document *document;
    const TimeWord *words;
    size_t count;
    uint32_t sentence;
} Clausal;

static bool inside(const Clausal *clause, size_t word)
{
    return word < clause->count && clause->document->tokens[clause->words[word].first].sentence == clause->sentence;
}

// A verb that tells of the past by its form; without weights, by its ending.
static bool is_past(const Clausal *clause, size_t word)
{
    const Token *token = &clause->document->tokens[clause->words[word].first];
    if (features_hold(token->features, "Tense=Past") && (token->pos == POS_VERB || token->pos == POS_AUX)) return true;
    if (time_word_is(&clause->words[word], W_FINITE_PAST))
        return token->pos == POS_NONE || token->pos == POS_VERB || token->pos == POS_AUX;
    return token->pos == POS_NONE && word_ends(token->lower, "ed", 3) && !word_ends(token->lower, "eed", 3) &&
           !time_word_is(&clause->words[word], W_PLAN);
}

static bool is_ahead_verb(const Clausal *clause, size_t word)
{
    const Token *token = &clause->document->tokens[clause->words[word].first];
    if (!time_word_is(&clause->words[word], W_SCHEDULE)) return false;
    return token->pos == POS_NONE || token->pos == POS_VERB;
}

// "be named", "been named": what stands before the passive decides; "would have gone" is past.
static TimeTense of_participle(const Clausal *clause, size_t word)
{
    for (size_t back = 1; back <= AUXILIARIES && back <= word && inside(clause, word - back); back++) {
        uint32_t token = clause->words[word - back].first;
        if (token_in(clause->document, token, "|be|to|")) return TENSE_UNSAID;
        if (token_in(clause->document, token, "|is|are|'re|am|'s|being|")) return TENSE_UNSAID;
        if (token_in(clause->document, token, "|was|were|had|has|have|been|'ve|")) return TENSE_PAST;
        if (time_word_is(&clause->words[word - back], W_FUTURE)) return TENSE_AHEAD;
    }
    return TENSE_PAST;
}

static bool is_to(const Clausal *clause, size_t word)
{
    return inside(clause, word) && token_is(clause->document, clause->words[word].first, "to");
}

// "is meeting", "are to meet"
static TimeTense of_being(const Clausal *clause, size_t word)
{
    if (!inside(clause, word + 1)) return TENSE_UNSAID;
    const Token *next = &clause->document->tokens[clause->words[word + 1].first];
    bool verb = next->pos == POS_NONE || next->pos == POS_VERB;
    return (verb && word_ends(next->lower, "ing", 3)) || is_to(clause, word + 1) ? TENSE_AHEAD : TENSE_UNSAID;
}

static TimeTense of_word(const Clausal *clause, size_t word)
{
    const TimeWord *at = &clause->words[word];
    if (time_word_is(at, W_PLAN) && !time_word_is(at, W_COMING)) return TENSE_AHEAD;
    if (time_word_is(at, W_FUTURE)) return TENSE_AHEAD;
    if (token_in(clause->document, at->first, "|was|were|") && is_to(clause, word + 1)) return TENSE_AHEAD;
    if (is_past(clause, word)) return of_participle(clause, word);
    if (time_word_is(at, W_BE) && !at->value) return of_being(clause, word);
    if (token_in(clause->document, at->first, "|says|say|")) return TENSE_PAST;
    return is_ahead_verb(clause, word) ? TENSE_AHEAD : TENSE_UNSAID;
}

// "agreed on Monday to buy it", "On Monday they agreed to buy it": the day of agreeing, not of what was agreed.
static bool is_of_agreeing(const Clausal *clause, size_t verb, size_t first)
{
    static const char agreed[] = "|agreed|promised|pledged|vowed|offered|decided|voted|";
    if (!token_in(clause->document, clause->words[verb].first, agreed)) return false;
    for (size_t word = verb + 1; word < first; word++)
        if (is_to(clause, word)) return false;
    for (size_t back = 1; back <= 2 && back <= verb && inside(clause, verb - back); back++)
        if (time_word_is(&clause->words[verb - back], W_BE) || time_word_is(&clause->words[verb - back], W_FUTURE))
            return false;
    return true;
}

// What the preposition alone tells: "since March" lies back, "by March" ahead where no verb says otherwise.
static TimeTense of_preposition(const Clausal *clause, size_t first, bool sure)
{
    if (!first || !inside(clause, first - 1)) return TENSE_UNSAID;
    uint32_t token = clause->words[first - 1].first;
    if (token_is(clause->document, token, "the") && first > 1) token = clause->words[first - 2].first;
    if (token_in(clause->document, token, "|since|")) return TENSE_PAST;
    bool ahead = token_in(clause->document, token, "|by|upcoming|coming|");
    if (token && token_is(clause->document, token, "of") && token_is(clause->document, token - 1, "ahead"))
        ahead = true;
    return !sure && ahead ? TENSE_AHEAD : TENSE_UNSAID;
}

// "is Thursday", "are on Thursday"
static bool follows_being(const Clausal *clause, size_t first)
{
    for (size_t back = 1; back <= 2 && back <= first && inside(clause, first - back); back++) {
        const TimeWord *at = &clause->words[first - back];
        if (time_word_is(at, W_BE)) return !at->value;
        if (!time_word_is(at, W_IN)) return false;
    }
    return false;
}

TimeTense time_tense(const Document *document, const TimeWord *words, size_t count, size_t first, size_t last)
{
    Clausal clause = {document, words, count, document->tokens[words[first].first].sentence};
    TimeTense tense = of_preposition(&clause, first, true);
    if (tense) return tense;
    if (follows_being(&clause, first)) return TENSE_AHEAD;
    for (size_t back = 1; !tense && back <= REACH_BACK && back <= first && inside(&clause, first - back); back++) {
        if (time_word_is(&words[first - back], W_BREAK)) break;
        tense = is_of_agreeing(&clause, first - back, first) ? TENSE_PAST : of_word(&clause, first - back);
    }
    for (size_t on = last; !tense && on < last + REACH_ON && inside(&clause, on); on++) {
        if (time_word_is(&words[on], W_BREAK)) break;
        tense = is_of_agreeing(&clause, on, first) ? TENSE_PAST : of_word(&clause, on);
    }
    return tense ? tense : of_preposition(&clause, first, false);
}
