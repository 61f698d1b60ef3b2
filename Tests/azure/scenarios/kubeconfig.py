"""The way into the cluster after a deployment: a kubeconfig for its owner only, and whether the API server answers."""
import contextlib
import http.server
import os
import ssl
import stat
import subprocess
import threading

import yaml

from harness.case import Scenario
from harness.proxy import Proxy

from .deploying import SMALL, virtual_machines

OLD = """\
# Clusters of the team
apiVersion: v1
kind: Config
preferences: {colors: true}
clusters:
  - name: other
    cluster: {server: "https://other.example:6443", extensions: [{name: note, extension: {since: 2021-03-04}}]}
  - name: corp
    cluster: {server: "https://before.example:6443"}
users:
  - name: other-admin
    user: {token: "0123"}
contexts:
  - name: other
    context: {cluster: other, user: other-admin, namespace: "on"}
current-context: other
"""


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class Watch(threading.Thread):
    """Looks at all files below a folder until stopped, and keeps those that others could have read."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.folder, self.open_ones, self.over = folder, set(), threading.Event()

    def run(self):
        while not self.over.is_set():
            for path in self.folder.iterdir():
                with contextlib.suppress(OSError):
                    if path.is_file() and mode(path) & 0o077:
                        self.open_ones.add(path.name)


class Kubeconfig(Scenario):
    def deployed(self, shell):
        self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes"), 0)

    def again(self, shell, code, *arguments, **options):
        return self.ends(shell.run("deploy", "out", "--yes", "--kubeconfig", *arguments, **options), code)

    def test_a_new_file(self):
        with self.azure() as (azure, shell):
            (shell.work / "deep").mkdir()
            watch = Watch(shell.work / "deep")
            watch.start()
            result = self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes", "--kubeconfig", "deep/config", umask=0), 0)
            watch.over.set()
            watch.join()
            self.assertEqual(watch.open_ones, set())
            path = shell.work / "deep/config"
            self.assertEqual(mode(path), 0o600)
            self.assertEqual(path.read_bytes(), (shell.work / "out/secrets/admin.kubeconfig").read_bytes())
            self.assertIn("kubectl --kubeconfig deep/config get nodes", result.text)
            self.again(shell, 0, "new/folder/config")
            self.assertEqual(mode(shell.work / "new/folder/config"), 0o600)
            self.assertEqual(os.listdir(shell.work / "deep"), ["config"])

    def test_merged_by_choice(self):
        with self.azure() as (azure, shell):
            path = shell.work / "config"
            path.write_text(OLD)
            path.chmod(0o644)
            self.deployed(shell)
            self.again(shell, 0, "config", "--merge")
            old, new = yaml.safe_load(OLD), yaml.safe_load((shell.work / "out/secrets/admin.kubeconfig").read_text())
            merged = yaml.safe_load(path.read_text())
            self.assertEqual(mode(path), 0o600)
            self.assertEqual(merged["current-context"], "corp")
            self.assertEqual(merged["preferences"], {"colors": True})
            self.assertEqual(merged["clusters"][0]["cluster"]["server"], old["clusters"][0]["cluster"]["server"])
            self.assertEqual([c["name"] for c in merged["clusters"]], ["other", "corp"])
            self.assertEqual(merged["clusters"][1:], new["clusters"])
            self.assertEqual(merged["users"], old["users"] + new["users"])
            self.assertEqual(merged["contexts"], old["contexts"] + new["contexts"])
            self.again(shell, 0, "config", "--merge")
            self.assertEqual(yaml.safe_load(path.read_text()), merged)

    def test_what_is_there_stays(self):
        with self.azure() as (azure, shell):
            path = shell.work / "config"
            (shell.work / "folder").mkdir()
            (shell.work / "lost").symlink_to("nowhere")
            for name, text, arguments in (("config", OLD, ()), ("config", "some notes", ("--merge",)),
                                          ("config", "[1, 2]", ("--merge",)), ("config", "a: {", ("--merge",)),
                                          ("folder", None, ()), ("folder", None, ("--merge",)), ("lost", None, ("--merge",))):
                with self.subTest(name, text=text):
                    if text is not None:
                        path.write_text(text)
                    result = self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes", "--kubeconfig", name,
                                                 *arguments), 1)
                    # Said before anything is done, not after twenty minutes.
                    self.assertIn("nothing was deployed", result.text)
                    self.assertEqual(self.changed(azure), [])
                    if text is not None:
                        self.assertEqual(path.read_text(), text)

    def test_an_empty_file(self):
        # As mktemp and touch leave it: for kubectl that is a kubeconfig without entries.
        with self.azure() as (azure, shell):
            self.deployed(shell)
            for arguments in ((), ("--merge",)):
                path = shell.work / "empty"
                path.write_text("\n")
                self.again(shell, 0, "empty", *arguments)
                self.assertEqual(path.read_bytes(), (shell.work / "out/secrets/admin.kubeconfig").read_bytes())
                self.assertEqual(mode(path), 0o600)

    def test_a_link_stays_a_link(self):
        with self.azure() as (azure, shell):
            (shell.work / "real").mkdir()
            (shell.work / "real/config").write_text(OLD)
            (shell.work / "link").symlink_to("real/config")
            self.deployed(shell)
            self.again(shell, 0, "link", "--merge")
            self.assertTrue((shell.work / "link").is_symlink())
            self.assertEqual(yaml.safe_load((shell.work / "real/config").read_text())["current-context"], "corp")

    def test_somebody_else_changes_it(self):
        with self.azure() as (azure, shell):
            path = shell.work / "config"
            path.write_text(OLD)
            (shell.work / "config.lock").touch()
            self.deployed(shell)
            result = self.again(shell, 1, "config", "--merge")
            self.assertIn("config.lock", result.text)
            self.assertEqual(path.read_text(), OLD)
            (shell.work / "config.lock").unlink()
            self.again(shell, 0, "config", "--merge")
            self.assertFalse((shell.work / "config.lock").exists())

    def test_a_folder_without_the_authoritys_key(self):
        with self.azure() as (azure, shell):
            self.deployed(shell)
            (shell.work / "out/secrets/admin.kubeconfig").unlink()
            result = self.again(shell, 1, "config")
            self.assertIn("admin.kubeconfig", result.text)
            self.assertFalse((shell.work / "config").exists())

    def test_after_a_resumed_deployment(self):
        with self.azure({"stuck": "corp-master-0$"}, judged=("operation-not-followed",)) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes", "--timeout", "0.03"), 5)
            azure.world.change({"stuck": ""})
            self.again(shell, 0, "config")
            self.assertEqual(mode(shell.work / "config"), 0o600)
            self.assertEqual(virtual_machines(azure), 3)


class APIServer(Scenario):
    """Reached by its name through a proxy that leads there, since names of Azure's have no address here."""

    HOST = "corp.westeurope.cloudapp.azure.com"

    @contextlib.contextmanager
    def api_server(self, folder, authority, status):
        """Something that answers with a certificate of `authority`."""
        pair = folder / "api.pem"
        subprocess.run(["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "api.key", "-out", folder / "api.csr",
                        "-subj", "/CN=kube-apiserver"], check=True, capture_output=True)
        (folder / "names").write_text(f"subjectAltName=DNS:{self.HOST}\n")
        subprocess.run(["openssl", "x509", "-req", "-in", folder / "api.csr", "-CA", authority / "ca.crt", "-CAkey",
                        authority / "ca.key", "-CAcreateserial", "-CAserial", folder / "serial", "-days", "1", "-extfile",
                        folder / "names", "-out", pair], check=True, capture_output=True)
        asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                """Nothing to the terminal."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pair, folder / "api.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_address[1], asked
        finally:
            server.shutdown()
            server.server_close()

    def answer(self, status, authority="out"):
        """What the command says of an API server with this status, whose certificate is of this folder's authority."""
        with self.azure() as (azure, shell):
            for folder in {"out", authority}:
                self.ends(shell.run("generate", shell.model(SMALL), "-o", folder), 0)
            with self.api_server(shell.folder, shell.work / authority / "secrets/pki", status) as (port, asked):
                proxy = Proxy(routes={f"{self.HOST}:6443": port})
                self.addCleanup(proxy.close)
                shell.set(HTTPS_PROXY=proxy.url)
                result = self.ends(shell.run("deploy", "out", "--yes", "--format", "json"), 0)
                self.assertEqual(proxy.targets, [f"CONNECT {self.HOST}:6443"])
                said = [e["answers"] for e in result.events() if e["event"] == "apiServer"]
                return said, asked

    def test_answers(self):
        self.assertEqual(self.answer(200), ([True], ["/readyz"]))

    def test_refuses_strangers_and_is_there(self):
        self.assertEqual(self.answer(401), ([True], ["/readyz"]))

    def test_is_not_ready(self):
        self.assertEqual(self.answer(500), ([False], ["/readyz"]))

    def test_somebody_elses_certificate(self):
        self.assertEqual(self.answer(200, authority="another"), ([False], []))

    def test_out_of_reach(self):
        with self.azure() as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(SMALL), "-o", "out", "--yes", "--format", "json"), 0)
            self.assertEqual([e["answers"] for e in result.events() if e["event"] == "apiServer"], [False])
