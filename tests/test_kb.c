// The knowledge base through its public interface: claims, resolution by hand-made cases, searching, paths.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "tests/kb_world.h"
#include "tests/suite.h"

static const char *path;
static Kb *kb;
static KbReader *reader;
static KbError error;
static Story story;

static void setup(void)
{
    path = world_path();
    kb = world_open(path);
    reader = NULL;
    ck_assert_int_eq(kb_begin(kb, &error), KB_OK);
}

static void teardown(void)
{
    kb_reader_close(reader);
    kb_close(kb);
    world_remove(path);
}

static void put(void)
{
    story_put(&story, kb);
    story_end(&story);
}

static void commit(void)
{
    ck_assert_msg(kb_commit(kb, &error) == KB_OK, "%s", error.text);
    ck_assert_int_eq(kb_reader_open(kb, &reader, &error), KB_OK);
}

// A document with one person who holds one post, and somebody who is there too.
static void report(const char *id, const char *date, const char *person, const char *title, const char *body,
                   const char *company)
{
    story_begin(&story, id, date);
    int32_t holder = story_entity(&story, KB_PERSON, person), at = KB_NONE;
    if (body) at = story_entity(&story, KB_ORGANIZATION, body);
    if (company) story_entity(&story, KB_PERSON, company);
    if (title) story_role(&story, holder, title, at, KB_CURRENT);
    put();
}

static const KbCandidate *find(const char *name, size_t *count)
{
    const KbCandidate *found;
    KbStatus status = kb_find(reader, kb_text(name), 0, &found, count, &error);
    ck_assert(status == KB_OK || status == KB_NOT_FOUND);
    return found;
}

static const KbEntity *get(const char *name)
{
    size_t count;
    const KbEntity *entity;
    const KbCandidate *found = find(name, &count);
    ck_assert_msg(count > 0, "no %s", name);
    ck_assert_int_eq(kb_entity_get(reader, kb_text(found[0].entity.id.text), &entity, &error), KB_OK);
    return entity;
}

static size_t count_people(void)
{
    KbStats stats;
    ck_assert_int_eq(kb_stats(reader, &stats, &error), KB_OK);
    return (size_t)stats.entities[KB_PERSON];
}

// ---------------------------------------------------------------------------------------------- resolution

START_TEST(variants_of_a_name_are_one_person)
{
    report("a", "2017-02-15", "Joseph F. Dunford Jr.|Dunford", "chairman", "Joint Chiefs of Staff", NULL);
    report("b", "2017-03-01", "Joe Dunford", "chairman", "Joint Chiefs", NULL);
    report("c", "2017-03-05", "Dunford", NULL, "Pentagon", NULL);
    commit();
    ck_assert_uint_eq(count_people(), 1);
    const KbEntity *dunford = get("Gen. Joe Dunford");
    ck_assert(kb_text_equal(dunford->name, kb_text("Joseph F. Dunford Jr.")));
    ck_assert(kb_text_equal(dunford->parts.family, kb_text("Dunford")));
    ck_assert_uint_eq(dunford->document_count, 3);
    ck_assert_uint_eq(dunford->alias_count, 2);
    ck_assert(!dunford->unresolved);
}
END_TEST

START_TEST(transliterations_are_one_person)
{
    report("a", "2017-02-15", "Valeriy Gerasimov", "chief", "General Staff", NULL);
    report("b", "2017-03-01", "Valery Gerasimov", "chief", "General Staff", NULL);
    report("c", "2017-03-01",
           "Recep Erdo\xc4\x9f"
           "an",
           "president", NULL, NULL);
    report("d", "2017-03-01", "Recep Erdogan", "president", NULL, NULL);
    commit();
    ck_assert_uint_eq(count_people(), 2);
}
END_TEST

START_TEST(namesakes_of_different_walks_of_life_stay_apart)
{
    report("a", "2017-01-01", "John Smith", "undersecretary", "Treasury", "Steven Mnuchin");
    report("b", "2017-01-02", "John Smith", "footballer", "Leeds United", "Harry Kane");
    report("c", "2017-01-03", "John Smith", "undersecretary", "Treasury", NULL);
    report("d", "2017-01-04", "Smith", "footballer", "Leeds United", NULL);
    commit();
    size_t count;
    const KbCandidate *found = find("John Smith", &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(found[0].score, 1000);
    ck_assert_uint_eq(count_people(), 4);
}
END_TEST

START_TEST(a_family_name_that_two_people_own_is_unresolved)
{
    report("a", "2017-01-01", "Maria Okafor", "minister", "Cabinet Office", NULL);
    report("b", "2017-01-02", "Daniel Okafor", "banker", "Zenith Bank", NULL);
    report("c", "2017-01-03", "Okafor", NULL, NULL, NULL);
    commit();
    ck_assert_uint_eq(count_people(), 3);
    size_t count, unresolved = 0;
    const KbCandidate *found = find("Okafor", &count);
    ck_assert_uint_eq(count, 3);
    for (size_t i = 0; i < count; i++) {
        const KbEntity *entity;
        ck_assert_int_eq(kb_entity_get(reader, kb_text(found[i].entity.id.text), &entity, &error), KB_OK);
        unresolved += entity->unresolved;
    }
    ck_assert_uint_eq(unresolved, 1);
}
END_TEST

START_TEST(father_and_son_stay_apart)
{
    report("a", "2017-01-01", "George Brandt Sr.", "president", "Brandt Steel", NULL);
    report("b", "2017-01-02", "George Brandt Jr.", "president", "Brandt Steel", NULL);
    commit();
    ck_assert_uint_eq(count_people(), 2);
}
END_TEST

START_TEST(an_acronym_finds_its_organization)
{
    report("a", "2017-01-01", "Yukiya Amano", "head", "International Atomic Energy Agency|IAEA", NULL);
    report("b", "2017-01-02", "Yukiya Amano", "head", "IAEA", NULL);
    report("c", "2017-01-02", "Ann Poe", "dean", "Stanford University", NULL);
    report("d", "2017-01-03", "Ann Poe", "dean", "Stanford", NULL);
    commit();
    ck_assert_str_eq(get("IAEA")->id.text, get("International Atomic Energy Agency")->id.text);
    ck_assert_str_eq(get("Stanford")->id.text, get("Stanford University")->id.text);
    ck_assert_uint_eq(get("IAEA")->document_count, 2);
}
END_TEST

START_TEST(bodies_of_different_states_stay_apart)
{
    report("a", "2017-01-01", "Ann Poe", "senator", "Missouri Senate", NULL);
    report("b", "2017-01-02", "Bo Roe", "senator", "U.S. Senate", NULL);
    report("c", "2017-01-03", "Bo Roe", "senator", "United States Senate", NULL);
    commit();
    ck_assert_str_ne(get("Missouri Senate")->id.text, get("U.S. Senate")->id.text);
    ck_assert_str_eq(get("U.S. Senate")->id.text, get("United States Senate")->id.text);
}
END_TEST

START_TEST(look_alike_letters_do_not_unite)
{
    report("a", "2017-01-01", "Vladimir Putin", "president", NULL, NULL);
    report("b", "2017-01-02", "Vladimir \xd0\xa0utin", "president", NULL, NULL);
    commit();
    ck_assert_uint_eq(count_people(), 2);
}
END_TEST

START_TEST(an_id_keeps_finding_its_entity)
{
    report("a", "2017-01-01", "Joe Dunford", NULL, NULL, NULL);
    commit();
    KbId bookmark = get("Joe Dunford")->id;
    kb_reader_close(reader);
    ck_assert_int_eq(kb_begin(kb, &error), KB_OK);
    for (int i = 0; i < 3; i++) {
        char id[8] = {'b', (char)('0' + i), 0};
        report(id, "2017-02-01", "Joseph F. Dunford Jr.|Dunford", "chairman", "Joint Chiefs of Staff", NULL);
    }
    commit();
    const KbEntity *entity;
    ck_assert_int_eq(kb_entity_get(reader, kb_text(bookmark.text), &entity, &error), KB_OK);
    ck_assert(kb_text_equal(entity->name, kb_text("Joseph F. Dunford Jr.")));
    ck_assert_int_eq(kb_entity_get(reader, kb_text("per_0000000000000000"), &entity, &error), KB_NOT_FOUND);
    ck_assert_int_eq(kb_entity_get(reader, kb_text("nonsense"), &entity, &error), KB_NOT_FOUND);
}
END_TEST

// ---------------------------------------------------------------------------------------------- claims

START_TEST(equal_claims_are_one_with_all_their_evidence)
{
    report("a", "2017-02-15", "Mary Barra", "CEO", "General Motors", NULL);
    report("b", "2017-03-01", "Mary Barra", "chief executive", "General Motors", NULL);
    report("c", "2016-01-01", "Mary Barra", "chief executive officer", "General Motors", NULL);
    commit();
    const KbEntity *barra = get("Mary Barra");
    ck_assert_uint_eq(barra->role_count, 1);
    ck_assert_uint_eq(barra->roles[0].source_count, 3);
    ck_assert(kb_text_equal(barra->roles[0].sources[0].document, kb_text("c")));
    ck_assert_int_eq(barra->roles[0].first_reported.year, 2016);
    ck_assert_int_eq(barra->roles[0].last_reported.month, 3);
    ck_assert_uint_eq(barra->roles[0].confidence, 990);
    const KbEntity *motors = get("General Motors");
    ck_assert_uint_eq(motors->post_count, 1);
    ck_assert_str_eq(motors->posts[0].holder.id.text, barra->id.text);
}
END_TEST

START_TEST(a_reprint_is_no_second_source)
{
    for (int i = 0; i < 2; i++) {
        story_begin(&story, i ? "a" : "b", "2017-02-15");
        story.c.story_hash = 7;
        int32_t person = story_entity(&story, KB_PERSON, "Mary Barra");
        story_role(&story, person, "CEO", story_entity(&story, KB_ORGANIZATION, "General Motors"), KB_CURRENT);
        put();
    }
    commit();
    const KbEntity *barra = get("Mary Barra");
    ck_assert_uint_eq(barra->roles[0].source_count, 2);
    ck_assert_uint_eq(barra->roles[0].confidence, 900);
    ck_assert_uint_eq(barra->roles[0].sources[0].story, barra->roles[0].sources[1].story);
}
END_TEST

START_TEST(statuses_stay_rows_of_their_own)
{
    report("a", "2017-02-15", "Jim Mattis", "defense secretary", "Pentagon", NULL);
    story_begin(&story, "b", "2019-02-15");
    int32_t person = story_entity(&story, KB_PERSON, "Jim Mattis");
    story_role(&story, person, "defense secretary", story_entity(&story, KB_ORGANIZATION, "Pentagon"), KB_FORMER);
    put();
    commit();
    const KbEntity *mattis = get("Jim Mattis");
    ck_assert_uint_eq(mattis->role_count, 2);
    ck_assert_int_eq(mattis->roles[0].status, KB_FORMER);
    ck_assert_int_eq(mattis->roles[1].status, KB_CURRENT);
}
END_TEST

START_TEST(a_symmetric_link_shows_at_both_ends_once)
{
    for (int i = 0; i < 2; i++) {
        story_begin(&story, i ? "a" : "b", "2017-02-15");
        int32_t x = story_entity(&story, KB_PERSON, "Ann Poe"), y = story_entity(&story, KB_PERSON, "Bo Roe");
        story_relation(&story, i ? x : y, "met_with", i ? y : x);
        put();
    }
    commit();
    const KbEntity *poe = get("Ann Poe"), *roe = get("Bo Roe");
    ck_assert_uint_eq(poe->link_count, 1);
    ck_assert_uint_eq(roe->link_count, 1);
    ck_assert_uint_eq(poe->links[0].source_count, 2);
    ck_assert_str_eq(poe->links[0].subject.id.text, roe->links[0].subject.id.text);
}
END_TEST

START_TEST(a_malformed_contribution_is_invalid)
{
    story_begin(&story, "a", "2017-02-15");
    int32_t person = story_entity(&story, KB_PERSON, "Ann Poe");
    story_role(&story, person, "mayor", 9, KB_CURRENT);
    ck_assert_int_eq(kb_put(kb, &story.c, NULL, &error), KB_INVALID);
    story.roles[0].organization = KB_NONE;
    ck_assert_int_eq(kb_put(kb, &story.c, NULL, &error), KB_OK);
    story_end(&story);
}
END_TEST

START_TEST(forgetting_works_by_id_path_and_url)
{
    story_begin(&story, "a", "2017-02-15");
    story_entity(&story, KB_PERSON, "Ann Poe");
    story.c.path = kb_text("/x/a.txt");
    story.c.url = kb_text("http://x/a");
    put();
    size_t forgotten = 0;
    ck_assert_int_eq(kb_forget(kb, kb_text("http://x/b"), &forgotten, &error), KB_NOT_FOUND);
    ck_assert_int_eq(kb_forget(kb, kb_text("http://x/a"), &forgotten, &error), KB_OK);
    ck_assert_uint_eq(forgotten, 1);
    ck_assert_int_eq(kb_forget(kb, kb_text("/x/a.txt"), &forgotten, &error), KB_NOT_FOUND);
    commit();
    ck_assert_uint_eq(count_people(), 0);
}
END_TEST

// ---------------------------------------------------------------------------------------------- searching

static void fill_neighbourhood(void)
{
    report("a", "2017-02-15", "Joseph Dunford", "chairman", "Joint Chiefs of Staff", NULL);
    story_begin(&story, "b", "2017-02-16");
    int32_t x = story_entity(&story, KB_PERSON, "Joseph Dunford"),
            y = story_entity(&story, KB_PERSON, "Valery Gerasimov");
    story_relation(&story, x, "met_with", y);
    story_role(&story, y, "chief", story_entity(&story, KB_ORGANIZATION, "Russian General Staff"), KB_CURRENT);
    put();
    report("c", "2017-02-17", "Vlad Plahotniuc", "leader", "Democratic Party of Moldova", NULL);
    commit();
}

START_TEST(a_path_is_shortest_and_has_claims)
{
    fill_neighbourhood();
    const KbHop *hops;
    size_t count;
    KbText a = kb_text(get("Joint Chiefs of Staff")->id.text), b = kb_text(get("Russian General Staff")->id.text);
    ck_assert_msg(kb_path(reader, a, b, 6, &hops, &count, &error) == KB_OK, "%s", error.text);
    ck_assert_uint_eq(count, 3);
    ck_assert(kb_text_equal(hops[0].to.name, kb_text("Joseph Dunford")) && hops[0].role && !hops[0].link);
    ck_assert(hops[1].link && !hops[1].role);
    ck_assert_str_eq(hops[1].to.id.text, hops[2].from.id.text);
    ck_assert_int_eq(kb_path(reader, a, b, 2, &hops, &count, &error), KB_NOT_FOUND);
    b = kb_text(get("Plahotniuc")->id.text);
    ck_assert_int_eq(kb_path(reader, a, b, 6, &hops, &count, &error), KB_NOT_FOUND);
}
END_TEST

START_TEST(misspelt_names_are_suggested)
{
    fill_neighbourhood();
    const KbCandidate *found;
    size_t count;
    ck_assert_int_eq(kb_suggest(reader, kb_text("Plahotnuic"), &found, &count, &error), KB_OK);
    ck_assert(kb_text_equal(found[0].entity.name, kb_text("Vlad Plahotniuc")));
    ck_assert_int_eq(kb_suggest(reader, kb_text("Joseph Dunfrod"), &found, &count, &error), KB_OK);
    ck_assert(kb_text_equal(found[0].entity.name, kb_text("Joseph Dunford")));
    ck_assert_int_eq(kb_suggest(reader, kb_text("Zzyzzyx"), &found, &count, &error), KB_NOT_FOUND);
}
END_TEST

START_TEST(beginnings_are_completed)
{
    fill_neighbourhood();
    const KbText *names;
    size_t count;
    ck_assert_int_eq(kb_complete(reader, kb_text("JOSEPH d"), 10, &names, &count, &error), KB_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert(kb_text_equal(names[0], kb_text("Joseph Dunford")));
    ck_assert_int_eq(kb_complete(reader, kb_text("qq"), 10, &names, &count, &error), KB_NOT_FOUND);
}
END_TEST

START_TEST(roles_are_found_by_title)
{
    fill_neighbourhood();
    const KbHeldRole *roles;
    size_t count;
    ck_assert_int_eq(kb_roles_titled(reader, kb_text("Chairman"), (KbText){"", 0}, &roles, &count, &error), KB_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert(kb_text_equal(roles[0].holder.name, kb_text("Joseph Dunford")));
    KbText at = kb_text(get("Russian General Staff")->id.text);
    ck_assert_int_eq(kb_roles_titled(reader, kb_text("chairman"), at, &roles, &count, &error), KB_NOT_FOUND);
    ck_assert_int_eq(kb_roles_titled(reader, kb_text("chief"), at, &roles, &count, &error), KB_OK);
}
END_TEST

START_TEST(candidates_carry_their_main_post)
{
    fill_neighbourhood();
    size_t count;
    const KbCandidate *found = find("dunford", &count);
    ck_assert_uint_eq(count, 1);
    ck_assert(kb_text_equal(found[0].detail, kb_text("chairman, Joint Chiefs of Staff")));
    ck_assert_uint_lt(found[0].score, 1000);
    found = find("Gen. Joseph Dunford", &count);
    ck_assert_uint_eq(found[0].score, 1000);
    find("", &count);
    ck_assert_uint_eq(count, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kb");
    TCase *tests = tcase_create("kb");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, variants_of_a_name_are_one_person);
    tcase_add_test(tests, transliterations_are_one_person);
    tcase_add_test(tests, namesakes_of_different_walks_of_life_stay_apart);
    tcase_add_test(tests, a_family_name_that_two_people_own_is_unresolved);
    tcase_add_test(tests, father_and_son_stay_apart);
    tcase_add_test(tests, an_acronym_finds_its_organization);
    tcase_add_test(tests, bodies_of_different_states_stay_apart);
    tcase_add_test(tests, look_alike_letters_do_not_unite);
    tcase_add_test(tests, an_id_keeps_finding_its_entity);
    tcase_add_test(tests, equal_claims_are_one_with_all_their_evidence);
    tcase_add_test(tests, a_reprint_is_no_second_source);
    tcase_add_test(tests, statuses_stay_rows_of_their_own);
    tcase_add_test(tests, a_symmetric_link_shows_at_both_ends_once);
    tcase_add_test(tests, a_malformed_contribution_is_invalid);
    tcase_add_test(tests, forgetting_works_by_id_path_and_url);
    tcase_add_test(tests, a_path_is_shortest_and_has_claims);
    tcase_add_test(tests, misspelt_names_are_suggested);
    tcase_add_test(tests, beginnings_are_completed);
    tcase_add_test(tests, roles_are_found_by_title);
    tcase_add_test(tests, candidates_carry_their_main_post);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
