// The law: what a reader sees is a function of the set of active contributions.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/kb_world.h"
#include "tests/suite.h"

enum { DOCUMENTS = 30, PEOPLE = 24, ORDERS = 50 };

static void begin(Kb *kb)
{
    KbError error = {0};
    ck_assert_msg(kb_begin(kb, &error) == KB_OK, "%s", error.text);
}

static void commit(Kb *kb)
{
    KbError error = {0};
    ck_assert_msg(kb_commit(kb, &error) == KB_OK, "%s", error.text);
}

static void put(Kb *kb, unsigned number, unsigned version)
{
    Pool pool = {0};
    KbContribution c;
    KbError error = {0};
    world_document(&pool, PEOPLE, number, version, &c);
    ck_assert_msg(kb_put(kb, &c, NULL, &error) == KB_OK, "%s", error.text);
    kb_pool_clear(&pool);
}

static void forget(Kb *kb, unsigned number)
{
    char id[32];
    snprintf(id, sizeof id, "doc-%u.txt", number);
    KbError error = {0};
    ck_assert_int_eq(kb_forget(kb, kb_text(id), NULL, &error), KB_OK);
}

// All documents, each with its last version 1, in one transaction.
static void build_plainly(Bytes *dump)
{
    const char *path = world_path();
    Kb *kb = world_open(path);
    begin(kb);
    for (unsigned i = 0; i < DOCUMENTS; i++)
        put(kb, i, 1);
    commit(kb);
    world_dump(kb, dump);
    kb_close(kb);
    world_remove(path);
}

static void shuffle(unsigned *items, unsigned count, uint64_t *seed)
{
    for (unsigned i = count; i > 1; i--) {
        unsigned j = (unsigned)(world_random(seed) % i), kept = items[i - 1];
        items[i - 1] = items[j];
        items[j] = kept;
    }
}

// Random order, random transactions, older versions before or after, documents forgotten and put again, aborts between.
static void build_wildly(Kb *kb, uint64_t seed)
{
    unsigned order[DOCUMENTS];
    for (unsigned i = 0; i < DOCUMENTS; i++)
        order[i] = i;
    shuffle(order, DOCUMENTS, &seed);
    begin(kb);
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        unsigned number = order[i], chance = (unsigned)(world_random(&seed) % 8);
        if (chance == 0) put(kb, number, 0);
        put(kb, number, 1);
        if (chance == 1) put(kb, number, 0);
        if (chance == 2) put(kb, number, 1);
        if (chance == 3) {
            commit(kb);
            begin(kb);
            forget(kb, number);
            if (world_random(&seed) % 2) commit(kb), begin(kb);
            put(kb, number, 1);
        }
        if (chance == 4) put(kb, DOCUMENTS + number, 0), commit(kb), begin(kb), forget(kb, DOCUMENTS + number);
        if (chance == 5) {
            commit(kb);
            begin(kb);
            put(kb, 2 * DOCUMENTS + number, 0);
            kb_abort(kb);
            begin(kb);
        }
        if (world_random(&seed) % 4 == 0) commit(kb), begin(kb);
    }
    commit(kb);
}

static void keep(const char *path, const Bytes *dump)
{
    FILE *file = getenv("KB_KEEP_DUMPS") ? fopen(path, "w") : NULL;
    if (!file) return;
    fwrite(dump->data, 1, dump->length, file);
    fclose(file);
}

START_TEST(order_splits_and_history_leave_no_trace)
{
    Bytes plain = {0}, wild = {0};
    build_plainly(&plain);
    const char *path = world_path();
    Kb *kb = world_open(path);
    build_wildly(kb, (uint64_t)_i + 1);
    world_dump(kb, &wild);
    uint64_t records;
    KbError error = {0};
    ck_assert_msg(kb_verify(kb, &records, &error) == KB_OK, "%s", error.text);
    keep("plain.dump", &plain);
    keep("wild.dump", &wild);
    ck_assert_uint_gt(plain.length, 10000);
    ck_assert(plain.length == wild.length && memcmp(plain.data, wild.data, plain.length) == 0);
    kb_close(kb);
    world_remove(path);
    kb_bytes_free(&plain);
    kb_bytes_free(&wild);
}
END_TEST

START_TEST(forgetting_everything_leaves_nothing)
{
    const char *path = world_path();
    Kb *kb = world_open(path);
    Bytes empty = {0}, after = {0};
    world_dump(kb, &empty);
    build_wildly(kb, 7);
    begin(kb);
    for (unsigned i = 0; i < DOCUMENTS; i++)
        forget(kb, i);
    commit(kb);
    world_dump(kb, &after);
    ck_assert(empty.length == after.length && memcmp(empty.data, after.data, empty.length) == 0);
    kb_close(kb);
    world_remove(path);
    kb_bytes_free(&empty);
    kb_bytes_free(&after);
}
END_TEST

START_TEST(a_small_map_grows_without_a_trace)
{
    Bytes plain = {0}, grown = {0};
    build_plainly(&plain);
    const char *path = world_path();
    Kb *kb;
    KbError error = {0};
    KbOptions options = {.mode = KB_WRITE, .model = {"test", 4}, .map_size = 256 << 10};
    ck_assert_msg(kb_open(path, &options, &kb, &error) == KB_OK, "%s", error.text);
    build_wildly(kb, 11);
    world_dump(kb, &grown);
    ck_assert(plain.length == grown.length && memcmp(plain.data, grown.data, plain.length) == 0);
    kb_close(kb);
    world_remove(path);
    kb_bytes_free(&plain);
    kb_bytes_free(&grown);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kb law");
    TCase *law = tcase_create("law");
    tcase_set_timeout(law, 120);
    tcase_add_loop_test(law, order_splits_and_history_leave_no_trace, 0, ORDERS);
    tcase_add_test(law, forgetting_everything_leaves_nothing);
    tcase_add_test(law, a_small_map_grows_without_a_trace);
    suite_add_tcase(suite, law);
    return run_suite(suite);
}
