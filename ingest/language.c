// Whether a text is English: counts of each language's commonest words.
// SPDX-License-Identifier: MIT
#include "ingest/language.h"

#include <ctype.h>
#include <string.h>

enum { SAMPLE_BYTES = 1 << 16, WORDS_NEEDED = 12, LETTERS_NEEDED = 40, WORD_SIZE = 16 };

// Function words between spaces. Those that English text holds too (a, do, no, am, men) are only in the first list.
static const struct {
    const char *name, *words;
} languages[] = {
    {"English", " the of and to in is was that for with as it on are by be at from his he has had have this which not "
                "but an they who their were will would been after its said one about you we she my me can if or what "
                "when so do no "},
    {"French", " le la les des du et est une un que qui dans pour pas sur au avec il elle ce cette sont par plus ne se "
               "aux ont leur mais ses nous été "},
    {"German", " der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es werden aus "
               "hat dass sie nach wird bei einer um sind noch wie einem "},
    {"Spanish", " el la los las del y que en un una por con para su al es se lo como más pero sus le ha este entre "
                "cuando muy sin sobre también fue "},
    {"Italian", " il di che la un una non sono del della con le si gli dei da al alla nel più anche come ma "
                "delle ha è "},
    {"Portuguese", " os da das que em um uma não por mais como foi ao ele ela na se pelo pela sua seu é são também "},
    {"Dutch", " de het een van en dat op te zijn voor met niet aan om ook als door maar bij uit nog naar werd wordt "
              "hij "},
    {"Swedish", " och att det som en på är av för med till den har de inte om ett han var jag sig från vi så "},
    {"Norwegian or Danish", " og det som en på er av med til den har de ikke om et han var jeg seg fra vi så ble "},
    {"Polish", " na się nie że jest jak po przez od za dla ale są oraz tym który roku był jego "},
    {"Turkish", " ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ne en ya değil dedi "},
    {"Romanian", " și în de la cu pe nu un din este care să mai au fost pentru că sunt "},
    {"Indonesian", " yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh telah juga ke "},
};

enum { LANGUAGES = sizeof languages / sizeof *languages };

typedef struct Counts {
    size_t words, hits[LANGUAGES];
    size_t latin, other; // letters
} Counts;

static bool holds_word(const char *list, const char *spaced)
{
    return strstr(list, spaced) != NULL;
}

// word: " le " with both spaces.
static void count_word(Counts *counts, const char *word)
{
    counts->words++;
    for (size_t i = 0; i < LANGUAGES; i++)
        counts->hits[i] += holds_word(languages[i].words, word);
}

// Bytes of Latin letters with marks (U+00C0 to U+024F) begin with C3 to C9; later ones are another script's letters,
// except the general punctuation and symbols that begin with E2 and the full-width and other signs after EF.
static void count_letter(Counts *counts, unsigned char c)
{
    if (isalpha(c) || (c >= 0xc3 && c <= 0xc9))
        counts->latin++;
    else if (c >= 0xca && c != 0xe2 && c != 0xef && c < 0xf0)
        counts->other++;
}

static Counts count(KbText text)
{
    Counts counts = {0};
    char word[WORD_SIZE + 3] = " ";
    size_t length = 0, end = text.length < SAMPLE_BYTES ? text.length : SAMPLE_BYTES;
    for (size_t i = 0; i <= end; i++) {
        unsigned char c = i < end ? (unsigned char)text.data[i] : ' ';
        count_letter(&counts, c);
        if (isalpha(c) || c >= 0x80) {
            if (length < WORD_SIZE) word[1 + length] = (char)tolower(c);
            length++;
            continue;
        }
        if (length > 0 && length < WORD_SIZE) {
            memcpy(word + 1 + length, " ", 2);
            count_word(&counts, word);
        } else if (length > 0) {
            counts.words++;
        }
        length = 0;
    }
    return counts;
}

const char *language_other_than_english(KbText text)
{
    Counts counts = count(text);
    if (counts.other >= LETTERS_NEEDED && counts.other > counts.latin) return "not in Latin script";
    if (counts.words < WORDS_NEEDED) return NULL;
    size_t best = 0;
    for (size_t i = 1; i < LANGUAGES; i++)
        if (counts.hits[i] > counts.hits[best]) best = i;
    // Every seventh word or more is the other language's, and English has not half as many.
    bool certain = counts.hits[best] * 7 >= counts.words && counts.hits[best] > 2 * counts.hits[0];
    return best > 0 && certain ? languages[best].name : NULL;
}
