"""The examples for pipelines that deploy, step by step as the pipelines run them."""
import http.server
import json
import os
import pathlib
import subprocess
import threading

import yaml

from harness.case import Scenario
from harness.program import EXAMPLES, PROGRAM
from harness.tokens import federated_token

from . import worlds
from .deploying import SMALL, virtual_machines

CI = EXAMPLES / "ci"


class Issuer:
    """Gives a pipeline's job its token, as GitHub does."""

    def __init__(self):
        issuer = self
        self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                issuer.asked.append((self.path, self.headers["Authorization"]))
                body = json.dumps({"count": 1, "value": federated_token()}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                """Nothing to the terminal."""

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}/token?version=2"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Pipelines(Scenario):
    def steps(self, shell, scripts, **variables):
        """Run a job's scripts in order, with what earlier ones wrote for GitHub; the output."""
        out = ""
        environment = {**shell.environment, "PATH": f"{PROGRAM.parent}:{shell.environment['PATH']}", **variables}
        for script in scripts:
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=shell.work, env=environment, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
            out += done.stdout
            self.assertEqual(done.returncode, 0, out)
            given = pathlib.Path(environment.get("GITHUB_ENV", os.devnull)).read_text()
            environment.update(line.split("=", 1) for line in given.splitlines())
        return out

    def world(self, shell):
        (shell.work / "clusters").mkdir()
        shell.model(SMALL, name="clusters/prod.json")

    def test_github(self):
        jobs = yaml.safe_load((CI / "github-deploy.yaml").read_text())["jobs"]
        issuer = Issuer()
        self.addCleanup(issuer.close)
        with self.azure(worlds.WITH_GROUP, AZURE_CLIENT_SECRET=None) as (azure, shell):
            self.world(shell)
            variables = {
                "RUNNER_TEMP": str(shell.folder / "tmp"), "GITHUB_ENV": str(shell.folder / "variables"),
                "ACTIONS_ID_TOKEN_REQUEST_URL": issuer.url, "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "of-the-job",
                "SLIPWAY_FOLDER": str(shell.folder / "kept")}
            for number, job in enumerate((jobs["plan"], jobs["apply"])):
                (shell.folder / "variables").write_text("")
                out = self.steps(shell, [step["run"] for step in job["steps"] if "run" in step], **variables)
                self.assertEqual(virtual_machines(azure), 3 * number)
            self.assertIn("Succeeded", out)
            self.assertEqual({auth for _, auth in issuer.asked}, {"bearer of-the-job"})
            self.assertTrue(all(path.endswith("&audience=api://AzureADTokenExchange") for path, _ in issuer.asked))
            self.assertEqual((shell.folder / "tmp/azure-token").stat().st_mode & 0o077, 0)

    def test_gitlab(self):
        file = yaml.safe_load((CI / "gitlab-deploy.yaml").read_text())
        with self.azure(worlds.WITH_GROUP, AZURE_CLIENT_SECRET=None) as (azure, shell):
            self.world(shell)
            for name in ("plan", "apply"):
                job = {**file[".azure"], **file[name]}
                token = str(shell.folder / f"token-{name}")
                self.steps(shell, job["before_script"] + job["script"], AZURE_ID_TOKEN=federated_token(),
                           AZURE_FEDERATED_TOKEN_FILE=token, SLIPWAY_FOLDER=str(shell.folder / "kept"))
                self.assertEqual(os.stat(token).st_mode & 0o077, 0)
                self.steps(shell, job["after_script"], AZURE_FEDERATED_TOKEN_FILE=token)
                self.assertFalse(os.path.exists(token))
            self.assertEqual(virtual_machines(azure), 3)
