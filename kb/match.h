// A person's name folded and taken apart once, for many comparisons.
// SPDX-License-Identifier: MIT
#ifndef KB_MATCH_H
#define KB_MATCH_H

#include "kb/fold.h"

typedef struct PersonName {
    char given[48], middle[48], family[96], suffix[16]; // folded, cut
    char family_sound[48];                              // skeleton of the family's last word
    char given_sound[48];
    KbText formals;   // given names that the given name is a nickname of; the table's
    uint32_t letters; // a bit for each letter that a matching given name may share; all for a bare name
    int generation;   // Sr. 1, Jr. 2, III 3...; 0 unknown
} PersonName;

void kb_match_person(KbText name, PersonName *out);
KbNameMatch kb_match_persons(const PersonName *a, const PersonName *b);
// The word a bare name or a block goes by: last word of the family.
KbText kb_match_block_word(const PersonName *name);

#endif
