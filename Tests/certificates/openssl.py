"""openssl, and pairs that it makes."""
import pathlib
import subprocess


def openssl(*arguments, stdin=None):
    return subprocess.run(["openssl", *map(str, arguments)], input=stdin, capture_output=True, timeout=60)


class Maker:
    """Makes pairs in a folder; every certificate is signed by the maker's own CA unless told otherwise."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.pair("ca", "/CN=corp", ["basicConstraints=critical,CA:true", "keyUsage=critical,keyCertSign,digitalSignature"],
                  signer=None)

    def key(self, name, kind="ec"):
        path = self.folder / f"{name}.key"
        options = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"] if kind == "ec" else \
            ["-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{kind}"]
        assert openssl("genpkey", *options, "-out", path).returncode == 0
        return path

    def pair(self, name, subject, extensions=(), signer="ca", days=400, kind="ec", digest="-sha256", begin=None):
        """Certificate and key as text."""
        key = self.key(name, kind)
        request, certificate = self.folder / f"{name}.csr", self.folder / f"{name}.crt"
        assert openssl("req", "-new", "-key", key, "-subj", subject, "-out", request).returncode == 0
        file = self.folder / f"{name}.ext"
        file.write_text("\n".join(extensions) + "\n")
        signing = ["-signkey", key] if signer is None else \
            ["-CA", self.folder / f"{signer}.crt", "-CAkey", self.folder / f"{signer}.key", "-CAcreateserial"]
        result = openssl("x509", "-req", "-in", request, *signing, "-days", days, digest, "-extfile", file, "-out", certificate)
        assert result.returncode == 0, result.stderr
        return certificate.read_text(), key.read_text()
