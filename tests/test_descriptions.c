// Descriptions: whom a definite noun phrase means, because the text called somebody so.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/descriptions.h"
#include "tests/suite.h"

enum { MOST = 40, CHAINS = 8, ROOM = 512 };

typedef struct Example {
    const char *text;  // lower case, a blank between tokens; [person] and {organization}, each a chain of its own
    const char *parts; // of speech, a letter a token: Noun, Proper noun, Adjective, Determiner, nuMber, Verb, . other
    const char *asked; // the last phrase of these words
    const char *meant; // chains, the likeliest last: a, b, ... in text order
    uint8_t noun, under;
    const char *dep; // a part of the tree: token `noun` hangs on `under` by it
} Example;

static const Example examples[] = {
    {"the judge , [ ann poe ] , left . the judge slept", "DN.PP.V.DNV", "the judge", "a", 0, 0, NULL},
    {"judge [ ann poe ] left . the judge slept", "NPPV.DNV", "the judge", "a", 0, 0, NULL},
    {"[ bo ek ] , 55 , a former cellist from {acme} , left . the cellist slept", "PP.M.DAN.P.V.DNV", "the cellist", "a",
     0, 0, NULL},
    {"[ bo ek ] , a {acme} cellist , left . the cellist slept", "PP.DPN.V.DNV", "the cellist", "a", 0, 0, NULL},
    {"gen. [ ek ] left . the general slept", "NPV.DNV", "the general", "a", 0, 0, NULL},
    {"rev. [ ek ] left . the pastor slept", "NPV.DNV", "the pastor", "a", 0, 0, NULL},
    {"her lawyer , [ ann poe ] , left . so her lawyer slept", ".N.PP.V...NV", "lawyer", "a", 0, 0, NULL},
    {"the judge , [ ann poe ] , left . so judge slept", "DN.PP.V..NV", "judge", "", 0, 0, NULL},
    // Nobody was called so, or not before, or another phrase tells whose it is.
    {"[ ann poe ] left . the judge slept", "PPV.DNV", "the judge", "", 0, 0, NULL},
    {"the judge slept . [ ann poe ] , the judge , left", "DNV.PP.DN.V", "the judge slept", "", 0, 0, NULL},
    {"the judge , [ ann poe ] , left . the judge of {acme} slept", "DN.PP.V.DN.PV", "the judge", "", 0, 0, NULL},
    {"the judge , [ ann poe ] , left . a judge slept", "DN.PP.V.DNV", "a judge", "", 0, 0, NULL},
    // What stands before the noun was said too, or is of status.
    {"the tax judge , [ ann poe ] , left . the former judge slept", "DNN.PP.V.DAN.", "the former judge", "a", 0, 0,
     NULL},
    {"the tax judge , [ ann poe ] , left . the chess judge slept", "DNN.PP.V.DNN.", "the chess judge", "", 0, 0, NULL},
    // Two of them: the one called so last is last.
    {"judge [ ann poe ] met judge [ bo ek ] . the judge slept", "NPPVNPP.DNV", "the judge", "ab", 0, 0, NULL},
    {"judge [ poe ] met the cook , [ ek ] . the judge slept", "NPVDN.P.DNV", "the judge", "a", 0, 0, NULL},
    // A noun inside a name of several words.
    {"the { court of appeal } sat . the court rose", "DN.NV.DNV", "the court", "a", 0, 0, NULL},
    {"the { leith city council } sat . the city rose", "DPNNV.DNV", "the city", "", 0, 0, NULL},
    {"the { leith city council } sat . the council rose", "DPNNV.DNV", "the council", "a", 0, 0, NULL},
    {"{ court } sat . the court rose", "NV.DNV", "the court", "", 0, 0, NULL},
    {"{acme} , a tool firm from {ghent} , sold . the firm slept", "P.DNN.P.V.DNV", "the firm", "a", 0, 0, NULL},
    // No person is a charity, no firm a judge.
    {"[ ann poe ] , the charity said . the charity slept", "PP.DNV.DNV", "the charity", "", 0, 0, NULL},
    {"{acme} , the judge said . the judge slept", "P.DNV.DNV", "the judge", "", 0, 0, NULL},
    // Newspapers are told by their last word.
    {"the { ghent echo } sold . the paper slept", "DPPV.DNV", "the paper", "a", 0, 0, NULL},
    {"the { ghent bakery } sold . the paper slept", "DPPV.DNV", "the paper", "", 0, 0, NULL},
    // By the tree alone: "poe was judge", "poe , once of acme , judge ,".
    {"[ poe ] was judge . the judge slept", "P.N.DNV", "the judge", "a", 0, 2, "nsubj"},
    {"[ poe ] , once of {acme} , judge in ghent , left . the judge slept", "P...P.N.P.V.DNV", "the judge", "a", 6, 0,
     "appos"},
};

static uint8_t part_of(char letter)
{
    static const struct {
        char letter;
        uint8_t part;
    } parts[] = {{'N', POS_NOUN}, {'P', POS_PROPN}, {'A', POS_ADJ}, {'D', POS_DET}, {'M', POS_NUM}, {'V', POS_VERB}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].letter == letter) return parts[i].part;
    return POS_PUNCT;
}

typedef struct World {
    Document document;
    Token tokens[MOST];
    Sentence sentences[MOST];
    Mention mentions[CHAINS];
    Chain chains[CHAINS];
    char text[ROOM];
} World;

static void open_name(World *world, bool person)
{
    Document *d = &world->document;
    uint8_t type = person ? KB_PERSON : KB_ORGANIZATION;
    world->chains[d->chain_count++] = (Chain){.type = type};
    world->mentions[d->mention_count] =
        (Mention){.first = (uint32_t)d->token_count, .kind = KB_NAME, .type = type, .chain = (int32_t)d->mention_count};
}

static void add_word(World *world, const char *word, char part)
{
    Document *d = &world->document;
    Sentence *sentence = &world->sentences[d->sentence_count];
    if (!sentence->last) sentence->first = (uint32_t)d->token_count;
    world->tokens[d->token_count++] = (Token){.lower = kb_text(word),
                                              .pos = part_of(part),
                                              .space = SPACE_BLANK,
                                              .head = NO_HEAD,
                                              .sentence = (uint32_t)d->sentence_count};
    sentence->last = (uint32_t)d->token_count;
    if (strcmp(word, ".") == 0) d->sentence_count++;
}

// Reads the text of an example: brackets by themselves, or around a name of one word.
static void read_text(World *world, const Example *example)
{
    Document *d = &world->document;
    const char *part = example->parts;
    strcpy(world->text, example->text);
    for (char *word = strtok(world->text, " "); word; word = strtok(NULL, " ")) {
        bool whole = strchr("[{", *word) && word[1];
        if (strchr("[{", *word)) open_name(world, *word == '[');
        if (whole) word[strlen(word) - 1] = 0, word++;
        if (!strchr("[]{}", *word)) add_word(world, word, *part++);
        if (whole || strchr("]}", *word)) world->mentions[d->mention_count++].last = (uint32_t)d->token_count;
    }
    d->sentence_count++;
    ck_assert_msg(!*part, "%s: a part of speech too many", example->text);
}

static void make_world(World *world, const Example *example)
{
    Document *d = &world->document;
    document_init(d);
    d->tokens = world->tokens;
    d->sentences = world->sentences;
    d->mentions = world->mentions;
    d->chains = world->chains;
    read_text(world, example);
    if (!example->dep) return;
    world->tokens[example->noun].head = example->under;
    world->tokens[example->noun].dep = kb_text(example->dep);
    bool predicate = strcmp(example->dep, "nsubj") == 0;
    if (predicate) world->tokens[1].head = example->under, world->tokens[1].dep = kb_text("cop");
    if (!predicate) world->tokens[0].head = 10, world->tokens[0].dep = kb_text("nsubj");
}

// Where the words are last found; *last: one past them.
static uint32_t find_words(const World *world, const char *words, uint32_t *last)
{
    char copy[ROOM], *asked[MOST];
    uint32_t count = 0, first = 0;
    strcpy(copy, words);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        asked[count++] = word;
    for (uint32_t at = 0; at + count <= world->document.token_count; at++) {
        uint32_t same = 0;
        while (same < count && kb_text_equal(world->tokens[at + same].lower, kb_text(asked[same])))
            same++;
        if (same == count) first = at;
    }
    *last = first + (count > 1 && strcmp(asked[count - 1], "slept") == 0 ? count - 1 : count);
    return first;
}

START_TEST(should_tell_who_was_called_so)
{
    const Example *example = &examples[_i];
    World *world = calloc(1, sizeof *world);
    make_world(world, example);
    uint32_t last, first = find_words(world, example->asked, &last);
    int32_t chains[CHAINS];
    char found[CHAINS + 1] = "";
    size_t count = descriptions_find(descriptions_new(&world->document), first, last, chains, CHAINS);
    for (size_t i = 0; i < count; i++)
        found[i] = (char)('a' + chains[i]);
    ck_assert_msg(strcmp(found, example->meant) == 0, "%s\n  expected %s\n  found    %s", example->text, example->meant,
                  found);
    document_clear(&world->document);
    free(world);
}
END_TEST

static const struct {
    const char *text, *parts;
    uint32_t token, end;
} phrases[] = {
    {"the former judge left .", "DANV.", 0, 3},
    {"she saw a widow there .", ".VDN..", 2, 4},
    // Half of a name's own title, a name, a pronoun, no article.
    {"the judge , [ ann poe ] , left .", "DN.PP.V.", 0, 0},
    {"the elder [ poe ] left .", "DAPV.", 0, 0},
    {"the judge [ ann poe ] left .", "DNPPV.", 0, 0},
    {"that was all .", "DV..", 0, 0},
    {"judges left .", "NV.", 0, 1},
};

START_TEST(should_find_the_noun_of_an_article)
{
    World *world = calloc(1, sizeof *world);
    make_world(world, &(Example){.text = phrases[_i].text, .parts = phrases[_i].parts});
    ck_assert_uint_eq(descriptions_phrase_end(&world->document, phrases[_i].token), phrases[_i].end);
    document_clear(&world->document);
    free(world);
}
END_TEST

START_TEST(should_hardly_call_an_office_a_firm)
{
    World *world = calloc(1, sizeof *world);
    make_world(world, &(Example){.text = "{acme} sold . the firm and the agency slept", .parts = "PV.DN.DNV"});
    world->chains[0].name = kb_text("Leith Harbour Board");
    ck_assert(descriptions_unlike(&world->document, 4, 0));
    ck_assert(!descriptions_unlike(&world->document, 7, 0));
    world->chains[0].name = kb_text("Leith Harbour Works");
    ck_assert(!descriptions_unlike(&world->document, 4, 0));
    document_clear(&world->document);
    free(world);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("descriptions");
    TCase *tcase = tcase_create("descriptions");
    tcase_add_loop_test(tcase, should_tell_who_was_called_so, 0, sizeof examples / sizeof *examples);
    tcase_add_loop_test(tcase, should_find_the_noun_of_an_article, 0, sizeof phrases / sizeof *phrases);
    tcase_add_test(tcase, should_hardly_call_an_office_a_firm);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
