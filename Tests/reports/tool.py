"""Runs slipway in a scratch folder."""
import os
import pathlib
import subprocess
import tempfile
import unittest

SLIPWAY = os.environ["SLIPWAY"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8"

GOOD = f"""\
# The shop's cluster.
apiVersion: vlabs
location: westeurope
properties:
  orchestratorProfile:
    orchestratorRelease: "1.35"
    kubernetesConfig:
      useManagedIdentity: true
      privateCluster:
        enabled: true
  masterProfile:
    count: 3
    dnsPrefix: shop
    vmSize: Standard_D2s_v5
  agentPoolProfiles:
    - name: agents
      count: 2  # two are enough
      vmSize: Standard_D4s_v5
  linuxProfile:
    adminUsername: azureuser
    ssh:
      publicKeys:
        - keyData: {KEY}
"""


class Scratch(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name).resolve()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def slipway(self, *arguments, **env):
        return subprocess.run([SLIPWAY, *map(str, arguments)], capture_output=True, text=True, timeout=60,
                              cwd=self.folder, env={**os.environ, **env}, stdin=subprocess.DEVNULL)
