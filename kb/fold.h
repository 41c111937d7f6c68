// Keys made from names: words of a folded name, a sound skeleton, canonical forms of organizations and places.
// SPDX-License-Identifier: MIT
#ifndef KB_FOLD_H
#define KB_FOLD_H

#include "kb/name.h"

// Words of a folded name: slices of it, without copying.
enum { NAME_WORDS = 24 };
typedef struct Words {
    KbText word[NAME_WORDS];
    size_t count; // further words are dropped
} Words;
Words kb_words_of(KbText folded);

// How a Latin word sounds, whatever the spelling: "valery" = "valeriy", "zelensky" = "zelenskiy", "erdogan", "mohamed"
// = "mohammed". Other scripts come back as they are.
size_t kb_fold_skeleton(KbText folded_word, char out[KB_NAME_KEY_SIZE]);
// Coarser: vowels after the first letter dropped where three consonants remain. Names that may be one share it.
size_t kb_fold_sound_key(KbText folded_word, char out[KB_NAME_KEY_SIZE]);

// "The Department of Defence" -> "defense department", "Acme Corp." -> "acme", "U.S. Treasury" -> "treasury".
size_t kb_fold_organization(KbText name, char out[KB_NAME_KEY_SIZE]);
// Every word says only what kind of body it is ("defense ministry", "supreme court"): many states have one.
bool kb_fold_is_generic(KbText folded_organization);
// Initials of the words that count: "iaea". 0 when fewer than two.
size_t kb_fold_initials(KbText folded, bool with_small_words, char out[KB_NAME_KEY_SIZE]);
// One word in capitals, as printed: "IAEA", "U.S.", "AT&T"; never longer than 8 letters.
bool kb_fold_is_acronym(KbText printed);
// "U.S." -> "united states", "New York City" -> "new york".
size_t kb_fold_place(KbText name, char out[KB_NAME_KEY_SIZE]);

bool kb_word_is(KbText word, const char *text);
bool kb_word_in(KbText word, const char *list); // words separated by single spaces
// Edits (insert, delete, replace, swap neighbours) from a to b, or `limit` + 1 when there are more.
unsigned kb_fold_edits(KbText a, KbText b, unsigned limit);

#endif
