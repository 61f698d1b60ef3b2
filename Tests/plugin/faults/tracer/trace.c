/* The loop over the stops of the program and of what it starts. */
#include "tracer.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_TASKS = 256 };

/* A thread or process under the tracer, and the call that it is in. */
struct task {
    pid_t pid;
    struct __ptrace_syscall_info entry;
    bool failing; /* its present call is to fail at the exit */
};

static struct task tasks[MOST_TASKS];
static size_t task_count;
static bool counting;

static struct task *task_of(pid_t pid) {
    for (size_t i = 0; i < task_count; i++)
        if (tasks[i].pid == pid)
            return &tasks[i];
    if (task_count == MOST_TASKS)
        die("too many tasks");
    tasks[task_count] = (struct task){.pid = pid};
    return &tasks[task_count++];
}

static void forget(pid_t pid) {
    struct task *task = task_of(pid);
    *task = tasks[--task_count];
}

static void kill_all(void) {
    for (size_t i = 0; i < task_count; i++)
        kill(tasks[i].pid, SIGKILL);
}

static void resume(pid_t pid, int signal) {
    /* ESRCH: it was killed meanwhile; waitpid will say so. */
    if (ptrace(PTRACE_SYSCALL, pid, 0, signal) != 0 && errno != ESRCH)
        die("PTRACE_SYSCALL");
}

static void set_register(pid_t pid, size_t offset, long value) {
    if (ptrace(PTRACE_POKEUSER, pid, offset, value) != 0)
        die("PTRACE_POKEUSER");
}

static void pause_at(int control) {
    char byte = 'p';
    if (write(control, &byte, 1) != 1 || read(control, &byte, 1) != 1)
        die("the other side of the pause went away");
}

static bool moves_bytes(long number) {
    /* Not sendto: the kernel takes a datagram whole or not at all, and a stop may drift to one. */
    return number == SYS_write || number == SYS_read || number == SYS_pwrite64 || number == SYS_pread64;
}

/* Does the harm to a task that stands at the chosen stop. */
static void harm(struct task *task, bool at_entry, const struct options *options) {
    switch (options->harm) {
    case HARM_NONE:
        break;
    case HARM_KILL:
        kill_all();
        break;
    case HARM_DURING:
        resume(task->pid, 0);
        kill_all();
        break;
    case HARM_ERROR:
        if (at_entry) {
            set_register(task->pid, offsetof(struct user_regs_struct, orig_rax), -1);
            task->failing = true;
        }
        break;
    case HARM_SHORT:
        if (at_entry && moves_bytes((long)task->entry.entry.nr) && task->entry.entry.args[2] > 1)
            set_register(task->pid, offsetof(struct user_regs_struct, rdx), (long)(task->entry.entry.args[2] / 2));
        break;
    case HARM_PAUSE:
        pause_at(options->control);
        break;
    }
}

static void note_call(struct outcome *outcome, long number) {
    if ((outcome->count & (outcome->count + 1)) == 0) {
        outcome->calls = realloc(outcome->calls, (2 * outcome->count + 2) * sizeof *outcome->calls);
        if (outcome->calls == NULL)
            die("realloc");
    }
    outcome->calls[outcome->count++] = (int)number;
}

static void at_syscall(struct task *task, const struct options *options, struct outcome *outcome) {
    struct __ptrace_syscall_info info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, task->pid, sizeof info, &info) < 0)
        die("PTRACE_GET_SYSCALL_INFO");
    bool at_entry = info.op == PTRACE_SYSCALL_INFO_ENTRY;
    if (at_entry) {
        task->entry = info;
    } else {
        if (task->failing)
            set_register(task->pid, offsetof(struct user_regs_struct, rax), -(long)options->error_number);
        task->failing = false;
        if (options->realtime != 0 || options->monotonic != 0)
            shift_clock(task->pid, &task->entry, options);
    }
    if (!counting)
        return;
    if (at_entry)
        note_call(outcome, (long)info.entry.nr);
    if (++outcome->stops == options->stop)
        harm(task, at_entry, options);
}

static pid_t start(const struct options *options) {
    pid_t pid = fork();
    if (pid < 0)
        die("fork");
    if (pid == 0) {
        if (options->report >= 0)
            close(options->report);
        if (options->control >= 0)
            close(options->control);
        if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0)
            _exit(126);
        raise(SIGSTOP);
        execv(options->program[0], options->program);
        _exit(127);
    }
    int status;
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status))
        die("the program did not start");
    long wanted = PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC | PTRACE_O_TRACEFORK |
                  PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE;
    if (ptrace(PTRACE_SETOPTIONS, pid, 0, wanted) != 0)
        die("PTRACE_SETOPTIONS");
    task_of(pid);
    resume(pid, 0);
    return pid;
}

void trace(const struct options *options, struct outcome *outcome) {
    pid_t leader = start(options);
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, __WALL)) > 0;) {
        if (!WIFSTOPPED(status)) {
            if (pid == leader)
                outcome->status = status;
            forget(pid);
            continue;
        }
        struct task *task = task_of(pid);
        int signal = WSTOPSIG(status);
        int event = status >> 16;
        if (signal == (SIGTRAP | 0x80)) {
            at_syscall(task, options, outcome);
            signal = 0;
        } else if (event == PTRACE_EVENT_EXEC) {
            counting = true;
            if (options->realtime != 0 || options->monotonic != 0)
                hide_vdso(pid);
            signal = 0;
        } else if (event != 0 || signal == SIGSTOP) {
            signal = 0; /* a new thread or child reports itself */
        }
        resume(pid, signal);
    }
    if (errno != ECHILD)
        die("waitpid");
}
