// Roles by the words of their title.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/error.h"
#include "kb/fold.h"
#include "kb/reader.h"
#include "kb/record.h"
#include "kb/title.h"

enum { MOST_HOLDERS = 20000 };

// All words of `wanted` are in the title, as said or in its common form.
static bool title_has(KbText title, const Words *wanted, KbText wanted_key)
{
    char folded[KB_NAME_KEY_SIZE], key[KB_NAME_KEY_SIZE];
    Words said = kb_words_of((KbText){folded, kb_name_fold(title, folded)});
    Words common = kb_words_of((KbText){key, kb_title_fold(title, key)}), wanted_common = kb_words_of(wanted_key);
    size_t as_said = 0, in_common = 0;
    for (size_t i = 0; i < wanted->count; i++)
        for (size_t j = 0; j < said.count; j++)
            if (kb_text_equal(wanted->word[i], said.word[j])) {
                as_said++;
                break;
            }
    for (size_t i = 0; i < wanted_common.count; i++)
        for (size_t j = 0; j < common.count; j++)
            if (kb_text_equal(wanted_common.word[i], common.word[j])) {
                in_common++;
                break;
            }
    return as_said == wanted->count || (wanted_common.count && in_common == wanted_common.count);
}

typedef struct Titled {
    KbReader *reader;
    const Words *wanted;
    KbText key; // title_fold of what is wanted
    KbHeldRole *roles;
    size_t count, room;
    KbError *error;
} Titled;

static void keep_matching(Titled *titled, const KbHeldRole *roles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (title_has(roles[i].title, titled->wanted, titled->key))
            MEMORY_PUSH(titled->roles, titled->count, titled->room, roles[i]);
}

// People with a role whose title has the word: their entities, each once.
static KbStatus add_holders(Titled *titled, KbText word, Map *holders)
{
    Bytes prefix = {0};
    StoreScan scan;
    KbText key, value;
    kb_record_fixed64(&prefix, kb_hash_text(word));
    KbStatus status = kb_store_scan(titled->reader->txn, STORE_TITLES, kb_bytes_text(&prefix), &scan, titled->error);
    while (!status && holders->count < MOST_HOLDERS && !(status = kb_store_next(&scan, &key, &value, titled->error))) {
        uint64_t entity;
        Cursor in = kb_cursor_of((KbText){key.data + 8, key.length - 8});
        status = kb_reader_home(titled->reader, kb_cursor_fixed64(&in), &entity, titled->error);
        if (!status) kb_map_at(holders, kb_key_of(&entity));
    }
    kb_store_scan_end(&scan);
    kb_bytes_free(&prefix);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbText longest(const Words *words)
{
    KbText best = {"", 0};
    for (size_t i = 0; i < words->count; i++)
        if (words->word[i].length > best.length) best = words->word[i];
    return best;
}

static KbStatus search_everyone(Titled *titled)
{
    Map holders = {0};
    Words common = kb_words_of(titled->key);
    KbStatus status = add_holders(titled, longest(titled->wanted), &holders);
    if (!status) status = add_holders(titled, longest(&common), &holders);
    kb_map_sort(&holders);
    for (size_t i = 0; i < holders.count && !status; i++) {
        uint64_t id;
        KbRef ref;
        const KbEntity *entity;
        memcpy(&id, holders.entries[i].key.data, sizeof id);
        status = kb_reader_ref(titled->reader, id, &ref, titled->error);
        if (!status) status = kb_entity_get(titled->reader, kb_text(ref.id.text), &entity, titled->error);
        if (!status) keep_matching(titled, entity->roles, entity->role_count);
    }
    kb_map_clear(&holders);
    return status;
}

static int compare_held(const void *a, const void *b)
{
    const KbHeldRole *x = a, *y = b;
    int order = kb_date_compare(y->last_reported, x->last_reported);
    if (order == 0) order = (int)x->status - (int)y->status;
    if (order == 0) order = strcmp(x->holder.id.text, y->holder.id.text);
    if (order == 0) order = kb_text_compare(x->title, y->title);
    if (order == 0) order = strcmp(x->organization.id.text, y->organization.id.text);
    if (order == 0) order = strcmp(x->place.id.text, y->place.id.text);
    if (order == 0) order = strcmp(x->person.id.text, y->person.id.text);
    if (order == 0) order = strcmp(x->attributed_to.id.text, y->attributed_to.id.text);
    if (order == 0) order = (int)x->polarity - (int)y->polarity;
    return order ? order : (int)x->modality - (int)y->modality;
}

KbStatus kb_roles_titled(KbReader *reader, KbText title, KbText at, const KbHeldRole **roles, size_t *count,
                         KbError *error)
{
    char folded[KB_NAME_KEY_SIZE], key[KB_NAME_KEY_SIZE];
    Words wanted = kb_words_of((KbText){folded, kb_name_fold(title, folded)});
    Titled titled = {.reader = reader, .wanted = &wanted, .key = {key, kb_title_fold(title, key)}, .error = error};
    KbStatus status = KB_OK;
    const KbEntity *entity;
    *roles = NULL;
    *count = 0;
    if (at.length == 0) {
        if (wanted.count) status = search_everyone(&titled);
    } else {
        status = kb_entity_get(reader, at, &entity, error);
        if (!status) keep_matching(&titled, entity->posts, entity->post_count);
    }
    if (titled.count) qsort(titled.roles, titled.count, sizeof *titled.roles, compare_held);
    KbHeldRole *kept = kb_pool_alloc(&reader->pool, titled.count, sizeof *kept);
    if (titled.count) memcpy(kept, titled.roles, titled.count * sizeof *kept);
    free(titled.roles);
    *roles = kept;
    *count = titled.count;
    return status ? status : *count ? KB_OK : KB_NOT_FOUND;
}
