// The calendar: day numbers, lengths of months, whole units around a date, feasts that move.
// SPDX-License-Identifier: MIT
#include "ingest/calendar.h"

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
static long days_of(long year, long month, long day)
{
    year -= month <= 2;
    long era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

KbDate calendar_date(long day)
{
    day += 719468;
    long era = (day >= 0 ? day : day - 146096) / 146097, of_era = day - era * 146097;
    long of_years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * of_years + of_years / 4 - of_years / 100), month = (5 * of_year + 2) / 153;
    long civil = month < 10 ? month + 3 : month - 9;
    return (KbDate){(int16_t)(of_years + era * 400 + (civil <= 2)), (uint8_t)civil,
                    (uint8_t)(of_year - (153 * month + 2) / 5 + 1)};
}

long calendar_first(KbDate date)
{
    return days_of(date.year, date.month ? date.month : 1, date.day ? date.day : 1);
}

long calendar_last(KbDate date)
{
    if (date.day) return calendar_first(date);
    if (!date.month || date.month == 12) return days_of(date.year + 1, 1, 1) - 1;
    return days_of(date.year, date.month + 1, 1) - 1;
}

unsigned calendar_weekday(long day)
{
    return (unsigned)(((day + 3) % 7 + 7) % 7);
}

bool calendar_valid(KbDate date)
{
    if (date.year < 1 || date.year > CALENDAR_LAST || date.month > 12 || (date.day && !date.month)) return false;
    KbDate month = {date.year, date.month, 0};
    return !date.day || date.day <= calendar_last(month) - calendar_first(month) + 1;
}

// ---------------------------------------------------------------------------------------------- units

static bool days(long first, long last, Period *period)
{
    static const KbDate limit = {CALENDAR_LAST, 12, 31}, start = {1, 1, 1};
    if (first < calendar_first(start) || last > calendar_first(limit)) return false;
    *period = (Period){calendar_date(first), calendar_date(last)};
    return true;
}

static bool months(long first, long count, Period *period) // first: months since year 0
{
    long last = first + count - 1;
    if (first < 12 || last / 12 > CALENDAR_LAST) return false;
    period->from = (KbDate){(int16_t)(first / 12), (uint8_t)(first % 12 + 1), 0};
    period->to = (KbDate){(int16_t)(last / 12), (uint8_t)(last % 12 + 1), 0};
    return true;
}

static bool years(long first, long count, Period *period)
{
    if (first < 1 || first + count - 1 > CALENDAR_LAST) return false;
    period->from = (KbDate){(int16_t)first, 0, 0};
    period->to = (KbDate){(int16_t)(first + count - 1), 0, 0};
    return true;
}

static long years_in(TimeUnit unit)
{
    return unit == UNIT_YEAR ? 1 : unit == UNIT_DECADE ? 10 : unit == UNIT_CENTURY ? 100 : 1000;
}

static bool precise_for(KbDate date, TimeUnit unit)
{
    return date.year && (unit > UNIT_QUARTER || date.month) && (unit > UNIT_FORTNIGHT || date.day);
}

bool calendar_unit(KbDate date, TimeUnit unit, long by, Period *period)
{
    if (!precise_for(date, unit)) return false;
    long day = calendar_first(date), month = date.year * 12L + date.month - 1;
    long monday = day - (long)calendar_weekday(day), length = years_in(unit);
    switch (unit) {
    case UNIT_DAY: return days(day + by, day + by, period);
    case UNIT_WEEK: return days(monday + 7 * by, monday + 7 * by + 6, period);
    case UNIT_FORTNIGHT: return days(monday + 14 * by, monday + 14 * by + 6, period);
    case UNIT_MONTH: return months(month + by, 1, period);
    case UNIT_QUARTER: return months(month - month % 3 + 3 * by, 3, period);
    default: return years(date.year - date.year % length + by * length, length, period);
    }
}

bool calendar_shift(KbDate date, TimeUnit unit, long by, Period *period)
{
    if (unit > UNIT_YEAR) return date.year && years(date.year + by * years_in(unit), 1, period);
    return calendar_unit(date, unit, by, period);
}

// ---------------------------------------------------------------------------------------------- feasts

long calendar_weekday_of_month(int year, int month, unsigned weekday, int nth)
{
    KbDate whole = {(int16_t)year, (uint8_t)month, 0};
    long first = calendar_first(whole), last = calendar_last(whole);
    if (nth < 0) return last - (long)((calendar_weekday(last) + 7 - weekday) % 7);
    return first + (long)((weekday + 7 - calendar_weekday(first)) % 7) + 7L * (nth - 1);
}

// The anonymous Gregorian computus (Meeus, Jones, Butcher).
long calendar_easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return days_of(year, month, day);
}
