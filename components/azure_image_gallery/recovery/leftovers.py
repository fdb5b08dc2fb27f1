"""Plugins that outlive the run that started them.

A killed engine leaves its plugins behind. Pulumi's own ask every five minutes whether the engine is still
there (sdk/go/common/util/rpcutil/health.go), and until they learn that it is not, azure-native goes on with
what it was doing: a resource that is not in Azure now may be there a minute later.
"""

import os
import re
import socket

from azure_image_gallery.recovery.processes import listed

_PLUGIN = re.compile(
    r"^\s*(?P<pid>\d+) .*\bpulumi-resource-azure-native(?:\.exe)?\b.* (?P<host>[\d.]+):(?P<port>\d+)"
)
_SECONDS = 1.0


def leftovers() -> list[int]:
    """Return the processes of this person's azure-native plugins whose engine listens no more."""
    if not hasattr(os, "getuid"):  # Windows, which has no ps either
        return []
    lines = listed("-ww", "-u", str(os.getuid()), "-o", "pid=,args=").splitlines()
    found = (_PLUGIN.match(line) for line in lines)
    return [int(one["pid"]) for one in found if one and not _listens(one["host"], int(one["port"]))]


def _listens(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=_SECONDS):
            return True
    except OSError:
        return False
