// Roles of a document: reads every sentence's links, settles what each post is held at, and keeps one row per claim.
// SPDX-License-Identifier: MIT
#include "ingest/roles.h"

#include <stdio.h>
#include <string.h>

#include "ingest/bodies.h"
#include "ingest/chains.h"
#include "ingest/demonyms.h"
#include "ingest/pipeline.h"
#include "ingest/role_links.h"
#include "ingest/role_times.h"
#include "ingest/successions.h"

enum { SUCCESSIONS = 8 };   // of one sentence
enum { AGENCY_REACH = 14 }; // tokens from the start in which a bracketed agency of the dateline stands

typedef struct RoleMaker {
    Document *document;
    Units units;
    size_t room;
    uint32_t *classes; // [role count] of the title's head
    size_t classes_count, classes_room;
    uint8_t *kinds; // [role count] LinkKind
    size_t kinds_count, kinds_room;
    int32_t *named;     // [chain_count] how often
    uint32_t *kinds_of; // [chain_count] body_of_name of all its names
    size_t counted;     // chain_count before silent places were added
    bool *national;     // [role count] a nationality was said, but not as the seat
    size_t national_count, national_room;
    KbText *heads; // [role count] last word of the title proper
    size_t heads_count, heads_room;
    Succession *successions;
    uint32_t *succession_sentences; // [succession_count]
    size_t succession_count, succession_room, sentence_room;
} RoleMaker;

enum { SUCCESSION_CONFIDENCE = 600 };
static const uint16_t confidences[] = {
    [LINK_NONE] = 0, [LINK_BEFORE_NAME] = 950, [LINK_APPOSITION] = 900, [LINK_PREDICATE] = 850, [LINK_VERB] = 750};

// ---------------------------------------------------------------------------------------------- making

static void settle_holding(Role *role)
{ // the organization, or else the place, or else the person
    if (role->person == role->holder) role->person = KB_NONE;
    if (role->organization >= 0)
        role->place = role->person = KB_NONE;
    else if (role->place >= 0)
        role->person = KB_NONE;
}

// Words whose "Russian" tells where the seat is, not only where the person is from.
static const char national_seats[] =
    "|senator|lawmaker|legislator|mp|congressman|congresswoman|judge|prosecutor|official|deputy|negotiator|"
    "spokesman|spokeswoman|spokesperson|representative|delegate|attaché|captain|coach|";

static bool seat_is_national(const RoleMaker *maker, const TitlePhrase *phrase)
{
    return (phrase->classes & TITLE_POST) || unit_in(&maker->units, phrase->head, national_seats);
}

// "member" and "owner" are ties, unless of a board or committee.
static bool is_title(const RoleMaker *maker, const TitlePhrase *phrase)
{
    static const char *const seats[] = {"board",   "council",    "committee",    "panel", "commission",
                                        "cabinet", "parliament", "subcommittee", "jury"};
    if (!phrase->title.length || (phrase->classes & TITLE_KIN)) return false;
    if (!unit_is(&maker->units, phrase->head, "member")) return true;
    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
        if (memmem(phrase->title.data, phrase->title.length, seats[i], strlen(seats[i]))) return true;
    return false;
}

static void make_role(RoleMaker *maker, const LinkedPhrase *link)
{
    Document *document = maker->document;
    const TitlePhrase *phrase = &link->phrase;
    const Unit *units = maker->units.items;
    Role role = {.holder = link->holder,
                 .title = phrase->title,
                 .organization = phrase->organization,
                 .place = phrase->place,
                 .person = phrase->person,
                 .status = link->status,
                 .polarity = link->polarity,
                 .attributed_to = KB_NONE};
    role.modality = KB_ASSERTED;
    bool national = phrase->country && role.place < 0 && role.organization < 0 && seat_is_national(maker, phrase);
    if (national) role.place = country_chain(document, phrase->country);
    settle_holding(&role);
    role.sentence = units[phrase->core].sentence;
    role.token = units[phrase->core].first;
    role.last = units[phrase->end - 1].last;
    role.confidence = confidences[link->kind];
    role_times(document, &maker->units, link, &role);
    ARENA_PUSH(document->arena, document->roles, document->role_count, maker->room, role);
    ARENA_PUSH(document->arena, maker->classes, maker->classes_count, maker->classes_room, phrase->classes);
    ARENA_PUSH(document->arena, maker->heads, maker->heads_count, maker->heads_room, units[phrase->head].title);
    ARENA_PUSH(document->arena, maker->national, maker->national_count, maker->national_room, phrase->country != NULL);
    ARENA_PUSH(document->arena, maker->kinds, maker->kinds_count, maker->kinds_room, (uint8_t)link->kind);
}

static void read_successions(RoleMaker *maker, const PhraseReader *reader, const LinkedPhrase *links, size_t count)
{
    Succession found[SUCCESSIONS];
    size_t found_count = successions_find(reader, links, count, found, SUCCESSIONS),
           sentences = maker->succession_count;
    for (size_t i = 0; i < found_count; i++) {
        uint32_t sentence = maker->units.items[reader->first].sentence;
        ARENA_PUSH(maker->document->arena, maker->successions, maker->succession_count, maker->succession_room,
                   found[i]);
        ARENA_PUSH(maker->document->arena, maker->succession_sentences, sentences, maker->sentence_room, sentence);
    }
}

static void read_sentence(RoleMaker *maker, uint32_t first, uint32_t limit)
{
    LinkedPhrase links[PHRASES];
    PhraseReader reader = {maker->document, &maker->units, first, limit, maker->kinds_of, maker->named};
    size_t count = role_links(&reader, links);
    for (size_t i = 0; i < count; i++)
        if (links[i].holder >= 0 && is_title(maker, &links[i].phrase)) make_role(maker, &links[i]);
    read_successions(maker, &reader, links, count);
}

// ---------------------------------------------------------------------------------------------- settling

static bool held(const Role *role)
{
    return role->organization >= 0 || role->place >= 0 || role->person >= 0;
}

static bool same_holding(const Role *a, const Role *b)
{
    return a->organization == b->organization && a->place == b->place && a->person == b->person;
}

static void copy_holding(Role *to, const Role *from)
{
    to->organization = from->organization;
    to->place = from->place;
    to->person = from->person;
}

typedef struct CountryVotes {
    const char *countries[64];
    uint32_t votes[64];
    bool named[64]; // not only by its capital
    size_t count;
} CountryVotes;

static void vote_country(CountryVotes *tally, const char *country, uint32_t weight, bool named)
{
    size_t i = 0;
    while (i < tally->count && strcmp(tally->countries[i], country) != 0)
        i++;
    if (i == sizeof tally->votes / sizeof *tally->votes) return;
    if (i == tally->count) tally->countries[tally->count++] = country;
    tally->votes[i] += weight;
    tally->named[i] = tally->named[i] || named;
}

static const char *capital_of(const Document *document, const Mention *mention)
{
    char lower[48];
    KbText name = document_tokens_text(document, mention->first, mention->last);
    size_t length = 0;
    if (mention->type != KB_PLACE || name.length >= sizeof lower) return NULL;
    for (uint32_t i = mention->first; i < mention->last; i++) {
        KbText word = document->tokens[i].lower;
        if (length && document->tokens[i].space != SPACE_NONE) lower[length++] = ' ';
        if (length + word.length >= sizeof lower) return NULL;
        memcpy(lower + length, word.data, word.length);
        length += word.length;
    }
    return country_by_capital((KbText){lower, length});
}

// "Estonian Navy", "Bank of Zambia": countries inside other names.
static void vote_inside(const Document *document, const Mention *mention, CountryVotes *tally)
{
    for (uint32_t i = mention->first; i < mention->last; i++) {
        bool two = false;
        const char *country = country_by_name(document->tokens[i].lower);
        if (!country)
            country = demonym_country(document->tokens[i].lower,
                                      i > mention->first ? document->tokens[i - 1].lower : kb_text(""), &two);
        if (country) vote_country(tally, country, 2, true);
    }
}

static void count_names(RoleMaker *maker)
{
    const Document *document = maker->document;
    maker->named = arena_alloc(document->arena, document->chain_count + 1, sizeof *maker->named);
    maker->kinds_of = arena_alloc(document->arena, document->chain_count + 1, sizeof *maker->kinds_of);
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->chain < 0 || mention->kind != KB_NAME) continue;
        bool agency = mention->type == KB_ORGANIZATION && mention->first && mention->first < AGENCY_REACH &&
                      token_is(document, mention->first - 1, "(");
        maker->named[mention->chain] += agency ? -1000 : 2;
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
        PhraseReader reader = {maker->document, &maker->units, 0, maker->units.count, maker->kinds_of, maker->named};
        int32_t chain = nominal_chain(&reader, unit);
        if (chain >= 0) maker->named[chain] += 1;
    }
}

static bool fits_post(const RoleMaker *maker, int32_t chain, KbText head)
{
    unsigned kind = body_of_title(head);
    if (!kind && (maker->kinds_of[chain] & body_of_press())) return false;
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

static bool is_territory(const Document *document, int32_t chain, Territory territory)
{
    KbText name = document->chains[chain].name;
    bool state = is_us_state(name), county = memmem(name.data, name.length, "County", 6) != NULL;
    if (territory == TERRITORY_STATE) return state;
    return territory == TERRITORY_COUNTY ? county : !state && !county && !chain_country(document, chain);
}

// The place of the sort that is named most; -1: none.
static int32_t main_place(const RoleMaker *maker, Territory territory)
{
    const Document *document = maker->document;
    int32_t best = KB_NONE;
    for (size_t i = 0; i < maker->counted; i++) {
        bool fits = document->chains[i].type == KB_PLACE && maker->named[i] > 0 &&
                    is_territory(document, (int32_t)i, territory);
        if (fits && (best < 0 || maker->named[i] > maker->named[best])) best = (int32_t)i;
    }
    return best;
}

static bool ends_in(KbText title, const char *word)
{
    size_t length = strlen(word);
    return title.length >= length && memcmp(title.data + title.length - length, word, length) == 0;
}

static const char *const office_secretaries[] = {
    "press secretary",   "general secretary",  "company secretary",   "executive secretary",
    "private secretary", "honorary secretary", "corporate secretary", NULL};

static const char *const state_offices[] = {"governor-general",
                                            "commissioner of police",
                                            "police commissioner",
                                            "chief justice",
                                            "security chief",
                                            "army chief",
                                            "leader of the opposition",
                                            "public prosecutor",
                                            NULL};

static bool starts_with(KbText title, const char *word)
{
    size_t length = strlen(word);
    return title.length >= length && memcmp(title.data, word, length) == 0;
}

static bool is_one_of(KbText title, const char *const *list)
{
    for (; *list; list++)
        if (ends_in(title, *list)) return true;
    return false;
}

static bool government_post(const Role *role, uint32_t classes)
{
    bool member = ends_in(role->title, " minister") || ends_in(role->title, " secretary");
    if (member && !is_one_of(role->title, office_secretaries)) return true;
    if (is_one_of(role->title, state_offices) || ends_in(role->title, "secretary of state") ||
        ends_in(role->title, "opposition leader") || starts_with(role->title, "minister of ") ||
        starts_with(role->title, "secretary of ") || starts_with(role->title, "minister for ") ||
        ends_in(role->title, "vice president"))
        return true;
    bool simple = !memchr(role->title.data, ' ', role->title.length);
    return (classes & TITLE_GOV) && simple && !ends_in(role->title, "secretary-general") &&
           !ends_in(role->title, "ambassador");
}

// A post said without its place elsewhere in the article: the same person's, else anybody's of the same title.
static const Role *namesake_post(const Document *document, const Role *role, bool same_holder)
{
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *other = &document->roles[i];
        bool bodied = other->organization >= 0 || other->place >= 0;
        if (other == role || !bodied || !kb_text_equal(other->title, role->title)) continue;
        if (!same_holder || other->holder == role->holder) return other;
    }
    return NULL;
}

// An organization of a fitting kind said in the same sentence before the post.
static int32_t sentence_organization(const RoleMaker *maker, const Role *role, KbText head)
{
    const Document *document = maker->document;
    int32_t found = KB_NONE;
    uint32_t first = document->sentences[role->sentence].first;
    for (uint32_t token = first; token < role->token; token++) {
        int32_t index = document_mention_at(document, token);
        if (index < 0 || document->mentions[index].type != KB_ORGANIZATION) continue;
        int32_t chain = document->mentions[index].chain;
        if (chain >= 0 && maker->named[chain] > 0 && fits_post(maker, chain, head)) found = chain;
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
    {"sheriff", TERRITORY_COUNTY},
    {"undersheriff", TERRITORY_COUNTY},
    {"district attorney", TERRITORY_COUNTY},
    {"coroner", TERRITORY_COUNTY},
    {"governor", TERRITORY_STATE},
    {"attorney general", TERRITORY_STATE},
    {"state senator", TERRITORY_STATE},
    {"state representative", TERRITORY_STATE},
    {"secretary of state", TERRITORY_STATE},
    {"state treasurer", TERRITORY_STATE},
};

// Places that some government post is said to be held at: lands that the table of countries does not know, too.
static bool *governed_places(const RoleMaker *maker)
{
    const Document *document = maker->document;
    bool *governed = arena_alloc(document->arena, document->chain_count + 1, sizeof *governed);
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *role = &document->roles[i];
        if (role->place >= 0 && role->organization < 0 && government_post(role, maker->classes[i]))
            governed[role->place] = true;
    }
    return governed;
}

// Countries with how much the article is about each: mentions, nationalities and (for less) capitals counted.
static CountryVotes home_countries(const RoleMaker *maker)
{
    const Document *document = maker->document;
    const bool *governed = governed_places(maker);
    CountryVotes tally = {.count = 0};
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->chain < 0 || mention->kind != KB_NAME) continue;
        const char *country = chain_country(document, mention->chain);
        const char *capital = country ? NULL : capital_of(document, mention);
        KbText name = document->chains[mention->chain].name;
        if (!country && governed[mention->chain]) country = arena_text(document->arena, name.data, name.length).data;
        if (country) vote_country(&tally, country, governed[mention->chain] ? 5 : 3, true);
        if (capital) vote_country(&tally, capital, i == 0 ? 4 : 2, false);
        if (mention->type == KB_ORGANIZATION) vote_inside(document, mention, &tally);
    }
    for (size_t i = 0; i < document->demonym_count; i++)
        vote_country(&tally, document->demonyms[i].place.data, 2, true);
    return tally;
}

// Kinds of government posts and the countries that have, or lack, them; the first row that fits a title counts.
static const struct {
    const char *title; // how it ends
    bool only;         // else: all but these
    const char *countries;
} constitutions[] = {
    {"minister", false, "|United States|"},
    {"secretary of state", true, "|United States|United Kingdom|Vatican City|"},
    {"secretary", true, "|United States|United Kingdom|Philippines|"},
    {"chancellor", true, "|Germany|Austria|United Kingdom|"},
    {"king", true,
     "|United Kingdom|Spain|Belgium|Netherlands|Sweden|Norway|Denmark|Jordan|Morocco|Saudi "
     "Arabia|Bahrain|Thailand|Bhutan|Tonga|Cambodia|Lesotho|Eswatini|Malaysia|"},
    {"queen", true, "|United Kingdom|Denmark|Netherlands|Tonga|Spain|Sweden|Belgium|Jordan|"},
    {"emperor", true, "|Japan|"},
    {"emir", true, "|Qatar|Kuwait|"},
    {"sultan", true, "|Oman|Brunei|"},
    {"president", false,
     "|United Kingdom|England|Scotland|Wales|Northern Ireland|Canada|Australia|New "
     "Zealand|Japan|Sweden|Norway|Denmark|Netherlands|Belgium|"
     "Luxembourg|Spain|Thailand|Malaysia|Cambodia|Jordan|Morocco|Saudi "
     "Arabia|Kuwait|Qatar|Bahrain|Oman|Jamaica|Bahamas|"},
};

static bool office_exists(const char *country, KbText title)
{
    char key[64];
    snprintf(key, sizeof key, "|%s|", country);
    for (size_t i = 0; i < sizeof constitutions / sizeof *constitutions; i++)
        if (ends_in(title, constitutions[i].title))
            return (strstr(constitutions[i].countries, key) != NULL) == constitutions[i].only;
    return true;
}

// Somebody else is said to hold the office of that country now.
static bool office_taken(const RoleMaker *maker, const char *country, const Role *role)
{
    const Document *document = maker->document;
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *other = &document->roles[i];
        if (other->holder == role->holder || other->place < 0 || other->status != KB_CURRENT ||
            role->status != KB_CURRENT)
            continue;
        const char *name = chain_country(document, other->place);
        if (name && strcmp(name, country) == 0 && kb_text_equal(other->title, role->title)) return true;
    }
    return false;
}

// The country whose government the post belongs to; NULL: none is named that can have it.
static const char *country_of_post(const RoleMaker *maker, const CountryVotes *tally, const Role *role)
{
    size_t best = tally->count;
    for (size_t i = 0; i < tally->count; i++) {
        bool can = tally->named[i] && office_exists(tally->countries[i], role->title) &&
                   !office_taken(maker, tally->countries[i], role);
        if (can && (best == tally->count || tally->votes[i] > tally->votes[best])) best = i;
    }
    return best < tally->count ? tally->countries[best] : NULL;
}

static void settle_body(RoleMaker *maker, Role *role, KbText head)
{
    for (size_t i = 0; i < sizeof territorial_posts / sizeof *territorial_posts && role->place < 0; i++)
        if (ends_in(role->title, territorial_posts[i].title))
            role->place = main_place(maker, territorial_posts[i].territory);
    if (held(role)) return;
    role->organization = sentence_organization(maker, role, head);
    if (role->organization < 0) role->organization = main_organization(maker, head);
}

static void settle_unheld(RoleMaker *maker)
{
    Document *document = maker->document;
    CountryVotes tally = home_countries(maker);
    for (size_t i = 0; i < document->role_count; i++) {
        Role *role = &document->roles[i];
        bool post = (maker->classes[i] & TITLE_POST) != 0,
             loose = role->person >= 0 && !(maker->classes[i] & TITLE_HELDFOR);
        if (role->organization >= 0 || role->place >= 0 || (role->person >= 0 && !(post && loose))) continue;
        const Role *other = namesake_post(document, role, true);
        if (!other && post && !government_post(role, maker->classes[i])) other = namesake_post(document, role, false);
        if (other)
            copy_holding(role, other);
        else if (held(role))
            continue;
        else if (government_post(role, maker->classes[i])) {
            const char *home = country_of_post(maker, &tally, role);
            if (home) role->place = country_chain(document, home);
        } else if (post || (body_of_title(maker->heads[i]) && !maker->national[i]))
            settle_body(maker, role, maker->heads[i]);
        settle_holding(role);
    }
}

// "leads" and "heads" give way to the post that the article names for the same holder and body.
static bool verb_is_named(const RoleMaker *maker, size_t index)
{
    const Document *document = maker->document;
    const Role *role = &document->roles[index];
    if (maker->kinds[index] != LINK_VERB) return false;
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *other = &document->roles[i];
        if (maker->kinds[i] != LINK_VERB && other->holder == role->holder && same_holding(other, role)) return true;
    }
    return false;
}

static bool repeats(const Role *a, const Role *b)
{
    return a->holder == b->holder && a->status == b->status && a->polarity == b->polarity &&
           a->modality == b->modality && same_holding(a, b) && kb_text_equal(a->title, b->title);
}

static void keep_one_each(RoleMaker *maker)
{
    Document *document = maker->document;
    size_t kept = 0;
    bool *drop = arena_alloc(document->arena, document->role_count + 1, sizeof *drop);
    for (size_t i = 0; i < document->role_count; i++) {
        drop[i] = verb_is_named(maker, i);
        for (size_t j = 0; j < i && !drop[i]; j++)
            drop[i] = !drop[j] && repeats(&document->roles[i], &document->roles[j]);
    }
    for (size_t i = 0; i < document->role_count; i++)
        if (!drop[i]) document->roles[kept++] = document->roles[i];
    document->role_count = kept;
}

// ---------------------------------------------------------------------------------------------- successions

// The post that a succession is about: a seat rather than an occupation, said of the person in the same or a
// neighbouring sentence, or the only one that is said of him at all; -1: none.
static int32_t post_of(const RoleMaker *maker, int32_t person, uint32_t sentence, bool predecessor)
{
    const Document *document = maker->document;
    int32_t best = KB_NONE;
    uint32_t distance = UINT32_MAX;
    bool several = false;
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *role = &document->roles[i];
        bool fits = role->holder == person && (maker->classes[i] & TITLE_POST) && role->polarity == KB_POSITIVE;
        bool wanted =
            predecessor || role->status == KB_CURRENT || role->status == KB_DESIGNATE || role->status == KB_ACTING;
        if (!fits || !wanted) continue;
        uint32_t away = role->sentence > sentence ? role->sentence - sentence : sentence - role->sentence;
        if (best >= 0 && !kb_text_equal(document->roles[best].title, role->title)) several = true;
        if (away < distance) best = (int32_t)i, distance = away;
    }
    return several && distance > 1 ? KB_NONE : best;
}

static void add_copy(RoleMaker *maker, size_t source, int32_t holder, uint8_t status, const Succession *succession,
                     uint32_t sentence)
{
    Document *document = maker->document;
    Role role = document->roles[source];
    role.holder = holder;
    role.status = status;
    role.sentence = sentence;
    role.token = maker->units.items[succession->unit].first;
    role.last = role.token + 1;
    role.confidence = SUCCESSION_CONFIDENCE;
    for (unsigned i = 0; i < 2; i++)
        role.start[i] = role.end[i] = (KbDate){0, 0, 0};
    uint32_t classes = maker->classes[source];
    KbText head = maker->heads[source];
    ARENA_PUSH(document->arena, document->roles, document->role_count, maker->room, role);
    ARENA_PUSH(document->arena, maker->classes, maker->classes_count, maker->classes_room, classes);
    ARENA_PUSH(document->arena, maker->heads, maker->heads_count, maker->heads_room, head);
    ARENA_PUSH(document->arena, maker->national, maker->national_count, maker->national_room, false);
    ARENA_PUSH(document->arena, maker->kinds, maker->kinds_count, maker->kinds_room, (uint8_t)LINK_PREDICATE);
}

static bool has_title(const Document *document, int32_t holder, const Role *like)
{
    for (size_t i = 0; i < document->role_count; i++)
        if (document->roles[i].holder == holder && kb_text_equal(document->roles[i].title, like->title) &&
            same_holding(&document->roles[i], like))
            return true;
    return false;
}

// Gives the post of the one to the other, where the other has none such yet.
static void pass_on(RoleMaker *maker, size_t index)
{
    Document *document = maker->document;
    const Succession *succession = &maker->successions[index];
    uint32_t sentence = maker->succession_sentences[index];
    int32_t after = post_of(maker, succession->successor, sentence, false),
            before = post_of(maker, succession->predecessor, sentence, true);
    uint8_t left = succession->future || succession->present ? KB_CURRENT : KB_FORMER;
    if (before >= 0) {
        if (left == KB_FORMER && document->roles[before].status == KB_CURRENT &&
            document->roles[before].sentence == sentence)
            document->roles[before].status = KB_FORMER;
        if (!has_title(document, succession->successor, &document->roles[before]))
            add_copy(maker, (size_t)before, succession->successor, succession->future ? KB_DESIGNATE : KB_CURRENT,
                     succession, sentence);
    } else if (after >= 0 && !has_title(document, succession->predecessor, &document->roles[after])) {
        add_copy(maker, (size_t)after, succession->predecessor, left, succession, sentence);
    }
}

// ---------------------------------------------------------------------------------------------- the stage

void roles_find(Document *document)
{
    document->roles = NULL;
    document->role_count = 0;
    RoleMaker maker = {.document = document, .units = units_make(document)};
    maker.counted = document->chain_count;
    count_names(&maker);
    count_nouns(&maker);
    for (uint32_t first = 0; first < maker.units.count;) {
        uint32_t limit = first + 1;
        while (limit < maker.units.count && maker.units.items[limit].sentence == maker.units.items[first].sentence)
            limit++;
        read_sentence(&maker, first, limit);
        first = limit;
    }
    settle_unheld(&maker);
    for (size_t i = 0; i < maker.succession_count; i++)
        pass_on(&maker, i);
    keep_one_each(&maker);
}

void stage_roles(Worker *worker, Document *document)
{
    (void)worker;
    roles_find(document);
}
