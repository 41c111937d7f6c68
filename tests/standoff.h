// Rebuilds the text of stand-off annotation from the corpus that it was made from.
// SPDX-License-Identifier: MIT
#ifndef TESTS_STANDOFF_H
#define TESTS_STANDOFF_H

#include "ingest/document.h"

// The text of an article. place: of a file of one token a line its first and last line ("4", "11"); of a file of JSON
// (re3d) the document's id and the characters that the text's lines begin at ("0,57,134"). The cells of a table: what
// follows a number is no digit. Empty where there is no such thing. The arena's.
KbText standoff_article(Arena *arena, KbText corpus, KbText file, const KbText place[2]);
bool standoff_json(KbText corpus); // is the corpus file of that format, by its name?

// The text of lines [first, last] (from 1) of a column file, NUL after it: words joined by one space, a newline for
// each run of empty lines. A word is the first column; of CoNLL-U the second, for words, not for ranges (2-3) and
// comments. Empty where the file is shorter. The arena's.
KbText standoff_text(Arena *arena, KbText file, bool conllu, uint32_t first, uint32_t last);

// The `text` of the JSON object, one a line, that has this `_id`; empty: none. The arena's.
KbText standoff_document(Arena *arena, KbText file, KbText id);

// The text's lines, from each start to the next, blanks at the ends of a line left out. The arena's.
KbText standoff_lines(Arena *arena, KbText text, KbText starts);

// The starts of lines that make the text `lines`; those up to the first line that it does not have. The arena's.
KbText standoff_starts(Arena *arena, KbText text, KbText lines);

// The last line of the n-th sentence; of the file where it has fewer.
uint32_t standoff_end(KbText file, uint32_t sentences);

// Characters (code points) before byte `offset`, and back; the latter is the length of a text that is shorter.
uint32_t standoff_characters(KbText text, uint32_t offset);
uint32_t standoff_bytes(KbText text, uint32_t characters);

#endif
