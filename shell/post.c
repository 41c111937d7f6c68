// "the US defense secretary", "chairman of the Joint Chiefs", "Boeing CEO" -> the roles in the knowledge base.
// SPDX-License-Identifier: MIT
#include "shell/post.h"

#include <string.h>

#include "shell/demonym.h"

// The best few candidates for the organization's name are tried.
enum { AT_TRIED = 4, NAMES_SPOKEN = 16, PRINTED_SCORE = 700 };

typedef struct Split {
    KbText title, at;
    bool certain; // "of O", "O's": the rest must be a name
    KbRef found;  // what `at` means best; "" for nothing
} Split;

enum { SPLITS = 3 * WORDS_LIMIT };

static KbText names_at(Ask *ask, const KbHeldRole *role)
{
    KbText parts[] = {role->organization.name, role->place.name, role->person.name};
    return region_join(ask->region, parts, 3, " ");
}

static void collect(Ask *ask, Post *post, const KbHeldRole *role, TitleMatch *level, KbText asked)
{
    KbText free_words[] = {names_at(ask, role), post->excused};
    TitleMatch match = title_match(ask->region, asked, role->title, region_join(ask->region, free_words, 2, " "));
    if (match == TITLES_DIFFER || match < *level) return;
    if (match > *level) post->count = 0; // the exact title leaves the others out
    *level = match;
    REGION_PUSH(ask->region, post->roles, post->count, post->room, role);
}

static bool is_at(const Words *words, size_t at)
{
    static const char *const PREPOSITIONS[] = {"of", "at", "for", "in", "to", "from", "with", "on", "over", "by"};
    for (size_t i = 0; i < sizeof PREPOSITIONS / sizeof *PREPOSITIONS; i++)
        if (words_is(words, at, PREPOSITIONS[i])) return true;
    return false;
}

static bool is_owner(const Words *words)
{
    static const char *const OWNERS[] = {"his", "her", "its", "their"};
    for (size_t i = 0; i < sizeof OWNERS / sizeof *OWNERS; i++)
        if (words_is(words, 0, OWNERS[i])) return true;
    return false;
}

static void push_split(Split *splits, size_t *count, KbText title, KbText at, bool certain)
{
    if (*count < SPLITS && title.length && at.length)
        splits[(*count)++] = (Split){title, at, certain, {.name = {"", 0}}};
}

// Words [0, from) and [to, count) with the words between left out.
static KbText around(Ask *ask, const Words *words, size_t from, size_t to)
{
    KbText parts[] = {words_text(ask->region, words, 0, from), words_text(ask->region, words, to, words->count)};
    return region_join(ask->region, parts, 2, " ");
}

// An envoy's post has two ends.
static bool is_sent(Ask *ask, KbText title)
{
    static const char *const SENT[] = {"ambassador", "envoy", "consul", "attaché", "attache"};
    Title read = title_read(ask->region, title);
    for (size_t i = 0; i < sizeof SENT / sizeof *SENT; i++)
        if (text_is(read.head, SENT[i])) return true;
    return false;
}

// All ways to part the phrase into a title and where it is held; the likelier first.
static size_t split_phrase(Ask *ask, const Words *words, Split *splits)
{
    size_t count = 0, n = words->count;
    for (size_t i = 1; i + 1 < n; i++) {
        KbText before = words_text(ask->region, words, 0, i), after = words_text(ask->region, words, i + 1, n);
        bool sent = words_is(words, i, "'s") && is_sent(ask, after) && memmem(after.data, after.length, " to ", 4);
        if (words_is(words, i, "'s") && !sent)
            push_split(splits, &count, after, before, true);
        else if (is_at(words, i) && title_known(ask->region, before))
            push_split(splits, &count, before, after, true);
    }
    if (is_owner(words))
        push_split(splits, &count, words_text(ask->region, words, 1, n), words_text(ask->region, words, 0, 1), true);
    for (size_t k = n - 1; n && k > 0; k--) {
        KbText title = words_text(ask->region, words, k, n);
        if (!words_is(words, k, "of") && title_known(ask->region, title))
            push_split(splits, &count, title, words_text(ask->region, words, 0, k), false);
    }
    for (size_t i = 1; i + 1 < n; i++)
        for (size_t length = 2; length > 0; length--) {
            if (i + length >= n) continue;
            KbText said = words_text(ask->region, words, i, i + length);
            const char *place = demonym_place(text_lower(ask->region, said));
            if (place) push_split(splits, &count, around(ask, words, i, i + length), kb_text(place), false);
        }
    return count;
}

// A short form that no article prints ("Finance" for a ministry) is no place for a post.
static bool exact_enough(const KbCandidate *found, size_t at)
{
    return at < AT_TRIED && found[at].score >= PRINTED_SCORE && found[at].score + 250 >= found[0].score;
}

// "finance", "prime": words of titles, whatever is called so.
static bool is_portfolio(Ask *ask, KbText word)
{
    static const char WORDS[] =
        " finance foreign defense defence interior justice health education transport energy trade labor labour "
        "agriculture "
        "environment prime vice deputy chief general press home economy economic culture sports science state treasury "
        "national security police fire city county party house senate minority majority executive ";
    KbText padded = region_format(ask->region, " %.*s ", TEXT_ARGS(text_lower(ask->region, word)));
    return strstr(WORDS, padded.data) != NULL;
}

// Posts at the entity, and those held at nothing that its name completes.
static void collect_at(Ask *ask, Post *post, const KbEntity *at, KbText title, TitleMatch *level)
{
    for (size_t i = 0; i < at->post_count; i++)
        collect(ask, post, &at->posts[i], level, title);
}

static size_t at_candidates(Ask *ask, const Split *split, const KbCandidate **found)
{
    const char *place = demonym_place(text_lower(ask->region, split->at));
    if (place) return ask_candidates(ask, kb_text(place), PLACES, found);
    return ask_candidates(ask, split->at, ORGANIZATIONS | PLACES | PERSONS, found);
}

// "the French ambassador to Russia": the post is held at the receiving end; who sends is told by the sentence.
static KbText without_sender(Ask *ask, KbText title)
{
    bool sent = is_sent(ask, title);
    Words words = words_read(ask->region, title);
    size_t first = 0;
    for (size_t i = 0; i + 1 < words.count && sent; i++) // "Bolivia's ambassador"
        if (words_is(&words, i, "'s")) first = i + 1;
    while (sent && first + 1 < words.count) {
        KbText lower = words.items[first].lower;
        if (!demonym_place(lower) && !text_is(lower, "us") && !text_is(lower, "uk") && !text_is(lower, "eu")) break;
        first++;
    }
    return first ? words_text(ask->region, &words, first, words.count) : title;
}

static void try_split(Ask *ask, Post *post, Split *split, TitleMatch *level)
{
    const KbCandidate *found = NULL;
    bool owner = text_is_any_case(split->at, "his") || text_is_any_case(split->at, "her") ||
                 text_is_any_case(split->at, "its") || text_is_any_case(split->at, "their");
    if (owner) {
        const KbEntity *at = ask_entity(ask, split->at, ANY_TYPE);
        if (!at) return;
        post->at = ask_ref(at), post->at_known = true;
        collect_at(ask, post, at, split->title, level);
        return;
    }
    size_t count = at_candidates(ask, split, &found);
    if (count == 0 && split->certain && !post->unknown.length) post->unknown = split->at;
    for (size_t i = 0; i < count && exact_enough(found, i); i++) {
        size_t before = post->count;
        TitleMatch was = *level;
        const KbEntity *at = ask_get(ask, kb_text(found[i].entity.id.text));
        if (!at) continue;
        if (i == 0) split->found = ask_ref(at);
        if (split->certain) {
            KbText parts[] = {post->excused, split->at};
            post->excused = region_join(ask->region, parts, 2, " ");
        }
        if (!post->at_known) post->at = ask_ref(at), post->title = split->title;
        post->at_known = true;
        collect_at(ask, post, at, without_sender(ask, split->title), level);
        if (post->count > before || *level > was) post->at = ask_ref(at), post->title = split->title;
    }
}

// "chief of the Russian general staff" with countries for their adjectives.
static KbText with_countries(Ask *ask, const Words *words)
{
    KbText parts[WORDS_LIMIT] = {{NULL, 0}};
    for (size_t i = 0; i < words->count; i++) {
        const char *place = demonym_place(words->items[i].lower);
        parts[i] = place ? kb_text(place) : words_text(ask->region, words, i, i + 1);
    }
    return region_join(ask->region, parts, words->count, " ");
}

// English-language news leaves the country out of its own officials' titles; only titles of several words are taken so.
static bool assumed_american(Ask *ask, const Post *post, const KbHeldRole *role)
{
    if (role_at(role).id.text[0] || !post->at_known || !text_is(post->at.name, "United States")) return false;
    bool one_word = title_read(ask->region, role->title).count < 2;
    return !one_word || title_match(ask->region, kb_text("president"), role->title, (KbText){"", 0}) == TITLES_SAME;
}

// The organization lies in, belongs to or is led from the place or body asked about.
static bool is_within(Ask *ask, KbRef inner, const Post *post)
{
    const KbEntity *entity = inner.id.text[0] && post->at_known ? ask_get(ask, kb_text(inner.id.text)) : NULL;
    for (size_t i = 0; entity && i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        const char *name = kb_predicate(link->predicate)->name;
        bool inside = strcmp(name, "part_of") == 0 || strcmp(name, "subsidiary_of") == 0 ||
                      strcmp(name, "located_in") == 0 || strcmp(name, "headquartered_in") == 0;
        if (inside && link_stands(link) && strcmp(link->object.id.text, post->at.id.text) == 0) return true;
    }
    return false;
}

// What the text may call where the post is held: as asked, by its names, by the adjective of its country.
static size_t spoken_names(Ask *ask, const Split *split, KbText names[NAMES_SPOKEN])
{
    const KbEntity *at = split->found.id.text[0] ? ask_get(ask, kb_text(split->found.id.text)) : NULL;
    size_t count = 0;
    KbText asked = text_lower(ask->region, split->at);
    names[count++] = text_starts(asked, "the ") ? text_slice(asked, 4, asked.length) : asked;
    if (at) names[count++] = text_lower(ask->region, at->name);
    for (size_t i = 0; at && i < at->alias_count && count < NAMES_SPOKEN / 2; i++)
        names[count++] = text_lower(ask->region, at->aliases[i].name);
    const char *words = at && at->type == KB_PLACE ? demonyms_of(at->name) : "";
    while (*words && count < NAMES_SPOKEN) {
        size_t length = strcspn(words, "|");
        names[count++] = (KbText){words, length};
        words += length + (words[length] == '|');
    }
    return count;
}

static bool contains(KbText text, KbText part)
{
    return part.length && text.length && memmem(text.data, text.length, part.data, part.length);
}

// The sentence itself joins the title with the name: "chairman of the Joint Chiefs", "British prime minister".
static bool said_together(Ask *ask, const KbHeldRole *role, const KbText *names, size_t count)
{
    static const char *const AFTER[] = {" of ",      " of the ", " at ",     " at the ", " for ",
                                        " for the ", " in ",     " in the ", " to ",     " to the "};
    static const char *const BEFORE[] = {" ", "'s ", "\u2019s ", "' "};
    KbText title = text_lower(ask->region, role->title);
    for (size_t s = 0; s < role->source_count; s++) {
        KbText quote = text_lower(ask->region, role->sources[s].quote);
        for (size_t n = 0; n < count; n++) {
            if (!contains(quote, names[n]) || !contains(quote, title)) continue;
            for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++)
                if (contains(quote,
                             region_format(ask->region, "%.*s%s%.*s", TEXT_ARGS(title), AFTER[i], TEXT_ARGS(names[n]))))
                    return true;
            for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++)
                if (contains(quote, region_format(ask->region, "%.*s%s%.*s", TEXT_ARGS(names[n]), BEFORE[i],
                                                  TEXT_ARGS(title))))
                    return true;
        }
    }
    return false;
}

// "Joint Chiefs" for "Joint Chiefs of Staff": one begins with the words of the other.
static bool cut_short(Ask *ask, KbText held_at, const KbText *names, size_t count)
{
    KbText held = text_lower(ask->region, held_at);
    for (size_t i = 0; i < count; i++) {
        KbText a = held.length < names[i].length ? held : names[i], b = held.length < names[i].length ? names[i] : held;
        bool words = memchr(a.data, ' ', a.length) != NULL;
        if (words && b.length > a.length && b.data[a.length] == ' ' && memcmp(a.data, b.data, a.length) == 0)
            return true;
    }
    return false;
}

typedef struct Anywhere {
    KbText title, whole; // without and with the organization
    KbText names[NAMES_SPOKEN];
    size_t name_count;
    bool open; // no organization is asked for
} Anywhere;

static void collect_one(Ask *ask, Post *post, const Anywhere *asked, const KbHeldRole *role, TitleMatch *level)
{
    bool covered = asked->open || assumed_american(ask, post, role) || is_within(ask, role_at(role), post);
    bool fits = title_match(ask->region, asked->title, role->title, names_at(ask, role)) != TITLES_DIFFER;
    if (fits && !covered)
        covered = cut_short(ask, role_at(role).name, asked->names, asked->name_count) ||
                  said_together(ask, role, asked->names, asked->name_count);
    if (covered && fits)
        collect(ask, post, role, level, asked->title);
    else if (title_match(ask->region, asked->whole, role->title, names_at(ask, role)) == TITLES_SAME)
        collect(ask, post, role, level, asked->whole);
}

static void collect_titled(Ask *ask, Post *post, const Anywhere *asked, TitleMatch *level)
{
    KbText variants[8];
    size_t count = title_variants(ask->region, asked->title, variants);
    for (size_t v = 0; v < count; v++) {
        const KbHeldRole *roles = NULL;
        size_t found = 0;
        KbError error = {0};
        if (!variants[v].length ||
            kb_roles_titled(ask->reader, variants[v], (KbText){"", 0}, &roles, &found, &error) != KB_OK)
            continue;
        for (size_t i = 0; i < found; i++)
            collect_one(ask, post, asked, &roles[i], level);
    }
}

// Roles not held at what was asked for: those that name and title cover together, or that a sentence puts there.
static void collect_anywhere(Ask *ask, Post *post, const Words *words, const Split *splits, size_t count)
{
    size_t before = post->count;
    TitleMatch start = before ? TITLES_SAME : TITLES_DIFFER, level = start; // only the exact title joins others
    Anywhere asked = {.whole = with_countries(ask, words), .open = !post->at_known && !post->unknown.length};
    asked.title = asked.whole;
    collect_titled(ask, post, &asked, &level);
    for (size_t i = 0; i < count && post->count == before; i++) {
        level = start;
        if (!splits[i].certain && !splits[i].found.id.text[0]) continue;
        asked.title = splits[i].title;
        asked.name_count = spoken_names(ask, &splits[i], asked.names);
        collect_titled(ask, post, &asked, &level);
        if (post->count > before) post->title = asked.title;
    }
}

// "president-elect of Peru": the post to come.
static KbText without_elect(Ask *ask, KbText phrase, TitleWish *wish)
{
    static const char *const MARKS[] = {"-elect", "-designate"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        const char *hit = phrase.length ? memmem(phrase.data, phrase.length, MARKS[i], strlen(MARKS[i])) : NULL;
        if (!hit) continue;
        size_t at = (size_t)(hit - phrase.data), rest = at + strlen(MARKS[i]);
        *wish = WISH_NEXT;
        return region_format(ask->region, "%.*s%.*s", (int)at, phrase.data, (int)(phrase.length - rest),
                             phrase.data + rest);
    }
    return phrase;
}

static Post find(Ask *ask, KbText phrase, bool wide)
{
    Post post = {.wish = WISH_HOLDER};
    TitleMatch level = TITLES_DIFFER;
    post.title = title_strip(without_elect(ask, phrase, &post.wish), &post.wish);
    KbText stripped = post.title;
    Words words = words_read(ask->region, stripped);
    Split *splits = region_alloc(ask->region, SPLITS, sizeof *splits);
    size_t count = split_phrase(ask, &words, splits);
    bool said = false; // "of O" is known: other ways to part the phrase must fit to the word
    for (size_t i = 0; i < count && level != TITLES_SAME; i++) {
        if (!splits[i].certain && is_portfolio(ask, splits[i].at)) continue;
        TitleMatch strict = TITLES_SAME, *wanted = said && !splits[i].certain ? &strict : &level;
        size_t before = post.count;
        try_split(ask, &post, &splits[i], wanted);
        if (wanted == &strict && post.count > before) level = TITLES_SAME;
        said = said || (splits[i].certain && splits[i].found.id.text[0]);
    }
    if (post.count == 0 || wide) collect_anywhere(ask, &post, &words, splits, count);
    return post;
}

Post post_find(Ask *ask, KbText phrase)
{
    return find(ask, phrase, false);
}

Post post_find_wide(Ask *ask, KbText phrase)
{
    return find(ask, phrase, true);
}

Post post_at(Ask *ask, const KbEntity *at, KbText title)
{
    Post post = {.title = title, .at = ask_ref(at), .at_known = true};
    TitleMatch level = TITLES_DIFFER;
    if (title.length) {
        collect_at(ask, &post, at, title, &level);
        return post;
    }
    for (size_t i = 0; i < at->post_count; i++)
        REGION_PUSH(ask->region, post.roles, post.count, post.room, &at->posts[i]);
    return post;
}

bool post_holds(const Post *post, const KbHeldRole *role)
{
    for (size_t i = 0; i < post->count; i++) {
        const KbHeldRole *other = post->roles[i];
        if (other == role ||
            (strcmp(other->holder.id.text, role->holder.id.text) == 0 && kb_text_equal(other->title, role->title) &&
             strcmp(role_at(other).id.text, role_at(role).id.text) == 0))
            return true;
    }
    return false;
}

KbId post_seat(const KbHeldRole *role)
{
    return role_at(role).id;
}

bool post_same(Ask *ask, const KbHeldRole *a, const KbHeldRole *b)
{
    KbRef left = role_at(a), right = role_at(b);
    bool same_at = strcmp(left.id.text, right.id.text) == 0 || !left.id.text[0] || !right.id.text[0];
    return same_at && (kb_text_equal(a->title, b->title) ||
                       title_match(ask->region, a->title, b->title, (KbText){"", 0}) == TITLES_SAME);
}

bool post_later(const KbHeldRole *a, const KbHeldRole *b)
{
    int order = kb_date_compare(a->last_reported, b->last_reported);
    return order > 0 || (order == 0 && a->status == KB_FORMER && b->status != KB_FORMER);
}

bool post_before(const KbHeldRole *role, const KbHeldRole *pivot)
{
    KbDate begun = pivot->start[0].year ? pivot->start[0] : pivot->first_reported;
    KbDate ended = role->end[1].year ? role->end[1] : role->status == KB_FORMER ? role->first_reported : (KbDate){0};
    KbDate seen = role->status == KB_FORMER ? (KbDate){0} : role->first_reported;
    if (seen.year && begun.year) return kb_date_compare(seen, begun) < 0;
    if (role->start[1].year && begun.year) return kb_date_compare(role->start[1], begun) < 0;
    if (ended.year && begun.year && kb_date_compare(ended, when_last_day(begun)) <= 0) return true;
    return role->status == KB_FORMER && pivot->status != KB_FORMER;
}
