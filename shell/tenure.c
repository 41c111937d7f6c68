// Who held a post when: what reports, bounds and successors together allow.
// SPDX-License-Identifier: MIT
#include "shell/tenure.h"

#include <stdlib.h>
#include <string.h>

// How far, in days, a report speaks for the time after and before it when nothing contradicts.
enum { AFTER_REPORT = 366, BEFORE_REPORT = 92, BETWEEN_REPORTS = 5 * 366 };

static void attest(Tenure *tenure, KbDate date)
{
    if (!date.year) return;
    KbDate first = when_first_day(date), last = date.month ? when_last_day(date) : first;
    if (!tenure->known_from.year || kb_date_compare(first, tenure->known_from) < 0) tenure->known_from = first;
    if (!tenure->known_to.year || kb_date_compare(last, tenure->known_to) > 0) tenure->known_to = last;
}

static void keep_first(KbDate *kept, KbDate date)
{
    if (date.year && (!kept->year || kb_date_compare(date, *kept) < 0)) *kept = date;
}

static void keep_last(KbDate *kept, KbDate date)
{
    if (date.year && kb_date_compare(date, *kept) > 0) *kept = date;
}

static void add_current(Tenure *tenure, const KbHeldRole *role)
{
    tenure->holds = true;
    tenure->acting = tenure->acting || role->status == KB_ACTING;
    attest(tenure, role->first_reported);
    attest(tenure, role->last_reported);
    if (role->start[1].year) attest(tenure, when_last_day(role->start[1]));
    keep_last(&tenure->last_current, role->last_reported);
}

static void add_former(Tenure *tenure, const KbHeldRole *role)
{
    tenure->held = true;
    if (role->start[0].year && role->start[1].year) attest(tenure, when_last_day(role->start[1]));
    if (role->end[0].year) attest(tenure, when_first_day(role->end[0]));
    keep_first(&tenure->first_former, role->first_reported);
}

static unsigned weight(const KbHeldRole *role)
{
    static const unsigned BY_STATUS[KB_ROLE_STATUSES] = {
        [KB_UNKNOWN] = 2,   [KB_CURRENT] = 4, [KB_ACTING] = 4,   [KB_FORMER] = 3,
        [KB_DESIGNATE] = 1, [KB_NOMINEE] = 1, [KB_CANDIDATE] = 0};
    return BY_STATUS[role->status];
}

static void add_role(Ask *ask, Tenure *tenure, const KbHeldRole *role)
{
    REGION_PUSH(ask->region, tenure->roles, tenure->count, tenure->room, role);
    if (role->status == KB_FORMER)
        add_former(tenure, role);
    else if (role->status <= KB_ACTING)
        add_current(tenure, role);
    else
        tenure->coming = true;
    bool first = tenure->count == 1;
    if (first || weight(role) > weight(tenure->best) ||
        (weight(role) == weight(tenure->best) && kb_date_compare(role->last_reported, tenure->best->last_reported) > 0))
        tenure->best = role;
}

// Bounds that later evidence contradicts belong to an earlier term and are dropped.
static void set_bounds(Tenure *tenure)
{
    for (size_t i = 0; i < tenure->count; i++) {
        const KbHeldRole *role = tenure->roles[i];
        KbDate end = role->end[1].year ? when_last_day(role->end[1]) : (KbDate){0};
        if (!end.year && role->status == KB_FORMER) end = role->first_reported;
        if (end.year && (!tenure->known_to.year || kb_date_compare(end, tenure->known_to) >= 0))
            keep_first(&tenure->not_after, end);
        KbDate start = role->status == KB_FORMER || role->status <= KB_ACTING ? role->start[0] : (KbDate){0};
        if (start.year && (!tenure->known_from.year || kb_date_compare(when_first_day(start), tenure->known_from) <= 0))
            keep_last(&tenure->not_before, when_first_day(start));
    }
}

static KbDate order_key(const Tenure *tenure)
{
    if (tenure->known_to.year) return tenure->known_to;
    if (tenure->not_after.year) return tenure->not_after;
    return tenure->first_former;
}

int tenure_compare(const Tenure *a, const Tenure *b)
{
    if (a->holds != b->holds && !(order_key(a).year && order_key(b).year)) return a->holds ? 1 : -1;
    int order = kb_date_compare(order_key(a), order_key(b));
    return order ? order : kb_date_compare(a->known_from, b->known_from);
}

static int latest_first(const void *a, const void *b)
{
    const Tenure *left = a, *right = b;
    int order = tenure_compare(right, left);
    if (left->coming != right->coming && (left->holds || left->held) != (right->holds || right->held))
        return left->holds || left->held ? -1 : 1;
    return order ? order : kb_text_compare(kb_text(left->holder.id.text), kb_text(right->holder.id.text));
}

Tenures tenures_of(Ask *ask, const KbHeldRole *const *roles, size_t count)
{
    Tenures tenures = {.single = true};
    for (size_t i = 0; i < count; i++) {
        if (!role_stands(roles[i])) continue;
        size_t at = 0;
        while (at < tenures.count && strcmp(tenures.items[at].holder.id.text, roles[i]->holder.id.text) != 0)
            at++;
        if (at == tenures.count)
            REGION_PUSH(ask->region, tenures.items, tenures.count, tenures.room, (Tenure){.holder = roles[i]->holder});
        add_role(ask, &tenures.items[at], roles[i]);
        if (!title_single(ask->region, roles[i]->title)) tenures.single = false;
    }
    for (size_t i = 0; i < tenures.count; i++)
        set_bounds(&tenures.items[i]);
    if (tenures.count) qsort(tenures.items, tenures.count, sizeof *tenures.items, latest_first);
    return tenures;
}

bool tenure_is_current(const Tenures *tenures, const Tenure *tenure)
{
    if (!tenure->holds) return false;
    if (tenure->held && kb_date_compare(tenure->first_former, tenure->last_current) >= 0 && tenure->first_former.year)
        return false;
    if (tenure->held && !tenure->last_current.year) return false;
    for (size_t i = 0; i < tenures->count && tenures->single; i++) {
        const Tenure *other = &tenures->items[i];
        if (other != tenure && other->holds && kb_date_compare(other->last_current, tenure->last_current) > 0)
            return false;
    }
    return true;
}

static bool ended_before(const Tenure *other, KbDate date)
{
    return other->known_to.year && kb_date_compare(other->known_to, date) < 0;
}

// Someone else is attested after `tenure` and not after the period, or the other way round.
static bool other_between(const Tenures *tenures, const Tenure *tenure, KbDate from, KbDate to)
{
    for (size_t i = 0; i < tenures->count && tenures->single; i++) {
        const Tenure *other = &tenures->items[i];
        if (other == tenure || !other->known_from.year) continue;
        bool later = ended_before(tenure, other->known_from) && kb_date_compare(other->known_from, from) <= 0;
        bool earlier = ended_before(other, tenure->known_from) && kb_date_compare(other->known_to, to) >= 0;
        if (later || earlier) return true;
    }
    return false;
}

static bool someone_after(const Tenures *tenures, const Tenure *tenure, KbDate to)
{
    if (tenure->not_after.year && kb_date_compare(tenure->not_after, to) >= 0) return true;
    for (size_t i = 0; i < tenures->count; i++)
        if (&tenures->items[i] != tenure && kb_date_compare(tenures->items[i].known_from, to) > 0) return true;
    return false;
}

unsigned tenure_in(const Tenures *tenures, const Tenure *tenure, KbDate from, KbDate to, int *gap)
{
    KbDate first = tenure->known_from, last = tenure->known_to;
    *gap = 0;
    if (!first.year) return 0;
    if (!from.year) from = (KbDate){1, 1, 1};
    if (!to.year) to = (KbDate){9999, 12, 31};
    if (kb_date_compare(first, to) <= 0 && kb_date_compare(last, from) >= 0) return 3;
    if (tenure->not_after.year && kb_date_compare(tenure->not_after, from) < 0) return 0;
    if (tenure->not_before.year && kb_date_compare(tenure->not_before, to) > 0) return 0;
    if (other_between(tenures, tenure, from, to)) return 0;
    bool after = kb_date_compare(last, from) < 0;
    *gap = after ? when_days(last, from) : when_days(to, first);
    int limit = !after                                                  ? BEFORE_REPORT
                : tenures->single && someone_after(tenures, tenure, to) ? BETWEEN_REPORTS
                                                                        : AFTER_REPORT;
    return *gap <= limit ? after ? 2 : 1 : 0;
}
