// The words of time expressions: what each token of a document can be, before any grammar.
// SPDX-License-Identifier: MIT
//
//   On | the | twenty | - | fifth | of | mid-March | , | 2016 - 17     tokens
//   IN | THE | ORDINAL, DAY 25    | OF | MONTH 3   | COMMA | YEARS     words
#ifndef INGEST_TIME_WORDS_H
#define INGEST_TIME_WORDS_H

#include "ingest/calendar.h"
#include "ingest/document.h"

typedef enum TimeKind {
    W_NONE,
    // what they stand for is in `value`
    W_MONTH,
    W_WEEKDAY,      // 1 is Monday
    W_DAY,          // 1 to 31: "3", "3rd", "third"
    W_YEAR,         // 1500 to 2100, four digits
    W_OLD_YEAR,     // 1000 to 1499: a year only where the text is clear
    W_SHORT_YEAR,   // "'98": 98
    W_YEARS,        // "2003-07": value to until
    W_DECADE,       // "1990s"
    W_SHORT_DECADE, // "'90s", "90s": 90
    W_DATE,         // "2011-05-03": in `date`
    W_COUNT,
    W_ORDINAL,
    W_UNIT,   // TimeUnit
    W_UNITS,  // plural
    W_SEASON, // 1 is spring
    W_HOLIDAY,
    W_DAY_WORD, // yesterday: -1
    W_NIGHT,    // night, morning
    W_WEEKEND,
    W_FISCAL,
    W_FISCAL_YEAR, // "FY2016"
    W_QUARTER,     // "Q3"
    W_HALF_YEAR,   // "H1"
    W_RELATIVE,    // last -1, this 0, next 1
    W_PAST,        // past, and last where it may mean so: -1
    W_COMING,      // next, coming, and so on: 1
    W_ANCHORED,    // previous -1, same 0, following 1: of the time told before
    W_EARLIER,     // earlier -1, later 1
    W_PART,        // early 0, mid 1, late 2
    W_EDGE,        // start 0, middle 1, end 2
    W_STRETCH,     // part, days, months: "the early part of"
    W_HALF,
    // words of the grammar
    W_EVERY,
    W_AGO,
    W_OF,
    W_COMMA,
    W_THE,
    W_A,
    W_IN,
    W_TO, // to, until, through, and, a dash: between two ends
    W_DASH,
    W_AND,
    W_FROM,
    W_NOW,
    W_TIME,
    W_POSSESSIVE,
    W_BEFORE,
    W_TURN,
    W_ERA, // A.D.
    // what tells numbers that are no years
    W_AMOUNT,    // people, dollars, percent
    W_NO_YEAR,   // before it: $, flight, page, some
    W_STREET,    // avenue
    W_YEAR_CUE,  // in, since, until
    W_YEAR_HINT, // of, to, for: where no noun follows
    // what tells tense
    W_FUTURE,
    W_FINITE_PAST,
    W_PLAN,
    W_SCHEDULE, // begins, opens: a date after it lies ahead
    W_BE,
    W_BREAK, // ends a clause
    W_KINDS
} TimeKind;

typedef struct TimeWord {
    uint64_t kinds;       // bit 1 << TimeKind
    uint32_t first, last; // tokens, last exclusive
    int16_t value, until;
    int8_t part; // "mid-March": 1; -1 none
    KbDate date;
} TimeWord;

static inline bool time_word_is(const TimeWord *word, TimeKind kind)
{
    return word->kinds >> kind & 1;
}

// The words of a document in its arena, one of no kind after the last.
TimeWord *time_words(Document *document, size_t *count);

// The holiday's days in a year; false: not known there.
bool time_holiday(int16_t holiday, int year, Period *period);
bool time_holiday_needs_cue(int16_t holiday); // "Christmas", of trees and cards too

size_t time_word_count(void); // of the table, and its entries, for the test of their order
const char *time_word_at(size_t index);

#endif
