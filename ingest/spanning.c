// The maximum spanning tree: best heads, then cycles contracted one after the other and expanded in reverse.
// SPDX-License-Identifier: MIT
#include "ingest/spanning.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"

// Nodes n and up stand for contracted cycles.
typedef struct Graph {
    size_t room, count;      // room: 2n
    float *weight;           // [room][room] of the edge from column (head) into row
    uint16_t *enter, *leave; // [room][room] the member of a cycle that an edge into (row) or out of it (column) means
    uint16_t *best;          // [room] head
    bool *gone;              // [room]
    uint16_t root;
} Graph;

static size_t best_head(const float *row, size_t n, size_t except)
{
    size_t best = except == 0 ? 1 : 0;
    for (size_t j = 0; j < n; j++)
        if (j != except && row[j] > row[best]) best = j;
    return best;
}

static uint16_t choose_root(const float *scores, size_t n)
{
    size_t root = 0;
    float most = -1e30f;
    for (size_t i = 0; i < n; i++) {
        const float *row = scores + i * n;
        float gain = row[i] - row[best_head(row, n, i)];
        if (gain > most) most = gain, root = i;
    }
    return (uint16_t)root;
}

// A node on a cycle of best heads among those not gone; false: none.
static bool find_cycle(const Graph *g, uint16_t *seen, uint16_t *on)
{
    memset(seen, 0, g->count * sizeof *seen);
    uint16_t walk = 0;
    for (size_t i = 0; i < g->count; i++) {
        if (g->gone[i] || seen[i]) continue;
        walk++;
        size_t at = i;
        while (at != g->root && !seen[at]) {
            seen[at] = walk;
            at = g->best[at];
        }
        if (at != g->root && seen[at] == walk) {
            *on = (uint16_t)at;
            return true;
        }
    }
    return false;
}

static void choose_best(Graph *g, size_t node)
{
    float most = -1e30f;
    for (size_t j = 0; j < g->count; j++) {
        float w = g->weight[node * g->room + j];
        if (j == node || g->gone[j] || w <= most) continue;
        most = w;
        g->best[node] = (uint16_t)j;
    }
}

// Edges between the new node and an active node x outside of the cycle through `on`.
static void contract_edges(Graph *g, size_t node, uint16_t on, size_t x)
{
    float in = -1e30f, out = -1e30f;
    uint16_t member = on;
    do {
        float lost = g->weight[member * g->room + g->best[member]];
        float into = g->weight[member * g->room + x] - lost, from = g->weight[x * g->room + member];
        if (into > in) in = into, g->enter[node * g->room + x] = member;
        if (from > out) out = from, g->leave[x * g->room + node] = member;
        member = g->best[member];
    } while (member != on);
    g->weight[node * g->room + x] = in;
    g->weight[x * g->room + node] = out;
}

static void contract(Graph *g, uint16_t on)
{
    size_t node = g->count++;
    uint16_t member = on;
    do {
        g->gone[member] = true;
        member = g->best[member];
    } while (member != on);
    for (size_t x = 0; x < node; x++)
        if (!g->gone[x]) contract_edges(g, node, on, x);
    choose_best(g, node);
    for (size_t x = 0; x < node; x++)
        if (!g->gone[x] && x != g->root && g->gone[g->best[x]]) g->best[x] = (uint16_t)node;
    // A head inside the cycle is now the cycle, whose best edge into x is the same one.
}

static void expand(Graph *g, size_t node)
{
    for (size_t x = 0; x < node; x++)
        if (g->best[x] == node) g->best[x] = g->leave[x * g->room + node];
    uint16_t head = g->best[node], entered = g->enter[node * g->room + head];
    g->best[entered] = head;
}

static void solve(Graph *g, size_t n)
{
    uint16_t *seen = memory_grow(NULL, g->room * sizeof *seen), on;
    while (g->count < g->room && find_cycle(g, seen, &on))
        contract(g, on);
    free(seen);
    while (g->count > n)
        expand(g, --g->count);
}

static void *zeroed(size_t count, size_t size)
{
    return memset(memory_grow(NULL, count * size), 0, count * size);
}

static void tree_by_contraction(const float *scores, size_t n, uint16_t root, uint16_t *heads)
{
    size_t room = 2 * n;
    Graph g = {.room = room, .count = n, .root = root};
    g.weight = zeroed(room * room, sizeof *g.weight);
    g.enter = zeroed(room * room, sizeof *g.enter);
    g.leave = zeroed(room * room, sizeof *g.leave);
    g.best = zeroed(room, sizeof *g.best);
    g.gone = zeroed(room, sizeof *g.gone);
    for (size_t i = 0; i < n; i++)
        memcpy(g.weight + i * room, scores + i * n, n * sizeof *scores);
    memcpy(g.best, heads, n * sizeof *heads);
    solve(&g, n);
    memcpy(heads, g.best, n * sizeof *heads);
    heads[root] = root;
    void *const blocks[] = {g.weight, g.enter, g.leave, g.best, g.gone};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        free(blocks[i]);
}

void spanning_tree(const float *scores, size_t n, uint16_t *heads)
{
    assert(n > 0 && n <= SPANNING_MAX);
    heads[0] = 0;
    if (n == 1) return;
    uint16_t root = choose_root(scores, n);
    for (size_t i = 0; i < n; i++)
        heads[i] = (uint16_t)(i == root ? root : best_head(scores + i * n, n, i));
    tree_by_contraction(scores, n, root, heads);
}
