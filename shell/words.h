// A question as words: contractions undone, quotations kept whole, possessives apart, each with its place in the line.
// SPDX-License-Identifier: MIT
#ifndef SHELL_WORDS_H
#define SHELL_WORDS_H

#include "shell/text.h"

enum { WORDS_LIMIT = 96 }; // longer questions are not understood

typedef struct Word {
    uint32_t start, end; // bytes of the line; both halves of a contraction have the same
    KbText lower;        // lower case, straight apostrophes, no period at the end; "'s" for a possessive
    bool quoted;         // "...": never a keyword
    bool taken;          // read by an earlier step, such as the time: words_strip drops it
    bool gap;            // words before it were dropped
} Word;

typedef struct Words {
    KbText line;
    Word *items; // [count]
    size_t count;
    bool too_long;
} Words;

Words words_read(Region *region, KbText line);
void words_strip(Words *words);
// The words [first, last) as typed. A quotation on its own comes without its quotes.
KbText words_text(Region *region, const Words *words, size_t first, size_t last);
bool words_is(const Words *words, size_t at, const char *lower); // false past the end and for quotations
bool words_quotes_close(KbText line);                            // no '"' is left open

#endif
