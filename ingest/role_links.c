// The constructions that join a title phrase to a person, tried in the order of how sure they are.
// SPDX-License-Identifier: MIT
#include "ingest/role_links.h"

#include <string.h>

#include "ingest/arguments.h"
#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/phrase_reader.h"
#include "ingest/role_verbs.h"

enum { SUBJECT_REACH = 40, VERB_REACH = 14 };

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

uint32_t units_back(R *r, uint32_t unit, const char *words)
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

// "Ann Poe, secretary to Tom Ek, has been appointed": the person whom the tree has for its subject; -1: it tells none.
static int32_t tree_person(R *r, uint32_t verb)
{
    const Document *document = r->document;
    uint32_t head = r->units->items[verb].first;
    if (dep_in(document, head, "|cop|aux|aux:pass|")) head = document->tokens[head].head;
    uint32_t subject = head == NO_HEAD ? NO_HEAD : argument_of(document, head, "|nsubj|nsubj:pass|");
    int32_t mention = subject == NO_HEAD ? KB_NONE : document_mention_at(document, subject);
    bool name = mention >= 0 && document->mentions[mention].kind == KB_NAME;
    return name && document->mentions[mention].type == KB_PERSON ? document->mentions[mention].chain : KB_NONE;
}

int32_t subject_person(R *r, uint32_t verb, const LinkedPhrase *links, size_t count)
{
    uint32_t unit = units_back(r, verb, auxiliaries);
    if (unit > r->first && in(r, unit - 1, "|who|that|")) return who_antecedent(r, unit - 1, links, count);
    uint32_t stop = unit > r->first + SUBJECT_REACH ? unit - SUBJECT_REACH : r->first;
    for (uint32_t i = unit; i-- > stop;) {
        if (in(r, i, "|who|")) return who_antecedent(r, i, links, count);
        if (in(r, i, subject_pronouns)) return pronoun_chain(r->document, r->units->items[i].first);
        if (in(r, i, "|;|\"|\xe2\x80\x9c|\xe2\x80\x9d|:|")) return KB_NONE;
        if (in(r, i, "|that|") && i + 1 == unit) return KB_NONE;
        if (person(r, i) && !is_object(r, i)) return chain(r, i);
        int32_t told = in(r, i, "|,|") && i + 1 == unit ? tree_person(r, verb) : KB_NONE;
        if (told >= 0) return told;
        int32_t meant = i + 1 == unit && i > r->first && in(r, i - 1, "|the|") ? titled_person(r, i) : KB_NONE;
        if (meant >= 0) return meant;
    }
    return KB_NONE;
}

// ---------------------------------------------------------------------------------------------- beside a name

static const char elected[] = "|sen.|rep.|gov.|"; // posts that look like ranks

static uint32_t skip_ranks(R *r, uint32_t unit)
{
    while (unit < r->limit && r->units->items[unit].mention < 0 && (classes(r, unit) & (TITLE_RANK | TITLE_HON)) &&
           !in(r, unit, "|,|"))
        unit++;
    return unit;
}

static bool has_holding(const TitlePhrase *phrase)
{
    return phrase->organization >= 0 || phrase->place >= 0 || phrase->person >= 0 || phrase->country;
}

// "The club sacked coach X": who dismisses is where the post was.
static void hold_from_dismissal(R *r, LinkedPhrase *link)
{
    uint32_t start = link->phrase.start;
    bool governs = link->phrase.classes & TITLE_GOV;
    if (has_holding(&link->phrase) || governs || start < r->first + 2) return;
    if (!in(r, start - 1, "|sacked|fired|dismissed|sacks|fires|dismisses|ousted|")) return;
    uint32_t subject = units_back(r, start - 1, auxiliaries);
    if (subject <= r->first || verb_is_passive(r, start - 1)) return;
    if (unit_of_type(r->document, r->units, subject - 1, KB_ORGANIZATION))
        phrase_hold(&link->phrase, r, chain(r, subject - 1));
}

static bool link_before_name(R *r, LinkedPhrase *link)
{
    uint32_t name = skip_ranks(r, link->phrase.end);
    if (!person(r, name)) return false;
    hold_from_dismissal(r, link);
    link->kind = LINK_BEFORE_NAME;
    link->name = name;
    link->holder = chain(r, name);
    return true;
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

// Over what tells whose kin somebody is: "X, the plaintiff's son, a surveyor", "X, the tycoon's niece and the firm's
// secretary": the comma before it; NO_UNIT: nothing of the kind.
static uint32_t comma_before_kin(R *r, uint32_t end)
{
    enum { BACK = 9 };
    uint32_t noun = end - 1;
    if (end < r->first + 4) return NO_UNIT;
    if (in(r, noun, "|law|") && in(r, noun - 1, "|in|-|")) // "daughter-in-law"
        while (noun > r->first && in(r, noun, "|law|in|-|"))
            noun--;
    if (!(classes(r, noun) & TITLE_KIN)) return NO_UNIT;
    bool owned = false;
    for (uint32_t unit = noun; unit-- > r->first + 1 && noun - unit < BACK;) {
        owned = owned || in(r, unit, "|'s|\xe2\x80\x99s|'|\xe2\x80\x99|his|her|");
        if (in(r, unit, "|,|")) return owned ? unit : NO_UNIT;
        if (in(r, unit, "|who|.|;|:|said|")) return NO_UNIT;
    }
    return NO_UNIT;
}

static bool reports(R *r, const TitlePhrase *phrase)
{ // ", the president said": the phrase is itself a subject
    return in(r, phrase->end, said_verbs) && phrase->determiner && !phrase->indefinite && !has_holding(phrase);
}

static bool link_apposition(R *r, LinkedPhrase *link)
{
    uint32_t begin = units_back(r, link->phrase.start, adverbs);
    if (begin == r->first) return false;
    bool then = begin > r->first + 3 && in(r, begin - 1, "|time|") && in(r, begin - 2, "|the|") &&
                in(r, begin - 3, "|at|"); // "X, at the time sales director"
    if (then) begin -= 3;
    if (then && !link->phrase.status) link->status = KB_FORMER;
    uint32_t comma = begin - 1;
    bool joined = in(r, comma, "|and|");
    if ((!in(r, comma, commas) && !joined) || reports(r, &link->phrase)) return false;
    uint32_t name = joined ? NO_UNIT : name_before(r, comma), before = comma_before_kin(r, comma);
    if (name == NO_UNIT && before != NO_UNIT) name = name_before(r, before);
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
        if (in(r, unit, "|once|formerly|previously|until|")) link->status = KB_FORMER;
        unit++;
    }
    KbText year = unit + 1 < r->limit ? r->units->items[unit + 1].lower : kb_text("");
    bool next = in(r, unit, "|in|") && before->fills && year.length == 4 && year.data[0] >= '1' &&
                year.data[0] <= '2' && link->phrase.start >= unit + 1 && link->phrase.start <= unit + 2;
    if (next) unit = link->phrase.start; // "was appointed judge, and in 1971 head of Acme"
    bool dated = in(r, unit - 1, "|until|") && unit < link->phrase.start && link->phrase.start - unit <= 2;
    if (unit != link->phrase.start && !dated) return false; // "and until 2006 secretary general"
    link->kind = before->kind;
    link->holder = before->holder;
    link->name = before->name;
    link->polarity = negative ? KB_NEGATIVE : before->polarity;
    link->verb = before->verb;
    link->joined = true;
    link->fills = next;
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

uint8_t verb_status(R *r, uint32_t verb)
{
    uint32_t from = units_back(r, verb, auxiliaries);
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

static const char parents[] = "|father|mother|grandfather|grandmother|parents|";

// "Her mother, X, was": the verb's subject is a parent.
static bool parent_was(R *r, uint32_t verb)
{
    uint32_t unit = verb;
    if (!in(r, verb, "|was|")) return false;
    if (in(r, unit - 1, "|,|")) unit--;
    if (unit > r->first && person(r, unit - 1)) unit--;
    if (unit > r->first && in(r, unit - 1, "|,|")) unit--;
    return unit > r->first && in(r, unit - 1, parents);
}

static bool link_copula(R *r, LinkedPhrase *link, const LinkedPhrase *links, size_t count)
{
    uint32_t begin = units_back(r, link->phrase.start, adverbs);
    if (begin == r->first || !in(r, begin - 1, be_words)) return false;
    uint32_t verb = begin - 1;
    int32_t holder = subject_person(r, verb, links, count);
    if (holder < 0) return false;
    link->kind = LINK_PREDICATE;
    link->holder = holder;
    link->verb = verb;
    link->fills = in(r, verb, "|becomes|");
    if (link->status == KB_ACTING && verb_status(r, verb) == KB_DESIGNATE && in(r, verb, "|become|becomes|becoming|"))
        link->phrase.title = title_acting(r, &link->phrase), link->status = KB_DESIGNATE;
    if (!link->status) link->status = verb_status(r, verb);
    if (link->phrase.indefinite && parent_was(r, verb)) link->status = KB_UNKNOWN;
    for (uint32_t i = begin; i < link->phrase.start; i++)
        if (in(r, i, "|once|formerly|previously|")) link->status = KB_FORMER;
    if (negated(r, units_back(r, verb, auxiliaries), link->phrase.start)) link->polarity = KB_NEGATIVE;
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
    {"|resigned|resigns|resign|quit|quits|retired|retires|retire|stepped|step|retirement|resignation|departure|"
     "stood|stands|departed|left|leave|",
     FILL_SUBJECT, KB_FORMER},
    {"|serves|serving|works|working|acts|acting|doubles|continues|continue|took|takes|taken|taking|returned|returns|"
     "returning|rose|rises|risen|starts|joined|joins|succeeded|succeeds|replaced|replaces|followed|follows|"
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

bool verb_fills(R *r, uint32_t unit)
{
    return filling_at(r, unit) != NULL;
}

bool verb_fills_object(R *r, uint32_t unit)
{
    const FillingVerb *filling = filling_at(r, unit);
    return filling && filling->whose == FILL_OBJECT;
}

bool verb_is_passive(R *r, uint32_t verb)
{
    uint32_t from = units_back(r, verb, auxiliaries);
    for (uint32_t i = from; i < verb; i++)
        if (in(r, i, "|is|was|were|be|been|being|are|'s|got|")) return true;
    // "X, named chairman in 2015,": a participle after a comma; "her son, X, teaches" has none
    KbText lower = r->units->items[verb].lower;
    if (lower.length && lower.data[lower.length - 1] == 's') return false;
    return verb > r->first + 1 && in(r, verb - 1, "|,|who|") && person(r, verb - 2);
}

static uint8_t filling_status(R *r, const FillingVerb *verb, uint32_t unit)
{
    uint32_t from = units_back(r, unit, auxiliaries);
    uint8_t status = verb->status;
    bool just = unit > r->first + 1 && in(r, unit - 1, "|been|") && in(r, unit - 2, "|has|have|");
    bool works = in(r, unit, "|hired|recruited|employed|");
    if (just && status == KB_CURRENT && verb->whose == FILL_OBJECT && !works)
        return KB_DESIGNATE; // "has been appointed"
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

// "chosen X, 38, to succeed Y as": the unit of "to"; NO_UNIT: nobody is succeeded.
static uint32_t to_succeed(R *r, uint32_t verb, uint32_t end)
{
    for (uint32_t unit = verb + 1; unit + 1 < end; unit++)
        if (in(r, unit, "|to|") && in(r, unit + 1, "|succeed|replace|follow|")) return unit;
    return NO_UNIT;
}

// The person beside the verb: its object before `end` ("named X", "named him"), else its subject.
static int32_t filled_person(R *r, const FillingVerb *filling, uint32_t verb, uint32_t end, const LinkedPhrase *links,
                             size_t count)
{
    if (filling->whose == FILL_OBJECT) {
        uint32_t to = to_succeed(r, verb, end);
        if (to != NO_UNIT && !in(r, verb, "|name|election|appointment|")) end = to;
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
    Hanging hanging = {.begin = units_back(r, phrase->start, adverbs)};
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
    bool own = !in(r, verb, "|succeeded|succeeds|replaced|replaces|followed|follows|joined|joins|") || !filling;
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
    if (verb + 1 == end) return verb_is_passive(r, verb) || in(r, verb - 1, "|,|and|");
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

// The organization that the unit names, or means right before the verb: "it", "the company".
static int32_t body_acting(R *r, uint32_t unit, bool right_before)
{
    if (unit_of_type(r->document, r->units, unit, KB_ORGANIZATION)) return chain(r, unit);
    int32_t at = right_before ? document_mention_at(r->document, r->units->items[unit].last - 1) : -1;
    int32_t meant = at < 0 ? KB_NONE : r->document->mentions[at].chain;
    return meant >= 0 && r->document->chains[meant].type == KB_ORGANIZATION ? meant : KB_NONE;
}

// The organization behind "by" after the verb, named or called by its noun; -1: none.
static int32_t employer_by(R *r, uint32_t verb)
{
    uint32_t unit = verb + 2 + in(r, verb + 2, "|the|");
    if (!in(r, verb + 1, "|by|") || unit >= r->limit) return KB_NONE;
    if (unit_of_type(r->document, r->units, unit, KB_ORGANIZATION)) return chain(r, unit);
    return unit_plain(r->units, unit) && (classes(r, unit) & TITLE_ORGNOUN) ? nominal_chain(r, unit) : KB_NONE;
}

// "joins X as head", "X has named her chairman": the organization in the clause is where the post is.
static void hold_from_clause(R *r, LinkedPhrase *link, const FillingVerb *filling, uint32_t verb, uint32_t end)
{
    static const char employing[] = "|hired|recruited|engaged|employed|";
    bool employed = in(r, verb, employing);
    int32_t employer = employed && verb_is_passive(r, verb) ? employer_by(r, verb) : KB_NONE;
    if (employer >= 0) phrase_hold(&link->phrase, r, employer); // "hired by the bank as an auditor in Lisbon"
    if (has_holding(&link->phrase)) return;
    for (uint32_t unit = verb + 1; unit < end; unit++) {
        bool body = unit_of_type(r->document, r->units, unit, KB_ORGANIZATION) && !in(r, unit - 1, "|by|of|from|");
        int32_t held = body ? chain(r, unit) : KB_NONE;
        if (!body && unit_plain(r->units, unit) && (classes(r, unit) & TITLE_ORGNOUN)) held = nominal_chain(r, unit);
        if (held >= 0) phrase_hold(&link->phrase, r, held);
        if (held >= 0) return;
    }
    if (filling->whose != FILL_OBJECT || verb_is_passive(r, verb) ||
        in(r, link->phrase.head,
           "|minister|secretary|judge|justice|ambassador|commissioner|defense|state|general|president|premier|"
           "chancellor|"))
        return;
    for (uint32_t unit = units_back(r, verb, auxiliaries), steps = 0;
         unit-- > r->first && steps < (employed ? 8u : 4u) && !person(r, unit); steps++) {
        int32_t body = body_acting(r, unit, steps == 0);
        if (body < 0) continue;
        phrase_hold(&link->phrase, r, body);
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
    if (link->status == KB_CURRENT && filling->whose == FILL_OBJECT && to_succeed(r, verb, hanging.end) != NO_UNIT)
        link->status = KB_DESIGNATE;
    if (negated(r, units_back(r, verb, auxiliaries), verb)) link->polarity = KB_NEGATIVE;
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
    bool left = in(r, unit, "|left|") && in(r, unit + 1, "|office|last|in|this|early|late|"); // not "left the room"
    return (down || passive || left || in(r, unit, leaving_active)) && !in(r, unit + 1 + down, "|as|from|");
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
        uint32_t from = units_back(r, start - 1, auxiliaries);
        for (uint32_t i = from; i + 1 < start; i++)
            if (in(r, i, "|will|would|to|not|n't|could|may|might|")) return false;
        return !verb_is_passive(r, start - 1);
    }
    return start > r->first + 2 && in(r, start - 1, "|from|") && in(r, start - 2, "|over|") &&
           in(r, start - 3, "|took|");
}

// The kin word that the row of names and their trades behind "of" or "to" belongs to: "the son of X, a clerk, and Y".
static bool is_row_of_parents(R *r, uint32_t first)
{
    enum { ROW = 12 };
    bool born_to = false;
    for (uint32_t unit = first; unit > r->first && first - unit < ROW; unit--) {
        if (in(r, unit - 1, "|of|") && unit > r->first + 1)
            return in(r, unit - 2, "|son|daughter|child|children|sons|daughters|") && !in(r, unit, "|the|");
        born_to = born_to || in(r, unit - 1, "|to|");
        if (in(r, unit - 1, "|born|")) return born_to;
        if (in(r, unit - 1, "|married|")) return true;
        const Unit *before = &r->units->items[unit - 1];
        Upos pos = (Upos)r->document->tokens[before->first].pos;
        if (before->mention < 0 && (pos == POS_VERB || pos == POS_AUX)) return false;
    }
    return false;
}

// "the son of X, a clerk", "her father, X, a tram driver", "He married X, a nurse": a trade of long ago.
static bool is_trade_of_kin(R *r, const LinkedPhrase *link)
{
    if (link->name == NO_UNIT || !link->phrase.indefinite || link->phrase.status) return false;
    uint32_t first = link->name < link->phrase.start ? link->name : link->phrase.start;
    while (first > r->first && in(r, first - 1, "|a|an|,|"))
        first--;
    bool born = false;
    for (uint32_t unit = r->first; unit < r->limit; unit++)
        born = born || in(r, unit, "|born|grew|raised|grandfather|grandmother|drowned|died|");
    if (first > r->first && in(r, first - 1, parents)) return born;
    return is_row_of_parents(r, first);
}

// "was solicitor of labor under President X": both are over.
static bool under_once(R *r, const LinkedPhrase *link)
{
    enum { BACK = 14 };
    uint32_t start = link->phrase.start;
    if (start <= r->first || !in(r, start - 1, "|under|")) return false;
    for (uint32_t unit = start - 1; unit > r->first && start - unit < BACK; unit--) {
        if (in(r, unit - 1, "|is|has|now|will|under|")) return false;
        if (in(r, unit - 1,
               "|was|served|former|formerly|once|then|ex|worked|became|were|had|led|headed|commanded|ran|directed|"))
            return true;
    }
    return false;
}

// "her late husband, the historian X"
static bool is_late_kin(R *r, const LinkedPhrase *link)
{
    uint32_t first = link->name < link->phrase.start ? link->name : link->phrase.start;
    while (first > r->first && in(r, first - 1, "|,|"))
        first--;
    return first > r->first + 1 && (classes(r, first - 1) & TITLE_KIN) && in(r, first - 2, "|late|");
}

static void settle_status(R *r, LinkedPhrase *link)
{
    link->inside = link->kind == LINK_BEFORE_NAME && link->phrase.start > r->first &&
                   in(r, link->phrase.start - 1, "|of|to|for|with|by|under|from|");
    if (!link->status) link->status = link->phrase.status;
    bool trained = in(r, link->phrase.end, "|by|") && in(r, link->phrase.end + 1, "|training|trade|profession|");
    if (trained && link->phrase.indefinite && !link->status) {
        link->status = KB_UNKNOWN; // "an accountant by training"
        return;
    }
    bool beside = link->kind == LINK_BEFORE_NAME || link->kind == LINK_APPOSITION;
    if (beside && !link->status && link->name != NO_UNIT && !is_late_kin(r, link) && is_trade_of_kin(r, link)) {
        link->status = KB_UNKNOWN;
        return;
    }
    if (!link->status && in(r, link->phrase.end, "|before|") && person(r, link->phrase.end + 1))
        link->status = KB_FORMER; // "prime minister before Poe"
    bool open = !link->status || link->status == KB_CURRENT;
    uint32_t name = link->name;
    static const char going[] = "|death|assassination|murder|ouster|removal|dismissal|departure|resignation|";
    static const char gone[] = "|death|assassination|murder|ouster|removal|dismissal|"; // who resigns may stay a while
    bool titled = link->kind == LINK_BEFORE_NAME;
    uint32_t of = titled ? link->phrase.start : name; // "the death of Mayor Poe"
    bool dead = name != NO_UNIT && of > r->first + 1 && in(r, of - 1, "|of|") && in(r, of - 2, titled ? gone : going);
    if (beside && open && (dead || (name != NO_UNIT && is_late_kin(r, link)))) link->status = KB_FORMER;
    if (titled && open && under_once(r, link)) link->status = KB_FORMER;
    if (beside && open && link->name != NO_UNIT &&
        ((!link->inside && leaves_after(r, link->name)) || leaves_past_apposition(r, link->name) ||
         leaves_before(r, link->phrase.start)))
        link->status = KB_FORMER;
    if (!link->status) link->status = KB_CURRENT;
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
        (classes(r, link->phrase.head) & TITLE_OCC || in(r, link->phrase.head, elected)))
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

// "The governor of the bank warned lenders. // Ann Poe said ...": the phrase describes who is named next.
static bool link_ahead(R *r, LinkedPhrase *link)
{
    int32_t at = document_mention_at(r->document, r->units->items[link->phrase.head].first);
    const Mention *mention = at < 0 ? NULL : &r->document->mentions[at];
    if (!mention || !mention->ahead) return false;
    link->kind = LINK_AHEAD;
    link->holder = mention->chain;
    if (!link->phrase.status && is_leaving(r, link->phrase.end)) link->status = KB_FORMER;
    return true;
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
    if (link_ahead(r, link)) return;
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
    if (!before->phrase.status) before->status = last->phrase.status ? KB_CURRENT : last->status;
}

// "adviser to President X" holds a second phrase: reading goes on inside it.
static uint32_t resume_at(R *r, const TitlePhrase *phrase)
{
    for (uint32_t unit = phrase->head + 1; unit + 1 < phrase->end; unit++)
        if (((classes(r, unit) & TITLE_HEAD) || in(r, unit, elected)) && person(r, unit + 1)) return phrase->head + 1;
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
        role_verbs(r, unit, phrase.start, out, &count);
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
    role_verbs(r, unit, r->limit, out, &count);
    return count;
}
