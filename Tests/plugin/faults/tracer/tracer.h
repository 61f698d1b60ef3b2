/* Stops a program at a chosen system call and does it harm there. See main.c for the usage. */
#ifndef TRACER_H
#define TRACER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/types.h>

#if !defined(__x86_64__)
#error "the registers below are those of x86-64"
#endif

/* What happens at the chosen stop. A stop is a system call's entry or its exit. */
enum harm {
    HARM_NONE,
    HARM_KILL,   /* SIGKILL: at an entry the call is not made, at an exit nothing follows it */
    HARM_DURING, /* SIGKILL while the call runs in the kernel */
    HARM_ERROR,  /* the call is not made and fails with `error_number` */
    HARM_SHORT,  /* the call moves half of the bytes it was asked to move */
    HARM_PAUSE,  /* waits until a byte arrives on `control` */
};

struct options {
    enum harm harm;
    long stop; /* counted from 1, after execve */
    int error_number;
    int report;   /* descriptor of the report, or -1 */
    int control;  /* descriptor of a socket: a byte is sent at the pause, one is awaited */
    long realtime; /* seconds added to the wall clock that the program sees */
    long monotonic; /* seconds added to the clocks that count from boot */
    unsigned seconds; /* after which everything is killed */
    char **program;
};

/* How the program ended, and the calls that it made. */
struct outcome {
    long stops;
    int status; /* as waitpid gives it */
    int *calls; /* numbers of the calls, in the order of their entries */
    size_t count;
};

/* Runs the program; returns when it and its children have ended. */
void trace(const struct options *options, struct outcome *outcome);

/* Takes the vDSO from a program that was just executed, so that reading a clock becomes a system call. */
void hide_vdso(pid_t pid);

/* Moves the time that a call has just written into the program's memory. */
void shift_clock(pid_t pid, const struct __ptrace_syscall_info *entry, const struct options *options);

/* Ends the tracer with a message; the kernel then kills what it traces. */
_Noreturn void die(const char *what);

#endif
