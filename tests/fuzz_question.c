// Fuzz target: any bytes as a line of the shell, read as a question.
// SPDX-License-Identifier: MIT
#include <stdint.h>
#include <stdlib.h>

#include "shell/question.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Region *region = region_new();
    KbText line = {(const char *)data, size};
    size_t count = 0;
    const Question *readings = question_read(region, line, &count);
    if (count == 0 || count > QUESTION_READINGS || readings[0].form >= QUESTION_COUNT) abort();
    if (!text_valid(text_repair(region, line))) abort();
    text_escape(region, line);
    text_cut(region, line, 10);
    region_free(region);
    return 0;
}
