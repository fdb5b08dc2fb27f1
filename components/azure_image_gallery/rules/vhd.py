"""Rules about VHDs: where they lie, and that nothing secret is said of it."""

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import SplitResult, parse_qsl, urlsplit

from azure_image_gallery.azure.resource_id import parse_id, resource_type
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source import Vhd

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/image-version", evidence=Evidence.DOCUMENTATION)

ACCOUNT = _rule(
    code="SRC007",
    title="a VHD is given with its storage account",
    why="Azure reads the blob by the account's id, and asks for it beside the address.",
    fix="give the account's id as storageAccountId: /subscriptions/…/providers/Microsoft.Storage/storageAccounts/…",
)
ADDRESS = _rule(
    code="SRC008",
    title="a VHD's address is that of a blob in its storage account, without a secret",
    why="Azure reads the blob by its address; a token in it would stand in files and in the state.",
    fix="give the address as https://<account>.blob.core.windows.net/<container>/<name>.vhd, and nothing after it",
)
LOCAL = _rule(
    code="SRC038",
    title="a local VHD is uploaded before something is made from it",
    why="Nothing is uploaded from here: a VHD is a page blob in a storage account when it becomes a source.",
    fix="upload it by `az storage blob upload --type page` or `azcopy copy --blob-type PageBlob`, and give the "
    "blob's address as vhd.uri",
    docs=f"{_LEARN}/linux/create-upload-generic",
)
RULES = (ACCOUNT, ADDRESS, LOCAL)

UPLOAD_KEYS = frozenset({"upload", "file", "filename", "path", "filepath", "local", "localfile", "localpath"})
"""Keys, without regard to case, by which somebody may ask for an upload."""
_ACCOUNT_TYPE = "Microsoft.Storage/storageAccounts"
_LOCAL = re.compile(r"file:|[/\\~.]|[a-z]:[/\\]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_TOKEN = frozenset({"sig", "sv", "se", "sp", "sr", "st", "skoid", "token", "code"})


def asks_for_upload(key: str) -> Finding:
    """What is said of a key that asks for an upload; the path is for the caller to fill in."""
    return Finding(LOCAL, (), f"{show(key)} asks for an upload, which is not done here", on_key=True)


def vhds(subject: Made, facts: Facts) -> Iterator[Finding]:
    """Each VHD that something is made from."""
    for place in subject.source.every:
        if isinstance(place.value, Vhd):
            yield from _uri(place.path, place.value)
            if isinstance(subject, ResolvedManagedImage):
                yield from _no_account(place.path, place.value, facts)
            else:
                yield from _account(place.path, place.value, facts)


def _no_account(path: Path, vhd: Vhd, facts: Facts) -> Iterator[Finding]:
    if vhd.storage_account_id is not None and facts.is_whole(*path):
        message = "a managed image takes a VHD by its uri alone"
        yield Finding(MEANINGLESS, (*path, "storageAccountId"), message, on_key=True)


def _account(path: Path, vhd: Vhd, facts: Facts) -> Iterator[Finding]:
    said = vhd.storage_account_id
    if said is None and facts.is_whole(*path):
        yield Finding(ACCOUNT, path, "a VHD is given without its storageAccountId")
    elif isinstance(said, str):
        found = resource_type(said)
        if found is None or not _is_account(found):
            what = f"{show(said)} is not a whole id" if found is None else f"an id of {show(found)} is given"
            yield Finding(ACCOUNT, (*path, "storageAccountId"), f"{what}, {_ACCOUNT_TYPE} is wanted")


def _is_account(kind: str) -> bool:
    return kind.casefold() == _ACCOUNT_TYPE.casefold()


def _uri(path: Path, vhd: Vhd) -> Iterator[Finding]:
    uri: object = vhd.uri
    if not isinstance(uri, str):
        return
    at = (*path, "uri")
    if _LOCAL.match(uri) or not (_SCHEME.match(uri) or ".blob." in uri):
        yield Finding(LOCAL, at, f"{_shown(uri)} is no blob's address, and no file is uploaded from here")
        return
    wrong = _wrong(uri, vhd)
    if wrong:
        yield Finding(ADDRESS, at, wrong)


def _wrong(uri: str, vhd: Vhd) -> str | None:
    """What is wrong with an address; a secret in it is not repeated."""
    parts = _split(uri)
    if parts is not None and "@" in parts.netloc:
        return "the address carries a user's name or password"
    if parts is None or parts.scheme not in ("http", "https") or not parts.netloc:
        return f"{_shown(uri)} is not an http or https address"
    tokens = [key for key, _ in parse_qsl(parts.query, keep_blank_values=True) if key.casefold() in _TOKEN]
    if tokens:
        return f"the address carries a token, beginning with {show(tokens[0])}"
    if len(parts.path.strip("/").split("/")) == 1:
        return f"{_shown(uri)} names no blob in a container"
    return _other_account(parts, vhd)


def _shown(uri: str) -> str:
    """An address without what may be a secret."""
    return show(re.split("[?#]", uri, maxsplit=1)[0].rpartition("@")[2])


def _split(uri: str) -> SplitResult | None:
    try:
        return urlsplit(uri)
    except ValueError:
        return None


def _other_account(parts: SplitResult, vhd: Vhd) -> str | None:
    """An account that is not the one of the id; a host of another form tells none."""
    host, account = (parts.hostname or "").split("."), vhd.storage_account_id
    found = parse_id(account) if isinstance(account, str) else None
    if (
        found is None
        or not _is_account(found.type)
        or "blob" not in host[1:]
        or not host[0].isalnum()
        or host[0] == found.name.casefold()
    ):
        return None
    return f"the blob is in the account {show(host[0])}, storageAccountId is that of {show(found.name)}"


CHECKS = tuple(
    Check(kind, vhds)
    for kind in (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)
)
