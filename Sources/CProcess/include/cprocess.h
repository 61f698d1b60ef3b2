// What Swift cannot say of a process: signals as something that can be waited for, and the environment as a whole.
#ifndef SLIPWAY_CPROCESS_H
#define SLIPWAY_CPROCESS_H

// Begins to catch Ctrl-C (SIGINT) and SIGTERM. The descriptor that can be read once one has come, or -1 if there can be none.
int cprocess_interrupt_begin(void);

// Whether one has come since the beginning or the last call of cprocess_interrupt_clear.
int cprocess_interrupt_has_come(void);

// Forgets the one that came, so that the program can tidy up; the next one counts again.
void cprocess_interrupt_clear(void);

// The environment, for programs that are started; it is only read.
char *const *cprocess_environment(void);

#endif
