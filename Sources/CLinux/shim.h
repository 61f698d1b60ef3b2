/* What slipway-vnet needs of the kernel's interface beyond what Swift's Glibc module shows. Header only. */
#ifndef SLIPWAY_CLINUX_H
#define SLIPWAY_CLINUX_H

#if !defined(__linux__)
#error "slipway-vnet is a program for Linux"
#endif

#include <fcntl.h>
#include <linux/fib_rules.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/magic.h>
#include <linux/neighbour.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <signal.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/vfs.h>

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

/* The first byte of the program's environment, as Swift 6 does not let through the mutable global. */
extern char **environ;
static inline char *const *slipway_environment(void) { return environ; }

#endif
