// Titles of posts: one key for the ways to say one title.
// SPDX-License-Identifier: MIT
#ifndef KB_TITLE_H
#define KB_TITLE_H

#include "kb/name.h"

// "Chief Executive Officer", "CEO" -> "chief executive"; "secretary of defence" -> "defense secretary".
size_t kb_title_fold(KbText title, char out[KB_NAME_KEY_SIZE]);

#endif
