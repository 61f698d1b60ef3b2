"""Manual pages and completions: written by the program itself, read by the programs that they are for."""
import json
import os
import pathlib
import pty
import re
import select
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SLIPWAY = os.environ["SUBJECT"]


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, **options)


class Extras(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.root = pathlib.Path(scratch.name)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1764000000"}
        subprocess.run([ROOT / ".ci/packaging/stage", SLIPWAY, "", cls.root, "/usr"], check=True, timeout=120, env=environment)
        cls.share = cls.root / "usr/share"
        cls.bash = cls.share / "bash-completion/completions/slipway"

    def commands(self):
        """Every command that the program has, as lists of words."""
        def walk(command, path):
            yield path
            for other in command.get("subcommands", []):
                if other["commandName"] != "help":
                    yield from walk(other, path + [other["commandName"]])
        return list(walk(json.loads(run(SLIPWAY, "--experimental-dump-help").stdout)["command"], ["slipway"]))

    def test_every_command_has_a_page_that_mandoc_likes(self):
        pages = sorted((self.share / "man/man1").glob("*.1"))
        self.assertEqual(sorted("-".join(path) for path in self.commands()), sorted(page.stem for page in pages))
        result = run("mandoc", "-T", "lint", "-W", "warning", *pages)
        self.assertEqual((0, ""), (result.returncode, result.stdout + result.stderr))

    def test_a_page_says_what_help_says(self):
        for path in self.commands():
            page = run("mandoc", "-T", "ascii", self.share / f"man/man1/{'-'.join(path)}.1").stdout
            page = re.sub(".\b", "", page)
            for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", run(SLIPWAY, *path[1:], "--help").stdout, re.M):
                self.assertIn(option, page, path)

    def test_references_lead_somewhere(self):
        pages = {page.stem: page.read_text() for page in (self.share / "man/man1").glob("*.1")}
        for name, text in pages.items():
            self.assertEqual(set(), set(re.findall(r"Xr (\S+) 1", text)) - set(pages), name)

    def test_shells_read_their_completions(self):
        for shell, file in (("bash", self.bash), ("zsh", self.share / "zsh/site-functions/_slipway"),
                            ("fish", self.share / "fish/vendor_completions.d/slipway.fish")):
            with self.subTest(shell):
                result = run(shell, "-n", file)
                self.assertEqual((0, ""), (result.returncode, result.stderr))

    def test_tab_completes_in_bash(self):
        self.assertEqual("slipway validate", self.typed("slipway val\t"))
        self.assertEqual("slipway validate --format", self.typed("slipway validate --for\t"))

    def typed(self, keys):
        """What a bash on a terminal shows once somebody has typed `keys`."""
        process, terminal = pty.fork()
        if process == 0:
            os.environ.update(PATH=f"{self.root}/usr/bin:{os.environ['PATH']}", PS1="", TERM="dumb", INPUTRC="/dev/null", HISTFILE="")
            os.chdir(self.root)
            os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
        try:
            os.write(terminal, f"PS1=; . {self.bash}; echo re''ady\n".encode())
            self.read(terminal, "\nready")
            # What was completed becomes the argument of an echo, in the order of the keys, however long each takes.
            os.write(terminal, f"{keys}\x01echo line: \x05; echo e''nd\nexit\n".encode())
            return self.read(terminal, "\nend").split("\nline: ")[-1].split("\nend")[0].strip()
        finally:
            os.close(terminal)
            os.waitpid(process, 0)

    def read(self, terminal, mark):
        """What the terminal shows until `mark`; a shell that shows nothing for long has failed."""
        data = ""
        while mark not in data:
            ready, _, _ = select.select([terminal], [], [], 60)
            if not ready:
                self.fail(f"nothing came but {data!r}")
            data += os.read(terminal, 65536).decode(errors="replace").replace("\r", "")
        return data

    def test_fish_completes(self):
        script = f"source {self.share}/fish/vendor_completions.d/slipway.fish; complete -C 'slipway val'"
        environment = {**os.environ, "HOME": str(self.root), "XDG_CONFIG_HOME": str(self.root), "PATH": f"{self.root}/usr/bin:{os.environ['PATH']}"}
        words = [line.split("\t")[0] for line in run("fish", "--no-config", "-c", script, env=environment).stdout.splitlines()]
        self.assertIn("validate", words)


if __name__ == "__main__":
    unittest.main()
