// Nationalities and countries ("Russian", "U.S." -> "Russia", "United States").
// SPDX-License-Identifier: MIT
#ifndef INGEST_DEMONYMS_H
#define INGEST_DEMONYMS_H

#include <stdbool.h>

#include "kb/kb.h"

// Country of a nationality word in lower case, plural or not; `before` is the word before it ("south" of South Korean),
// and *two_words says that it was needed. NULL: none. Static.
const char *demonym_country(KbText word, KbText before, bool *two_words);

// The usual name of a country by any of its names in lower case ("u.s.", "burma"); NULL: no country. Static.
const char *country_by_name(KbText name);

// The country whose government sits in the city, in lower case ("helsinki"); NULL: no capital. Static.
const char *country_by_capital(KbText name);

bool is_us_state(KbText name); // as printed: "Oregon", "Ore."

#endif
