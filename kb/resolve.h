// Resolution: which nodes are one entity, recomputed where a transaction changed something.
// SPDX-License-Identifier: MIT
#ifndef KB_RESOLVE_H
#define KB_RESOLVE_H

#include "kb/node.h"

// After kb_delta_apply: brings parents, homes, entities and names up to date with the sums. The result is the same as
// if everything were resolved anew.
KB_MUST_USE KbStatus kb_resolve(StoreTxn *txn, const Delta *delta, KbError *error);

#endif
