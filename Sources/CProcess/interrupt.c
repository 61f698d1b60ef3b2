#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int ends[2] = {-1, -1};
static volatile sig_atomic_t has_come;

static void take(int number) {
    (void)number;
    int before = errno;
    has_come = 1;
    // A full pipe has been written to already.
    ssize_t written = write(ends[1], "!", 1);
    (void)written;
    errno = before;
}

int cprocess_interrupt_begin(void) {
    if (ends[0] >= 0) return ends[0];
    if (pipe(ends) != 0) return -1;
    for (int end = 0; end < 2; end++) {
        fcntl(ends[end], F_SETFL, O_NONBLOCK);
        fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = take;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    return ends[0];
}

int cprocess_interrupt_has_come(void) { return has_come != 0; }

void cprocess_interrupt_clear(void) {
    char bytes[16];
    has_come = 0;
    while (read(ends[0], bytes, sizeof bytes) > 0) {
    }
}
