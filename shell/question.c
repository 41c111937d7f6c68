// Plain English -> what is asked: matches the words of a line against the table of forms.
// SPDX-License-Identifier: MIT
#include "shell/question.h"

#include <string.h>

#include "shell/forms.h"

enum { STEPS_PER_FORM = 20000 };

typedef struct Span {
    size_t first, last; // words, last exclusive; equal: not said
} Span;

typedef struct Match {
    Region *region;
    const Words *words;
    bool fuzzy; // keywords may be misspelt
    const Form *form;
    Question *readings; // [QUESTION_READINGS]
    size_t count;
    Question base; // what holds for all readings
    size_t steps;
    const FormVerb *verb;
    const FormNoun *noun;
    Span x, y, post, any;
} Match;

static const char *const FORM_NAMES[] = {
#define X(name, word) word,
    QUESTION_FORMS(X)
#undef X
};

const char *question_form_name(QuestionForm form)
{
    return FORM_NAMES[form];
}

// ---------------------------------------------------------------------------------------------- words to drop

// Openings that ask nothing themselves; longest first.
static const char *const OPENINGS[] = {
    "i_would_like_to_know",
    "i'd_like_to_know",
    "i_want_to_know",
    "i_need_to_know",
    "i_wonder",
    "can_you_please",
    "could_you_please",
    "would_you_please",
    "can_you",
    "could_you",
    "would_you",
    "will_you",
    "do_you_know",
    "do_you_happen_to_know",
    "please",
    "and",
    "but",
    "so",
    "ok",
    "okay",
    "hey",
    "hi",
    "hello",
    "well",
    "then",
    "also",
    "remind_me",
};

// Words inside that change no reading, or only a flag of it.
static const char *const FILLERS[] = {"ever",   "still", "actually",   "really", "already",   "yet",
                                      "please", "not",   "apparently", "indeed", "personally"};

static const char *const ASKING[] = {"who", "whom",    "what", "which", "where", "when",
                                     "how", "whether", "if",   "why",   "whose"};

static bool in_list(KbText word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_is(word, list[i])) return true;
    return false;
}
#define IN_LIST(word, list) in_list((word), (list), sizeof(list) / sizeof *(list))

static bool word_fits(const Word *word, const char *keyword, size_t length, bool fuzzy)
{
    KbText wanted = {keyword, length};
    if (word->quoted) return false;
    if (kb_text_equal(word->lower, wanted)) return true;
    if (!fuzzy || length < 4 || word->lower.length < 4) return false;
    size_t slips = length >= 8 ? 2 : 1;
    return text_distance(word->lower, wanted, slips) <= slips;
}

// Words used by "in_charge_of" at `at`; 0 when they are not there. `end` is one past the phrase.
static size_t phrase_fits(const Words *words, size_t at, const char *phrase, const char *end, bool fuzzy)
{
    size_t used = 0;
    while (phrase < end) {
        const char *stop = memchr(phrase, '_', (size_t)(end - phrase));
        if (!stop) stop = end;
        if (at + used >= words->count) return 0;
        if (!word_fits(&words->items[at + used], phrase, (size_t)(stop - phrase), fuzzy)) return 0;
        used++;
        phrase = stop + 1;
    }
    return used;
}

static void drop(Words *words, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        words->items[i].taken = true;
    words_strip(words);
}

static bool drop_opening(Words *words)
{
    for (size_t i = 0; i < sizeof OPENINGS / sizeof *OPENINGS; i++) {
        size_t used = phrase_fits(words, 0, OPENINGS[i], OPENINGS[i] + strlen(OPENINGS[i]), false);
        if (used == 0 || used >= words->count) continue;
        drop(words, 0, used);
        return true;
    }
    bool told = words_is(words, 0, "tell") || words_is(words, 0, "show") || words_is(words, 0, "say");
    size_t asks = words_is(words, 1, "me") || words_is(words, 1, "us") ? 2 : 1;
    if (!told || asks >= words->count || !IN_LIST(words->items[asks].lower, ASKING)) return false;
    drop(words, 0, asks);
    return true;
}

// "in what year" is when, "in which city" where.
static void shorten_opening(Words *words)
{
    static const struct {
        const char *phrase, *word;
    } PHRASES[] = {{"in_what_year", "when"},     {"in_which_year", "when"},   {"what_year", "when"},
                   {"which_year", "when"},       {"on_what_date", "when"},    {"on_which_date", "when"},
                   {"what_date", "when"},        {"on_which_day", "when"},    {"on_what_day", "when"},
                   {"what_day", "when"},         {"in_what_month", "when"},   {"in_which_month", "when"},
                   {"in_which_city", "where"},   {"in_what_city", "where"},   {"in_which_country", "where"},
                   {"in_what_country", "where"}, {"in_which_place", "where"}, {"in_which_town", "where"}};
    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++) {
        const char *phrase = PHRASES[i].phrase;
        size_t used = phrase_fits(words, 0, phrase, phrase + strlen(phrase), false);
        if (!used || used >= words->count) continue;
        words->items[used - 1].lower = kb_text(PHRASES[i].word);
        drop(words, 0, used - 1);
        return;
    }
}

static void drop_fillers(Words *words, Question *base)
{
    for (size_t i = 1; i < words->count; i++) {
        Word *word = &words->items[i];
        if (word->quoted || !IN_LIST(word->lower, FILLERS)) continue;
        bool contracted = word->start == words->items[i - 1].start;
        if (!contracted && words->line.data[word->start] != word->lower.data[0]) continue; // "Ever Given" is a name
        base->ever = base->ever || text_is(word->lower, "ever");
        base->still = base->still || text_is(word->lower, "still");
        word->taken = true;
    }
    words_strip(words);
}

static Tense tense_of(const Words *words)
{
    static const struct {
        const char *word;
        Tense tense;
    } TENSES[] = {{"is", TENSE_PRESENT},  {"are", TENSE_PRESENT},  {"does", TENSE_PRESENT}, {"do", TENSE_PRESENT},
                  {"was", TENSE_PAST},    {"were", TENSE_PAST},    {"did", TENSE_PAST},     {"had", TENSE_PAST},
                  {"has", TENSE_PERFECT}, {"have", TENSE_PERFECT}, {"will", TENSE_FUTURE}};
    for (size_t at = 0; at < words->count && at < 4; at++)
        for (size_t i = 0; i < sizeof TENSES / sizeof *TENSES; i++)
            if (words_is(words, at, TENSES[i].word)) return TENSES[i].tense;
    return TENSE_NONE;
}

// ---------------------------------------------------------------------------------------------- readings

static bool is_relations(const char *param)
{
    return strpbrk(param, "<>=") != NULL;
}

// "appointed> owns<" seen from the other side.
static const char *flipped(Region *region, const char *relations)
{
    char *copy = (char *)region_text(region, kb_text(relations)).data;
    for (char *c = copy; *c; c++)
        *c = *c == '>' ? '<' : *c == '<' ? '>' : *c;
    return copy;
}

static KbText slot_text(const Match *match, Span span)
{
    const Words *words = match->words;
    const Word *first = span.first < span.last ? &words->items[span.first] : NULL;
    if (first && words_is(words, span.first, "the") &&
        !text_is_any_case(text_slice(words->line, first->start, first->end), "the"))
        span.first++; // "teh"
    if (span.first == span.last) return (KbText){"", 0};
    return words_text(match->region, match->words, span.first, span.last);
}

static bool same_reading(const Question *a, const Question *b)
{
    return a->form == b->form && kb_text_equal(a->x, b->x) && kb_text_equal(a->y, b->y) &&
           kb_text_equal(a->post, b->post) && strcmp(a->relations, b->relations) == 0;
}

// Which side of the relations x is on, from the voice of the pattern.
static const char *reading_relations(const Match *match, const char *param)
{
    bool turned = strncmp(param, "subject", 7) == 0 || strstr(param, "by") != NULL;
    if (is_relations(param)) return param;
    if (match->noun) return match->noun->relations;
    const char *relations = match->verb ? match->verb->relations : match->any.last ? "linked>" : "";
    return turned ? flipped(match->region, relations) : relations;
}

static void emit(Match *match)
{
    if (match->count == QUESTION_READINGS) return;
    const Form *form = match->form;
    Question reading = match->base;
    reading.form = form->form;
    reading.kind = form->kind;
    reading.param = form->param;
    reading.x = slot_text(match, match->x);
    reading.y = slot_text(match, match->y);
    reading.post = slot_text(match, match->post);
    reading.relations = reading_relations(match, form->param);
    reading.both = strstr(form->param, "both") != NULL;
    if (match->noun) reading.gender = match->noun->gender;
    if (match->any.last)
        reading.verb = match->words->items[match->any.first].lower;
    else if (match->verb)
        reading.verb = text_slice(kb_text(match->verb->base), 0, strcspn(match->verb->base, "|"));
    bool swapped = match->noun && form->form == QUESTION_YESNO;        // "is X the wife of Y": wives of Y
    if (form->form == QUESTION_IS && *form->param && reading.y.length) // "is X on the board of Y"
        reading.post = region_format(match->region, "%s of %.*s", form->param, TEXT_ARGS(reading.y)),
        reading.y = (KbText){"", 0};
    if (swapped || reading.x.length == 0) {
        KbText x = reading.x;
        reading.x = reading.y;
        reading.y = x;
    }
    for (size_t i = 0; i < match->count; i++)
        if (same_reading(&match->readings[i], &reading)) return;
    match->readings[match->count++] = reading;
}

// ---------------------------------------------------------------------------------------------- patterns

static void match_from(Match *match, const char *pattern, size_t at);

static const char *element_end(const char *pattern)
{
    return pattern + strcspn(pattern, " ");
}

static const char *class_words(const char *name, size_t length)
{
    for (size_t i = 0; i < FORM_CLASS_COUNT; i++)
        if (strlen(FORM_CLASSES[i].name) == length && memcmp(FORM_CLASSES[i].name, name, length) == 0)
            return FORM_CLASSES[i].words;
    return "";
}

// Each alternative of "a|b_c|@class" in turn; classes hold words only.
static void match_alternatives(Match *match, const char *start, const char *end, const char *rest, size_t at)
{
    while (start < end) {
        const char *stop = memchr(start, '|', (size_t)(end - start));
        if (!stop) stop = end;
        if (*start == '@') {
            const char *words = class_words(start + 1, (size_t)(stop - start - 1));
            match_alternatives(match, words, words + strlen(words), rest, at);
        } else {
            size_t used = phrase_fits(match->words, at, start, stop, match->fuzzy);
            if (used) match_from(match, rest, at + used);
        }
        start = stop + 1;
    }
}

static bool allowed_in_name(const Words *words, size_t at)
{
    static const char *const NEVER[] = {"is",   "are",  "was",     "were",   "did",   "does",  "has",
                                        "have", "had",  "who",     "whom",   "what",  "which", "by",
                                        "you",  "from", "outside", "before", "after", "as"};
    const Word *word = &words->items[at];
    bool typed_lower = words->line.data[word->start] == word->lower.data[0];
    return word->quoted || !typed_lower || !IN_LIST(word->lower, NEVER);
}

static bool is_empty_word(const Words *words, size_t at)
{
    static const char *const EMPTY[] = {"the",   "a",    "an",        "of",    "for",  "at",      "in",  "to",
                                        "with",  "and",  "on",        "'s",    "by",   "from",    "as",  "or",
                                        "about", "else", "each",      "other", "one",  "another", "all", "me",
                                        "be",    "been", "mentioned", "that",  "this", "i",       "we",  "most"};
    const Word *word = &words->items[at];
    bool letters = false;
    for (size_t i = 0; i < word->lower.length; i++) {
        unsigned char c = (unsigned char)word->lower.data[i];
        letters = letters || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    }
    if (!letters) return true;
    bool capital = at > 0 && words->line.data[word->start] != word->lower.data[0];
    return !word->quoted && !capital && IN_LIST(word->lower, EMPTY);
}

static bool is_preposition(const Words *words, size_t at)
{
    static const char *const PREPOSITIONS[] = {"of", "for", "at",   "in", "to",  "with",
                                               "on", "by",  "from", "as", "and", "been"};
    const Word *word = &words->items[at];
    bool typed_lower = words->line.data[word->start] == word->lower.data[0];
    return !word->quoted && typed_lower && IN_LIST(word->lower, PREPOSITIONS);
}

static bool slot_allowed(const Match *match, Span span, bool name)
{
    const Words *words = match->words;
    bool content = false;
    for (size_t i = span.first; i < span.last; i++) {
        if (name && !allowed_in_name(words, i)) return false;
        content = content || !is_empty_word(words, i);
    }
    if (is_preposition(words, span.first) || (name && is_preposition(words, span.last - 1))) return false;
    return content && !words_is(words, span.first, "'s") && !words_is(words, span.last - 1, "and");
}

// Whether a slot comes next, optional words aside.
static bool slot_follows(const char *rest)
{
    while (*rest == ' ') {
        const char *element = rest + 1, *end = element_end(element);
        if (*element == '<') return true;
        if (*element != '^' && end[-1] != '?') return false;
        rest = end;
    }
    return false;
}

static void match_possessive(Match *match, Span *slot, const char *rest, size_t at)
{
    static const char *const OWNERS[] = {"his", "her", "their", "its", "hers"};
    const Words *words = match->words;
    if (at < words->count && !words->items[at].quoted && IN_LIST(words->items[at].lower, OWNERS)) {
        *slot = (Span){at, at + 1};
        match_from(match, rest, at + 1);
    }
    for (size_t end = at + 1; end < words->count; end++) {
        *slot = (Span){at, end};
        if (words_is(words, end, "'s") && slot_allowed(match, *slot, true)) match_from(match, rest, end + 1);
    }
    *slot = (Span){0, 0};
}

// Longest first where another slot follows, so that names are not cut; else shortest first.
static void match_slot(Match *match, const char *element, const char *rest, size_t at)
{
    Span *slot = element[1] == 'x' ? &match->x : element[1] == 'y' ? &match->y : &match->post;
    if (element[2] == '\'') {
        match_possessive(match, slot, rest, at);
        return;
    }
    size_t count = match->words->count, room = count - at;
    bool name = slot != &match->post, last = rest[strspn(rest, " ")] == '\0', slots = slot_follows(rest);
    for (size_t step = 1; step <= room; step++) {
        size_t length = slots || last ? room + 1 - step : step;
        *slot = (Span){at, at + length};
        if (slot_allowed(match, *slot, name)) match_from(match, rest, at + length);
        if (last) break;
    }
    *slot = (Span){0, 0};
}

static const char *verb_form(const FormVerb *verb, const char *element, size_t length)
{
    const struct {
        const char *name, *words;
    } forms[] = {
        {"%base", verb->base}, {"%s", verb->s}, {"%past", verb->past}, {"%part", verb->part}, {"%ing", verb->ing}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strlen(forms[i].name) == length && memcmp(forms[i].name, element, length) == 0) return forms[i].words;
    return NULL;
}

static void match_verb(Match *match, const char *element, const char *end, const char *rest, size_t at)
{
    for (size_t i = 0; i < FORM_VERB_COUNT; i++) {
        const char *words = verb_form(&FORM_VERBS[i], element, (size_t)(end - element));
        if (!words) return;
        match->verb = &FORM_VERBS[i];
        match_alternatives(match, words, words + strlen(words), rest, at);
    }
    match->verb = NULL;
}

static void match_noun(Match *match, const char *rest, size_t at)
{
    for (size_t i = 0; i < FORM_NOUN_COUNT; i++) {
        const char *words = FORM_NOUNS[i].words;
        match->noun = &FORM_NOUNS[i];
        match_alternatives(match, words, words + strlen(words), rest, at);
    }
    match->noun = NULL;
}

static void match_any_verb(Match *match, const char *rest, size_t at)
{
    const Words *words = match->words;
    if (at >= words->count || match->fuzzy || is_empty_word(words, at) || !allowed_in_name(words, at)) return;
    const Word *word = &words->items[at];
    bool typed_lower = words->line.data[word->start] == word->lower.data[0];
    if (word->quoted || !typed_lower || word->lower.length < 3) return;
    match->any = (Span){at, at + 1};
    match_from(match, rest, at + 1);
    match->any = (Span){0, 0};
}

static void match_marked(Match *match, const char *element, const char *end, const char *rest, size_t at)
{
    size_t length = (size_t)(end - element);
    if (length == 5 && memcmp(element, "%prep", 5) == 0) {
        const char *words = match->verb ? match->verb->particles : "";
        match_alternatives(match, words, words + strlen(words), rest, at);
    } else if (length == 5 && memcmp(element, "%noun", 5) == 0) {
        match_noun(match, rest, at);
    } else if (length == 4 && memcmp(element, "%any", 4) == 0) {
        match_any_verb(match, rest, at);
    } else {
        match_verb(match, element, end, rest, at);
    }
}

// Recursion is as deep as the pattern has elements.
static void match_from(Match *match, const char *pattern, size_t at)
{
    if (++match->steps > STEPS_PER_FORM) return;
    const char *element = pattern + strspn(pattern, " ");
    if (*element == '\0') {
        if (at == match->words->count) emit(match);
        return;
    }
    const char *rest = element_end(element), *end = rest;
    bool optional = end[-1] == '?';
    end -= optional;
    if (*element == '<') {
        match_slot(match, element, rest, at);
    } else if (*element == '^') {
        bool article =
            words_is(match->words, at, "the") || words_is(match->words, at, "a") || words_is(match->words, at, "an");
        if (article || (at < match->words->count && match->words->items[at].gap)) match_from(match, rest, at);
    } else if (*element == '%') {
        match_marked(match, element, end, rest, at);
    } else {
        match_alternatives(match, element, end, rest, at);
    }
    if (optional) match_from(match, rest, at);
}

static void match_table(Match *match, const FormTable *table, bool last)
{
    for (size_t i = 0; i < table->count && match->count < QUESTION_READINGS; i++) {
        const Form *form = &table->forms[i];
        bool loose = strstr(form->pattern, "%any") || form->form == QUESTION_NAME;
        if (loose != last || (form->form == QUESTION_NAME && match->count)) continue;
        match->form = form;
        match->steps = 0;
        match_from(match, form->pattern, 0);
    }
}

// last: the forms that would fit nearly everything.
static void match_forms(Match *match, bool fuzzy, bool last)
{
    match->fuzzy = fuzzy;
    for (size_t i = 0; i < FORM_TABLE_COUNT; i++)
        match_table(match, FORM_TABLES[i], last);
}

const Question *question_read(Region *region, KbText line, size_t *count)
{
    Words words = words_read(region, line);
    Question base = {.text = line, .kind = "unknown", .param = "", .relations = ""};
    Match match = {
        .region = region, .words = &words, .readings = region_alloc(region, QUESTION_READINGS, sizeof(Question))};
    if (!words.too_long) {
        while (drop_opening(&words))
            ;
        shorten_opening(&words);
        base.when = when_read(region, &words);
        words_strip(&words);
        drop_fillers(&words, &base);
        base.tense = tense_of(&words);
        base.about_person = words_is(&words, 0, "who") || words_is(&words, 0, "whom");
        match.base = base;
        match_forms(&match, false, false);
        match_forms(&match, true, false);
        match_forms(&match, false, true);
    }
    if (match.count == 0) match.readings[match.count++] = base;
    *count = match.count;
    return match.readings;
}
