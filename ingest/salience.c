// Salience: subjects, names and what is near come to mind first.
// SPDX-License-Identifier: MIT
//
//   salience = sum of the weights of what holds of the two mentions
//
// The weights are steps of a tenth, chosen on storylines that the head was not trained on and on GAP's validation set.
#include "ingest/salience.h"

#include "ingest/binding.h"
#include "ingest/clause.h"

enum { NEAR = 2 }; // sentences

static const float same_sentence = 0.5f, subject_here = 0.7f, subject_before = 0.3f, far = -1, named = 0.7f,
                   last = 0.2f;

float salience(const Document *document, const Mention *pronoun, const Mention *before, bool nearest)
{
    const Token *tokens = document->tokens;
    bool subject = dep_in(document, binding_head(document, before), "|nsubj|nsubj:pass|");
    uint32_t apart = tokens[pronoun->first].sentence - tokens[before->first].sentence;
    float sum = nearest ? last : 0;
    if (apart == 0) sum += same_sentence;
    if (apart > NEAR) sum += far;
    if (subject && apart < 2) sum += apart ? subject_before : subject_here;
    if (before->kind == KB_NAME) sum += named;
    return sum;
}
