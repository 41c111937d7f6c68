// Scorers against figures worked out by hand.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>

#include "tests/score.h"

START_TEST(should_count_spans_that_agree_in_bounds_and_type)
{
    GoldSpan gold_items[] = {{10, 14, KB_PERSON}, {0, 4, KB_PERSON}, {20, 25, KB_PLACE}};
    GoldSpan found_items[] = {{0, 4, KB_PERSON}, {10, 14, KB_ORGANIZATION}, {20, 26, KB_PLACE}, {30, 31, KB_PLACE}};
    GoldSpans gold = {gold_items, 3, 3}, found = {found_items, 4, 4};
    Score score = {0};
    score_spans(&score, &gold, &found, 0, UINT32_MAX);
    ck_assert_uint_eq(score.gold, 3);
    ck_assert_uint_eq(score.found, 4);
    ck_assert_uint_eq(score.right, 1);
    ck_assert_double_eq_tol(score_precision(score), 0.25, 1e-12);
    ck_assert_double_eq_tol(score_recall(score), 1.0 / 3, 1e-12);
    ck_assert_double_eq_tol(score_f1(score), 2.0 / 7, 1e-12);
}
END_TEST

START_TEST(should_leave_out_spans_beyond_the_evaluated_part)
{
    GoldSpan gold_items[] = {{0, 4, 0}, {10, 14, 0}}, found_items[] = {{0, 4, 0}, {10, 14, 0}, {40, 44, 0}};
    GoldSpans gold = {gold_items, 2, 2}, found = {found_items, 3, 3};
    Score score = {0};
    score_spans(&score, &gold, &found, 5, 20);
    ck_assert_uint_eq(score.gold, 1);
    ck_assert_uint_eq(score.found, 1);
    ck_assert_uint_eq(score.right, 1);
}
END_TEST

START_TEST(should_count_a_duplicate_row_once)
{
    Arena *arena = arena_new();
    Rows gold = {0}, found = {0};
    rows_add(arena, &gold, "a | %d", 1);
    rows_add(arena, &gold, "b");
    rows_add(arena, &found, "b");
    rows_add(arena, &found, "b");
    rows_add(arena, &found, "c");
    Score score = {0};
    score_rows(&score, &gold, &found);
    ck_assert_uint_eq(score.gold, 2);
    ck_assert_uint_eq(score.found, 2);
    ck_assert_uint_eq(score.right, 1);
    arena_free(arena);
}
END_TEST

START_TEST(should_give_zero_where_there_is_nothing)
{
    ck_assert_double_eq(score_f1((Score){0}), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("score");
    TCase *tcase = tcase_create("score");
    tcase_add_test(tcase, should_count_spans_that_agree_in_bounds_and_type);
    tcase_add_test(tcase, should_leave_out_spans_beyond_the_evaluated_part);
    tcase_add_test(tcase, should_count_a_duplicate_row_once);
    tcase_add_test(tcase, should_give_zero_where_there_is_nothing);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
