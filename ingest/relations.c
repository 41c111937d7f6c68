// Relations between chains: reads sentence by sentence and collects the claims.
// SPDX-License-Identifier: MIT
#include "ingest/relations.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/arguments.h"
#include "ingest/pipeline.h"
#include "ingest/title_words.h"

// Duplicates are looked for among the last RECENT claims only, so that a long document stays linear.
enum { SENTENCE_TOKENS = 400, CONFIDENCE = 800, RECENT = 500 };

// Thousandths of probability: of a relation that the encoder alone sees, of one whose verbs name nobody as acting, and
// of one that only the rules see.
enum { SURE = 550, CERTAIN = 900, LIKELY = 50 };

// Kinship, blame and most events stand in plain words that the rules know: of what they do not see, the encoder must
// be surer.
static const struct {
    const char *predicates;
    uint16_t sure;
} doubtful[] = {
    {"|spoke_with|negotiated_with|", 950},     {"|met_with|", 950},
    {"|spouse|parent|sibling|relative|", 950}, {"|accused|endorsed|", 850},
    {"|succeeded|associate|acquired|", 750},   {"|visited|employed_by|", 650},
};

enum { LINKED = 0 }; // the predicate that the encoder does not know

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

static bool named_in(const char *predicate, const char *list)
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
    if (named_in(predicate, PLACED))
        relation->place = place_of(reading, relation->token, relation->subject, relation->object);
    bool planned = relation->modality == KB_PLANNED || relation->modality == KB_HYPOTHETICAL;
    if (named_in(predicate, DATED) && relation->polarity == KB_POSITIVE)
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

// ---------------------------------------------------------------------------------------------- with the encoder

static bool same_pair(const Relation *a, const Relation *b)
{
    if (a->predicate != b->predicate) return false;
    bool symmetric = kb_predicate(a->predicate)->shape == KB_SYMMETRIC;
    return (a->subject == b->subject && a->object == b->object) ||
           (symmetric && a->subject == b->object && a->object == b->subject);
}

static bool is_predicate(const Relation *relation, const char *name)
{
    return strcmp(kb_predicate(relation->predicate)->name, name) == 0;
}

// "Acme of Oslo" has its seat there; that the encoder sees it lie there says the same with less.
static bool says_less(const Relation *seen, const Relation *rule)
{
    bool ends = seen->subject == rule->subject && seen->object == rule->object;
    return ends && is_predicate(seen, "located_in") && is_predicate(rule, "headquartered_in");
}

// "was hired by the mill": whom the encoder sees appointed by a body works for it.
static bool is_hiring(const Relation *seen, const Relation *rule)
{
    bool crossed = seen->subject == rule->object && seen->object == rule->subject;
    return crossed && is_predicate(seen, "appointed") && is_predicate(rule, "employed_by") &&
           (kb_text_equal(rule->verb, kb_text("hire")) || kb_text_equal(rule->verb, kb_text("recruit")));
}

// "left the board of X": whom the encoder sees work there only sat on its board or committee.
static bool is_seat(const Document *document, const Relation *seen)
{
    enum { ROLE_REACH = 1000 };
    if (!is_predicate(seen, "employed_by")) return false;
    size_t last = document->role_count, oldest = last > ROLE_REACH ? last - ROLE_REACH : 0;
    for (size_t i = last; i-- > oldest;)
        if (document->roles[i].holder == seen->subject && document->roles[i].organization == seen->object &&
            kb_text_equal(document->roles[i].title, kb_text("board member")))
            return true;
    return false;
}

// "flew in from Geneva", "came home from Oslo": where somebody has been is not where he goes.
static bool is_origin(const Document *document, const Sentence *sentence, const Relation *seen)
{
    static const char going[] = "|flew|fly|flies|came|come|comes|arrived|arrives|returned|returns|drove|travelled|"
                                "traveled|moved|moves|fled|";
    if (!is_predicate(seen, "visited") && !is_predicate(seen, "resides_in")) return false;
    bool origin = false;
    for (size_t i = document_mentions_from(document, sentence->first); i < document->mention_count; i++) {
        const Mention *place = &document->mentions[i];
        if (place->first >= sentence->last) break;
        if (place->chain != seen->object) continue;
        uint32_t from = place->first - 1, verb = from;
        if (from <= sentence->first || !token_is(document, from, "from")) return false;
        while (verb > sentence->first && token_in(document, verb - 1, "|in|back|over|up|down|home|here|on|"))
            verb--;
        if (verb == sentence->first || !token_in(document, verb - 1, going)) return false;
        origin = true;
    }
    return origin;
}

// "taught music at Bard College", "studied in Oslo and worked at Acme": who works somewhere is not educated there. What
// the words before the body say last counts.
static bool is_teaching(const Document *document, const Sentence *sentence, const Relation *seen)
{
    static const char working[] = "|teach|teaches|taught|teaching|lectures|lectured|lecturing|worked|works|",
                      learning[] =
                          "|studied|studies|graduated|degree|educated|attended|enrolled|student|bachelor|master|"
                          "doctorate|diploma|trained|alumnus|alumna|graduate|";
    bool works = false;
    if (!is_predicate(seen, "educated_at")) return false;
    for (uint32_t token = sentence->first; token < sentence->last; token++) {
        bool taught = token > sentence->first && token_in(document, token - 1, "|was|were|been|be|being|");
        int32_t mention = document_mention_at(document, token);
        if (mention >= 0 && document->mentions[mention].chain == seen->object) return works;
        bool aside = token > sentence->first + 2 && token_is(document, token - 2, "where"); // "where he later taught"
        aside = aside || (token > sentence->first + 3 && token_is(document, token - 3, "where"));
        if (!aside && token_in(document, token, working)) works = !(taught && token_is(document, token, "taught"));
        if (token_in(document, token, learning)) works = false;
    }
    return works;
}

// "talks to sell its unit to X": whoever stands before the verb acquires nothing.
static bool is_seller(const Reading *reading, const Relation *seen)
{
    const Document *document = reading->document;
    if (!is_predicate(seen, "acquired")) return false;
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        if (strcmp(clause->lemma, "sell") != 0 || clause->passive) continue;
        if (clause->subject != NO_TOKEN && referent_at(document, clause->subject) == seen->subject) return true;
        bool before = false, after = false;
        for (size_t k = document_mentions_from(document, reading->sentence->first); k < document->mention_count; k++) {
            const Mention *mention = &document->mentions[k];
            if (mention->first >= reading->sentence->last) break;
            if (mention->chain != seen->subject) continue;
            before = before || mention->first < clause->verb;
            after = after || mention->first > clause->verb + 2; // "to sell its unit"
        }
        if (seen->token == clause->verb && before && !after) return true;
    }
    return false;
}

// "received her in Cairo": the host is at home; so is whom somebody "flew to Cairo to see".
static bool is_host(const Reading *reading, const Relation *seen)
{
    static const char going[] = "|fly|travel|go|come|head|return|drive|sail|rush|arrive|cross|visit|";
    const Document *document = reading->document;
    if (!is_predicate(seen, "visited")) return false;
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i], *before = i ? clause - 1 : NULL;
        uint32_t whom = argument_of(document, clause->verb, "|obj|");
        if (whom == NO_HEAD || clause->subject == NO_TOKEN) continue;
        bool receives = lemma_in(clause->lemma, "|receive|host|welcome|") && !clause->passive;
        bool guest =
            token_in(document, whom, "|me|us|him|her|them|") || chain_is(document, referent_at(document, whom), PER);
        if (receives && guest && referent_at(document, clause->subject) == seen->subject) return true;
        if (!clause->infinitive || !before || !lemma_in(before->lemma, going)) continue;
        if (!lemma_in(clause->lemma, "|see|meet|visit|consult|join|")) continue;
        if (referent_at(document, whom) == seen->subject) return true;
    }
    return false;
}

// "her husband's brother": the one is of the other's kin by marriage alone.
static bool is_kin_of_kin(const Document *document, const Relation *seen)
{
    const Token *tokens = document->tokens;
    uint32_t noun = seen->token;
    bool close = is_predicate(seen, "spouse") || is_predicate(seen, "parent") || is_predicate(seen, "sibling");
    return close && noun > 2 && (title_word(tokens[noun].lower) & TITLE_KIN) &&
           token_in(document, noun - 1, "|'s|'|") && (title_word(tokens[noun - 2].lower) & TITLE_KIN);
}

// One is born and dies at one place, and one verb says it of one: the encoder's finding that shares one end with
// the rules' or with a surer one of its own in the sentence takes somebody or someplace else for it.
static bool is_rival(const Relation *seen, const Relation *other)
{
    static const char single[] = "|born_in|died_in|";
    bool subject = seen->subject == other->subject, object = seen->object == other->object;
    return seen->predicate == other->predicate && seen->sentence == other->sentence && subject != object &&
           named_in(kb_predicate(seen->predicate)->name, single);
}

static bool sentence_has(const Document *document, const Relation *seen, const char *words)
{
    const Sentence *sentence = &document->sentences[seen->sentence];
    for (uint32_t token = sentence->first; token < sentence->last; token++)
        if (token_in(document, token, words)) return true;
    return false;
}

// "Her widower lives in Oslo": no word of the sentence kills.
static bool lacks_death(const Document *document, const Relation *seen)
{
    static const char deaths[] = "|die|died|dies|dying|death|dead|killed|killing|killings|murder|murdered|shot|slain|"
                                 "executed|assassinated|hanged|drowned|perished|suicide|stabbed|poisoned|"
                                 "beheaded|massacred|fell|crash|body|fatal|fatally|succumbed|collapsed|passed|";
    bool kills = is_predicate(seen, "killed") && seen->modality == KB_ASSERTED;
    bool deadly = is_predicate(seen, "died_in") || kills;
    return deadly && !sentence_has(document, seen, deaths);
}

// What the sentence's words speak against: "backed her account" is no blame, and who "stepped down" was not dismissed.
static const struct {
    const char *predicate, *words, *unless;
} contrary[] = {
    {"criticized", "|backed|backs|defended|defends|praised|praises|supported|supports|hailed|applauded|",
     "|criticized|criticised|criticizes|criticises|attacked|blamed|condemned|denounced|called|said|says|but|while|;|"},
    {"endorsed", "|criticized|criticised|condemned|denounced|attacked|opposed|opposes|rejected|",
     "|endorsed|endorses|backed|backs|supported|supports|praised|said|says|but|while|;|"},
    {"arrested", "|surrendered|", "|arrested|detained|seized|taken|jailed|held|"},
    {"dismissed", "|resigned|retired|quit|stepped|steps|replaced|succeeded|",
     "|dismissed|fired|sacked|ousted|removed|suspended|deposed|expelled|forced|dismissal|ouster|removal|resignation|"
     "dropped|asked|told|"},
};

static bool is_contrary(const Document *document, const Relation *seen)
{
    for (size_t i = 0; i < sizeof contrary / sizeof *contrary; i++)
        if (is_predicate(seen, contrary[i].predicate) && sentence_has(document, seen, contrary[i].words) &&
            !sentence_has(document, seen, contrary[i].unless))
            return true;
    return false;
}

// "succeeded Poe's deputy, Ann Roe": the rules tell whom.
static bool is_possessor(const Document *document, const Relation *seen, const Relation *rule)
{
    bool other = seen->predicate == rule->predicate && seen->sentence == rule->sentence &&
                 seen->subject == rule->subject && seen->object != rule->object;
    if (!other) return false;
    const Sentence *sentence = &document->sentences[seen->sentence];
    bool possesses = false;
    for (size_t i = document_mentions_from(document, sentence->first); i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->first >= sentence->last) break;
        if (mention->chain != seen->object) continue;
        possesses = token_in(document, mention->last, "|'s|'|");
        if (!possesses) return false;
    }
    return possesses;
}

// "her sister, X, embraced Y": one noun makes one sister, and one wife.
static bool is_second_kin(const Document *document, const Relation *seen, const Relation *rule)
{
    static const char several[] = "|brothers|sisters|siblings|twins|triplets|wives|husbands|";
    bool kin = is_predicate(seen, "sibling") || is_predicate(seen, "spouse");
    if (!kin || seen->predicate != rule->predicate || seen->sentence != rule->sentence) return false;
    bool shares = seen->subject == rule->subject || seen->object == rule->object || seen->subject == rule->object ||
                  seen->object == rule->subject;
    return shares && !sentence_has(document, seen, several);
}

static bool is_outrivalled(const Document *document, size_t first, size_t last, const Relation *seen, size_t count,
                           size_t index)
{
    for (size_t i = first; i < last; i++)
        if (is_rival(&seen[index], &document->relations[i]) ||
            is_possessor(document, &seen[index], &document->relations[i]) ||
            is_second_kin(document, &seen[index], &document->relations[i]))
            return true;
    for (size_t i = 0; i < count; i++)
        if (seen[i].confidence > seen[index].confidence && is_rival(&seen[index], &seen[i])) return true;
    return false;
}

// A relation that the encoder sees in the sentence, with what the sentence says around it.
static void add_seen(Reading *reading, const Relation *seen)
{
    Relation relation = *seen;
    relation.verb = reading->document->tokens[seen->token].lower;
    if (is_predicate(seen, "employed_by") && is_armed_force(reading->document, seen->object))
        relation.predicate = (uint16_t)kb_predicate_find(kb_text("member_of"));
    if (is_kin_of_kin(reading->document, seen)) relation.predicate = (uint16_t)kb_predicate_find(kb_text("relative"));
    uint8_t modality = relation.modality;
    reports_apply(reading->reports, reading->report_count, seen->token, &relation.attributed_to, &modality);
    add_circumstances(reading, &relation);
    collect(reading, relation);
}

// Rules that the encoder finds unlikely give way. Of whom the sentence has no mention ("accused the company", "both
// men", a country known from adjectives) it cannot judge, and what the words deny it seldom finds likely.
static void keep_likely(Document *document, const Sentence *sentence, size_t first, const Relation *seen, size_t count)
{
    size_t kept = first;
    for (size_t i = first; i < document->relation_count; i++) {
        const Relation *rule = &document->relations[i];
        uint16_t likely = 0;
        for (size_t k = 0; k < count; k++)
            if ((same_pair(rule, &seen[k]) || says_less(&seen[k], rule) || is_hiring(&seen[k], rule)) &&
                seen[k].confidence > likely)
                likely = seen[k].confidence;
        bool weighed = rule->object >= 0 && rule->predicate != LINKED &&
                       document_mentions_in(document, sentence, rule->object) &&
                       document_mentions_in(document, sentence, rule->subject);
        if (!weighed || rule->polarity == KB_NEGATIVE || likely >= LIKELY) document->relations[kept++] = *rule;
    }
    document->relation_count = kept;
}

typedef struct Seen {
    Relation *items;
    size_t count, next;
} Seen;

// "X reportedly met Y, which Y denies" says both.
static bool is_charge_and_denial(const Relation *a, const Relation *b)
{
    return (a->modality == KB_ALLEGED && b->modality == KB_DENIED) ||
           (a->modality == KB_DENIED && b->modality == KB_ALLEGED);
}

// Whether the sentence holds a surer reading of the same pair: one sentence says one thing of it.
static bool is_outdone(const Relation *seen, size_t count, size_t index)
{
    for (size_t i = 0; i < count; i++) {
        if (i == index || seen[i].sentence != seen[index].sentence || !same_pair(&seen[i], &seen[index])) continue;
        if (is_charge_and_denial(&seen[i], &seen[index])) continue;
        if (seen[i].confidence > seen[index].confidence) return true;
        if (seen[i].confidence == seen[index].confidence && i < index) return true;
    }
    return false;
}

// "testified that Poe had met him": told by the rules as a charge, and no word denies it.
static bool is_groundless_denial(const Document *document, size_t first, const Relation *seen)
{
    static const char denials[] = "|deny|denies|denied|denying|denial|denials|untrue|false|falsely|true|reject|rejects|"
                                  "rejected|dispute|disputes|disputed|lie|lied|lies|nonsense|invented|fantasy|never|"
                                  "no|not|n't|nor|nothing|nobody|none|";
    if (seen->modality != KB_DENIED || sentence_has(document, seen, denials)) return false;
    for (size_t i = first; i < document->relation_count; i++)
        if (same_pair(&document->relations[i], seen)) return true;
    return false;
}

// "has been replaced by Roe", "met Roe": the verb at `token` tells what is past.
static bool is_done(const Reading *reading, uint32_t token)
{
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        if (clause->verb != token || clause->infinitive || clause->governor >= 0) continue;
        if (clause->modality != KB_ASSERTED || clause->polarity != KB_POSITIVE) continue;
        bool perfect = false;
        for (uint32_t at = clause->first; at < clause->verb; at++)
            perfect = perfect || token_in(reading->document, at, "|has|have|had|was|were|'ve|");
        return perfect || (clause->form == FORM_PAST && clause->first == clause->verb && !clause->passive);
    }
    return false;
}

// The rules' finding that the encoder sees too. Negation, plans and doubts are the rules' to tell, since they read the
// words; where they saw none, or a "would" that may be a plan, the encoder's view of it counts.
static bool settle_with_rule(const Reading *reading, size_t first, const Relation *seen)
{
    Document *document = reading->document;
    bool found = false;
    for (size_t i = first; i < document->relation_count; i++) {
        Relation *rule = &document->relations[i];
        if (says_less(seen, rule) || is_hiring(seen, rule)) return true;
        if (!same_pair(rule, seen) || is_charge_and_denial(rule, seen)) continue;
        found = true;
        bool open =
            rule->modality == KB_ASSERTED || (rule->modality == KB_HYPOTHETICAL && seen->modality == KB_PLANNED);
        if (rule->polarity != KB_POSITIVE || !open) continue;
        if (seen->modality == KB_PLANNED && is_done(reading, rule->token)) continue;
        rule->polarity = seen->polarity;
        rule->modality = seen->modality;
    }
    return found;
}

static bool is_sure(const Relation *seen)
{
    const char *predicate = kb_predicate(seen->predicate)->name;
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
        if (named_in(predicate, doubtful[i].predicates)) return seen->confidence >= doubtful[i].sure;
    return seen->confidence >= SURE;
}

static void weigh_seen(Reading *reading, const Relation *items, size_t count, size_t first)
{
    Document *document = reading->document;
    keep_likely(document, reading->sentence, first, items, count);
    size_t told_last = document->relation_count;
    for (size_t i = 0; i < count; i++) {
        if (items[i].confidence < SURE || is_outdone(items, count, i)) continue;
        if (is_groundless_denial(document, first, &items[i])) continue;
        bool told = settle_with_rule(reading, first, &items[i]);
        if (!told && (lacks_death(document, &items[i]) || is_contrary(document, &items[i]))) continue;
        if (!told && is_outrivalled(document, first, told_last, items, count, i)) continue;
        bool agentless = !told && items[i].confidence < CERTAIN &&
                         verbs_name_no_agent(reading, kb_predicate(items[i].predicate)->name);
        if (!told && !agentless && is_sure(&items[i]) && !is_seat(document, &items[i]) &&
            !is_origin(document, reading->sentence, &items[i]) && !is_teaching(document, reading->sentence, &items[i]))
            if (!is_host(reading, &items[i]) && !is_seller(reading, &items[i])) add_seen(reading, &items[i]);
    }
}

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
    if (seen->items) weigh_seen(reading, seen->items + from, seen->next - from, first);
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
    return is_predicate(relation, "spouse") || is_predicate(relation, "parent") || is_predicate(relation, "sibling");
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
            rule->predicate != seen->predicate || (is_predicate(seen, "parent") && rule->subject != seen->subject);
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
        if (is_predicate(weaker, stronger_ones[i].weaker)) stronger = stronger_ones[i].stronger;
    if (!stronger || !is_fact(weaker)) return false;
    for (size_t i = first; i < last && i < document->relation_count; i++) {
        Relation other = document->relations[i];
        if (!is_fact(&other) || !is_predicate(&other, stronger)) continue;
        other.predicate = weaker->predicate;
        if (same_pair(&other, weaker)) return true;
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
    enum { LINES = 6 }; // sentences in which a byline stands
    size_t kept = 0;
    int32_t writer = KB_NONE;
    for (uint32_t i = 0; i < document->sentence_count && i < LINES && writer < 0; i++)
        if (sentence_is_byline(document, i))
            writer = document->mentions[document_mention_at(document, document->sentences[i].first + 1)].chain;
    if (writer < 0) return;
    for (size_t i = 0; i < document->relation_count; i++) {
        const Relation *relation = &document->relations[i];
        bool writers = relation->subject == writer || relation->object == writer;
        if (!writers || !is_predicate(relation, "spoke_with")) document->relations[kept++] = *relation;
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
