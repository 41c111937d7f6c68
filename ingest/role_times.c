// Reads the time expressions around a title phrase as bounds of the post.
// SPDX-License-Identifier: MIT
#include "ingest/role_times.h"

enum { TIME_REACH = 8, BACK_REACH = 12 };

typedef enum Edge { EDGE_NONE, EDGE_START, EDGE_END, EDGE_FROM, EDGE_AT } Edge;

static const struct {
    const char *words;
    Edge edge;
} edges[] = {
    {"|since|", EDGE_START},
    {"|from|between|", EDGE_FROM},
    {"|until|till|through|to|and|\xe2\x80\x93|-|", EDGE_END},
    {"|in|on|effective|at|of|by|starting|beginning|(|", EDGE_AT},
};

static Edge edge_before(const Units *units, uint32_t unit)
{
    while (unit && unit_in(units, unit - 1,
                           "|last|early|late|mid|the|end|of|this|next|summer|spring|winter|autumn|fall|at|least|"))
        unit--;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        if (unit && unit_in(units, unit - 1, edges[i].words)) return edges[i].edge;
    return EDGE_NONE;
}

static bool over(const Document *document, KbDate end)
{
    return document->published.year && end.year && kb_date_compare(end, document->published) < 0;
}

static bool ahead(const Document *document, KbDate start)
{
    return document->published.year && start.year && kb_date_compare(start, document->published) > 0;
}

static void set(KbDate bound[2], const TimeSpan *time)
{
    if (bound[0].year || bound[1].year) return;
    bound[0] = time->from;
    bound[1] = time->to;
}

static void read_time(const Document *document, const Units *units, const LinkedPhrase *link, const TimeSpan *time,
                      Role *role)
{
    Edge edge = edge_before(units, units->of_token[time->first]);
    switch (edge) {
    case EDGE_START: set(role->start, time); break;
    case EDGE_FROM:
        set(role->start, time);
        if (ahead(document, time->from) && role->status == KB_CURRENT) role->status = KB_DESIGNATE;
        break;
    case EDGE_END:
        if (unit_in(units, units->of_token[time->first] - 1, "|to|and|-|\xe2\x80\x93|") && !role->start[0].year &&
            !role->start[1].year)
            break;
        set(role->end, time);
        if (over(document, time->to) && role->status == KB_CURRENT) role->status = KB_FORMER;
        break;
    default:
        if (link->fills || link->begins) set(role->start, time);
        if (link->begins && document->published.year > time->to.year + 1 && time->to.year) role->status = KB_FORMER;
        if (link->fills && ahead(document, time->from) && role->status == KB_CURRENT) role->status = KB_DESIGNATE;
    }
}

// Index of the first time expression that begins at or after the token.
static size_t first_time(const Document *document, uint32_t token)
{
    size_t low = 0, high = document->time_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->times[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void role_times(const Document *document, const Units *units, const LinkedPhrase *link, Role *role)
{
    uint32_t from = link->verb != NO_UNIT && link->verb < link->phrase.start ? link->verb : link->phrase.start;
    uint32_t first_unit = from;
    while (first_unit > 0 && from - first_unit < BACK_REACH && units->items[first_unit - 1].sentence == role->sentence)
        first_unit--;
    bool opening =
        !first_unit || units->items[first_unit - 1].sentence != role->sentence; // the clause opens the sentence
    uint32_t last_token = role->last;
    for (size_t i = first_time(document, document->sentences[role->sentence].first); i < document->time_count; i++) {
        const TimeSpan *time = &document->times[i];
        if (time->first >= last_token + TIME_REACH || document->tokens[time->first].sentence != role->sentence) break;
        bool after = time->first >= role->last && time->first < last_token + TIME_REACH;
        bool early = time->first <= document->sentences[role->sentence].first + 3; // "From 2014 to 2017 she was ..."
        bool before = link->kind == LINK_PREDICATE && opening && (early || role->start[0].year) &&
                      time->last <= units->items[from].first && time->first >= units->items[first_unit].first;
        if (!after && !before) continue;
        read_time(document, units, link, time, role);
        if (after) last_token = time->last;
    }
}
