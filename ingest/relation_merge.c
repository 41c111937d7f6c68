// Two readings of the relations of a sentence, the encoder's and the rules', made one.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "ingest/arguments.h"
#include "ingest/relations.h"
#include "ingest/title_words.h"

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

// "Acme of Oslo" has its seat there; that the encoder sees it lie there says the same with less.
static bool says_less(const Relation *seen, const Relation *rule)
{
    bool ends = seen->subject == rule->subject && seen->object == rule->object;
    return ends && relation_is(seen, "located_in") && relation_is(rule, "headquartered_in");
}

// "was hired by the mill": whom the encoder sees appointed by a body works for it.
static bool is_hiring(const Relation *seen, const Relation *rule)
{
    bool crossed = seen->subject == rule->object && seen->object == rule->subject;
    return crossed && relation_is(seen, "appointed") && relation_is(rule, "employed_by") &&
           (kb_text_equal(rule->verb, kb_text("hire")) || kb_text_equal(rule->verb, kb_text("recruit")));
}

// "left the board of X": whom the encoder sees work there only sat on its board or committee.
static bool is_seat(const Document *document, const Relation *seen)
{
    enum { ROLE_REACH = 1000 };
    if (!relation_is(seen, "employed_by")) return false;
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
    if (!relation_is(seen, "visited") && !relation_is(seen, "resides_in")) return false;
    bool origin = false;
    for (size_t i = document_mentions_from(document, sentence->first); i < document->mention_count; i++) {
        const Mention *place = &document->mentions[i];
        if (place->first >= sentence->last) break;
        if (place->chain != seen->object) continue;
        uint32_t from = place->first - 1, verb = from;
        if (from <= sentence->first || !token_is(document, from, "from")) return false;
        if (relation_is(seen, "resides_in") &&
            (title_word(document->tokens[from - 1].lower) & TITLE_HEAD)) { // "a novelist from Accra"
            origin = true;
            continue;
        }
        while (verb > sentence->first && token_in(document, verb - 1, "|in|back|over|up|down|home|here|on|"))
            verb--;
        if (verb == sentence->first || !token_in(document, verb - 1, going)) return false;
        origin = true;
    }
    return origin;
}

// "closed its office in Beira", "a plant in Katowice": a part of the firm is there, not its seat.
static bool is_branch(const Document *document, const Sentence *sentence, const Relation *seen)
{
    static const char parts[] = "|plant|plants|office|offices|branch|branches|factory|factories|mine|mines|shop|shops|"
                                "store|stores|warehouse|site|refinery|smelter|mill|depot|terminal|laboratory|"
                                "workshop|hotel|restaurant|";
    bool part = false;
    if (!relation_is(seen, "headquartered_in")) return false;
    for (size_t i = document_mentions_from(document, sentence->first); i < document->mention_count; i++) {
        const Mention *place = &document->mentions[i];
        if (place->first >= sentence->last) break;
        if (place->chain != seen->object) continue;
        part = place->first > sentence->first + 1 && token_in(document, place->first - 1, "|in|at|near|outside|") &&
               token_in(document, place->first - 2, parts);
        if (!part) return false;
    }
    return part;
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
    if (!relation_is(seen, "educated_at")) return false;
    for (uint32_t token = sentence->first; token < sentence->last; token++) {
        bool taught = token > sentence->first && token_in(document, token - 1, "|was|were|been|be|being|");
        int32_t mention = document_mention_at(document, token);
        if (mention >= 0 && document->mentions[mention].chain == seen->object) return works;
        bool aside = token > sentence->first + 2 && token_is(document, token - 2, "where"); // "where he later taught"
        aside = aside || (token > sentence->first + 3 && token_is(document, token - 3, "where"));
        if (!aside && token_in(document, token, working)) works = !(taught && token_is(document, token, "taught"));
        bool joins = token > sentence->first + 1 && token_is(document, token, "faculty") &&
                     token_in(document, token - 2, "|joined|join|joins|joining|");
        works = works || joins;
        if (token_in(document, token, learning)) works = false;
    }
    return works;
}

// "talks to sell its unit to X": whoever stands before the verb acquires nothing.
static bool is_seller(const Reading *reading, const Relation *seen)
{
    const Document *document = reading->document;
    if (!relation_is(seen, "acquired")) return false;
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
    if (!relation_is(seen, "visited")) return false;
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
    bool close = relation_is(seen, "spouse") || relation_is(seen, "parent") || relation_is(seen, "sibling");
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
           predicate_among(kb_predicate(seen->predicate)->name, single);
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
    bool kills = relation_is(seen, "killed") && seen->modality == KB_ASSERTED;
    bool deadly = relation_is(seen, "died_in") || kills;
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
        if (relation_is(seen, contrary[i].predicate) && sentence_has(document, seen, contrary[i].words) &&
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
    static const char several[] = "|brothers|sisters|siblings|twins|triplets|wives|husbands|cousins|nephews|nieces|"
                                  "uncles|aunts|grandchildren|grandsons|granddaughters|grandparents|relatives|laws|";
    bool kin = relation_is(seen, "sibling") || relation_is(seen, "spouse") || relation_is(seen, "relative");
    if (!kin || seen->predicate != rule->predicate || seen->sentence != rule->sentence) return false;
    bool shares = seen->subject == rule->subject || seen->object == rule->object || seen->subject == rule->object ||
                  seen->object == rule->subject;
    return shares && !sentence_has(document, seen, several);
}

// "Acme of Oslo and Bolt of Bergen", "Poe charged Roe": where the rules read the one, the encoder's other takes a
// neighbour for it.
static bool is_told_of_neighbour(const Document *document, const Relation *seen, const Relation *rule)
{
    static const char seats[] = "|headquartered_in|", done[] = "|charged|arrested|",
                      one_way[] = "|subsidiary_of|parent|succeeded|acquired|owns|part_of|located_in|";
    if (seen->predicate != rule->predicate || seen->sentence != rule->sentence) return false;
    const char *name = kb_predicate(seen->predicate)->name;
    bool subject = seen->subject == rule->subject, object = seen->object == rule->object;
    if (predicate_among(name, one_way) && seen->subject == rule->object && seen->object == rule->subject) return true;
    if (predicate_among(name, seats)) return subject != object;
    bool founds =
        relation_is(seen, "founded") && !sentence_has(document, seen, "|founders|co-founded|cofounded|and|with|");
    return (founds || predicate_among(name, done)) && object && !subject;
}

static bool is_outrivalled(const Document *document, size_t first, size_t last, const Relation *seen, size_t count,
                           size_t index)
{
    for (size_t i = first; i < last; i++)
        if (is_rival(&seen[index], &document->relations[i]) ||
            is_possessor(document, &seen[index], &document->relations[i]) ||
            is_told_of_neighbour(document, &seen[index], &document->relations[i]) ||
            is_second_kin(document, &seen[index], &document->relations[i]))
            return true;
    for (size_t i = 0; i < count; i++)
        if (seen[i].confidence > seen[index].confidence && is_rival(&seen[index], &seen[i])) return true;
    return false;
}

// "The co-founder will step down": what a noun tells of kin, firms and schools is no plan, whatever the verb's is.
static bool is_told_by_noun(const Document *document, const Relation *seen)
{
    static const char states[] = "|founded|owns|spouse|parent|sibling|relative|educated_at|subsidiary_of|";
    static const char to_come[] = "|future|prospective|fiancee|fiance|bride|";
    return document->tokens[seen->token].pos == POS_NOUN && !sentence_has(document, seen, to_come) &&
           predicate_among(kb_predicate(seen->predicate)->name, states);
}

// "a sister, Nora Coyle", "his brother Neil": what the noun right before the name says of kin; NULL: no such noun.
static const char *kin_before(const Document *document, const Relation *seen, int32_t chain)
{
    static const struct {
        const char *nouns, *predicate;
    } kin[] = {{"|sister|brother|sisters|brothers|half-brother|half-sister|", "sibling"},
               {"|wife|husband|widow|widower|", "spouse"}};
    const Sentence *sentence = &document->sentences[seen->sentence];
    for (size_t i = document_mentions_from(document, sentence->first); i < document->mention_count; i++) {
        const Mention *name = &document->mentions[i];
        if (name->first >= sentence->last) break;
        if (name->chain != chain || name->kind != KB_NAME || name->first < sentence->first + 2) continue;
        uint32_t noun = name->first - 1 - token_is(document, name->first - 1, ",");
        for (size_t k = 0; k < sizeof kin / sizeof *kin; k++)
            if (token_in(document, noun, kin[k].nouns) && token_in(document, noun - 1, "|a|an|one|his|her|"))
                return kin[k].predicate;
    }
    return NULL;
}

// "Absent was Poe, an uncle of the nurse": no word denies the kinship.
static bool is_kin_denied_by_nobody(const Document *document, const Relation *seen)
{
    static const char denials[] =
        "|not|n't|never|no|nor|neither|none|nobody|without|deny|denies|denied|false|untrue|unrelated|";
    Relation next = *seen; // "... that Poe was a nephew of Roe. He is not."
    next.sentence += next.sentence + 1 < document->sentence_count;
    return relation_is(seen, "relative") && seen->polarity == KB_NEGATIVE && !sentence_has(document, seen, denials) &&
           !sentence_has(document, &next, "|not|n't|");
}

// A relation that the encoder sees in the sentence.
static void add_seen(Reading *reading, const Relation *seen)
{
    Relation relation = *seen;
    if (is_kin_denied_by_nobody(reading->document, seen)) relation.polarity = KB_POSITIVE;
    if (seen->modality == KB_PLANNED && is_told_by_noun(reading->document, seen)) relation.modality = KB_ASSERTED;
    const char *kin = relation_is(seen, "parent") ? kin_before(reading->document, seen, seen->object) : NULL;
    if (kin) relation.predicate = (uint16_t)kb_predicate_find(kb_text(kin));
    if (is_kin_of_kin(reading->document, seen)) relation.predicate = (uint16_t)kb_predicate_find(kb_text("relative"));
    relation_add_seen(reading, relation);
}

// "Sacked in March by Poe, Roe is suing": the form leaves no doubt.
static bool is_opening_participle(const Document *document, const Sentence *sentence, const Relation *rule)
{
    static const char acts[] = "|appointed|dismissed|nominated|arrested|charged|accused|succeeded|acquired|";
    if (rule->token != sentence->first || !predicate_among(kb_predicate(rule->predicate)->name, acts)) return false;
    for (uint32_t token = sentence->first; token < sentence->last && !token_is(document, token, ","); token++)
        if (token_is(document, token, "by")) return true;
    return false;
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
            if ((relations_same_pair(rule, &seen[k]) || says_less(&seen[k], rule) || is_hiring(&seen[k], rule)) &&
                seen[k].confidence > likely)
                likely = seen[k].confidence;
        bool plain = relation_is(rule, "born_in") && kb_text_equal(rule->verb, kb_text("born")); // "the Oslo-born Poe"
        plain = plain || is_opening_participle(document, sentence, rule);
        bool weighed = rule->object >= 0 && rule->predicate != LINKED && !plain &&
                       document_mentions_in(document, sentence, rule->object) &&
                       document_mentions_in(document, sentence, rule->subject);
        if (!weighed || rule->polarity == KB_NEGATIVE || likely >= LIKELY) document->relations[kept++] = *rule;
    }
    document->relation_count = kept;
}

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
        if (i == index || seen[i].sentence != seen[index].sentence || !relations_same_pair(&seen[i], &seen[index]))
            continue;
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
        if (relations_same_pair(&document->relations[i], seen)) return true;
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
        if (!relations_same_pair(rule, seen) || is_charge_and_denial(rule, seen)) continue;
        found = true;
        bool open =
            rule->modality == KB_ASSERTED || (rule->modality == KB_HYPOTHETICAL && seen->modality == KB_PLANNED &&
                                              !sentence_has(document, seen, "|if|unless|"));
        if (rule->polarity != KB_POSITIVE || !open) continue;
        if (seen->modality == KB_PLANNED && is_done(reading, rule->token)) continue;
        if (is_kin_denied_by_nobody(document, seen)) continue;
        rule->polarity = seen->polarity;
        rule->modality = seen->modality;
    }
    return found;
}

// "Tom Poe, no relation of Ann Poe": the words told of whom.
static bool is_other_denial(const Document *document, size_t first, const Relation *seen)
{
    for (size_t i = first; i < document->relation_count && seen->polarity == KB_NEGATIVE; i++)
        if (relation_is(seen, "relative") && document->relations[i].predicate == seen->predicate &&
            document->relations[i].polarity == KB_NEGATIVE)
            return true;
    return false;
}

static bool is_sure(const Relation *seen)
{
    const char *predicate = kb_predicate(seen->predicate)->name;
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
        if (predicate_among(predicate, doubtful[i].predicates)) return seen->confidence >= doubtful[i].sure;
    return seen->confidence >= SURE;
}

void relations_merge(Reading *reading, const Relation *items, size_t count, size_t first)
{
    Document *document = reading->document;
    keep_likely(document, reading->sentence, first, items, count);
    size_t told_last = document->relation_count;
    for (size_t i = 0; i < count; i++) {
        if (items[i].confidence < SURE || is_outdone(items, count, i)) continue;
        if (is_groundless_denial(document, first, &items[i]) || is_other_denial(document, first, &items[i])) continue;
        bool told = settle_with_rule(reading, first, &items[i]);
        if (!told && (lacks_death(document, &items[i]) || is_contrary(document, &items[i]))) continue;
        if (!told && is_outrivalled(document, first, told_last, items, count, i)) continue;
        bool agentless = !told && items[i].confidence < CERTAIN &&
                         verbs_name_no_agent(reading, kb_predicate(items[i].predicate)->name);
        if (!told && !agentless && is_sure(&items[i]) && !is_seat(document, &items[i]) &&
            !is_origin(document, reading->sentence, &items[i]) && !is_teaching(document, reading->sentence, &items[i]))
            if (!is_branch(document, reading->sentence, &items[i]) && !is_host(reading, &items[i]) &&
                !is_seller(reading, &items[i]))
                add_seen(reading, &items[i]);
    }
}
