// The time a question asks about: "in March 2018", "between 2014 and 2016", "now", "when Ann Poe took office".
// SPDX-License-Identifier: MIT
#ifndef SHELL_WHEN_H
#define SHELL_WHEN_H

#include "shell/words.h"

typedef enum WhenKind { WHEN_UNSAID, WHEN_NOW, WHEN_PERIOD, WHEN_MONTH, WHEN_CLAUSE } WhenKind;

typedef struct When {
    WhenKind kind;
    KbDate from, to; // WHEN_PERIOD: whole days, both included; year 0 = open. WHEN_MONTH: from, without a year
    KbText clause;   // WHEN_CLAUSE: "Ann Poe took office"
} When;

// Finds the first time phrase and marks its words as taken, for words_strip to drop.
When when_read(Region *region, Words *words);

KbDate when_first_day(KbDate date); // of a month or year; the date itself when it is a day
KbDate when_last_day(KbDate date);
int when_days(KbDate from, KbDate to); // days from one to the other; imprecise dates count from their first day

#endif
