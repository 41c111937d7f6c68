// Words that belong to the name beside them: numbers of courts, leagues of workers, newspapers, topics of committees.
// SPDX-License-Identifier: MIT
#include "ingest/name_tails.h"

#include <ctype.h>

#include "ingest/bounds.h"
#include "ingest/clause.h"
#include "ingest/word_set.h"
#include "kb/tables.h"

enum { PAPER_WORDS = 2 };

static const char POSSESSIVES[] = "|'s|’s|'|’|";
// What bears a number behind it, or before it.
static const char NUMBERED[] =
    "|court|chamber|school|kindergarten|hospital|clinic|prison|colony|factory|mine|depot|lodge|"
    "brigade|division|regiment|battalion|";
static const char ORDERED[] = "|court|circuit|brigade|division|regiment|battalion|infantry|cavalry|artillery|armoured|"
                              "armored|airborne|fleet|corps|army|squadron|";
// What workers form, and the workers whose plural has no s.
static const char UNIONS[] =
    "|league|union|association|club|guild|federation|society|alliance|brotherhood|front|cooperative|co-operative|fund|";
// What the name of a newspaper ends in, and what may stand alone before it.
static const char PAPERS[] = "|advertiser|argus|banner|beacon|bulletin|chronicle|clarion|courier|dealer|dispatch|echo|"
                             "examiner|enquirer|express|gazette|globe|herald|inquirer|intelligencer|journal|leader|"
                             "ledger|mail|mercury|messenger|mirror|monitor|news|observer|picayune|post|press|record|"
                             "recorder|register|reporter|review|sentinel|speaker|standard|star|statesman|sun|"
                             "telegraph|telegram|times|tribune|voice|";
static const char EDITIONS[] = "|daily|evening|morning|sunday|weekly|";
static const char COMMITTEES[] = "|committee|subcommittee|ministry|department|secretariat|directorate|commission|";
// What a committee or a ministry is for.
static const char TOPICS[] =
    "|affairs|agriculture|budget|budgets|commerce|communications|constitutional|consumer|culture|defence|defense|"
    "development|digital|economic|economy|education|employment|energy|environment|equality|europe|european|finance|"
    "fisheries|food|foreign|forestry|health|home|housing|human|immigration|industry|information|infrastructure|"
    "interior|"
    "internal|justice|labor|labour|land|lands|legal|local|government|mines|mining|national|natural|order|petroleum|"
    "planning|police|public|regional|research|resources|rights|rural|science|security|sanitation|settlement|social|"
    "sport|sports|technology|tourism|trade|transport|urban|veterans|water|welfare|women|works|youth|";

static bool follows(const Document *d, uint32_t token)
{
    return token < d->token_count && d->tokens[token].space == SPACE_BLANK;
}

static bool is_number(const Document *d, uint32_t token)
{
    KbText text = token_text(d, token);
    for (size_t i = 0; i < text.length; i++)
        if (!isdigit((unsigned char)text.data[i])) return false;
    return true;
}

// "6th", "21st"
static bool is_ordinal(const Document *d, uint32_t token)
{
    KbText text = d->tokens[token].lower;
    return text.length > 2 && isdigit((unsigned char)text.data[0]) &&
           (word_ends(text, "th", 1) || word_ends(text, "st", 1) || word_ends(text, "nd", 1) ||
            word_ends(text, "rd", 1));
}

// ---------------------------------------------------------------------------------------------- one name

// "Civil Court" No. 41
static uint32_t number_end(const Document *d, uint32_t last)
{
    bool numbered = token_in(d, last - 1, NUMBERED) && follows(d, last) && token_in(d, last, "|no.|nr.|") &&
                    follows(d, last + 1) && is_number(d, last + 1);
    return numbered ? last + 2 : last;
}

static bool is_plural(const Document *d, uint32_t token)
{
    KbText word = d->tokens[token].lower;
    return word_ends(word, "men", 1) || word_ends(word, "women", 1) || word_ends(word, "people", 0);
}

// "Arden Patrolmen" 's League, "Arden Pilots'" Guild
static uint32_t union_end(const Document *d, uint32_t first, uint32_t last)
{
    uint32_t mark = token_in(d, last - 1, POSSESSIVES) ? last - 1 : last;
    if (mark <= first || mark + 1 >= d->token_count || !token_is_capitalized(d, mark - 1)) return last;
    bool plural = token_in(d, mark, "|'|’|") ? word_ends(d->tokens[mark - 1].lower, "s", 2)
                                             : token_in(d, mark, "|'s|’s|") && is_plural(d, mark - 1);
    bool whole = plural && follows(d, mark + 1) && token_is_capitalized(d, mark + 1) && token_in(d, mark + 1, UNIONS);
    return whole ? mark + 2 : last;
}

// the "Arden" Plain Speaker
static uint32_t paper_end(const Document *d, uint32_t first, uint32_t last)
{
    uint32_t end = last;
    if (!first || !token_is(d, first - 1, "the")) return last;
    while (follows(d, end) && token_is_capitalized(d, end))
        end++;
    bool paper = end > last && end <= last + PAPER_WORDS && token_in(d, end - 1, PAPERS);
    return paper ? end : last;
}

// One past the words in capitals that are topics from the token on.
static uint32_t topic_end(const Document *d, uint32_t token)
{
    while (follows(d, token) && token_is_capitalized(d, token) && token_in(d, token, TOPICS))
        token++;
    return token;
}

// "Committee for Defence", Public Order and National Security
static uint32_t topics_end(const Document *d, uint32_t first, uint32_t last)
{
    uint32_t end = last - token_is(d, last - 1, ",");
    if (end < first + 3 || !token_in(d, first, COMMITTEES) || !token_in(d, first + 1, "|for|of|on|")) return last;
    if (topic_end(d, first + 2) != end) return last;
    while (token_is(d, end, ",") && topic_end(d, end + 1) > end + 1)
        end = topic_end(d, end + 1);
    bool closed = token_in(d, end, "|and|&|") && topic_end(d, end + 1) > end + 1;
    return closed ? topic_end(d, end + 1) : last;
}

// "St. Arn" 's, a hospital or a school, where nothing of it follows: "drove to St. Arn's that night"
static uint32_t saint_end(const Document *d, uint32_t first, uint32_t last)
{
    bool saint = last == first + 2 && token_in(d, first, "|st|st.|") && last < d->token_count &&
                 token_in(d, last, "|'s|’s|") && first > 0 && token_in(d, first - 1, "|at|to|from|in|of|for|near|");
    if (!saint || last + 1 >= d->token_count) return last;
    uint8_t next = d->tokens[last + 1].pos;
    return next == POS_NOUN || next == POS_PROPN || next == POS_ADJ || next == POS_NUM ? last : last + 1;
}

// "Poe's", a shop, where nothing of it follows: "the board of Poe's, which", "She bought Poe's with a loan". Not "a
// friend of Poe's" or "like Poe's", and no given name: "dinner at Tom's".
static uint32_t shop_end(const Document *d, const Mention *name)
{
    static const char before[] = "|at|from|in|for|bought|buy|sold|sell|owns|owned|left|joined|saved|rescued|acquired|";
    KbText value, word = d->tokens[name->first].lower;
    uint32_t first = name->first, last = name->last;
    if (last != first + 1 || first < 3 || last + 1 >= d->token_count || !token_in(d, last, "|'s|’s|")) return last;
    uint8_t next = d->tokens[last + 1].pos;
    bool ends = next != POS_NOUN && next != POS_PROPN && next != POS_ADJ && next != POS_NUM && next != POS_ADV &&
                next != POS_VERB && next != POS_AUX && next != POS_DET;
    uint32_t article = first - 3; // "the second life of"
    while (article > 0 && first - article < 5 && d->tokens[article].pos == POS_ADJ)
        article--;
    bool of = token_is(d, first - 1, "of") && token_is(d, article, "the");
    bool told = ends && (of || token_in(d, first - 1, before)) && d->tokens[last].pos != POS_AUX;
    bool given = name->type == KB_PERSON && kb_tables_find(TABLE_GIVEN_NAMES, word, &value);
    return told && !given ? last + 1 : last;
}

static uint32_t tail_end(const Document *d, const Mention *name)
{
    uint32_t first = name->first, last = name->last, end;
    if ((end = saint_end(d, first, last)) > last || (end = shop_end(d, name)) > last) return end;
    if (name->type == KB_PERSON) return union_end(d, first, last);
    if ((end = union_end(d, first, last)) > last || (end = paper_end(d, first, last)) > last) return end;
    if (name->type == KB_PLACE) return last;
    if ((end = number_end(d, last)) > last) return end;
    return topics_end(d, first, last);
}

// 6th "U.S. Circuit Court"
static uint32_t ordinal_start(const Document *d, const Mention *name, uint32_t floor)
{
    uint32_t before = name->first - 1;
    if (name->type != KB_ORGANIZATION || name->first <= floor || !follows(d, name->first) || !is_ordinal(d, before))
        return name->first;
    for (uint32_t i = name->first; i < name->last; i++)
        if (token_in(d, i, ORDERED)) return before;
    return name->first;
}

// Where "Chamber of Deputies' Committee for Defence" is cut: the mark of the parliament's; 0: nowhere.
static uint32_t parliament_end(const Document *d, const Mention *name)
{
    for (uint32_t i = name->first + 1; name->type == KB_ORGANIZATION && i + 1 < name->last; i++)
        if (token_in(d, i, POSSESSIVES) && token_in(d, i + 1, "|committee|subcommittee|") &&
            token_in(d, i - 1, "|deputies|parliament|senate|house|congress|assembly|lords|commons|duma|bundestag|"))
            return i;
    return 0;
}

// ---------------------------------------------------------------------------------------------- all names

typedef struct Tails {
    Document *document;
    Mention *names;
    size_t count, room;
    WordSet undotted; // words in capitals that some place has without a full stop
} Tails;

static void put(Tails *tails, Mention name)
{
    Document *d = tails->document;
    uint32_t floor = tails->count ? tails->names[tails->count - 1].last : 0, last = name.last;
    if (name.last <= floor) return;
    Mention *before = tails->count ? &tails->names[tails->count - 1] : NULL;
    bool joined = before && name.type == KB_PERSON && before->type == KB_PERSON && name.first == floor + 1 &&
                  token_is(d, floor, "-") && d->tokens[floor].space == SPACE_NONE &&
                  d->tokens[name.first].space == SPACE_NONE;
    if (joined) { // "Per" - "Olof Ek"
        before->last = name.last;
        before->head = name.head;
        return;
    }
    if (name.first < floor) name.first = floor;
    name.first = ordinal_start(d, &name, floor);
    name.last = tail_end(d, &name);
    if (name.last > last) {
        name.type = KB_ORGANIZATION;
        name.head = name.last - 1;
    }
    ARENA_PUSH(d->arena, tails->names, tails->count, tails->room, name);
}

// "D-Hawaii", "filed under M": a letter is no name.
static bool is_letter(const Document *d, const Mention *name)
{
    static const char orders[] =
        "|under|letter|letters|plan|vitamin|appendix|exhibit|annex|category|class|grade|group|";
    uint32_t next = name->last;
    if (name->last != name->first + 1 || token_text(d, name->first).length != 1) return false;
    bool party = next < d->token_count && token_is(d, next, "-") && d->tokens[next].space == SPACE_NONE;
    return party || (name->first && token_in(d, name->first - 1, orders));
}

// "Poe & Co" at a sentence's end, in a text that writes it without a full stop elsewhere.
static bool ends_sentence(const Tails *tails, const Mention *name)
{
    const Document *d = tails->document;
    uint32_t mark = name->last - 1;
    return mark > name->first && token_is(d, mark, ".") && word_set_holds(&tails->undotted, token_text(d, mark - 1));
}

static void find_undotted(Tails *tails)
{
    const Document *d = tails->document;
    for (uint32_t i = 0; i + 1 < d->token_count; i++)
        if (token_is_capitalized(d, i) && !token_is(d, i + 1, ".")) word_set_add(&tails->undotted, d, token_text(d, i));
    word_set_sort(&tails->undotted);
}

// "the Evening Mail" that no label gives; "X, known as the DNA".
static void add_names(Document *d)
{
    Mention *names = NULL;
    size_t count = 0, room = 0;
    for (uint32_t i = 1; i + 1 < d->token_count; i++) {
        bool within = follows(d, i) && d->tokens[i - 1].pos != POS_PUNCT;
        bool paper = within && token_is(d, i - 1, "the") && token_is_capitalized(d, i) && token_in(d, i, EDITIONS) &&
                     paper_end(d, i, i + 1) > i + 1 && document_mention_at(d, i) < 0;
        int32_t longer = i > 4 && token_is(d, i - 4, ",") && token_is(d, i - 3, "known") && token_is(d, i - 2, "as") &&
                                 token_is(d, i - 1, "the") && token_is_capitals(d, i)
                             ? document_mention_at(d, i - 5)
                             : -1;
        bool letters = longer >= 0 && d->mentions[longer].type == KB_ORGANIZATION && document_mention_at(d, i) < 0;
        if (!paper && !letters) continue;
        uint32_t last = paper ? paper_end(d, i, i + 1) : i + 1;
        Mention name = {
            .first = i, .last = last, .head = last - 1, .kind = KB_NAME, .type = KB_ORGANIZATION, .chain = -1};
        ARENA_PUSH(d->arena, names, count, room, name);
        i = last;
    }
    bounds_replace(d, names, count);
}

void name_tails_settle(Document *d)
{
    Tails tails = {.document = d};
    find_undotted(&tails);
    for (size_t i = 0; i < d->mention_count; i++) {
        Mention name = d->mentions[i];
        if (is_letter(d, &name)) continue;
        name.last -= ends_sentence(&tails, &name);
        if (name.head >= name.last) name.head = name.last - 1;
        uint32_t cut = parliament_end(d, &name);
        if (cut) {
            Mention parliament = name;
            parliament.last = cut;
            parliament.head = cut - 1;
            put(&tails, parliament);
            name.first = cut + 1;
            if (name.head < name.first) name.head = name.last - 1;
        }
        put(&tails, name);
    }
    d->mentions = tails.names;
    d->mention_count = tails.count;
    add_names(d);
}
