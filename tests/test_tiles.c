// Products by AMX: the same bits as plain sums that exact_dequantize makes floats of.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>

#include "ingest/tiles.h"
#include "tests/suite.h"

enum { INPUTS = 384, OUTPUTS = 96, MAX_ROWS = 75, MAX_WEIGHT = GEMM_MAX_WEIGHT };

static uint8_t in[MAX_ROWS * INPUTS];
static int8_t weights[OUTPUTS * INPUTS], tiles[OUTPUTS * INPUTS];
static RowScale scales[MAX_ROWS];
static float scale[OUTPUTS], bias[OUTPUTS], got[(MAX_ROWS + 1) * OUTPUTS];
static int32_t sums[OUTPUTS];

static int next_random(uint32_t *seed, int limit)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (int)((*seed >> 8) % (uint32_t)limit);
}

static void fill(void)
{
    uint32_t seed = 5;
    for (size_t i = 0; i < sizeof in; i++)
        in[i] = (uint8_t)(i < INPUTS ? 255 : next_random(&seed, 256));
    for (size_t i = 0; i < sizeof weights; i++)
        weights[i] = (int8_t)(i < INPUTS ? MAX_WEIGHT : next_random(&seed, 2 * MAX_WEIGHT + 1) - MAX_WEIGHT);
    for (size_t r = 0; r < MAX_ROWS; r++)
        scales[r] = (RowScale){(float)(1 + next_random(&seed, 1000)) / 3000.0f, next_random(&seed, 256)};
    for (size_t o = 0; o < OUTPUTS; o++) {
        scale[o] = (float)(1 + next_random(&seed, 1000)) / 7000.0f;
        bias[o] = (float)(next_random(&seed, 1000) - 500) / 11.0f;
        sums[o] = 0;
        for (size_t i = 0; i < INPUTS; i++)
            sums[o] += weights[o * INPUTS + i];
    }
}

static void expect_row(size_t r)
{
    int32_t sum[OUTPUTS] = {0};
    float y[OUTPUTS];
    for (size_t o = 0; o < OUTPUTS; o++)
        for (size_t i = 0; i < INPUTS; i++)
            sum[o] += in[r * INPUTS + i] * weights[o * INPUTS + i];
    exact_dequantize(sum, OUTPUTS, scales[r], scale, sums, bias, y);
    ck_assert_mem_eq(got + r * OUTPUTS, y, sizeof y);
}

START_TEST(should_give_the_bits_of_plain_sums_for_any_number_of_rows)
{
    if (!tiles_possible(gemm_instructions(), INPUTS, OUTPUTS)) return;
    const TileProduct product = {INPUTS, OUTPUTS, tiles, scale, bias, sums};
    fill();
    tiles_pack(weights, OUTPUTS, INPUTS, tiles);
    for (size_t rows = 1; rows <= MAX_ROWS; rows++) {
        for (size_t i = 0; i < sizeof got / sizeof *got; i++)
            got[i] = 7.0f;
        tiles_run(&product, rows, in, scales, got);
        for (size_t r = 0; r < rows; r++)
            expect_row(r);
        for (size_t o = 0; o < OUTPUTS; o++)
            ck_assert(got[rows * OUTPUTS + o] == 7.0f);
    }
}
END_TEST

START_TEST(should_leave_odd_sizes_and_other_machines_to_others)
{
    ck_assert(!tiles_possible(INSTRUCTIONS_AMX, INPUTS + 16, OUTPUTS));
    ck_assert(!tiles_possible(INSTRUCTIONS_AMX, INPUTS, OUTPUTS + 16));
    ck_assert(!tiles_possible(INSTRUCTIONS_AVX512_VNNI, INPUTS, OUTPUTS));
}
END_TEST

int main(void)
{
    TCase *tcase = tcase_create("tiles");
    tcase_add_test(tcase, should_give_the_bits_of_plain_sums_for_any_number_of_rows);
    tcase_add_test(tcase, should_leave_odd_sizes_and_other_machines_to_others);
    Suite *suite = suite_create("tiles");
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
