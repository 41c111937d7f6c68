// Nodes and their keys.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "kb/error.h"
#include "kb/match.h"
#include "kb/node.h"
#include "kb/record.h"
#include "kb/tables.h"

uint64_t kb_document_key(KbText id)
{
    return kb_hash_bytes(id.data, id.length, 0x646f63);
}

// ---------------------------------------------------------------------------------------------- names

// Names that fold to nothing ("!!!") are their own key.
static void keep_raw(KbText name, char out[KB_NAME_KEY_SIZE])
{
    size_t length = name.length < 64 ? name.length : 64;
    memcpy(out, name.data, length);
    out[length] = '\0';
}

static KbText join_words(const Words *words, size_t first, size_t last, char out[KB_NAME_KEY_SIZE])
{
    size_t length = 0;
    for (size_t i = first; i < last; i++) {
        if (length) out[length++] = ' ';
        memmove(out + length, words->word[i].data, words->word[i].length);
        length += words->word[i].length;
    }
    out[length] = '\0';
    return (KbText){out, length};
}

// "U.S. Senate": the state that the canonical form leaves out.
static const char *stated_country(KbText folded)
{
    static const char *const states[][2] = {
        {"us ", "united states"},  {"united states ", "united states"},   {"american ", "united states"},
        {"uk ", "united kingdom"}, {"united kingdom ", "united kingdom"}, {"british ", "united kingdom"}};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strncmp(folded.data, states[i][0], strlen(states[i][0])) == 0) return states[i][1];
    return NULL;
}

// "missouri senate", "supreme court of canada" -> "senate" in "missouri", "supreme court" in "canada".
static void split_region(char signature[KB_NAME_KEY_SIZE], char region[KB_NAME_KEY_SIZE])
{
    char copy[KB_NAME_KEY_SIZE], rest[KB_NAME_KEY_SIZE];
    KbText country;
    strcpy(copy, signature);
    Words words = kb_words_of(kb_text(copy));
    for (size_t taken = 1; taken <= 3 && taken < words.count; taken++) {
        KbText head = join_words(&words, 0, taken, region);
        KbText body = join_words(&words, taken, words.count, rest);
        if (kb_tables_find(TABLE_REGIONS, head, &country) && kb_fold_is_generic(body)) {
            strcpy(signature, rest);
            return;
        }
        size_t cut = words.count - taken, of = cut;
        if (of > 0 && kb_word_is(words.word[of - 1], "the")) of--;
        if (of < 2 || !kb_word_is(words.word[of - 1], "of")) continue;
        head = join_words(&words, cut, words.count, region);
        body = join_words(&words, 0, of - 1, rest);
        if (kb_tables_find(TABLE_REGIONS, head, &country) && kb_fold_is_generic(body)) {
            strcpy(signature, rest);
            return;
        }
    }
    region[0] = '\0';
}

// The name that tells whose body it is may say it in itself: then that is its context.
static void organization_signature(KbText name, char out[KB_NAME_KEY_SIZE], char region[KB_NAME_KEY_SIZE])
{
    char folded[KB_NAME_KEY_SIZE];
    KbText plain = {folded, kb_name_fold(name, folded)};
    size_t length = kb_fold_organization(name, out);
    const char *country = stated_country(plain);
    region[0] = '\0';
    if (country && kb_fold_is_generic((KbText){out, length}))
        strcpy(region, country);
    else
        split_region(out, region);
}

static void signature_of(KbType type, KbText name, char out[KB_NAME_KEY_SIZE], char region[KB_NAME_KEY_SIZE])
{
    region[0] = '\0';
    switch (type) {
    case KB_ORGANIZATION: organization_signature(name, out, region); break;
    case KB_PLACE: kb_fold_place(name, out); break;
    default: kb_name_fold(name, out); break;
    }
    if (!out[0]) keep_raw(name, out);
}

static bool is_one_word(KbText folded)
{
    return folded.length > 0 && !memchr(folded.data, ' ', folded.length);
}

// "Gioconda Villacis Duarte", called Villacis, is a Villacis: words after the family name she goes by do not count.
static void cut_second_family(const KbDocEntity *entity, char signature[KB_NAME_KEY_SIZE])
{
    char folded[KB_NAME_KEY_SIZE];
    PersonName parts;
    size_t cut = 0;
    kb_match_person(entity->names[0].text, &parts);
    Words words = kb_words_of(kb_text(signature));
    for (size_t i = 1; i < entity->name_count; i++) {
        KbText alias = {folded, kb_name_fold(entity->names[i].text, folded)}, sex;
        if (!is_one_word(alias) || kb_tables_find(TABLE_GIVEN_NAMES, alias, &sex)) continue;
        if (kb_text_equal(alias, kb_match_block_word(&parts))) return;
        for (size_t j = 1; j + 1 < words.count; j++)
            if (kb_text_equal(alias, words.word[j])) cut = j + 1;
    }
    if (cut) signature[words.word[cut - 1].data + words.word[cut - 1].length - signature] = '\0';
}

static uint64_t block_of(KbType type, KbText name, const char *signature)
{
    char sound[KB_NAME_KEY_SIZE];
    KbText word = kb_text(signature);
    if (type == KB_PERSON) {
        PersonName parts;
        kb_match_person(name, &parts);
        KbText family = kb_match_block_word(&parts);
        if (family.length) word = (KbText){sound, kb_fold_sound_key(family, sound)};
    }
    return kb_hash_bytes(word.data, word.length, 0x100 + (uint64_t)type);
}

uint64_t kb_node_block(KbType type, KbText name)
{
    char signature[KB_NAME_KEY_SIZE], region[KB_NAME_KEY_SIZE];
    signature_of(type, name, signature, region);
    return block_of(type, name, signature);
}

// ---------------------------------------------------------------------------------------------- anchors

static int32_t held_at(const KbRole *role)
{
    return role->organization >= 0 ? role->organization : role->place >= 0 ? role->place : role->person;
}

// Where the person's first role in text order is held.
static int32_t first_post(const KbContribution *c, int32_t holder)
{
    int32_t best = KB_NONE;
    uint32_t start = UINT32_MAX;
    for (size_t i = 0; i < c->role_count; i++) {
        const KbRole *role = &c->roles[i];
        int32_t at = role->organization >= 0 ? role->organization : role->place;
        uint32_t here = c->evidence[role->evidence].start;
        if (role->holder == holder && at >= 0 && (best == KB_NONE || here < start)) best = at, start = here;
    }
    return best;
}

// The entity of a type that has most mentions, relations to `to` weighing more than mere presence.
static int32_t most_related(const KbContribution *c, const NodeKey *keys, KbType type, int32_t to)
{
    int32_t best = KB_NONE;
    uint64_t best_weight = 0;
    for (size_t i = 0; i < c->entity_count; i++) {
        if (c->entities[i].type != type || (int32_t)i == to) continue;
        uint64_t weight = c->entities[i].mention_count + 1;
        for (size_t j = 0; j < c->relation_count; j++) {
            const KbRelation *r = &c->relations[j];
            if ((r->subject == to && r->object == (int32_t)i) || (r->object == to && r->subject == (int32_t)i))
                weight += 1000;
        }
        bool better =
            weight > best_weight || (weight == best_weight && strcmp(keys[i].signature, keys[best].signature) < 0);
        if (better) best = (int32_t)i, best_weight = weight;
    }
    return best;
}

// What the document says contains this organization or place.
static int32_t container(const KbContribution *c, int32_t inner)
{
    static const char *const names[] = {"located_in", "part_of", "headquartered_in", "subsidiary_of"};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        int predicate = kb_predicate_find(kb_text(names[k]));
        for (size_t i = 0; i < c->relation_count; i++) {
            const KbRelation *r = &c->relations[i];
            bool said = r->predicate == predicate && r->subject == inner && r->polarity == KB_POSITIVE;
            if (said && r->object >= 0 && c->entities[r->object].type == KB_PLACE) return r->object;
        }
    }
    for (size_t i = 0; i < c->role_count; i++)
        if (c->roles[i].organization == inner && c->roles[i].place >= 0) return c->roles[i].place;
    return KB_NONE;
}

static void set_anchor(const KbContribution *c, NodeKey *keys, size_t i)
{
    if (keys[i].anchor[0]) return; // the name itself says it
    int32_t self = (int32_t)i, at = KB_NONE;
    const char *mark = "";
    switch (keys[i].type) {
    case KB_PERSON:
        at = first_post(c, self);
        if (at == KB_NONE) at = most_related(c, keys, KB_ORGANIZATION, self);
        break;
    case KB_PLACE: at = container(c, self); break;
    case KB_ORGANIZATION: // only bodies that many states have need one; a guessed one is marked
        if (!kb_fold_is_generic(kb_text(keys[i].signature))) break;
        at = container(c, self);
        if (at == KB_NONE) at = most_related(c, keys, KB_PLACE, self), mark = "~";
        break;
    default: break;
    }
    if (at == KB_NONE) return;
    size_t length = strlen(keys[at].signature), room = KB_NAME_KEY_SIZE - 2;
    strcpy(keys[i].anchor, mark);
    if (length > room) length = room;
    memcpy(keys[i].anchor + strlen(mark), keys[at].signature, length);
    keys[i].anchor[strlen(mark) + length] = '\0';
}

static uint64_t node_id(const NodeKey *key)
{
    uint64_t hash = kb_hash_bytes(key->signature, strlen(key->signature), (uint64_t)key->type + 1);
    return kb_hash_bytes(key->anchor, strlen(key->anchor), hash);
}

void kb_node_keys(const KbContribution *c, NodeKey *keys)
{
    for (size_t i = 0; i < c->entity_count; i++) {
        const KbDocEntity *entity = &c->entities[i];
        keys[i] = (NodeKey){.type = entity->type};
        signature_of(entity->type, entity->names[0].text, keys[i].signature, keys[i].anchor);
        KbText name = entity->names[0].text;
        size_t whole = strlen(keys[i].signature);
        if (entity->type == KB_PERSON) cut_second_family(entity, keys[i].signature);
        if (strlen(keys[i].signature) < whole) name = kb_text(keys[i].signature);
        keys[i].block = block_of(entity->type, name, keys[i].signature);
    }
    for (size_t i = 0; i < c->entity_count; i++) {
        set_anchor(c, keys, i);
        keys[i].id = node_id(&keys[i]);
    }
}

// ---------------------------------------------------------------------------------------------- sums

enum { ROW_LIMIT = 440, COMPANY = 8, PLACES = 4 };

// A row's key under construction, and the sum it changes.
typedef struct Row {
    Delta *delta;
    Bytes key;
} Row;

static void row_begin(Row *row, StoreTable table)
{
    kb_bytes_clear(&row->key);
    kb_record_byte(&row->key, (uint8_t)table);
}

static void row_add(Row *row, int64_t change)
{
    if (row->key.length > ROW_LIMIT) { // LMDB's keys end at 511 bytes: the rest becomes a hash
        uint64_t hash = kb_hash_bytes(row->key.data, row->key.length, 0);
        row->key.length = ROW_LIMIT;
        kb_record_fixed64(&row->key, hash);
    }
    kb_map_at(&row->delta->sums, kb_bytes_text(&row->key))->count += change;
}

static void feature(Row *row, uint64_t node, FeatureKind kind)
{
    row_begin(row, STORE_FEATURES);
    kb_record_fixed64(&row->key, node);
    kb_record_byte(&row->key, (uint8_t)kind);
}

static KbText cut(KbText text, size_t limit)
{
    if (text.length <= limit) return text;
    while (limit > 0 && ((unsigned char)text.data[limit] & 0xc0) == 0x80)
        limit--;
    return (KbText){text.data, limit};
}

static void put_text(Row *row, KbText text, size_t limit)
{
    text = cut(text, limit);
    kb_bytes_put(&row->key, text.data, text.length);
}

static void add_identity(Row *row, const NodeKey *key, int sign)
{
    feature(row, key->id, FEATURE_KEY);
    kb_record_byte(&row->key, (uint8_t)key->type);
    kb_record_fixed64(&row->key, key->block);
    put_text(row, kb_text(key->signature), 200);
    kb_record_byte(&row->key, 0);
    put_text(row, kb_text(key->anchor), 200);
    row_add(row, sign);
    row_begin(row, STORE_BLOCKS);
    kb_record_fixed64(&row->key, key->block);
    kb_record_fixed64(&row->key, key->id);
    row_add(row, sign);
}

static void add_names(Row *row, const KbDocEntity *entity, const NodeKey *key, KbDate published, int sign)
{
    for (size_t i = 0; i < entity->name_count; i++) {
        feature(row, key->id, FEATURE_NAME);
        put_text(row, entity->names[i].text, 400);
        row_add(row, sign * (int64_t)(entity->names[i].mentions ? entity->names[i].mentions : 1));
    }
    for (size_t i = 0; i < entity->title_count; i++) {
        char folded[KB_NAME_KEY_SIZE];
        feature(row, key->id, FEATURE_HONORIFIC);
        put_text(row, (KbText){folded, kb_name_fold(entity->titles[i], folded)}, 100);
        row_add(row, sign);
    }
    if (entity->gender) {
        feature(row, key->id, FEATURE_GENDER);
        kb_record_byte(&row->key, (uint8_t)entity->gender);
        row_add(row, sign);
    }
    feature(row, key->id, FEATURE_DATE);
    kb_record_fixed32(&row->key, kb_date_pack(published));
    row_add(row, sign);
    feature(row, key->id, FEATURE_MENTION);
    row_add(row, sign * (int64_t)entity->mention_count);
}

// The other entities of the document that are mentioned most stand for its company.
static void add_company(Row *row, const KbContribution *c, const NodeKey *keys, size_t self, bool places, int sign)
{
    size_t chosen[COMPANY], count = 0, limit = places ? PLACES : COMPANY;
    for (size_t i = 0; i < c->entity_count; i++) {
        if (keys[i].id == keys[self].id || (keys[i].type == KB_PLACE) != places || keys[i].type == KB_OTHER) continue;
        size_t at = count < limit ? count++ : limit;
        for (; at > 0; at--) {
            size_t rival = chosen[at - 1], a = c->entities[i].mention_count, b = c->entities[rival].mention_count;
            if (a < b || (a == b && keys[i].id > keys[rival].id)) break;
            if (at < limit) chosen[at] = rival;
        }
        if (at < limit) chosen[at] = i;
    }
    for (size_t k = 0; k < count; k++) {
        feature(row, keys[self].id, places ? FEATURE_PLACE : FEATURE_COMPANY);
        kb_record_fixed64(&row->key, kb_hash_text(kb_text(keys[chosen[k]].signature)));
        row_add(row, sign);
    }
}

static bool is_short_form(const NodeKey *key, KbText alias)
{
    char folded[KB_NAME_KEY_SIZE];
    size_t length = key->type == KB_PLACE ? kb_fold_place(alias, folded) : kb_fold_organization(alias, folded);
    if (length == 0 || length >= strlen(key->signature)) return false;
    return kb_fold_is_acronym(alias) || !kb_fold_is_generic((KbText){folded, length});
}

static void add_alias(Row *row, uint64_t shorter, uint64_t shorter_key, AliasKind kind, const NodeKey *key, int sign)
{
    if (shorter == key->block) return;
    row_begin(row, STORE_ALIASES);
    kb_record_fixed64(&row->key, shorter_key);
    kb_record_byte(&row->key, (uint8_t)kind);
    kb_record_fixed64(&row->key, key->block);
    row_add(row, sign);
    kb_map_at(&row->delta->blocks, kb_key_of(&shorter));
}

uint64_t kb_node_bare_key(KbText folded)
{
    return kb_hash_bytes(folded.data, folded.length, 0x200);
}

// One word that people are called by and that is no common given name.
static void add_bare_name(Row *row, KbText word, AliasKind kind, const NodeKey *key, int sign)
{
    KbText sex;
    if (word.length < 3 || kb_tables_find(TABLE_GIVEN_NAMES, word, &sex)) return;
    add_alias(row, kb_node_block(KB_PERSON, word), kb_node_bare_key(word), kind, key, sign);
}

static void add_person_aliases(Row *row, const KbDocEntity *entity, const NodeKey *key, int sign)
{
    char folded[KB_NAME_KEY_SIZE];
    for (size_t i = 1; i < entity->name_count; i++) {
        KbText alias = {folded, kb_name_fold(entity->names[i].text, folded)};
        if (is_one_word(alias)) add_bare_name(row, alias, ALIAS_COMPATIBLE, key, sign);
    }
    PersonName name;
    kb_match_person(entity->names[0].text, &name);
    if (is_one_word(kb_text(name.given))) add_bare_name(row, kb_text(name.given), ALIAS_HEAD, key, sign);
}

// Words after which a name is complete without them: "Stanford (University)", "Hinode (Securities)".
static bool is_body_word(KbText word)
{
    static const char list[] =
        "university college institute securities group holdings lines airlines airways motors motor "
        "industries systems partners capital technology technologies pharmaceuticals therapeutics bank "
        "energy electric electronics telecom insurance steel foods shipping freight logistics";
    return kb_word_in(word, list);
}

static void add_heads(Row *row, const NodeKey *key, int sign)
{
    Words words = kb_words_of(kb_text(key->signature));
    for (size_t i = 1; i < words.count; i++) {
        KbText head = {key->signature, (size_t)(words.word[i].data - key->signature) - 1};
        bool complete = kb_word_is(words.word[i], "of") || (is_body_word(words.word[i]) && head.length >= 4);
        if (!complete || kb_fold_is_generic(head)) continue;
        uint64_t block = kb_node_block(KB_ORGANIZATION, head);
        add_alias(row, block, block, ALIAS_HEAD, key, sign);
    }
}

static void add_initials(Row *row, const NodeKey *key, int sign)
{
    char initials[KB_NAME_KEY_SIZE];
    for (int small = 0; small < 2; small++) {
        KbText text = {initials, kb_fold_initials(kb_text(key->signature), small, initials)};
        if (text.length < 2) continue;
        uint64_t block = kb_node_block(KB_ORGANIZATION, text);
        add_alias(row, block, block, ALIAS_INITIALS, key, sign);
    }
}

static void add_aliases(Row *row, const KbDocEntity *entity, const NodeKey *key, int sign)
{
    if (key->type == KB_PERSON) add_person_aliases(row, entity, key, sign);
    if (key->type != KB_ORGANIZATION && key->type != KB_PLACE) return;
    for (size_t i = 1; i < entity->name_count; i++) {
        KbText alias = entity->names[i].text;
        if (alias.length == 0 || !is_short_form(key, alias)) continue;
        bool agrees =
            key->type == KB_PLACE || kb_organization_names_match(alias, entity->names[0].text) != KB_NAMES_CONFLICT;
        uint64_t block = kb_node_block(key->type, alias);
        add_alias(row, block, block, agrees ? ALIAS_COMPATIBLE : ALIAS_ONLY, key, sign);
    }
    if (key->type != KB_ORGANIZATION) return;
    add_heads(row, key, sign);
    add_initials(row, key, sign);
}

static void add_edge(Row *row, uint64_t a, uint64_t b, int sign)
{
    if (a == b) return;
    for (int turn = 0; turn < 2; turn++) {
        row_begin(row, STORE_EDGES);
        kb_record_fixed64(&row->key, turn ? b : a);
        kb_record_fixed64(&row->key, turn ? a : b);
        row_add(row, sign);
    }
}

// Only what is said to be so links two entities.
static bool is_link(KbPolarity polarity, KbModality modality)
{
    return polarity == KB_POSITIVE && modality != KB_DENIED && modality != KB_HYPOTHETICAL;
}

static void add_role_feature(Row *row, const NodeKey *holder, KbRoleStatus status, KbText title, const NodeKey *at,
                             int sign)
{
    feature(row, holder->id, FEATURE_ROLE);
    kb_record_byte(&row->key, (uint8_t)status);
    kb_record_fixed64(&row->key, at ? at->id : 0);
    put_text(row, title, 200);
    kb_record_byte(&row->key, 0);
    if (at) put_text(row, kb_text(at->signature), 200);
    row_add(row, sign);
}

static void add_title_words(Row *row, const NodeKey *holder, KbText title, int sign)
{
    char folded[KB_NAME_KEY_SIZE];
    Words words = kb_words_of((KbText){folded, kb_name_fold(title, folded)});
    for (size_t i = 0; i < words.count; i++) {
        row_begin(row, STORE_TITLES);
        kb_record_fixed64(&row->key, kb_hash_text(words.word[i]));
        kb_record_fixed64(&row->key, holder->id);
        row_add(row, sign);
    }
}

static void add_role(Row *row, const KbRole *role, const NodeKey *keys, int sign)
{
    const NodeKey *holder = &keys[role->holder];
    int32_t at = held_at(role);
    bool said = is_link(role->polarity, role->modality);
    if (said) add_role_feature(row, holder, role->status, role->title, at >= 0 ? &keys[at] : NULL, sign);
    add_title_words(row, holder, role->title, sign);
    int32_t others[] = {role->organization, role->place, role->person};
    for (size_t i = 0; i < 3; i++)
        if (said && others[i] >= 0) add_edge(row, holder->id, keys[others[i]].id, sign);
}

static void add_relation(Row *row, const KbRelation *relation, const NodeKey *keys, int sign)
{
    if (relation->object < 0 || !is_link(relation->polarity, relation->modality)) return;
    const NodeKey *subject = &keys[relation->subject], *object = &keys[relation->object];
    add_edge(row, subject->id, object->id, sign);
    const char *name = kb_predicate(relation->predicate)->name;
    if (strcmp(name, "employed_by") == 0 || strcmp(name, "member_of") == 0)
        add_role_feature(row, subject, KB_UNKNOWN, (KbText){"", 0}, object, sign);
}

static void add_mention_row(Row *row, const NodeKey *key, uint64_t document, uint32_t index, int sign)
{
    row_begin(row, STORE_MENTIONS);
    kb_record_fixed64(&row->key, key->id);
    kb_record_fixed64(&row->key, document);
    kb_record_fixed32(&row->key, index);
    row_add(row, sign);
}

static void add_total(Row *row, Total total, int64_t change)
{
    row_begin(row, STORE_TOTALS);
    kb_record_byte(&row->key, (uint8_t)total);
    row_add(row, change);
}

static void add_entity(Row *row, const KbContribution *c, const NodeKey *keys, size_t i, int sign)
{
    kb_map_at(&row->delta->blocks, kb_key_of(&keys[i].block));
    kb_map_at(&row->delta->nodes, kb_key_of(&keys[i].id));
    add_identity(row, &keys[i], sign);
    add_names(row, &c->entities[i], &keys[i], c->published, sign);
    add_aliases(row, &c->entities[i], &keys[i], sign);
    if (keys[i].type == KB_PERSON) {
        add_company(row, c, keys, i, false, sign);
        add_company(row, c, keys, i, true, sign);
    }
    add_mention_row(row, &keys[i], kb_document_key(c->id), (uint32_t)i, sign);
    add_total(row, TOTAL_MENTIONS, sign * (int64_t)c->entities[i].mention_count);
}

void kb_delta_add(Delta *delta, const KbContribution *c, const NodeKey *keys, int sign)
{
    Row row = {.delta = delta};
    for (size_t i = 0; i < c->entity_count; i++)
        add_entity(&row, c, keys, i, sign);
    for (size_t i = 0; i < c->role_count; i++)
        add_role(&row, &c->roles[i], keys, sign);
    for (size_t i = 0; i < c->relation_count; i++)
        add_relation(&row, &c->relations[i], keys, sign);
    add_total(&row, TOTAL_DOCUMENTS, sign);
    add_total(&row, TOTAL_ROLES, sign * (int64_t)c->role_count);
    add_total(&row, TOTAL_LINKS, sign * (int64_t)c->relation_count);
    kb_bytes_free(&row.key);
}

void kb_delta_clear(Delta *delta)
{
    kb_map_clear(&delta->sums);
    kb_map_clear(&delta->blocks);
    kb_map_clear(&delta->nodes);
}

// ---------------------------------------------------------------------------------------------- apply

static KbStatus apply_sum(StoreTxn *txn, StoreTable table, KbText key, int64_t change, KbError *error)
{
    KbText value;
    int64_t count = 0;
    KbStatus status = kb_store_get(txn, table, key, &value, error);
    if (status && status != KB_NOT_FOUND) return status;
    if (!status) {
        Cursor in = kb_cursor_of(value);
        count = (int64_t)kb_cursor_number(&in);
    }
    count += change;
    // A row stays while it counts something; mentions of silent places are zero and leave no row.
    if (count <= 0) return kb_store_delete(txn, table, key, error);
    Bytes bytes = {0};
    kb_record_number(&bytes, (uint64_t)count);
    status = kb_store_put(txn, table, key, kb_bytes_text(&bytes), error);
    kb_bytes_free(&bytes);
    return status;
}

KbStatus kb_delta_apply(Delta *delta, StoreTxn *txn, KbError *error)
{
    kb_map_sort(&delta->sums);
    for (size_t i = 0; i < delta->sums.count; i++) {
        const MapEntry *entry = &delta->sums.entries[i];
        if (entry->count == 0) continue;
        KbText key = {entry->key.data + 1, entry->key.length - 1};
        KB_TRY(apply_sum(txn, (StoreTable)entry->key.data[0], key, entry->count, error));
    }
    return KB_OK;
}
