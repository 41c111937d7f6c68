// Who bears the office, the kinship or the trade that a noun tells: "the inspector", "her mother", "the elder Poe".
// SPDX-License-Identifier: MIT
#include "ingest/quote_holders.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/namesakes.h"
#include "ingest/quote_frames.h"
#include "ingest/quote_phrases.h"
#include "ingest/quotes.h"
#include "ingest/sayings.h"
#include "ingest/title_words.h"

enum { MENTION_REACH = 300 }; // mentions looked through

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
int32_t holder_described(const Document *d, uint32_t word)
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
        return token_has_tree(d, verb) && dep_in(d, verb, "|acl:relcl|") ? holder_described(d, d->tokens[verb].head)
                                                                         : KB_NONE;
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
int32_t holder_of_noun(const Document *d, uint32_t noun, uint32_t begin)
{
    if (!is_common_noun(d, noun) || is_plural(d, noun)) return KB_NONE;
    if (!is_definite(d, noun) && !is_possessed(d, noun)) return KB_NONE;
    int32_t owner = owner_of(d, noun);
    bool former = called_former(d, noun);
    if (token_is(d, noun, "office") && owner >= 0 && d->chains[owner].type == KB_PERSON) return owner;
    if (token_in(d, noun, "|firm|company|business|") && owner >= 0) return firm_of(d, owner, begin);
    for (uint32_t t = begin; t-- > 0 && begin - t < 2 * TOKEN_REACH;) {
        int32_t chain = same_office(d, t, noun) && document_quote_at(d, t) < 0 ? holder_described(d, t) : KB_NONE;
        if (chain < 0) chain = does_so(d, t, noun);
        if (chain >= 0 && former && !called_former(d, t)) continue; // "the former chief": not the chief
        if (chain >= 0 && chain == owner) break;                    // "Poe's brother, Tom ... Tom's brother": Poe
        if (chain >= 0) return chain;
    }
    return is_possessed(d, noun) ? kin_holder(d, noun, begin) : KB_NONE;
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
int32_t holder_elder(const Document *d, uint32_t subject, uint32_t begin)
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
        int32_t relative = kin || sibling ? holder_described(d, t) : KB_NONE;
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
        if (holder_described(d, t) >= 0) return false;
        if (dep_in(d, t, "|nsubj|nsubj:pass|") && (is_indefinite(d, t) || spoke_unnamed(d, t))) return true;
    }
    return false;
}

bool holder_unnamed(const Document *d, uint32_t subject, uint32_t begin)
{
    int32_t mention = document_mention_at(d, subject);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    if (name || !is_common_noun(d, subject) || token_is_plural(d, subject) || holder_described(d, subject) >= 0)
        return false;
    if (is_possessed(d, subject)) {
        bool body =
            mention >= 0 && d->mentions[mention].chain >= 0 && d->chains[d->mentions[mention].chain].type != KB_PERSON;
        return !body && holder_of_noun(d, subject, begin) < 0;
    }
    return is_indefinite(d, subject) || (is_definite(d, subject) && introduced_unnamed(d, subject, begin));
}
