// Making entity records and keeping the tables that lead to them.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/entity.h"
#include "kb/error.h"
#include "kb/match.h"
#include "kb/record.h"

// ---------------------------------------------------------------------------------------------- names

static int compare_aliases(const void *a, const void *b)
{
    const KbAlias *x = a, *y = b;
    if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
    return kb_text_compare(x->name, y->name);
}

static KbAlias *collect_aliases(Node *const *nodes, size_t count, Pool *pool, size_t *alias_count)
{
    Map sums = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < nodes[i]->name_count; j++)
            kb_map_at(&sums, nodes[i]->names[j].text)->count += (int64_t)nodes[i]->names[j].mentions;
    KbAlias *aliases = kb_pool_alloc(pool, sums.count, sizeof *aliases);
    for (size_t i = 0; i < sums.count; i++)
        aliases[i] = (KbAlias){kb_pool_copy(pool, sums.entries[i].key), (uint64_t)sums.entries[i].count};
    *alias_count = sums.count;
    kb_map_clear(&sums);
    if (*alias_count) qsort(aliases, *alias_count, sizeof *aliases, compare_aliases);
    return aliases;
}

static bool has_lower_case(KbText name)
{
    for (size_t i = 0; i < name.length; i++)
        if ((name.data[i] >= 'a' && name.data[i] <= 'z') || (unsigned char)name.data[i] >= 0x80) return true;
    return false;
}

// How much of a person's name a form gives: family, given name, middle name, suffix.
static int person_fullness(KbText name)
{
    PersonName parts;
    kb_match_person(name, &parts);
    size_t given = strlen(parts.given);
    int fullness = (parts.family[0] != 0) + (given > 0) * 4 + (given > 1) * 4 + (parts.middle[0] != 0) * 2 +
                   (parts.suffix[0] != 0);
    return fullness * 2 + has_lower_case(name);
}

static int body_fullness(KbText name)
{
    if (kb_fold_is_acronym(name)) return 0;
    char folded[KB_NAME_KEY_SIZE];
    size_t words = kb_words_of((KbText){folded, kb_fold_organization(name, folded)}).count; // "Inc." adds nothing
    return (int)(words < 8 ? words : 1) * 2 + has_lower_case(name);
}

// A place goes by its commonest name that is no abbreviation.
static int place_fullness(KbText name)
{
    char folded[KB_NAME_KEY_SIZE], canonical[KB_NAME_KEY_SIZE];
    size_t length = kb_name_fold(name, folded);
    bool is_canonical = kb_text_equal((KbText){folded, length}, (KbText){canonical, kb_fold_place(name, canonical)});
    return kb_fold_is_acronym(name) ? 0 : is_canonical * 2 + has_lower_case(name);
}

static int fullness(KbType type, KbText name)
{
    return type == KB_PERSON ? person_fullness(name) : type == KB_PLACE ? place_fullness(name) : body_fullness(name);
}

// The fullest name; of several, the one mentioned most, "Raymond Poe" before "Ray Poe". Aliases are sorted already.
static void choose_name(EntityRecord *record, KbAlias *aliases, size_t count)
{
    size_t best = 0;
    int best_fullness = -1;
    for (size_t i = 0; i < count; i++) {
        int value = fullness(record->type, aliases[i].name);
        bool longer = aliases[i].mentions == aliases[best].mentions &&
                      aliases[i].name.length > aliases[best].name.length && record->type == KB_PERSON;
        if (value > best_fullness || (value == best_fullness && longer)) best = i, best_fullness = value;
    }
    record->name = count ? aliases[best].name : (KbText){"", 0};
    if (count) memmove(aliases + best, aliases + best + 1, (count - best - 1) * sizeof *aliases);
    record->aliases = aliases;
    record->alias_count = count ? count - 1 : 0;
}

// ---------------------------------------------------------------------------------------------- records

// Which role a person is introduced by: what they are before what they were.
static int post_rank(const NodeRole *role)
{
    static const int ranks[KB_ROLE_STATUSES] = {
        [KB_CURRENT] = 6, [KB_ACTING] = 5,    [KB_UNKNOWN] = 4, [KB_DESIGNATE] = 3,
        [KB_NOMINEE] = 2, [KB_CANDIDATE] = 1, [KB_FORMER] = 0};
    return ranks[role->status] * 2 + (role->held.length > 0);
}

static bool is_better_post(const NodeRole *a, const NodeRole *b)
{
    int x = post_rank(a), y = post_rank(b);
    if (x != y) return x > y;
    if (a->count != b->count) return a->count > b->count;
    int order = kb_text_compare(a->title, b->title);
    return order ? order < 0 : a->at < b->at;
}

static void choose_post(EntityRecord *record, Node *const *nodes, size_t count)
{
    const NodeRole *best = NULL;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < nodes[i]->role_count; j++) {
            const NodeRole *role = &nodes[i]->roles[j];
            if (role->title.length && (!best || is_better_post(role, best))) best = role;
        }
    record->title = best ? best->title : (KbText){"", 0};
    record->at = best ? best->at : 0;
}

static int compare_ids(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void sum_up(Node *const *nodes, size_t count, EntityRecord *out)
{
    uint64_t genders[3] = {0};
    for (size_t i = 0; i < count; i++) {
        const Node *node = nodes[i];
        out->mentions += node->mentions;
        for (size_t g = 0; g < 3; g++)
            genders[g] += node->genders[g];
        if (node->first && (!out->first || node->first < out->first)) out->first = node->first;
        if (node->last > out->last) out->last = node->last;
    }
    out->gender = genders[KB_MALE] > genders[KB_FEMALE]   ? KB_MALE
                  : genders[KB_FEMALE] > genders[KB_MALE] ? KB_FEMALE
                                                          : KB_GENDER_UNKNOWN;
}

uint64_t kb_entity_make(Node *const *nodes, size_t count, bool unresolved, Pool *pool, EntityRecord *out)
{
    const Node *best = nodes[0];
    uint64_t *ids = kb_pool_alloc(pool, count, sizeof *ids);
    for (size_t i = 0; i < count; i++) {
        ids[i] = nodes[i]->id;
        bool better =
            nodes[i]->mentions > best->mentions || (nodes[i]->mentions == best->mentions && nodes[i]->id < best->id);
        if (better) best = nodes[i];
    }
    qsort(ids, count, sizeof *ids, compare_ids);
    *out = (EntityRecord){.type = best->type, .unresolved = unresolved, .nodes = ids, .node_count = count};
    sum_up(nodes, count, out);
    size_t alias_count;
    KbAlias *aliases = collect_aliases(nodes, count, pool, &alias_count);
    choose_name(out, aliases, alias_count);
    if (out->type == KB_PERSON && !out->gender) out->gender = kb_name_gender(out->name);
    choose_post(out, nodes, count);
    return best->id;
}

void kb_entity_encode(const EntityRecord *record, Bytes *out)
{
    kb_record_byte(out, (uint8_t)record->type);
    kb_record_byte(out, (uint8_t)record->gender);
    kb_record_byte(out, record->unresolved);
    kb_record_number(out, record->mentions);
    kb_record_number(out, record->first);
    kb_record_number(out, record->last);
    kb_record_text(out, record->name);
    kb_record_text(out, record->title);
    kb_record_fixed64(out, record->at);
    kb_record_number(out, record->node_count);
    for (size_t i = 0; i < record->node_count; i++)
        kb_record_fixed64(out, record->nodes[i]);
    kb_record_number(out, record->alias_count);
    for (size_t i = 0; i < record->alias_count; i++) {
        kb_record_text(out, record->aliases[i].name);
        kb_record_number(out, record->aliases[i].mentions);
    }
}

static void decode_lists(Cursor *in, Pool *pool, EntityRecord *out)
{
    out->node_count = kb_cursor_count(in, 8);
    uint64_t *nodes = kb_pool_alloc(pool, out->node_count, sizeof *nodes);
    for (size_t i = 0; i < out->node_count; i++)
        nodes[i] = kb_cursor_fixed64(in);
    out->nodes = nodes;
    out->alias_count = kb_cursor_count(in, 2);
    KbAlias *aliases = kb_pool_alloc(pool, out->alias_count, sizeof *aliases);
    for (size_t i = 0; i < out->alias_count; i++) {
        aliases[i].name = kb_cursor_text(in);
        aliases[i].mentions = kb_cursor_number(in);
    }
    out->aliases = aliases;
}

bool kb_entity_decode(KbText bytes, Pool *pool, EntityRecord *out)
{
    Cursor in = kb_cursor_of(bytes);
    uint8_t type = kb_cursor_byte(&in), gender = kb_cursor_byte(&in);
    if (type >= KB_TYPES || gender > KB_FEMALE) in.bad = true;
    *out = (EntityRecord){.type = in.bad ? KB_OTHER : (KbType)type,
                          .gender = in.bad ? KB_GENDER_UNKNOWN : (KbGender)gender};
    out->unresolved = kb_cursor_byte(&in) != 0;
    out->mentions = kb_cursor_number(&in);
    out->first = (uint32_t)kb_cursor_number(&in);
    out->last = (uint32_t)kb_cursor_number(&in);
    out->name = kb_cursor_text(&in);
    out->title = kb_cursor_text(&in);
    out->at = kb_cursor_fixed64(&in);
    decode_lists(&in, pool, out);
    return kb_cursor_done(&in) && out->node_count > 0;
}

// ---------------------------------------------------------------------------------------------- name rows

typedef struct NameRows {
    uint64_t id;
    const EntityRecord *record;
    Pool *pool;
    Map *rows;
} NameRows;

static void add_row(NameRows *rows, NameRow kind, KbText key, KbText printed, uint64_t mentions)
{
    if (key.length == 0) return;
    Bytes bytes = {0};
    kb_record_byte(&bytes, (uint8_t)kind);
    kb_bytes_put(&bytes, key.data, key.length);
    kb_record_byte(&bytes, 0);
    kb_record_fixed64(&bytes, rows->id);
    MapEntry *entry = kb_map_at(rows->rows, kb_bytes_text(&bytes));
    kb_bytes_clear(&bytes);
    kb_record_number(&bytes, mentions);
    kb_record_text(&bytes, printed);
    if (!entry->value) { // the most mentioned spelling comes first and stays
        KbText *value = kb_pool_alloc(rows->pool, 1, sizeof *value);
        *value = kb_pool_copy(rows->pool, kb_bytes_text(&bytes));
        entry->value = value;
    }
    kb_bytes_free(&bytes);
}

static void add_person_rows(NameRows *rows, KbText printed)
{
    PersonName name;
    char sound[KB_NAME_KEY_SIZE];
    kb_match_person(printed, &name);
    add_row(rows, NAME_SOUND, (KbText){sound, kb_fold_sound_key(kb_match_block_word(&name), sound)}, printed, 0);
    if (!name.given[0]) return;
    add_row(rows, NAME_SHORT, kb_text(name.family), printed, 0);
    if (strlen(name.given) > 1) add_row(rows, NAME_SHORT, kb_text(name.given), printed, 0);
}

static void add_body_rows(NameRows *rows, KbText printed)
{
    char canonical[KB_NAME_KEY_SIZE], initials[KB_NAME_KEY_SIZE];
    bool place = rows->record->type == KB_PLACE;
    KbText key = {canonical, place ? kb_fold_place(printed, canonical) : kb_fold_organization(printed, canonical)};
    add_row(rows, NAME_SOUND, key, printed, 0);
    for (int small = 0; small < 2 && !place; small++)
        add_row(rows, NAME_SHORT, (KbText){initials, kb_fold_initials(key, small, initials)}, printed, 0);
    // Head words: "joint chiefs" of "joint chiefs of staff", "goldman" of "goldman sachs".
    for (size_t i = 3; i < key.length; i++)
        if (key.data[i] == ' ' && !place) add_row(rows, NAME_SHORT, (KbText){key.data, i}, printed, 0);
}

void kb_entity_names(uint64_t id, const EntityRecord *record, Pool *pool, Map *rows)
{
    NameRows out = {id, record, pool, rows};
    for (size_t i = 0; i <= record->alias_count; i++) {
        KbText printed = i ? record->aliases[i - 1].name : record->name;
        uint64_t mentions = i ? record->aliases[i - 1].mentions : record->mentions;
        char folded[KB_NAME_KEY_SIZE];
        add_row(&out, NAME_FULL, (KbText){folded, kb_name_fold(printed, folded)}, printed, mentions);
        if (record->type == KB_PERSON)
            add_person_rows(&out, printed);
        else
            add_body_rows(&out, printed);
    }
}

// ---------------------------------------------------------------------------------------------- tables

static KbText key64(uint64_t number, uint8_t out[8])
{
    for (int i = 0; i < 8; i++)
        out[i] = (uint8_t)(number >> (56 - 8 * i));
    return (KbText){(const char *)out, 8};
}

// Old rows that no new entity has go, new rows that no old entity had come, changed ones are written.
static KbStatus replace_names(StoreTxn *txn, const Map *old, const Map *new, KbError *error)
{
    for (size_t i = 0; i < old->count; i++)
        if (!kb_map_find(new, old->entries[i].key))
            KB_TRY(kb_store_delete(txn, STORE_NAMES, old->entries[i].key, error));
    for (size_t i = 0; i < new->count; i++) {
        const MapEntry *entry = &new->entries[i], *before = kb_map_find(old, entry->key);
        const KbText *value = entry->value;
        if (before && kb_text_equal(*(const KbText *)before->value, *value)) continue;
        KB_TRY(kb_store_put(txn, STORE_NAMES, entry->key, *value, error));
    }
    return KB_OK;
}

static KbStatus put_total(StoreTxn *txn, KbType type, int64_t change, KbError *error)
{
    uint8_t key[2] = {TOTAL_ENTITIES, (uint8_t)type};
    KbText name = {(const char *)key, sizeof key}, value;
    KbStatus status = kb_store_get(txn, STORE_TOTALS, name, &value, error);
    if (status && status != KB_NOT_FOUND) return status;
    Cursor in = kb_cursor_of(status ? (KbText){"", 0} : value);
    int64_t count = status ? 0 : (int64_t)kb_cursor_number(&in);
    Bytes bytes = {0};
    kb_record_number(&bytes, (uint64_t)(count + change));
    status = change ? kb_store_put(txn, STORE_TOTALS, name, kb_bytes_text(&bytes), error) : KB_OK;
    kb_bytes_free(&bytes);
    return status;
}

// What the old entities occupied, read before it is overwritten.
typedef struct Old {
    Map names;   // name rows
    Map records; // id -> KbText record
    Map homes;   // node -> entity id in `count`
    int64_t types[KB_TYPES];
} Old;

static KbStatus read_old(StoreTxn *txn, const Map *ids, Pool *pool, Old *old, KbError *error)
{
    for (size_t i = 0; i < ids->count; i++) {
        uint64_t id;
        uint8_t key[8];
        KbText bytes;
        memcpy(&id, ids->entries[i].key.data, sizeof id);
        KbStatus status = kb_store_get(txn, STORE_ENTITIES, key64(id, key), &bytes, error);
        if (status) return status == KB_NOT_FOUND ? kb_fail(error, KB_CORRUPT, "an entity is missing") : status;
        KbText *copy = kb_pool_alloc(pool, 1, sizeof *copy);
        *copy = kb_pool_copy(pool, bytes);
        kb_map_at(&old->records, kb_key_of(&id))->value = copy;
        EntityRecord record;
        if (!kb_entity_decode(*copy, pool, &record)) return kb_fail(error, KB_CORRUPT, "an entity record is malformed");
        kb_entity_names(id, &record, pool, &old->names);
        for (size_t j = 0; j < record.node_count; j++)
            kb_map_at(&old->homes, kb_key_of(&record.nodes[j]))->count = (int64_t)id;
        old->types[record.type]++;
    }
    return KB_OK;
}

static KbStatus write_homes(StoreTxn *txn, uint64_t id, const EntityRecord *record, Old *old, KbError *error)
{
    uint8_t key[8], value[8];
    for (size_t i = 0; i < record->node_count; i++) {
        MapEntry *home = kb_map_find(&old->homes, kb_key_of(&record->nodes[i]));
        bool same = home && home->count == (int64_t)id;
        if (home) home->value = home; // marks it as taken over
        if (!same) KB_TRY(kb_store_put(txn, STORE_HOMES, key64(record->nodes[i], key), key64(id, value), error));
    }
    return KB_OK;
}

static KbStatus write_new(StoreTxn *txn, const Map *records, Old *old, KbError *error)
{
    Bytes bytes = {0};
    KbStatus status = KB_OK;
    for (size_t i = 0; i < records->count && !status; i++) {
        uint64_t id;
        uint8_t key[8];
        memcpy(&id, records->entries[i].key.data, sizeof id);
        const EntityRecord *record = records->entries[i].value;
        kb_bytes_clear(&bytes);
        kb_entity_encode(record, &bytes);
        const MapEntry *before = kb_map_find(&old->records, kb_key_of(&id));
        bool same = before && kb_text_equal(*(const KbText *)before->value, kb_bytes_text(&bytes));
        if (!same) status = kb_store_put(txn, STORE_ENTITIES, key64(id, key), kb_bytes_text(&bytes), error);
        if (!status) status = write_homes(txn, id, record, old, error);
        old->types[record->type]--;
    }
    kb_bytes_free(&bytes);
    return status;
}

static KbStatus remove_old(StoreTxn *txn, const Map *records, const Old *old, KbError *error)
{
    uint8_t key[8];
    uint64_t id;
    for (size_t i = 0; i < old->records.count; i++) {
        if (kb_map_find(records, old->records.entries[i].key)) continue;
        memcpy(&id, old->records.entries[i].key.data, sizeof id);
        KB_TRY(kb_store_delete(txn, STORE_ENTITIES, key64(id, key), error));
    }
    for (size_t i = 0; i < old->homes.count; i++) {
        if (old->homes.entries[i].value) continue;
        memcpy(&id, old->homes.entries[i].key.data, sizeof id);
        KB_TRY(kb_store_delete(txn, STORE_HOMES, key64(id, key), error));
    }
    for (int type = 0; type < KB_TYPES; type++)
        KB_TRY(put_total(txn, (KbType)type, -old->types[type], error));
    return KB_OK;
}

KbStatus kb_entity_replace(StoreTxn *txn, const Map *old_ids, const Map *records, KbError *error)
{
    Pool pool = {0};
    Old old = {0};
    Map names = {0};
    KbStatus status = read_old(txn, old_ids, &pool, &old, error);
    if (!status) status = write_new(txn, records, &old, error);
    if (!status) status = remove_old(txn, records, &old, error);
    for (size_t i = 0; i < records->count && !status; i++) {
        uint64_t id;
        memcpy(&id, records->entries[i].key.data, sizeof id);
        kb_entity_names(id, records->entries[i].value, &pool, &names);
    }
    if (!status) status = replace_names(txn, &old.names, &names, error);
    kb_map_clear(&names);
    kb_map_clear(&old.names);
    kb_map_clear(&old.records);
    kb_map_clear(&old.homes);
    kb_pool_clear(&pool);
    return status;
}
