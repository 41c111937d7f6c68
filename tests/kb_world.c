// Made-up documents and dumps for tests of the knowledge base.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/kb_world.h"

uint64_t world_random(uint64_t *state)
{
    *state += 0x9e3779b97f4a7c15ULL;
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

// ---------------------------------------------------------------------------------------------- by hand

void story_begin(Story *story, const char *id, const char *date)
{
    *story = (Story){0};
    KbContribution *c = &story->c;
    c->id = kb_text(id);
    c->path = kb_text(id);
    kb_date_parse(kb_text(date), &c->published);
    c->text_hash = c->story_hash = kb_hash_text(c->id);
    c->entities = story->entities;
    c->roles = story->roles;
    c->relations = story->relations;
    c->evidence = story->evidence;
}

int32_t story_entity(Story *story, KbType type, const char *names)
{
    KbDocEntity *entity = &story->entities[story->c.entity_count];
    KbName *list = kb_pool_alloc(&story->pool, 8, sizeof *list);
    KbMention *mentions = kb_pool_alloc(&story->pool, 8, sizeof *mentions);
    size_t count = 0;
    for (const char *at = names; at; count++) {
        const char *bar = strchr(at, '|');
        list[count] = (KbName){{at, bar ? (size_t)(bar - at) : strlen(at)}, 1};
        mentions[count] = (KbMention){(uint32_t)count * 100, (uint32_t)count * 100 + 5, KB_NAME};
        at = bar ? bar + 1 : NULL;
    }
    *entity =
        (KbDocEntity){.type = type, .names = list, .name_count = count, .mentions = mentions, .mention_count = count};
    return (int32_t)story->c.entity_count++;
}

static uint32_t add_evidence(Story *story)
{
    size_t at = story->c.evidence_count++;
    story->evidence[at] = (KbEvidence){(uint32_t)at * 50, (uint32_t)at * 50 + 40, kb_text("It was said.")};
    return (uint32_t)at;
}

void story_role(Story *story, int32_t holder, const char *title, int32_t organization, KbRoleStatus status)
{
    story->roles[story->c.role_count++] = (KbRole){.holder = holder,
                                                   .title = kb_text(title),
                                                   .organization = organization,
                                                   .place = KB_NONE,
                                                   .person = KB_NONE,
                                                   .status = status,
                                                   .attributed_to = KB_NONE,
                                                   .evidence = add_evidence(story),
                                                   .confidence = 900};
}

void story_relation(Story *story, int32_t subject, const char *predicate, int32_t object)
{
    story->relations[story->c.relation_count++] =
        (KbRelation){.subject = subject,
                     .predicate = (uint16_t)kb_predicate_find(kb_text(predicate)),
                     .object = object,
                     .value = {"", 0},
                     .verb = {"", 0},
                     .place = KB_NONE,
                     .attributed_to = KB_NONE,
                     .evidence = add_evidence(story),
                     .confidence = 800};
}

void story_put(Story *story, Kb *kb)
{
    KbError error = {0};
    ck_assert_msg(kb_put(kb, &story->c, NULL, &error) == KB_OK, "%s", error.text);
}

void story_end(Story *story)
{
    kb_pool_clear(&story->pool);
}

// ---------------------------------------------------------------------------------------------- a world

static const char *const given[] = {"Joseph", "John",    "Valery",    "Angela", "Maria",
                                    "Recep",  "William", "Elizabeth", "Omar",   "Yuki"};
static const char *const short_given[] = {"Joe",   "Jack", "Valeriy", "Angela", "M.",
                                          "Recep", "Bill", "Liz",     "O.",     "Yuki"};
static const char *const family[] = {"Dunford", "Smith", "Gerasimov", "Merkel", "Zelensky", "Smith",
                                     "Erdogan", "Brown", "Tanaka",    "Smith",  "Okafor"};
static const char *const family_variant[] = {"Dunford",
                                             "Smith",
                                             "Gerassimov",
                                             "Merkel",
                                             "Zelenskiy",
                                             "Smith",
                                             "Erdo\xc4\x9f"
                                             "an",
                                             "Brown",
                                             "Tanaka",
                                             "Smith",
                                             "Okafor"};
static const char *const bodies[][3] = {{"Joint Chiefs of Staff", "Joint Chiefs", "Joint Chiefs of Staff"},
                                        {"International Atomic Energy Agency", "IAEA", "IAEA"},
                                        {"Defense Ministry", "Ministry of Defence", "Defense Ministry"},
                                        {"Gazprom", "Gazprom", "Gazprom PJSC"},
                                        {"Department of State", "State Department", "State Department"},
                                        {"Goldman Sachs", "Goldman", "Goldman Sachs Inc."}};
static const char *const places[][2] = {{"United States", "U.S."},
                                        {"Russia", "Russia"},
                                        {"Springfield", "Springfield"},
                                        {"Turkey", "T\xc3\xbcrkiye"},
                                        {"Illinois", "Ill."}};
static const char *const titles[] = {
    "chairman", "CEO", "chief executive", "defense secretary", "footballer", "secretary of defence", "mayor"};
static const char *const predicates[] = {"met_with", "employed_by", "spouse", "located_in", "accused", "linked"};

enum { BODIES = 6, PLACES = 5, GIVEN = 10, FAMILY = 11 };

typedef struct Author {
    Pool *pool;
    uint64_t seed;
    KbContribution *c;
} Author;

static unsigned pick(Author *author, unsigned limit)
{
    return (unsigned)(world_random(&author->seed) % limit);
}

static KbText written(Pool *pool, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return kb_pool_copy(pool, (KbText){text, (size_t)length});
}

static void add_mentions(Author *author, KbDocEntity *entity)
{
    size_t count = 1 + pick(author, 6);
    KbMention *mentions = kb_pool_alloc(author->pool, count, sizeof *mentions);
    for (size_t i = 0; i < count; i++) {
        uint32_t start = (uint32_t)(i * 200 + pick(author, 100));
        mentions[i] = (KbMention){start, start + 9, (KbMentionKind)pick(author, 3)};
    }
    entity->mentions = mentions;
    entity->mention_count = count;
}

static void name_person(Author *author, unsigned person, KbName *names, size_t *count)
{
    unsigned g = person % GIVEN, f = person / 3 % FAMILY;
    const char *last = pick(author, 4) ? family[f] : family_variant[f];
    switch (pick(author, 5)) {
    case 0: names[(*count)++] = (KbName){written(author->pool, "%s", last), 2}; return;
    case 1: names[(*count)++] = (KbName){written(author->pool, "%s %s", short_given[g], last), 1}; break;
    case 2:
        names[(*count)++] = (KbName){written(author->pool, "%s %c. %s", given[g], 'A' + (int)(person % 7), last), 1};
        break;
    default: names[(*count)++] = (KbName){written(author->pool, "%s %s", given[g], last), 1}; break;
    }
    if (pick(author, 2)) names[(*count)++] = (KbName){written(author->pool, "%s", last), 1 + pick(author, 4)};
}

static void add_entity(Author *author, KbDocEntity *entity, KbType type, unsigned which)
{
    KbName *names = kb_pool_alloc(author->pool, 4, sizeof *names);
    *entity = (KbDocEntity){.type = type, .names = names};
    if (type == KB_PERSON) {
        name_person(author, which, names, &entity->name_count);
        entity->gender = pick(author, 3) ? KB_GENDER_UNKNOWN : kb_text_equal(names[0].text, names[0].text) + which % 2;
        if (pick(author, 3) == 0) {
            KbText *title = kb_pool_alloc(author->pool, 1, sizeof *title);
            *title = kb_text(which % 2 ? "Gen." : "Dr.");
            entity->titles = title;
            entity->title_count = 1;
        }
    } else {
        const char *const *forms = type == KB_PLACE ? places[which % PLACES] : bodies[which % BODIES];
        names[entity->name_count++] =
            (KbName){kb_text(forms[pick(author, type == KB_PLACE ? 2 : 3)]), 1 + pick(author, 3)};
        if (pick(author, 3) == 0) names[entity->name_count++] = (KbName){kb_text(forms[1]), 1};
    }
    add_mentions(author, entity);
}

static void add_entities(Author *author, unsigned people)
{
    enum { PEOPLE_HERE = 5, BODIES_HERE = 3, PLACES_HERE = 2, ALL = PEOPLE_HERE + BODIES_HERE + PLACES_HERE };
    KbDocEntity *entities = kb_pool_alloc(author->pool, ALL, sizeof *entities);
    for (unsigned i = 0; i < ALL; i++) {
        KbType type = i < PEOPLE_HERE ? KB_PERSON : i < PEOPLE_HERE + BODIES_HERE ? KB_ORGANIZATION : KB_PLACE;
        add_entity(author, &entities[i], type, pick(author, type == KB_PERSON ? people : 60));
    }
    author->c->entities = entities;
    author->c->entity_count = ALL;
}

static void add_claims(Author *author)
{
    enum { CLAIMS = 6 };
    KbContribution *c = author->c;
    KbEvidence *evidence = kb_pool_alloc(author->pool, 2 * CLAIMS, sizeof *evidence);
    KbRole *roles = kb_pool_alloc(author->pool, CLAIMS, sizeof *roles);
    KbRelation *relations = kb_pool_alloc(author->pool, CLAIMS, sizeof *relations);
    KbText none = {"", 0};
    for (uint32_t i = 0; i < CLAIMS; i++) {
        evidence[i] = (KbEvidence){i * 90, i * 90 + 80,
                                   written(author->pool, "Sentence %u of %.*s.", i, (int)c->id.length, c->id.data)};
        int32_t at = (int32_t)pick(author, 5);
        roles[i] = (KbRole){.holder = (int32_t)pick(author, 5),
                            .title = kb_text(titles[pick(author, 7)]),
                            .organization = at < 3 ? 5 + at : KB_NONE,
                            .place = at == 3 ? 8 : KB_NONE,
                            .person = KB_NONE,
                            .status = (KbRoleStatus)pick(author, KB_ROLE_STATUSES),
                            .start = {{0}, c->published},
                            .polarity = pick(author, 9) == 0,
                            .modality = (KbModality)(pick(author, 6) ? 0 : pick(author, 5)),
                            .attributed_to = pick(author, 8) ? KB_NONE : 0,
                            .evidence = i,
                            .confidence = (uint16_t)(500 + pick(author, 500))};
        int32_t object = (int32_t)pick(author, 10);
        bool aged = pick(author, 7) == 0;
        relations[i] =
            (KbRelation){.subject = (int32_t)pick(author, 5),
                         .predicate = (uint16_t)kb_predicate_find(kb_text(aged ? "age" : predicates[pick(author, 6)])),
                         .object = aged ? KB_NONE : object,
                         .value = aged ? kb_text("52") : none,
                         .verb = kb_text(pick(author, 2) ? "meet" : "join"),
                         .place = pick(author, 3) ? KB_NONE : 9,
                         .polarity = KB_POSITIVE,
                         .attributed_to = KB_NONE,
                         .evidence = i,
                         .confidence = 700};
    }
    c->evidence = evidence, c->evidence_count = CLAIMS;
    c->roles = roles, c->role_count = CLAIMS;
    c->relations = relations, c->relation_count = CLAIMS;
}

void world_document(Pool *pool, unsigned people, unsigned number, unsigned version, KbContribution *out)
{
    Author author = {pool, (uint64_t)number * 7919 + version * 104729 + 1, out};
    *out = (KbContribution){
        .id = written(pool, "doc-%u.txt", number),
        .path = written(pool, "/news/doc-%u-v%u.txt", number, version),
        .url = {"", 0},
        .source = kb_text(number % 3 ? "example.com" : "example.org"),
        .title = written(pool, "Title %u", number),
        .published = {(int16_t)(2015 + number % 5), (uint8_t)(1 + number % 12), (uint8_t)(1 + version)}};
    out->text_hash = world_random(&author.seed);
    out->story_hash = number % 4 ? out->text_hash : number;
    add_entities(&author, people);
    add_claims(&author);
}

// ---------------------------------------------------------------------------------------------- dump

typedef struct Dump {
    Bytes *out;
    KbReader *reader;
} Dump;

static void say(Dump *dump, const char *format, ...)
{
    char text[4096];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    kb_bytes_put(dump->out, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

#define TEXT(slice) (int)(slice).length, (slice).data

static void dump_ref(Dump *dump, const char *what, const KbRef *ref)
{
    say(dump, " %s=%s:%.*s", what, ref->id.text, TEXT(ref->name));
}

static void dump_dates(Dump *dump, const char *what, const KbDate dates[2])
{
    char a[KB_DATE_SIZE], b[KB_DATE_SIZE];
    say(dump, " %s=%s/%s", what, kb_date_format(dates[0], a), kb_date_format(dates[1], b));
}

static void dump_sources(Dump *dump, const KbSource *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        say(dump, "\n    %.*s %u-%u %.*s | %.*s | %.*s %016llx", TEXT(sources[i].document), sources[i].start,
            sources[i].end, TEXT(sources[i].source), TEXT(sources[i].title), TEXT(sources[i].quote),
            (unsigned long long)sources[i].story);
    say(dump, "\n");
}

static void dump_role(Dump *dump, const char *what, const KbHeldRole *role)
{
    char a[KB_DATE_SIZE], b[KB_DATE_SIZE];
    say(dump, "  %s %.*s %d %d %d %u %s..%s", what, TEXT(role->title), role->status, role->polarity, role->modality,
        role->confidence, kb_date_format(role->first_reported, a), kb_date_format(role->last_reported, b));
    dump_ref(dump, "holder", &role->holder);
    dump_ref(dump, "organization", &role->organization);
    dump_ref(dump, "place", &role->place);
    dump_ref(dump, "person", &role->person);
    dump_ref(dump, "by", &role->attributed_to);
    dump_dates(dump, "start", role->start);
    dump_dates(dump, "end", role->end);
    dump_sources(dump, role->sources, role->source_count);
}

static void dump_link(Dump *dump, const KbLink *link)
{
    say(dump, "  link %s %.*s %.*s %d %d %u", kb_predicate(link->predicate)->name, TEXT(link->value), TEXT(link->verb),
        link->polarity, link->modality, link->confidence);
    dump_ref(dump, "subject", &link->subject);
    dump_ref(dump, "object", &link->object);
    dump_ref(dump, "place", &link->place);
    dump_ref(dump, "by", &link->attributed_to);
    dump_dates(dump, "date", link->date);
    dump_sources(dump, link->sources, link->source_count);
}

static void dump_places(Dump *dump, const KbEntity *entity)
{
    const KbDocumentMention *mentions;
    const KbDocumentInfo *documents;
    size_t count;
    KbError error;
    KbText id = kb_text(entity->id.text);
    ck_assert_int_eq(kb_entity_mentions(dump->reader, id, &mentions, &count, &error), KB_OK);
    for (size_t i = 0; i < count; i++)
        say(dump, "  at %.*s %u-%u %d\n", TEXT(mentions[i].document), mentions[i].mention.start,
            mentions[i].mention.end, mentions[i].mention.kind);
    ck_assert_int_eq(kb_documents(dump->reader, id, &documents, &count, &error), KB_OK);
    for (size_t i = 0; i < count; i++)
        say(dump, "  in %.*s\n", TEXT(documents[i].id));
}

static bool dump_entity(const KbEntity *entity, void *context)
{
    Dump *dump = context;
    char a[KB_DATE_SIZE], b[KB_DATE_SIZE];
    say(dump, "%s %d %.*s [%.*s|%.*s|%.*s|%.*s|%.*s] %d %d %llu %llu %s..%s\n", entity->id.text, entity->type,
        TEXT(entity->name), TEXT(entity->parts.prefix), TEXT(entity->parts.given), TEXT(entity->parts.middle),
        TEXT(entity->parts.family), TEXT(entity->parts.suffix), entity->gender, entity->unresolved,
        (unsigned long long)entity->mention_count, (unsigned long long)entity->document_count,
        kb_date_format(entity->first_seen, a), kb_date_format(entity->last_seen, b));
    for (size_t i = 0; i < entity->alias_count; i++)
        say(dump, "  alias %.*s %llu\n", TEXT(entity->aliases[i].name),
            (unsigned long long)entity->aliases[i].mentions);
    for (size_t i = 0; i < entity->role_count; i++)
        dump_role(dump, "role", &entity->roles[i]);
    for (size_t i = 0; i < entity->post_count; i++)
        dump_role(dump, "post", &entity->posts[i]);
    for (size_t i = 0; i < entity->link_count; i++)
        dump_link(dump, &entity->links[i]);
    dump_places(dump, entity);
    return true;
}

static void dump_found(Dump *dump, const char *name)
{
    const KbCandidate *found;
    size_t count;
    KbError error;
    KbStatus status = kb_find(dump->reader, kb_text(name), 0, &found, &count, &error);
    ck_assert(status == KB_OK || status == KB_NOT_FOUND);
    for (size_t i = 0; i < count; i++)
        say(dump, "find %s: %s %u %.*s\n", name, found[i].entity.id.text, found[i].score, TEXT(found[i].detail));
}

void world_dump(Kb *kb, Bytes *out)
{
    Dump dump = {.out = out};
    KbError error = {0};
    KbStats stats;
    const KbDocumentInfo *documents;
    size_t count;
    ck_assert_int_eq(kb_reader_open(kb, &dump.reader, &error), KB_OK);
    ck_assert_msg(kb_entities_each(dump.reader, dump_entity, &dump, &error) == KB_OK, "%s", error.text);
    ck_assert_int_eq(kb_documents(dump.reader, (KbText){"", 0}, &documents, &count, &error), KB_OK);
    for (size_t i = 0; i < count; i++)
        say(&dump, "document %.*s %.*s\n", TEXT(documents[i].id), TEXT(documents[i].title));
    ck_assert_int_eq(kb_stats(dump.reader, &stats, &error), KB_OK);
    say(&dump, "stats %llu %llu %llu %llu people %llu\n", (unsigned long long)stats.documents,
        (unsigned long long)stats.roles, (unsigned long long)stats.links, (unsigned long long)stats.mentions,
        (unsigned long long)stats.entities[KB_PERSON]);
    dump_found(&dump, "Smith");
    dump_found(&dump, "Joe Dunford");
    dump_found(&dump, "IAEA");
    kb_reader_close(dump.reader);
}

// ---------------------------------------------------------------------------------------------- files

const char *world_path(void)
{
    static char path[128];
    static unsigned serial;
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%.80s/kb-test-%ld-%u.kb", folder ? folder : "/tmp", (long)getpid(), serial++);
    world_remove(path);
    return path;
}

void world_remove(const char *path)
{
    char lock[160];
    snprintf(lock, sizeof lock, "%s-lock", path);
    unlink(path);
    unlink(lock);
}

Kb *world_open(const char *path)
{
    Kb *kb;
    KbError error = {0};
    KbOptions options = {.mode = KB_WRITE, .model = {"test", 4}};
    ck_assert_msg(kb_open(path, &options, &kb, &error) == KB_OK, "%s", error.text);
    return kb;
}
