// Products: right to the last unit at extreme values and for any number of rows.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/gemm.h"
#include "tests/suite.h"

static const struct {
    size_t outputs, inputs;
} shapes[] = {{384, 384}, {1152, 384}, {1536, 384}, {384, 1536}, {16, 16}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static const size_t row_counts[] = {1, 7, 8, 9, 100, 194, 256};

typedef enum Filling { LARGEST, SMALLEST, ALTERNATING, MIXED, FILLINGS } Filling;

static void fill(int8_t *weights, size_t weight_count, uint8_t *in, size_t in_count, Filling filling)
{
    uint32_t seed = 1;
    for (size_t i = 0; i < weight_count; i++) {
        seed = seed * 1664525u + 1013904223u;
        int mixed = (int)(seed >> 16) % 127 - 63;
        weights[i] = (int8_t)(filling == LARGEST    ? 63
                              : filling == SMALLEST ? -63
                              : filling == MIXED    ? mixed
                              : i & 1               ? 63
                                                    : -63);
    }
    for (size_t i = 0; i < in_count; i++) {
        seed = seed * 1664525u + 1013904223u;
        in[i] = filling == MIXED ? (uint8_t)(seed >> 24) : 255;
    }
}

static int32_t naive(const int8_t *weights, const uint8_t *in, size_t inputs)
{
    int32_t sum = 0;
    for (size_t i = 0; i < inputs; i++)
        sum += weights[i] * in[i];
    return sum;
}

static void check_product(size_t outputs, size_t inputs, size_t rows, Filling filling)
{
    KbError error;
    GemmEngine *engine;
    GemmWeights *packed;
    size_t room = gemm_padded_rows(rows);
    int8_t *weights = malloc(outputs * inputs);
    uint8_t *in = malloc(room * inputs);
    int32_t *out = malloc(room * outputs * sizeof *out);
    fill(weights, outputs * inputs, in, room * inputs, filling);
    ck_assert_int_eq(gemm_engine_new(&engine, &error), KB_OK);
    ck_assert_int_eq(gemm_pack_s8(engine, weights, outputs, inputs, &packed, &error), KB_OK);
    GemmRunner *runner = gemm_runner_new(engine);
    gemm_run(runner, packed, rows, in, out);
    for (size_t r = 0; r < rows; r++)
        for (size_t o = 0; o < outputs; o += 1 + r % 3)
            ck_assert_int_eq(out[r * outputs + o], naive(weights + o * inputs, in + r * inputs, inputs));
    gemm_runner_free(runner);
    gemm_weights_free(packed);
    gemm_engine_free(engine);
    free(weights), free(in), free(out);
}

START_TEST(should_equal_the_integer_product_at_extreme_values)
{
    size_t shape = (size_t)_i / FILLINGS;
    check_product(shapes[shape].outputs, shapes[shape].inputs, 40, (Filling)(_i % FILLINGS));
}
END_TEST

START_TEST(should_take_any_number_of_rows)
{
    check_product(384, 384, row_counts[_i], MIXED);
}
END_TEST

START_TEST(should_multiply_floats)
{
    enum { SIZE = 32 };
    float weights[SIZE * SIZE], in[SIZE * SIZE], out[SIZE * SIZE];
    KbError error;
    GemmEngine *engine;
    GemmWeights *packed;
    for (int i = 0; i < SIZE * SIZE; i++)
        weights[i] = (float)(i % 17) - 8, in[i] = (float)(i % 5);
    ck_assert_int_eq(gemm_engine_new(&engine, &error), KB_OK);
    ck_assert_int_eq(gemm_pack_f32(engine, weights, SIZE, SIZE, &packed, &error), KB_OK);
    GemmRunner *runner = gemm_runner_new(engine);
    gemm_run(runner, packed, SIZE, in, out);
    for (int r = 0; r < SIZE; r++)
        for (int o = 0; o < SIZE; o++) {
            float sum = 0;
            for (int i = 0; i < SIZE; i++)
                sum += in[r * SIZE + i] * weights[o * SIZE + i];
            ck_assert_float_eq(out[r * SIZE + o], sum);
        }
    gemm_runner_free(runner);
    gemm_weights_free(packed);
    gemm_engine_free(engine);
}
END_TEST

START_TEST(should_refuse_weights_that_could_saturate)
{
    int8_t weights[16 * 16] = {0};
    KbError error;
    GemmEngine *engine;
    GemmWeights *packed;
    ck_assert_int_eq(gemm_engine_new(&engine, &error), KB_OK);
    weights[100] = 64;
    ck_assert_int_eq(gemm_pack_s8(engine, weights, 16, 16, &packed, &error), KB_CORRUPT);
    ck_assert_uint_eq(error.offset, 100);
    gemm_engine_free(engine);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("gemm");
    TCase *tests = tcase_create("gemm");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, should_equal_the_integer_product_at_extreme_values, 0, SHAPES * FILLINGS);
    tcase_add_loop_test(tests, should_take_any_number_of_rows, 0, (int)(sizeof row_counts / sizeof *row_counts));
    tcase_add_test(tests, should_multiply_floats);
    tcase_add_test(tests, should_refuse_weights_that_could_saturate);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
