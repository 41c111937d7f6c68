// Ctrl-C and its kin ask for a stop; whoever reads or stores looks here between two articles.
// SPDX-License-Identifier: MIT
#ifndef INGEST_INTERRUPT_H
#define INGEST_INTERRUPT_H

#include <stdbool.h>

// SIGINT, SIGTERM and SIGHUP: the first asks for a stop, a second one ends the program at once. A file size limit
// becomes an ordinary write error.
void interrupt_install(void);
bool interrupt_asked(void);

#endif
