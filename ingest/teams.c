// Teams called by their town.
// SPDX-License-Identifier: MIT
#include "ingest/teams.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ingest/bounds.h"
#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/memory.h"

enum {
    TABLE_NUMBERS = 3, // in a row of a league table
    RESULT_REACH = 30, // tokens from one side of a result to the other
    EVENT_REACH = 2,   // words of an event's name
    TEAM_TOKENS = 3,   // of a name that only its place in a table tells
};

static const char SPORT[] =
    "|match|matches|league|leagues|cup|innings|inning|goal|goals|season|scorer|scorers|championship|tournament|game|"
    "games|"
    "coach|team|teams|club|clubs|wicket|wickets|division|fixtures|standings|rugby|cricket|football|soccer|baseball|"
    "basketball|hockey|points|half-time|striker|goalkeeper|midfielder|batsman|bowler|quarterback|playoff|playoffs|"
    "semifinal|semi-final|overs|runs|stadium|touchdown|penalty|penalties|";
static const char LOCATIVE[] = "|in|at|near|from|of|to|outside|around|through|across|into|toward|towards|between|via|";
static const char AGAINST[] = "|v|v.|vs|vs.|versus|beat|beats|defeated|thrashed|trounced|";
static const char OPPONENT[] = "|v|v.|vs|vs.|versus|against|";
// Whoever plays or works for a team: "the Essex captain".
static const char CREW[] =
    "|captain|coach|skipper|striker|strikers|batsman|batsmen|bowler|bowlers|midfielder|defender|goalkeeper|keeper|"
    "player|players|playmaker|winger|hooker|quarterback|pitcher|pitchers|shortstop|outfielder|teammate|teammates|"
    "seamer|spinner|wicketkeeper|batters|hitters|fans|supporters|squad|";
// "victory over Essex", "a goal for Essex"
static const char OUTCOMES[] =
    "|victory|win|wins|winners|winner|triumph|defeat|defeats|loss|losses|lost|lead|draw|drew|";
static const char FEATS[] =
    "|homer|goal|goals|debut|scored|played|plays|playing|play|pitched|homered|homers|tries|points|runs|";
// What a row of a table begins with that is no team.
static const char NO_TEAM[] =
    "|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|"
    "thursday|friday|saturday|sunday|group|division|round|total|totals|round|day|first|second|third|w|l|d|p|pts|the|"
    "heat|lap|set|test|";
// "U.S. Open", "Atlanta Games": an event, no place.
static const char EVENTS[] = "|open|masters|games|cup|marathon|classic|championship|championships|prix|olympics|";

// Two different words of sport make a text one about it.
bool teams_expected(const Document *d)
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

// "Essex beat Kent", "v Kent"
static bool stand_against(const Document *d, const Mention *left, const Mention *right)
{
    return right->first == left->last + 1 && token_in(d, left->last, AGAINST);
}

// "CHICAGO AT TORONTO", where both are in capitals and end the line: the first is a team, the second where it plays.
static bool plays_at(const Document *d, const Mention *left, const Mention *right)
{
    if (right->first != left->last + 1) return false;
    KbText at = document_slice(d, d->tokens[left->last].start, d->tokens[left->last].end);
    bool ends = right->last >= d->token_count || d->tokens[right->last].space >= SPACE_NEWLINE;
    return kb_text_equal(at, kb_text("AT")) && ends && d->tokens[left->first].space >= SPACE_NEWLINE;
}

// "Essex, Derbyshire and Surrey"
static bool stand_beside(const Document *d, const Mention *left, const Mention *right)
{
    for (uint32_t i = left->last; i < right->first; i++)
        if (!token_in(d, i, "|,|and|or|")) return false;
    return right->first > left->last && right->first - left->last <= 2 && d->tokens[right->first].space == SPACE_BLANK;
}

static bool words_before(const Document *d, const Mention *name, const char *first, const char *second)
{
    return name->first > 1 && token_in(d, name->first - 1, second) && token_in(d, name->first - 2, first);
}

// "Essex 83 and 174", "Kent 108-3": innings.
static bool has_innings(const Document *d, const Mention *name)
{
    uint32_t score = name->last;
    if (!has_score(d, name) || d->tokens[score].space != SPACE_BLANK) return false;
    KbText text = document_slice(d, d->tokens[score].start, d->tokens[score].end);
    return memchr(text.data, '-', text.length) ||
           (score + 1 < d->token_count && token_is(d, score + 1, "and") && is_score(d, score + 2));
}

// "a chance to beat Essex", but not "Smith beat Essex"
static bool is_beaten(const Document *d, const Mention *name)
{
    if (name->first < 2 || !token_in(d, name->first - 1, "|beat|beats|beating|defeated|thrashed|trounced|"))
        return false;
    int32_t winner = document_mention_at(d, name->first - 2);
    return winner < 0 || d->mentions[winner].type != KB_PERSON;
}

static bool plays(const Document *d, const Mention *name)
{
    bool crew =
        name->last < d->token_count && d->tokens[name->last].space == SPACE_BLANK && token_in(d, name->last, CREW);
    return crew || is_beaten(d, name) || has_innings(d, name) || words_before(d, name, FEATS, "|for|") ||
           words_before(d, name, OUTCOMES, "|over|to|by|against|with|");
}

// team[i]: whether name i stands with a result or against another.
static void find_teams(const Document *d, bool *team)
{
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i], *next = name + 1;
        if (!may_be_team(d, name)) continue;
        team[i] = team[i] || is_table_row(d, name) || plays(d, name);
        if (name->first > 0 && token_in(d, name->first - 1, OPPONENT)) team[i] = true;
        if (i + 1 == d->mention_count || !may_be_team(d, next)) continue;
        bool results = next->first - name->last < RESULT_REACH && has_score(d, name) && has_score(d, next);
        if (results || stand_against(d, name, next)) team[i] = team[i + 1] = true;
        if (plays_at(d, name, next)) team[i] = true;
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
    KbText *names = memory_grow(NULL, (d->mention_count + 1) * sizeof *names);
    *count = 0;
    for (size_t i = 0; i < d->mention_count; i++)
        if (team[i]) names[(*count)++] = document_tokens_text(d, d->mentions[i].first, d->mentions[i].last);
    qsort(names, *count, sizeof *names, by_letters);
    return names;
}

// ---------------------------------------------------------------------------------------------- rows of tables

static bool is_word(const Document *d, uint32_t token)
{
    return token_is_capitalized(d, token) && !token_in(d, token, NO_TEAM);
}

// The end of a name that begins at the token: words with a capital, on one line; the token itself: none.
static uint32_t word_end(const Document *d, uint32_t token)
{
    uint32_t end = token;
    while (end < d->token_count && end < token + TEAM_TOKENS && is_word(d, end) &&
           (end == token || d->tokens[end].space <= SPACE_BLANK))
        end++;
    return end;
}

static bool begins_row(const Document *d, uint32_t token)
{
    return token == 0 || d->tokens[token].space >= SPACE_NEWLINE || is_score(d, token - 1) ||
           token_in(d, token - 1, "|:|.|)|-|");
}

static uint32_t scores_end(const Document *d, uint32_t token)
{
    while (is_score(d, token) && d->tokens[token].space <= SPACE_BLANK)
        token++;
    return token;
}

static bool holds_person(const Document *d, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        int32_t name = document_mention_at(d, i);
        if (name >= 0 && d->mentions[name].type == KB_PERSON) return true;
    }
    return false;
}

// "Chonnam 0 2 1", or "Pohang 3 Ulsan 2" whose second side begins at *second.
static bool is_row(const Document *d, uint32_t first, uint32_t last, uint32_t *second)
{
    uint32_t end = scores_end(d, last), other = word_end(d, end);
    *second = end;
    if (end >= last + TABLE_NUMBERS) return true;
    return end == last + 1 && other > end && d->tokens[end].space <= SPACE_BLANK && is_score(d, other) &&
           !holds_person(d, end, other) && first < last;
}

static Mention team_name(const Document *d, uint32_t first, uint32_t last)
{
    Mention name = {
        .first = first, .last = last, .head = last - 1, .kind = KB_NAME, .type = KB_ORGANIZATION, .chain = -1};
    if (!may_be_team(d, &name)) name.type = KB_PLACE;
    return name;
}

// Names that no label gives, or another span: the first cells of rows and both sides of results.
static void add_rows(Document *d)
{
    Mention *names = NULL;
    size_t count = 0, room = 0;
    for (uint32_t i = 0; i < d->token_count;) {
        uint32_t last = word_end(d, i), second;
        bool row = last > i && begins_row(d, i) && is_score(d, last) && !holds_person(d, i, last) &&
                   is_row(d, i, last, &second);
        if (!row) {
            i++;
            continue;
        }
        ARENA_PUSH(d->arena, names, count, room, team_name(d, i, last));
        bool result = second == last + 1;
        if (result) ARENA_PUSH(d->arena, names, count, room, team_name(d, second, word_end(d, second)));
        i = result ? word_end(d, second) : second;
    }
    bounds_replace(d, names, count);
}

bool teams_name_event(const Document *d, const Mention *name, uint32_t limit)
{
    if (limit > name->last + EVENT_REACH) limit = name->last + EVENT_REACH;
    for (uint32_t t = name->last; t < limit && d->tokens[t].space == SPACE_BLANK && is_word(d, t); t++)
        if (token_in(d, t, EVENTS)) return name->type == KB_PLACE || t > name->last;
    return false;
}

static bool is_event(const Document *d, size_t i)
{
    uint32_t limit = i + 1 < d->mention_count ? d->mentions[i + 1].first : (uint32_t)d->token_count;
    return teams_name_event(d, &d->mentions[i], limit);
}

// What an event is called by is no name of its own.
static void drop_events(Document *d)
{
    size_t kept = 0, count = d->mention_count;
    Mention *names = arena_alloc(d->arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        if (!is_event(d, i)) names[kept++] = d->mentions[i];
    d->mentions = names;
    d->mention_count = kept;
}

// ---------------------------------------------------------------------------------------------- types

// "(", a dash or a date: what follows a dateline.
static bool ends_dateline(const Document *d, uint32_t token)
{
    return token < d->token_count &&
           (token_in(d, token, "|(|-|--|–|—|") || isdigit((unsigned char)d->text.data[d->tokens[token].start]));
}

// A dateline, "Leith, Scotland -" too, "Cleveland, Ohio", or after a preposition.
static bool is_place(const Document *d, const Mention *name)
{
    int32_t region = token_is(d, name->last, ",") ? document_mention_at(d, name->last + 1) : -1;
    bool before = region >= 0 && d->mentions[region].type == KB_PLACE && ends_dateline(d, d->mentions[region].last);
    bool dateline = d->tokens[name->first].space >= SPACE_NEWLINE && (before || ends_dateline(d, name->last));
    bool within = token_is(d, name->last, ",") && document_mention_at(d, name->last + 1) >= 0 &&
                  is_us_state(document_tokens_text(d, name->last + 1, name->last + 2));
    return dateline || within || is_located(d, name);
}

// The names of one spelling are one team, but where they are places.
static void share_teams(const Document *d, bool *team)
{
    size_t count;
    KbText *names = list_teams(d, team, &count);
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        KbText text = document_tokens_text(d, name->first, name->last);
        team[i] = team[i] || (may_be_team(d, name) && !is_place(d, name) &&
                              bsearch(&text, names, count, sizeof *names, by_letters));
    }
    free(names);
}

// So are those in a list with a team.
static void share_lists(const Document *d, bool *team)
{
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t n = 0; n + 1 < d->mention_count; n++) {
            size_t i = pass ? d->mention_count - 2 - n : n;
            const Mention *name = &d->mentions[i], *next = name + 1;
            if (team[i] != team[i + 1] && may_be_team(d, name) && may_be_team(d, next) && !is_located(d, name) &&
                stand_beside(d, name, next))
                team[i] = team[i + 1] = true;
        }
    }
}

void teams_find(Document *d)
{
    bool sport = teams_expected(d);
    if (sport) add_rows(d);
    drop_events(d);
    if (!sport) return;
    bool *team = memory_grow(NULL, (d->mention_count + 1) * sizeof *team);
    memset(team, 0, (d->mention_count + 1) * sizeof *team);
    find_teams(d, team);
    share_teams(d, team);
    share_lists(d, team);
    share_teams(d, team);
    for (size_t i = 0; i < d->mention_count; i++)
        if (team[i] && d->mentions[i].type == KB_PLACE) d->mentions[i].type = KB_ORGANIZATION;
    free(team);
}
