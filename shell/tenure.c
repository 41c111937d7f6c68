// Who held a post when: what reports, bounds and successors together allow.
// SPDX-License-Identifier: MIT
#include "shell/tenure.h"

#include <stdlib.h>
#include <string.h>

// How far, in days, a report speaks for the time after and before it when nothing contradicts.
enum { AFTER_REPORT = 366, BEFORE_REPORT = 92, BETWEEN_REPORTS = 5 * 366 };

static void keep_first(KbDate *kept, KbDate date)
{
    if (date.year && (!kept->year || kb_date_compare(date, *kept) < 0)) *kept = date;
}

static void keep_last(KbDate *kept, KbDate date)
{
    if (date.year && kb_date_compare(date, *kept) > 0) *kept = date;
}

static void attest(Ask *ask, Tenure *tenure, KbDate from, KbDate to)
{
    if (!from.year) from = to;
    if (!to.year || kb_date_compare(to, from) < 0) to = from;
    if (!from.year) return;
    REGION_PUSH(ask->region, tenure->spans, tenure->span_count, tenure->span_room, (TenureSpan){from, to});
    keep_first(&tenure->known_from, from);
    keep_last(&tenure->known_to, to);
}

// From the day by which it had surely begun to the day until which it surely lasted.
static void attest_bounds(Ask *ask, Tenure *tenure, const KbHeldRole *role)
{
    bool begun = role->start[1].year && (role->start[0].year || role->status != KB_FORMER);
    KbDate from = begun ? when_last_day(role->start[1]) : (KbDate){0};
    KbDate to = role->end[0].year ? when_first_day(role->end[0]) : (KbDate){0};
    if (from.year || to.year) attest(ask, tenure, from, to);
}

// "will take over in March": begins after the report.
static bool is_ahead(const KbHeldRole *role)
{
    return role->start[0].year && role->last_reported.year &&
           kb_date_compare(when_first_day(role->start[0]), role->last_reported) > 0;
}

static void add_current(Ask *ask, Tenure *tenure, const KbHeldRole *role)
{
    attest_bounds(ask, tenure, role);
    if (is_ahead(role)) {
        tenure->coming = true;
        return;
    }
    tenure->holds = true;
    tenure->acting = tenure->acting || role->status == KB_ACTING;
    for (size_t i = 0; i < role->source_count; i++)
        attest(ask, tenure, role->sources[i].published, role->sources[i].published);
    keep_last(&tenure->last_current, role->last_reported);
}

static void add_former(Ask *ask, Tenure *tenure, const KbHeldRole *role)
{
    tenure->held = true;
    attest_bounds(ask, tenure, role);
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
        add_former(ask, tenure, role);
    else if (role->status <= KB_ACTING)
        add_current(ask, tenure, role);
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

static int by_begin(const void *a, const void *b)
{
    const TenureSpan *left = a, *right = b;
    int order = kb_date_compare(left->from, right->from);
    return order ? order : kb_date_compare(left->to, right->to);
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
    for (size_t i = 0; i < tenures.count; i++) {
        set_bounds(&tenures.items[i]);
        if (tenures.items[i].span_count)
            qsort(tenures.items[i].spans, tenures.items[i].span_count, sizeof(TenureSpan), by_begin);
    }
    if (tenures.count) qsort(tenures.items, tenures.count, sizeof *tenures.items, latest_first);
    return tenures;
}

// The last day anything is reported of the post: "until August" is over when that is later.
static KbDate latest_report(const Tenures *tenures)
{
    KbDate latest = {0};
    for (size_t i = 0; i < tenures->count; i++)
        for (size_t k = 0; k < tenures->items[i].count; k++)
            keep_last(&latest, tenures->items[i].roles[k]->last_reported);
    return latest;
}

bool tenure_is_current(const Tenures *tenures, const Tenure *tenure)
{
    if (!tenure->holds) return false;
    if (tenure->held && kb_date_compare(tenure->first_former, tenure->last_current) >= 0 && tenure->first_former.year)
        return false;
    if (tenure->held && !tenure->last_current.year) return false;
    if (tenure->not_after.year && kb_date_compare(tenure->not_after, latest_report(tenures)) < 0) return false;
    bool dated = tenure->last_current.year; // an undated report is neither earlier nor later
    for (size_t i = 0; i < tenures->count && tenures->single && dated; i++) {
        const Tenure *other = &tenures->items[i];
        if (other != tenure && other->holds && kb_date_compare(other->last_current, tenure->last_current) > 0)
            return false;
    }
    return true;
}

// Somebody else is attested after the one day and not after the other.
static bool other_between(const Tenures *tenures, const Tenure *tenure, KbDate after, KbDate until)
{
    for (size_t i = 0; i < tenures->count && tenures->single; i++) {
        const Tenure *other = &tenures->items[i];
        for (size_t k = 0; k < other->span_count && other != tenure; k++)
            if (kb_date_compare(other->spans[k].to, after) > 0 && kb_date_compare(other->spans[k].from, until) <= 0)
                return true;
    }
    return false;
}

static bool someone_after(const Tenures *tenures, const Tenure *tenure, KbDate to)
{
    if (tenure->not_after.year && kb_date_compare(tenure->not_after, to) >= 0) return true;
    for (size_t i = 0; i < tenures->count; i++)
        if (&tenures->items[i] != tenure && kb_date_compare(tenures->items[i].known_to, to) > 0) return true;
    return false;
}

// The last span before and the first after the period; NULL: none. False: one overlaps it.
static bool neighbours(const Tenure *tenure, KbDate from, KbDate to, const TenureSpan **before,
                       const TenureSpan **after)
{
    *before = *after = NULL;
    for (size_t i = 0; i < tenure->span_count; i++) {
        const TenureSpan *span = &tenure->spans[i];
        if (kb_date_compare(span->from, to) <= 0 && kb_date_compare(span->to, from) >= 0) return false;
        if (kb_date_compare(span->to, from) < 0 && (!*before || kb_date_compare(span->to, (*before)->to) > 0))
            *before = span;
        if (kb_date_compare(span->from, to) > 0 && !*after) *after = span;
    }
    return true;
}

unsigned tenure_in(const Tenures *tenures, const Tenure *tenure, KbDate from, KbDate to, int *gap)
{
    const TenureSpan *before, *after;
    *gap = 0;
    if (!from.year) from = (KbDate){1, 1, 1};
    if (!to.year) to = (KbDate){9999, 12, 31};
    if (!neighbours(tenure, from, to, &before, &after)) return 3;
    if (before && after && !other_between(tenures, tenure, before->to, after->from)) return 3;
    if (tenure->not_after.year && kb_date_compare(tenure->not_after, from) < 0) return 0;
    if (tenure->not_before.year && kb_date_compare(tenure->not_before, to) > 0) return 0;
    if (before && !other_between(tenures, tenure, before->to, from)) {
        *gap = when_days(before->to, from);
        return *gap <= (tenures->single && someone_after(tenures, tenure, to) ? BETWEEN_REPORTS : AFTER_REPORT) ? 2 : 0;
    }
    if (after && !other_between(tenures, tenure, to, after->from)) {
        *gap = when_days(to, after->from);
        return *gap <= BEFORE_REPORT ? 1 : 0;
    }
    return 0;
}
