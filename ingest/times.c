// Time expressions, normalised against the article's date to intervals of days.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "ingest/clause.h"
#include "ingest/pipeline.h"

// ---------------------------------------------------------------------------------------------- the calendar

// Days since 1970-01-01 of a full date, and back (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
static long days_of(KbDate date)
{
    long year = date.year - (date.month <= 2), era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    long of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static KbDate date_of_days(long days)
{
    days += 719468;
    long era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
    long of_years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * of_years + of_years / 4 - of_years / 100), month = (5 * of_year + 2) / 153;
    long civil = month < 10 ? month + 3 : month - 9;
    return (KbDate){(int16_t)(of_years + era * 400 + (civil <= 2)), (uint8_t)civil,
                    (uint8_t)(of_year - (153 * month + 2) / 5 + 1)};
}

static KbDate month_shifted(KbDate date, int months)
{
    int index = date.year * 12 + date.month - 1 + months;
    return (KbDate){(int16_t)(index / 12), (uint8_t)(index % 12 + 1), 0};
}

static unsigned weekday_of(long days) // 0 is Monday
{
    return (unsigned)(((days + 3) % 7 + 7) % 7);
}

// ---------------------------------------------------------------------------------------------- words

static const char *const months[] = {"|january|jan|jan.|",
                                     "|february|feb|feb.|",
                                     "|march|mar|mar.|",
                                     "|april|apr|apr.|",
                                     "|may|",
                                     "|june|jun|jun.|",
                                     "|july|jul|jul.|",
                                     "|august|aug|aug.|",
                                     "|september|sept|sept.|sep|sep.|",
                                     "|october|oct|oct.|",
                                     "|november|nov|nov.|",
                                     "|december|dec|dec.|"};
static const char *const weekdays[] = {"|monday|mon.|",          "|tuesday|tues.|tue.|", "|wednesday|wed.|",
                                       "|thursday|thurs.|thu.|", "|friday|fri.|",        "|saturday|sat.|",
                                       "|sunday|sun.|"};
static const char *const counts[] = {"|a|an|one|1|", "|two|2|couple|", "|three|3|",   "|four|4|",
                                     "|five|5|",     "|six|6|",        "|seven|7|",   "|eight|8|",
                                     "|nine|9|",     "|ten|10|",       "|eleven|11|", "|twelve|12|"};
static const char *const units[] = {"|day|days|", "|week|weeks|", "|month|months|", "|year|years|", "|decade|decades|"};
enum { DAY, WEEK, MONTH, YEAR, DECADE };

static unsigned index_in(const Document *document, uint32_t token, const char *const *tables, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (token_in(document, token, tables[i])) return i + 1;
    return 0;
}
#define INDEX_IN(document, token, tables) index_in((document), (token), (tables), sizeof(tables) / sizeof *(tables))

// "May" and "March" are months only where they are written so and stand as names.
static unsigned month_at(const Document *document, uint32_t token)
{
    unsigned month = INDEX_IN(document, token, months);
    if (!month) return 0;
    char first = document->text.data[document->tokens[token].start];
    if (first < 'A' || first > 'Z') return 0;
    bool doubtful = token_in(document, token, "|may|march|");
    return doubtful && document->tokens[token].pos == POS_AUX ? 0 : month;
}

// A number of up to `digits` digits, -1 where the token is not one; ordinal endings are let go.
static int number_at(const Document *document, uint32_t token, unsigned digits)
{
    if (token >= document->token_count) return -1;
    KbText lower = document->tokens[token].lower;
    unsigned length = 0;
    int value = 0;
    for (; length < lower.length && lower.data[length] >= '0' && lower.data[length] <= '9'; length++) {
        if (length == digits) return -1;
        value = value * 10 + (lower.data[length] - '0');
    }
    KbText rest = {lower.data + length, lower.length - length};
    bool ordinal = rest.length == 2 && digits == 2 && memchr("snrt", rest.data[0], 4);
    return length && (!rest.length || ordinal) ? value : -1;
}

static int year_at(const Document *document, uint32_t token)
{
    int year = number_at(document, token, 4);
    return year >= 1500 && year <= 2100 && document->tokens[token].end - document->tokens[token].start == 4 ? year : -1;
}

// What is spoken of lies ahead: "will meet on Thursday".
static bool looks_ahead(const Document *document, uint32_t token)
{
    const Sentence *sentence = &document->sentences[document->tokens[token].sentence];
    bool ahead = false;
    for (uint32_t i = sentence->first; i < sentence->last && i < token + 16; i++) {
        if (i + 24 < token) continue;
        if (token_in(document, i, "|will|shall|'ll|scheduled|expected|due|plans|planned|upcoming|next|until|"))
            ahead = true;
        if (i < token && token_in(document, i, "|was|were|had|did|said|;|") && !token_in(document, i, "|said|"))
            ahead = false;
    }
    return ahead;
}

// ---------------------------------------------------------------------------------------------- the forms
// Each reads one form at `token`, fills from and to, and returns the tokens taken, 0 where it does not fit.

typedef unsigned (*Form)(const Document *document, uint32_t token, KbDate *from, KbDate *to);

static unsigned one(KbDate date, KbDate *from, KbDate *to, unsigned taken)
{
    *from = *to = date;
    return taken;
}

static unsigned iso_date(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    KbText lower = document->tokens[token].lower;
    if (lower.length == 10 && lower.data[4] == '-' && kb_date_parse(lower, from)) return one(*from, from, to, 1);
    if (year_at(document, token) < 0 || !token_is(document, token + 1, "-") || token + 4 >= document->token_count)
        return 0;
    KbText whole = document_tokens_text(document, token, token + 5);
    return whole.length == 10 && kb_date_parse(whole, from) ? one(*from, from, to, 5) : 0;
}

// A month without its year: the nearest one, ahead or back.
static int year_for_month(const Document *document, uint32_t token, unsigned month, unsigned day)
{
    KbDate now = document->published;
    if (!now.year) return 0;
    bool later = month > now.month || (month == now.month && day > now.day && day);
    bool ahead = looks_ahead(document, token);
    if (token && token_is(document, token - 1, "last")) ahead = false;
    if (ahead) return now.year + (month < now.month ? 1 : 0);
    return now.year - (later ? 1 : 0);
}

// "Feb. 16, 2017" "February 16" "March 2018" "March"
static unsigned month_first(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    unsigned month = month_at(document, token), taken = 1;
    if (!month) return 0;
    int day = number_at(document, token + 1, 2), year = -1;
    if (day < 1 || day > 31) day = 0;
    taken += day > 0;
    uint32_t next = token + taken;
    if (token_is(document, next, ",") && year_at(document, next + 1) > 0) next++;
    year = year_at(document, next);
    if (token_is(document, next, "of") && year_at(document, next + 1) > 0) year = year_at(document, ++next);
    if (year > 0)
        taken = next + 1 - token;
    else
        year = year_for_month(document, token, month, (unsigned)day);
    return year ? one((KbDate){(int16_t)year, (uint8_t)month, (uint8_t)day}, from, to, taken) : 0;
}

// "16 February 2017" "the 16th of February"
static unsigned day_first(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    int day = number_at(document, token, 2);
    uint32_t next = token + 1;
    if (day < 1 || day > 31) return 0;
    if (token_is(document, next, "of")) next++;
    unsigned month = month_at(document, next);
    if (!month) return 0;
    int year = year_at(document, ++next);
    if (year < 0 && token_is(document, next, ","))
        year = year_at(document, next + 1) > 0 ? year_at(document, ++next) : -1;
    unsigned taken = next - token + (year > 0);
    if (year < 0) year = year_for_month(document, token + 1, month, (unsigned)day);
    return year ? one((KbDate){(int16_t)year, (uint8_t)month, (uint8_t)day}, from, to, taken) : 0;
}

static unsigned bare_year(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    int year = year_at(document, token);
    if (year < 0) return 0;
    bool cue = token && token_in(document, token - 1,
                                 "|in|since|from|until|till|to|of|by|after|before|during|early|late|mid|"
                                 "through|and|around|circa|for|(|-|–|between|,|spring|summer|autumn|fall|winter|");
    Upos next = token + 1 < document->token_count ? (Upos)document->tokens[token + 1].pos : POS_PUNCT;
    bool amount = next == POS_NOUN || next == POS_NONE; // "2000 people"
    return cue || !amount ? one((KbDate){(int16_t)year, 0, 0}, from, to, 1) : 0;
}

// "the 1990s"
static unsigned decade(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    KbText lower = document->tokens[token].lower;
    if (lower.length != 5 || lower.data[4] != 's' || lower.data[3] != '0') return 0;
    int year = atoi(lower.data);
    if (year < 1500 || year > 2090) return 0;
    *from = (KbDate){(int16_t)year, 0, 0};
    *to = (KbDate){(int16_t)(year + 9), 0, 0};
    return 1;
}

static unsigned weekday(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    unsigned day = INDEX_IN(document, token, weekdays);
    KbDate now = document->published;
    if (!day || !now.day) return 0;
    long today = days_of(now);
    long back = (long)((weekday_of(today) + 7 - (day - 1)) % 7);
    bool ahead = looks_ahead(document, token), next = token && token_is(document, token - 1, "next");
    bool last = token && token_is(document, token - 1, "last");
    long target = next || (ahead && !last) ? today + (7 - back) % 7 : today - back;
    if (next && target == today) target += 7;
    if (last && target == today) target -= 7;
    return one(date_of_days(target), from, to, 1);
}

static unsigned day_word(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    static const struct {
        const char *words;
        int days;
    } table[] = {{"|today|tonight|", 0}, {"|yesterday|", -1}, {"|tomorrow|", 1}};
    if (!document->published.day) return 0;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (token_in(document, token, table[i].words))
            return one(date_of_days(days_of(document->published) + table[i].days), from, to, 1);
    return 0;
}

static void week_around(long day, KbDate *from, KbDate *to)
{
    *from = date_of_days(day - weekday_of(day));
    *to = date_of_days(day - weekday_of(day) + 6);
}

static unsigned shift(const Document *document, unsigned unit, int by, KbDate *from, KbDate *to, unsigned taken)
{
    KbDate now = document->published;
    if (!now.year || (unit < MONTH && !now.day) || (unit == MONTH && !now.month)) return 0;
    switch (unit) {
    case DAY: *from = *to = date_of_days(days_of(now) + by); break;
    case WEEK: week_around(days_of(now) + 7L * by, from, to); break;
    case MONTH: *from = *to = month_shifted(now, by); break;
    case YEAR: *from = *to = (KbDate){(int16_t)(now.year + by), 0, 0}; break;
    default: *from = *to = (KbDate){(int16_t)(now.year + 10 * by), 0, 0}; break;
    }
    return taken;
}

// "last month" "next year" "this week"
static unsigned relative_unit(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    int by = token_in(document, token, "|last|previous|past|") ? -1
             : token_in(document, token, "|next|coming|")      ? 1
                                                               : 0;
    if (!by && !token_in(document, token, "|this|")) return 0;
    unsigned unit = INDEX_IN(document, token + 1, units);
    if (!unit || token_in(document, token + 1, "|days|weeks|months|years|decades|")) return 0;
    return shift(document, unit - 1, by, from, to, 2);
}

// "two years ago" "three days later" "a month earlier"
static unsigned counted_unit(const Document *document, uint32_t token, KbDate *from, KbDate *to)
{
    unsigned count = INDEX_IN(document, token, counts);
    int number = number_at(document, token, 2);
    if (number > 0) count = (unsigned)number;
    unsigned unit = count ? INDEX_IN(document, token + 1, units) : 0;
    if (!unit || !token_in(document, token + 2, "|ago|")) return 0;
    return shift(document, unit - 1, -(int)count, from, to, 3);
}

static const Form forms[] = {iso_date, month_first, day_first,     decade,      bare_year,
                             weekday,  day_word,    relative_unit, counted_unit};

void stage_times(Worker *worker, Document *document)
{
    (void)worker;
    size_t room = 0;
    document->times = NULL;
    document->time_count = 0;
    for (uint32_t token = 0; token < document->token_count;) {
        TimeSpan span = {.first = token, .last = token};
        int32_t mention = document_mention_at(document, token);
        bool person = mention >= 0 && document->mentions[mention].type == KB_PERSON; // "April Jones"
        for (size_t i = 0; !person && i < sizeof forms / sizeof *forms && span.last == token; i++)
            span.last += forms[i](document, token, &span.from, &span.to);
        if (span.last > token) ARENA_PUSH(document->arena, document->times, document->time_count, room, span);
        token = span.last > token ? span.last : token + 1;
    }
}
