// Names of people and organizations: taking them apart, folding them to keys, and telling which can be one.
// SPDX-License-Identifier: MIT
#ifndef KB_NAME_H
#define KB_NAME_H

#include "kb/kb.h"

enum { KB_NAME_KEY_SIZE = 256 };

// Lower case, no diacritics, no punctuation (hyphens are spaces, initials lose their period), single spaces; look-alike
// letters of other scripts are kept, so that they never equal Latin ones. Longer results are cut and end in a hash.
size_t kb_name_fold(KbText name, char out[KB_NAME_KEY_SIZE]);

// "Gen. Joseph F. Dunford Jr." -> prefix, given, middle, family, suffix. Slices point into `name`.
// Knows particles (van, de la, al-, bin), nicknames in quotes, "Family, Given", Hungarian-free Western order.
void kb_name_parts(KbText name, KbNameParts *parts);

typedef enum KbNameMatch {
    KB_NAMES_CONFLICT, // cannot be one: other given name, other suffix
    KB_NAMES_UNKNOWN,  // neither supports nor excludes (family names differ but one is a nickname ...)
    KB_NAMES_SHORT,    // one is a short form of the other: family name alone, given name alone, acronym, head words
    KB_NAMES_VARIANT,  // same name in another spelling: initials, nickname, transliteration, hyphen, typo
    KB_NAMES_SAME,     // same after folding
} KbNameMatch;

KbNameMatch kb_person_names_match(KbText a, KbText b);
KbNameMatch kb_organization_names_match(KbText a, KbText b); // acronyms, Inc./Corp., dropped "the", head words
KbNameMatch kb_place_names_match(KbText a, KbText b);        // U.S./United States, "New York"/"New York City"

// Gender by a given name or a title ("Mrs.", "Sir"), from data tables; unknown when both are common.
KbGender kb_name_gender(KbText name);

#endif
