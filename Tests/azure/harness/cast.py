"""The run of a pipeline as docs/deploy.md shows it: what the script prints, without what differs from run to run.

usage: cast.py      writes it into the page"""
import pathlib
import re
import subprocess
import sys

from .program import PROGRAM, ROOT, Result, Shell
from .running import Running

SCRIPT = pathlib.Path(__file__).resolve().parents[1] / "pipeline"
PAGE = ROOT / "docs" / "deploy.md"
PLACE = re.compile(r"(<!-- cast[^\n]*-->\n```console\n)(.*?)(```\n<!-- /cast -->)", re.S)
# One master and two nodes, so that a run fits on a page.
CHANGE = {"properties": {"masterProfile": {"count": 1}, "agentPoolProfiles": [{
    "name": "agents", "count": 2, "vmSize": "Standard_D4s_v5", "availabilityProfile": "AvailabilitySet",
    "vnetSubnetID": "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/network-team/providers/"
                    "Microsoft.Network/virtualNetworks/corp/subnets/nodes"}]}}
# Of so many resources in a row only the first ones are shown.
SHOWN = 4
CHANGED = re.compile(r"^\d\d:\d\d:\d\d (running|succeeded): ")
DIFFERENT = (
    (r"^\d\d:\d\d:\d\d ", "02:00:00 "), (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*Z", "2026-01-01T02:00:00Z"),
    (r"after \d+ s", "after 9 s"), (r"(?<!/subscriptions/)\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "0" * 8 + "-…"),
    (r"_[0-9a-f]{32}\b", "_…"), (r"slw[0-9a-f]{18}", "slw…"),
)


def run(shell):
    """The script's run in `shell`, both outputs in the order in which they came."""
    model = shell.model(CHANGE)
    done = subprocess.run([SCRIPT, PROGRAM, model.name, "out"], cwd=shell.work, env=shell.environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=180, check=False)
    return Result(done.returncode, done.stdout, "")


def text(result, shell):
    """What it printed, as the page has it."""
    lines, more = [], 0
    for line in result.out.replace(f"{shell.work}/", "").lstrip("\n").splitlines():
        for pattern, same in DIFFERENT:
            line = re.sub(pattern, same, line)
        row = CHANGED.match(line)
        if row and len(lines) >= SHOWN and all(CHANGED.match(one) for one in lines[-SHOWN:]):
            more += 1
            continue
        if more:
            lines.append(f"… {more} more lines")
            more = 0
        lines.append(line)
    return "\n".join(lines) + "\n"


def steady(cast):
    """A cast without the resources on their way: how many are seen on it depends on when one looks."""
    return [line for line in cast.splitlines() if not CHANGED.match(line) and not line.startswith("… ")]


def shown():
    """The cast in the page."""
    return PLACE.search(PAGE.read_text()).group(2)


def main():
    with Running() as azure:
        shell = Shell(azure)
        try:
            result = run(shell)
            if result.code:
                return str(result)
            cast = text(result, shell)
        finally:
            shell.close()
    page = PAGE.read_text()
    new = PLACE.sub(lambda found: found.group(1) + cast + found.group(3), page, count=1)
    if new != page:
        PAGE.write_text(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
