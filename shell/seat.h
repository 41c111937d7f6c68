// Seats: which of a post's reports are about one and the same chair.
// SPDX-License-Identifier: MIT
#ifndef SHELL_SEAT_H
#define SHELL_SEAT_H

#include "shell/post.h"

typedef struct Seats {
    size_t *of; // [count] seat of each of the post's roles
    size_t count;
} Seats;

Seats seats_of(Ask *ask, const Post *post);
// Of a post asked for without its organization, only the seat that the person held.
void seat_keep(Ask *ask, Post *post, const KbEntity *person);

#endif
