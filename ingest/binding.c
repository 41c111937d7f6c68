// What a sentence's tree says of its pronouns: whom one cannot stand for, and whom one may look ahead to.
// SPDX-License-Identifier: MIT
#include "ingest/binding.h"

#include <string.h>

#include "ingest/clause.h"

enum { DEPTH = 32, SHARED = 3 };

// The relation without its subtype: "nsubj:pass" is "nsubj".
static bool relation_in(const Document *document, uint32_t token, const char *relations)
{
    KbText dep = document->tokens[token].dep;
    const char *colon = dep.length ? memchr(dep.data, ':', dep.length) : NULL;
    return word_among((KbText){dep.data, colon ? (size_t)(colon - dep.data) : dep.length}, relations);
}

// ---------------------------------------------------------------------------------------------- subjects

static uint32_t own_subject(const Document *document, uint32_t verb)
{
    const Sentence *sentence = &document->sentences[document->tokens[verb].sentence];
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (document->tokens[i].head != verb || i == verb || !relation_in(document, i, "|nsubj|")) continue;
        bool relative = token_in(document, i, "|who|that|which|") && relation_in(document, verb, "|acl|");
        return relative ? document->tokens[verb].head : i;
    }
    return NO_HEAD;
}

static uint32_t own_object(const Document *document, uint32_t verb)
{
    const Sentence *sentence = &document->sentences[document->tokens[verb].sentence];
    for (uint32_t i = sentence->first; i < sentence->last; i++)
        if (document->tokens[i].head == verb && i != verb && relation_in(document, i, "|obj|iobj|")) return i;
    return NO_HEAD;
}

uint32_t binding_subject(const Document *document, uint32_t pronoun)
{
    uint32_t verb = document->tokens[pronoun].head;
    if (verb == NO_HEAD || verb == pronoun || !relation_in(document, pronoun, "|obj|iobj|obl|")) return NO_HEAD;
    for (unsigned steps = 0; steps <= SHARED; steps++) { // "Poe came and told him": verbs share a subject
        uint32_t subject = own_subject(document, verb), up = document->tokens[verb].head;
        if (subject != NO_HEAD) return subject;
        if (up == verb || !relation_in(document, verb, "|conj|xcomp|advcl|")) break;
        uint32_t object = relation_in(document, verb, "|conj|") ? NO_HEAD : own_object(document, up);
        if (object != NO_HEAD)
            return relation_in(document, verb, "|xcomp|") ? object : NO_HEAD; // "Poe told Roe to help him"
        verb = up;
    }
    return NO_HEAD;
}

uint32_t binding_joined(const Document *document, uint32_t noun, uint32_t pronoun)
{
    uint32_t first = relation_in(document, noun, "|conj|") ? document->tokens[noun].head : noun;
    for (uint32_t token = noun + 1; token < pronoun; token++)
        if (document->tokens[token].head == first && relation_in(document, token, "|conj|")) return token;
    return NO_HEAD;
}

// ---------------------------------------------------------------------------------------------- looking ahead

uint32_t binding_head(const Document *document, const Mention *mention)
{
    uint32_t token = mention->first;
    while (token + 1 < mention->last && document->tokens[token].head >= mention->first &&
           document->tokens[token].head < mention->last && document->tokens[token].head != token)
        token++;
    return token;
}

// The token on the way from `token` up to `verb` that hangs on the verb itself; NO_HEAD: it is not on the way.
static uint32_t branch_of(const Document *document, uint32_t token, uint32_t verb)
{
    for (unsigned steps = 0; steps < DEPTH; steps++) {
        uint32_t up = document->tokens[token].head;
        if (up == verb) return token;
        if (up == NO_HEAD || up == token) break;
        token = up;
    }
    return NO_HEAD;
}

bool binding_ahead(const Document *document, uint32_t pronoun, const Mention *name)
{
    const Token *tokens = document->tokens;
    if (name->first <= pronoun || tokens[name->first].sentence != tokens[pronoun].sentence) return false;
    uint32_t subject = binding_head(document, name), verb = tokens[subject].head;
    if (verb == NO_HEAD || verb == subject || !relation_in(document, subject, "|nsubj|")) return false;
    uint32_t branch = branch_of(document, pronoun, verb);
    if (branch == NO_HEAD || !relation_in(document, branch, "|obl|advcl|nmod|advmod|acl|")) return false;
    for (uint32_t i = pronoun; i < name->first; i++)
        if (token_is(document, i, ",")) return true;
    return false;
}

const Mention *binding_conjunct(const Document *document, uint32_t pronoun)
{
    enum { STEPS = 6 };
    uint32_t first = document->sentences[document->tokens[pronoun].sentence].first, token = pronoun ? pronoun - 1 : 0;
    bool joined = token_in(document, pronoun, "|his|her|") && pronoun > first + 1 && token_is(document, token, "and");
    for (unsigned step = 0; joined && step < STEPS && token > first; step++) {
        int32_t at = document_mention_at(document, token - 1);
        const Mention *name = at < 0 ? NULL : &document->mentions[at];
        if (name && name->type == KB_PERSON) return name;
        if (!name && document->tokens[token - 1].pos != POS_NUM && !token_in(document, token - 1, "|,|of|from|in|"))
            break;
        token = name ? name->first : token - 1;
    }
    return NULL;
}
