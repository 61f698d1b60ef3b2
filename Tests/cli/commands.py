"""The commands as users and pipelines run them: templates, exit status, output."""
import base64
import gzip
import io
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import tarfile
import tempfile
import unittest

import yaml

from program import BASE, SLIPWAY, model, slipway, tree


# A cluster that only its own network reaches: nothing at all is found in it.
PRIVATE = {"privateCluster": {"enabled": True}}


class Templates(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.scratch)
        self.templates = self.scratch / "templates"
        self.assertEqual(0, slipway("templates", "export", self.templates).returncode)

    def generate(self):
        return slipway("generate", "-", "--no-plugin", "--templates", self.templates, "-o", self.scratch / "out",
                       stdin=json.dumps(BASE).encode())

    def test_exported_are_the_repository_s(self):
        root = pathlib.Path(__file__).resolve().parents[2] / "templates"
        self.assertEqual(tree(root), tree(self.templates))
        for path in root.rglob("*"):
            if path.is_file():
                mine = self.templates / path.relative_to(root)
                self.assertEqual(path.stat().st_mode & 0o100, mine.stat().st_mode & 0o100, path)

    def test_changed_one_is_used(self):
        with open(self.templates / "conf/sysctl.conf", "a") as file:
            file.write("net.core.somaxconn = 4242\n")
        self.assertEqual(0, self.generate().returncode)
        text = (self.scratch / "out/nodes/agents/cloud-init.yaml").read_text()
        packed = re.search(r"encoding: gz\+b64\n +content: (\S+)", text).group(1)
        self.assertIn(b"somaxconn = 4242", gzip.decompress(base64.b64decode(packed)))

    def archive(self, kind):
        """The members of the archive that machines of this kind unpack: path, mode and content."""
        document = yaml.safe_load((self.scratch / f"out/nodes/{kind}/cloud-init.yaml").read_text())
        packed = next(file["content"] for file in document["write_files"] if file["path"] == "/opt/slipway/static.tar")
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(base64.b64decode(packed)))) as archive:
            return [(f"/{member.name}", member.mode, archive.extractfile(member).read()) for member in archive]

    def test_machines_get_the_static_files(self):
        table = [line.split("\t") for line in (self.templates / "static-files.tsv").read_text().splitlines()[1:]]
        for changed in (False, True):
            with self.subTest(changed=changed):
                if changed:
                    with open(self.templates / "conf/sysctl.conf", "a") as file:
                        file.write("net.core.somaxconn = 4242\n")
                self.assertEqual(0, self.generate().returncode)
                for kind, role in (("masters", "master"), ("agents", "node")):
                    wanted = [(path, int(mode, 8), (self.templates / template).read_bytes())
                              for template, path, mode, roles in table if roles in ("all", role)]
                    self.assertEqual(wanted, self.archive(kind)[:len(wanted)], kind)

    def test_every_static_file_goes_somewhere(self):
        table = {line.split("\t")[0] for line in (self.templates / "static-files.tsv").read_text().splitlines()[1:]}
        there = {str(path.relative_to(self.templates)) for folder in ("bin", "lib", "steps", "units")
                 for path in (self.templates / folder).rglob("*") if path.is_file()}
        self.assertEqual({"bin/await-bring-up"}, there - table)

    def test_bad_table(self):
        with open(self.templates / "static-files.tsv", "a") as file:
            file.write("conf/sysctl.conf\trelative\t0644\tall\n")
        result = self.generate()
        self.assertEqual(1, result.returncode)
        self.assertIn(b"static-files.tsv has a line that is not", result.stderr)

    def test_placeholders(self):
        file = self.templates / "conf/containerd.toml"
        text = file.read_text()
        for wrong, message in ((text + "{{evil}}", b"{{evil}}"), (text.replace("{{root}}", "/x"), b"lacks {{root}}"),
                               (text + "{{root", b"without }}")):
            file.write_text(wrong)
            result = self.generate()
            self.assertEqual(1, result.returncode)
            self.assertIn(message, result.stderr)
            self.assertFalse((self.scratch / "out").exists())

    def test_no_such_folder(self):
        shutil.rmtree(self.templates)
        self.assertEqual(2, self.generate().returncode)


class Mistyped(unittest.TestCase):
    def test_command(self):
        for word, said in (("valdate", b"There is no command 'valdate'; the nearest is 'validate'."),
                           ("qqqqqqqq", b"There is no command 'qqqqqqqq'."), ("a\x1b[31m", b"There is no command 'a")):
            result = slipway(word, "x")
            self.assertEqual(2, result.returncode)
            self.assertIn(said, result.stderr)
            self.assertNotIn(b"\x1b", result.stderr)
            self.assertEqual(b"", result.stdout)
        self.assertEqual(0, slipway("help", "validate").returncode)

    def test_folder(self):
        for arguments in (("doctor", "/no/such/folder"), ("generate", "-", "-o", "/tmp/unused", "--templates", "/no/such/folder")):
            result = slipway(*arguments, stdin=json.dumps(BASE).encode())
            self.assertEqual(2, result.returncode)
            self.assertIn(b"/no/such/folder: No such file or directory", result.stderr)


class LostOutput(unittest.TestCase):
    """What a pipeline writes to a file is whole, or the command says that it is not."""

    def on(self, output, *arguments):
        return subprocess.run([SLIPWAY, *arguments], input=json.dumps(BASE).encode(), stdout=output, stderr=subprocess.PIPE,
                              timeout=60)

    def test_full_disk(self):
        for arguments in (["plan", "-"], ["validate", "-", "--format", "json"], ["schema"], ["version"], ["explain"], ["--help"]):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                result = self.on(full, *arguments)
                self.assertEqual(2, result.returncode)
                self.assertIn(b"cannot write to standard output: No space left on device", result.stderr)

    def test_a_refused_model_stays_refused(self):
        with open("/dev/full", "wb") as full:
            result = self.on(full, "validate", "-", "--format", "json", "--set", "agentPoolProfiles[0].count=9999")
        self.assertGreater(result.returncode, 0)

    def test_a_reader_that_has_gone(self):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            result = self.on(pipe, "schema")
        self.assertIn(result.returncode, (0, -signal.SIGPIPE))
        self.assertEqual(b"", result.stderr)


class Usage(unittest.TestCase):
    def test_status(self):
        for arguments, status in (([], 0), (["--help"], 0), (["version"], 0), (["--version"], 0), (["nonsense"], 2),
                                  (["validate"], 2), (["validate", "--format", "xml", "-"], 2),
                                  (["generate", "x.json"], 2), (["validate", "/no/such/file"], 2),
                                  (["validate", "/"], 2), (["validate", "/proc/self/mem"], 2),
                                  (["plan", "/no/such/file"], 2), (["templates", "export"], 2)):
            with self.subTest(arguments):
                self.assertEqual(status, slipway(*arguments).returncode)

    def test_several_models(self):
        with tempfile.TemporaryDirectory() as scratch:
            good, bad = pathlib.Path(scratch, "good.json"), pathlib.Path(scratch, "bad.json")
            good.write_text(json.dumps(BASE))
            bad.write_text(json.dumps(model(pool={"count": 0})))
            result = slipway("validate", "--format", "json", good, bad, pathlib.Path(scratch, "none"))
            self.assertEqual(2, result.returncode)
            self.assertEqual([0, 1, 1], [sum(f["severity"] != "info" for f in report["findings"])
                                         for report in json.loads(result.stdout)])
            self.assertEqual(1, slipway("validate", good, bad).returncode)

    def test_quiet_in_pipes(self):
        result = slipway("validate", "-", stdin=json.dumps(model(kubernetes=PRIVATE)).encode())
        self.assertEqual((0, b"", b""), (result.returncode, result.stdout, result.stderr))

    def test_text_has_place_caret_and_fix(self):
        text = json.dumps(model(pool={"vmSize": "Standard_D4s_v55"}, kubernetes=PRIVATE), indent=2)
        result = slipway("validate", "-", stdin=text.encode())
        lines = result.stderr.decode().splitlines()
        line = 1 + text[:text.index("Standard_D4s_v55")].count("\n")
        self.assertEqual(f'-:{line}:19: error VM001: "Standard_D4s_v55" is no size that slipway knows', lines[0])
        self.assertEqual(lines[1].index('"Standard_D4s_v55"'), lines[2].index("^"))
        self.assertEqual('"Standard_D4s_v55"'.__len__(), lines[2].count("^"))
        self.assertEqual("    fix: write Standard_D4s_v5", lines[3])

    def test_colour_only_on_a_terminal(self):
        def on_terminal(**env):
            main, side = pty.openpty()
            result = subprocess.Popen([SLIPWAY, "validate", "-"], stdin=subprocess.PIPE, stdout=side, stderr=side,
                                      env={**os.environ, "TERM": "xterm", **env})
            result.stdin.write(json.dumps(model(pool={"count": 0})).encode())
            result.stdin.close()
            result.wait(30)
            os.close(side)
            data = os.read(main, 65536)
            os.close(main)
            return data
        self.assertIn(b"\x1b[", on_terminal())
        self.assertNotIn(b"\x1b[", on_terminal(NO_COLOR="1"))
        self.assertNotIn(b"\x1b[", on_terminal(TERM="dumb"))
        self.assertIn(b"1 error", on_terminal())

    def test_a_model_cannot_steer_the_terminal(self):
        document = model(pool={"vmSize": "\x1b[2J\u202eevil"})
        result = slipway("validate", "-", stdin=json.dumps(document, ensure_ascii=False).replace("\\u001b", "\\u001b")
                         .encode())
        self.assertNotIn(b"\x1b", result.stderr)
        self.assertNotIn("\u202e".encode(), result.stderr)

    def test_set(self):
        def plan(*flags):
            result = slipway("plan", "-", "--format", "json", *flags, stdin=json.dumps(BASE).encode())
            return json.loads(result.stdout), result.returncode
        report, _ = plan("--set", "agentPoolProfiles[0].count=7,agentPoolProfiles[0].maxSurge=0")
        self.assertEqual(7, report["plan"]["agentNodes"])
        report, _ = plan("--set", "agentPoolProfiles[1].name=more,agentPoolProfiles[1].count=3", "--set",
                         "agentPoolProfiles[1].vmSize=Standard_D2s_v5")
        self.assertEqual(5, report["plan"]["agentNodes"])
        report, _ = plan("--set", 'agentPoolProfiles[0].kubernetesConfig.kubeletConfig["--max-pods"]=11')
        self.assertEqual(22, report["plan"]["pods"])
        report, _ = plan("--set", "orchestratorProfile.kubernetesConfig.etcdDiskSizeGB=256")
        self.assertEqual([], [f for f in report["findings"] if f["severity"] != "info"])
        report, code = plan("--set", "agentPoolProfiles[0].count=zero")
        finding = next(f for f in report["findings"] if f["severity"] == "error")
        self.assertEqual((1, "MD002", "--set agentPoolProfiles[0].count=…", 1, 28),
                         (code, finding["id"], finding["file"], finding["line"], finding["column"]))

    def test_wrong_set(self):
        for flag in ("", "=", "a", "a=1,", "agentPoolProfiles[9].count=1", "agentPoolProfiles[x].count=1",
                     "agentPoolProfiles[0.count=1", 'a="b', 'a="b"c', "apiVersion.x=1", "location[0]=x", ".a=1", "a..b=1",
                     "agentPoolProfiles.name=x"):
            with self.subTest(flag):
                result = slipway("validate", "-", "--format", "json", "--set", flag, stdin=json.dumps(BASE).encode())
                self.assertEqual((2, "RD008"), (result.returncode, json.loads(result.stdout)["findings"][0]["id"]))

    def test_plan_table(self):
        result = slipway("plan", "-", stdin=json.dumps(BASE).encode())
        self.assertEqual(0, result.returncode)
        self.assertIn(b"| 10.240.0.0/12 | 10.240.0.0/12 | 1048571 | 156    | 187  |", result.stdout)

    def test_unreadable_file(self):
        with tempfile.TemporaryDirectory() as scratch:
            path = pathlib.Path(scratch, "m.json")
            path.symlink_to(path)
            result = slipway("validate", path)
            self.assertEqual(2, result.returncode)
            self.assertIn(b"RD001", result.stderr)
