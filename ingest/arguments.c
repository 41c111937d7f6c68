// What the dependency tree says around a verb: its subject, its object, the noun that its clause describes.
// SPDX-License-Identifier: MIT
#include "ingest/arguments.h"

enum { CLIMB = 4 };

static const char subjects[] = "|nsubj|nsubj:pass|";
static const char clauses_of_nouns[] = "|acl|acl:relcl|";

bool argument_is(const Document *document, uint32_t token, const char *relations)
{
    return token < document->token_count && word_among(document->tokens[token].dep, relations);
}

static uint32_t last_of_name(const Document *document, uint32_t token)
{
    int32_t mention = document_mention_at(document, token);
    return mention >= 0 ? document->mentions[mention].last - 1 : token;
}

uint32_t argument_of(const Document *document, uint32_t head, const char *relations)
{
    const Sentence *sentence = &document->sentences[document->tokens[head].sentence];
    for (uint32_t i = sentence->first; i < sentence->last; i++)
        if (i != head && document->tokens[i].head == head && argument_is(document, i, relations))
            return last_of_name(document, i);
    return NO_HEAD;
}

// "The company's founder, Ann Poe, died": the name in apposition to a noun without one.
static uint32_t named(const Document *document, uint32_t noun)
{
    if (noun == NO_HEAD || document_mention_at(document, noun) >= 0) return noun;
    uint32_t name = argument_of(document, noun, "|appos|");
    return name != NO_HEAD && document_mention_at(document, name) >= 0 ? name : noun;
}

static bool is_relative_pronoun(const Document *document, uint32_t token)
{
    return token_is(document, token, "who") || token_is(document, token, "which") ||
           token_is(document, token, "that") || token_is(document, token, "whom");
}

uint32_t argument_subject(const Document *document, uint32_t verb)
{
    for (unsigned step = 0; step < CLIMB; step++) {
        uint32_t subject = argument_of(document, verb, subjects), head = document->tokens[verb].head;
        bool relative = subject != NO_HEAD && is_relative_pronoun(document, subject);
        if (subject != NO_HEAD && !relative) return named(document, subject);
        if (head == NO_HEAD || head == verb) return NO_HEAD;
        if (argument_is(document, verb, clauses_of_nouns)) return last_of_name(document, head);
        if (!argument_is(document, verb, "|conj|advcl|xcomp|")) return NO_HEAD;
        verb = head;
    }
    return NO_HEAD;
}

uint32_t argument_antecedent(const Document *document, uint32_t verb)
{
    if (!argument_is(document, verb, clauses_of_nouns)) return NO_HEAD;
    uint32_t subject = argument_of(document, verb, subjects), object = argument_of(document, verb, "|obj|");
    bool open = object == NO_HEAD || is_relative_pronoun(document, object);
    if (subject == NO_HEAD || is_relative_pronoun(document, subject) || !open) return NO_HEAD;
    return last_of_name(document, document->tokens[verb].head);
}
