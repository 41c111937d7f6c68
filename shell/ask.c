// What the parts of the answer module share: names to entities, claims to items, times to periods.
// SPDX-License-Identifier: MIT
#include "shell/ask.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "kb/name.h"
#include "shell/demonym.h"
#include "shell/post.h"
#include "shell/title.h"

// Candidates this close to the best, in thousandths, are rivals; one named so much more often is meant by a short name.
enum { RIVAL_MARGIN = 100, FAMOUS = 25, SOURCES_SHOWN = 20, SUGGESTIONS = 3 };

// ---------------------------------------------------------------------------------------------- answers

void ask_status(Ask *ask, AnswerStatus status)
{
    ask->answer->status = status;
}

void ask_note(Ask *ask, const char *format, ...)
{
    va_list arguments;
    char text[1024];
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    KbText parts[] = {ask->answer->note, text_repair(ask->region, kb_text(text))};
    ask->answer->note = region_join(ask->region, parts, 2, "; ");
}

AnswerItem *ask_item(Ask *ask, KbText text, const KbRef *entity, KbText detail)
{
    Answer *answer = ask->answer;
    AnswerItem item = {
        .text = region_text(ask->region, text), .detail = region_text(ask->region, detail), .confidence = 1000};
    if (entity) item.entity = entity->id, item.type = entity->type;
    REGION_PUSH(ask->region, answer->items, answer->count, answer->room, item);
    return &answer->items[answer->count - 1];
}

static bool known_source(const AnswerItem *item, const KbSource *source)
{
    for (size_t i = 0; i < item->source_count; i++)
        if (kb_text_equal(item->sources[i].document, source->document) && item->sources[i].start == source->start)
            return true;
    return false;
}

void ask_support(Ask *ask, AnswerItem *item, const KbSource *sources, size_t count, uint16_t confidence)
{
    KbSource *kept = region_alloc(ask->region, item->source_count + count, sizeof *kept);
    if (item->source_count) memcpy(kept, item->sources, item->source_count * sizeof *kept);
    item->sources = kept;
    for (size_t i = 0; i < count; i++) {
        if (kb_date_compare(sources[i].published, item->as_of) > 0) item->as_of = sources[i].published;
        if (item->source_count >= SOURCES_SHOWN || known_source(item, &sources[i])) continue;
        KbSource *copy = &kept[item->source_count++];
        *copy = sources[i];
        copy->document = region_text(ask->region, copy->document);
        copy->source = region_text(ask->region, copy->source);
        copy->title = region_text(ask->region, copy->title);
        copy->quote = region_text(ask->region, copy->quote);
    }
    if (confidence < item->confidence) item->confidence = confidence;
}

AnswerItem *ask_role_item(Ask *ask, KbText text, const KbRef *entity, KbText detail, const KbHeldRole *role)
{
    AnswerItem *item = ask_item(ask, text, entity, detail);
    ask_support(ask, item, role->sources, role->source_count, role->confidence);
    return item;
}

AnswerItem *ask_link_item(Ask *ask, KbText text, const KbRef *entity, KbText detail, const KbLink *link)
{
    AnswerItem *item = ask_item(ask, text, entity, detail);
    ask_support(ask, item, link->sources, link->source_count, link->confidence);
    return item;
}

void ask_yes_no(Ask *ask, bool yes, KbText detail)
{
    ask_item(ask, kb_text(yes ? "yes" : "no"), NULL, detail);
}

KbRef ask_ref(const KbEntity *entity)
{
    return (KbRef){entity->id, entity->type, entity->name};
}

// ---------------------------------------------------------------------------------------------- names

const KbEntity *ask_get(Ask *ask, KbText id)
{
    const KbEntity *entity = NULL;
    KbError error = {0};
    KbStatus status = kb_entity_get(ask->reader, id, &entity, &error);
    if (status == KB_OK) return entity;
    if (status != KB_NOT_FOUND) ask->error = error, ask->error.status = status;
    return NULL;
}

static const KbId *recent_person(const Session *session, KbGender not )
{
    for (size_t i = 0; i < RECENT; i++)
        if (session->people[i].id.text[0] && (not == KB_GENDER_UNKNOWN || session->people[i].gender != not ))
            return &session->people[i].id;
    return session->people[0].id.text[0] ? &session->people[0].id : &session->last;
}

static const KbId *pronoun(const Ask *ask, KbText said)
{
    static const struct {
        const char *words;
        char means; // m, f: a person; i, p: an organization or place; t: the last of any type
    } PRONOUNS[] = {{" he him his ", 'm'},
                    {" she her hers ", 'f'},
                    {" it its ", 'i'},
                    {" there ", 'p'},
                    {" they them their that this ", 't'}};
    const Session *session = ask->session;
    KbText lower = text_lower(ask->region, said);
    KbText padded = region_format(ask->region, " %.*s ", TEXT_ARGS(lower));
    for (size_t i = 0; i < sizeof PRONOUNS / sizeof *PRONOUNS; i++) {
        if (!strstr(PRONOUNS[i].words, padded.data)) continue;
        switch (PRONOUNS[i].means) {
        case 'm': return recent_person(session, KB_FEMALE);
        case 'f': return recent_person(session, KB_MALE);
        case 'p': return session->there.text[0] ? &session->there : &session->last;
        case 'i': return session->thing.text[0] ? &session->thing : &session->last;
        default: return &session->last;
        }
    }
    return NULL;
}

bool ask_is_pair(KbText said)
{
    static const char *const WORDS[] = {"they", "them", "both", "the two", "the two of them", "those two", "these two"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (text_is_any_case(said, WORDS[i])) return true;
    return said.length == 0;
}

static bool is_id(KbText said)
{
    if (said.length < 5 || (!text_starts(said, "per_") && !text_starts(said, "org_") && !text_starts(said, "pla_")))
        return false;
    return strspn(said.data + 4, "0123456789abcdef") >= said.length - 4;
}

static size_t find(Ask *ask, KbText name, unsigned types, const KbCandidate **found)
{
    size_t count = 0;
    KbError error = {0};
    if (name.length == 0) return 0;
    KbStatus status = kb_find(ask->reader, name, types, found, &count, &error);
    if (status == KB_OK) return count;
    if (status != KB_NOT_FOUND) ask->error = error, ask->error.status = status;
    return 0;
}

static KbText without_article(KbText name)
{
    static const char *const ARTICLES[] = {"the ", "The ", "THE ", "a ", "an "};
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++)
        if (text_starts(name, ARTICLES[i])) return text_trim(text_slice(name, strlen(ARTICLES[i]), name.length));
    return name;
}

static bool holds_title(Ask *ask, const KbEntity *entity, KbText title)
{
    for (size_t i = 0; entity && i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        if (role_stands(role) && title_match(ask->region, title, role->title, role_at(role).name) != TITLES_DIFFER)
            return true;
    }
    return false;
}

// Of namesakes, those who hold or held the post that is said with the name; all of them where none does.
static size_t keep_titled(Ask *ask, KbText title, const KbCandidate **found, size_t count)
{
    KbCandidate *kept = region_alloc(ask->region, count + 1, sizeof *kept);
    size_t titled = 0;
    for (size_t i = 0; i < count && count > 1; i++)
        if (holds_title(ask, ask_get(ask, kb_text((*found)[i].entity.id.text)), title)) kept[titled++] = (*found)[i];
    if (titled) *found = kept;
    return titled ? titled : count;
}

// Honorifics that may be names themselves, so that names are stored with them or without.
static bool is_honorific(KbText word)
{
    static const char *const WORDS[] = {"lord", "lady",  "baroness", "baron",  "earl",     "count",  "duke",
                                        "king", "queen", "prince",   "father", "princess", "sister", "brother",
                                        "pope", "judge", "justice",  "sheikh", "bishop",   "imam",   "rabbi"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (text_is_any_case(word, WORDS[i])) return true;
    return false;
}

// "Attorney General Ann Poe", "Ann Poe, the mayor", "Lord Poe": a name with a title, where the whole is no name.
static size_t find_with_title(Ask *ask, KbText name, unsigned types, const KbCandidate **found)
{
    for (size_t at = 1; at + 1 < name.length; at++) {
        KbText before = text_slice(name, 0, at), after = text_slice(name, at + 1, name.length);
        bool comma = name.data[at] == ',';
        KbText title = comma ? without_article(text_trim(after)) : before, rest = comma ? before : after;
        if ((!comma && name.data[at] != ' ') || !(title_known(ask->region, title) || is_honorific(title))) continue;
        size_t count = find(ask, rest, types, found);
        if (count) return keep_titled(ask, title, found, count);
    }
    return 0;
}

// "the deal" names no Mr Deal: a common noun, typed as one, is nobody's name.
static bool is_common_noun(KbText said)
{
    KbText rest = without_article(said);
    bool small = rest.length < said.length && rest.length > 0;
    for (size_t i = 0; i < said.length && small; i++)
        small = !(said.data[i] >= 'A' && said.data[i] <= 'Z') && !((unsigned char)said.data[i] & 0x80);
    return small && !memchr(rest.data, ' ', rest.length);
}

static size_t drop_persons(Ask *ask, const KbCandidate **found, size_t count)
{
    KbCandidate *kept = region_alloc(ask->region, count + 1, sizeof *kept);
    size_t others = 0;
    for (size_t i = 0; i < count; i++)
        if ((*found)[i].entity.type != KB_PERSON) kept[others++] = (*found)[i];
    *found = kept;
    return others;
}

size_t ask_candidates(Ask *ask, KbText said, unsigned types, const KbCandidate **found)
{
    KbText bare = without_article(text_trim(said));
    size_t count = find(ask, text_trim(said), types, found);
    if (!count && bare.length < said.length) count = find(ask, bare, types, found);
    if (!count && types) count = find(ask, bare, ANY_TYPE, found);
    if (count && is_common_noun(text_trim(said))) count = drop_persons(ask, found, count);
    if (!count) count = find_with_title(ask, bare, types, found);
    const char *place = count ? NULL : demonym_place(text_lower(ask->region, bare));
    if (place) count = find(ask, kb_text(place), PLACES, found);
    return count;
}

void ask_refuse_unknown(Ask *ask, KbText name)
{
    const KbCandidate *near = NULL;
    size_t count = 0;
    KbError error = {0};
    ask->refused = true;
    ask_status(ask, ANSWER_UNKNOWN_ENTITY);
    ask_note(ask, "no article mentions \"%.*s\"", TEXT_ARGS(name));
    if (kb_suggest(ask->reader, name, &near, &count, &error) != KB_OK) return;
    KbText names[SUGGESTIONS] = {{NULL, 0}};
    for (size_t i = 0; i < count && i < SUGGESTIONS; i++)
        names[i] = near[i].entity.name;
    KbText joined = region_join(ask->region, names, count < SUGGESTIONS ? count : SUGGESTIONS, ", ");
    if (joined.length) ask_note(ask, "did you mean %.*s?", TEXT_ARGS(joined));
}

static void refuse_ambiguous(Ask *ask, KbText name, const KbCandidate *found, size_t count)
{
    ask->refused = true;
    ask_status(ask, ANSWER_AMBIGUOUS);
    ask->answer->asked = region_text(ask->region, name);
    ask_note(ask, "\"%.*s\" may be any of %zu", TEXT_ARGS(name), count);
    for (size_t i = 0; i < count; i++) {
        AnswerItem *item = ask_item(ask, found[i].entity.name, &found[i].entity, found[i].detail);
        item->confidence = found[i].score;
    }
}

// How many of the candidates, from the best on, are as likely as the best.
static size_t rivals(const KbCandidate *found, size_t count, KbText said)
{
    size_t close = 1;
    bool short_name = memchr(said.data, ' ', said.length) == NULL;
    while (close < count && found[close].score + RIVAL_MARGIN >= found[0].score)
        close++;
    uint64_t next = 0;
    for (size_t i = 1; i < close; i++)
        if (found[i].mentions > next) next = found[i].mentions;
    bool famous = short_name && found[0].mentions >= FAMOUS * (next + 1);
    return famous ? 1 : close;
}

static bool bears_title(Ask *ask, const KbEntity *entity, KbText title)
{
    for (size_t i = 0; i < entity->role_count; i++)
        if (title_match(ask->region, title, entity->roles[i].title, role_at(&entity->roles[i]).name) != TITLES_DIFFER)
            return true;
    return false;
}

// "Mrs. Roe" is no man; "Mayor Roe" the one who is or was mayor, if any of them is. Of all or none: all.
static size_t with_title(Ask *ask, KbText said, const KbCandidate **found, size_t count)
{
    KbNameParts parts;
    kb_name_parts(said, &parts);
    if (!parts.prefix.length) return count;
    KbGender gender = kb_name_gender(said);
    KbCandidate *kept = region_alloc(ask->region, count, sizeof *kept);
    size_t fit = 0;
    for (size_t i = 0; i < count; i++) {
        const KbEntity *entity = ask_get(ask, kb_text((*found)[i].entity.id.text));
        if (!entity || entity->type != KB_PERSON) continue;
        bool fits = gender ? !entity->gender || entity->gender == gender : bears_title(ask, entity, parts.prefix);
        if (fits) kept[fit++] = (*found)[i];
    }
    if (!fit) return count;
    *found = kept;
    return fit;
}

const KbEntity *ask_entity(Ask *ask, KbText said, unsigned types)
{
    const KbCandidate *found = NULL;
    const KbId *id = pronoun(ask, said);
    if (id && !id->text[0]) {
        ask->refused = true;
        ask_status(ask, ANSWER_UNKNOWN_ENTITY);
        ask_note(ask, "\"%.*s\" refers to nobody: no question before named anyone", TEXT_ARGS(said));
        return NULL;
    }
    if (id) return ask_get(ask, kb_text(id->text));
    if (is_id(said)) {
        const KbEntity *entity = ask_get(ask, said);
        if (!entity) ask_refuse_unknown(ask, said);
        return entity;
    }
    for (size_t i = ask->session->chosen_count; i-- > 0;)
        if (kb_text_equal(ask->session->chosen[i].name, said))
            return ask_get(ask, kb_text(ask->session->chosen[i].id.text));
    size_t count = ask_candidates(ask, said, types, &found);
    if (count == 0) {
        const KbEntity *holder = types && !(types & PERSONS) ? NULL : ask_described(ask, said);
        if (!holder) ask_refuse_unknown(ask, said);
        return holder;
    }
    size_t close = rivals(found, count, said);
    if (close > 1) close = with_title(ask, said, &found, close);
    if (close == 1) return ask_get(ask, kb_text(found[0].entity.id.text));
    refuse_ambiguous(ask, said, found, close);
    return NULL;
}

// "Daniel" and "Daniela": his name and hers.
static bool is_feminine_of(KbText a, KbText b)
{
    size_t gap = a.length > b.length ? a.length - b.length : b.length - a.length;
    return gap <= 1 && text_ends(a, "a") != text_ends(b, "a");
}

// Two spellings of one given name, as "Valery" and "Valeriy"; a middle name may tell two people apart.
static bool is_respelt(KbText a, KbText b)
{
    KbNameParts x, y;
    kb_name_parts(a, &x);
    kb_name_parts(b, &y);
    bool differs = !kb_text_equal(x.given, y.given) && !is_feminine_of(x.given, y.given);
    return differs && kb_person_names_match(a, b) == KB_NAMES_VARIANT;
}

// Kin bear names that are alike: "Daniel" and "Daniela".
static bool asks_kin(const Question *question)
{
    static const char *const KIN[] = {"parent", "sibling", "relative", "spouse"};
    for (size_t i = 0; i < sizeof KIN / sizeof *KIN; i++)
        if (strstr(question->relations, KIN[i])) return true;
    return false;
}

// One name in two entities of an answer to one fact: a person whom resolution kept apart.
static bool is_again(const Question *question, const AnswerItem *item, const AnswerItem *earlier)
{
    bool persons =
        item->entity.text[0] && earlier->entity.text[0] && item->type == KB_PERSON && earlier->type == KB_PERSON;
    if (!persons) return false;
    if (kb_person_names_match(item->text, earlier->text) == KB_NAMES_SAME) return true;
    return question->form == QUESTION_RELATION && !asks_kin(question) && is_respelt(item->text, earlier->text);
}

static bool is_short_for(const AnswerItem *item, const AnswerItem *longer)
{
    bool persons =
        item->entity.text[0] && longer->entity.text[0] && item->type == KB_PERSON && longer->type == KB_PERSON;
    bool one_word =
        !memchr(item->text.data, ' ', item->text.length) && memchr(longer->text.data, ' ', longer->text.length);
    return persons && one_word && kb_person_names_match(item->text, longer->text) == KB_NAMES_SHORT;
}

// "Dunford" beside "Joseph Dunford" in one answer is a report of the same person that gave no more of the name.
void ask_drop_short_names(Ask *ask)
{
    static const QuestionForm ONE_FACT[] = {QUESTION_RELATION, QUESTION_HOLDER,    QUESTION_HOLDERS,
                                            QUESTION_WHO,      QUESTION_SUCCESSOR, QUESTION_PREDECESSOR};
    Answer *answer = ask->answer;
    size_t kept = 0;
    bool one_fact = false;
    for (size_t i = 0; i < sizeof ONE_FACT / sizeof *ONE_FACT; i++)
        one_fact = one_fact || ask->question->form == ONE_FACT[i];
    for (size_t i = 0; i < answer->count; i++) {
        bool is_short = false;
        for (size_t k = 0; k < answer->count; k++)
            is_short = is_short || (k != i && is_short_for(&answer->items[i], &answer->items[k]));
        for (size_t k = 0; k < kept && one_fact; k++) {
            if (!is_again(ask->question, &answer->items[i], &answer->items[k])) continue;
            is_short = true;
            ask_support(ask, &answer->items[k], answer->items[i].sources, answer->items[i].source_count, 1000);
        }
        if (!is_short) answer->items[kept++] = answer->items[i];
    }
    answer->count = kept;
}

void ask_each(Ask *ask, KbVisit visit, void *context)
{
    KbStatus status = kb_entities_each(ask->reader, visit, context, &ask->error);
    if (status == KB_NOT_FOUND) ask->error.status = KB_OK;
}

// ---------------------------------------------------------------------------------------------- claims

bool role_stands(const KbHeldRole *role)
{
    return role->polarity == KB_POSITIVE && role->modality == KB_ASSERTED;
}

bool link_stands(const KbLink *link)
{
    return link->polarity == KB_POSITIVE && link->modality == KB_ASSERTED;
}

KbText claim_shade(KbPolarity polarity, KbModality modality)
{
    if (polarity == KB_NEGATIVE) return kb_text("said not to be so");
    return modality == KB_ASSERTED ? (KbText){"", 0} : kb_text(kb_modality_name(modality));
}

KbRef role_at(const KbHeldRole *role)
{
    if (role->organization.id.text[0]) return role->organization;
    return role->place.id.text[0] ? role->place : role->person;
}

KbText role_label(Ask *ask, const KbHeldRole *role)
{
    KbText parts[] = {role->title, role_at(role).name};
    return region_join(ask->region, parts, 2, ", ");
}

KbText date_text(Ask *ask, KbDate date)
{
    char text[KB_DATE_SIZE];
    return region_text(ask->region, kb_text(kb_date_format(date, text)));
}

// Bounds that are a whole year or month are that year or month.
static KbDate whole(const KbDate *dates)
{
    KbDate from = dates[0], to = dates[1], year = {from.year, 0, 0}, month = {from.year, from.month, 0};
    if (!from.day || !to.day || from.day != 1 || from.year != to.year) return from;
    if (from.month == 1 && kb_date_compare(to, when_last_day(year)) == 0) return year;
    return kb_date_compare(to, when_last_day(month)) == 0 ? month : from;
}

KbText dates_text(Ask *ask, const KbDate *dates)
{
    KbDate one = whole(dates);
    if (one.year && !one.day) return date_text(ask, one);
    KbText from = date_text(ask, dates[0]), to = date_text(ask, dates[1]);
    if (kb_text_equal(from, to) || !to.length) return from;
    if (!from.length) return region_format(ask->region, "by %.*s", TEXT_ARGS(to));
    return region_format(ask->region, "%.*s to %.*s", TEXT_ARGS(from), TEXT_ARGS(to));
}

// "since 2018", "until 2023-01", "2018 to 2023-01": only bounds that say more than the report's own date.
static KbText role_dates(Ask *ask, const KbHeldRole *role)
{
    KbText start = role->start[0].year ? dates_text(ask, role->start) : (KbText){"", 0};
    KbText end = role->end[1].year && (role->end[0].year || role->status != KB_FORMER) ? dates_text(ask, role->end)
                                                                                       : (KbText){"", 0};
    if (start.length && end.length)
        return region_format(ask->region, "from %.*s until %.*s", TEXT_ARGS(start), TEXT_ARGS(end));
    if (start.length) return region_format(ask->region, "since %.*s", TEXT_ARGS(start));
    return end.length ? region_format(ask->region, "until %.*s", TEXT_ARGS(end)) : (KbText){"", 0};
}

KbText role_detail(Ask *ask, const KbHeldRole *role)
{
    bool plain = role->status == KB_CURRENT || role->status == KB_UNKNOWN;
    KbText parts[] = {role_label(ask, role), plain ? (KbText){"", 0} : kb_text(kb_role_status_name(role->status)),
                      role_dates(ask, role), claim_shade(role->polarity, role->modality)};
    return region_join(ask->region, parts, 4, ", ");
}

// ---------------------------------------------------------------------------------------------- time

bool when_fits(const When *when, KbDate from, KbDate to)
{
    if (when->kind == WHEN_MONTH)
        return from.year && from.month <= when->from.month && (to.month ? to.month : from.month) >= when->from.month &&
               from.month;
    if (when->kind != WHEN_PERIOD) return true;
    if (!from.year && !to.year) return false;
    KbDate first = when_first_day(from.year ? from : to), last = when_last_day(to.year ? to : from);
    bool early = when->to.year && kb_date_compare(first, when->to) > 0;
    bool late = when->from.year && kb_date_compare(last, when->from) < 0;
    return !early && !late;
}

// What a clause says of its subject; ends: the time after is meant.
static const struct {
    const char *words;
    bool ends;
} TURNS[] = {
    {" took office", false},   {" took over", false},       {" came to power", false},
    {" was elected", false},   {" was inaugurated", false}, {" was sworn in", false},
    {" was appointed", false}, {" became ", false},         {" was named ", false},
    {" started", false},       {" entered office", false},  {" left", true},
    {" resigned", true},       {" stepped down", true},     {" was fired", true},
    {" was ousted", true},     {" was dismissed", true},    {" retired", true},
    {" died", true},           {" was president", false},   {" was ", false},
};

static KbDate turning_day(Ask *ask, const KbEntity *entity, KbText post, bool ends)
{
    KbDate best = {0}, fallback = {0};
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        bool fits = post.length ? title_match(ask->region, post, role->title, role_at(role).name) != TITLES_DIFFER
                                : title_rank(ask->region, role->title) > 0;
        if (!role_stands(role) || !fits) continue;
        KbDate day = ends ? role->end[1] : role->start[0].year ? role->start[0] : (KbDate){0};
        if (day.year && (!best.year || (kb_date_compare(day, best) < 0) == !ends)) best = day;
        KbDate report = role->status == KB_CURRENT ? role->first_reported : (KbDate){0};
        if (!ends && report.year && (!fallback.year || kb_date_compare(report, fallback) < 0)) fallback = report;
    }
    return best.year ? best : fallback;
}

static KbDate day_of_death(const KbEntity *entity)
{
    KbDate day = {0};
    for (size_t i = 0; i < entity->link_count && !day.year; i++) {
        const KbLink *link = &entity->links[i];
        const char *name = kb_predicate(link->predicate)->name;
        if (!link_stands(link) || !kb_text_equal(link->subject.name, entity->name)) continue;
        if (strcmp(name, "date_of_death") == 0 && kb_date_parse(link->value, &day)) continue;
        if (strcmp(name, "died_in") == 0) day = link->date[0];
    }
    return day;
}

// The only one of that name whose death is dated; NULL: none, or several.
static const KbEntity *the_dead_one(Ask *ask, KbText said)
{
    const KbCandidate *found = NULL;
    const KbEntity *dead = NULL;
    size_t count = ask_candidates(ask, said, PERSONS, &found);
    for (size_t i = 0; i < count && found[i].score == found[0].score; i++) {
        const KbEntity *entity = ask_get(ask, kb_text(found[i].entity.id.text));
        if (!entity || !day_of_death(entity).year) continue;
        if (dead) return NULL;
        dead = entity;
    }
    return dead;
}

static bool place_clause(Ask *ask, When *when)
{
    for (size_t i = 0; i < sizeof TURNS / sizeof *TURNS; i++) {
        KbText clause = when->clause;
        const char *hit = memmem(clause.data, clause.length, TURNS[i].words, strlen(TURNS[i].words));
        if (!hit) continue;
        size_t at = (size_t)(hit - clause.data);
        KbText said = text_slice(clause, 0, at), x = ask->question->x;
        bool pronoun = text_is_any_case(said, "he") || text_is_any_case(said, "she");
        bool death = strcmp(TURNS[i].words, " died") == 0;
        const KbEntity *entity = death ? the_dead_one(ask, said) : NULL;
        if (!entity) entity = ask_entity(ask, pronoun && x.length ? x : said, PERSONS);
        if (!entity) return false;
        KbText post = text_trim(text_slice(clause, at + strlen(TURNS[i].words), clause.length));
        KbDate day = death ? day_of_death(entity) : (KbDate){0};
        if (!day.year) day = turning_day(ask, entity, post, TURNS[i].ends);
        if (!day.year && TURNS[i].words[5] != '\0') day = turning_day(ask, entity, (KbText){"", 0}, TURNS[i].ends);
        if (!day.year) {
            ask_status(ask, ANSWER_NO_ANSWER);
            ask_note(ask, "the articles do not say when %.*s", TEXT_ARGS(clause));
            return false;
        }
        *when = (When){.kind = WHEN_PERIOD, .from = when_first_day(day), .to = when_last_day(day)};
        return true;
    }
    ask_status(ask, ANSWER_NOT_UNDERSTOOD);
    ask_note(ask, "cannot tell the time of \"when %.*s\"", TEXT_ARGS(when->clause));
    return false;
}

KbDate ask_last_day(Ask *ask)
{
    const KbDocumentInfo *documents = NULL;
    size_t count = 0;
    KbStatus status = kb_documents(ask->reader, (KbText){"", 0}, &documents, &count, &ask->error);
    if (status == KB_NOT_FOUND) ask->error.status = KB_OK;
    return status == KB_OK && count ? documents[count - 1].published : (KbDate){0};
}

bool ask_period(Ask *ask, When *when)
{
    *when = ask->question->when;
    return when->kind != WHEN_CLAUSE || place_clause(ask, when);
}
