// Verbs of saying, and the subjects that verbs have.
// SPDX-License-Identifier: MIT
#include "ingest/sayings.h"

#include <string.h>

#include "ingest/clause.h"
#include "ingest/quote_phrases.h"
#include "ingest/quotes.h"

// Verbs that quote what their subject says.
static const char saying[] =
    "|say|tell|add|write|explain|insist|argue|recall|ask|reply|answer|announce|state|report|confirm|note|claim|allege|"
    "suggest|acknowledge|concede|warn|declare|maintain|testify|admit|contend|deny|believe|remark|observe|comment|quip|"
    "joke|shout|cry|whisper|murmur|mutter|exclaim|respond|retort|counter|continue|conclude|complain|stress|emphasize|"
    "emphasise|promise|vow|pledge|predict|caution|protest|plead|agree|repeat|reiterate|tweet|post|read|snap|laugh|sigh|"
    "shrug|grin|smile|fume|sob|boast|lament|muse|scoff|sniff|growl|bellow|inquire|demand|urge|assure|inform|swear|"
    "thunder|rejoice|marvel|wonder|proclaim|assert|affirm|apologize|apologise|interject|volunteer|offer|put|go|accuse|"
    "call|describe|dub|label|term|brand|dismiss|denounce|praise|hail|characterize|characterise|refer|think|feel|"
    "speak|sing|chant|scrawl|scribble|sign|wire|cable|text|email|reject|condemn|blame|refuse|speculate|advise|"
    "remember|remind|reveal|disclose|hope|fear|thank|criticize|criticise|endorse|wish|attack|mock|ridicule|deride|"
    "decry|"
    "deplore|rebuke|scold|salute|commend|compare|liken|portray|depict|congratulate|applaud|lambast|bemoan|";

// Of these, those that say nothing where a quotation only follows somewhere later.
static const char weak[] = "|laugh|sigh|shrug|grin|smile|go|put|read|sign|offer|think|feel|speak|hope|fear|refuse|post|"
                           "remember|continue|believe|agree|wonder|reject|sniff|reveal|";

bool is_adverbial(const Document *d, uint32_t token)
{
    return token_is_pos(d, token, POS_ADV) || token_is_pos(d, token, POS_AUX) ||
           token_in(d, token, "|then|also|later|once|has|had|");
}

static bool saying_verb(const Document *d, uint32_t token, const char *lemmas)
{
    char lemma[LEMMA_SIZE];
    VerbForm form;
    const Token *t = &d->tokens[token];
    if (!t->lower.length || t->lower.data[0] < 'a') return false;
    bool nominal = t->pos == POS_NOUN || t->pos == POS_PROPN || t->pos == POS_ADJ;
    if (nominal && !token_in(d, token, "|said|says|told|")) return false;
    if (document_mention_at(d, token) >= 0 && t->pos != POS_VERB) return false;
    return verb_lemma(t->lower, lemma, &form) && lemma_in(lemma, lemmas);
}

bool says(const Document *d, uint32_t token)
{
    return saying_verb(d, token, saying);
}

bool says_weakly(const Document *d, uint32_t token)
{
    return saying_verb(d, token, weak);
}

bool is_passive(const Document *d, uint32_t verb)
{
    uint32_t before = verb;
    while (before && token_is_pos(d, before - 1, POS_ADV))
        before--;
    bool verbal = token_is_pos(d, verb, POS_VERB) || token_is_pos(d, verb, POS_NONE);
    bool participle = verbal && !word_ends(d->tokens[verb].lower, "ing", 2);
    return participle && before && token_in(d, before - 1, "|is|are|was|were|be|been|being|'s|");
}

// ---------------------------------------------------------------------------------------------- subjects

static bool is_named(const Document *d, uint32_t token)
{
    int32_t mention = document_mention_at(d, token);
    return mention >= 0 && d->mentions[mention].kind == KB_NAME;
}

// "asked by the chair, Ann Poe": the name in apposition to an agent.
bool is_agent(const Document *d, uint32_t name, uint32_t limit)
{
    if (!is_named(d, name) || name < limit + 3 || !token_is(d, name - 1, ",")) return false;
    uint32_t first = noun_phrase_start(d, name - 2, limit);
    return first > limit && token_is(d, first - 1, "by");
}

// Of several, that nearest before the verb, since trees hang the owner of the subject on it too; but not what is said
// of a name.
uint32_t subject_child(const Document *d, uint32_t verb)
{
    const Sentence *sentence = &d->sentences[d->tokens[verb].sentence];
    uint32_t subject = NO_TOKEN;
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        bool child = d->tokens[t].head == verb && t != verb && dep_in(d, t, "|nsubj|nsubj:outer|");
        if (!child || document_quote_at(d, t) >= 0) continue;
        bool noun = token_is_pos(d, t, POS_NOUN) || (token_is_pos(d, t, POS_PROPN) && is_indefinite(d, t));
        bool apposed = subject != NO_TOKEN && is_named(d, subject) && (noun || is_agent(d, t, sentence->first));
        if (subject == NO_TOKEN || (t < verb && !apposed)) subject = t;
    }
    return subject;
}

// Subject of a verb in its tree, or of the verb that governs it: "stepped down, saying ...".
uint32_t subject_by_tree(const Document *d, uint32_t verb)
{
    for (unsigned hops = 0; hops < 4 && token_has_tree(d, verb); hops++) {
        uint32_t subject = subject_child(d, verb);
        uint32_t head = d->tokens[verb].head;
        bool relative = subject != NO_TOKEN && token_in(d, subject, "|who|which|that|");
        if (relative && dep_in(d, verb, "|acl:relcl|acl|")) return head;
        if (subject != NO_TOKEN && !relative) return subject;
        if (dep_in(d, verb, "|acl|acl:relcl|")) return head;
        if (!dep_in(d, verb, "|conj|advcl|xcomp|advcl:relcl|")) return NO_TOKEN;
        verb = head;
    }
    return NO_TOKEN;
}

static bool nominal(const Document *d, uint32_t token)
{
    return document_mention_at(d, token) >= 0 || token_is_pos(d, token, POS_NOUN) || token_is_pos(d, token, POS_PRON);
}

static bool is_person(const Document *d, uint32_t first, uint32_t last)
{
    int32_t mention = is_named(d, first) ? document_mention_at(d, first) : KB_NONE;
    const Mention *name = mention >= 0 ? &d->mentions[mention] : NULL;
    return name && name->type == KB_PERSON && name->first == first && name->last == last;
}

// Back from `end` to what follows the comma before it, or as far as an aside goes.
static uint32_t after_comma(const Document *d, uint32_t end, uint32_t verb, uint32_t limit)
{
    while (end > limit && verb - end < 2 * NEAR && !token_is(d, end - 1, ","))
        end--;
    return end;
}

// The last token of the noun phrase right before a verb, or of the name before an aside between commas.
static uint32_t subject_by_place(const Document *d, uint32_t verb, uint32_t limit)
{
    uint32_t end = verb;
    while (end > limit && is_adverbial(d, end - 1))
        end--;
    bool aside = end > limit && token_is(d, end - 1, ",");
    while (end > limit && token_is(d, end - 1, ",")) {
        uint32_t name = after_comma(d, end - 1, verb, limit);
        if (name == limit) return NO_TOKEN;
        int32_t before = name > limit + 1 ? document_mention_at(d, name - 2) : KB_NONE;
        uint8_t type = before >= 0 ? d->mentions[before].type : (uint8_t)KB_PERSON;
        uint32_t first =
            before >= 0 ? d->mentions[before].first : 0; // "a lawyer for Acme, Ann Poe,", "an aide to Hay, Poe,"
        bool held = type != KB_PERSON || (first && token_in(d, first - 1, "|for|of|to|"));
        if (held && is_person(d, name, end - 1)) return name;
        end = name - 1;
        if (type != KB_PLACE) break;
        end = after_comma(d, end, verb, limit); // "Ann Poe, Labour of Leeds, who ..."
    }
    if (end == limit) return NO_TOKEN;
    uint32_t last = end - 1, first = noun_phrase_start(d, last, limit);
    while (!aside && nominal(d, last) && first > limit + 1 && token_is_pos(d, first - 1, POS_ADP)) {
        last = first - 2;
        first = noun_phrase_start(d, last, limit);
    }
    int32_t mention = document_mention_at(d, last);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    return (name || (!aside && nominal(d, last))) && document_quote_at(d, last) < 0 ? last : NO_TOKEN;
}

// The subject of a finite verb itself, by the tree or else by place.
uint32_t subject_own(const Document *d, uint32_t verb, uint32_t limit)
{
    KbText word = d->tokens[verb].lower;
    uint32_t subject = subject_child(d, verb);
    bool told = subject != NO_TOKEN && subject < verb && subject >= limit && !is_possessive(d, subject);
    if (told) return subject;
    bool finite = !(word.length > 4 && memcmp(word.data + word.length - 3, "ing", 3) == 0) &&
                  !(verb > limit && token_is(d, verb - 1, "to"));
    return finite ? subject_by_place(d, verb, limit) : NO_TOKEN;
}

// Is the mention the object of a preposition: "a lawyer for Acme said"?
static bool governed(const Document *d, const Mention *mention)
{
    static const char prepositions[] = "|of|for|in|at|from|to|with|by|on|about|near|as|against|over|into|under|than|";
    uint32_t first = mention->first;
    while (first && (token_is_pos(d, first - 1, POS_DET) || token_is_pos(d, first - 1, POS_ADJ) ||
                     token_is(d, first - 1, "the")))
        first--;
    return first && token_in(d, first - 1, prepositions);
}

// Without a tree: the nearest mention before the verb that no preposition governs, or what "who" stands for.
int32_t subject_nearest(const Document *d, uint32_t verb, uint32_t limit)
{
    uint32_t from = verb;
    for (uint32_t t = verb; t-- > limit;)
        if (token_is(d, t, "who") && t > limit) from = t;
    for (size_t i = document_mentions_from(d, from); i-- > 0;) {
        const Mention *mention = &d->mentions[i];
        if (mention->first < limit) break;
        bool object = token_in(d, mention->first, "|him|them|me|us|whom|himself|herself|") ||
                      dep_in(d, mention->first, "|obj|iobj|obl|");
        if (object || document_quote_at(d, mention->first) >= 0 || governed(d, mention)) continue;
        int32_t chain = chain_at(d, mention->first);
        if (chain >= 0) return chain;
    }
    return KB_NONE;
}

// "by Ann Poe", behind a passive verb.
int32_t passive_agent(const Document *d, uint32_t verb, uint32_t limit)
{
    for (uint32_t t = verb + 1; t < limit && t < verb + NEAR; t++)
        if (token_is(d, t, "by")) return phrase_chain(d, t + 1, limit);
    return KB_NONE;
}

int32_t subject_between(const Document *d, uint32_t verb, uint32_t limit)
{
    static const char put_in[] = "|said|says|wrote|writes|argued|argues|explained|explains|insisted|added|adds|";
    if (!verb || !token_is(d, verb - 1, ",") || !token_in(d, verb, put_in)) return KB_NONE;
    uint32_t end = noun_phrase_end(d, verb + 1, limit);
    return end > verb + 1 && token_is(d, end, ",") ? phrase_chain(d, verb + 1, limit) : KB_NONE;
}
