// What the parts of libkb know of an open knowledge base.
// SPDX-License-Identifier: MIT
#ifndef KB_HANDLE_H
#define KB_HANDLE_H

#include "kb/store.h"

Store *kb_store(Kb *kb);

#endif
