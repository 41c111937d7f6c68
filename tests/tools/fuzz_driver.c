// Runs a fuzz target without libFuzzer: its seed files, then a fixed number of fixed-seed mutations of them.
// SPDX-License-Identifier: MIT
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUT_LIMIT = 1 << 16, SEED_LIMIT = 256, ROUNDS = 2000 };

typedef struct {
    uint8_t *bytes;
    size_t size;
} Seed;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// xorshift64*: the same inputs on every machine.
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1dULL;
}

static size_t read_seed(const char *path, uint8_t *bytes)
{
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    size_t size = fread(bytes, 1, INPUT_LIMIT, file);
    fclose(file);
    return size;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// The seeds of DIR in the order of their names; an empty one where there is no DIR.
static size_t load_seeds(const char *dir, Seed *seeds)
{
    char *names[SEED_LIMIT];
    size_t count = 0;
    DIR *listing = opendir(dir);
    for (struct dirent *entry; listing && count < SEED_LIMIT && (entry = readdir(listing));)
        if (entry->d_name[0] != '.') names[count++] = strdup(entry->d_name);
    if (listing) closedir(listing);
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        seeds[i].bytes = malloc(INPUT_LIMIT);
        seeds[i].size = read_seed(path, seeds[i].bytes);
        free(names[i]);
    }
    if (count == 0) seeds[count++] = (Seed){calloc(1, INPUT_LIMIT), 0};
    return count;
}

// One edit: overwrite a byte, insert a byte, delete a run, or copy a run elsewhere.
static size_t mutate(uint8_t *bytes, size_t size, uint64_t *state)
{
    static const uint8_t odd[] = {0, 0x0a, 0x22, 0x7b, 0x5c, 0x7f, 0x80, 0xbf, 0xc0, 0xed, 0xf4, 0xff};
    uint64_t r = next_random(state);
    size_t at = size ? (size_t)(r >> 8) % size : 0, run = 1 + (size_t)(r >> 40) % 16;
    uint8_t byte = (r & 4) ? odd[(r >> 32) % sizeof odd] : (uint8_t)(r >> 56);
    if (size == 0 || ((r & 3) == 1 && size < INPUT_LIMIT)) {
        memmove(bytes + at + 1, bytes + at, size - at);
        bytes[at] = byte;
        return size + 1;
    }
    if (run > size - at) run = size - at;
    if ((r & 3) == 2) {
        memmove(bytes + at, bytes + at + run, size - at - run);
        return size - run;
    }
    if ((r & 3) == 3)
        memmove(bytes + (size_t)(r >> 20) % (size - run + 1), bytes + at, run);
    else
        bytes[at] = byte;
    return size;
}

int main(int argc, char **argv)
{
    static Seed seeds[SEED_LIMIT];
    const char *dir = argc > 1 ? argv[1] : "";
    size_t count = load_seeds(dir, seeds);
    uint64_t state = 20170215;
    uint8_t *input = malloc(INPUT_LIMIT + 1);
    for (size_t i = 0; i < count; i++)
        LLVMFuzzerTestOneInput(seeds[i].bytes, seeds[i].size);
    for (int round = 0; round < ROUNDS; round++) {
        Seed seed = seeds[next_random(&state) % count];
        memcpy(input, seed.bytes, seed.size);
        size_t size = seed.size;
        for (uint64_t edits = 1 + next_random(&state) % 8; edits > 0; edits--)
            size = mutate(input, size, &state);
        // An allocation of the exact size lets AddressSanitizer see a read past the end.
        uint8_t *exact = malloc(size ? size : 1);
        memcpy(exact, input, size);
        LLVMFuzzerTestOneInput(exact, size);
        free(exact);
    }
    for (size_t i = 0; i < count; i++)
        free(seeds[i].bytes);
    free(input);
    printf("%zu seeds, %d mutations\n", count, ROUNDS);
    return 0;
}
