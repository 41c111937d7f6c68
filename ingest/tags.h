// Parts of speech, settled: by a word's other places in the document, and by its place in the tree.
// SPDX-License-Identifier: MIT
//
//   "the Cat Album ... a cat ... the Cat Album": noun or name(i) = score(i) + sum of the other scores / places
//   a file name that is the object -> NOUN; a mark that closes nothing but hangs as punctuation -> PUNCT
#ifndef INGEST_TAGS_H
#define INGEST_TAGS_H

#include "ingest/document.h"

// False: "executive" is no pronoun, "director" no verb. A word of a closed class is one of a table; lower: in lower
// case.
bool tags_may_be(KbText lower, Upos pos);

// False: "becomes" is no past tense, "accused" no present, "acting" neither finite nor past. features: as the model
// words them.
bool tags_may_have(const Token *token, KbText features);

// Settles NOUN and PROPN among tokens of one spelling. nouns: [tokens], the score of NOUN less that of PROPN.
void tags_agree(Document *document, const float *nouns);

// Changes tags that the tree contradicts, where the training sets say that the tree is right.
void tags_settle(Document *document);

#endif
