// "the US defense secretary", "chairman of the Joint Chiefs", "Boeing CEO" -> the roles in the knowledge base.
// SPDX-License-Identifier: MIT
#include "shell/post.h"

#include <string.h>

#include "shell/demonym.h"

// The best few candidates for the organization's name are tried.
enum { AT_TRIED = 4 };

typedef struct Split {
    KbText title, at;
    bool certain; // "of O", "O's": the rest must be a name
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
    if (*count < SPLITS && title.length && at.length) splits[(*count)++] = (Split){title, at, certain};
}

// Words [0, from) and [to, count) with the words between left out.
static KbText around(Ask *ask, const Words *words, size_t from, size_t to)
{
    KbText parts[] = {words_text(ask->region, words, 0, from), words_text(ask->region, words, to, words->count)};
    return region_join(ask->region, parts, 2, " ");
}

// All ways to part the phrase into a title and where it is held; the likelier first.
static size_t split_phrase(Ask *ask, const Words *words, Split *splits)
{
    size_t count = 0, n = words->count;
    for (size_t i = 1; i + 1 < n; i++) {
        KbText before = words_text(ask->region, words, 0, i), after = words_text(ask->region, words, i + 1, n);
        if (words_is(words, i, "'s"))
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

static bool exact_enough(const KbCandidate *found, size_t at)
{
    return at < AT_TRIED && found[at].score + 250 >= found[0].score;
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
    static const char *const SENT[] = {"ambassador", "envoy", "consul", "attaché", "attache"};
    Title read = title_read(ask->region, title);
    bool sent = false;
    for (size_t i = 0; i < sizeof SENT / sizeof *SENT; i++)
        sent = sent || text_is(read.head, SENT[i]);
    Words words = words_read(ask->region, title);
    size_t first = 0;
    while (sent && first + 1 < words.count) {
        KbText lower = words.items[first].lower;
        if (!demonym_place(lower) && !text_is(lower, "us") && !text_is(lower, "uk") && !text_is(lower, "eu")) break;
        first++;
    }
    return first ? words_text(ask->region, &words, first, words.count) : title;
}

static void try_split(Ask *ask, Post *post, const Split *split, TitleMatch *level)
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

// Whatever the title and the names of organization, place and person cover together.
static void collect_anywhere(Ask *ask, Post *post, const Words *words, TitleMatch *level)
{
    KbText whole = with_countries(ask, words), variants[8];
    KbText asked = post->at_known ? post->title : whole;
    size_t count = title_variants(ask->region, asked, variants);
    for (size_t v = 0; v < count; v++) {
        const KbHeldRole *roles = NULL;
        size_t found = 0;
        KbError error = {0};
        if (!variants[v].length ||
            kb_roles_titled(ask->reader, variants[v], (KbText){"", 0}, &roles, &found, &error) != KB_OK)
            continue;
        for (size_t i = 0; i < found; i++) {
            bool covered =
                !post->at_known || assumed_american(ask, post, &roles[i]) || is_within(ask, role_at(&roles[i]), post);
            if (covered)
                collect(ask, post, &roles[i], level, asked);
            else if (title_match(ask->region, whole, roles[i].title, names_at(ask, &roles[i])) == TITLES_SAME)
                collect(ask, post, &roles[i], level, whole);
        }
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

Post post_find(Ask *ask, KbText phrase)
{
    Post post = {.wish = WISH_HOLDER};
    TitleMatch level = TITLES_DIFFER;
    post.title = title_strip(without_elect(ask, phrase, &post.wish), &post.wish);
    KbText stripped = post.title;
    Words words = words_read(ask->region, stripped);
    Split *splits = region_alloc(ask->region, SPLITS, sizeof *splits);
    size_t count = split_phrase(ask, &words, splits);
    for (size_t i = 0; i < count && level != TITLES_SAME; i++)
        try_split(ask, &post, &splits[i], &level);
    if (post.count == 0 && (post.at_known || !post.unknown.length)) collect_anywhere(ask, &post, &words, &level);
    return post;
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
