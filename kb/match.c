// Telling which names can be one.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "kb/match.h"
#include "kb/tables.h"

// ---------------------------------------------------------------------------------------------- persons

// Copies whole words only, as many as fit.
static void keep(char *out, size_t room, KbText text)
{
    size_t length = text.length < room ? text.length : room - 1;
    memcpy(out, text.data, length);
    out[length] = '\0';
}

static void keep_fold(char *out, size_t room, KbText part)
{
    char folded[KB_NAME_KEY_SIZE];
    keep(out, room, (KbText){folded, kb_name_fold(part, folded)});
}

KbText kb_match_block_word(const PersonName *name)
{
    KbText family = kb_text(name->family);
    const char *space = strrchr(name->family, ' ');
    return space ? kb_text(space + 1) : family;
}

// Jr., II and the like tell father from son; degrees and offices do not.
static int generation(const char *suffix)
{
    static const char *const names[] = {"sr", "senior", "jr", "junior", "ii", "iii", "iv", "v"};
    static const int ranks[] = {1, 1, 2, 2, 2, 3, 4, 5};
    Words words = kb_words_of(kb_text(suffix));
    for (size_t i = 0; i < words.count; i++)
        for (size_t j = 0; j < sizeof ranks / sizeof *ranks; j++)
            if (kb_word_is(words.word[i], names[j])) return ranks[j];
    return 0;
}

static uint32_t letter(const char *text)
{
    return *text ? 1u << ((unsigned char)*text & 31) : 0;
}

// Whatever match_given accepts shares one of these: first letters of the name, its sound, its formal names, the middle.
static uint32_t shared_letters(const PersonName *name)
{
    if (!name->given[0]) return UINT32_MAX;
    uint32_t letters = letter(name->given) | letter(name->given_sound) | letter(name->middle);
    Words formals = kb_words_of(name->formals);
    for (size_t i = 0; i < formals.count; i++)
        letters |= letter(formals.word[i].data);
    return letters;
}

void kb_match_person(KbText name, PersonName *out)
{
    KbNameParts parts;
    kb_name_parts(name, &parts);
    keep_fold(out->given, sizeof out->given, parts.given);
    keep_fold(out->middle, sizeof out->middle, parts.middle);
    keep_fold(out->family, sizeof out->family, parts.family);
    keep_fold(out->suffix, sizeof out->suffix, parts.suffix);
    char sound[KB_NAME_KEY_SIZE];
    keep(out->family_sound, sizeof out->family_sound,
         (KbText){sound, kb_fold_skeleton(kb_match_block_word(out), sound)});
    keep(out->given_sound, sizeof out->given_sound, (KbText){sound, kb_fold_skeleton(kb_text(out->given), sound)});
    out->formals = (KbText){"", 0};
    if (out->given[0]) kb_tables_find(TABLE_NICKNAMES, kb_text(out->given), &out->formals);
    out->generation = generation(out->suffix);
    out->letters = shared_letters(out);
}

static bool has_word(KbText list, KbText word)
{
    Words words = kb_words_of(list);
    for (size_t i = 0; i < words.count; i++)
        if (kb_text_equal(words.word[i], word)) return true;
    return false;
}

// One is a nickname of the other, or both are of a third.
static bool are_nicknames(const PersonName *a, const PersonName *b)
{
    if (a->formals.length == 0 && b->formals.length == 0) return false;
    if (has_word(a->formals, kb_text(b->given)) || has_word(b->formals, kb_text(a->given))) return true;
    Words x = kb_words_of(a->formals);
    for (size_t i = 0; i < x.count; i++)
        if (has_word(b->formals, x.word[i])) return true;
    return false;
}

static unsigned typo_limit(size_t length)
{
    return length >= 9 ? 2 : length >= 6 ? 1 : 0;
}

static bool is_typo(KbText a, KbText b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    unsigned limit = typo_limit(shorter);
    return limit > 0 && a.data[0] == b.data[0] && kb_fold_edits(a, b, limit) <= limit;
}

// Initials "j" or "jf" against "joseph" ("francis").
static bool is_initial_of(KbText initials, KbText full)
{
    return initials.length <= 2 && full.length > initials.length && initials.data[0] == full.data[0];
}

// "Tanya" for "Tanyaradzwa"; "Paul" and "Paula" are two.
static bool is_clipped(KbText a, KbText b)
{
    KbText shorter = a.length < b.length ? a : b, longer = a.length < b.length ? b : a;
    return shorter.length >= 4 && longer.length >= shorter.length + 3 &&
           memcmp(shorter.data, longer.data, shorter.length) == 0 && !memchr(longer.data, ' ', longer.length);
}

// Given and middle names in one: "Mary-Jane", "Mary Jane"; "Ki-moon", "Kimoon".
static void write_joined(const PersonName *name, char out[112])
{
    size_t length = 0;
    for (const char *at = name->given; *at; at++)
        if (*at != ' ') out[length++] = *at;
    for (const char *at = name->middle; *at; at++)
        if (*at != ' ') out[length++] = *at;
    out[length] = '\0';
}

static bool are_joined_alike(const PersonName *a, const PersonName *b)
{
    char x[112], y[112];
    write_joined(a, x);
    write_joined(b, y);
    return strcmp(x, y) == 0;
}

static KbNameMatch match_given(const PersonName *a, const PersonName *b)
{
    KbText x = kb_text(a->given), y = kb_text(b->given);
    if (kb_text_equal(x, y)) return KB_NAMES_SAME;
    if (is_initial_of(x, y) || is_initial_of(y, x)) return KB_NAMES_VARIANT;
    if (are_nicknames(a, b) || is_clipped(x, y)) return KB_NAMES_VARIANT;
    if (strcmp(a->given_sound, b->given_sound) == 0 || is_typo(x, y)) return KB_NAMES_VARIANT;
    // "Willard Mitt" and "Mitt": the name one goes by is the other's middle name.
    if (kb_text_equal(x, kb_text(b->middle)) || kb_text_equal(y, kb_text(a->middle))) return KB_NAMES_VARIANT;
    return KB_NAMES_CONFLICT;
}

static bool middles_conflict(const PersonName *a, const PersonName *b)
{
    if (!a->middle[0] || !b->middle[0]) return false;
    return a->middle[0] != b->middle[0] && !strstr(a->middle, b->middle) && !strstr(b->middle, a->middle);
}

static KbNameMatch match_family(const PersonName *a, const PersonName *b)
{
    if (strcmp(a->family, b->family) == 0) return KB_NAMES_SAME;
    KbText x = kb_match_block_word(a), y = kb_match_block_word(b);
    if (kb_text_equal(x, y)) return KB_NAMES_VARIANT; // particles differ: "al-Assad", "Assad"
    if (strcmp(a->family_sound, b->family_sound) == 0 || is_typo(x, y)) return KB_NAMES_VARIANT;
    return KB_NAMES_CONFLICT;
}

KbNameMatch kb_match_persons(const PersonName *a, const PersonName *b)
{
    int x = a->generation, y = b->generation;
    if (x && y && x != y) return KB_NAMES_CONFLICT;
    KbNameMatch family = match_family(a, b);
    bool bare_a = !a->given[0], bare_b = !b->given[0];
    if (family == KB_NAMES_CONFLICT) {
        bool given_alone = (bare_a && strcmp(a->family, b->given) == 0) || (bare_b && strcmp(b->family, a->given) == 0);
        return given_alone ? KB_NAMES_SHORT : KB_NAMES_CONFLICT;
    }
    if (bare_a && bare_b) return family;
    if (bare_a || bare_b) return KB_NAMES_SHORT;
    if (!(a->letters & b->letters)) return KB_NAMES_CONFLICT;
    if (are_joined_alike(a, b) && strcmp(a->given, b->given) != 0) return KB_NAMES_VARIANT;
    KbNameMatch given = match_given(a, b);
    if (given == KB_NAMES_CONFLICT || middles_conflict(a, b)) return KB_NAMES_CONFLICT;
    bool same = family == KB_NAMES_SAME && given == KB_NAMES_SAME && strcmp(a->middle, b->middle) == 0 && x == y;
    return same ? KB_NAMES_SAME : KB_NAMES_VARIANT;
}

KbNameMatch kb_person_names_match(KbText a, KbText b)
{
    PersonName x, y;
    kb_match_person(a, &x);
    kb_match_person(b, &y);
    return kb_match_persons(&x, &y);
}

// ---------------------------------------------------------------------------------------------- organizations

// The words of the shorter name begin or end the longer: "joint chiefs" of "joint chiefs of staff".
static bool is_part(KbText shorter, KbText longer)
{
    if (shorter.length == 0 || shorter.length + 1 >= longer.length) return false;
    const char *tail = longer.data + longer.length - shorter.length;
    bool head = memcmp(longer.data, shorter.data, shorter.length) == 0 && longer.data[shorter.length] == ' ';
    return head || (memcmp(tail, shorter.data, shorter.length) == 0 && tail[-1] == ' ');
}

static bool is_acronym_of(KbText acronym, KbText folded)
{
    char initials[KB_NAME_KEY_SIZE];
    for (int small = 0; small < 2; small++) {
        KbText made = {initials, kb_fold_initials(folded, small, initials)};
        if (made.length && kb_text_equal(acronym, made)) return true;
    }
    return false;
}

KbNameMatch kb_organization_names_match(KbText a, KbText b)
{
    char folded_a[KB_NAME_KEY_SIZE], folded_b[KB_NAME_KEY_SIZE];
    KbText x = {folded_a, kb_name_fold(a, folded_a)}, y = {folded_b, kb_name_fold(b, folded_b)};
    if (kb_text_equal(x, y)) return KB_NAMES_SAME;
    if (is_acronym_of(x, y) || is_acronym_of(y, x)) return KB_NAMES_SHORT;
    x.length = kb_fold_organization(a, folded_a);
    y.length = kb_fold_organization(b, folded_b);
    if (kb_text_equal(x, y)) return KB_NAMES_VARIANT;
    if (is_acronym_of(x, y) || is_acronym_of(y, x)) return KB_NAMES_SHORT;
    if (is_part(x, y) || is_part(y, x)) return KB_NAMES_SHORT;
    if (x.length >= 9 && y.length >= 9 && x.data[0] == y.data[0] && kb_fold_edits(x, y, 1) <= 1)
        return KB_NAMES_VARIANT;
    return KB_NAMES_CONFLICT;
}

KbNameMatch kb_place_names_match(KbText a, KbText b)
{
    char folded_a[KB_NAME_KEY_SIZE], folded_b[KB_NAME_KEY_SIZE];
    KbText x = {folded_a, kb_name_fold(a, folded_a)}, y = {folded_b, kb_name_fold(b, folded_b)};
    if (kb_text_equal(x, y)) return KB_NAMES_SAME;
    x.length = kb_fold_place(a, folded_a);
    y.length = kb_fold_place(b, folded_b);
    return kb_text_equal(x, y) ? KB_NAMES_VARIANT : KB_NAMES_CONFLICT;
}
