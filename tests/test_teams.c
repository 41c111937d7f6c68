// Teams called by their town, in texts about sport and only there.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/teams.h"
#include "tests/marked.h"
#include "tests/suite.h"

typedef struct TeamCase {
    const char *marked;
    const char *types; // of the names in text order: o, l, p
} TeamCase;

static const TeamCase cases[] = {
    // results, opponents, tables
    {"Cricket league: [[l|Yelmsford]] beat [[l|Ardenshire]] by nine wickets.", "oo"},
    {"Match of the season: [[l|Brackwell]] v [[l|Ostmouth]].", "oo"},
    {"Baseball division results. [[l|Rio Alto]] 3 [[l|PORT ANSON]] 2", "oo"},
    {"Cup, first innings: [[l|Ardenshire]] 259 and 207, [[l|Yelmsford]] 114 and 211.", "oo"},
    {"League standings, division one. [[l|PORT ANSON]] 74 59 .556 -", "o"},
    {"LEAGUE GAMES\n[[l|RIO ALTO]] AT [[l|PORT ANSON]]\nMore games to come.", "ol"},
    {"League match against [[l|Ostmouth]].", "o"},
    {"The [[l|Ostmouth]] captain left the club before the match.", "o"},
    {"A victory over [[l|Ostmouth]] in the league; his goal for [[l|Brackwell]]; to beat [[l|Yelmsford]].", "ooo"},
    {"Cricket matches. [[l|Ardenshire]] 83 and 174 (P. Poe 4-38). [[l|Yelmsford]] 108-3.", "oo"},
    {"League match news: [[l|Yelmsford]], [[l|Rio Alto]] and [[l|Ostmouth]] won; [[l|Ostmouth]] beat [[l|Ardenshire]].",
     "ooooo"},
    // rows whose names no label gave
    {"League results, division one.\nZelmar 2 Rio Alto 1\nOstmouth 0 [[p|Kett]] Town 3", "oop"},
    {"League standings, division one.\nZelmar 0 2 1 4 5\nFrance 3 0 0 6", "ol"},
    {"[[l|U.S.]] Open match in [[l|Ohio]], league two", "l"},
    {"The [[l|Arden]] Marathon ended in [[l|Marlow]].", "l"},
    // the same name elsewhere, but for places
    {"[[l|Yelmsford]] led the league. At [[l|Yelmsford]] the match went on. [[l|Yelmsford]] beat [[l|Ardenshire]].",
     "oloo"},
    {"[[l|YELMSFORD]] (AP) The match: [[l|Yelmsford]] v [[l|Ostmouth]] in a full stadium.", "loo"},
    {"[[l|YELMSFORD]], [[l|Arden]] (AP) - The match: [[l|Yelmsford]] v [[l|Ostmouth]] in a full stadium.", "lloo"},
    {"[[l|Rio Alto]], [[l|Ohio]], has a team. In the league [[l|Rio Alto]] beat [[l|Port Anson]].", "lloo"},
    // countries, people, other texts
    {"World cup match: [[l|France]] 3 [[l|Italy]] 2", "ll"},
    {"In the match [[p|Smith]] beat [[l|Ostmouth]] in two games.", "pl"},
    {"The captain of the team lives in [[l|Ostmouth]], by a goal post.", "l"},
    {"A victory over [[l|Ostmouth]] by the rebels.", "l"},
    {"Turnout was low. [[l|Yelmsford]] 30 [[l|Ardenshire]] 40", "ll"},
    {"The team flew from [[l|Ostmouth]] to the league game in 1996.", "l"},
};

START_TEST(tells_teams_from_towns)
{
    Document document;
    document_init(&document);
    marked_document(&document, cases[_i].marked, (KbDate){0, 0, 0});
    teams_find(&document);
    char found[32] = "";
    size_t length = 0;
    for (size_t i = 0; i < document.mention_count; i++)
        found[length++] = "pol"[document.mentions[i].type];
    ck_assert_msg(strcmp(found, cases[_i].types) == 0, "%s\n  expected %s\n  found    %s", cases[_i].marked,
                  cases[_i].types, found);
    document_clear(&document);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("teams");
    TCase *tests = tcase_create("teams");
    tcase_add_loop_test(tests, tells_teams_from_towns, 0, (int)(sizeof cases / sizeof *cases));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
