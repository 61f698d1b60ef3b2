"""Fifty pods live below a containerd that is killed again and again: life.py PLUGIN CONFLIST SEED, inside a sandbox."""
import concurrent.futures
import functools
import pathlib
import random
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from containerd import checks, runtime  # noqa: E402
from containerd.kubelet import Kubelet, Pod  # noqa: E402
from world import azure, netns, sandbox, vm  # noqa: E402
from world.plugin import Plugin  # noqa: E402

PODS, ADDRESSES, WORKERS = 50, 56, 4
STEPS, KILLS = 120, 10


def build_vm():
    """The VM around this process, with the machine's cgroups still in sight."""
    azure.say(vm.secondaries(ADDRESSES))
    vm.make_vnet(vm.secondaries(ADDRESSES))
    endpoints = azure.start()
    netns.enter("vm")
    checks.sh("mkdir", "/mnt/cgroup")
    checks.sh("mount", "--rbind", "/sys/fs/cgroup", "/mnt/cgroup")
    checks.sh("mount", "-t", "sysfs", "none", "/sys")
    checks.sh("mount", "--rbind", "/mnt/cgroup", "/sys/fs/cgroup")
    return endpoints


class Chaos:
    """Kills containerd while calls are under way, and starts it again."""

    def __init__(self, kubelet, dice):
        self.kubelet, self.dice, self.kills = kubelet, dice, 0

    def strike(self):
        time.sleep(self.dice.random() * 0.4)  # anywhere in the calls that are under way
        self.kubelet.alive.clear()
        self.kubelet.runtime.kill()
        self.kubelet.runtime.start()
        self.kubelet.alive.set()
        self.kills += 1


def in_parallel(plans, chaos, kills):
    """Each plan's steps one after the other, the plans beside each other; in between the runtime is killed `kills` times."""
    total, done, failed = sum(map(len, plans)), [], threading.Event()

    def follow(plan):
        try:
            for step in plan:
                step()
                done.append(step)
        except BaseException:
            failed.set()
            raise

    with concurrent.futures.ThreadPoolExecutor(len(plans)) as pool:
        futures = [pool.submit(follow, plan) for plan in plans]
        for number in range(kills):
            while len(done) < total * (number + 1) // (kills + 1) and not failed.is_set():
                time.sleep(0.01)
            chaos.strike()
        for future in futures:
            future.result()


def shared_out(items):
    """One part for each worker."""
    return [items[worker::WORKERS] for worker in range(WORKERS)]


def steps_of_life(kubelet, mine, dice):
    """What one worker does with its pods: removes them, and runs them again."""
    def restart(pod):
        kubelet.remove(pod)
        kubelet.run(pod)

    steps = []
    for _ in range(STEPS // WORKERS):
        action = dice.choice([kubelet.remove, restart, restart])
        steps.append(functools.partial(action, dice.choice(mine)))
    return steps


def run_if_down(kubelet, pod):
    if not pod.sandbox:
        kubelet.run(pod)


def main():
    plugin_path, conflist, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
    conflist, dice = pathlib.Path(conflist).read_bytes(), random.Random(seed)
    sandbox.furnish()
    endpoints = build_vm()
    runtime.furnish(plugin_path, conflist)
    daemon = runtime.Containerd()
    daemon.start()
    daemon.import_image()
    kubelet, plugin = Kubelet(daemon), Plugin(plugin_path)
    checks.ready(daemon)
    bare = checks.view()
    chaos = Chaos(kubelet, dice)
    pods = [Pod(number, 30000 + number if number % 5 == 0 else None) for number in range(PODS)]
    try:
        begin = time.monotonic()
        parts = shared_out(pods)
        in_parallel([[functools.partial(kubelet.run, pod) for pod in part] for part in parts], chaos, KILLS // 2)
        in_parallel([steps_of_life(kubelet, part, dice) for part in parts], chaos, KILLS - KILLS // 2)
        in_parallel([[functools.partial(run_if_down, kubelet, pod) for pod in part] for part in parts], chaos, 0)
        print(f"{PODS} pods run after {STEPS} steps and {chaos.kills} kills of containerd, {time.monotonic() - begin:.0f} s")
        checks.refusals(kubelet)
        checks.orphans(kubelet, plugin)
        checks.addresses(kubelet, plugin, pods)
        checks.reach(kubelet, pods)
        checks.ports(pods)
        in_parallel([[functools.partial(kubelet.remove, pod) for pod in part] for part in parts], chaos, 2)
        checks.refusals(kubelet)
        checks.orphans(kubelet, plugin)
        checks.nothing_left(plugin, bare, ADDRESSES)
    except BaseException:
        print(daemon.log_end())
        raise
    finally:
        daemon.kill()
        endpoints.kill()
        runtime.remove_cgroups()
    print(f"containerd: every check passed, {time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
