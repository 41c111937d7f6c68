// The same text in other letter case, byte for byte as long: how names are found where case tells nothing.
// SPDX-License-Identifier: MIT
//
// Letters of ASCII and of Latin-1 change, all others stay. A headline has a capital at the start of every word but
// the short ones that headlines keep small; what is capital already stays so.
#ifndef TESTS_DISGUISE_H
#define TESTS_DISGUISE_H

#include "ingest/document.h"

typedef enum Disguise { DISGUISE_NONE, DISGUISE_CAPITALS, DISGUISE_LOWER, DISGUISE_HEADLINE, DISGUISES } Disguise;

const char *disguise_name(Disguise disguise);                       // "capitals"; of none: ""
KbText disguise_text(Arena *arena, KbText text, Disguise disguise); // a copy

#endif
