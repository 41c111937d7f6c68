// The name tables of data/, compiled in and searched by halving.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "kb/tables.h"

// The assembler reads the files, so that they stay plain text and no C holds thousands of lines. Paths are relative to
// the repository's root, where make runs.
#define EMBED(symbol, path)                                                                               \
    __asm__(".pushsection .rodata\n"                                                                      \
            ".hidden kb_table_" symbol "\n.globl kb_table_" symbol "\nkb_table_" symbol ":\n"             \
            ".incbin \"" path "\"\n"                                                                      \
            ".hidden kb_table_" symbol "_end\n.globl kb_table_" symbol "_end\nkb_table_" symbol "_end:\n" \
            ".byte 0\n.popsection\n")

EMBED("nicknames", "data/nicknames.tsv");
EMBED("given_names", "data/given-names.tsv");
EMBED("places", "data/place-aliases.tsv");
EMBED("regions", "data/regions.tsv");

extern const char kb_table_nicknames[] __attribute__((visibility("hidden")));
extern const char kb_table_nicknames_end[] __attribute__((visibility("hidden")));
extern const char kb_table_given_names[] __attribute__((visibility("hidden")));
extern const char kb_table_given_names_end[] __attribute__((visibility("hidden")));
extern const char kb_table_places[] __attribute__((visibility("hidden")));
extern const char kb_table_places_end[] __attribute__((visibility("hidden")));
extern const char kb_table_regions[] __attribute__((visibility("hidden")));
extern const char kb_table_regions_end[] __attribute__((visibility("hidden")));

static const char *const bounds[][2] = {
    [TABLE_NICKNAMES] = {kb_table_nicknames, kb_table_nicknames_end},
    [TABLE_GIVEN_NAMES] = {kb_table_given_names, kb_table_given_names_end},
    [TABLE_PLACES] = {kb_table_places, kb_table_places_end},
    [TABLE_REGIONS] = {kb_table_regions, kb_table_regions_end},
};

static const char *line_start(const char *first, const char *at)
{
    while (at > first && at[-1] != '\n')
        at--;
    return at;
}

static KbText until(const char *from, const char *end, char stop)
{
    const char *found = memchr(from, stop, (size_t)(end - from));
    return (KbText){from, (size_t)((found ? found : end) - from)};
}

bool kb_tables_find(TableName table, KbText key, KbText *value)
{
    const char *first = bounds[table][0], *low = first, *high = bounds[table][1];
    while (low < high) {
        const char *line = line_start(low, low + (high - low) / 2);
        KbText whole = until(line, high, '\n');
        KbText found = until(line, line + whole.length, '\t');
        int order = kb_text_compare(key, found);
        if (order == 0 && found.length < whole.length) {
            *value = (KbText){found.data + found.length + 1, whole.length - found.length - 1};
            return true;
        }
        if (order < 0)
            high = line;
        else
            low = line + whole.length + (line + whole.length < high);
    }
    return false;
}
