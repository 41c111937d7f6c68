// Fuzzes the JSON Lines reader: every article it gives must be valid UTF-8 without NUL and have an id.
// SPDX-License-Identifier: MIT
#include "tests/fuzz_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_reader("jsonl", data, size);
    return 0;
}
