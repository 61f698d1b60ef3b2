"""Network namespaces under /run/netns."""
import ctypes
import fcntl
import os
import socket
import struct
import threading

FOLDER = "/run/netns"
CLONE_NEWNET = 0x40000000
MS_BIND, MNT_DETACH = 4096, 2
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
libc = ctypes.CDLL(None, use_errno=True)


def call(function, *arguments):
    if function(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{function.__name__}: {os.strerror(number)}", arguments[0])


def path(name):
    return f"{FOLDER}/{name}"


def in_thread(work):
    """Runs `work` on a thread of its own, which may change its namespace, and gives what it gives."""
    result, failure = [], []

    def body():
        try:
            result.append(work())
        except BaseException as error:  # handed to the caller below
            failure.append(error)

    thread = threading.Thread(target=body)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return result[0]


def bring_up(interface):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sh14x", interface.encode(), IFF_UP))


def create(name):
    """A new namespace with its loopback up; gives its path."""
    target = path(name)

    def make():
        call(libc.unshare, CLONE_NEWNET)
        bring_up("lo")
        with open(target, "x"):
            pass
        call(libc.mount, f"/proc/self/task/{threading.get_native_id()}/ns/net".encode(), target.encode(), None, MS_BIND,
             None)

    in_thread(make)
    return target


def delete(name):
    """Takes the name away; the kernel ends the namespace when nothing else holds it."""
    call(libc.umount2, path(name).encode(), MNT_DETACH)
    os.unlink(path(name))


def exists(name):
    return os.path.exists(path(name))


def enter(name):
    """Moves the calling thread."""
    with open(path(name)) as file:
        call(libc.setns, file.fileno(), CLONE_NEWNET)


def inside(name, work):
    """What `work` gives when it runs in the namespace."""
    def body():
        enter(name)
        return work()
    return in_thread(body)
