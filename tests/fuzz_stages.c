// Fuzzes the stages of rules: names, tags and trees that no encoder would give break no layer and run over none.
// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "ingest/annotate.h"
#include "ingest/bounds.h"
#include "ingest/contribute.h"
#include "ingest/datelines.h"
#include "ingest/known_names.h"
#include "ingest/name_types.h"
#include "ingest/pipeline.h"
#include "ingest/teams.h"
#include "ingest/unnamed.h"
#include "tests/marked.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FEW_WORDS = 60, MANY_WORDS = 500 };

static const char *const words[] = {
    // names
    "Ann", "Poe", "Acme", "Inc.", "Corp.", "Lusaka", "Niger", "London", "Ohio", "New", "York", "Senate", "Parliament",
    "University", "A.", "B.", "R.E.", "MARLOW", "PORT", "Republican", "Democrat", "Liberal", "Labour", "Conservative",
    "Christian", "D", "R", "Russian", "Swedish", "French", "École", "Öster", "Åland", "München", "naïve", "中文",
    "Office", "Prosecutor", "General", "Attorney", "Bank", "Sea", "River", "Street", "Group", "Futures", "U.S.", "U.K.",
    "Washington", "Canal", "Open", "Cup",
    // marks and numbers
    "\"", "\"", "\"", "“", "”", "'", "‘", "’", "''", "``", ",", ",", ".", ".", ".", "?", "!", ":", ";", "(", ")", "-",
    "--", "–", "—", "™", "®", "😀", "|", "é", "ß", "'s", "’s", "3", "2", "0-1", ".556", "1996-08-29", "2011", "Aug.",
    "May", "Monday", "(Reuters)", "v", "AT", "poe@acme.example", "54", "\u00a0", "x",
    // words of posts, relations and quotations
    "the", "The", "a", "an", "of", "for", "on", "in", "at", "by", "to", "and", "or", "but", "who", "which", "whose",
    "that", "it", "he", "she", "his", "her", "I", "we", "you", "they", "this", "led", "leads", "chaired", "by",
    "joined", "board", "committee", "ethics", "council", "sits", "runs", "running", "teaches", "taught", "president",
    "chairman", "minister", "Prime", "secretary", "Gen.", "Lt.", "Mr.", "Mrs.", "Sir", "Lord", "beat", "match",
    "league", "cup", "born", "called", "known", "as", "formerly", "renamed", "was", "is", "are", "were", "been", "has",
    "had", "will", "would", "not", "never", "said", "says", "told", "according", "met", "died", "killed", "succeeded",
    "resigned", "appointed", "named", "interim", "former", "office", "dam", "company", "bank", "agency", "government",
    "year", "old", "-old", "daughter", "wife", "son", "lives", "country", "its", "their", "in-law", "vice-president",
    "co-founder", "ex-", "-elect", "DDS", "CPA", "dead",
    // phrases that rules begin or end with
    "the president of the", "chairman of", "was appointed chairman of the", "joined the board of", "is running for the",
    "which is chaired by", "whose bank he ran until", "teaches law at the University of", "a member of the",
    "the former minister of", "who leads the committee of", "was succeeded by", "the wife of", "his daughter",
    "was born in", "lives in", "met with", "said in a letter to", "according to", "he told", "she said", "I said",
    "-based company", "in 2011", "on Monday", "until May 2011", ", a bank in", "'s prime minister",
    ", the country's president,", "will visit", "did not buy"};
static const char *const marks[] = {"[[p|", "[[o|", "[[l|"};
static const char *const gaps[] = {"", "", "\n", "\n\n", " "}; // most often the last
static const char *const dependencies[] = {
    "nsubj",     "nsubj:pass", "obj",  "obl",       "obl:agent", "appos",     "flat",     "compound", "nmod",
    "nmod:poss", "nmod:desc",  "amod", "det",       "case",      "cc",        "conj",     "advmod",   "aux",
    "aux:pass",  "cop",        "mark", "punct",     "acl",       "acl:relcl", "advcl",    "xcomp",    "ccomp",
    "expl",      "goeswith",   "list", "parataxis", "iobj",      "nummod",    "vocative", "dep"};
static const char *const features[] = {"", "Number=Sing", "Number=Plur", "Number=Plur|Person=3"};

#define COUNT(array)         (uint32_t)(sizeof(array) / sizeof *(array))
#define PICK(choices, array) (array)[choose((choices), COUNT(array))]

// Choices are the input's bytes one by one; behind its end, random numbers of which all of the input is the seed.
typedef struct Choices {
    const uint8_t *data;
    size_t size, at;
    uint64_t state;
} Choices;

// splitmix64
static uint64_t mix(uint64_t bits)
{
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111ebULL;
    return bits ^ bits >> 31;
}

static uint32_t choose(Choices *choices, uint32_t count)
{
    bool within = choices->at < choices->size;
    uint64_t bits = within ? choices->data[choices->at++] : (choices->state += 0x9e3779b97f4a7c15ULL);
    return (uint32_t)(mix(bits) >> 16) % count;
}

static void write_text(Choices *choices, Buffer *text)
{
    uint64_t length = mix(choices->state);
    uint32_t count = (uint32_t)(length >> 8) % (length % 8 ? FEW_WORDS : MANY_WORDS);
    bool open = false;
    for (uint32_t i = 0; i < count; i++) {
        bool opens = !open && choose(choices, 4) == 0;
        const char *mark = opens ? PICK(choices, marks) : "", *word = PICK(choices, words);
        bool closes = (open || opens) && choose(choices, 2);
        open = (open || opens) && !closes;
        uint32_t gap = choose(choices, 20);
        buffer_printf(text, "%s%s%s%s", mark, word, closes ? "]]" : "",
                      gaps[gap < COUNT(gaps) ? gap : COUNT(gaps) - 1]);
    }
    buffer_printf(text, "%s", open ? "]]" : "");
}

static void fill_sentence(Choices *choices, Document *d, const Sentence *sentence, bool tagged)
{
    uint32_t length = sentence->last - sentence->first, root = sentence->first + choose(choices, length);
    bool tree = choose(choices, 5);
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        Token *token = &d->tokens[i];
        token->pos = (uint8_t)(tagged ? choose(choices, POS_COUNT) : POS_NONE);
        token->title = (uint8_t)choose(choices, SPAN_INSIDE + 1);
        token->nominal = (uint8_t)choose(choices, SPAN_PRONOUN + 1);
        token->features = kb_text(PICK(choices, features));
        token->head = NO_HEAD;
        if (!tree) continue;
        token->head = i == root ? root : sentence->first + choose(choices, length);
        if (token->head == i) token->head = root;
        token->dep = kb_text(i == root ? "root" : PICK(choices, dependencies));
    }
}

static void fill_tokens(Choices *choices, Document *d)
{
    bool tagged = choose(choices, 4);
    for (size_t i = 0; i < d->sentence_count; i++)
        fill_sentence(choices, d, &d->sentences[i], tagged);
}

static void expect(bool holds)
{
    if (!holds) abort();
}

// Names and pronouns are in order, apart from each other, and not empty; their heads lie in them.
static void check_mentions(const Document *d)
{
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        expect(mention->first < mention->last && mention->last <= d->token_count);
        expect(mention->head >= mention->first && mention->head < mention->last);
        expect(i == 0 || d->mentions[i - 1].last <= mention->first);
        expect(mention->chain < (int64_t)d->chain_count);
    }
}

static void check_quotes(const Document *d)
{
    for (size_t i = 0; i < d->quote_count; i++) {
        const Quote *quote = &d->quotes[i];
        expect(quote->first <= quote->last && quote->last <= d->token_count);
        expect(i == 0 || d->quotes[i - 1].end <= quote->start);
        expect(quote->speaker < (int64_t)d->chain_count);
    }
}

static void check_claims(const Document *d)
{
    int64_t chains = (int64_t)d->chain_count;
    for (size_t i = 0; i < d->role_count; i++) {
        const Role *role = &d->roles[i];
        expect(role->holder < chains && role->organization < chains && role->place < chains && role->person < chains);
        expect(role->sentence < d->sentence_count && role->token < role->last && role->last <= d->token_count);
    }
    for (size_t i = 0; i < d->relation_count; i++) {
        const Relation *relation = &d->relations[i];
        expect(relation->subject >= 0 && relation->subject < chains && relation->object < chains);
        expect(relation->sentence < d->sentence_count && relation->token < d->token_count);
    }
}

static void print(Document *d)
{
    Article article = {.id = kb_text("one")};
    KbContribution contribution;
    Buffer line = {0};
    annotate(&article, d, &line);
    buffer_free(&line);
    contribute(d, &article, &contribution);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const of_names[])(Document *) = {bounds_settle, datelines_mark, name_types_settle, known_names_settle,
                                                   teams_find};
    static void (*const stages[])(Worker *, Document *) = {stage_tags,  stage_chains,    stage_quotes, stage_times,
                                                           stage_roles, stage_relations, stage_endings};
    Choices choices = {data, size, 0, size};
    for (size_t i = 0; i < size; i++)
        choices.state = (choices.state ^ data[i]) * 0x100000001b3ULL; // FNV-1a
    Buffer text = {0};
    Document document;
    document_init(&document);
    write_text(&choices, &text);
    marked_document(&document, text.data ? text.data : "", (KbDate){2020, 1, 1});
    buffer_free(&text);
    for (size_t i = 0; i < COUNT(of_names); i++)
        of_names[i](&document);
    check_mentions(&document);
    fill_tokens(&choices, &document);
    for (size_t i = 0; i < COUNT(stages); i++)
        stages[i](NULL, &document);
    unnamed_find(NULL, NULL, &document);
    check_mentions(&document);
    check_quotes(&document);
    check_claims(&document);
    print(&document);
    document_clear(&document);
    return 0;
}
