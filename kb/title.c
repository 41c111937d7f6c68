// Titles of posts folded to keys.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "kb/fold.h"
#include "kb/title.h"

static const char *const whole_titles[][2] = {
    {"ceo", "chief executive"},
    {"chief executive officer", "chief executive"},
    {"cfo", "chief financial officer"},
    {"finance chief", "chief financial officer"},
    {"coo", "chief operating officer"},
    {"cto", "chief technology officer"},
    {"cio", "chief information officer"},
    {"pm", "prime minister"},
    {"premier", "prime minister"},
    {"vp", "vice president"},
    {"mp", "member of parliament"},
    {"congresswoman", "congressman"},
    {"managing director and chief executive", "chief executive"},
};

static const char *const words[][2] = {
    {"chairman", "chair"},
    {"chairwoman", "chair"},
    {"chairperson", "chair"},
    {"spokesman", "spokesperson"},
    {"spokeswoman", "spokesperson"},
    {"defence", "defense"},
    {"labour", "labor"},
    {"councilwoman", "councilman"},
    {"councillor", "councilor"},
    {"adviser", "advisor"},
    {"actress", "actor"},
    {"businesswoman", "businessman"},
    {"cofounder", "co founder"},
    {"headmistress", "headmaster"},
    {"programme", "program"},
    {"centre", "center"},
    {"organisation", "organization"},
};

static KbText translate(KbText text, const char *const table[][2], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (kb_word_is(text, table[i][0])) return kb_text(table[i][1]);
    return text;
}

static void append(char *out, size_t *length, KbText word)
{
    if (*length + word.length + 2 > KB_NAME_KEY_SIZE) return;
    if (*length) out[(*length)++] = ' ';
    memcpy(out + *length, word.data, word.length);
    *length += word.length;
}

// "secretary of state" -> "state secretary", "minister for foreign affairs" -> "foreign affairs minister".
static bool turns(const Words *all)
{
    bool head = all->count >= 3 && (kb_word_is(all->word[0], "secretary") || kb_word_is(all->word[0], "minister"));
    return head && (kb_word_is(all->word[1], "of") || kb_word_is(all->word[1], "for"));
}

size_t kb_title_fold(KbText title, char out[KB_NAME_KEY_SIZE])
{
    char folded[KB_NAME_KEY_SIZE];
    Words all = kb_words_of((KbText){folded, kb_name_fold(title, folded)});
    bool turned = turns(&all);
    size_t length = 0;
    for (size_t i = turned ? 2 : 0; i < all.count; i++)
        append(out, &length, translate(all.word[i], words, sizeof words / sizeof *words));
    if (turned) append(out, &length, all.word[0]);
    KbText whole = translate((KbText){out, length}, whole_titles, sizeof whole_titles / sizeof *whole_titles);
    memmove(out, whole.data, whole.length);
    out[whole.length] = '\0';
    return whole.length;
}
