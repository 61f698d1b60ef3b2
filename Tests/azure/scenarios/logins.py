"""Every kind of login, and every way in which one can be wrong."""
import contextlib
import json
import pathlib
import stat
from urllib.parse import quote

from arm import certificates, standard
from harness.case import Scenario
from harness.proxy import Proxy
from harness.tokens import federated_token

from . import worlds

NO_SECRET = {"AZURE_CLIENT_SECRET": None}
NOTHING = {**NO_SECRET, "AZURE_CLIENT_ID": None, "AZURE_TENANT_ID": None, "AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://127.0.0.1:9"}
AZ = """#!/bin/sh
[ "$1 $2" = "account get-access-token" ] || exit 2
{body}
"""


class Kinds(Scenario):
    def works(self, shell, kind):
        """The login works by choice and in the chain."""
        self.ends(shell.run("preflight", shell.model(), "--auth", kind, "--resource-group", "corp"), 0)
        self.ends(shell.run("preflight", shell.model(), "--resource-group", "corp"), 0)

    def test_client_secret(self):
        with self.azure(worlds.WITH_GROUP) as (azure, shell):
            self.works(shell, "client-secret")

    def test_client_certificate(self):
        for kind in ("rsa", "ec"):
            with self.subTest(kind), self.azure(worlds.WITH_GROUP, **NO_SECRET) as (azure, shell):
                path = certificates.client(shell.folder, f"client-{kind}", kind)
                azure.world["principals"]["pipeline"]["certificates"] = [path.read_text()]
                shell.set(AZURE_CLIENT_CERTIFICATE_PATH=path)
                self.works(shell, "client-certificate")

    def test_workload_identity_reads_its_file_anew(self):
        with self.azure(worlds.WITH_GROUP, **NO_SECRET) as (azure, shell):
            file = pathlib.Path(shell.folder, "token")
            first = federated_token()
            file.write_text(first)
            shell.set(AZURE_FEDERATED_TOKEN_FILE=file)
            self.works(shell, "workload-identity")

            def renew(request, moment):
                if request.operation == "Deployments_CreateOrUpdate" and moment == "before" and file.read_text() == first:
                    azure.tokens.expire_all()
                    file.write_text(federated_token(jti="second"))
            azure.watch(renew)
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            bodies = [x["requestBody"] for x in azure.exchanges if x["operation"] == "Token_ClientCredentials"]
            self.assertGreater(len({b for b in bodies}), 1, "the file was not read anew")

    def test_managed_identity(self):
        with self.azure(worlds.WITH_GROUP, **{**NO_SECRET, "AZURE_CLIENT_ID": None, "AZURE_TENANT_ID": None}) as (azure, shell):
            self.works(shell, "managed-identity")
            for name, text in (("client_id", standard.USER_IDENTITY), ("mi_res_id", standard.USER_IDENTITY_ID),
                               ("object_id", "object-id=0b1ec700-0000-4000-8000-000000000003")):
                shell.set(AZURE_CLIENT_ID=text)
                self.works(shell, "managed-identity")
                url = [x["url"] for x in azure.exchanges if x["operation"] == "Token_ManagedIdentity"][-1]
                self.assertIn(f"{name}={quote(text.removeprefix('object-id='), safe='')}", url)
            shell.set(AZURE_CLIENT_ID="/subscriptions/s/nobody")
            self.assertIn("Identity not found", self.ends(shell.run("preflight", shell.model()), 3).text)

    def test_metadata_endpoint_is_busy(self):
        faults = [{"do": "status", "status": s, "when": {"operation": "Token_ManagedIdentity"}} for s in (404, 429, 500)]
        with self.azure(worlds.WITH_GROUP, faults, **{**NO_SECRET, "AZURE_CLIENT_ID": None, "AZURE_TENANT_ID": None}) as (azure, shell):
            self.ends(shell.run("preflight", shell.model(), "--auth", "managed-identity", "--resource-group", "corp"), 0)

    def az(self, shell, body):
        path = shell.bin / "az"
        path.write_text(AZ.format(body=body))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def test_azure_cli(self):
        with self.azure(worlds.WITH_GROUP, **NOTHING) as (azure, shell):
            token, life = azure.tokens.give(azure.world["principals"]["pipeline"], azure.endpoint)
            answer = json.dumps({"accessToken": token, "expiresOn": "2099-01-01 00:00:00.000000", "expires_on": 4070908800,
                                 "subscription": standard.SUBSCRIPTION, "tenant": standard.TENANT, "tokenType": "Bearer"})
            self.az(shell, f"cat <<'END'\n{answer}\nEND")
            self.works(shell, "azure-cli")

    def test_azure_cli_is_not_logged_in(self):
        with self.azure(**NOTHING) as (azure, shell):
            self.az(shell, "echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1")
            result = self.ends(shell.run("preflight", shell.model(), "--auth", "azure-cli"), 3)
            self.assertIn("az login", result.text)

    def test_azure_cli_hangs(self):
        with self.azure(**NOTHING) as (azure, shell):
            self.az(shell, "sleep 100 & sleep 100")
            self.ends(shell.run("preflight", shell.model(), "--auth", "azure-cli", timeout=90), 3)


class Wrong(Scenario):
    def test_nothing_serves(self):
        with self.azure(**NOTHING) as (azure, shell):
            result = self.ends(shell.run("preflight", shell.model(), timeout=90), 3)
            for name in ("workload-identity", "client-secret", "client-certificate", "managed-identity", "azure-cli"):
                self.assertIn(name, result.text)

    def test_expired_secret(self):
        with self.azure({"principals": {"pipeline": {"secretExpired": True}}}) as (azure, shell):
            self.assertIn("AADSTS7000222", self.ends(shell.run("preflight", shell.model()), 3).text)

    def test_other_tenant(self):
        with self.azure(AZURE_TENANT_ID="bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee") as (azure, shell):
            self.assertIn("AADSTS90002", self.ends(shell.run("preflight", shell.model()), 3).text)

    def test_certificate_of_somebody_else(self):
        with self.azure(**NO_SECRET) as (azure, shell):
            shell.set(AZURE_CLIENT_CERTIFICATE_PATH=certificates.client(shell.folder, "other", "rsa"))
            self.assertIn("AADSTS700027", self.ends(shell.run("preflight", shell.model()), 3).text)

    def test_unreadable_files(self):
        for name in ("AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE"):
            with self.subTest(name), self.azure(**NO_SECRET, **{name: "/nothing/here"}) as (azure, shell):
                kind = "client-certificate" if "CERTIFICATE" in name else "workload-identity"
                result = shell.run("preflight", shell.model(), "--auth", kind)
                self.assertIn(result.code, (2, 3), str(result))
                self.assertIn("/nothing/here", result.text)

    def test_file_that_is_no_certificate(self):
        with self.azure(**NO_SECRET) as (azure, shell):
            path = shell.folder / "wrong.pem"
            path.write_text("-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5IGF0IGFsbA==\n-----END PRIVATE KEY-----\n")
            shell.set(AZURE_CLIENT_CERTIFICATE_PATH=path)
            result = shell.run("preflight", shell.model(), "--auth", "client-certificate")
            self.assertIn(result.code, (2, 3), str(result))
            self.assertNotIn("bm90IGEga2V5", result.text)

    def test_subject_nobody_trusts(self):
        with self.azure(**NO_SECRET) as (azure, shell):
            file = pathlib.Path(shell.folder, "token")
            file.write_text(federated_token(sub="repo:somebody/else:ref:main"))
            shell.set(AZURE_FEDERATED_TOKEN_FILE=file)
            self.assertIn("AADSTS70021", self.ends(shell.run("preflight", shell.model()), 3).text)


class Proxies(Scenario):
    def test_through_a_proxy(self):
        proxy = Proxy()
        self.addCleanup(proxy.close)
        with self.azure(worlds.WITH_GROUP, HTTPS_PROXY=proxy.url, NO_PROXY=None) as (azure, shell):
            self.ends(shell.run("preflight", shell.model(), "--resource-group", "corp"), 0)
            self.assertIn(f"CONNECT 127.0.0.1:{azure.arm.port}", proxy.targets)

    def test_not_for_what_no_proxy_names(self):
        proxy = Proxy()
        self.addCleanup(proxy.close)
        with self.azure(worlds.WITH_GROUP, HTTPS_PROXY=proxy.url, NO_PROXY="127.0.0.1") as (azure, shell):
            self.ends(shell.run("preflight", shell.model(), "--resource-group", "corp"), 0)
            self.assertEqual(proxy.targets, [])

    def test_metadata_never_goes_through_a_proxy(self):
        proxy = Proxy()
        self.addCleanup(proxy.close)
        variables = {**NO_SECRET, "AZURE_CLIENT_ID": None, "AZURE_TENANT_ID": None, "HTTPS_PROXY": proxy.url, "NO_PROXY": None,
                     "HTTP_PROXY": proxy.url, "http_proxy": proxy.url}
        with self.azure(worlds.WITH_GROUP, **variables) as (azure, shell):
            self.ends(shell.run("preflight", shell.model(), "--auth", "managed-identity", "--resource-group", "corp"), 0)
            self.assertFalse([t for t in proxy.targets if "metadata" in t])

    def test_each_cloud_is_asked_at_its_own_hosts(self):
        """Nothing leaves: the proxy refuses, and remembers whom slipway wanted. All three try again for a while, at once."""
        hosts = {"AzureCloud": "login.microsoftonline.com", "AzureUSGovernment": "login.microsoftonline.us",
                 "AzureChinaCloud": "login.chinacloudapi.cn"}
        with contextlib.ExitStack() as stack:
            begun = {}
            for cloud in hosts:
                proxy = Proxy(refuse=True)
                stack.callback(proxy.close)
                variables = {"HTTPS_PROXY": proxy.url, "NO_PROXY": None, "SLIPWAY_ENDPOINT": None, "AZURE_AUTHORITY_HOST": None}
                _, shell = stack.enter_context(self.azure(**variables))
                process = shell.begin("preflight", shell.model(), "--cloud", cloud, "--auth", "client-secret")
                begun[cloud] = (proxy, shell, process)
            for cloud, (proxy, shell, process) in begun.items():
                result = shell.end(process, timeout=90)
                self.assertIn(result.code, (3, 6), str(result))
                self.assertEqual({f"CONNECT {hosts[cloud]}:443"}, set(proxy.targets))

    def test_proxy_that_refuses(self):
        proxy = Proxy(refuse=True)
        self.addCleanup(proxy.close)
        with self.azure(HTTPS_PROXY=proxy.url, NO_PROXY=None) as (azure, shell):
            result = shell.run("preflight", shell.model(), timeout=90)
            self.assertIn(result.code, (3, 6), str(result))
            self.assertIn("407", result.text)
