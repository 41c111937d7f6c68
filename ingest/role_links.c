// The constructions that join a title phrase to a person, tried in the order of how sure they are.
// SPDX-License-Identifier: MIT
#include "ingest/role_links.h"

#include <stdio.h>
#include <string.h>

#include "ingest/chains.h"

typedef const PhraseReader R;

enum { SUBJECT_REACH = 40, VERB_REACH = 14 };

static bool in(R *r, uint32_t unit, const char *words)
{
    return unit >= r->first && unit < r->limit && unit_in(r->units, unit, words);
}
static bool person(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit && unit_person(r->document, r->units, unit);
}
static int32_t chain(R *r, uint32_t unit)
{
    return unit_chain(r->document, r->units, unit);
}
static uint32_t classes(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit ? r->units->items[unit].classes : 0;
}

static const char subject_pronouns[] = "|he|she|";
static const char object_pronouns[] = "|him|her|";
static const char be_words[] = "|is|was|'s|\xe2\x80\x99s|be|been|being|became|become|becomes|becoming|remains|remained|"
                               "remain|stays|stayed|are|were|'m|am|";
static const char auxiliaries[] =
    "|has|had|have|having|will|would|is|was|be|been|being|were|are|'s|'d|'ll|to|may|might|could|should|must|can|did|"
    "does|do|also|not|n't|still|now|never|later|"
    "once|briefly|recently|currently|previously|formerly|then|already|since|soon|first|eventually|reportedly|only|ever|"
    "formally|officially|expected|due|set|about|going|twice|long|himself|herself|"
    "today|immediately|temporarily|again|";
static const char adverbs[] = "|since|also|still|now|once|then|currently|formerly|previously|today|himself|herself|"
                              "already|later|recently|again|not|n'"
                              "t|never|long|briefly|only|eventually|effectively|simultaneously|soon|yet|at|both|until|";
static const char commas[] = "|,|(|\xe2\x80\x94|\xe2\x80\x93|--|-|;|:|";
static const char closers[] = "|,|)|.|;|:|\xe2\x80\x94|\xe2\x80\x93|--|-|!|?|\"|\xe2\x80\x9d|'|\xe2\x80\x99|(|";

static const char said_verbs[] =
    "|said|says|told|added|adds|asked|wrote|replied|noted|announced|warned|argued|explained|";

// ---------------------------------------------------------------------------------------------- subjects

static uint32_t skip_back(R *r, uint32_t unit, const char *words)
{
    while (unit > r->first && in(r, unit - 1, words))
        unit--;
    return unit;
}

// Antecedent of "who" at the unit: the person before it, over a comma and over an apposition already linked.
static int32_t who_antecedent(R *r, uint32_t who, const LinkedPhrase *links, size_t count)
{
    uint32_t end = who;
    while (end > r->first && in(r, end - 1, commas))
        end--;
    if (end == r->first) return KB_NONE;
    if (person(r, end - 1)) return chain(r, end - 1);
    for (size_t i = count; i-- > 0;)
        if (links[i].holder >= 0 && links[i].phrase.end == end) return links[i].holder;
    for (uint32_t i = end; i-- > r->first && end - i < 8;) { // "Carter of Ohio, 64, who"
        if (person(r, i)) return chain(r, i);
        if (in(r, i, said_verbs)) break;
    }
    return KB_NONE;
}

static bool is_object(R *r, uint32_t unit)
{ // of a preposition or possessor: no subject
    if (in(r, unit + 1, "|'s|\xe2\x80\x99s|'|\xe2\x80\x99|")) return true;
    uint32_t before = unit;
    while (before > r->first &&
           (classes(r, before - 1) & (TITLE_RANK | TITLE_HON | TITLE_HEAD | TITLE_MOD | TITLE_STATUS)) &&
           r->units->items[before - 1].mention < 0)
        before--;
    return in(r, before - 1, "|of|by|with|to|for|from|under|against|about|between|than|as|like|unlike|");
}

int32_t subject_person(R *r, uint32_t verb, const LinkedPhrase *links, size_t count)
{
    uint32_t unit = skip_back(r, verb, auxiliaries);
    if (unit > r->first && in(r, unit - 1, "|who|that|")) return who_antecedent(r, unit - 1, links, count);
    uint32_t stop = unit > r->first + SUBJECT_REACH ? unit - SUBJECT_REACH : r->first;
    bool inner = false; // inside an apposition or clause between subject and verb
    for (uint32_t i = unit; i-- > stop;) {
        if (in(r, i, "|who|") && !inner) return who_antecedent(r, i, links, count);
        if (in(r, i, subject_pronouns)) return pronoun_chain(r->document, r->units->items[i].first);
        if (in(r, i, "|;|\"|\xe2\x80\x9c|\xe2\x80\x9d|:|")) return KB_NONE;
        if (in(r, i, "|that|") && i + 1 == unit) return KB_NONE;
        if (person(r, i) && !is_object(r, i)) return chain(r, i);
        if (in(r, i, ",") && i + 1 == unit) inner = true;
        int32_t meant = i + 1 == unit && i > r->first && in(r, i - 1, "|the|") ? titled_person(r, i) : KB_NONE;
        if (meant >= 0) return meant;
    }
    return KB_NONE;
}

// ---------------------------------------------------------------------------------------------- beside a name

static uint32_t skip_ranks(R *r, uint32_t unit)
{
    while (unit < r->limit && r->units->items[unit].mention < 0 && (classes(r, unit) & (TITLE_RANK | TITLE_HON)) &&
           !in(r, unit, "|,|"))
        unit++;
    return unit;
}

static bool link_before_name(R *r, LinkedPhrase *link)
{
    uint32_t name = skip_ranks(r, link->phrase.end);
    if (!person(r, name)) return false;
    bool possessor = in(r, name + 1, "|'s|\xe2\x80\x99s|") && false;
    if (possessor) return false;
    link->kind = LINK_BEFORE_NAME;
    link->name = name;
    link->holder = chain(r, name);
    return true;
}

static bool has_holding(const TitlePhrase *phrase)
{
    return phrase->organization >= 0 || phrase->place >= 0 || phrase->person >= 0 || phrase->country;
}

// "will meet X, a spokesman for the ministry, Jane Doe, said": who speaks, not who was met.
static bool is_source(R *r, const TitlePhrase *phrase)
{
    uint32_t name = phrase->end + 1;
    return in(r, phrase->end, "|,|") && person(r, name) &&
           (in(r, name + 1, said_verbs) || (in(r, name + 1, "|,|") && in(r, name + 2, said_verbs)));
}

// "the company's chief executive, Jane Doe, said"
static bool link_before_comma(R *r, LinkedPhrase *link)
{
    const TitlePhrase *phrase = &link->phrase;
    if (!in(r, phrase->end, "|,|:|") || (!phrase->determiner && !has_holding(phrase) && phrase->start > r->first &&
                                         !in(r, phrase->start - 1, "|and|&|")))
        return false;
    uint32_t name = skip_ranks(r, phrase->end + 1);
    if (!person(r, name)) return false;
    uint32_t after = name + 1; // "the coordinator, Jane Doe of Finland, has"
    if (in(r, after, "|of|") && unit_of_type(r->document, r->units, after + 1, KB_PLACE)) after += 2;
    bool closed = after >= r->limit || in(r, after, closers) || in(r, after, said_verbs);
    bool apposed = phrase->start > r->first + 1 && in(r, phrase->start - 1, "|,|") && person(r, phrase->start - 2);
    if (!closed || (apposed && !is_source(r, phrase))) return false;
    link->kind = LINK_APPOSITION;
    link->name = name;
    link->holder = chain(r, name);
    return true;
}

// The unit of the name that ends just before the comma at `comma`: over an age, a place, a bracket.
static uint32_t name_before(R *r, uint32_t comma)
{
    uint32_t unit = comma;
    for (unsigned steps = 0; unit > r->first && steps < 6; steps++) {
        const Unit *before = &r->units->items[unit - 1];
        if (person(r, unit - 1)) return unit - 1;
        char c = before->lower.length ? before->lower.data[0] : ' ';
        bool age = c >= '0' && c <= '9';
        bool side = in(r, unit - 1, "|,|(|)|left|right|center|centre|himself|herself|above|of|from|r.|l.|");
        bool place = before->mention >= 0 && unit >= r->first + 2 && in(r, unit - 2, "|of|from|(|");
        if (!age && !side && !place) return NO_UNIT;
        unit--;
    }
    return NO_UNIT;
}

static bool reports(R *r, const TitlePhrase *phrase)
{ // ", the president said": the phrase is itself a subject
    return in(r, phrase->end, said_verbs) && phrase->determiner && !phrase->indefinite && !has_holding(phrase);
}

static bool link_apposition(R *r, LinkedPhrase *link)
{
    uint32_t begin = skip_back(r, link->phrase.start, adverbs);
    if (begin == r->first) return false;
    uint32_t comma = begin - 1;
    if (!in(r, comma, commas) || reports(r, &link->phrase)) return false;
    uint32_t name = name_before(r, comma);
    if (name == NO_UNIT) return false;
    for (uint32_t i = begin; i < link->phrase.start; i++) {
        if (in(r, i, "|once|formerly|previously|then|until|") && !link->phrase.status) link->status = KB_FORMER;
        if (in(r, i, "|not|n't|never|")) link->polarity = KB_NEGATIVE;
    }
    link->kind = LINK_APPOSITION;
    link->name = name;
    link->holder = chain(r, name);
    return true;
}

// A later member of "a lawyer, a former judge and chairman of X": the holder of the phrase before it.
static bool link_coordinate(R *r, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    if (!count) return false;
    const LinkedPhrase *before = &links[count - 1];
    if (count > 1 && before->phrase.end == links[count - 2].phrase.end)
        before--; // the inner one of "adviser to President X"
    uint32_t unit = before->phrase.end;
    if (before->holder < 0 || before->kind == LINK_VERB) return false;
    if (before->kind == LINK_BEFORE_NAME && before->name != NO_UNIT && before->name >= unit) return false;
    uint32_t from = unit;
    bool negative = false;
    while (unit < link->phrase.start && in(r, unit, "|,|and|&|/|;|or|"))
        unit++;
    if (unit == from) return false;
    while (unit < link->phrase.start && in(r, unit, adverbs)) {
        negative = negative || in(r, unit, "|not|never|");
        if (in(r, unit, "|once|formerly|previously|")) link->status = KB_FORMER;
        unit++;
    }
    if (unit != link->phrase.start) return false;
    link->kind = before->kind;
    link->holder = before->holder;
    link->name = before->name;
    link->polarity = negative ? KB_NEGATIVE : before->polarity;
    link->verb = before->verb;
    link->joined = true;
    bool shared = before->kind == LINK_PREDICATE || !link->phrase.determiner; // "a former diplomat and college head"
    if (!link->status && shared && !(before->phrase.classes & TITLE_RANK)) link->status = before->status;
    return true;
}

// ---------------------------------------------------------------------------------------------- copula

// "left in May to become": it has happened.
static bool gone_to(R *r, uint32_t from, uint32_t verb)
{
    enum { REACH = 6 };
    if (!in(r, verb - 1, "|to|")) return false;
    for (uint32_t i = from; i > r->first && from - i < REACH; i--) {
        if (in(r, i - 1, "|will|would|may|might|could|planned|plans|wants|,|")) return false;
        if (in(r, i - 1, "|left|quit|resigned|departed|retired|went|returned|")) return true;
    }
    return false;
}

static uint8_t tense_status(R *r, uint32_t verb)
{
    uint32_t from = skip_back(r, verb, auxiliaries);
    bool had = false, has = false, future = false, was = in(r, verb, "|was|were|remained|stayed|");
    for (uint32_t i = from; i < verb; i++) {
        had = had || in(r, i, "|had|'d|");
        has = has || in(r, i, "|has|have|");
        future = future || in(r, i, "|will|would|'ll|to|set|due|expected|going|");
        was = was || in(r, i, "|was|were|");
    }
    if (future && gone_to(r, from, verb)) return KB_CURRENT;
    if (future) return KB_DESIGNATE;
    if (had) return KB_FORMER;
    if (has) return KB_CURRENT;
    return was && in(r, verb, "|was|were|been|remained|stayed|being|") ? KB_FORMER : KB_CURRENT;
}

static bool negated(R *r, uint32_t from, uint32_t until)
{
    for (uint32_t i = from; i < until; i++)
        if (in(r, i, "|not|n't|never|no|")) return true;
    return false;
}

static bool link_copula(R *r, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    uint32_t begin = skip_back(r, link->phrase.start, adverbs);
    if (begin == r->first || !in(r, begin - 1, be_words)) return false;
    uint32_t verb = begin - 1;
    int32_t holder = subject_person(r, verb, links, count);
    if (holder < 0) return false;
    link->kind = LINK_PREDICATE;
    link->holder = holder;
    link->verb = verb;
    link->fills = in(r, verb, "|becomes|");
    if (link->status == KB_ACTING && tense_status(r, verb) == KB_DESIGNATE && in(r, verb, "|become|becomes|becoming|"))
        link->phrase.title = title_acting(r, &link->phrase), link->status = KB_DESIGNATE;
    if (!link->status) link->status = tense_status(r, verb);
    for (uint32_t i = begin; i < link->phrase.start; i++)
        if (in(r, i, "|once|formerly|previously|")) link->status = KB_FORMER;
    if (negated(r, skip_back(r, verb, auxiliaries), link->phrase.start)) link->polarity = KB_NEGATIVE;
    return true;
}

// ---------------------------------------------------------------------------------------------- verbs that fill a post

typedef enum Filling { FILL_NONE, FILL_SUBJECT, FILL_OBJECT } Filling; // whose post it is, in the active voice

typedef struct FillingVerb {
    const char *forms;
    Filling whose;
    uint8_t status; // KB_UNKNOWN: by the tense
} FillingVerb;

static const FillingVerb filling_verbs[] = {
    {"|appointed|appoint|appoints|appointing|named|name|names|naming|elected|elect|elects|chosen|chose|choose|picked|"
     "picks|pick|hired|hires|hire|made|installed|"
     "installs|confirmed|confirms|promoted|reappointed|re-elected|reelected|selected|tapped|brought|recruited|sworn|"
     "designated|crowned|proclaimed|declared|ordained|consecrated|engaged|"
     "kept|keeps|keep|retained|appointment|election|",
     FILL_OBJECT, KB_CURRENT},
    {"|nominated|nominates|nominate|proposed|nomination|", FILL_OBJECT, KB_NOMINEE},
    {"|ousted|fired|fires|dismissed|dismisses|sacked|removed|removes|suspended|deposed|dismissal|ouster|sacking|"
     "removal|",
     FILL_OBJECT, KB_FORMER},
    {"|resigned|resigns|resign|quit|quits|retired|retires|stepped|retirement|resignation|departure|stood|stands|"
     "departed|left|",
     FILL_SUBJECT, KB_FORMER},
    {"|serves|serving|works|working|acts|acting|doubles|continues|continue|took|takes|taken|taking|returned|returns|"
     "returning|rose|rises|risen|starts|joined|joins|succeeded|succeeds|replaced|replaces|"
     "started|starts|stays|stayed|begins|takes|sits|career|job|role|post|position|work|",
     FILL_SUBJECT, KB_CURRENT},
    {"|served|worked|acted|spent|sat|began|term|tenure|time|stint|years|days|doubled|trained|", FILL_SUBJECT,
     KB_FORMER},
    {"|serve|work|act|", FILL_SUBJECT, KB_UNKNOWN},
    {"|running|run|ran|runs|bid|campaign|campaigned|campaigning|candidacy|candidate|standing|stand|race|", FILL_SUBJECT,
     KB_CANDIDATE},
};

static const FillingVerb *filling_at(R *r, uint32_t unit)
{
    for (size_t i = 0; i < sizeof filling_verbs / sizeof *filling_verbs; i++)
        if (in(r, unit, filling_verbs[i].forms)) return &filling_verbs[i];
    return NULL;
}

static bool is_passive(R *r, uint32_t verb)
{
    uint32_t from = skip_back(r, verb, auxiliaries);
    for (uint32_t i = from; i < verb; i++)
        if (in(r, i, "|is|was|were|be|been|being|are|'s|got|")) return true;
    // "X, named chairman in 2015,": a participle after a comma
    return verb > r->first + 1 && in(r, verb - 1, "|,|who|") && person(r, verb - 2);
}

static uint8_t filling_status(R *r, const FillingVerb *verb, uint32_t unit)
{
    uint32_t from = skip_back(r, unit, auxiliaries);
    uint8_t status = verb->status;
    bool just = unit > r->first + 1 && in(r, unit - 1, "|been|") && in(r, unit - 2, "|has|have|");
    if (just && status == KB_CURRENT && verb->whose == FILL_OBJECT) return KB_DESIGNATE; // "has been appointed"
    for (uint32_t i = from; i < unit; i++) {
        bool future = in(r, i, "|will|would|'ll|to|set|due|expected|going|");
        if (future && status == KB_CURRENT) return KB_DESIGNATE;
        if (future && (status == KB_FORMER || status == KB_UNKNOWN))
            return status == KB_FORMER ? KB_CURRENT : KB_DESIGNATE;
        if (status == KB_FORMER && in(r, i, "|has|have|") && in(r, unit, "|served|worked|acted|")) return KB_CURRENT;
        if (status == KB_UNKNOWN && in(r, i, "|to|")) return KB_UNKNOWN;
    }
    return status == KB_UNKNOWN ? KB_CURRENT : status;
}

// The person beside the verb: its object before `end` ("named X", "named him"), else its subject.
static int32_t filled_person(R *r, const FillingVerb *filling, uint32_t verb, uint32_t end, const LinkedPhrase *links,
                             size_t count)
{
    if (filling->whose == FILL_OBJECT) {
        if (end > verb + 1 && person(r, end - 1) && !in(r, end - 2, "|by|under|")) return chain(r, end - 1);
        if (person(r, verb + 1) && !in(r, verb + 2, "|'s|\xe2\x80\x99s|")) return chain(r, verb + 1);
        for (uint32_t i = end; i-- > verb + 1;) {
            bool agent = in(r, i - 1, "|by|under|");
            if (person(r, i) && !agent && !in(r, i + 1, "|'s|\xe2\x80\x99s|")) return chain(r, i);
            if (in(r, i, object_pronouns) && i == verb + 1)
                return pronoun_chain_besides(r->document, r->units->items[i].first,
                                             subject_person(r, verb, links, count));
        }
    }
    // "his appointment as", "Dunford's tenure as"
    if (verb > r->first && in(r, verb - 1, "|his|her|"))
        return pronoun_chain(r->document, r->units->items[verb - 1].first);
    if (verb > r->first + 1 && in(r, verb - 1, "|'s|\xe2\x80\x99s|") && person(r, verb - 2)) return chain(r, verb - 2);
    return subject_person(r, verb, links, count);
}

// How the phrase hangs on its verb: "as P", "for P", "to P", or directly.
typedef struct Hanging {
    uint32_t begin, end; // of the phrase with its adverbs; of what stands before the preposition
    bool as, seeking, rising;
} Hanging;

static Hanging hanging_of(R *r, const TitlePhrase *phrase)
{
    Hanging hanging = {.begin = skip_back(r, phrase->start, adverbs)};
    uint32_t before = hanging.begin;
    if (before > r->first) {
        hanging.as = in(r, before - 1, "|as|");
        hanging.seeking = in(r, before - 1, "|for|");
        hanging.rising = in(r, before - 1, "|to|");
    }
    hanging.end = hanging.as || hanging.seeking || hanging.rising ? before - 1 : before;
    return hanging;
}

static const FillingVerb *governing_verb(R *r, const Hanging *hanging, uint32_t *verb)
{
    uint32_t reach = hanging->as ? VERB_REACH : 5;
    uint32_t stop = hanging->end > r->first + reach ? hanging->end - reach : r->first;
    bool closed = false; // a clause with "who" ended before the phrase
    for (*verb = hanging->end; *verb > stop;) {
        --*verb;
        const FillingVerb *filling = filling_at(r, *verb);
        if (filling) return filling;
        closed = closed || in(r, *verb, "|,|");
        if (in(r, *verb, "|;|\"|\xe2\x80\x9c|") || (!closed && in(r, *verb, "|who|"))) return NULL;
    }
    return NULL;
}

// "with Peter Arduini as its chief executive": no verb fills the post.
static bool link_with_as(R *r, LinkedPhrase *link, const Hanging *hanging, const FillingVerb *filling, uint32_t verb)
{
    if (!hanging->as || hanging->end < r->first + 2 || !person(r, hanging->end - 1)) return false;
    bool own = !in(r, verb, "|succeeded|succeeds|replaced|replaces|joined|joins|") || !filling;
    if (!own || (filling && filling->whose != FILL_SUBJECT)) return false;
    if (!in(r, hanging->end - 2, "|with|by|under|") && !link->phrase.determiner && !has_holding(&link->phrase))
        return false;
    if (link->phrase.indefinite) return false;
    link->kind = LINK_PREDICATE;
    link->holder = chain(r, hanging->end - 1);
    return true;
}

// "named X chairman", "named X, 38, chairman", "was elected mayor"
static bool fills_directly(R *r, const FillingVerb *filling, uint32_t verb, uint32_t end)
{
    if (filling->whose != FILL_OBJECT || filling->status == KB_FORMER ||
        in(r, verb, "|appointment|election|nomination|brought|declared|"))
        return false;
    if (verb + 1 == end) return is_passive(r, verb) || in(r, verb - 1, "|,|and|");
    bool object = person(r, verb + 1) || in(r, verb + 1, object_pronouns);
    if (!object) return false;
    return verb + 2 == end || (end - verb == 5 && in(r, verb + 2, "|,|") && in(r, verb + 4, "|,|"));
}

static bool fits(R *r, const Hanging *hanging, const FillingVerb *filling, uint32_t verb)
{
    if (hanging->seeking) return filling->status == KB_CANDIDATE || filling->status == KB_NOMINEE;
    if (filling->status == KB_CANDIDATE) return false;
    if (hanging->rising) return in(r, verb, "|rose|rises|risen|promoted|returned|returns|appointed|named|elected|");
    return hanging->as || fills_directly(r, filling, verb, hanging->end);
}

// "joins X as head", "X has named her chairman": the organization in the clause is where the post is.
static void hold_from_clause(R *r, LinkedPhrase *link, const FillingVerb *filling, uint32_t verb, uint32_t end)
{
    if (has_holding(&link->phrase)) return;
    for (uint32_t unit = verb + 1; unit < end; unit++) {
        bool body = unit_of_type(r->document, r->units, unit, KB_ORGANIZATION) && !in(r, unit - 1, "|by|of|from|");
        int32_t held = body ? chain(r, unit) : KB_NONE;
        if (!body && unit_plain(r->units, unit) && (classes(r, unit) & TITLE_ORGNOUN)) held = nominal_chain(r, unit);
        if (held >= 0) phrase_hold(&link->phrase, r, held);
        if (held >= 0) return;
    }
    if (filling->whose != FILL_OBJECT || is_passive(r, verb) ||
        in(r, link->phrase.head,
           "|minister|secretary|judge|justice|ambassador|commissioner|defense|state|general|president|premier|"
           "chancellor|"))
        return;
    for (uint32_t unit = skip_back(r, verb, auxiliaries), steps = 0; unit-- > r->first && steps < 4; steps++)
        if (unit_of_type(r->document, r->units, unit, KB_ORGANIZATION)) {
            phrase_hold(&link->phrase, r, chain(r, unit));
            return;
        }
}

// "made her chief executive": her is the object, not the possessor.
static bool link_made_her(R *r, LinkedPhrase *link)
{
    uint32_t start = link->phrase.start;
    if (start <= r->first || !in(r, start, "|her|")) return false;
    const FillingVerb *filling = filling_at(r, start - 1);
    if (!filling || filling->whose != FILL_OBJECT || !fills_directly(r, filling, start - 1, start + 1)) return false;
    link->kind = LINK_PREDICATE;
    link->holder = pronoun_chain(r->document, r->units->items[start].first);
    link->verb = start - 1;
    link->fills = true;
    if (link->phrase.person == link->holder) link->phrase.person = KB_NONE;
    if (!link->status) link->status = filling_status(r, filling, start - 1);
    return link->holder >= 0;
}

static bool link_filling(R *r, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    if (link_made_her(r, link)) return true;
    Hanging hanging = hanging_of(r, &link->phrase);
    uint32_t verb = hanging.end;
    const FillingVerb *filling = governing_verb(r, &hanging, &verb);
    if (link_with_as(r, link, &hanging, filling, verb)) return true;
    if (!filling || !fits(r, &hanging, filling, verb)) return false;
    int32_t holder = filled_person(r, filling, verb, hanging.end, links, count);
    if (holder < 0) return false;
    link->kind = LINK_PREDICATE;
    link->holder = holder;
    link->verb = verb;
    link->fills = filling->whose == FILL_OBJECT && filling->status == KB_CURRENT;
    link->begins = in(r, verb, "|joined|began|started|");
    hold_from_clause(r, link, filling, verb, hanging.end);
    if (!link->status || link->status == KB_CURRENT) link->status = filling_status(r, filling, verb);
    if (negated(r, skip_back(r, verb, auxiliaries), verb)) link->polarity = KB_NEGATIVE;
    return true;
}

// ---------------------------------------------------------------------------------------------- leaving

static const char leaving_passive[] = "|ousted|fired|dismissed|sacked|removed|replaced|deposed|overthrown|toppled|"
                                      "killed|assassinated|murdered|relieved|unseated|";
static const char leaving_active[] = "|resigned|quit|retired|died|departed|";

// "Flynn was ousted", "Carter, who stepped down": the post said beside the name is over.
static bool leaves_after(R *r, uint32_t name)
{
    uint32_t unit = name + 1;
    while (unit < r->limit && unit - name < 8 &&
           in(r, unit, "|,|who|has|had|was|were|been|since|recently|later|abruptly|suddenly|himself|just|also|is|"))
        unit++;
    if (in(r, unit, "|left|") && in(r, unit + 1, "|office|last|in|this|early|late|"))
        return true; // not "left the room"
    if (in(r, unit, leaving_active) || (in(r, unit, "|stepped|stood|") && in(r, unit + 1, "|down|aside|"))) return true;
    return in(r, unit, leaving_passive) && unit > name + 1 && in(r, unit - 1, "|was|were|been|just|abruptly|");
}

// The verb at the unit ends what is said of its subject: "resigned on Monday", but not "resigned as treasurer".
static bool is_leaving(R *r, uint32_t unit)
{
    bool down = in(r, unit, "|stepped|stood|") && in(r, unit + 1, "|down|aside|");
    bool passive = in(r, unit, leaving_passive) && in(r, unit - 1, "|was|were|been|");
    return (down || passive || in(r, unit, leaving_active)) && !in(r, unit + 1 + down, "|as|from|");
}

// The verb that the tree has for the name's clause; NO_UNIT: the name is no subject, or there is no tree.
static uint32_t verb_of_name(R *r, uint32_t name)
{
    const Document *d = r->document;
    const Unit *unit = &r->units->items[name];
    for (uint32_t token = unit->first; token < unit->last; token++) {
        uint32_t verb = d->tokens[token].head;
        bool subject = d->tokens[token].dep.length >= 5 && memcmp(d->tokens[token].dep.data, "nsubj", 5) == 0;
        if (subject && verb < d->token_count && verb >= unit->last) return r->units->of_token[verb];
    }
    return NO_UNIT;
}

static bool has_tree(R *r, uint32_t name)
{
    return r->document->tokens[r->units->items[name].first].dep.length > 0;
}

// "Jane Doe, 54, chairman of Acme, resigned on Monday": past the apposition.
static bool leaves_past_apposition(R *r, uint32_t name)
{
    static const char perfect[] = "|has|had|was|have|been|also|abruptly|suddenly|since|unexpectedly|";
    enum { APPOSITION = 40 };
    if (!in(r, name + 1, "|,|")) return false;
    if (has_tree(r, name)) {
        uint32_t verb = verb_of_name(r, name);
        bool fact = verb != NO_UNIT && !in(r, verb - 1, "|not|never|n't|to|will|would|could|may|might|be|");
        return fact && is_leaving(r, verb);
    }
    for (uint32_t unit = name + 2; unit < r->limit && unit - name < APPOSITION; unit++) {
        if (in(r, unit, "|who|which|that|.|;|:|") || in(r, unit, said_verbs)) return false;
        uint32_t verb = unit + 1;
        while (in(r, verb, perfect))
            verb++;
        if (in(r, unit, "|,|") && is_leaving(r, verb)) return true;
    }
    return false;
}

// "has dismissed central bank governor X", "succeeded X", "took over from X"
static bool leaves_before(R *r, uint32_t start)
{
    if (start <= r->first) return false;
    if (in(r, start - 1,
           "|fired|dismissed|sacked|ousted|removed|succeeded|succeeds|succeed|replaced|replaces|replace|succeeding|"
           "replacing|toppled|deposed|overthrew|")) {
        uint32_t from = skip_back(r, start - 1, auxiliaries);
        for (uint32_t i = from; i + 1 < start; i++)
            if (in(r, i, "|will|would|to|not|n't|could|may|might|")) return false;
        return !is_passive(r, start - 1);
    }
    return start > r->first + 2 && in(r, start - 1, "|from|") && in(r, start - 2, "|over|") &&
           in(r, start - 3, "|took|");
}

static void settle_status(R *r, LinkedPhrase *link)
{
    if (!link->status) link->status = link->phrase.status;
    bool beside = link->kind == LINK_BEFORE_NAME || link->kind == LINK_APPOSITION;
    bool open = !link->status || link->status == KB_CURRENT;
    uint32_t name = link->name;
    bool dead = name != NO_UNIT && name > r->first + 1 && in(r, name - 1, "|of|") &&
                in(r, name - 2, "|death|assassination|murder|ouster|departure|resignation|removal|dismissal|");
    if (beside && open && dead) link->status = KB_FORMER;
    if (beside && open && link->name != NO_UNIT &&
        (leaves_after(r, link->name) || leaves_past_apposition(r, link->name) || leaves_before(r, link->phrase.start)))
        link->status = KB_FORMER;
    if (!link->status) link->status = KB_CURRENT;
}

// ---------------------------------------------------------------------------------------------- verbs that are a post

enum { OF_BODY = 1, OF_PLACE = 2, OF_PERSON = 4 };

typedef struct PostVerb {
    const char *forms, *passive; // passive: "led by"
    const char *title;
    unsigned objects; // what it is done to
} PostVerb;

static const PostVerb post_verbs[] = {
    {"|leads|led|leading|lead|", "|led|", "leader", OF_BODY},
    {"|heads|headed|heading|head|runs|ran|running|run|", "|headed|run|", "head", OF_BODY},
    {"|chairs|chaired|chairing|", "|chaired|", "chair", OF_BODY},
    {"|governs|governed|governing|", "|governed|", "governor", OF_BODY | OF_PLACE},
    {"|commands|commanded|commanding|", "|commanded|", "commander", OF_BODY},
    {"|edits|edited|", "|edited|", "editor", OF_BODY},
    {"|coaches|coached|", "|coached|", "coach", OF_BODY},
    {"|manages|managed|", "|managed|", "manager", OF_BODY},
    {"|directs|directed|", "|directed|", "director", OF_BODY},
    {"|captains|captained|", "|captained|", "captain", OF_BODY},
    {"|advises|advising|", "|advised|", "adviser", OF_BODY | OF_PLACE | OF_PERSON},
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
    if (noun < r->limit && r->units->items[noun].mention >= 0)
        held = chain(r, noun);
    else if (noun > unit && in(r, unit, "|the|its|his|her|") && (classes(r, noun) & TITLE_ORGNOUN))
        held = nominal_chain(r, noun);
    if (held < 0) return KB_NONE;
    bool tail =
        unit_plain(r->units, noun + 1) && noun + 1 < r->limit && !(classes(r, noun + 1) & (TITLE_STOP | TITLE_ORGNOUN));
    if (tail) return KB_NONE; // "led the U.N. inquiry"
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
    uint32_t before = skip_back(r, verb, "|is|was|has|been|being|now|,|currently|then|which|that|who|had|");
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
    "taskforce|squad|wing|federation|tribunal|secretariat|";

// "the Senate committee on national defense", "the university's council": a body without a mark of its own.
typedef struct UnnamedBody {
    uint32_t article;     // unit of "a"; NO_UNIT: the title says "the"
    uint32_t first, last; // its words, last exclusive
    int32_t held;         // whose it is; -1: not told
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
    *body = (UnnamedBody){in(r, first - 1, "|a|an|") ? first - 1 : NO_UNIT, first, noun + 1, body_owner(r, first)};
    read_body_tail(r, body);
    return true;
}

// "leader of a panel of scientists", "chair of the council"
static KbText title_over(R *r, const char *head, const UnnamedBody *body)
{
    char title[128];
    size_t length = (size_t)snprintf(title, sizeof title, "%s of %s", head,
                                     body->article == NO_UNIT       ? "the"
                                     : in(r, body->article, "|an|") ? "an"
                                                                    : "a");
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

static uint8_t post_verb_status(R *r, uint32_t verb)
{
    KbText lower = r->units->items[verb].lower;
    bool past = lower.data[lower.length - 1] == 'd' || in(r, verb, "|ran|");
    uint8_t status = tense_status(r, verb);
    return status == KB_CURRENT && past && !in(r, verb - 1, "|has|have|now|") ? KB_FORMER : status;
}

// "chairs the university's council", "is to lead a panel of scientists"
static bool read_over_unnamed(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link, const LinkedPhrase *links,
                              size_t count)
{
    UnnamedBody body;
    if (!read_unnamed_body(r, verb + 1, &body) ||
        !in(r, verb, "|leads|led|lead|leading|heads|headed|head|chairs|chaired|"))
        return false;
    int32_t holder = subject_person(r, verb, links, count);
    if (holder < 0) return false;
    verb_phrase(r, link, verb, "", body.held, holder);
    link->phrase.title = title_over(r, post->title, &body);
    link->phrase.pointed = false;
    link->status = post_verb_status(r, verb);
    return link->phrase.title.length > 0;
}

// The body that "it" or "which" is led: named by its noun right before, or in the sentence before.
static bool body_before(R *r, uint32_t end, UnnamedBody *body)
{
    if (in(r, end - 1, "|it|")) {
        uint32_t stop = end > 40 ? end - 40 : 0;
        for (uint32_t unit = end - 1; unit > stop; unit--)
            if (unit_in(r->units, unit - 1, unnamed_bodies)) {
                *body = (UnnamedBody){NO_UNIT, unit - 1, unit, KB_NONE};
                return true;
            }
        return false;
    }
    if (!in(r, end - 1, unnamed_bodies)) return false;
    uint32_t first = body_from(r, end - 1);
    *body = (UnnamedBody){NO_UNIT, first, end, body_owner(r, first)};
    return true;
}

// "an inquiry led by X", "the club's committee, which is chaired by X", "It is chaired by X"
static bool read_unnamed_led_by(R *r, uint32_t verb, const PostVerb *post, LinkedPhrase *link)
{
    if (!in(r, verb, "|led|headed|chaired|") || !in(r, verb + 1, "|by|")) return false;
    uint32_t name = verb + 2;
    while (name < r->limit && name - verb < 9 && !person(r, name) && !in(r, name, "|and|who|.|;|"))
        name++;
    uint32_t before = skip_back(r, verb, "|is|was|has|been|being|now|,|currently|which|that|had|");
    UnnamedBody body;
    if (!person(r, name) || before == r->first || !body_before(r, before, &body)) return false;
    verb_phrase(r, link, verb, "", body.held, chain(r, name));
    link->phrase.title = title_over(r, post->title, &body);
    link->status = in(r, before, "|was|had|") ? KB_FORMER : KB_CURRENT;
    return link->phrase.title.length > 0;
}

// "whom Clinton picked in March to run it": Clinton does not.
static bool is_chosen_to(R *r, uint32_t verb)
{
    enum { REACH = 9 };
    if (!in(r, verb - 1, "|to|")) return false;
    for (uint32_t unit = verb - 1; unit > r->first && verb - unit < REACH; unit--) {
        const FillingVerb *filling = filling_at(r, unit - 1);
        if (filling && filling->whose == FILL_OBJECT) return !is_passive(r, unit - 1);
    }
    return false;
}

static bool read_post_verb(R *r, uint32_t verb, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    for (size_t i = 0; i < sizeof post_verbs / sizeof *post_verbs; i++) {
        const PostVerb *post = &post_verbs[i];
        if (!in(r, verb, post->forms) || !verb_pos(r, verb)) continue;
        if (read_unnamed_led_by(r, verb, post, link) || read_led_by(r, verb, post, link)) return true;
        if (read_over_unnamed(r, verb, post, link, links, count)) return true;
        int32_t held = object_held(r, verb + 1, post->objects);
        int32_t holder = held < 0 || is_chosen_to(r, verb) ? KB_NONE : subject_person(r, verb, links, count);
        if (holder < 0) return false;
        verb_phrase(r, link, verb, post->title, held, holder);
        link->phrase.pointed = in(r, verb + 1, "|its|his|her|");
        link->status = post_verb_status(r, verb);
        return true;
    }
    return false;
}

// "teaches law at the University of X", "taught at X High School"
static bool read_teaching(R *r, uint32_t verb, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    if (!in(r, verb, "|teaches|taught|") || !verb_pos(r, verb) || is_passive(r, verb)) return false;
    uint32_t at = verb + 1;
    while (at < r->limit && at - verb < 5 && !in(r, at, "|at|") && unit_plain(r->units, at))
        at++;
    uint32_t name = at + 1 + in(r, at + 1, "|the|");
    if (!in(r, at, "|at|") || name >= r->limit || !unit_of_type(r->document, r->units, name, KB_ORGANIZATION))
        return false;
    int32_t holder = subject_person(r, verb, links, count);
    if (holder < 0) return false;
    verb_phrase(r, link, verb, "teacher", chain(r, name), holder);
    bool past = in(r, verb, "|taught|") && !in(r, verb - 1, "|has|have|");
    link->status = past ? KB_FORMER : tense_status(r, verb);
    return true;
}

// ---------------------------------------------------------------------------------------------- one sentence

// "has named X, 38, chief conductor" is no apposition.
static bool link_named(R *r, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    uint32_t start = link->phrase.start;
    if (link->phrase.determiner || start < r->first + 5 || !in(r, start - 1, "|,|") || !person(r, start - 4))
        return false;
    const FillingVerb *filling = filling_at(r, start - 5);
    return filling && fills_directly(r, filling, start - 5, start) && link_filling(r, link, links, count);
}

// "Prime Minister X of Canada", "Professor X of McGill University"
static void hold_after_name(R *r, LinkedPhrase *link)
{
    uint32_t unit = link->name + 1;
    if (has_holding(&link->phrase)) return;
    if (in(r, unit, "|,|") && in(r, unit + 1, "|a|an|the|") &&
        (classes(r, link->phrase.head) & TITLE_OCC || in(r, link->phrase.head, "|sen.|rep.|gov.|")))
        for (uint32_t i = unit + 2; i < unit + 6; i++)
            if (in(r, i, "|from|") && unit_of_type(r->document, r->units, i + 1, KB_PLACE)) {
                phrase_hold(&link->phrase, r, chain(r, i + 1)); // "Sen. X, a Republican from Florida"
                return;
            }
    if (!in(r, unit, "|of|")) return;
    if (in(r, unit + 1, "|the|")) unit++;
    bool named = unit + 1 < r->limit && r->units->items[unit + 1].mention >= 0 && !person(r, unit + 1);
    if (named) phrase_hold(&link->phrase, r, chain(r, unit + 1));
}

static void link_phrase(R *r, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    if (link_before_name(r, link)) {
        hold_after_name(r, link);
        if (link->phrase.bare_rank && !link->phrase.status && !has_holding(&link->phrase)) link->holder = KB_NONE;
        return;
    }
    if (in(r, link->phrase.end, "|'s|\xe2\x80\x99s|")) return; // "the president's chief of cabinet"
    bool introduces = link->phrase.determiner && !link->phrase.indefinite && count &&
                      links[count - 1].phrase.end + 1 == link->phrase.start;
    if (introduces && link_before_comma(r, link)) return; // ", whose chairman, Jane Doe, ..."
    if (is_source(r, &link->phrase) && link_before_comma(r, link)) return;
    if (link_coordinate(r, link, links, count)) return;
    if (link_named(r, link, links, count)) return;
    if (link_apposition(r, link)) return;
    if (link_before_comma(r, link)) return;
    if (link_copula(r, link, links, count)) return;
    if (link_filling(r, link, links, count)) return;
}

// "chairman and chief executive of X": what the last of a row is held at holds for those before it.
static void share_holdings(LinkedPhrase *links, size_t count)
{
    LinkedPhrase *last = &links[count - 1], *before = count > 1 ? &links[count - 2] : NULL;
    if (!before || before->holder != last->holder || !last->joined) return;
    if (last->phrase.indefinite || last->phrase.status != before->phrase.status) return;
    TitlePhrase *a = &before->phrase, *b = &last->phrase;
    if (!has_holding(a) && has_holding(b) && (a->classes & TITLE_POST))
        a->organization = b->organization, a->place = b->place, a->person = b->person, a->country = b->country;
    else if (has_holding(a) && !has_holding(b) && !b->determiner)
        b->organization = a->organization, b->place = a->place, b->person = a->person, b->country = a->country;
}

// "chairman and chief executive Jane Doe": the name after the second is the holder of the first too.
static void link_backwards(R *r, LinkedPhrase *links, size_t count)
{
    LinkedPhrase *last = &links[count - 1];
    if (count < 2 || last->name == NO_UNIT || last->name < last->phrase.end) return;
    LinkedPhrase *before = &links[count - 2];
    bool joined = before->phrase.end + 1 == last->phrase.start && in(r, before->phrase.end, "|and|&|/|");
    if (!joined || before->holder >= 0 || last->phrase.determiner) return;
    before->kind = last->kind;
    before->holder = last->holder;
    before->name = last->name;
    last->joined = true;
    if (!before->status) before->status = before->phrase.status ? before->phrase.status : last->status;
}

// "has been elected to the board of X", "joined X's board", "will step down from the board of X"
static bool read_board(R *r, uint32_t board, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    if (!in(r, board, "|board|") || board < r->first + 3) return false;
    bool of = in(r, board - 1, "|the|") && in(r, board + 1, "|of|"), owned = in(r, board - 1, "|'s|\xe2\x80\x99s|");
    uint32_t name = of ? board + 2 + in(r, board + 2, "|the|") : board - 2, start = of ? board - 1 : board - 2;
    if ((!of && !owned) || !unit_of_type(r->document, r->units, name, KB_ORGANIZATION)) return false;
    uint32_t verb = start - 1;
    bool leaves = in(r, verb, "|from|"), hangs = leaves || in(r, verb, "|to|on|");
    while (hangs && verb > r->first && start - verb < 4 && !filling_at(r, verb) && !in(r, verb, "|sits|step|is|,|"))
        verb--;
    bool fits =
        hangs ? filling_at(r, verb) || in(r, verb, "|sits|step|is|") : in(r, verb, "|joined|joins|join|left|quit|");
    int32_t holder = fits ? subject_person(r, verb, links, count) : KB_NONE;
    if (holder < 0) return false;
    verb_phrase(r, link, board, "board member", chain(r, name), holder);
    bool future = tense_status(r, verb) == KB_DESIGNATE;
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
    bool leaves = in(r, verb, "|left|quit|sat|served|"), future = tense_status(r, verb) == KB_DESIGNATE;
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

static uint32_t next_post_verb(R *r, uint32_t unit, uint32_t until, LinkedPhrase *links, size_t *count)
{
    for (; unit < until && *count < PHRASES; unit++) {
        LinkedPhrase link;
        if (!unit_plain(r->units, unit)) continue;
        bool found = read_post_verb(r, unit, &link, links, *count) || read_board(r, unit, &link, links, *count) ||
                     read_teaching(r, unit, &link, links, *count) || read_committee(r, unit, &link, links, *count) ||
                     read_run_for(r, unit, &link, links, *count);
        if (found) links[(*count)++] = link;
    }
    return until;
}

// "adviser to President X" holds a second phrase: reading goes on inside it.
static uint32_t resume_at(R *r, const TitlePhrase *phrase)
{
    for (uint32_t unit = phrase->head + 1; unit + 1 < phrase->end; unit++)
        if ((classes(r, unit) & TITLE_HEAD) && person(r, unit + 1)) return phrase->head + 1;
    return phrase->end;
}

// The last unit of "X and Y", "X, Y and Z" from the name at the unit, or the first of it before the name.
static uint32_t row_of_names(R *r, uint32_t name, bool onwards)
{
    bool joined = false;
    for (uint32_t unit = name;;) {
        uint32_t link = onwards ? unit + 1 : unit - 1, next = onwards ? unit + 2 : unit - 2;
        bool fits = (onwards || unit >= r->first + 2) && in(r, link, "|,|and|&|") && person(r, next);
        if (!fits) return joined ? unit : name;
        joined = joined || !in(r, link, "|,|");
        unit = next;
    }
}

// "Directors X and Y", "X and Y, two former directors": one link for each; a plural of one name is none.
static size_t share_plural(R *r, LinkedPhrase *links, size_t count)
{
    LinkedPhrase *link = &links[count - 1];
    bool before = link->kind == LINK_BEFORE_NAME;
    if (link->holder < 0 || link->name == NO_UNIT || (!before && link->kind != LINK_APPOSITION)) {
        link->holder = KB_NONE;
        return count;
    }
    uint32_t other = row_of_names(r, link->name, before), from = before ? link->name : other,
             until = before ? other : link->name;
    if (from == until) link->holder = KB_NONE;
    for (uint32_t unit = from; unit <= until && from != until && count + 2 < PHRASES; unit++) {
        if (!person(r, unit) || unit == link->name) continue;
        links[count] = *link;
        links[count].name = unit;
        links[count++].holder = chain(r, unit);
    }
    return count;
}

size_t role_links(R *r, LinkedPhrase out[PHRASES])
{
    size_t count = 0;
    uint32_t unit = r->first;
    TitlePhrase phrase;
    while (count + 2 < PHRASES && title_phrase_next(r, unit, &phrase)) {
        next_post_verb(r, unit, phrase.start, out, &count);
        if (count == PHRASES) break;
        LinkedPhrase *link = &out[count];
        *link = (LinkedPhrase){
            .phrase = phrase, .holder = KB_NONE, .name = NO_UNIT, .verb = NO_UNIT, .status = phrase.status};
        link_phrase(r, link, out, count);
        settle_status(r, link);
        count++;
        if (phrase.plural) count = share_plural(r, out, count);
        link_backwards(r, out, count);
        if (link->holder >= 0) share_holdings(out, count);
        unit = resume_at(r, &phrase);
    }
    next_post_verb(r, unit, r->limit, out, &count);
    return count;
}
