"""Rules about the address of a VHD: a blob's, in its storage account, and with no secret in it."""

from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from azure_image_gallery.azure.resource_id import parse_id
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.upload import asks_for_file, shown
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.source import Vhd

ADDRESS = Rule(
    code="SRC008",
    title="a VHD's address is that of a blob in its storage account, without a secret",
    why="Azure reads the blob by its address; a token in it would stand in files and in the state.",
    fix="give the address as https://<account>.blob.core.windows.net/<container>/<name>.vhd, and nothing after it",
    docs="https://learn.microsoft.com/azure/virtual-machines/image-version",
    evidence=Evidence.DOCUMENTATION,
)
RULES = (ADDRESS,)

ACCOUNT_TYPE = "Microsoft.Storage/storageAccounts"
_TOKEN = frozenset({"sig", "sv", "se", "sp", "sr", "st", "skoid", "token", "code"})


def address(path: Path, vhd: Vhd) -> Iterator[Finding]:
    """The address of a VHD at a path."""
    uri: object = vhd.uri
    if not isinstance(uri, str):
        return
    at = (*path, "uri")
    local, wrong = asks_for_file(at, uri), _wrong(uri)
    if local:
        yield local
    elif wrong:
        yield Finding(ADDRESS, at, wrong)
    elif other := _other_account(uri, vhd):
        yield Finding(
            ADDRESS, at, other, fix="give the id of the account that the blob is in, or its address there"
        )


def is_account(kind: str) -> bool:
    """Whether a resource type is that of storage accounts."""
    return kind.casefold() == ACCOUNT_TYPE.casefold()


def _wrong(uri: str) -> str | None:
    """What is wrong with an address; a secret in it is not repeated."""
    parts = _split(uri)
    if parts is not None and "@" in parts.netloc:
        return "the address carries a user's name or password"
    if parts is None or parts.scheme not in ("http", "https") or not parts.netloc:
        return f"{shown(uri)} is not an http or https address"
    tokens = [key for key, _ in parse_qsl(parts.query, keep_blank_values=True) if key.casefold() in _TOKEN]
    if tokens:
        return f"the address carries a token, beginning with {show(tokens[0])}"
    if not parts.path or parts.path.endswith("/"):
        return f"{shown(uri)} names no blob"
    return None


def _split(uri: str) -> SplitResult | None:
    try:
        return urlsplit(uri)
    except ValueError:
        return None


def _other_account(uri: str, vhd: Vhd) -> str | None:
    """An account that is not the one of the id; a host of another form tells none."""
    host, account = (urlsplit(uri).hostname or "").split("."), vhd.storage_account_id
    found = parse_id(account) if isinstance(account, str) else None
    if (
        found is None
        or not is_account(found.type)
        or "blob" not in host[1:]
        or not host[0].isalnum()
        or host[0] == found.name.casefold()
    ):
        return None
    return f"the blob is in the account {show(host[0])}, storageAccountId is that of {show(found.name)}"
