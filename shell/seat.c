// Seats: which of a post's reports are about one and the same chair.
// SPDX-License-Identifier: MIT
#include "shell/seat.h"

#include <string.h>

static void merge_seats(Seats *seats, size_t roles, size_t from, size_t into)
{
    for (size_t i = 0; i < roles; i++)
        if (seats->of[i] == from) seats->of[i] = into;
}

static size_t biggest_seat(const Seats *seats, const Post *post)
{
    size_t best = 0, best_size = 0;
    for (size_t seat = 0; seat < post->count; seat++) {
        size_t size = 0;
        for (size_t i = 0; i < post->count; i++)
            size += seats->of[i] == seat && post_seat(post->roles[i]).text[0];
        if (size > best_size) best = seat, best_size = size;
    }
    return best_size ? best : SIZE_MAX;
}

// Roles of one organization or place share a seat, and so do the roles of one holder; those held at nothing join the
// seat with most reports. A post asked for with its organization is one seat.
Seats seats_of(Ask *ask, const Post *post)
{
    Seats seats = {region_alloc(ask->region, post->count + 1, sizeof(size_t)), post->count};
    for (size_t i = 0; i < post->count; i++)
        seats.of[i] = post->at_known ? 0 : i;
    for (size_t i = 0; i < post->count && !post->at_known; i++)
        for (size_t j = 0; j < i; j++) {
            bool same_at = strcmp(post_seat(post->roles[i]).text, post_seat(post->roles[j]).text) == 0;
            bool same_holder = strcmp(post->roles[i]->holder.id.text, post->roles[j]->holder.id.text) == 0;
            if (same_at || same_holder) merge_seats(&seats, post->count, seats.of[i], seats.of[j]);
        }
    size_t big = biggest_seat(&seats, post);
    for (size_t i = 0; i < post->count && big != SIZE_MAX; i++)
        if (!post_seat(post->roles[i]).text[0]) merge_seats(&seats, post->count, seats.of[i], big);
    return seats;
}

void seat_keep(Ask *ask, Post *post, const KbEntity *person)
{
    if (post->at_known || !post->count) return;
    Seats seats = seats_of(ask, post);
    size_t seat = SIZE_MAX, kept = 0;
    for (size_t i = 0; i < post->count && seat == SIZE_MAX; i++)
        if (strcmp(post->roles[i]->holder.id.text, person->id.text) == 0) seat = seats.of[i];
    for (size_t i = 0; i < post->count; i++)
        if (seats.of[i] == seat) post->roles[kept++] = post->roles[i];
    post->count = kept;
}
