// The calendar: day numbers, lengths of months, whole units around a date, feasts that move.
// SPDX-License-Identifier: MIT
//
// Dates are as precise as known: {2017, 2, 0} is all of February. Day numbers count from 1970-01-01, in the Gregorian
// calendar for all years. No date is before year 1 or after CALENDAR_LAST.
#ifndef INGEST_CALENDAR_H
#define INGEST_CALENDAR_H

#include <stdbool.h>

#include "kb/kb.h"

enum { CALENDAR_LAST = 2999 };

typedef enum TimeUnit {
    UNIT_DAY,
    UNIT_WEEK, // Monday to Sunday
    UNIT_FORTNIGHT,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_YEAR,
    UNIT_DECADE,  // 1990 to 1999
    UNIT_CENTURY, // 1900 to 1999
    UNIT_MILLENNIUM
} TimeUnit;

typedef struct Period {
    KbDate from, to;
} Period;

long calendar_first(KbDate date); // number of its first day: of 2017, January 1
long calendar_last(KbDate date);
KbDate calendar_date(long day);
unsigned calendar_weekday(long day); // 0 is Monday
bool calendar_valid(KbDate date);    // is there such a day, month or year, in range?

// The whole unit that holds the date, moved by so many units; false where the date is less precise than the unit.
bool calendar_unit(KbDate date, TimeUnit unit, long by, Period *period);
// The date so many units away, as precise as the unit: two decades before 2017-02-15 is 1997.
bool calendar_shift(KbDate date, TimeUnit unit, long by, Period *period);

long calendar_weekday_of_month(int year, int month, unsigned weekday, int nth); // -1: the last
long calendar_easter(int year);

#endif
