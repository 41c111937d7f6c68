// Pronouns that stand for the speakers of quotations: "I" between the marks, "she" of "she said".
// SPDX-License-Identifier: MIT
#ifndef INGEST_SPEAKER_PRONOUNS_H
#define INGEST_SPEAKER_PRONOUNS_H

#include "ingest/document.h"

// Gives them to the speakers' chains, and adds mentions where there are none. said[token_count]: chain of the speaker
// that a pronoun outside the marks stands for, -1: of none; those between the marks are added to it.
// The one person who signs the article: "By Ann Poe"; -1: none, or several.
int32_t article_writer(const Document *document);

// "I", "my" outside all marks and interviews.
bool means_writer(const Document *document, uint32_t token);

void speaker_pronouns_bind(Document *document, int32_t *said);

#endif
