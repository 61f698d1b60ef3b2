/* Clock jumps, seen by one program only. */
#include "tracer.h"

#include <errno.h>
#include <linux/auxvec.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <time.h>

static long peek(pid_t pid, unsigned long address) {
    errno = 0;
    long word = ptrace(PTRACE_PEEKDATA, pid, address, 0);
    if (word == -1 && errno != 0)
        die("PTRACE_PEEKDATA");
    return word;
}

static void poke(pid_t pid, unsigned long address, long word) {
    if (ptrace(PTRACE_POKEDATA, pid, address, word) != 0)
        die("PTRACE_POKEDATA");
}

void hide_vdso(pid_t pid) {
    struct user_regs_struct registers;
    if (ptrace(PTRACE_GETREGS, pid, 0, &registers) != 0)
        die("PTRACE_GETREGS");
    /* The stack of a new program: argc, argv, NULL, envp, NULL, pairs of the auxiliary vector, AT_NULL. */
    unsigned long word = registers.rsp + sizeof(long);
    for (int lists = 0; lists < 2; lists++) {
        while (peek(pid, word) != 0)
            word += sizeof(long);
        word += sizeof(long);
    }
    for (long key; (key = peek(pid, word)) != AT_NULL; word += 2 * sizeof(long))
        if (key == AT_SYSINFO_EHDR)
            poke(pid, word, AT_IGNORE);
}

static long shift_of(unsigned long clock, const struct options *options) {
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
    case CLOCK_TAI:
        return options->realtime;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        return options->monotonic;
    default:
        return 0;
    }
}

void shift_clock(pid_t pid, const struct __ptrace_syscall_info *entry, const struct options *options) {
    unsigned long place = 0;
    long shift = options->realtime;
    if (entry->entry.nr == SYS_clock_gettime) {
        place = entry->entry.args[1];
        shift = shift_of(entry->entry.args[0], options);
    } else if (entry->entry.nr == SYS_gettimeofday) {
        place = entry->entry.args[0];
    } else if (entry->entry.nr == SYS_time) {
        struct user_regs_struct registers;
        if (ptrace(PTRACE_GETREGS, pid, 0, &registers) != 0)
            die("PTRACE_GETREGS");
        registers.rax += (unsigned long)shift;
        if (ptrace(PTRACE_SETREGS, pid, 0, &registers) != 0)
            die("PTRACE_SETREGS");
        place = entry->entry.args[0];
    } else {
        return;
    }
    /* Seconds come first in timespec, timeval and time_t alike. */
    if (place != 0 && shift != 0)
        poke(pid, place, peek(pid, place) + shift);
}
