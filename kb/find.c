// Finding entities by what people type: exact names, short forms, other spellings; suggestions and completion.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/error.h"
#include "kb/match.h"
#include "kb/reader.h"
#include "kb/record.h"

enum {
    SCORE_LETTER = 1000,   // a full name to the letter
    SCORE_FOLDED = 990,    // but for case, diacritics, punctuation
    SCORE_CANONICAL = 950, // another form of a full name
    SCORE_VARIANT = 850,   // another spelling
    SCORE_SHORT = 700,     // a short form that documents use
    SCORE_DERIVED = 600,   // a short form nobody printed
    MOST_ROWS = 4000,      // looked at for one key
    MOST_FOUND = 200,
    MOST_NAMES = 2000000, // compared for suggestions
    MOST_SUGGESTED = 5
};

typedef struct Finding {
    KbReader *reader;
    KbText name;      // as typed
    KbText core;      // without titles
    KbText fold;      // of core
    PersonName typed; // parts of core
    unsigned types;
    Map scores; // entity -> best score
    KbError *error;
} Finding;

static void note(Finding *finding, uint64_t entity, int64_t score)
{
    MapEntry *entry = kb_map_at(&finding->scores, kb_key_of(&entity));
    if (score > entry->count) entry->count = score;
}

// ---------------------------------------------------------------------------------------------- rows

typedef struct Row {
    uint64_t entity;
    KbText printed;
    uint64_t mentions;
} Row;

static bool read_row(KbText key, KbText value, Row *row)
{
    if (key.length < 10) return false;
    Cursor id = kb_cursor_of((KbText){key.data + key.length - 8, 8}), in = kb_cursor_of(value);
    row->entity = kb_cursor_fixed64(&id);
    row->mentions = kb_cursor_number(&in);
    row->printed = kb_cursor_text(&in);
    return kb_cursor_done(&in);
}

typedef KbStatus (*RowVisit)(Finding *finding, const Row *row);

// Every row of this kind under exactly this key.
static KbStatus each_row(Finding *finding, NameRow kind, KbText name, RowVisit visit)
{
    if (name.length == 0) return KB_OK;
    Bytes prefix = {0};
    kb_record_byte(&prefix, (uint8_t)kind);
    kb_bytes_put(&prefix, name.data, name.length);
    kb_record_byte(&prefix, 0);
    StoreScan scan;
    KbText key, value;
    KbStatus status = kb_store_scan(finding->reader->txn, STORE_NAMES, kb_bytes_text(&prefix), &scan, finding->error);
    for (size_t i = 0; !status && i < MOST_ROWS; i++) {
        Row row;
        status = kb_store_next(&scan, &key, &value, finding->error);
        if (!status && read_row(key, value, &row)) status = visit(finding, &row);
    }
    kb_store_scan_end(&scan);
    kb_bytes_free(&prefix);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

// ---------------------------------------------------------------------------------------------- scores

// A family name or an acronym is short, however it is printed.
static bool is_full(const EntityRecord *record, KbText printed)
{
    if (record->type != KB_PERSON) return kb_text_equal(printed, record->name) || !kb_fold_is_acronym(printed);
    PersonName name;
    kb_match_person(printed, &name);
    return name.given[0] != '\0';
}

static KbStatus visit_full(Finding *finding, const Row *row)
{
    const EntityRecord *record;
    KB_TRY(kb_reader_record(finding->reader, row->entity, &record, finding->error));
    bool letter = kb_text_equal(row->printed, finding->name) || kb_text_equal(row->printed, finding->core);
    bool full = is_full(record, row->printed);
    note(finding, row->entity, full ? letter ? SCORE_LETTER : SCORE_FOLDED : SCORE_SHORT + letter);
    return KB_OK;
}

static KbStatus visit_short(Finding *finding, const Row *row)
{
    note(finding, row->entity, SCORE_DERIVED);
    return KB_OK;
}

static KbStatus visit_canonical(Finding *finding, const Row *row)
{
    const EntityRecord *record;
    KB_TRY(kb_reader_record(finding->reader, row->entity, &record, finding->error));
    if (record->type != KB_PERSON) note(finding, row->entity, SCORE_CANONICAL);
    return KB_OK;
}

// People whose family name sounds like the one typed.
static KbStatus visit_sound(Finding *finding, const Row *row)
{
    const EntityRecord *record;
    KB_TRY(kb_reader_record(finding->reader, row->entity, &record, finding->error));
    if (record->type != KB_PERSON) return KB_OK;
    PersonName own;
    kb_match_person(record->name, &own);
    bool full = finding->typed.given[0] != '\0';
    switch (kb_match_persons(&finding->typed, &own)) {
    case KB_NAMES_SAME: note(finding, row->entity, full ? SCORE_CANONICAL : SCORE_SHORT - 1); break;
    case KB_NAMES_VARIANT: note(finding, row->entity, full ? SCORE_VARIANT : SCORE_DERIVED + 1); break;
    case KB_NAMES_SHORT: note(finding, row->entity, full ? SCORE_DERIVED : SCORE_SHORT - 1); break;
    default: break;
    }
    return KB_OK;
}

static KbStatus look_everywhere(Finding *finding)
{
    char buffer[KB_NAME_KEY_SIZE], sound[KB_NAME_KEY_SIZE], whole[KB_NAME_KEY_SIZE];
    KB_TRY(each_row(finding, NAME_FULL, finding->fold, visit_full));
    KbText typed = {whole, kb_name_fold(finding->name, whole)}; // "The Times", "Major League": no title after all
    if (!kb_text_equal(typed, finding->fold)) KB_TRY(each_row(finding, NAME_FULL, typed, visit_full));
    KB_TRY(each_row(finding, NAME_SHORT, finding->fold, visit_short));
    KB_TRY(
        each_row(finding, NAME_SOUND, (KbText){buffer, kb_fold_organization(finding->name, buffer)}, visit_canonical));
    KB_TRY(each_row(finding, NAME_SHORT, (KbText){buffer, kb_fold_organization(finding->name, buffer)}, visit_short));
    KB_TRY(each_row(finding, NAME_SOUND, (KbText){buffer, kb_fold_place(finding->name, buffer)}, visit_canonical));
    kb_match_person(finding->core, &finding->typed);
    KbText family = kb_match_block_word(&finding->typed);
    return each_row(finding, NAME_SOUND, (KbText){sound, kb_fold_sound_key(family, sound)}, visit_sound);
}

// ---------------------------------------------------------------------------------------------- results

static int compare_candidates(const void *a, const void *b)
{
    const KbCandidate *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
    return strcmp(x->entity.id.text, y->entity.id.text);
}

KbStatus kb_reader_detail(KbReader *reader, const EntityRecord *record, KbText *detail, KbError *error)
{
    *detail = record->title;
    if (record->title.length == 0 || record->at == 0) return KB_OK;
    uint64_t at;
    const EntityRecord *held;
    KbStatus status = kb_reader_home(reader, record->at, &at, error);
    if (status) return status == KB_NOT_FOUND ? KB_OK : status;
    KB_TRY(kb_reader_record(reader, at, &held, error));
    Bytes text = {0};
    kb_bytes_put(&text, record->title.data, record->title.length);
    kb_bytes_put(&text, ", ", 2);
    kb_bytes_put(&text, held->name.data, held->name.length);
    *detail = kb_pool_copy(&reader->pool, kb_bytes_text(&text));
    kb_bytes_free(&text);
    return KB_OK;
}

static KbStatus make_candidate(KbReader *reader, uint64_t id, int64_t score, KbCandidate *out, KbError *error)
{
    const EntityRecord *record;
    KB_TRY(kb_reader_record(reader, id, &record, error));
    *out = (KbCandidate){.score = (uint16_t)score, .mentions = record->mentions, .detail = {"", 0}};
    return kb_reader_ref(reader, id, &out->entity, error);
}

static KbStatus list_found(KbReader *reader, const Map *scores, unsigned types, size_t limit, const KbCandidate **found,
                           size_t *count, KbError *error)
{
    KbCandidate *list = kb_memory_alloc(scores->count, sizeof *list);
    KbStatus status = KB_OK;
    *count = 0;
    for (size_t i = 0; i < scores->count && !status; i++) {
        uint64_t id;
        memcpy(&id, scores->entries[i].key.data, sizeof id);
        status = make_candidate(reader, id, scores->entries[i].count, &list[*count], error);
        if (!status && (types == 0 || types & 1u << list[*count].entity.type)) (*count)++;
    }
    if (*count) qsort(list, *count, sizeof *list, compare_candidates);
    if (*count > limit) *count = limit;
    KbCandidate *kept = kb_pool_alloc(&reader->pool, *count, sizeof *kept);
    if (*count) memcpy(kept, list, *count * sizeof *kept);
    free(list);
    for (size_t i = 0; i < *count && !status; i++) {
        uint64_t id;
        const EntityRecord *record;
        status = kb_reader_find(reader, kb_text(kept[i].entity.id.text), &id, &record, error);
        if (!status) status = kb_reader_detail(reader, record, &kept[i].detail, error);
    }
    *found = kept;
    return status ? status : *count ? KB_OK : KB_NOT_FOUND;
}

// "Gen. Joseph Dunford" without "Gen."; a name that is all title stays.
static KbText without_titles(KbText name)
{
    KbNameParts parts;
    kb_name_parts(name, &parts);
    if (parts.prefix.length == 0 || parts.family.length == 0) return name;
    const char *rest = parts.prefix.data + parts.prefix.length;
    while (rest < name.data + name.length && (*rest == ' ' || *rest == '\t'))
        rest++;
    return (KbText){rest, (size_t)(name.data + name.length - rest)};
}

KbStatus kb_find(KbReader *reader, KbText name, unsigned types, const KbCandidate **found, size_t *count,
                 KbError *error)
{
    char folded[KB_NAME_KEY_SIZE];
    Finding finding = {.reader = reader, .name = name, .core = without_titles(name), .types = types, .error = error};
    finding.fold = (KbText){folded, kb_name_fold(finding.core, folded)};
    *found = NULL;
    *count = 0;
    KbStatus status = look_everywhere(&finding);
    if (!status) status = list_found(reader, &finding.scores, types, MOST_FOUND, found, count, error);
    kb_map_clear(&finding.scores);
    return status;
}

// ---------------------------------------------------------------------------------------------- suggestions

// Which letters a text has, a bit each: one edit changes at most two of them, so that most names need no comparing.
static uint32_t letters_of(KbText text)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < text.length; i++)
        letters |= 1u << ((unsigned char)text.data[i] & 31);
    return letters;
}

static unsigned edits_within(KbText a, KbText b, unsigned limit)
{
    size_t gap = a.length > b.length ? a.length - b.length : b.length - a.length;
    if (gap > limit) return limit + 1;
    if ((unsigned)__builtin_popcount(letters_of(a) ^ letters_of(b)) > 2 * limit) return limit + 1;
    return kb_fold_edits(a, b, limit);
}

static KbText last_word(KbText folded)
{
    size_t start = folded.length;
    while (start > 0 && folded.data[start - 1] != ' ')
        start--;
    return (KbText){folded.data + start, folded.length - start};
}

static bool sound_alike(KbText a, KbText b)
{
    char x[KB_NAME_KEY_SIZE], y[KB_NAME_KEY_SIZE];
    if (a.data[0] != b.data[0] || a.length < 5 || b.length + 3 < a.length || a.length + 3 < b.length) return false;
    return kb_text_equal((KbText){x, kb_fold_sound_key(a, x)}, (KbText){y, kb_fold_sound_key(b, y)});
}

// How near two folded names are, in thousandths; 0: not near. The family names may be near where the whole is not.
static int64_t nearness(KbText typed, KbText name)
{
    if (typed.length == 0 || name.length == 0) return 0;
    size_t longer = typed.length > name.length ? typed.length : name.length;
    unsigned limit = longer < 4 ? 0 : longer < 7 ? 1 : longer < 12 ? 2 : 3;
    unsigned edits = edits_within(typed, name, limit);
    if (edits <= limit) return 500 - 100 * (int64_t)edits;
    KbText x = last_word(typed), y = last_word(name);
    bool both_full = x.length < typed.length && y.length < name.length;
    if (both_full && typed.data[0] != name.data[0]) return 0;
    limit = x.length < 5 ? 0 : x.length < 8 ? 1 : 2;
    edits = edits_within(x, y, limit);
    if (edits <= limit) return 200 - 50 * (int64_t)edits;
    return sound_alike(x, y) ? 60 : 0;
}

KbStatus kb_suggest(KbReader *reader, KbText name, const KbCandidate **found, size_t *count, KbError *error)
{
    char folded[KB_NAME_KEY_SIZE];
    KbText core = without_titles(name), typed = {folded, kb_name_fold(core, folded)}, key, value;
    Map scores = {0};
    StoreScan scan;
    char kind = NAME_FULL;
    *found = NULL;
    *count = 0;
    if (typed.length == 0) return KB_NOT_FOUND;
    KbStatus status = kb_store_scan(reader->txn, STORE_NAMES, (KbText){&kind, 1}, &scan, error);
    for (size_t i = 0; i < MOST_NAMES && !status && !(status = kb_store_next(&scan, &key, &value, error)); i++) {
        int64_t score = nearness(typed, (KbText){key.data + 1, key.length - 10});
        Row row;
        if (score == 0 || !read_row(key, value, &row)) continue;
        MapEntry *entry = kb_map_at(&scores, kb_key_of(&row.entity));
        if (score > entry->count) entry->count = score;
    }
    kb_store_scan_end(&scan);
    if (status == KB_NOT_FOUND) status = KB_OK;
    if (!status) status = list_found(reader, &scores, 0, MOST_SUGGESTED, found, count, error);
    kb_map_clear(&scores);
    return status;
}

// ---------------------------------------------------------------------------------------------- completion

KbStatus kb_complete(KbReader *reader, KbText prefix, size_t limit, const KbText **names, size_t *count, KbError *error)
{
    char folded[KB_NAME_KEY_SIZE];
    size_t length = kb_name_fold(prefix, folded);
    bool ends_in_space = prefix.length && prefix.data[prefix.length - 1] == ' ' && length > 0;
    Bytes start = {0};
    kb_record_byte(&start, NAME_FULL);
    kb_bytes_put(&start, folded, length);
    if (ends_in_space) kb_record_byte(&start, ' ');
    Map seen = {0};
    StoreScan scan;
    KbText key, value;
    KbStatus status = kb_store_scan(reader->txn, STORE_NAMES, kb_bytes_text(&start), &scan, error);
    while (!status && seen.count < limit && !(status = kb_store_next(&scan, &key, &value, error))) {
        Row row;
        if (read_row(key, value, &row)) kb_map_at(&seen, row.printed);
    }
    kb_store_scan_end(&scan);
    kb_bytes_free(&start);
    KbText *list = kb_pool_alloc(&reader->pool, seen.count, sizeof *list);
    for (size_t i = 0; i < seen.count; i++)
        list[i] = kb_pool_copy(&reader->pool, seen.entries[i].key);
    *names = list;
    *count = seen.count;
    kb_map_clear(&seen);
    if (status == KB_NOT_FOUND) status = KB_OK;
    return status ? status : *count ? KB_OK : KB_NOT_FOUND;
}
