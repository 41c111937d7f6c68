// JSON records, built and printed: the shell's one door to jansson. Keys come out sorted.
// SPDX-License-Identifier: MIT
#include "shell/tree.h"

#include <jansson.h>
#include <stdlib.h>

#include "shell/text.h"

// Memory gone is the only way these fail.
static Tree *checked(Tree *tree)
{
    if (tree) return tree;
    fputs("kb-shell: out of memory\n", stderr);
    exit(1);
}

Tree *tree_object(void)
{
    return checked(json_object());
}

Tree *tree_list(void)
{
    return checked(json_array());
}

static Tree *text_value(KbText text)
{
    Tree *value = json_stringn(text.length ? text.data : "", text.length);
    if (value) return value;
    Region *region = region_new();
    KbText repaired = text_repair(region, text);
    value = checked(json_stringn(repaired.data, repaired.length));
    region_free(region);
    return value;
}

void tree_put(Tree *object, const char *key, Tree *value)
{
    if (json_object_set_new(object, key, value) != 0) checked(NULL);
}

void tree_put_text(Tree *object, const char *key, KbText text)
{
    tree_put(object, key, text_value(text));
}

void tree_put_text_or_null(Tree *object, const char *key, KbText text)
{
    tree_put(object, key, text.length ? text_value(text) : json_null());
}

void tree_put_word(Tree *object, const char *key, const char *word)
{
    tree_put(object, key, word ? text_value(kb_text(word)) : json_null());
}

void tree_put_number(Tree *object, const char *key, uint64_t number)
{
    tree_put(object, key, checked(json_integer((json_int_t)number)));
}

void tree_put_thousandths(Tree *object, const char *key, uint16_t thousandths)
{
    tree_put(object, key, checked(json_real(thousandths / 1000.0)));
}

static Tree *date_value(KbDate date)
{
    char text[KB_DATE_SIZE];
    return date.year ? text_value(kb_text(kb_date_format(date, text))) : json_null();
}

void tree_put_date(Tree *object, const char *key, KbDate date)
{
    tree_put(object, key, date_value(date));
}

void tree_put_bounds(Tree *object, const char *key, const KbDate bounds[2])
{
    Tree *list = tree_list();
    tree_add(list, date_value(bounds[0]));
    tree_add(list, date_value(bounds[1]));
    tree_put(object, key, list);
}

void tree_put_null(Tree *object, const char *key)
{
    tree_put(object, key, json_null());
}

void tree_add(Tree *list, Tree *value)
{
    if (json_array_append_new(list, value) != 0) checked(NULL);
}

void tree_add_text(Tree *list, KbText text)
{
    tree_add(list, text_value(text));
}

void tree_print(Tree *tree, FILE *out)
{
    json_dumpf(tree, out, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(4));
    fputc('\n', out);
    json_decref(tree);
}
