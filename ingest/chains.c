// Joins the names of one document into chains: full and short forms of a person, organization or place are one.
// SPDX-License-Identifier: MIT
//
// Full names first, in text order; then single words, each to the fitting chain that was mentioned last.
#include "ingest/chains.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/names.h"
#include "ingest/pipeline.h"
#include "ingest/teams.h"
#include "ingest/title_words.h"
#include "kb/name.h"

enum { SAME_SENTENCE = 16 };

typedef struct Draft { // a chain in the making
    NameWords full;
    uint8_t type, gender;
    uint8_t given; // KbGender that its given name makes likely
    KbText name, honorific;
    uint32_t full_mention; // of the fullest name
    uint32_t seen;         // last mention assigned so far, + 1; 0: none
    uint32_t family;       // the last of them that says a person's family name
    bool short_form;       // has been named by one word already: the next one is its too
    bool kin;              // brought in as somebody's: "his brother, the lawyer Tom Poe"
    bool relative;         // comes after somebody of the same family name in its first sentence
    int32_t final;         // its number in the document
} Draft;

typedef struct Chainer {
    Document *document;
    NameIndex *index; // over all types; drafts say theirs
    Draft *drafts;
    size_t count, room;
    NameWords *words;  // [mention_count]
    int32_t *draft_of; // [mention_count]
} Chainer;

// ---------------------------------------------------------------------------------------------- honorifics

static const struct {
    const char *word;
    KbGender gender;
} honorifics[] = {
    {"mr", KB_MALE},
    {"mr.", KB_MALE},
    {"sir", KB_MALE},
    {"lord", KB_MALE},
    {"king", KB_MALE},
    {"prince", KB_MALE},
    {"father", KB_MALE},
    {"brother", KB_MALE},
    {"herr", KB_MALE},
    {"monsieur", KB_MALE},
    {"mrs", KB_FEMALE},
    {"mrs.", KB_FEMALE},
    {"ms", KB_FEMALE},
    {"ms.", KB_FEMALE},
    {"miss", KB_FEMALE},
    {"dame", KB_FEMALE},
    {"lady", KB_FEMALE},
    {"queen", KB_FEMALE},
    {"princess", KB_FEMALE},
    {"sister", KB_FEMALE},
    {"madame", KB_FEMALE},
    {"mme", KB_FEMALE},
    {"frau", KB_FEMALE},
    {"actress", KB_FEMALE},
    {"spokeswoman", KB_FEMALE},
    {"chairwoman", KB_FEMALE},
    {"congresswoman", KB_FEMALE},
    {"businesswoman", KB_FEMALE},
    {"businessman", KB_MALE},
    {"congressman", KB_MALE},
    {"wife", KB_FEMALE},
    {"husband", KB_MALE},
    {"daughter", KB_FEMALE},
    {"son", KB_MALE},
    {"mother", KB_FEMALE},
    {"widow", KB_FEMALE},
    {"pope", KB_MALE},
    {"aunt", KB_FEMALE},
    {"uncle", KB_MALE},
    {"niece", KB_FEMALE},
    {"nephew", KB_MALE},
    {"grandmother", KB_FEMALE},
    {"grandfather", KB_MALE},
    {"granddaughter", KB_FEMALE},
    {"grandson", KB_MALE},
    {"stepmother", KB_FEMALE},
    {"stepfather", KB_MALE},
    {"policewoman", KB_FEMALE},
    {"policeman", KB_MALE},
    {"baroness", KB_FEMALE},
    {"baron", KB_MALE},
    {"duchess", KB_FEMALE},
    {"duke", KB_MALE},
    {"countess", KB_FEMALE},
    {"nun", KB_FEMALE},
    {"welshman", KB_MALE},
    {"englishman", KB_MALE},
    {"irishman", KB_MALE},
    {"frenchman", KB_MALE},
    {"dutchman", KB_MALE},
    {"scotsman", KB_MALE},
    {"englishwoman", KB_FEMALE},
    {"irishwoman", KB_FEMALE},
    {"frenchwoman", KB_FEMALE},
    {"dutchwoman", KB_FEMALE},
};

static KbGender honorific_gender(KbText lower)
{
    for (size_t i = 0; i < sizeof honorifics / sizeof *honorifics; i++)
        if (kb_text_equal(lower, kb_text(honorifics[i].word))) return honorifics[i].gender;
    return KB_GENDER_UNKNOWN;
}

// "Gwil Poe, a miner's son from Leeds,": what the noun in apposition behind the name tells.
static KbGender gender_behind(const Document *document, const Mention *mention)
{
    uint32_t noun = mention->last + 2;
    if (!token_is(document, mention->last, ",") || !token_in(document, mention->last + 1, "|a|an|the|"))
        return KB_GENDER_UNKNOWN;
    for (uint32_t t = noun + 1; t < mention->last + 8; t++) {
        bool phrase = token_is_pos(document, t, POS_NOUN) || token_is_pos(document, t, POS_ADJ);
        if (!phrase && !token_is(document, t, "'s")) break;
        noun = t;
    }
    if (token_is_pos(document, noun, POS_PROPN) || token_is(document, noun + 1, "-")) return KB_GENDER_UNKNOWN;
    return noun < document->token_count ? honorific_gender(document->tokens[noun].lower) : KB_GENDER_UNKNOWN;
}

static KbGender gender_before(const Document *document, const Mention *mention)
{
    if (!mention->first) return KB_GENDER_UNKNOWN;
    uint32_t before = mention->first - 1;
    if (before && token_is(document, before, ",")) before--; // his wife, Ann
    KbGender gender = honorific_gender(document->tokens[before].lower);
    bool title = !gender && before > 1 && (title_word(document->tokens[before].lower) & TITLE_HEAD);
    if (!title || !token_is(document, before - 1, ",")) return gender;
    return honorific_gender(document->tokens[before - 2].lower); // her brother, photographer Tom
}

// "Lt. Gen." before a name: one slice over the ranks and honorifics that stand there.
static KbText honorific_before(const Document *document, const Mention *mention)
{
    uint32_t first = mention->first;
    while (first > 0 && document->tokens[first].space != SPACE_PARAGRAPH) {
        KbText word = document->tokens[first - 1].lower;
        if (word.length > 1 && word.data[word.length - 1] == '.') word.length--;
        char c = document->text.data[document->tokens[first - 1].start];
        bool rank = (title_word(word) & (TITLE_RANK | TITLE_HON)) != 0;
        if (!rank || c < 'A' || c > 'Z') break;
        first--;
    }
    return document_tokens_text(document, first, mention->first);
}

// ---------------------------------------------------------------------------------------------- assigning

static unsigned fit(uint8_t type, const NameWords *whole, const NameWords *part)
{
    if (type == KB_PERSON) return person_fit(whole, part);
    if (type == KB_ORGANIZATION) return organization_fit(whole, part);
    return place_fit(whole, part);
}

static bool genders_clash(unsigned a, unsigned b)
{
    return a && b && a != b;
}

static void index_words(Chainer *chainer, const NameWords *words, int32_t draft)
{
    for (unsigned i = 0; i < words->count; i++)
        name_index_add(chainer->index, words->words[i], draft);
    if (chainer->drafts[draft].type != KB_ORGANIZATION || words->count < 2) return;
    char *initials = arena_alloc(chainer->document->arena, words->count + 1u, 1);
    for (unsigned i = 0; i < words->count; i++)
        initials[i] = words->words[i].data[0];
    name_index_add(chainer->index, (KbText){initials, words->count}, draft);
}

static uint32_t said(const Draft *draft, bool family)
{
    return family && (!draft->family || draft->kin) ? 0 : draft->seen;
}

static bool says_family(const Draft *draft, const NameWords *words)
{
    if (draft->type != KB_PERSON || draft->full.count < 2) return true;
    return words->count && kb_text_equal(words->words[words->count - 1], draft->full.words[draft->full.count - 1]);
}

static void collect(Chainer *chainer, KbText word, int32_t *best, unsigned *best_score, uint32_t mention,
                    unsigned gender)
{
    int32_t found[NAME_CANDIDATES];
    size_t count = name_index_get(chainer->index, word, found);
    uint8_t type = chainer->document->mentions[mention].type;
    bool family = type == KB_PERSON && chainer->words[mention].count == 1;
    for (size_t i = 0; i < count; i++) {
        const Draft *draft = &chainer->drafts[found[i]];
        bool lone = chainer->words[mention].count == 1; // "Mrs. Poe": her given name tells too
        unsigned told = draft->gender || !lone ? draft->gender : draft->given;
        if (draft->type != type || genders_clash(told, gender)) continue;
        if (!draft->gender && !draft->seen) told = KB_GENDER_UNKNOWN; // who comes later may be of any
        if (draft->relative && !draft->seen && chainer->words[mention].count == 1) continue;
        unsigned score = fit(type, &draft->full, &chainer->words[mention]);
        unsigned reverse = score ? 0 : fit(type, &chainer->words[mention], &draft->full);
        if (!score && chainer->words[mention].count > 1) score = reverse;
        if (!score) continue;
        score = score * 1000 + (told && told == gender ? 20000 : 0);
        if (draft->short_form && chainer->words[mention].count == 1) score += 500;
        // The later seen wins between equals, of a family among those called by its name; one not seen yet (a
        // headline's short name) loses to any that was.
        bool later = *best >= 0 && score == *best_score && said(draft, family) > said(&chainer->drafts[*best], family);
        bool earlier =
            *best >= 0 && score == *best_score && !draft->seen && !chainer->drafts[*best].seen && found[i] < *best;
        if (score > *best_score || later || earlier) *best = found[i], *best_score = score;
    }
}

static void extend_draft(Chainer *chainer, int32_t draft, uint32_t mention)
{
    Draft *target = &chainer->drafts[draft];
    const Mention *item = &chainer->document->mentions[mention];
    KbText name = document_tokens_text(chainer->document, item->first, item->last);
    const NameWords *words = &chainer->words[mention];
    bool fuller = words->count > target->full.count ||
                  (words->count == target->full.count && name.length > target->name.length && !target->full.suffix);
    if (item->type == KB_PLACE) fuller = words->count > target->full.count;
    if (fuller || (words->suffix && !target->full.suffix)) target->full = *words, target->name = name;
    unsigned gender = item->type == KB_PERSON ? gender_before(chainer->document, item) : KB_GENDER_UNKNOWN;
    if (!gender && item->type == KB_PERSON) gender = gender_behind(chainer->document, item);
    if (gender && !target->gender) target->gender = (uint8_t)gender;
    if (!target->honorific.length && item->type == KB_PERSON)
        target->honorific = honorific_before(chainer->document, item);
    if (words->count > 1 || fuller) index_words(chainer, words, draft);
    bool family = says_family(target, words);
    if (words->count == 1 && target->full.count > 1 && (family || target->family)) target->short_form = true;
    chainer->draft_of[mention] = draft;
    target->seen = mention + 1;
    if (family) target->family = mention + 1;
}

// "Poe, the son of Ann Poe": nobody is named in full after the family name alone, so that there are two.
static bool follows_family_name(const Chainer *chainer, uint32_t mention)
{
    const Document *document = chainer->document;
    const Mention *item = &document->mentions[mention];
    const NameWords *words = &chainer->words[mention];
    if (item->type != KB_PERSON || words->count < 2) return false;
    uint32_t sentence = document->tokens[item->first].sentence;
    for (uint32_t i = mention, steps = 0; i-- > 0 && steps < SAME_SENTENCE; steps++) {
        const Mention *before = &document->mentions[i];
        if (document->tokens[before->first].sentence != sentence) break;
        if (before->type == KB_PERSON && chainer->words[i].count == 1 &&
            kb_text_equal(chainer->words[i].words[0], words->words[words->count - 1]))
            return true;
    }
    return false;
}

// "his brother, the lawyer Tom Poe", "Poe's wife, Ann Poe"
static bool is_brought_in(const Document *document, const Mention *name)
{
    enum { REACH = 7 };
    uint32_t first = document->sentences[document->tokens[name->first].sentence].first;
    for (uint32_t token = name->first; token-- > first + 1 && name->first - token <= REACH;) {
        if (title_word(document->tokens[token].lower) & TITLE_KIN)
            for (uint32_t owner = token; owner-- > first && token - owner <= 3;)
                if (token_in(document, owner, "|his|her|'s|’s|")) return true;
        if (document_mention_at(document, token) >= 0) return false;
    }
    return false;
}

static int32_t new_draft(Chainer *chainer, uint32_t mention)
{
    const Mention *item = &chainer->document->mentions[mention];
    Draft draft = {.full = chainer->words[mention], .type = item->type, .final = KB_NONE, .honorific = {"", 0}};
    draft.name = document_tokens_text(chainer->document, item->first, item->last);
    draft.relative = follows_family_name(chainer, mention);
    draft.kin = item->type == KB_PERSON && is_brought_in(chainer->document, item);
    if (item->type == KB_PERSON && draft.full.count > 1) draft.given = (uint8_t)kb_name_gender(draft.name);
    ARENA_PUSH(chainer->document->arena, chainer->drafts, chainer->count, chainer->room, draft);
    index_words(chainer, &draft.full, (int32_t)chainer->count - 1);
    return (int32_t)chainer->count - 1;
}

static void assign(Chainer *chainer, uint32_t mention)
{
    const Mention *item = &chainer->document->mentions[mention];
    const NameWords *words = &chainer->words[mention];
    unsigned gender = item->type == KB_PERSON ? gender_before(chainer->document, item) : KB_GENDER_UNKNOWN;
    int32_t best = KB_NONE;
    unsigned score = 0;
    if (words->count) collect(chainer, words->words[words->count - 1], &best, &score, mention, gender); // none in "*"
    if (words->count > 1) collect(chainer, words->words[0], &best, &score, mention, gender);
    if (words->count > 2) collect(chainer, words->words[1], &best, &score, mention, gender);
    if (best < 0) best = new_draft(chainer, mention);
    extend_draft(chainer, best, mention);
}

// "World Health Organization (WHO)": the bracketed capitals name the same organization.
static int32_t bracketed(const Chainer *chainer, uint32_t mention)
{
    const Document *document = chainer->document;
    const Mention *item = &document->mentions[mention];
    if (!mention || !chainer->words[mention].acronym || item->type != KB_ORGANIZATION) return KB_NONE;
    const Mention *before = item - 1;
    bool opens =
        before->last + 1 == item->first && token_is(document, before->last, "(") && token_is(document, item->last, ")");
    if (!opens || before->type != KB_ORGANIZATION || chainer->draft_of[mention - 1] < 0) return KB_NONE;
    return chainer->words[mention - 1].count > 1 ? chainer->draft_of[mention - 1] : KB_NONE;
}

static NameWords words_of(Document *document, const Mention *mention)
{
    if (mention->type == KB_PERSON) return person_words(document, mention);
    if (mention->type == KB_ORGANIZATION) return organization_words(document, mention);
    return place_words(document, mention);
}

static bool is_full(const Chainer *chainer, uint32_t mention)
{
    return chainer->words[mention].count > 1 || chainer->document->mentions[mention].type == KB_PLACE;
}

static void assign_all(Chainer *chainer)
{
    Document *document = chainer->document;
    for (int full = 1; full >= 0; full--) {
        for (size_t i = 0; i < chainer->count; i++)
            chainer->drafts[i].seen = chainer->drafts[i].family = 0;
        for (uint32_t i = 0; i < document->mention_count; i++) {
            if (document->mentions[i].kind != KB_NAME) continue;
            int32_t bracket = full ? KB_NONE : bracketed(chainer, i);
            if (is_full(chainer, i) == (full != 0)) {
                if (bracket >= 0)
                    extend_draft(chainer, bracket, i);
                else
                    assign(chainer, i);
                if (bracket >= 0) name_index_add(chainer->index, chainer->words[i].words[0], bracket);
            } else if (chainer->draft_of[i] >= 0) {
                Draft *draft = &chainer->drafts[chainer->draft_of[i]];
                draft->seen = i + 1;
                if (says_family(draft, &chainer->words[i])) draft->family = i + 1;
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------- missed repeats

typedef struct Known { // a name worth looking for: several words, or a person's family name
    NameWords words;
    uint8_t type;
} Known;

static bool is_capitalised(const Document *document, uint32_t token)
{
    char c = document->text.data[document->tokens[token].start];
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xc3;
}

static bool sentence_start(const Document *document, uint32_t token)
{
    return !token || document->tokens[token].sentence != document->tokens[token - 1].sentence ||
           document->tokens[token].space >= SPACE_PARAGRAPH;
}

static uint32_t match_words(const Document *document, uint32_t token, const NameWords *words)
{
    uint32_t at = token;
    for (unsigned i = 0; i < words->count; i++, at++)
        if (at >= document->token_count || !kb_text_equal(document->tokens[at].lower, words->words[i])) return token;
    return at;
}

static bool free_tokens(const uint8_t *taken, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (taken[i]) return false;
    return true;
}

// A family name alone counts only away from a sentence's start and from other capitals: it may be part of another name.
static bool lone_word_counts(const Document *document, uint32_t token, const uint8_t *taken)
{
    KbText word = document->tokens[token].lower;
    if (sentence_start(document, token) || word.length < 4 || title_word(word)) return false;
    if (token && is_capitalised(document, token - 1) && !title_word(document->tokens[token - 1].lower)) return false;
    if (token + 1 < document->token_count && is_capitalised(document, token + 1)) return false;
    return !taken[token];
}

static uint32_t repeat_at(Document *document, const NameIndex *index, const Known *known, uint32_t token,
                          uint8_t *taken, uint8_t *type)
{
    int32_t found[NAME_CANDIDATES];
    size_t count = name_index_get(index, document->tokens[token].lower, found);
    uint32_t best = token;
    for (size_t i = 0; i < count; i++) {
        const Known *item = &known[found[i]];
        uint32_t end = match_words(document, token, &item->words);
        bool fits = end > best && free_tokens(taken, token, end);
        if (fits && item->words.count == 1) fits = lone_word_counts(document, token, taken);
        if (fits) best = end, *type = item->type;
    }
    return best;
}

static Known *known_names(Document *document, NameIndex *index, size_t *count)
{
    Known *known = NULL;
    size_t room = 0;
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->kind != KB_NAME || mention->last - mention->first < 2) continue;
        Known item = {.type = mention->type};
        for (uint32_t t = mention->first; t < mention->last && item.words.count < NAME_WORDS; t++)
            item.words.words[item.words.count++] = document->tokens[t].lower;
        name_index_add(index, item.words.words[0], (int32_t)*count);
        ARENA_PUSH(document->arena, known, *count, room, item);
        if (mention->type != KB_PERSON) continue;
        NameWords words = person_words(document, mention);
        if (words.count < 2) continue;
        item.words = (NameWords){.words = {words.words[words.count - 1]}, .count = 1};
        name_index_add(index, item.words.words[0], (int32_t)*count);
        ARENA_PUSH(document->arena, known, *count, room, item);
    }
    return known;
}

static int by_first(const void *a, const void *b)
{
    uint32_t x = ((const Mention *)a)->first, y = ((const Mention *)b)->first;
    return (x > y) - (x < y);
}

static void add_repeats(Document *document)
{
    NameIndex *index = name_index_new(document->arena, document->mention_count * 2 + 1);
    size_t known_count = 0, room = 0, count = document->mention_count;
    Known *known = known_names(document, index, &known_count);
    uint8_t *taken = arena_alloc(document->arena, document->token_count + 1, 1);
    for (size_t i = 0; i < count; i++)
        for (uint32_t t = document->mentions[i].first; t < document->mentions[i].last; t++)
            taken[t] = 1;
    Mention *mentions = arena_alloc(document->arena, count + 1, sizeof *mentions);
    if (count) memcpy(mentions, document->mentions, count * sizeof *mentions);
    room = count + 1;
    for (uint32_t token = 0; token < document->token_count; token++) {
        if (taken[token] || !is_capitalised(document, token)) continue;
        uint8_t type = KB_OTHER;
        uint32_t end = repeat_at(document, index, known, token, taken, &type);
        if (end == token) continue;
        Mention mention = {
            .first = token, .last = end, .head = end - 1, .kind = KB_NAME, .type = type, .chain = KB_NONE};
        uint32_t limit = end;
        while (limit < document->token_count && limit < end + NAME_WORDS && !taken[limit])
            limit++;
        if (teams_name_event(document, &mention, limit)) continue;
        ARENA_PUSH(document->arena, mentions, count, room, mention);
        for (uint32_t t = token; t < end; t++)
            taken[t] = 1;
        token = end - 1;
    }
    if (count > document->mention_count) qsort(mentions, count, sizeof *mentions, by_first);
    document->mentions = mentions;
    document->mention_count = count;
}

// ---------------------------------------------------------------------------------------------- types

// A string tagged person three times and organization once was a person: the outvoted tags follow, persons only.
static void repair_types(Document *document)
{
    NameIndex *index = name_index_new(document->arena, document->mention_count + 1);
    uint32_t(*votes)[KB_TYPES] = arena_alloc(document->arena, document->mention_count + 1, sizeof *votes);
    int32_t *group = arena_alloc(document->arena, document->mention_count + 1, sizeof *group);
    int32_t groups = 0;
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        KbText text = document_tokens_text(document, mention->first, mention->last);
        int32_t found[NAME_CANDIDATES];
        bool old = name_index_get(index, text, found) > 0;
        group[i] = old ? found[0] : groups++;
        if (!old) name_index_add(index, text, group[i]);
        votes[group[i]][mention->type]++;
    }
    for (size_t i = 0; i < document->mention_count; i++) {
        Mention *mention = &document->mentions[i];
        const uint32_t *vote = votes[group[i]];
        uint32_t others = vote[KB_ORGANIZATION] + vote[KB_PLACE];
        if (mention->type == KB_PERSON) {
            uint8_t major = vote[KB_ORGANIZATION] >= vote[KB_PLACE] ? KB_ORGANIZATION : KB_PLACE;
            if (others >= 3 && others > 2 * vote[KB_PERSON]) mention->type = major;
        } else if (vote[KB_PERSON] >= 2 && vote[KB_PERSON] > 2 * others) {
            mention->type = KB_PERSON;
        }
    }
}

// "Zambian President" told as a place's name: a nationality, which find_demonyms reads.
static void drop_nationalities(Document *document)
{
    size_t kept = 0;
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        KbText lower = document->tokens[mention->first].lower;
        bool two = false, single = mention->last == mention->first + 1 && mention->type == KB_PLACE;
        if (!single || country_by_name(lower) || !demonym_country(lower, kb_text(""), &two))
            document->mentions[kept++] = *mention;
    }
    document->mention_count = kept;
}

// ---------------------------------------------------------------------------------------------- other names

// Whether the words between two names say that the second is another name of the first: ", born", "(formerly",
// ", once called", ", known until 2015 as the", "was born".
static bool says_other_name(const Document *document, uint32_t first, uint32_t last, uint32_t after)
{
    static const char opens[] = "|,|(|was|is|were|", called[] = "|called|named|renamed|", born[] = "|born|nee|née|",
                      known[] = "|known|aka|a.k.a.|formerly|originally|",
                      other[] =
                          "|was|is|once|formerly|previously|originally|also|better|popularly|then|now|until|since|"
                          "last|this|year|month|week|as|the|";
    enum { LONGEST = 8 };
    if (last <= first || last - first > LONGEST || !token_in(document, first, opens)) return false;
    bool head = false, names = false;
    for (uint32_t token = first + 1; token < last; token++) {
        bool relative =
            token == first + 1 && token_in(document, token, "|who|which|") && token_in(document, token + 1, "|was|is|");
        bool verb = token_in(document, token, called);
        bool tells = verb || token_in(document, token, born) || token_in(document, token, known);
        if (!tells && !relative && !token_in(document, token, other) && document->tokens[token].pos != POS_NUM)
            return false;
        head = head || tells;
        names = names || verb;
    }
    return head && (!names || token_in(document, after, "|,|)|.|;|until|before|when|in|"));
}

// "Born Ann Roe in 1930, she ...", "She was born Ann Roe": the person of that given name named before; -1: none.
static int32_t born_as(const Chainer *chainer, uint32_t mention)
{
    enum { REACH = 100 };
    const Document *d = chainer->document;
    const Mention *name = &d->mentions[mention];
    uint32_t first = d->sentences[d->tokens[name->first].sentence].first;
    bool born = name->type == KB_PERSON && name->first == first + 1 && token_is(d, first, "born");
    born = born || (name->type == KB_PERSON && name->first >= first + 3 && token_is(d, name->first - 1, "born") &&
                    token_is(d, name->first - 2, "was") && token_in(d, name->first - 3, "|he|she|"));
    for (uint32_t i = mention, end = mention > REACH ? mention - REACH : 0; born && i-- > end;) {
        const Mention *before = &d->mentions[i];
        if (before->kind == KB_NAME && before->type == KB_PERSON && before->last - before->first > 1 &&
            kb_text_equal(d->tokens[before->first].lower, d->tokens[name->first].lower))
            return chainer->draft_of[i];
    }
    return KB_NONE;
}

// The name before it, of which the mention is another name; -1: none.
static int32_t named_before(const Chainer *chainer, uint32_t mention)
{
    const Document *document = chainer->document;
    const Mention *item = &document->mentions[mention];
    if (!mention || item->kind != KB_NAME) return KB_NONE;
    const Mention *before = item - 1;
    bool same = before->kind == KB_NAME && before->type == item->type &&
                document->tokens[before->first].sentence == document->tokens[item->first].sentence;
    if (same && says_other_name(document, before->last, item->first, item->last)) return chainer->draft_of[mention - 1];
    return born_as(chainer, mention);
}

// The draft that the draft was joined to; into: [draft], itself where it was not.
static int32_t joined(int32_t *into, int32_t draft)
{
    while (into[draft] != draft)
        draft = into[draft] = into[into[draft]];
    return draft;
}

static void join_other_names(Chainer *chainer)
{
    const Document *document = chainer->document;
    int32_t *into = arena_alloc(document->arena, chainer->count + 1, sizeof *into);
    for (size_t i = 0; i < chainer->count; i++)
        into[i] = (int32_t)i;
    for (uint32_t i = 0; i < document->mention_count; i++) {
        int32_t draft = named_before(chainer, i), other = chainer->draft_of[i];
        if (draft >= 0 && other >= 0) into[joined(into, other)] = joined(into, draft);
    }
    for (uint32_t i = 0; i < document->mention_count; i++)
        if (chainer->draft_of[i] >= 0) chainer->draft_of[i] = joined(into, chainer->draft_of[i]);
}

// ---------------------------------------------------------------------------------------------- results

static void number_chains(Chainer *chainer)
{
    Document *document = chainer->document;
    document->chains = arena_alloc(document->arena, chainer->count + 1, sizeof *document->chains);
    document->chain_count = 0;
    for (size_t i = 0; i < document->mention_count; i++) {
        if (chainer->draft_of[i] < 0) continue;
        Draft *draft = &chainer->drafts[chainer->draft_of[i]];
        if (draft->final < 0) {
            draft->final = (int32_t)document->chain_count;
            Chain chain = {
                .type = draft->type, .gender = draft->gender, .name = draft->name, .honorific = draft->honorific};
            if (chain.type == KB_PERSON && !chain.gender) chain.gender = (uint8_t)kb_name_gender(chain.name);
            document->chains[document->chain_count++] = chain;
        }
        document->mentions[i].chain = draft->final;
    }
}

const char *chain_country(const Document *document, int32_t chain)
{
    char lower[64];
    if (chain < 0 || document->chains[chain].type != KB_PLACE) return NULL;
    KbText name = document->chains[chain].name;
    if (name.length >= sizeof lower) return NULL;
    for (size_t i = 0; i < name.length; i++)
        lower[i] = (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] + 32 : name.data[i]);
    return country_by_name((KbText){lower, name.length});
}

int32_t silent_chain(Document *document, KbType type, KbText name)
{
    Chain *chains = arena_alloc(document->arena, document->chain_count + 1, sizeof *chains);
    if (document->chain_count) memcpy(chains, document->chains, document->chain_count * sizeof *chains);
    chains[document->chain_count] = (Chain){.type = type, .name = name, .honorific = {"", 0}, .silent = true};
    document->chains = chains;
    return (int32_t)document->chain_count++;
}

int32_t country_chain(Document *document, const char *country)
{
    for (size_t i = 0; i < document->demonym_count; i++) // a chain found once is written to all its demonyms
        if (document->demonyms[i].chain >= 0 && kb_text_equal(document->demonyms[i].place, kb_text(country)))
            return document->demonyms[i].chain;
    for (size_t i = 0; i < document->chain_count; i++) {
        const char *name = chain_country(document, (int32_t)i);
        bool same =
            name ? strcmp(name, country) == 0
                 : document->chains[i].type == KB_PLACE && kb_text_equal(document->chains[i].name, kb_text(country));
        if (same) return (int32_t)i;
    }
    int32_t chain = silent_chain(document, KB_PLACE, kb_text(country));
    for (size_t i = 0; i < document->demonym_count; i++)
        if (kb_text_equal(document->demonyms[i].place, kb_text(country))) document->demonyms[i].chain = chain;
    return chain;
}

static void find_demonyms(Document *document)
{
    size_t room = 0;
    document->demonyms = NULL;
    document->demonym_count = 0;
    for (uint32_t token = 0; token < document->token_count; token++) {
        bool two = false;
        if (!is_capitalised(document, token) || document_mention_at(document, token) >= 0) continue;
        KbText before = token ? document->tokens[token - 1].lower : kb_text("");
        const char *country = demonym_country(document->tokens[token].lower, before, &two);
        if (!country) continue;
        Demonym demonym = {.token = token, .chain = KB_NONE, .place = kb_text(country)};
        ARENA_PUSH(document->arena, document->demonyms, document->demonym_count, room, demonym);
    }
    for (size_t c = 0; document->demonym_count && c < document->chain_count; c++) {
        if (document->chains[c].type != KB_PLACE) continue;
        const char *name = chain_country(document, (int32_t)c);
        for (size_t i = 0; name && i < document->demonym_count; i++)
            if (kb_text_equal(document->demonyms[i].place, kb_text(name))) document->demonyms[i].chain = (int32_t)c;
    }
}

void chains_find(Document *document)
{
    repair_types(document);
    drop_nationalities(document);
    add_repeats(document);
    Chainer chainer = {.document = document};
    chainer.index = name_index_new(document->arena, document->token_count + document->mention_count * 3 + 1);
    chainer.words = arena_alloc(document->arena, document->mention_count + 1, sizeof *chainer.words);
    chainer.draft_of = arena_alloc(document->arena, document->mention_count + 1, sizeof *chainer.draft_of);
    for (uint32_t i = 0; i < document->mention_count; i++) {
        chainer.words[i] = words_of(document, &document->mentions[i]);
        chainer.draft_of[i] = KB_NONE;
    }
    assign_all(&chainer);
    join_other_names(&chainer);
    number_chains(&chainer);
    find_demonyms(document);
    if (!document->vectors) pronouns_resolve(document); // else the encoder's head resolves them
}

void stage_chains(Worker *worker, Document *document)
{
    (void)worker;
    chains_find(document);
}
