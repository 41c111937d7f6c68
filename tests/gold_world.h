// Storylines of the annotated corpus as contributions: a knowledge base as it would be if nothing were misread.
// SPDX-License-Identifier: MIT
#ifndef TESTS_GOLD_WORLD_H
#define TESTS_GOLD_WORLD_H

#include "tests/gold.h"

// Puts every article of the storyline, inside a transaction. The evidence of a claim is its paragraph.
KB_MUST_USE KbStatus gold_put(Kb *kb, const GoldStory *story, KbError *error);

#endif
