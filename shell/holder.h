// What answers about the holders of posts share.
// SPDX-License-Identifier: MIT
#ifndef SHELL_HOLDER_H
#define SHELL_HOLDER_H

#include "shell/post.h"
#include "shell/tenure.h"

// The holder as an item; share: how much of the report's confidence is left, in hundredths.
void holder_add(Ask *ask, const Tenure *tenure, const KbHeldRole *row, unsigned share);
// Why no report of a post fits the phrase.
void holder_refuse(Ask *ask, const Post *post, KbText phrase);

#endif
