// An entity's claims: those of all documents it stands in, equal ones united with all their evidence.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/error.h"
#include "kb/fold.h"
#include "kb/reader.h"
#include "kb/record.h"
#include "kb/title.h"

// A claim of one document: what it says, and what it must share with another to be the same. Roles and links alike:
// the key is the bytes of everything that tells claims apart.
typedef struct Claim {
    KbText key;
    bool is_role, own; // own: the entity is the holder, or the subject or object
    KbRole role;       // copies: the document's view may be gone when claims are united
    KbRelation relation;
    KbRef ref[5]; // holder, organization, place, person, attributed to; subject, object, place, -, attributed to
    KbSource source;
    KbText text; // title or verb as said
    KbDate bounds[2][2];
    uint16_t confidence;
} Claim;

typedef struct Reading {
    KbReader *reader;
    uint64_t self;
    Claim *claims;
    size_t count, room;
    Pool pool;
    Bytes key;
    KbError *error;
} Reading;

// ---------------------------------------------------------------------------------------------- collecting

static KbStatus resolve_ref(Reading *reading, const DocumentView *view, int32_t index, KbRef *ref, uint64_t *id)
{
    *ref = (KbRef){.name = {"", 0}};
    *id = 0;
    if (index < 0) return KB_OK;
    KbStatus status = kb_reader_home(reading->reader, view->nodes[index], id, reading->error);
    if (status == KB_NOT_FOUND) return kb_fail(reading->error, KB_CORRUPT, "a claim's entity is missing");
    if (status) return status;
    return kb_reader_ref(reading->reader, *id, ref, reading->error);
}

static KbSource make_source(const DocumentView *view, uint32_t evidence)
{
    const KbContribution *c = &view->c;
    const KbEvidence *said = &c->evidence[evidence];
    return (KbSource){c->id, c->source, c->title, c->published, said->start, said->end, said->quote, c->story_hash};
}

static void begin_key(Reading *reading, bool is_role)
{
    kb_bytes_clear(&reading->key);
    kb_record_byte(&reading->key, is_role);
}

static void end_key(Reading *reading, Claim claim)
{
    claim.key = kb_pool_copy(&reading->pool, kb_bytes_text(&reading->key));
    MEMORY_PUSH(reading->claims, reading->count, reading->room, claim);
}

static KbStatus add_role(Reading *reading, const DocumentView *view, const KbRole *role, bool own)
{
    Claim claim = {.is_role = true, .own = own, .role = *role, .text = role->title, .confidence = role->confidence};
    const int32_t refs[5] = {role->holder, role->organization, role->place, role->person, role->attributed_to};
    begin_key(reading, true);
    for (size_t i = 0; i < 5; i++) {
        uint64_t id;
        KB_TRY(resolve_ref(reading, view, refs[i], &claim.ref[i], &id));
        kb_record_fixed64(&reading->key, id);
    }
    char title[KB_NAME_KEY_SIZE];
    kb_record_text(&reading->key, (KbText){title, kb_title_fold(role->title, title)});
    kb_record_byte(&reading->key, (uint8_t)role->status);
    kb_record_byte(&reading->key, (uint8_t)role->polarity);
    kb_record_byte(&reading->key, (uint8_t)role->modality);
    memcpy(claim.bounds[0], role->start, sizeof role->start);
    memcpy(claim.bounds[1], role->end, sizeof role->end);
    claim.source = make_source(view, role->evidence);
    end_key(reading, claim);
    return KB_OK;
}

static void swap_sides(Claim *claim, uint64_t ids[4])
{
    KbRef ref = claim->ref[0];
    uint64_t id = ids[0];
    claim->ref[0] = claim->ref[1], claim->ref[1] = ref;
    ids[0] = ids[1], ids[1] = id;
}

static KbStatus add_relation(Reading *reading, const DocumentView *view, const KbRelation *relation)
{
    const KbPredicate *predicate = kb_predicate(relation->predicate);
    Claim claim = {.own = true, .relation = *relation, .text = relation->verb, .confidence = relation->confidence};
    const int32_t refs[4] = {relation->subject, relation->object, relation->place, relation->attributed_to};
    const size_t slots[4] = {0, 1, 2, 4};
    uint64_t ids[4];
    for (size_t i = 0; i < 4; i++)
        KB_TRY(resolve_ref(reading, view, refs[i], &claim.ref[slots[i]], &ids[i]));
    if (relation->object >= 0 && ids[0] == ids[1]) return KB_OK; // two chains that turned out to be one entity
    if (predicate->shape == KB_SYMMETRIC && ids[0] > ids[1]) swap_sides(&claim, ids);
    begin_key(reading, false);
    for (size_t i = 0; i < 4; i++)
        kb_record_fixed64(&reading->key, ids[i]);
    kb_record_number(&reading->key, relation->predicate);
    kb_record_text(&reading->key, relation->value);
    kb_record_text(&reading->key, strcmp(predicate->name, "linked") == 0 ? relation->verb : (KbText){"", 0});
    kb_record_date(&reading->key, relation->date[0]);
    kb_record_date(&reading->key, relation->date[1]);
    kb_record_byte(&reading->key, (uint8_t)relation->polarity);
    kb_record_byte(&reading->key, (uint8_t)relation->modality);
    claim.source = make_source(view, relation->evidence);
    end_key(reading, claim);
    return KB_OK;
}

static bool is_own(const Place *places, size_t count, int32_t index)
{
    for (size_t i = 0; i < count; i++)
        if ((int32_t)places[i].index == index) return true;
    return false;
}

// Claims of one document in which one of `places` (all of it) takes part.
static KbStatus read_document(Reading *reading, const DocumentView *view, const Place *places, size_t count)
{
    for (size_t i = 0; i < view->c.role_count; i++) {
        const KbRole *role = &view->c.roles[i];
        bool holds = is_own(places, count, role->holder);
        bool at = is_own(places, count, role->organization) || is_own(places, count, role->place) ||
                  is_own(places, count, role->person);
        if (holds || at) KB_TRY(add_role(reading, view, role, holds));
    }
    for (size_t i = 0; i < view->c.relation_count; i++) {
        const KbRelation *relation = &view->c.relations[i];
        if (is_own(places, count, relation->subject) || is_own(places, count, relation->object))
            KB_TRY(add_relation(reading, view, relation));
    }
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- uniting

static int compare_sources(const KbSource *a, const KbSource *b)
{
    int order = kb_date_compare(a->published, b->published);
    if (order == 0) order = kb_text_compare(a->document, b->document);
    if (order == 0) order = (a->start > b->start) - (a->start < b->start);
    return order ? order : (a->end > b->end) - (a->end < b->end);
}

static int compare_claims(const void *a, const void *b)
{
    const Claim *x = a, *y = b;
    int order = kb_text_compare(x->key, y->key);
    if (order == 0) order = compare_sources(&x->source, &y->source);
    if (order == 0) order = kb_text_compare(x->text, y->text);
    if (order == 0) order = (x->confidence < y->confidence) - (x->confidence > y->confidence);
    return order ? order : memcmp(x->bounds, y->bounds, sizeof x->bounds);
}

// Sources of one claim, each sentence once.
static const KbSource *unite_sources(const Claim *claims, size_t count, Pool *pool, size_t *source_count)
{
    KbSource *sources = kb_pool_alloc(pool, count, sizeof *sources);
    *source_count = 0;
    for (size_t i = 0; i < count; i++)
        if (*source_count == 0 || compare_sources(&sources[*source_count - 1], &claims[i].source) != 0)
            sources[(*source_count)++] = claims[i].source;
    return sources;
}

static int compare_confidence(const void *a, const void *b)
{
    const uint16_t *x = a, *y = b;
    return (*x < *y) - (*x > *y);
}

// 1 - (1 - c1)(1 - c2)...: independent stories add up, reprints and repetitions do not.
static uint16_t unite_confidence(const Claim *claims, size_t count)
{
    if (count == 1) return claims->confidence < 1000 ? claims->confidence : 1000;
    Map stories = {0};
    for (size_t i = 0; i < count; i++) {
        MapEntry *story = kb_map_at(&stories, kb_key_of(&claims[i].source.story));
        if (claims[i].confidence > story->count) story->count = claims[i].confidence;
    }
    uint16_t *values = kb_memory_alloc(stories.count, sizeof *values);
    for (size_t i = 0; i < stories.count; i++)
        values[i] = (uint16_t)(stories.entries[i].count < 1000 ? stories.entries[i].count : 1000);
    qsort(values, stories.count, sizeof *values, compare_confidence);
    uint32_t doubt = 1000000;
    for (size_t i = 0; i < stories.count; i++)
        doubt = doubt * (uint32_t)(1000 - values[i]) / 1000;
    uint32_t most = stories.count ? values[0] : 0, united = 1000 - doubt / 1000;
    free(values);
    kb_map_clear(&stories);
    return (uint16_t)(united > 990 && most < 990 ? 990 : united);
}

// How most documents put it; of equals, the first by bytes.
static KbText unite_texts(const Claim *claims, size_t count)
{
    KbText best = claims[0].text;
    size_t best_count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        for (size_t j = 0; j < count && j < 64; j++)
            same += kb_text_equal(claims[i].text, claims[j].text);
        if (same > best_count || (same == best_count && kb_text_compare(claims[i].text, best) < 0))
            best = claims[i].text, best_count = same;
    }
    return best;
}

static KbDate later(KbDate a, KbDate b)
{
    return kb_date_compare(a, b) < 0 ? b : a;
}

static KbDate earlier(KbDate a, KbDate b)
{
    if (!a.year || !b.year) return a.year ? a : b;
    return kb_date_compare(a, b) < 0 ? a : b;
}

// Bounds narrow each other; where they contradict, they span all that was said.
static void unite_bounds(const Claim *claims, size_t count, size_t which, KbDate out[2])
{
    KbDate narrow[2] = {{0}, {0}}, wide[2] = {{0}, {0}};
    for (size_t i = 0; i < count; i++) {
        const KbDate *bounds = claims[i].bounds[which];
        narrow[0] = later(narrow[0], bounds[0]);
        narrow[1] = earlier(narrow[1], bounds[1]);
        wide[0] = earlier(wide[0], bounds[0]);
        wide[1] = later(wide[1], bounds[1]);
    }
    bool contradict = narrow[0].year && narrow[1].year && kb_date_compare(narrow[0], narrow[1]) > 0;
    memcpy(out, contradict ? wide : narrow, sizeof narrow);
}

static KbHeldRole unite_role(const Claim *claims, size_t count, Pool *pool)
{
    const Claim *first = claims;
    KbHeldRole role = {.holder = first->ref[0],
                       .organization = first->ref[1],
                       .place = first->ref[2],
                       .person = first->ref[3],
                       .attributed_to = first->ref[4],
                       .status = first->role.status,
                       .polarity = first->role.polarity,
                       .modality = first->role.modality,
                       .title = unite_texts(claims, count),
                       .confidence = unite_confidence(claims, count)};
    unite_bounds(claims, count, 0, role.start);
    unite_bounds(claims, count, 1, role.end);
    role.sources = unite_sources(claims, count, pool, &role.source_count);
    for (size_t i = 0; i < role.source_count; i++)
        role.first_reported = earlier(role.first_reported, role.sources[i].published);
    role.last_reported = role.sources[role.source_count - 1].published;
    return role;
}

static KbLink unite_link(const Claim *claims, size_t count, Pool *pool)
{
    const Claim *first = claims;
    KbLink link = {.subject = first->ref[0],
                   .object = first->ref[1],
                   .place = first->ref[2],
                   .attributed_to = first->ref[4],
                   .predicate = first->relation.predicate,
                   .value = first->relation.value,
                   .date = {first->relation.date[0], first->relation.date[1]},
                   .polarity = first->relation.polarity,
                   .modality = first->relation.modality,
                   .verb = unite_texts(claims, count),
                   .confidence = unite_confidence(claims, count)};
    link.sources = unite_sources(claims, count, pool, &link.source_count);
    return link;
}

// ---------------------------------------------------------------------------------------------- order

static int compare_refs(const KbRef *a, const KbRef *b)
{
    return strcmp(a->id.text, b->id.text);
}

// Latest reported first; then what is before what was; then by wording and ids.
static int compare_roles(const void *a, const void *b)
{
    static const int ranks[KB_ROLE_STATUSES] = {
        [KB_CURRENT] = 0,   [KB_ACTING] = 1,  [KB_DESIGNATE] = 2, [KB_NOMINEE] = 3,
        [KB_CANDIDATE] = 4, [KB_UNKNOWN] = 5, [KB_FORMER] = 6};
    const KbHeldRole *x = a, *y = b;
    int order = kb_date_compare(y->last_reported, x->last_reported);
    if (order == 0) order = ranks[x->status] - ranks[y->status];
    if (order == 0) order = kb_text_compare(x->title, y->title);
    if (order == 0) order = compare_refs(&x->holder, &y->holder);
    if (order == 0) order = compare_refs(&x->organization, &y->organization);
    if (order == 0) order = compare_refs(&x->place, &y->place);
    if (order == 0) order = compare_refs(&x->person, &y->person);
    if (order == 0) order = compare_refs(&x->attributed_to, &y->attributed_to);
    if (order == 0) order = (int)x->polarity - (int)y->polarity;
    return order ? order : (int)x->modality - (int)y->modality;
}

static int compare_links(const void *a, const void *b)
{
    const KbLink *x = a, *y = b;
    int order = kb_date_compare(y->sources[y->source_count - 1].published, x->sources[x->source_count - 1].published);
    if (order == 0) order = (int)x->predicate - (int)y->predicate;
    if (order == 0) order = compare_refs(&x->subject, &y->subject);
    if (order == 0) order = compare_refs(&x->object, &y->object);
    if (order == 0) order = kb_text_compare(x->value, y->value);
    if (order == 0) order = kb_text_compare(x->verb, y->verb);
    if (order == 0) order = compare_refs(&x->place, &y->place);
    if (order == 0) order = kb_date_compare(x->date[0], y->date[0]);
    if (order == 0) order = kb_date_compare(x->date[1], y->date[1]);
    if (order == 0) order = compare_refs(&x->attributed_to, &y->attributed_to);
    if (order == 0) order = (int)x->polarity - (int)y->polarity;
    return order ? order : (int)x->modality - (int)y->modality;
}

// ---------------------------------------------------------------------------------------------- result

static void unite(Reading *reading, KbEntity *entity)
{
    Pool *pool = &reading->reader->pool;
    if (reading->count) qsort(reading->claims, reading->count, sizeof *reading->claims, compare_claims);
    KbHeldRole *roles = kb_pool_alloc(pool, reading->count, sizeof *roles),
               *posts = kb_pool_alloc(pool, reading->count, sizeof *posts);
    KbLink *links = kb_pool_alloc(pool, reading->count, sizeof *links);
    for (size_t i = 0, next; i < reading->count; i = next) {
        const Claim *first = &reading->claims[i];
        for (next = i; next < reading->count && kb_text_equal(reading->claims[next].key, first->key);)
            next++;
        if (!first->is_role)
            links[entity->link_count++] = unite_link(first, next - i, pool);
        else if (first->own)
            roles[entity->role_count++] = unite_role(first, next - i, pool);
        else
            posts[entity->post_count++] = unite_role(first, next - i, pool);
    }
    if (entity->role_count) qsort(roles, entity->role_count, sizeof *roles, compare_roles);
    if (entity->post_count) qsort(posts, entity->post_count, sizeof *posts, compare_roles);
    if (entity->link_count) qsort(links, entity->link_count, sizeof *links, compare_links);
    entity->roles = roles;
    entity->posts = posts;
    entity->links = links;
}

static KbStatus read_all(Reading *reading, const Place *places, size_t count, KbEntity *entity)
{
    for (size_t i = 0, next; i < count; i = next) {
        const DocumentView *view;
        for (next = i; next < count && places[next].document == places[i].document;)
            next++;
        KB_TRY(kb_reader_document(reading->reader, places[i].document, &view, reading->error));
        KB_TRY(read_document(reading, view, places + i, next - i));
        entity->document_count++;
    }
    return KB_OK;
}

KbStatus kb_claims_read(KbReader *reader, uint64_t id, const EntityRecord *record, KbEntity *entity, KbError *error)
{
    Place *places;
    size_t count;
    KB_TRY(kb_reader_places(reader, record, &places, &count, error));
    Reading reading = {.reader = reader, .self = id, .error = error};
    KbStatus status = read_all(&reading, places, count, entity);
    if (!status) unite(&reading, entity);
    free(reading.claims);
    free(places);
    kb_bytes_free(&reading.key);
    kb_pool_clear(&reading.pool);
    return status;
}
