// Fuzzes the decoder of entity records and the name functions: no read past the end, and what it takes it writes again.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/entity.h"
#include "kb/match.h"
#include "kb/title.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fuzz_entity(KbText input)
{
    Pool pool = {0};
    EntityRecord record;
    if (kb_entity_decode(input, &pool, &record)) {
        Bytes first = {0}, second = {0};
        Map rows = {0};
        kb_entity_encode(&record, &first);
        if (!kb_entity_decode(kb_bytes_text(&first), &pool, &record)) abort();
        kb_entity_encode(&record, &second);
        if (!kb_text_equal(kb_bytes_text(&first), kb_bytes_text(&second))) abort();
        kb_entity_names(1, &record, &pool, &rows);
        kb_map_clear(&rows);
        kb_bytes_free(&first);
        kb_bytes_free(&second);
    }
    kb_pool_clear(&pool);
}

// Keys never outgrow their buffer, folding twice is folding once unless it cut, and parts lie in the name.
static void fuzz_name(KbText input)
{
    char once[KB_NAME_KEY_SIZE], twice[KB_NAME_KEY_SIZE];
    KbText fold = {once, kb_name_fold(input, once)};
    if (fold.length >= KB_NAME_KEY_SIZE || fold.length != strlen(once)) abort();
    KbText again = {twice, kb_name_fold(fold, twice)};
    if (fold.length < KB_NAME_KEY_SIZE - 20 && !kb_text_equal(fold, again)) abort();
    kb_fold_organization(input, twice);
    kb_fold_place(input, twice);
    kb_title_fold(input, twice);
    Words words = kb_words_of(fold);
    for (size_t i = 0; i < words.count; i++)
        kb_fold_sound_key(words.word[i], twice);
    KbNameParts parts;
    kb_name_parts(input, &parts);
    if (parts.family.length &&
        (parts.family.data < input.data || parts.family.data + parts.family.length > input.data + input.length))
        abort();
    size_t half = input.length / 2;
    KbText a = {input.data, half}, b = {input.data + half, input.length - half};
    if (kb_person_names_match(a, b) != kb_person_names_match(b, a)) abort();
    if (kb_organization_names_match(a, b) != kb_organization_names_match(b, a)) abort();
    kb_name_gender(input);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    KbText input = {(const char *)data, size};
    fuzz_entity(input);
    if (size < 4096) fuzz_name(input);
    return 0;
}
