// Folding of names to keys.
// SPDX-License-Identifier: MIT
#include <string.h>
#include <utf8proc.h>

#include "kb/fold.h"
#include "kb/memory.h"
#include "kb/tables.h"

// ---------------------------------------------------------------------------------------------- letters

typedef struct Output {
    char *data; // [KB_NAME_KEY_SIZE]
    size_t length;
    bool space; // a separator is due before the next letter
    bool cut;
} Output;

enum { KEY_LIMIT = KB_NAME_KEY_SIZE - 20 }; // room for a hash after a cut

static void emit(Output *out, const char *bytes, size_t length)
{
    if (out->cut) return;
    bool space = out->space && out->length > 0;
    if (out->length + length + space > KEY_LIMIT) {
        out->cut = true;
        return;
    }
    if (space) out->data[out->length++] = ' ';
    memcpy(out->data + out->length, bytes, length);
    out->length += length;
    out->space = false;
}

// Latin letters that have no decomposition but a common plain spelling.
static const char *plain_letter(utf8proc_int32_t c)
{
    static const struct {
        utf8proc_int32_t letter;
        const char *plain;
    } table[] = {{0x00df, "ss"}, {0x00e6, "ae"}, {0x00f0, "d"}, {0x00f8, "o"}, {0x00fe, "th"},
                 {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x014b, "n"},
                 {0x0153, "oe"}, {0x0259, "a"},  {0x01dd, "a"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].letter == c) return table[i].plain;
    return NULL;
}

static bool is_dropped_mark(utf8proc_int32_t c)
{
    return c == '.' || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x02bb ||
           c == 0x2032 || c == 0xfffd;
}

static void emit_codepoint(Output *out, utf8proc_int32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) { // nearly all there is
        emit(out, &(char){(char)c}, 1);
        return;
    }
    const char *plain = c >= 0x80 ? plain_letter(c) : NULL;
    utf8proc_category_t kind = utf8proc_category(c);
    bool letter = kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
    bool number = kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO;
    if (plain) {
        emit(out, plain, strlen(plain));
    } else if (letter || number) {
        utf8proc_uint8_t bytes[4];
        emit(out, (const char *)bytes, (size_t)utf8proc_encode_char(c, bytes));
    } else if (c == '&') {
        out->space = true;
        emit(out, "and", 3);
        out->space = true;
    } else if (!is_dropped_mark(c) && kind != UTF8PROC_CATEGORY_MN && kind != UTF8PROC_CATEGORY_ME &&
               kind != UTF8PROC_CATEGORY_CF) {
        out->space = true;
    }
}

static void emit_decomposed(Output *out, utf8proc_int32_t c)
{
    const utf8proc_option_t options =
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    utf8proc_int32_t parts[32];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(c, parts, 32, options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 32; i++)
        emit_codepoint(out, parts[i]);
}

static void finish(Output *out, KbText whole)
{
    if (out->cut) {
        static const char digits[] = "0123456789abcdef";
        uint64_t hash = kb_hash_text(whole);
        while (out->length > 0 && ((unsigned char)out->data[out->length - 1] & 0xc0) == 0x80)
            out->length--;
        out->data[out->length++] = ' ';
        for (int shift = 60; shift >= 0; shift -= 4)
            out->data[out->length++] = digits[(hash >> shift) & 15];
    }
    out->data[out->length] = '\0';
}

size_t kb_name_fold(KbText name, char buffer[KB_NAME_KEY_SIZE])
{
    Output out = {.data = buffer};
    for (size_t at = 0; at < name.length && !out.cut;) {
        unsigned char byte = (unsigned char)name.data[at];
        utf8proc_int32_t c = byte;
        utf8proc_ssize_t size = 1;
        if (byte >= 0x80)
            size = utf8proc_iterate((const utf8proc_uint8_t *)name.data + at, (utf8proc_ssize_t)(name.length - at), &c);
        if (size <= 0) {
            at++;
            continue;
        }
        at += (size_t)size;
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        if (c < 0x80)
            emit_codepoint(&out, c);
        else
            emit_decomposed(&out, c);
    }
    finish(&out, name);
    return out.length;
}

// ---------------------------------------------------------------------------------------------- words

Words kb_words_of(KbText folded)
{
    Words words = {.count = 0};
    size_t start = 0;
    for (size_t i = 0; i <= folded.length && words.count < NAME_WORDS; i++) {
        if (i < folded.length && folded.data[i] != ' ') continue;
        if (i > start) words.word[words.count++] = (KbText){folded.data + start, i - start};
        start = i + 1;
    }
    return words;
}

bool kb_word_is(KbText word, const char *text)
{
    return kb_text_equal(word, kb_text(text));
}

bool kb_word_in(KbText word, const char *list)
{
    const char *end = list + strlen(list);
    for (const char *at = list; word.length && at < end; at++) {
        at = memmem(at, (size_t)(end - at), word.data, word.length); // many times faster than word by word
        if (!at) return false;
        bool whole = at[word.length] == ' ' || at[word.length] == '\0';
        if (whole && (at == list || at[-1] == ' ')) return true;
    }
    return false;
}

unsigned kb_fold_edits(KbText a, KbText b, unsigned limit)
{
    enum { LONGEST = 64 };
    if (a.length > LONGEST || b.length > LONGEST) return kb_text_equal(a, b) ? 0 : limit + 1;
    size_t longer = a.length > b.length ? a.length : b.length, shorter = a.length + b.length - longer;
    if (longer - shorter > limit) return limit + 1;
    unsigned rows[3][LONGEST + 1];
    unsigned *before = rows[0], *last = rows[1], *row = rows[2];
    for (unsigned j = 0; j <= b.length; j++)
        last[j] = j;
    for (unsigned i = 1; i <= a.length; i++) {
        unsigned least = row[0] = i;
        for (unsigned j = 1; j <= b.length; j++) {
            unsigned cost = last[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            if (last[j] + 1 < cost) cost = last[j] + 1;
            if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1;
            bool swapped = i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (swapped && before[j - 2] + 1 < cost) cost = before[j - 2] + 1;
            row[j] = cost;
            if (cost < least) least = cost;
        }
        if (least > limit) return limit + 1;
        unsigned *spare = before;
        before = last, last = row, row = spare;
    }
    return last[b.length] > limit ? limit + 1 : last[b.length];
}

// ---------------------------------------------------------------------------------------------- sound

// Spellings of one sound, the longest first; applied from left to right.
static const struct {
    const char *spelling, *sound;
} sounds[] = {
    {"tsch", "c"}, {"shch", "s"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"}, {"ch", "c"}, {"sh", "s"}, {"zh", "j"},
    {"dj", "j"},   {"ph", "f"},   {"kh", "h"},  {"gh", "g"},  {"th", "t"},  {"ck", "k"}, {"qu", "k"}, {"cz", "c"},
    {"ts", "s"},   {"tz", "s"},   {"ks", "x"},  {"yi", "i"},  {"iy", "i"},  {"ij", "i"}, {"yy", "i"}, {"ii", "i"},
    {"ie", "e"},   {"ey", "i"},   {"ei", "i"},  {"ay", "ai"}, {"ou", "u"},  {"oo", "u"}, {"ee", "i"}, {"yu", "u"},
    {"iu", "u"},   {"ya", "a"},   {"ia", "a"},  {"yo", "o"},  {"io", "o"},  {"ye", "e"}, {"ae", "a"}, {"oe", "o"},
    {"ue", "u"},   {"aa", "a"},   {"y", "i"},   {"w", "v"},   {"q", "k"},   {"x", "x"},
};

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static void push_sound(char *out, size_t *length, char c)
{
    if (*length > 0 && out[*length - 1] == c) return; // double letters sound as one
    out[(*length)++] = c;
}

size_t kb_fold_skeleton(KbText word, char out[KB_NAME_KEY_SIZE])
{
    size_t length = 0;
    for (size_t at = 0; at < word.length && length < KEY_LIMIT;) {
        const char *sound = NULL;
        size_t taken = 1;
        for (size_t i = 0; i < sizeof sounds / sizeof *sounds && !sound; i++) {
            if (sounds[i].spelling[0] != word.data[at]) continue;
            size_t size = strlen(sounds[i].spelling);
            if (size <= word.length - at && memcmp(word.data + at, sounds[i].spelling, size) == 0)
                sound = sounds[i].sound, taken = size;
        }
        char c = word.data[at];
        bool soft = c == 'c' && at + 1 < word.length && (word.data[at + 1] == 'e' || word.data[at + 1] == 'i');
        bool silent = c == 'h' && at > 0 && is_vowel(word.data[at - 1]) &&
                      (at + 1 == word.length || !is_vowel(word.data[at + 1]));
        if (!sound && !silent) push_sound(out, &length, c != 'c' ? c : soft ? 's' : 'k');
        for (; sound && *sound; sound++)
            push_sound(out, &length, *sound);
        at += taken;
    }
    out[length] = '\0';
    return length;
}

size_t kb_fold_sound_key(KbText word, char out[KB_NAME_KEY_SIZE])
{
    char sound[KB_NAME_KEY_SIZE];
    size_t length = kb_fold_skeleton(word, sound), kept = 0;
    for (size_t i = 0; i < length; i++)
        if (i == 0 || !is_vowel(sound[i])) push_sound(out, &kept, sound[i]);
    if (kept < 3) memcpy(out, sound, kept = length);
    out[kept] = '\0';
    return kept;
}

// ---------------------------------------------------------------------------------------------- organizations

static const char small_words[] = "the of for and on in to a an at de la du des del y und fur";
static const char legal_forms[] =
    "inc corp corporation co company ltd limited plc llc llp ag sa nv bv gmbh spa oao ooo pjsc jsc ab "
    "asa oyj sarl sas lp incorporated dd doo sro kk sae bhd pte pty srl kg se";
// Words that say what kind of body it is, never whose.
static const char generic_words[] =
    "ministry department office bureau agency commission committee council court supreme high "
    "constitutional appeal appeals parliament senate house assembly national federal state central "
    "bank police army navy air force forces armed military guard coast border security intelligence "
    "service services defense foreign affairs interior internal external justice finance treasury "
    "health education agriculture trade commerce energy transport transportation labor culture "
    "environment government cabinet city town county district municipal regional provincial general "
    "attorney prosecutor prosecutors fire sheriff board school election electoral public information "
    "economy economic development ministers deputies lords commons congress legislature legislative "
    "hall village union party democratic communist socialist labour liberal conservative green "
    "republican peoples human rights social welfare tourism sports youth women planning water works "
    "of for and the";
static const char own_states[] = "us uk u united american british";

static void words_drop_first(Words *words)
{
    memmove(words->word, words->word + 1, --words->count * sizeof *words->word);
}

// "defense" for "defence" and the like, so that British and American bodies' names agree.
static KbText common_spelling(KbText word)
{
    static const char *const pairs[][2] = {
        {"defence", "defense"},   {"labour", "labor"},    {"centre", "center"},      {"organisation", "organization"},
        {"programme", "program"}, {"dept", "department"}, {"intl", "international"}, {"univ", "university"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (kb_word_is(word, pairs[i][0])) return kb_text(pairs[i][1]);
    return word;
}

// "united states x", "us x", "uk x" -> "x", where more is left than one small word.
static void drop_state(Words *words)
{
    if (words->count >= 3 && kb_word_is(words->word[0], "united") &&
        (kb_word_is(words->word[1], "states") || kb_word_is(words->word[1], "kingdom"))) {
        words_drop_first(words);
        words_drop_first(words);
    } else if (words->count >= 2 && !kb_word_is(words->word[0], "united") && kb_word_in(words->word[0], own_states)) {
        words_drop_first(words);
    }
}

// "department of x" -> "x department".
static void turn_head(Words *words)
{
    static const char heads[] = "department ministry bank";
    if (words->count < 3 || !kb_word_in(words->word[0], heads) || !kb_word_is(words->word[1], "of")) return;
    if (kb_word_is(words->word[0], "bank")) return; // "Bank of England" is no "England Bank"
    KbText head = words->word[0];
    words_drop_first(words);
    words_drop_first(words);
    words->word[words->count++] = head;
}

static size_t words_join(const Words *words, char out[KB_NAME_KEY_SIZE])
{
    Output text = {.data = out};
    for (size_t i = 0; i < words->count; i++) {
        text.space = true;
        emit(&text, words->word[i].data, words->word[i].length);
    }
    out[text.length] = '\0';
    return text.length;
}

size_t kb_fold_organization(KbText name, char out[KB_NAME_KEY_SIZE])
{
    char folded[KB_NAME_KEY_SIZE];
    Words words = kb_words_of((KbText){folded, kb_name_fold(name, folded)});
    if (words.count >= NAME_WORDS) {
        memcpy(out, folded, sizeof folded);
        return strlen(out);
    }
    if (words.count >= 2 && kb_word_is(words.word[0], "the")) words_drop_first(&words);
    while (words.count >= 2 && kb_word_in(words.word[words.count - 1], legal_forms))
        words.count--;
    if (words.count >= 2 && kb_word_is(words.word[words.count - 1], "and")) words.count--;
    drop_state(&words);
    turn_head(&words);
    for (size_t i = 0; i < words.count; i++)
        words.word[i] = common_spelling(words.word[i]);
    return words_join(&words, out);
}

bool kb_fold_is_generic(KbText folded_organization)
{
    Words words = kb_words_of(folded_organization);
    for (size_t i = 0; i < words.count; i++)
        if (!kb_word_in(words.word[i], generic_words)) return false;
    return words.count > 0;
}

size_t kb_fold_initials(KbText folded, bool with_small_words, char out[KB_NAME_KEY_SIZE])
{
    Words words = kb_words_of(folded);
    size_t length = 0;
    for (size_t i = 0; i < words.count; i++)
        if (with_small_words || !kb_word_in(words.word[i], small_words)) out[length++] = words.word[i].data[0];
    out[length] = '\0';
    return length >= 2 ? length : 0;
}

bool kb_fold_is_acronym(KbText printed)
{
    size_t capitals = 0;
    for (size_t i = 0; i < printed.length; i++) {
        char c = printed.data[i];
        if (c >= 'A' && c <= 'Z')
            capitals++;
        else if (c != '.' && c != '&' && c != '-' && !(c >= '0' && c <= '9') && !(c == 's' && i + 1 == printed.length))
            return false;
    }
    return capitals >= 2 && capitals <= 8;
}

// ---------------------------------------------------------------------------------------------- places

size_t kb_fold_place(KbText name, char out[KB_NAME_KEY_SIZE])
{
    char folded[KB_NAME_KEY_SIZE];
    size_t length = kb_name_fold(name, folded);
    KbText canonical = {folded, length}, found;
    if (length > 4 && memcmp(folded, "the ", 4) == 0) canonical = (KbText){folded + 4, length - 4};
    if (kb_tables_find(TABLE_PLACES, canonical, &found)) canonical = found;
    memcpy(out, canonical.data, canonical.length);
    out[canonical.length] = '\0';
    return canonical.length;
}
