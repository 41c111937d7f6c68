// Ctrl-C: a flag that long work looks at.
// SPDX-License-Identifier: MIT
#ifndef SHELL_SIGNALS_H
#define SHELL_SIGNALS_H

#include <stdbool.h>

void signals_install(void); // SIGINT sets the flag; SIGPIPE is ignored: writing reports it
bool signals_interrupted(void);
void signals_clear(void);

#endif
