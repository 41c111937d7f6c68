// People meant by their post: "the Russian foreign minister" in place of a name.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/ask.h"

// The question "who is <said>?" decides, where it has one answer; a clause as its time would name others.
const KbEntity *ask_described(Ask *ask, KbText said)
{
    TitleWish wish = WISH_HOLDER;
    if (!text_starts(said, "the ") || !title_known(ask->region, title_strip(said, &wish))) return NULL;
    Question question = {.text = said,
                         .form = QUESTION_HOLDER,
                         .kind = "holder",
                         .param = "",
                         .relations = "",
                         .post = said,
                         .when = ask->question->when,
                         .tense = TENSE_PRESENT};
    if (question.when.kind == WHEN_CLAUSE) question.when = (When){.kind = WHEN_UNSAID};
    Answer answer = {.region = ask->region, .kind = "holder", .status = ANSWER_OK};
    Ask inner = {.region = ask->region,
                 .reader = ask->reader,
                 .session = ask->session,
                 .question = &question,
                 .answer = &answer};
    answer_holder(&inner);
    if (inner.refused || answer.status != ANSWER_OK || answer.count != 1 || answer.items[0].type != KB_PERSON)
        return NULL;
    ask_note(ask, "%.*s: %.*s, %.*s", TEXT_ARGS(said), TEXT_ARGS(answer.items[0].text),
             TEXT_ARGS(answer.items[0].detail));
    return ask_get(ask, kb_text(answer.items[0].entity.text));
}
