// Fuzzes the decoder of stored contributions: what it takes, it writes and reads again to the same bytes.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/contribution.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Pool pool = {0};
    KbContribution contribution;
    const uint64_t *nodes;
    if (kb_contribution_decode((KbText){(const char *)data, size}, &pool, &contribution, &nodes)) {
        Bytes first = {0}, second = {0};
        kb_contribution_encode(&contribution, nodes, &first);
        if (!kb_contribution_decode((KbText){(const char *)first.data, first.length}, &pool, &contribution, &nodes))
            abort();
        kb_contribution_encode(&contribution, nodes, &second);
        if (first.length != second.length || memcmp(first.data, second.data, first.length) != 0) abort();
        kb_bytes_free(&first);
        kb_bytes_free(&second);
    }
    kb_pool_clear(&pool);
    return 0;
}
