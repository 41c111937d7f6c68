// Who wrote, sent or signed what is quoted: letters, statements, signs, read out by others or not.
// SPDX-License-Identifier: MIT
#include "ingest/quote_writings.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quote_phrases.h"
#include "ingest/quote_topics.h"
#include "ingest/quotes.h"
#include "ingest/sayings.h"

// What is written by one and read by another.
static const char writings[] =
    "|letter|note|message|mail|e-mail|email|postcard|telegram|memo|memorandum|statement|"
    "cable|dispatch|missive|post|tweet|card|letters|notes|messages|mails|e-mails|emails|"
    "report|reports|pamphlet|essay|poem|column|diary|article|preface|foreword|manifesto|"
    "memoir|memoirs|book|testament|obituary|invitation|notebook|entry|page|pages|complaint|"
    "filing|writ|petition|ruling|opinion|dissent|affidavit|lawsuit|suit|sentence|sentences|passage|paragraph|";

static bool speaks(const Document *d, int32_t chain)
{
    return chain >= 0 && (d->chains[chain].type == KB_PERSON || d->chains[chain].type == KB_ORGANIZATION);
}

static int32_t last_speaking(const Document *d, uint32_t first, uint32_t last)
{
    for (uint32_t t = last; t-- > first;) {
        int32_t chain = chain_at(d, t);
        if (speaks(d, chain)) return chain;
    }
    return KB_NONE;
}

int32_t writing_hand(const Document *d, uint32_t in)
{
    uint32_t noun = in + 1;
    int32_t owner = KB_NONE;
    for (; token_is(d, in, "in") && noun < in + 6 && !ends_phrase(d, noun); noun++) {
        if (owner >= 0 && token_in(d, noun, "|hand|handwriting|writing|capitals|script|")) return owner;
        int32_t mention = is_possessive(d, noun) ? document_mention_at(d, noun) : KB_NONE;
        if (mention >= 0 && speaks(d, d->mentions[mention].chain)) owner = d->mentions[mention].chain;
    }
    return KB_NONE;
}

// Whose writing the noun is: "a letter from Ann Poe", "the note that Poe had sent", "her last message".
static int32_t writer_of(const Document *d, uint32_t noun, uint32_t limit)
{
    uint32_t next = noun + 1, by = next;
    while (by < next + 4 && !ends_phrase(d, by) && !token_is_pos(d, by, POS_VERB))
        by++;
    if (token_is(d, by, "on")) by += 2; // "a post on Twitter by"
    uint32_t aside = by + token_is(d, by, ",");
    if (token_in(d, aside, "|signed|written|sent|issued|posted|") && token_in(d, aside + 1, "|from|by|"))
        by = aside + 1;
    if (token_is(d, aside, "in") && token_in(d, aside + 2, "|hand|handwriting|") && token_is(d, aside + 3, "of")) {
        int32_t chain = phrase_chain(d, aside + 4, limit);
        if (speaks(d, chain)) return chain;
    }
    int32_t hand = writing_hand(d, aside);
    if (hand >= 0) return hand;
    if (token_in(d, next, "|came|comes|arrived|")) // "a note came up the aisle from Poe"
        for (by = next; by < limit && by < next + NEAR && !token_in(d, by, "|from|,|");)
            by++;
    if (token_in(d, by, "|from|by|")) {
        int32_t chain = phrase_chain(d, by + 1, limit);
        if (speaks(d, chain)) return chain;
        for (uint32_t t = by + 1; t < limit && t < by + 5; t++) { // "sent from Poe's telephone"
            int32_t owner = is_possessive(d, t) ? document_mention_at(d, t) : KB_NONE;
            uint32_t thing = t + 1 + token_is(d, t + 1, "'s");
            if (owner >= 0 && token_in(d, thing, "|telephone|phone|mobile|account|address|computer|"))
                return d->mentions[owner].chain;
        }
        if (chain < 0 && token_in(d, by + 1, "|a|an|one|")) return UNNAMED; // "a note from a sergeant"
    }
    for (uint32_t t = next; t < limit && t < next + NEAR && !token_in(d, t, "|,|:|;|to|from|for|"); t++) {
        if (!token_in(d, t, "|sent|wrote|written|left|posted|dictated|drafted|addressed|mailed|kept|keeps|")) continue;
        int32_t chain = last_speaking(d, next, t);
        if (chain >= 0) return chain;
    }
    uint32_t who = next + token_in(d, next, "|that|which|");
    for (uint32_t t = who + 1; who > next && t < limit && t < who + 2 * NEAR; t++) { // "that Poe, the dean, had sent"
        int32_t chain = token_in(d, t, "|sent|wrote|written|left|kept|keeps|") ? chain_at(d, who) : KB_NONE;
        if (speaks(d, chain)) return chain;
    }
    uint32_t owner = noun ? noun - 1 : noun; // "his message"
    while (owner && noun - owner < 4 && !is_possessive(d, owner) && !token_is_pos(d, owner, POS_DET) &&
           !token_is_pos(d, owner, POS_VERB) && !ends_phrase(d, owner))
        owner--;
    int32_t mention = is_possessive(d, owner) ? document_mention_at(d, owner) : KB_NONE;
    int32_t chain = mention >= 0 ? d->mentions[mention].chain : KB_NONE;
    if (token_is(d, owner, "their") && !(chain >= 0 && d->chains[chain].type == KB_ORGANIZATION))
        return UNNAMED; // of several
    return speaks(d, chain) ? chain : KB_NONE;
}

// "Poe posted a message", "she wrote in a letter": who sent the writing.
int32_t writing_sender(const Document *d, uint32_t writing, uint32_t limit)
{
    static const char sending[] = "|posted|sent|sends|wrote|writes|writing|written|left|published|issued|shared|"
                                  "tweeted|texted|filed|files|lodged|brought|";
    bool obl = token_has_tree(d, writing) && dep_in(d, writing, "|obl|"), obj = dep_in(d, writing, "|obj|");
    uint32_t verb = token_has_tree(d, writing) && (obl || obj) ? d->tokens[writing].head : NO_TOKEN;
    bool by = obl && writing && token_in(d, writing - 1, "|by|via|"); // "by e-mail"
    if (verb == NO_TOKEN || (!by && !token_in(d, verb, obl ? "|wrote|writes|said|" : sending))) return KB_NONE;
    if (obl && !by && !(token_in(d, verb + 1, "|in|") && writing - verb < NEAR / 2)) return KB_NONE;
    uint32_t subject = subject_own(d, verb, limit);
    int32_t chain = subject == NO_TOKEN ? KB_NONE : head_chain(d, subject);
    return speaks(d, chain) ? chain : KB_NONE;
}

// "Poe sent her a message that many saw:", right before the words.
int32_t writing_sent(const Document *d, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first;)
        if (token_in(d, t, writings) && document_quote_at(d, t) < 0) return writing_sender(d, t, frame.first);
    return KB_NONE;
}

static bool is_named(const Document *d, uint32_t token)
{
    int32_t mention = document_mention_at(d, token);
    return mention >= 0 && d->mentions[mention].kind == KB_NAME;
}

// "read out", "was read"
bool writing_read_out(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t < frame.last; t++)
        if (token_in(d, t, "|read|reads|reading|recited|recites|copied|") && document_quote_at(d, t) < 0) return true;
    return false;
}

// "what he had written": who wrote
static int32_t wrote_what(const Document *d, uint32_t what, uint32_t limit)
{
    if (!token_is(d, what, "what")) return KB_NONE;
    for (uint32_t t = what + 1; t < limit && t < what + NEAR && !ends_phrase(d, t); t++)
        if (token_in(d, t, "|written|wrote|dictated|sent|")) return last_speaking(d, what + 1, t);
    return KB_NONE;
}

// "Poe read out his message": not Poe's own, but of whom the sentences before are about.
static int32_t not_the_reader(const Document *d, const Quote *quote, Frame frame, uint32_t noun, int32_t chain)
{
    uint32_t owner = noun;
    while (owner > frame.first && noun - owner < 4 && !pronoun_gender(d->tokens[owner].lower))
        owner--;
    KbGender gender = pronoun_gender(d->tokens[owner].lower);
    bool own = token_is(d, noun, "statement") || !gender || !is_possessive(d, owner) || !writing_read_out(d, frame);
    if (own || topic_of_sentence(d, frame, KB_GENDER_UNKNOWN) != chain) return chain;
    int32_t other = topic_before(d, quote, frame.first, gender, true);
    return other >= 0 ? other : chain;
}

static int32_t last_writer(const Document *d, const Quote *quote, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first;) {
        if (document_quote_at(d, t) >= 0) continue;
        if (token_in(d, t, "|wrote|writes|") && token_is(d, t + 1, "to")) { // "Poe wrote to Hay."
            uint32_t subject = subject_own(d, t, frame.first);
            int32_t chain = subject == NO_TOKEN ? KB_NONE : head_chain(d, subject);
            if (speaks(d, chain)) return chain;
        }
        bool writing = token_in(d, t, writings) && !token_is_pos(d, t, POS_VERB);
        int32_t chain = writing ? writer_of(d, t, frame.last) : wrote_what(d, t, frame.last);
        bool which = token_is(d, t + 1, ",") && token_is(d, t + 2, "which"); // "Poe sent a note, which Hay read out:"
        if (writing && chain < 0 && (which || !writing_read_out(d, frame))) chain = writing_sender(d, t, frame.first);
        if (chain == UNNAMED) return UNNAMED;
        if (chain >= 0) return writing ? not_the_reader(d, quote, frame, t, chain) : chain;
    }
    return KB_NONE;
}

// "read it out": what the sentence before speaks of
static bool reads_it(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t + 1 < frame.last; t++)
        if (token_in(d, t, "|read|reads|recited|recites|") && token_in(d, t + 1, "|it|them|:|")) return true;
    return false;
}

// The writer of the last writing that the words speak of.
int32_t writing_writer(const Document *d, const Quote *quote, Frame frame)
{
    int32_t chain = last_writer(d, quote, frame);
    return chain == KB_NONE && reads_it(d, frame) ? last_writer(d, quote, frame_ending(d, frame.first, false)) : chain;
}

// Who wrote what the sentences before speak of: of a writing named there, else of what was quoted last among them.
static int32_t written_before(const Document *d, const Quote *quote, uint32_t begin)
{
    size_t i = (size_t)(quote - d->quotes);
    uint32_t from = begin;
    for (unsigned k = 0; k < 3; k++) {
        Frame before = frame_ending(d, from, k == 0 && paragraph_begins(d, from));
        int32_t chain = before.first < before.last ? last_writer(d, quote, before) : KB_NONE;
        if (chain >= 0) return chain;
        from = before.first;
    }
    bool here = i && d->quotes[i - 1].said && d->quotes[i - 1].first >= from && d->quotes[i - 1].speaker >= 0;
    return here ? d->quotes[i - 1].speaker : KB_NONE;
}

// "Poe wrote to Hay. The answer came in a week:": to whom the sentence before speaks
int32_t writing_answered(const Document *d, Frame frame)
{
    static const char asking[] =
        "|wrote|writes|written|sent|asked|asks|told|wired|telephoned|cabled|texted|emailed|e-mailed|";
    bool answer = token_is(d, frame.first, "the") && token_in(d, frame.first + 1, "|answer|reply|response|");
    Frame before =
        answer ? frame_ending(d, frame.first, paragraph_begins(d, frame.first)) : (Frame){frame.first, frame.first};
    for (unsigned k = 0; k < 3 && before.first < before.last; k++) {
        for (uint32_t t = before.first; t < before.last; t++) {
            if (!token_in(d, t, asking) || document_quote_at(d, t) >= 0 || is_passive(d, t)) continue;
            int32_t chain = phrase_chain(d, t + 1 + token_is(d, t + 1, "to"), before.last);
            if (speaks(d, chain)) return chain;
        }
        before = frame_ending(d, before.first, false);
    }
    return KB_NONE;
}

// "Poe's letter ends:", "The first begins:", "Last year's ran:": who wrote what the verb before the colon unfolds.
int32_t writing_unfolds(const Document *d, const Quote *quote, Frame frame)
{
    static const char unfolding[] = "|begins|began|ends|ended|runs|ran|reads|read|opens|opened|closes|closed|concludes|"
                                    "concluded|continues|continued|says|said|goes|went|";
    static const char ordinals[] = "|first|second|third|fourth|fifth|sixth|last|latest|next|other|one|another|it|";
    uint32_t verb = frame.last - 1;
    while (verb > frame.first && (token_in(d, verb, "|:|on|") || token_is_pos(d, verb, POS_ADV)))
        verb--;
    if (verb <= frame.first || !token_in(d, verb, unfolding)) return KB_NONE;
    uint32_t subject = verb - 1;
    bool elided = token_in(d, subject, ordinals) || (token_is(d, subject, "'s") && !is_named(d, subject - 1));
    if (!elided || subject > frame.first + 3) {
        bool text = token_in(d, subject, writings) && document_quote_at(d, subject) < 0;
        int32_t chain = text ? writer_of(d, subject, verb) : KB_NONE;
        if (chain >= 0) return not_the_reader(d, quote, frame, subject, chain);
        bool same = text && subject == frame.first + 1 && token_is(d, frame.first, "the"); // "The letter went on:"
        return same ? written_before(d, quote, frame.first) : KB_NONE;
    }
    int32_t chain = written_before(d, quote, frame.first);
    bool told = chain >= 0 || !token_is(d, subject, "it") || token_in(d, verb, "|says|said|read|reads|goes|went|");
    return told ? chain : topic_before(d, quote, frame.first, KB_GENDER_UNKNOWN, false); // "Poe has a list. It begins:"
}

// ""...," the note says", ""...," the first of them ran": of the writing that the sentences before tell of
int32_t writing_speaking(const Document *d, const Quote *quote, uint32_t noun, uint32_t begin)
{
    bool them = token_is(d, noun, "first") || (token_is(d, noun, "them") && noun > 1 && token_is(d, noun - 1, "of") &&
                                               token_in(d, noun - 2, "|first|second|third|last|"));
    bool text = token_in(d, noun, writings) && token_is_pos(d, noun, POS_NOUN) && is_definite(d, noun);
    return them || text ? written_before(d, quote, begin) : KB_NONE;
}

// "Poe's letter to the board was short.": of the writing that a sentence is about
int32_t writing_topic(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t < frame.last; t++) {
        bool root = document_quote_at(d, t) < 0 && token_has_tree(d, t) && d->tokens[t].head == t;
        uint32_t subject = root ? subject_child(d, t) : NO_TOKEN;
        bool text = subject != NO_TOKEN && token_in(d, subject, writings) && token_is_pos(d, subject, POS_NOUN);
        if (text) return writer_of(d, subject, frame.last);
    }
    return KB_NONE;
}

// "a statement from Acme said": of the writing that the noun is; UNNAMED: it is none
int32_t writing_source(const Document *d, uint32_t noun, uint32_t limit)
{
    bool writing = token_in(d, noun, writings) && token_is_pos(d, noun, POS_NOUN);
    return writing ? writer_of(d, noun, limit) : UNNAMED;
}

// "It was signed by Ann Poe", "It belongs to Poe", "The author was Poe": whom a sentence gives what stands before it.
int32_t writing_signed(const Document *d, Frame frame)
{
    static const char writers[] = "|author|writer|sender|signatory|speaker|caller|culprit|";
    uint32_t t = frame.first;
    if (token_is(d, t, "the") && token_is(d, t + 1, "signature") && token_in(d, t + 2, "|is|was|")) {
        uint32_t of = t + 3 + token_is(d, t + 3, "that"); // "The signature is that of Ann Poe."
        int32_t name = document_mention_at(d, t + 3);
        if (token_is(d, of, "of")) return phrase_chain(d, of + 1, frame.last);
        return name >= 0 ? d->mentions[name].chain : KB_NONE;
    }
    if (token_is(d, t, "its") && token_in(d, t + 1, writers) && token_is(d, t + 2, ",")) // "Its author, Ann Poe, ..."
        return phrase_chain(d, t + 3, frame.last);
    bool it = token_in(d, t, "|it|this|they|both|that|"), who = token_is(d, t, "the") && token_in(d, t + 1, writers);
    if (!it && !who) return KB_NONE;
    t += 1 + who;
    bool was = token_in(d, t, "|is|was|were|had|"), been = token_in(d, t + 1, "|been|");
    uint32_t verb = t + was + been;
    if (who && was) return phrase_chain(d, t + 1, frame.last);
    if (it && was && token_in(d, verb, "|signed|written|sent|posted|penned|dictated|from|") &&
        (token_is(d, verb + 1, "by") || token_is(d, verb, "from")))
        return phrase_chain(d, verb + 1 + token_is(d, verb + 1, "by"), frame.last);
    bool belongs = token_in(d, t, "|belongs|belonged|") && token_is(d, t + 1, "to");
    bool came = token_in(d, t, "|came|comes|") && token_is(d, t + 1, "from");
    return it && (belongs || came) ? phrase_chain(d, t + 2, frame.last) : KB_NONE;
}
