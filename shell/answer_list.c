// Lists: timelines, documents, the evidence for an answer, the most mentioned.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell/link.h"

enum { MOST_SHOWN = 20 };

// ---------------------------------------------------------------------------------------------- timeline

typedef struct Happening {
    KbDate date;
    bool reported; // the date is the report's, not the event's
    KbText text;
    const KbSource *sources;
    size_t source_count;
    uint16_t confidence;
} Happening;

typedef struct Happenings {
    Happening *items;
    size_t count, room;
} Happenings;

static void push_happening(Ask *ask, Happenings *list, const When *when, Happening happening)
{
    bool undated = !happening.date.year; // told without a date, by an article that has none
    if (undated ? when->kind != WHEN_UNSAID : !when_fits(when, happening.date, happening.date)) return;
    REGION_PUSH(ask->region, list->items, list->count, list->room, happening);
}

static void push_role(Ask *ask, Happenings *list, const When *when, const KbHeldRole *role)
{
    KbText label = role_label(ask, role), shade = claim_shade(role->polarity, role->modality);
    KbText close = shade.length ? region_format(ask->region, " (%.*s)", TEXT_ARGS(shade)) : shade;
    Happening base = {.sources = role->sources, .source_count = role->source_count, .confidence = role->confidence};
    bool starts = role->start[0].year, ends = role->end[0].year && role->end[1].year;
    if (starts) {
        base.date = role->start[0];
        base.text = region_format(ask->region, "became %.*s%.*s", TEXT_ARGS(label), TEXT_ARGS(close));
        push_happening(ask, list, when, base);
    }
    if (ends) {
        base.date = role->end[0];
        base.text = region_format(ask->region, "left as %.*s%.*s", TEXT_ARGS(label), TEXT_ARGS(close));
        push_happening(ask, list, when, base);
    }
    base.date = role->first_reported, base.reported = true;
    base.text = region_format(ask->region, "%s %.*s%.*s", kb_role_status_name(role->status), TEXT_ARGS(label),
                              TEXT_ARGS(close));
    push_happening(ask, list, when, base);
}

static void push_link(Ask *ask, Happenings *list, const When *when, const KbEntity *entity, const KbLink *link)
{
    bool subject = strcmp(link->subject.id.text, entity->id.text) == 0;
    KbText other = link->object.id.text[0] ? subject ? link->object.name : link->subject.name : link->value;
    KbDate date = link->date[0].year ? link->date[0] : link->date[1], told;
    bool birth = !link->object.id.text[0] && kb_date_parse(link->value, &told); // or death: "died on" says its day
    if (birth && !date.year) date = told;
    KbText words[] = {link_wording(ask, entity, link), other};
    if (birth && text_ends(words[0], " on")) words[0].length -= 3;
    KbText parts[] = {region_join(ask->region, words, birth ? 1 : 2, " "), claim_shade(link->polarity, link->modality)};
    bool dated = date.year;
    if (!dated && link->source_count) date = link->sources[0].published;
    push_happening(ask, list, when,
                   (Happening){date, !dated, region_join(ask->region, parts, 2, ", "), link->sources,
                               link->source_count, link->confidence});
}

// What has no date comes last.
static int by_date(const void *a, const void *b)
{
    const Happening *left = a, *right = b;
    if (!left->date.year != !right->date.year) return left->date.year ? -1 : 1;
    int order = kb_date_compare(left->date, right->date);
    return order ? order : kb_text_compare(left->text, right->text);
}

void answer_timeline(Ask *ask)
{
    When when;
    Happenings list = {0};
    const KbEntity *entity = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!entity || !ask_period(ask, &when)) return;
    for (size_t i = 0; i < entity->role_count; i++)
        push_role(ask, &list, &when, &entity->roles[i]);
    for (size_t i = 0; i < entity->link_count; i++)
        push_link(ask, &list, &when, entity, &entity->links[i]);
    if (list.count) qsort(list.items, list.count, sizeof *list.items, by_date);
    for (size_t i = 0; i < list.count; i++) {
        const Happening *happening = &list.items[i];
        KbText date = happening->date.year ? date_text(ask, happening->date) : kb_text("undated");
        bool reported = happening->reported && happening->date.year;
        AnswerItem *item = ask_item(ask, happening->text, NULL,
                                    reported ? region_format(ask->region, "reported %.*s", TEXT_ARGS(date)) : date);
        ask_support(ask, item, happening->sources, happening->source_count, happening->confidence);
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "nothing dated is reported of %.*s%s", TEXT_ARGS(entity->name),
             when.kind == WHEN_UNSAID ? "" : " for that time");
}

void answer_seen(Ask *ask)
{
    const KbEntity *entity = ask_entity(ask, ask->question->x, ANY_TYPE);
    const char *param = ask->question->param;
    bool both = strcmp(param, "both") == 0;
    if (!entity) return;
    if (entity->first_seen.year && (both || strcmp(param, "first") == 0))
        ask_item(ask, date_text(ask, entity->first_seen), NULL, kb_text("first mention"))->as_of = entity->first_seen;
    if (entity->last_seen.year && (both || strcmp(param, "last") == 0))
        ask_item(ask, date_text(ask, entity->last_seen), NULL, kb_text("last mention"))->as_of = entity->last_seen;
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "no article that mentions %.*s has a date", TEXT_ARGS(entity->name));
}

// ---------------------------------------------------------------------------------------------- documents

static bool holds_document(const KbDocumentInfo *documents, size_t count, KbText id)
{
    for (size_t i = 0; i < count; i++)
        if (kb_text_equal(documents[i].id, id)) return true;
    return false;
}

static size_t documents_of(Ask *ask, const char *id, const KbDocumentInfo **documents)
{
    size_t count = 0;
    KbStatus status = kb_documents(ask->reader, kb_text(id), documents, &count, &ask->error);
    if (status == KB_NOT_FOUND) ask->error.status = KB_OK;
    return status == KB_OK ? count : 0;
}

static void add_document(Ask *ask, const KbDocumentInfo *document)
{
    KbText parts[] = {document->title.length ? document->id : (KbText){"", 0}, document->source,
                      date_text(ask, document->published)};
    AnswerItem *item = ask_item(ask, document->title.length ? document->title : document->id, NULL,
                                region_join(ask->region, parts, 3, ", "));
    item->as_of = document->published;
}

void answer_documents(Ask *ask)
{
    const Question *question = ask->question;
    const KbEntity *x = NULL, *y = NULL;
    const KbDocumentInfo *of_x = NULL, *of_y = NULL;
    size_t count_y = 0;
    When when;
    bool pair = strcmp(question->param, "both") == 0 && !question->x.length;
    if (pair) {
        x = ask_get(ask, kb_text(ask->session->pair[0].text)), y = ask_get(ask, kb_text(ask->session->pair[1].text));
        if (!x || !y) {
            ask_refuse_unknown(ask, kb_text("both"));
            return;
        }
    } else if (question->x.length && !(x = ask_entity(ask, question->x, ANY_TYPE))) {
        return;
    } else if (question->y.length && !(y = ask_entity(ask, question->y, ANY_TYPE))) {
        return;
    }
    if (!ask_period(ask, &when)) return;
    size_t count_x = documents_of(ask, x ? x->id.text : "", &of_x);
    if (y) count_y = documents_of(ask, y->id.text, &of_y);
    for (size_t i = 0; i < count_x; i++)
        if ((!y || holds_document(of_y, count_y, of_x[i].id)) && when_fits(&when, of_x[i].published, of_x[i].published))
            add_document(ask, &of_x[i]);
    if (!ask->answer->count) ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "%.*s", TEXT_ARGS(text_count(ask->region, ask->answer->count, "article")));
}

// ---------------------------------------------------------------------------------------------- evidence

static void add_quote(Ask *ask, const KbSource *source)
{
    for (size_t i = 0; i < ask->answer->count; i++) {
        const AnswerItem *item = &ask->answer->items[i];
        if (item->source_count && kb_text_equal(item->sources[0].document, source->document) &&
            item->sources[0].start == source->start)
            return;
    }
    KbText parts[] = {source->document, source->source, date_text(ask, source->published)};
    AnswerItem *item = ask_item(ask, source->quote, NULL, region_join(ask->region, parts, 3, ", "));
    ask_support(ask, item, source, 1, 1000);
}

void answer_evidence(Ask *ask)
{
    const Answer *last = ask->session->answer;
    if (ask->question->x.length) {
        const KbEntity *entity = ask_entity(ask, ask->question->x, ANY_TYPE);
        if (!entity) return;
        for (size_t i = 0; i < entity->role_count; i++)
            for (size_t k = 0; k < entity->roles[i].source_count; k++)
                add_quote(ask, &entity->roles[i].sources[k]);
        for (size_t i = 0; i < entity->link_count; i++)
            for (size_t k = 0; k < entity->links[i].source_count; k++)
                add_quote(ask, &entity->links[i].sources[k]);
    } else {
        for (size_t i = 0; last && i < last->count; i++)
            for (size_t k = 0; k < last->items[i].source_count; k++)
                add_quote(ask, &last->items[i].sources[k]);
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, ask->question->x.length || last ? "no sentence supports it" : "nothing was answered yet");
}

// Reprints of one story are one source.
static size_t independent(const AnswerItem *item)
{
    size_t count = 0;
    for (size_t i = 0; i < item->source_count; i++) {
        bool seen = false;
        for (size_t k = 0; k < i; k++)
            seen = seen || item->sources[k].story == item->sources[i].story;
        count += !seen;
    }
    return count;
}

void answer_sure(Ask *ask)
{
    const Answer *last = ask->session->answer;
    for (size_t i = 0; last && i < last->count; i++) {
        const AnswerItem *item = &last->items[i];
        size_t sources = independent(item);
        if (!sources) continue; // a count, a date of mention: no sentence says it
        KbText detail = region_format(ask->region, "%.*s: %.*s, %.*s", TEXT_ARGS(item->text),
                                      TEXT_ARGS(text_count(ask->region, sources, "independent source")),
                                      TEXT_ARGS(text_count(ask->region, item->source_count, "sentence")));
        AnswerItem *made = ask_item(ask, region_format(ask->region, "%d %%", item->confidence / 10), NULL, detail);
        ask_support(ask, made, item->sources, item->source_count, item->confidence);
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, last && last->count ? "no sentence supports it" : "nothing was answered yet");
}

// ---------------------------------------------------------------------------------------------- most mentioned

typedef struct Top {
    Ask *ask;
    int type;
    struct {
        KbRef ref;
        uint64_t mentions, documents;
        KbDate last;
    } items[MOST_SHOWN + 1];
    size_t count;
} Top;

static bool visit_top(const KbEntity *entity, void *context)
{
    Top *top = context;
    if ((int)entity->type != top->type) return true;
    size_t at = top->count;
    while (at > 0 && top->items[at - 1].mentions < entity->mention_count) {
        top->items[at] = top->items[at - 1];
        at--;
    }
    if (at == MOST_SHOWN) return true;
    top->items[at].ref = (KbRef){entity->id, entity->type, region_text(top->ask->region, entity->name)};
    top->items[at].mentions = entity->mention_count;
    top->items[at].documents = entity->document_count;
    top->items[at].last = entity->last_seen;
    if (top->count < MOST_SHOWN) top->count++;
    return true;
}

void answer_most(Ask *ask)
{
    Top top = {.ask = ask, .type = KB_PERSON};
    for (int type = 0; type < KB_TYPES; type++)
        if (strcmp(kb_type_name((KbType)type), ask->question->param) == 0) top.type = type;
    ask_each(ask, visit_top, &top);
    for (size_t i = 0; i < top.count; i++) {
        KbText parts[] = {text_count(ask->region, top.items[i].mentions, "mention"),
                          text_count(ask->region, top.items[i].documents, "article")};
        KbText detail = region_join(ask->region, parts, 2, " in ");
        ask_item(ask, top.items[i].ref.name, &top.items[i].ref, detail)->as_of = top.items[i].last;
    }
    if (!ask->answer->count) ask_status(ask, ANSWER_NO_ANSWER);
}
