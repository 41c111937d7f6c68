// Countries and what their people and things are called.
// SPDX-License-Identifier: MIT
#ifndef SHELL_DEMONYM_H
#define SHELL_DEMONYM_H

#include "kb/kb.h"

// The country of "russian", "south korean" or "turks" (lower case), in its usual English name; NULL: no demonym.
const char *demonym_place(KbText lower);
// "british|briton" for "United Kingdom"; "" for what is no country's usual name.
const char *demonyms_of(KbText country);

#endif
