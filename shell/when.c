// The time a question asks about: "in March 2018", "between 2014 and 2016", "now", "when Ann Poe took office".
// SPDX-License-Identifier: MIT
#include "shell/when.h"

#include <string.h>

static const char *const MONTHS[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};

static const uint8_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// How a preposition turns a date into a period.
typedef enum Reach { REACH_WITHIN, REACH_UNTIL, REACH_SINCE, REACH_BEFORE, REACH_AFTER, REACH_BETWEEN } Reach;
static const struct {
    const char *word;
    Reach reach;
} PREPOSITIONS[] = {
    {"in", REACH_WITHIN},       {"on", REACH_WITHIN},          {"during", REACH_WITHIN},
    {"at", REACH_WITHIN},       {"throughout", REACH_WITHIN},  {"around", REACH_WITHIN},
    {"circa", REACH_WITHIN},    {"until", REACH_UNTIL},        {"till", REACH_UNTIL},
    {"by", REACH_UNTIL},        {"through", REACH_UNTIL},      {"since", REACH_SINCE},
    {"before", REACH_BEFORE},   {"after", REACH_AFTER},        {"between", REACH_BETWEEN},
    {"from", REACH_BETWEEN},    {"as_of", REACH_WITHIN},       {"back_in", REACH_WITHIN},
    {"prior_to", REACH_BEFORE}, {"in_the_year", REACH_WITHIN}, {"in_the_month_of", REACH_WITHIN},
};

// "now" in its many forms; longest first.
static const char *const NOW[] = {
    "at_the_present_time", "at_the_moment", "at_this_time", "as_of_now", "as_of_today", "right_now", "these_days",
    "at_present",          "presently",     "currently",    "nowadays",  "today",       "now",
};

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static uint8_t month_days(int year, int month)
{
    return month == 2 && leap(year) ? 29 : DAYS[month - 1];
}

KbDate when_first_day(KbDate date)
{
    if (date.year && !date.month) date.month = 1;
    if (date.year && !date.day) date.day = 1;
    return date;
}

KbDate when_last_day(KbDate date)
{
    if (date.year && !date.month) date.month = 12;
    if (date.year && !date.day) date.day = month_days(date.year, date.month);
    return date;
}

// Days since 1 March of year 0, after Howard Hinnant's days_from_civil.
static int day_number(KbDate date)
{
    date = when_first_day(date);
    int year = date.year - (date.month <= 2), month = (date.month + 9) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
}

int when_days(KbDate from, KbDate to)
{
    return day_number(to) - day_number(from);
}

static KbDate day_before(KbDate date)
{
    date = when_first_day(date);
    if (date.day > 1) return date.day--, date;
    if (date.month > 1) return date.month--, date.day = month_days(date.year, date.month), date;
    return (KbDate){(int16_t)(date.year - 1), 12, 31};
}

static KbDate day_after(KbDate date)
{
    date = when_last_day(date);
    if (date.day < month_days(date.year, date.month)) return date.day++, date;
    if (date.month < 12) return date.month++, date.day = 1, date;
    return (KbDate){(int16_t)(date.year + 1), 1, 1};
}

static bool number(KbText text, int low, int high, int *value)
{
    if (text.length == 0 || text.length > 4) return false;
    int total = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return false;
        total = total * 10 + (text.data[i] - '0');
    }
    *value = total;
    return total >= low && total <= high;
}

// 1 to 12; abbreviations of three or more letters count ("Sept").
static int month_of(KbText text)
{
    for (int month = 0; month < 12 && text.length >= 3; month++)
        if (text.length <= strlen(MONTHS[month]) && memcmp(text.data, MONTHS[month], text.length) == 0)
            return month + 1;
    return 0;
}

static bool day_of(KbText text, int *day)
{
    static const char *const ENDINGS[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (text.length > 2 && text_ends(text, ENDINGS[i])) text.length -= 2;
    return text.length <= 2 && number(text, 1, 31, day);
}

static bool year_of(KbText text, int *year)
{
    return text.length == 4 && number(text, 1000, 2199, year);
}

static KbText lower_at(const Words *words, size_t at)
{
    return at < words->count && !words->items[at].quoted ? words->items[at].lower : (KbText){"", 0};
}

static KbDate make_date(int year, int month, int day)
{
    return (KbDate){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

// "5 May 2018", "the 5th of May", "5 May"
static size_t read_day_first(const Words *words, size_t at, KbDate *date)
{
    size_t start = at;
    int day, year = 0;
    if (words_is(words, at, "the")) at++;
    if (!day_of(lower_at(words, at), &day)) return 0;
    at++;
    if (words_is(words, at, "of")) at++;
    int month = month_of(lower_at(words, at));
    if (!month) return 0;
    at++;
    if (year_of(lower_at(words, at), &year)) at++;
    *date = make_date(year, month, day);
    return at - start;
}

// "May 5, 2018", "May 2018", "May of 2018", "May"
static size_t read_month_first(const Words *words, size_t at, KbDate *date)
{
    size_t start = at;
    int day = 0, year = 0, month = month_of(lower_at(words, at));
    if (!month) return 0;
    at++;
    if (day_of(lower_at(words, at), &day)) at++;
    if (words_is(words, at, "of")) at++;
    if (year_of(lower_at(words, at), &year))
        at++;
    else if (at > start && words_is(words, at - 1, "of"))
        at--;
    *date = make_date(year, month, day);
    return at - start;
}

// Words used by a date at `at`; 0 when there is none.
static size_t read_date(const Words *words, size_t at, KbDate *date)
{
    KbText word = lower_at(words, at);
    int year;
    if (word.length >= 7 && word.data[4] == '-' && kb_date_parse(word, date)) return 1;
    if (year_of(word, &year)) return *date = make_date(year, 0, 0), 1;
    size_t used = read_day_first(words, at, date);
    return used ? used : read_month_first(words, at, date);
}

// "summer 2018", "the summer of 2018", "early 2018", "the 1990s"
static size_t read_season(const Words *words, size_t at, KbDate *from, KbDate *to)
{
    static const struct {
        const char *word;
        int first, last;
    } SEASONS[] = {{"spring", 3, 5},   {"summer", 6, 8}, {"autumn", 9, 11}, {"fall", 9, 11},
                   {"winter", 12, 12}, {"early", 1, 4},  {"mid", 5, 8},     {"late", 9, 12}};
    size_t start = at;
    int year;
    if (words_is(words, at, "the")) at++;
    KbText word = lower_at(words, at);
    if (word.length == 5 && word.data[4] == 's' && year_of(text_slice(word, 0, 4), &year)) {
        *from = make_date(year, 1, 1), *to = make_date(year + 9, 12, 31);
        return at + 1 - start;
    }
    for (size_t i = 0; i < sizeof SEASONS / sizeof *SEASONS; i++) {
        if (!text_is(word, SEASONS[i].word)) continue;
        at += words_is(words, at + 1, "of") ? 2 : 1;
        if (!year_of(lower_at(words, at), &year)) return 0;
        *from = make_date(year, SEASONS[i].first, 1);
        *to = when_last_day(make_date(year, SEASONS[i].last, 0));
        return at + 1 - start;
    }
    return 0;
}

// Words of "in_the_year" at `at`; 0 when they are not there.
static size_t phrase_at(const Words *words, size_t at, const char *phrase)
{
    size_t used = 0;
    for (const char *part = phrase; *part; used++) {
        size_t length = strcspn(part, "_");
        KbText word = lower_at(words, at + used);
        if (word.length != length || memcmp(word.data, part, length) != 0) return 0;
        part += length + (part[length] == '_');
    }
    return used;
}

static size_t read_now(const Words *words, size_t at)
{
    for (size_t i = 0; i < sizeof NOW / sizeof *NOW; i++) {
        size_t used = phrase_at(words, at, NOW[i]);
        char first = used ? words->line.data[words->items[at].start] : ' ';
        if (used && (at == 0 || first >= 'a')) return used; // "USA Today" is a name
    }
    return 0;
}

static void set_period(When *when, Reach reach, KbDate from, KbDate to)
{
    *when = (When){.kind = WHEN_PERIOD};
    bool begins = reach != REACH_UNTIL && reach != REACH_BEFORE, ends = reach != REACH_SINCE && reach != REACH_AFTER;
    if (begins) when->from = reach == REACH_AFTER ? day_after(to) : when_first_day(from);
    if (ends) when->to = reach == REACH_BEFORE ? day_before(from) : when_last_day(to);
}

// A period after the preposition at `at`; words used in all.
static size_t read_period(const Words *words, size_t at, When *when)
{
    for (size_t i = sizeof PREPOSITIONS / sizeof *PREPOSITIONS; i-- > 0;) {
        size_t used = phrase_at(words, at, PREPOSITIONS[i].word), more;
        if (!used) continue;
        Reach reach = PREPOSITIONS[i].reach;
        KbDate from, to;
        size_t date = read_date(words, at + used, &from);
        to = from;
        if (!date) date = read_season(words, at + used, &from, &to);
        if (!date) continue;
        used += date;
        if (from.year == 0) { // "in June", but not "by May"
            if (reach != REACH_WITHIN) continue;
            *when = (When){.kind = WHEN_MONTH, .from = from};
            return used;
        }
        if (reach == REACH_BETWEEN) {
            bool two = words_is(words, at + used, "and") || words_is(words, at + used, "to") ||
                       words_is(words, at + used, "until") || words_is(words, at + used, "till");
            more = two ? read_date(words, at + used + 1, &to) : 0;
            if (more)
                used += more + 1;
            else
                reach = text_is(words->items[at].lower, "from") ? REACH_SINCE : REACH_WITHIN;
        }
        set_period(when, reach, from, to);
        return used;
    }
    return 0;
}

// A date without a preposition counts at the end only, and when it names a month: "..., March 2018".
static size_t read_bare(const Words *words, size_t at, When *when)
{
    KbDate date;
    size_t used = read_date(words, at, &date);
    if (!used || at == 0 || at + used != words->count || date.year == 0 || date.month == 0) return 0;
    set_period(when, REACH_WITHIN, date, date);
    return used;
}

static bool opens_question(const Words *words, size_t at)
{
    static const char *const OPENERS[] = {"who", "what", "which", "where", "did", "was", "is", "were", "whom"};
    for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++)
        if (words_is(words, at, OPENERS[i])) return true;
    return false;
}

// "... when Ann Poe took office" at the end, or "When Ann Poe took office, who ..." at the start.
static size_t read_clause(Region *region, const Words *words, size_t at, When *when)
{
    if (!words_is(words, at, "when") && !words_is(words, at, "while")) return 0;
    if (at > 0 && words_is(words, at - 1, "since")) return 0;
    size_t end = words->count;
    if (at == 0) {
        if (opens_question(words, 1) || words_is(words, 1, "and") || words_is(words, 1, "does")) return 0;
        for (end = 2; end < words->count && !opens_question(words, end);)
            end++;
        if (end >= words->count) return 0;
    }
    if (end < at + 3 || words_is(words, at + 1, "and")) return 0;
    *when = (When){.kind = WHEN_CLAUSE, .clause = words_text(region, words, at + 1, end)};
    return end - at;
}

static void take(Words *words, size_t at, size_t used)
{
    for (size_t i = at; i < at + used; i++)
        words->items[i].taken = true;
}

When when_read(Region *region, Words *words)
{
    When when = {WHEN_UNSAID};
    for (size_t at = 0; at < words->count && when.kind == WHEN_UNSAID; at++) {
        size_t used = read_period(words, at, &when);
        if (!used) used = when_relative(words, at, &when);
        if (!used) used = read_bare(words, at, &when);
        if (!used) used = read_clause(region, words, at, &when);
        if (!used && (used = read_now(words, at))) when.kind = WHEN_NOW;
        if (used < words->count)
            take(words, at, used);
        else
            when.kind = WHEN_UNSAID;
    }
    return when;
}
