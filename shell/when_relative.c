// Times that count from the last report: "this month", "since last week", "the past three years", "two days ago".
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/when.h"

static KbText typed_lower(const Words *words, size_t at)
{
    bool there = at < words->count && !words->items[at].quoted;
    if (!there || words->line.data[words->items[at].start] != words->items[at].lower.data[0]) return (KbText){"", 0};
    return words->items[at].lower;
}

static bool read_unit(KbText word, WhenUnit *unit)
{
    static const struct {
        const char *word;
        WhenUnit unit;
    } UNITS[] = {{"day", UNIT_DAY},     {"days", UNIT_DAY},     {"week", UNIT_WEEK}, {"weeks", UNIT_WEEK},
                 {"month", UNIT_MONTH}, {"months", UNIT_MONTH}, {"year", UNIT_YEAR}, {"years", UNIT_YEAR}};
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (text_is(word, UNITS[i].word)) return *unit = UNITS[i].unit, true;
    return false;
}

// "3", "three", "a", "a few"; words used.
static size_t read_count(const Words *words, size_t at, int *count)
{
    static const char *const NUMBERS[] = {"a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    KbText word = typed_lower(words, at);
    int number = 0;
    for (size_t i = 0; i < word.length && i < 4; i++)
        number = word.data[i] >= '0' && word.data[i] <= '9' && number >= 0 ? number * 10 + (word.data[i] - '0') : -1;
    if (word.length && word.length < 4 && number > 0) return *count = number, 1;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
        if (text_is(word, NUMBERS[i])) *count = (int)i + 1;
    if (text_is(word, "one")) *count = 1;
    bool few = text_is(word, "few") || (text_is(word, "a") && text_is(typed_lower(words, at + 1), "few"));
    if (few) return *count = 3, text_is(word, "few") ? 1 : 2;
    return *count ? 1 : 0;
}

// "three years ago": about that long.
static size_t read_ago(const Words *words, size_t at, When *when)
{
    int count = 0;
    size_t used = read_count(words, at, &count);
    if (!used || !read_unit(typed_lower(words, at + used), &when->unit) ||
        !text_is(typed_lower(words, at + used + 1), "ago"))
        return 0;
    when->first = when->last = count;
    return used + 2;
}

// "this month", "last week", "the past three months"
static size_t read_span(const Words *words, size_t at, When *when)
{
    KbText word = typed_lower(words, at);
    bool this = text_is(word, "this") || text_is(word, "current"), past = text_is(word, "past");
    if (!this && !past && !text_is(word, "last") && !text_is(word, "previous")) return 0;
    bool unit = read_unit(typed_lower(words, at + 1), &when->unit);
    if (unit && !past) return when->first = when->last = !this, 2;
    int count = 1;
    size_t used = unit ? 0 : read_count(words, at + 1, &count);
    if ((!used && !unit) || this || !read_unit(typed_lower(words, at + 1 + used), &when->unit)) return 0;
    when->first = count, when->last = 0, when->rolling = true;
    return used + 2;
}

static size_t read_word(const Words *words, size_t at, When *when)
{
    static const struct {
        const char *word;
        When when;
    } SAID[] = {{"yesterday", {.unit = UNIT_DAY, .first = 1, .last = 1}},
                {"recently", {.unit = UNIT_MONTH, .first = 3, .rolling = true}},
                {"lately", {.unit = UNIT_MONTH, .first = 3, .rolling = true}}};
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        if (text_is(typed_lower(words, at), SAID[i].word)) return *when = SAID[i].when, 1;
    return 0;
}

size_t when_relative(const Words *words, size_t at, When *when)
{
    static const char *const LEADS[] = {"in", "during", "over", "within", "from", "of", "for", "on", "since", "as"};
    size_t used = 0, said;
    When read = {.kind = WHEN_UNSAID};
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS && !used; i++)
        used = text_is(typed_lower(words, at), LEADS[i]);
    bool since = used && text_is(typed_lower(words, at), "since");
    if (text_is(typed_lower(words, at + used), "of")) used++; // "as of last week"
    if (text_is(typed_lower(words, at + used), "the")) used++;
    said = read_span(words, at + used, &read);
    if (!said) said = read_ago(words, at + used, &read);
    if (!said) said = read_word(words, at + used, &read);
    if (!said) return 0;
    read.kind = WHEN_RELATIVE;
    read.open = since;
    *when = read;
    return used + said;
}

// ---------------------------------------------------------------------------------------------- resolving

static KbDate days_back(KbDate day, int count)
{
    while (count > 0 && day.day > count)
        return day.day = (uint8_t)(day.day - count), day;
    while (count >= day.day) { // to the last day of the month before
        count -= day.day;
        if (day.month == 1) day.year--;
        day.month = day.month == 1 ? 12 : (uint8_t)(day.month - 1);
        day.day = 0;
        day = when_last_day(day);
    }
    day.day = (uint8_t)(day.day - count);
    return day;
}

static KbDate months_back(KbDate day, int count)
{
    int months = day.year * 12 + day.month - 1 - count;
    KbDate back = {(int16_t)(months / 12), (uint8_t)(months % 12 + 1), 0}, last = when_last_day(back);
    back.day = day.day < last.day ? day.day : last.day;
    return back;
}

static KbDate back_from(KbDate day, WhenUnit unit, int count)
{
    switch (unit) {
    case UNIT_DAY: return days_back(day, count);
    case UNIT_WEEK: return days_back(day, 7 * count);
    case UNIT_MONTH: return months_back(day, count);
    case UNIT_YEAR: break;
    }
    return months_back(day, 12 * count);
}

// The day without its year, on or before `day`.
static When resolve_day(When when, KbDate day)
{
    KbDate date = {day.year, when.from.month, when.from.day};
    if (kb_date_compare(date, day) > 0) date.year--;
    return (When){.kind = WHEN_PERIOD, .from = date, .to = date};
}

When when_resolve(When when, KbDate day)
{
    if (!day.year) return when;
    day = when_last_day(day);
    if (when.kind == WHEN_MONTH && when.from.day) return resolve_day(when, day);
    if (when.kind != WHEN_RELATIVE) return when;
    KbDate from = back_from(day, when.unit, when.first), to = back_from(day, when.unit, when.last);
    bool month = when.unit == UNIT_MONTH && !when.rolling, year = when.unit == UNIT_YEAR && !when.rolling;
    if (when.unit == UNIT_WEEK && !when.rolling) from = days_back(from, 6); // seven days that end then
    if (month || year) from.day = to.day = 0;
    if (year) from.month = to.month = 0;
    return (When){.kind = WHEN_PERIOD, .from = when_first_day(from), .to = when.open ? (KbDate){0} : when_last_day(to)};
}
