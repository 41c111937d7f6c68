// Drafts of roles, and the rules that find the seat of a post that is said without one.
// SPDX-License-Identifier: MIT
//
//   links --roles.c--> drafts --role_seats.c--> drafts with their seats --roles.c--> one Role per claim
#ifndef INGEST_ROLE_SEATS_H
#define INGEST_ROLE_SEATS_H

#include "ingest/role_links.h"
#include "ingest/successions.h"

typedef struct RoleDraft {
    Role role;
    uint32_t classes; // of the title's head
    KbText head;      // last word of the title proper
    uint8_t kind;     // LinkKind
    bool national;    // a nationality was said
    bool pointed;     // its seat was only pointed to
    bool sure;        // its seat is said beside it
    bool indefinite;  // "a former coach"
    bool alone;       // "a surgeon": an occupation said without a seat
    bool introduces;  // the holder's name follows it: "President Poe", "the president, Ann Poe,"
} RoleDraft;

typedef struct RoleMaker {
    Document *document;
    Units units;
    RoleDraft *drafts;
    size_t count, room;
    int32_t *named;       // [counted] how often; below 0: the agency of a dateline
    uint32_t *kinds_of;   // [counted] body_of_name of all its names
    int32_t *alone;       // [counted] how often it is meant for itself, not behind a town of it: "Albany, N.Y."
    size_t counted;       // chains before silent places were added
    TitledPerson *titled; // in text order
    size_t titled_count, titled_room;
    Succession *successions;
    uint32_t *succession_sentences; // [succession_count]
    size_t succession_count, succession_room, sentence_room;
} RoleMaker;

enum { ROLE_WINDOW = 300 }; // how far apart, in drafts, two may tell about each other: keeps long documents linear

void seats_count(RoleMaker *maker);  // fills named, kinds_of and counted
void seats_settle(RoleMaker *maker); // holds each post at its body, land or town where nothing was said

bool leads_unnamed(const RoleDraft *draft); // "leads an inquiry": a body that is no seat

void settle_holding(Role *role); // keeps the organization, or else the place, or else the person
bool role_held(const Role *role);
bool same_holding(const Role *a, const Role *b);

// The country whose government the post belongs to; NULL: none is named that can have it.
typedef struct CountryVotes CountryVotes;
CountryVotes *countries_count(const RoleMaker *maker);
// Where the ministers around a president are of another country than the one guessed at, and his sentence tells that
// country alone: that country; NULL: it does not.
const char *country_of_ministers(const RoleMaker *maker, const Role *role);
const char *country_of_scene(const RoleMaker *maker, const Role *role); // "In Kyiv ..." just before; NULL: not told
const char *country_of_post(const RoleMaker *maker, const CountryVotes *tally, const Role *role);
// Somebody else is plainly said to be president or prime minister where the post is guessed at.
bool office_is_anothers(const RoleMaker *maker, const Role *role);
// "President Bush", never called more, in a story with a White House: American news leaves its own country unsaid.
bool is_american_president(const RoleMaker *maker, const RoleDraft *draft);
// The country told in the sentence of the post or the one before, where neither tells the one guessed at; NULL.
const char *country_nearer(const RoleMaker *maker, const Role *role);
// "met Prime Minister Poe in Zagreb": the host's; NULL: nothing of the sort.
const char *country_of_meeting(const RoleMaker *maker, const Role *role);
bool place_told_later(const Document *document, const Role *role); // first told behind the sentence of the post
bool sentence_tells_country(const Document *document, uint32_t sentence, const char *country); // also by its capital
bool government_post(const Role *role, uint32_t classes);
bool office_exists(const char *country, KbText title); // no secretaries of Russia, no ministers of the United States
bool minister_post(KbText title);                      // of a country, never of a body
const char *country_of_capital(const Document *document, int32_t chain); // NULL: the place is none
bool title_ends(KbText title, const char *words);

#endif
