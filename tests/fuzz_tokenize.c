// Fuzzes the tokenizer: tokens are in order, inside the text, not empty, and miss nothing but blanks and controls.
// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "ingest/tokenize.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Tokenizer tokenizer;
    uint32_t last = 0;
    tokenizer_init(&tokenizer, (const char *)data, size);
    for (TokenSpan token; tokenizer_next(&tokenizer, &token); last = token.end) {
        if (token.start < last || token.end <= token.start || token.end > size) abort();
        if (token.end - token.start > TOKENIZE_MAX) abort();
        for (uint32_t i = last; i < token.start; i++)
            if (data[i] > 0x20 && data[i] < 0x7f) abort();
    }
    for (size_t i = last; i < size; i++)
        if (data[i] > 0x20 && data[i] < 0x7f) abort();
    return 0;
}
