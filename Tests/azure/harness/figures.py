"""Figures of deploying: the program's own processor time and memory, requests, and what waiting costs. Nothing here is a test."""
import json
import os
import time

from arm.standard import SCOPE

from .program import PROGRAM, Shell
from .running import Running

# Seconds for which an idle deployment is watched.
WATCHED = 60
TICKS = os.sysconf("SC_CLK_TCK")


def large(shell):
    """40 pools of 100 machines in availability sets: 12,000 resources in nested deployments."""
    from scenarios.large import model
    path = shell.work / "large.json"
    path.write_text(json.dumps(model(40, 100)))
    return path


def run(shell, *arguments):
    """(exit status, processor seconds, MiB, wall seconds, standard output) of a run."""
    out = shell.folder / "stdout"
    begin = time.monotonic()
    with open(out, "wb") as file, open(os.devnull, "wb") as nothing:
        process = os.posix_spawn(PROGRAM, [str(PROGRAM), *map(str, arguments)], shell.environment, file_actions=[
            (os.POSIX_SPAWN_DUP2, file.fileno(), 1), (os.POSIX_SPAWN_DUP2, nothing.fileno(), 2)])
        _, status, usage = os.wait4(process, 0)
    return (os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
            time.monotonic() - begin, out.read_text())


def cpu(process):
    """Processor seconds of a running process."""
    with open(f"/proc/{process}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def preflight():
    with Running({"groups": {f"{SCOPE}/resourceGroups/corp": {"location": "westeurope"}}}) as azure:
        shell = Shell(azure)
        try:
            code, seconds, memory, wall, out = run(shell, "preflight", shell.model(), "--format", "json")
            assert code == 0, out
            report = json.loads(out)
            yield "preflight: requests", report["requests"], "counted"
            yield "preflight: round trips, with the login", report["roundTrips"] + azure.tokens.count, "<= 15"
            yield "preflight: processor, ms", seconds * 1000, ""
            yield "preflight: memory, MiB", memory, ""
        finally:
            shell.close()


def deployment():
    with Running({"pace": 0.5, "retryAfter": 2}) as azure:
        shell = Shell(azure)
        try:
            path, folder = large(shell), shell.work / "out"
            code, seconds, memory, _, out = run(shell, "generate", path, "-o", folder)
            assert code == 0, out
            yield "4,000 nodes: generate alone, processor, ms", seconds * 1000, ""
            code, seconds, memory, wall, out = run(shell, "deploy", folder, "--yes")
            assert code == 0, out
            operations = [x for x in azure.exchanges if x["operation"] == "DeploymentOperations_List"]
            yield "4,000 nodes: deploy, processor, ms", seconds * 1000, "<= 1,000"
            yield "4,000 nodes: deploy, memory, MiB", memory, "< 100"
            yield "4,000 nodes: deploy, seconds on the wall", wall, ""
            yield "4,000 nodes: requests", len(azure.exchanges), ""
            yield "4,000 nodes: pages of operations", len(operations), ""
            yield "4,000 nodes: a pipeline's log, kB", len(out) / 1000, "< 100"
        finally:
            shell.close()


def idle():
    """A deployment that waits: looked at every five seconds, as Azure does not say."""
    with Running({"stuck": "corp-master-0$", "retryAfter": 5}, judged=("operation-not-followed",)) as azure:
        shell = Shell(azure)
        try:
            process = shell.begin("deploy", shell.model(), "-o", shell.work / "out", "--yes", pause=False)
            limit = time.monotonic() + 60
            while time.monotonic() < limit and not any("/deployments/corp/operationStatuses" in x["url"] for x in list(azure.exchanges)):
                time.sleep(0.2)
            time.sleep(10)
            before, asked = cpu(process.pid), len(azure.exchanges)
            time.sleep(WATCHED)
            yield "waiting: processor, ms a minute", (cpu(process.pid) - before) * 1000 * 60 / WATCHED, "< 20"
            yield "waiting: requests a minute", (len(azure.exchanges) - asked) * 60 / WATCHED, ""
            process.terminate()
            process.communicate(timeout=30)
        finally:
            shell.close()


def main():
    print("| what | figure | goal |\n| --- | --- | --- |")
    for part in (preflight, deployment, idle):
        for name, figure, goal in part():
            print(f"| {name:45} | {figure:9.1f} | {goal} |", flush=True)


if __name__ == "__main__":
    main()
