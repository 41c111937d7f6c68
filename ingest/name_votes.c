// Types of names: the votes of labels and of words around.
// SPDX-License-Identifier: MIT
#include "ingest/name_votes.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/bounds.h"
#include "ingest/clause.h"
#include "ingest/memory.h"
#include "ingest/title_words.h"
#include "ingest/word_set.h"
#include "kb/tables.h"

enum { COMPANY_REACH = 3, INTRODUCED = 3, REGION_TOKENS = 3, OFFICER_REACH = 4, CONTRACT_REACH = 6, PLURAL_REACH = 3 };
static const char POSSESSIVES[] = "|'s|’s|'|’|";
// Who is elected for a place.
static const char LAWMAKERS[] =
    "|member|mp|mpp|msp|mla|mna|mhk|mep|td|tds|mps|senator|senators|congressman|congresswoman|"
    "assemblyman|assemblywoman|lawmaker|legislator|representative|alderman|councillor|";
// What ends the name of a firm that is called by the words before.
static const char FIRMS[] = "|group|holdings|holding|systems|industries|corporation|corp|corp.|company|co|co.|inc|inc.|"
                            "ltd|ltd.|limited|plc|llc|gmbh|ag|technologies|motors|airlines|airways|energy|media|"
                            "packaging|partners|shipping|steel|mining|resources|";
// What stands before a person's name.
static const char COURTESY[] = "|mr|mr.|mrs|mrs.|ms|ms.|miss|dr|dr.|sir|dame|lord|lady|king|queen|prince|princess|"
                               "pope|saint|st.|emperor|sheikh|dear|hi|hello|";
static const float OTHERS = .5F; // the weight of another name of the same spelling

typedef struct Votes {
    const Document *document;
    // last words of people's longer names, first words of organizations', people's names of one word, and all words
    // of people's longer names
    WordSet people, bodies, alone, named;
    // what longer names of firms begin with, of two words and more
    WordSet firms;
    WordSet firsts; // of people's longer names
} Votes;

static bool title_at(const Document *d, uint32_t token)
{
    return token < d->token_count && d->tokens[token].title;
}

// The word after a comma and an article: "X, the company".
static uint32_t apposed(const Document *d, const Mention *name)
{
    if (!token_is(d, name->last, ",")) return NO_TOKEN;
    return name->last + 1 + token_in(d, name->last + 1, "|the|a|an|then|his|her|its|their|");
}

// ---------------------------------------------------------------------------------------------- cues

static bool has_title(const Votes *v, const Mention *name)
{
    uint32_t word = apposed(v->document, name);
    if (word == NO_TOKEN) return false;
    return title_at(v->document, word) || (word > name->last + 1 && title_at(v->document, word + 1));
}

static bool is_company(const Votes *v, const Mention *name)
{
    uint32_t word = apposed(v->document, name);
    if (word == NO_TOKEN || !token_in(v->document, word - 1, "|the|a|an|")) return false;
    for (uint32_t i = word; i < word + COMPANY_REACH; i++)
        if (token_in(
                v->document, i,
                "|company|firm|bank|group|agency|newspaper|subsidiary|unit|maker|party|union|broadcaster|"
                "contractor|producer|parent|developer|airline|association|brewer|builder|carrier|charity|chain|daily|"
                "distributor|federation|fund|insurer|lender|line|magazine|manufacturer|miner|operator|publisher|"
                "refiner|retailer|station|startup|supplier|trader|trust|weekly|hospital|clinic|school|college|"
                "university|museum|laboratory|yard|shipyard|brewery|foundry|orchestra|"))
            return !token_in(v->document, i + 1, POSSESSIVES);
    return false;
}

// "X, who", "X, which", with or without a preposition: "X, for which".
static bool has_relative(const Document *d, const Mention *name, const char *words)
{
    if (!token_is(d, name->last, ",")) return false;
    return token_in(d, name->last + 1, words) ||
           (token_in(d, name->last + 1, "|of|for|to|by|in|from|with|at|on|") && token_in(d, name->last + 2, words));
}

static bool is_someone(const Votes *v, const Mention *name)
{
    return has_relative(v->document, name, "|who|whom|");
}

static bool is_something(const Votes *v, const Mention *name)
{
    return has_relative(v->document, name, "|which|");
}

static bool word_before(const Votes *v, const Mention *name, const char *words)
{
    return name->first > 0 && token_in(v->document, name->first - 1, words);
}

static bool words_before(const Votes *v, const Mention *name, const char *first, const char *second)
{
    return name->first > 1 && word_before(v, name, second) && token_in(v->document, name->first - 2, first);
}

static bool after_town(const Votes *v, const Mention *name)
{
    return words_before(v, name,
                        "|town|city|village|port|province|district|county|state|region|suburb|hamlet|island|river|"
                        "valley|municipality|capital|",
                        "|of|");
}

static bool is_led(const Votes *v, const Mention *name)
{
    return words_before(v, name,
                        "|chairman|chairwoman|chair|president|director|head|founder|owner|manager|member|editor|"
                        "secretary|executive|executives|officer|partner|employee|spokesman|spokeswoman|shareholder|"
                        "shareholders|investor|investors|customers|stake|shares|board|boss|subsidiary|unit|division|"
                        "branch|half|percent|control|ownership|",
                        "|of|at|in|");
}

static bool after_in(const Votes *v, const Mention *name)
{
    return word_before(v, name, "|in|") && !token_in(v->document, name->last, "|'s|'|") && !is_led(v, name);
}

// "chief executive of X", "shareholders of X": no place.
static bool is_firm(const Votes *v, const Mention *name)
{
    return words_before(v, name, "|executive|executives|shareholder|shareholders|subsidiary|co-founder|", "|of|at|");
}

static bool has_staff(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    return token_in(d, name->last + token_in(d, name->last, "|'s|’s|"),
                    "|spokesman|spokeswoman|executive|employee|employees|shares|share|board|chairman|plant|"
                    "subsidiary|unit|headquarters|");
}

// "worked at X", "economists at X"
static bool employs(const Votes *v, const Mention *name)
{
    return words_before(v, name, "|nobody|anyone|anybody|everyone|everybody|someone|somebody|", "|at|") ||
           words_before(v, name,
                        "|work|works|worked|working|employed|job|jobs|career|analyst|analysts|economist|economists|"
                        "engineer|engineers|lawyer|lawyers|researcher|researchers|strategist|workers|staff|trader|"
                        "colleagues|counsel|agent|",
                        "|at|for|");
}

// "the union X", but not "the union X leads".
static bool is_called(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    uint8_t next = name->last < d->token_count ? d->tokens[name->last].pos : POS_NONE;
    return word_before(v, name,
                       "|airline|bank|broadcaster|brewer|charity|club|company|consultancy|firm|group|insurer|magazine|"
                       "network|newspaper|party|publisher|retailer|station|subsidiary|supplier|union|weekly|") &&
           token_is_lower(d, name->first - 1) && next != POS_VERB && next != POS_AUX && next != POS_ADV;
}

// "X have won": of one word, a team or a body by its people.
static bool is_many(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    bool starts = name->first == 0 || d->tokens[name->first].space >= SPACE_NEWLINE ||
                  token_in(d, name->first - 1, "|.|\"|“|that|but|because|while|if|as|when|where|though|although|");
    return starts && name->last == name->first + 1 && token_in(d, name->last, "|have|are|were|");
}

// "represents X in the Senate"
static bool elects(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    return word_before(v, name, "|represents|represented|represent|representing|") && token_is(d, name->last, "in") &&
           token_is(d, name->last + 1, "the");
}

// "X said in a statement"
static bool states(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    return token_in(d, name->last, "|said|says|announced|") && token_is(d, name->last + 1, "in") &&
           token_in(d, name->last + 2, "|a|its|") && token_in(d, name->last + 3, "|statement|filing|release|report|");
}

static bool has_region(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    if (!token_is(d, name->last, ",")) return false;
    for (uint32_t n = 1; n < REGION_TOKENS && name->last + n < d->token_count; n++)
        if (bounds_is_region(d, name->last + 1, name->last + 1 + n)) return true;
    return false;
}

// "Ann Poe, 45, of X"
static bool is_home(const Votes *v, const Mention *name)
{
    if (!words_before(v, name, "|,|", "|of|") || name->first < 3) return false;
    KbText age = v->document->tokens[name->first - 3].lower;
    return age.length == 2 && isdigit((unsigned char)age.data[0]) && isdigit((unsigned char)age.data[1]);
}

// "(Socialist Party, X)": where a member is elected.
static bool is_seat(const Votes *v, const Mention *name)
{
    return words_before(v, name, "|party|", "|,|") && token_is(v->document, name->last, ")");
}

// "the Kremlin's": no person, unless a noun follows whom the name describes ("the Obama administration").
static bool is_determined(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    uint8_t next = name->last < d->token_count ? d->tokens[name->last].pos : POS_NONE;
    return name->last == name->first + 1 && word_before(v, name, "|the|") && next != POS_NOUN && next != POS_PROPN &&
           next != POS_ADJ;
}

static bool is_surname(const Votes *v, const Mention *name)
{
    return name->last == name->first + 1 && word_set_holds(&v->people, v->document->tokens[name->first].lower);
}

static bool has_surname(const Votes *v, const Mention *name)
{
    return name->last == name->first + 2 && word_set_holds(&v->alone, v->document->tokens[name->last - 1].lower);
}

static bool begins_body(const Votes *v, const Mention *name)
{
    return name->last == name->first + 1 && word_set_holds(&v->bodies, v->document->tokens[name->first].lower);
}

// "Tesk Arden" where the text has "Tesk Arden Group".
static bool begins_firm(const Votes *v, const Mention *name)
{
    return name->last > name->first + 1 &&
           word_set_holds(&v->firms, document_tokens_text(v->document, name->first, name->last));
}

// "Poe Tesk" where the text has "Ann Poe": two partners.
static bool begins_surname(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    KbText value, word = d->tokens[name->first].lower;
    if (name->last != name->first + 2 || word_set_holds(&v->firsts, d->tokens[name->first + 1].lower)) return false;
    return word_set_holds(&v->people, word) && !kb_tables_find(TABLE_GIVEN_NAMES, word, &value);
}

// "X's former chief engineer", "X's chairman"
static bool has_officer(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    uint32_t noun = name->last + 1;
    if (!token_in(d, name->last, POSSESSIVES)) return false;
    while (noun < name->last + OFFICER_REACH && token_in(d, noun,
                                                         "|former|new|then|longtime|first|own|chief|deputy|"
                                                         "founding|outgoing|acting|interim|retired|"))
        noun++;
    return token_in(d, noun,
                    "|chairman|chairwoman|chief|executive|director|directors|founder|founders|owner|owners|engineer|"
                    "engineers|auditor|auditors|creditors|shareholders|customers|subsidiaries|factory|factories|"
                    "shipyard|shareholder|treasurer|management|");
}

// "a diver for X", but nobody who speaks or acts for one: "a lawyer for X"
static bool works_for(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    if (name->first < 3 || !word_before(v, name, "|for|")) return false;
    uint32_t classes = title_word(d->tokens[name->first - 2].lower);
    bool counted =
        token_in(d, name->first - 3, "|a|an|") || (name->first > 3 && token_in(d, name->first - 4, "|a|an|"));
    return counted && (classes & TITLE_OCC) && !(classes & (TITLE_POST | TITLE_HELDFOR | TITLE_CANDIDATE)) &&
           !token_in(d, name->first - 2, LAWMAKERS);
}

// "the MP for X"
static bool is_constituency(const Votes *v, const Mention *name)
{
    return words_before(v, name, LAWMAKERS, "|for|");
}

// "by telephone from X", "the train to X"
static bool is_destination(const Votes *v, const Mention *name)
{
    return words_before(v, name,
                        "|telephone|phone|radio|satellite|video|flew|fly|flies|drove|drive|sailed|travelled|traveled|"
                        "emigrated|fled|deported|extradited|evacuated|flight|flights|train|trains|bus|buses|road|"
                        "ferry|pilgrimage|",
                        "|to|from|") &&
           !token_in(v->document, name->last, POSSESSIVES);
}

// "X says it fired him", "X said its"
static bool says_its(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    uint32_t it = name->last + 1;
    if (!token_in(d, name->last, "|said|says|announced|denied|denies|confirmed|")) return false;
    it += token_is(d, it, "that");
    if (it + 1 >= d->token_count) return false;
    return token_is(d, it, "its") ||
           (token_is(d, it, "it") && d->tokens[it + 1].pos == POS_VERB &&
            !token_in(
                d, it + 1,
                "|seemed|seems|looked|looks|took|takes|came|comes|made|makes|felt|feels|appeared|appears|happened|"
                "happens|depended|depends|meant|means|rained|snowed|began|hurt|hurts|worked|works|sounded|"
                "sounds|remained|remains|went|goes|got|gets|gave|gives|turned|cost|costs|mattered|matters|"));
}

// "awarded X a contract", "X employs 40 people"
static bool does_business(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    if (token_in(d, name->last,
                 "|acquired|acquires|employs|employed|manufactures|manufactured|merged|operates|underwrote|insures|"
                 "exports|imports|supplies|"))
        return true;
    if (words_before(v, name, "|merger|contract|contracts|", "|with|") || words_before(v, name, "|takeover|", "|of|"))
        return true;
    if (!word_before(v, name, "|awarded|") || !token_in(d, name->last, "|a|an|the|two|contracts|")) return false;
    for (uint32_t i = name->last + 1; i < name->last + CONTRACT_REACH; i++)
        if (token_in(d, i, "|contract|contracts|concession|licence|license|franchise|")) return true;
    return false;
}

static bool lists_on(const Document *d, uint32_t comma)
{
    return token_is(d, comma, ",") && comma + 1 < d->token_count && document_mention_at(d, comma + 1) >= 0;
}

// "lawyers for Tesk, X"
static bool acts_for(const Document *d, const Mention *name, const char *plurals)
{
    int32_t client =
        name->first > 1 && token_is(d, name->first - 1, ",") ? document_mention_at(d, name->first - 2) : -1;
    uint32_t first = client < 0 ? 0 : d->mentions[client].first;
    return first > 1 && token_in(d, first - 1, "|for|of|to|") && token_in(d, first - 2, plurals);
}

// "X, the group's lawyers", "his solicitors, X, called", "the brokers X"
static bool is_partnership(const Votes *v, const Mention *name)
{
    static const char plurals[] = "|lawyers|solicitors|attorneys|auditors|accountants|bankers|brokers|architects|"
                                  "builders|makers|owners|operators|consultants|advisers|advisors|surveyors|"
                                  "publishers|shipbuilders|undertakers|merchants|auctioneers|stockbrokers|"
                                  "underwriters|distillers|brewers|";
    const Document *d = v->document;
    bool joined = name->first && token_in(d, name->first - 1, "|and|or|&|");
    if (joined || token_in(d, name->last, "|and|or|&|")) return false;
    if (words_before(v, name, plurals, "|,|") && !lists_on(d, name->last)) return true;
    if (word_before(v, name, plurals) && token_is_lower(d, name->first - 1) && !lists_on(d, name->last)) return true;
    if (acts_for(d, name, plurals) && token_is(d, name->last, ",") && !lists_on(d, name->last)) return true;
    bool listed = name->first > 1 && token_is(d, name->first - 1, ",") && document_mention_at(d, name->first - 2) >= 0;
    if (listed || !token_is(d, name->last, ",") || !token_in(d, name->last + 1, "|the|its|his|her|their|"))
        return false;
    for (uint32_t i = name->last + 2; i < name->last + 2 + PLURAL_REACH; i++)
        if (token_in(d, i, plurals)) return true;
    return false;
}

// "Casa dos Tradutores (CdT)"
static bool has_initials(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    uint32_t inner = name->last + 1;
    if (name->last < name->first + 2 || !token_is(d, name->last, "(") || !token_is(d, inner + 1, ")")) return false;
    KbText letters = document_slice(d, d->tokens[inner].start, d->tokens[inner].end);
    return letters.length > 1 && letters.data[0] == d->text.data[d->tokens[name->first].start] &&
           isupper((unsigned char)letters.data[0]) && isupper((unsigned char)letters.data[letters.length - 1]);
}

static bool is_speaking(const Votes *v, const Mention *name)
{
    return token_in(v->document, name->last, "|said|says|told|added|asked|replied|wrote|recalled|");
}

// "It is raining, X."
static bool is_addressed(const Document *d, const Mention *name)
{
    return name->first && token_in(d, name->first - 1, "|,|\"|“|‘|'|") && token_in(d, name->last, "|,|.|!|?|");
}

// Of one word, where the text calls its people by longer names, but nobody by one with this word.
static bool is_unintroduced(const Votes *v, const Mention *name)
{
    const Document *d = v->document;
    KbText value, word = d->tokens[name->first].lower;
    if (is_speaking(v, name) || after_in(v, name) || is_addressed(d, name) || memchr(word.data, '.', word.length))
        return false;
    return v->people.count >= INTRODUCED && name->last == name->first + 1 && !word_set_holds(&v->named, word) &&
           !kb_tables_find(TABLE_GIVEN_NAMES, word, &value) &&
           !(name->first && (d->tokens[name->first - 1].title || token_in(d, name->first - 1, COURTESY)));
}

// Points for a person, an organization and a place, in logits: a logistic regression on names of unseen text.
static const struct {
    bool (*holds)(const Votes *votes, const Mention *name);
    float points[3];
} CUES[] = {
    {has_title, {2, -1, -1}},       // "X, the state chairman"
    {is_company, {0, 3, -3}},       // "X, a steel maker"
    {after_in, {-1, 0, 1}},         // "in X", not "in X's kitchen"
    {after_town, {-3, -2, 5}},      // "the town of X"
    {has_region, {-2, 0, 2}},       // "X, Pennsylvania"
    {is_home, {-2, -2, 4}},         // "Ann Poe, 45, of X"
    {is_seat, {-2, -3, 5}},         // "(Socialist Party, X)"
    {is_someone, {2, -1, -1}},      // "X, who"
    {is_something, {-2, 1, 1}},     // "X, which"
    {is_led, {-2, 2, 0}},           // "chairman of X"
    {is_firm, {0, 1, -2}},          // "chief executive of X"
    {has_staff, {-2, 3, -1}},       // "an X spokesman"
    {employs, {-1, 2, -1}},         // "worked at X"
    {is_called, {-2, 2, -1}},       // "the union X"
    {is_many, {-2, 2, 0}},          // "X have won"
    {elects, {-3, -1, 3}},          // "represents X in the Senate"
    {states, {-1, 2, -1}},          // "X said in a statement"
    {is_unintroduced, {-1, 0, 0}},  // X where the text has "Ann Poe" and "Tom Ek"
    {is_speaking, {-1, 1, 0}},      // "X said": capitals and towns seldom do
    {is_determined, {-4, 2, 2}},    // "the X"
    {is_surname, {3, -2, -1}},      // X where the text has "Ann X"
    {has_surname, {2, -1, -1}},     // "Ann X" where the text has X alone
    {begins_body, {-2, 2, 0}},      // X where the text has "X Steel"
    {begins_firm, {-3, 3, -1}},     // "X Y" where the text has "X Y Group"
    {begins_surname, {-2, 2, 0}},   // "Poe Tesk" where the text has "Ann Poe"
    {has_officer, {-2, 2, -1}},     // "X's former chief engineer"
    {works_for, {-2, 2, 0}},        // "a diver for X"
    {is_constituency, {-3, -2, 4}}, // "the MP for X"
    {is_destination, {-2, -1, 2}},  // "the train to X"
    {says_its, {-2, 2, 0}},         // "X says it fired him"
    {does_business, {-3, 2, 0}},    // "awarded X a contract"
    {is_partnership, {-4, 4, -1}},  // "X, the group's lawyers"
    {has_initials, {-1, 2, -2}},    // "Casa dos Tradutores (CdT)"
};

// ---------------------------------------------------------------------------------------------- votes

static const KbType TYPES[] = {KB_PERSON, KB_ORGANIZATION, KB_PLACE};

static KbType best_type(const TypeScores *scores)
{
    KbType best = KB_PERSON;
    for (size_t t = 1; t < sizeof TYPES / sizeof *TYPES; t++)
        if (scores->of[TYPES[t]] > scores->of[best]) best = TYPES[t];
    return best;
}

static void find_kin(Votes *v, const TypeScores *scores)
{
    const Document *d = v->document;
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        KbType type = best_type(&scores[i]);
        if (name->last == name->first + 1) {
            if (type == KB_PERSON) word_set_add(&v->alone, d, d->tokens[name->first].lower);
            continue;
        }
        if (type == KB_PERSON) word_set_add(&v->firsts, d, d->tokens[name->first].lower);
        if (type == KB_PERSON) word_set_add(&v->people, d, d->tokens[name->last - 1].lower);
        for (uint32_t t = name->first; type == KB_PERSON && t < name->last; t++)
            word_set_add(&v->named, d, d->tokens[t].lower);
        if (type == KB_ORGANIZATION && name->last > name->first + 2 && token_in(d, name->last - 1, FIRMS))
            word_set_add(&v->firms, d, document_tokens_text(d, name->first, name->last - 1));
        if (type == KB_ORGANIZATION && !token_is(d, name->first, "the"))
            word_set_add(&v->bodies, d, d->tokens[name->first].lower);
    }
    word_set_sort(&v->named);
    word_set_sort(&v->people);
    word_set_sort(&v->alone);
    word_set_sort(&v->bodies);
    word_set_sort(&v->firms);
    word_set_sort(&v->firsts);
}

static void add_cues(const Votes *v, TypeScores *scores)
{
    for (size_t i = 0; i < v->document->mention_count; i++)
        for (size_t c = 0; c < sizeof CUES / sizeof *CUES; c++)
            for (size_t t = 0; CUES[c].holds(v, &v->document->mentions[i]) && t < sizeof TYPES / sizeof *TYPES; t++)
                scores[i].of[TYPES[t]] += CUES[c].points[t];
}

typedef struct Spelled {
    KbText text;
    size_t mention;
} Spelled;

// The name in lower case: "LISBURN" of a dateline is Lisburn.
static KbText spelling_of(Document *d, const Mention *name)
{
    KbText text = document_tokens_text(d, name->first, name->last);
    char *lower = arena_alloc(d->arena, text.length + 1, 1);
    for (size_t i = 0; i < text.length; i++)
        lower[i] = (char)(text.data[i] >= 'A' && text.data[i] <= 'Z' ? text.data[i] - 'A' + 'a' : text.data[i]);
    return (KbText){lower, text.length};
}

static int by_spelling(const void *left, const void *right)
{
    const Spelled *a = left, *b = right;
    int order = kb_text_compare(a->text, b->text);
    return order ? order : (a->mention > b->mention) - (a->mention < b->mention);
}

// Two of one long name, or of a word that is none of the people's, are hardly namesakes.
static float weight_of_others(const Votes *v, const Mention *name)
{
    bool lone = name->last == name->first + 1, introduced = v->people.count >= INTRODUCED;
    KbText word = v->document->tokens[name->first].lower, value;
    bool known = word_set_holds(&v->named, word) || kb_tables_find(TABLE_GIVEN_NAMES, word, &value);
    return !introduced || (lone && known) ? OTHERS : 1;
}

static void settle_spelling(const Votes *v, Document *d, const Spelled *names, size_t count, const TypeScores *scores)
{
    float weight = weight_of_others(v, &d->mentions[names[0].mention]);
    TypeScores all = {{0}};
    for (size_t i = 0; i < count; i++)
        for (size_t t = 0; t < sizeof TYPES / sizeof *TYPES; t++)
            all.of[TYPES[t]] += scores[names[i].mention].of[TYPES[t]];
    for (size_t i = 0; i < count; i++) {
        TypeScores one = scores[names[i].mention];
        for (size_t t = 0; t < sizeof TYPES / sizeof *TYPES; t++)
            one.of[TYPES[t]] += weight * (all.of[TYPES[t]] - one.of[TYPES[t]]);
        d->mentions[names[i].mention].type = (uint8_t)best_type(&one);
    }
}

void name_votes_settle(Document *d, TypeScores *scores)
{
    size_t n = d->mention_count;
    Votes votes = {.document = d};
    find_kin(&votes, scores);
    add_cues(&votes, scores);
    Spelled *names = memory_grow(NULL, (n + 1) * sizeof *names);
    for (size_t i = 0; i < n; i++)
        names[i] = (Spelled){spelling_of(d, &d->mentions[i]), i};
    qsort(names, n, sizeof *names, by_spelling);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && kb_text_equal(names[i].text, names[end].text);)
            end++;
        settle_spelling(&votes, d, names + i, end - i, scores);
    }
    free(names);
}
