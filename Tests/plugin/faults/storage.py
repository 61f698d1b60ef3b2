"""Disks that are full, read-only or wrongly furnished."""
import contextlib
import os
import shutil
import subprocess

from world import checks
from world.node import STATE_FOLDERS

from . import cases, recoveries
from .points import point

MOUNTS = {"run": "/run", "var": "/var/lib/cni", "log": "/var/log"}
FOLDERS = {"run": STATE_FOLDERS[0], "var": STATE_FOLDERS[1]}
PAGE = 4096


@contextlib.contextmanager
def full(mount, pages_left):
    free = os.statvfs(mount).f_bavail - pages_left
    filler = os.open(f"{mount}/filler", os.O_CREAT | os.O_WRONLY)
    # After thousands of calls the log is at its bound, and the place of logs may be fuller than that already.
    if free > 0:
        os.posix_fallocate(filler, 0, free * PAGE)
    os.close(filler)
    try:
        yield
    finally:
        os.unlink(f"{mount}/filler")


@contextlib.contextmanager
def without_inodes(mount, left):
    used = os.statvfs(mount).f_files - os.statvfs(mount).f_ffree
    subprocess.run(["mount", "-o", f"remount,nr_inodes={used + left}", mount], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,nr_inodes=100000", mount], check=True)


@contextlib.contextmanager
def read_only(mount):
    subprocess.run(["mount", "-o", "remount,ro", mount], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", mount], check=True)


@contextlib.contextmanager
def file_in_place(folder):
    """A file has the folder's name."""
    shutil.rmtree(folder, ignore_errors=True)
    with open(folder, "w") as file:
        file.write("no folder\n")
    try:
        yield
    finally:
        os.unlink(folder)


@contextlib.contextmanager
def links_to_nowhere(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.symlink("/nonexistent/folder", folder)
    try:
        yield
    finally:
        os.unlink(folder)


def called(case, fresh, disk, arguments, node):
    situation = case(node)
    if fresh:
        cases.clean_files()
    with disk(*arguments):
        answer = situation.call()
        cases.left_behind(node, situation, answer)
        # The runtime detaches at once; that it may not succeed now is no harm when it can later.
        for pod in situation.victims:
            checks.one_document(node.plugin.delete(pod))
    recoveries.recover(node, situation, recoveries.runtime)


def disks(depth):
    for name, mount in MOUNTS.items():
        yield f"read-only-{name}", read_only, (mount,)
        for pages in depth.some(range(0, 9), 3):
            yield f"full-{name}-{pages}", full, (mount, pages)
        for left in depth.some(range(0, 5), 2):
            yield f"inodes-{name}-{left}", without_inodes, (mount, left)
    for name, folder in FOLDERS.items():
        yield f"file-{name}", file_in_place, (folder,)
        yield f"link-{name}", links_to_nowhere, (folder,)


def points(node, depth):
    chosen = (cases.add, cases.delete, cases.collect, cases.refresh, cases.refresh_changed, cases.add_to_empty_pool)
    turn = 0
    for name, disk, arguments in disks(depth):
        for case in depth.turns(chosen, turn):
            for fresh in (False, True):
                title = f"storage/{name}/{cases.name(case)}/{'fresh' if fresh else 'used'}"
                yield point(title, called, case, fresh, disk, arguments)
        turn += 1
