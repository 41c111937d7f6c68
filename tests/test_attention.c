// Attention in integers: close to the formula, and the same bits by every instruction set and for any choice of rows.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/attention.h"
#include "tests/suite.h"

enum { HEADS = 3, HIDDEN = HEADS * ATTENTION_WIDTH, MAX_ROWS = 90, ROOM = MAX_ROWS + ATTENTION_TILE };

static float input[MAX_ROWS * 3 * HIDDEN], contexts[2][ROOM * HIDDEN];

static const size_t row_counts[] = {1, 2, 7, 16, 17, 63, 90};

// Fixed pseudo-random numbers in [-scale, scale).
static void fill(float scale)
{
    uint32_t seed = 3;
    for (size_t i = 0; i < sizeof input / sizeof *input; i++) {
        seed = seed * 1664525u + 1013904223u;
        input[i] = scale * ((float)(seed >> 8) / 8388608.0f - 1.0f);
    }
}

// Contexts of every step-th row.
static void attend(Attention *a, size_t rows, size_t step, float *out)
{
    attention_begin(a, rows);
    for (size_t i = 0; i < rows; i++)
        attention_put(a, input + i * 3 * HIDDEN, i % step == 0);
    attention_run(a, out);
}

static void attend_by(InstructionSet set, bool exact_float, size_t rows, size_t step, float *out)
{
    Attention *a = attention_new(HEADS, MAX_ROWS, set, exact_float);
    attend(a, rows, step, out);
    attention_free(a);
}

static double expected(size_t rows, size_t row, size_t column)
{
    size_t first = column / ATTENTION_WIDTH * ATTENTION_WIDTH;
    double total = 0, sum = 0;
    for (size_t j = 0; j < rows; j++) {
        double score = 0;
        for (size_t d = first; d < first + ATTENTION_WIDTH; d++)
            score += (double)input[row * 3 * HIDDEN + d] * (double)input[(j * 3 + 1) * HIDDEN + d];
        double weight = exp(score / sqrt(ATTENTION_WIDTH));
        total += weight;
        sum += weight * (double)input[(j * 3 + 2) * HIDDEN + column];
    }
    return sum / total;
}

static void check_formula(bool exact_float, double tolerance)
{
    for (size_t k = 0; k < sizeof row_counts / sizeof *row_counts; k++) {
        fill(2.0f);
        attend_by(gemm_instructions(), exact_float, row_counts[k], 1, contexts[0]);
        for (size_t i = 0; i < row_counts[k]; i++)
            for (size_t d = 0; d < HIDDEN; d++)
                ck_assert_double_eq_tol(contexts[0][i * HIDDEN + d], expected(row_counts[k], i, d), tolerance);
    }
}

START_TEST(should_come_close_to_the_formula)
{
    check_formula(true, 1e-5);
    check_formula(false, 0.06);
}
END_TEST

START_TEST(should_give_the_same_bits_by_every_instruction_set)
{
    const InstructionSet best = gemm_instructions(), sets[] = {INSTRUCTIONS_AVX2, best};
    static const float scales[] = {0, 1e-20f, 1, 30, 1e4f};
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
        for (size_t k = 0; k < sizeof row_counts / sizeof *row_counts; k++)
            for (int i = 0; i < 2; i++) {
                if (sets[i] > best) continue;
                fill(scales[s]);
                attend_by(INSTRUCTIONS_ANY, false, row_counts[k], 1, contexts[0]);
                attend_by(sets[i], false, row_counts[k], 1, contexts[1]);
                ck_assert_mem_eq(contexts[0], contexts[1], row_counts[k] * HIDDEN * sizeof(float));
                ck_assert(isfinite(contexts[0][0]));
            }
}
END_TEST

START_TEST(should_give_a_row_the_same_context_whatever_else_is_asked_or_came_before)
{
    fill(2.0f);
    attend_by(gemm_instructions(), false, 63, 1, contexts[0]);
    Attention *a = attention_new(HEADS, MAX_ROWS, gemm_instructions(), false);
    attend(a, 90, 1, contexts[1]);
    attend(a, 63, 5, contexts[1]);
    for (size_t i = 0; i < 63; i += 5)
        ck_assert_mem_eq(contexts[0] + i * HIDDEN, contexts[1] + i / 5 * HIDDEN, HIDDEN * sizeof(float));
    attention_free(a);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("attention");
    TCase *tests = tcase_create("attention");
    tcase_add_test(tests, should_come_close_to_the_formula);
    tcase_add_test(tests, should_give_the_same_bits_by_every_instruction_set);
    tcase_add_test(tests, should_give_a_row_the_same_context_whatever_else_is_asked_or_came_before);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
