// Scores names, roles and relations that --annotate finds in storylines of the annotated corpus.
// SPDX-License-Identifier: MIT
#include "tests/storyline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/annotation.h"
#include "tests/gold.h"

enum { ROW = 900 };

typedef struct Telling {
    const GoldStory *story;
    Arena *arena;
    Storylines *scores;
    Rows roles, roles_any_status, relations, relations_plain; // found
} Telling;

// ---------------------------------------------------------------------------------------------- chains to entities

static bool same_name(KbText a, const char *b)
{
    return b && a.length == strlen(b) && strncasecmp(a.data, b, a.length) == 0;
}

static bool names_entity(const GoldStory *story, size_t entity, const char *name)
{
    if (same_name(story->entities[entity].name, name)) return true;
    KbText rest = story->entities[entity].aliases;
    while (rest.length) { // "A | B | C"
        const char *bar = memchr(rest.data, '|', rest.length);
        size_t length = bar ? (size_t)(bar - rest.data) : rest.length;
        KbText alias = {rest.data, length};
        while (alias.length && alias.data[0] == ' ')
            alias.data++, alias.length--;
        while (alias.length && alias.data[alias.length - 1] == ' ')
            alias.length--;
        if (same_name(alias, name)) return true;
        size_t taken = bar ? length + 1 : length;
        rest = (KbText){rest.data + taken, rest.length - taken};
    }
    return false;
}

static int32_t marked_as(const GoldArticle *article, const json_t *mention)
{
    uint32_t start = (uint32_t)json_integer_value(json_object_get(mention, "start"));
    uint32_t end = (uint32_t)json_integer_value(json_object_get(mention, "end"));
    for (size_t i = 0; i < article->mark_count; i++)
        if (article->marks[i].start == start && article->marks[i].end == end) return article->marks[i].entity;
    return KB_NONE;
}

// [chains] the gold entity of each, KB_NONE where there is none.
static int32_t *entities_of_chains(Telling *telling, const GoldArticle *article, const json_t *object)
{
    const GoldStory *story = telling->story;
    size_t chains = json_array_size(json_object_get(object, "chains")), index;
    uint32_t *votes = arena_alloc(telling->arena, chains * story->entity_count + 1, sizeof *votes);
    int32_t *entities = arena_alloc(telling->arena, chains + 1, sizeof *entities);
    const json_t *mention;
    json_array_foreach(json_object_get(object, "mentions"), index, mention)
    {
        const json_t *chain = json_object_get(mention, "chain");
        int32_t entity = marked_as(article, mention);
        if (entity >= 0 && json_is_integer(chain))
            votes[(size_t)json_integer_value(chain) * story->entity_count + (size_t)entity]++;
    }
    for (size_t chain = 0; chain < chains; chain++) {
        uint32_t best = 0;
        entities[chain] = KB_NONE;
        for (size_t entity = 0; entity < story->entity_count; entity++)
            if (votes[chain * story->entity_count + entity] > best) {
                best = votes[chain * story->entity_count + entity];
                entities[chain] = (int32_t)entity;
            }
        const json_t *found = json_array_get(json_object_get(object, "chains"), chain);
        const char *name = json_string_value(json_object_get(found, "name"));
        for (size_t entity = 0; !best && entity < story->entity_count; entity++)
            if (names_entity(story, entity, name)) entities[chain] = (int32_t)entity;
    }
    return entities;
}

// The id that a key's chain stands for: "-" for none, "?" for a chain that is nobody's.
static const char *id_of(const Telling *telling, const int32_t *entities, const json_t *item, const char *key)
{
    const json_t *chain = json_object_get(item, key);
    if (!json_is_integer(chain)) return "-";
    int32_t entity = entities[json_integer_value(chain)];
    if (entity < 0) return "?";
    KbText id = telling->story->entities[entity].id;
    return arena_text(telling->arena, id.data, id.length).data;
}

static const char *word_of(const json_t *item, const char *key)
{
    const char *word = json_string_value(json_object_get(item, key));
    return word ? word : "-";
}

// ---------------------------------------------------------------------------------------------- rows found

static void add_roles(Telling *telling, const int32_t *entities, const json_t *object)
{
    size_t index;
    const json_t *role;
    json_array_foreach(json_object_get(object, "roles"), index, role)
    {
        const char *held = "-";
        static const char *const keys[] = {"organization", "place", "person"};
        for (size_t i = 0; i < 3 && strcmp(held, "-") == 0; i++)
            held = id_of(telling, entities, role, keys[i]);
        const char *holder = id_of(telling, entities, role, "holder"), *title = word_of(role, "title");
        rows_add(telling->arena, &telling->roles, "%s | %s | %s | %s", holder, title, held, word_of(role, "status"));
        rows_add(telling->arena, &telling->roles_any_status, "%s | %s | %s", holder, title, held);
    }
}

static bool symmetric(const char *predicate)
{
    int id = kb_predicate_find(kb_text(predicate));
    return id >= 0 && kb_predicate((unsigned)id)->shape == KB_SYMMETRIC;
}

static void add_relation(Arena *arena, Rows *full, Rows *plain, const char *subject, const char *predicate,
                         const char *object, const char *polarity, const char *modality)
{
    bool turn = symmetric(predicate) && strcmp(subject, object) > 0;
    const char *first = turn ? object : subject, *second = turn ? subject : object;
    rows_add(arena, full, "%s | %s | %s | %s | %s", first, predicate, second, polarity, modality);
    rows_add(arena, plain, "%s | %s | %s", first, predicate, second);
}

static void add_relations(Telling *telling, const int32_t *entities, const json_t *object)
{
    size_t index;
    const json_t *relation;
    json_array_foreach(json_object_get(object, "relations"), index, relation)
    {
        const char *predicate = word_of(relation, "predicate");
        if (strcmp(predicate, "linked") == 0) continue;
        const char *value = json_string_value(json_object_get(relation, "value"));
        add_relation(telling->arena, &telling->relations, &telling->relations_plain,
                     id_of(telling, entities, relation, "subject"), predicate,
                     value ? value : id_of(telling, entities, relation, "object"), word_of(relation, "polarity"),
                     word_of(relation, "modality"));
    }
}

static void read_article(size_t index, const json_t *object, void *context)
{
    Telling *telling = context;
    const GoldArticle *article = &telling->story->articles[index];
    GoldSpans gold = {0}, found = {0};
    for (size_t i = 0; i < article->mark_count; i++) {
        const GoldMark *mark = &article->marks[i];
        GoldSpan span = {mark->start, mark->end, telling->story->entities[mark->entity].type};
        if (mark->name) ARENA_PUSH(telling->arena, gold.items, gold.count, gold.room, span);
    }
    annotation_names(telling->arena, object, &found);
    score_spans(&telling->scores->names, &gold, &found, 0, UINT32_MAX);
    if (!object) return;
    int32_t *entities = entities_of_chains(telling, article, object);
    add_roles(telling, entities, object);
    add_relations(telling, entities, object);
}

// ---------------------------------------------------------------------------------------------- rows of the tables

static const char *cell(const Telling *telling, const GoldRow *row, size_t index)
{
    KbText text = row->cells[index];
    return arena_text(telling->arena, text.data, text.length).data;
}

static void gold_roles(Telling *telling, Rows *full, Rows *any_status)
{
    const GoldTable *table = &telling->story->roles;
    for (size_t i = 0; i < table->count; i++) {
        const GoldRow *row = &table->rows[i];
        const char *holder = cell(telling, row, 0), *title = cell(telling, row, 1), *held = cell(telling, row, 2);
        rows_add(telling->arena, full, "%s | %s | %s | %s", holder, title, held, cell(telling, row, 3));
        rows_add(telling->arena, any_status, "%s | %s | %s", holder, title, held);
    }
}

static void gold_relations(Telling *telling, Rows *full, Rows *plain)
{
    const GoldTable *table = &telling->story->relations;
    for (size_t i = 0; i < table->count; i++) {
        const GoldRow *row = &table->rows[i];
        add_relation(telling->arena, full, plain, cell(telling, row, 0), cell(telling, row, 1), cell(telling, row, 2),
                     cell(telling, row, 3), cell(telling, row, 4));
    }
}

static void print_rows(const char *kind, const Rows *rows, const Rows *others, const char *story, size_t *left)
{
    for (size_t i = 0; i < rows->count && *left; i++)
        if (!rows_hold(others, rows->items[i])) printf("  %s %s: %s\n", kind, story, rows->items[i]), (*left)--;
}

static void score_table(Telling *telling, Score *score, Rows *gold, Rows *found, bool print)
{
    score_rows(score, gold, found);
    if (!print) return;
    print_rows("missed", gold, found, telling->story->name.data, &telling->scores->errors);
    print_rows("wrong ", found, gold, telling->story->name.data, &telling->scores->errors);
}

static void eval_story(const char *program, const GoldStory *story, Storylines *scores)
{
    Telling telling = {.story = story, .arena = arena_new(), .scores = scores};
    AnnotationInput *inputs = arena_alloc(telling.arena, story->article_count + 1, sizeof *inputs);
    for (size_t i = 0; i < story->article_count; i++)
        inputs[i] = (AnnotationInput){.text = story->articles[i].text, .date = story->articles[i].date};
    if (!annotate_texts(program, inputs, story->article_count, read_article, &telling))
        fprintf(stderr, "eval: %s failed on %.*s\n", program, (int)story->name.length, story->name.data);
    Rows roles = {0}, any_status = {0}, relations = {0}, plain = {0};
    gold_roles(&telling, &roles, &any_status);
    gold_relations(&telling, &relations, &plain);
    score_table(&telling, &scores->roles, &roles, &telling.roles, true);
    score_table(&telling, &scores->roles_any_status, &any_status, &telling.roles_any_status, false);
    score_table(&telling, &scores->relations, &relations, &telling.relations, true);
    score_table(&telling, &scores->relations_plain, &plain, &telling.relations_plain, false);
    arena_free(telling.arena);
}

void eval_storylines(const char *program, const char *folder, Storylines *scores)
{
    Arena *arena = arena_new();
    for (char **name = gold_list(arena, folder); *name; name++) {
        GoldStory story;
        KbError error = {0};
        if (gold_open(folder, *name, &story, &error)) {
            fprintf(stderr, "eval: %s at byte %llu\n", error.text, (unsigned long long)error.offset);
            continue;
        }
        eval_story(program, &story, scores);
        gold_close(&story);
    }
    arena_free(arena);
}
