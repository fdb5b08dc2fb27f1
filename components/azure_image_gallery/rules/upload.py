"""What is said where an upload is asked for: nothing is uploaded from here."""

import re

from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path

LOCAL = Rule(
    code="SRC038",
    title="a local VHD is uploaded before something is made from it",
    why="Nothing is uploaded from here: a VHD is a page blob in a storage account when it becomes a source.",
    fix="upload it by `az storage blob upload --type page` or `azcopy copy --blob-type PageBlob`, and give the "
    "blob's address as vhd.uri",
    docs="https://learn.microsoft.com/azure/virtual-machines/linux/create-upload-generic",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (LOCAL,)

UPLOAD_KEYS = frozenset({"upload", "file", "filename", "path", "filepath", "local", "localfile", "localpath"})
"""Keys, without regard to case, by which somebody may ask for an upload."""
_LOCAL = re.compile(r"file:|[/\\~.]|[a-z]:[/\\]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def asks_for_upload(key: str) -> Finding:
    """What is said of a key that asks for an upload; the path is for the caller to fill in."""
    return Finding(LOCAL, (), f"{show(key)} asks for an upload, which is not done here", on_key=True)


def asks_for_file(path: Path, uri: str) -> Finding | None:
    """What is said of a local file that stands where a blob is wanted; `None` for any other text."""
    if not _LOCAL.match(uri) and (_SCHEME.match(uri) or ".blob." in uri):
        return None
    return Finding(LOCAL, path, f"{shown(uri)} is no blob's address, and no file is uploaded from here")


def shown(uri: str) -> str:
    """An address without what may be a secret."""
    return show(re.split("[?#]", uri, maxsplit=1)[0].rpartition("@")[2])
