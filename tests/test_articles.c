// Articles read whole: a real one, where ../shared lies beside us, and short ones of ours.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/data.h"
#include "ingest/pipeline.h"
#include "tests/suite.h"

static const char path[] = "../shared/articles/dunford-gerasimov.txt";
enum { TEXT_SIZE = 1 << 16 };

static Model *model;
static Worker *worker;
static Document document;
static bool readable; // false: no article or no weights here

static void read_article(void)
{
    static char text[TEXT_SIZE];
    char folder[4096];
    KbError error = {0};
    FILE *file = fopen(path, "rb");
    if (!file || !data_directory(folder, sizeof folder)) return;
    size_t length = fread(text, 1, sizeof text, file);
    fclose(file);
    if (model_open(folder, false, &model, &error)) return;
    worker = worker_new(model);
    document_init(&document);
    document_begin(&document, (KbText){text, length}, (KbDate){2017, 2, 15});
    pipeline_run(worker, &document);
    readable = true;
}

static void let_go(void)
{
    if (!readable) return;
    document_clear(&document);
    worker_free(worker);
    model_close(model);
    readable = false;
}

static int32_t person(const char *name)
{
    for (size_t i = 0; i < document.chain_count; i++)
        if (document.chains[i].type == KB_PERSON && kb_text_equal(document.chains[i].name, kb_text(name)))
            return (int32_t)i;
    return KB_NONE;
}

static const struct {
    const char *name, *title; // NULL: no post
    KbRoleStatus status;
} people[] = {
    {"Joseph F. Dunford Jr.", "chairman", KB_CURRENT},
    {"Valeriy Gerasimov", "chief of the general staff", KB_CURRENT},
    {"Trump", "president", KB_CURRENT},
    {"Michael Flynn", "national security adviser", KB_FORMER},
    {"Vladimir Putin", "president", KB_CURRENT},
    {"Ashton B. Carter", "defense secretary", KB_FORMER},
    {"Jim Mattis", "defense secretary", KB_CURRENT},
    {"Bashar al-Assad", "president", KB_CURRENT},
    {"Charles Kupchan", "senior official on Russia and Europe", KB_FORMER},
    {"Dakota Wood", "scholar", KB_CURRENT},
    {"Obama", NULL, KB_UNKNOWN},
    {"Alex Brandon", NULL, KB_UNKNOWN},
};
enum { PEOPLE = sizeof people / sizeof *people };

START_TEST(should_find_each_person_with_the_post_the_article_gives)
{
    if (!readable) return;
    int32_t chain = person(people[_i].name);
    ck_assert_msg(chain >= 0, "%s is not found", people[_i].name);
    size_t posts = 0;
    for (size_t i = 0; i < document.role_count; i++) {
        const Role *role = &document.roles[i];
        if (role->holder != chain) continue;
        posts++;
        ck_assert_msg(people[_i].title && kb_text_equal(role->title, kb_text(people[_i].title)), "%s: %.*s",
                      people[_i].name, (int)role->title.length, role->title.data);
        ck_assert_int_eq(role->status, people[_i].status);
    }
    ck_assert_uint_eq(posts, people[_i].title != NULL);
}
END_TEST

START_TEST(should_make_nothing_else_a_person)
{
    if (!readable) return;
    size_t persons = 0;
    for (size_t i = 0; i < document.chain_count; i++)
        persons += document.chains[i].type == KB_PERSON;
    ck_assert_uint_eq(persons, PEOPLE);
}
END_TEST

START_TEST(should_keep_the_meeting_in_baku_a_plan)
{
    if (!readable) return;
    bool planned = false;
    for (size_t i = 0; i < document.relation_count; i++) {
        const Relation *relation = &document.relations[i];
        if (strcmp(kb_predicate(relation->predicate)->name, "met_with") != 0) continue;
        ck_assert_int_ne(relation->modality, KB_ASSERTED);
        bool these =
            relation->subject == person("Joseph F. Dunford Jr.") && relation->object == person("Valeriy Gerasimov");
        bool baku = relation->place >= 0 && kb_text_equal(document.chains[relation->place].name, kb_text("Baku"));
        if (these && baku && relation->modality == KB_PLANNED) planned = true;
    }
    ck_assert(planned);
}
END_TEST

// ---------------------------------------------------------------------------------------------- short ones of ours

#define OBITUARY                                                                                                     \
    "Air Marshal Sir Neil Oyelaran, who has died aged 79, commanded RAF Germany. In 1968 he was appointed director " \
    "of Halden Group."
#define STATE_STORY                                                                                           \
    "HARRISBURG, Pa., Feb. 11, 2016 -- Gov. Ruth Ekblad denied it. Attorney General Neil Oyelaran would not " \
    "comment, and state Sen. Carla Voss, once a teacher in Maryland, left."

static const struct {
    const char *text;
    // predicate NULL: a post, object its title; "was": a former one; "at": object its seat. object NULL: a value
    const char *subject, *predicate, *object;
    bool told;
} stories[] = {
    {"ANKARA, Turkey, Feb. 11, 2016 -- Gen. Joseph Voss, the head of U.S. Central Command, flew to a base on Thursday, "
     "where he spoke with American pilots.\n\nDefense Secretary Jim Oyelaran said that the U.S. would keep its word. "
     "He is due to meet his Turkish counterpart, Nurettin Kaya, in Brussels.\n\nPresident Recep Ekblad, re-elected in "
     "June, is to be sworn in on Monday.",
     "Recep Ekblad", "at", "Turkey", true},
    {"Elected after the death of Mayor Orrin Ekblad, Agnes Voss was graduated from Leamford College and joined the "
     "faculty of Dunmore High School. Voss is survived by a daughter, Ruth Kovacs, and a sister, Nora Oyelaran.",
     "Orrin Ekblad", "was", "mayor", true},
    {"Agnes Voss was graduated from Leamford College in 1915 and joined the faculty of Dunmore High School the next "
     "fall. Mrs. Voss is survived by a daughter, Ruth Kovacs of Trenton; and a sister, Nora Oyelaran.",
     "Agnes Voss", "educated_at", "Dunmore High School", false},
    {"LEAMFORD, Ohio -- Leamford lost its water on Monday. The main under Tanner Street broke, said Orrin Ekblad, the "
     "city's director of waterworks.",
     "Orrin Ekblad", "at", "LEAMFORD", true},
    {"Agnes Voss sued the Dunmore Group in Leeds. She read out one sentence by Pell Oyelaran, the group's lawyers in "
     "London.",
     "Pell Oyelaran", NULL, "lawyer", false},
    {"Sacked in March by Agnes Voss, Orrin Ekblad is suing the Dunmore Group for damages.", "Agnes Voss", "dismissed",
     "Orrin Ekblad", true},
    {"The suit is against two printers, Oyelaran Press of Leeds and Kovacs Press of Leamford, which brought out the "
     "book.",
     "Oyelaran Press", "headquartered_in", "Leamford", false},
    {"Dunmore Systems has closed its plant in Leamford, chairman Orrin Ekblad said.", "Dunmore Systems",
     "headquartered_in", "Leamford", false},
    {"The late Orrin Ekblad Jr., whom Agnes Voss replaced at the bank in 2009, was a nephew of the former vice "
     "president.",
     "Orrin Ekblad Jr.", NULL, "vice president", false},
    {"Agnes Voss came to Pennsylvania at the age of 6. Her son, Tom Voss of Albany, N.Y., wept. Governor Robert Ekblad "
     "ordered flags on buildings in Lackawanna County flown at half-staff.",
     "Robert Ekblad", "at", "Pennsylvania", true},
    {"Iraqi President Jalal Oyelaran met lawmakers in Baghdad on Thursday.\n\nThe talks follow a call from President "
     "Ekblad to the leader of the largest party. The White House said that the call was short.",
     "Ekblad", "at", "Iraq", false},
    {"BOGOTA, Feb. 11, 2016 -- Troops from Peru left on Thursday.\n\nAn Israeli newspaper says Prime Minister Ruth "
     "Ekblad was ill.",
     "Ruth Ekblad", "at", "Israel", true},
    // A clause about no noun has no subject.
    {"The Angolan krone fell again in mid 2014, which, along with dearer copper, should lift exports in all regions.",
     "Angola", "visited", "Angola", false},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- Ruth Ekblad and her children, Tim, 4, and Susan, 6, left on Thursday.",
     "Ruth Ekblad", "parent", "Susan", true},
    {"Rovers sold as Ekblad bows out\n\nRovers yesterday sold a controlling stake to the Thai tycoon Somchai "
     "Oyelaran.\n\nThe 63-year-old paid 38m pounds for the shares of the outgoing chairman, Sir Clive Ekblad.",
     "Somchai Oyelaran", "age", NULL, true},
    {"TOLEDO, Ohio, Feb. 11, 2016 -- A former Toledo treasurer was sentenced on Wednesday to 41 months in prison.\n\n"
     "Harlan Ekblad, 58, stood silently.",
     "Harlan Ekblad", "at", "TOLEDO", true},
    {"Ruth Oyelaran in Leamford\n\nThe pilot of the ferry slept on Thursday, her doctor said. \"She met Neil Ekblad,\" "
     "he "
     "said. Mr Ekblad told me by telephone that she was tired.",
     "Ruth Oyelaran", "met_with", "Neil Ekblad", false},
    {"AMMAN, Feb. 11, 2016 -- A court freed Khaled al-Ekblad, 51, and his younger brother, Walid, on Thursday. Walid "
     "al-Ekblad thanked the judge. The elder al-Ekblad said nothing. His wife, Rula Voss, wept.",
     "Khaled al-Ekblad", "spouse", "Rula Voss", true},
    {"LEAMFORD, Feb. 11, 2016 (Halden News) -- Ruth Oyelaran, a tax lawyer, joined the board in 2011. Its members "
     "wept.",
     "Ruth Oyelaran", "employed_by", "Halden News", false},
    {"Sir Neil Voss, who has died aged 94, was chairman of Halden Group. Born in Simla in 1919, the younger son of "
     "Colonel "
     "Tom Ekblad and his wife, Ruth Voss, he was educated at Leamford College.",
     "Neil Voss", "educated_at", "Leamford College", true},
    {"LEAMFORD, Feb. 11, 2016 -- Paul Ekblad, private secretary to the mayor of Leamford, Neil Voss, has been "
     "appointed "
     "manager of Halden Group.",
     "Neil Voss", NULL, "manager", false},
    {"LEAMFORD, Feb. 11, 2016 -- The Leamford City Council voted 7-2 to waive the taxes, \"a valentine to a mill,\" as "
     "Councilman Neil Voss put it.",
     "Neil Voss", "at", "Leamford City Council", true},
    {OBITUARY, "Neil Oyelaran", NULL, "air marshal", false},
    {OBITUARY, "Neil Oyelaran", "was", "director", true},
    {STATE_STORY, "Neil Oyelaran", "at", "Pa.", true},
    {STATE_STORY, "Carla Voss", "at", "Pa.", true},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- Voss Coach Works and Ekblad Trust ignored the letter. Ekblad Trust, a unit of "
     "Halden Group, said in a statement that it was studying it. It appointed Ruth Oyelaran as chief financial officer "
     "in January.",
     "Ruth Oyelaran", "at", "Ekblad Trust", true},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- The chief of staff to Gov. Harlan Ekblad resigned on Thursday, a week after "
     "investigators searched his office.\n\nRuth Oyelaran, 51, told the governor in a letter that she was tired.",
     "Ruth Oyelaran", NULL, "chief of staff", true},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- A judge on Thursday threw out the suit against Voss Coach Works.\n\nAttorney "
     "Ruth Oyelaran, who filed it, said she would appeal.",
     "Ruth Oyelaran", NULL, "judge", false},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- A spokesman for Voss Coach Works declined to comment.\n\nRuth Oyelaran said "
     "the coaches were slow.",
     "Ruth Oyelaran", NULL, "spokesman", false},
    {"LEAMFORD, Feb. 11, 2016 -- Ruth Ekblad met Paul Voss, president of Voss Coach Works. Her husband's brother, Neil "
     "Ekblad, has been the company's sales director for six years.",
     "Ruth Ekblad", "sibling", "Neil Ekblad", false},
    {"Transit chief steps down after audit\n\nBy Carla Oyelaran\n\nLEAMFORD, Feb. 11, 2016 -- The head of the region's "
     "transit agency resigned Thursday, a day after auditors said she had steered a contract to a friend.\n\nRuth "
     "Ekblad, "
     "general manager of Metro Transit since 2009, submitted a letter to the board.",
     "Carla Oyelaran", NULL, "head", false},
    {"ACCRA, 3 June 2013 (Reuters) - Volta Lending said on Monday that its board had chosen Efua Sarpong, a former "
     "deputy "
     "finance minister, to succeed Kwabena Ofori as managing director from September 1.",
     "Efua Sarpong", NULL, "managing director", true},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- Rosa Ekblad stepped down and was succeeded by Daniel Okoro, now the music "
     "director "
     "of the Portland Symphony. Her son, Paul Ekblad, teaches music at Bard College.",
     "Rosa Ekblad", NULL, "music director", false},
    {"LEAMFORD, Ohio, Feb. 11, 2016 -- Rosa Ekblad is survived by her daughter and a son, Paul Ekblad, who teaches at "
     "Bard "
     "College.",
     "Paul Ekblad", "educated_at", "Bard College", false},
    {"LISBON, Feb. 8, 2016 -- Ebba Lindqvist, the Uppsala-born sculptor whose brother, Torsten Lindqvist, drowned in "
     "Malmo, died in Lisbon on Monday.",
     "Torsten Lindqvist", "died_in", "Lisbon", false},
    {"LISBON, Feb. 8, 2016 -- Ebba Lindqvist, the sculptor, died in Lisbon on Monday. Her widower, Rui Falcao, has "
     "gone to Gothenburg with the last casts.",
     "Rui Falcao", "died_in", "Lisbon", false},
    {"CAIRO, Feb. 8, 2016 -- Samir Hanna, the magnate who leads the Nile Football Confederation, received her in Cairo "
     "in April, Ebba Lindqvist said.",
     "Samir Hanna", "visited", "Cairo", false},
    {"NAIROBI, Feb. 8, 2016 -- Esther Jeptum, a former marathon champion, said she had been asked for money. Mrs "
     "Jeptum's coach, the Italian Renato Bassi, backed her account.",
     "Renato Bassi", "criticized", "Esther Jeptum", false},
    {"VALLETTA, Feb. 8, 2016 -- Rita Debono had written for years about the harbour. Her sister, Claire Debono, "
     "embraced the prosecutor, Philip Zahra.",
     "Rita Debono", "sibling", "Philip Zahra", false},
    {"CHICAGO, Feb. 8, 2016 -- Peter Lomax lives in Naperville. He was arrested at the airport on Monday as he "
     "returned from Cancun, Mexico.",
     "Peter Lomax", "resides_in", "Cancun", false},
    {"SEOUL, Feb. 8, 2016 -- South Korean shipping firm Hanmi Marine named Cho Sung-jin its chairman. A graduate of "
     "Yonsei University, Cho worked at Goldman Sachs in Hong Kong before 2003.",
     "Cho Sung-jin", "educated_at", "Goldman Sachs", false},
    {"SEOUL, Feb. 8, 2016 -- South Korean shipping firm Hanmi Marine lost money. Two people said Hanmi was in talks to "
     "sell its container unit, Hanmi Box, to China's Eastlink Shipping.",
     "Hanmi Marine", "acquired", "Hanmi Box", false},
    {"LEAMFORD, Nov. 14, 2008 - Wouter Hoek, an analyst who left Brandsma Effecten last month to work for Kettlewell & "
     "Co, agreed.\n\n"
     "Xenia Palo, once the brewery's spokeswoman and now its general counsel, denied it.\n\n"
     "The letter was read aloud by Despina Carag, a deputy from Constanta and once a schoolteacher.\n\n"
     "Kofi Mensah, now a rice farmer in Bole and until 2006 secretary general of the Ministry of Health of Ghana, said "
     "so.",
     "Kofi Mensah", NULL, "schoolteacher", false},
    {"NEW YORK (AP) - A federal jury in the United States convicted a whistle-blower of theft on Monday.\n\n"
     "Defense lawyer Neil Ekblad said the U.S. government had no case. Halden Group, a lender in Chicago, declined to "
     "comment.",
     "Neil Ekblad", "at", "United States", false},
    {"WASHINGTON, July 3 (Reuters) - The U.S. will impose sanctions on Turkey if it takes delivery of the missiles, "
     "the State Department said on Tuesday.\n\n"
     "President Kemal Aydemir, re-elected on June 24, said that Ankara would not step back. Foreign Minister Selim "
     "Koru said Turkey would retaliate against the U.S.",
     "Kemal Aydemir", "at", "Turkey", true},
    {"HALDANE, Neb. - A nurse at Tallis County Memorial Hospital found him on Nov. 9. He was a member of Packinghouse "
     "Local 318.\n\n"
     "Tallis County Memorial Hospital said it had followed its rules. Odessa Ekblad, president of the union, called on "
     "his mother at the hospital and came out with a sentence on an envelope.",
     "Odessa Ekblad", "at", "Packinghouse Local 318", true},
    {"BAGHDAD (AP) - Brett Ekblad, the special envoy for the coalition against the Islamic State group, met Iraqi "
     "leaders on Sunday.",
     "Brett Ekblad", "at", "Islamic State", false},
};

static bool is_named(const Document *d, int32_t chain, const char *name)
{
    return chain >= 0 && kb_text_equal(d->chains[chain].name, kb_text(name));
}

static bool tells(const Document *d, const char *subject, const char *predicate, const char *object)
{
    bool at = predicate && strcmp(predicate, "at") == 0, was = predicate && strcmp(predicate, "was") == 0;
    for (size_t i = 0; (!predicate || at || was) && i < d->role_count; i++) {
        const Role *role = &d->roles[i];
        bool fits = at ? is_named(d, role->organization, object) || is_named(d, role->place, object)
                       : kb_text_equal(role->title, kb_text(object));
        if (fits && is_named(d, role->holder, subject) && (!was || role->status == KB_FORMER)) return true;
    }
    for (size_t i = 0; predicate && i < d->relation_count; i++) {
        const Relation *relation = &d->relations[i];
        if (strcmp(kb_predicate(relation->predicate)->name, predicate) != 0) continue;
        if (!object && is_named(d, relation->subject, subject)) return true;
        if (object && ((is_named(d, relation->subject, subject) && is_named(d, relation->object, object)) ||
                       (is_named(d, relation->object, subject) && is_named(d, relation->subject, object))))
            return true;
    }
    return false;
}

START_TEST(should_read_short_stories)
{
    char folder[4096];
    KbError error = {0};
    Document story;
    ck_assert(data_directory(folder, sizeof folder));
    ck_assert_int_eq(model_open(folder, false, &model, &error), KB_OK);
    worker = worker_new(model);
    document_init(&story);
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        document_begin(&story, kb_text(stories[i].text), (KbDate){2016, 2, 11});
        pipeline_run(worker, &story);
        ck_assert_msg(tells(&story, stories[i].subject, stories[i].predicate, stories[i].object) == stories[i].told,
                      "%s: %s", stories[i].subject, stories[i].object ? stories[i].object : stories[i].predicate);
    }
    document_clear(&story);
    worker_free(worker);
    model_close(model);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("articles");
    TCase *tcase = tcase_create("articles");
    tcase_add_unchecked_fixture(tcase, read_article, let_go);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, should_find_each_person_with_the_post_the_article_gives, 0, PEOPLE);
    tcase_add_test(tcase, should_make_nothing_else_a_person);
    tcase_add_test(tcase, should_keep_the_meeting_in_baku_a_plan);
    suite_add_tcase(suite, tcase);
    TCase *ours = tcase_create("stories");
    tcase_set_timeout(ours, 60);
    tcase_add_test(ours, should_read_short_stories);
    suite_add_tcase(suite, ours);
    return run_suite(suite);
}
