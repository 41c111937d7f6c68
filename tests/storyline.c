// Scores what is read in storylines of the annotated corpus: names, chains, roles, relations, quotations, and answers.
// SPDX-License-Identifier: MIT
#include "tests/storyline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/ask_shell.h"

enum { ROW = 900 };

typedef struct Telling {
    const GoldStory *story;
    Arena *arena;
    Storylines *scores;
    Rows roles, roles_any_status, relations, relations_plain; // found
} Telling;

// ---------------------------------------------------------------------------------------------- chains to entities

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
            if (name && gold_named(&story->entities[entity], kb_text(name))) entities[chain] = (int32_t)entity;
    }
    return entities;
}

static void score_add(Score *sum, Score score)
{
    sum->gold += score.gold;
    sum->found += score.found;
    sum->right += score.right;
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

static const char *cell(const Telling *telling, const GoldRow *row, size_t index)
{
    KbText text = row->cells[index];
    return arena_text(telling->arena, text.data, text.length).data;
}

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

// ---------------------------------------------------------------------------------------------- mentions found

static int64_t number_of(const json_t *item, const char *key)
{
    const json_t *number = json_object_get(item, key);
    return json_is_integer(number) ? json_integer_value(number) : -1;
}

// [chains] is there a mention that is a name, and is it a person, an organization or a place?
static bool *chains_that_count(Arena *arena, const json_t *object)
{
    const json_t *chains = json_object_get(object, "chains"), *mention;
    size_t count = json_array_size(chains), index;
    bool *named = arena_alloc(arena, count + 1, sizeof *named);
    json_array_foreach(json_object_get(object, "mentions"), index, mention)
    {
        int64_t chain = number_of(mention, "chain");
        if (chain < 0 || (size_t)chain >= count || strcmp(word_of(mention, "kind"), "name") != 0) continue;
        named[chain] = strcmp(word_of(json_array_get(chains, (size_t)chain), "type"), "other") != 0;
    }
    return named;
}

static void add_chains(Telling *telling, const GoldArticle *article, const json_t *object)
{
    ChainMentions gold = {0}, found = {0};
    bool *counts = chains_that_count(telling->arena, object);
    size_t index;
    const json_t *mention;
    for (size_t i = 0; i < article->mark_count; i++) {
        ChainMention mark = {article->marks[i].start, article->marks[i].end, article->marks[i].entity};
        ARENA_PUSH(telling->arena, gold.items, gold.count, gold.room, mark);
    }
    json_array_foreach(json_object_get(object, "mentions"), index, mention)
    {
        int64_t chain = number_of(mention, "chain");
        ChainMention one = {(uint32_t)number_of(mention, "start"), (uint32_t)number_of(mention, "end"), (int32_t)chain};
        if (chain >= 0 && counts[chain]) ARENA_PUSH(telling->arena, found.items, found.count, found.room, one);
    }
    chains_unique(&found);
    score_chains(&telling->scores->chains, &gold, &found);
}

// ---------------------------------------------------------------------------------------------- quotations found

typedef struct Speakers {
    const char **items;
    size_t count, room;
} Speakers;

static size_t same_in_order(const Speakers *gold, const Speakers *found)
{
    size_t right = 0;
    for (size_t i = 0; i < gold->count; i++)
        right += strcmp(gold->items[i], found->items[i]) == 0;
    return right;
}

static size_t common_subsequence(Arena *arena, const Speakers *gold, const Speakers *found)
{
    size_t *longest = arena_alloc(arena, found->count + 1, sizeof *longest); // [j]: with the first j of `found`
    for (size_t i = 0; i < gold->count; i++) {
        size_t diagonal = 0;
        for (size_t j = 0; j < found->count; j++) {
            size_t above = longest[j + 1];
            size_t best = above > longest[j] ? above : longest[j];
            bool same = strcmp(gold->items[i], found->items[j]) == 0;
            longest[j + 1] = same && diagonal + 1 > best ? diagonal + 1 : best;
            diagonal = above;
        }
    }
    return longest[found->count];
}

static void print_speakers(Telling *telling, const GoldArticle *article, const json_t *quotes, const Speakers *gold,
                           const Speakers *found)
{
    size_t most = gold->count > found->count ? gold->count : found->count;
    if (!telling->scores->errors) return;
    telling->scores->errors--;
    printf("  speakers %s %02u:\n", telling->story->name.data, article->number);
    for (size_t i = 0; i < most; i++) {
        const json_t *quote = json_array_get(quotes, i);
        int64_t start = number_of(quote, "start"), end = number_of(quote, "end");
        printf("    wanted %s, found %s: %.*s\n", i < gold->count ? gold->items[i] : "none",
               i < found->count ? found->items[i] : "none", quote ? (int)(end - start) : 0,
               quote ? article->text.data + start : "");
    }
}

static void add_quotes(Telling *telling, const GoldArticle *article, const int32_t *entities, const json_t *object)
{
    Speakers gold = {0}, found = {0};
    const GoldTable *table = &telling->story->quotes;
    const json_t *quotes = json_object_get(object, "quotes"), *quote;
    size_t index;
    for (size_t i = 0; i < table->count; i++)
        if (gold_lists(table->rows[i].cells[0], article->number))
            ARENA_PUSH(telling->arena, gold.items, gold.count, gold.room, cell(telling, &table->rows[i], 2));
    json_array_foreach(quotes, index, quote)
        ARENA_PUSH(telling->arena, found.items, found.count, found.room, id_of(telling, entities, quote, "speaker"));
    bool even = gold.count == found.count;
    size_t right = even ? same_in_order(&gold, &found) : common_subsequence(telling->arena, &gold, &found);
    Score counts = {gold.count, found.count, even || gold.count < found.count ? gold.count : found.count};
    score_add(&telling->scores->quotes, counts);
    score_add(&telling->scores->speakers, (Score){gold.count, found.count, right});
    if (!even || right < gold.count) print_speakers(telling, article, quotes, &gold, &found);
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
    add_chains(telling, article, object);
    if (!object) return;
    int32_t *entities = entities_of_chains(telling, article, object);
    add_quotes(telling, article, entities, object);
    add_roles(telling, entities, object);
    add_relations(telling, entities, object);
}

// ---------------------------------------------------------------------------------------------- rows of the tables

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

// ---------------------------------------------------------------------------------------------- questions

static void read_answer(size_t index, const json_t *object, void *context)
{
    Telling *telling = context;
    const GoldRow *row = &telling->story->questions.rows[index];
    Storylines *scores = telling->scores;
    const char *status = word_of(object, "status");
    bool right = answer_is_right(object, telling->story, row), known = kb_text_equal(row->cells[1], kb_text("ok"));
    scores->questions.gold++;
    scores->questions.found += object && strcmp(status, "not_understood") != 0;
    scores->questions.right += right;
    scores->answers.gold += known;
    scores->answers.found += strcmp(status, "ok") == 0;
    scores->answers.right += known && right;
    if (right || !scores->errors) return;
    scores->errors--;
    printf("  answer %s: %s | %s, wanted %s\n", telling->story->name.data, cell(telling, row, 0), status,
           cell(telling, row, 2));
}

static void eval_questions(const char *program, const GoldStory *story, Storylines *scores)
{
    Telling telling = {.story = story, .arena = arena_new(), .scores = scores};
    if (story->questions.count && !ask_shell(program, story, read_answer, &telling))
        fprintf(stderr, "eval: the questions of %.*s were not asked\n", (int)story->name.length, story->name.data);
    arena_free(telling.arena);
}

bool eval_storylines(const char *program, const char *folder, bool held_out, Storylines *scores)
{
    Arena *arena = arena_new();
    size_t count = 0;
    for (char **name = gold_list(arena, folder); *name; name++) {
        GoldStory story;
        KbError error = {0};
        if ((strncmp(*name, "heldout-", 8) == 0) != held_out) continue;
        if (gold_open(folder, *name, &story, &error)) {
            fprintf(stderr, "eval: %s at byte %llu\n", error.text, (unsigned long long)error.offset);
            continue;
        }
        if (!story.absent) {
            count++;
            eval_story(program, &story, scores);
            eval_questions(program, &story, scores);
        }
        gold_close(&story);
    }
    arena_free(arena);
    return count > 0;
}
