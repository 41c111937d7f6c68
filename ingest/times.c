// Time expressions, normalised against the article's date to intervals of days.
// SPDX-License-Identifier: MIT
//
//   words -> [prefix] form -> period        "the end of" + "last year" -> 2016 -> 2016-12
//
// A form is a row of kinds of words and a meaning: the function that turns the words into a period, or finds that they
// mean none. Of the forms that fit at a word the longest counts. The values follow TIMEX3, as intervals.
#include <string.h>

#include "ingest/clause.h"
#include "ingest/pipeline.h"
#include "ingest/time_tense.h"

enum { FORM_WORDS = 8, OPTIONAL = 0x80, MONEY_REACH = 24, DATELINE = 10, HEADING = 150, CANDIDATES = 8 };
enum { FAR_AHEAD = 120 }; // days
#define OPT(kind) ((uint8_t)((kind) | OPTIONAL))

typedef struct Times {
    Document *document;
    const TimeWord *words;
    size_t count;
    KbDate now;        // the article's; year 0: unknown
    Period told, near; // last calendar date before, last time of any kind; year 0: none
    Period before;     // the time that ends at word `before_end`
    size_t before_end;
    bool before_dated; // it names its year
} Times;

typedef struct Match {
    const Times *times;
    size_t start;       // word: of the prefix, if any
    size_t first, last; // words, last exclusive
    bool prefixed;
    uint8_t at[W_KINDS], again[W_KINDS]; // 1 + word from first that matched the kind, and the last such; 0 none
} Match;

typedef bool (*Meaning)(const Match *match, Period *period);

// ---------------------------------------------------------------------------------------------- reading a match

static bool has(const Match *match, TimeKind kind)
{
    return match->at[kind] != 0;
}

static const TimeWord *word_at(const Match *match, TimeKind kind)
{
    return &match->times->words[match->first + match->at[kind] - 1];
}

static int value(const Match *match, TimeKind kind)
{
    return has(match, kind) ? word_at(match, kind)->value : 0;
}

// Of the last word of the kind.
static int again(const Match *match, TimeKind kind)
{
    return match->again[kind] ? match->times->words[match->first + match->again[kind] - 1].value : 0;
}

static const TimeWord *after(const Match *match, size_t distance)
{
    size_t word = match->last + distance;
    return &match->times->words[word < match->times->count ? word : match->times->count];
}

static const TimeWord *word_before(const Match *match, size_t distance)
{
    const Times *times = match->times;
    return &times->words[match->start > distance ? match->start - 1 - distance : times->count];
}

static bool is_word(const Match *match, const TimeWord *word, const char *words)
{
    return word->last > word->first && token_in(match->times->document, word->first, words);
}

static bool same_date(KbDate a, KbDate b)
{
    return kb_date_compare(a, b) == 0;
}

static bool one(KbDate date, Period *period)
{
    *period = (Period){date, date};
    return calendar_valid(date);
}

static KbDate date_of(long year, int month, int day)
{
    bool known = year > 0 && year <= CALENDAR_LAST;
    return (KbDate){known ? (int16_t)year : 0, (uint8_t)month, (uint8_t)day};
}

static TimeTense tense_of(const Match *match)
{
    return time_tense(match->times->document, match->times->words, match->times->count, match->start, match->last);
}

// "'98" in an article of 2017 is 1998, "'05" is 2005.
static int full_year(const Match *match, int short_year)
{
    int last = match->times->now.year ? match->times->now.year + 1 : 2030;
    return 2000 + short_year <= last ? 2000 + short_year : 1900 + short_year;
}

static int year_of(const Match *match)
{
    if (has(match, W_YEAR)) return value(match, W_YEAR);
    return has(match, W_SHORT_YEAR) ? full_year(match, value(match, W_SHORT_YEAR)) : 0;
}

// ---------------------------------------------------------------------------------------------- what comes every year

typedef bool (*Yearly)(const Match *match, int year, Period *period);
typedef enum Pick { PICK_PAST, PICK_AHEAD, PICK_LAST, PICK_THIS, PICK_NEXT, PICK_NEAREST } Pick;

static bool month_in(const Match *match, int year, Period *period)
{
    int day = has(match, W_DAY) ? value(match, W_DAY) : 0;
    return one(date_of(year, value(match, W_MONTH), day), period);
}

static bool holiday_in(const Match *match, int year, Period *period)
{
    return time_holiday((int16_t)value(match, W_HOLIDAY), year, period);
}

static bool season_in(const Match *match, int year, Period *period)
{
    int month = 3 * value(match, W_SEASON); // winter begins in December
    period->from = date_of(year, month, 0);
    period->to = month == 12 ? date_of(year + 1, 2, 0) : date_of(year, month + 2, 0);
    return period->from.year && period->to.year;
}

static bool quarter_in(const Match *match, int year, Period *period)
{
    int quarter = has(match, W_QUARTER) ? value(match, W_QUARTER) : value(match, W_ORDINAL);
    return quarter >= 1 && quarter <= 4 && calendar_unit(date_of(year, 3 * quarter, 0), UNIT_QUARTER, 0, period);
}

static long distance(Period period, KbDate base)
{
    if (calendar_last(period.to) < calendar_first(base)) return calendar_first(base) - calendar_last(period.to);
    if (calendar_first(period.from) > calendar_last(base)) return calendar_first(period.from) - calendar_last(base);
    return 0;
}

static bool fits(const Match *match, Period period, Pick pick, KbDate base)
{
    long first = calendar_first(period.from), last = calendar_last(period.to);
    bool whole = has(match, W_WEEKDAY) && period.from.day;
    if (whole && (int)calendar_weekday(first) + 1 != value(match, W_WEEKDAY)) return false;
    switch (pick) {
    case PICK_PAST: return first <= calendar_last(base);
    case PICK_AHEAD: return last >= calendar_first(base);
    case PICK_LAST: return last < calendar_first(base);
    case PICK_NEXT: return first > calendar_last(base);
    case PICK_THIS: return distance(period, base) == 0 || period.from.year == base.year;
    default: return true;
    }
}

// The occurrence nearest to the date of those that fit; leap days need more than the neighbouring years.
static bool choose(const Match *match, Yearly yearly, Pick pick, KbDate base, Period *period)
{
    long best = -1;
    if (!base.year || !base.month) return false;
    for (int year = base.year - CANDIDATES; year <= base.year + CANDIDATES; year++) {
        Period found;
        if (!yearly(match, year, &found) || !fits(match, found, pick, base)) continue;
        long away = distance(found, base);
        if (best >= 0 && away >= best) continue;
        best = away;
        *period = found;
    }
    return best >= 0;
}

// "BAKU, Feb. 16 (Reuters) -": the day of writing, whatever the verbs say.
static bool is_dateline(const Match *match)
{
    const Document *document = match->times->document;
    if (!has(match, W_DAY) || !is_word(match, after(match, 0), "|(|-|–|—|--|")) return false;
    uint32_t token = match->times->words[match->start].first;
    for (uint32_t back = 0; back < DATELINE && back <= token; back++)
        if (document->tokens[token - back].space == SPACE_PARAGRAPH) return true;
    return false;
}

static bool is_in_capitals(const Document *document, uint32_t token)
{
    const Token *word = &document->tokens[token];
    bool capital = word->end - word->start > 2;
    for (uint32_t i = word->start; i < word->end; i++)
        capital = capital && document->text.data[i] >= 'A' && document->text.data[i] <= 'Z';
    return capital;
}

// A line of the heading that is nothing but a date: "March 4, 2019", "Published: Monday, 4 March 2019", "2019-03-04",
// or one behind who wrote or prints it: "By Jane Doe, March 4, 2019", "The Herald, March 4, 2019".
static bool is_date_line(const Match *match)
{
    enum { TOP = 60 };
    static const char before[] =
        "|published|updated|posted|dated|date|on|:|,|-|–|—|--|·|monday|tuesday|wednesday|thursday|"
        "friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|";
    const Document *document = match->times->document;
    uint32_t first = match->times->words[match->start].first;
    const TimeWord *next = after(match, 0);
    bool ends = !next->last || document->tokens[next->first].space >= SPACE_NEWLINE;
    if (!ends || first > TOP) return false;
    while (first > 0 && document->tokens[first].space < SPACE_NEWLINE && token_in(document, first - 1, before))
        first--;
    uint32_t line = first;
    while (line > 0 && first - line < DATELINE && document->tokens[line].space < SPACE_NEWLINE)
        line--;
    uint32_t name = line + token_in(document, line, "|by|the|");
    int32_t at = document_mention_at(document, name);
    bool alone = at >= 0 && document->mentions[at].last == first; // what stands between is stepped over already
    return line == first || (at >= 0 && (alone || token_is(document, line, "by")));
}

// "Vienna, June 9, 1955 -", "LEEDS, England (14 February 2024) -": after a place that begins the paragraph.
static bool dates_the_article(const Match *match)
{
    const Document *document = match->times->document;
    bool whole = has(match, W_MONTH) && has(match, W_DAY) && has(match, W_YEAR);
    if ((whole || has(match, W_DATE)) && is_date_line(match)) return true;
    if (!whole) return false;
    size_t at = is_word(match, after(match, 0), "|)|");
    if (!is_word(match, after(match, at), at ? "|-|–|—|--|" : "|(|-|–|—|--|")) return false;
    uint32_t date = match->times->words[match->start].first, first = date;
    while (first > 0 && document->tokens[first].space < SPACE_NEWLINE && date - first <= DATELINE)
        first--;
    if (first == date || date - first > DATELINE) return false;
    size_t mention = document_mentions_from(document, first);
    bool named = mention < document->mention_count && document->mentions[mention].first == first;
    bool place = named ? document->mentions[mention].type == KB_PLACE : is_in_capitals(document, first);
    return place && !token_in(document, date - 1, "|on|since|until|");
}

// "from March to June 2015": the year of the other end.
static int year_of_partner(const Match *match)
{
    const TimeWord *words = after(match, 0);
    if (!time_word_is(words, W_TO)) return 0;
    size_t at = 1;
    if (time_word_is(after(match, at), W_DAY)) at++;
    if (!time_word_is(after(match, at), W_MONTH)) return 0;
    int month = after(match, at++)->value;
    if (time_word_is(after(match, at), W_DAY)) at++;
    if (time_word_is(after(match, at), W_COMMA)) at++;
    if (!time_word_is(after(match, at), W_YEAR)) return 0;
    return after(match, at)->value - (value(match, W_MONTH) > month);
}

// "March 2015 to June": on from the date that the range begins with.
static bool continues_range(const Match *match)
{
    const Times *times = match->times;
    return times->before_dated && times->before_end + 1 == match->start && times->before.from.month &&
           time_word_is(word_before(match, 0), W_TO);
}

static Pick pick_by_tense(const Match *match)
{
    return tense_of(match) == TENSE_AHEAD ? PICK_AHEAD : PICK_PAST;
}

// The attacks of 2001 are called by their day.
static bool is_september_11(const Match *match)
{
    size_t at = time_word_is(after(match, 0), W_COMMA);
    return has(match, W_DAY) && value(match, W_MONTH) == 9 && value(match, W_DAY) == 11 &&
           is_word(match, after(match, at), "|attacks|attack|terror|terrorist|terrorists|hijackers|hijackings|");
}

// "from March 1", "effective March 1", said a little before or after; "until May" where no verb tells.
static bool takes_effect(const Match *match)
{
    const TimeWord *before = word_before(match, 0);
    if (is_word(match, before, "|from|effective|starting|beginning|")) return !time_word_is(after(match, 0), W_TO);
    return is_word(match, before, "|until|till|through|") && tense_of(match) == TENSE_UNSAID;
}

// "Feb. 30, 2011" holds no month alone, "In May 20 people died" no day.
static bool day_is_left_over(const Match *match)
{
    bool year = time_word_is(after(match, time_word_is(after(match, 0), W_COMMA)), W_YEAR);
    bool day = time_word_is(after(match, 0), W_DAY) && !time_word_is(after(match, 1), W_AMOUNT);
    return has(match, W_DAY) ? year || time_word_is(after(match, 0), W_AMOUNT) : day;
}

static bool month_without_year(const Match *match, Period *period)
{
    if (day_is_left_over(match)) return false;
    int year = year_of_partner(match);
    if (year) return month_in(match, year, period);
    if (continues_range(match) && choose(match, month_in, PICK_NEXT, match->times->before.from, period)) return true;
    if (is_september_11(match)) return month_in(match, 2001, period);
    bool nearest = has(match, W_WEEKDAY) || is_dateline(match) || takes_effect(match);
    Pick pick = nearest ? PICK_NEAREST : pick_by_tense(match);
    bool found = choose(match, month_in, pick, match->times->now, period);
    // "the acting secretary from Jan. 1, withdrew" of July: what begins later than that has its year.
    if (found && takes_effect(match) && calendar_first(period->from) > calendar_last(match->times->now) + FAR_AHEAD)
        found = choose(match, month_in, PICK_PAST, match->times->now, period);
    if (found) return true;
    Match other = *match; // no year near has that day of the week
    other.at[W_WEEKDAY] = 0;
    return nearest && choose(&other, month_in, pick_by_tense(match), match->times->now, period);
}

static bool season_without_year(const Match *match, Period *period)
{
    bool the = is_word(match, &match->times->words[match->first], "|the|");
    const TimeWord *cue = word_before(match, 0);
    bool autumn = is_word(match, word_at(match, W_SEASON), "|fall|");
    if (!match->prefixed && !is_word(match, cue, "|in|by|during|since|until|till|over|for|from|through|before|after|"))
        return false;
    if (autumn && !(the && (match->prefixed || is_word(match, cue, "|in|by|during|over|")))) return false;
    if (is_word(match, after(match, 0), "|of|") || is_word(match, word_at(match, W_SEASON), "|spring|") > the)
        return false;
    return choose(match, season_in, pick_by_tense(match), match->times->now, period);
}

static bool holiday_without_year(const Match *match, Period *period)
{
    const TimeWord *next = after(match, 0);
    bool cue = match->prefixed ||
               is_word(match, word_before(match, 0),
                       "|on|at|by|before|after|since|until|till|over|for|during|around|of|from|this|every|");
    bool noun = is_word(match, next,
                        "|tree|trees|card|cards|carol|carols|gift|gifts|present|presents|shopping|party|"
                        "season|market|markets|lights|song|songs|dinner|island|sales|bonus|special|spirit|");
    Upos pos = next->last > next->first ? (Upos)match->times->document->tokens[next->first].pos : POS_NONE;
    if (time_holiday_needs_cue((int16_t)value(match, W_HOLIDAY)) && (!cue || noun || pos == POS_NOUN)) return false;
    return choose(match, holiday_in, pick_by_tense(match), match->times->now, period);
}

static bool about_money(const Match *match)
{
    static const char money[] =
        "|profit|profits|sales|revenue|revenues|earnings|growth|gdp|economy|income|loss|losses|net|%|"
        "percent|$|€|£|billion|million|results|output|exports|imports|inflation|shipments|deliveries|"
        "orders|shares|investors|analysts|";
    const Document *document = match->times->document;
    uint32_t token = match->times->words[match->start].first, sentence = document->tokens[token].sentence;
    uint32_t from = token > MONEY_REACH ? token - MONEY_REACH : 0;
    for (uint32_t i = from; i < token + MONEY_REACH && i < document->token_count; i++)
        if (document->tokens[i].sentence == sentence && token_in(document, i, money)) return true;
    return false;
}

// "the third quarter": of a year where money is spoken of, not of a game.
static bool quarter_without_year(const Match *match, Period *period)
{
    if (has(match, W_UNIT) && value(match, W_UNIT) != UNIT_QUARTER) return false;
    if (is_word(match, word_before(match, 0), "|fiscal|") || is_word(match, after(match, 0), "|of|") ||
        !about_money(match))
        return false;
    return choose(match, quarter_in, pick_by_tense(match), match->times->now, period);
}

// ---------------------------------------------------------------------------------------------- times told before

static bool usable(Period anchor, TimeUnit unit)
{
    return anchor.from.year && (unit > UNIT_FORTNIGHT || anchor.from.day) && (unit > UNIT_QUARTER || anchor.from.month);
}

// The time that "later" and "the following" count from: for years the last calendar date, for days the last day told.
static const Period *anchor_of(const Match *match, TimeUnit unit)
{
    const Times *times = match->times;
    const Period *first = unit <= UNIT_FORTNIGHT ? &times->near : &times->told;
    const Period *second = unit <= UNIT_FORTNIGHT ? &times->told : &times->near;
    return usable(*first, unit) ? first : usable(*second, unit) ? second : NULL;
}

// A later time that has not come yet must be said to come.
static bool may_be(const Match *match, Period period)
{
    KbDate now = match->times->now;
    if (!now.year || calendar_first(period.from) <= calendar_last(now)) return true;
    return tense_of(match) == TENSE_AHEAD;
}

// So many units from the time told before; quarters and seasons keep their months over years.
static bool from_anchor(const Match *match, TimeUnit unit, long by, bool whole, Period *period)
{
    const Period *anchor = anchor_of(match, unit);
    Period now = {match->times->now, match->times->now};
    if (!anchor && by < 0) anchor = &now;
    if (!anchor) return false;
    bool season =
        unit == UNIT_YEAR && !whole && !same_date(anchor->from, anchor->to) && anchor->from.month && !anchor->from.day;
    if (season) {
        *period = *anchor;
        period->from = date_of(anchor->from.year + by, anchor->from.month, 0);
        period->to = date_of(anchor->to.year + by, anchor->to.month, 0);
        return period->from.year && period->to.year && may_be(match, *period);
    }
    bool found = whole ? calendar_unit(anchor->from, unit, by, period) : calendar_shift(anchor->from, unit, by, period);
    return found && may_be(match, *period);
}

static TimeUnit unit_of(const Match *match)
{
    return (TimeUnit)value(match, has(match, W_UNITS) ? W_UNITS : W_UNIT);
}

// "the following month" "that year" "the same day"
static bool anchored_unit(const Match *match, Period *period)
{
    return from_anchor(match, unit_of(match), value(match, W_ANCHORED), true, period);
}

// "two years earlier" "a day later"
static bool earlier_by(const Match *match, Period *period)
{
    int sign = has(match, W_EARLIER) ? value(match, W_EARLIER) : value(match, W_BEFORE) ? 1 : -1;
    int count = has(match, W_COUNT) ? value(match, W_COUNT) : 1;
    return from_anchor(match, unit_of(match), (long)sign * count, false, period);
}

// "the day before." "two years after,": before a noun it would count from what that tells.
static bool earlier_by_at_end(const Match *match, Period *period)
{
    const TimeWord *next = after(match, 0);
    bool end = next->last == next->first || is_word(match, next, "|.|,|;|)|!|?|and|but|when|");
    return end && earlier_by(match, period);
}

static bool anchored_night(const Match *match, Period *period)
{
    int by = has(match, W_ANCHORED) ? value(match, W_ANCHORED) : 1;
    return from_anchor(match, UNIT_DAY, by, true, period);
}

static bool anchored_weekday(const Match *match, Period *period)
{
    const Period *anchor = anchor_of(match, UNIT_DAY);
    int by = value(match, W_ANCHORED), weekday = value(match, W_WEEKDAY) - 1;
    if (!anchor || !by) return false;
    long day = calendar_first(anchor->from), ahead = (weekday + 7 - (int)calendar_weekday(day)) % 7;
    return one(calendar_date(by > 0 ? day + (ahead ? ahead : 7) : day + ahead - 7), period);
}

static bool anchored_month(const Match *match, Period *period)
{
    const Period *anchor = anchor_of(match, UNIT_YEAR);
    int by = value(match, W_ANCHORED);
    if (!anchor || !by) return false;
    if (!anchor->from.month) return month_in(match, anchor->from.year + by, period);
    return choose(match, month_in, by > 0 ? PICK_NEXT : PICK_LAST, anchor->from, period);
}

// ---------------------------------------------------------------------------------------------- the article's date

static bool ends_with_of(const Match *match)
{
    return is_word(match, after(match, 0), "|of|");
}

// "last month" "next year" "this week"
static bool relative_unit(const Match *match, Period *period)
{
    TimeUnit unit = unit_of(match);
    int by = has(match, W_COMING) ? 1 : value(match, W_RELATIVE);
    bool the = is_word(match, &match->times->words[match->first], "|the|");
    if (ends_with_of(match)) return false;
    if (by > 0 && unit == UNIT_DAY) return from_anchor(match, unit, 1, true, period);
    if (unit == UNIT_DAY || (by < 0 && the && unit != UNIT_QUARTER)) return false; // "the last week": seven days
    if (by > 0 && the && !is_word(match, word_before(match, 0), "|in|over|within|during|for|through|"))
        return from_anchor(match, unit, 1, true, period) || calendar_unit(match->times->now, unit, 1, period);
    return calendar_unit(match->times->now, unit, by, period);
}

// The date so many units away that begins or ends a stretch of time: weeks are counted in days.
static bool stretch_end(const Match *match, long count, KbDate *date)
{
    TimeUnit unit = unit_of(match);
    Period period;
    if (unit == UNIT_WEEK || unit == UNIT_FORTNIGHT) count *= unit == UNIT_WEEK ? 7 : 14, unit = UNIT_DAY;
    if (!calendar_shift(match->times->now, unit, count, &period)) return false;
    *date = period.from;
    return true;
}

// "the past two years" "the last month" "the next three weeks"
static bool stretch(const Match *match, Period *period)
{
    bool ahead = !has(match, W_PAST);
    int count = has(match, W_COUNT) ? value(match, W_COUNT) : 1;
    *period = (Period){match->times->now, match->times->now};
    if (!match->times->now.year || ends_with_of(match)) return false;
    return ahead ? stretch_end(match, count, &period->to) : stretch_end(match, -count, &period->from);
}

static bool ago(const Match *match, Period *period)
{
    return calendar_shift(match->times->now, unit_of(match), -(long)value(match, W_COUNT), period);
}

// "a year ago this week" "two years ago today"
static bool ago_exactly(const Match *match, Period *period)
{
    KbDate now = match->times->now;
    TimeUnit unit = has(match, W_UNITS) ? (TimeUnit)value(match, W_UNITS) : (TimeUnit)value(match, W_UNIT);
    if (unit != UNIT_YEAR || !now.day || value(match, W_RELATIVE) || value(match, W_DAY_WORD)) return false;
    KbDate month = date_of(now.year - value(match, W_COUNT), now.month, 0);
    if (!calendar_valid(month)) return false;
    long day = calendar_first(month) + now.day - 1, last = calendar_last(month);
    KbDate then = calendar_date(day < last ? day : last);
    return calendar_unit(then, has(match, W_DAY_WORD) ? UNIT_DAY : (TimeUnit)again(match, W_UNIT), 0, period);
}

// "two and a half years ago" "half a year ago"
static bool ago_by_halves(const Match *match, Period *period)
{
    bool only_half = match->at[W_HALF] == 1;
    int count = only_half ? 0 : value(match, W_COUNT);
    return unit_of(match) == UNIT_YEAR && calendar_shift(match->times->now, UNIT_MONTH, -(12L * count + 6), period);
}

// "two weeks from now" "in a year's time"
static bool from_now(const Match *match, Period *period)
{
    long days = has(match, W_DAY_WORD) ? value(match, W_DAY_WORD) : 0;
    Period base;
    if (days && !calendar_shift(match->times->now, UNIT_DAY, days, &base)) return false;
    return calendar_shift(days ? base.from : match->times->now, unit_of(match), value(match, W_COUNT), period);
}

static bool day_word(const Match *match, Period *period)
{
    int by = has(match, W_DAY_WORD) ? value(match, W_DAY_WORD) : value(match, W_RELATIVE); // "last night"
    if (has(match, W_UNIT) && value(match, W_UNIT) != UNIT_DAY) return false;
    if (has(match, W_BEFORE)) by += value(match, W_BEFORE) ? 1 : -1; // "the day before yesterday"
    return calendar_unit(match->times->now, UNIT_DAY, by, period);
}

static bool unit_before_last(const Match *match, Period *period)
{
    int by = value(match, W_RELATIVE) * 2;
    bool sides = value(match, W_BEFORE) ? by > 0 : by < 0; // "before last", "after next"
    return sides && calendar_unit(match->times->now, unit_of(match), by, period);
}

static bool weekday_of_week(const Match *match, Period *period)
{
    if (value(match, W_UNIT) != UNIT_WEEK ||
        !calendar_unit(match->times->now, UNIT_WEEK, value(match, W_RELATIVE), period))
        return false;
    return one(calendar_date(calendar_first(period->from) + value(match, W_WEEKDAY) - 1), period);
}

static bool weekday(const Match *match, Period *period)
{
    KbDate now = match->times->now;
    if (!now.day) return false;
    long today = calendar_first(now), back = ((int)calendar_weekday(today) + 8 - value(match, W_WEEKDAY)) % 7;
    int by = has(match, W_PAST) ? -1 : has(match, W_RELATIVE) ? value(match, W_RELATIVE) : value(match, W_COMING);
    long target = today - back; // the last one, or today
    if (has(match, W_RELATIVE) && !by && !has(match, W_PAST)) {
        target = today - calendar_weekday(today) + value(match, W_WEEKDAY) - 1; // "this Friday": of this week
    } else if (by) {
        target = by < 0 ? today - (back ? back : 7) : today + 7 - back;
    } else if (tense_of(match) == TENSE_AHEAD) {
        target = today + (7 - back) % 7;
    }
    return one(calendar_date(target), period);
}

static bool weekend(const Match *match, Period *period)
{
    KbDate now = match->times->now;
    if (!now.day || ends_with_of(match)) return false;
    const Period *anchor = has(match, W_ANCHORED) ? anchor_of(match, UNIT_DAY) : NULL;
    if (has(match, W_ANCHORED) && !anchor) return false;
    long day = calendar_first(anchor ? anchor->from : now), weekday_now = calendar_weekday(day);
    long saturday = day - weekday_now + 5;
    int by = has(match, W_PAST) ? -1 : has(match, W_RELATIVE) ? value(match, W_RELATIVE) : value(match, W_COMING);
    if (has(match, W_ANCHORED)) by = value(match, W_ANCHORED);
    bool plain = !by && weekday_now < 5 && !anchor;
    if (by < 0 ||
        (plain && tense_of(match) != TENSE_AHEAD && (!has(match, W_RELATIVE) || tense_of(match) == TENSE_PAST)))
        saturday -= 7;
    if (by > 0 && weekday_now >= 5) saturday += 7;
    if (by > 0 && weekday_now < 5 && anchor == NULL) saturday += 0; // the coming one
    *period = (Period){calendar_date(saturday), calendar_date(saturday + 1)};
    return true;
}

// ---------------------------------------------------------------------------------------------- modified years

static Pick pick_of(const Match *match)
{
    int by = has(match, W_PAST) ? -1 : has(match, W_RELATIVE) ? value(match, W_RELATIVE) : value(match, W_COMING);
    return by < 0 ? PICK_LAST : by > 0 ? PICK_NEXT : PICK_THIS;
}

static bool relative_month(const Match *match, Period *period)
{
    return choose(match, month_in, pick_of(match), match->times->now, period);
}

static bool relative_season(const Match *match, Period *period)
{
    return choose(match, season_in, pick_of(match), match->times->now, period);
}

static bool relative_holiday(const Match *match, Period *period)
{
    return choose(match, holiday_in, pick_of(match), match->times->now, period);
}

// The year that "of last year", "of that year" means; 0: none.
static int relative_year(const Match *match)
{
    Period year;
    TimeUnit unit = unit_of(match);
    if (unit != UNIT_YEAR) return 0;
    bool found = has(match, W_ANCHORED) ? from_anchor(match, unit, value(match, W_ANCHORED), true, &year)
                                        : calendar_unit(match->times->now, unit, value(match, W_RELATIVE), &year);
    return found ? year.from.year : 0;
}

static bool in_relative_year(const Match *match, Period *period)
{
    int year = relative_year(match);
    Yearly yearly = has(match, W_MONTH) ? month_in : has(match, W_SEASON) ? season_in : holiday_in;
    return year && yearly(match, year, period);
}

// ---------------------------------------------------------------------------------------------- calendar dates

static bool full_date(const Match *match, Period *period)
{
    return one(word_at(match, W_DATE)->date, period);
}

static bool month_of_year(const Match *match, Period *period)
{
    return month_in(match, year_of(match), period);
}

// "May 3-5, 2016"
static bool days_of_month(const Match *match, Period *period)
{
    int last = again(match, W_DAY);
    bool found = has(match, W_YEAR) ? month_of_year(match, period) : month_without_year(match, period);
    if (!found || last <= value(match, W_DAY)) return false;
    period->to.day = (uint8_t)last;
    return calendar_valid(period->to);
}

static bool season_of_year(const Match *match, Period *period)
{
    if (!has(match, W_YEARS)) return season_in(match, year_of(match), period);
    if (word_at(match, W_YEARS)->until != value(match, W_YEARS) + 1) return false;
    period->from = date_of(value(match, W_YEARS), 12, 0); // the southern summer too
    period->to = date_of(value(match, W_YEARS) + 1, 2, 0);
    return value(match, W_SEASON) % 2 == 0;
}

static bool holiday_of_year(const Match *match, Period *period)
{
    return holiday_in(match, year_of(match), period);
}

static bool quarter_of_year(const Match *match, Period *period)
{
    if (has(match, W_UNIT) && value(match, W_UNIT) != UNIT_QUARTER) return false;
    return quarter_in(match, year_of(match), period);
}

static bool half_of_year(const Match *match, Period *period)
{
    int half = value(match, W_HALF_YEAR);
    period->from = date_of(year_of(match), 6 * half - 5, 0);
    period->to = date_of(year_of(match), 6 * half, 0);
    return true;
}

// Fiscal years differ; by their number, as TIMEX3 has them.
static bool fiscal_year(const Match *match, Period *period)
{
    if (has(match, W_UNIT) && value(match, W_UNIT) != UNIT_YEAR) return false;
    if (has(match, W_FISCAL_YEAR)) return one(date_of(value(match, W_FISCAL_YEAR), 0, 0), period);
    if (has(match, W_RELATIVE)) return calendar_unit(match->times->now, UNIT_YEAR, value(match, W_RELATIVE), period);
    if (!has(match, W_YEARS)) return one(date_of(year_of(match), 0, 0), period);
    *period = (Period){date_of(value(match, W_YEARS), 0, 0), date_of(word_at(match, W_YEARS)->until, 0, 0)};
    return true;
}

static bool decade(const Match *match, Period *period)
{
    bool brief = has(match, W_SHORT_DECADE);
    const TimeWord *word = word_at(match, brief ? W_SHORT_DECADE : W_DECADE);
    bool the = is_word(match, &match->times->words[match->first], "|the|") || match->prefixed;
    if (brief && !the && word->part < 0) return false; // "in his 40s"
    int year = brief ? 1900 + word->value : word->value;
    bool century = year % 100 == 0 && year != 2000; // "the 1800s"
    *period = (Period){date_of(year, 0, 0), date_of(year + (century ? 99 : 9), 0, 0)};
    return true;
}

static bool century(const Match *match, Period *period)
{
    int first = (value(match, W_ORDINAL) - 1) * 100;
    if (value(match, W_UNIT) != UNIT_CENTURY || first < 100 || first > 2100) return false;
    *period = (Period){date_of(first, 0, 0), date_of(first + 99, 0, 0)};
    return true;
}

// "the turn of the century": the last one that turned
static bool turn(const Match *match, Period *period)
{
    TimeUnit unit = unit_of(match);
    int length = unit == UNIT_CENTURY ? 100 : unit == UNIT_MILLENNIUM ? 1000 : 0;
    int now = match->times->now.year, year = length && now ? now - now % length : 0;
    if (length == 100 && has(match, W_ORDINAL)) year = (value(match, W_ORDINAL) - 1) * 100;
    if (year < 100 || year > CALENDAR_LAST - 1) return false;
    *period = (Period){date_of(year - 1, 0, 0), date_of(year + 1, 0, 0)};
    return true;
}

// "AD 79"
static bool year_of_era(const Match *match, Period *period)
{
    char first = match->times->document->text.data[match->times->document->tokens[word_at(match, W_ERA)->first].start];
    return first == 'A' && one(date_of(value(match, W_COUNT), 0, 0), period);
}

// ---------------------------------------------------------------------------------------------- bare years

static bool is_street(const Match *match)
{
    for (size_t i = 1; i <= 2; i++)
        if (time_word_is(after(match, i), W_STREET)) return true;
    return time_word_is(after(match, 0), W_STREET);
}

// "555-2016": part of a longer number
static bool is_within_number(const Match *match)
{
    const Document *document = match->times->document;
    const TimeWord *dash = word_before(match, 0), *before = word_before(match, 1), *next = after(match, 0);
    bool close = match->start && time_word_is(dash, W_DASH) && document->tokens[dash->last].space == SPACE_NONE;
    if (close && before->kinds && !time_word_is(before, W_YEAR) && !time_word_is(before, W_MONTH) &&
        !time_word_is(before, W_PART))
        return true;
    if (!time_word_is(next, W_DASH) || document->tokens[next->first].space != SPACE_NONE) return false;
    return after(match, 1)->last > after(match, 1)->first &&
           document->tokens[after(match, 1)->first].space == SPACE_NONE && time_word_is(after(match, 1), W_COUNT) &&
           !time_word_is(after(match, 1), W_YEAR);
}

static bool ends_in_s(const Document *document, uint32_t token)
{
    KbText lower = document->tokens[token].lower;
    return lower.length > 1 && lower.data[lower.length - 1] == 's';
}

// What follows is no noun that is counted: "the 2014 election" but not "the 2000 houses".
static bool noun_after_is_single(const Match *match)
{
    static const char events[] =
        "|elections|games|olympics|talks|protests|attacks|floods|riots|primaries|polls|results|finals|"
        "championships|awards|midterms|hearings|negotiations|uprisings|wildfires|bombings|";
    const Document *document = match->times->document;
    const TimeWord *next = after(match, 0);
    if (next->last == next->first || time_word_is(next, W_AMOUNT)) return false;
    return token_in(document, next->first, events) || !ends_in_s(document, next->first);
}

static bool bare_year(const Match *match, Period *period)
{
    const Document *document = match->times->document;
    const TimeWord *before = word_before(match, 0), *next = after(match, 0);
    bool range = has(match, W_YEARS);
    *period = (Period){date_of(range ? value(match, W_YEARS) : year_of(match), 0, 0), {0, 0, 0}};
    period->to = range ? date_of(word_at(match, W_YEARS)->until, 0, 0) : period->from;
    if (match->prefixed) return true;
    if (is_street(match) || is_within_number(match)) return false;
    if (time_word_is(before, W_YEAR_CUE) && !is_word(match, before, "|class|")) return true;
    Upos pos = next->last > next->first ? (Upos)document->tokens[next->first].pos : POS_PUNCT;
    bool noun = pos == POS_NOUN || (pos == POS_NONE && !next->kinds && next->last > next->first &&
                                    !is_word(match, next, "|.|;|)|:|?|!|'|\"|”|"));
    bool hint = time_word_is(before, W_YEAR_HINT) || time_word_is(before, W_MONTH) || time_word_is(before, W_OF);
    if (has(match, W_SHORT_YEAR)) return time_word_is(before, W_OF);
    if (hint && (!noun || pos == POS_NONE)) return true;
    if (!noun) return pos != POS_NONE && pos != POS_ADJ;
    bool owned = is_word(match, before, "|the|a|his|her|its|their|this|that|'s|our|") ||
                 (before->last > before->first && document->tokens[before->first].pos == POS_DET) || hint;
    return owned && noun_after_is_single(match);
}

// "in 1066": where no noun follows
static bool old_year(const Match *match, Period *period)
{
    const TimeWord *next = after(match, 0);
    bool ends = next->last == next->first || next->kinds || is_word(match, next, "|.|;|)|:|?|!|when|he|she|it|they|");
    return ends && is_word(match, word_before(match, 0), "|in|since|until|year|circa|") &&
           one(date_of(value(match, W_OLD_YEAR), 0, 0), period);
}

// "the year": of the article, where a prefix tells that a part of it is meant: "the end of the year"
static bool the_unit(const Match *match, Period *period)
{
    TimeUnit unit = unit_of(match);
    return match->prefixed && unit != UNIT_DAY && unit != UNIT_MILLENNIUM && !ends_with_of(match) &&
           calendar_unit(match->times->now, unit, 0, period);
}

static bool none(const Match *match, Period *period)
{
    (void)match;
    *period = (Period){{0, 0, 0}, {0, 0, 0}};
    return true;
}

static bool none_but_holiday(const Match *match, Period *period)
{
    return !has(match, W_UNIT) && none(match, period);
}

// ---------------------------------------------------------------------------------------------- the forms

typedef struct Form {
    uint8_t words[FORM_WORDS];
    Meaning meaning;
} Form;

// clang-format off
static const Form forms[] = {
    // calendar dates
    {{W_DATE}, full_date},
    {{OPT(W_WEEKDAY), OPT(W_NIGHT), OPT(W_COMMA), W_MONTH, W_DAY, OPT(W_COMMA), W_YEAR}, month_of_year},
    {{OPT(W_WEEKDAY), OPT(W_COMMA), OPT(W_THE), W_DAY, OPT(W_OF), W_MONTH, OPT(W_COMMA), W_YEAR}, month_of_year},
    {{W_MONTH, OPT(W_COMMA), W_YEAR}, month_of_year},
    {{W_MONTH, W_OF, W_YEAR}, month_of_year},
    {{W_MONTH, OPT(W_OF), W_SHORT_YEAR}, month_of_year},
    {{W_MONTH, W_DAY, W_DASH, W_DAY, OPT(W_COMMA), W_YEAR}, days_of_month},
    {{W_MONTH, W_DAY, W_DASH, W_DAY}, days_of_month},
    {{W_DAY, W_DASH, W_DAY, W_MONTH, W_YEAR}, days_of_month},
    {{W_DAY, W_DASH, W_DAY, W_MONTH}, days_of_month},
    {{OPT(W_WEEKDAY), OPT(W_NIGHT), OPT(W_COMMA), W_MONTH, W_DAY}, month_without_year},
    {{OPT(W_WEEKDAY), OPT(W_COMMA), OPT(W_THE), W_DAY, OPT(W_OF), W_MONTH}, month_without_year},
    {{W_MONTH}, month_without_year},
    {{W_MONTH, OPT(W_DAY), OPT(W_OF), OPT(W_THE), W_RELATIVE, W_UNIT}, in_relative_year},
    {{W_MONTH, OPT(W_DAY), OPT(W_OF), OPT(W_THE), W_ANCHORED, W_UNIT}, in_relative_year},
    {{W_DAY, W_MONTH, OPT(W_OF), W_RELATIVE, W_UNIT}, in_relative_year},
    {{W_RELATIVE, W_MONTH, OPT(W_DAY)}, relative_month},
    {{W_RELATIVE, W_PAST, W_MONTH}, relative_month},
    {{OPT(W_THE), W_ANCHORED, W_MONTH}, anchored_month},
    // years and longer
    {{W_YEAR}, bare_year},
    {{W_YEARS}, bare_year},
    {{W_SHORT_YEAR}, bare_year},
    {{W_OLD_YEAR}, old_year},
    {{W_ERA, W_COUNT}, year_of_era},
    {{W_COUNT, W_ERA}, year_of_era},
    {{OPT(W_THE), W_DECADE}, decade},
    {{OPT(W_THE), W_SHORT_DECADE}, decade},
    {{OPT(W_THE), W_ORDINAL, OPT(W_DASH), W_UNIT}, century},
    {{OPT(W_THE), W_TURN, W_OF, W_THE, OPT(W_ORDINAL), W_UNIT}, turn},
    {{OPT(W_THE), W_FISCAL, OPT(W_UNIT), W_YEAR}, fiscal_year},
    {{OPT(W_THE), W_FISCAL, OPT(W_UNIT), W_YEARS}, fiscal_year},
    {{OPT(W_THE), W_YEAR, W_FISCAL, W_UNIT}, fiscal_year},
    {{OPT(W_THE), W_YEARS, W_FISCAL, W_UNIT}, fiscal_year},
    {{OPT(W_THE), W_RELATIVE, W_FISCAL, W_UNIT}, fiscal_year},
    {{W_FISCAL_YEAR}, fiscal_year},
    // quarters, halves, seasons, holidays
    {{W_QUARTER, OPT(W_OF), W_YEAR}, quarter_of_year},
    {{W_YEAR, W_QUARTER}, quarter_of_year},
    {{OPT(W_THE), W_ORDINAL, OPT(W_DASH), W_UNIT, W_YEAR}, quarter_of_year},
    {{W_QUARTER}, quarter_without_year},
    {{OPT(W_THE), W_ORDINAL, OPT(W_DASH), W_UNIT}, quarter_without_year},
    {{W_HALF_YEAR, OPT(W_OF), W_YEAR}, half_of_year},
    {{OPT(W_THE), W_SEASON, OPT(W_OF), W_YEAR}, season_of_year},
    {{OPT(W_THE), W_SEASON, OPT(W_OF), W_YEARS}, season_of_year},
    {{OPT(W_THE), W_SEASON, OPT(W_OF), W_SHORT_YEAR}, season_of_year},
    {{OPT(W_THE), W_SEASON, OPT(W_OF), OPT(W_THE), W_RELATIVE, W_UNIT}, in_relative_year},
    {{OPT(W_THE), W_SEASON, OPT(W_OF), OPT(W_THE), W_ANCHORED, W_UNIT}, in_relative_year},
    {{W_RELATIVE, OPT(W_PAST), W_SEASON}, relative_season},
    {{W_THE, W_PAST, W_SEASON}, relative_season},
    {{OPT(W_THE), W_SEASON}, season_without_year},
    {{OPT(W_THE), W_HOLIDAY}, holiday_without_year},
    {{OPT(W_THE), W_HOLIDAY, OPT(W_COMMA), W_YEAR}, holiday_of_year},
    {{W_HOLIDAY, OPT(W_OF), W_YEAR}, holiday_of_year},
    {{W_HOLIDAY, OPT(W_OF), W_RELATIVE, W_UNIT}, in_relative_year},
    {{W_RELATIVE, OPT(W_PAST), W_HOLIDAY}, relative_holiday},
    // days and weeks by the article's date
    {{W_WEEKDAY, OPT(W_NIGHT)}, weekday},
    {{OPT(W_THE), W_RELATIVE, OPT(W_PAST), W_WEEKDAY, OPT(W_NIGHT)}, weekday},
    {{W_THE, W_PAST, W_WEEKDAY, OPT(W_NIGHT)}, weekday},
    {{OPT(W_THE), W_COMING, W_WEEKDAY, OPT(W_NIGHT)}, weekday},
    {{W_WEEKDAY, OPT(W_NIGHT), OPT(W_OF), W_RELATIVE, W_UNIT}, weekday_of_week},
    {{W_RELATIVE, W_UNIT, OPT(W_IN), W_WEEKDAY}, weekday_of_week},
    {{OPT(W_THE), W_ANCHORED, W_WEEKDAY, OPT(W_NIGHT)}, anchored_weekday},
    {{W_DAY_WORD, OPT(W_NIGHT)}, day_word},
    {{W_RELATIVE, W_NIGHT}, day_word},
    {{OPT(W_THE), W_UNIT, W_BEFORE, W_DAY_WORD}, day_word},
    {{W_THE, W_WEEKEND}, weekend},
    {{OPT(W_THE), W_RELATIVE, OPT(W_PAST), W_WEEKEND}, weekend},
    {{W_THE, W_PAST, W_WEEKEND}, weekend},
    {{OPT(W_THE), W_COMING, W_WEEKEND}, weekend},
    {{OPT(W_THE), W_ANCHORED, W_WEEKEND}, weekend},
    // units by the article's date
    {{OPT(W_THE), W_RELATIVE, W_UNIT}, relative_unit},
    {{OPT(W_THE), W_COMING, W_UNIT}, relative_unit},
    {{W_THE, W_PAST, W_UNIT}, stretch},
    {{W_RELATIVE, W_PAST, W_UNIT}, stretch},
    {{OPT(W_THE), W_PAST, W_COUNT, W_UNITS}, stretch},
    {{W_RELATIVE, W_PAST, W_COUNT, W_UNITS}, stretch},
    {{OPT(W_THE), W_COMING, W_COUNT, W_UNITS}, stretch},
    {{W_COUNT, W_UNIT, W_AGO}, ago},
    {{W_COUNT, W_UNITS, W_AGO}, ago},
    {{W_COUNT, W_UNIT, W_AGO, W_RELATIVE, W_UNIT}, ago_exactly},
    {{W_COUNT, W_UNITS, W_AGO, W_RELATIVE, W_UNIT}, ago_exactly},
    {{W_COUNT, W_UNIT, W_AGO, W_DAY_WORD}, ago_exactly},
    {{W_COUNT, W_UNITS, W_AGO, W_DAY_WORD}, ago_exactly},
    {{W_COUNT, W_AND, W_A, W_HALF, W_UNITS, W_AGO}, ago_by_halves},
    {{W_COUNT, W_UNIT, W_AND, W_A, W_HALF, W_AGO}, ago_by_halves},
    {{W_HALF, W_A, W_UNIT, W_AGO}, ago_by_halves},
    {{W_COUNT, W_UNIT, W_FROM, W_NOW}, from_now},
    {{W_COUNT, W_UNITS, W_FROM, W_NOW}, from_now},
    {{W_COUNT, W_UNIT, W_FROM, W_DAY_WORD}, from_now},
    {{W_COUNT, W_UNITS, W_FROM, W_DAY_WORD}, from_now},
    {{W_COUNT, W_UNIT, W_POSSESSIVE, W_TIME}, from_now},
    {{W_COUNT, W_UNITS, W_POSSESSIVE, W_TIME}, from_now},
    {{W_THE, W_UNIT, W_BEFORE, W_RELATIVE}, unit_before_last},
    {{OPT(W_THE), W_UNIT}, the_unit},
    // units by the time told before
    {{OPT(W_THE), W_ANCHORED, W_UNIT}, anchored_unit},
    {{OPT(W_THE), W_ANCHORED, W_NIGHT}, anchored_night},
    {{OPT(W_THE), W_COMING, W_NIGHT}, anchored_night},
    {{W_COUNT, W_UNIT, W_EARLIER}, earlier_by},
    {{W_COUNT, W_UNITS, W_EARLIER}, earlier_by},
    {{W_COUNT, W_UNIT, W_BEFORE}, earlier_by_at_end},
    {{W_COUNT, W_UNITS, W_BEFORE}, earlier_by_at_end},
    {{W_THE, W_UNIT, W_BEFORE}, earlier_by_at_end},
    // what looks like a time and is none
    {{W_EVERY, OPT(W_COUNT), W_UNIT}, none},
    {{W_EVERY, W_COUNT, W_UNITS}, none},
    {{W_EVERY, OPT(W_ORDINAL), W_WEEKDAY}, none},
    {{W_EVERY, W_MONTH}, none},
    {{W_EVERY, W_SEASON}, none},
    {{W_EVERY, W_WEEKEND}, none},
    {{W_EVERY, W_HOLIDAY}, none_but_holiday},
    {{W_NO_YEAR, W_YEAR}, none},
    {{W_NO_YEAR, W_OLD_YEAR}, none},
    {{W_YEAR, W_AMOUNT}, none},
    {{W_YEAR, W_TO, W_YEAR, W_AMOUNT}, none},
    {{W_YEARS, W_AMOUNT}, none},
    {{W_OLD_YEAR, W_AMOUNT}, none},
};

// ---------------------------------------------------------------------------------------------- prefixes

typedef enum Part { PART_EARLY, PART_MID, PART_LATE, PART_START, PART_MIDDLE, PART_END, PART_HALF, PART_SINCE, PART_NTH, PART_SHIFT } Part;

static const struct {
    uint8_t words[FORM_WORDS];
    Part part;
    TimeKind tells; // the kind whose value is added to the part, or tells it
} prefixes[] = {
    {{OPT(W_THE), W_PART, OPT(W_IN), }, PART_EARLY, W_PART},                 // early 2016, late in 1999
    {{OPT(W_THE), W_PART, W_DASH}, PART_EARLY, W_PART},                      // mid - 2016
    {{OPT(W_THE), W_PART, W_STRETCH, W_OF}, PART_EARLY, W_PART},             // the early days of 2016
    {{OPT(W_THE), W_EDGE, W_OF}, PART_START, W_EDGE},                        // the end of March
    {{OPT(W_THE), W_ORDINAL, W_HALF, W_OF}, PART_HALF, W_ORDINAL},           // the first half of 2019
    {{W_EARLIER, OPT(W_IN)}, PART_SINCE, W_EARLIER},                         // earlier this month
    {{OPT(W_THE), W_ORDINAL, OPT(W_DASH), W_UNIT, W_OF}, PART_NTH, W_ORDINAL}, // the third quarter of 2019
    {{OPT(W_THE), W_RELATIVE, W_UNIT, W_OF}, PART_NTH, W_RELATIVE},          // the last week of March
    {{W_THE, W_UNIT, W_BEFORE}, PART_SHIFT, W_BEFORE},                       // the day after Christmas
    {{W_COUNT, W_UNIT, W_BEFORE}, PART_SHIFT, W_BEFORE},
    {{W_COUNT, W_UNITS, W_BEFORE}, PART_SHIFT, W_BEFORE},
};
// clang-format on

// A period as a row of smaller things: of days, months or years.
typedef struct Row {
    TimeUnit unit;
    long first, count;
} Row;

static Row row_of(Period period)
{
    bool single = same_date(period.from, period.to);
    if (period.from.day && period.to.day)
        return (Row){UNIT_DAY, calendar_first(period.from), calendar_last(period.to) - calendar_first(period.from) + 1};
    if (period.from.month && single)
        return (Row){UNIT_DAY, calendar_first(period.from), calendar_last(period.to) - calendar_first(period.from) + 1};
    long month = period.from.year * 12L + (period.from.month ? period.from.month - 1 : 0);
    long last = period.to.year * 12L + (period.to.month ? period.to.month - 1 : 11);
    if (period.from.month || single) return (Row){UNIT_MONTH, month, last - month + 1};
    return (Row){UNIT_YEAR, period.from.year, period.to.year - period.from.year + 1L};
}

static KbDate row_date(Row row, long index)
{
    long at = row.first + index;
    if (row.unit == UNIT_DAY) return calendar_date(at);
    return row.unit == UNIT_MONTH ? date_of(at / 12, (int)(at % 12) + 1, 0) : date_of(at, 0, 0);
}

static void cut(Row row, long from, long to, Period *period)
{
    if (row.count < 2 || from > to || from < 0 || to >= row.count) return;
    *period = (Period){row_date(row, from), row_date(row, to)};
}

static void narrow(Part part, Period *period)
{
    Row row = row_of(*period);
    long third = (row.count + 2) / 3, edge = (row.count + 11) / 12, middle = row.count / 3;
    switch (part) {
    case PART_EARLY: cut(row, 0, third - 1, period); break;
    case PART_MID:
    case PART_MIDDLE: cut(row, middle, row.count - middle - 1, period); break;
    case PART_LATE: cut(row, row.count - third, row.count - 1, period); break;
    case PART_START: cut(row, 0, edge - 1, period); break;
    case PART_END: cut(row, row.count - edge, row.count - 1, period); break;
    default: break;
    }
}

static bool halve(int half, Period *period)
{
    Row row = row_of(*period);
    long middle = row.count / 2;
    if (half == 1) cut(row, 0, middle - 1, period);
    if (half == 2) cut(row, middle, row.count - 1, period);
    return half == 1 || half == 2;
}

// "earlier this month" ends today, "later this year" begins today.
static bool split_at_now(const Match *match, int side, Period *period)
{
    KbDate now = match->times->now;
    bool around = now.day && calendar_first(period->from) <= calendar_first(now) &&
                  calendar_last(period->to) >= calendar_first(now);
    if (!around || same_date(now, period->from)) return true;
    if (side < 0) {
        period->to = now;
        if (!period->from.day) period->from = calendar_date(calendar_first(period->from));
    } else {
        period->from = now;
        if (!period->to.day) period->to = calendar_date(calendar_last(period->to));
    }
    return true;
}

// "the third quarter of", "the last week of": weeks are counted from the first day.
static bool take_nth(const Match *prefix, Period *period)
{
    TimeUnit unit = unit_of(prefix);
    int nth = has(prefix, W_ORDINAL) ? value(prefix, W_ORDINAL) : value(prefix, W_RELATIVE);
    long first = calendar_first(period->from), last = calendar_last(period->to);
    if (nth == 0 || nth > 53 || (has(prefix, W_RELATIVE) && nth > 0)) return false;
    if (unit == UNIT_DAY || unit == UNIT_WEEK) {
        long length = unit == UNIT_DAY ? 1 : 7, from = nth > 0 ? first + length * (nth - 1) : last - length + 1;
        *period = (Period){calendar_date(from), calendar_date(from + length - 1)};
        return from >= first && from + length - 1 <= last;
    }
    if (unit == UNIT_FORTNIGHT || unit > UNIT_DECADE) return false;
    KbDate edge = nth > 0 ? calendar_date(first) : calendar_date(last);
    return calendar_unit(edge, unit, nth > 0 ? nth - 1 : 0, period) && calendar_last(period->to) <= last &&
           calendar_first(period->from) >= first;
}

static bool shift_by(const Match *prefix, const Match *core, Period *period)
{
    bool named = has(core, W_MONTH) || has(core, W_DATE) || has(core, W_HOLIDAY) || has(core, W_WEEKDAY);
    int count = has(prefix, W_COUNT) ? value(prefix, W_COUNT) : 1, sign = value(prefix, W_BEFORE) ? 1 : -1;
    TimeUnit unit = unit_of(prefix);
    if (!named || !same_date(period->from, period->to)) return false;
    if (unit == UNIT_WEEK) unit = UNIT_DAY, count *= 7;
    return calendar_shift(period->from, unit, (long)sign * count, period);
}

static bool apply_prefix(size_t index, const Match *prefix, const Match *core, Period *period)
{
    int tells = value(prefix, prefixes[index].tells);
    if (has(core, W_FISCAL) || has(core, W_FISCAL_YEAR)) return prefixes[index].part != PART_SHIFT;
    switch (prefixes[index].part) {
    case PART_HALF: return halve(tells, period);
    case PART_SINCE: return split_at_now(core, tells, period);
    case PART_NTH: return take_nth(prefix, period);
    case PART_SHIFT: return shift_by(prefix, core, period);
    default: narrow((Part)((int)prefixes[index].part + tells), period); return true;
    }
}

// ---------------------------------------------------------------------------------------------- matching

// Matches the kinds from `first`, all in one sentence; true: match->last is set.
static bool match_words(const Times *times, const uint8_t kinds[FORM_WORDS], size_t first, Match *match)
{
    const Token *tokens = times->document->tokens;
    size_t word = first;
    uint32_t sentence = tokens[times->words[first].first].sentence;
    uint8_t found[FORM_WORDS] = {0};
    for (size_t i = 0; i < FORM_WORDS && kinds[i]; i++) {
        TimeKind kind = (TimeKind)(kinds[i] & ~OPTIONAL);
        bool fitting = word < times->count && time_word_is(&times->words[word], kind) &&
                       tokens[times->words[word].first].sentence == sentence;
        if (fitting)
            found[i] = (uint8_t)(++word - first);
        else if (!(kinds[i] & OPTIONAL))
            return false;
    }
    *match = (Match){.times = times, .start = first, .first = first, .last = word};
    for (size_t i = 0; i < FORM_WORDS && kinds[i]; i++) {
        TimeKind kind = (TimeKind)(kinds[i] & ~OPTIONAL);
        if (found[i] && !match->at[kind]) match->at[kind] = found[i];
        if (found[i]) match->again[kind] = found[i];
    }
    return word > first;
}

// "mid-March": the word itself tells the part.
static void narrow_by_word(const Match *match, Period *period)
{
    for (size_t word = match->first; word < match->last; word++)
        if (match->times->words[word].part >= 0) narrow((Part)match->times->words[word].part, period);
}

// The longest form at the word that has a meaning; its words, 0: none. `start` lies before it where a prefix does.
static size_t read_form(const Times *times, size_t start, size_t first, Match *best, Period *period)
{
    size_t length = 0;
    if (first >= times->count || !times->words[first].kinds || time_word_is(&times->words[first], W_COMMA)) return 0;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        Match match;
        Period found;
        if (!match_words(times, forms[i].words, first, &match) || match.last - first <= length) continue;
        match.start = start;
        match.prefixed = start < first;
        if (!forms[i].meaning(&match, &found)) continue;
        length = match.last - first;
        *best = match;
        *period = found;
    }
    if (length && period->from.year) narrow_by_word(best, period);
    return length;
}

// With or without a prefix, whichever reaches further.
static size_t read_time(const Times *times, size_t first, Match *best, Period *period)
{
    size_t length = read_form(times, first, first, best, period);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        Match prefix, core;
        Period found;
        if (!match_words(times, prefixes[i].words, first, &prefix)) continue;
        size_t more = read_form(times, first, prefix.last, &core, &found);
        if (!more || !found.from.year || prefix.last + more - first <= length) continue;
        if (times->document->tokens[times->words[prefix.last].first].sentence !=
            times->document->tokens[times->words[first].first].sentence)
            continue;
        if (!apply_prefix(i, &prefix, &core, &found)) continue;
        length = prefix.last + more - first;
        *best = core;
        *period = found;
    }
    return length;
}

static void remember(Times *times, const Match *match, Period period, size_t end)
{
    times->before = period;
    times->before_end = end;
    times->before_dated = has(match, W_YEAR) || has(match, W_DATE) || times->before_dated;
    if (period.to.year - period.from.year > 1) return; // decades are no point to count from
    static const TimeKind calendar[] = {W_MONTH, W_YEAR, W_DATE, W_SEASON, W_QUARTER, W_ORDINAL, W_ANCHORED, W_EARLIER};
    times->near = period;
    for (size_t i = 0; i < sizeof calendar / sizeof *calendar; i++)
        if (has(match, calendar[i])) times->told = period;
}

// The day that the first dateline with a year gives; year 0: none does.
static KbDate dateline_date(const Times *times)
{
    for (size_t word = 0; word < times->count && times->words[word].first < HEADING; word++) {
        Match match;
        Period period;
        if (read_time(times, word, &match, &period) && period.from.day && dates_the_article(&match)) return period.from;
    }
    return (KbDate){0};
}

void stage_times(Worker *worker, Document *document)
{
    (void)worker;
    size_t room = 0;
    document->times = NULL;
    document->time_count = 0;
    Times times = {.document = document};
    times.words = time_words(document, &times.count);
    if (!document->published.year) document->published = dateline_date(&times);
    times.now = document->published;
    for (size_t word = 0; word < times.count;) {
        Match match;
        Period period;
        size_t length = read_time(&times, word, &match, &period);
        if (times.before_end + 1 < word) times.before_dated = false;
        if (length && period.from.year) {
            TimeSpan span = {times.words[word].first, times.words[word + length - 1].last, period.from, period.to};
            ARENA_PUSH(document->arena, document->times, document->time_count, room, span);
            remember(&times, &match, period, word + length);
        }
        word += length ? length : 1;
    }
}
