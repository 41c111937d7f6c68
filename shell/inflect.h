// Verbs as a sentence needs them, from their dictionary form.
// SPDX-License-Identifier: MIT
#ifndef SHELL_INFLECT_H
#define SHELL_INFLECT_H

#include "shell/text.h"

KbText inflect_past(Region *region, KbText lemma);       // "challenge": "challenged"
KbText inflect_participle(Region *region, KbText lemma); // "beat": "beaten"

#endif
