// "the US defense secretary", "chairman of the Joint Chiefs", "Boeing CEO" -> the roles in the knowledge base.
// SPDX-License-Identifier: MIT
#ifndef SHELL_POST_H
#define SHELL_POST_H

#include "shell/ask.h"

typedef struct Post {
    KbText title; // as asked, without the organization where one was found
    TitleWish wish;
    bool at_known;            // an organization, place or person of the phrase is known
    KbRef at;                 // it; "" for none
    KbText excused;           // names after "of" and "in" that are known: no words of the title
    KbText unknown;           // what stands after "of" and is known to nobody; empty: nothing
    KbText unknown_title;     // the title asked for there
    const KbHeldRole **roles; // [count] all statuses, denied ones too
    size_t count, room;
} Post;

Post post_find(Ask *ask, KbText phrase);
// Also the roles that only a sentence puts there, and those of no known place.
Post post_find_wide(Ask *ask, KbText phrase);
// The roles at one organization or place with a title of this kind; "" for any title.
Post post_at(Ask *ask, const KbEntity *at, KbText title);
// Whether the person's role is the post asked for.
bool post_holds(const Post *post, const KbHeldRole *role);
// Where a post exists once: its place, else organization, else person. "" when nothing is said.
KbId post_seat(const KbHeldRole *role);

// A post said in several rows is one by its title and where it is held; some rows do not say where.
bool post_same(Ask *ask, const KbHeldRole *a, const KbHeldRole *b);
bool post_later(const KbHeldRole *a, const KbHeldRole *b); // reported later, or as former on the same day
// Given up before the pivot began, by dates where there are any, else by status.
bool post_before(const KbHeldRole *role, const KbHeldRole *pivot);

#endif
