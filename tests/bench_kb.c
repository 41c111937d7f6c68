// Speed of the knowledge base: putting documents, looking up, searching, paths.
// SPDX-License-Identifier: MIT
//
//   bench_kb [DOCUMENTS] [FILE]    100,000 entities come from some 25,000 documents
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/kb_world.h"

enum { BATCH = 500, LOOKUPS = 2000 };

static double read_clock(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double now(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

// Look-ups wait for nothing: the processor's time tells the same on a busy machine as on an idle one.
static double spent(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static void require(KbStatus status, const KbError *error)
{
    if (status == KB_OK || status == KB_NOT_FOUND) return;
    fprintf(stderr, "bench_kb: %s\n", error->text);
    exit(1);
}

static const char *const syllables[] = {"ba",  "den", "ko",  "ri", "mar", "tu", "sel", "vo",  "han", "pe",
                                        "gor", "li",  "nas", "fe", "dum", "ya", "os",  "kel", "ru",  "bin"};

static KbText made_up(Pool *pool, uint64_t number, const char *before)
{
    char text[128];
    size_t length = (size_t)snprintf(text, sizeof text, "%s", before);
    for (uint64_t left = number + 20; left > 0; left /= 20) {
        const char *syllable = syllables[left % 20];
        bool first = length == strlen(before);
        for (; *syllable; syllable++, first = false)
            text[length++] = (char)(first ? *syllable - 32 : *syllable);
    }
    return kb_pool_copy(pool, (KbText){text, length});
}

static const char *const given[] = {"Anna",  "Boris", "Carla", "David", "Elena",
                                    "Frank", "Grace", "Hugo",  "Ivan",  "Julia"};

static void add_entity(Pool *pool, KbDocEntity *entity, KbType type, uint64_t number)
{
    char before[32] = "";
    if (type == KB_PERSON) snprintf(before, sizeof before, "%s ", given[number % 10]);
    KbName *name = kb_pool_alloc(pool, 1, sizeof *name);
    KbMention *mentions = kb_pool_alloc(pool, 3, sizeof *mentions);
    *name = (KbName){made_up(pool, type == KB_PERSON ? number / 3 : number, before), 3};
    for (uint32_t i = 0; i < 3; i++)
        mentions[i] = (KbMention){i * 100, i * 100 + 9, KB_NAME};
    *entity = (KbDocEntity){.type = type, .names = name, .name_count = 1, .mentions = mentions, .mention_count = 3};
}

// Few are in the news often, most once: a rank drawn so that its square is even.
static uint64_t draw(uint64_t *seed, uint64_t many)
{
    double x = (double)(world_random(seed) >> 11) / 9007199254740992.0;
    return (uint64_t)(x * x * (double)many);
}

static void add_claims(Pool *pool, KbContribution *c, size_t people)
{
    KbEvidence *evidence = kb_pool_alloc(pool, people, sizeof *evidence);
    KbRole *roles = kb_pool_alloc(pool, people, sizeof *roles);
    KbRelation *relations = kb_pool_alloc(pool, people, sizeof *relations);
    for (size_t i = 0; i < people; i++) {
        evidence[i] = (KbEvidence){(uint32_t)i * 150, (uint32_t)i * 150 + 140,
                                   kb_text("The director, who has led the agency since spring, met the minister on "
                                           "Monday, officials said in the capital.")};
        roles[i] = (KbRole){.holder = (int32_t)i,
                            .title = kb_text(i % 2 ? "director" : "deputy minister"),
                            .organization = (int32_t)(people + i % 6),
                            .place = KB_NONE,
                            .person = KB_NONE,
                            .status = KB_CURRENT,
                            .attributed_to = KB_NONE,
                            .evidence = (uint32_t)i,
                            .confidence = 900};
        relations[i] = (KbRelation){.subject = (int32_t)i,
                                    .predicate = (uint16_t)kb_predicate_find(kb_text("met_with")),
                                    .object = (int32_t)((i + 1) % people),
                                    .value = {"", 0},
                                    .verb = kb_text("meet"),
                                    .place = KB_NONE,
                                    .attributed_to = KB_NONE,
                                    .evidence = (uint32_t)i,
                                    .confidence = 800};
    }
    c->evidence = evidence, c->roles = roles, c->relations = relations;
    c->evidence_count = c->role_count = c->relation_count = people;
}

static void write_document(Pool *pool, uint64_t number, uint64_t documents, KbContribution *c)
{
    enum { PEOPLE = 10, BODIES = 6, PLACES = 4, ALL = PEOPLE + BODIES + PLACES };
    uint64_t seed = number * 2654435761u + 17;
    KbDocEntity *entities = kb_pool_alloc(pool, ALL, sizeof *entities);
    for (size_t i = 0; i < ALL; i++) {
        KbType type = i < PEOPLE ? KB_PERSON : i < PEOPLE + BODIES ? KB_ORGANIZATION : KB_PLACE;
        uint64_t many = type == KB_PERSON ? documents * 6 : type == KB_ORGANIZATION ? documents : documents / 10 + 50;
        add_entity(pool, &entities[i], type, draw(&seed, many));
    }
    *c = (KbContribution){
        .id = made_up(pool, number, "http://example.com/"),
        .path = {"", 0},
        .url = {"", 0},
        .source = kb_text("example.com"),
        .title = kb_text("A title"),
        .published = {(int16_t)(2010 + number % 10), (uint8_t)(1 + number % 12), (uint8_t)(1 + number % 28)},
        .text_hash = number,
        .story_hash = number,
        .entities = entities,
        .entity_count = ALL};
    add_claims(pool, c, PEOPLE);
}

static void fill(Kb *kb, uint64_t documents)
{
    KbError error = {0};
    double start = now(), commit = 0;
    for (uint64_t i = 0; i < documents;) {
        require(kb_begin(kb, &error), &error);
        for (uint64_t end = i + BATCH; i < end && i < documents; i++) {
            Pool pool = {0};
            KbContribution c;
            write_document(&pool, i, documents, &c);
            require(kb_put(kb, &c, NULL, &error), &error);
            kb_pool_clear(&pool);
        }
        double before = now();
        require(kb_commit(kb, &error), &error);
        commit = now() - before;
    }
    double seconds = now() - start;
    printf("%-34s %12.0f documents/s (last commit of %d: %.2f s)\n", "put and commit", (double)documents / seconds,
           BATCH, commit);
}

typedef struct Ids {
    KbId *list;
    size_t count, room;
} Ids;

static void list_ids(Kb *kb, Ids *ids)
{
    KbReader *reader;
    KbError error = {0};
    const KbText *names;
    const KbCandidate *found;
    size_t count, found_count;
    require(kb_reader_open(kb, &reader, &error), &error);
    for (char a = 'A'; a <= 'Z'; a++) {
        require(kb_complete(reader, (KbText){&a, 1}, 400, &names, &count, &error), &error);
        for (size_t i = 0; i < count; i++) {
            require(kb_find(reader, names[i], 0, &found, &found_count, &error), &error);
            if (found_count) MEMORY_PUSH(ids->list, ids->count, ids->room, found[0].entity.id);
        }
    }
    kb_reader_close(reader);
}

static int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void report(const char *what, double *times, size_t count)
{
    qsort(times, count, sizeof *times, compare_times);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += times[i];
    printf("%-34s %12.1f us mean, %.1f median, %.1f 99th\n", what, 1e6 * sum / (double)count, 1e6 * times[count / 2],
           1e6 * times[count * 99 / 100]);
}

typedef void (*Measured)(KbReader *reader, const Ids *ids, uint64_t *seed);

static const char *any_id(const Ids *ids, uint64_t *seed)
{
    return ids->list[world_random(seed) % ids->count].text;
}

static void get(KbReader *reader, const Ids *ids, uint64_t *seed)
{
    const KbEntity *entity;
    KbError error = {0};
    require(kb_entity_get(reader, kb_text(any_id(ids, seed)), &entity, &error), &error);
}

static void find(KbReader *reader, const Ids *ids, uint64_t *seed)
{
    (void)ids;
    Pool pool = {0};
    KbError error = {0};
    const KbCandidate *found;
    size_t count;
    uint64_t number = world_random(seed) % 20000;
    char before[16];
    snprintf(before, sizeof before, "%s ", given[number % 10]);
    require(kb_find(reader, made_up(&pool, number / 3, before), 0, &found, &count, &error), &error);
    kb_pool_clear(&pool);
}

static void suggest(KbReader *reader, const Ids *ids, uint64_t *seed)
{
    (void)ids;
    Pool pool = {0};
    KbError error = {0};
    const KbCandidate *found;
    size_t count;
    require(kb_suggest(reader, made_up(&pool, world_random(seed) % 20000, "Anma "), &found, &count, &error), &error);
    kb_pool_clear(&pool);
}

static void path(KbReader *reader, const Ids *ids, uint64_t *seed)
{
    const KbHop *hops;
    size_t count;
    KbError error = {0};
    const char *a = any_id(ids, seed), *b = any_id(ids, seed);
    require(kb_path(reader, kb_text(a), kb_text(b), 6, &hops, &count, &error), &error);
}

// With a new reader every time: nothing is cached but by the operating system.
static void measure(Kb *kb, const Ids *ids, const char *what, Measured measured, size_t count)
{
    double *times = kb_memory_alloc(count, sizeof *times);
    uint64_t seed = 5;
    KbError error = {0};
    for (size_t i = 0; i < count; i++) {
        KbReader *reader;
        double start = spent();
        require(kb_reader_open(kb, &reader, &error), &error);
        measured(reader, ids, &seed);
        kb_reader_close(reader);
        times[i] = spent() - start;
    }
    report(what, times, count);
    free(times);
}

int main(int argc, char **argv)
{
    uint64_t documents = argc > 1 ? strtoull(argv[1], NULL, 10) : 3000;
    const char *file = argc > 2 ? argv[2] : world_path();
    Kb *kb;
    KbError error = {0};
    KbOptions options = {.mode = KB_WRITE, .model = {"", 0}};
    require(kb_open(file, &options, &kb, &error), &error);
    fill(kb, documents);
    Ids ids = {0};
    list_ids(kb, &ids);
    KbReader *reader;
    KbStats stats;
    require(kb_reader_open(kb, &reader, &error), &error);
    require(kb_stats(reader, &stats, &error), &error);
    kb_reader_close(reader);
    printf("%-34s %12llu people, %llu organizations, %llu places\n", "entities",
           (unsigned long long)stats.entities[KB_PERSON], (unsigned long long)stats.entities[KB_ORGANIZATION],
           (unsigned long long)stats.entities[KB_PLACE]);
    measure(kb, &ids, "kb_entity_get", get, LOOKUPS);
    measure(kb, &ids, "kb_find", find, LOOKUPS);
    measure(kb, &ids, "kb_path, at most 6 hops", path, LOOKUPS / 10);
    measure(kb, &ids, "kb_suggest", suggest, LOOKUPS / 50);
    free(ids.list);
    kb_close(kb);
    if (argc <= 2) world_remove(file);
    return 0;
}
