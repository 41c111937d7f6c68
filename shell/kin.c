// The word of kinship behind "relative of": the kept sentence says whether it is a cousin or a nephew.
// SPDX-License-Identifier: MIT
#include "shell/kin.h"

#include <string.h>

// Words of one row answer for each other: an uncle's is a nephew.
static const char *const KINDS[][9] = {
    {"cousin", "cousins"},
    {"uncle", "aunt", "nephew", "niece", "uncles", "aunts", "nephews", "nieces"},
    {"grandfather", "grandmother", "grandson", "granddaughter", "grandparents", "grandchildren", "grandsons",
     "granddaughters"},
    {"brother-in-law", "sister-in-law", "brothers-in-law", "sisters-in-law"},
    {"father-in-law", "mother-in-law", "son-in-law", "daughter-in-law", "sons-in-law", "daughters-in-law"},
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS, WORDS_OF_KIND = sizeof KINDS[0] / sizeof *KINDS[0] };

typedef struct Kin {
    const char *word; // NULL: none, or several
    size_t kind;
} Kin;

static Kin kin_in(Region *region, KbText text)
{
    Kin kin = {NULL, 0};
    KbText lower = text_lower(region, text);
    for (size_t kind = 0; kind < KIND_COUNT; kind++)
        for (size_t i = 0; i < WORDS_OF_KIND && KINDS[kind][i]; i++) {
            if (!text_has_word(lower, kb_text(KINDS[kind][i]))) continue;
            if (kin.word) return (Kin){NULL, 0};
            kin = (Kin){KINDS[kind][i], kind};
        }
    return kin;
}

static Kin kin_of(Region *region, const KbLink *link)
{
    Kin kin = {NULL, 0};
    if (strcmp(kb_predicate(link->predicate)->name, "relative") != 0) return kin;
    for (size_t i = 0; i < link->source_count && !kin.word; i++)
        kin = kin_in(region, link->sources[i].quote);
    return kin;
}

KbText kin_word(Region *region, const KbLink *link)
{
    Kin kin = kin_of(region, link);
    return kb_text(kin.word ? kin.word : "");
}

bool kin_fits(Region *region, KbText question, const KbLink *link)
{
    Kin kin = kin_of(region, link);
    if (!kin.word) return true;
    Kin asked = kin_in(region, question);
    return !asked.word || kin.kind == asked.kind;
}
