// Whether a text is English, by its commonest words: enough to keep other languages out of an English model.
// SPDX-License-Identifier: MIT
#ifndef INGEST_LANGUAGE_H
#define INGEST_LANGUAGE_H

#include "kb/kb.h"

// The language a text is certainly in when that is not English ("French", or "not Latin script"), else NULL. Short
// texts, tables of results and capitals get the benefit of the doubt.
const char *language_other_than_english(KbText text);

#endif
