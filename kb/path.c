// Shortest paths over roles and links.
// SPDX-License-Identifier: MIT
//
// Breadth-first search from both ends, always from the smaller frontier, over the edges between nodes; an entity's
// neighbours are those of all its nodes. Of the shortest paths the same one is found every time: a level is complete
// before anything is chosen, and the middle is chosen by type (people, organizations, places), then by id; on the way
// back from it, every step goes to the first neighbour by the same order.
#include <stdlib.h>
#include <string.h>

#include "kb/error.h"
#include "kb/reader.h"
#include "kb/record.h"

typedef struct Side {
    Map seen; // entity -> distance in `count`
    uint64_t *frontier;
    size_t count, room;
    unsigned depth;
} Side;

typedef struct Search {
    KbReader *reader;
    Side sides[2];
    KbError *error;
} Search;

typedef KbStatus (*NeighbourVisit)(Search *search, uint64_t neighbour, void *context);

static KbStatus each_neighbour_of_node(Search *search, uint64_t node, NeighbourVisit visit, void *context)
{
    uint8_t prefix[8];
    StoreScan scan;
    KbText key, value;
    kb_reader_key(node, prefix);
    KbStatus status =
        kb_store_scan(search->reader->txn, STORE_EDGES, (KbText){(const char *)prefix, 8}, &scan, search->error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, search->error))) {
        uint64_t entity;
        Cursor in = kb_cursor_of((KbText){key.data + 8, key.length - 8});
        status = kb_reader_home(search->reader, kb_cursor_fixed64(&in), &entity, search->error);
        if (status == KB_NOT_FOUND) status = kb_fail(search->error, KB_CORRUPT, "an edge leads nowhere");
        if (!status) status = visit(search, entity, context);
    }
    kb_store_scan_end(&scan);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbStatus each_neighbour(Search *search, uint64_t entity, NeighbourVisit visit, void *context)
{
    const EntityRecord *record;
    KB_TRY(kb_reader_record(search->reader, entity, &record, search->error));
    for (size_t i = 0; i < record->node_count; i++)
        KB_TRY(each_neighbour_of_node(search, record->nodes[i], visit, context));
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- levels

static void side_add(Side *side, uint64_t entity)
{
    size_t before = side->seen.count;
    MapEntry *entry = kb_map_at(&side->seen, kb_key_of(&entity));
    if (side->seen.count == before) return;
    entry->count = side->depth;
    MEMORY_PUSH(side->frontier, side->count, side->room, entity);
}

static KbStatus visit_level(Search *search, uint64_t neighbour, void *side)
{
    (void)search;
    side_add(side, neighbour);
    return KB_OK;
}

static KbStatus advance(Search *search, Side *side)
{
    uint64_t *level = side->frontier;
    size_t count = side->count;
    KbStatus status = KB_OK;
    side->frontier = NULL;
    side->count = side->room = 0;
    side->depth++;
    for (size_t i = 0; i < count && !status; i++)
        status = each_neighbour(search, level[i], visit_level, side);
    free(level);
    return status;
}

// People before organizations before places; then by id.
static KbStatus is_preferred(Search *search, uint64_t a, uint64_t b, bool *preferred)
{
    const EntityRecord *x, *y;
    KB_TRY(kb_reader_record(search->reader, a, &x, search->error));
    KB_TRY(kb_reader_record(search->reader, b, &y, search->error));
    *preferred = x->type != y->type ? x->type < y->type : a < b;
    return KB_OK;
}

// The best entity that both sides have seen, on a shortest path; 0: none yet.
static KbStatus find_middle(Search *search, uint64_t *middle)
{
    const Map *a = &search->sides[0].seen, *b = &search->sides[1].seen;
    const Map *small = a->count < b->count ? a : b, *large = small == a ? b : a;
    int64_t best = INT64_MAX;
    *middle = 0;
    for (size_t i = 0; i < small->count; i++) {
        const MapEntry *one = &small->entries[i], *other = kb_map_find(large, one->key);
        if (!other || one->count + other->count > best) continue;
        uint64_t entity;
        bool better = true;
        memcpy(&entity, one->key.data, sizeof entity);
        if (one->count + other->count == best) KB_TRY(is_preferred(search, entity, *middle, &better));
        if (better) *middle = entity;
        best = one->count + other->count;
    }
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- steps

typedef struct Step {
    const Side *side;
    int64_t distance; // wanted
    uint64_t best;
} Step;

static KbStatus visit_step(Search *search, uint64_t neighbour, void *context)
{
    Step *step = context;
    const MapEntry *seen = kb_map_find(&step->side->seen, kb_key_of(&neighbour));
    if (!seen || seen->count != step->distance) return KB_OK;
    bool better = true;
    if (step->best) KB_TRY(is_preferred(search, neighbour, step->best, &better));
    if (better) step->best = neighbour;
    return KB_OK;
}

// From the middle back to where the side began; writes the entities after the middle.
static KbStatus walk_back(Search *search, const Side *side, uint64_t middle, uint64_t *out, size_t *count)
{
    const MapEntry *start = kb_map_find(&side->seen, kb_key_of(&middle));
    *count = 0;
    uint64_t at = middle;
    for (int64_t distance = start->count - 1; distance >= 0; distance--) {
        Step step = {side, distance, 0};
        KB_TRY(each_neighbour(search, at, visit_step, &step));
        if (!step.best) return kb_fail(search->error, KB_CORRUPT, "an edge leads one way only");
        at = out[(*count)++] = step.best;
    }
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- hops

static bool refers_to(const KbRef *ref, const KbId *id)
{
    return strcmp(ref->id.text, id->text) == 0;
}

static bool is_said(KbPolarity polarity, KbModality modality)
{
    return polarity == KB_POSITIVE && modality != KB_DENIED && modality != KB_HYPOTHETICAL;
}

// The claim of `entity` that leads to `other`: a role first, then a link.
static bool find_claim(const KbEntity *entity, const KbId *other, KbHop *hop)
{
    for (size_t i = 0; i < entity->role_count + entity->post_count; i++) {
        const KbHeldRole *role = i < entity->role_count ? &entity->roles[i] : &entity->posts[i - entity->role_count];
        bool leads = refers_to(&role->holder, other) || refers_to(&role->organization, other) ||
                     refers_to(&role->place, other) || refers_to(&role->person, other);
        bool holds = refers_to(&role->holder, &entity->id) || refers_to(&role->holder, other);
        if (!leads || !holds || !is_said(role->polarity, role->modality)) continue;
        hop->role = role;
        return true;
    }
    for (size_t i = 0; i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        bool leads = refers_to(&link->subject, other) || refers_to(&link->object, other);
        if (!leads || !is_said(link->polarity, link->modality)) continue;
        hop->link = link;
        return true;
    }
    return false;
}

// Claims are visible from both ends: read the end that is mentioned less.
static KbStatus make_hop(Search *search, uint64_t from, uint64_t to, KbHop *hop)
{
    const EntityRecord *x, *y;
    const KbEntity *entity;
    KB_TRY(kb_reader_record(search->reader, from, &x, search->error));
    KB_TRY(kb_reader_record(search->reader, to, &y, search->error));
    KB_TRY(kb_reader_ref(search->reader, from, &hop->from, search->error));
    KB_TRY(kb_reader_ref(search->reader, to, &hop->to, search->error));
    const KbRef *near = x->mentions <= y->mentions ? &hop->from : &hop->to;
    const KbRef *far = near == &hop->from ? &hop->to : &hop->from;
    KB_TRY(kb_entity_get(search->reader, kb_text(near->id.text), &entity, search->error));
    if (find_claim(entity, &far->id, hop)) return KB_OK;
    return kb_fail(search->error, KB_CORRUPT, "an edge without a claim");
}

static KbStatus make_hops(Search *search, uint64_t middle, const KbHop **hops, size_t *count)
{
    size_t before, after;
    uint64_t *left = kb_memory_alloc(search->sides[0].depth + 1, sizeof *left);
    uint64_t *right = kb_memory_alloc(search->sides[1].depth + 1, sizeof *right);
    KbStatus status = walk_back(search, &search->sides[0], middle, left, &before);
    if (!status) status = walk_back(search, &search->sides[1], middle, right, &after);
    if (!status) {
        KbHop *list = kb_pool_alloc(&search->reader->pool, before + after + 1, sizeof *list);
        for (size_t i = 0; i < before + after && !status; i++) {
            // left runs from the middle to a: read it backwards.
            uint64_t from = i < before ? left[before - 1 - i] : i == before ? middle : right[i - before - 1];
            uint64_t to = i + 1 < before ? left[before - 2 - i] : i + 1 == before ? middle : right[i - before];
            status = make_hop(search, from, to, &list[i]);
        }
        *hops = list;
        *count = before + after;
    }
    free(left);
    free(right);
    return status;
}

static KbStatus run(Search *search, unsigned max_hops, const KbHop **hops, size_t *count)
{
    uint64_t middle = 0;
    for (unsigned hop = 0; hop < max_hops && !middle; hop++) {
        Side *side = &search->sides[search->sides[1].count < search->sides[0].count];
        if (side->count == 0) return KB_NOT_FOUND;
        KB_TRY(advance(search, side));
        KB_TRY(find_middle(search, &middle));
    }
    return middle ? make_hops(search, middle, hops, count) : KB_NOT_FOUND;
}

KbStatus kb_path(KbReader *reader, KbText a, KbText b, unsigned max_hops, const KbHop **hops, size_t *count,
                 KbError *error)
{
    Search search = {.reader = reader, .error = error};
    const EntityRecord *record;
    uint64_t ends[2];
    *hops = NULL;
    *count = 0;
    KB_TRY(kb_reader_find(reader, a, &ends[0], &record, error));
    KB_TRY(kb_reader_find(reader, b, &ends[1], &record, error));
    if (ends[0] == ends[1]) return KB_OK;
    side_add(&search.sides[0], ends[0]);
    side_add(&search.sides[1], ends[1]);
    KbStatus status = run(&search, max_hops, hops, count);
    for (size_t i = 0; i < 2; i++) {
        kb_map_clear(&search.sides[i].seen);
        free(search.sides[i].frontier);
    }
    return status;
}
