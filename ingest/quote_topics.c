// Whom the sentences before a quotation are about, and who of them speaks as "he" or "the general".
// SPDX-License-Identifier: MIT
#include "ingest/quote_topics.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/namesakes.h"
#include "ingest/quote_holders.h"
#include "ingest/quote_phrases.h"
#include "ingest/quote_turns.h"
#include "ingest/quote_writings.h"
#include "ingest/quotes.h"
#include "ingest/sayings.h"
#include "ingest/speaker_pronouns.h"
#include "ingest/title_words.h"
#include "kb/name.h"

enum { RECENT = 100, SENTENCES_BACK = 3, MENTION_REACH = 300 };

// ---------------------------------------------------------------------------------------------- sentences

static int32_t first_mentioned(const Document *d, Frame frame)
{
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= frame.last) break;
        if (document_quote_at(d, mention->first) < 0 && chain_at(d, mention->first) >= 0) return mention->chain;
    }
    return KB_NONE;
}

// "He has not been seen, a cousin, Ann Poe, said.": the name before the verb of saying that closes a sentence.
static int32_t closing_speaker(const Document *d, Frame frame)
{
    uint32_t verb = frame.last > frame.first + 3 ? frame.last - 2 : frame.first;
    bool comma = verb > frame.first && token_is(d, verb - 1, ",");
    uint32_t name = verb > frame.first ? verb - 1 - comma : verb;
    int32_t mention = verb > frame.first ? document_mention_at(d, name) : KB_NONE;
    if (mention < 0 || d->mentions[mention].kind != KB_NAME || document_quote_at(d, verb) >= 0) return KB_NONE;
    if (!says(d, verb) || says_weakly(d, verb) || !token_has_tree(d, verb)) return KB_NONE;
    uint32_t first = d->mentions[mention].first;
    bool told = dep_in(d, first, "|nsubj|appos|") && (first == frame.first || !token_is_pos(d, first - 1, POS_ADP));
    return told && (comma || d->tokens[verb].head == verb) ? d->mentions[mention].chain : KB_NONE;
}

// "Poe was asked whether ...": who is to answer.
static uint32_t subject_asked(const Document *d, uint32_t verb)
{
    bool asked = token_in(d, verb, "|asked|questioned|pressed|quizzed|") && is_passive(d, verb);
    const Sentence *sentence = &d->sentences[d->tokens[verb].sentence];
    for (uint32_t t = sentence->first; asked && t < sentence->last; t++)
        if (d->tokens[t].head == verb && dep_in(d, t, "|nsubj:pass|") && document_quote_at(d, t) < 0) return t;
    return NO_TOKEN;
}

// "Hay asked Poe whether ...", of the main clause: who is to answer.
static int32_t whom_asked(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t < frame.last; t++) {
        uint32_t verb = token_has_tree(d, t) && dep_in(d, t, "|obj|iobj|") ? d->tokens[t].head : NO_TOKEN;
        if (verb == NO_TOKEN || !token_in(d, verb, "|asked|asks|questioned|pressed|") || is_passive(d, verb)) continue;
        uint32_t main = dep_in(d, verb, "|conj|") ? d->tokens[verb].head : verb;
        bool modal = verb && token_in(d, verb - 1, "|have|to|had|");
        bool told = d->tokens[main].head == main && !modal && document_quote_at(d, t) < 0;
        int32_t chain = told ? head_chain(d, t) : KB_NONE;
        if (chain >= 0 && d->chains[chain].type == KB_PERSON) return chain;
    }
    return KB_NONE;
}

// "Poe's account differs.": whose words follow.
static int32_t whose_account(const Document *d, uint32_t noun)
{
    static const char accounts[] = "|account|version|recollection|memory|answer|reply|response|explanation|view|";
    int32_t owner = KB_NONE;
    for (uint32_t t = noun; token_in(d, noun, accounts) && owner < 0 && t-- > 0 && noun - t < 5;)
        owner = is_possessive(d, t) ? document_mention_at(d, t) : KB_NONE;
    return owner >= 0 ? d->mentions[owner].chain : KB_NONE;
}

// "Poe left, and Hay said ...", "..., a charge that Hay denied": the last word of a sentence is somebody else's.
static bool goes_on_saying(const Document *d, uint32_t verb)
{
    if (!token_has_tree(d, verb) || !says(d, verb) || is_passive(d, verb)) return false;
    if (token_in(d, verb, "|denied|denies|rejected|rejects|") && dep_in(d, verb, "|acl:relcl|")) return true;
    return !says_weakly(d, verb) && dep_in(d, verb, "|conj|parataxis|");
}

// By place too, where it is a name before the verb that the tree hangs elsewhere.
static uint32_t subject_of_root(const Document *d, uint32_t verb, uint32_t limit)
{
    uint32_t subject = subject_child(d, verb);
    if (subject != NO_TOKEN || verb == limit || !token_is_pos(d, verb, POS_VERB)) return subject;
    int32_t mention = document_mention_at(d, verb - 1);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].first == limit;
    return name && d->mentions[mention].last == verb ? verb - 1 : NO_TOKEN;
}

// "a driver", "a woman in red", "a cook who ...": a noun for a person.
static bool person_noun(const Document *d, uint32_t noun)
{
    static const char people[] = "|man|woman|boy|girl|person|child|baby|lady|gentleman|guy|youth|teenager|pensioner|"
                                 "bystander|passer-by|neighbour|neighbor|friend|cook|nurse|guest|stranger|voice|";
    unsigned classes = title_word(d->tokens[noun].lower);
    return token_in(d, noun, people) || (classes & (TITLE_HEAD | TITLE_RANK | TITLE_KIN)) ||
           token_is(d, noun + 1, "who") || word_ends(d->tokens[noun].lower, "er", 3) ||
           word_ends(d->tokens[noun].lower, "ist", 3) || word_ends(d->tokens[noun].lower, "man", 2);
}

// Besides "his" and "he", which may be that very person behind `subject`.
static bool mentions_person(const Document *d, Frame frame, uint32_t subject)
{
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        uint32_t first = d->mentions[i].first;
        if (first >= frame.last) return false;
        bool own = is_possessive(d, first) || (first > subject && token_in(d, first, "|he|she|"));
        if (!own && d->mentions[i].type == KB_PERSON && d->mentions[i].chain >= 0) return true;
    }
    return false;
}

// "A driver leaned out.", "His aunt took his arm.": the sentence is about somebody without a name, who may speak next.
static bool is_about_somebody(const Document *d, Frame frame, uint32_t subject, KbGender gender)
{
    int32_t mention = document_mention_at(d, subject);
    if (mention >= 0 && d->mentions[mention].chain >= 0) return false;
    if (token_is(d, subject, "one") && token_is(d, subject + 1, "of")) return !mentions_person(d, frame, subject);
    if (!token_is_pos(d, subject, POS_NOUN) || token_is_plural(d, subject) || !person_noun(d, subject)) return false;
    if (is_possessed(d, subject)) return !gender;
    if (mentions_person(d, frame, subject)) return false;
    bool known = holder_of_noun(d, subject, frame.first) >= 0 || holder_described(d, subject) >= 0;
    bool newly = is_definite(d, subject) && !known && !paragraph_begins(d, frame.last); // "The sexton rose. "Amen.""
    return newly || is_indefinite(d, subject);
}

// Whom the clause around the quotation is about: "She is not married, "whatever the internet says.""
int32_t topic_of_clause(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t < frame.last; t++) { // "A nurse held up a sheet on which she had painted ..."
        bool root = document_quote_at(d, t) < 0 && token_has_tree(d, t) && d->tokens[t].head == t;
        uint32_t subject = root ? subject_child(d, t) : NO_TOKEN;
        if (subject != NO_TOKEN && is_about_somebody(d, frame, subject, KB_MALE)) return KB_NONE;
    }
    for (uint32_t t = frame.last; t-- > frame.first;) {
        bool says_of = token_is_pos(d, t, POS_VERB) || (token_has_tree(d, t) && d->tokens[t].head == t); // "was blunt"
        uint32_t subject = document_quote_at(d, t) < 0 && says_of ? subject_by_tree(d, t) : NO_TOKEN;
        int32_t chain = subject != NO_TOKEN && subject < frame.last ? head_chain(d, subject) : KB_NONE;
        if (chain >= 0) return chain;
        bool thing = subject != NO_TOKEN && dep_in(d, t, "|acl:relcl|") &&
                     !person_noun(d, subject); // "... with a song that ran to two words:"
        if (subject != NO_TOKEN && token_is_pos(d, subject, POS_NOUN) && is_indefinite(d, subject) && !thing)
            return KB_NONE;
    }
    return first_mentioned(d, frame);
}

// "Poe will stay, "of course," said his lawyer, Ann Hay.": who says what the sentence quotes last.
static int32_t quoted_last(const Document *d, Frame frame)
{
    for (uint32_t t = frame.last; t-- > frame.first;) {
        int32_t quote = document_quote_at(d, t);
        if (quote < 0) continue;
        uint32_t after = quote_after(d, &d->quotes[quote]);
        bool told = d->quotes[quote].said && token_in(d, after, "|said|says|");
        return told ? d->quotes[quote].speaker : KB_NONE;
    }
    return KB_NONE;
}

// "The last word belonged to Ann Poe.", "The idea was that of Ann Poe."
static int32_t belongs_to(const Document *d, Frame frame)
{
    for (uint32_t t = frame.first; t + 2 < frame.last; t++) {
        bool belongs = token_in(d, t, "|belonged|belongs|fell|") && token_is(d, t + 1, "to");
        bool that = token_in(d, t, "|is|was|") && token_is(d, t + 1, "that") && token_is(d, t + 2, "of");
        if ((!belongs && !that) || document_quote_at(d, t) >= 0) continue;
        int32_t chain = phrase_chain(d, t + 2 + that, frame.last);
        if (chain >= 0 && d->chains[chain].type == KB_PERSON) return chain;
    }
    return KB_NONE;
}

// Whom a whole sentence is about: the subject of its root, else of its last verb of saying, else its first phrase.
int32_t topic_of_sentence(const Document *d, Frame frame, KbGender gender)
{
    uint32_t subject = NO_TOKEN;
    int32_t closing = closing_speaker(d, frame);
    if (closing < 0) closing = quoted_last(d, frame);
    if (closing >= 0) return closing;
    for (uint32_t t = frame.first; t < frame.last; t++) {
        int32_t between = document_quote_at(d, t) < 0 ? subject_between(d, t, frame.last) : KB_NONE;
        if (between >= 0) return between;
    }
    int32_t asked = whom_asked(d, frame);
    if (asked >= 0) return asked;
    for (uint32_t t = frame.last; t-- > frame.first && subject == NO_TOKEN;)
        if (goes_on_saying(d, t) && document_quote_at(d, t) < 0) subject = subject_own(d, t, frame.first);
    for (uint32_t t = frame.first; t < frame.last && subject == NO_TOKEN; t++)
        if (document_quote_at(d, t) < 0 && token_has_tree(d, t) && d->tokens[t].head == t)
            subject = is_passive(d, t) ? subject_asked(d, t) : subject_of_root(d, t, frame.first);
    for (uint32_t t = frame.last; t-- > frame.first && subject == NO_TOKEN;)
        if (document_quote_at(d, t) < 0 && says(d, t) && !says_weakly(d, t) && !is_passive(d, t))
            subject = subject_by_tree(d, t);
    bool kin = subject != NO_TOKEN && token_in(d, subject, "|brother|sister|") && is_possessed(d, subject) &&
               named_beside(d, subject) < 0; // "His brother put it otherwise."
    int32_t chain = kin ? holder_of_noun(d, subject, frame.first) : KB_NONE;
    if (chain < 0 && subject != NO_TOKEN) chain = head_chain(d, subject);
    if (chain < 0 && subject != NO_TOKEN) chain = whose_account(d, subject);
    if (chain < 0) chain = belongs_to(d, frame);
    if (chain < 0 && subject != NO_TOKEN) chain = holder_of_noun(d, subject, frame.first);
    if (chain < 0 && subject != NO_TOKEN && is_about_somebody(d, frame, subject, gender)) return UNNAMED;
    return chain >= 0 ? chain : phrase_chain(d, frame.first, frame.last);
}

// Does the quotation speak of the person in the third person?
static bool speaks_of(const Document *d, const Quote *quote, int32_t chain)
{
    for (size_t i = document_mentions_from(d, quote->first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= quote->last) break;
        if (mention->chain == chain && mention->kind == KB_NAME) return true;
    }
    return false;
}

// "Poe and Hay met.": who stands beside the subject, of the gender.
static int32_t coordinated(const Document *d, Frame frame, KbGender gender)
{
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= frame.last) break;
        bool named = mention->kind == KB_NAME && mention->type == KB_PERSON && mention->chain >= 0;
        if (!named || document_quote_at(d, mention->first) >= 0 || !token_has_tree(d, mention->first)) continue;
        uint32_t head = mention->first; // "Poe and her rival, Hay"
        if (dep_in(d, head, "|appos|flat|")) head = d->tokens[head].head;
        bool beside = token_has_tree(d, head) && dep_in(d, head, "|conj|") &&
                      dep_in(d, d->tokens[head].head, "|nsubj|nsubj:pass|appos|");
        uint8_t known = d->chains[mention->chain].gender;
        if (beside && (!known || known == gender)) return mention->chain;
    }
    return KB_NONE;
}

bool topic_named(const Document *d, Frame frame, int32_t chain)
{
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        if (d->mentions[i].first >= frame.last) break;
        if (d->mentions[i].chain == chain && d->mentions[i].kind == KB_NAME) return true;
    }
    return false;
}

// The one person of whom a pronoun of the gender in the sentence, or else a name of it, tells that gender. "Her" of
// somebody whom it does not name is the subject's own: "Poe loses her title."
static int32_t only_other(const Document *d, Frame frame, KbGender gender, bool names)
{
    int32_t chain = KB_NONE;
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= frame.last) break;
        bool pronoun = pronoun_gender(d->tokens[mention->first].lower) == gender;
        if (mention->chain < 0 || mention->chain == chain || mention->type != KB_PERSON) continue;
        if (!(names ? mention->kind == KB_NAME : pronoun) || document_quote_at(d, mention->first) >= 0) continue;
        if (d->chains[mention->chain].gender != gender) continue;
        if (!names && is_possessive(d, mention->first) && !topic_named(d, frame, mention->chain)) continue;
        if (chain >= 0) return KB_NONE;
        chain = mention->chain;
    }
    return chain;
}

// Not what only pronouns between these marks tell, which may stand for another: "Poe rose. "He won," she said."
static KbGender gender_outside(const Document *d, const Quote *quote, const Chain *chain)
{
    KbGender gender = (KbGender)chain->gender;
    bool inside = false, outside = chain->honorific.length || kb_name_gender(chain->name);
    size_t here = document_mentions_from(d, quote->first), first = here > MENTION_REACH ? here - MENTION_REACH : 0;
    for (size_t i = first; gender && !outside && i < d->mention_count && i < here + MENTION_REACH; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->chain < 0 || &d->chains[mention->chain] != chain) continue;
        if (pronoun_gender(d->tokens[mention->first].lower) != gender) continue;
        bool between = mention->first >= quote->first && mention->first < quote->last + TOKEN_REACH / 8 &&
                       document_quote_at(d, mention->first) >= 0;
        inside |= between;
        outside |= !between && document_quote_at(d, mention->first) < 0;
    }
    return inside && !outside ? KB_GENDER_UNKNOWN : gender;
}

// Does the sentence begin with a question between marks?
static bool asks_in_marks(const Document *d, Frame frame)
{
    int32_t quote = document_quote_at(d, frame.first + 1);
    return quote >= 0 && d->quotes[quote].first == frame.first + 1 && token_is(d, d->quotes[quote].last - 1, "?");
}

// "..., said Poe. Would the owner pay?", outside all marks: of another than who answers, who was just quoted.
static bool asks_of_noun(const Document *d, Frame frame)
{
    if (!token_is(d, frame.last - 1, "?") || document_quote_at(d, frame.last - 1) >= 0) return false;
    if (quoted_last(d, frame_ending(d, frame.first, false)) < 0) return false;
    for (uint32_t t = frame.first; t < frame.last; t++) {
        bool root = token_has_tree(d, t) && d->tokens[t].head == t;
        uint32_t subject = root ? subject_child(d, t) : NO_TOKEN;
        if (subject != NO_TOKEN) return is_common_noun(d, subject);
    }
    return false;
}

// The person of a gender (or unknown) that the nearest of the sentences before `token` is about.
int32_t topic_before(const Document *d, const Quote *quote, uint32_t token, KbGender gender, bool across)
{
    for (unsigned i = 0; i < SENTENCES_BACK; i++) {
        Frame frame = frame_ending(d, token, across);
        if (frame.first == frame.last || sentence_is_byline(d, d->tokens[frame.first].sentence)) return KB_NONE;
        int32_t chain = topic_of_sentence(d, frame, gender);
        bool aside = gender && i == 0 && !across && asks_of_noun(d, frame); // "Would the owner pay? "No," he said."
        if (aside ||
            (chain == UNNAMED && gender && asks_in_marks(d, frame))) { // ""Who won?" a guest asked. "Poe," she said."
            token = frame.first;
            continue;
        }
        if (chain == UNNAMED) return UNNAMED;
        const Chain *found = chain >= 0 ? &d->chains[chain] : NULL;
        KbGender known = found && gender ? gender_outside(d, quote, found) : KB_GENDER_UNKNOWN;
        bool fits = found && found->type == KB_PERSON && !(known && known != gender);
        bool open = fits && gender && !found->gender && closing_speaker(d, frame) != chain;
        int32_t told = open ? only_other(d, frame, gender, false) : KB_NONE;
        if (told >= 0 && told != chain && !speaks_of(d, quote, told)) return told; // "The dean praised her."
        if (fits && !speaks_of(d, quote, chain)) return chain;
        int32_t other = gender && !fits ? coordinated(d, frame, gender) : KB_NONE;
        bool asks = token_is(d, frame.last - 1, "?"); // of others than who answers
        if (other < 0 && gender && !fits && !asks) other = only_other(d, frame, gender, true);
        if (other >= 0 && !speaks_of(d, quote, other)) return other;
        token = frame.first;
        across = false;
    }
    return KB_NONE;
}

// "Poe left, "as a friend," he says": the named subject that stands first in the sentence of the pronoun.
static int32_t named_subject(const Document *d, const Quote *quote, Frame frame, KbGender gender)
{
    for (uint32_t t = frame.first; t < frame.last; t++) {
        if (!token_has_tree(d, t) || !dep_in(d, t, "|nsubj|nsubj:pass|") || document_quote_at(d, t) >= 0) continue;
        int32_t agent = dep_in(d, t, "|nsubj:pass|") ? passive_agent(d, d->tokens[t].head, frame.last) : KB_NONE;
        if (agent >= 0 && d->chains[agent].type == KB_PERSON) continue;
        int32_t mention = document_mention_at(d, t);
        bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == KB_PERSON;
        if (name && d->mentions[mention].first && token_is_pos(d, d->mentions[mention].first - 1, POS_ADP)) continue;
        if (name && is_agent(d, d->mentions[mention].first, frame.first)) continue;
        int32_t chain = name ? chain_at(d, t) : named_beside(d, t);
        KbGender known = chain >= 0 ? (KbGender)d->chains[chain].gender : KB_GENDER_UNKNOWN;
        if (chain >= 0 && !(known && known != gender) && !speaks_of(d, quote, chain)) return chain;
    }
    return KB_NONE;
}

// Has the text just mentioned the person?
static bool fresh(const Document *d, int32_t chain, uint32_t begin, unsigned reach)
{
    for (size_t i = document_mentions_from(d, begin); i-- > 0 && begin - d->mentions[i].first < reach;)
        if (d->mentions[i].chain == chain) return true;
    return false;
}

// ---------------------------------------------------------------------------------------------- subjects of saying

// "Who won?" Hay asked. "We did," the witness said.: not who asked, but whoever spoke before.
static int32_t not_the_asker(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin, int32_t chain,
                             bool vague)
{
    int32_t asker = begin + 1 == quote->first ? turns_asker(d, quote) : KB_NONE;
    if (asker < 0 || !(chain == asker || (chain < 0 && vague))) return chain;
    if (holder_of_noun(d, subject, begin) == asker) return chain;
    int32_t other = turns_other(d, quote, asker);
    KbGender gender = pronoun_gender(d->tokens[subject].lower);
    KbGender known = other >= 0 ? (KbGender)d->chains[other].gender : KB_GENDER_UNKNOWN;
    return gender && known && known != gender ? KB_NONE : other;
}

// ""Why?" a reporter called out. "Ask her," she said.": right behind, who of the gender was quoted last.
static int32_t asked_by_nobody(const Document *d, const Quote *quote, KbGender gender)
{
    size_t i = (size_t)(quote - d->quotes), k = i ? i - 1 : 0;
    const Quote *last = &d->quotes[k];
    bool asked = i && last->said && last->speaker < 0 && token_is(d, last->last - 1, "?") &&
                 turns_paragraphs(d, last, quote) < 2 && quote->first - last->last < TOKEN_REACH / 8;
    while (asked && k-- > 0 && i - k < QUOTE_REACH) {
        int32_t speaker = d->quotes[k].said ? d->quotes[k].speaker : KB_NONE;
        if (speaker < 0 || d->chains[speaker].type != KB_PERSON) continue;
        KbGender known = (KbGender)d->chains[speaker].gender;
        if (!known || known == gender) return speaker;
    }
    return KB_NONE;
}

static bool names_no_speaker(const Document *d, Frame frame)
{
    for (size_t i = document_mentions_from(d, frame.first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= frame.last) break;
        if (mention->chain >= 0 && (mention->type == KB_PERSON || mention->type == KB_ORGANIZATION)) return false;
    }
    return true;
}

// The subject of a verb of saying; "he" is whom the sentences before `begin` are about.
static int32_t speaking(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin)
{
    if (token_is(d, subject, "it")) {
        int32_t wrote = writing_writer(d, quote, frame_ending(d, begin, paragraph_begins(d, begin)));
        if (wrote >= 0 || wrote == UNNAMED) return wrote;
        Frame last = frame_ending(d, begin, false); // "A tag hung there. "From us," it said."
        if (begin + 1 == quote->first && last.first < last.last && names_no_speaker(d, last)) return UNNAMED;
    }
    if (means_writer(d, subject) && article_writer(d) >= 0) return article_writer(d);
    KbGender gender = pronoun_gender(d->tokens[subject].lower);
    uint32_t end = subject < quote->first ? subject : quote->first - 1;
    int32_t here = gender ? named_subject(d, quote, (Frame){begin, end}, gender) : KB_NONE;
    if (here >= 0) return here;
    int32_t chain = gender ? KB_NONE : holder_of_noun(d, subject, begin);
    if (gender) chain = topic_before(d, quote, begin, gender, false);
    if (gender && chain == KB_NONE) chain = asked_by_nobody(d, quote, gender);
    if (gender && chain == KB_NONE &&
        paragraph_begins(d, begin)) { // "Hay asked him what it was.": in the paragraph before
        int32_t asked = whom_asked(d, frame_ending(d, begin, true));
        if (asked >= 0 && !(d->chains[asked].gender && d->chains[asked].gender != gender)) chain = asked;
    }
    if (chain == UNNAMED) return UNNAMED;
    if (chain < 0) chain = head_chain(d, subject);
    bool noun = is_common_noun(d, subject) && is_definite(d, subject) && !token_is_plural(d, subject);
    bool person = gender || (noun && chain >= 0 && d->chains[chain].type == KB_PERSON);
    bool office = (title_word(d->tokens[subject].lower) & (TITLE_HEAD | TITLE_RANK)) &&
                  !token_in(d, subject - 1, "|new|former|retired|"); // "the former sprinter": whom it just spoke of
    unsigned reach = gender || office ? RECENT : RECENT / 2;
    int32_t other = person && !(chain >= 0 && fresh(d, chain, begin, reach))
                        ? topic_before(d, quote, begin, gender, true)
                        : KB_NONE;
    return other >= 0 || other == UNNAMED ? other : chain;
}

int32_t topic_speaking(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin)
{
    return not_the_asker(d, quote, subject, begin, speaking(d, quote, subject, begin), false);
}

// "the general", "it", where no chain is known: whom the sentences before `begin` are about.
int32_t topic_guess(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin)
{
    bool noun =
        token_is_pos(d, subject, POS_NOUN) || token_is_pos(d, subject, POS_ADJ) || token_is_pos(d, subject, POS_PROPN);
    bool body = (title_word(d->tokens[subject].lower) & TITLE_ORGNOUN) || // "the company"
                token_in(d, subject, "|embassy|consulate|mission|coalition|alliance|");
    bool vague = !body && noun && !token_is_plural(d, subject) && is_definite(d, subject) &&
                 !token_in(d, subject + 1, "|of|for|-|");
    int32_t chain =
        vague || token_is(d, subject, "it") ? topic_before(d, quote, begin, KB_GENDER_UNKNOWN, true) : KB_NONE;
    return chain == UNNAMED ? KB_NONE : not_the_asker(d, quote, subject, begin, chain, vague);
}
