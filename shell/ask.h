// What the parts of the answer module share: one question being answered.
// SPDX-License-Identifier: MIT
#ifndef SHELL_ASK_H
#define SHELL_ASK_H

#include "shell/answer.h"
#include "shell/title.h"

typedef struct Ask {
    Region *region; // the answer's
    KbReader *reader;
    Session *session;
    const Question *question;
    Answer *answer;
    KbError error; // KB_OK: no I/O error so far
    bool refused;  // a name was unknown or ambiguous: the answer says so
} Ask;

enum { ANY_TYPE = 0, PERSONS = 1 << KB_PERSON, ORGANIZATIONS = 1 << KB_ORGANIZATION, PLACES = 1 << KB_PLACE };

// --- names

// The entity that a name, a pronoun or an id means; NULL when it is unknown or ambiguous, and then the answer says so.
const KbEntity *ask_entity(Ask *ask, KbText said, unsigned types);
// The only holder of a post that stands for the name, as "the Russian foreign minister"; NULL: there is no such one.
const KbEntity *ask_described(Ask *ask, KbText said);
// All entities a name may mean, best first; none: count 0. Says nothing.
size_t ask_candidates(Ask *ask, KbText said, unsigned types, const KbCandidate **found);
const KbEntity *ask_get(Ask *ask, KbText id);          // NULL: not found
void ask_each(Ask *ask, KbVisit visit, void *context); // all entities, in the order of their ids
void ask_refuse_unknown(Ask *ask, KbText name);
bool ask_is_pair(KbText said); // "they", "them", "the two"

// --- items

AnswerItem *ask_item(Ask *ask, KbText text, const KbRef *entity, KbText detail);
void ask_support(Ask *ask, AnswerItem *item, const KbSource *sources, size_t count, uint16_t confidence);
AnswerItem *ask_role_item(Ask *ask, KbText text, const KbRef *entity, KbText detail, const KbHeldRole *role);
AnswerItem *ask_link_item(Ask *ask, KbText text, const KbRef *entity, KbText detail, const KbLink *link);
void ask_status(Ask *ask, AnswerStatus status);
void ask_note(Ask *ask, const char *format, ...) __attribute__((format(printf, 2, 3)));
void ask_yes_no(Ask *ask, bool yes, KbText detail);
void ask_drop_short_names(Ask *ask);
KbRef ask_ref(const KbEntity *entity);

// --- claims

bool role_stands(const KbHeldRole *role); // said to be so: not denied, planned or alleged
bool link_stands(const KbLink *link);
KbRef role_at(const KbHeldRole *role);                // the organization, else the place, else the person
KbText role_label(Ask *ask, const KbHeldRole *role);  // "chairman, Joint Chiefs of Staff"
KbText role_detail(Ask *ask, const KbHeldRole *role); // the same with "acting", "former" and dates
KbText dates_text(Ask *ask, const KbDate *dates);     // "2017", "2017 to 2019"; "" when unknown
KbText date_text(Ask *ask, KbDate date);
KbText claim_shade(KbPolarity polarity, KbModality modality); // "planned", "denied", ""; static

// --- time

// The period asked about; false when a clause could not be placed in time (and the answer says so).
bool ask_period(Ask *ask, When *when);
KbDate ask_last_day(Ask *ask); // of the last dated article; year 0: none has a date
// Whether a date from `from` to `to` (the unknown fits nothing) lies in the time asked about.
bool when_fits(const When *when, KbDate from, KbDate to);

// --- answers, one per form
typedef void AnswerFunction(Ask *ask);
AnswerFunction answer_who, answer_identity, answer_aliases, answer_same, answer_named, answer_like, answer_which,
    answer_posts, answer_before, answer_is, answer_was, answer_became, answer_tenure, answer_employer, answer_boss;
AnswerFunction answer_holder, answer_holders, answer_neighbour, answer_head, answer_holder_at, answer_successor,
    answer_staff;
AnswerFunction answer_relation, answer_yes_no, answer_event, answer_path, answer_common, answer_together;
AnswerFunction answer_timeline, answer_seen, answer_documents, answer_evidence, answer_sure, answer_most, answer_other,
    answer_every, answer_name;
AnswerFunction answer_former_name, answer_believed, answer_changes, answer_newcomers, answer_movers, answer_doubts,
    answer_disagree, answer_said, answer_rests_on, answer_paths, answer_companions, answer_colleagues, answer_several,
    answer_later, answer_both, answer_contenders;

#endif
