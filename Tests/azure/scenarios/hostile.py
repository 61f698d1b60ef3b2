"""A server that wishes harm: nothing of it is believed, no token goes astray, nothing grows without bound."""
import json
import resource
import signal
import time

from harness.case import Scenario

READ = {"operation": "VirtualNetworks_Get"}
STATUS = {"operation": "Poll_DeploymentStatus"}


class Hostile(Scenario):
    # What a hostile server does is none of the client's faults.
    ALLOWED = ("operation-not-followed", "page-not-read")

    def stranger_got_no_token(self, azure):
        lines = (azure.folder / "stranger.jsonl").read_text().splitlines()
        for line in map(json.loads, lines):
            self.assertNotIn("authorization", {name.lower() for name in line["requestHeaders"]}, "the stranger got a token")
        return lines

    def test_endless_body(self):
        faults = [{"do": "endless-body", "when": {**READ, "times": 0}}]
        with self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
            process = shell.begin("preflight", shell.model())
            result = shell.end(process, timeout=120)
            self.assertNotEqual(result.code, 0 if "PF040" not in result.text else None, str(result))
            # Kilobytes of the largest child so far: the endless body is 256 MB.
            self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 220_000)

    def test_redirect_to_a_stranger(self):
        for status in (301, 302, 307, 308):
            faults = [{"do": "redirect", "status": status, "when": {**READ, "times": 0}}]
            with self.subTest(status), self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
                shell.run("preflight", shell.model(), timeout=120)
                self.assertEqual(self.stranger_got_no_token(azure), [])

    def test_links_to_a_stranger(self):
        for operation in ("Deployments_CreateOrUpdate", "Deployments_WhatIf", "ComputeUsage_List", "DeploymentOperations_List"):
            faults = [{"do": "stranger-link", "when": {"operation": operation, "times": 0}}]
            with self.subTest(operation), self.azure({"pageSize": 3}, faults, judged=self.ALLOWED) as (azure, shell):
                shell.run("deploy", shell.model(), "-o", "out", "--yes", "--timeout", "1", timeout=120)
                self.stranger_got_no_token(azure)

    def test_huge_headers(self):
        faults = [{"do": "huge-headers", "when": {**READ, "times": 0}}]
        with self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
            result = shell.run("preflight", shell.model(), timeout=120)
            self.assertNotIn("pppp", result.text)
            self.assertIn("larger than any true one", result.text)

    def test_endless_token(self):
        with self.azure(faults=[{"do": "endless-body", "when": {"operation": "Token_*", "times": 0}}]) as (azure, shell):
            result = shell.run("preflight", shell.model(), timeout=120)
            self.assertIn(result.code, (3, 6), str(result))
            self.assertIn("larger than any true one", result.text)

    def test_ctrl_c_in_the_silence(self):
        faults = [{"do": "slow", "seconds": 40, "when": {"operation": "Subscriptions_Get", "times": 0}}]
        with self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
            process = shell.begin("preflight", shell.model())
            for _ in range(1500):
                if any(x["operation"] == "Subscriptions_Get" for x in list(azure.exchanges)):
                    break
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            self.ends(shell.end(process, timeout=10), 130)

    def test_silence(self):
        # Somebody takes the question and never answers: the command's own time ends it.
        faults = [{"do": "slow", "seconds": 40, "when": {"operation": "Subscriptions_Get", "times": 0}}]
        with self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
            self.ends(shell.run("preflight", shell.model(), "--timeout", "0.05", timeout=30), 5)

    def test_bad_certificates(self):
        with self.azure(AZURE_AUTHORITY_HOST=None) as (azure, shell):
            for name, listener in azure.bad.items():
                with self.subTest(name):
                    result = shell.run("preflight", shell.model(), "--endpoint", listener.url)
                    self.assertIn(result.code, (3, 6), str(result))
                    self.assertIn("certificate", result.text.lower())
            self.assertEqual(azure.count, 0)

    def test_unknown_authority(self):
        with self.azure(SSL_CERT_FILE=None) as (azure, shell):
            result = self.ends(shell.run("preflight", shell.model()), 6)
            self.assertIn("certificate", result.text.lower())

    def test_plain_http_is_refused(self):
        with self.azure() as (azure, shell):
            result = shell.run("preflight", shell.model(), "--endpoint", azure.imds.url)
            self.assertIn(result.code, (2, 6), str(result))
            self.assertEqual(azure.count, 0)

    def test_wrong_json(self):
        for body in ([], "text", 7, {"value": 5}, {"properties": []}, {"error": "no object"}, {"nextLink": "/relative"}):
            faults = [{"do": "wrong-json", "body": body, "when": {"operation": name, "times": 0}}
                      for name in ("VirtualNetworks_Get", "ComputeUsage_List", "Permissions_*", "ResourceSkus_List")]
            with self.subTest(str(body)), self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
                result = shell.run("preflight", shell.model(), timeout=120)
                self.assertIn(result.code, (0, 1, 3, 4, 6), str(result))

    def test_nonsense_while_polling(self):
        for body in ({}, {"status": 7}, {"status": None}, [], {"status": "Succeeded", "error": "x"}):
            faults = [{"do": "wrong-json", "body": body, "when": {**STATUS, "times": 2}}]
            with self.subTest(str(body)), self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
                result = shell.run("deploy", shell.model(), "-o", "out", "--yes", "--timeout", "1", timeout=120)
                self.assertIn(result.code, (0, 4, 5, 6), str(result))

    def test_texts_of_the_service_reach_no_terminal_unescaped(self):
        faults = [{"do": "status", "status": 403, "code": "AuthorizationFailed", "message": "\u001b]0;title\u0007\u001b[2J",
                   "when": {"operation": "Subscriptions_Get", "times": 0}}]
        with self.azure(faults=faults) as (azure, shell):
            self.assertNotIn("\u001b", shell.run("preflight", shell.model()).text)
