"""A person at a terminal: asked before anything happens, shown a table that lives, answered when Ctrl-C is typed."""
from harness import terminal
from harness.case import Scenario

from .deploying import virtual_machines
from .resuming import ALLOWED


class Terminal(Scenario):
    def test_asks_and_goes_on(self):
        with self.azure() as (azure, shell):
            result = terminal.run(shell, "deploy", shell.model(), "-o", "out", answers=[("[y/N]", "y\n")])
            self.ends(result, 0)
            self.assertEqual(virtual_machines(azure), 15)
            self.assertIn("\u001b[", result.out, "no table that is drawn anew")

    def test_no_is_no(self):
        for answer in ("n\n", "\n", "\x04"):
            with self.subTest(repr(answer)), self.azure() as (azure, shell):
                result = terminal.run(shell, "deploy", shell.model(), "-o", "out", answers=[("[y/N]", answer)])
                self.ends(result, 1)
                self.assertEqual(self.changed(azure), [])

    def test_interrupt(self):
        with self.azure({"stuck": "corp-master-0$"}, judged=ALLOWED) as (azure, shell):
            result = terminal.run(shell, "deploy", shell.model(), "-o", "out", answers=[("[y/N]", "y\n")],
                                  interrupt_at="corp-master-0")
            self.ends(result, 130)
            self.assertIn("slipway deploy cancel", result.out)

    def test_interrupt_at_a_question(self):
        with self.azure() as (azure, shell):
            self.ends(terminal.run(shell, "deploy", shell.model(), "-o", "out", interrupt_at="[y/N]"), 130)
            self.assertEqual(self.changed(azure), [])
            self.ends(shell.run("deploy", "out", "--yes"), 0)
            self.ends(terminal.run(shell, "destroy", "out", interrupt_at="Type the cluster's name"), 130)
            self.assertEqual(virtual_machines(azure), 15)

    def test_narrow_terminal(self):
        with self.azure() as (azure, shell):
            self.ends(terminal.run(shell, "deploy", shell.model(), "-o", "out", answers=[("[y/N]", "y\n")], size=(10, 40)), 0)

    def test_destroy_asks_for_the_name(self):
        with self.azure() as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.ends(terminal.run(shell, "destroy", "out", answers=[("Type the cluster's name", "yes\n")]), 1)
            self.assertEqual(virtual_machines(azure), 15)
            self.ends(terminal.run(shell, "destroy", "out", answers=[("Type the cluster's name", "corp\n")], timeout=120), 0)
            self.assertEqual(virtual_machines(azure), 0)

    def test_a_pipeline_gets_plain_lines(self):
        with self.azure() as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertNotIn("\u001b", result.text)
            self.assertNotIn("\r", result.text)
