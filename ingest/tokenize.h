// Cuts UTF-8 text into the words of UD English (EWT, GUM), as byte offsets: rules and tables, linear time, no memory.
// SPDX-License-Identifier: MIT
//
//   "Gen. Dunford can't visit al-Ani's." -> Gen. | Dunford | ca | n't | visit | al | - | Ani | 's | .
//
// Tokens are in text order, do not overlap, are never empty and hold no white space. Between two tokens there is
// nothing but white space and control characters. A token is at most TOKENIZE_MAX bytes; a longer run is cut.
#ifndef INGEST_TOKENIZE_H
#define INGEST_TOKENIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TOKENIZE_MAX = 1024, TOKENIZE_CUTS = 4 };

typedef struct TokenSpan {
    uint32_t start, end; // bytes, end exclusive
} TokenSpan;

typedef struct Tokenizer {
    const char *text; // the caller's, valid UTF-8 (a bad byte counts as a symbol), less than 4 GiB
    size_t length;
    size_t at;                  // next byte to read
    size_t cuts[TOKENIZE_CUTS]; // ends of tokens already found: the parts of don't, I'd've
    size_t cut_count, cut_next;
    size_t no_address_before; // no web or mail address starts before this byte
} Tokenizer;

void tokenizer_init(Tokenizer *tokenizer, const char *text, size_t length);
bool tokenizer_next(Tokenizer *tokenizer, TokenSpan *token); // false at the end of the text

#endif
