// Who holds, held or will hold a post, and who leads an organization.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/holder.h"
#include "shell/seat.h"

// Which of a post's holders are asked for.
typedef enum Pick { PICK_CURRENT, PICK_PERIOD, PICK_ALL, PICK_FORMER, PICK_ACTING, PICK_COMING, PICK_LEFT } Pick;

enum { SLIVER = 100, ALL_DAYS = 1 << 20 }; // a hundredth of what another is attested for is not counted

static Pick pick_of(const Question *question, TitleWish wish, const When *when)
{
    bool all = question->form == QUESTION_HOLDERS, left = strcmp(question->param, "left") == 0;
    if (left && when->kind == WHEN_PERIOD) return PICK_LEFT;
    if (wish == WISH_NEXT || wish == WISH_NOMINEE || wish == WISH_CANDIDATE) return PICK_COMING;
    if (when->kind == WHEN_PERIOD) return PICK_PERIOD;
    if (wish == WISH_FORMER) return PICK_FORMER;
    if (wish == WISH_ACTING) return PICK_ACTING;
    if (wish == WISH_CURRENT || when->kind == WHEN_NOW || question->still) return PICK_CURRENT;
    if (all || question->tense == TENSE_PAST || question->tense == TENSE_PERFECT) return PICK_ALL;
    return PICK_CURRENT;
}

static bool has_status(const Tenure *tenure, KbRoleStatus status)
{
    for (size_t i = 0; i < tenure->count; i++)
        if (tenure->roles[i]->status == status) return true;
    return false;
}

static const KbHeldRole *row_of_status(const Tenure *tenure, KbRoleStatus low, KbRoleStatus high)
{
    const KbHeldRole *best = NULL;
    for (size_t i = 0; i < tenure->count; i++) {
        const KbHeldRole *role = tenure->roles[i];
        if (role->status < low || role->status > high) continue;
        if (!best || kb_date_compare(role->last_reported, best->last_reported) > 0) best = role;
    }
    return best;
}

static bool is_coming(const Tenure *tenure, TitleWish wish)
{
    if (tenure->holds || !tenure->coming) return false;
    if (wish == WISH_CANDIDATE) return has_status(tenure, KB_CANDIDATE);
    if (wish == WISH_NOMINEE) return has_status(tenure, KB_NOMINEE) || has_status(tenure, KB_DESIGNATE);
    return has_status(tenure, KB_DESIGNATE) || has_status(tenure, KB_NOMINEE);
}

// Last reported long before the last article: "who was" means him too.
static bool is_stale(Ask *ask, const Tenure *tenure)
{
    enum { STALE = 5 * 366 };
    KbDate last = tenure->last_current, now = last.year ? ask_last_day(ask) : last;
    return now.year && when_days(last, now) > STALE;
}

static const KbHeldRole *chosen_row(const Tenures *tenures, const Tenure *tenure, Pick pick, TitleWish wish)
{
    bool current = tenure_is_current(tenures, tenure), any = tenure->holds || tenure->held;
    switch (pick) {
    case PICK_CURRENT:
        return current ? row_of_status(tenure, KB_CURRENT, KB_CURRENT) ? row_of_status(tenure, KB_CURRENT, KB_CURRENT)
                                                                       : tenure->best
                       : NULL;
    case PICK_ALL: return any ? tenure->best : NULL;
    case PICK_FORMER:
        return any && !current ? row_of_status(tenure, KB_FORMER, KB_FORMER)
                                     ? row_of_status(tenure, KB_FORMER, KB_FORMER)
                                     : tenure->best
                               : NULL;
    case PICK_ACTING:
        return tenure->acting && tenure_is_current(tenures, tenure) ? row_of_status(tenure, KB_ACTING, KB_ACTING)
                                                                    : NULL;
    case PICK_COMING: return is_coming(tenure, wish) ? row_of_status(tenure, KB_DESIGNATE, KB_CANDIDATE) : NULL;
    case PICK_PERIOD:
    case PICK_LEFT: break;
    }
    return NULL;
}

void holder_add(Ask *ask, const Tenure *tenure, const KbHeldRole *row, unsigned share)
{
    AnswerItem *item = ask_role_item(ask, tenure->holder.name, &tenure->holder, role_detail(ask, row), row);
    item->confidence = (uint16_t)(item->confidence * share / 100);
}

// Days of the period that a tenure is attested in.
static int attested_days(const Tenure *tenure, const When *when)
{
    int days = 0;
    for (size_t i = 0; i < tenure->span_count; i++) {
        TenureSpan span = tenure->spans[i];
        if (when->from.year && kb_date_compare(span.from, when->from) < 0) span.from = when->from;
        if (when->to.year && kb_date_compare(span.to, when->to) > 0) span.to = when->to;
        int shared = kb_date_compare(span.from, span.to) <= 0 ? 1 + when_days(span.from, span.to) : 0;
        if (shared > days) days = shared;
    }
    return days ? days : ALL_DAYS; // attested before and after
}

typedef struct Period {
    const When *when;
    int nearest;   // gap in days of the nearest that is not attested; -1: none
    int most_days; // of any attested tenure; 0: none is attested
} Period;

static Period weigh_period(const Tenures *tenures, const When *when)
{
    Period period = {when, -1, 0};
    int gap;
    for (size_t i = 0; i < tenures->count; i++) {
        unsigned level = tenure_in(tenures, &tenures->items[i], when->from, when->to, &gap);
        int days = level == 3 ? attested_days(&tenures->items[i], when) : 0;
        if (days > period.most_days) period.most_days = days;
        if (level && level < 3 && (period.nearest < 0 || gap < period.nearest)) period.nearest = gap;
    }
    return period;
}

// Attested holders, without those who held a single seat for a sliver of the period; else, of those near it, the
// nearest (all of them where a post is shared).
static void add_in_period(Ask *ask, const Tenures *tenures, const When *when, TitleWish wish)
{
    Period period = weigh_period(tenures, when);
    for (size_t i = 0; i < tenures->count; i++) {
        const Tenure *tenure = &tenures->items[i];
        int gap;
        unsigned level = tenure_in(tenures, tenure, when->from, when->to, &gap);
        bool sliver = tenures->single && attested_days(tenure, when) * SLIVER < period.most_days;
        bool near = level && level < 3 && !period.most_days && (gap == period.nearest || !tenures->single);
        if (wish == WISH_ACTING && !tenure->acting) continue;
        if (level == 3 && !sliver) holder_add(ask, tenure, tenure->best, 100);
        if (!near) continue;
        holder_add(ask, tenure, tenure->best, 60);
        ask_note(ask, "%.*s is reported near that time, not in it", TEXT_ARGS(tenure->holder.name));
    }
}

// Whoever was last reported to act, where nobody acts any more.
static void add_last_acting(Ask *ask, const Tenures *tenures)
{
    const KbHeldRole *last = NULL;
    const Tenure *holder = NULL;
    for (size_t i = 0; i < tenures->count; i++) {
        const KbHeldRole *row = row_of_status(&tenures->items[i], KB_ACTING, KB_ACTING);
        if (row && (!last || kb_date_compare(row->last_reported, last->last_reported) > 0))
            last = row, holder = &tenures->items[i];
    }
    if (last) holder_add(ask, holder, last, 100);
}

// Who gave the post up in the period: the bounds of a row say so, or, without bounds, its first report as former.
static void add_leavers(Ask *ask, const Tenures *tenures, const When *when)
{
    for (size_t i = 0; i < tenures->count; i++) {
        const KbHeldRole *row = NULL;
        for (size_t k = 0; k < tenures->items[i].count && !row; k++) {
            const KbHeldRole *role = tenures->items[i].roles[k];
            bool dated = role->end[0].year || role->end[1].year;
            bool fits = dated
                            ? when_fits(when, role->end[0], role->end[1])
                            : role->status == KB_FORMER && when_fits(when, role->first_reported, role->first_reported);
            if (fits) row = role;
        }
        if (row) holder_add(ask, &tenures->items[i], row, row->end[1].year ? 100 : 80);
    }
}

static void add_seat(Ask *ask, const Tenures *tenures, Pick pick, TitleWish wish, const When *when)
{
    if (pick == PICK_PERIOD) {
        add_in_period(ask, tenures, when, wish);
        return;
    }
    if (pick == PICK_LEFT) {
        add_leavers(ask, tenures, when);
        return;
    }
    bool past = pick == PICK_ALL && ask->question->form != QUESTION_HOLDERS && ask->question->tense == TENSE_PAST;
    for (size_t i = 0; i < tenures->count && past;
         i++) // "who was mayor" means those who no longer are, where there are any
        if (chosen_row(tenures, &tenures->items[i], PICK_FORMER, wish)) pick = PICK_FORMER;
    bool found = false, dated = false; // undated reports do not outweigh dated ones
    for (size_t i = 0; i < tenures->count; i++)
        dated = dated || (tenure_is_current(tenures, &tenures->items[i]) && tenures->items[i].last_current.year);
    for (size_t i = 0; i < tenures->count; i++) {
        const Tenure *tenure = &tenures->items[i];
        const KbHeldRole *row = chosen_row(tenures, tenure, pick, wish);
        if (!row && past && pick == PICK_FORMER && tenure->holds && is_stale(ask, tenure)) row = tenure->best;
        if (pick == PICK_CURRENT && tenures->single && dated && !tenure->last_current.year) continue;
        if (row) holder_add(ask, tenure, row, 100), found = true;
    }
    if (pick == PICK_ACTING && !found) add_last_acting(ask, tenures);
}

static void note_others(Ask *ask, const Tenures *tenures, const When *when)
{
    for (size_t i = 0; i < tenures->count && i < 3; i++) {
        KbText detail = role_detail(ask, tenures->items[i].best),
               as_of = date_text(ask, tenures->items[i].best->last_reported);
        ask_note(ask, "known: %.*s, %.*s%s%.*s", TEXT_ARGS(tenures->items[i].holder.name), TEXT_ARGS(detail),
                 as_of.length ? ", reported " : "", TEXT_ARGS(as_of));
    }
    if (when->kind == WHEN_PERIOD && tenures->count) ask_note(ask, "not for that date");
}

static void add_post(Ask *ask, const Post *post, Pick pick, const When *when, bool notes)
{
    Seats seats = seats_of(ask, post);
    for (int round = 0; round < 2; round++) {
        for (size_t seat = 0; seat < seats.count; seat++) {
            const KbHeldRole **roles = region_alloc(ask->region, post->count + 1, sizeof *roles);
            size_t count = 0;
            for (size_t i = 0; i < post->count; i++)
                if (seats.of[i] == seat) roles[count++] = post->roles[i];
            if (!count) continue;
            Tenures tenures = tenures_of(ask, roles, count);
            if (round == 0)
                add_seat(ask, &tenures, pick, post->wish, when);
            else
                note_others(ask, &tenures, when);
        }
        if (ask->answer->count || !notes) return;
    }
}

// ---------------------------------------------------------------------------------------------- holder

void holder_refuse(Ask *ask, const Post *post, KbText phrase)
{
    if (!post->at_known && post->unknown.length) {
        ask_refuse_unknown(ask, post->unknown);
    } else if (post->at_known || title_known(ask->region, phrase)) {
        ask_status(ask, ANSWER_NO_ANSWER);
        TitleWish wish = WISH_HOLDER;
        KbText stripped = title_strip(phrase, &wish);
        ask_note(ask, "the articles name no %.*s", TEXT_ARGS(stripped));
    } else {
        ask_refuse_unknown(ask, phrase);
    }
}

// "nominated for the Fed": any post at it.
static void post_from_entity(Ask *ask, Post *post, KbText phrase)
{
    const KbCandidate *found = NULL;
    if (!ask_candidates(ask, phrase, ORGANIZATIONS | PLACES, &found)) return;
    const KbEntity *at = ask_get(ask, kb_text(found[0].entity.id.text));
    TitleWish wish = post->wish;
    if (at) *post = post_at(ask, at, (KbText){"", 0});
    post->wish = wish;
}

static void answer_post(Ask *ask, KbText phrase)
{
    const Question *question = ask->question;
    When when;
    if (!ask_period(ask, &when)) return;
    Post post = post_find(ask, phrase), wide;
    if (strcmp(question->param, "next") == 0) post.wish = WISH_NEXT;
    if (strcmp(question->param, "former") == 0 || strcmp(question->param, "left") == 0) post.wish = WISH_FORMER;
    if (strcmp(question->param, "nominee") == 0) post.wish = WISH_NOMINEE;
    if (strcmp(question->param, "candidate") == 0) post.wish = WISH_CANDIDATE;
    if (ask->refused) return;
    if (!post.count && post.wish >= WISH_NEXT) post_from_entity(ask, &post, phrase);
    if (!post.count) {
        holder_refuse(ask, &post, phrase);
        return;
    }
    Pick pick = pick_of(question, post.wish, &when);
    bool past = pick == PICK_ACTING && question->tense == TENSE_PAST;
    add_post(ask, &post, pick, &when, false);
    if (past && !ask->answer->count) add_post(ask, &post, PICK_ALL, &when, false);
    if (!ask->answer->count && (wide = post_find_wide(ask, phrase)).count > post.count) {
        wide.wish = post.wish;
        add_post(ask, &wide, pick, &when, false);
    }
    if (ask->answer->count) return;
    add_post(ask, &post, pick, &when, true);
    ask_status(ask, ANSWER_NO_ANSWER);
}

void answer_holder(Ask *ask)
{
    answer_post(ask, ask->question->post.length ? ask->question->post : ask->question->x);
}

static bool has_name_word(Ask *ask, KbText name, KbText said)
{
    Words words = words_read(ask->region, name);
    for (size_t i = 0; i < words.count; i++)
        if (kb_text_equal(words.items[i].lower, text_lower(ask->region, said))) return true;
    return text_is_any_case(name, region_text(ask->region, said).data);
}

// Of them, those called so: "which prime ministers are called Rasmussen?"
void answer_holders(Ask *ask)
{
    Answer *answer = ask->answer;
    KbText called = ask->question->post.length ? ask->question->x : (KbText){"", 0};
    size_t kept = 0;
    answer_holder(ask);
    for (size_t i = 0; i < answer->count && called.length; i++)
        if (has_name_word(ask, answer->items[i].text, called)) answer->items[kept++] = answer->items[i];
    if (!called.length || answer->status != ANSWER_OK) return;
    answer->count = kept;
    if (!kept) ask_status(ask, ANSWER_NO_ANSWER);
}

void answer_holder_at(Ask *ask)
{
    When when;
    const KbEntity *at = ask_entity(ask, ask->question->x, ORGANIZATIONS | PLACES | PERSONS);
    if (!at || !ask_period(ask, &when)) return;
    size_t first = strcspn(ask->question->param, "|");
    for (const char *title = ask->question->param; *title && !ask->answer->count;) {
        size_t length = strcspn(title, "|");
        Post post = post_at(ask, at, (KbText){title, length});
        if (post.count) add_post(ask, &post, pick_of(ask->question, WISH_HOLDER, &when), &when, true);
        title += length + (title[length] != '\0');
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name no %.*s of %.*s", (int)first, ask->question->param, TEXT_ARGS(at->name));
}

// The titles that the verb names first ("leads": leader), then the highest rank that has an answer.
// "Who chairs the mining committee?": a body that only titles name.
static bool add_titled(Ask *ask)
{
    static const char *const LEADING[] = {"head", "chair", "president", "director", "leader", "chief", "commander"};
    const KbHeldRole *roles = NULL;
    size_t count = 0;
    KbText body = text_lower(ask->region, ask->question->x);
    if (text_starts(body, "the ")) body = text_slice(body, 4, body.length);
    if (!memchr(body.data, ' ', body.length)) return false; // "finance" is no body
    KbStatus status = kb_roles_titled(ask->reader, body, (KbText){"", 0}, &roles, &count, &ask->error);
    if (status == KB_NOT_FOUND) ask->error.status = KB_OK;
    for (size_t i = 0; status == KB_OK && i < count; i++) {
        bool leads = false;
        for (size_t k = 0; k < sizeof LEADING / sizeof *LEADING; k++)
            leads = leads || text_starts(text_lower(ask->region, roles[i].title), LEADING[k]);
        if (leads && role_stands(&roles[i]) && roles[i].status <= KB_ACTING)
            ask_role_item(ask, roles[i].holder.name, &roles[i].holder, role_detail(ask, &roles[i]), &roles[i]);
    }
    return ask->answer->count > 0;
}

void answer_head(Ask *ask)
{
    When when;
    const KbCandidate *found = NULL;
    if (!ask_candidates(ask, ask->question->x, ANY_TYPE, &found) && add_titled(ask)) return;
    const KbEntity *at = ask_entity(ask, ask->question->x, ORGANIZATIONS | PLACES);
    if (!at || !ask_period(ask, &when)) return;
    Pick pick = pick_of(ask->question, WISH_HOLDER, &when);
    bool only = strchr(ask->question->param, '!') != NULL,
         general = !*ask->question->param && at->type == KB_ORGANIZATION;
    for (const char *title = general ? "ceo|head" : ask->question->param; *title && !ask->answer->count;) {
        size_t length = strcspn(title, "|!");
        Post post = post_at(ask, at, (KbText){title, length});
        if (post.count) add_post(ask, &post, pick, &when, false);
        if (!post.count && general) break; // a "head" leads it where a chief executive did
        title += length + (title[length] != '\0');
    }
    for (unsigned rank = 1; rank <= TITLE_RANKS && !ask->answer->count && !only; rank++) {
        Post all = post_at(ask, at, (KbText){"", 0}), post = {.at_known = true, .at = all.at};
        for (size_t i = 0; i < all.count; i++)
            if (title_rank(ask->region, all.roles[i]->title) == rank)
                REGION_PUSH(ask->region, post.roles, post.count, post.room, all.roles[i]);
        if (post.count) add_post(ask, &post, pick, &when, rank == TITLE_RANKS);
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name nobody who leads %.*s", TEXT_ARGS(at->name));
}
