// Whom the sentences before a quotation are about, and who of them speaks as "he" or "the general".
// SPDX-License-Identifier: MIT
#include "ingest/quote_topics.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/namesakes.h"
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

static int32_t described(const Document *d, uint32_t word);

// "A driver leaned out.", "His aunt took his arm.": the sentence is about somebody without a name, who may speak next.
static bool is_about_somebody(const Document *d, Frame frame, uint32_t subject, KbGender gender)
{
    int32_t mention = document_mention_at(d, subject);
    if (mention >= 0 && d->mentions[mention].chain >= 0) return false;
    if (token_is(d, subject, "one") && token_is(d, subject + 1, "of")) return !mentions_person(d, frame, subject);
    if (!token_is_pos(d, subject, POS_NOUN) || token_is_plural(d, subject) || !person_noun(d, subject)) return false;
    if (is_possessed(d, subject)) return !gender;
    if (mentions_person(d, frame, subject)) return false;
    bool known = topic_holder(d, subject, frame.first) >= 0 || described(d, subject) >= 0;
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
    int32_t chain = kin ? topic_holder(d, subject, frame.first) : KB_NONE;
    if (chain < 0 && subject != NO_TOKEN) chain = head_chain(d, subject);
    if (chain < 0 && subject != NO_TOKEN) chain = whose_account(d, subject);
    if (chain < 0) chain = belongs_to(d, frame);
    if (chain < 0 && subject != NO_TOKEN) chain = topic_holder(d, subject, frame.first);
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

// The one person of whom a pronoun of the gender in the sentence, or else a name of it, tells that gender.
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

// The person of a gender (or unknown) that the nearest of the sentences before `token` is about.
int32_t topic_before(const Document *d, const Quote *quote, uint32_t token, KbGender gender, bool across)
{
    for (unsigned i = 0; i < SENTENCES_BACK; i++) {
        Frame frame = frame_ending(d, token, across);
        if (frame.first == frame.last || sentence_is_byline(d, d->tokens[frame.first].sentence)) return KB_NONE;
        int32_t chain = topic_of_sentence(d, frame, gender);
        if (chain == UNNAMED && gender && asks_in_marks(d, frame)) { // ""Who won?" a guest asked. "Poe," she said."
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

// ---------------------------------------------------------------------------------------------- offices

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
    bool whole = token_is_pos(d, noun - 1, POS_NOUN) || token_in(d, noun - 1, "|chief|prime|deputy|vice|foreign|");
    if (kb_text_equal(d->tokens[word].lower, d->tokens[noun].lower))
        return !whole || (word && kb_text_equal(d->tokens[word - 1].lower, d->tokens[noun - 1].lower));
    for (size_t i = 0; i < sizeof titled / sizeof *titled; i++)
        if (token_in(d, noun, titled[i][0]) && token_in(d, word, titled[i][1])) return true;
    return false;
}

// "Poe is a professor", "he is a nurse": who is the noun.
static int32_t is_said_to_be(const Document *d, uint32_t noun)
{
    if (!token_has_tree(d, noun) || token_is_plural(d, noun)) return KB_NONE;
    uint32_t subject = subject_child(d, noun), t = noun;
    while (t > d->sentences[d->tokens[noun].sentence].first && !(dep_in(d, t, "|cop|") && d->tokens[t].head == noun))
        t--;
    bool is = dep_in(d, t, "|cop|") && token_in(d, t, "|is|was|'s|") && !token_in(d, t + 1, "|not|n't|no|");
    int32_t mention = is && subject != NO_TOKEN && subject < t ? document_mention_at(d, subject) : KB_NONE;
    bool person = mention >= 0 && d->mentions[mention].kind != KB_NOMINAL && d->mentions[mention].type == KB_PERSON;
    return person ? chain_at(d, subject) : KB_NONE;
}

// The person of whom a word is said: "inspector Ann Poe", "Ann Poe, an inspector"; -1: of none.
static int32_t described(const Document *d, uint32_t word)
{
    int32_t beside = named_beside(d, word);
    int32_t named = token_in(d, word + 1, "|named|called|") ? document_mention_at(d, word + 2) : KB_NONE;
    if (named >= 0 && d->mentions[named].type == KB_PERSON) return d->mentions[named].chain; // "a pilot named Ann Poe"
    if (beside < 0) beside = is_said_to_be(d, word);
    if (beside >= 0 || !token_has_tree(d, word)) return beside;
    if (dep_in(d, word, "|conj|") && token_has_tree(d, d->tokens[word].head)) // "Poe, once a cook and now a judge"
        word = d->tokens[word].head;
    if (!dep_in(d, word, "|appos|flat|compound|nmod:desc|")) return KB_NONE;
    int32_t mention = document_mention_at(d, d->tokens[word].head);
    bool person = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == KB_PERSON;
    return person ? chain_at(d, d->tokens[word].head) : KB_NONE;
}

// Also where the tagger takes "the general" for a name.
static bool common_noun(const Document *d, uint32_t token)
{
    return token_is_pos(d, token, POS_NOUN) || (token_is_pos(d, token, POS_PROPN) && token_is_lower(d, token));
}

// Taggers take "the sailor" for several, too.
static bool is_plural(const Document *d, uint32_t noun)
{
    KbText word = d->tokens[noun].lower;
    return token_is_plural(d, noun) && (word_ends(word, "s", 2) || word_ends(word, "en", 2) || word_ends(word, "e", 2));
}

// Of whom one of the right is to one of the left.
static const struct {
    const char *noun, *inverse;
    KbGender gender;
} relatives[] = {
    {"|mother|", "|son|daughter|child|", KB_FEMALE},
    {"|father|", "|son|daughter|child|", KB_MALE},
    {"|aunt|", "|nephew|niece|", KB_FEMALE},
    {"|uncle|", "|nephew|niece|", KB_MALE},
    {"|grandmother|", "|grandson|granddaughter|", KB_FEMALE},
    {"|grandfather|", "|grandson|granddaughter|", KB_MALE},
    {"|wife|", "|husband|", KB_FEMALE},
    {"|husband|", "|wife|", KB_MALE},
    {"|client|", "|lawyer|attorney|solicitor|barrister|counsel|advocate|", KB_GENDER_UNKNOWN},
    {"|niece|", "|aunt|uncle|", KB_FEMALE},
    {"|nephew|", "|aunt|uncle|", KB_MALE},
    {"|daughter|", "|mother|father|", KB_FEMALE},
    {"|son|", "|mother|father|", KB_MALE},
    {"|sister|", "|brother|sister|", KB_FEMALE},
    {"|brother|", "|brother|sister|", KB_MALE},
};

// Whose the noun is: "his younger brother", "Poe's office"; -1: nobody's
static int32_t owner_of(const Document *d, uint32_t noun)
{
    for (uint32_t t = noun; t-- > 0 && noun - t < 5;) {
        int32_t mention = is_possessive(d, t) ? document_mention_at(d, t) : KB_NONE;
        if (mention >= 0) return d->mentions[mention].chain;
        if (!token_in(d, t, "|'s|'|") && !token_is_pos(d, t, POS_ADJ) && !token_is_pos(d, t, POS_NOUN)) return KB_NONE;
    }
    return KB_NONE;
}

// "her mother", behind "Poe's daughter, Ann": Poe.
static int32_t kin_holder(const Document *d, uint32_t noun, uint32_t begin)
{
    size_t k = 0, count = sizeof relatives / sizeof *relatives;
    while (k < count && !token_in(d, noun, relatives[k].noun))
        k++;
    for (uint32_t t = begin; k < count && t-- > 2 && begin - t < 2 * TOKEN_REACH;) {
        if (!token_in(d, t, relatives[k].inverse) || document_quote_at(d, t) >= 0) continue;
        int32_t of = token_is(d, t + 1, "of") ? document_mention_at(d, t + 2) : KB_NONE; // "a daughter of Tom Poe"
        if (of >= 0 && t + 2 < begin && d->mentions[of].kind == KB_NAME && d->mentions[of].type == KB_PERSON &&
            !(d->chains[d->mentions[of].chain].gender && relatives[k].gender &&
              d->chains[d->mentions[of].chain].gender != relatives[k].gender))
            return d->mentions[of].chain;
        int32_t apposed = token_is(d, t + 1, ",") ? document_mention_at(d, t + 2) : KB_NONE;
        bool name = apposed >= 0 && d->mentions[apposed].kind == KB_NAME && d->mentions[apposed].type == KB_PERSON;
        if (named_beside(d, t) < 0 && !name) continue;
        int32_t chain = owner_of(d, t);
        if (chain < 0 || d->chains[chain].type != KB_PERSON) continue;
        KbGender known = (KbGender)d->chains[chain].gender;
        if (!known || !relatives[k].gender || known == relatives[k].gender) return chain;
    }
    return KB_NONE;
}

// What somebody does, and the noun that stands for him.
static const struct {
    const char *verbs, *noun;
} doers[] = {
    {"|chairs|chaired|", "|chair|chairman|chairwoman|"},
    {"|leads|led|", "|leader|"},
    {"|coaches|coached|coach|", "|coach|"},
    {"|commands|commanded|", "|commander|"},
    {"|directs|directed|", "|director|"},
    {"|edits|edited|", "|editor|"},
    {"|wrote|writes|", "|author|writer|"},
    {"|owns|owned|", "|owner|"},
    {"|teaches|taught|", "|teacher|"},
    {"|translated|translates|", "|translator|"},
    {"|founded|", "|founder|"},
    {"|manages|managed|", "|manager|"},
    {"|keeps|kept|", "|keeper|"},
    {"|farms|farmed|", "|farmer|"},
    {"|drives|drove|", "|driver|"},
    {"|paints|painted|", "|painter|"},
};

// "Ann Poe, who coaches the side ... the coach": who does what the noun says
static int32_t does_so(const Document *d, uint32_t verb, uint32_t noun)
{
    if (verb < 3 || !token_is(d, verb - 1, "who")) return KB_NONE;
    size_t i = 0, count = sizeof doers / sizeof *doers;
    while (i < count && !(token_in(d, verb, doers[i].verbs) && token_in(d, noun, doers[i].noun)))
        i++;
    bool senator = token_in(d, verb, "|represents|represented|") && token_is(d, noun, "senator");
    if ((i == count && !senator) || document_quote_at(d, verb) >= 0) return KB_NONE;
    if (!token_is(d, verb - 2, ",")) // "Poe, a teacher who represents Leeds"
        return token_has_tree(d, verb) && dep_in(d, verb, "|acl:relcl|") ? described(d, d->tokens[verb].head) : KB_NONE;
    int32_t name = document_mention_at(d, verb - 3);
    bool person = name >= 0 && d->mentions[name].kind == KB_NAME && d->mentions[name].type == KB_PERSON;
    return person ? d->mentions[name].chain : KB_NONE;
}

// "the former police chief", "once a chief"
static bool called_former(const Document *d, uint32_t noun)
{
    for (uint32_t t = noun; t-- > 0 && noun - t < 5 && !ends_phrase(d, t);)
        if (token_in(d, t, "|former|once|onetime|ex|then|retired|late|")) return true;
    return false;
}

// "his firm", behind "Poe, the owner of Acme, ...": Acme
static int32_t firm_of(const Document *d, int32_t owner, uint32_t begin)
{
    size_t last = document_mentions_from(d, begin), first = last > MENTION_REACH ? last - MENTION_REACH : 0;
    for (size_t i = last; i-- > first + 1;) {
        const Mention *body = &d->mentions[i], *holder = &d->mentions[i - 1];
        bool beside = body->type == KB_ORGANIZATION && body->kind == KB_NAME && holder->chain == owner &&
                      body->first < holder->last + NEAR && token_is(d, holder->last, ",") &&
                      token_in(d, body->first - 1, "|of|at|");
        if (beside) return body->chain;
    }
    return KB_NONE;
}

// "the inspector": the person described so last before `begin`.
int32_t topic_holder(const Document *d, uint32_t noun, uint32_t begin)
{
    if (!common_noun(d, noun) || is_plural(d, noun)) return KB_NONE;
    if (!is_definite(d, noun) && !is_possessed(d, noun)) return KB_NONE;
    int32_t owner = owner_of(d, noun);
    bool former = called_former(d, noun);
    if (token_is(d, noun, "office") && owner >= 0 && d->chains[owner].type == KB_PERSON) return owner;
    if (token_in(d, noun, "|firm|company|business|") && owner >= 0) return firm_of(d, owner, begin);
    for (uint32_t t = begin; t-- > 0 && begin - t < 2 * TOKEN_REACH;) {
        int32_t chain = same_office(d, t, noun) && document_quote_at(d, t) < 0 ? described(d, t) : KB_NONE;
        if (chain < 0) chain = does_so(d, t, noun);
        if (chain >= 0 && former && !called_former(d, t)) continue; // "the former chief": not the chief
        if (chain >= 0 && chain == owner) break;                    // "Poe's brother, Tom ... Tom's brother": Poe
        if (chain >= 0) return chain;
    }
    return is_possessed(d, noun) ? kin_holder(d, noun, begin) : KB_NONE;
}

// The age behind a name, "Ann Poe, 61,"; 0: none
static unsigned age_behind(const Document *d, const Mention *name)
{
    uint32_t t = name->last + 1;
    KbText word = t < d->token_count && token_is(d, t - 1, ",") ? d->tokens[t].lower : (KbText){0};
    bool digits = word.length == 2 && word.data[0] >= '1' && word.data[0] <= '9' && word.data[1] >= '0' &&
                  word.data[1] <= '9' && token_in(d, t + 1, "|,|.|;|");
    return digits ? (unsigned)(10 * (word.data[0] - '0') + word.data[1] - '0') : 0;
}

// "the elder Poe": of those who bear the name with another before it, by the ages that the text gives.
static int32_t elder_by_age(const Document *d, const Mention *surname, uint32_t begin, bool elder)
{
    size_t last = document_mentions_from(d, begin), first = last > MENTION_REACH ? last - MENTION_REACH : 0;
    unsigned best = 0;
    int32_t chain = KB_NONE, other = KB_NONE;
    for (size_t i = first; i < last; i++) {
        const Mention *name = &d->mentions[i];
        bool full =
            name->kind == KB_NAME && name->type == KB_PERSON && name->chain >= 0 && name->last > name->first + 1;
        if (!full || !kb_text_equal(d->tokens[name->last - 1].lower, d->tokens[surname->last - 1].lower)) continue;
        unsigned age = age_behind(d, name);
        if (!age || name->chain == chain) continue;
        if (chain >= 0) other = name->chain;
        if (best && (elder ? age < best : age > best)) continue;
        best = age;
        chain = name->chain;
    }
    return other >= 0 ? chain : KB_NONE;
}

// "the elder Poe", "the younger man": of the last two who are called father and son, or uncle and nephew.
int32_t topic_elder(const Document *d, uint32_t subject, uint32_t begin)
{
    int32_t mention = document_mention_at(d, subject);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    int32_t meant = name ? namesake_meant(d, &d->mentions[mention]) : KB_NONE;
    if (meant >= 0) return meant;
    uint32_t first = name ? d->mentions[mention].first : subject;
    bool elder = first && token_in(d, first - 1, "|elder|older|"), younger = first && token_is(d, first - 1, "younger");
    if (!elder && !younger) return KB_NONE;
    if (!name && !token_in(d, subject, "|man|woman|")) return KB_NONE;
    uint32_t after = name ? d->mentions[mention].last : subject; // "the elder Poe, Tom"
    int32_t first_name = name && token_is(d, after, ",") ? document_mention_at(d, after + 1) : KB_NONE;
    if (first_name >= 0 && d->mentions[first_name].kind == KB_NAME && d->mentions[first_name].type == KB_PERSON &&
        d->mentions[first_name].chain >= 0)
        return d->mentions[first_name].chain;
    for (uint32_t t = begin; t-- > 1 && begin - t < 2 * TOKEN_REACH;) {
        bool kin = (is_younger_kin(d, t) || is_elder_kin(d, t)) && document_quote_at(d, t) < 0;
        bool sibling = token_in(d, t, "|brother|sister|") && token_in(d, t - 1, "|elder|older|younger|");
        int32_t relative = kin || sibling ? described(d, t) : KB_NONE;
        uint32_t owner = t - 1 - sibling;
        if (token_is(d, owner, "'s") && owner) owner--;
        int32_t other = relative >= 0 && is_possessive(d, owner) ? document_mention_at(d, owner) : KB_NONE;
        if (other < 0 || d->mentions[other].chain < 0 || d->mentions[other].chain == relative) continue;
        bool is_younger = is_younger_kin(d, t) || (sibling && token_is(d, t - 1, "younger"));
        return is_younger == younger ? relative : d->mentions[other].chain;
    }
    return name ? elder_by_age(d, &d->mentions[mention], begin, elder) : KB_NONE;
}

// "\"Who?\" the guard asked.": nobody named was found for a quotation right before the noun.
static bool spoke_unnamed(const Document *d, uint32_t noun)
{
    if (!says(d, noun + 1)) return false;
    for (uint32_t back = 1; back < 6 && back <= noun; back++) {
        int32_t quote = document_quote_at(d, noun - back);
        if (quote >= 0) return d->quotes[quote].said && d->quotes[quote].speaker < 0;
    }
    return false;
}

// "a spokesman said ... the spokesman": nobody named has been called so since.
static bool introduced_unnamed(const Document *d, uint32_t noun, uint32_t begin)
{
    for (uint32_t t = begin; t-- > 0 && begin - t < TOKEN_REACH;) {
        if (!same_office(d, t, noun) || document_quote_at(d, t) >= 0) continue;
        if (described(d, t) >= 0) return false;
        if (dep_in(d, t, "|nsubj|nsubj:pass|") && (is_indefinite(d, t) || spoke_unnamed(d, t))) return true;
    }
    return false;
}

bool topic_unnamed(const Document *d, uint32_t subject, uint32_t begin)
{
    int32_t mention = document_mention_at(d, subject);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    if (name || !common_noun(d, subject) || token_is_plural(d, subject) || described(d, subject) >= 0) return false;
    if (is_possessed(d, subject)) {
        bool body =
            mention >= 0 && d->mentions[mention].chain >= 0 && d->chains[d->mentions[mention].chain].type != KB_PERSON;
        return !body && topic_holder(d, subject, begin) < 0;
    }
    return is_indefinite(d, subject) || (is_definite(d, subject) && introduced_unnamed(d, subject, begin));
}

// Has the text just mentioned the person?
static bool fresh(const Document *d, int32_t chain, uint32_t begin)
{
    for (size_t i = document_mentions_from(d, begin); i-- > 0 && begin - d->mentions[i].first < RECENT;)
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
    if (topic_holder(d, subject, begin) == asker) return chain;
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

// The subject of a verb of saying; "he" is whom the sentences before `begin` are about.
static int32_t speaking(const Document *d, const Quote *quote, uint32_t subject, uint32_t begin)
{
    if (token_is(d, subject, "it")) {
        int32_t wrote = writing_writer(d, quote, frame_ending(d, begin, paragraph_begins(d, begin)));
        if (wrote >= 0 || wrote == UNNAMED) return wrote;
    }
    if (means_writer(d, subject) && article_writer(d) >= 0) return article_writer(d);
    KbGender gender = pronoun_gender(d->tokens[subject].lower);
    uint32_t end = subject < quote->first ? subject : quote->first - 1;
    int32_t here = gender ? named_subject(d, quote, (Frame){begin, end}, gender) : KB_NONE;
    if (here >= 0) return here;
    int32_t chain = gender ? KB_NONE : topic_holder(d, subject, begin);
    if (gender) chain = topic_before(d, quote, begin, gender, false);
    if (gender && chain == KB_NONE) chain = asked_by_nobody(d, quote, gender);
    if (gender && chain == KB_NONE &&
        paragraph_begins(d, begin)) { // "Hay asked him what it was.": in the paragraph before
        int32_t asked = whom_asked(d, frame_ending(d, begin, true));
        if (asked >= 0 && !(d->chains[asked].gender && d->chains[asked].gender != gender)) chain = asked;
    }
    if (chain == UNNAMED) return UNNAMED;
    if (chain < 0) chain = head_chain(d, subject);
    bool noun = common_noun(d, subject) && is_definite(d, subject) && !token_is_plural(d, subject);
    bool person = gender || (noun && chain >= 0 && d->chains[chain].type == KB_PERSON);
    int32_t other =
        person && !(chain >= 0 && fresh(d, chain, begin)) ? topic_before(d, quote, begin, gender, true) : KB_NONE;
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
