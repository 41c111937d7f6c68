// Questions -> answers with evidence: what DESIGN.md calls kb-answer/1, before anything is printed.
// SPDX-License-Identifier: MIT
//
//   line -> readings -> the first whose names are known -> kb queries -> Answer
//
// An answer owns all its text: it outlives the reader it came from.
#ifndef SHELL_ANSWER_H
#define SHELL_ANSWER_H

#include "shell/question.h"

typedef enum AnswerStatus {
    ANSWER_OK,
    ANSWER_AMBIGUOUS,      // the items are the candidates
    ANSWER_UNKNOWN_ENTITY, // a name that was never mentioned
    ANSWER_NO_ANSWER,      // the entity is known, the fact is not
    ANSWER_NOT_UNDERSTOOD,
} AnswerStatus;
const char *answer_status_name(AnswerStatus status);

typedef struct AnswerItem {
    KbText text;
    KbId entity; // "" where the answer is none
    KbType type;
    KbText detail; // empty: none
    KbDate as_of;
    uint16_t confidence;     // in thousandths
    const KbSource *sources; // [source_count]
    size_t source_count;
} AnswerItem;

typedef struct Answer {
    Region *region;
    KbText question;
    KbText asked; // the name that is ambiguous
    const char *kind;
    bool about_last; // evidence of the answer before: follow-ups go on about that one
    AnswerStatus status;
    AnswerItem *items; // [count]
    size_t count, room;
    KbText note; // empty: none
} Answer;

// "2" after an ambiguous answer: this name means that entity.
typedef struct Choice {
    KbText name;
    KbId id;
} Choice;
enum { CHOICES = 8, RECENT = 6 };

typedef struct Recent {
    KbId id;
    KbGender gender;
} Recent;

// What a follow-up may point at.
typedef struct Session {
    KbId last;              // last answered or asked about
    KbId thing, there;      // of these an organization or place; thing ("it"): not where something was answered to be
    Recent people[RECENT];  // the latest first: "he" is the last one who may be a man
    KbId pair[2];           // the two of the last question about two
    Answer *answer;         // the last one; the session's
    Choice chosen[CHOICES]; // [chosen_count] names that mean one of several
    size_t chosen_count;
    Region *region; // of the text of `chosen`
} Session;

void session_clear(Session *session);

// Answers the first reading about known names. Never fails but for I/O: what cannot be answered has a status. The
// answer is freed with answer_free.
KB_MUST_USE KbStatus answer_readings(Kb *kb, Session *session, const Question *readings, size_t count, Answer **answer,
                                     KbError *error);
Answer *answer_new(KbText question, const char *kind, AnswerStatus status, KbText note);
void answer_free(Answer *answer); // accepts NULL
// Makes it the one that follow-ups refer to.
void session_keep(Session *session, Answer *answer);

#endif
