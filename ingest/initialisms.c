// Bounds of names that their initials in brackets tell.
// SPDX-License-Identifier: MIT
#include "ingest/initialisms.h"

#include <ctype.h>
#include <string.h>

#include "ingest/bounds.h"
#include "ingest/clause.h"

enum { LEAST_LETTERS = 3, MOST_LETTERS = 10, MOST_TOKENS = 16 };

// What a name may hold that its initials leave out.
static const char SMALL[] = "|of|the|for|and|&|in|on|to|at|de|du|des|la|,|-|'s|’s|";

typedef struct Letters {
    char items[MOST_LETTERS];
    size_t count;
} Letters;

static bool is_capital(char c)
{
    return isupper((unsigned char)c) != 0;
}

// "CFIUS", "C.F.I.": its letters; none where it is no initialism.
static Letters letters_of(const Document *d, uint32_t token)
{
    Letters letters = {{0}, 0};
    KbText text = token_text(d, token);
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '.' && i > 0) continue;
        if (!is_capital(text.data[i]) || letters.count == MOST_LETTERS) return (Letters){{0}, 0};
        letters.items[letters.count++] = text.data[i];
    }
    return letters;
}

// How many letters, counted from the end of the first `left`, the word stands for; 0: it does not.
static size_t letters_told(const Document *d, uint32_t token, const Letters *letters, size_t left)
{
    Letters own = letters_of(d, token);
    if (own.count > 1 && own.count <= left && memcmp(letters->items + left - own.count, own.items, own.count) == 0)
        return own.count;
    return left > 0 && toupper((unsigned char)token_text(d, token).data[0]) == letters->items[left - 1];
}

// The first token of the words before `end` whose initials the letters are; `end`: none.
static uint32_t long_form(const Document *d, uint32_t end, const Letters *letters)
{
    size_t left = letters->count, words = 0;
    uint32_t first = end;
    while (left > 0 && first > 0 && end - first < MOST_TOKENS && d->tokens[first].space <= SPACE_BLANK) {
        uint32_t word = first - 1;
        bool capital = is_capital(token_text(d, word).data[0]);
        size_t told = capital ? letters_told(d, word, letters, left) : 0;
        if (!told && (capital || first == end || !token_in(d, word, SMALL))) return end;
        left -= told;
        words += told > 0;
        first = word;
    }
    return left == 0 && words > 1 ? first : end;
}

// Where the initials stand after a name that ends at `end`: "(CFIUS)", ", or CFIUS"; `end`: nowhere.
static uint32_t initials_after(const Document *d, uint32_t end)
{
    bool bracket = end + 2 < d->token_count && token_is(d, end, "(") && token_in(d, end + 2, "|)|,|;|");
    bool other = end + 2 < d->token_count && token_is(d, end, ",") && token_in(d, end + 1, "|or|known|") &&
                 d->tokens[end + 2].space == SPACE_BLANK;
    return bracket ? end + 1 : other ? end + 2 : end;
}

// Whether the labels say an organization there, and none of their names goes on before the words.
static bool holds_organization(const Document *d, uint32_t first, uint32_t last)
{
    bool organization = false;
    for (uint32_t i = first; i < last; i++) {
        int32_t at = document_mention_at(d, i);
        if (at < 0) continue;
        const Mention *name = &d->mentions[at];
        if (name->first < first || name->last > last) return false;
        if (name->first == first && name->last == last) return false;
        organization = organization || name->type == KB_ORGANIZATION;
    }
    return organization;
}

static bool is_organization(const Document *d, uint32_t first, uint32_t last)
{
    int32_t at = document_mention_at(d, first);
    return at >= 0 && d->mentions[at].first == first && d->mentions[at].last == last &&
           d->mentions[at].type == KB_ORGANIZATION;
}

void initialisms_settle(Document *d)
{
    Mention *names = NULL;
    size_t count = 0, room = 0;
    uint32_t floor = 0;
    for (uint32_t end = 2; end < d->token_count; end++) {
        uint32_t short_form = initials_after(d, end);
        Letters letters = short_form > end ? letters_of(d, short_form) : (Letters){{0}, 0};
        uint32_t first = letters.count < LEAST_LETTERS ? end : long_form(d, end, &letters);
        if (first == end || first < floor) continue;
        bool whole = is_organization(d, first, end);
        if (!whole && !holds_organization(d, first, end)) continue;
        Mention name = {
            .first = first, .last = end, .head = end - 1, .kind = KB_NAME, .type = KB_ORGANIZATION, .chain = -1};
        if (!whole) ARENA_PUSH(d->arena, names, count, room, name);
        floor = end;
        if (document_mention_at(d, short_form) >= 0) continue;
        name.first = name.head = short_form;
        floor = name.last = short_form + 1;
        ARENA_PUSH(d->arena, names, count, room, name);
    }
    bounds_replace(d, names, count);
}
