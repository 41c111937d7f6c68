// The database file: damage, locks, limits, versions, and what a reader sees while a writer writes.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/kb_world.h"
#include "tests/suite.h"

static const char *path;

static void setup(void)
{
    path = world_path();
}

static void teardown(void)
{
    world_remove(path);
}

static void add_documents(Kb *kb, unsigned first, unsigned last)
{
    KbError error = {0};
    ck_assert_msg(kb_begin(kb, &error) == KB_OK, "%s", error.text);
    for (unsigned i = first; i < last; i++) {
        Pool pool = {0};
        KbContribution c;
        world_document(&pool, 24, i, 0, &c);
        ck_assert_msg(kb_put(kb, &c, NULL, &error) == KB_OK, "%s", error.text);
        kb_pool_clear(&pool);
    }
    ck_assert_msg(kb_commit(kb, &error) == KB_OK, "%s", error.text);
}

static KbStatus try_open(KbOpenMode mode, const char *model, Kb **kb)
{
    KbError error = {0};
    KbOptions options = {.mode = mode, .model = kb_text(model)};
    KbStatus status = kb_open(path, &options, kb, &error);
    ck_assert(status == KB_OK || status == KB_NOT_FOUND || error.status == status);
    ck_assert(status == KB_OK || status == KB_NOT_FOUND || error.text[0]);
    return status;
}

static KbStatus open_and_close(KbOpenMode mode, const char *model)
{
    Kb *kb = NULL;
    KbStatus status = try_open(mode, model, &kb);
    ck_assert((status == KB_OK) == (kb != NULL));
    kb_close(kb);
    return status;
}

static void write_file(const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void make_full_file(void)
{
    Kb *kb = world_open(path);
    add_documents(kb, 0, 20);
    kb_close(kb);
}

static off_t file_size(void)
{
    struct stat info;
    ck_assert_int_eq(stat(path, &info), 0);
    return info.st_size;
}

// ---------------------------------------------------------------------------------------------- damage

START_TEST(a_missing_file_is_not_found_by_readers)
{
    ck_assert_int_eq(open_and_close(KB_READ, ""), KB_NOT_FOUND);
    ck_assert_int_ne(access(path, F_OK), 0);
}
END_TEST

START_TEST(an_empty_file_is_damaged)
{
    write_file("", 0);
    ck_assert_int_eq(open_and_close(KB_READ, ""), KB_CORRUPT);
    ck_assert_int_eq(open_and_close(KB_WRITE, ""), KB_CORRUPT);
}
END_TEST

START_TEST(a_foreign_file_is_damaged)
{
    char bytes[20000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 131 + 7);
    write_file(bytes, sizeof bytes);
    ck_assert_int_eq(open_and_close(KB_READ, ""), KB_CORRUPT);
    ck_assert_int_eq(open_and_close(KB_WRITE, ""), KB_CORRUPT);
}
END_TEST

START_TEST(a_directory_is_no_knowledge_base)
{
    ck_assert_int_eq(mkdir(path, 0755), 0);
    ck_assert_int_eq(open_and_close(KB_READ, ""), KB_CORRUPT);
    rmdir(path);
}
END_TEST

START_TEST(a_file_cut_anywhere_is_damaged_and_never_kills)
{
    make_full_file();
    off_t size = file_size();
    ck_assert_int_eq(truncate(path, size * _i / 16), 0);
    ck_assert_int_eq(open_and_close(KB_READ, ""), KB_CORRUPT);
    ck_assert_int_eq(open_and_close(KB_WRITE, ""), KB_CORRUPT);
}
END_TEST

// Flips a byte of a stored text: LMDB cannot see it, the checksum does.
START_TEST(a_changed_byte_is_found)
{
    make_full_file();
    off_t size = file_size();
    char *bytes = malloc((size_t)size);
    FILE *file = fopen(path, "r+b");
    ck_assert_uint_eq(fread(bytes, 1, (size_t)size, file), (size_t)size);
    // Pages given up keep old copies: change them all.
    const char *sentence = "Sentence 3 of doc-7";
    for (char *at = bytes; (at = memmem(at, (size_t)(bytes + size - at), sentence, strlen(sentence))); at++) {
        fseek(file, at - bytes, SEEK_SET);
        fputc('s', file);
    }
    fclose(file);
    free(bytes);
    Kb *kb;
    uint64_t records;
    KbError error = {0};
    ck_assert_int_eq(try_open(KB_READ, "", &kb), KB_OK);
    ck_assert_int_eq(kb_verify(kb, &records, &error), KB_CORRUPT);
    kb_close(kb);
}
END_TEST

START_TEST(a_whole_file_verifies)
{
    make_full_file();
    Kb *kb;
    uint64_t records = 0;
    KbError error = {0};
    ck_assert_int_eq(try_open(KB_READ, "", &kb), KB_OK);
    ck_assert_msg(kb_verify(kb, &records, &error) == KB_OK, "%s", error.text);
    ck_assert_uint_gt(records, 1000);
    kb_close(kb);
}
END_TEST

START_TEST(another_model_is_another_version)
{
    make_full_file();
    ck_assert_int_eq(open_and_close(KB_WRITE, "other"), KB_VERSION);
    ck_assert_int_eq(open_and_close(KB_READ, "other"), KB_VERSION);
    ck_assert_int_eq(open_and_close(KB_READ, "test"), KB_OK);
    ck_assert_int_eq(open_and_close(KB_READ, ""), KB_OK);
}
END_TEST

// ---------------------------------------------------------------------------------------------- processes

static int in_child(int (*body)(void))
{
    pid_t child = fork();
    if (child == 0) _exit(body());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int open_for_writing(void)
{
    Kb *kb;
    KbError error = {0};
    KbOptions options = {.mode = KB_WRITE};
    KbStatus status = kb_open(path, &options, &kb, &error);
    kb_close(kb);
    return (int)status;
}

static int count_documents(void)
{
    Kb *kb;
    KbReader *reader;
    KbError error = {0};
    KbStats stats;
    KbOptions options = {.mode = KB_READ};
    if (kb_open(path, &options, &kb, &error) || kb_reader_open(kb, &reader, &error) || kb_stats(reader, &stats, &error))
        return 200;
    kb_reader_close(reader);
    kb_close(kb);
    return (int)stats.documents;
}

START_TEST(one_process_writes_at_a_time)
{
    Kb *kb = world_open(path);
    ck_assert_int_eq(in_child(open_for_writing), KB_LOCKED);
    kb_close(kb);
    ck_assert_int_eq(in_child(open_for_writing), KB_OK);
}
END_TEST

START_TEST(others_read_what_was_committed_while_one_writes)
{
    Kb *kb = world_open(path);
    ck_assert_int_eq(in_child(count_documents), 0);
    add_documents(kb, 0, 5);
    ck_assert_int_eq(in_child(count_documents), 5);
    KbError error = {0};
    ck_assert_int_eq(kb_begin(kb, &error), KB_OK);
    ck_assert_int_eq(in_child(count_documents), 5);
    kb_abort(kb);
    kb_close(kb);
}
END_TEST

START_TEST(a_reader_keeps_its_view)
{
    Kb *kb = world_open(path);
    add_documents(kb, 0, 5);
    KbReader *before, *after;
    KbError error = {0};
    KbStats old, new;
    ck_assert_int_eq(kb_reader_open(kb, &before, &error), KB_OK);
    add_documents(kb, 5, 9);
    ck_assert_int_eq(kb_reader_open(kb, &after, &error), KB_OK);
    ck_assert_int_eq(kb_stats(before, &old, &error), KB_OK);
    ck_assert_int_eq(kb_stats(after, &new, &error), KB_OK);
    ck_assert_uint_eq(old.documents, 5);
    ck_assert_uint_eq(new.documents, 9);
    kb_reader_close(before);
    kb_reader_close(after);
    kb_close(kb);
}
END_TEST

static int write_forever(void)
{
    Kb *kb = world_open(path);
    for (unsigned i = 0; i < 10000; i++)
        add_documents(kb, i, i + 1);
    return 0;
}

START_TEST(a_killed_writer_leaves_the_last_commit)
{
    make_full_file();
    pid_t child = fork();
    if (child == 0) _exit(write_forever());
    usleep(20000 + 30000 * (useconds_t)_i);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    Kb *kb;
    uint64_t records;
    KbError error = {0};
    ck_assert_int_eq(try_open(KB_WRITE, "test", &kb), KB_OK);
    ck_assert_msg(kb_verify(kb, &records, &error) == KB_OK, "%s", error.text);
    add_documents(kb, 50, 52);
    kb_close(kb);
}
END_TEST

// ---------------------------------------------------------------------------------------------- limits

static int write_beyond_limit(void)
{
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {.rlim_cur = (rlim_t)file_size() + 200000, .rlim_max = RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    Kb *kb;
    KbError error = {0};
    KbOptions options = {.mode = KB_WRITE};
    KbStatus status = kb_open(path, &options, &kb, &error);
    for (unsigned i = 100; i < 3000 && !status; i++) {
        Pool pool = {0};
        KbContribution c;
        world_document(&pool, 500, i, 0, &c);
        status = kb_begin(kb, &error);
        if (!status) status = kb_put(kb, &c, NULL, &error);
        if (!status) status = kb_commit(kb, &error);
        kb_pool_clear(&pool);
    }
    kb_close(kb);
    return (int)status;
}

START_TEST(a_size_limit_is_full_and_harms_nothing)
{
    make_full_file();
    ck_assert_int_eq(in_child(write_beyond_limit), KB_FULL);
    Kb *kb;
    uint64_t records;
    KbError error = {0};
    ck_assert_int_eq(try_open(KB_WRITE, "test", &kb), KB_OK);
    ck_assert_msg(kb_verify(kb, &records, &error) == KB_OK, "%s", error.text);
    add_documents(kb, 50, 52);
    kb_close(kb);
}
END_TEST

START_TEST(a_folder_that_is_not_there_is_an_io_error)
{
    Kb *kb;
    KbError error = {0};
    KbOptions options = {.mode = KB_WRITE};
    ck_assert_int_eq(kb_open("/nonexistent-folder/x.kb", &options, &kb, &error), KB_IO);
    ck_assert_ptr_nonnull(strstr(error.text, "/nonexistent-folder/x.kb"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kb store");
    TCase *store = tcase_create("store");
    tcase_set_timeout(store, 120);
    tcase_add_checked_fixture(store, setup, teardown);
    tcase_add_test(store, a_missing_file_is_not_found_by_readers);
    tcase_add_test(store, an_empty_file_is_damaged);
    tcase_add_test(store, a_foreign_file_is_damaged);
    tcase_add_test(store, a_directory_is_no_knowledge_base);
    tcase_add_loop_test(store, a_file_cut_anywhere_is_damaged_and_never_kills, 0, 16);
    tcase_add_test(store, a_changed_byte_is_found);
    tcase_add_test(store, a_whole_file_verifies);
    tcase_add_test(store, another_model_is_another_version);
    tcase_add_test(store, one_process_writes_at_a_time);
    tcase_add_test(store, others_read_what_was_committed_while_one_writes);
    tcase_add_test(store, a_reader_keeps_its_view);
    tcase_add_loop_test(store, a_killed_writer_leaves_the_last_commit, 0, 8);
    tcase_add_test(store, a_size_limit_is_full_and_harms_nothing);
    tcase_add_test(store, a_folder_that_is_not_there_is_an_io_error);
    suite_add_tcase(suite, store);
    return run_suite(suite);
}
