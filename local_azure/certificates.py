"""
Certificates for HTTPS on this machine: made once, kept beside the state, never installed into the system.

A client trusts `ca.pem` for one process, by an environment variable. The authority's private key is thrown
away when its one certificate has been signed, so `ca.pem` can vouch for nothing else.
"""

import ssl
from dataclasses import dataclass
from pathlib import Path

import trustme


@dataclass(frozen=True)
class Certificates:
    """Two files: what clients trust, and what the service shows (its certificate and key)."""

    authority: Path
    server: Path

    def server_context(self) -> ssl.SSLContext:
        """TLS 1.2 or later."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.server)
        return context


def provide(folder: Path) -> Certificates:
    """Return the folder's certificates; new ones if either file is missing or cannot be used."""
    found = Certificates(folder / "ca.pem", folder / "server.pem")
    if not _usable(found):
        _make(found)
    return found


def _usable(certificates: Certificates) -> bool:
    try:
        certificates.server_context()
        ssl.create_default_context(cafile=certificates.authority)
    except (OSError, ssl.SSLError):
        return False
    return True


def _make(certificates: Certificates) -> None:
    certificates.server.parent.mkdir(parents=True, exist_ok=True)
    authority = trustme.CA(organization_name="local Azure, for this machine only")
    server = authority.issue_cert("127.0.0.1", "localhost", common_name="127.0.0.1")
    # The server's file goes first and comes last, whole: killed in between, we begin again, and a certificate
    # never stands beside an authority that has not issued it.
    certificates.server.unlink(missing_ok=True)
    certificates.authority.write_bytes(authority.cert_pem.bytes())
    unfinished = certificates.server.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(server.private_key_and_cert_chain_pem.bytes())
    unfinished.replace(certificates.server)
