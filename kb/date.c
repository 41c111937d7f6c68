// Dates as precise as known.
// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "kb/kb.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

// Reads exactly `width` digits at *at; -1 where there are fewer.
static int read_digits(KbText text, size_t *at, size_t width)
{
    int value = 0;
    if (text.length - *at < width) return -1;
    for (size_t i = 0; i < width; i++) {
        char c = text.data[*at + i];
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    *at += width;
    return value;
}

// "-05": the hyphen and two digits; 0 where the text ends, -1 where it says something else.
static int read_part(KbText text, size_t *at, int limit)
{
    if (*at >= text.length) return 0;
    if (text.data[*at] != '-') return -1;
    (*at)++;
    int value = read_digits(text, at, 2);
    return value >= 1 && value <= limit ? value : -1;
}

bool kb_date_parse(KbText text, KbDate *date)
{
    size_t at = 0;
    *date = (KbDate){0};
    int year = read_digits(text, &at, 4);
    if (year < 1) return false;
    int month = read_part(text, &at, 12);
    if (month < 0) return false;
    int day = month ? read_part(text, &at, days_in(year, month)) : 0;
    if (day < 0) return false;
    if (at < text.length && text.data[at] != 'T' && text.data[at] != ' ') return false;
    if (at < text.length && !day) return false;
    *date = (KbDate){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

const char *kb_date_format(KbDate date, char out[KB_DATE_SIZE])
{
    if (date.year == 0)
        out[0] = '\0';
    else if (date.month == 0)
        snprintf(out, KB_DATE_SIZE, "%04d", date.year);
    else if (date.day == 0)
        snprintf(out, KB_DATE_SIZE, "%04d-%02u", date.year, date.month);
    else
        snprintf(out, KB_DATE_SIZE, "%04d-%02u-%02u", date.year, date.month, date.day);
    return out;
}

int kb_date_compare(KbDate a, KbDate b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}
