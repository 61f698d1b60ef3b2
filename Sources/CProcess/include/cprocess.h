// What Swift cannot say of processes, or says differently on each system: signals as something that can be waited for, and
// other programs.
#ifndef SLIPWAY_CPROCESS_H
#define SLIPWAY_CPROCESS_H

#include <sys/types.h>

// Begins to catch Ctrl-C (SIGINT) and SIGTERM. The descriptor that can be read once one has come, or -1 if there can be none.
int cprocess_interrupt_begin(void);

// Whether one has come since the beginning or the last call of cprocess_interrupt_clear.
int cprocess_interrupt_has_come(void);

// Forgets the one that came, so that the program can tidy up; the next one counts again.
void cprocess_interrupt_clear(void);

// Starts the program that words[0] names, found by PATH; words end with NULL. It has nothing to read; what it writes goes to the
// descriptors output and errors, or nowhere for -1. Returns 0, or errno where it cannot be started.
int cprocess_spawn(pid_t *process, char *const words[], int output, int errors);

// Waits for the end of a program that was started: its exit status, 128 and the signal's number where one ended it, or -1.
int cprocess_wait(pid_t process);

#endif
