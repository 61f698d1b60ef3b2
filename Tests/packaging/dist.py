"""What `make dist` makes: read by the tools that it is for, and installed where there is nothing else."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTPUT = pathlib.Path(os.environ["SUBJECT"])
DIST = OUTPUT / "dist"


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL, **options)


def only(pattern):
    found, = DIST.glob(pattern)
    return found


class Dist(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name).resolve()

    def test_sums(self):
        lines = (DIST / "SHA256SUMS").read_text().splitlines()
        self.assertEqual(sorted(path.name for path in DIST.glob("slipway*")), sorted(line.split("  ")[1] for line in lines))
        for line in lines:
            digest, name = line.split("  ")
            self.assertEqual(hashlib.sha256((DIST / name).read_bytes()).hexdigest(), digest)

    def test_twice_is_the_same(self):
        result = run(ROOT / ".ci/packaging/dist", OUTPUT / "bin/slipway", OUTPUT / "bin/slipway-vnet", self.folder)
        self.assertEqual(0, result.returncode, result.stderr)
        self.assertEqual((DIST / "SHA256SUMS").read_text(), (self.folder / "SHA256SUMS").read_text())

    def test_tarball(self):
        with tarfile.open(only("slipway-*.tar.gz")) as tar:
            members = tar.getmembers()
        names = [member.name for member in members]
        self.assertEqual(sorted(names), names)
        self.assertEqual({(0, 0, "", "")}, {(m.uid, m.gid, m.uname, m.gname) for m in members})
        self.assertEqual(1, len({member.mtime for member in members}))
        top = names[0]
        for path in ("bin/slipway", "libexec/slipway/slipway-vnet", "share/man/man1/slipway.1", "share/doc/slipway/LICENSE",
                     "share/bash-completion/completions/slipway"):
            self.assertIn(f"{top}/{path}", names)
        self.assertEqual(set(), {oct(m.mode) for m in members} - {"0o755", "0o644"})

    def test_lintian_finds_no_errors(self):
        result = run("lintian", "--allow-root", "--fail-on", "error", "--tag-display-limit", "0", only("*.deb"))
        self.assertEqual(0, result.returncode, result.stdout + result.stderr)

    def test_bill_of_materials(self):
        file = only("*.spdx.json")
        result = run(ROOT / "_output/venv/bin/pyspdxtools", "-i", file, "--version", "SPDX-2.3")
        self.assertEqual(0, result.returncode, result.stdout + result.stderr)
        document = json.loads(file.read_text())
        names = {package["name"] for package in document["packages"]}
        pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
        self.assertEqual({pin["identity"] for pin in pins} | {"slipway", "swift-runtime", "libyaml", "libstdc++"}, names)
        sums = {entry["fileName"]: entry["checksums"][1]["checksumValue"] for entry in document["files"]}
        self.assertEqual(hashlib.sha256((OUTPUT / "bin/slipway").read_bytes()).hexdigest(), sums["./slipway"])

    def test_works_without_swift(self):
        """dpkg installs the package into a root with what it depends on and nothing else; there it makes a cluster's folder."""
        package = only("*.deb")
        depends = run("dpkg-deb", "-f", package, "Depends").stdout
        # C++'s runtime is part of the program.
        self.assertEqual({"libc6", "libyaml-0-2"}, set(re.findall(r"(?:^|, )([a-z0-9.+-]+)", depends)))
        wanted = re.findall(r"(?:^|, )([a-z0-9.+-]+)", depends)
        root = self.folder / "root"
        for path in ("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "tmp", "dev", "proc", "etc"):
            (root / path).mkdir(parents=True)
        for link in ("bin", "sbin", "lib", "lib64"):
            if pathlib.Path(f"/{link}").is_symlink():
                (root / "usr" / link).mkdir(parents=True)
                (root / link).symlink_to(f"usr/{link}")
        seen = self.closure(wanted + ["dpkg", "tar", "dash", "coreutils", "diffutils", "libc-bin"])
        self.assertFalse([name for name in seen if "swift" in name])
        status = ""
        for name in seen:
            files = [line for line in run("dpkg", "-L", name).stdout.splitlines() if line.startswith("/") and line != "/."]
            for file in files:
                source, target = pathlib.Path(file), root / file.lstrip("/")
                if source.is_symlink() and not target.exists() and not target.is_symlink():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    if not target.parent.is_dir():
                        continue
                    target.symlink_to(os.readlink(source))
                elif source.is_file() and not target.exists() and "/share/doc/" not in file and "/share/locale/" not in file:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(source, target)
            status += run("dpkg-query", "-s", name).stdout.rstrip("\n") + "\n\n"
            (root / f"var/lib/dpkg/info/{name}.list").write_text("\n".join(files) + "\n")
        (root / "var/lib/dpkg/status").write_text(status)
        (root / "etc/passwd").write_text("root:x:0:0::/:/bin/sh\n")
        (root / "etc/group").write_text("root:x:0:\n")
        shutil.copy(package, root / "tmp/slipway.deb")
        shutil.copy(ROOT / "examples/quickstart/cluster.json", root / "tmp/cluster.json")
        self.assertFalse(list(root.rglob("libswift*")))
        install = run("chroot", root, "dpkg", "-i", "/tmp/slipway.deb")
        self.assertEqual(0, install.returncode, install.stdout + install.stderr)
        # Swift reads its arguments from /proc; the mount goes with its namespace.
        made = run("unshare", "--mount", "sh", "-c", 'mount -t proc proc "$1/proc" && exec chroot "$@"', "sh", root, "slipway",
                   "generate", "/tmp/cluster.json", "-o", "/tmp/out")
        self.assertEqual(0, made.returncode, made.stdout + made.stderr)
        self.assertTrue((root / "tmp/out/azuredeploy.json").exists(), made.stdout)
        # The plugin is found where the package has put it.
        self.assertNotIn("slipway-vnet", made.stderr)
        remove = run("chroot", root, "dpkg", "-r", "slipway")
        self.assertEqual(0, remove.returncode, remove.stdout + remove.stderr)
        self.assertEqual([], [str(path) for path in (root / "usr").rglob("*slipway*")])

    def closure(self, names):
        """These packages and all that they depend on, as they are installed here."""
        seen, queue = [], list(names)
        while queue:
            name = queue.pop(0)
            shown = run("dpkg-query", "-W", "-f", "${Package}\\t${Status}\\t${Depends}, ${Pre-Depends}\n", name).stdout
            if not shown or "installed" not in shown:
                continue
            package, _, depends = shown.splitlines()[0].split("\t")
            if package in seen:
                continue
            seen.append(package)
            queue += [re.split(r"[ :(|]", part.strip())[0] for part in depends.split(",") if part.strip()]
        return seen

    def test_install_and_uninstall(self):
        arguments = (f"DESTDIR={self.folder}", "PREFIX=/opt/slipway", f"OUTPUT={OUTPUT}")
        install = run("make", "-C", ROOT, "-o", "build", "install", *arguments)
        self.assertEqual(0, install.returncode, install.stderr)
        program = self.folder / "opt/slipway/bin/slipway"
        self.assertEqual(0, run(program, "version").returncode)
        (self.folder / "opt/slipway/share/man/man1/other.1").write_text("")
        uninstall = run("make", "-C", ROOT, "uninstall", *arguments)
        self.assertEqual(0, uninstall.returncode, uninstall.stderr)
        left = [path.name for path in self.folder.rglob("*") if path.is_file()]
        self.assertEqual(["other.1"], left)


if __name__ == "__main__":
    unittest.main()
