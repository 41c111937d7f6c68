// Words around a quotation that tell who says it.
// SPDX-License-Identifier: MIT
#include "ingest/quote_sources.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quote_holders.h"
#include "ingest/quote_phrases.h"
#include "ingest/quote_topics.h"
#include "ingest/quote_writings.h"
#include "ingest/quotes.h"
#include "ingest/sayings.h"

// "according to Ann Poe", "in the words of Ann Poe"
static Source according_to(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t + 2 < frame.last; t++) {
        bool words = token_in(d, t, "|words|view|opinion|phrase|") && token_is(d, t + 1, "of");
        if ((token_is(d, t, "according") && token_is(d, t + 1, "to")) || words)
            return (Source){true, phrase_chain(d, t + 2, frame.last), NO_TOKEN};
    }
    return (Source){false, KB_NONE, NO_TOKEN};
}

static const char utterances[] = "|words|word|answer|reply|response|retort|comment|message|verdict|advice|motto|"
                                 "account|version|explanation|view|mantra|statement|phrase|";

// "..., was the verdict of Ann Poe", "was Poe's answer", "was the reply": whose; -1: not told
static Source was_word_of(const Document *d, Frame frame)
{
    uint32_t noun = frame.first + 1;
    if (!token_in(d, frame.first, "|was|is|came|")) return (Source){false, KB_NONE, NO_TOKEN};
    while (noun < frame.last && noun < frame.first + NEAR && !token_in(d, noun, utterances) && !ends_phrase(d, noun))
        noun++;
    if (noun >= frame.last || !token_in(d, noun, utterances)) return (Source){false, KB_NONE, NO_TOKEN};
    if (token_in(d, noun + 1, "|of|from|")) return (Source){true, phrase_chain(d, noun + 2, frame.last), NO_TOKEN};
    int32_t owner = KB_NONE;
    for (uint32_t t = frame.first + 1; t < noun && owner < 0; t++)
        owner = is_possessive(d, t) ? document_mention_at(d, t) : KB_NONE;
    return (Source){true, owner >= 0 ? d->mentions[owner].chain : KB_NONE, NO_TOKEN};
}

// "quoted Ann Poe as saying", around the verb "saying".
static Source quoted(const Document *d, Frame frame, uint32_t verb)
{
    if (!token_is(d, verb, "saying") || verb < frame.first + 2 || !token_is(d, verb - 1, "as"))
        return (Source){false, KB_NONE, NO_TOKEN};
    for (uint32_t t = verb - 1; t-- > frame.first && verb - t < NEAR;)
        if (token_in(d, t, "|quoted|quotes|quoting|quote|"))
            return (Source){!is_passive(d, t), phrase_chain(d, t + 1, verb - 1), NO_TOKEN};
    return (Source){false, KB_NONE, NO_TOKEN};
}

// `begin`: where the sentence of the quotation begins.
static Source subject_behind(const Document *d, const Quote *quote, Frame frame, uint32_t begin, uint32_t verb,
                             bool inverted)
{
    uint32_t from = inverted ? verb + 1 : frame.first, to = inverted ? frame.last : verb;
    uint32_t subject = token_has_tree(d, verb) ? subject_child(d, verb) : NO_TOKEN;
    uint32_t end = noun_phrase_end(d, from, to);
    bool pronoun = end > from && pronoun_gender(d->tokens[end - 1].lower);
    bool told = subject != NO_TOKEN && subject >= from && subject < to && !token_in(d, subject, "|who|which|that|");
    if (!told || pronoun) subject = end > from ? end - 1 : NO_TOKEN;
    int32_t chain = subject != NO_TOKEN ? holder_elder(d, subject, begin) : KB_NONE;
    if (chain >= 0) return (Source){true, chain, NO_TOKEN};
    if (subject != NO_TOKEN && token_is_pos(d, subject, POS_NOUN)) chain = apposed_chain(d, from, to);
    Frame last = token_in(d, verb, "|read|reads|") ? frame_ending(d, begin, true) : (Frame){begin, begin};
    int32_t read_out = writing_read_out(d, last) ? writing_writer(d, quote, last) : KB_NONE;
    if (read_out >= 0) return (Source){true, read_out, NO_TOKEN};
    int32_t wrote = subject != NO_TOKEN ? writing_source(d, subject, inverted ? frame.last : verb) : UNNAMED;
    if (chain < 0 && wrote < 0 && subject != NO_TOKEN) wrote = writing_speaking(d, quote, subject, begin);
    if (chain < 0 && wrote >= 0) return (Source){true, wrote, NO_TOKEN};
    if (chain < 0 && subject != NO_TOKEN && holder_unnamed(d, subject, begin)) return (Source){true, KB_NONE, subject};
    if (chain < 0 && !told && subject != NO_TOKEN) chain = holder_of_noun(d, subject, begin);
    if (chain < 0 && !told && !pronoun) chain = phrase_chain(d, from, to);
    if (chain < 0 && subject != NO_TOKEN) chain = topic_speaking(d, quote, subject, begin);
    if (chain == UNNAMED) return (Source){true, KB_NONE, subject};
    if (chain < 0) chain = phrase_chain(d, from, to);
    if (chain < 0 && subject != NO_TOKEN) chain = topic_guess(d, quote, subject, begin);
    return (Source){true, chain, subject};
}

// "Poe, at what she called "a gift," smiled": a verb whose subject stands before the quotation.
static bool began_before(const Document *d, const Quote *quote, uint32_t verb)
{
    uint32_t subject = token_has_tree(d, verb) ? subject_child(d, verb) : NO_TOKEN;
    int32_t next = says(d, verb) ? document_mention_at(d, verb + 1) : KB_NONE;
    bool phrase = token_in(d, verb, "|said|says|quipped|quips|joked|jokes|replied|replies|sighed|sighs|") &&
                  (is_possessive(d, verb + 1) || token_in(d, verb + 1, "|the|a|an|one|")); // "says her lawyer"
    bool inverted = phrase || (next >= 0 && d->mentions[next].kind == KB_NAME);            // "says Poe"
    return !inverted && subject != NO_TOKEN && subject < quote->first;
}

// "as Ann Poe puts it", "as Poe, who rose, put it": the verb.
static uint32_t put_so(const Document *d, Frame frame)
{
    bool aside = false;
    if (!token_is(d, frame.first, "as")) return NO_TOKEN;
    for (uint32_t t = frame.first + 1; t < frame.last && t < frame.first + 2 * NEAR; t++) {
        if (token_in(d, t, "|put|puts|") && token_is(d, t + 1, "it")) return t;
        if (token_is(d, t, ",") && document_mention_at(d, t - 1) >= 0) aside = true;
        if ((ends_phrase(d, t) || t >= frame.first + NEAR) && !aside) return NO_TOKEN;
    }
    return NO_TOKEN;
}

// "came a cry from the gallery": somebody unnamed.
static bool is_outcry(const Document *d, Frame frame)
{
    static const char cries[] = "|cry|shout|voice|call|yell|heckle|whisper|chorus|chant|roar|scream|murmur|";
    if (!token_in(d, frame.first, "|came|comes|rose|went|")) return false;
    uint32_t end = noun_phrase_end(d, frame.first + 1, frame.last);
    return end > frame.first + 2 && token_in(d, frame.first + 1, "|a|an|another|one|the|") &&
           token_in(d, end - 1, cries);
}

// ""Never," Poe was told.": by somebody unnamed, unless "by" tells.
static Source was_told(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t < frame.last && t < frame.first + NEAR; t++) {
        if (!token_in(d, t, "|told|asked|informed|assured|warned|advised|") || !is_passive(d, t)) continue;
        bool ends = t + 1 == frame.last || token_in(d, t + 1, "|,|by|in|at|on|when|");
        return (Source){ends, ends ? passive_agent(d, t, frame.last) : KB_NONE, NO_TOKEN};
    }
    return (Source){false, KB_NONE, NO_TOKEN};
}

// "..., said Ann Poe", "..., Poe told reporters": behind a comma any verb says it, else one of the table.
Source source_behind(const Document *d, const Quote *quote, uint32_t begin, Frame frame)
{
    static const char joining[] =
        "|and|but|or|after|when|as|because|while|if|although|though|before|until|who|which|that|so|"
        "where|whose|yet|nor|despite|";
    static const char doing[] = "|went|goes|put|puts|signed|signs|agreed|agrees|felt|feels|believed|believes|continued|"
                                "continues|refused|refuses|revealed|reveals|offered|offers|hoped|feared|";
    uint32_t start = frame.first;
    bool hanging = frame_goes_on(d, quote);
    uint32_t put = put_so(d, frame);
    if (put != NO_TOKEN) return subject_behind(d, quote, (Frame){start + 1, frame.last}, begin, put, false);
    if (token_in(d, start, joining)) return according_to(d, frame);
    Source word = was_word_of(d, frame);
    if (word.found) return word;
    Source told = hanging ? was_told(d, frame) : word;
    if (told.found) return told;
    if (is_outcry(d, frame)) return (Source){true, KB_NONE, NO_TOKEN};
    while (start < frame.last && is_adverbial(d, start) && !says(d, start))
        start++;
    for (uint32_t t = start; hanging && t < frame.last; t++) {
        Source as = quoted(d, frame, t);
        if (as.found) return as;
    }
    for (uint32_t t = start; t < frame.last; t++) {
        if (document_mention_at(d, t) >= 0 && t != start) continue;
        bool any = hanging && token_is_pos(d, t, POS_VERB) &&
                   (t == start || token_is_pos(d, t - 1, POS_PRON) || document_mention_at(d, t - 1) >= 0);
        if ((!says(d, t) && !any) || began_before(d, quote, t)) continue;
        if (is_passive(d, t) || (t && token_is(d, t - 1, "to"))) continue;
        if (!hanging && t > start + NEAR) break;
        if (!hanging && t > start && token_in(d, t, doing)) break; // "Who won?" No hand went up."
        return subject_behind(d, quote, frame, begin, t, t == start);
    }
    return according_to(d, frame);
}

// "a letter from Ann Poe, the dean, who wrote": whom the tree hangs the clause on; -1: on nobody named.
static int32_t antecedent(const Document *d, uint32_t verb)
{
    for (unsigned hops = 0; hops < 3 && token_has_tree(d, verb); hops++) {
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
    while (before > frame.first && is_adverbial(d, before - 1))
        before--;
    if (before > frame.first && token_is(d, before - 1, "who")) {
        int32_t name =
            before > frame.first + 2 && token_is(d, before - 2, ",") ? document_mention_at(d, before - 3) : KB_NONE;
        bool person = name >= 0 && d->mentions[name].kind == KB_NAME && d->mentions[name].type == KB_PERSON;
        if (person && chain_at(d, before - 3) >= 0) return d->mentions[name].chain;
        int32_t chain = antecedent(d, verb);
        return chain >= 0 ? chain : subject_nearest(d, verb, frame.first);
    }
    for (uint32_t t = verb; t-- > frame.first && verb - t < NEAR;)
        if (token_is(d, t, "whose")) return phrase_chain(d, t + 1, verb);
    return KB_NONE;
}

static Source subject_before(const Document *d, const Quote *quote, Frame frame, uint32_t verb)
{
    int32_t chain = relative_subject(d, frame, verb);
    if (chain >= 0) return (Source){true, chain, NO_TOKEN};
    uint32_t subject = subject_own(d, verb, frame.first);
    bool relative = subject != NO_TOKEN && token_in(d, subject, "|that|which|"); // "a message that read"
    if (subject == NO_TOKEN || relative) subject = subject_by_tree(d, verb);
    if (subject != NO_TOKEN && document_quote_at(d, subject) < 0) {
        chain = holder_elder(d, subject, frame.first);
        if (chain >= 0) return (Source){true, chain, NO_TOKEN};
        if (token_is_pos(d, subject, POS_NOUN) && subject < verb) chain = apposed_chain(d, subject, verb);
        int32_t wrote = chain < 0 && subject < verb ? writing_source(d, subject, verb) : UNNAMED;
        if (wrote == KB_NONE) wrote = writing_sender(d, subject, frame.first);
        if (wrote == KB_NONE) wrote = writing_speaking(d, quote, subject, frame.first);
        if (wrote >= 0) return (Source){true, wrote, NO_TOKEN};
        if (chain < 0 && holder_unnamed(d, subject, frame.first)) return (Source){true, KB_NONE, subject};
        if (chain < 0) chain = topic_speaking(d, quote, subject, frame.first);
        if (chain == UNNAMED) return (Source){true, KB_NONE, subject};
        if (chain < 0 && subject < verb) chain = phrase_chain(d, subject, verb);
        if (chain < 0) chain = topic_guess(d, quote, subject, frame.first);
        if (chain >= 0 || subject < verb) return (Source){true, chain, subject};
    }
    return (Source){true, subject_nearest(d, verb, frame.first), NO_TOKEN};
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

// Chain of who owns words: "his" as "he said" would have it.
static int32_t owner_chain(const Document *d, const Quote *quote, Frame frame, uint32_t owner)
{
    int32_t mention = is_possessive(d, owner) ? document_mention_at(d, owner) : KB_NONE;
    if (mention < 0 || !pronoun_gender(d->tokens[owner].lower))
        return mention < 0 ? KB_NONE : d->mentions[mention].chain;
    int32_t chain = topic_speaking(d, quote, owner, frame.first);
    return chain >= 0 ? chain : d->mentions[mention].chain;
}

// "a sheet in Poe's own hand:"
static int32_t whose_hand(const Document *d, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first && frame.last - t < NEAR;) {
        int32_t chain = writing_hand(d, t);
        if (chain >= 0) return chain;
    }
    return KB_NONE;
}

// "her only answer was": the owner, where it is told no other way.
static int32_t whose_words(const Document *d, const Quote *quote, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first;) {
        if (document_quote_at(d, t) >= 0) continue;
        bool words =
            token_in(d, t, utterances) && (token_in(d, t + 1, "|was|were|is|:|") || token_is(d, frame.last - 1, ":"));
        bool of = words && token_is(d, t + 1, "of") && token_is(d, frame.last - 1, ":"); // "the motto of Ann Poe:"
        int32_t author = of ? phrase_chain(d, t + 2, frame.last) : KB_NONE;
        if (author >= 0 && d->chains[author].type != KB_PLACE) return author;
        for (uint32_t owner = t; words && owner-- > frame.first && t - owner < 5;) {
            if (token_in(d, owner, "|a|an|the|")) break;
            int32_t chain = owner_chain(d, quote, frame, owner);
            if (chain >= 0) return chain;
        }
        if (says(d, t)) return KB_NONE;
    }
    return KB_NONE;
}

// "To Ann Poe, the plan is "a gift"": whose view it is, right before the mark.
static int32_t in_the_eyes_of(const Document *d, Frame frame)
{
    uint32_t copula = frame.last - 1, first = frame.first + token_in(d, frame.first, "|but|and|yet|");
    if (!token_in(d, copula, "|is|was|are|were|") || !token_in(d, first, "|to|for|")) return KB_NONE;
    uint32_t t = first + 1;
    while (t < copula && document_mention_at(d, t) < 0 && !ends_phrase(d, t))
        t++;
    int32_t chain = t < copula ? chain_at(d, t) : KB_NONE;
    if (chain < 0 || d->chains[chain].type != KB_PERSON) return KB_NONE;
    uint32_t end = d->mentions[document_mention_at(d, t)].last;
    return token_in(d, end, "|,|it|he|she|they|this|that|") ? chain : KB_NONE;
}

// "And from Ann Poe, a minute later:": who sends what follows
static int32_t from_whom(const Document *d, Frame frame)
{
    uint32_t from = frame.first + token_in(d, frame.first, "|and|then|but|");
    if (!token_is(d, from, "from")) return KB_NONE;
    for (uint32_t t = from + 1; t < frame.last; t++)
        if (token_is_pos(d, t, POS_VERB)) return KB_NONE;
    int32_t chain = phrase_chain(d, from + 1, frame.last);
    uint32_t end = noun_phrase_end(d, from + 1, frame.last);
    if (chain < 0 && end > from + 1) chain = holder_of_noun(d, end - 1, frame.first);
    return chain >= 0 && d->chains[chain].type != KB_PLACE ? chain : KB_NONE;
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
        if (token_is_pos(d, t, POS_VERB) || says(d, t) || ends_phrase(d, t)) return KB_NONE;
    return d->mentions[mention].chain;
}

// "Poe said that Hay would answer: ...", "Poe said that Hay called him and ...": as another verb of saying tells it.
static bool reported(const Document *d, Frame frame, uint32_t verb)
{
    bool told = verb && token_in(d, verb - 1, "|will|would|may|might|could|can|should|must|shall|'ll|'d|");
    told |= token_in(d, verb, "|denied|denies|"); // "Poe's lawyer said that he denied having met him, "least of all""
    if (!told && !token_in(d, frame.last - 1, "|and|or|but|")) return false;
    return token_has_tree(d, verb) && dep_in(d, verb, "|ccomp|") && d->tokens[verb].head < verb &&
           says(d, d->tokens[verb].head);
}

// "posted on Twitter that"
static bool says_that(const Document *d, uint32_t verb)
{
    for (uint32_t t = verb + 1; t < verb + 5; t++)
        if (token_is(d, t, "that")) return token_is_pos(d, t, POS_SCONJ);
    return false;
}

// "Poe said: ...", "Poe, who called it ...": the last verb of saying before the mark.
Source source_before(const Document *d, const Quote *quote, Frame frame, Frame after)
{
    int32_t label = labelled(d, frame);
    if (label < 0) label = owner_of_words(d, frame);
    bool colon = token_is(d, frame.last - 1, ":");
    if (label < 0 && colon) label = whose_hand(d, frame);
    if (label < 0 && colon) label = from_whom(d, frame);
    if (label < 0 && colon) label = writing_answered(d, frame);
    if (label < 0 && colon) label = writing_unfolds(d, quote, frame);
    if (label < 0 && colon && writing_read_out(d, frame)) label = writing_writer(d, quote, frame);
    if (label < 0) label = whose_words(d, quote, frame);
    if (label < 0) label = in_the_eyes_of(d, frame);
    if (label >= 0) return (Source){true, label, NO_TOKEN};
    for (uint32_t t = frame.last; t-- > frame.first;) {
        if (document_quote_at(d, t) >= 0 || !says(d, t)) continue;
        bool put = token_in(d, t, "|put|puts|") && token_is(d, t + 1, "it");
        if ((says_weakly(d, t) && !put && !says_that(d, t) && frame.last - t > 2) || reported(d, frame, t)) continue;
        int32_t agent = token_is(d, t + 1, "by") ? passive_agent(d, t, frame.last) : KB_NONE; // "once called by Poe"
        if (agent >= 0) return (Source){true, agent, NO_TOKEN};
        if (is_passive(d, t) && token_in(d, t, "|told|informed|assured|warned|advised|") &&
            !token_is(d, frame.last - 1, "of"))
            return (Source){true, passive_agent(d, t, frame.last), NO_TOKEN}; // "Poe was told that he was "late""
        if (is_passive(d, t)) { // "dismissed for "gross misconduct"": held off rather than said
            int32_t chain = passive_agent(d, t, frame.last);
            if (chain < 0 && token_is(d, after.first, "by")) chain = phrase_chain(d, after.first + 1, after.last);
            return (Source){chain >= 0, chain, NO_TOKEN};
        }
        Source as = quoted(d, frame, t);
        int32_t between = subject_between(d, t, frame.last);
        if (between >= 0) return (Source){true, between, NO_TOKEN};
        return as.found ? as : subject_before(d, quote, frame, t);
    }
    int32_t sent = colon ? writing_sent(d, frame) : KB_NONE;
    if (sent >= 0) return (Source){true, sent, NO_TOKEN};
    return according_to(d, frame);
}
