"""The power goes off between any two steps and while kubeadm works; a step is killed; an effect goes. The next boot goes on,
and nothing is half done in the end."""

import unittest

import support
from machine import STEPS


class Resume(support.Rooms):
    def ended_well(self, machine):
        results = machine.results()
        self.assertEqual(("all", "ok", 0), results[-1])
        well = [step for step, result, _ in results if result == "ok" and step != "all"]
        self.assertEqual(STEPS[machine.role], well)
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
