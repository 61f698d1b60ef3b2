"""A certificate authority of this run, and the certificates of its listeners, made with the openssl command."""
import atexit
import functools
import pathlib
import shutil
import subprocess
import tempfile

HOSTS = "IP:127.0.0.1,IP:127.0.0.2,DNS:localhost"


def _openssl(*arguments, folder):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


def authority(folder, name="ca"):
    """Make a CA: NAME.pem and NAME.key in the folder."""
    _openssl(
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", f"/CN=Loopback {name}", "-keyout", f"{name}.key", "-out", f"{name}.pem",
        "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign", folder=folder)
    return pathlib.Path(folder, f"{name}.pem")


def issue(folder, name, ca="ca", hosts=HOSTS, days=2):
    """Make a certificate: NAME.pem with certificate and key. A negative number of days makes an expired one."""
    extensions = pathlib.Path(folder, f"{name}.ext")
    extensions.write_text(f"subjectAltName={hosts}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n")
    _openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}",
             "-keyout", f"{name}.key", "-out", f"{name}.csr", folder=folder)
    _openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{ca}.pem", "-CAkey", f"{ca}.key", "-CAcreateserial",
             "-days", str(days), "-extfile", extensions.name, "-out", f"{name}.crt", folder=folder)
    chain = pathlib.Path(folder, f"{name}.pem")
    chain.write_text(pathlib.Path(folder, f"{name}.crt").read_text() + pathlib.Path(folder, f"{name}.key").read_text())
    for leftover in (f"{name}.csr", f"{name}.ext", f"{name}.crt", f"{name}.key"):
        pathlib.Path(folder, leftover).unlink()
    return chain


@functools.cache
def of_this_run():
    """The files that servers of this process share: `ca`, and certificates with keys, good and bad."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="azure-ca-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ca, _ = authority(folder), authority(folder, "foreign")
    return {"ca": ca, "server": issue(folder, "server"), "expired": issue(folder, "expired", days=-1),
            "wrongHost": issue(folder, "wronghost", hosts="DNS:management.azure.com"),
            "unknownAuthority": issue(folder, "unknown", ca="foreign")}


def client(folder, name, kind):
    """A self-signed certificate with its key for a client: `rsa` or `ec`. Gives the PEM file's path."""
    algorithm = ["rsa:2048"] if kind == "rsa" else ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    _openssl("req", "-x509", "-newkey", *algorithm, "-nodes", "-days", "2", "-subj", f"/CN={name}",
             "-keyout", f"{name}.key", "-out", f"{name}.crt", folder=folder)
    both = pathlib.Path(folder, f"{name}.pem")
    both.write_text(pathlib.Path(folder, f"{name}.key").read_text() + pathlib.Path(folder, f"{name}.crt").read_text())
    return both
