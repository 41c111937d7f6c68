// Ctrl-C and its kin ask for a stop.
// SPDX-License-Identifier: MIT
#include "ingest/interrupt.h"

#include <signal.h>
#include <stddef.h>

// A signal handler can reach nothing but a variable of the program.
static volatile sig_atomic_t asked;

static void note(int signal)
{
    (void)signal;
    asked = 1;
}

void interrupt_install(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    // No SA_RESTART: a read that waits for input must return.
    struct sigaction action = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGXFSZ, &ignore, NULL);
}

bool interrupt_asked(void)
{
    return asked != 0;
}
