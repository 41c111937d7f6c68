// Spanning trees: the best of all trees, one root, no cycle.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdbool.h>
#include <stdlib.h>

#include "ingest/spanning.h"
#include "tests/suite.h"

enum { MOST = 6, GRAPHS = 3000 };

static float total(const float *scores, size_t n, const uint16_t *heads)
{
    float sum = 0;
    for (size_t i = 0; i < n; i++)
        if (heads[i] != i) sum += scores[i * n + heads[i]];
    return sum;
}

// Whether every node reaches the root.
static bool is_tree(size_t n, const uint16_t *heads)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = i, steps = 0;
        while (heads[at] != at && steps++ < n)
            at = heads[at];
        if (heads[at] != at) return false;
    }
    return true;
}

static size_t roots(size_t n, const uint16_t *heads)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += heads[i] == i;
    return count;
}

// The best total over all ways of giving every node but the root a head, tried one by one.
static float best_total(const float *scores, size_t n, uint16_t root)
{
    uint16_t heads[MOST] = {0};
    float best = -1e30f;
    size_t ways = 1;
    for (size_t i = 0; i < n; i++)
        ways *= n;
    for (size_t way = 0; way < ways; way++) {
        size_t left = way;
        bool good = true;
        for (size_t i = 0; i < n; i++, left /= n) {
            heads[i] = (uint16_t)(left % n);
            good = good && (heads[i] == i) == (i == root);
        }
        if (good && is_tree(n, heads) && total(scores, n, heads) > best) best = total(scores, n, heads);
    }
    return best;
}

START_TEST(should_find_the_best_tree_of_small_graphs)
{
    float scores[MOST * MOST];
    srand(7);
    for (int graph = 0; graph < GRAPHS; graph++) {
        size_t n = 2 + (size_t)rand() % 4;
        uint16_t heads[MOST], root = 0;
        for (size_t i = 0; i < n * n; i++)
            scores[i] = (float)(rand() % 1000) / 100;
        spanning_tree(scores, n, heads);
        ck_assert_uint_eq(roots(n, heads), 1);
        ck_assert(is_tree(n, heads));
        while (heads[root] != root)
            root++;
        ck_assert_float_eq_tol(total(scores, n, heads), best_total(scores, n, root), 1e-3f);
    }
}
END_TEST

START_TEST(should_end_on_the_largest_graph_of_one_cycle_in_another)
{
    size_t n = SPANNING_MAX;
    float *scores = malloc(n * n * sizeof *scores);
    uint16_t *heads = malloc(n * sizeof *heads);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            scores[i * n + j] = (j ^ 1) == i ? 100 : (j ^ 2) == i ? 50 : (float)((i * 7 + j * 13) % 31);
    spanning_tree(scores, n, heads);
    ck_assert_uint_eq(roots(n, heads), 1);
    ck_assert(is_tree(n, heads));
    free(scores), free(heads);
}
END_TEST

START_TEST(should_make_a_single_node_the_root)
{
    float score = -3;
    uint16_t head = 9;
    spanning_tree(&score, 1, &head);
    ck_assert_uint_eq(head, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("spanning");
    TCase *tests = tcase_create("spanning");
    tcase_add_test(tests, should_find_the_best_tree_of_small_graphs);
    tcase_add_test(tests, should_end_on_the_largest_graph_of_one_cycle_in_another);
    tcase_add_test(tests, should_make_a_single_node_the_root);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
