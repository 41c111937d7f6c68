// Exact arithmetic: close to the true functions, and the same bits from vectors of any width.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/exact.h"
#include "tests/suite.h"

enum { N = 384, ROWS = 47, ROW_STRIDE = 48, ROW_ROOM = 56, LANES = 8, STEP = 16, COLUMNS = 80, WIDEST = 160 };

// Fixed pseudo-random numbers in [-1, 1).
static float next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (float)(*seed >> 8) / 8388608.0f - 1.0f;
}

static void fill(float *x, size_t n, float scale, uint32_t seed)
{
    for (size_t i = 0; i < n; i++)
        x[i] = scale * next_random(&seed);
}

START_TEST(should_come_close_to_exp)
{
    for (int i = -8700; i < 8800; i += LANES) {
        float x[LANES];
        for (int k = 0; k < LANES; k++)
            x[k] = (float)(i + k) / 100.0f;
        exact_exp(x, LANES);
        for (int k = 0; k < LANES; k++)
            ck_assert_double_eq_tol(x[k] / exp((double)((float)(i + k) / 100.0f)), 1.0, 2e-7);
    }
}
END_TEST

START_TEST(should_come_close_to_gelu)
{
    for (int i = -1000; i < 1000; i += LANES) {
        float x[LANES];
        for (int k = 0; k < LANES; k++)
            x[k] = (float)(i + k) / 100.0f;
        exact_gelu(x, LANES);
        for (int k = 0; k < LANES; k++) {
            double v = (double)((float)(i + k) / 100.0f);
            ck_assert_double_eq_tol(x[k], v * (1 + erf(v / sqrt(2))) / 2, 1e-4);
        }
    }
}
END_TEST

START_TEST(should_give_e_to_the_minus_87_for_all_below)
{
    float x[LANES] = {-1e30f, -88.0f, -87.0f, -1e10f, -100.0f, -87.5f, -200.0f, -3e38f};
    exact_exp(x, LANES);
    for (int i = 0; i < LANES; i++)
        ck_assert(x[i] == x[2] && x[i] > 0);
}
END_TEST

// Rows that are hard on the scale: all zero, one sign, one value, tiny, huge, ends that both round away from zero.
static const struct {
    float first, rest;
} hard_rows[] = {{0, 0}, {1, 1}, {-1, -1}, {5, 0}, {-5, 0}, {1e-38f, 0}, {1e30f, -1e30f}, {-127.5f, 127.5f}, {3, -2}};

START_TEST(should_quantize_within_half_a_step)
{
    float x[STEP];
    uint8_t u[STEP];
    for (int i = 0; i < STEP; i++)
        x[i] = i ? hard_rows[_i].rest : hard_rows[_i].first;
    RowScale s = exact_quantize(x, STEP, u);
    ck_assert_int_ge(s.zero, 0);
    ck_assert_int_le(s.zero, 255);
    for (int i = 0; i < STEP; i++)
        ck_assert_double_le(fabs((double)s.scale * (u[i] - s.zero) - (double)x[i]), 1.01 * (double)s.scale);
}
END_TEST

START_TEST(should_undo_quantization_by_weight_sums)
{
    float x[N], y[STEP], scale[STEP], bias[STEP];
    int32_t sum[STEP] = {0}, weight_sum[STEP] = {0};
    uint8_t u[N];
    fill(x, N, 3.0f, 1);
    RowScale row = exact_quantize(x, N, u);
    double expected[STEP] = {0};
    for (int o = 0; o < STEP; o++) {
        scale[o] = 0.01f * (float)(o + 1), bias[o] = (float)o;
        for (int i = 0; i < N; i++) {
            int weight = (i * 7 + o * 13) % 127 - 63;
            sum[o] += u[i] * weight, weight_sum[o] += weight;
            expected[o] += (double)scale[o] * weight * (double)x[i];
        }
    }
    exact_dequantize(sum, STEP, row, scale, weight_sum, bias, y);
    for (int o = 0; o < STEP; o++)
        ck_assert_double_eq_tol((double)y[o] - o, expected[o], 0.2 * (o + 1));
}
END_TEST

START_TEST(should_normalize_to_mean_0_and_variance_1)
{
    float y[N], one[N], zero[N];
    double sum = 0, squares = 0;
    fill(y, N, 5.0f, 2);
    for (int i = 0; i < N; i++)
        one[i] = 1, zero[i] = 0, y[i] += 3;
    exact_norm(y, N, one, zero);
    for (int i = 0; i < N; i++)
        sum += (double)y[i], squares += (double)y[i] * (double)y[i];
    ck_assert_double_eq_tol(sum / N, 0, 1e-6);
    ck_assert_double_eq_tol(squares / N, 1, 1e-5);
}
END_TEST

typedef struct Head {
    float query[ROW_ROOM * ATTENTION_WIDTH], key[ATTENTION_WIDTH * ROW_STRIDE], value[ROW_ROOM * ATTENTION_WIDTH];
    float scores[4 * ROW_STRIDE], out[ROW_ROOM * ATTENTION_WIDTH];
} Head;

static ExactAttention make_attention(Head *h, size_t queries)
{
    fill(h->query, sizeof h->query / sizeof(float), 1.0f, 3);
    fill(h->key, sizeof h->key / sizeof(float), 1.0f, 4);
    fill(h->value, sizeof h->value / sizeof(float), 1.0f, 5);
    return (ExactAttention){h->query, h->key, h->value, ROWS, queries, ROW_STRIDE, ATTENTION_WIDTH, h->scores};
}

static double attended(const Head *h, size_t row, size_t d)
{
    double total = 0, sum = 0;
    for (size_t j = 0; j < ROWS; j++) {
        double score = 0;
        for (size_t k = 0; k < ATTENTION_WIDTH; k++)
            score += (double)h->query[row * ATTENTION_WIDTH + k] * (double)h->key[k * ROW_STRIDE + j];
        total += exp(score);
        sum += exp(score) * (double)h->value[j * ATTENTION_WIDTH + d];
    }
    return sum / total;
}

START_TEST(should_attend_as_the_formula_says)
{
    static Head h;
    ExactAttention a = make_attention(&h, ROWS);
    exact_attend(&a, h.out, ATTENTION_WIDTH);
    for (size_t i = 0; i < ROWS; i++)
        for (size_t d = 0; d < ATTENTION_WIDTH; d++)
            ck_assert_double_eq_tol(h.out[i * ATTENTION_WIDTH + d], attended(&h, i, d), 1e-5);
}
END_TEST

// All functions on the same input, into one block of results.
typedef struct Results {
    float x[N], dot, product[COLUMNS];
    uint8_t bytes[N];
    RowScale scale;
    Head head;
} Results;

static void compute(InstructionSet set, Results *r)
{
    static float w[N], b[N], matrix[N * COLUMNS];
    fill(w, N, 1.0f, 6), fill(b, N, 1.0f, 7), fill(matrix, sizeof matrix / sizeof *matrix, 1.0f, 9);
    memset(r, 0, sizeof *r);
    fill(r->x, N, 4.0f, 8);
    exact_use(set);
    r->scale = exact_quantize(r->x, N, r->bytes);
    exact_gelu(r->x, N), exact_norm(r->x, N, w, b), exact_exp(r->x, N), exact_add(r->x, w, N), exact_relu(r->x, N);
    r->dot = exact_dot(r->x, w, N);
    exact_multiply(r->x, N, matrix, COLUMNS, r->product);
    ExactAttention a = make_attention(&r->head, ROWS);
    exact_attend(&a, r->head.out, ATTENTION_WIDTH);
    memset(r->head.scores, 0, sizeof r->head.scores);
}

START_TEST(should_give_the_same_bits_in_any_vector_width)
{
    static Results any, other;
    compute(INSTRUCTIONS_ANY, &any);
    const InstructionSet best = gemm_instructions(), sets[] = {INSTRUCTIONS_AVX2, best};
    for (int i = 0; i < 2; i++) {
        if (sets[i] > best) continue;
        compute(sets[i], &other);
        ck_assert_mem_eq(&any, &other, sizeof any);
    }
}
END_TEST

START_TEST(should_multiply_as_the_formula_says)
{
    static float matrix[N * WIDEST], x[N], y[WIDEST];
    fill(matrix, sizeof matrix / sizeof *matrix, 1.0f, 1), fill(x, N, 1.0f, 2);
    for (int columns = STEP; columns <= WIDEST; columns += STEP) {
        exact_multiply(x, N, matrix, (size_t)columns, y);
        for (int c = 0; c < columns; c++) {
            double sum = 0;
            for (int i = 0; i < N; i++)
                sum += (double)x[i] * (double)matrix[i * columns + c];
            ck_assert_double_eq_tol(y[c], sum, 1e-4);
        }
    }
}
END_TEST

START_TEST(should_attend_to_some_rows_as_to_all)
{
    static Head h, g;
    ExactAttention a = make_attention(&h, ROWS), c = make_attention(&g, 10);
    exact_attend(&a, h.out, ATTENTION_WIDTH), exact_attend(&c, g.out, ATTENTION_WIDTH);
    ck_assert(memcmp(h.out, g.out, 10 * ATTENTION_WIDTH * sizeof *h.out) == 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("exact");
    TCase *tests = tcase_create("exact");
    tcase_add_test(tests, should_come_close_to_exp);
    tcase_add_test(tests, should_come_close_to_gelu);
    tcase_add_test(tests, should_give_e_to_the_minus_87_for_all_below);
    tcase_add_loop_test(tests, should_quantize_within_half_a_step, 0, (int)(sizeof hard_rows / sizeof *hard_rows));
    tcase_add_test(tests, should_undo_quantization_by_weight_sums);
    tcase_add_test(tests, should_normalize_to_mean_0_and_variance_1);
    tcase_add_test(tests, should_multiply_as_the_formula_says);
    tcase_add_test(tests, should_attend_as_the_formula_says);
    tcase_add_test(tests, should_give_the_same_bits_in_any_vector_width);
    tcase_add_test(tests, should_attend_to_some_rows_as_to_all);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
