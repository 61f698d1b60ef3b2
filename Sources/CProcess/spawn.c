#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int send_to(posix_spawn_file_actions_t *actions, int from, int to) {
    return to < 0 ? posix_spawn_file_actions_addopen(actions, from, "/dev/null", O_WRONLY, 0)
                  : posix_spawn_file_actions_adddup2(actions, to, from);
}

int cprocess_spawn(pid_t *process, char *const words[], int output, int errors) {
    posix_spawn_file_actions_t actions;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (code == 0) code = send_to(&actions, STDOUT_FILENO, output);
    if (code == 0) code = send_to(&actions, STDERR_FILENO, errors);
    if (code == 0) code = posix_spawnp(process, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

int cprocess_wait(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
