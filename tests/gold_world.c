// Storylines of the annotated corpus as contributions: a knowledge base as it would be if nothing were misread.
// SPDX-License-Identifier: MIT
#include "tests/gold_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kb/name.h"

enum { NAMES = 16, ROWS = 400, MARKS = 400 };

typedef struct World {
    const GoldStory *story;
    const GoldArticle *article;
    KbDate published;
    KbDocEntity entities[256];
    KbName names[256][NAMES];
    KbMention mentions[256][MARKS];
    int32_t local[256]; // story entity -> entity of the contribution
    KbRole roles[ROWS];
    KbRelation relations[ROWS];
    KbEvidence evidence[ROWS];
    KbContribution c;
} World;

static KbText cell(const GoldRow *row, size_t at)
{
    KbText text = row->cells[at];
    return text.length == 1 && text.data[0] == '-' ? (KbText){"", 0} : text;
}

static bool is(KbText text, const char *word)
{
    return kb_text_equal(text, kb_text(word));
}

static void add_name(World *world, size_t entity, KbText text)
{
    KbDocEntity *made = &world->entities[entity];
    KbName *names = world->names[entity];
    for (size_t i = 0; i < made->name_count; i++)
        if (kb_text_equal(names[i].text, text)) {
            names[i].mentions++;
            return;
        }
    if (made->name_count < NAMES) names[made->name_count++] = (KbName){text, 1};
}

static int longest_first(const void *a, const void *b)
{
    const KbName *left = a, *right = b;
    return left->text.length < right->text.length   ? 1
           : left->text.length > right->text.length ? -1
                                                    : kb_text_compare(left->text, right->text);
}

static int32_t entity_in(World *world, int32_t entity)
{
    if (entity < 0) return KB_NONE;
    if (world->local[entity] >= 0) return world->local[entity];
    size_t at = world->c.entity_count++;
    world->local[entity] = (int32_t)at;
    world->entities[at] = (KbDocEntity){.type = (KbType)world->story->entities[entity].type,
                                        .names = world->names[at],
                                        .mentions = world->mentions[at]};
    return (int32_t)at;
}

static void add_marks(World *world)
{
    const GoldArticle *article = world->article;
    for (size_t i = 0; i < article->mark_count; i++) {
        const GoldMark *mark = &article->marks[i];
        if (mark->entity < 0) continue;
        size_t at = (size_t)entity_in(world, mark->entity);
        KbDocEntity *entity = &world->entities[at];
        if (mark->name) add_name(world, at, (KbText){article->text.data + mark->start, mark->end - mark->start});
        if (entity->mention_count < MARKS)
            world->mentions[at][entity->mention_count++] =
                (KbMention){mark->start, mark->end, mark->name ? KB_NAME : KB_NOMINAL};
    }
}

// An entity that the article's claims need but no mark names bears its canonical name.
static void finish_entities(World *world)
{
    for (size_t i = 0; i < world->story->entity_count; i++) {
        int32_t at = world->local[i];
        if (at < 0) continue;
        if (world->entities[at].name_count == 0) add_name(world, (size_t)at, world->story->entities[i].name);
        qsort(world->names[at], world->entities[at].name_count, sizeof(KbName), longest_first);
        if (world->entities[at].type == KB_PERSON)
            world->entities[at].gender = kb_name_gender(world->names[at][0].text);
    }
}

static KbDate date_of(KbText text)
{
    KbDate date = {0};
    if (text.length && !kb_date_parse(text, &date)) date = (KbDate){0};
    return date;
}

// "2018/2018", "2024-05-09/", "2018": between the two.
static void bounds_of(KbText text, KbDate bounds[2])
{
    const char *slash = text.length ? memchr(text.data, '/', text.length) : NULL;
    size_t first = slash ? (size_t)(slash - text.data) : text.length;
    bounds[0] = date_of((KbText){text.data, first});
    bounds[1] = slash ? date_of((KbText){slash + 1, text.length - first - 1}) : bounds[0];
}

// The paragraph of "03:6.2,04:6.1" in this article; the whole text where it has none.
static uint32_t add_evidence(World *world, KbText where)
{
    char numbers[8];
    snprintf(numbers, sizeof numbers, "%02u:", (unsigned)world->article->number);
    const char *hit = where.length ? memmem(where.data, where.length, numbers, strlen(numbers)) : NULL;
    long paragraph = hit ? strtol(hit + strlen(numbers), NULL, 10) : 1;
    KbText text = world->article->text;
    size_t start = 0, end;
    for (long at = 1;; at++) {
        const char *gap = memmem(text.data + start, text.length - start, "\n\n", 2);
        end = gap ? (size_t)(gap - text.data) : text.length;
        if (at == paragraph || !gap) break;
        start = end + 2;
    }
    world->evidence[world->c.evidence_count] =
        (KbEvidence){(uint32_t)start, (uint32_t)end, {text.data + start, end - start}};
    return (uint32_t)world->c.evidence_count++;
}

static unsigned word_of(KbText text, const char *(*name)(unsigned), unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (name(i) && is(text, name(i))) return i;
    return 0;
}

static const char *status_name(unsigned id)
{
    return kb_role_status_name((KbRoleStatus)id);
}

static const char *modality_name(unsigned id)
{
    return kb_modality_name((KbModality)id);
}

static int32_t reference(World *world, KbText id)
{
    return id.length ? entity_in(world, gold_entity(world->story, id)) : KB_NONE;
}

static void add_role(World *world, const GoldRow *row)
{
    KbRole role = {.holder = reference(world, cell(row, 0)),
                   .title = cell(row, 1),
                   .organization = KB_NONE,
                   .place = KB_NONE,
                   .person = KB_NONE,
                   .attributed_to = reference(world, cell(row, 10)),
                   .confidence = 950};
    int32_t at = reference(world, cell(row, 2));
    KbType type = at >= 0 ? world->entities[at].type : KB_OTHER;
    *(type == KB_ORGANIZATION ? &role.organization : type == KB_PLACE ? &role.place : &role.person) = at;
    role.status = (KbRoleStatus)word_of(cell(row, 3), status_name, KB_ROLE_STATUSES);
    bounds_of(cell(row, 6), role.start);
    bounds_of(cell(row, 7), role.end);
    bool holds = role.status == KB_CURRENT || role.status == KB_ACTING;
    if (holds && !role.start[1].year) role.start[1] = world->published;
    if (holds && !role.end[0].year && !role.end[1].year) role.end[0] = world->published;
    if (role.status == KB_FORMER && !role.end[1].year) role.end[1] = world->published;
    role.polarity = is(cell(row, 8), "negative") ? KB_NEGATIVE : KB_POSITIVE;
    role.modality = (KbModality)word_of(cell(row, 9), modality_name, KB_MODALITIES);
    role.evidence = add_evidence(world, cell(row, 11));
    if (role.holder >= 0) world->roles[world->c.role_count++] = role;
}

static void add_relation(World *world, const GoldRow *row)
{
    int predicate = kb_predicate_find(cell(row, 1));
    if (predicate < 0) return;
    KbRelation relation = {.subject = reference(world, cell(row, 0)),
                           .predicate = (uint16_t)predicate,
                           .object = KB_NONE,
                           .verb = {"", 0},
                           .value = {"", 0},
                           .place = reference(world, cell(row, 7)),
                           .attributed_to = reference(world, cell(row, 5)),
                           .confidence = 900};
    if (kb_predicate((unsigned)predicate)->shape == KB_ATTRIBUTE)
        relation.value = cell(row, 2);
    else
        relation.object = reference(world, cell(row, 2));
    relation.polarity = is(cell(row, 3), "negative") ? KB_NEGATIVE : KB_POSITIVE;
    relation.modality = (KbModality)word_of(cell(row, 4), modality_name, KB_MODALITIES);
    bounds_of(cell(row, 8), relation.date);
    relation.evidence = add_evidence(world, cell(row, 9));
    bool complete = relation.subject >= 0 && (relation.object >= 0 || relation.value.length);
    if (complete) world->relations[world->c.relation_count++] = relation;
}

static uint64_t hash_of(KbText text)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 1099511628211u;
    return hash;
}

static KbStatus put_article(Kb *kb, World *world, const GoldStory *story, const GoldArticle *article, KbError *error)
{
    char id[128];
    KbPutResult result;
    *world = (World){.story = story, .article = article, .published = date_of(article->date)};
    memset(world->local, 0xff, sizeof world->local);
    snprintf(id, sizeof id, "%.*s/%02u", (int)story->name.length, story->name.data, (unsigned)article->number);
    add_marks(world);
    for (size_t i = 0; i < story->roles.count; i++)
        if (gold_lists(story->roles.rows[i].cells[5], article->number)) add_role(world, &story->roles.rows[i]);
    for (size_t i = 0; i < story->relations.count; i++)
        if (gold_lists(story->relations.rows[i].cells[6], article->number))
            add_relation(world, &story->relations.rows[i]);
    finish_entities(world);
    KbContribution *c = &world->c;
    c->id = kb_text(id), c->path = kb_text(""), c->url = kb_text("");
    c->source = article->source, c->title = article->title, c->published = world->published;
    c->text_hash = c->story_hash = hash_of(article->text);
    c->entities = world->entities, c->roles = world->roles, c->relations = world->relations,
    c->evidence = world->evidence;
    return kb_put(kb, c, &result, error);
}

KbStatus gold_put(Kb *kb, const GoldStory *story, KbError *error)
{
    World *world = malloc(sizeof *world);
    KbStatus status = KB_OK;
    for (size_t i = 0; i < story->article_count && status == KB_OK && world; i++)
        status = put_article(kb, world, story, &story->articles[i], error);
    free(world);
    return status;
}
