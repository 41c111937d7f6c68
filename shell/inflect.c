// Verbs as a sentence needs them, from their dictionary form.
// SPDX-License-Identifier: MIT
#include "shell/inflect.h"

#include <string.h>

#include "shell/forms.h"

// Irregular verbs of the news that the tables of the question reader do not hold.
static const char *const IRREGULAR[][3] = {
    {"beat", "beat", "beaten"},      {"become", "became", "become"},
    {"begin", "began", "begun"},     {"break", "broke", "broken"},
    {"bring", "brought", "brought"}, {"build", "built", "built"},
    {"come", "came", "come"},        {"cut", "cut", "cut"},
    {"draw", "drew", "drawn"},       {"drive", "drove", "driven"},
    {"fall", "fell", "fallen"},      {"fight", "fought", "fought"},
    {"find", "found", "found"},      {"get", "got", "got"},
    {"give", "gave", "given"},       {"hear", "heard", "heard"},
    {"hit", "hit", "hit"},           {"hold", "held", "held"},
    {"keep", "kept", "kept"},        {"know", "knew", "known"},
    {"lead", "led", "led"},          {"leave", "left", "left"},
    {"lend", "lent", "lent"},        {"lose", "lost", "lost"},
    {"make", "made", "made"},        {"pay", "paid", "paid"},
    {"put", "put", "put"},           {"run", "ran", "run"},
    {"say", "said", "said"},         {"sell", "sold", "sold"},
    {"send", "sent", "sent"},        {"set", "set", "set"},
    {"show", "showed", "shown"},     {"sit", "sat", "sat"},
    {"spend", "spent", "spent"},     {"stand", "stood", "stood"},
    {"strike", "struck", "struck"},  {"swear", "swore", "sworn"},
    {"take", "took", "taken"},       {"teach", "taught", "taught"},
    {"tell", "told", "told"},        {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},    {"win", "won", "won"},
    {"write", "wrote", "written"},   {"withdraw", "withdrew", "withdrawn"},
};

static KbText first_of(const char *words)
{
    return (KbText){words, strcspn(words, "|")};
}

// The table's form of the verb; empty: the table does not hold it.
static KbText known_form(KbText lemma, bool participle)
{
    for (size_t i = 0; i < sizeof IRREGULAR / sizeof *IRREGULAR; i++)
        if (text_is(lemma, IRREGULAR[i][0])) return kb_text(IRREGULAR[i][participle ? 2 : 1]);
    for (size_t i = 0; i < FORM_VERB_COUNT; i++)
        if (kb_text_equal(lemma, first_of(FORM_VERBS[i].base)))
            return first_of(participle ? FORM_VERBS[i].part : FORM_VERBS[i].past);
    return (KbText){"", 0};
}

static bool is_vowel(char c)
{
    return c && strchr("aeiou", c) != NULL;
}

// "ban": one vowel between consonants at the end of the only syllable doubles the last.
static bool doubles(KbText lemma)
{
    size_t vowels = 0, n = lemma.length;
    for (size_t i = 0; i < n; i++)
        vowels += is_vowel(lemma.data[i]);
    return n >= 3 && vowels == 1 && is_vowel(lemma.data[n - 2]) && !strchr("wxy", lemma.data[n - 1]);
}

static KbText regular(Region *region, KbText lemma)
{
    size_t n = lemma.length;
    char last = n ? lemma.data[n - 1] : '\0';
    if (last == 'e') return region_format(region, "%.*sd", TEXT_ARGS(lemma));
    if (last == 'y' && n > 1 && !is_vowel(lemma.data[n - 2]))
        return region_format(region, "%.*sied", TEXT_ARGS(text_slice(lemma, 0, n - 1)));
    if (doubles(lemma)) return region_format(region, "%.*s%ced", TEXT_ARGS(lemma), last);
    return region_format(region, "%.*sed", TEXT_ARGS(lemma));
}

static KbText inflect(Region *region, KbText lemma, bool participle)
{
    const char *space = memchr(lemma.data, ' ', lemma.length); // "take over": the first word
    size_t first = space ? (size_t)(space - lemma.data) : lemma.length;
    KbText word = text_slice(lemma, 0, first), form = known_form(word, participle);
    KbText parts[] = {form.length ? form : regular(region, word), text_slice(lemma, first, lemma.length)};
    return region_join(region, parts, 2, "");
}

KbText inflect_past(Region *region, KbText lemma)
{
    return inflect(region, lemma, false);
}

KbText inflect_participle(Region *region, KbText lemma)
{
    return inflect(region, lemma, true);
}
