// Reads the time expressions around a title phrase as bounds of the post.
// SPDX-License-Identifier: MIT
#include "ingest/role_times.h"

#include "ingest/clause.h"

enum { TIME_REACH = 8, BACK_REACH = 12, CLAUSE_REACH = 14, LEAVING_REACH = 10 };

typedef enum Edge { EDGE_NONE, EDGE_START, EDGE_END, EDGE_FROM, EDGE_AT } Edge;

static const struct {
    const char *words;
    Edge edge;
} edges[] = {
    {"|since|", EDGE_START},
    {"|from|between|effective|starting|beginning|", EDGE_FROM},
    {"|until|till|through|to|and|\xe2\x80\x93|-|", EDGE_END},
    {"|in|on|at|of|by|(|", EDGE_AT},
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

static bool verb_between(const Document *document, uint32_t from, uint32_t to)
{
    for (uint32_t token = from; token < to; token++) {
        Upos pos = (Upos)document->tokens[token].pos;
        if (pos == POS_VERB || pos == POS_AUX || token_in(document, token, "|;|:|")) return true;
    }
    return false;
}

// The edge that a clause between tells: "secretary since Tim Geithner left last month". EDGE_NONE: no such clause.
static Edge edge_of_clause(const Document *document, uint32_t from, uint32_t to)
{
    for (uint32_t token = from; token < to && token < from + 2; token++) {
        if (token_in(document, token, "|since|")) return EDGE_START;
        if (token_in(document, token, "|until|till|")) return EDGE_END;
    }
    return EDGE_NONE;
}

static void read_end(const Document *document, const TimeSpan *time, Role *role)
{
    set(role->end, time);
    if (over(document, time->to) && role->status == KB_CURRENT) role->status = KB_FORMER;
}

static void read_time(const Document *document, const Units *units, const LinkedPhrase *link, const TimeSpan *time,
                      Role *role)
{
    Edge edge = edge_before(units, units->of_token[time->first]);
    bool range = document->tokens[time->first].end - document->tokens[time->first].start == 4 && // "2003-07"
                 time->last == time->first + 3 && kb_date_compare(time->from, time->to) != 0;
    if (range) {
        TimeSpan start = {time->first, time->last, time->from, time->from},
                 end = {time->first, time->last, time->to, time->to};
        set(role->start, &start);
        read_end(document, &end, role);
        return;
    }
    switch (edge) {
    case EDGE_START: set(role->start, time); break;
    case EDGE_FROM:
        set(role->start, time);
        if (ahead(document, time->from) && role->status == KB_CURRENT) role->status = KB_DESIGNATE;
        break;
    case EDGE_END:
        if (time->first > role->last && unit_in(units, units->of_token[time->first] - 1, "|until|till|") &&
            unit_in(units, units->of_token[time->first] - 2, "|and|"))
            break; // "now a farmer in Bole and until 2006 secretary general"
        if (time->first > role->last && token_in(document, time->last, "|the|a|an|its|his|her|"))
            break; // "Defence Minister X, until June the chief of staff"
        if (unit_in(units, units->of_token[time->first] - 1, "|to|and|-|\xe2\x80\x93|") && !role->start[0].year &&
            !role->start[1].year)
            break;
        read_end(document, time, role);
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

// ---------------------------------------------------------------------------------------------- leaving

static bool begins_time(const Document *document, uint32_t token)
{
    size_t at = first_time(document, token);
    return at < document->time_count && document->times[at].first == token;
}

// The token, or the one after "the", is the name of what the post is held at.
static bool names_seat(const Document *document, uint32_t token, const Role *role)
{
    int32_t name = document_mention_at(document, token_is(document, token, "the") ? token + 1 : token);
    int32_t chain = name < 0 ? -1 : document->mentions[name].chain;
    return chain >= 0 && (chain == role->organization || chain == role->place);
}

// A verb that ends the post, as it stands in the sentence: "stepped down", "was dismissed", "left in May".
static bool leaves_at(const Document *document, uint32_t token, bool passive, const Role *role)
{
    static const char after_left[] = "|in|on|at|last|office|after|this|,|",
                      after_dismissed[] = "|in|on|last|by|after|as|this|";
    if (token_in(document, token, "|stepped|steps|step|stepping|"))
        return token_in(document, token + 1, "|down|aside|");
    if (token_in(document, token, "|resigned|resigns|resign|quit|quits|retired|retires|retire|died|dies|")) return true;
    if (token_in(document, token, "|left|leaves|leave|departs|departed|"))
        return names_seat(document, token + 1, role) || begins_time(document, token + 1) ||
               token_in(document, token + 1, after_left);
    if (!token_in(document, token, "|dismissed|fired|sacked|ousted|removed|replaced|deposed|overthrown|toppled|"))
        return false;
    return passive || begins_time(document, token + 1) || token_in(document, token + 1, after_dismissed);
}

// One past the comma that closes what is put in after the token: ", 54," and ", chief executive of Acme,"; not
// ", replacing Jane Doe, who": that one left.
static uint32_t after_insertion(const Document *document, uint32_t token)
{
    if (!token_is(document, token, ",")) return token;
    for (uint32_t end = token + 1; end < token + TIME_REACH && end < document->token_count; end++) {
        if (!token_is(document, end, ",")) continue;
        int32_t name = document_mention_at(document, end - 1);
        bool hers = name >= 0 && document->mentions[name].type == KB_PERSON && token_is(document, end + 1, "who");
        return hers ? token + 1 : end + 1;
    }
    return token + 1;
}

// The verb of leaving whose group begins at the token, NO_TOKEN where another stands there.
static uint32_t leaving_verb(const Document *document, uint32_t token, const Role *role)
{
    bool passive = false;
    for (uint32_t end = token + BACK_REACH; token < end && token < document->token_count; token++) {
        if (leaves_at(document, token, passive, role)) return token;
        if (begins_time(document, token)) {
            token = document->times[first_time(document, token)].last - 1; // "who last month resigned"
            continue;
        }
        passive |= token_in(document, token, "|was|were|be|been|is|are|being|");
        if (!token_in(document, token,
                      "|was|were|be|been|is|are|being|has|had|have|will|to|who|and|on|in|then|later|abruptly|suddenly|"
                      "finally|also|due|expected|set|"))
            break;
    }
    return NO_TOKEN;
}

// "stepped down as", "was dismissed last May as": the verb before the post.
static uint32_t leaving_verb_before(const Document *document, uint32_t start, const Role *role)
{
    uint32_t sentence = document->sentences[role->sentence].first;
    while (start > sentence && token_in(document, start - 1, "|the|its|his|her|their|"))
        start--;
    if (start <= sentence || !token_is(document, start - 1, "as")) return NO_TOKEN;
    for (uint32_t token = start - 1; token > sentence && token + TIME_REACH > start; token--) {
        bool passive = token > sentence + 1 && token_in(document, token - 2, "|was|were|been|be|is|being|");
        if (leaves_at(document, token - 1, passive, role)) return token - 1;
    }
    return NO_TOKEN;
}

// The time that stands with the verb of leaving: "will step down in November as", "who last month resigned".
static void read_leaving_time(const Document *document, const Units *units, uint32_t verb, uint32_t limit, Role *role)
{
    for (size_t i = first_time(document, document->sentences[role->sentence].first); i < document->time_count; i++) {
        const TimeSpan *time = &document->times[i];
        if (time->first >= limit || document->tokens[time->first].sentence != role->sentence) return;
        if (time->last + 1 < verb) continue;
        if (time->last > verb && verb_between(document, verb + 1, time->first)) return;
        Edge edge = edge_before(units, units->of_token[time->first]);
        if (edge != EDGE_START && edge != EDGE_END) set(role->end, time);
        return;
    }
}

static void read_leaving(const Document *document, const Units *units, const LinkedPhrase *link, Role *role)
{
    uint32_t start = units->items[link->phrase.start].first;
    uint32_t name = link->name != NO_UNIT ? units->items[link->name].last : 0;
    uint32_t after = name > role->last ? name : role->last, verb = leaving_verb_before(document, start, role);
    if (role->polarity == KB_NEGATIVE || !(link->phrase.classes & TITLE_POST)) return;
    if (verb == NO_TOKEN && link->inside) return;
    if (verb == NO_TOKEN) verb = leaving_verb(document, after, role);
    if (verb == NO_TOKEN && token_is(document, after, ",")) verb = leaving_verb(document, after + 1, role);
    if (verb == NO_TOKEN) verb = leaving_verb(document, after_insertion(document, after), role);
    if (verb == NO_TOKEN || document->tokens[verb].sentence != role->sentence) return;
    read_leaving_time(document, units, verb, (verb > role->last ? verb : role->last) + LEAVING_REACH, role);
}

// "X, the new governor of Bermuda, took office in March last year"
static void read_taking(const Document *document, const Units *units, const LinkedPhrase *link, Role *role)
{
    uint32_t name = link->name != NO_UNIT ? units->items[link->name].last : 0;
    uint32_t after = name > role->last ? name : role->last, at[2] = {after, after_insertion(document, after)};
    if (role->polarity == KB_NEGATIVE || link->inside || !(link->phrase.classes & TITLE_POST)) return;
    for (unsigned i = 0; i < 2; i++) {
        uint32_t verb = at[i];
        while (token_in(document, verb, "|,|who|had|has|only|"))
            verb++;
        if (!token_in(document, verb, "|took|takes|taken|") || !token_is(document, verb + 1, "office")) continue;
        uint32_t begins = verb + 2 + token_in(document, verb + 2, "|in|on|last|");
        for (uint32_t token = verb + 2; token <= begins; token++)
            if (begins_time(document, token)) {
                set(role->start, &document->times[first_time(document, token)]);
                return;
            }
    }
}

// ---------------------------------------------------------------------------------------------- the times of a post

// After the phrase; false: this time and all later ones belong to something else.
static bool read_after(const Document *document, const Units *units, const LinkedPhrase *link, const TimeSpan *time,
                       uint32_t reach, Role *role)
{
    Edge edge = time->first < role->last + CLAUSE_REACH ? edge_of_clause(document, role->last, time->first) : EDGE_NONE;
    Edge own = edge_before(units, units->of_token[time->first]);
    if (edge != EDGE_NONE && (own == EDGE_NONE || own == EDGE_AT)) {
        if (edge == EDGE_START) set(role->start, time);
        if (edge == EDGE_END) read_end(document, time, role);
        return false;
    }
    if (verb_between(document, role->last, time->first) || time->first >= reach + TIME_REACH) return false;
    read_time(document, units, link, time, role);
    return true;
}

void role_times(const Document *document, const Units *units, const LinkedPhrase *link, Role *role)
{
    uint32_t from = link->verb != NO_UNIT && link->verb < link->phrase.start ? link->verb : link->phrase.start;
    uint32_t first_unit = from, reach = role->last, start = units->items[link->phrase.start].first;
    while (first_unit > 0 && from - first_unit < BACK_REACH && units->items[first_unit - 1].sentence == role->sentence)
        first_unit--;
    bool opening =
        !first_unit || units->items[first_unit - 1].sentence != role->sentence; // the clause opens the sentence
    const TimeSpan *beside = NULL;                                              // "on Sunday named her president"
    bool own = link->joined && link->fills; // "In 1968 he was named judge, and in 1971 head of Acme"
    read_leaving(document, units, link, role);
    read_taking(document, units, link, role);
    for (size_t i = first_time(document, document->sentences[role->sentence].first); i < document->time_count; i++) {
        const TimeSpan *time = &document->times[i];
        if (document->tokens[time->first].sentence != role->sentence) break;
        bool early = time->first <= document->sentences[role->sentence].first + 3; // "From 2014 to 2017 she was ..."
        bool before = link->kind == LINK_PREDICATE && opening && (early || role->start[0].year) &&
                      time->last <= units->items[from].first && time->first >= units->items[first_unit].first;
        if (before && !own)
            read_time(document, units, link, time, role);
        else if (link->fills && time->first < (own ? role->token : start) && time->last >= units->items[from].first)
            beside = time;
        if (time->first < role->last) continue;
        if (!read_after(document, units, link, time, reach, role)) break;
        reach = time->last;
    }
    if (beside) read_time(document, units, link, beside, role);
}
