// Compares two annotations of one article: how far names, chains, roles and relations agree, and where they do not.
// SPDX-License-Identifier: MIT
#include "tests/agree.h"

#include <string.h>

#include "tests/ask_shell.h"

typedef struct Comparison {
    AgreeSide first, second;
    const int32_t *aligned; // [entities of the second side]
    Arena *arena;
    Rows *differences;
} Comparison;

typedef struct Layer { // a table and the cell that lists a row's articles
    const char *name;
    size_t table, articles;
    void (*add)(Comparison *c, bool second, const GoldRow *row, Rows *full, Rows *part);
} Layer;

static void add_role(Comparison *c, bool second, const GoldRow *row, Rows *full, Rows *part);
static void add_relation(Comparison *c, bool second, const GoldRow *row, Rows *full, Rows *part);
static const Layer roles = {"role", offsetof(GoldStory, roles), 5, add_role};
static const Layer relations = {"relation", offsetof(GoldStory, relations), 6, add_relation};

static GoldTable table_of(AgreeSide side, const Layer *layer)
{
    GoldTable table;
    memcpy(&table, (const char *)side.story + layer->table, sizeof table);
    return table;
}

// ---------------------------------------------------------------------------------------------- entities

// [first entities][second entities] marks that overlap.
static uint32_t *shared_marks(Arena *arena, AgreeSide first, AgreeSide second)
{
    size_t width = second.story->entity_count;
    uint32_t *shared = arena_alloc(arena, first.story->entity_count * width + 1, sizeof *shared);
    for (size_t i = 0, j = 0; i < first.article->mark_count && j < second.article->mark_count;) {
        const GoldMark *a = &first.article->marks[i], *b = &second.article->marks[j];
        if (a->start < b->end && b->start < a->end) shared[(size_t)a->entity * width + (size_t)b->entity]++;
        i += a->end <= b->end;
        j += b->end <= a->end;
    }
    return shared;
}

static void align_by_name(AgreeSide first, AgreeSide second, bool *taken, int32_t *aligned)
{
    for (size_t s = 0; s < second.story->entity_count; s++) {
        const GoldEntity *entity = &second.story->entities[s];
        for (size_t f = 0; f < first.story->entity_count && aligned[s] == KB_NONE; f++) {
            const GoldEntity *other = &first.story->entities[f];
            if (taken[f] || other->type != entity->type || !gold_named(other, entity->name)) continue;
            aligned[s] = (int32_t)f;
            taken[f] = true;
        }
    }
}

// Aligns one to one: the pair with the most in common first, then the next among those left.
static void align_best(AgreeSide first, AgreeSide second, const uint32_t *shared, bool *taken, int32_t *aligned)
{
    size_t firsts = first.story->entity_count, seconds = second.story->entity_count;
    for (;;) {
        size_t best_first = 0, best_second = 0;
        uint32_t best = 0;
        for (size_t f = 0; f < firsts; f++)
            for (size_t s = 0; s < seconds && !taken[f]; s++)
                if (aligned[s] == KB_NONE && shared[f * seconds + s] > best)
                    best = shared[f * seconds + s], best_first = f, best_second = s;
        if (!best) return;
        aligned[best_second] = (int32_t)best_first;
        taken[best_first] = true;
    }
}

static bool marked(AgreeSide side, int32_t entity)
{
    for (size_t i = 0; i < side.article->mark_count; i++)
        if (side.article->marks[i].entity == entity) return true;
    return false;
}

// Two that only rows tell of: neither is marked, and one has no name to know it by.
static bool told_by_rows(AgreeSide first, AgreeSide second, int32_t f, int32_t s)
{
    if (f < 0 || s < 0 || marked(first, f) || marked(second, s)) return false;
    const GoldEntity *a = &first.story->entities[f], *b = &second.story->entities[s];
    return a->type == b->type && (!a->name.length || !b->name.length);
}

// [first entities][second entities] rows that hold both in the same cell, and else the same.
static void add_shared_rows(AgreeSide first, AgreeSide second, const Layer *layer, const int32_t *aligned,
                            uint32_t *shared)
{
    GoldTable ours = table_of(first, layer), theirs = table_of(second, layer);
    for (size_t i = 0; i < ours.count; i++)
        for (size_t j = 0; j < theirs.count; j++) {
            const KbText *a = ours.rows[i].cells, *b = theirs.rows[j].cells;
            if (!gold_lists(a[layer->articles], first.article->number) || !kb_text_equal(a[1], b[1]) ||
                !gold_lists(b[layer->articles], second.article->number))
                continue;
            for (int cell = 0; cell <= 2; cell += 2) {
                int32_t f = gold_entity(first.story, a[cell]), s = gold_entity(second.story, b[cell]);
                int32_t f_other = gold_entity(first.story, a[2 - cell]),
                        s_other = gold_entity(second.story, b[2 - cell]);
                if (told_by_rows(first, second, f, s) && f_other >= 0 && s_other >= 0 && aligned[s_other] == f_other)
                    shared[(size_t)f * second.story->entity_count + (size_t)s]++;
            }
        }
}

int32_t *agree_align(Arena *arena, AgreeSide first, AgreeSide second)
{
    size_t firsts = first.story->entity_count, seconds = second.story->entity_count;
    bool *taken = arena_alloc(arena, firsts + 1, sizeof *taken);
    int32_t *aligned = arena_alloc(arena, seconds + 1, sizeof *aligned);
    uint32_t *rows = arena_alloc(arena, firsts * seconds + 1, sizeof *rows);
    for (size_t s = 0; s < seconds; s++)
        aligned[s] = KB_NONE;
    align_best(first, second, shared_marks(arena, first, second), taken, aligned);
    align_by_name(first, second, taken, aligned);
    add_shared_rows(first, second, &roles, aligned, rows);
    add_shared_rows(first, second, &relations, aligned, rows);
    align_best(first, second, rows, taken, aligned);
    return aligned;
}

// What a table's cell stands for: "E3 Ann Poe" on either side, "?E7 Bob Roe" where the first side has no such entity;
// no entity, as it is.
static const char *meaning(const Comparison *c, bool second, KbText cell)
{
    char text[256];
    const GoldStory *story = second ? c->second.story : c->first.story;
    int32_t entity = gold_entity(story, cell);
    bool unaligned = second && entity >= 0 && c->aligned[entity] == KB_NONE;
    if (second && entity >= 0 && !unaligned) story = c->first.story, entity = c->aligned[entity];
    if (entity < 0) return arena_text(c->arena, cell.data, cell.length).data;
    const GoldEntity *e = &story->entities[entity];
    snprintf(text, sizeof text, "%s%.*s %.*s", unaligned ? "?" : "", (int)e->id.length, e->id.data, (int)e->name.length,
             e->name.data);
    return arena_text(c->arena, text, strlen(text)).data;
}

// ---------------------------------------------------------------------------------------------- marks

static void add_marks(Comparison *c, AgreeSide side, GoldSpans *names, ChainMentions *chains)
{
    size_t room = 0;
    for (size_t i = 0; i < side.article->mark_count; i++) {
        const GoldMark *mark = &side.article->marks[i];
        ChainMention mention = {mark->start, mark->end, mark->entity};
        GoldSpan span = {mark->start, mark->end, side.story->entities[mark->entity].type};
        ARENA_PUSH(c->arena, chains->items, chains->count, room, mention);
        if (mark->name) ARENA_PUSH(c->arena, names->items, names->count, names->room, span);
    }
}

static void list_mark(Comparison *c, char sign, const GoldMark *mark, bool second)
{
    AgreeSide side = second ? c->second : c->first;
    KbText text = side.article->text;
    const GoldEntity *entity = &side.story->entities[mark->entity];
    uint32_t paragraph = 1;
    for (size_t i = 0; i < mark->start; i++)
        paragraph += text.data[i] == '\n' && text.data[i + 1] != '\n';
    rows_add(c->arena, c->differences, "%c mark %u: %s %.*s, %s, %s", sign, paragraph, mark->name ? "name" : "other",
             (int)(mark->end - mark->start), text.data + mark->start, meaning(c, second, entity->id),
             kb_type_name((KbType)entity->type));
}

static bool same_mark(const Comparison *c, const GoldMark *a, const GoldMark *b)
{
    return a->name == b->name && c->aligned[b->entity] == a->entity &&
           c->first.story->entities[a->entity].type == c->second.story->entities[b->entity].type;
}

static void list_marks(Comparison *c)
{
    const GoldArticle *first = c->first.article, *second = c->second.article;
    for (size_t i = 0, j = 0; i < first->mark_count || j < second->mark_count;) {
        const GoldMark *a = i < first->mark_count ? &first->marks[i] : NULL;
        const GoldMark *b = j < second->mark_count ? &second->marks[j] : NULL;
        bool same_span = a && b && a->start == b->start && a->end == b->end;
        bool take_first = a && (same_span || !b || a->start <= b->start), take_second = b && (same_span || !take_first);
        bool differ = !same_span || !same_mark(c, a, b);
        if (differ && take_first) list_mark(c, same_span ? '~' : '-', a, false);
        if (differ && take_second) list_mark(c, same_span ? '~' : '+', b, true);
        i += take_first;
        j += take_second;
    }
}

static void compare_marks(Comparison *c, Agreement *sums)
{
    GoldSpans first_names = {0}, second_names = {0};
    ChainMentions first_chains = {0}, second_chains = {0};
    add_marks(c, c->first, &first_names, &first_chains);
    add_marks(c, c->second, &second_names, &second_chains);
    score_spans(&sums->names, &first_names, &second_names, 0, UINT32_MAX);
    score_chains(&sums->chains, &first_chains, &second_chains);
    if (c->differences) list_marks(c);
}

// ---------------------------------------------------------------------------------------------- rows

static void add_role(Comparison *c, bool second, const GoldRow *row, Rows *full, Rows *part)
{
    const char *holder = meaning(c, second, row->cells[0]), *held = meaning(c, second, row->cells[2]);
    KbText title = row->cells[1], status = row->cells[3];
    rows_add(c->arena, part, "%s | %.*s | %s", holder, (int)title.length, title.data, held);
    rows_add(c->arena, full, "%s | %.*s | %s | %.*s", holder, (int)title.length, title.data, held, (int)status.length,
             status.data);
}

static void add_relation(Comparison *c, bool second, const GoldRow *row, Rows *full, Rows *part)
{
    const char *subject = meaning(c, second, row->cells[0]), *object = meaning(c, second, row->cells[2]);
    KbText predicate = row->cells[1], polarity = row->cells[3], modality = row->cells[4];
    int id = kb_predicate_find(predicate);
    bool turn = id >= 0 && kb_predicate((unsigned)id)->shape == KB_SYMMETRIC && strcmp(subject, object) > 0;
    const char *left = turn ? object : subject, *right = turn ? subject : object;
    rows_add(c->arena, part, "%s | %.*s | %s", left, (int)predicate.length, predicate.data, right);
    rows_add(c->arena, full, "%s | %.*s | %s | %.*s | %.*s", left, (int)predicate.length, predicate.data, right,
             (int)polarity.length, polarity.data, (int)modality.length, modality.data);
}

static void add_rows(Comparison *c, bool second, const Layer *layer, Rows *full, Rows *part)
{
    AgreeSide side = second ? c->second : c->first;
    GoldTable table = table_of(side, layer);
    for (size_t i = 0; i < table.count; i++)
        if (gold_lists(table.rows[i].cells[layer->articles], side.article->number))
            layer->add(c, second, &table.rows[i], full, part);
}

static void list_rows(Comparison *c, char sign, const char *layer, const Rows *rows, const Rows *others)
{
    for (size_t i = 0; i < rows->count; i++)
        if (!rows_hold(others, rows->items[i]))
            rows_add(c->arena, c->differences, "%c %s: %s", sign, layer, rows->items[i]);
}

static void compare_rows(Comparison *c, const Layer *layer, Score *full, Score *part)
{
    Rows first = {0}, first_part = {0}, second = {0}, second_part = {0};
    add_rows(c, false, layer, &first, &first_part);
    add_rows(c, true, layer, &second, &second_part);
    score_rows(full, &first, &second);
    score_rows(part, &first_part, &second_part);
    if (!c->differences) return;
    list_rows(c, '-', layer->name, &first, &second);
    list_rows(c, '+', layer->name, &second, &first);
}

bool agree_add(Agreement *sums, AgreeSide first, AgreeSide second, Arena *arena, Rows *differences)
{
    if (!kb_text_equal(first.article->text, second.article->text)) return false;
    Comparison c = {first, second, agree_align(arena, first, second), arena, differences};
    compare_marks(&c, sums);
    compare_rows(&c, &roles, &sums->roles, &sums->roles_any_status);
    compare_rows(&c, &relations, &sums->relations, &sums->relations_plain);
    return true;
}
