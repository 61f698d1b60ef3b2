/* What slipway-vnet needs of the C library and the kernel's interface: the only module of theirs that it imports, because
   Swift's Glibc is not there for Embedded Swift. Header only. */
#ifndef SLIPWAY_CLINUX_H
#define SLIPWAY_CLINUX_H

#if !defined(__linux__)
#error "slipway-vnet is a program for Linux"
#endif

#include <errno.h>
#include <fcntl.h>
#include <linux/fib_rules.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/magic.h>
#include <linux/neighbour.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Glibc declares these under _GNU_SOURCE only, which the module is not built with. */
int setns(int fd, int kind);
int memfd_create(const char *name, unsigned int flags);

/* Locks of an open file description: they end with it, and with a process that is killed. */
#define SLIPWAY_OFD_SETLK 37

/* A handler that does nothing: the signal only interrupts a wait. */
static inline void slipway_interrupt(int number) { (void)number; }

/* Calls slipway_interrupt at SIGALRM, without restarting the interrupted call. */
static inline int slipway_interrupt_at_alarm(void) {
    struct sigaction action = {.sa_handler = slipway_interrupt};
    return sigaction(SIGALRM, &action, 0);
}

/* The program's environment, as Swift 6 does not let through the mutable global. */
extern char **environ;
static inline char *const *slipway_environment(void) { return environ; }

/* How many arguments the program has, its name included, and where they are. The kernel puts them right below the environment,
   with a null pointer between, and their number below them; Embedded Swift has no CommandLine. */
static inline long slipway_argument_count(void) {
    long count = 0;
    while ((long)environ[-2 - count] != count) count++;
    return count;
}
static inline char *const *slipway_arguments(void) { return environ - 1 - slipway_argument_count(); }

/* Functions with a variable number of arguments, and macros that are no constants, are not seen from Swift. */
static inline int slipway_errno(void) { return errno; }
static inline int slipway_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int slipway_duplicate(int fd, int least) { return fcntl(fd, F_DUPFD_CLOEXEC, least); }
static inline int slipway_ignore_closed_pipes(void) { return signal(SIGPIPE, SIG_IGN) == SIG_ERR ? -1 : 0; }

/* Locks bytes for as long as the file stays open; -1 where another open file has one of them locked. */
static inline int slipway_lock_range(int fd, off_t start, off_t length) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
    return fcntl(fd, SLIPWAY_OFD_SETLK, &lock);
}

/* Comes again and again, each time after so many milliseconds; 0 ends it. */
static inline int slipway_set_alarm(long milliseconds) {
    struct timeval time = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000};
    struct itimerval timer = {.it_interval = time, .it_value = time};
    return setitimer(ITIMER_REAL, &timer, 0);
}

/* The interface's number by its name, 0 if there is none in the socket's namespace. */
static inline int slipway_interface_index(int socket, const char *name) {
    struct ifreq request = {.ifr_ifindex = 0};
    strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    return ioctl(socket, SIOCGIFINDEX, &request) == 0 ? request.ifr_ifindex : 0;
}

/* Name, hardware address and largest packet of the interface with that number. Each of the three is asked for by itself, by
   name after the first: -1 also where the name has gone to another interface meanwhile. */
struct slipway_interface {
    char name[IFNAMSIZ];
    unsigned char address[6];
    unsigned int mtu;
};
static inline int slipway_interface_of_index(int socket, int index, struct slipway_interface *found) {
    struct ifreq request = {.ifr_ifindex = index};
    if (ioctl(socket, SIOCGIFNAME, &request) != 0) return -1;
    memcpy(found->name, request.ifr_name, IFNAMSIZ);
    if (ioctl(socket, SIOCGIFHWADDR, &request) != 0) return -1;
    memcpy(found->address, request.ifr_hwaddr.sa_data, sizeof found->address);
    if (ioctl(socket, SIOCGIFMTU, &request) != 0 || request.ifr_mtu <= 0) return -1;
    found->mtu = (unsigned int)request.ifr_mtu;
    return slipway_interface_index(socket, found->name) == index ? 0 : -1;
}

#endif
