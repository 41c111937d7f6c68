// What a stretch of time brought: changes, new names, people who took or gave up posts, what was known by a day.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "shell/link.h"

enum { NEWS_SHOWN = 200 };

// Without a time, the month up to the last article.
static bool read_period(Ask *ask, When *when)
{
    if (!ask_period(ask, when)) return false;
    if (when->kind != WHEN_UNSAID && when->kind != WHEN_NOW) return true;
    KbDate day = ask_last_day(ask);
    *when = when_resolve((When){.kind = WHEN_RELATIVE, .unit = UNIT_MONTH, .first = 1, .rolling = true}, day);
    if (day.year) ask_note(ask, "the month before the last article, %.*s", TEXT_ARGS(date_text(ask, day)));
    return true;
}

static void finish(Ask *ask)
{
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles report nothing of that for that time");
}

// ---------------------------------------------------------------------------------------------- news

typedef struct Piece {
    KbDate date;
    bool reported; // the date is the report's
    KbText text;
    KbHop claim;
} Piece;

typedef struct Pieces {
    Ask *ask;
    const When *when;
    Piece *items;
    size_t count, room;
} Pieces;

static void push_piece(Pieces *pieces, KbDate date, bool reported, KbText text, const KbHop *claim)
{
    Ask *ask = pieces->ask;
    KbText shade = link_hop_shade(claim);
    if (shade.length) text = region_format(ask->region, "%.*s (%.*s)", TEXT_ARGS(text), TEXT_ARGS(shade));
    REGION_PUSH(ask->region, pieces->items, pieces->count, pieces->room, (Piece){date, reported, text, *claim});
}

static bool fits(const When *when, KbDate date)
{
    return date.year && when_fits(when, date, date);
}

static void push_role(Pieces *pieces, const KbHop *claim)
{
    Ask *ask = pieces->ask;
    const KbHeldRole *role = claim->role;
    KbText holder = role->holder.name, label = role_label(ask, role);
    bool starts = fits(pieces->when, role->start[0]), ends = role->end[0].year && fits(pieces->when, role->end[1]);
    if (starts)
        push_piece(pieces, role->start[0], false,
                   region_format(ask->region, "%.*s became %.*s", TEXT_ARGS(holder), TEXT_ARGS(label)), claim);
    if (ends)
        push_piece(pieces, role->end[1], false,
                   region_format(ask->region, "%.*s left as %.*s", TEXT_ARGS(holder), TEXT_ARGS(label)), claim);
    if (starts || ends || !fits(pieces->when, role->first_reported)) return;
    push_piece(pieces, role->first_reported, true,
               region_format(ask->region, "%.*s: %.*s", TEXT_ARGS(holder), TEXT_ARGS(role_detail(ask, role))), claim);
}

static bool visit_piece(Ask *ask, const KbHop *claim, void *context)
{
    Pieces *pieces = context;
    if (claim->role) {
        push_role(pieces, claim);
        return true;
    }
    const KbLink *link = claim->link;
    KbDate dated = link->date[0].year ? link->date[0] : link->date[1], first = link_hop_first(claim);
    KbDate day = dated.year ? dated : first;
    if (fits(pieces->when, day)) push_piece(pieces, day, !dated.year, link_sentence(ask, link), claim);
    return true;
}

static int by_date(const void *a, const void *b)
{
    const Piece *left = a, *right = b;
    int order = kb_date_compare(left->date, right->date);
    return order ? order : kb_text_compare(left->text, right->text);
}

void answer_changes(Ask *ask)
{
    When when;
    const KbEntity *x = ask->question->x.length ? ask_entity(ask, ask->question->x, ANY_TYPE) : NULL;
    if (ask->refused || !read_period(ask, &when)) return;
    Pieces pieces = {.ask = ask, .when = &when};
    link_each_claim(ask, x, visit_piece, &pieces);
    if (pieces.count) qsort(pieces.items, pieces.count, sizeof *pieces.items, by_date);
    size_t from = pieces.count > NEWS_SHOWN ? pieces.count - NEWS_SHOWN : 0; // the latest
    for (size_t i = from; i < pieces.count; i++) {
        const Piece *piece = &pieces.items[i];
        bool again = i > from && kb_text_equal(piece->text, pieces.items[i - 1].text);
        if (again) continue;
        KbText date = date_text(ask, piece->date);
        KbText detail = piece->reported ? region_format(ask->region, "reported %.*s", TEXT_ARGS(date)) : date;
        ask_support_hop(ask, ask_item(ask, piece->text, NULL, detail), &piece->claim);
    }
    if (from) ask_note(ask, "the last %d of %zu", NEWS_SHOWN, pieces.count);
    finish(ask);
}

// ---------------------------------------------------------------------------------------------- new names

typedef struct Newcomers {
    Ask *ask;
    const When *when;
    KbType type;
} Newcomers;

static bool visit_newcomer(const KbEntity *entity, void *context)
{
    const Newcomers *newcomers = context;
    Ask *ask = newcomers->ask;
    if (entity->type != newcomers->type || entity->unresolved || !fits(newcomers->when, entity->first_seen))
        return true;
    KbRef self = ask_ref(entity);
    KbText parts[] = {
        entity->role_count ? role_label(ask, &entity->roles[0]) : (KbText){"", 0},
        region_format(ask->region, "first mentioned %.*s", TEXT_ARGS(date_text(ask, entity->first_seen)))};
    ask_item(ask, entity->name, &self, region_join(ask->region, parts, 2, ", "))->as_of = entity->last_seen;
    return ask->answer->count < NEWS_SHOWN;
}

void answer_newcomers(Ask *ask)
{
    When when;
    if (!read_period(ask, &when)) return;
    Newcomers newcomers = {ask, &when, KB_PERSON};
    for (int type = 0; type < KB_TYPES; type++)
        if (strcmp(kb_type_name((KbType)type), ask->question->param) == 0) newcomers.type = (KbType)type;
    ask_each(ask, visit_newcomer, &newcomers);
    finish(ask);
}

// ---------------------------------------------------------------------------------------------- who took or gave up a
// post

typedef struct Movers {
    const When *when;
    bool starts, ends;
} Movers;

// Precise bounds only: "before 2019" is no start in 2018.
static bool bound_fits(const When *when, const KbDate bounds[2])
{
    return bounds[0].year && bounds[1].year && fits(when, bounds[0]) && fits(when, bounds[1]);
}

static bool visit_mover(Ask *ask, const KbHop *claim, void *context)
{
    const Movers *movers = context;
    const KbHeldRole *role = claim->role;
    if (!role || !role_stands(role) || role->status > KB_DESIGNATE) return true;
    bool start = movers->starts && bound_fits(movers->when, role->start);
    bool end = movers->ends && bound_fits(movers->when, role->end);
    if (!start && !end) return true;
    KbText detail =
        region_format(ask->region, "%s %.*s, %.*s", start ? "became" : "left as", TEXT_ARGS(role_label(ask, role)),
                      TEXT_ARGS(dates_text(ask, start ? role->start : role->end)));
    AnswerItem *known = ask_same_item(ask, &role->holder, role->holder.name);
    if (!known) {
        ask_role_item(ask, role->holder.name, &role->holder, detail, role);
    } else if (!memmem(known->detail.data, known->detail.length, detail.data, detail.length)) {
        KbText parts[] = {known->detail, detail};
        known->detail = region_join(ask->region, parts, 2, "; ");
        ask_support(ask, known, role->sources, role->source_count, role->confidence);
    }
    return ask->answer->count < NEWS_SHOWN;
}

void answer_movers(Ask *ask)
{
    When when;
    const char *param = ask->question->param;
    bool both = strcmp(param, "both") == 0;
    if (!read_period(ask, &when)) return;
    Movers movers = {&when, both || strcmp(param, "start") == 0, both || strcmp(param, "end") == 0};
    link_each_claim(ask, NULL, visit_mover, &movers);
    if (!ask->answer->count && ask->question->when.kind == WHEN_UNSAID) { // nobody in that month: ever
        ask->answer->note = (KbText){"", 0};
        when = (When){.kind = WHEN_UNSAID};
        link_each_claim(ask, NULL, visit_mover, &movers);
    }
    finish(ask);
}

// ---------------------------------------------------------------------------------------------- what was known by a
// day

static bool visit_believed(Ask *ask, const KbHop *claim, void *context)
{
    const When *when = context;
    KbDate first = link_hop_first(claim);
    if (!first.year || (when->to.year && kb_date_compare(first, when->to) > 0)) return true;
    KbText shade = claim->role ? link_hop_shade(claim) : (KbText){"", 0}; // a link's text has it
    KbText parts[] = {shade, region_format(ask->region, "first reported %.*s", TEXT_ARGS(date_text(ask, first)))};
    KbText text = claim->role ? region_format(ask->region, "%.*s: %.*s", TEXT_ARGS(claim->role->holder.name),
                                              TEXT_ARGS(role_detail(ask, claim->role)))
                              : link_hop_text(ask, claim);
    ask_support_hop(ask, ask_item(ask, text, NULL, region_join(ask->region, parts, 2, ", ")), claim);
    return ask->answer->count < NEWS_SHOWN;
}

void answer_believed(Ask *ask)
{
    When when;
    const KbEntity *x = ask_entity(ask, ask->question->x.length ? ask->question->x : kb_text("that"), ANY_TYPE);
    if (!x || !ask_period(ask, &when)) return;
    if (when.kind != WHEN_PERIOD) {
        answer_identity(ask);
        return;
    }
    link_each_claim(ask, x, visit_believed, &when);
    finish(ask);
}
