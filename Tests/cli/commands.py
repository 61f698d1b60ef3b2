"""The commands as users and pipelines run them: folders, exit status, output, disks that are full."""
import base64
import gzip
import hashlib
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

from program import BASE, SLIPWAY, model, slipway


def tree(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


# A cluster that only its own network reaches: nothing at all is found in it.
PRIVATE = {"privateCluster": {"enabled": True}}


def without_secrets(folder):
    return {path: checksum for path, checksum in tree(folder).items() if not path.startswith("secrets/")}


class Folder(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.scratch)
        self.model = self.scratch / "cluster.json"
        self.model.write_text(json.dumps(BASE))
        self.out = self.scratch / "out"

    def generate(self, *arguments, **more):
        return slipway("generate", self.model, "--no-plugin", "-o", self.out, *arguments, **more)

    def left_over(self):
        return sorted(path.name for path in self.scratch.iterdir() if path.name not in ("cluster.json", "out"))

    def test_what_is_written(self):
        self.assertEqual(0, self.generate().returncode)
        self.assertEqual(
            ["README.md", "apimodel.json", "azuredeploy.json", "azuredeploy.parameters.json",
             "network/10-slipway.conflist", "network/egress.json", "network/egress.md",
             "network/ip-plan.json", "network/ip-plan.md",
             "nodes/agents/cloud-init.yaml", "nodes/masters/cloud-init.yaml"], list(without_secrets(self.out)))
        self.assertEqual([], self.left_over())

    def test_rights(self):
        for mask in (0o000, 0o022, 0o077):
            before = os.umask(mask)
            try:
                self.assertEqual(0, self.generate().returncode)
            finally:
                os.umask(before)
            self.assertEqual(0o700, (self.out / "secrets").stat().st_mode & 0o777)
            self.assertEqual(0o600, (self.out / "secrets/parameters.json").stat().st_mode & 0o777)
            self.assertEqual(0o644, (self.out / "azuredeploy.json").stat().st_mode & 0o777)
            self.assertEqual(0o755, self.out.stat().st_mode & 0o777)

    def test_same_bytes_anywhere(self):
        self.assertEqual(0, self.generate().returncode)
        first = without_secrets(self.out)
        other = self.scratch / "elsewhere/deep"
        environment = {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE", "TZ": "Pacific/Kiritimati", "HOME": "/"}
        result = slipway("generate", self.model, "--no-plugin", "-o", other, env=environment, cwd="/")
        self.assertEqual((0, first), (result.returncode, without_secrets(other)))

    def test_secrets_are_made_once(self):
        self.generate()
        first = tree(self.out)
        self.assertEqual(0, self.generate().returncode)
        self.assertEqual(first, tree(self.out))
        again = self.scratch / "again"
        self.assertEqual(0, slipway("generate", self.out / "apimodel.json", "--no-plugin", "-o", again).returncode)
        self.assertEqual(first, tree(again))

    def test_secrets_survive(self):
        self.generate()
        (self.out / "secrets/ca.key").write_text("mine")
        (self.out / "nodes/extra").write_text("gone")
        self.assertEqual(0, self.generate().returncode)
        self.assertEqual("mine", (self.out / "secrets/ca.key").read_text())
        self.assertEqual(0o600, (self.out / "secrets/ca.key").stat().st_mode & 0o777)
        self.assertFalse((self.out / "nodes/extra").exists())

    def test_foreign_folder(self):
        self.out.mkdir()
        (self.out / "thesis.txt").write_text("precious")
        result = self.generate()
        self.assertEqual(1, result.returncode)
        self.assertIn(b"--force", result.stderr)
        self.assertEqual(["thesis.txt"], list(tree(self.out)))
        self.assertEqual(0, self.generate("--force").returncode)
        self.assertFalse((self.out / "thesis.txt").exists())

    def test_empty_folder_and_file(self):
        self.out.mkdir()
        self.assertEqual(0, self.generate().returncode)
        shutil.rmtree(self.out)
        self.out.write_text("a file")
        self.assertEqual(1, self.generate("--force").returncode)
        self.assertEqual("a file", self.out.read_text())

    def test_link_to_a_folder(self):
        real = self.scratch / "real"
        real.mkdir()
        self.out.symlink_to(real)
        self.assertEqual(0, self.generate().returncode)
        self.assertTrue(self.out.is_symlink() and (real / "README.md").exists())

    def test_refused_model_leaves_the_folder(self):
        self.generate()
        before = tree(self.out)
        self.model.write_text(json.dumps(model(pool={"count": 0})))
        self.assertEqual((1, before), (self.generate().returncode, tree(self.out)))
        self.assertEqual([], self.left_over())

    def test_check(self):
        self.assertEqual(1, self.generate("--check").returncode)
        self.assertFalse(self.out.exists())
        self.generate()
        self.assertEqual(0, self.generate("--check").returncode)
        (self.out / "README.md").write_text("changed")
        (self.out / "network/ip-plan.md").unlink()
        (self.out / "more").write_text("x")
        shutil.rmtree(self.out / "secrets")
        result = self.generate("--check")
        self.assertEqual(1, result.returncode)
        for line in (b"README.md differs", b"ip-plan.md is missing", b"more should not be there"):
            self.assertIn(line, result.stderr)
        self.assertNotIn(b"secrets", result.stderr)

    def stands(self):
        """What stands in the folder: kind and rights, content, and what changes when it is written anew."""
        found = {}
        for path in [self.out, *self.out.rglob("*")]:
            status = path.lstat()
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else None
            found[str(path.relative_to(self.out))] = (status.st_mode, content), (status.st_ino, status.st_mtime_ns)
        return found

    def test_a_folder_that_is_as_it_should_be_is_not_touched(self):
        program = self.scratch / "slipway-vnet"
        program.write_bytes(bytes(200_000))
        for _ in range(2):
            self.assertEqual(0, slipway("generate", self.model, "--plugin", program, "-o", self.out).returncode)
            first = self.stands()
            self.assertEqual(0, slipway("generate", self.model, "--plugin", program, "-o", self.out).returncode)
            self.assertEqual(first, self.stands())
            (self.out / "secrets/note").write_text("somebody's own, which stays")
            (self.out / "secrets/note").chmod(0o600)

    def test_whatever_differs_is_mended(self):
        program = self.scratch / "slipway-vnet"
        program.write_bytes(bytes(200_000))
        out, arguments = self.out, ("generate", self.model, "--plugin", program, "-o", self.out)
        self.assertEqual(0, slipway(*arguments).returncode)
        wanted = {path: facts[0] for path, facts in self.stands().items()}
        token = out / "secrets/bootstrap-token"

        def link():
            (out / "network/ip-plan.md").rename(self.scratch / "elsewhere")
            (out / "network/ip-plan.md").symlink_to(self.scratch / "elsewhere")

        def bent():
            (out / "plugin/slipway-vnet").write_bytes(bytes(199_999) + b"x")

        for name, change in {
                "same length": lambda: (out / "network/ip-plan.md").write_bytes(
                    (out / "network/ip-plan.md").read_bytes().replace(b"a", b"b", 1)),
                "longer": lambda: (out / "apimodel.json").write_bytes((out / "apimodel.json").read_bytes() + b" "),
                "gone": lambda: (out / "network/egress.md").unlink(), "link": link, "program": bent,
                "more": lambda: (out / "network/more").touch(), "folder": lambda: (out / "nodes/more").mkdir(),
                "rights": lambda: (out / "azuredeploy.json").chmod(0o600), "secret": lambda: token.chmod(0o644),
                "folder's rights": lambda: (out / "secrets/pki").chmod(0o755)}.items():
            with self.subTest(name):
                change()
                self.assertNotEqual(wanted, {path: facts[0] for path, facts in self.stands().items()})
                self.assertEqual(0, slipway(*arguments).returncode)
                self.assertEqual(wanted, {path: facts[0] for path, facts in self.stands().items()})

    def test_a_plugin_that_is_no_file(self):
        for path, reason in ("/dev/zero", b"cannot take a program from"), (self.scratch, b"cannot take a program from"):
            result = slipway("generate", self.model, "--plugin", path, "-o", self.out)
            self.assertEqual(2, result.returncode)
            self.assertIn(reason, result.stderr)

    def test_full_disk(self):
        # A file system of its own, smaller than the folder.
        disk = self.scratch / "disk"
        disk.mkdir()
        script = ('mount -t tmpfs -o size=64k none "$1" && mkdir "$1/out" && ! "$2" generate "$3" --no-plugin -o "$1/out"'
                  ' && [ -z "$(ls -A "$1/out")" ] && [ "$(ls -A "$1")" = out ]')
        result = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", disk, SLIPWAY,
                                 self.model], capture_output=True)
        if b"unshare" in result.stderr:
            with open(os.environ.get("NOT_RUN", os.devnull), "a") as file:
                file.write("generate on a full disk: this machine has no unprivileged user namespaces\n")
            return
        self.assertEqual(0, result.returncode, result.stderr)
        self.assertIn(b"No space left", result.stderr)

    def test_read_only_target(self):
        result = slipway("generate", self.model, "--no-plugin", "-o", "/proc/slipway/out")
        self.assertEqual(1, result.returncode)
        self.assertIn(b"cannot make folder", result.stderr)

    def test_a_completed_model_is_not_told_off_for_what_slipway_wrote(self):
        """Findings of a generated apimodel.json are those of its model, in every example."""
        def said(file):
            reports = json.loads(slipway("validate", "--no-project", "--format", "json", file).stdout)
            return {(finding["id"], finding["severity"]) for finding in reports["findings"]}

        examples = pathlib.Path(__file__).resolve().parents[2] / "examples"
        completed = sorted(examples.glob("*/golden/apimodel.json"))
        self.assertGreater(len(completed), 15)
        for file in completed:
            with self.subTest(file.parts[-3]):
                model = next(file.parents[1].glob("cluster.*"))
                self.assertLessEqual(said(file), said(model))

    def test_apimodel_gives_the_same_folder_with_its_secrets(self):
        document = model(kubernetes={"useManagedIdentity": False}, properties={"servicePrincipalProfile": {
            "clientId": "11111111-2222-3333-4444-555555555555", "secret": 'hu"sh\\,x'}})
        self.model.write_text(json.dumps(document))
        self.assertEqual(0, self.generate().returncode)
        self.assertNotIn("sh\\\\,x", (self.out / "apimodel.json").read_text())
        first = tree(self.out)
        self.assertEqual(0, slipway("generate", self.out / "apimodel.json", "--no-plugin", "-o", self.out).returncode)
        self.assertEqual(first, tree(self.out))

    def test_no_secret_outside_secrets(self):
        document = model(kubernetes={"useManagedIdentity": False, "enableDataEncryptionAtRest": True,
                                     "etcdEncryptionKey": "aHVzaGh1c2g="},
                         properties={"servicePrincipalProfile": {
                             "clientId": "11111111-2222-3333-4444-555555555555", "secret": "hush-hush"}})
        self.model.write_text(json.dumps(document))
        result = self.generate()
        self.assertEqual(0, result.returncode)
        self.assertNotIn(b"hush", result.stdout + result.stderr)
        for path in self.out.rglob("*"):
            if path.is_file() and path.parent.name != "secrets":
                self.assertFalse(any(secret in path.read_bytes() for secret in (b"hush-hush", b"aHVzaGh1c2g=")), path)

    def test_plugin_is_bundled_with_its_checksum(self):
        binary = self.scratch / "slipway-vnet"
        binary.write_bytes(b"\x7fELF" + bytes(1000))
        result = slipway("generate", self.model, "--plugin", binary, "-o", self.out)
        self.assertEqual(0, result.returncode, result.stderr)
        self.assertNotIn(b"KU014", result.stderr)
        self.assertEqual(binary.read_bytes(), (self.out / "plugin/slipway-vnet").read_bytes())
        self.assertIn(hashlib.sha256(binary.read_bytes()).hexdigest(), (self.out / "README.md").read_text())
        binary.unlink()
        self.assertEqual(2, slipway("generate", self.model, "--plugin", binary, "-o", self.out).returncode)

    def test_without_plugin_the_folder_says_so(self):
        result = self.generate()
        self.assertIn(b"KU014", result.stderr)
        self.assertIn("incomplete", (self.out / "README.md").read_text())


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
