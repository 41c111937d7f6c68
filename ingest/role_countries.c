// Posts of governments: which country a bare "prime minister" or "foreign minister" belongs to.
// SPDX-License-Identifier: MIT
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/role_seats.h"

enum { DATELINE = 3, LEAD = 2, NEAR_SENTENCES = 2, NEAR_TOKENS = 200, OPENING_TOKENS = 8 };
// tokens; sentences that open the article; how far before a post its country is told

struct CountryVotes {
    const char *countries[64];
    uint32_t votes[64];
    size_t count;
};

static void vote_country(CountryVotes *tally, const char *country, uint32_t weight)
{
    size_t i = 0;
    while (i < tally->count && strcmp(tally->countries[i], country) != 0)
        i++;
    if (i == sizeof tally->votes / sizeof *tally->votes) return;
    if (i == tally->count) tally->countries[tally->count++] = country;
    tally->votes[i] += weight;
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

const char *country_of_capital(const Document *document, int32_t chain)
{
    char lower[48];
    KbText name = document->chains[chain].name;
    if (name.length >= sizeof lower) return NULL;
    for (size_t i = 0; i < name.length; i++)
        lower[i] = (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] + 32 : name.data[i]);
    return country_by_capital((KbText){lower, name.length});
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
        if (country) vote_country(tally, country, 2);
    }
}

bool title_ends(KbText title, const char *word)
{
    return word_ends(title, word, 0);
}

static const char *const office_secretaries[] = {
    "press secretary",   "general secretary",  "company secretary",   "executive secretary",
    "private secretary", "honorary secretary", "corporate secretary", NULL};

static const char *const state_offices[] = {"governor-general",
                                            "commissioner of police",
                                            "police commissioner",
                                            "chief justice",
                                            "attorney general",
                                            "attorney-general",
                                            "director of public prosecutions",
                                            "solicitor-general",
                                            "security chief",
                                            "solicitor general",
                                            "budget director",
                                            "army chief",
                                            "leader of the opposition",
                                            "public prosecutor",
                                            "state prosecutor",
                                            "prosecutor general",
                                            "prosecutor-general",
                                            "undersecretary",
                                            "under-secretary",
                                            "armed forces chief",
                                            "military chief",
                                            "defense chief",
                                            "defence chief",
                                            "chief of staff of the armed forces",
                                            "chief of defence",
                                            "chief of defense",
                                            "chief of the defence staff",
                                            "chief of the defense staff",
                                            "chief of the general staff",
                                            NULL};

static bool starts_with(KbText title, const char *word)
{
    size_t length = strlen(word);
    return title.length >= length && memcmp(title.data, word, length) == 0;
}

// "deputy secretary of defense" as well as "secretary of defense"
static bool begins_office(KbText title, const char *office)
{
    static const char *const juniors[] = {"deputy ",    "assistant ", "first ", "under ",
                                          "permanent ", "junior ",    "senior "};
    for (size_t i = 0; i < sizeof juniors / sizeof *juniors; i++) {
        if (!starts_with(title, juniors[i])) continue;
        title.data += strlen(juniors[i]), title.length -= strlen(juniors[i]);
        i = SIZE_MAX; // "deputy assistant": from the start again
    }
    return starts_with(title, office);
}

static bool is_one_of(KbText title, const char *const *list)
{
    for (; *list; list++)
        if (title_ends(title, *list)) return true;
    return false;
}

// A minister with a portfolio is his country's, also where the ministry is named.
bool minister_post(KbText title)
{
    bool bare = title_ends(title, "deputy minister") || title_ends(title, "assistant minister") ||
                title_ends(title, "acting minister");
    return (title_ends(title, " minister") && !bare) || begins_office(title, "minister of ") ||
           begins_office(title, "minister for ");
}

bool government_post(const Role *role, uint32_t classes)
{
    bool member = title_ends(role->title, " minister") || title_ends(role->title, " secretary");
    if (member && !is_one_of(role->title, office_secretaries)) return true;
    if (is_one_of(role->title, state_offices) || title_ends(role->title, "secretary of state") ||
        title_ends(role->title, "opposition leader") || begins_office(role->title, "minister of ") ||
        begins_office(role->title, "undersecretary ") || begins_office(role->title, "director of national ") ||
        begins_office(role->title, "secretary of ") || begins_office(role->title, "minister for ") ||
        title_ends(role->title, "vice president"))
        return true;
    bool simple = !memchr(role->title.data, ' ', role->title.length);
    return (classes & TITLE_GOV) && simple && !title_ends(role->title, "secretary-general") &&
           !title_ends(role->title, "ambassador");
}

// Places that some government post is said to be held at: lands that the table of countries does not know, too.
static bool *governed_places(const RoleMaker *maker)
{
    const Document *document = maker->document;
    bool *governed = arena_alloc(document->arena, document->chain_count + 1, sizeof *governed);
    for (size_t i = 0; i < maker->count; i++) {
        const Role *role = &maker->drafts[i].role;
        bool head = title_ends(role->title, "president") || title_ends(role->title, "minister") ||
                    title_ends(role->title, "premier");
        if (role->place >= 0 && role->organization < 0 && head && government_post(role, maker->drafts[i].classes))
            governed[role->place] = true;
    }
    return governed;
}

// Words of the names of parliaments that one country alone has.
static const struct {
    const char *word, *country;
} parliaments[] = {{"verkhovna", "Ukraine"},  {"rada", "Ukraine"},        {"knesset", "Israel"},
                   {"bundestag", "Germany"},  {"duma", "Russia"},         {"sejm", "Poland"},
                   {"riksdag", "Sweden"},     {"storting", "Norway"},     {"folketing", "Denmark"},
                   {"althing", "Iceland"},    {"saeima", "Latvia"},       {"seimas", "Lithuania"},
                   {"riigikogu", "Estonia"},  {"eduskunta", "Finland"},   {"sabha", "India"},
                   {"oireachtas", "Ireland"}, {"d\xc3\xa1il", "Ireland"}, {"hural", "Mongolia"}};

static const char *country_of_parliament(const Document *document, const Mention *mention)
{
    for (uint32_t token = mention->first; token < mention->last && mention->type != KB_PERSON; token++)
        for (size_t i = 0; i < sizeof parliaments / sizeof *parliaments; i++)
            if (kb_text_equal(document->tokens[token].lower, kb_text(parliaments[i].word)))
                return parliaments[i].country;
    return NULL;
}

// Countries with how much the article is about each: mentions, nationalities and (for less) capitals counted.
CountryVotes *countries_count(const RoleMaker *maker)
{
    const Document *document = maker->document;
    const bool *governed = governed_places(maker);
    CountryVotes *tally = arena_alloc(document->arena, 1, sizeof *tally);
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->chain < 0 || mention->kind != KB_NAME) continue;
        const char *country = chain_country(document, mention->chain);
        const char *capital = country ? NULL : capital_of(document, mention);
        KbText name = document->chains[mention->chain].name;
        if (!country && governed[mention->chain]) country = arena_text(document->arena, name.data, name.length).data;
        if (country) vote_country(tally, country, governed[mention->chain] ? 5 : 3);
        if (capital) vote_country(tally, capital, mention->first < DATELINE ? 8 : 2);
        if (country && document->tokens[mention->first].sentence < LEAD) vote_country(tally, country, 4);
        if (is_us_state(name)) vote_country(tally, "United States", 1);
        const char *seated = country_of_parliament(document, mention);
        if (seated) vote_country(tally, seated, 3);
        if (mention->type == KB_ORGANIZATION) vote_inside(document, mention, tally);
    }
    for (size_t i = 0; i < document->demonym_count; i++)
        vote_country(tally, document->demonyms[i].place.data, 2);
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

bool office_exists(const char *country, KbText title)
{
    if (starts_with(title, "secretary of state for ")) return strcmp(country, "United States") != 0;
    char key[64];
    snprintf(key, sizeof key, "|%s|", country);
    KbText post = title; // without "of defense", "for Russia"
    const char *of = memmem(title.data, title.length, " of ", 4), *on = memmem(title.data, title.length, " for ", 5);
    if (of) post.length = (size_t)(of - title.data);
    if (on && on < title.data + post.length) post.length = (size_t)(on - title.data);
    for (size_t i = 0; i < sizeof constitutions / sizeof *constitutions; i++)
        if (title_ends(title, constitutions[i].title) || title_ends(post, constitutions[i].title))
            return (strstr(constitutions[i].countries, key) != NULL) == constitutions[i].only;
    return true;
}

// The country that the token names, also by a nationality or its capital; NULL: none.
static const char *country_told(const Document *document, uint32_t token)
{
    int32_t demonym = document_demonym_at(document, token), index = document_mention_at(document, token);
    if (demonym >= 0) return document->demonyms[demonym].place.data;
    const Mention *mention = index < 0 ? NULL : &document->mentions[index];
    if (!mention || mention->chain < 0 || mention->first != token || mention->kind != KB_NAME) return NULL;
    const char *country = chain_country(document, mention->chain);
    if (!country) country = country_of_parliament(document, mention);
    return country ? country : capital_of(document, mention);
}

// Somebody else is said, or plainly said, to hold the office of that country now.
static bool is_held_by_another(const RoleMaker *maker, const char *country, const Role *role, bool plainly)
{
    for (size_t i = 0; i < maker->count && i < ROLE_WINDOW && role->status == KB_CURRENT; i++) {
        const Role *other = &maker->drafts[i].role;
        if (other->holder == role->holder || other->place < 0 || other->status != KB_CURRENT) continue;
        if (plainly && !maker->drafts[i].sure) continue;
        const char *name = chain_country(maker->document, other->place);
        if (name && strcmp(name, country) == 0 && kb_text_equal(other->title, role->title)) return true;
    }
    return false;
}

static bool office_taken(const RoleMaker *maker, const char *country, const Role *role)
{
    return is_held_by_another(maker, country, role, false);
}

bool office_is_anothers(const RoleMaker *maker, const Role *role)
{
    bool head =
        kb_text_equal(role->title, kb_text("president")) || kb_text_equal(role->title, kb_text("prime minister"));
    const char *country = head && role->place >= 0 ? chain_country(maker->document, role->place) : NULL;
    return country && is_held_by_another(maker, country, role, true);
}

bool is_american_president(const RoleMaker *maker, const RoleDraft *draft)
{
    const Document *document = maker->document;
    KbText name = document->chains[draft->role.holder].name;
    bool bare = draft->kind == LINK_BEFORE_NAME && kb_text_equal(draft->role.title, kb_text("president")) &&
                !memchr(name.data, ' ', name.length);
    for (size_t i = 0; bare && i < maker->counted; i++)
        if (maker->named[i] > 0 && kb_text_equal(document->chains[i].name, kb_text("White House"))) return true;
    return false;
}

// "In Kyiv the file changes hands": the country whose capital opens the sentence; NULL: none.
static const char *scene_of(const Document *document, const Sentence *sentence)
{
    uint32_t token = sentence->first;
    if (!token_in(document, token, "|in|from|at|") || token + 1 >= sentence->last) return NULL;
    return country_told(document, token + 1);
}

// The country told last between the tokens that can have the post; NULL: none.
static const char *country_between(const RoleMaker *maker, uint32_t from, uint32_t until, const Role *role)
{
    for (uint32_t token = until; token > from && until - token < NEAR_TOKENS; token--) {
        if (token > from + 2 && token_in(maker->document, token - 3, "|ambassador|envoy|consul|commissioner|") &&
            token_is(maker->document, token - 2, "to"))
            continue; // whom the country receives, another sent
        const char *country = country_told(maker->document, token - 1);
        if (country && office_exists(country, role->title) && !office_taken(maker, country, role)) return country;
    }
    return NULL;
}

// The country that the sentence tells first, where it can have the post; NULL: none.
static const char *country_opening(const RoleMaker *maker, const Sentence *sentence, const Role *role)
{
    const char *country = NULL;
    for (uint32_t token = sentence->first;
         token < sentence->last && token - sentence->first < OPENING_TOKENS && !country; token++)
        country = country_between(maker, token, token + 1, role);
    return country;
}

// The country told last before the post in its sentence, or first in the one before, else the scene of those before.
static const char *country_near(const RoleMaker *maker, const Role *role)
{
    const Sentence *sentences = maker->document->sentences;
    const char *country = country_between(maker, sentences[role->sentence].first, role->token, role);
    if (!country && role->sentence) country = country_opening(maker, &sentences[role->sentence - 1], role);
    for (uint32_t back = 1; back <= NEAR_SENTENCES && back <= role->sentence && !country; back++) {
        const char *scene = scene_of(maker->document, &sentences[role->sentence - back]);
        if (scene && office_exists(scene, role->title) && !office_taken(maker, scene, role)) country = scene;
    }
    return country;
}

// The country of the parliament named last between the tokens.
static const char *parliament_between(const Document *document, uint32_t from, uint32_t until)
{
    for (uint32_t token = until; token > from && until - token < NEAR_TOKENS; token--) {
        int32_t index = document_mention_at(document, token - 1);
        const char *country = index < 0 ? NULL : country_of_parliament(document, &document->mentions[index]);
        if (country) return country;
    }
    return NULL;
}

const char *country_of_scene(const RoleMaker *maker, const Role *role)
{
    const Document *document = maker->document;
    for (uint32_t back = 0; back <= NEAR_SENTENCES && back <= role->sentence; back++) {
        const Sentence *sentence = &document->sentences[role->sentence - back];
        const char *found = parliament_between(document, sentence->first, back ? sentence->last : role->token);
        if (!found) found = scene_of(document, sentence);
        if (found && office_exists(found, role->title) && !office_taken(maker, found, role)) return found;
    }
    return NULL;
}

bool sentence_tells_country(const Document *document, uint32_t sentence, const char *country)
{
    for (uint32_t token = document->sentences[sentence].first; token < document->sentences[sentence].last; token++) {
        const char *told = country_told(document, token);
        if (told && strcmp(told, country) == 0) return true;
    }
    return false;
}

const char *country_of_meeting(const RoleMaker *maker, const Role *role)
{
    const Document *document = maker->document;
    int32_t index = document_mention_at(document, role->last);
    const Mention *name = index < 0 ? NULL : &document->mentions[index];
    if (!name || name->chain != role->holder || !token_is(document, name->last, "in")) return NULL;
    int32_t in = document_mention_at(document, name->last + 1);
    const char *country = in < 0 ? NULL : capital_of(document, &document->mentions[in]);
    bool can = country && office_exists(country, role->title) && !office_taken(maker, country, role);
    return can ? country : NULL;
}

bool place_told_later(const Document *document, const Role *role)
{
    enum { BACK = 600 };
    const char *country = chain_country(document, role->place);
    uint32_t first = role->token > BACK ? role->token - BACK : 0, end = document->sentences[role->sentence].last;
    for (uint32_t token = end; token-- > first;) {
        const char *told = country ? country_told(document, token) : NULL;
        int32_t mention = document_mention_at(document, token);
        if (told && strcmp(told, country) == 0) return false;
        if (mention >= 0 && document->mentions[mention].chain == role->place) return false;
    }
    return first == 0;
}

const char *country_nearer(const RoleMaker *maker, const Role *role)
{
    const char *guess = role->place < 0 ? NULL : chain_country(maker->document, role->place);
    if (!guess || sentence_tells_country(maker->document, role->sentence, guess)) return NULL;
    if (!role->sentence || sentence_tells_country(maker->document, role->sentence - 1, guess)) return NULL;
    return country_near(maker, role);
}

const char *country_of_ministers(const RoleMaker *maker, const Role *role)
{
    const char *own = role->place < 0 ? NULL : chain_country(maker->document, role->place);
    if (!own || !kb_text_equal(role->title, kb_text("president")) ||
        sentence_tells_country(maker->document, role->sentence, own))
        return NULL;
    for (size_t i = 0; i < maker->count && i < ROLE_WINDOW; i++) {
        const Role *other = &maker->drafts[i].role;
        const char *country = other->place < 0 ? NULL : chain_country(maker->document, other->place);
        uint32_t away =
            other->sentence > role->sentence ? other->sentence - role->sentence : role->sentence - other->sentence;
        bool fits = country && away && away <= NEAR_SENTENCES && other->status == KB_CURRENT &&
                    minister_post(other->title) && strcmp(country, own) != 0 && office_exists(country, role->title);
        if (fits && sentence_tells_country(maker->document, role->sentence, country) &&
            !office_taken(maker, country, role))
            return country;
    }
    return NULL;
}

// "the U.S. ambassador" is sent by the United States: the country told right before the post.
static const char *sender_of(const RoleMaker *maker, const Role *role)
{
    const Document *document = maker->document;
    uint32_t token = role->token, first = document->sentences[role->sentence].first;
    if (token > first && token_in(document, token - 1, "|'s|\xe2\x80\x99s|'|")) token--;
    bool sent = title_ends(role->title, "ambassador") || title_ends(role->title, "high commissioner");
    if (token == first || !sent) return NULL;
    return country_told(document, token - 1);
}

const char *country_of_post(const RoleMaker *maker, const CountryVotes *tally, const Role *role)
{
    const char *sender = sender_of(maker, role), *near = sender ? NULL : country_near(maker, role);
    if (near) return near;
    size_t best = tally->count;
    for (size_t i = 0; i < tally->count; i++) {
        bool can = office_exists(tally->countries[i], role->title) && !office_taken(maker, tally->countries[i], role);
        if (sender && strcmp(sender, tally->countries[i]) == 0) continue;
        if (can && (best == tally->count || tally->votes[i] > tally->votes[best])) best = i;
    }
    return best < tally->count ? tally->countries[best] : NULL;
}
