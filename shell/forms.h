// The tables of the question reader: forms, verbs and kinship nouns. A reader extends the shell's English here.
// SPDX-License-Identifier: MIT
//
// A pattern is words and marks separated by blanks:
//   word|other_word   any of these; an underscore is a blank; `?` at the end: may be missing
//   @class            any word of a class of FORM_CLASSES; `?` as above
//   <x> <y> <post>    one or more words; <x's>: a possessive ("Ann Poe's", "her")
//   %base %s %past %part %ing   that form of a verb of FORM_VERBS; %prep?: a particle of that verb
//   %noun             a noun of FORM_NOUNS
//   %any              a verb that no table knows
//   ^                 words were dropped here ("still", "currently") or an article follows
#ifndef SHELL_FORMS_H
#define SHELL_FORMS_H

#include "shell/question.h"

typedef struct Form {
    const char *pattern;
    QuestionForm form;
    const char *kind;
    const char *param; // a relation list for RELATION, YESNO and EVENT without a verb
} Form;

typedef struct FormVerb {
    const char *base, *s, *past, *part, *ing;
    const char *particles; // "with|up_with"
    const char *relations; // seen from the grammatical subject
} FormVerb;

typedef struct FormNoun {
    const char *words;     // "wife|wives"
    const char *relations; // seen from the possessor
    KbGender gender;
} FormNoun;

typedef struct FormClass {
    const char *name, *words;
} FormClass;

// The first form that fits wins unless its names are unknown: the special before the general.
typedef struct FormTable {
    const Form *forms;
    size_t count;
} FormTable;
#define Q(name) QUESTION_##name // for the tables of forms

extern const FormTable FORMS_LISTS, FORMS_POSTS, FORMS_LINKS, FORMS_REST;
extern const FormTable *const FORM_TABLES[]; // [FORM_TABLE_COUNT] in this order
extern const size_t FORM_TABLE_COUNT;
extern const FormVerb FORM_VERBS[];
extern const size_t FORM_VERB_COUNT;
extern const FormNoun FORM_NOUNS[];
extern const size_t FORM_NOUN_COUNT;
extern const FormClass FORM_CLASSES[];
extern const size_t FORM_CLASS_COUNT;

#endif
