"""Hands every Kubernetes file in user data to kubecheck, as the steps on the machine complete them: no error is allowed."""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

from user_data import contents

WORDS = {
    "{nodeName}": "shop-master-0", "{address}": "10.255.255.5", "{tenantId}": "11111111-2222-3333-4444-555555555555",
    "{bootstrapToken}": "abcdef.0123456789abcdef", "{caCertHash}": "sha256:" + "ab" * 32,
    "{etcdEncryptionKey}": base64.b64encode(b"0123456789abcdef0123456789abcdef").decode(),
}
DEPLOYMENT = {"tenantId": WORDS["{tenantId}"], "subscriptionId": WORDS["{tenantId}"], "resourceGroup": "shop",
              "location": "westeurope", "vnetResourceGroup": "shop", "securityGroupResourceGroup": "shop"}
INIT = ["InitConfiguration", "ClusterConfiguration", "KubeletConfiguration", "KubeProxyConfiguration"]


def completed(text):
    for word, value in WORDS.items():
        text = text.replace(word, value)
    return text


def documents(texts):
    return "---\n".join(json.dumps(text) + "\n" for text in texts)


def cases(entries):
    """Name, text and option of each file, in groups that belong together."""
    kubeadm = json.loads(completed(entries["/etc/slipway/kubeadm.json"]))
    kinds = {document["kind"]: document for document in kubeadm}
    patch = json.loads(entries["/etc/slipway/kubelet-patches/kubeletconfiguration+merge.json"])
    containerd = ("config.toml", entries["/etc/containerd/config.toml"])
    groups = [[("join.yaml", documents([kinds["JoinConfiguration"]]))]]
    if "InitConfiguration" in kinds:
        groups.append([("kubeadm.yaml", documents([kinds[kind] for kind in INIT])), containerd])
        kubelet = kinds["KubeletConfiguration"] | patch
        groups.append([("audit.yaml", entries["/etc/kubernetes/audit-policy.yaml"])])
        azure = json.loads(entries["/etc/slipway/azure.json"])
        if azure.get("useManagedIdentityExtension"):
            azure["userAssignedIdentityID"] = WORDS["{tenantId}"]
        else:
            azure["aadClientSecret"] = "secret"
        groups.append([("azure.json", json.dumps(DEPLOYMENT | azure))])
        for path, text in entries.items():
            if path.startswith("/etc/slipway/addons/"):
                groups.append([(pathlib.Path(path).name, text)])
        if "/etc/slipway/encryption.json" in entries:
            groups.append([("encryption.yaml", completed(entries["/etc/slipway/encryption.json"]))])
    else:
        kubelet = patch
    groups.append([("kubelet.yaml", json.dumps(kubelet)), containerd])
    return groups


checker, *files = sys.argv[1:]
count, seen = 0, set()
for file in files:
    for group in cases(contents(file)):
        key = json.dumps(group)
        if key in seen:
            continue
        seen.add(key)
        with tempfile.TemporaryDirectory() as scratch:
            paths = []
            for name, text in group:
                path = pathlib.Path(scratch, name)
                path.write_text(text)
                paths.append(path)
            result = subprocess.run([sys.executable, checker, "--kubernetes", "1.35", "--quiet", *paths],
                                    capture_output=True, text=True)
            count += len(paths)
            if result.returncode:
                sys.exit(f"{file}: {result.stdout}{result.stderr}")
print(f"kubecheck: {count} files of {len(files)} kinds of machines accepted")
