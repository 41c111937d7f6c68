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

static void remember(Session *session, KbId id, KbType type)
{
    if (!id.text[0]) return;
    session->last = id;
    if (type == KB_PERSON) session->person = id;
    if (type == KB_ORGANIZATION || type == KB_PLACE) session->thing = id;
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
        remember(ask->session, entity->id, entity->type);
    }
    if (found[0].text[0] && found[1].text[0]) ask->session->pair[0] = found[0], ask->session->pair[1] = found[1];
}

static bool about_last_answer(const Question *question)
{
    return question->form == QUESTION_EVIDENCE || question->form == QUESTION_SURE;
}

static void remember_answer(Session *session, const Question *question, const Answer *answer)
{
    static const QuestionForm KEEP[] = {QUESTION_ALIASES, QUESTION_POSTS,     QUESTION_EMPLOYER,
                                        QUESTION_PATH,    QUESTION_DOCUMENTS, QUESTION_NAMED};
    if (answer->status != ANSWER_OK || !answer->count) return;
    for (size_t i = 0; i < sizeof KEEP / sizeof *KEEP; i++)
        if (question->form == KEEP[i]) return;
    remember(session, answer->items[0].entity, answer->items[0].type);
}

void session_keep(Session *session, Answer *answer)
{
    answer_free(session->answer);
    session->answer = answer;
}

// ---------------------------------------------------------------------------------------------- readings

// One reading, with the names of `session` that were chosen before.
static Answer *run_reading(KbReader *reader, Session *session, const Question *question, KbError *error)
{
    Answer *answer = answer_new(question->text, question->kind, ANSWER_OK, (KbText){"", 0});
    Ask ask = {.region = answer->region, .reader = reader, .session = session, .question = question, .answer = answer};
    AnswerFunction *function = ANSWERS[question->form];
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
        remember_answer(session, question, answer);
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
        answered += one->status == ANSWER_OK;
        open += one->status != ANSWER_OK && one->status != ANSWER_NO_ANSWER;
        bool keep = one->status == ANSWER_OK ? answered == 1 : !only;
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
