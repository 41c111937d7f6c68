// Which nodes of one block are one organization or one place.
// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "kb/cluster.h"
#include "kb/tables.h"

// The context a node was seen in, and how many mentions stand behind it.
typedef struct Anchor {
    KbText name;    // without the mark of a guess
    KbText country; // of a region; empty for anything else
    uint64_t mentions;
    uint32_t cluster;
} Anchor;

static bool is_guess(KbText anchor)
{
    return anchor.length == 0 || anchor.data[0] == '~';
}

static KbText anchor_name(KbText anchor)
{
    return anchor.length && anchor.data[0] == '~' ? (KbText){anchor.data + 1, anchor.length - 1} : anchor;
}

static int compare_anchors(const void *a, const void *b)
{
    const Anchor *x = a, *y = b;
    if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
    return kb_text_compare(x->name, y->name);
}

// Anchors that tell apart: stated, and known countries or regions. "Dallas in Texas" and "in the west" are no two.
static size_t collect(const Node *nodes, size_t count, Anchor *anchors)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        KbText country;
        if (is_guess(nodes[i].anchor) || !kb_tables_find(TABLE_REGIONS, nodes[i].anchor, &country)) continue;
        size_t at = 0;
        while (at < found && !kb_text_equal(anchors[at].name, nodes[i].anchor))
            at++;
        if (at == found) anchors[found++] = (Anchor){.name = nodes[i].anchor, .country = country};
        anchors[at].mentions += nodes[i].mentions + 1;
    }
    if (found) qsort(anchors, found, sizeof *anchors, compare_anchors);
    return found;
}

// For places a region and its own country are one context: the country's name joins its best known region. For bodies
// they are two: a state's senate is not the country's.
static size_t number_clusters(Anchor *anchors, size_t count, bool places)
{
    size_t clusters = 0;
    for (size_t i = 0; i < count; i++) {
        bool country = kb_text_equal(anchors[i].name, anchors[i].country);
        anchors[i].cluster = UINT32_MAX;
        if (!country) anchors[i].cluster = (uint32_t)clusters++;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; places && j < count && anchors[i].cluster == UINT32_MAX; j++)
            if (anchors[j].cluster != UINT32_MAX && kb_text_equal(anchors[j].country, anchors[i].name))
                anchors[i].cluster = anchors[j].cluster;
        if (anchors[i].cluster == UINT32_MAX) anchors[i].cluster = (uint32_t)clusters++;
    }
    return clusters;
}

// Where a node without a telling anchor belongs: the place it was guessed at, else the best known one.
static uint32_t cluster_for(KbText anchor, const Anchor *anchors, size_t count)
{
    KbText name = anchor_name(anchor);
    for (size_t i = 0; i < count; i++)
        if (kb_text_equal(anchors[i].name, name)) return anchors[i].cluster;
    return count ? anchors[0].cluster : 0;
}

static int compare_nodes(const void *a, const void *b)
{
    const Node *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

void kb_cluster_bodies(Node *nodes, size_t count, Pool *pool, Clusters *out)
{
    *out = (Clusters){kb_pool_alloc(pool, count, sizeof *out->cluster), kb_pool_alloc(pool, count + 1, 1), 0};
    if (count == 0) return;
    qsort(nodes, count, sizeof *nodes, compare_nodes);
    Anchor *anchors = kb_pool_alloc(pool, count, sizeof *anchors);
    size_t found = nodes[0].type == KB_OTHER ? 0 : collect(nodes, count, anchors);
    out->count = found ? number_clusters(anchors, found, nodes[0].type == KB_PLACE) : 1;
    for (size_t i = 0; i < count; i++)
        out->cluster[i] = cluster_for(nodes[i].anchor, anchors, found);
}
