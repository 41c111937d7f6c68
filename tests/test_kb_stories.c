// Resolution across documents, on the annotated storylines with their names, chains and roles as given.
// SPDX-License-Identifier: MIT
//
// Prints B-cubed scores; KB_SHOW_ERRORS=1 lists what was wrongly united or kept apart.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kb/node.h"
#include "kb/reader.h"
#include "tests/gold.h"
#include "tests/kb_world.h"
#include "tests/suite.h"

#define FOLDER "data/corpus"

typedef struct Item { // one gold entity in one document
    uint64_t truth, found;
    KbType type;
    uint64_t node;
    char label[512];
} Item;

typedef struct World {
    Kb *kb;
    Item *items;
    size_t count, room;
} World;

// ---------------------------------------------------------------------------------------------- contributions

typedef struct Builder {
    Arena *arena;
    const GoldStory *story;
    const GoldArticle *article;
    int32_t *local; // gold entity -> entity of the contribution, or KB_NONE
    KbDocEntity *entities;
    size_t count;
    KbRole *roles;
    size_t role_count;
    KbRelation *relations;
    size_t relation_count;
} Builder;

static int compare_names(const void *a, const void *b)
{
    const KbName *x = a, *y = b;
    if (x->text.length != y->text.length) return x->text.length > y->text.length ? -1 : 1;
    return kb_text_compare(x->text, y->text);
}

static void add_name(KbName *names, size_t *count, KbText text)
{
    for (size_t i = 0; i < *count; i++)
        if (kb_text_equal(names[i].text, text)) {
            names[i].mentions++;
            return;
        }
    names[(*count)++] = (KbName){text, 1};
}

// Names and mentions of one gold entity in the article; false when it has no name there.
static bool fill_entity(Builder *builder, int32_t gold, KbDocEntity *entity)
{
    const GoldArticle *article = builder->article;
    KbName *names = arena_alloc(builder->arena, article->mark_count + 1, sizeof *names);
    KbMention *mentions = arena_alloc(builder->arena, article->mark_count + 1, sizeof *mentions);
    *entity = (KbDocEntity){.type = (KbType)builder->story->entities[gold].type, .names = names, .mentions = mentions};
    for (size_t i = 0; i < article->mark_count; i++) {
        const GoldMark *mark = &article->marks[i];
        if (mark->entity != gold) continue;
        KbText text = {article->text.data + mark->start, mark->end - mark->start};
        mentions[entity->mention_count++] = (KbMention){mark->start, mark->end, mark->name ? KB_NAME : KB_NOMINAL};
        if (mark->name) add_name(names, &entity->name_count, text);
    }
    if (entity->name_count) qsort(names, entity->name_count, sizeof *names, compare_names);
    return entity->name_count > 0;
}

static int32_t local_of(const Builder *builder, KbText id)
{
    int32_t gold = gold_entity(builder->story, id);
    return gold < 0 ? KB_NONE : builder->local[gold];
}

static void fill_roles(Builder *builder)
{
    const GoldTable *table = &builder->story->roles;
    builder->roles = arena_alloc(builder->arena, table->count + 1, sizeof *builder->roles);
    for (size_t i = 0; i < table->count; i++) {
        const KbText *cells = table->rows[i].cells;
        int32_t holder = local_of(builder, cells[0]), at = local_of(builder, cells[2]);
        if (holder < 0 || !gold_lists(cells[5], builder->article->number)) continue;
        KbRole role = {.holder = holder,
                       .title = cells[1],
                       .organization = KB_NONE,
                       .place = KB_NONE,
                       .person = KB_NONE,
                       .attributed_to = KB_NONE,
                       .confidence = 900};
        for (int status = 0; status < KB_ROLE_STATUSES; status++)
            if (kb_text_equal(cells[3], kb_text(kb_role_status_name((KbRoleStatus)status))))
                role.status = (KbRoleStatus)status;
        KbType type = at < 0 ? KB_OTHER : builder->entities[at].type;
        if (type == KB_ORGANIZATION) role.organization = at;
        if (type == KB_PLACE) role.place = at;
        if (type == KB_PERSON) role.person = at;
        builder->roles[builder->role_count++] = role;
    }
}

static void fill_relations(Builder *builder)
{
    const GoldTable *table = &builder->story->relations;
    builder->relations = arena_alloc(builder->arena, table->count + 1, sizeof *builder->relations);
    for (size_t i = 0; i < table->count; i++) {
        const KbText *cells = table->rows[i].cells;
        int32_t subject = local_of(builder, cells[0]), object = local_of(builder, cells[2]);
        int predicate = kb_predicate_find(cells[1]);
        if (subject < 0 || object < 0 || predicate < 0 || !gold_lists(cells[6], builder->article->number)) continue;
        if (kb_predicate((unsigned)predicate)->shape == KB_ATTRIBUTE) continue;
        builder->relations[builder->relation_count++] = (KbRelation){.subject = subject,
                                                                     .predicate = (uint16_t)predicate,
                                                                     .object = object,
                                                                     .value = {"", 0},
                                                                     .verb = {"", 0},
                                                                     .place = KB_NONE,
                                                                     .attributed_to = KB_NONE,
                                                                     .confidence = 900};
    }
}

// ---------------------------------------------------------------------------------------------- world

// A person is a person of one storyline; organizations and places of one name are one everywhere.
static uint64_t truth_of(const GoldStory *story, int32_t gold)
{
    const GoldEntity *entity = &story->entities[gold];
    uint64_t seed = entity->type == KB_PERSON ? kb_hash_text(story->name) : entity->type;
    return kb_hash_bytes(entity->name.data, entity->name.length, seed);
}

static void add_items(World *world, const Builder *builder, const KbContribution *c)
{
    NodeKey *keys = kb_memory_alloc(c->entity_count, sizeof *keys);
    kb_node_keys(c, keys);
    for (size_t gold = 0; gold < builder->story->entity_count; gold++) {
        int32_t local = builder->local[gold];
        if (local < 0 || builder->entities[local].type == KB_OTHER) continue;
        Item item = {.truth = truth_of(builder->story, (int32_t)gold),
                     .type = builder->entities[local].type,
                     .node = keys[local].id};
        KbText name = builder->entities[local].names[0].text, own = builder->story->entities[gold].id;
        snprintf(item.label, sizeof item.label, "%.*s %u %.*s \"%.*s\" @%s", (int)builder->story->name.length,
                 builder->story->name.data, builder->article->number, (int)own.length, own.data, (int)name.length,
                 name.data, keys[local].anchor);
        MEMORY_PUSH(world->items, world->count, world->room, item);
    }
    free(keys);
}

static void add_article(World *world, const GoldStory *story, const GoldArticle *article)
{
    Builder builder = {.arena = story->arena, .story = story, .article = article};
    builder.local = arena_alloc(story->arena, story->entity_count + 1, sizeof *builder.local);
    builder.entities = arena_alloc(story->arena, story->entity_count + 1, sizeof *builder.entities);
    for (size_t i = 0; i < story->entity_count; i++) {
        bool named = fill_entity(&builder, (int32_t)i, &builder.entities[builder.count]);
        builder.local[i] = named ? (int32_t)builder.count++ : KB_NONE;
    }
    fill_roles(&builder);
    fill_relations(&builder);
    char id[128];
    int length = snprintf(id, sizeof id, "%.*s/%u", (int)story->name.length, story->name.data, article->number);
    KbEvidence evidence = {0, 1, kb_text("x")};
    KbContribution c = {.id = {id, (size_t)length},
                        .entities = builder.entities,
                        .entity_count = builder.count,
                        .roles = builder.roles,
                        .role_count = builder.role_count,
                        .relations = builder.relations,
                        .relation_count = builder.relation_count,
                        .evidence = &evidence,
                        .evidence_count = 1};
    kb_date_parse(article->date, &c.published);
    c.text_hash = c.story_hash = kb_hash_text(article->text);
    KbError error = {0};
    ck_assert_msg(kb_put(world->kb, &c, NULL, &error) == KB_OK, "%s", error.text);
    add_items(world, &builder, &c);
}

static void add_stories(World *world)
{
    Arena *arena = arena_new();
    char **names = gold_list(arena, FOLDER);
    KbError error = {0};
    ck_assert_int_eq(kb_begin(world->kb, &error), KB_OK);
    for (; *names; names++) {
        GoldStory story;
        if (gold_open(FOLDER, *names, &story, &error) != KB_OK) continue;
        for (size_t i = 0; i < story.article_count; i++)
            add_article(world, &story, &story.articles[i]);
        gold_close(&story);
    }
    ck_assert_msg(kb_commit(world->kb, &error) == KB_OK, "%s", error.text);
    arena_free(arena);
}

static void find_entities(World *world)
{
    KbReader *reader;
    KbError error = {0};
    ck_assert_int_eq(kb_reader_open(world->kb, &reader, &error), KB_OK);
    for (size_t i = 0; i < world->count; i++)
        ck_assert_int_eq(kb_reader_home(reader, world->items[i].node, &world->items[i].found, &error), KB_OK);
    kb_reader_close(reader);
}

// ---------------------------------------------------------------------------------------------- scores

static void show(const World *world, size_t i)
{
    bool printed = false;
    for (size_t j = 0; j < world->count; j++) {
        const Item *a = &world->items[i], *b = &world->items[j];
        if (a->type != b->type || (a->truth == b->truth) == (a->found == b->found) || j < i) continue;
        if (!printed) printf("%s\n", a->label);
        printf("    %s %s\n", a->truth == b->truth ? "apart from" : "united with", b->label);
        printed = true;
    }
}

static double b_cubed(const World *world, KbType type, double *precision, double *recall)
{
    double p = 0, r = 0, items = 0;
    for (size_t i = 0; i < world->count; i++) {
        double both = 0, truth = 0, found = 0;
        if (world->items[i].type != type) continue;
        for (size_t j = 0; j < world->count; j++) {
            if (world->items[j].type != type) continue;
            bool same = world->items[i].truth == world->items[j].truth,
                 one = world->items[i].found == world->items[j].found;
            both += same && one, truth += same, found += one;
        }
        p += both / found, r += both / truth, items++;
        if (getenv("KB_SHOW_ERRORS")) show(world, i);
    }
    *precision = p / items;
    *recall = r / items;
    return 2 * *precision * *recall / (*precision + *recall);
}

START_TEST(entities_of_storylines_are_told_apart_and_united)
{
    const char *path = world_path();
    World world = {.kb = world_open(path)};
    add_stories(&world);
    if (world.count == 0) {
        printf("SKIP: no storylines in " FOLDER "\n");
    } else {
        find_entities(&world);
        for (int type = 0; type < KB_OTHER; type++) {
            double precision, recall, f = b_cubed(&world, (KbType)type, &precision, &recall);
            printf("%-13s B-cubed precision %.4f recall %.4f F %.4f\n", kb_type_name((KbType)type), precision, recall,
                   f);
            ck_assert_double_gt(precision, 0.95);
            ck_assert_double_gt(recall, 0.9);
        }
    }
    kb_close(world.kb);
    world_remove(path);
    free(world.items);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kb stories");
    TCase *stories = tcase_create("stories");
    tcase_set_timeout(stories, 120);
    tcase_add_test(stories, entities_of_storylines_are_told_apart_and_united);
    suite_add_tcase(suite, stories);
    return run_suite(suite);
}
