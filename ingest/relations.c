// Relations between chains: reads sentence by sentence and collects the claims.
// SPDX-License-Identifier: MIT
#include "ingest/relations.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/pipeline.h"
#include "ingest/speaker_pronouns.h"

// Duplicates are looked for among the last RECENT claims only, so that a long document stays linear.
enum { SENTENCE_TOKENS = 400, CONFIDENCE = 800, RECENT = 500 };

bool chain_is(const Document *document, int32_t chain, unsigned types)
{
    return chain >= 0 && (size_t)chain < document->chain_count && (types >> document->chains[chain].type & 1);
}

const Mention *mention_named(const Reading *reading, uint32_t token)
{
    int32_t mention = document_mention_at(reading->document, token);
    if (mention < 0 || reading->document->mentions[mention].kind != KB_NAME) return NULL;
    return &reading->document->mentions[mention];
}

const Clause *clause_before(const Reading *reading, uint32_t token)
{
    const Clause *found = NULL;
    for (size_t i = 0; i < reading->clause_count && reading->clauses[i].last <= token; i++)
        found = &reading->clauses[i];
    return found;
}

// ---------------------------------------------------------------------------------------------- place and date

// "in Baku", "at the Pentagon": the first place after the claim's word in its clause, else the last before it.
static int32_t place_of(const Reading *reading, uint32_t token, int32_t subject, int32_t object)
{
    const Document *document = reading->document;
    int32_t before = KB_NONE;
    for (size_t i = document_mentions_from(document, reading->sentence->first); i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->first >= reading->sentence->last) break;
        if (mention->type != KB_PLACE || mention->kind != KB_NAME) continue;
        if (mention->chain == subject || mention->chain == object || mention->first <= reading->sentence->first)
            continue;
        uint32_t preposition = mention->first - 1;
        if (token_in(document, preposition, "|the|") && preposition > reading->sentence->first) preposition--;
        if (!token_in(document, preposition, "|in|at|near|")) continue;
        if (mention->first > token) return mention->chain;
        before = mention->chain;
    }
    return before;
}

static bool clause_between(const Document *document, uint32_t from, uint32_t to)
{
    for (uint32_t token = from; token < to; token++)
        if (token_in(document, token, "|who|which|whose|;|")) return true;
    return false;
}

static bool verb_between(const Reading *reading, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        if (clause->verb > from && clause->last <= to && !clause->infinitive && clause->form != FORM_GERUND)
            return true;
    }
    return false;
}

// "Poe, who was mayor in 2014, replaced Roe": the time is said in passing.
static bool is_aside(const Document *document, uint32_t first, uint32_t time, uint32_t token)
{
    bool closed = false;
    for (uint32_t i = time; i < token && !closed; i++)
        closed = token_is(document, i, ",");
    while (closed && time > first && !token_in(document, time - 1, "|,|;|(|"))
        if (token_in(document, --time, "|who|which|whose|where|")) return true;
    return false;
}

// "Born in Oslo, she took her degree in 1998", "bought it in 1979 from the founder": when something else happened.
static bool is_others_time(const Reading *reading, uint32_t token, uint32_t time)
{
    static const char persons[] = "|founder|founders|cofounder|co-founder|wife|husband|spouse|widow|widower|"
                                  "predecessor|successor|";
    if (clause_between(reading->document, token, time)) return true;
    if (time > token) return verb_between(reading, token, time);
    if (is_aside(reading->document, reading->sentence->first, time, token)) return true;
    return token_in(reading->document, token, persons) && verb_between(reading, reading->sentence->first, token);
}

// "chief archivist since 1991, was dismissed": no day on which something happened.
static bool is_since(const Document *document, const TimeSpan *time)
{
    return token_is(document, time->first, "since") || (time->first && token_is(document, time->first - 1, "since"));
}

// "said Tuesday that he will nominate her": the day of saying, not of what is planned; "by Friday": when at the latest.
static bool is_of_saying(const Reading *reading, const TimeSpan *time)
{
    static const char saying[] = "|said|says|announced|told|confirmed|added|";
    const Document *document = reading->document;
    uint32_t before = time->first;
    if (before > reading->sentence->first && token_in(document, before - 1, "|on|late|early|")) before--;
    return before > reading->sentence->first && token_in(document, before - 1, saying);
}

static bool is_deadline(const Document *document, const TimeSpan *time)
{
    return token_is(document, time->first, "by") || (time->first && token_is(document, time->first - 1, "by"));
}

// The time expression nearest to the claim's word, later ones preferred.
static void date_of(const Reading *reading, uint32_t token, bool planned, KbDate date[2])
{
    const Document *document = reading->document;
    uint32_t best = NO_TOKEN;
    for (size_t i = reading->first_time; i < document->time_count; i++) {
        const TimeSpan *time = &document->times[i];
        if (time->first >= reading->sentence->last) break;
        if (!time->from.year) continue;
        uint32_t distance = time->first >= token ? time->first - token : (token - time->first) * 2;
        if (is_since(document, time) || is_deadline(document, time)) continue;
        if (planned && is_of_saying(reading, time)) continue;
        if (distance >= best || distance > 24 || is_others_time(reading, token, time->first)) continue;
        best = distance;
        date[0] = time->from;
        date[1] = time->to;
    }
}

bool predicate_among(const char *predicate, const char *list)
{
    char quoted[64] = "|";
    strncat(strncat(quoted, predicate, 60), "|", 2);
    return strstr(list, quoted) != NULL;
}

// What happens on a day, and what happens at a place too; a date or place of the others would be noise.
static const char DATED[] =
    "|met_with|spoke_with|visited|appointed|nominated|dismissed|succeeded|sanctioned|charged|arrested|sued|attacked|"
    "killed|negotiated_with|signed_with|acquired|born_in|died_in|founded|spouse|";
static const char PLACED[] = "|met_with|arrested|attacked|killed|negotiated_with|signed_with|";

static void add_circumstances(const Reading *reading, Relation *relation)
{
    const char *predicate = kb_predicate(relation->predicate)->name;
    if (predicate_among(predicate, PLACED))
        relation->place = place_of(reading, relation->token, relation->subject, relation->object);
    bool planned = relation->modality == KB_PLANNED || relation->modality == KB_HYPOTHETICAL;
    if (predicate_among(predicate, DATED) && relation->polarity == KB_POSITIVE)
        date_of(reading, relation->token, planned, relation->date);
}

// ---------------------------------------------------------------------------------------------- collecting

static bool same_claim(const Relation *a, const Relation *b, bool symmetric)
{
    bool ends = a->subject == b->subject && a->object == b->object;
    bool crossed = symmetric && a->subject == b->object && a->object == b->subject;
    return a->predicate == b->predicate && (ends || crossed) && a->polarity == b->polarity &&
           a->modality == b->modality && a->attributed_to == b->attributed_to && kb_text_equal(a->value, b->value) &&
           (a->date[0].year == 0 || b->date[0].year == 0 || memcmp(a->date, b->date, sizeof a->date) == 0);
}

static void collect(Reading *reading, Relation relation)
{
    Document *document = reading->document;
    const KbPredicate *predicate = kb_predicate(relation.predicate);
    size_t oldest = document->relation_count > RECENT ? document->relation_count - RECENT : 0;
    for (size_t i = document->relation_count; i-- > oldest;) {
        Relation *old = &document->relations[i];
        if (!same_claim(old, &relation, predicate->shape == KB_SYMMETRIC)) continue;
        if (!old->date[0].year) memcpy(old->date, relation.date, sizeof old->date);
        if (old->place < 0) old->place = relation.place;
        return;
    }
    ARENA_PUSH(document->arena, document->relations, document->relation_count, reading->room, relation);
}

static Relation claim(const Reading *reading, const char *name, int32_t subject, uint32_t token)
{
    int predicate = kb_predicate_find(kb_text(name));
    assert(predicate >= 0);
    Relation relation = {.subject = subject, .predicate = (uint16_t)predicate, .object = KB_NONE, .place = KB_NONE};
    relation.attributed_to = KB_NONE;
    relation.sentence = reading->index;
    relation.token = token;
    relation.confidence = CONFIDENCE;
    relation.value = relation.verb = (KbText){"", 0};
    return relation;
}

static bool name_holds(const Document *document, int32_t chain, const char *const *words, size_t count)
{
    KbText name = document->chains[chain].name;
    for (size_t i = 0; i < count; i++)
        if (memmem(name.data, name.length, words[i], strlen(words[i]))) return true;
    return false;
}

// One serves in an armed force, whatever verb says it.
static bool is_armed_force(const Document *document, int32_t chain)
{
    static const char *const words[] = {"Army",    "Navy",     "Air Force", "Marine Corps",
                                        "Brigade", "Regiment", "Militia",   "National Guard"};
    return name_holds(document, chain, words, sizeof words / sizeof *words);
}

// Bodies that people belong to, rather than work for, told by their names.
static bool has_members(const Document *document, int32_t chain)
{
    static const char *const words[] = {"Party",  "Congress", "Parliament", "Senate",    "Assembly", "Council",
                                        "League", "Alliance", "Movement",   "Front",     "Union",    "Club",
                                        "FC",     "United",   "Rovers",     "Democrats", "Greens",   "Labour",
                                        "NATO",   "Guild",    "Athletic",   "Wanderers", "Rangers",  "Albion"};
    return is_armed_force(document, chain) || name_holds(document, chain, words, sizeof words / sizeof *words);
}

static bool is_reported(const Reading *reading, uint32_t token)
{
    for (size_t i = 0; i < reading->report_count; i++)
        if (token >= reading->reports[i].first && token < reading->reports[i].last) return true;
    return false;
}

// "CORRECTION: We wrote that Poe had joined Acme.": what was wrong.
static bool is_corrected(const Reading *reading, uint32_t token)
{
    const Sentence *line = reading->sentence;
    if (reading->index && line[-1].last - line[-1].first <= 3) line--; // "CORRECTION:" by itself
    return token_in(reading->document, line->first, "|correction|corrections|") && is_reported(reading, token);
}

// "She said she would resign" tells a plan; with an "if" it stays a thought.
static bool tells_plan(const Reading *reading, const Relation *relation, const Clause *clause)
{
    if (!clause || !clause->would || relation->modality != KB_HYPOTHETICAL) return false;
    if (!is_reported(reading, relation->token)) return false;
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last; token++)
        if (token_in(reading->document, token, "|if|unless|should|")) return false;
    return true;
}

void relation_add(Reading *reading, const char *predicate, int32_t subject, int32_t object, uint32_t token,
                  const Clause *clause)
{
    if (subject < 0 || object < 0 || subject == object) return;
    Document *document = reading->document;
    if (strcmp(predicate, "employed_by") == 0 && has_members(document, object)) predicate = "member_of";
    Relation relation = claim(reading, predicate, subject, token);
    const KbPredicate *kind = kb_predicate(relation.predicate);
    if (!chain_is(document, subject, kind->subjects) || !chain_is(document, object, kind->objects)) return;
    relation.object = object;
    relation.verb = document->tokens[token].lower;
    if (clause) {
        relation.verb = arena_text(document->arena, clause->lemma, strlen(clause->lemma));
        relation.polarity = clause->polarity;
        relation.modality = clause->polarity == KB_NEGATIVE ? KB_ASSERTED : clause->modality;
    }
    // What a noun says in passing ("her husband, X", "Oslo, Norway") is not what is denied or alleged.
    uint8_t unmoved = relation.modality, *modality = clause ? &relation.modality : &unmoved;
    reports_apply(reading->reports, reading->report_count, token, &relation.attributed_to, modality);
    // "Roe, owner of Acme, testified": what a noun beside the speaker tells of him is the article's word.
    bool of_speaker = relation.attributed_to == subject || relation.attributed_to == object;
    if (!clause && of_speaker) relation.attributed_to = KB_NONE;
    if (tells_plan(reading, &relation, clause)) relation.modality = KB_PLANNED;
    if (clause && is_corrected(reading, token)) relation.polarity = KB_NEGATIVE, relation.modality = KB_ASSERTED;
    add_circumstances(reading, &relation);
    collect(reading, relation);
}

void relation_add_value(Reading *reading, const char *predicate, int32_t subject, KbText value, uint32_t token)
{
    if (subject < 0) return;
    Relation relation = claim(reading, predicate, subject, token);
    relation.value = arena_text(reading->document->arena, value.data, value.length);
    reports_apply(reading->reports, reading->report_count, token, &relation.attributed_to, &relation.modality);
    collect(reading, relation);
}

static int compare_relations(const void *left, const void *right)
{
    const Relation *a = left, *b = right;
    if (a->token != b->token) return a->token < b->token ? -1 : 1;
    if (a->predicate != b->predicate) return a->predicate < b->predicate ? -1 : 1;
    if (a->subject != b->subject) return a->subject < b->subject ? -1 : 1;
    return (a->object > b->object) - (a->object < b->object);
}

void relation_add_seen(Reading *reading, Relation relation)
{
    relation.verb = reading->document->tokens[relation.token].lower;
    if (relation_is(&relation, "employed_by") && is_armed_force(reading->document, relation.object))
        relation.predicate = (uint16_t)kb_predicate_find(kb_text("member_of"));
    uint8_t modality = relation.modality;
    reports_apply(reading->reports, reading->report_count, relation.token, &relation.attributed_to, &modality);
    add_circumstances(reading, &relation);
    collect(reading, relation);
}

bool relations_same_pair(const Relation *a, const Relation *b)
{
    if (a->predicate != b->predicate) return false;
    bool symmetric = kb_predicate(a->predicate)->shape == KB_SYMMETRIC;
    return (a->subject == b->subject && a->object == b->object) ||
           (symmetric && a->subject == b->object && a->object == b->subject);
}

bool relation_is(const Relation *relation, const char *name)
{
    return strcmp(kb_predicate(relation->predicate)->name, name) == 0;
}

// ---------------------------------------------------------------------------------------------- the stage

typedef struct Seen {
    Relation *items;
    size_t count, next;
} Seen;

static void read_sentence(Reading *reading, uint32_t index, Seen *seen)
{
    Document *document = reading->document;
    reading->sentence = &document->sentences[index];
    reading->index = index;
    while (reading->first_time < document->time_count &&
           document->times[reading->first_time].first < reading->sentence->first)
        reading->first_time++;
    size_t from = seen->next;
    while (seen->next < seen->count && seen->items[seen->next].sentence <= index)
        seen->next++;
    if (reading->sentence->last - reading->sentence->first > SENTENCE_TOKENS) return; // no sentence: a table or a list
    size_t first = document->relation_count;
    reading->clause_count = clauses_find(document, index, reading->clauses);
    reading->report_count = reports_find(document, index, reading->clauses, reading->clause_count, reading->reports);
    read_verbs(reading);
    read_nouns(reading);
    read_appositions(reading);
    read_person_places(reading);
    read_parties(reading);
    read_ages(reading);
    read_dates(reading);
    read_namesakes(reading);
    if (seen->items) relations_merge(reading, seen->items + from, seen->next - from, first);
}

// Of the same two the weaker goes where the stronger is told: who lives in a town does not visit it, a meeting holds
// the talk, a seat tells where a body lies, membership what a body's people are to it.
static const struct {
    const char *weaker, *stronger;
} stronger_ones[] = {
    {"visited", "resides_in"},    {"spoke_with", "met_with"}, {"located_in", "headquartered_in"},
    {"employed_by", "member_of"}, {"dismissed", "succeeded"},
};

static bool is_fact(const Relation *relation)
{
    return relation->polarity == KB_POSITIVE && relation->modality == KB_ASSERTED;
}

static bool is_kin(const Relation *relation)
{
    return relation_is(relation, "spouse") || relation_is(relation, "parent") || relation_is(relation, "sibling");
}

// The encoder's kinship of two whom the rules tell to be other kin: "Wilson Sang, her husband".
static bool is_other_kin(const Document *document, size_t index)
{
    const Relation *seen = &document->relations[index];
    size_t first = index > RECENT ? index - RECENT : 0, last = index + RECENT;
    if (!is_kin(seen) || seen->confidence == CONFIDENCE) return false;
    for (size_t i = first; i < last && i < document->relation_count; i++) {
        const Relation *rule = &document->relations[i];
        bool same = (rule->subject == seen->subject && rule->object == seen->object) ||
                    (rule->subject == seen->object && rule->object == seen->subject);
        bool other =
            rule->predicate != seen->predicate || (relation_is(seen, "parent") && rule->subject != seen->subject);
        if (same && other && is_kin(rule) && rule->confidence == CONFIDENCE && is_fact(rule)) return true;
    }
    return false;
}

static bool is_said_more_strongly(const Document *document, size_t index)
{
    const Relation *weaker = &document->relations[index];
    size_t first = index > RECENT ? index - RECENT : 0, last = index + RECENT;
    const char *stronger = NULL;
    for (size_t i = 0; i < sizeof stronger_ones / sizeof *stronger_ones; i++)
        if (relation_is(weaker, stronger_ones[i].weaker)) stronger = stronger_ones[i].stronger;
    if (!stronger || !is_fact(weaker)) return false;
    for (size_t i = first; i < last && i < document->relation_count; i++) {
        Relation other = document->relations[i];
        if (!is_fact(&other) || !relation_is(&other, stronger)) continue;
        other.predicate = weaker->predicate;
        if (relations_same_pair(&other, weaker)) return true;
    }
    return false;
}

static void drop_weaker(Document *document)
{
    bool *weaker = arena_alloc(document->arena, document->relation_count + 1, sizeof *weaker);
    size_t kept = 0;
    for (size_t i = 0; i < document->relation_count; i++)
        weaker[i] = is_said_more_strongly(document, i) || is_other_kin(document, i);
    for (size_t i = 0; i < document->relation_count; i++)
        if (!weaker[i]) document->relations[kept++] = document->relations[i];
    document->relation_count = kept;
}

// "she told me": what is told the article's own writer is news, no talk.
static void drop_talks_with_writers(Document *document)
{
    size_t kept = 0;
    int32_t writer = article_writer(document);
    if (writer < 0) return;
    for (size_t i = 0; i < document->relation_count; i++) {
        const Relation *relation = &document->relations[i];
        bool writers = relation->subject == writer || relation->object == writer;
        if (!writers || !relation_is(relation, "spoke_with")) document->relations[kept++] = *relation;
    }
    document->relation_count = kept;
}

void stage_relations(Worker *worker, Document *document)
{
    Seen seen = {0};
    document->relations = NULL;
    document->relation_count = 0;
    if (worker) seen.count = worker_relations(worker, document, &seen.items);
    Reading reading = {.document = document};
    for (uint32_t i = 0; i < document->sentence_count; i++)
        read_sentence(&reading, i, &seen);
    if (document->relation_count)
        qsort(document->relations, document->relation_count, sizeof *document->relations, compare_relations);
    drop_weaker(document);
    drop_talks_with_writers(document);
}
