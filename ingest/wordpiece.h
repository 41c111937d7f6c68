// BERT's uncased WordPiece: the same ids as Hugging Face's BertWordPieceTokenizer(lowercase=True) for any text.
// SPDX-License-Identifier: MIT
//
//   text -> clean -> space around ideographs -> NFD without marks -> lower case -> words and punctuation -> pieces
//
// Words over 100 characters, and words with a part that the vocabulary lacks, become one [UNK]. The names of special
// pieces ("[SEP]") mean nothing in a text. Devlin et al. 2019; Wu et al. 2016.
#ifndef INGEST_WORDPIECE_H
#define INGEST_WORDPIECE_H

#include <stddef.h>
#include <stdint.h>

#include "kb/kb.h"

typedef struct WordPiece WordPiece;

// vocabulary: one piece a line, its id is the line's number from 0. The bytes must outlive the WordPiece.
KB_MUST_USE KbStatus wordpiece_new(KbText vocabulary, WordPiece **out, KbError *error);
void wordpiece_free(WordPiece *wordpiece);

// Writes at most `room` ids and returns how many there are in all.
size_t wordpiece_encode(const WordPiece *wordpiece, KbText text, uint32_t *ids, size_t room);

typedef enum WordPieceSpecial { WORDPIECE_UNK, WORDPIECE_CLS, WORDPIECE_SEP, WORDPIECE_SPECIALS } WordPieceSpecial;
uint32_t wordpiece_special(const WordPiece *wordpiece, WordPieceSpecial special);
size_t wordpiece_count(const WordPiece *wordpiece); // size of the vocabulary

#endif
