// Where no link answers: the kept sentences that say the verb asked about.
// SPDX-License-Identifier: MIT
#ifndef SHELL_TOLD_H
#define SHELL_TOLD_H

#include "shell/link.h"

// Notes up to three sentences in which x (NULL: anyone) is mentioned, with the question's verb and the topic (may be
// empty). False: there are none.
bool ask_note_told(Ask *ask, const KbEntity *x, const When *when, KbText topic);
// The same for sentences that seem to quote x.
bool ask_note_quoted(Ask *ask, const KbEntity *x, const When *when, KbText topic);

// Whether one of the mentions lies in the sentence.
bool source_mentions(const KbSource *source, const KbDocumentMention *mentions, size_t count);

#endif
