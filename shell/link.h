// Links as questions ask for them: which predicates, which side, when, where, and how they read.
// SPDX-License-Identifier: MIT
#ifndef SHELL_LINK_H
#define SHELL_LINK_H

#include "shell/ask.h"

enum { LINKS_WANTED = 16 };

// One predicate that a question asks for.
typedef struct Wanted {
    int predicate;
    char side;      // of x: '>' subject, '<' object, '=' either
    unsigned group; // later groups count when earlier ones have nothing
} Wanted;

typedef struct WantedList {
    Wanted items[LINKS_WANTED];
    size_t count;
    unsigned groups;
    int linked; // the predicate of verbs without one of their own
    bool any;   // "*": every link
} WantedList;

// Reads "owns>;subsidiary_of<", as in Question.relations.
WantedList link_wanted(const char *relations);
// The group of the question's predicates that the link of x satisfies, -1: none.
int link_group(const WantedList *list, const KbEntity *x, const KbLink *link, KbText verb);
const KbRef *link_other(const KbEntity *entity, const KbLink *link);
bool link_in_time(const When *when, const KbLink *link);
// Where the question names a place (or another party, after "from"): NULL when it names none or an unknown one.
const KbEntity *ask_place(Ask *ask);
// A link that names no place may have been anywhere.
bool link_in_place(const KbLink *link, const KbEntity *place);
// A question in the future tense is answered by plans.
bool link_acceptable(const Ask *ask, const KbLink *link);

// --- wording

KbText link_circumstances(Ask *ask, const KbLink *link);              // where, when, and how sure
KbText link_wording(Ask *ask, const KbEntity *x, const KbLink *link); // seen from x: "met with", "challenged by"
// What x does in it: "met with Bob Roe, in Oslo", "owned by Bob Roe".
KbText link_predication(Ask *ask, const KbEntity *x, const KbLink *link);
// What the other one does: "parent of Ann Poe"; of a value: "aged".
KbText link_predication_of_other(Ask *ask, const KbEntity *x, const KbLink *link);
KbText link_sentence(Ask *ask, const KbLink *link); // "Ann Poe met with Bob Roe"
void ask_note_claim(Ask *ask, const KbLink *link);

// --- claims of either kind: a KbHop has the role or the link; its ends are the holder's and the subject's side

KbText link_hop_text(Ask *ask, const KbHop *hop); // "Ann Poe: mayor, Dallas", "Ann Poe met with Bob Roe"
KbText link_hop_shade(const KbHop *hop);          // "denied"; empty: it is said to be so
bool link_hop_stands(const KbHop *hop);
KbDate link_hop_first(const KbHop *hop); // the first report; year 0: undated
const KbSource *link_hop_sources(const KbHop *hop, size_t *count);
void ask_support_hop(Ask *ask, AnswerItem *item, const KbHop *hop);

// Each claim once: those that x takes part in, or all of them for NULL; return false to stop.
typedef bool (*ClaimVisit)(Ask *ask, const KbHop *claim, void *context);
void link_each_claim(Ask *ask, const KbEntity *x, ClaimVisit visit, void *context);

// --- answers

// sure: the gender asked for is known, not only possible.
bool ask_right_gender(Ask *ask, const KbRef *other, bool sure);
// The item that names `other`, or has the text where it is no entity; NULL: none.
AnswerItem *ask_same_item(Ask *ask, const KbRef *other, KbText text);

typedef struct Pair {
    const KbEntity *x, *y; // y NULL: not said
} Pair;
// The two of the question, or those of the last one for "they". False: the answer says why.
bool ask_pair(Ask *ask, Pair *pair, bool needs_two);
bool pair_joins(const Pair *pair, const KbLink *link);

#endif
