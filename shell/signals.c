// Ctrl-C: a flag that long work looks at.
// SPDX-License-Identifier: MIT
#include "shell/signals.h"

#include <signal.h>
#include <stddef.h>

// The only state a handler may touch.
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

void signals_install(void)
{
    struct sigaction action = {.sa_handler = on_interrupt}; // no SA_RESTART: a waiting read returns
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
}

bool signals_interrupted(void)
{
    return interrupted != 0;
}

void signals_clear(void)
{
    interrupted = 0;
}
