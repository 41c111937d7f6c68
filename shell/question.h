// Plain English -> what is asked: a table of question forms with slots, matched against the words of the line.
// SPDX-License-Identifier: MIT
//
//   line -> words -> time and fillers taken out -> forms that fit, best first -> Question[]
//
// Nothing here knows the knowledge base: several readings are handed on, and the answer takes the first one whose names
// are known.
#ifndef SHELL_QUESTION_H
#define SHELL_QUESTION_H

#include "shell/when.h"

// What to look up. The words are the kinds of tests/questions.tsv.
#define QUESTION_FORMS(X)                                                                       \
    X(UNKNOWN, "unknown")             /* no form fits */                                        \
    X(WHO, "who")                     /* x: a name, or a post */                                \
    X(IDENTITY, "identity")           /* x */                                                   \
    X(ALIASES, "aliases")             /* x */                                                   \
    X(SAME, "same")                   /* x, y: one entity? */                                   \
    X(NAMED, "named")                 /* all entities called x */                               \
    X(LIKE, "like")                   /* names that look like x */                              \
    X(WHICH, "which")                 /* the x that has to do with y */                         \
    X(POSTS, "posts")                 /* of x; param: current, former or all */                 \
    X(BEFORE, "before")               /* posts of x before post */                              \
    X(AFTER, "after")                 /* posts of x after post */                               \
    X(IS, "is")                       /* does x hold post? */                                   \
    X(WAS, "was")                     /* has x ever held post? */                               \
    X(BECAME, "became")               /* when x took post */                                    \
    X(LEFT, "left")                   /* when x gave up post */                                 \
    X(TENURE, "tenure")               /* how long x held post */                                \
    X(EMPLOYER, "employer")           /* organizations x works or worked for */                 \
    X(BOSS, "boss")                   /* persons x holds a post under */                        \
    X(HOLDER, "holder")               /* of post */                                             \
    X(HOLDERS, "holders")             /* all of post, now and then */                           \
    X(HOLDER_BEFORE, "holder_before") /* who held post before x */                              \
    X(HOLDER_AFTER, "holder_after")   /* who held post after x */                               \
    X(HEAD, "head")                   /* who leads y; param: titles that count first */         \
    X(HOLDER_AT, "holder_at")         /* holders of the title param at y */                     \
    X(SUCCESSOR, "successor")         /* of x, in post where said */                            \
    X(PREDECESSOR, "predecessor")     /* of x, in post where said */                            \
    X(STAFF, "staff")                 /* people of y; param: current, former or all */          \
    X(RELATION, "relation")           /* other side of x's links; relations */                  \
    X(YESNO, "yes_no")                /* is there such a link from x to y? */                   \
    X(EVENT, "event")                 /* when, where, why: the links of x, and y where said */  \
    X(PATH, "path")                   /* from x to y */                                         \
    X(COMMON, "common")               /* neighbours of both x and y */                          \
    X(TOGETHER, "together")           /* were x and y at one organization? */                   \
    X(TIMELINE, "timeline")           /* of x */                                                \
    X(SEEN, "seen")                   /* first or last mention of x; param */                   \
    X(DOCUMENTS, "documents")         /* that mention x, and y where said */                    \
    X(EVIDENCE, "evidence")           /* for the last answer, or for x */                       \
    X(SURE, "sure")                   /* of the last answer */                                  \
    X(MOST, "most")                   /* most mentioned; param: type */                         \
    X(NAME, "name")                   /* x alone: not understood where it is no name */         \
    X(EVERY, "every")                 /* all whom a verb says something of */                   \
    X(OTHER, "other")                 /* post, a thing of x that no form knows */               \
    X(FORMER_NAME, "former_name")     /* names of x unlike the one asked with; param */         \
    X(BELIEVED, "believed")           /* what had been reported, of x where said, by then */    \
    X(CHANGES, "changes")             /* what was new in that time, of x where said */          \
    X(NEWCOMERS, "newcomers")         /* first mentioned in that time; param: type */           \
    X(MOVERS, "movers")               /* took or gave up posts then; param: start, end, both */ \
    X(DOUBTS, "doubts")               /* posts, at x where said; param: vacant, disputed */     \
    X(DISAGREE, "disagree")           /* claims of x that reports contradict */                 \
    X(SAID, "said")                   /* what x says, of y where said; param: denied */         \
    X(RESTS_ON, "rests_on")           /* what the article post alone says */                    \
    X(PATHS, "paths")                 /* all from x to y; post: hops, exclusions */             \
    X(COMPANIONS, "companions")       /* persons linked to x, the closest first */              \
    X(COLLEAGUES, "colleagues")       /* persons who hold posts where x does; param: title */   \
    X(SEVERAL, "several")             /* holders of post at several y */                        \
    X(LATER, "later")                 /* holders of post who held y later */                    \
    X(BOTH, "both")                   /* persons linked to both x and y */                      \
    X(CONTENDERS, "contenders")       /* who may succeed x; y: is it he? */

typedef enum QuestionForm {
#define X(name, word) QUESTION_##name,
    QUESTION_FORMS(X)
#undef X
        QUESTION_COUNT
} QuestionForm;

const char *question_form_name(QuestionForm form);

typedef enum Tense { TENSE_NONE, TENSE_PRESENT, TENSE_PAST, TENSE_PERFECT, TENSE_FUTURE } Tense;

typedef struct Question {
    KbText text; // as typed
    QuestionForm form;
    const char *kind;      // of the answer, as DESIGN.md names them
    const char *param;     // of the form; "" for none
    const char *relations; // "appointed>;owns<": predicates with x as subject (>), object (<) or either (=); after ; if
                           // nothing before
    KbText verb;           // as typed, where no predicate is known for it
    KbGender gender;       // of the answers
    KbText x, y, post;     // slots as typed; empty: not said
    When when;
    Tense tense;
    bool ever, still, both; // words of the question; both: when and where
    bool about_person;      // asks "who"
} Question;

enum { QUESTION_READINGS = 24 };

// Readings of the line, best first; at least one (QUESTION_UNKNOWN when nothing fits).
const Question *question_read(Region *region, KbText line, size_t *count);

#endif
