// Teams called by their town.
// SPDX-License-Identifier: MIT
#include "ingest/teams.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/memory.h"

enum {
    TABLE_NUMBERS = 3, // in a row of a league table
    RESULT_REACH = 30, // tokens from one side of a result to the other
};

static const char SPORT[] =
    "|match|matches|league|leagues|cup|innings|inning|goal|goals|season|scorer|scorers|championship|tournament|game|"
    "games|"
    "coach|team|teams|club|clubs|wicket|wickets|division|fixtures|standings|rugby|cricket|football|soccer|baseball|"
    "basketball|hockey|points|half-time|striker|goalkeeper|midfielder|batsman|bowler|quarterback|playoff|playoffs|"
    "semifinal|semi-final|overs|runs|stadium|touchdown|penalty|penalties|";
static const char LOCATIVE[] = "|in|at|near|from|of|to|outside|around|through|across|into|toward|towards|between|via|";
static const char AGAINST[] = "|v|v.|vs|vs.|versus|beat|beats|defeated|thrashed|trounced|";

// Two different words of sport make a text one about it.
static bool about_sport(const Document *d)
{
    KbText first = {0};
    for (uint32_t i = 0; i < d->token_count; i++) {
        if (!token_in(d, i, SPORT)) continue;
        if (first.length && !kb_text_equal(first, d->tokens[i].lower)) return true;
        first = d->tokens[i].lower;
    }
    return false;
}

// "3", "108-3", ".556": not a year or a date.
static bool is_score(const Document *d, uint32_t token)
{
    if (token >= d->token_count) return false;
    KbText text = document_slice(d, d->tokens[token].start, d->tokens[token].end);
    size_t digits = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool digit = isdigit((unsigned char)text.data[i]);
        if (!digit && text.data[i] != '-' && text.data[i] != '.') return false;
        digits += digit;
    }
    return digits > 0 && digits < 7 && text.length < 8 && !(digits == 4 && text.length == 4);
}

static bool may_be_team(const Document *d, const Mention *name)
{
    KbText text = document_tokens_text(d, name->first, name->last);
    char lower[64];
    if (name->type != KB_PLACE && name->type != KB_ORGANIZATION) return false;
    if (text.length >= sizeof lower) return false;
    for (size_t i = 0; i < text.length; i++)
        lower[i] = (char)tolower((unsigned char)text.data[i]);
    return !country_by_name((KbText){lower, text.length});
}

static bool is_located(const Document *d, const Mention *name)
{
    return name->first > 0 && d->tokens[name->first].space != SPACE_PARAGRAPH && token_in(d, name->first - 1, LOCATIVE);
}

static bool has_score(const Document *d, const Mention *name)
{
    return is_score(d, name->last) && !is_located(d, name);
}

static bool is_table_row(const Document *d, const Mention *name)
{
    uint32_t numbers = 0;
    while (is_score(d, name->last + numbers))
        numbers++;
    return numbers >= TABLE_NUMBERS;
}

// "Essex beat Kent", "v Kent", "CHICAGO AT TORONTO" where both are in capitals and end the line.
static bool stand_against(const Document *d, const Mention *left, const Mention *right)
{
    if (right->first != left->last + 1) return false;
    if (token_in(d, left->last, AGAINST)) return true;
    KbText at = document_slice(d, d->tokens[left->last].start, d->tokens[left->last].end);
    bool ends = right->last >= d->token_count || d->tokens[right->last].space >= SPACE_NEWLINE;
    return kb_text_equal(at, kb_text("AT")) && ends && d->tokens[left->first].space >= SPACE_NEWLINE;
}

// team[i]: whether name i stands with a result or against another.
static void find_teams(const Document *d, bool *team)
{
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i], *next = name + 1;
        if (!may_be_team(d, name)) continue;
        team[i] = team[i] || is_table_row(d, name);
        if (i + 1 == d->mention_count || !may_be_team(d, next)) continue;
        bool results = next->first - name->last < RESULT_REACH && has_score(d, name) && has_score(d, next);
        if (results || stand_against(d, name, next)) team[i] = team[i + 1] = true;
    }
}

static int by_letters(const void *left, const void *right)
{
    const KbText *a = left, *b = right;
    if (a->length != b->length) return a->length < b->length ? -1 : 1;
    return strncasecmp(a->data, b->data, a->length);
}

// The names that are teams somewhere, sorted; the caller's.
static KbText *list_teams(const Document *d, const bool *team, size_t *count)
{
    KbText *names = memory_grow(NULL, d->mention_count * sizeof *names);
    *count = 0;
    for (size_t i = 0; i < d->mention_count; i++)
        if (team[i]) names[(*count)++] = document_tokens_text(d, d->mentions[i].first, d->mentions[i].last);
    qsort(names, *count, sizeof *names, by_letters);
    return names;
}

// A dateline, "Cleveland, Ohio", or after a preposition.
static bool is_place(const Document *d, const Mention *name)
{
    bool dateline =
        d->tokens[name->first].space >= SPACE_NEWLINE && name->last < d->token_count &&
        (token_in(d, name->last, "|(|-|--|–|—|") || isdigit((unsigned char)d->text.data[d->tokens[name->last].start]));
    bool within = token_is(d, name->last, ",") && document_mention_at(d, name->last + 1) >= 0 &&
                  is_us_state(document_tokens_text(d, name->last + 1, name->last + 2));
    return dateline || within || is_located(d, name);
}

void teams_find(Document *d)
{
    if (d->mention_count == 0 || !about_sport(d)) return;
    bool *team = memory_grow(NULL, d->mention_count * sizeof *team);
    memset(team, 0, d->mention_count * sizeof *team);
    find_teams(d, team);
    size_t count;
    KbText *names = list_teams(d, team, &count);
    for (size_t i = 0; i < d->mention_count; i++) {
        Mention *name = &d->mentions[i];
        KbText text = document_tokens_text(d, name->first, name->last);
        if (name->type != KB_PLACE || !may_be_team(d, name)) continue;
        if (team[i] || (!is_place(d, name) && bsearch(&text, names, count, sizeof *names, by_letters)))
            name->type = KB_ORGANIZATION;
    }
    free(names);
    free(team);
}
