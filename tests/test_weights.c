// Weight files: a good one is read, and every kind of bad one is refused with a reason.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "ingest/encoder.h"
#include "ingest/weights.h"
#include "tests/suite.h"

// A file of two tensors: `ids`, i32 [3], and `table`, f32 [2][4].
enum { HEADER = 64, ENTRY = 128, IDS = 320, TABLE = 384, SIZE = 416 };

typedef struct File {
    char path[64];
    uint8_t bytes[SIZE];
    size_t size;
} File;

static void put(uint8_t *at, uint64_t value, size_t size)
{
    memcpy(at, &value, size);
}

static void put_entry(uint8_t *at, const char *name, uint32_t type, uint32_t rows, uint32_t columns, uint64_t offset)
{
    memcpy(at, name, strlen(name));
    put(at + 64, type, 4);
    put(at + 68, columns ? 2 : 1, 4);
    put(at + 72, rows, 4);
    put(at + 76, columns, 4);
    put(at + 88, offset, 8);
    put(at + 96, rows * (columns ? columns : 1) * 4, 8);
}

static File good_file(void)
{
    File f = {.size = SIZE};
    memcpy(f.bytes, "KBWEIGHT", 8);
    put(f.bytes + 8, 1, 4);
    put(f.bytes + 12, 2, 4);
    put(f.bytes + 16, SIZE, 8);
    put_entry(f.bytes + HEADER, "ids", TENSOR_I32, 3, 0, IDS);
    put_entry(f.bytes + HEADER + ENTRY, "table", TENSOR_F32, 2, 4, TABLE);
    for (size_t i = 0; i < 3; i++)
        put(f.bytes + IDS + 4 * i, 7 + i, 4);
    return f;
}

static void seal(File *f)
{
    put(f->bytes + 24, XXH3_64bits(f->bytes + HEADER, f->size - HEADER), 8);
}

static KbStatus open_file(File *f, Weights **weights, KbError *error)
{
    strcpy(f->path, "/tmp/kb-weights-XXXXXX");
    int file = mkstemp(f->path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, f->bytes, f->size), (ssize_t)f->size);
    close(file);
    KbStatus status = weights_open(f->path, weights, error);
    unlink(f->path);
    return status;
}

START_TEST(should_find_tensors_by_name_type_and_shape)
{
    File f = good_file();
    Weights *w;
    KbError error;
    Tensor t;
    seal(&f);
    ck_assert_int_eq(open_file(&f, &w, &error), KB_OK);
    ck_assert_int_eq(weights_find(w, "ids", TENSOR_I32, 3, 1, &t, &error), KB_OK);
    ck_assert_int_eq(((const int32_t *)t.data)[2], 9);
    ck_assert_int_eq(weights_find(w, "table", TENSOR_F32, 0, 0, &t, &error), KB_OK);
    ck_assert_uint_eq(t.count, 8);
    ck_assert_int_eq(weights_find(w, "table", TENSOR_F32, 2, 5, &t, &error), KB_CORRUPT);
    ck_assert_int_eq(weights_find(w, "table", TENSOR_I8, 2, 4, &t, &error), KB_CORRUPT);
    ck_assert_int_eq(weights_find(w, "none", TENSOR_I8, 0, 0, &t, &error), KB_CORRUPT);
    ck_assert_ptr_nonnull(strstr(error.text, "none"));
    weights_close(w);
}
END_TEST

// One change to the good file; `sealed` changes come with a right checksum.
static const struct {
    size_t at, width;
    uint64_t value;
    size_t size;
    bool sealed;
    KbStatus status;
} damages[] = {
    {0, 1, 'X', SIZE, true, KB_CORRUPT},         // foreign
    {8, 4, 2, SIZE, true, KB_VERSION},           // of a later version
    {0, 1, 'K', SIZE - 1, false, KB_CORRUPT},    // truncated
    {0, 1, 'K', 63, false, KB_CORRUPT},          // not even a header
    {0, 1, 'K', 0, false, KB_CORRUPT},           // empty
    {TABLE + 3, 1, 1, SIZE, false, KB_CORRUPT},  // a flipped bit
    {12, 4, 3, SIZE, true, KB_CORRUPT},          // an entry in the tensors' bytes
    {12, 4, UINT32_MAX, SIZE, true, KB_CORRUPT}, // more entries than fit
    {HEADER + 64, 4, 4, SIZE, true, KB_CORRUPT}, // an unknown type
    {HEADER + 68, 4, 0, SIZE, true, KB_CORRUPT}, // no dimension
    {HEADER + 68, 4, 5, SIZE, true, KB_CORRUPT}, // too many dimensions
    {HEADER + 72, 4, 0, SIZE, true, KB_CORRUPT}, // an empty tensor
    {HEADER + 72, 4, UINT32_MAX, SIZE, true, KB_CORRUPT},
    {HEADER + 88, 8, 321, SIZE, true, KB_CORRUPT}, // not aligned
    {HEADER + 88, 8, 448, SIZE, true, KB_CORRUPT}, // past the end
    {HEADER + 88, 8, UINT64_MAX - 63, SIZE, true, KB_CORRUPT},
    {HEADER + 96, 8, 16, SIZE, true, KB_CORRUPT}, // bytes that are not the shape's
    {HEADER + 96, 8, UINT64_MAX, SIZE, true, KB_CORRUPT},
    {HEADER + 63, 1, 'x', SIZE, true, KB_CORRUPT}, // a name without end
};

START_TEST(should_refuse_a_bad_file)
{
    File f = good_file();
    Weights *w = NULL;
    KbError error = {0};
    if (!damages[_i].sealed) seal(&f);
    put(f.bytes + damages[_i].at, damages[_i].value, damages[_i].width);
    if (damages[_i].sealed) seal(&f);
    f.size = damages[_i].size;
    ck_assert_int_eq(open_file(&f, &w, &error), damages[_i].status);
    ck_assert_int_eq(error.status, damages[_i].status);
    ck_assert_uint_gt(strlen(error.text), strlen(f.path));
    ck_assert_ptr_null(w);
}
END_TEST

START_TEST(should_say_not_found_where_there_is_no_file)
{
    Weights *w;
    KbError error;
    ck_assert_int_eq(weights_open("/nonexistent/encoder.kbw", &w, &error), KB_NOT_FOUND);
}
END_TEST

START_TEST(should_refuse_a_directory)
{
    Weights *w;
    KbError error;
    ck_assert_int_eq(weights_open("/", &w, &error), KB_CORRUPT);
}
END_TEST

START_TEST(should_not_make_an_encoder_of_other_tensors)
{
    File f = good_file();
    Weights *w;
    Encoder *encoder;
    KbError error;
    seal(&f);
    ck_assert_int_eq(open_file(&f, &w, &error), KB_OK);
    ck_assert_int_eq(encoder_new(w, false, &encoder, &error), KB_CORRUPT);
    ck_assert_ptr_nonnull(strstr(error.text, "config"));
    weights_close(w);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("weights");
    TCase *tests = tcase_create("weights");
    tcase_add_test(tests, should_find_tensors_by_name_type_and_shape);
    tcase_add_loop_test(tests, should_refuse_a_bad_file, 0, (int)(sizeof damages / sizeof *damages));
    tcase_add_test(tests, should_say_not_found_where_there_is_no_file);
    tcase_add_test(tests, should_refuse_a_directory);
    tcase_add_test(tests, should_not_make_an_encoder_of_other_tensors);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
