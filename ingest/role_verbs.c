// Verbs and turns that are a post by themselves: leads, chairs, teaches, sits on the board, runs for the Senate.
// SPDX-License-Identifier: MIT
#include "ingest/role_verbs.h"

#include <stdio.h>
#include <string.h>

#include "ingest/chains.h"
#include "ingest/phrase_reader.h"

// ---------------------------------------------------------------------------------------------- verbs

enum { OF_BODY = 1, OF_PLACE = 2, OF_PERSON = 4 };

typedef struct PostVerb {
    const char *forms, *passive; // passive: "led by"
    const char *title;
    unsigned objects; // what it is done to
    bool unnamed;     // also to bodies that have no mark of their own
} PostVerb;

static const PostVerb post_verbs[] = {
    {"|leads|led|leading|lead|", "|led|", "leader", OF_BODY, true},
    {"|heads|headed|heading|head|runs|ran|running|run|", "|headed|run|", "head", OF_BODY, true},
    {"|chairs|chaired|chairing|", "|chaired|", "chair", OF_BODY, false},
    {"|governs|governed|governing|", "|governed|", "governor", OF_BODY | OF_PLACE, false},
    {"|commands|commanded|commanding|", "|commanded|", "commander", OF_BODY, true},
    {"|edits|edited|", "|edited|", "editor", OF_BODY, false},
    {"|coaches|coached|", "|coached|", "coach", OF_BODY, false},
    {"|manages|managed|", "|managed|", "manager", OF_BODY, true},
    {"|directs|directed|", "|directed|", "director", OF_BODY, false},
    {"|captains|captained|", "|captained|", "captain", OF_BODY, false},
    {"|advises|advising|", "|advised|", "adviser", OF_BODY | OF_PLACE | OF_PERSON, false},
};

static bool verb_pos(R *r, uint32_t unit)
{
    uint8_t pos = r->units->items[unit].pos;
    return pos == POS_NONE || pos == POS_VERB;
}

// The organization (or place, or person) that is the object at the unit: a name, or "the bank".
static int32_t object_held(R *r, uint32_t unit, unsigned objects)
{
    uint32_t noun = unit;
    while (noun < r->limit && noun - unit < 5 && unit_plain(r->units, noun) &&
           (noun == unit || !(classes(r, noun) & TITLE_STOP)) && !(classes(r, noun) & TITLE_ORGNOUN))
        noun++;
    int32_t held = KB_NONE;
    bool so_called =
        noun + 1 < r->limit && (classes(r, noun) & TITLE_ORGNOUN) && r->units->items[noun + 1].mention >= 0;
    if (so_called) noun++; // "the family firm Acme"
    if (noun < r->limit && r->units->items[noun].mention >= 0)
        held = chain(r, noun);
    else if (noun > unit && in(r, unit, "|the|its|his|her|") && (classes(r, noun) & TITLE_ORGNOUN))
        held = nominal_chain(r, noun);
    if (held < 0) return KB_NONE;
    bool tail =
        unit_plain(r->units, noun + 1) && noun + 1 < r->limit && !(classes(r, noun + 1) & (TITLE_STOP | TITLE_ORGNOUN));
    uint32_t where = noun + 2 + in(r, noun + 2, "|the|");
    bool part = noun > unit && r->units->items[noun].mention < 0 && in(r, noun + 1, "|at|") && where < r->limit &&
                unit_of_type(r->document, r->units, where, KB_ORGANIZATION);
    if (tail || part) return KB_NONE; // "led the U.N. inquiry", "heads the laboratory at Acme"
    if (in(r, noun + 1, "|'s|\xe2\x80\x99s|")) {
        bool organ = (classes(r, noun + 2) & TITLE_ORGNOUN) != 0;
        if (!organ) return KB_NONE;
    }
    uint8_t type = r->document->chains[held].type;
    bool fits = (type == KB_ORGANIZATION && (objects & OF_BODY)) || (type == KB_PLACE && (objects & OF_PLACE)) ||
                (type == KB_PERSON && (objects & OF_PERSON));
    return fits ? held : KB_NONE;
}

static void verb_phrase(R *r, LinkedPhrase *link, uint32_t verb, const char *title, int32_t held, int32_t holder)
{
    *link = (LinkedPhrase){.kind = LINK_VERB, .holder = holder, .name = NO_UNIT, .verb = verb};
    link->phrase = (TitlePhrase){.start = verb,
                                 .end = verb + 1,
                                 .core = verb,
                                 .head = verb,
                                 .title = kb_text(title),
                                 .organization = KB_NONE,
                                 .place = KB_NONE,
                                 .person = KB_NONE,
                                 .classes = TITLE_POST};
    phrase_hold(&link->phrase, r, held);
}

static bool read_led_by(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link)
{
    uint32_t by = verb + 1;
    while (by < r->limit && by - verb < 6 && !in(r, by, "|by|,|.|and|"))
        by++;
    if (!in(r, verb, post->passive) || !in(r, by, "|by|")) return false;
    uint32_t name = by + 1;
    while (name < r->limit && name - by < 9 && !person(r, name) && !in(r, name, "|and|who|.|;|"))
        name++; // over "Qatar's commerce minister,"
    if (!person(r, name)) return false;
    uint32_t before = units_back(r, verb, "|is|was|has|been|being|now|,|currently|then|which|that|who|had|");
    int32_t held = before > r->first ? chain(r, before - 1) : KB_NONE;
    bool pointed = held < 0 && before > r->first && unit_plain(r->units, before - 1);
    if (pointed) held = last_named(r, before, KB_ORGANIZATION);
    if (held < 0 || r->document->chains[held].type != KB_ORGANIZATION) return false;
    verb_phrase(r, link, verb, post->title, held, chain(r, name));
    link->phrase.pointed = pointed;
    link->status = in(r, before, "|was|had|") ? KB_FORMER : KB_CURRENT;
    return true;
}

// Nouns of bodies that have no name of their own and are led all the same.
static const char unnamed_bodies[] =
    "|committee|subcommittee|council|panel|commission|inquiry|investigation|delegation|"
    "taskforce|squad|wing|federation|tribunal|secretariat|jury|";

// "the Senate committee on national defense", "the university's council": a body without a mark of its own.
typedef struct UnnamedBody {
    uint32_t article;     // unit of "a"; NO_UNIT: the title says "the"
    uint32_t first, last; // its words, last exclusive
    int32_t held;         // whose it is; -1: not told
    bool bare;            // "special forces": no article at all
} UnnamedBody;

// The words that describe the noun at the unit; its first unit.
static uint32_t body_from(R *r, uint32_t noun)
{
    uint32_t first = noun;
    while (first > r->first && noun - first < 4 && unit_plain(r->units, first - 1) &&
           !(classes(r, first - 1) & (TITLE_STOP | TITLE_STATUS)))
        first--;
    return first;
}

// Whose the body that begins at the unit is: the name or the noun of a body before it.
static int32_t body_owner(R *r, uint32_t first)
{
    bool owned = in(r, first - 1, "|'s|\xe2\x80\x99s|'|\xe2\x80\x99|");
    uint32_t owner = first - 1 - owned;
    if (owner < r->first || owner >= r->limit) return KB_NONE;
    if (r->units->items[owner].mention >= 0) return chain(r, owner);
    return owned && (classes(r, owner) & TITLE_ORGNOUN) ? nominal_chain(r, owner) : KB_NONE;
}

// "of the Chamber of Deputies", "on national defense", "of scientists" after the noun.
static void read_body_tail(R *r, UnnamedBody *body)
{
    uint32_t unit = body->last, name = unit + 1 + in(r, unit + 1, "|the|");
    if (!in(r, unit, "|of|on|for|at|in|")) return;
    if (name < r->limit && r->units->items[name].mention >= 0) {
        if (!in(r, unit, "|on|") && !person(r, name)) body->held = chain(r, name);
        return;
    }
    uint32_t end = unit + 1;
    while (end < r->limit && end - unit < 4 && unit_plain(r->units, end) && !(classes(r, end) & TITLE_STOP))
        end++;
    if (in(r, unit, "|of|on|") && end > unit + 1) body->last = end;
}

// What is run, headed or led and is no body: "ran a campaign".
static const char no_bodies[] =
    "|ad|ads|advertisement|applause|article|assault|attack|attacks|attention|ball|bath|bid|boat|bus|business|"
    "campaign|candidate|car|chant|chants|charge|charges|charts|chase|check|city|country|coup|course|crowd|"
    "discussion|discussions|economy|effort|efforts|errand|errands|everything|fever|field|fight|fire|gauntlet|"
    "goal|government|header|island|lap|laps|league|life|line|lines|list|marathon|march|meters|metres|mile|miles|"
    "nation|parade|place|polls|prayer|prayers|procession|protest|protests|race|rebellion|respect|revolt|risk|"
    "risks|season|ship|shot|show|state|stories|story|strike|table|talks|temperature|test|tests|things|ticket|"
    "toast|town|truck|uprising|vote|walkout|war|way|world|";

static bool noun_unit(R *r, uint32_t unit)
{
    uint8_t pos = r->units->items[unit].pos;
    return unit_plain(r->units, unit) && !(classes(r, unit) & TITLE_STOP) &&
           (pos == POS_NOUN || pos == POS_PROPN || pos == POS_ADJ || pos == POS_NONE || pos == POS_X ||
            (pos == POS_VERB && (classes(r, unit) & TITLE_ORGNOUN)));
}

// "a brewery in Aberdeen", "the Red Cross office": any body that the object names by a noun.
static bool read_any_body(R *r, uint32_t unit, UnnamedBody *body)
{
    enum { REACH = 8 };
    bool owned = in(r, unit, "|its|his|her|their|"), article = in(r, unit, "|the|a|an|") || owned;
    uint32_t first = unit + article, end = first;
    int32_t owner = KB_NONE;
    while (end < r->limit && end - unit < REACH) {
        const Unit *at = &r->units->items[end];
        if (at->mention >= 0 && !person(r, end))
            owner = chain(r, end), first = end + 1;
        else if (in(r, end, "|'s|\xe2\x80\x99s|'|\xe2\x80\x99|") && owner >= 0 && first == end)
            first = end + 1;
        else if (at->country && first == end)
            owner = country_chain(r->document, at->country), first = end + 1;
        else if (!noun_unit(r, end))
            break;
        end++;
    }
    bool troops = end > first + 1 && in(r, end - 1, "|forces|troops|units|"); // "commands special forces in Iraq"
    if (end >= r->limit || first == end || (!article && !troops && owner < 0) || r->units->items[end].mention >= 0)
        return false;
    uint8_t pos = r->units->items[end - 1].pos;
    if ((pos != POS_NOUN && pos != POS_PROPN && pos != POS_NONE) || in(r, end - 1, no_bodies) ||
        (classes(r, end - 1) & (TITLE_HEAD | TITLE_STATUS | TITLE_KIN)))
        return false;
    if (in(r, end, "|'s|\xe2\x80\x99s|'|\xe2\x80\x99|-|")) return false;
    bool indefinite = in(r, unit, "|a|an|");
    *body = (UnnamedBody){indefinite ? unit : NO_UNIT, first, end, owner, !article && troops};
    read_body_tail(r, body);
    return true;
}

static bool read_unnamed_body(R *r, uint32_t unit, UnnamedBody *body)
{
    enum { REACH = 7 };
    uint32_t noun = unit;
    while (noun < r->limit && noun - unit < REACH && !in(r, noun, unnamed_bodies) &&
           !in(r, noun, "|,|.|and|who|of|to|"))
        noun++;
    if (!in(r, noun, unnamed_bodies) || person(r, noun + 1)) return false;
    bool ends = noun + 1 >= r->limit || !unit_plain(r->units, noun + 1) || (classes(r, noun + 1) & TITLE_STOP) ||
                r->units->items[noun + 1].pos == POS_ADP || r->units->items[noun + 1].pos == POS_VERB;
    uint32_t first = body_from(r, noun);
    bool bare = first == noun && in(r, first - 1, "|the|this|its|") && !in(r, noun + 1, "|of|on|");
    if (!ends || first < unit || (bare && nominal_chain(r, noun) >= 0)) return false; // "the council" that has a name
    *body =
        (UnnamedBody){in(r, first - 1, "|a|an|") ? first - 1 : NO_UNIT, first, noun + 1, body_owner(r, first), false};
    read_body_tail(r, body);
    return true;
}

// "leader of a panel of scientists", "chair of the council"
static KbText title_over(R *r, const char *head, const UnnamedBody *body)
{
    char title[128];
    size_t length = (size_t)snprintf(title, sizeof title, "%s of%s", head,
                                     body->bare                     ? ""
                                     : body->article == NO_UNIT     ? " the"
                                     : in(r, body->article, "|an|") ? " an"
                                                                    : " a");
    for (uint32_t unit = body->first; unit < body->last; unit++) {
        KbText word = r->units->items[unit].lower;
        if (length + word.length + 2 > sizeof title) return (KbText){"", 0};
        bool spaced = r->document->tokens[r->units->items[unit].first].space != SPACE_NONE;
        if (spaced) title[length++] = ' ';
        memcpy(title + length, word.data, word.length);
        length += word.length;
    }
    return arena_text(r->document->arena, title, length);
}

static uint8_t led_status(R *r, uint32_t verb)
{
    KbText lower = r->units->items[verb].lower;
    bool past = lower.data[lower.length - 1] == 'd' || in(r, verb, "|ran|");
    uint8_t status = verb_status(r, verb);
    return status == KB_CURRENT && past && !in(r, verb - 1, "|has|have|now|") ? KB_FORMER : status;
}

static bool fill_over(R *r, uint32_t verb, const PostVerb *post, const UnnamedBody *body, LinkedPhrase *link,
                      int32_t holder)
{
    if (holder < 0) return false;
    verb_phrase(r, link, verb, "", body->held, holder);
    link->phrase.title = title_over(r, post->title, body);
    link->status = led_status(r, verb);
    return link->phrase.title.length > 0;
}

// "chairs the university's council", "is to lead a panel of scientists"
static bool read_over_unnamed(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link, const LinkedPhrase *links,
                              size_t count)
{
    UnnamedBody body;
    if (!read_unnamed_body(r, verb + 1, &body) ||
        !in(r, verb, "|leads|led|lead|leading|heads|headed|head|chairs|chaired|"))
        return false;
    return fill_over(r, verb, post, &body, link, subject_person(r, verb, links, count));
}

// "whom Clinton picked in March to run it": Clinton does not.
static bool is_chosen_to(R *r, uint32_t verb)
{
    enum { REACH = 9 };
    if (!in(r, verb - 1, "|to|")) return false;
    for (uint32_t unit = verb - 1; unit > r->first && verb - unit < REACH; unit--) {
        if (verb_fills_object(r, unit - 1)) return !verb_is_passive(r, unit - 1);
    }
    return false;
}

// "now runs a brewery in Aberdeen", "commands an engineer battalion of the army"
static bool read_over_any(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link, const LinkedPhrase *links,
                          size_t count)
{
    UnnamedBody body;
    if (!post->unnamed || !read_any_body(r, verb + 1, &body) || is_chosen_to(r, verb)) return false;
    return fill_over(r, verb, post, &body, link, subject_person(r, verb, links, count));
}

// "the club, whose academy he ran until 2018"
static bool read_whose_body(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link)
{
    uint32_t pronoun = verb - 1, first = pronoun;
    if (verb < r->first + 4 || !post->unnamed || !in(r, pronoun, "|he|she|")) return false;
    while (first > r->first && pronoun - first < 4 && noun_unit(r, first - 1))
        first--;
    uint32_t owner = first - 2 - in(r, first - 2, "|,|");
    if (first == pronoun || !in(r, first - 1, "|whose|") || owner < r->first || owner >= r->limit) return false;
    if (r->units->items[owner].mention < 0 || in(r, pronoun - 1, no_bodies)) return false;
    UnnamedBody body = {NO_UNIT, first, pronoun, chain(r, owner), false};
    return fill_over(r, verb, post, &body, link, pronoun_chain(r->document, r->units->items[pronoun].first));
}

// The body that "it" or "which" is led: named by its noun right before, or in the sentence before.
static bool body_before(R *r, uint32_t end, UnnamedBody *body)
{
    if (in(r, end - 1, "|it|")) {
        uint32_t stop = end > 40 ? end - 40 : 0;
        for (uint32_t unit = end - 1; unit > stop; unit--)
            if (unit_in(r->units, unit - 1, unnamed_bodies)) {
                *body = (UnnamedBody){NO_UNIT, unit - 1, unit, KB_NONE, false};
                return true;
            }
        return false;
    }
    if (!in(r, end - 1, unnamed_bodies)) return false;
    uint32_t first = body_from(r, end - 1);
    *body = (UnnamedBody){NO_UNIT, first, end, body_owner(r, first), false};
    return true;
}

// "an inquiry led by X", "the club's committee, which is chaired by X", "It is chaired by X"
static bool read_unnamed_led_by(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link)
{
    if (!in(r, verb, "|led|headed|chaired|") || !in(r, verb + 1, "|by|")) return false;
    uint32_t name = verb + 2;
    while (name < r->limit && name - verb < 9 && !person(r, name) && !in(r, name, "|and|who|.|;|"))
        name++;
    uint32_t before = units_back(r, verb, "|is|was|has|been|being|now|,|currently|which|that|had|be|to|will|would|");
    UnnamedBody body;
    if (!person(r, name) || before == r->first || !body_before(r, before, &body)) return false;
    if (!fill_over(r, verb, post, &body, link, chain(r, name))) return false;
    bool future = in(r, verb - 1, "|be|") && in(r, verb - 2, "|to|will|would|");
    link->status = future ? KB_DESIGNATE : in(r, before, "|was|had|") ? KB_FORMER : KB_CURRENT;
    return true;
}

static bool read_post_verb(R *r, uint32_t verb, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    for (size_t i = 0; i < sizeof post_verbs / sizeof *post_verbs; i++) {
        const PostVerb *post = &post_verbs[i];
        if (!in(r, verb, post->forms) || !verb_pos(r, verb)) continue;
        if (read_unnamed_led_by(r, verb, post, link) || read_led_by(r, verb, post, link)) return true;
        if (read_over_unnamed(r, verb, post, link, links, count)) return true;
        if (read_whose_body(r, verb, post, link)) return true;
        int32_t held = object_held(r, verb + 1, post->objects);
        if (held < 0 && read_over_any(r, verb, post, link, links, count)) return true;
        int32_t holder = held < 0 || is_chosen_to(r, verb) ? KB_NONE : subject_person(r, verb, links, count);
        if (holder < 0) return false;
        verb_phrase(r, link, verb, post->title, held, holder);
        link->phrase.pointed = in(r, verb + 1, "|its|his|her|");
        link->status = led_status(r, verb);
        return true;
    }
    return false;
}

// "history", "competition law": no pupils and no "there".
static bool teaches_subject(R *r, uint32_t first, uint32_t last)
{
    if (in(r, first, "|the|a|an|his|her|their|him|them|us|me|")) return false;
    for (uint32_t unit = first; unit < last; unit++)
        if (!(r->units->items[unit].country || noun_unit(r, unit)) ||
            (r->units->items[unit].pos == POS_PROPN && !r->units->items[unit].country) ||
            in(r, unit, "|there|full|part|time|full-time|part-time|classes|students|children|courses|briefly|"))
            return false;
    return true;
}

static KbText teacher_of(R *r, uint32_t first, uint32_t last)
{
    char title[128];
    size_t length = (size_t)snprintf(title, sizeof title, "teacher of");
    for (uint32_t unit = first; unit < last; unit++) {
        const Unit *word = &r->units->items[unit];
        KbText text = word->capital ? document_tokens_text(r->document, word->first, word->last) : word->lower;
        if (length + text.length + 2 > sizeof title) return kb_text("teacher");
        title[length++] = ' ';
        memcpy(title + length, text.data, text.length);
        length += text.length;
    }
    return arena_text(r->document->arena, title, length);
}

// "left the bank to teach", "has gone back to teaching": the unit of "left"; NO_UNIT: no such verb before.
static uint32_t goes_to_teach(R *r, uint32_t verb)
{
    enum { BACK = 9 };
    if (!in(r, verb, "|teach|teaching|") || !in(r, verb - 1, "|to|")) return NO_UNIT;
    for (uint32_t unit = verb - 1; unit-- > r->first && verb - unit < BACK;) {
        if (in(r, unit, "|will|may|wants|hopes|plans|not|,|")) return NO_UNIT;
        if (in(r, unit, "|left|retired|returned|gone|went|quit|")) return unit;
    }
    return NO_UNIT;
}

// "teaches law at the University of X", "taught at X High School", "teaches chess in Lublin"
static bool read_teaching(R *r, uint32_t verb, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    uint32_t goes = verb > r->first ? goes_to_teach(r, verb) : NO_UNIT;
    bool teaches = in(r, verb, "|teaches|taught|") && verb_pos(r, verb) && !verb_is_passive(r, verb);
    if (!teaches && goes == NO_UNIT) return false;
    uint32_t at = verb + 1;
    while (at < r->limit && at - verb < 5 && !in(r, at, "|at|in|") &&
           (unit_plain(r->units, at) || r->units->items[at].country)) // "teaches Greek at"
        at++;
    uint32_t name = at + 1 + in(r, at + 1, "|the|");
    KbType seat = in(r, at, "|in|") ? KB_PLACE : KB_ORGANIZATION;
    if (!in(r, at, "|at|in|") || name >= r->limit || !unit_of_type(r->document, r->units, name, seat)) return false;
    int32_t holder = subject_person(r, goes == NO_UNIT ? verb : goes, links, count);
    if (holder < 0) return false;
    verb_phrase(r, link, verb, "teacher", chain(r, name), holder);
    if (at > verb + 1 && teaches_subject(r, verb + 1, at)) link->phrase.title = teacher_of(r, verb + 1, at);
    bool past = in(r, verb, "|taught|") && !in(r, verb - 1, "|has|have|");
    link->status = goes != NO_UNIT ? KB_CURRENT : past ? KB_FORMER : verb_status(r, verb);
    return true;
}

static bool holds_word(R *r, uint32_t unit, const char *word)
{
    int32_t body = chain(r, unit);
    if (body < 0) return false;
    KbText name = r->document->chains[body].name;
    return memmem(name.data, name.length, word, strlen(word)) != NULL;
}

// "represents Nimba in the Senate": senator; "who represents him", "appears for Ann Poe": lawyer
static bool read_representing(R *r, uint32_t verb, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    bool appears = in(r, verb, "|appears|appeared|appearing|acts|acted|acting|") && in(r, verb + 1, "|for|");
    if (!appears && !in(r, verb, "|represents|represented|representing|")) return false;
    if (!verb_pos(r, verb) || verb_is_passive(r, verb)) return false;
    uint32_t object = verb + 1 + appears;
    object += in(r, object, "|the|");
    if (object >= r->limit) return false;
    int32_t held =
        in(r, object, "|him|her|") ? pronoun_chain(r->document, r->units->items[object].first) : chain(r, object);
    if (held < 0 || in(r, object + 1, "|'s|\xe2\x80\x99s|")) return false;
    uint8_t type = r->document->chains[held].type;
    uint32_t chamber = object + 2 + in(r, object + 2, "|the|");
    bool senate = in(r, object + 1, "|in|") && chamber < r->limit &&
                  (in(r, chamber, "|senate|") || holds_word(r, chamber, "Senate"));
    if (type != (senate ? KB_PLACE : KB_PERSON)) return false;
    int32_t holder = subject_person(r, verb, links, count);
    if (holder < 0 || holder == held) return false;
    verb_phrase(r, link, verb, senate ? "senator" : "lawyer", held, holder);
    link->status = led_status(r, verb);
    return true;
}

// ---------------------------------------------------------------------------------------------- seats and chambers

// "has been elected to the board of X", "joined X's board", "will step down from the board of X"
static bool read_board(R *r, uint32_t board, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    if (!in(r, board, "|board|") || board < r->first + 3) return false;
    bool of = in(r, board - 1, "|the|") && in(r, board + 1, "|of|"), owned = in(r, board - 1, "|'s|\xe2\x80\x99s|");
    uint32_t name = of ? board + 2 + in(r, board + 2, "|the|") : board - 2, start = of ? board - 1 : board - 2;
    if ((!of && !owned) || !unit_of_type(r->document, r->units, name, KB_ORGANIZATION)) return false;
    uint32_t verb = start - 1;
    bool leaves = in(r, verb, "|from|"), hangs = leaves || in(r, verb, "|to|on|");
    while (hangs && verb > r->first && start - verb < 4 && !verb_fills(r, verb) && !in(r, verb, "|sits|step|is|,|"))
        verb--;
    bool fits =
        hangs ? verb_fills(r, verb) || in(r, verb, "|sits|step|is|") : in(r, verb, "|joined|joins|join|left|quit|");
    int32_t holder = fits ? subject_person(r, verb, links, count) : KB_NONE;
    if (holder < 0) return false;
    verb_phrase(r, link, board, "board member", chain(r, name), holder);
    bool future = verb_status(r, verb) == KB_DESIGNATE;
    leaves = leaves || in(r, verb, "|left|quit|sat|served|");
    link->status = leaves ? (future ? KB_CURRENT : KB_FORMER) : future ? KB_DESIGNATE : KB_CURRENT;
    return true;
}

// "joins the ethics committee of X", "sits on X's ethics committee"
static bool read_committee(R *r, uint32_t noun, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    uint32_t first = noun;
    if (!in(r, noun, "|committee|panel|council|commission|")) return false;
    while (first > r->first && noun - first < 4 && unit_plain(r->units, first - 1) &&
           !(classes(r, first - 1) & TITLE_STOP))
        first--;
    bool of = in(r, first - 1, "|the|") && in(r, noun + 1, "|of|"),
         owned = first > r->first + 1 && in(r, first - 1, "|'s|\xe2\x80\x99s|");
    uint32_t name = of ? noun + 2 + in(r, noun + 2, "|the|") : first - 2, start = of ? first - 1 : first - 2;
    if (first == noun || (!of && !owned) || name >= r->limit || start < r->first + 2) return false;
    if (!unit_of_type(r->document, r->units, name, KB_ORGANIZATION)) return false;
    bool on = in(r, start - 1, "|on|");
    uint32_t verb = on ? start - 2 : start - 1;
    bool fits = on ? in(r, verb, "|sits|sat|serves|served|") : in(r, verb, "|joined|joins|join|left|quit|");
    int32_t holder = fits ? subject_person(r, verb, links, count) : KB_NONE;
    if (holder < 0) return false;
    char title[128];
    size_t length = 0;
    length += (size_t)snprintf(title, sizeof title, "member of the");
    for (uint32_t unit = first; unit <= noun; unit++) {
        KbText word = r->units->items[unit].lower;
        if (length + word.length + 2 > sizeof title) return false;
        title[length++] = ' ';
        memcpy(title + length, word.data, word.length);
        length += word.length;
    }
    verb_phrase(r, link, noun, "", chain(r, name), holder);
    link->phrase.title = arena_text(r->document->arena, title, length);
    bool leaves = in(r, verb, "|left|quit|sat|served|"), future = verb_status(r, verb) == KB_DESIGNATE;
    link->status = leaves ? KB_FORMER : future ? KB_DESIGNATE : KB_CURRENT;
    return true;
}

// "is running for the Senate"
static bool read_run_for(R *r, uint32_t verb, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    static const struct {
        const char *chamber, *title;
    } seats[] = {{"Senate", "senator"},
                 {"Parliament", "member of parliament"},
                 {"House of Representatives", "member"},
                 {"Assembly", "member"}};
    bool runs = in(r, verb, "|running|runs|") || (in(r, verb, "|run|stand|") && in(r, verb - 1, "|to|will|would|"));
    uint32_t name = verb + 2 + in(r, verb + 2, "|the|");
    if (!runs || !in(r, verb + 1, "|for|") || name >= r->limit) return false;
    int32_t chamber = unit_of_type(r->document, r->units, name, KB_ORGANIZATION) ? chain(r, name) : KB_NONE;
    int32_t holder = chamber < 0 ? KB_NONE : subject_person(r, verb, links, count);
    for (size_t i = 0; holder >= 0 && i < sizeof seats / sizeof *seats; i++) {
        KbText called = r->document->chains[chamber].name;
        if (!memmem(called.data, called.length, seats[i].chamber, strlen(seats[i].chamber))) continue;
        verb_phrase(r, link, verb, seats[i].title, chamber, holder);
        link->status = KB_CANDIDATE;
        return true;
    }
    return false;
}

void role_verbs(R *r, uint32_t unit, uint32_t until, LinkedPhrase *links, size_t *count)
{
    for (; unit < until && *count < PHRASES; unit++) {
        LinkedPhrase link;
        if (!unit_plain(r->units, unit)) continue;
        bool found = read_post_verb(r, unit, &link, links, *count) || read_board(r, unit, &link, links, *count) ||
                     read_teaching(r, unit, &link, links, *count) || read_representing(r, unit, &link, links, *count) ||
                     read_committee(r, unit, &link, links, *count) || read_run_for(r, unit, &link, links, *count);
        if (found) links[(*count)++] = link;
    }
}
