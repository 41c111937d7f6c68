// Checks the marks of a storyline and what eyes miss in its text: unmarked repeats, pronouns, titles in names.
// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tests/check_story.h"

#define TEXT(text) (int)(text).length, (text).data

typedef struct Reading { // one article being checked
    Checker *checker;
    const GoldArticle *article;
    bool *covered; // [text.length] inside a mark
} Reading;

static KbText marked_text(const GoldArticle *article, const GoldMark *mark)
{
    return (KbText){article->text.data + mark->start, mark->end - mark->start};
}

// Where a byte of the text is: line of NN.gold, or article and line of a stand-off set.
#define report_at(reading, offset, ...)                                                                      \
    check_warning((reading)->checker, check_file((reading)->article), line_of((reading)->article, (offset)), \
                  __VA_ARGS__)

static uint32_t line_of(const GoldArticle *article, size_t offset)
{
    uint32_t line = article->body;
    for (size_t i = 0; i < offset; i++)
        line += article->text.data[i] == '\n';
    return line;
}

// ---------------------------------------------------------------------------------------------- words

// Does a letter or digit end before byte `at`? Dashes and quotes of more than a byte begin with C2, E2.
static bool word_before(KbText text, size_t at)
{
    if (!at) return false;
    size_t first = at - 1;
    while (first && ((unsigned char)text.data[first] & 0xc0) == 0x80)
        first--;
    unsigned char byte = (unsigned char)text.data[first];
    return byte < 0x80 ? isalnum(byte) != 0 : byte != 0xc2 && byte != 0xe2;
}

static bool word_after(KbText text, size_t at)
{
    if (at >= text.length) return false;
    unsigned char byte = (unsigned char)text.data[at];
    return byte < 0x80 ? isalnum(byte) != 0 : byte != 0xc2 && byte != 0xe2;
}

static bool at_word(KbText text, size_t at, KbText word)
{
    return at + word.length <= text.length && memcmp(text.data + at, word.data, word.length) == 0 &&
           !word_before(text, at) && !word_after(text, at + word.length);
}

static bool covered(const Reading *reading, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (reading->covered[i]) return true;
    return false;
}

// ---------------------------------------------------------------------------------------------- marks

static bool begins(KbText text, const char *word)
{
    size_t length = strlen(word);
    return text.length > length && memcmp(text.data, word, length) == 0 && text.data[length] == ' ';
}

static bool ends(KbText text, const char *word)
{
    size_t length = strlen(word);
    return text.length > length && memcmp(text.data + text.length - length, word, length) == 0;
}

static bool named(const GoldEntity *entity, KbText name)
{
    KbText rest = entity->aliases, alias;
    if (kb_text_equal(entity->name, name)) return true;
    while (gold_next(&rest, '|', &alias))
        if (kb_text_equal(alias, name)) return true;
    return false;
}

static const char *const titles[] = {"Mr.",
                                     "Mrs.",
                                     "Ms.",
                                     "Mr",
                                     "Mrs",
                                     "Ms",
                                     "Miss",
                                     "Dr.",
                                     "Dr",
                                     "Prof.",
                                     "Professor",
                                     "Sir",
                                     "Dame",
                                     "Lord",
                                     "Lady",
                                     "Gen.",
                                     "General",
                                     "Lt.",
                                     "Col.",
                                     "Colonel",
                                     "Capt.",
                                     "Captain",
                                     "Maj.",
                                     "Major",
                                     "Sgt.",
                                     "Sgt",
                                     "Sergeant",
                                     "Adm.",
                                     "Admiral",
                                     "Cmdr.",
                                     "President",
                                     "Premier",
                                     "Minister",
                                     "Chairman",
                                     "Mayor",
                                     "Gov.",
                                     "Governor",
                                     "Sen.",
                                     "Senator",
                                     "Rep.",
                                     "Rev.",
                                     "Father",
                                     "Sister",
                                     "Pope",
                                     "King",
                                     "Queen",
                                     "Prince",
                                     "Princess",
                                     "Emperor",
                                     "Sheikh",
                                     "Bishop",
                                     "Archbishop",
                                     "Cardinal",
                                     "Judge",
                                     "Justice",
                                     "Coach",
                                     "Officer",
                                     "Inspector",
                                     "Superintendent",
                                     "Secretary",
                                     "Chancellor",
                                     "Ambassador"};

static void check_name(const Reading *reading, const GoldMark *mark, KbText text)
{
    const GoldEntity *entity = &reading->checker->story->entities[mark->entity];
    for (size_t i = 0; entity->type == KB_PERSON && i < sizeof titles / sizeof *titles; i++)
        if (begins(text, titles[i]) && !begins(entity->name, titles[i]))
            report_at(reading, mark->start, "a title in the name '%.*s'", TEXT(text));
    if ((ends(text, "'s") || ends(text, "’s")) && !named(entity, text))
        report_at(reading, mark->start, "a possessive in the name '%.*s'", TEXT(text));
    if (begins(text, "the")) report_at(reading, mark->start, "an article in the name '%.*s'", TEXT(text));
    if (strchr(" ,;", text.data[0]) || strchr(" ,;:", text.data[text.length - 1]))
        report_at(reading, mark->start, "the name '%.*s' has more than the name", TEXT(text));
}

// ---------------------------------------------------------------------------------------------- pronouns that are
// marked

enum { MALE = 1, FEMALE = 2, THING = 4 };

static unsigned gender_of(KbText pronoun)
{
    static const char *const words[] = {"he him his himself", "she her hers herself", "it its itself"};
    for (unsigned i = 0; i < 3; i++) {
        KbText rest = kb_text(words[i]), word;
        while (gold_next(&rest, ' ', &word))
            if (word.length == pronoun.length && strncasecmp(word.data, pronoun.data, word.length) == 0) return 1u << i;
    }
    return 0;
}

// Genders of the other pronouns of the entity in all articles before this mark.
static unsigned genders_before(const Reading *reading, const GoldMark *mark)
{
    const GoldStory *story = reading->checker->story;
    unsigned genders = 0;
    for (const GoldArticle *article = story->articles; article <= reading->article; article++)
        for (size_t m = 0; m < article->mark_count; m++) {
            const GoldMark *other = &article->marks[m];
            if (other == mark) return genders;
            if (other->entity == mark->entity && !other->name) genders |= gender_of(marked_text(article, other));
        }
    return genders;
}

static void check_gender(const Reading *reading, const GoldMark *mark, KbText text)
{
    const GoldEntity *entity = &reading->checker->story->entities[mark->entity];
    unsigned gender = gender_of(text);
    bool person = entity->type == KB_PERSON;
    if (!gender) return;
    if (person && gender == THING) report_at(reading, mark->start, "'%.*s' for a person", TEXT(text));
    if (!person && gender != THING) report_at(reading, mark->start, "'%.*s' for no person", TEXT(text));
    if (person && ((genders_before(reading, mark) | gender) & (MALE | FEMALE)) == (MALE | FEMALE))
        report_at(reading, mark->start, "'%.*s' for %.*s, who was of the other sex before", TEXT(text),
                  TEXT(entity->name));
}

static void check_other(const Reading *reading, const GoldMark *mark, KbText text)
{
    if (named(&reading->checker->story->entities[mark->entity], text))
        report_at(reading, mark->start, "the name '%.*s' marked with ~", TEXT(text));
    if (strchr(" ,;", text.data[0]) || strchr(" ,;:.", text.data[text.length - 1]) || ends(text, "'s") ||
        ends(text, "’s"))
        report_at(reading, mark->start, "'%.*s' has more than the phrase", TEXT(text));
    check_gender(reading, mark, text);
}

static void check_marks(const Reading *reading)
{
    for (size_t i = 0; i < reading->article->mark_count; i++) {
        const GoldMark *mark = &reading->article->marks[i];
        KbText text = marked_text(reading->article, mark);
        (mark->name ? check_name : check_other)(reading, mark, text);
    }
}

// ---------------------------------------------------------------------------------------------- unmarked repeats

typedef struct Name {
    KbText text;
    int32_t entity;
} Name;

typedef struct Names {
    Name *items;
    size_t count, room;
} Names;

static void add_name(Arena *arena, Names *names, KbText text, int32_t entity)
{
    if (text.length < 2 || !isupper((unsigned char)text.data[0])) return;
    for (size_t i = 0; i < names->count; i++)
        if (kb_text_equal(names->items[i].text, text)) return;
    ARENA_PUSH(arena, names->items, names->count, names->room, (Name){text, entity});
}

// Whatever an entity of the storyline is marked by.
static Names names_marked(const Checker *checker)
{
    Names names = {0};
    for (size_t i = 0; i < checker->story->article_count; i++)
        for (size_t m = 0; m < checker->story->articles[i].mark_count; m++) {
            const GoldMark *mark = &checker->story->articles[i].marks[m];
            if (mark->name)
                add_name(checker->arena, &names, marked_text(&checker->story->articles[i], mark), mark->entity);
        }
    return names;
}

// A capital on the next or the last word makes it likely part of another name: a product, a treaty, a prize.
static bool in_longer_name(const Reading *reading, size_t start, size_t end)
{
    KbText text = reading->article->text;
    if (end + 1 < text.length && text.data[end] == ' ' && isupper((unsigned char)text.data[end + 1])) return true;
    if (start < 2 || text.data[start - 1] != ' ' || reading->covered[start - 2]) return false;
    size_t word = start - 1;
    while (word && !isspace((unsigned char)text.data[word - 1]))
        word--;
    bool sentence = word < 2 || strchr(".?!\n\"", text.data[word - 2]) || text.data[word - 1] == '\n';
    return isupper((unsigned char)text.data[word]) && !sentence && text.data[start - 2] != '.';
}

static void check_repeats(const Reading *reading, const Names *names)
{
    KbText text = reading->article->text;
    for (size_t at = 0; at < text.length; at++) {
        const Name *longest = NULL;
        if (reading->covered[at] || !isupper((unsigned char)text.data[at])) continue;
        for (size_t i = 0; i < names->count; i++)
            if (at_word(text, at, names->items[i].text) &&
                (!longest || names->items[i].text.length > longest->text.length))
                longest = &names->items[i];
        if (!longest || covered(reading, at, at + longest->text.length)) continue;
        size_t end = at + longest->text.length;
        if (in_longer_name(reading, at, end)) continue;
        report_at(reading, at, "'%.*s' is not marked (%.*s)", TEXT(longest->text),
                  TEXT(reading->checker->story->entities[longest->entity].id));
        at = end;
    }
}

// ---------------------------------------------------------------------------------------------- unmarked pronouns

// "Brekke himself": part of the phrase before it, which is marked.
static bool emphatic(const Reading *reading, size_t at, const char *pronoun)
{
    return strlen(pronoun) > 4 && at > 1 && reading->article->text.data[at - 1] == ' ' && reading->covered[at - 2];
}

static void check_pronouns(const Reading *reading)
{
    static const char *const pronouns[] = {"he",      "she", "him", "her", "his", "hers", "himself",
                                           "herself", "He",  "She", "Him", "Her", "His",  "Hers",
                                           "HE",      "SHE", "HIS", "HER", "HIM", "he’d"};
    KbText text = reading->article->text;
    for (size_t at = 0; at < text.length; at++) {
        if (reading->covered[at] || !strchr("hHsS", text.data[at])) continue;
        for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
            if (at_word(text, at, kb_text(pronouns[i])) && !emphatic(reading, at, pronouns[i]))
                report_at(reading, at, "'%s' is not marked", pronouns[i]);
    }
}

// ---------------------------------------------------------------------------------------------- quotations

static void check_quotations(const Reading *reading)
{
    const GoldTable *quotes = &reading->checker->story->quotes;
    uint32_t most = check_most_quotations(reading->article), next = 1, count = 0;
    uint32_t least = check_least_quotations(reading->article);
    for (size_t i = 0; i < quotes->count; i++) {
        const GoldRow *row = &quotes->rows[i];
        uint32_t number = (uint32_t)strtoul(row->cells[1].data, NULL, 10);
        if (strtoul(row->cells[0].data, NULL, 10) != reading->article->number) continue;
        if (number > most)
            check_error(reading->checker, "quotes.tsv", row->line, "article %02u has at most %u quotations in marks",
                        reading->article->number, most);
        else if (number < next)
            check_error(reading->checker, "quotes.tsv", row->line, "numbers go up from 1");
        next = number + 1;
        count++;
    }
    if (count < least) report_at(reading, 0, "%u quotations in quotes.tsv, at least %u in the text", count, least);
}

// ---------------------------------------------------------------------------------------------- an article

static void cover_marks(const Reading *reading)
{
    for (size_t i = 0; i < reading->article->mark_count; i++)
        for (uint32_t at = reading->article->marks[i].start; at < reading->article->marks[i].end; at++)
            reading->covered[at] = true;
}

void check_text(Checker *checker)
{
    const GoldStory *story = checker->story;
    if (story->absent) return;
    Names names = names_marked(checker);
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        if (!article->text.length) {
            check_error(checker, check_file(article), 1, "no text");
            continue;
        }
        Reading reading = {checker, article, arena_alloc(checker->arena, article->text.length, sizeof(bool))};
        cover_marks(&reading);
        check_marks(&reading);
        check_repeats(&reading, &names);
        check_pronouns(&reading);
        check_quotations(&reading);
    }
}
