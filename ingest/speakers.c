// Speakers of quotations: verbs of saying around the marks, their subjects, and what carries over from before.
// SPDX-License-Identifier: MIT
#include "ingest/speakers.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quotes.h"

enum { LONG_SPEECH = 4, NEAR = 12, RECENT = 100 };
// Looked through at most, so that a long document stays linear: tokens, mentions, quotations.
enum { TOKEN_REACH = 250, MENTION_REACH = 200, QUOTE_REACH = 40 };

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

typedef struct Frame { // the words of a sentence on one side of a quotation; other quotations may stand between
    uint32_t first, last;
} Frame;

typedef struct Source { // who is told to speak
    bool found;
    int32_t chain;    // -1: somebody unnamed
    uint32_t subject; // the word that names the speaker; NO_TOKEN: none
} Source;

typedef struct Speakers {
    Document *document;
    bool *behind;  // [quote_count] "..., she said": the words after it say who
    Frame *frames; // [quote_count] the words after it, up to the next mark or the end of the sentence
    int32_t *said; // [token_count] chain of the speaker that a pronoun stands for; -1: of none
} Speakers;

// ---------------------------------------------------------------------------------------------- words

static bool is_pos(const Document *d, uint32_t token, Upos pos)
{
    return token < d->token_count && d->tokens[token].pos == pos;
}

static bool has_tree(const Document *d, uint32_t token)
{
    return token < d->token_count && d->tokens[token].dep.length > 0 && d->tokens[token].head < d->token_count;
}

static bool ends_sentence(const Document *d, uint32_t token)
{
    if (token >= d->token_count) return false;
    KbText word = d->tokens[token].lower;
    return word.length == 1 && (word.data[0] == '.' || word.data[0] == '?' || word.data[0] == '!');
}

static bool is_lower(const Document *d, uint32_t token)
{
    if (token >= d->token_count) return false;
    char letter = d->text.data[d->tokens[token].start];
    return letter >= 'a' && letter <= 'z';
}

static bool adverbial(const Document *d, uint32_t token)
{
    return is_pos(d, token, POS_ADV) || is_pos(d, token, POS_AUX) ||
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

static bool passive(const Document *d, uint32_t verb)
{
    uint32_t before = verb;
    while (before && is_pos(d, before - 1, POS_ADV))
        before--;
    bool verbal = is_pos(d, verb, POS_VERB) || is_pos(d, verb, POS_NONE);
    bool participle = verbal && !token_in(d, verb, "|saying|telling|asking|calling|adding|writing|");
    return participle && before && token_in(d, before - 1, "|is|are|was|were|be|been|being|'s|");
}

// ---------------------------------------------------------------------------------------------- noun phrases

static bool possessive(const Document *d, uint32_t token)
{
    static const char owners[] = "|his|its|their|my|our|your|whose|";
    bool her = token_in(d, token, "|her|") && !ends_sentence(d, token + 1) && !token_in(d, token + 1, "|,|:|");
    return token_in(d, token, owners) || her || token_in(d, token + 1, "|'s|") ||
           (token_is(d, token + 1, "'") && is_pos(d, token + 1, POS_PART));
}

// Chain of the mention at the token, unless it owns what follows: "Poe's lawyer".
static int32_t chain_at(const Document *d, uint32_t token)
{
    int32_t mention = document_mention_at(d, token);
    if (mention < 0) return KB_NONE;
    return possessive(d, d->mentions[mention].last - 1) ? KB_NONE : d->mentions[mention].chain;
}

// The name that the tree hangs on a noun: "the owner, Rick Pacas", "surgeon Ann Poe".
static int32_t named_beside(const Document *d, uint32_t head)
{
    if (!has_tree(d, head)) return KB_NONE;
    const Sentence *sentence = &d->sentences[d->tokens[head].sentence];
    uint32_t last = head + 2 * NEAR < sentence->last ? head + 2 * NEAR : sentence->last;
    for (uint32_t t = head > sentence->first + NEAR ? head - NEAR : sentence->first; t < last; t++) {
        bool beside = t != head && d->tokens[t].head == head && dep_in(d, t, "|appos|flat|compound|nmod:desc|nmod|");
        int32_t mention = beside ? document_mention_at(d, t) : KB_NONE;
        if (mention < 0 || d->mentions[mention].kind != KB_NAME || d->mentions[mention].type != KB_PERSON) continue;
        bool prepositional = d->mentions[mention].first && is_pos(d, d->mentions[mention].first - 1, POS_ADP);
        if (!prepositional && chain_at(d, t) >= 0) return d->mentions[mention].chain;
    }
    return KB_NONE;
}

static bool ends_phrase(const Document *d, uint32_t token)
{
    return token_in(d, token,
                    "|,|.|:|;|?|!|(|—|–|who|which|that|of|for|in|at|on|from|to|with|by|after|as|when|while|about|near|"
                    "during|and|but|\"|“|");
}

// The last mention of a phrase that begins at `first`: "OCHA spokesman Samora Ndirangu".
static int32_t last_of_phrase(const Document *d, uint32_t first, uint32_t limit, uint32_t *end)
{
    int32_t chain = KB_NONE;
    uint32_t token = first;
    while (token < limit && !ends_phrase(d, token)) {
        int32_t mention = document_mention_at(d, token);
        if (mention >= 0 && d->mentions[mention].last > token) {
            int32_t found = chain_at(d, token);
            if (found >= 0) chain = found;
            token = d->mentions[mention].last;
        } else {
            if (!token_in(d, token, "|'s|himself|herself|") && !is_pos(d, token, POS_ADV)) chain = KB_NONE;
            token++;
        }
    }
    *end = token;
    return chain;
}

// The name in apposition to the phrase at `first`: "a lawyer for Acme, Ann Poe,", "the dean, Professor Sir Tom Hay".
static int32_t apposed(const Document *d, uint32_t first, uint32_t limit)
{
    uint32_t end = first, last;
    while (end < limit && end < first + NEAR && !token_in(d, end, "|,|.|who|"))
        end++;
    if (!token_is(d, end, ",")) return KB_NONE;
    int32_t chain = last_of_phrase(d, end + 1, limit, &last);
    int32_t mention = chain >= 0 ? document_mention_at(d, last - 1) : KB_NONE;
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == KB_PERSON;
    return name ? chain : KB_NONE;
}

// Chain of the noun phrase at `first`, or of the name in apposition to it.
static int32_t phrase_chain(const Document *d, uint32_t first, uint32_t limit)
{
    uint32_t end;
    int32_t chain = last_of_phrase(d, first, limit, &end);
    return chain >= 0 ? chain : apposed(d, first, limit);
}

// "the general", "the 63-year-old Belgian"
static bool definite(const Document *d, uint32_t head)
{
    for (uint32_t t = head; t && head - t < 7; t--) {
        if (token_is(d, t - 1, "the")) return true;
        if (!is_pos(d, t - 1, POS_ADJ) && !is_pos(d, t - 1, POS_NOUN) && !is_pos(d, t - 1, POS_NUM) &&
            !is_pos(d, t - 1, POS_PROPN) && !token_in(d, t - 1, "|-|"))
            return false;
    }
    return false;
}

// "an inspector", "one juror": somebody new
static bool indefinite(const Document *d, uint32_t head)
{
    for (uint32_t t = head; t && head - t < 5; t--) {
        if (token_in(d, t - 1, "|a|an|one|another|")) return true;
        if (!is_pos(d, t - 1, POS_ADJ) && !is_pos(d, t - 1, POS_NOUN)) return false;
    }
    return false;
}

static bool plural(const Document *d, uint32_t token)
{
    KbText features = d->tokens[token].features;
    return features.length && memmem(features.data, features.length, "Number=Plur", 11) != NULL;
}

// Chain of the noun phrase whose head is `head`: of its name, of the name beside it, of the noun or pronoun itself.
static int32_t head_chain(const Document *d, uint32_t head)
{
    int32_t mention = document_mention_at(d, head);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    int32_t chain = name ? chain_at(d, head) : named_beside(d, head);
    if (chain < 0 && !name && is_pos(d, head, POS_NOUN) && indefinite(d, head)) return KB_NONE;
    if (chain < 0) chain = chain_at(d, head);
    if (chain < 0) chain = pronoun_chain(d, head);
    if (chain < 0 && has_tree(d, head) && dep_in(d, head, "|appos|")) chain = chain_at(d, d->tokens[head].head);
    return chain;
}

// ---------------------------------------------------------------------------------------------- subjects

static uint32_t child_of(const Document *d, uint32_t head, const char *labels)
{
    const Sentence *sentence = &d->sentences[d->tokens[head].sentence];
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        if (d->tokens[t].head == head && t != head && dep_in(d, t, labels) && document_quote_at(d, t) < 0) return t;
    return NO_TOKEN;
}

// Subject of a verb in its tree, or of the verb that governs it: "stepped down, saying ...".
static uint32_t tree_subject(const Document *d, uint32_t verb)
{
    for (unsigned hops = 0; hops < 4 && has_tree(d, verb); hops++) {
        uint32_t subject = child_of(d, verb, "|nsubj|nsubj:outer|");
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
    return document_mention_at(d, token) >= 0 || is_pos(d, token, POS_NOUN) || is_pos(d, token, POS_PRON);
}

// The last token of the noun phrase right before a verb, or of the name before an aside between commas.
static uint32_t subject_by_place(const Document *d, uint32_t verb, uint32_t limit)
{
    uint32_t end = verb;
    while (end > limit && adverbial(d, end - 1))
        end--;
    bool aside = end > limit && token_is(d, end - 1, ",");
    if (aside) {
        for (end--; end > limit && verb - end < 2 * NEAR && !token_is(d, end - 1, ","); end--)
            ;
        if (end > limit) end--;
    }
    if (end == limit) return NO_TOKEN;
    uint32_t last = end - 1, first = noun_phrase_start(d, last, limit);
    while (!aside && nominal(d, last) && first > limit + 1 && is_pos(d, first - 1, POS_ADP)) {
        last = first - 2;
        first = noun_phrase_start(d, last, limit);
    }
    int32_t mention = document_mention_at(d, last);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    return (name || (!aside && nominal(d, last))) && document_quote_at(d, last) < 0 ? last : NO_TOKEN;
}

// The subject of a finite verb itself, by the tree or else by place.
static uint32_t own_subject(const Document *d, uint32_t verb, uint32_t limit)
{
    KbText word = d->tokens[verb].lower;
    uint32_t subject = child_of(d, verb, "|nsubj|nsubj:outer|");
    bool told = subject != NO_TOKEN && subject < verb && subject >= limit && !possessive(d, subject);
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
    while (first && (is_pos(d, first - 1, POS_DET) || is_pos(d, first - 1, POS_ADJ) || token_is(d, first - 1, "the")))
        first--;
    return first && token_in(d, first - 1, prepositions);
}

// Without a tree: the nearest mention before the verb that no preposition governs, or what "who" stands for.
static int32_t nearest_before(const Document *d, uint32_t verb, uint32_t limit)
{
    uint32_t from = verb;
    for (uint32_t t = verb; t-- > limit;)
        if (token_is(d, t, "who") && t > limit) from = t;
    for (size_t i = document_mentions_from(d, from); i-- > 0;) {
        const Mention *mention = &d->mentions[i];
        if (mention->first < limit) break;
        if (document_quote_at(d, mention->first) >= 0 || governed(d, mention)) continue;
        int32_t chain = chain_at(d, mention->first);
        if (chain >= 0) return chain;
    }
    return KB_NONE;
}

// "by Ann Poe", behind a passive verb.
static int32_t agent(const Document *d, uint32_t verb, uint32_t limit)
{
    for (uint32_t t = verb + 1; t < limit && t < verb + NEAR; t++)
        if (token_is(d, t, "by")) return phrase_chain(d, t + 1, limit);
    return KB_NONE;
}

// ---------------------------------------------------------------------------------------------- frames

static bool closes_sentence(const Document *d, uint32_t token)
{
    return ends_sentence(d, token) || (token_in(d, token, "|\"|”|''|'|") && token && ends_sentence(d, token - 1));
}

// A blank line, or a line break at the end of a sentence: many texts have a paragraph a line.
static bool paragraph_begins(const Document *d, uint32_t token)
{
    if (!token || token >= d->token_count || d->tokens[token].space == SPACE_PARAGRAPH) return true;
    return d->tokens[token].space == SPACE_NEWLINE && closes_sentence(d, token - 1);
}

static bool sentence_begins(const Document *d, uint32_t token)
{
    return paragraph_begins(d, token) || d->sentences[d->tokens[token].sentence].first == token;
}

// Words of the sentence before the quotation; "X said:" before a new line or paragraph belongs to it.
static Frame frame_before(const Document *d, const Quote *quote)
{
    uint32_t open = quote->first - 1, first = open;
    while (first && open - first < TOKEN_REACH) {
        int32_t inside = document_quote_at(d, first - 1 ? first - 2 : 0);
        bool after_quote = inside >= 0 && quote_after(d, &d->quotes[inside]) == first;
        bool colon = first == open && token_in(d, first - 1, "|:|");
        if (!colon && (sentence_begins(d, first) || ends_sentence(d, first - 1))) break;
        if (after_quote && token_is(d, d->quotes[inside].last - 1, ".")) break;
        first = after_quote ? d->quotes[inside].first - 1 : first - 1;
    }
    return (Frame){first, open};
}

// Does the sentence go on behind the closing mark?
static bool hangs(const Document *d, const Quote *quote)
{
    uint32_t after = quote_after(d, quote);
    return token_in(d, quote->last - 1, "|,|—|–|") || token_is(d, after, ",");
}

// "Gen. Hay (Ret.), a trustee.": no sentence begins with what follows an abbreviation there.
static bool goes_on(const Document *d, uint32_t token, uint32_t limit)
{
    uint32_t next = token + ends_sentence(d, token);
    return next < limit && !paragraph_begins(d, next) && token_in(d, next, "|,|)|");
}

static Frame frame_after(const Document *d, size_t i)
{
    const Quote *quote = &d->quotes[i];
    uint32_t first = quote_after(d, quote), last;
    uint32_t limit = i + 1 < d->quote_count ? d->quotes[i + 1].first - 1 : (uint32_t)d->token_count;
    KbText end = d->tokens[quote->last - 1].lower; // "p.m." ends it as a stop does
    bool over = end.length && end.data[end.length - 1] == '.' && !is_lower(d, first);
    if (over || paragraph_begins(d, first)) return (Frame){first, first};
    if (token_is(d, first, ",")) first++;
    for (last = first; last < limit && last < first + TOKEN_REACH; last++)
        if ((ends_sentence(d, last) || (last > first && sentence_begins(d, last))) && !goes_on(d, last, limit)) break;
    return (Frame){first, last};
}

// ---------------------------------------------------------------------------------------------- sentences before

static int32_t first_mentioned(const Document *d, Frame frame)
{
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= frame.last) break;
        if (document_quote_at(d, mention->first) < 0 && chain_at(d, mention->first) >= 0) return mention->chain;
    }
    return KB_NONE;
}

// Whom the clause around the quotation is about: "She is not married, "whatever the internet says.""
static int32_t clause_subject(const Document *d, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first;) {
        uint32_t subject = document_quote_at(d, t) < 0 && is_pos(d, t, POS_VERB) ? tree_subject(d, t) : NO_TOKEN;
        int32_t chain = subject != NO_TOKEN && subject < frame.last ? head_chain(d, subject) : KB_NONE;
        if (chain >= 0) return chain;
        if (subject != NO_TOKEN && is_pos(d, subject, POS_NOUN) && indefinite(d, subject)) return KB_NONE;
    }
    return first_mentioned(d, frame);
}

// "He has not been seen, a cousin, Ann Poe, said.": the name before the verb of saying that closes a sentence.
static int32_t closing_speaker(const Document *d, Frame frame)
{
    uint32_t verb = frame.last > frame.first + 3 ? frame.last - 2 : frame.first;
    bool comma = verb > frame.first && token_is(d, verb - 1, ",");
    uint32_t name = verb > frame.first ? verb - 1 - comma : verb;
    int32_t mention = verb > frame.first ? document_mention_at(d, name) : KB_NONE;
    if (mention < 0 || d->mentions[mention].kind != KB_NAME || document_quote_at(d, verb) >= 0) return KB_NONE;
    if (!saying_verb(d, verb, saying) || saying_verb(d, verb, weak) || !has_tree(d, verb)) return KB_NONE;
    uint32_t first = d->mentions[mention].first;
    bool told = dep_in(d, first, "|nsubj|appos|") && (first == frame.first || !is_pos(d, first - 1, POS_ADP));
    return told && (comma || d->tokens[verb].head == verb) ? d->mentions[mention].chain : KB_NONE;
}

// Whom a whole sentence is about: the subject of its root, else of its last verb of saying, else its first phrase.
static int32_t sentence_subject(const Document *d, Frame frame)
{
    uint32_t subject = NO_TOKEN;
    int32_t closing = closing_speaker(d, frame);
    if (closing >= 0) return closing;
    for (uint32_t t = frame.last; t-- > frame.first && subject == NO_TOKEN;)
        if (has_tree(d, t) && dep_in(d, t, "|conj|parataxis|") && document_quote_at(d, t) < 0 &&
            saying_verb(d, t, saying) && !saying_verb(d, t, weak) && !passive(d, t))
            subject = child_of(d, t, "|nsubj|nsubj:outer|");
    for (uint32_t t = frame.first; t < frame.last && subject == NO_TOKEN; t++)
        if (document_quote_at(d, t) < 0 && has_tree(d, t) && d->tokens[t].head == t && !passive(d, t))
            subject = child_of(d, t, "|nsubj|nsubj:outer|");
    for (uint32_t t = frame.last; t-- > frame.first && subject == NO_TOKEN;)
        if (document_quote_at(d, t) < 0 && saying_verb(d, t, saying) && !saying_verb(d, t, weak) && !passive(d, t))
            subject = tree_subject(d, t);
    int32_t chain = subject == NO_TOKEN ? KB_NONE : head_chain(d, subject);
    return chain >= 0 ? chain : phrase_chain(d, frame.first, frame.last);
}

// The sentence that ends before `token`, of the same paragraph unless `across`; empty: none.
static Frame sentence_ending(const Document *d, uint32_t token, bool across)
{
    Frame frame = {token, token};
    if (!token || (!across && paragraph_begins(d, token))) return frame;
    for (frame.first--; frame.first && !sentence_begins(d, frame.first); frame.first--)
        if (token - frame.first > TOKEN_REACH ||
            (ends_sentence(d, frame.first - 1) && document_quote_at(d, frame.first - 1) < 0))
            break;
    return frame;
}

// What is written by one and read by another.
static const char writings[] = "|letter|note|message|mail|e-mail|email|postcard|telegram|memo|memorandum|statement|"
                               "cable|dispatch|missive|";

static bool speaks(const Document *d, int32_t chain)
{
    return chain >= 0 && (d->chains[chain].type == KB_PERSON || d->chains[chain].type == KB_ORGANIZATION);
}

// Whose writing the noun is: "a letter from Ann Poe", "the note that Poe had sent", "her last message".
static int32_t writer_of(const Document *d, uint32_t noun, uint32_t limit)
{
    uint32_t next = noun + 1;
    if (token_in(d, next, "|from|by|")) {
        int32_t chain = phrase_chain(d, next + 1, limit);
        if (speaks(d, chain)) return chain;
    }
    for (uint32_t t = next; t < limit && t < next + NEAR && !token_in(d, t, "|,|:|;|to|from|for|"); t++) {
        if (!token_in(d, t, "|sent|wrote|written|left|posted|dictated|drafted|addressed|mailed|")) continue;
        for (uint32_t u = t; u-- > next;) {
            int32_t chain = chain_at(d, u);
            if (speaks(d, chain)) return chain;
        }
    }
    uint32_t owner = noun ? noun - 1 : noun;
    while (owner && noun - owner < 4 && !possessive(d, owner) && !is_pos(d, owner, POS_DET) &&
           !is_pos(d, owner, POS_VERB) && !ends_phrase(d, owner))
        owner--;
    int32_t mention = possessive(d, owner) ? document_mention_at(d, owner) : KB_NONE;
    return mention >= 0 && speaks(d, d->mentions[mention].chain) ? d->mentions[mention].chain : KB_NONE;
}

// The writer of the last writing that the words speak of.
static int32_t writer(const Document *d, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first;) {
        bool here = document_quote_at(d, t) < 0 && token_in(d, t, writings) && !is_pos(d, t, POS_VERB);
        int32_t chain = here ? writer_of(d, t, frame.last) : KB_NONE;
        if (chain >= 0) return chain;
    }
    return KB_NONE;
}

// "read out", "was read"
static bool read_out(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t < frame.last; t++)
        if (token_in(d, t, "|read|reads|reading|recited|recites|") && document_quote_at(d, t) < 0) return true;
    return false;
}

// Does the quotation speak of the person in the third person?
static bool speaks_of(const Document *d, const Quote *quote, int32_t chain)
{
    for (size_t i = document_mentions_from(d, quote->first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= quote->last) break;
        if (mention->chain == chain && (mention->kind == KB_NAME || pronoun_gender(d->tokens[mention->first].lower)))
            return true;
    }
    return false;
}

enum { SENTENCES_BACK = 3 };

// The person of a gender (or unknown) that the nearest of the sentences before `token` is about.
static int32_t person_before(const Document *d, const Quote *quote, uint32_t token, KbGender gender, bool across)
{
    for (unsigned i = 0; i < SENTENCES_BACK; i++) {
        Frame frame = sentence_ending(d, token, across);
        if (frame.first == frame.last) return KB_NONE;
        int32_t chain = sentence_subject(d, frame);
        const Chain *found = chain >= 0 ? &d->chains[chain] : NULL;
        bool fits = found && found->type == KB_PERSON && !(gender && found->gender && found->gender != gender);
        if (fits && !speaks_of(d, quote, chain)) return chain;
        token = frame.first;
        across = false;
    }
    return KB_NONE;
}

// "Poe left, "as a friend," he says": the named subject that stands first in the sentence of the pronoun.
static int32_t named_subject(const Document *d, const Quote *quote, Frame frame, KbGender gender)
{
    for (uint32_t t = frame.first; t < frame.last; t++) {
        int32_t mention = has_tree(d, t) && dep_in(d, t, "|nsubj|") ? document_mention_at(d, t) : KB_NONE;
        if (mention < 0 || d->mentions[mention].kind != KB_NAME || d->mentions[mention].type != KB_PERSON) continue;
        int32_t chain = document_quote_at(d, t) < 0 ? chain_at(d, t) : KB_NONE;
        KbGender known = chain >= 0 ? (KbGender)d->chains[chain].gender : KB_GENDER_UNKNOWN;
        if (chain >= 0 && !(known && known != gender) && !speaks_of(d, quote, chain)) return chain;
    }
    return KB_NONE;
}

// Short forms before a name, and the noun that stands for whoever bears them.
static const char *const titled[][2] = {
    {"|senator|", "|sen|sen.|"},
    {"|congressman|congresswoman|", "|rep|rep.|"},
    {"|general|", "|gen|gen.|"},
    {"|colonel|", "|col|col.|"},
    {"|professor|", "|prof|prof.|"},
    {"|governor|", "|gov|gov.|"},
    {"|doctor|", "|dr|dr.|"},
    {"|captain|", "|capt|capt.|"},
    {"|priest|pastor|", "|rev|rev.|reverend|fr|father|"},
    {"|judge|", "|justice|"},
    {"|nun|", "|sister|"},
};

// Does the word say of a person what the noun says?
static bool same_office(const Document *d, uint32_t word, uint32_t noun)
{
    bool whole = is_pos(d, noun - 1, POS_NOUN) || token_in(d, noun - 1, "|chief|prime|deputy|vice|foreign|");
    if (kb_text_equal(d->tokens[word].lower, d->tokens[noun].lower))
        return !whole || (word && kb_text_equal(d->tokens[word - 1].lower, d->tokens[noun - 1].lower));
    for (size_t i = 0; i < sizeof titled / sizeof *titled; i++)
        if (token_in(d, noun, titled[i][0]) && token_in(d, word, titled[i][1])) return true;
    return false;
}

// The person of whom a word is said: "inspector Ann Poe", "Ann Poe, an inspector"; -1: of none.
static int32_t described(const Document *d, uint32_t word)
{
    int32_t beside = named_beside(d, word);
    if (beside >= 0 || !has_tree(d, word)) return beside;
    if (!dep_in(d, word, "|appos|flat|compound|nmod:desc|")) return KB_NONE;
    int32_t mention = document_mention_at(d, d->tokens[word].head);
    bool person = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == KB_PERSON;
    return person ? chain_at(d, d->tokens[word].head) : KB_NONE;
}

// Also where the tagger takes "the general" for a name.
static bool common_noun(const Document *d, uint32_t token)
{
    return is_pos(d, token, POS_NOUN) || (is_pos(d, token, POS_PROPN) && is_lower(d, token));
}

// "the inspector": the person described so last before `begin`.
static int32_t holder(const Document *d, uint32_t noun, uint32_t begin)
{
    if (!common_noun(d, noun) || plural(d, noun) || !definite(d, noun)) return KB_NONE;
    for (uint32_t t = begin; t-- > 0 && begin - t < 2 * TOKEN_REACH;) {
        int32_t chain = same_office(d, t, noun) && document_quote_at(d, t) < 0 ? described(d, t) : KB_NONE;
        if (chain >= 0) return chain;
    }
    return KB_NONE;
}

// Has the text just mentioned the person?
static bool fresh(const Document *d, int32_t chain, uint32_t begin)
{
    for (size_t i = document_mentions_from(d, begin); i-- > 0 && begin - d->mentions[i].first < RECENT;)
        if (d->mentions[i].chain == chain) return true;
    return false;
}

// The subject of a verb of saying; "he" is whom the sentences before `begin` are about.
static int32_t speaking(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin)
{
    if (token_is(d, subject, "it")) {
        int32_t wrote = writer(d, sentence_ending(d, begin, false));
        if (wrote >= 0) return wrote;
    }
    KbGender gender = pronoun_gender(d->tokens[subject].lower);
    uint32_t end = subject < quote->first ? subject : quote->first - 1;
    int32_t chain = gender ? named_subject(d, quote, (Frame){begin, end}, gender) : holder(d, subject, begin);
    if (chain < 0 && gender) chain = person_before(d, quote, begin, gender, false);
    if (chain < 0) chain = head_chain(d, subject);
    bool noun = common_noun(d, subject) && definite(d, subject) && !plural(d, subject);
    bool person = gender || (noun && chain >= 0 && d->chains[chain].type == KB_PERSON);
    int32_t other =
        person && !(chain >= 0 && fresh(d, chain, begin)) ? person_before(d, quote, begin, gender, true) : KB_NONE;
    return other >= 0 ? other : chain;
}

// "the general", "it", where no chain is known: whom the sentences before `begin` are about.
static int32_t guess(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin)
{
    bool noun = is_pos(d, subject, POS_NOUN) || is_pos(d, subject, POS_ADJ) || is_pos(d, subject, POS_PROPN);
    bool vague = noun && !plural(d, subject) && definite(d, subject) && !token_in(d, subject + 1, "|of|for|-|");
    return vague || token_is(d, subject, "it") ? person_before(d, quote, begin, KB_GENDER_UNKNOWN, true) : KB_NONE;
}

// ---------------------------------------------------------------------------------------------- words that tell it

static Source according_to(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t + 2 < frame.last; t++)
        if (token_is(d, t, "according") && token_is(d, t + 1, "to"))
            return (Source){true, phrase_chain(d, t + 2, frame.last), NO_TOKEN};
    return (Source){false, KB_NONE, NO_TOKEN};
}

// "quoted Ann Poe as saying", around the verb "saying".
static Source quoted(const Document *d, Frame frame, uint32_t verb)
{
    if (!token_is(d, verb, "saying") || verb < frame.first + 2 || !token_is(d, verb - 1, "as"))
        return (Source){false, KB_NONE, NO_TOKEN};
    for (uint32_t t = verb - 1; t-- > frame.first && verb - t < NEAR;)
        if (token_in(d, t, "|quoted|quotes|quoting|quote|"))
            return (Source){!passive(d, t), phrase_chain(d, t + 1, verb - 1), NO_TOKEN};
    return (Source){false, KB_NONE, NO_TOKEN};
}

// `begin`: where the sentence of the quotation begins.
static Source subject_behind(const Document *d, const Quote *quote, Frame frame, uint32_t begin, uint32_t verb,
                             bool inverted)
{
    uint32_t from = inverted ? verb + 1 : frame.first, to = inverted ? frame.last : verb;
    uint32_t subject = has_tree(d, verb) ? child_of(d, verb, "|nsubj|nsubj:outer|") : NO_TOKEN;
    uint32_t end = noun_phrase_end(d, from, to);
    bool pronoun = end > from && pronoun_gender(d->tokens[end - 1].lower);
    bool told = subject != NO_TOKEN && subject >= from && subject < to && !token_in(d, subject, "|who|which|that|");
    if (!told || pronoun) subject = end > from ? end - 1 : NO_TOKEN;
    int32_t chain = subject != NO_TOKEN && is_pos(d, subject, POS_NOUN) ? apposed(d, from, to) : KB_NONE;
    if (chain < 0 && !told && subject != NO_TOKEN) chain = holder(d, subject, begin);
    if (chain < 0 && !told && !pronoun) chain = phrase_chain(d, from, to);
    if (chain < 0 && subject != NO_TOKEN) chain = speaking(d, quote, subject, begin);
    if (chain < 0) chain = phrase_chain(d, from, to);
    if (chain < 0 && subject != NO_TOKEN) chain = guess(d, quote, subject, begin);
    return (Source){true, chain, subject};
}

// "..., said Ann Poe", "..., Poe told reporters": behind a comma any verb says it, else one of the table.
static Source source_behind(const Document *d, const Quote *quote, uint32_t begin, Frame frame)
{
    static const char joining[] =
        "|and|but|or|after|when|as|because|while|if|although|though|before|until|who|which|that|so|"
        "where|whose|";
    uint32_t start = frame.first;
    bool hanging = hangs(d, quote);
    if (token_in(d, start, joining)) return according_to(d, frame);
    while (start < frame.last && adverbial(d, start) && !saying_verb(d, start, saying))
        start++;
    for (uint32_t t = start; hanging && t < frame.last; t++) {
        Source as = quoted(d, frame, t);
        if (as.found) return as;
    }
    for (uint32_t t = start; t < frame.last; t++) {
        if (document_mention_at(d, t) >= 0 && t != start) continue;
        bool any = hanging && is_pos(d, t, POS_VERB) &&
                   (t == start || is_pos(d, t - 1, POS_PRON) || document_mention_at(d, t - 1) >= 0);
        if (!any && !saying_verb(d, t, saying)) continue;
        if (passive(d, t) || (t && token_is(d, t - 1, "to"))) continue;
        if (!hanging && t > start + NEAR) break;
        return subject_behind(d, quote, frame, begin, t, t == start);
    }
    return according_to(d, frame);
}

// "a letter from Ann Poe, the dean, who wrote": whom the tree hangs the clause on; -1: on nobody named.
static int32_t antecedent(const Document *d, uint32_t verb)
{
    for (unsigned hops = 0; hops < 3 && has_tree(d, verb); hops++) {
        if (dep_in(d, verb, "|acl:relcl|")) return head_chain(d, d->tokens[verb].head);
        if (!dep_in(d, verb, "|conj|")) return KB_NONE;
        verb = d->tokens[verb].head;
    }
    return KB_NONE;
}

// "..., whose chairman, Ann Poe, called", "Poe, who took over and who called": -1 where no such word stands before.
static int32_t relative_subject(const Document *d, Frame frame, uint32_t verb)
{
    uint32_t before = verb;
    while (before > frame.first && adverbial(d, before - 1))
        before--;
    if (before > frame.first && token_is(d, before - 1, "who")) {
        int32_t chain = antecedent(d, verb);
        return chain >= 0 ? chain : nearest_before(d, verb, frame.first);
    }
    for (uint32_t t = verb; t-- > frame.first && verb - t < NEAR;)
        if (token_is(d, t, "whose")) return phrase_chain(d, t + 1, verb);
    return KB_NONE;
}

static Source subject_before(const Document *d, const Quote *quote, Frame frame, uint32_t verb)
{
    int32_t chain = relative_subject(d, frame, verb);
    if (chain >= 0) return (Source){true, chain, NO_TOKEN};
    uint32_t subject = own_subject(d, verb, frame.first);
    if (subject == NO_TOKEN) subject = tree_subject(d, verb);
    if (subject != NO_TOKEN && document_quote_at(d, subject) < 0) {
        chain = is_pos(d, subject, POS_NOUN) && subject < verb ? apposed(d, subject, verb) : KB_NONE;
        if (chain < 0) chain = speaking(d, quote, subject, frame.first);
        if (chain < 0 && subject < verb) chain = phrase_chain(d, subject, verb);
        if (chain < 0) chain = guess(d, quote, subject, frame.first);
        if (chain >= 0 || subject < verb) return (Source){true, chain, subject};
    }
    return (Source){true, nearest_before(d, verb, frame.first), NO_TOKEN};
}

// "in her words", "in Poe's phrase", right before the mark.
static int32_t owner_of_words(const Document *d, Frame frame)
{
    uint32_t end = frame.last;
    if (end > frame.first && token_is(d, end - 1, ",")) end--;
    if (end < frame.first + 3 || !token_in(d, end - 1, "|words|word|phrase|")) return KB_NONE;
    int32_t mention = document_mention_at(d, end - 2 - token_is(d, end - 2, "'s"));
    bool in =
        mention >= 0 && d->mentions[mention].first > frame.first && token_is(d, d->mentions[mention].first - 1, "in");
    return in ? d->mentions[mention].chain : KB_NONE;
}

// "Chairwoman Ann Poe:" at the head of a line, with nothing but a name and what stands before it.
static int32_t labelled(const Document *d, Frame frame)
{
    uint32_t colon = frame.last ? frame.last - 1 : 0, first = colon;
    int32_t mention = colon > frame.first && token_is(d, colon, ":") ? document_mention_at(d, colon - 1) : KB_NONE;
    if (mention < 0 || d->mentions[mention].kind != KB_NAME) return KB_NONE;
    while (first > frame.first && colon - first < NEAR && d->tokens[first].space < SPACE_NEWLINE)
        first--;
    for (uint32_t t = first; t < colon; t++)
        if (is_pos(d, t, POS_VERB) || saying_verb(d, t, saying) || ends_phrase(d, t)) return KB_NONE;
    return d->mentions[mention].chain;
}

// "Poe said: ...", "Poe, who called it ...": the last verb of saying before the mark.
static Source source_before(const Document *d, const Quote *quote, Frame frame, Frame after)
{
    int32_t label = labelled(d, frame);
    if (label < 0) label = owner_of_words(d, frame);
    if (label < 0 && token_is(d, frame.last - 1, ":") && read_out(d, frame)) label = writer(d, frame);
    if (label >= 0) return (Source){true, label, NO_TOKEN};
    for (uint32_t t = frame.last; t-- > frame.first;) {
        if (document_quote_at(d, t) >= 0 || !saying_verb(d, t, saying)) continue;
        if (saying_verb(d, t, weak) && frame.last - t > 2) continue;
        if (passive(d, t)) { // "dismissed for "gross misconduct"": held off rather than said
            int32_t chain = agent(d, t, frame.last);
            if (chain < 0 && token_is(d, after.first, "by")) chain = phrase_chain(d, after.first + 1, after.last);
            return (Source){chain >= 0, chain, NO_TOKEN};
        }
        Source as = quoted(d, frame, t);
        return as.found ? as : subject_before(d, quote, frame, t);
    }
    return according_to(d, frame);
}

// ---------------------------------------------------------------------------------------------- what carries over

static uint32_t word_count(const Document *d, const Quote *quote)
{
    uint32_t words = 0;
    for (uint32_t t = quote->first; t < quote->last; t++)
        words += d->tokens[t].pos != POS_PUNCT && !token_in(d, t, "|,|.|?|!|-|:|;|n't|'s|'re|'ll|'ve|'m|'d|");
    return words;
}

static int32_t last_said(const Document *d, size_t before)
{
    for (size_t i = before; i-- > 0 && before - i < QUOTE_REACH;)
        if (d->quotes[i].said) return (int32_t)i;
    return KB_NONE;
}

// Paragraphs that begin between the two quotations; 2 for more.
static unsigned paragraphs_between(const Document *d, const Quote *before, const Quote *quote)
{
    unsigned count = 0;
    for (uint32_t t = quote->first - 1; t > before->first && count < 2; t--)
        count += paragraph_begins(d, t) || quote->first - t > 2 * TOKEN_REACH;
    return count;
}

static unsigned times_mentioned(const Document *d, int32_t chain, size_t first, size_t last)
{
    unsigned times = 0;
    for (size_t i = first; i < last; i++)
        times += d->mentions[i].chain == chain;
    return times;
}

// The person most often mentioned up to the token, the first of several.
static int32_t main_person(const Document *d, uint32_t token)
{
    size_t last = document_mentions_from(d, token), first = last > MENTION_REACH ? last - MENTION_REACH : 0;
    unsigned most = 0;
    int32_t best = KB_NONE;
    for (size_t i = first; i < last; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->type != KB_PERSON || mention->chain < 0 || mention->chain == best) continue;
        unsigned times = times_mentioned(d, mention->chain, first, last);
        if (times <= most) continue;
        most = times;
        best = mention->chain;
    }
    return best;
}

// Turns of two who speak in paragraphs of their own: A, B, then A again.
static int32_t turn(const Document *d, size_t i)
{
    int32_t before = last_said(d, i), earlier = before < 0 ? KB_NONE : last_said(d, (size_t)before);
    if (before < 0) return main_person(d, d->quotes[i].first);
    const Quote *last = &d->quotes[before];
    bool alternate = earlier >= 0 && paragraphs_between(d, last, &d->quotes[i]) == 1 &&
                     paragraphs_between(d, &d->quotes[earlier], last) == 1 &&
                     d->quotes[earlier].speaker != last->speaker && d->quotes[earlier].speaker >= 0;
    if (alternate) return d->quotes[earlier].speaker;
    return last->speaker >= 0 ? last->speaker : main_person(d, d->quotes[i].first);
}

// "A.", "Q:"
static bool turn_label(const Document *d, Frame frame)
{
    if (frame.first == frame.last || frame.last - frame.first > 2) return false;
    uint32_t length = d->tokens[frame.last - 1].end - d->tokens[frame.first].start;
    return length <= 3 && document_mention_at(d, frame.first) < 0;
}

// In a paragraph of its own behind one that speaks to "you" outside all marks: an interview without labels.
static bool answers(const Document *d, const Quote *quote)
{
    uint32_t open = quote->first - 1;
    Frame last = paragraph_begins(d, open) ? sentence_ending(d, open, true) : (Frame){open, open};
    for (uint32_t t = last.first; t < last.last; t++)
        if (token_in(d, t, "|you|your|") && document_quote_at(d, t) < 0) return true;
    return false;
}

// Who gave the last answer with such a label: whom the interview is with; else whom the text is about.
static int32_t interviewed(const Speakers *s, size_t i)
{
    const Document *d = s->document;
    for (size_t k = i; k-- > 0 && i - k < QUOTE_REACH;)
        if (d->quotes[k].said && (turn_label(d, frame_before(d, &d->quotes[k])) || answers(d, &d->quotes[k])))
            return d->quotes[k].speaker;
    return main_person(d, d->quotes[i].first);
}

// "Would he go? "Yes."": whom a question is about, if a pronoun is its subject.
static int32_t whom_asked(const Document *d, const Quote *quote, Frame question)
{
    for (uint32_t t = question.first; t < question.last; t++) {
        KbGender gender = document_quote_at(d, t) < 0 ? pronoun_gender(d->tokens[t].lower) : KB_GENDER_UNKNOWN;
        if (gender && has_tree(d, t) && dep_in(d, t, "|nsubj|nsubj:outer|"))
            return person_before(d, quote, question.first, gender, true);
    }
    return KB_NONE;
}

// The speaker of a quotation that is a sentence of its own.
static int32_t carried(const Speakers *s, size_t i)
{
    const Document *d = s->document;
    const Quote *quote = &d->quotes[i];
    if (turn_label(d, frame_before(d, quote)) || answers(d, quote)) return interviewed(s, i);
    int32_t before = last_said(d, i);
    bool same = before >= 0 && paragraphs_between(d, &d->quotes[before], quote) == 0;
    if (same && s->frames[before].last + 1 >= quote->first - 1) return d->quotes[before].speaker;
    Frame last = sentence_ending(d, quote->first - 1, false);
    bool asked = last.first < last.last && token_is(d, last.last - 1, "?");
    int32_t wrote = read_out(d, last) ? writer(d, last) : KB_NONE;
    if (wrote >= 0) return wrote;
    int32_t chain =
        asked ? whom_asked(d, quote, last) : person_before(d, quote, quote->first - 1, KB_GENDER_UNKNOWN, false);
    if (chain >= 0) return chain; // "He shrugs. "There were plums.""
    return same ? d->quotes[before].speaker : turn(d, i);
}

// ---------------------------------------------------------------------------------------------- one quotation

// Goes on after "she said." or "she said, ": nothing else stands between.
static bool interrupted(const Speakers *s, size_t i)
{
    const Document *d = s->document;
    if (!i || !s->behind[i - 1] || paragraphs_between(d, &d->quotes[i - 1], &d->quotes[i])) return false;
    uint32_t end = s->frames[i - 1].last, open = d->quotes[i].first - 1;
    return end == open || (end + 1 == open && ends_sentence(d, end));
}

// ("WCP"): a short form that the text explains.
static bool bracketed(const Document *d, const Quote *quote)
{
    return quote->first > 1 && token_is(d, quote->first - 2, "(") && token_is(d, quote_after(d, quote), ")");
}

// "Dale "Skip" Hay", "known as "Sputnik"": inside a name, or a name itself that nobody says.
static bool names_only(const Document *d, const Quote *quote)
{
    int32_t around = document_mention_at(d, quote->first - 1), inside = document_mention_at(d, quote->first);
    if (around >= 0 && d->mentions[around].kind == KB_NAME && d->mentions[around].last > quote->last) return true;
    bool whole = inside >= 0 && d->mentions[inside].kind == KB_NAME && d->mentions[inside].first == quote->first &&
                 d->mentions[inside].last == quote->last;
    bool word = quote->last == quote->first + 1 && !is_lower(d, quote->first) && quote->first > 1 &&
                token_in(d, quote->first - 2, "|as|called|named|nicknamed|dubbed|spelled|spelt|");
    bool headed = quote->first > 1 && token_in(d, quote->first - 2, "|entitled|titled|headlined|");
    return whole || word || headed;
}

static bool is_title(const Document *d, const Quote *quote)
{
    bool small = false, capital = false;
    for (uint32_t t = quote->first; t < quote->last; t++) {
        small |= is_lower(d, t) && !token_in(d, t, "|of|the|and|in|a|for|to|on|at|'s|");
        capital |=
            t > quote->first && d->text.data[d->tokens[t].start] >= 'A' && d->text.data[d->tokens[t].start] <= 'Z';
    }
    return !small && capital;
}

// Whom "I" and "my" in the quotation stand for, where the coreference knows.
static int32_t first_person(const Document *d, const Quote *quote)
{
    for (size_t i = document_mentions_from(d, quote->first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= quote->last) break;
        if (mention->type == KB_PERSON && token_in(d, mention->first, "|i|me|my|mine|myself|")) return mention->chain;
    }
    return KB_NONE;
}

static void set(const Speakers *s, Quote *quote, Source source)
{
    const Document *d = s->document;
    bool pronoun = source.subject != NO_TOKEN && pronoun_gender(d->tokens[source.subject].lower);
    if (pronoun) s->said[source.subject] = source.chain;
    quote->said = true;
    quote->speaker = source.chain >= 0 ? source.chain : first_person(d, quote);
}

static void set_chain(const Speakers *s, Quote *quote, int32_t chain)
{
    set(s, quote, (Source){true, chain, NO_TOKEN});
}

// "The Last Ferry," his memoir, ...: a title with a comma inside, part of a clause that goes on.
static bool title_in_clause(const Document *d, const Quote *quote)
{
    uint32_t after = quote_after(d, quote);
    return is_title(d, quote) && !ends_sentence(d, quote->last - 1) &&
           (token_in(d, after, "|has|had|is|was|were|are|a|an|the|which|by|") || possessive(d, after)) &&
           document_mention_at(d, after) < 0;
}

static void attribute(Speakers *s, size_t i)
{
    Document *d = s->document;
    Quote *quote = &d->quotes[i];
    Frame before = frame_before(d, quote), after = s->frames[i];
    Source behind = source_behind(d, quote, before.first, after);
    bool alone = before.first == before.last || turn_label(d, before), resumes = interrupted(s, i);
    bool own = behind.found && (hangs(d, quote) || alone);
    Source source =
        own || alone || resumes ? (Source){false, KB_NONE, NO_TOKEN} : source_before(d, quote, before, after);
    s->behind[i] = own;
    if (resumes && !own) {
        quote->resumed = true;
        set_chain(s, quote, d->quotes[i - 1].speaker);
        s->behind[i] = true;
    } else if (own || (behind.found && !source.found && !is_title(d, quote))) {
        set(s, quote, behind);
    } else if (source.found) {
        if (!is_title(d, quote)) set(s, quote, source);
    } else if (alone) {
        if (!is_title(d, quote) || ends_sentence(d, quote->last - 1)) set_chain(s, quote, carried(s, i));
    } else if (token_is(d, before.last - 1, ":") || (word_count(d, quote) >= LONG_SPEECH && !is_title(d, quote))) {
        set_chain(s, quote, clause_subject(d, before));
    }
}

// A quotation over several paragraphs whose speaker is told behind its end.
static void spread_back(Speakers *s, size_t i)
{
    Document *d = s->document;
    Source source = source_behind(d, &d->quotes[i], d->quotes[i].first - 1, s->frames[i]);
    if (!source.found || source.chain < 0) return;
    for (size_t k = i; i - k < QUOTE_REACH; k--) {
        d->quotes[k].speaker = source.chain;
        if (!d->quotes[k].resumed) break;
    }
}

// ---------------------------------------------------------------------------------------------- who "I" is

// The person of a gender, or of an unknown one, who is mentioned last before the token, besides `chain`.
static int32_t another_before(const Document *d, uint32_t token, KbGender gender, int32_t chain)
{
    size_t last = document_mentions_from(d, token), first = last > NEAR ? last - NEAR : 0;
    for (size_t i = last; i-- > first;) {
        const Mention *mention = &d->mentions[i];
        if (mention->type != KB_PERSON || mention->chain < 0 || mention->chain == chain) continue;
        KbGender known = d->chains[mention->chain].gender;
        if (!known || known == gender) return mention->chain;
    }
    return KB_NONE;
}

// "I" and "my" in a quotation stand for who says it, whatever the coreference took them for.
static void bind_first_persons(const Speakers *s, const Quote *quote)
{
    const Document *d = s->document;
    if (!quote->said || quote->speaker < 0 || d->chains[quote->speaker].type != KB_PERSON) return;
    for (uint32_t token = quote->first; token < quote->last; token++) {
        if (token_in(d, token, "|i|me|my|mine|myself|")) s->said[token] = quote->speaker;
        KbGender gender = pronoun_gender(d->tokens[token].lower);
        int32_t mention = gender ? document_mention_at(d, token) : KB_NONE;
        if (mention >= 0 && d->mentions[mention].chain == quote->speaker)
            s->said[token] = another_before(d, quote->first, gender, quote->speaker);
    }
}

// Gives the pronouns that stand for speakers to their chains; adds a mention where there is none.
static void bind_pronouns(const Speakers *s)
{
    Document *d = s->document;
    Mention *mentions = NULL;
    size_t count = 0, room = 0, next = 0;
    for (uint32_t token = 0; token < d->token_count; token++) {
        Mention pronoun = {.first = token,
                           .last = token + 1,
                           .head = token,
                           .kind = KB_PRONOUN,
                           .type = KB_PERSON,
                           .chain = s->said[token]}; // he, she or I
        bool bound = pronoun.chain >= 0, held = bound && document_mention_at(d, token) >= 0;
        if (bound && !held) ARENA_PUSH(d->arena, mentions, count, room, pronoun);
        for (; next < d->mention_count && d->mentions[next].first == token; next++)
            ARENA_PUSH(d->arena, mentions, count, room,
                       bound && d->mentions[next].kind == KB_PRONOUN ? pronoun : d->mentions[next]);
    }
    d->mentions = mentions;
    d->mention_count = count;
}

void speakers_find(Document *document)
{
    Speakers s = {.document = document};
    s.behind = arena_alloc(document->arena, document->quote_count + 1, sizeof *s.behind);
    s.frames = arena_alloc(document->arena, document->quote_count + 1, sizeof *s.frames);
    s.said = arena_alloc(document->arena, document->token_count + 1, sizeof *s.said);
    for (size_t i = 0; i < document->token_count; i++)
        s.said[i] = KB_NONE;
    for (size_t i = 0; i < document->quote_count; i++) {
        Quote *quote = &document->quotes[i];
        s.frames[i] = frame_after(document, i);
        if (bracketed(document, quote) || names_only(document, quote) || title_in_clause(document, quote)) continue;
        if (quote->resumed) {
            set_chain(&s, quote, document->quotes[i - 1].speaker);
            document->quotes[i - 1].said = true;
            if (hangs(document, quote)) spread_back(&s, i);
        } else {
            attribute(&s, i);
        }
    }
    for (size_t i = 0; i < document->quote_count; i++)
        bind_first_persons(&s, &document->quotes[i]);
    bind_pronouns(&s);
}
