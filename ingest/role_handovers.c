// Posts that change hands: copies what the one held to the other, and ends it.
// SPDX-License-Identifier: MIT
#include "ingest/role_handovers.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/clause.h"

enum { SUCCESSION_CONFIDENCE = 600, SUCCESSION_DRAFTS = 2000 };

// "succeeds X, who leaves to become president of Y": where X goes, not what he leaves.
static bool is_destination(const Document *document, const Role *role, uint32_t said)
{
    for (uint32_t token = said + 1; token < role->token && said < role->token; token++)
        if (token_in(document, token,
                     "|move|moves|moved|moving|return|returns|returning|leave|leaves|leaving|left|become|becomes|joins|"
                     "joining|"))
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
        bool wanted = predecessor || role->status == KB_CURRENT || role->status == KB_DESIGNATE ||
                      role->status == KB_ACTING || (role->status == KB_NOMINEE && role->sentence == sentence);
        bool next = role->sentence > sentence && (role->status == KB_DESIGNATE || role->status == KB_NOMINEE);
        bool goes =
            predecessor && (next || (role->sentence == sentence && is_destination(maker->document, role, said)));
        if (!fits || !wanted || goes || (!predecessor && is_later(maker->document, role))) continue;
        uint32_t away = role->sentence > sentence ? role->sentence - sentence : sentence - role->sentence;
        if (best >= 0 && !kb_text_equal(maker->drafts[best].role.title, role->title)) several = true;
        bool filled = best >= 0 && away == distance && !predecessor && maker->drafts[i].kind == LINK_PREDICATE &&
                      maker->drafts[best].kind != LINK_PREDICATE; // "has named its treasurer, Poe, as chairman"
        bool nearer = away < distance || filled ||
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

int32_t succeeded_as(const Document *d, const Role *role)
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
        if (token_in(d, --token,
                     "|succeed|succeeds|succeeded|succeeding|replace|replaces|replaced|replacing|followed|follows|"))
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
                 (own->kind == LINK_PREDICATE || own->kind == LINK_VERB || // "her predecessor, X, now teaches there"
                  is_later(maker->document, &own->role));
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
            add_copy(maker, (size_t)before, succession->successor,
                     succession->candidate ? KB_CANDIDATE
                     : succession->future  ? KB_DESIGNATE
                                           : KB_CURRENT,
                     succession, sentence);
        Role *left_post = &maker->drafts[before].role;
        if (left_post->sentence == sentence && succeeded_as(maker->document, left_post) == left_post->holder)
            hand_over_start(maker, succession, left_post);
    } else if (after >= 0 && !has_title(maker, succession->predecessor, &maker->drafts[after].role)) {
        if (succession->future && maker->drafts[after].role.status == KB_CURRENT) left = KB_FORMER; // it has happened
        add_copy(maker, (size_t)after, succession->predecessor, left, succession, sentence);
    }
}

void handovers_settle(RoleMaker *maker)
{
    for (size_t i = 0; i < maker->succession_count && maker->count < SUCCESSION_DRAFTS; i++)
        pass_on(maker, i);
}
