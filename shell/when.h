// The time a question asks about: "in March 2018", "between 2014 and 2016", "last month", "when Ann Poe took office".
// SPDX-License-Identifier: MIT
#ifndef SHELL_WHEN_H
#define SHELL_WHEN_H

#include "shell/words.h"

typedef enum WhenKind { WHEN_UNSAID, WHEN_NOW, WHEN_PERIOD, WHEN_MONTH, WHEN_CLAUSE, WHEN_RELATIVE } WhenKind;
typedef enum WhenUnit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR } WhenUnit;

typedef struct When {
    WhenKind kind;
    KbDate from, to; // WHEN_PERIOD: whole days, both included; year 0 = open. WHEN_MONTH: from, without a year
    KbText clause;   // WHEN_CLAUSE: "Ann Poe took office"
    // WHEN_RELATIVE: from `first` to `last` units back, both included. Whole calendar months and years ("last month"),
    // or rolling, up to the day counted from ("the past three months"). open: and all that came after.
    WhenUnit unit;
    int first, last;
    bool rolling, open;
} When;

// Finds the first time phrase and marks its words as taken, for words_strip to drop.
When when_read(Region *region, Words *words);

// WHEN_RELATIVE, or a day without its year, as a period counted back from `day`; others as they are.
When when_resolve(When when, KbDate day);
// The next relative time at `at` ("since last week", "two years ago"); words used, 0: none is there.
size_t when_relative(const Words *words, size_t at, When *when);

KbDate when_first_day(KbDate date); // of a month or year; the date itself when it is a day
KbDate when_last_day(KbDate date);
int when_days(KbDate from, KbDate to); // days from one to the other; imprecise dates count from their first day

#endif
