// Text as the shell needs it: UTF-8 checks, ASCII case, edit distance, and escaping what a terminal must not see.
// SPDX-License-Identifier: MIT
#ifndef SHELL_TEXT_H
#define SHELL_TEXT_H

#include "shell/region.h"

// Bytes of the UTF-8 sequence at the start of `text`, 0 when it is not one (overlong, surrogate, cut off); *code is its
// value.
size_t text_decode(KbText text, uint32_t *code);
bool text_valid(KbText text);
KbText text_repair(Region *region, KbText text); // bad bytes become U+FFFD

KbText text_slice(KbText text, size_t start, size_t end);
KbText text_trim(KbText text);                  // white space at both ends
KbText text_lower(Region *region, KbText text); // ASCII letters
bool text_is(KbText text, const char *word);
bool text_is_any_case(KbText text, const char *word);
bool text_starts(KbText text, const char *prefix);
bool text_ends(KbText text, const char *suffix);
bool text_has_word(KbText lower,
                   KbText word); // both lower case; no letter stands before or behind it; not the empty word

// Insertions, deletions, substitutions and swaps of neighbours; limit + 1 when there are more than `limit`. By bytes.
size_t text_distance(KbText a, KbText b, size_t limit);

// Control characters, bidirectional controls, line separators and bad bytes become \n, \t, \x1b, \u202e: nothing that
// an article says can steer a terminal.
KbText text_escape(Region *region, KbText text);
KbText text_count(Region *region, uint64_t count, const char *noun); // "1 article", "2 articles"
// Columns on a terminal, near enough: code points, without combining marks, wide ones twice.
size_t text_width(KbText text);
// At most `columns` wide, cut with an ellipsis.
KbText text_cut(Region *region, KbText text, size_t columns);

#endif
