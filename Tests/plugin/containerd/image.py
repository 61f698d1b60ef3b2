"""A container image from Debian's static busybox; nothing is pulled from anywhere."""
import hashlib
import io
import json
import tarfile

NAME = "localhost/busybox:local"
APPLETS = ("sh", "sleep", "ping", "httpd", "wget")


def add(archive, name, data=None, kind=tarfile.REGTYPE, mode=0o755, target=""):
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.linkname, entry.size = kind, mode, target, len(data or b"")
    archive.addfile(entry, io.BytesIO(data or b""))


def layer(busybox):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for folder in ("bin", "etc", "tmp", "proc", "sys", "dev", "www"):
            add(archive, folder, kind=tarfile.DIRTYPE)
        add(archive, "bin/busybox", busybox)
        for applet in APPLETS:
            add(archive, f"bin/{applet}", kind=tarfile.SYMTYPE, target="busybox")
    return stream.getvalue()


def write(path, busybox="/bin/busybox"):
    """Writes the image as an archive that `ctr images import` takes."""
    with open(busybox, "rb") as file:
        content = layer(file.read())
    name = hashlib.sha256(content).hexdigest()
    config = json.dumps({
        "architecture": "amd64", "os": "linux",
        "config": {"Entrypoint": ["/bin/sleep", "2147483647"], "Env": ["PATH=/bin"]},
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + name]},
        "history": [{"created_by": "test"}],
    }).encode()
    config_name = hashlib.sha256(config).hexdigest() + ".json"
    manifest = json.dumps([{"Config": config_name, "RepoTags": [NAME], "Layers": [name + ".tar"]}]).encode()
    with tarfile.open(path, "w") as archive:
        add(archive, config_name, config)
        add(archive, name + ".tar", content)
        add(archive, "manifest.json", manifest)
