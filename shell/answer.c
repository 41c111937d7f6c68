// Questions -> answers with evidence: tries the readings of a line until one is about known names.
// SPDX-License-Identifier: MIT
#include "shell/answer.h"

#include <string.h>

#include "shell/ask.h"

// Namesakes that a fact is tried on, and ambiguous names in one question.
enum { NAMESAKES_TRIED = 12, NAMES_DECIDED = 2 };

static AnswerFunction *const ANSWERS[QUESTION_COUNT] = {
    [QUESTION_WHO] = answer_who,
    [QUESTION_IDENTITY] = answer_identity,
    [QUESTION_ALIASES] = answer_aliases,
    [QUESTION_SAME] = answer_same,
    [QUESTION_NAMED] = answer_named,
    [QUESTION_LIKE] = answer_like,
    [QUESTION_WHICH] = answer_which,
    [QUESTION_POSTS] = answer_posts,
    [QUESTION_BEFORE] = answer_before,
    [QUESTION_AFTER] = answer_before,
    [QUESTION_IS] = answer_is,
    [QUESTION_WAS] = answer_was,
    [QUESTION_BECAME] = answer_became,
    [QUESTION_LEFT] = answer_became,
    [QUESTION_TENURE] = answer_tenure,
    [QUESTION_EMPLOYER] = answer_employer,
    [QUESTION_BOSS] = answer_boss,
    [QUESTION_HOLDER] = answer_holder,
    [QUESTION_HOLDERS] = answer_holders,
    [QUESTION_HOLDER_BEFORE] = answer_neighbour,
    [QUESTION_HOLDER_AFTER] = answer_neighbour,
    [QUESTION_HEAD] = answer_head,
    [QUESTION_HOLDER_AT] = answer_holder_at,
    [QUESTION_SUCCESSOR] = answer_successor,
    [QUESTION_PREDECESSOR] = answer_successor,
    [QUESTION_STAFF] = answer_staff,
    [QUESTION_RELATION] = answer_relation,
    [QUESTION_YESNO] = answer_yes_no,
    [QUESTION_EVENT] = answer_event,
    [QUESTION_PATH] = answer_path,
    [QUESTION_COMMON] = answer_common,
    [QUESTION_TOGETHER] = answer_together,
    [QUESTION_TIMELINE] = answer_timeline,
    [QUESTION_SEEN] = answer_seen,
    [QUESTION_DOCUMENTS] = answer_documents,
    [QUESTION_EVIDENCE] = answer_evidence,
    [QUESTION_SURE] = answer_sure,
    [QUESTION_MOST] = answer_most,
    [QUESTION_OTHER] = answer_other,
    [QUESTION_EVERY] = answer_every,
    [QUESTION_NAME] = answer_name,
    [QUESTION_FORMER_NAME] = answer_former_name,
    [QUESTION_BELIEVED] = answer_believed,
    [QUESTION_CHANGES] = answer_changes,
    [QUESTION_NEWCOMERS] = answer_newcomers,
    [QUESTION_MOVERS] = answer_movers,
    [QUESTION_DOUBTS] = answer_doubts,
    [QUESTION_DISAGREE] = answer_disagree,
    [QUESTION_SAID] = answer_said,
    [QUESTION_CONTENDERS] = answer_contenders,
    [QUESTION_RESTS_ON] = answer_rests_on,
    [QUESTION_PATHS] = answer_paths,
    [QUESTION_COMPANIONS] = answer_companions,
    [QUESTION_COLLEAGUES] = answer_colleagues,
    [QUESTION_SEVERAL] = answer_several,
    [QUESTION_LATER] = answer_later,
    [QUESTION_BOTH] = answer_both,
};

static const char *const STATUS_NAMES[] = {"ok", "ambiguous", "unknown_entity", "no_answer", "not_understood"};

const char *answer_status_name(AnswerStatus status)
{
    return STATUS_NAMES[status];
}

Answer *answer_new(KbText question, const char *kind, AnswerStatus status, KbText note)
{
    Region *region = region_new();
    Answer *answer = region_alloc(region, 1, sizeof *answer);
    *answer = (Answer){.region = region,
                       .question = region_text(region, question),
                       .kind = kind,
                       .status = status,
                       .note = region_text(region, note)};
    return answer;
}

void answer_free(Answer *answer)
{
    if (answer) region_free(answer->region);
}

void session_clear(Session *session)
{
    answer_free(session->answer);
    region_free(session->region);
    *session = (Session){.answer = NULL};
}

// ---------------------------------------------------------------------------------------------- follow-ups

static void remember_person(Session *session, KbId id, KbGender gender)
{
    size_t at = 0;
    while (at + 1 < RECENT && strcmp(session->people[at].id.text, id.text) != 0)
        at++;
    memmove(session->people + 1, session->people, at * sizeof *session->people);
    session->people[0] = (Recent){id, gender};
}

// gender: what the question says of the answer ("his wife"), where the entity does not. where: it is where something
// is.
static void remember(Ask *ask, KbId id, KbGender gender, bool where)
{
    const KbEntity *entity = id.text[0] ? ask_get(ask, kb_text(id.text)) : NULL;
    Session *session = ask->session;
    if (!entity) return;
    session->last = id;
    if (entity->type == KB_PERSON)
        remember_person(session, id, entity->gender == KB_GENDER_UNKNOWN ? gender : entity->gender);
    if (entity->type != KB_ORGANIZATION && entity->type != KB_PLACE) return;
    session->there = id;
    if (!where || !session->thing.text[0]) session->thing = id;
}

// What "he", "it" or "they" will mean: the entities asked about, then the first that was answered.
static void remember_question(Ask *ask)
{
    const KbText slots[] = {ask->question->x, ask->question->y};
    KbId found[2] = {{""}, {""}};
    Ask probe = *ask;
    Answer scratch = *ask->answer;
    probe.answer = &scratch;
    for (size_t i = 0; i < 2; i++) {
        bool named = slots[i].length && ask->question->form != QUESTION_WHO && ask->question->form != QUESTION_NAME &&
                     !(i == 0 && ask_is_pair(slots[0]) && !slots[1].length);
        const KbEntity *entity = named ? ask_entity(&probe, slots[i], ANY_TYPE) : NULL;
        if (!entity) continue;
        found[i] = entity->id;
        remember(ask, entity->id, KB_GENDER_UNKNOWN, false);
    }
    if (found[0].text[0] && found[1].text[0]) ask->session->pair[0] = found[0], ask->session->pair[1] = found[1];
}

static bool about_last_answer(const Question *question)
{
    return question->form == QUESTION_EVIDENCE || question->form == QUESTION_SURE ||
           question->form == QUESTION_DISAGREE;
}

static void remember_answer(Ask *ask, const Question *question, const Answer *answer)
{
    static const QuestionForm KEEP[] = {QUESTION_ALIASES, QUESTION_POSTS,     QUESTION_EMPLOYER,
                                        QUESTION_PATH,    QUESTION_DOCUMENTS, QUESTION_NAMED};
    if (answer->status != ANSWER_OK || !answer->count) return;
    for (size_t i = 0; i < sizeof KEEP / sizeof *KEEP; i++)
        if (question->form == KEEP[i]) return;
    remember(ask, answer->items[0].entity, question->gender, strcmp(answer->kind, "place") == 0);
}

void session_keep(Session *session, Answer *answer)
{
    answer_free(session->answer);
    session->answer = answer;
}

// ---------------------------------------------------------------------------------------------- readings

// "Last month" counts from the last article: the same question over the same articles has the same answer.
static void settle_time(Ask *ask, Question *question)
{
    bool relative = question->when.kind == WHEN_RELATIVE;
    if (!relative && question->form != QUESTION_BELIEVED) return;
    KbDate day = ask_last_day(ask);
    question->when = when_resolve(question->when, day);
    if (relative && day.year) ask_note(ask, "counted from the last article, %.*s", TEXT_ARGS(date_text(ask, day)));
}

// One reading, with the names of `session` that were chosen before.
static Answer *run_reading(KbReader *reader, Session *session, const Question *reading, KbError *error)
{
    Answer *answer = answer_new(reading->text, reading->kind, ANSWER_OK, (KbText){"", 0});
    Question settled = *reading, *question = &settled;
    Ask ask = {.region = answer->region, .reader = reader, .session = session, .question = question, .answer = answer};
    AnswerFunction *function = ANSWERS[question->form];
    settle_time(&ask, question);
    if (!function) {
        answer->status = ANSWER_NOT_UNDERSTOOD;
        return answer;
    }
    function(&ask);
    if (ask.error.status != KB_OK) *error = ask.error;
    answer->about_last = about_last_answer(question) && !question->x.length;
    bool known = answer->status == ANSWER_OK || answer->status == ANSWER_NO_ANSWER;
    if (known) ask_drop_short_names(&ask);
    if (known && !about_last_answer(question)) {
        remember_question(&ask);
        remember_answer(&ask, question, answer);
    }
    return answer;
}

// A question about a fact decides between namesakes where it fits one of them only; where it fits none, there is no
// answer. Who somebody is, it cannot decide.
static bool fact_decides(const Question *question, const Answer *answer)
{
    static const QuestionForm NEVER[] = {QUESTION_WHO,  QUESTION_IDENTITY,  QUESTION_NAMED,
                                         QUESTION_SAME, QUESTION_DOCUMENTS, QUESTION_TIMELINE,
                                         QUESTION_SEEN, QUESTION_EVIDENCE,  QUESTION_OTHER};
    for (size_t i = 0; i < sizeof NEVER / sizeof *NEVER; i++)
        if (question->form == NEVER[i]) return false;
    return answer->status == ANSWER_AMBIGUOUS && answer->count <= NAMESAKES_TRIED;
}

static bool same_answers(const Answer *a, const Answer *b)
{
    if (a->count != b->count || a->status != b->status) return false;
    for (size_t i = 0; i < a->count; i++)
        if (!kb_text_equal(a->items[i].text, b->items[i].text)) return false;
    return true;
}

static Answer *try_reading(KbReader *reader, Session *session, const Question *question, unsigned depth, KbError *error)
{
    Session before = *session;
    Answer *answer = run_reading(reader, session, question, error), *only = NULL;
    size_t answered = 0, open = 0;
    if (depth == NAMES_DECIDED || !fact_decides(question, answer)) return answer;
    Session after = before;
    for (size_t i = 0; i < answer->count && error->status == KB_OK; i++) {
        Session trial = before;
        trial.chosen[trial.chosen_count++] = (Choice){answer->asked, answer->items[i].entity};
        Answer *one = try_reading(reader, &trial, question, depth + 1, error);
        bool again = only && one->status == ANSWER_OK && same_answers(one, only); // one person under two entities
        answered += one->status == ANSWER_OK && !again;
        open += one->status != ANSWER_OK && one->status != ANSWER_NO_ANSWER;
        bool keep = one->status == ANSWER_OK ? answered == 1 && !again : !only;
        if (keep) {
            answer_free(only);
            only = one;
            after = trial;
        } else {
            answer_free(one);
        }
    }
    if (!only || answered > 1 || open) {
        answer_free(only);
        return answer;
    }
    answer_free(answer);
    memcpy(after.chosen, before.chosen, sizeof after.chosen);
    after.chosen_count = before.chosen_count;
    *session = after;
    return only;
}

// The first reading about known names; among those that are not, the first.
static Answer *try_readings(KbReader *reader, Session *session, const Question *readings, size_t count, KbError *error)
{
    Answer *refusal = NULL;
    for (size_t i = 0; i < count && error->status == KB_OK; i++) {
        Answer *answer = try_reading(reader, session, &readings[i], 0, error);
        bool settled = answer->status != ANSWER_UNKNOWN_ENTITY && answer->status != ANSWER_NOT_UNDERSTOOD;
        if (settled) {
            answer_free(refusal);
            return answer;
        }
        if (refusal)
            answer_free(answer);
        else
            refusal = answer;
    }
    return refusal;
}

KbStatus answer_readings(Kb *kb, Session *session, const Question *readings, size_t count, Answer **answer,
                         KbError *error)
{
    KbReader *reader = NULL;
    *answer = NULL;
    KbStatus status = kb_reader_open(kb, &reader, error);
    if (status != KB_OK) return status;
    KbError failure = {.status = KB_OK};
    *answer = try_readings(reader, session, readings, count, &failure);
    kb_reader_close(reader);
    if (failure.status == KB_OK) return KB_OK;
    answer_free(*answer);
    *answer = NULL;
    *error = failure;
    return failure.status;
}
