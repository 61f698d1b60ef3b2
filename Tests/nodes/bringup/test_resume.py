"""The power goes off between any two steps and while kubeadm works; a step is killed; an effect goes. The next boot goes on,
and nothing is half done in the end."""

import unittest

import support
from machine import STEPS


class Resume(support.Rooms):
    def ended_well(self, machine, again=False):
        """`again` where steps may have run more than once."""
        results = machine.results()
        self.assertEqual(("all", "ok", 0), results[-1])
        well = [step for step, result, _ in results if result == "ok" and step != "all"]
        self.assertEqual(STEPS[machine.role], list(dict.fromkeys(well)) if again else well)
        left = machine.run("sh", "-c", "find /etc /opt /usr/local /var/lib/slipway -name '*.new' -o -name '*.part'").stdout
        self.assertEqual("", left)
        machine.run("sha256sum", "--check", "--status", "/var/lib/slipway/programs.sha256")

    def boot(self, machine):
        machine.reboot()
        machine.start_units()

    def test_power_off_after_every_step(self):
        for role in ("master0", "node"):
            with self.subTest(role):
                machine = self.machine(role, role)
                machine.write("/var/log/room/cut-after-step", "")
                machine.bring_up()
                for number, _ in enumerate(STEPS[machine.role]):
                    done = [step for step, result, _ in machine.results() if result == "ok"]
                    self.assertEqual(STEPS[machine.role][: number + 1], done)
                    if number + 1 == len(STEPS[machine.role]):
                        machine.run("rm", "/var/log/room/cut-after-step")
                    self.boot(machine)
                self.ended_well(machine)

    def cut_within_steps(self, machine, steps):
        """Before every statement of these steps' `run` the power goes off once; returns how many there are."""
        count = 0
        for path in machine.run("sh", "-c", f"ls /opt/slipway/steps/{steps}.sh").stdout.split():
            lines = machine.lines(path)
            begin = lines.index("run() {") if "run() {" in lines else None
            if begin is None:
                continue
            fresh, whole = lines[: begin + 1], True
            for place, line in enumerate(lines[begin + 1:], begin + 1):
                word = line.strip()
                if line == "}":
                    fresh += lines[place:]
                    break
                # Between the statements only: not within one that goes on, and not between the arms of a `case`.
                if whole and word and not word.startswith(("#", "else", "elif", "esac", "*)")) and ";;" not in word:
                    mark = f"/var/log/room/cut-{count}"
                    fresh.append(f"[ -e {mark} ] || {{ : >{mark}; kill -9 -1; kill -9 $$; }}")
                    count += 1
                fresh.append(line)
                if word and not word.startswith("#"):
                    whole = not word.endswith(("\\", "||", "&&", "|", " in", ";;"))
            machine.write(path, "\n".join(fresh) + "\n")
        return count

    def test_power_off_within_every_step(self):
        """Before each statement, at each file that is written through to the disk, and in the middle of a download."""
        # A node's steps but one are a master's, too.
        for role, steps in (("master0", "*"), ("node", "*-join")):
            with self.subTest(role):
                machine = self.machine(role, role)
                self.assertGreater(self.cut_within_steps(machine, steps), 5)
                if role == "master0":
                    machine.write("/var/log/room/cut-at-sync", "")
                machine.write(
                    "/opt/room/shims/curl", '#!/bin/sh\n/usr/bin/curl "$@"\nstatus=$?\n'
                    'for part in /var/lib/slipway/downloads/*.part; do\n'
                    '    [ -f "$part" ] && [ ! -e "/var/log/room/half-${part##*/}" ] || continue\n'
                    '    : >"/var/log/room/half-${part##*/}"\n    truncate -s 1000 "$part"\n'
                    "    kill -9 -1\n    kill -9 $$\ndone\nexit $status\n", "0755")
                boots = 0
                while not machine.exists("/var/lib/slipway/done") and boots < 400:
                    self.boot(machine)
                    boots += 1
                self.ended_well(machine, again=True)
                # Each cut is a boot of its own, and every download was cut once.
                marks = machine.run("sh", "-c", "ls /var/log/room | grep -E '^(cut-[0-9]|half-|sync-)'").stdout.split()
                self.assertEqual(len(marks) + 1, boots)
                self.assertEqual(len(self.cluster.downloads) + 1, len([mark for mark in marks if mark.startswith("half-")]))

    def test_power_off_while_kubeadm_works(self):
        """kubeadm has written some of its files: it goes on with them, and refuses nothing as foreign."""
        machine = self.machine("master0")
        for files in range(1, 20):
            machine.write("/var/log/room/kubeadm-dies", str(files))
            self.boot(machine)
            if machine.exists("/var/lib/slipway/done"):
                break
        self.assertGreater(files, 5)
        self.ended_well(machine)

    def test_a_killed_step_runs_again(self):
        """The kernel kills a step for want of memory: the bring-up goes on by itself."""
        machine = self.machine("node")
        machine.write("/usr/local/sbin/netplan", "#!/bin/sh\nrm /usr/local/sbin/netplan\nkill -9 $PPID\n", "0755")
        machine.run("rm", "/opt/room/standins/netplan")
        machine.write("/usr/local/bin/netplan", "#!/bin/sh\n", "0755")
        self.assertEqual(0, machine.bring_up().returncode, "\n".join(machine.log()))
        self.assertIn(("network", "killed", 111), machine.results())
        self.ended_well(machine)

    def test_effect_that_went_is_made_again(self):
        """A stamp alone is not believed: what a step made and somebody took away is made again."""
        machine = self.machine("node", secrets=False)
        machine.write("/var/log/room/cut-after-step", "")
        machine.bring_up()
        while not machine.exists("/var/lib/slipway/stages/plugin"):
            self.boot(machine)
        machine.run("rm", "/var/log/room/cut-after-step")
        machine.run("sh", "-c", "echo rubbish >/usr/local/bin/kubeadm")
        machine.bring_secrets()
        self.boot(machine)
        self.assertIn(("programs", "undone", 0), machine.results())
        self.assertEqual(("all", "ok", 0), machine.results()[-1], "\n".join(machine.log()[-6:]))


if __name__ == "__main__":
    unittest.main()
