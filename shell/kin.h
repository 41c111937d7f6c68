// The word of kinship behind "relative of": the kept sentence says whether it is a cousin or a nephew.
// SPDX-License-Identifier: MIT
#ifndef SHELL_KIN_H
#define SHELL_KIN_H

#include "shell/text.h"

// Empty for other links, and where its sentence has no such word or several.
KbText kin_word(Region *region, const KbLink *link);
// False where the question asks for another kind of relative than the link's sentence tells of.
bool kin_fits(Region *region, KbText question, const KbLink *link);

#endif
