// Finds the seat of a post that the article leaves unsaid: a namesake's, a government's, a town's, the fitting body's.
// SPDX-License-Identifier: MIT
#include "ingest/role_seats.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "ingest/bodies.h"
#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/title_words.h"

enum {
    SENTENCE_REACH = 200,
    STATE_MENTIONS = 4,
    PASSING = 3
}; // tokens: of a dateline's bracketed agency; back within a sentence

void settle_holding(Role *role)
{ // the organization, or else the place, or else the person
    if (role->person == role->holder) role->person = KB_NONE;
    if (role->organization >= 0)
        role->place = role->person = KB_NONE;
    else if (role->place >= 0)
        role->person = KB_NONE;
}

bool role_held(const Role *role)
{
    return role->organization >= 0 || role->place >= 0 || role->person >= 0;
}

bool same_holding(const Role *a, const Role *b)
{
    return a->organization == b->organization && a->place == b->place && a->person == b->person;
}

static void copy_holding(Role *to, const Role *from)
{
    to->organization = from->organization;
    to->place = from->place;
    to->person = from->person;
}

static void count_names(RoleMaker *maker)
{
    maker->counted = maker->document->chain_count;
    const Document *document = maker->document;
    maker->named = arena_alloc(document->arena, document->chain_count + 1, sizeof *maker->named);
    maker->kinds_of = arena_alloc(document->arena, document->chain_count + 1, sizeof *maker->kinds_of);
    maker->alone = arena_alloc(document->arena, document->chain_count + 1, sizeof *maker->alone);
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        bool behind = mention->first > 1 && token_is(document, mention->first - 1, ",") &&
                      document_mention_at(document, mention->first - 2) >= 0;
        if (mention->chain >= 0) maker->alone[mention->chain] += !behind;
        if (mention->chain < 0 || mention->kind != KB_NAME) continue;
        bool outlet = names_outlet(document, mention), agency = outlet && token_is(document, mention->first - 1, "(");
        maker->named[mention->chain] += agency ? -1000 : outlet ? 0 : 2;
        maker->kinds_of[mention->chain] |= body_of_name(document, mention);
    }
}

// "the bank" counts for the Bank of X.
static void count_nouns(RoleMaker *maker)
{
    for (uint32_t unit = 1; unit < maker->units.count; unit++) {
        if (!(maker->units.items[unit].classes & TITLE_ORGNOUN) ||
            !unit_in(&maker->units, unit - 1, "|the|its|this|central|"))
            continue;
        PhraseReader reader = {maker->document, &maker->units, 0,    maker->units.count,
                               maker->kinds_of, maker->named,  NULL, 0};
        int32_t chain = nominal_chain(&reader, unit);
        if (chain >= 0) maker->named[chain] += 1;
    }
}

void seats_count(RoleMaker *maker)
{
    count_names(maker);
    count_nouns(maker);
}

// A chairman is guessed at no newspaper, party, army or court that is merely named: those are the news, not the seat.
static bool fits_post(const RoleMaker *maker, int32_t chain, KbText head)
{
    unsigned kind = body_of_title(head);
    if (!kind && (maker->kinds_of[chain] & body_of_news())) return false;
    return !kind || (maker->kinds_of[chain] & kind);
}

// The organization that a post without one is most likely at: named most of a fitting kind; -1: none.
static int32_t main_organization(const RoleMaker *maker, KbText head)
{
    const Document *document = maker->document;
    int32_t best = KB_NONE;
    for (size_t i = 0; i < maker->counted; i++) {
        if (document->chains[i].type != KB_ORGANIZATION || maker->named[i] <= 0) continue;
        if (fits_post(maker, (int32_t)i, head) && (best < 0 || maker->named[i] > maker->named[best])) best = (int32_t)i;
    }
    return best;
}

typedef enum Territory { TERRITORY_TOWN, TERRITORY_COUNTY, TERRITORY_STATE } Territory;

// "Ferry Street": no town.
static bool is_spot(KbText name)
{
    static const char *const last[] = {" Street",    " Road",    " Avenue",  " Square",  " Lane",
                                       " Boulevard", " Highway", " Airport", " Station", " Hotel",
                                       " Stadium",   " Tower",   " Building"};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        if (word_ends(name, last[i], 0)) return true;
    return false;
}

static bool is_territory(const Document *document, int32_t chain, Territory territory)
{
    KbText name = document->chains[chain].name;
    bool state = is_us_state(name), county = memmem(name.data, name.length, "County", 6) != NULL;
    if (territory == TERRITORY_STATE) return state;
    if (territory == TERRITORY_COUNTY) return county;
    return !state && !county && !chain_country(document, chain) && !is_spot(name);
}

// The article is sent from there: "LEAMFORD, Ohio --".
static bool is_dateline(const Document *document, int32_t chain)
{
    enum { HEADING = 60 };
    for (size_t i = 0; i < document->mention_count && document->mentions[i].first < HEADING; i++) {
        const Mention *mention = &document->mentions[i];
        KbText text = document_tokens_text(document, mention->first, mention->last);
        bool opens = !mention->first || document->tokens[mention->first].space >= SPACE_NEWLINE, capitals = true;
        for (size_t k = 0; k < text.length; k++)
            capitals = capitals && !(text.data[k] >= 'a' && text.data[k] <= 'z');
        if (mention->chain == chain && opens && capitals) return true;
    }
    return false;
}

// The place of the sort that is named most, above all where the article is sent from; -1: none.
static int32_t main_place(const RoleMaker *maker, Territory territory)
{
    enum { HOME = 6 };
    const Document *document = maker->document;
    int32_t best = KB_NONE, most = 0;
    for (size_t i = 0; i < maker->counted; i++) {
        bool fits = document->chains[i].type == KB_PLACE && maker->named[i] > 0 &&
                    is_territory(document, (int32_t)i, territory);
        int32_t weight = fits ? maker->named[i] + HOME * is_dateline(document, (int32_t)i) : 0;
        if (fits && territory == TERRITORY_STATE) weight += HOME * maker->alone[i];
        if (weight > most) best = (int32_t)i, most = weight;
    }
    return best;
}

// The place of the sort that is named last before the post, in its sentence, unless it is named in passing: "signed in
// Detroit by Mayor X"; -1: none.
static int32_t place_beside(const RoleMaker *maker, const Role *role, Territory territory)
{
    const Document *document = maker->document;
    uint32_t first = document->sentences[role->sentence].first;
    if (role->token > first + SENTENCE_REACH) first = role->token - SENTENCE_REACH;
    for (uint32_t token = role->token; token > first; token--) {
        int32_t index = document_mention_at(document, token - 1);
        int32_t chain = index < 0 ? KB_NONE : document->mentions[index].chain;
        if (chain < 0 || document->chains[chain].type != KB_PLACE || !is_territory(document, chain, territory))
            continue;
        int32_t most = token == role->token ? KB_NONE : main_place(maker, territory);
        bool passing = most >= 0 && most != chain && is_dateline(document, most) &&
                       token_in(document, document->mentions[index].first - 1, "|in|at|to|from|near|");
        return passing ? most : chain;
    }
    return KB_NONE;
}

// A post said without its place elsewhere in the article: the same person's, else anybody's of the same title.
static const Role *namesake_post(const RoleMaker *maker, size_t index, bool same_holder)
{
    const Role *role = &maker->drafts[index].role;
    size_t first = index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
    for (size_t i = first; i < maker->count && i < index + ROLE_WINDOW; i++) {
        const Role *other = &maker->drafts[i].role;
        bool bodied = other->organization >= 0 || other->place >= 0;
        if (other == role || !bodied || !kb_text_equal(other->title, role->title)) continue;
        if (!same_holder || other->holder == role->holder) return other;
    }
    return NULL;
}

// The same post of the same person that is plainly said to be held elsewhere than the encoder thinks; NULL: none.
static const Role *plain_post(const RoleMaker *maker, size_t index)
{
    const Role *role = &maker->drafts[index].role;
    size_t first = index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
    if (maker->drafts[index].sure) return NULL;
    for (size_t i = first; i < maker->count && i < index + ROLE_WINDOW; i++) {
        const Role *other = &maker->drafts[i].role;
        if (maker->drafts[i].sure && other->holder == role->holder && kb_text_equal(other->title, role->title))
            return other;
    }
    return NULL;
}

// "X, chief archivist of the office, was dismissed. Y is acting chief archivist.": the seat that is plainly said for
// the one; NULL: none.
static const Role *handed_over(const RoleMaker *maker, size_t index)
{
    enum { NEAR_SENTENCES = 3 };
    const RoleDraft *draft = &maker->drafts[index];
    const Role *role = &draft->role;
    size_t first = index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
    if (draft->sure || !(draft->classes & TITLE_POST) || role->status != KB_ACTING) return NULL;
    for (size_t i = index; i-- > first;) {
        const Role *other = &maker->drafts[i].role;
        bool near = other->sentence + NEAR_SENTENCES >= role->sentence;
        if (near && maker->drafts[i].sure && other->holder != role->holder && kb_text_equal(other->title, role->title))
            return other;
    }
    return NULL;
}

static bool is_secretary(KbText title)
{
    return kb_text_equal(title, kb_text("secretary")) || kb_text_equal(title, kb_text("deputy secretary"));
}

// A bare "secretary" is of the office that the same person, else anybody, is said in full to hold.
static const Role *fuller_secretary(const RoleMaker *maker, size_t index)
{
    const Role *role = &maker->drafts[index].role, *best = NULL;
    size_t first = index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
    for (size_t i = first; i < maker->count && i < index + ROLE_WINDOW; i++) {
        const Role *other = &maker->drafts[i].role;
        bool full = government_post(other, maker->drafts[i].classes) && !is_secretary(other->title) &&
                    memmem(other->title.data, other->title.length, "secretary", 9);
        if (full && (!best || (other->holder == role->holder && best->holder != role->holder))) best = other;
    }
    return best;
}

// "at Boeing, where he became vice president": the organization that the clause of the post is about; -1: none.
static int32_t organization_where(const Document *document, const Role *role)
{
    uint32_t first = document->sentences[role->sentence].first;
    if (role->token > first + SENTENCE_REACH) first = role->token - SENTENCE_REACH;
    for (uint32_t token = role->token; token-- > first + 1;) {
        if (!token_is(document, token, "where")) continue;
        int32_t index = document_mention_at(document, token - 1 - token_is(document, token - 1, ","));
        return index < 0 || document->mentions[index].type != KB_ORGANIZATION ? KB_NONE
                                                                              : document->mentions[index].chain;
    }
    return KB_NONE;
}

// The organization of a fitting kind said in the same sentence before the post; the one named most in the article.
static int32_t sentence_organization(const RoleMaker *maker, const Role *role, KbText head)
{
    const Document *document = maker->document;
    int32_t found = KB_NONE;
    uint32_t first = document->sentences[role->sentence].first;
    if (role->token > first + SENTENCE_REACH) first = role->token - SENTENCE_REACH;
    for (uint32_t token = first; token < role->token; token++) {
        int32_t index = document_mention_at(document, token);
        if (index < 0 || document->mentions[index].type != KB_ORGANIZATION) continue;
        int32_t chain = document->mentions[index].chain;
        if (chain < 0 || maker->named[chain] <= 0 || !fits_post(maker, chain, head)) continue;
        if (found < 0 || maker->named[chain] > maker->named[found]) found = chain;
    }
    return found;
}

static const struct {
    const char *title; // how it ends
    Territory territory;
} territorial_posts[] = {
    {"mayor", TERRITORY_TOWN},
    {"police chief", TERRITORY_TOWN},
    {"fire chief", TERRITORY_TOWN},
    {"city manager", TERRITORY_TOWN},
    {"town clerk", TERRITORY_TOWN},
    {"city clerk", TERRITORY_TOWN},
    {"city attorney", TERRITORY_TOWN},
    {"councillor", TERRITORY_TOWN},
    {"councilor", TERRITORY_TOWN},
    {"councilman", TERRITORY_TOWN},
    {"councilwoman", TERRITORY_TOWN},
    {"harbour master", TERRITORY_TOWN},
    {"county commissioner", TERRITORY_COUNTY},
    {"county executive", TERRITORY_COUNTY},
    {"sheriff", TERRITORY_COUNTY},
    {"undersheriff", TERRITORY_COUNTY},
    {"district attorney", TERRITORY_COUNTY},
    {"county attorney", TERRITORY_COUNTY},
    {"coroner", TERRITORY_COUNTY},
    {"governor", TERRITORY_STATE},
    {"attorney general", TERRITORY_STATE},
    {"state senator", TERRITORY_STATE},
    {"state representative", TERRITORY_STATE},
    {"secretary of state", TERRITORY_STATE},
    {"state treasurer", TERRITORY_STATE},
};

static bool is_territorial(KbText title)
{
    for (size_t i = 0; i < sizeof territorial_posts / sizeof *territorial_posts; i++)
        if (title_ends(title, territorial_posts[i].title)) return territorial_posts[i].territory != TERRITORY_STATE;
    return false;
}

static Territory territory_of(KbText title)
{
    size_t i = 0;
    while (i + 1 < sizeof territorial_posts / sizeof *territorial_posts &&
           !title_ends(title, territorial_posts[i].title))
        i++;
    return territorial_posts[i].territory;
}

// The chamber of a senator whose state is not told, where the article names it; -1: it does not.
static int32_t chamber_named(const RoleMaker *maker)
{
    for (size_t i = 0; i < maker->counted; i++) {
        KbText name = maker->document->chains[i].name;
        bool senate = kb_text_equal(name, kb_text("Senate")) || kb_text_equal(name, kb_text("U.S. Senate")) ||
                      kb_text_equal(name, kb_text("US Senate"));
        if (senate && maker->document->chains[i].type == KB_ORGANIZATION && maker->named[i] > 0) return (int32_t)i;
    }
    return KB_NONE;
}

// A legislator or officer of one of the states: the country does not have him.
static bool is_of_state(KbText title)
{
    static const char *const officers[] = {"representative", "senator", "legislator", "lawmaker",   "treasurer",
                                           "assemblyman",    "auditor", "delegate",   "comptroller"};
    bool state = title.length > 6 && memcmp(title.data, "state ", 6) == 0, fits = false;
    for (size_t i = 0; state && i < sizeof officers / sizeof *officers; i++)
        fits = fits || title_ends(title, officers[i]);
    return fits;
}

// The state behind the town of the dateline: "HARRISBURG, Pa. --"; -1: none.
static int32_t dateline_state(const RoleMaker *maker)
{
    enum { HEADING = 60 };
    const Document *document = maker->document;
    for (size_t i = 1; i < document->mention_count && document->mentions[i].first < HEADING; i++) {
        const Mention *state = &document->mentions[i], *town = &document->mentions[i - 1];
        bool follows = town->type == KB_PLACE && state->first == town->last + 1 && token_is(document, town->last, ",");
        bool opens = document->tokens[town->first].space >= SPACE_NEWLINE;
        if (follows && opens && state->chain >= 0 && is_us_state(document->chains[state->chain].name))
            return state->chain;
    }
    return KB_NONE;
}

// Somebody is said to be governor of the place.
static bool has_governor(const RoleMaker *maker, int32_t place)
{
    for (size_t i = 0; i < maker->count && i < ROLE_WINDOW; i++)
        if (maker->drafts[i].role.place == place && kb_text_equal(maker->drafts[i].role.title, kb_text("governor")))
            return true;
    return false;
}

// A town's, county's or state's post: the place of that sort that is named most.
// True where it can be no other body's.
static bool settle_territory(const RoleMaker *maker, Role *role)
{
    bool territorial = false;
    int32_t home = dateline_state(maker);
    for (size_t i = 0; i < sizeof territorial_posts / sizeof *territorial_posts && role->place < 0; i++) {
        if (!title_ends(role->title, territorial_posts[i].title)) continue;
        bool state = territorial_posts[i].territory == TERRITORY_STATE;
        role->place = place_beside(maker, role, territorial_posts[i].territory);
        if (role->place < 0 && state) role->place = home;
        if (role->place < 0) role->place = main_place(maker, territorial_posts[i].territory);
        territorial = territorial || territorial_posts[i].territory != TERRITORY_STATE;
    }
    bool both = title_ends(role->title, "attorney general") || title_ends(role->title, "secretary of state");
    bool local = role->place == home && has_governor(maker, home);
    if (role->place >= 0 && both && !local && maker->named[role->place] < STATE_MENTIONS)
        role->place = KB_NONE; // the article is of the nation, not of a state named in passing
    return territorial;
}

// The fitting organization of the holder's nearest other post: "the chief executive" of a man said to chair X.
static int32_t own_organization(const RoleMaker *maker, size_t index)
{
    const RoleDraft *draft = &maker->drafts[index];
    size_t first = index > ROLE_WINDOW ? index - ROLE_WINDOW : 0, nearest = SIZE_MAX;
    int32_t found = KB_NONE;
    for (size_t i = first; i < maker->count && i < index + ROLE_WINDOW; i++) {
        const Role *other = &maker->drafts[i].role;
        size_t away = i > index ? i - index : index - i;
        bool same = other->holder == draft->role.holder && other->organization >= 0 && i != index &&
                    (maker->drafts[i].classes & TITLE_POST);
        if (!same || (other->status == KB_FORMER) != (draft->role.status == KB_FORMER) || away >= nearest) continue;
        if (fits_post(maker, other->organization, draft->head)) found = other->organization, nearest = away;
    }
    return found;
}

// A majority leader leads a parliament, whatever other leaders lead.
static KbText seat_head(KbText title, KbText head)
{
    bool house = title_ends(title, "majority leader") || title_ends(title, "minority leader");
    return house ? kb_text("speaker") : head;
}

static void settle_any_body(const RoleMaker *maker, size_t index, KbText head)
{
    Role *role = &maker->drafts[index].role;
    role->organization = sentence_organization(maker, role, head);
    if (role->organization >= 0) return;
    int32_t own = own_organization(maker, index), main = main_organization(maker, head);
    bool passing = own < 0 || (main >= 0 && maker->named[own] * PASSING < maker->named[main]);
    role->organization = passing ? main : own;
}

// "union leader", "team doctor": no body of another sort has one.
static bool is_sort_of(const RoleMaker *maker, int32_t chain, KbText title)
{
    for (size_t from = 0, until; from < title.length; from = until + 1) {
        until = from;
        while (until < title.length && title.data[until] != ' ')
            until++;
        KbText word = {title.data + from, until - from};
        unsigned kind = title_word(word) & TITLE_ORGNOUN ? body_of_noun(word) : 0;
        if (kb_text_equal(word, kb_text("of"))) break;
        if (kind && !(maker->kinds_of[chain] & kind)) return false;
    }
    return true;
}

static bool name_holds(KbText name, KbText word)
{
    for (size_t i = 0; i + word.length <= name.length; i++)
        if (strncasecmp(name.data + i, word.data, word.length) == 0) return true;
    return false;
}

// The organization whose name holds the noun of a body in the title: "navy chief" of the Philippine Navy; -1.
static int32_t so_called(const RoleMaker *maker, KbText title)
{
    int32_t best = KB_NONE;
    for (size_t from = 0, until; from < title.length; from = until + 1) {
        until = from;
        while (until < title.length && title.data[until] != ' ')
            until++;
        KbText word = {title.data + from, until - from};
        if (kb_text_equal(word, kb_text("of"))) break;
        if (until >= title.length || !body_of_noun(word)) continue; // the head is no body
        for (size_t i = 0; i < maker->counted; i++) {
            bool fits = maker->document->chains[i].type == KB_ORGANIZATION && maker->named[i] > 0 &&
                        name_holds(maker->document->chains[i].name, word);
            if (fits && (best < 0 || maker->named[i] > maker->named[best])) best = (int32_t)i;
        }
    }
    return best;
}

// Banks have governors, other bodies that are merely named beside one do not.
static bool is_odd_governor(const RoleMaker *maker, const RoleDraft *draft, int32_t organization)
{
    unsigned banks = body_of_noun(kb_text("central bank")) | body_of_noun(kb_text("bank"));
    bool counted = organization >= 0 && (size_t)organization < maker->counted;
    return title_ends(draft->role.title, "governor") && counted && !(maker->kinds_of[organization] & banks);
}

// Kinds of the body that the words beside the title call it: "the union's president", "president of the union"; 0:
// none.
static unsigned called_beside(const Document *document, const Role *role)
{
    uint32_t of = role->last, token = role->token;
    bool owned = token > 2 && token_in(document, token - 1, "|'s|\xe2\x80\x99s|'|");
    if (owned && token_in(document, token - 3, "|the|")) return body_of_noun(document->tokens[token - 2].lower);
    bool follows = token_is(document, of, "of") && token_is(document, of + 1, "the") &&
                   token_in(document, of + 3, "|,|.|;|and|said|was|is|has|who|");
    return follows ? body_of_noun(document->tokens[of + 2].lower) : 0;
}

// "The tribunal's president" is of no body whose name does not say that it is a court.
static bool is_miscalled(const RoleMaker *maker, const Role *role)
{
    static const char *const said_by_name[] = {"court", "parliament", "university", "hospital", "police", "museum"};
    unsigned kinds = called_beside(maker->document, role), told = 0;
    if (role->organization < 0 || (size_t)role->organization >= maker->counted) return false;
    for (size_t i = 0; i < sizeof said_by_name / sizeof *said_by_name; i++)
        told |= body_of_noun(kb_text(said_by_name[i]));
    return kinds && !(kinds & ~told) && !(maker->kinds_of[role->organization] & kinds);
}

static void settle_body(const RoleMaker *maker, size_t index)
{
    Role *role = &maker->drafts[index].role;
    KbText head = seat_head(role->title, maker->drafts[index].head);
    settle_any_body(maker, index, head);
    int32_t called = so_called(maker, role->title);
    if (called >= 0) role->organization = called;
    bool odd = is_odd_governor(maker, &maker->drafts[index], role->organization);
    bool miscalled = role->organization >= 0 && is_miscalled(maker, role);
    if (role->organization >= 0 && (odd || miscalled || !is_sort_of(maker, role->organization, role->title)))
        role->organization = KB_NONE;
}

// "chief executive and president": a president who holds another post at a body, and is not called President X, is its.
static bool settle_president(const RoleMaker *maker, size_t index)
{
    Role *role = &maker->drafts[index].role;
    if (maker->drafts[index].kind == LINK_BEFORE_NAME || !title_ends(role->title, "president")) return false;
    size_t first = index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
    for (size_t i = first; i < maker->count && i < index + ROLE_WINDOW; i++) {
        const RoleDraft *other = &maker->drafts[i];
        if (i == index || other->role.holder != role->holder || !(other->classes & TITLE_POST)) continue;
        if (government_post(&other->role, other->classes)) continue;
        if (other->role.organization >= 0)
            copy_holding(role, &other->role);
        else if (other->role.sentence == role->sentence)
            settle_body(maker, index);
        if (role->organization >= 0) return true;
    }
    return false;
}

// Seats of which there are many: another's says nothing of this one's.
static bool is_many(KbText head)
{
    static const char *const many[] = {
        "senator",  "sen.",   "representative", "rep.",      "congressman", "congresswoman",
        "lawmaker", "mp",     "councillor",     "councilor", "ambassador",  "envoy",
        "member",   "lawyer", "judge",          "deputy",    "agent",       "officer"};
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        if (kb_text_equal(head, kb_text(many[i]))) return true;
    return false;
}

// Stands for a land or before it: no body that is merely named has him.
static bool is_sent(KbText head)
{
    return kb_text_equal(head, kb_text("ambassador")) || kb_text_equal(head, kb_text("envoy")) ||
           kb_text_equal(head, kb_text("senator")) || kb_text_equal(head, kb_text("consul"));
}

// "a whistle-blower at Halden Group, former vice president X": the organization that the words before tell; -1: none.
static int32_t organization_apposed(const Document *document, const Role *role)
{
    uint32_t comma = role->token;
    while (comma > 1 && token_in(document, comma - 1, "|a|the|former|then|retired|"))
        comma--;
    if (comma < 3 || !token_is(document, --comma, ",")) return KB_NONE;
    int32_t index = document_mention_at(document, comma - 1);
    const Mention *mention = index < 0 ? NULL : &document->mentions[index];
    bool at = mention && mention->type == KB_ORGANIZATION && mention->first &&
              token_is(document, mention->first - 1 - token_is(document, mention->first - 1, "the"), "at");
    return at ? mention->chain : KB_NONE;
}

static void settle_open(RoleMaker *maker, size_t index, const CountryVotes *tally)
{
    const RoleDraft *draft = &maker->drafts[index];
    Role *role = &maker->drafts[index].role;
    if (word_among(draft->head, "|councilman|councilwoman|councilor|councillor|")) // "the City Council voted, X said"
        role->organization = sentence_organization(maker, role, draft->head);
    bool territorial = !role_held(role) && settle_territory(maker, role);
    if (!role_held(role)) role->organization = organization_apposed(maker->document, role);
    if (role_held(role) || settle_president(maker, index)) return;
    const Role *fuller = is_secretary(role->title) ? fuller_secretary(maker, index) : NULL;
    if (fuller && role_held(fuller)) {
        copy_holding(role, fuller);
    } else if (title_ends(role->title, "ambassador") || title_ends(role->title, "high commissioner")) {
        const char *host = country_of_post(maker, tally, role);
        if (host) role->place = country_chain(maker->document, host);
    } else if (kb_text_equal(role->title, kb_text("senator")) && role->status == KB_CURRENT) {
        role->organization = chamber_named(maker);
    } else if (territorial || is_sent(draft->head) || is_of_state(role->title)) {
        return; // its town or land is not named: no body has a mayor
    } else if (fuller || (government_post(role, draft->classes) && !draft->alone)) {
        const char *home = country_of_post(maker, tally, fuller ? fuller : role);
        if (home) role->place = country_chain(maker->document, home);
    } else if (is_many(draft->head) && role->status == KB_FORMER) {
        return; // "a former judge": of whatever court
    } else if (draft->alone) {
        return;
    } else if ((draft->classes & TITLE_POST) || (body_of_title(draft->head) && !draft->national)) {
        settle_body(maker, index);
    }
}

// "President X of the Unity Party": the party is his, the seat is not.
static bool is_party_of_holder(const RoleMaker *maker, const RoleDraft *draft)
{
    enum { REACH = 8 };
    static const char *const elected[] = {"mayor",   "senator",        "mp",         "lawmaker", "councillor",
                                          "premier", "representative", "councilman", "deputy"};
    const Document *document = maker->document;
    const Role *role = &draft->role;
    unsigned party = body_of_noun(kb_text("party")), kinds = maker->kinds_of[role->organization];
    bool fits = government_post(role, draft->classes);
    for (size_t i = 0; i < sizeof elected / sizeof *elected; i++)
        fits = fits || title_ends(role->title, elected[i]);
    bool house = title_ends(role->title, "senator") || title_ends(role->title, "mp") ||
                 title_ends(role->title, "lawmaker") || title_ends(role->title, "councillor");
    if (!fits || !(kinds ? kinds & party : house)) return false; // a body of no known kind is a party, too
    for (uint32_t token = role->last; token < document->token_count && token < role->last + REACH; token++) {
        int32_t index = document_mention_at(document, token);
        if (index < 0 || document->mentions[index].chain != role->holder) continue;
        uint32_t of = document->mentions[index].last, body = of + 1 + token_is(document, of + 1, "the");
        int32_t after = token_is(document, of, "of") ? document_mention_at(document, body) : KB_NONE;
        return after >= 0 && document->mentions[after].chain == role->organization;
    }
    return false;
}

// Seats of the wrong sort: a firm under a minister, a party under a mayor, the capital where the country is meant.
static void mend_seat(RoleMaker *maker, size_t index)
{
    Role *role = &maker->drafts[index].role;
    bool counted = role->organization >= 0 && (size_t)role->organization < maker->counted;
    if (minister_post(role->title) || title_ends(role->title, "mayor") ||
        (counted && is_party_of_holder(maker, &maker->drafts[index])))
        role->organization = KB_NONE;
    if (is_of_state(role->title) && role->place >= 0 && chain_country(maker->document, role->place))
        role->place = KB_NONE;
    if (role->organization >= 0 || role->place < 0 || !government_post(role, maker->drafts[index].classes)) return;
    const char *country = country_of_capital(maker->document, role->place);
    if (country && !title_ends(role->title, "governor")) role->place = country_chain(maker->document, country);
}

// The place, or its nationality, stands right before the title or close behind it.
static bool is_told_beside(const Document *document, const Role *role)
{
    enum { BESIDE = 4 };
    uint32_t from = role->token > BESIDE ? role->token - BESIDE : 0;
    for (uint32_t token = from; token < role->last + BESIDE && token < document->token_count; token++) {
        int32_t mention = document_mention_at(document, token), demonym = document_demonym_at(document, token);
        if (mention >= 0 && document->mentions[mention].chain == role->place) return true;
        if (demonym >= 0 && document->demonyms[demonym].chain == role->place) return true;
    }
    return false;
}

// "Defense lawyer X said the U.S. government had no case": a trade is of no country that is merely named.
static bool is_trade_of_country(const RoleMaker *maker, const RoleDraft *draft)
{
    static const char *const trades[] = {"lawyer",  "attorney", "counsel",    "engineer",  "analyst", "professor",
                                         "teacher", "writer",   "economist",  "historian", "banker",  "businessman",
                                         "farmer",  "nurse",    "accountant", "consultant"};
    const Role *role = &draft->role;
    bool trade = false;
    for (size_t i = 0; i < sizeof trades / sizeof *trades; i++)
        trade = trade || title_ends(role->title, trades[i]);
    return trade && role->organization < 0 && role->place >= 0 && chain_country(maker->document, role->place) &&
           !draft->national && !is_told_beside(maker->document, role);
}

// "The union's president" is of no bank: the body of the kind that is named most; the guess where none is.
static int32_t body_called(const RoleMaker *maker, const Role *role)
{
    unsigned kinds = called_beside(maker->document, role);
    bool known = maker->kinds_of[role->organization] != 0;
    if (!kinds || !known || (maker->kinds_of[role->organization] & kinds)) return role->organization;
    int32_t best = KB_NONE;
    for (size_t i = 0; i < maker->counted; i++) {
        bool fits =
            maker->document->chains[i].type == KB_ORGANIZATION && maker->named[i] > 0 && (maker->kinds_of[i] & kinds);
        if (fits && (best < 0 || maker->named[i] > maker->named[best])) best = (int32_t)i;
    }
    return best < 0 ? role->organization : best;
}

// "Defense Secretary X" beside "D-N.M.": a state has no such office.
static bool is_office_of_state(const RoleMaker *maker, const RoleDraft *draft)
{
    const Role *role = &draft->role;
    if (role->organization >= 0 || role->place < 0 || !is_us_state(maker->document->chains[role->place].name))
        return false;
    bool federal = kb_text_equal(role->title, kb_text("president")) || title_ends(role->title, "vice president") ||
                   title_ends(role->title, "defense secretary") || title_ends(role->title, "treasury secretary") ||
                   title_ends(role->title, "secretary of defense") || title_ends(role->title, "minister");
    return federal && !is_told_beside(maker->document, role);
}

// Provinces and states that have premiers of their own.
static int32_t province_named(const RoleMaker *maker)
{
    static const char provinces[] = "|Ontario|Quebec|Alberta|Manitoba|Saskatchewan|British Columbia|Nova Scotia|"
                                    "New Brunswick|Newfoundland and Labrador|Newfoundland|Prince Edward Island|"
                                    "New South Wales|Victoria|Queensland|Tasmania|South Australia|Western Australia|"
                                    "Ont.|Man.|Sask.|Alta.|Que.|";
    int32_t best = KB_NONE;
    for (size_t i = 0; i < maker->counted; i++) {
        bool fits = maker->document->chains[i].type == KB_PLACE && maker->named[i] > 0 &&
                    word_among(maker->document->chains[i].name, provinces);
        if (fits && (best < 0 || maker->named[i] > maker->named[best])) best = (int32_t)i;
    }
    return best;
}

// "the city's manager of waterworks": of a town, whatever place is named beside it.
static bool is_of_town(const Document *document, const Role *role)
{
    uint32_t token = role->token;
    return token > 3 && token_in(document, token - 1, "|'s|'|") &&
           token_in(document, token - 2, "|city|town|village|municipality|") && token_is(document, token - 3, "the");
}

// "envoy for the coalition against the Islamic State group": whom it is against is no seat.
static bool is_opposed(const Document *document, const Role *role)
{
    enum { BEHIND = 8 };
    for (uint32_t token = role->last; token < role->last + BEHIND && token < document->token_count; token++) {
        int32_t mention = document_mention_at(document, token);
        if (mention < 0 || document->mentions[mention].chain != role->organization) continue;
        return token_is(document, token - 1 - token_is(document, token - 1, "the"), "against");
    }
    return false;
}

// An editor of a party, a commissioner of a firm, anybody of the agency that sent the news: no such body has one.
static void mend_body(RoleMaker *maker, const RoleDraft *draft, Role *role)
{
    role->organization = body_called(maker, role);
    if (is_miscalled(maker, role)) role->organization = KB_NONE;
    if (role->organization < 0) return;
    unsigned wanted = kb_text_equal(draft->head, kb_text("chief")) ? 0 : body_of_title(draft->head);
    unsigned kinds = maker->kinds_of[role->organization];
    bool better = main_organization(maker, draft->head) >= 0;   // a post is somewhere, an occupation need not be
    bool past = draft->indefinite && role->status == KB_FORMER; // "a former coach": of whatever club
    better = better || past;
    bool strange = wanted && !(wanted & kinds) && (better || !(draft->classes & TITLE_POST)) &&
                   (kinds || past || (better && kb_text_equal(draft->head, kb_text("commissioner"))));
    if (strange || is_odd_governor(maker, draft, role->organization) || maker->named[role->organization] < 0)
        role->organization = KB_NONE;
}

// Where the scene tells another country, a minister is not of the one guessed at.
static void mend_country(RoleMaker *maker, const RoleDraft *draft, Role *role)
{
    const char *host = is_told_beside(maker->document, role) ? NULL : country_of_meeting(maker, role);
    const char *scene = country_of_scene(maker, role);
    const char *country = chain_country(maker->document, role->place), *nearer = NULL;
    if (is_american_president(maker, draft))
        role->place = country_chain(maker->document, "United States");
    else if (host)
        role->place = country_chain(maker->document, host);
    else if (scene && country && !sentence_tells_country(maker->document, role->sentence, country))
        role->place = country_chain(maker->document, scene);
    else if (office_is_anothers(maker, role))
        role->place = KB_NONE;
    else if (country && (nearer = country_nearer(maker, role)))
        role->place = country_chain(maker->document, nearer);
    else if (country && !office_exists(country, role->title))
        role->place = KB_NONE;
}

// A premier's province, a town's officer's town. False: it is neither's post, or the article names none.
static bool mend_local(const RoleMaker *maker, Role *role)
{
    int32_t local = KB_NONE;
    bool premier = kb_text_equal(role->title, kb_text("premier")) && !is_told_beside(maker->document, role);
    if (premier)
        local = province_named(maker);
    else if (is_of_town(maker->document, role))
        local = main_place(maker, TERRITORY_TOWN);
    if (local < 0) return false;
    role->organization = role->person = KB_NONE;
    role->place = local;
    return true;
}

// The encoder's guess at a seat, where it cannot be.
static void mend_guess(RoleMaker *maker, size_t index)
{
    const RoleDraft *draft = &maker->drafts[index];
    Role *role = &maker->drafts[index].role;
    if (draft->sure) return;
    int32_t where = organization_where(maker->document, role);
    if (where >= 0 && draft->kind == LINK_PREDICATE && !government_post(role, draft->classes))
        role->organization = where;
    if (role->organization >= 0 && is_opposed(maker->document, role)) {
        role->organization = KB_NONE;
        return;
    }
    if (is_trade_of_country(maker, draft)) role->place = KB_NONE;
    if (is_office_of_state(maker, draft)) role->place = country_chain(maker->document, "United States");
    if (mend_local(maker, role)) return;
    bool known = role->organization >= 0 && (size_t)role->organization < maker->counted;
    bool pleads = title_ends(role->title, "attorney general") || title_ends(role->title, "prosecutor general");
    if (pleads && known && !maker->kinds_of[role->organization]) role->organization = KB_NONE;
    bool county = role->place >= 0 && is_territory(maker->document, role->place, TERRITORY_COUNTY);
    if (county && title_ends(role->title, "governor")) role->place = KB_NONE;
    if (title_ends(role->title, "judge") || title_ends(role->title, "justice")) role->person = KB_NONE;
    if (role->organization >= 0 && known) {
        mend_body(maker, draft, role);
    } else if (role->place >= 0 && is_territorial(role->title)) {
        int32_t beside = place_beside(maker, role, territory_of(role->title));
        if (beside >= 0) role->place = beside;
    } else if (role->place >= 0 && government_post(role, draft->classes)) {
        mend_country(maker, draft, role);
    }
}

bool leads_unnamed(const RoleDraft *draft)
{
    const KbText title = draft->role.title;
    return draft->kind == LINK_VERB && memmem(title.data, title.length, " of ", 4) != NULL;
}

// A minister is guessed to be of a land that the article has not told yet.
static bool is_guess_ahead(const Document *document, const RoleDraft *draft)
{
    if (draft->sure || draft->national || draft->role.place < 0) return false;
    bool land = chain_country(document, draft->role.place) ? government_post(&draft->role, draft->classes)
                                                           : minister_post(draft->role.title);
    return land && place_told_later(document, &draft->role);
}

// The years that a sentence tells are over: "President Poe sent him to Oslo in 2014".
static bool is_of_old(const Document *document, uint32_t sentence)
{
    bool old = false;
    for (size_t i = 0; i < document->time_count; i++) {
        const TimeSpan *time = &document->times[i];
        if (document->tokens[time->first].sentence != sentence || !time->to.year) continue;
        if (time->to.year + 1 >= document->published.year) return false;
        old = true;
    }
    return old;
}

// Two presidents beside each other: whom only a sentence of years ago names is it no more.
static void end_old_presidents(RoleMaker *maker)
{
    for (size_t i = 0; i < maker->count && i < ROLE_WINDOW; i++) {
        RoleDraft *old = &maker->drafts[i];
        bool fits = old->kind == LINK_BEFORE_NAME && old->role.status == KB_CURRENT &&
                    kb_text_equal(old->role.title, kb_text("president")) && old->role.organization < 0 &&
                    maker->document->published.year && is_of_old(maker->document, old->role.sentence);
        for (size_t k = 0; fits && k < maker->count && k < ROLE_WINDOW; k++) {
            const RoleDraft *now = &maker->drafts[k];
            bool other = now->role.holder != old->role.holder && now->kind == LINK_BEFORE_NAME &&
                         now->role.status == KB_CURRENT && kb_text_equal(now->role.title, old->role.title) &&
                         !is_of_old(maker->document, now->role.sentence);
            bool same = now->role.organization < 0 && (!old->sure || now->role.place == old->role.place);
            if (other && same) old->role.status = KB_FORMER;
        }
    }
}

void seats_settle(RoleMaker *maker)
{
    end_old_presidents(maker);
    for (size_t i = 0; i < maker->count; i++) {
        mend_guess(maker, i);
        mend_seat(maker, i);
        const Role *plain = plain_post(maker, i);
        if (!plain) plain = handed_over(maker, i);
        if (plain) copy_holding(&maker->drafts[i].role, plain);
    }
    const CountryVotes *tally = countries_count(maker);
    for (size_t i = 0; i < maker->count; i++) {
        Role *role = &maker->drafts[i].role;
        bool post = (maker->drafts[i].classes & TITLE_POST) != 0,
             loose = role->person >= 0 && !(maker->drafts[i].classes & TITLE_HELDFOR);
        if (role->organization >= 0 || role->place >= 0 || (role->person >= 0 && !(post && loose))) continue;
        if (loose && !maker->drafts[i].sure) role->person = KB_NONE; // a chairman of a person is a guess
        if (leads_unnamed(&maker->drafts[i])) continue;
        const Role *other = namesake_post(maker, i, true);
        bool single = !is_many(maker->drafts[i].head);
        if (!other && post && single && !government_post(role, maker->drafts[i].classes))
            other = namesake_post(maker, i, false);
        if (other)
            copy_holding(role, other);
        else if (role_held(role))
            continue;
        else
            settle_open(maker, i, tally);
        settle_holding(role);
    }
    for (size_t i = 0; i < maker->count; i++) {
        const RoleDraft *draft = &maker->drafts[i];
        const char *country = draft->sure ? NULL : country_of_ministers(maker, &draft->role);
        if (!country && is_guess_ahead(maker->document, draft)) country = country_of_post(maker, tally, &draft->role);
        if (country) maker->drafts[i].role.place = country_chain(maker->document, country);
    }
}
