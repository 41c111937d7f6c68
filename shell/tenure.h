// Who held a post when: what reports, bounds and successors together allow.
// SPDX-License-Identifier: MIT
//
// A report "current" of day D attests D. Bounds attest too: whoever started by S and ended from E on held the post from
// S to E. A holder is never put where bounds exclude him, nor where another's attested time lies between.
#ifndef SHELL_TENURE_H
#define SHELL_TENURE_H

#include "shell/ask.h"

typedef struct TenureSpan {
    KbDate from, to; // attested days
} TenureSpan;

typedef struct Tenure {
    KbRef holder;
    const KbHeldRole **roles; // [count] his rows for this post that stand
    size_t count, room;
    TenureSpan *spans; // [span_count], in order; somebody else may have held the post between two
    size_t span_count, span_room;
    KbDate known_from, known_to;       // of all spans; year 0: no dated evidence
    KbDate not_before, not_after;      // bounds; year 0: none
    KbDate last_current, first_former; // reports; year 0: none
    bool holds, held, acting, coming;  // has rows current or acting; former; acting; designate, nominee or candidate
    const KbHeldRole *best;            // the row that says most
} Tenure;

typedef struct Tenures {
    Tenure *items; // [count], latest first
    size_t count, room;
    bool single; // one holder at a time
} Tenures;

Tenures tenures_of(Ask *ask, const KbHeldRole *const *roles, size_t count);
// Holds it as last reported, and nobody else later.
bool tenure_is_current(const Tenures *tenures, const Tenure *tenure);
// 3: attested in the period; 1 or 2: near it, nobody between; 0: no evidence, or excluded. *gap in days.
unsigned tenure_in(const Tenures *tenures, const Tenure *tenure, KbDate from, KbDate to, int *gap);
// Order in time: negative when a held the post before b.
int tenure_compare(const Tenure *a, const Tenure *b);

#endif
