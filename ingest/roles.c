// Roles of a document: reads every sentence's links, settles what each post is held at, and keeps one row per claim.
// SPDX-License-Identifier: MIT
#include "ingest/roles.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/pipeline.h"
#include "ingest/role_pairs.h"
#include "ingest/role_seats.h"
#include "ingest/role_times.h"

enum { SUCCESSIONS = 8, SUCCESSION_CONFIDENCE = 600, RECENT = 48, SUCCESSION_DRAFTS = 2000 };

// Thousandths of probability: of a holder whom the sentence does not mention, of one whom the encoder alone sees beside
// a likelier one, of one whom only the rules see, and of one who leads what has no name.
enum { CERTAIN = 900, SURE = 850, LIKELY = 150, LIKELIER = 500 };

enum { NEAR = 12 }; // roles of one title stand side by side

static const uint16_t confidences[] = {[LINK_NONE] = 0,        [LINK_BEFORE_NAME] = 950, [LINK_APPOSITION] = 900,
                                       [LINK_PREDICATE] = 850, [LINK_AHEAD] = 800,       [LINK_VERB] = 750};

// ---------------------------------------------------------------------------------------------- making

// Words whose "Russian" tells where the seat is, not only where the person is from.
static const char national_seats[] =
    "|senator|lawmaker|legislator|mp|congressman|congresswoman|judge|prosecutor|official|deputy|negotiator|"
    "spokesman|spokeswoman|spokesperson|representative|delegate|attaché|captain|coach|";

static bool seat_is_national(const RoleMaker *maker, const TitlePhrase *phrase)
{
    return (phrase->classes & TITLE_POST) || unit_in(&maker->units, phrase->head, national_seats);
}

// Ties to a body or person that are no post, unless more is said: "mine owner".
static bool is_tie(KbText title)
{
    static const char *const ties[] = {"founder",        "co-founder",   "cofounder", "owner",      "co-owner",
                                       "majority owner", "part owner",   "colleague", "classmate",  "friend",
                                       "rival",          "counterpart",  "ally",      "photo",      "photos",
                                       "co-accused",     "co-defendant", "successor", "predecessor"};
    for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
        if (kb_text_equal(title, kb_text(ties[i]))) return true;
    return kb_text_equal(title, kb_text("student")) || title_ends(title, " student");
}

// "member" and "owner" are ties, unless of a board or committee.
static bool is_title(const RoleMaker *maker, const TitlePhrase *phrase)
{
    static const char *const seats[] = {"board",   "council",    "committee",    "panel", "commission",
                                        "cabinet", "parliament", "subcommittee", "jury",  "presidency"};
    if (!phrase->title.length || (phrase->classes & TITLE_KIN) || is_tie(phrase->title)) return false;
    if (!unit_in(&maker->units, phrase->head, "|member|members|")) return true;
    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
        if (memmem(phrase->title.data, phrase->title.length, seats[i], strlen(seats[i]))) return true;
    return false;
}

bool role_repeats(const Role *a, const Role *b)
{
    return a->holder == b->holder && a->status == b->status && a->polarity == b->polarity &&
           a->modality == b->modality && same_holding(a, b) && kb_text_equal(a->title, b->title);
}

// Said again a few drafts before: a long text repeats itself.
static bool repeats_recent(const RoleMaker *maker, const Role *role)
{
    size_t from = maker->count > RECENT ? maker->count - RECENT : 0;
    for (size_t i = from; i < maker->count; i++)
        if (role_repeats(&maker->drafts[i].role, role)) return true;
    return false;
}

static void make_role(RoleMaker *maker, const LinkedPhrase *link)
{
    Document *document = maker->document;
    const TitlePhrase *phrase = &link->phrase;
    const Unit *units = maker->units.items;
    Role role = {.holder = link->holder,
                 .title = phrase->title,
                 .organization = phrase->organization,
                 .place = phrase->place,
                 .person = phrase->person,
                 .status = link->status,
                 .polarity = link->polarity,
                 .attributed_to = KB_NONE};
    role.modality = KB_ASSERTED;
    bool national = phrase->country && role.place < 0 && role.organization < 0 && seat_is_national(maker, phrase);
    if (national) role.place = country_chain(document, phrase->country);
    settle_holding(&role);
    role.sentence = units[phrase->core].sentence;
    role.token = units[phrase->core].first;
    role.last = units[phrase->end - 1].last;
    role.confidence = confidences[link->kind];
    role_times(document, &maker->units, link, &role);
    RoleDraft draft = {role,
                       phrase->classes,
                       units[phrase->head].title,
                       (uint8_t)link->kind,
                       phrase->country != NULL,
                       phrase->pointed,
                       role_held(&role) && !phrase->pointed,
                       phrase->indefinite && !role_held(&role) && !(phrase->classes & (TITLE_POST | TITLE_HELDFOR)),
                       link->name != NO_UNIT && link->name >= phrase->end};
    TitledPerson titled = {role.title, role.holder};
    ARENA_PUSH(document->arena, maker->titled, maker->titled_count, maker->titled_room, titled);
    if (!repeats_recent(maker, &role)) ARENA_PUSH(document->arena, maker->drafts, maker->count, maker->room, draft);
}

static void read_successions(RoleMaker *maker, const PhraseReader *reader, const LinkedPhrase *links, size_t count)
{
    Succession found[SUCCESSIONS];
    size_t found_count = successions_find(reader, links, count, found, SUCCESSIONS),
           sentences = maker->succession_count;
    for (size_t i = 0; i < found_count; i++) {
        uint32_t sentence = maker->units.items[reader->first].sentence;
        ARENA_PUSH(maker->document->arena, maker->successions, maker->succession_count, maker->succession_room,
                   found[i]);
        ARENA_PUSH(maker->document->arena, maker->succession_sentences, sentences, maker->sentence_room, sentence);
    }
}

static void read_sentence(RoleMaker *maker, uint32_t first, uint32_t limit)
{
    LinkedPhrase links[PHRASES];
    PhraseReader reader = {maker->document, &maker->units, first,         limit,
                           maker->kinds_of, maker->named,  maker->titled, maker->titled_count};
    size_t count = role_links(&reader, links);
    for (size_t i = 0; i < count; i++)
        if (links[i].holder >= 0 && is_title(maker, &links[i].phrase)) make_role(maker, &links[i]);
    read_successions(maker, &reader, links, count);
}

// ---------------------------------------------------------------------------------------------- one row a claim

static size_t window_start(size_t index)
{
    return index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
}

static size_t window_end(const RoleMaker *maker, size_t index)
{
    return index + ROLE_WINDOW < maker->count ? index + ROLE_WINDOW : maker->count;
}

// "defence counsel X, who represents him": the article has its own word for a lawyer.
static bool pleads(KbText title)
{
    static const char *const words[] = {"lawyer", "counsel", "advocate", "attorney", "solicitor", "barrister"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (title_ends(title, words[i])) return true;
    return false;
}

// "leads" and "heads" give way to the post that the article names for the same holder and body.
static bool verb_is_named(const RoleMaker *maker, size_t index)
{
    const Role *role = &maker->drafts[index].role;
    if (maker->drafts[index].kind != LINK_VERB || leads_unnamed(&maker->drafts[index])) return false;
    KbText word = maker->document->tokens[role->token].lower;
    if (memmem(role->title.data, role->title.length, word.data, word.length))
        return false; // "named chairman": it is said
    for (size_t i = window_start(index); i < window_end(maker, index); i++) {
        const Role *other = &maker->drafts[i].role;
        if (maker->drafts[i].kind == LINK_VERB || other->holder != role->holder) continue;
        if (same_holding(other, role) || (pleads(role->title) && pleads(other->title))) return true;
    }
    return false;
}

// Posts whose holder leads or runs the whole body.
static const char *const topmost[] = {
    "president",         "chairman",        "chairwoman", "chief executive", "director",          "director general",
    "managing director", "general manager", "governor",   "superintendent",  "secretary-general", "rector",
    "principal",         "editor"};

static bool is_topmost(KbText title)
{
    for (size_t i = 0; i < sizeof topmost / sizeof *topmost; i++)
        if (kb_text_equal(title, kb_text(topmost[i]))) return true;
    return false;
}

// The one post at the top of the body that the article names beside the role that a verb tells; NULL: none or several.
static const KbText *topmost_at(const RoleMaker *maker, size_t index)
{
    const KbText *found = NULL;
    for (size_t i = window_start(index); i < window_end(maker, index); i++) {
        const Role *other = &maker->drafts[i].role;
        bool fits = maker->drafts[i].kind != LINK_VERB && same_holding(other, &maker->drafts[index].role);
        if (!fits || !is_topmost(other->title)) continue;
        if (found && !kb_text_equal(*found, other->title)) return NULL;
        found = &other->title;
    }
    return found;
}

// "elected president of the union; X had led it": the post that is led is called what the article calls another's.
static void name_verbs(RoleMaker *maker)
{
    for (size_t i = 0; i < maker->count; i++) {
        Role *role = &maker->drafts[i].role;
        bool led = kb_text_equal(role->title, kb_text("leader")) || kb_text_equal(role->title, kb_text("head"));
        bool moves = role->status == KB_FORMER || role->status == KB_DESIGNATE;
        const KbText *title =
            maker->drafts[i].kind == LINK_VERB && led && moves && role_held(role) ? topmost_at(maker, i) : NULL;
        if (title) role->title = *title, maker->drafts[i].kind = LINK_PREDICATE;
    }
}

static void keep_one_each(RoleMaker *maker)
{
    Document *document = maker->document;
    bool *drop = arena_alloc(document->arena, maker->count + 1, sizeof *drop);
    document->roles = arena_alloc(document->arena, maker->count + 1, sizeof *document->roles);
    document->role_count = 0;
    for (size_t i = 0; i < maker->count; i++) {
        drop[i] = verb_is_named(maker, i);
        for (size_t j = window_start(i); j < i && !drop[i]; j++)
            drop[i] = !drop[j] && role_repeats(&maker->drafts[i].role, &maker->drafts[j].role);
        if (!drop[i]) document->roles[document->role_count++] = maker->drafts[i].role;
    }
}

// ---------------------------------------------------------------------------------------------- successions

// "succeeds X, who leaves to become president of Y": where X goes, not what he leaves.
static bool is_destination(const Document *document, const Role *role, uint32_t said)
{
    for (uint32_t token = said + 1; token < role->token && said < role->token; token++)
        if (token_in(document, token,
                     "|move|moves|moved|moving|leave|leaves|leaving|left|become|becomes|joins|joining|"))
            return true;
    return false;
}

// "was succeeded by X, now the director of Y": what the successor is since then.
static bool is_later(const Document *document, const Role *role)
{
    uint32_t token = role->token, first = document->sentences[role->sentence].first;
    while (token > first && token_in(document, token - 1, "|the|a|an|its|their|"))
        token--;
    return token > first && token_in(document, token - 1, "|now|later|today|currently|");
}

// The post that a succession is about: a seat rather than an occupation, said of the person in the same or a
// neighbouring sentence, or the only one that is said of him at all; -1: none.
static int32_t post_of(const RoleMaker *maker, int32_t person, uint32_t sentence, bool predecessor, uint32_t said)
{
    int32_t best = KB_NONE;
    uint32_t distance = UINT32_MAX;
    bool several = false;
    for (size_t i = 0; i < maker->count; i++) {
        const Role *role = &maker->drafts[i].role;
        bool fits = role->holder == person && (maker->drafts[i].classes & TITLE_POST) && role->polarity == KB_POSITIVE;
        bool wanted =
            predecessor || role->status == KB_CURRENT || role->status == KB_DESIGNATE || role->status == KB_ACTING;
        bool goes = predecessor && role->sentence == sentence && is_destination(maker->document, role, said);
        if (!fits || !wanted || goes || (!predecessor && is_later(maker->document, role))) continue;
        uint32_t away = role->sentence > sentence ? role->sentence - sentence : sentence - role->sentence;
        if (best >= 0 && !kb_text_equal(maker->drafts[best].role.title, role->title)) several = true;
        bool nearer = away < distance ||
                      (!away && !predecessor && role->token > said && maker->drafts[best].kind != LINK_PREDICATE);
        if (nearer) best = (int32_t)i, distance = away;
    }
    return several && distance > 1 ? KB_NONE : best;
}

static void add_copy(RoleMaker *maker, size_t source, int32_t holder, uint8_t status, const Succession *succession,
                     uint32_t sentence)
{
    RoleDraft draft = maker->drafts[source];
    Role *role = &draft.role;
    role->holder = holder;
    role->status = status;
    role->sentence = sentence;
    role->token = maker->units.items[succession->unit].first;
    role->last = role->token + 1;
    role->confidence = SUCCESSION_CONFIDENCE;
    for (unsigned i = 0; i < 2; i++)
        role->start[i] = role->end[i] = (KbDate){0, 0, 0};
    draft.kind = LINK_PREDICATE;
    ARENA_PUSH(maker->document->arena, maker->drafts, maker->count, maker->room, draft);
}

// "Poe, president of Chile, met his Peruvian counterpart, X": X holds the same post there; envoys are sent to one
// place.
static void add_counterpart(RoleMaker *maker, size_t source, const Succession *succession, uint32_t sentence)
{
    bool sent = title_ends(maker->drafts[source].role.title, "ambassador");
    if (maker->drafts[source].role.status != KB_CURRENT) return;
    add_copy(maker, source, succession->successor, KB_CURRENT, succession, sentence);
    Role *role = &maker->drafts[maker->count - 1].role;
    if (sent) return;
    role->organization = role->person = KB_NONE;
    role->place = country_chain(maker->document, succession->country);
}

static bool has_title(const RoleMaker *maker, int32_t holder, const Role *like)
{
    for (size_t i = 0; i < maker->count; i++)
        if (maker->drafts[i].role.holder == holder && kb_text_equal(maker->drafts[i].role.title, like->title) &&
            same_holding(&maker->drafts[i].role, like))
            return true;
    return false;
}

// The successor is said beside it to be chosen for a post: that is the one.
static bool is_chosen(const RoleMaker *maker, int32_t person, uint32_t sentence)
{
    for (size_t i = 0; i < maker->count; i++) {
        const Role *role = &maker->drafts[i].role;
        bool chosen = role->status == KB_DESIGNATE || role->status == KB_NOMINEE || role->status == KB_CANDIDATE;
        if (role->holder == person && chosen && role->sentence + 1 >= sentence && role->sentence <= sentence + 1)
            return true;
    }
    return false;
}

// "The president said he would replace Poe": who governs dismisses.
static bool only_dismisses(const RoleMaker *maker, const Succession *succession)
{
    for (size_t i = 0; i < maker->count && succession->replaced; i++) {
        const RoleDraft *draft = &maker->drafts[i];
        if (draft->role.holder == succession->successor && (draft->classes & TITLE_GOV)) return true;
    }
    return false;
}

// Whom somebody succeeds or replaces in the post: "to succeed Karl Poe as managing director"; -1: nobody.
static int32_t succeeded_as(const Document *d, const Role *role)
{
    enum { REACH = 6 };
    uint32_t as = role->token, first = d->sentences[role->sentence].first;
    while (as > first && token_in(d, as - 1, "|the|its|their|"))
        as--;
    if (as < first + 3 || !token_is(d, as - 1, "as")) return KB_NONE;
    int32_t name = document_mention_at(d, as - 2);
    uint32_t token = name < 0 ? as - 2 : d->mentions[name].first;
    int32_t chain = name < 0 ? pronoun_chain(d, as - 2) : d->mentions[name].chain;
    for (uint32_t i = 0; i < REACH && token > first; i++) {
        if (token_in(d, --token, "|succeed|succeeds|succeeded|succeeding|replace|replaces|replaced|replacing|"))
            return chain;
        if (token_in(d, token, "|by|with|,|")) break;
    }
    return KB_NONE;
}

// "will succeed X as president from May 1": the day is not the day on which X began.
static void hand_over_start(RoleMaker *maker, const Succession *succession, Role *left)
{
    if (!left->start[0].year && !left->start[1].year) return;
    for (size_t i = 0; i < maker->count; i++) {
        Role *role = &maker->drafts[i].role;
        bool same = role->holder == succession->successor && kb_text_equal(role->title, left->title);
        if (!same || role->start[0].year || role->start[1].year) continue;
        memcpy(role->start, left->start, sizeof role->start);
        break;
    }
    left->start[0] = left->start[1] = (KbDate){0, 0, 0};
}

// "replaces Poe, who left this month", "succeeds Poe, who died"
static bool has_left(const Document *document, uint32_t said)
{
    static const char gone[] = "|left|resigned|retired|quit|stepped|died|departed|dismissed|fired|sacked|ousted|";
    uint32_t last = document->sentences[document->tokens[said].sentence].last;
    for (uint32_t token = said; token < last; token++)
        if (token_is(document, token, "who"))
            for (uint32_t verb = token + 1; verb < last && verb < token + 4; verb++)
                if (token_in(document, verb, gone)) return true;
    return false;
}

// Gives the post of the one to the other, where the other has none such yet.
static void pass_on(RoleMaker *maker, size_t index)
{
    const Succession *succession = &maker->successions[index];
    uint32_t sentence = maker->succession_sentences[index];
    uint32_t said = maker->units.items[succession->unit].first; // "will replace X as chief executive": a post after it
    if (only_dismisses(maker, succession)) return;
    int32_t after = post_of(maker, succession->successor, sentence, false, said),
            before = post_of(maker, succession->predecessor, sentence, true, said);
    bool other = after >= 0 && succession->called && maker->drafts[after].role.sentence == sentence &&
                 maker->drafts[after].kind == LINK_PREDICATE; // "her successor, X, has been ambassador since 2020"
    if (other) after = KB_NONE;
    const RoleDraft *own = before >= 0 && succession->called ? &maker->drafts[before] : NULL;
    if (succession->country) {
        if (before >= 0) add_counterpart(maker, (size_t)before, succession, sentence);
        return;
    }
    bool since = own && own->role.sentence == sentence && own->role.token > said && own->role.status == KB_CURRENT &&
                 (own->kind == LINK_PREDICATE || own->kind == LINK_VERB); // "her predecessor, X, now teaches there"
    if (since) before = KB_NONE;
    bool stays = succession->future || (succession->present && !has_left(maker->document, said));
    uint8_t left = stays ? KB_CURRENT : KB_FORMER;
    if (before >= 0) {
        if (left == KB_FORMER && maker->drafts[before].role.status == KB_CURRENT &&
            maker->drafts[before].role.sentence == sentence)
            maker->drafts[before].role.status = KB_FORMER;
        bool known = has_title(maker, succession->successor, &maker->drafts[before].role) ||
                     (succession->future && is_chosen(maker, succession->successor, sentence));
        if (!known)
            add_copy(maker, (size_t)before, succession->successor, succession->future ? KB_DESIGNATE : KB_CURRENT,
                     succession, sentence);
        Role *left_post = &maker->drafts[before].role;
        if (left_post->sentence == sentence && succeeded_as(maker->document, left_post) == left_post->holder)
            hand_over_start(maker, succession, left_post);
    } else if (after >= 0 && !has_title(maker, succession->predecessor, &maker->drafts[after].role)) {
        add_copy(maker, (size_t)after, succession->predecessor, left, succession, sentence);
    }
}

// ---------------------------------------------------------------------------------------------- the stage

static void read_sentences(RoleMaker *maker)
{
    for (uint32_t first = 0; first < maker->units.count;) {
        uint32_t limit = first + 1;
        while (limit < maker->units.count && maker->units.items[limit].sentence == maker->units.items[first].sentence)
            limit++;
        read_sentence(maker, first, limit);
        first = limit;
    }
}

static void settle_and_keep(RoleMaker *maker)
{
    seats_settle(maker);
    for (size_t i = 0; i < maker->succession_count && maker->count < SUCCESSION_DRAFTS; i++)
        pass_on(maker, i);
    name_verbs(maker);
    keep_one_each(maker);
}

// ---------------------------------------------------------------------------------------------- with the encoder

static bool same_post(const Role *rule, const Role *seen)
{
    if (rule->holder != seen->holder) return false;
    bool overlap = rule->token < seen->last && seen->token < rule->last;
    return overlap || (rule->sentence == seen->sentence && kb_text_equal(rule->title, seen->title));
}

// "senior official" of the encoder, "senior official on Russia and Europe" of the rules.
static bool extends(KbText longer, KbText title)
{
    return longer.length > title.length + 1 && memcmp(longer.data, title.data, title.length) == 0 &&
           longer.data[title.length] == ' ';
}

// "central bank governor" of the encoder, "governor" of the Bank of X of the rules.
static bool shortens(const RoleDraft *draft, KbText title)
{
    const Role *rule = &draft->role;
    return rule->organization >= 0 && !draft->pointed && draft->kind == LINK_BEFORE_NAME &&
           title.length > rule->title.length + 1 &&
           memcmp(title.data + title.length - rule->title.length, rule->title.data, rule->title.length) == 0;
}

// "interim coach" of the rules, "coach" of the encoder.
static bool prefixed(KbText longer, KbText title)
{
    size_t before = longer.length - title.length;
    bool ends = longer.length > title.length && memcmp(longer.data + before, title.data, title.length) == 0;
    KbText word = {longer.data, ends ? before - 1 : 0};
    return kb_text_equal(word, kb_text("acting")) || kb_text_equal(word, kb_text("interim")) ||
           kb_text_equal(word, kb_text("caretaker"));
}

// "top official" of the encoder with what "official for Asia" of the rules says further; NULL data: no such two.
static KbText completed(Document *d, KbText rule, KbText seen)
{
    static const char *const joints[] = {" of ", " for ", " on ", " to "};
    size_t core = rule.length;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *at = memmem(rule.data, rule.length, joints[i], strlen(joints[i]));
        if (at && (size_t)(at - rule.data) < core) core = (size_t)(at - rule.data);
        if (memmem(seen.data, seen.length, joints[i], strlen(joints[i]))) return (KbText){NULL, 0};
    }
    bool ends = core < rule.length && seen.length > core + 1 && seen.data[seen.length - core - 1] == ' ' &&
                memcmp(seen.data + seen.length - core, rule.data, core) == 0;
    if (!ends) return (KbText){NULL, 0};
    char *title = arena_alloc(d->arena, seen.length + rule.length - core + 1, 1);
    memcpy(title, seen.data, seen.length);
    memcpy(title + seen.length, rule.data + core, rule.length - core);
    return (KbText){title, seen.length + rule.length - core};
}

// Where both see a post the encoder words it; the rules give its status, dates and polarity, its seat where they know
// one (rather than guess at what "its" points to), and what follows its title.
static void complete(Document *document, Role *seen, const RoleDraft *draft)
{
    const Role *rule = &draft->role;
    bool federal = kb_text_equal(rule->title, kb_text("u.s. attorney"));
    bool acting = rule->status != KB_ACTING && prefixed(rule->title, seen->title);
    if (federal || acting || extends(rule->title, seen->title) || shortens(draft, seen->title))
        seen->title = rule->title;
    if (federal) seen->organization = seen->place = seen->person = KB_NONE;
    KbText further = completed(document, rule->title, seen->title);
    if (further.data) seen->title = further;
    memcpy(seen->start, rule->start, sizeof seen->start);
    memcpy(seen->end, rule->end, sizeof seen->end);
    seen->polarity = rule->polarity;
    bool vague = rule->status == KB_DESIGNATE && (seen->status == KB_NOMINEE || seen->status == KB_FORMER);
    if (!vague) seen->status = rule->status;
    if ((draft->classes & TITLE_POST) && rule->status == KB_NOMINEE) seen->person = KB_NONE; // "Poe's nominee for"
    if (draft->alone) seen->organization = seen->place = seen->person = KB_NONE;
    if (role_held(rule) && !(draft->pointed && role_held(seen)))
        seen->organization = rule->organization, seen->place = rule->place, seen->person = rule->person;
}

// The first of the drafts, which are in the order of their sentences, that may share words with a post of the sentence.
static size_t first_near(const RoleDraft *rules, size_t count, uint32_t sentence)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (rules[middle].role.sentence + 1 < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// The rule's draft of the same post, by which `seen` is completed; NULL: the rules do not see it.
static const RoleDraft *confirm(Document *document, Role *seen, const RoleDraft *rules, size_t count, bool *used)
{
    const RoleDraft *found = NULL;
    for (size_t k = first_near(rules, count, seen->sentence); k < count; k++) {
        if (rules[k].role.sentence > seen->sentence + 1) break;
        if (!same_post(&rules[k].role, seen)) continue;
        if (!used[k]) complete(document, seen, &rules[k]);
        used[k] = true;
        if (!found) found = &rules[k];
    }
    return found;
}

// The unit of the title's head: "president" in "vice president for operations".
static const Unit *head_of(const RoleMaker *maker, const Role *role)
{
    const Units *units = &maker->units;
    uint32_t first = units->of_token[role->token], last = units->of_token[role->last - 1];
    const Unit *head = &units->items[last];
    for (uint32_t i = first; i <= last; i++) {
        if (i > first && unit_in(units, i, "|of|for|on|in|at|to|from|")) break;
        if (units->items[i].classes & TITLE_HEAD) head = &units->items[i];
    }
    return head;
}

static void add_seen(RoleMaker *maker, const Role *seen, const RoleDraft *rule)
{
    const Unit *head = head_of(maker, seen);
    const Document *document = maker->document;
    bool verb = document->tokens[seen->token].pos == POS_VERB &&
                !kb_text_equal(document->tokens[seen->token].lower, seen->title);
    LinkKind kind = verb ? LINK_VERB : LINK_PREDICATE;
    RoleDraft draft = {*seen, head->classes, head->title, (uint8_t)kind, false, false, false, false, false};
    if (rule) draft = *rule, draft.role = *seen;
    ARENA_PUSH(maker->document->arena, maker->drafts, maker->count, maker->room, draft);
}

// The words are somebody else's post of the same time: "X, the chairman, left. (Photo: Y)".
static bool taken(const Role *seen, const Role *confirmed)
{
    return confirmed && confirmed->token == seen->token && confirmed->status == seen->status;
}

// No other holds the words more likely.
static bool likeliest(const Role *seen, size_t count, size_t i)
{
    for (size_t k = i > NEAR ? i - NEAR : 0; k < count && k < i + NEAR; k++)
        if (seen[k].token == seen[i].token && seen[k].confidence > seen[i].confidence) return false;
    return true;
}

// "President Poe", "Poe will succeed X as president": the form leaves no doubt.
static bool plain(const Document *d, const RoleDraft *draft)
{
    return draft->kind == LINK_BEFORE_NAME || draft->kind == LINK_AHEAD || succeeded_as(d, &draft->role) >= 0;
}

// How likely the encoder must find a post of the rules: anything may be led, a walkout and a ticket too.
static uint16_t least(const RoleDraft *draft)
{
    return leads_unnamed(draft) ? LIKELIER : LIKELY;
}

// The words stand before somebody else's name: "President Poe's adviser X".
static bool stands_before_another(const Role *seen, const RoleDraft *rules, size_t count)
{
    for (size_t k = first_near(rules, count, seen->sentence); k < count; k++) {
        const Role *rule = &rules[k].role;
        if (rule->sentence > seen->sentence + 1) break;
        bool same = rule->token < seen->last && seen->token < rule->last;
        if (same && rules[k].introduces && rule->holder != seen->holder) return true;
    }
    return false;
}

// The token before what describes a noun: over adjectives, nouns and nationalities, not over names.
static uint32_t before_noun(const Document *d, uint32_t token)
{
    enum { DESCRIBING = 5 };
    uint32_t first = d->sentences[d->tokens[token].sentence].first;
    for (unsigned i = 0; i < DESCRIBING && token > first; i++) {
        uint8_t pos = d->tokens[token - 1].pos;
        bool describes = pos == POS_ADJ || pos == POS_NOUN || pos == POS_DET || pos == POS_NUM ||
                         document_demonym_at(d, token - 1) >= 0;
        if (!describes || document_mention_at(d, token - 1) >= 0) break;
        token--;
    }
    return token > first ? token - 1 : token;
}

// The chain of the mention that covers the token; -1: none.
static int32_t chain_at(const Document *d, uint32_t token)
{
    int32_t mention = document_mention_at(d, token);
    return mention < 0 ? KB_NONE : d->mentions[mention].chain;
}

// "his chief of staff", "Clinton's adviser": nobody holds a post under himself.
static bool is_own(const Document *d, const Role *role)
{
    uint32_t token = before_noun(d, role->token);
    if (token_in(d, token, "|'s|'|") && token) token--;
    return token < role->token && chain_at(d, token) == role->holder &&
           (token_in(d, token, "|his|her|") || token_in(d, token + 1, "|'s|'|"));
}

// "air marshal", "rear admiral": ranks of several words.
static bool is_rank(KbText title)
{
    static const char before[] = "|air|field|wing|group|flight|squadron|rear|vice|lance|petty|staff|warrant|chief|"
                                 "brigadier|first|second|senior|master|lieutenant|major|flying|pilot|",
                      last[] = "|marshal|admiral|commodore|sergeant|lieutenant|corporal|general|colonel|major|captain|";
    size_t at = 0, words = 0;
    for (size_t end = 0; end < title.length; at = end + 1, words++) {
        for (end = at; end < title.length && title.data[end] != ' ';)
            end++;
        bool ends = end == title.length;
        if (!word_among((KbText){title.data + at, end - at}, ends ? last : before)) return false;
    }
    return words > 1;
}

// "Air Marshal Sir X": no post, other than "a retired air marshal".
static bool is_bare_rank(const Document *d, const Role *role)
{
    uint32_t name = role->last + token_in(d, role->last, "|sir|lord|dame|");
    return is_rank(role->title) && chain_at(d, name) == role->holder;
}

// "a spokesman for Prime Minister X": X has one, and is none.
static bool is_for(const Document *d, const Role *role)
{
    enum { REACH = 5 };
    uint32_t token = role->last;
    if (!token_in(d, token, "|for|to|of|")) return false;
    for (uint32_t i = token + 1; i < d->token_count && i <= token + REACH; i++) {
        int32_t chain = chain_at(d, i);
        if (chain >= 0 && d->chains[chain].type == KB_PERSON) return chain == role->holder;
        if (chain < 0 && d->tokens[i].pos != POS_NOUN && d->tokens[i].pos != POS_PROPN && d->tokens[i].pos != POS_ADJ)
            return false;
    }
    return false;
}

// "Halvorsen Marine, a shipbuilder": said of the body, unless a name follows ("Acme, the chairman, Jane Doe").
static bool is_of_body(const Document *d, const Role *role)
{
    uint32_t comma = before_noun(d, role->token);
    int32_t chain = comma && token_is(d, comma, ",") ? chain_at(d, comma - 1) : KB_NONE;
    if (chain < 0 || d->chains[chain].type != KB_ORGANIZATION) return false;
    int32_t after = token_is(d, role->last, ",") ? chain_at(d, role->last + 1) : chain_at(d, role->last);
    return after != role->holder;
}

// Words without a verb: "Staff Writer", below the name of who wrote.
static bool is_line(const Document *d, uint32_t sentence)
{
    for (uint32_t token = d->sentences[sentence].first; token < d->sentences[sentence].last; token++)
        if (d->tokens[token].pos == POS_VERB || d->tokens[token].pos == POS_AUX) return false;
    return true;
}

// The nearest that the article says of the holder is that he wrote it: "By Jane Doe // The head of the agency
// resigned".
static bool is_of_writer(const Document *d, const Role *role)
{
    for (size_t i = document_mentions_from(d, d->sentences[role->sentence].last); i-- > 0;) {
        uint32_t sentence = d->tokens[d->mentions[i].first].sentence;
        if (d->mentions[i].chain == role->holder)
            return sentence != role->sentence && sentence_is_byline(d, sentence) && !is_line(d, role->sentence);
        if (sentence + NEAR < role->sentence) break;
    }
    return false;
}

// The sentence does not speak of the holder: "X's lawyer did not return a call. Y, who ..." is a guess.
static bool is_absent(const Document *d, const Role *role)
{
    return !document_mentions_in(d, &d->sentences[role->sentence], role->holder);
}

static bool is_impossible(const Document *d, const Role *role)
{
    if (role->confidence < CERTAIN && is_absent(d, role)) return true;
    return succeeded_as(d, role) == role->holder || is_own(d, role) || is_for(d, role) || is_of_body(d, role) ||
           is_of_writer(d, role);
}

// Posts that the encoder and the rules both see; the likeliest of those that the encoder alone sees, and others that it
// is sure of; those of the rules that it finds at all likely.
static void merge(RoleMaker *maker, RoleScorer *scorer)
{
    Role *seen;
    size_t count = role_scorer_find(scorer, &seen), rules = maker->count;
    RoleDraft *drafts = maker->drafts;
    bool *used = arena_alloc(maker->document->arena, rules + 1, sizeof *used);
    const RoleDraft **confirmed = arena_alloc(maker->document->arena, count + 1, sizeof *confirmed);
    maker->drafts = NULL;
    maker->count = maker->room = 0;
    for (size_t i = 0; i < count; i++)
        confirmed[i] = confirm(maker->document, &seen[i], drafts, rules, used);
    for (size_t i = 0; i < count; i++) {
        bool elsewhere = false;
        for (size_t k = i > NEAR ? i - NEAR : 0; k < count && k < i + NEAR; k++)
            elsewhere = elsewhere || taken(&seen[i], confirmed[k] ? &seen[k] : NULL);
        if (is_tie(seen[i].title) || is_bare_rank(maker->document, &seen[i]) ||
            (!confirmed[i] && is_impossible(maker->document, &seen[i])))
            continue;
        bool enough = seen[i].confidence >= SURE || likeliest(seen, count, i);
        if (confirmed[i] || (enough && !elsewhere && !stands_before_another(&seen[i], drafts, rules)))
            add_seen(maker, &seen[i], confirmed[i]);
    }
    for (size_t k = 0; k < rules; k++)
        if (!used[k] && (plain(maker->document, &drafts[k]) ||
                         role_scorer_holder(scorer, drafts[k].role.token, drafts[k].role.holder) >= least(&drafts[k])))
            ARENA_PUSH(maker->document->arena, maker->drafts, maker->count, maker->room, drafts[k]);
}

void stage_roles(Worker *worker, Document *document)
{
    RoleMaker maker = {.document = document, .units = units_make(document)};
    seats_count(&maker);
    read_sentences(&maker);
    if (worker) merge(&maker, worker_roles(worker, document));
    settle_and_keep(&maker);
}

void roles_find(Document *document)
{
    stage_roles(NULL, document);
}
