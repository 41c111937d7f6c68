// JSON records, built and printed: the shell's one door to jansson. Keys come out sorted.
// SPDX-License-Identifier: MIT
#ifndef SHELL_TREE_H
#define SHELL_TREE_H

#include <stdio.h>

#include "kb/kb.h"

typedef struct json_t Tree;

Tree *tree_object(void);
Tree *tree_list(void);
// A list or object put into another belongs to it. Bad UTF-8 becomes U+FFFD.
void tree_put(Tree *object, const char *key, Tree *value);
void tree_put_text(Tree *object, const char *key, KbText text);
void tree_put_text_or_null(Tree *object, const char *key, KbText text); // null when empty
void tree_put_word(Tree *object, const char *key, const char *word);    // null for NULL
void tree_put_number(Tree *object, const char *key, uint64_t number);
void tree_put_thousandths(Tree *object, const char *key, uint16_t thousandths); // 970: 0.97
void tree_put_date(Tree *object, const char *key, KbDate date);                 // null when unknown
void tree_put_bounds(Tree *object, const char *key, const KbDate bounds[2]);
void tree_put_null(Tree *object, const char *key);
void tree_add(Tree *list, Tree *value);
void tree_add_text(Tree *list, KbText text);
// One line, sorted keys; frees the tree.
void tree_print(Tree *tree, FILE *out);

#endif
