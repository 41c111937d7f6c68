// Titles of posts: which word is the head, which titles mean the same, which exist once, which lead an organization.
// SPDX-License-Identifier: MIT
#ifndef SHELL_TITLE_H
#define SHELL_TITLE_H

#include "shell/text.h"

// What a question wants of a post's holder.
typedef enum TitleWish {
    WISH_HOLDER,
    WISH_ACTING,
    WISH_FORMER,
    WISH_CURRENT,
    WISH_NEXT,
    WISH_NOMINEE,
    WISH_CANDIDATE
} TitleWish;

enum { TITLE_WORDS = 16 };

// A title as a set of canonical words: "the Secretary of Defence" = "defense secretary" = {defense, secretary}.
typedef struct Title {
    KbText words[TITLE_WORDS]; // [count], sorted
    bool after[TITLE_WORDS];   // [count] it stands after a preposition: "communications" of "head of communications"
    size_t count;
    KbText head; // "secretary"; empty where there is none
} Title;

Title title_read(Region *region, KbText text);

typedef enum TitleMatch { TITLES_DIFFER, TITLES_OVERLAP, TITLES_SAME } TitleMatch;
// Does a person with the title `held` answer a question for `asked`? "president" is not answered by a vice president;
// "chairman" is by "chairman and chief executive". Words of `excused` (the name of the organization or place) may be
// asked without being part of the title.
TitleMatch title_match(Region *region, KbText asked, KbText held, KbText excused);

// "the acting attorney general" -> "attorney general" and WISH_ACTING. Articles go too.
KbText title_strip(KbText phrase, TitleWish *wish);
// Some word of the phrase that could be its head is a known title: "Dallas mayor", "chief of the general staff".
bool title_known(Region *region, KbText phrase);
// One person at a time, as far as a title tells.
bool title_single(Region *region, KbText title);
// 0 for titles that lead nothing, else 1 for the highest rank to TITLE_RANKS.
enum { TITLE_RANKS = 5 };
unsigned title_rank(Region *region, KbText title);
// What to look up in the knowledge base for the head of a title: "chairman", "chairwoman", "chair".
size_t title_variants(Region *region, KbText asked, KbText variants[8]);

#endif
