"""The folder that generate writes: what stands in it, whose it is, what stays and what is written anew."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from program import BASE, SLIPWAY, model, slipway, tree


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

    def test_a_folder_is_not_replaced_with_the_model_in_it(self):
        """Neither where the model stands, with --force, nor where somebody put it into the folder later."""
        self.assertEqual(0, self.generate().returncode)
        inside = self.out / "network/cluster.json"
        inside.write_text(self.model.read_text())
        for model, folder, more in (self.model, self.scratch, ["--force"]), (inside, self.out, []), (inside, self.out, ["--force"]):
            with self.subTest(str(folder), more=more):
                before = tree(self.scratch)
                result = slipway("generate", model, "--no-plugin", "-o", folder, *more)
                self.assertEqual(1, result.returncode)
                self.assertIn(b"stands in it; name another folder", result.stderr)
                self.assertEqual(before, tree(self.scratch))

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
