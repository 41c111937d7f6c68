// The maximum spanning tree of a dense directed graph with a given root.
// SPDX-License-Identifier: MIT
//
// Chu and Liu (1965), Edmonds (1967), by contraction of cycles without recursion: O(n^3) at worst, O(n^2) where the
// best heads make a tree, which is the rule for sentences.
#ifndef INGEST_SPANNING_H
#define INGEST_SPANNING_H

#include <stddef.h>
#include <stdint.h>

enum { SPANNING_MAX = 400 }; // nodes

// scores: [n][n], row: dependent, column: head; scores[i][i]: of being the root. heads[i]: of node i, itself for the
// root. Exactly one node is the root: the one that gains most by it. n <= SPANNING_MAX.
void spanning_tree(const float *scores, size_t n, uint16_t *heads);

#endif
