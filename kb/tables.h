// The name tables of data/, compiled in: sorted lines of "key TAB value".
// SPDX-License-Identifier: MIT
#ifndef KB_TABLES_H
#define KB_TABLES_H

#include "kb/kb.h"

typedef enum TableName {
    TABLE_NICKNAMES,   // data/nicknames.tsv: nickname -> the given names it stands for, separated by spaces
    TABLE_GIVEN_NAMES, // data/given-names.tsv: given name -> m, f or b (both)
    TABLE_PLACES,      // data/place-aliases.tsv: folded name -> folded canonical name
    TABLE_REGIONS,     // data/regions.tsv: folded canonical name of a country or region -> its country
} TableName;

// The value of a key; false when the table has none.
bool kb_tables_find(TableName table, KbText key, KbText *value);

#endif
