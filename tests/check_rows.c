// Checks the tables of a storyline: cells, ids, dates, types, evidence, and whether rows agree with each other.
// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tests/check_story.h"

#define TEXT(text) (int)(text).length, (text).data

typedef struct Row { // one row being checked
    Checker *checker;
    const char *file;
    const GoldRow *row;
} Row;

#define row_error(at, ...)   check_error((at)->checker, (at)->file, (at)->row->line, __VA_ARGS__)
#define row_warning(at, ...) check_warning((at)->checker, (at)->file, (at)->row->line, __VA_ARGS__)

static bool is(KbText cell, const char *word)
{
    return kb_text_equal(cell, kb_text(word));
}

// ---------------------------------------------------------------------------------------------- cells

static int word_in(KbText cell, unsigned count, const char *(*name)(unsigned))
{
    for (unsigned i = 0; i < count; i++)
        if (is(cell, name(i))) return (int)i;
    return -1;
}
static const char *status_name(unsigned i)
{
    return kb_role_status_name((KbRoleStatus)i);
}
static const char *polarity_name(unsigned i)
{
    return kb_polarity_name((KbPolarity)i);
}
static const char *modality_name(unsigned i)
{
    return kb_modality_name((KbModality)i);
}

static bool is_date(KbText cell)
{
    KbDate date;
    return (cell.length == 4 || cell.length == 7 || cell.length == 10) && kb_date_parse(cell, &date);
}

static int compare_dates(KbText a, KbText b)
{
    size_t length = a.length < b.length ? a.length : b.length;
    return memcmp(a.data, b.data, length);
}

// "T1/T2", either side may be empty; `open` intervals only.
static void check_interval(const Row *at, KbText cell, const char *what, bool date_alone)
{
    if (is(cell, "-") || (date_alone && is_date(cell))) return;
    const char *slash = memchr(cell.data, '/', cell.length);
    if (!slash) {
        row_error(at, "%s '%.*s' is no %s", what, TEXT(cell), date_alone ? "date or interval" : "T1/T2");
        return;
    }
    KbText from = {cell.data, (size_t)(slash - cell.data)}, to = {slash + 1, cell.length - from.length - 1};
    if ((from.length && !is_date(from)) || (to.length && !is_date(to)) || from.length + to.length == 0)
        row_error(at, "%s '%.*s' is no interval of dates", what, TEXT(cell));
    else if (from.length && to.length && compare_dates(from, to) > 0)
        row_error(at, "%s '%.*s' ends before it starts", what, TEXT(cell));
}

// The entity of a cell; KB_NONE after a report, or for `-` where that is legal.
static int32_t check_id(const Row *at, KbText cell, const char *what, bool optional)
{
    if (optional && is(cell, "-")) return KB_NONE;
    int32_t entity = gold_entity(at->checker->story, cell);
    if (entity < 0) row_error(at, "%s '%.*s' is no id of entities.tsv", what, TEXT(cell));
    return entity;
}

static void check_type(const Row *at, int32_t entity, unsigned types, const char *what)
{
    if (entity < 0) return;
    unsigned type = at->checker->story->entities[entity].type;
    if (!(types & 1u << type)) row_error(at, "%s is of the wrong type (%s)", what, kb_type_name((KbType)type));
}

static void check_stance(const Row *at, KbText polarity, KbText modality, KbText attributed)
{
    if (word_in(polarity, 2, polarity_name) < 0) row_error(at, "polarity '%.*s'", TEXT(polarity));
    if (word_in(modality, KB_MODALITIES, modality_name) < 0) row_error(at, "modality '%.*s'", TEXT(modality));
    check_id(at, attributed, "attributed to", true);
    if (is(polarity, "negative") && !is(modality, "asserted"))
        row_error(at, "negative and %.*s at once", TEXT(modality));
    if (is(modality, "denied") && is(attributed, "-")) row_warning(at, "denied, but by nobody");
}

// ---------------------------------------------------------------------------------------------- evidence

typedef struct Place { // NN:P.S
    const GoldArticle *article;
    uint32_t paragraph, sentence;
} Place;

static bool read_place(const Row *at, KbText text, Place *place)
{
    char *colon, *dot, *end;
    strtoul(text.data, &colon, 10);
    if (colon == text.data || *colon != ':') return row_error(at, "evidence '%.*s' is no NN:P.S", TEXT(text)), false;
    place->paragraph = (uint32_t)strtoul(colon + 1, &dot, 10);
    place->sentence = *dot == '.' ? (uint32_t)strtoul(dot + 1, &end, 10) : 0;
    place->article = check_article(at->checker->story, text);
    if (*dot != '.' || end != text.data + text.length || !place->paragraph || !place->sentence)
        return row_error(at, "evidence '%.*s' is no NN:P.S", TEXT(text)), false;
    if (!place->article) return row_error(at, "evidence '%.*s': no such article", TEXT(text)), false;
    return true;
}

static void check_place(const Row *at, KbText text, const Place *place)
{
    uint32_t start;
    if (at->checker->story->absent) return;
    KbText paragraph = check_paragraph(place->article, place->paragraph, &start);
    if (!paragraph.length)
        row_error(at, "evidence '%.*s': no such paragraph", TEXT(text));
    else if (place->sentence > check_most_sentences(paragraph))
        row_error(at, "evidence '%.*s': no such sentence", TEXT(text));
}

static void check_evidence(const Row *at, KbText articles, KbText evidence)
{
    KbText item, rest = evidence;
    uint64_t told = 0, seen = 0;
    if (!evidence.length) row_error(at, "no evidence");
    while (gold_next(&rest, ',', &item)) {
        Place place;
        if (!read_place(at, item, &place)) continue;
        check_place(at, item, &place);
        seen |= 1ull << (place.article->number & 63);
    }
    for (rest = articles; gold_next(&rest, ',', &item);) {
        const GoldArticle *article = check_article(at->checker->story, item);
        if (!article) row_error(at, "article '%.*s': none of that number", TEXT(item));
        if (article) told |= 1ull << (article->number & 63);
    }
    if (told != seen) row_error(at, "articles '%.*s' and evidence '%.*s' disagree", TEXT(articles), TEXT(evidence));
}

static KbText latest_date(const GoldStory *story, KbText articles)
{
    KbText item, latest = {"", 0};
    while (gold_next(&articles, ',', &item)) {
        const GoldArticle *article = check_article(story, item);
        if (article && kb_text_compare(article->date, latest) > 0) latest = article->date;
    }
    return latest;
}

// ---------------------------------------------------------------------------------------------- titles

// A verb gives its noun: a title's word and words that may stand for it in the text.
static const char *const verbs[][2] = {
    {"leader", "lead led heads"},
    {"head", "heads headed run ran led"},
    {"chair", "chair presid"},
    {"governor", "gov"},
    {"senator", "senat sen"},
    {"manager", "manag run ran"},
    {"representative", "rep"},
    {"spokesman", "spok speak"},
    {"spokeswoman", "spok speak"},
    {"president", "presid"},
    {"owner", "own"},
    {"founder", "found set start"},
    {"coach", "coach train"},
    {"teacher", "teach taught"},
    {"minister", "minist"},
    {"commander", "command"},
    {"lawyer", "law counsel attorney represent"},
    {"judge", "judg presid bench"},
    {"member", "member sit sat seat on join"},
    {"chairman", "chair"},
    {"chairwoman", "chair"},
    {"director", "direct run ran"},
    {"lieutenant", "lt"},
    {"photographer", "photo pictur"},
    {"driver", "driv drov"},
    {"secretary", "sec secretar"},
    {"attorney", "atty"},
    {"congressman", "rep congress"},
    {"congresswoman", "rep congress"},
    {"writer", "writ wrote"},
    {"author", "writ wrote"},
};

static bool word_begins(KbText text, const char *stem, size_t length)
{
    for (size_t i = 0; i + length <= text.length; i++)
        if ((i == 0 || !isalnum((unsigned char)text.data[i - 1])) && strncasecmp(text.data + i, stem, length) == 0)
            return true;
    return false;
}

static bool any_begins(KbText text, const char *stems)
{
    KbText rest = kb_text(stems), stem;
    while (gold_next(&rest, ' ', &stem))
        if (word_begins(text, stem.data, stem.length)) return true;
    return false;
}

// Is the word, its stem or a verb that gives it there?
static bool says_word(KbText text, KbText word)
{
    size_t stem = word.length > 4 ? word.length * 3 / 5 < 4 ? 4 : word.length * 3 / 5 : word.length;
    if (word_begins(text, word.data, stem)) return true;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (is(word, verbs[i][0]) && any_begins(text, verbs[i][1])) return true;
    return false;
}

// Do the articles say the word? "If the article also names the post, that word counts."
static bool articles_say(const Row *at, KbText articles, KbText word)
{
    KbText item;
    while (gold_next(&articles, ',', &item)) {
        const GoldArticle *article = check_article(at->checker->story, item);
        if (article && says_word(article->text, word)) return true;
    }
    return false;
}

static void check_title(const Row *at, KbText title, KbText articles)
{
    static const char *const determiners[] = {"the ", "a ", "an "};
    if (!title.length || is(title, "-")) row_error(at, "no title");
    for (size_t i = 0; i < 3; i++)
        if (title.length > strlen(determiners[i]) && memcmp(title.data, determiners[i], strlen(determiners[i])) == 0)
            row_error(at, "title '%.*s' begins with an article", TEXT(title));
    if (title.length > 1 && isupper((unsigned char)title.data[0]) && islower((unsigned char)title.data[1]))
        row_warning(at, "title '%.*s' has a capital", TEXT(title));
    if (at->checker->story->absent) return;
    KbText rest = title, word;
    while (gold_next(&rest, ' ', &word))
        if (word.length > 3 && !articles_say(at, articles, word))
            row_warning(at, "title '%.*s': '%.*s' is not in articles %.*s", TEXT(title), TEXT(word), TEXT(articles));
}

// ---------------------------------------------------------------------------------------------- rows

static void check_columns(const Row *at, size_t least, size_t most)
{
    if (at->row->cell_count < least || at->row->cell_count > most)
        row_error(at, "%zu columns where %zu belong", at->row->cell_count, most);
}

static void check_role(const Row *at)
{
    const KbText *c = at->row->cells;
    check_columns(at, 12, 12);
    if (at->row->cell_count < 12) return;
    check_type(at, check_id(at, c[0], "holder", false), 1u << KB_PERSON | 1u << KB_ORGANIZATION, "holder");
    check_title(at, c[1], c[5]);
    check_id(at, c[2], "held at", true);
    if (word_in(c[3], KB_ROLE_STATUSES, status_name) < 0) row_error(at, "status '%.*s'", TEXT(c[3]));
    KbText latest = latest_date(at->checker->story, c[5]);
    if (!is(c[4], "-") && !is_date(c[4]))
        row_error(at, "as-of '%.*s' is no date", TEXT(c[4]));
    else if (latest.length && !is(latest, "-") && !kb_text_equal(c[4], latest))
        row_error(at, "as-of '%.*s', but the latest of its articles is of %.*s", TEXT(c[4]), TEXT(latest));
    check_evidence(at, c[5], c[11]);
    check_interval(at, c[6], "start", false);
    check_interval(at, c[7], "end", false);
    check_stance(at, c[8], c[9], c[10]);
}

static void check_value(const Row *at, const KbPredicate *predicate, KbText value)
{
    if (strcmp(predicate->name, "age") == 0) {
        if (!value.length || strspn(value.data, "0123456789") != value.length)
            row_error(at, "age '%.*s' is no number", TEXT(value));
    } else if (!is_date(value)) {
        check_interval(at, value, "value", true);
    }
}

static void check_relation(const Row *at)
{
    const KbText *c = at->row->cells;
    check_columns(at, 10, 10);
    if (at->row->cell_count < 10) return;
    int id = kb_predicate_find(c[1]);
    int32_t subject = check_id(at, c[0], "subject", false);
    if (id < 0) row_error(at, "no predicate '%.*s'", TEXT(c[1]));
    const KbPredicate *predicate = id < 0 ? NULL : kb_predicate((unsigned)id);
    if (predicate) check_type(at, subject, predicate->subjects, "subject");
    if (predicate && predicate->shape == KB_ATTRIBUTE)
        check_value(at, predicate, c[2]);
    else if (predicate)
        check_type(at, check_id(at, c[2], "object", false), predicate->objects, "object");
    if (kb_text_equal(c[0], c[2])) row_error(at, "subject and object are the same");
    check_stance(at, c[3], c[4], c[5]);
    check_evidence(at, c[6], c[9]);
    check_type(at, check_id(at, c[7], "place", true), 1u << KB_PLACE | 1u << KB_ORGANIZATION, "place");
    check_interval(at, c[8], "date", true);
}

static void check_quote(const Row *at)
{
    const KbText *c = at->row->cells;
    check_columns(at, 3, 3);
    if (!check_article(at->checker->story, c[0])) row_error(at, "article '%.*s': none of that number", TEXT(c[0]));
    if (!c[1].length || strspn(c[1].data, "0123456789") != c[1].length) row_error(at, "number '%.*s'", TEXT(c[1]));
    check_id(at, c[2], "speaker", true);
}

static void check_question(const Row *at)
{
    static const char *const statuses[] = {"ok", "ambiguous", "unknown_entity", "no_answer", "not_understood"};
    const KbText *c = at->row->cells;
    size_t status = 0;
    check_columns(at, 2, 3);
    while (status < 5 && !is(c[1], statuses[status]))
        status++;
    if (status == 5) row_error(at, "question status '%.*s'", TEXT(c[1]));
    if (status < 1 && !c[2].length) row_error(at, "status ok, but no answer");
    if (status > 1 && c[2].length && !is(c[2], "-")) row_error(at, "an answer to what has none");
}

// Seats that stand for their institution whenever they are named.
static void check_seat(const Row *at, KbText type, KbText name)
{
    static const char *const seats[] = {"White House", "Kremlin", "Pentagon"};
    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
        if (is(name, seats[i]) && !is(type, "organization")) row_error(at, "the %s is an organization", seats[i]);
}

static void check_entity(const Row *at)
{
    const KbText *c = at->row->cells;
    check_columns(at, at->checker->story->standoff ? 2 : 3, at->checker->story->standoff ? 2 : 4);
    if (!c[0].length || c[0].data[strcspn(c[0].data, " |~]\t\n")] == ' ') row_error(at, "id '%.*s'", TEXT(c[0]));
    if (!is(c[1], "person") && !is(c[1], "organization") && !is(c[1], "place"))
        row_error(at, "type '%.*s'", TEXT(c[1]));
    if (!at->checker->story->standoff && !c[2].length) row_error(at, "no name");
    check_seat(at, c[1], c[2]);
}

// ---------------------------------------------------------------------------------------------- rows together

typedef struct Key {
    unsigned cells[8]; // columns that tell rows apart
    size_t count;
} Key;

static bool same_row(const GoldRow *a, const GoldRow *b, const Key *key)
{
    for (size_t i = 0; i < key->count; i++)
        if (!kb_text_equal(a->cells[key->cells[i]], b->cells[key->cells[i]])) return false;
    return true;
}

static void check_duplicates(Checker *checker, const char *file, const GoldTable *table, const Key *key)
{
    for (size_t i = 0; i < table->count; i++)
        for (size_t j = 0; j < i; j++)
            if (same_row(&table->rows[i], &table->rows[j], key)) {
                check_error(checker, file, table->rows[i].line, "repeats line %u", table->rows[j].line);
                break;
            }
}

static bool symmetric(KbText predicate)
{
    int id = kb_predicate_find(predicate);
    return id >= 0 && kb_predicate((unsigned)id)->shape == KB_SYMMETRIC;
}

// A symmetric relation needs one row, whichever way round.
static void check_mirrored(Checker *checker, const GoldTable *table)
{
    static const Key rest = {{1, 3, 4, 5, 7, 8}, 6};
    for (size_t i = 0; i < table->count; i++)
        for (size_t j = 0; j < i; j++) {
            const GoldRow *a = &table->rows[i], *b = &table->rows[j];
            if (symmetric(a->cells[1]) && kb_text_equal(a->cells[0], b->cells[2]) &&
                kb_text_equal(a->cells[2], b->cells[0]) && same_row(a, b, &rest))
                check_error(checker, "relations.tsv", a->line, "is line %u the other way round", b->line);
        }
}

static bool marked(const GoldStory *story, int32_t entity)
{
    for (size_t i = 0; i < story->article_count; i++)
        for (size_t m = 0; m < story->articles[i].mark_count; m++)
            if (story->articles[i].marks[m].entity == entity) return true;
    return false;
}

static void check_marked(const Row *at, KbText id, const char *what)
{
    int32_t entity = gold_entity(at->checker->story, id);
    if (entity >= 0 && !marked(at->checker->story, entity))
        row_error(at, "%s %.*s is marked in no article", what, TEXT(id));
}

// A country may be told by its demonym alone, a party by its members; everybody else is marked somewhere.
static void check_object(const Row *at, KbText id, const char *what, bool member)
{
    const GoldStory *story = at->checker->story;
    int32_t entity = gold_entity(story, id);
    if (entity < 0 || story->entities[entity].type == KB_PLACE || marked(story, entity)) return;
    if (member)
        row_warning(at, "%s %.*s is marked in no article", what, TEXT(id));
    else
        row_error(at, "%s %.*s is marked in no article", what, TEXT(id));
}

static void check_mentioned(Checker *checker)
{
    const GoldStory *story = checker->story;
    for (size_t i = 0; i < story->roles.count; i++) {
        Row at = {checker, "roles.tsv", &story->roles.rows[i]};
        check_marked(&at, at.row->cells[0], "holder");
        check_object(&at, at.row->cells[2], "held at", false);
        check_marked(&at, at.row->cells[10], "attributed to");
    }
    for (size_t i = 0; i < story->relations.count; i++) {
        Row at = {checker, "relations.tsv", &story->relations.rows[i]};
        check_object(&at, at.row->cells[0], "subject", false);
        check_object(&at, at.row->cells[2], "object", is(at.row->cells[1], "member_of"));
        check_marked(&at, at.row->cells[5], "attributed to");
    }
}

static void check_table(Checker *checker, const char *file, const GoldTable *table, void (*check)(const Row *))
{
    for (size_t i = 0; i < table->count; i++) {
        Row at = {checker, file, &table->rows[i]};
        check(&at);
    }
}

void check_rows(Checker *checker)
{
    static const Key entity = {{0}, 1}, role = {{0, 1, 2, 3, 8, 9, 10}, 7}, quote = {{0, 1}, 2}, question = {{0}, 1},
                     relation = {{0, 1, 2, 3, 4, 5, 7, 8}, 8};
    const GoldStory *story = checker->story;
    check_table(checker, "entities.tsv", &story->entity_rows, check_entity);
    check_table(checker, "roles.tsv", &story->roles, check_role);
    check_table(checker, "relations.tsv", &story->relations, check_relation);
    check_table(checker, "quotes.tsv", &story->quotes, check_quote);
    check_table(checker, "questions.tsv", &story->questions, check_question);
    check_duplicates(checker, "entities.tsv", &story->entity_rows, &entity);
    check_duplicates(checker, "roles.tsv", &story->roles, &role);
    check_duplicates(checker, "relations.tsv", &story->relations, &relation);
    check_duplicates(checker, "quotes.tsv", &story->quotes, &quote);
    check_duplicates(checker, "questions.tsv", &story->questions, &question);
    check_mirrored(checker, &story->relations);
    check_mentioned(checker);
}
