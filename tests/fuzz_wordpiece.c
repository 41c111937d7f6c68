// Fuzzes WordPiece with a tiny vocabulary: any bytes give ids of the vocabulary, the same number whatever the room.
// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "ingest/wordpiece.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROOM = 1 << 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char vocabulary[] =
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##a\nb\n##b\nthe\nmet\n##ing\nin\n.\n,\n'\ns\n-\ne\n##e\n##n\n";
    static uint32_t ids[ROOM];
    WordPiece *wordpiece;
    KbError error;
    if (wordpiece_new(kb_text(vocabulary), &wordpiece, &error) != KB_OK) abort();
    KbText text = {(const char *)data, size};
    size_t count = wordpiece_encode(wordpiece, text, ids, ROOM);
    if (count != wordpiece_encode(wordpiece, text, NULL, 0)) abort();
    for (size_t i = 0; i < count && i < ROOM; i++)
        if (ids[i] >= wordpiece_count(wordpiece)) abort();
    wordpiece_free(wordpiece);
    return 0;
}
