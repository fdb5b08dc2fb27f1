"""Examples of the rules about VHDs."""

from typing import Any

from tests.rules.declarations import ACCOUNT, BLOB, DISK, MACHINE, VHD, Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, BASE, Wrong

_AT_VHD = f"{AT_APP_1}.source.vhd"
_BARE = {"uri": VHD["uri"]}
_NO_ADDRESS = "is no blob's address, and no file is uploaded from here"


def _vhd(**values: Any) -> Changes:
    return {f"{APP_1}/source": {"vhd": VHD | values}}


WRONG: dict[str, list[Wrong]] = {
    "SRC007": [
        Wrong(
            {f"{APP_1}/source": {"vhd": _BARE}},
            _AT_VHD,
            "a VHD is given without its storageAccountId",
        ),
        Wrong(
            {f"{APP_1}/source": {"osDisk": {"vhd": _BARE}}},
            f"{AT_APP_1}.source.osDisk.vhd",
            "a VHD is given without its storageAccountId",
        ),
        Wrong(
            {"snapshots/os": {"source": {"vhd": _BARE}}},
            "snapshots.os.source.vhd",
            "a VHD is given without its storageAccountId",
        ),
        Wrong(
            _vhd(storageAccountId="images"),
            f"{_AT_VHD}.storageAccountId",
            "'images' is not a whole id, Microsoft.Storage/storageAccounts is wanted",
        ),
        Wrong(
            _vhd(storageAccountId=DISK),
            f"{_AT_VHD}.storageAccountId",
            "an id of 'Microsoft.Compute/disks' is given, Microsoft.Storage/storageAccounts is wanted",
        ),
    ],
    "SRC008": [
        Wrong(
            _vhd(uri="ftp://x/c/os.vhd"),
            f"{_AT_VHD}.uri",
            "'ftp://x/c/os.vhd' is not an http or https address",
        ),
        Wrong(
            _vhd(uri="images.blob.core.windows.net/c/os.vhd"),
            f"{_AT_VHD}.uri",
            "'images.blob.core.windows.net/c/os.vhd' is not an http or https address",
        ),
        Wrong(
            _vhd(uri="https://[x/os"),
            f"{_AT_VHD}.uri",
            "'https://[x/os' is not an http or https address",
        ),
        Wrong(
            _vhd(uri=f"{BLOB}/os.vhd?sv=2024-01-01&sig=s3cret"),
            f"{_AT_VHD}.uri",
            "the address carries a token, beginning with 'sv'",
        ),
        Wrong(
            {f"{BASE}/source": {"vhd": {"uri": "https://me:s3cret@images.blob.core.windows.net/c/os.vhd"}}},
            "managedImages.base.source.vhd.uri",
            "the address carries a user's name or password",
        ),
        Wrong(
            _vhd(uri="https://images.blob.core.windows.net"),
            f"{_AT_VHD}.uri",
            "'https://images.blob.core.windows.net' names no blob",
        ),
        Wrong(_vhd(uri=f"{BLOB}/"), f"{_AT_VHD}.uri", f"'{BLOB}/' names no blob"),
        Wrong(
            _vhd(uri="https://other.blob.core.windows.net/vhds/os.vhd"),
            f"{_AT_VHD}.uri",
            "the blob is in the account 'other', storageAccountId is that of 'images'",
        ),
    ],
    "SRC038": [
        Wrong(_vhd(uri="/images/os.vhd"), f"{_AT_VHD}.uri", f"'/images/os.vhd' {_NO_ADDRESS}"),
        Wrong(_vhd(uri="file:///images/os.vhd"), f"{_AT_VHD}.uri", f"'file:///images/os.vhd' {_NO_ADDRESS}"),
        Wrong(_vhd(uri=r"C:\images\os.vhd"), f"{_AT_VHD}.uri", rf"'C:\images\os.vhd' {_NO_ADDRESS}"),
        Wrong(_vhd(uri="./os.vhd"), f"{_AT_VHD}.uri", f"'./os.vhd' {_NO_ADDRESS}"),
        Wrong(_vhd(uri="os.vhd"), f"{_AT_VHD}.uri", f"'os.vhd' {_NO_ADDRESS}"),
        Wrong({f"{APP_1}/source": {"vhd": "os.vhd"}}, _AT_VHD, f"'os.vhd' {_NO_ADDRESS}"),
        Wrong(
            {f"{APP_1}/source/upload": "os.vhd"},
            f"{AT_APP_1}.source.upload",
            "'upload' asks for an upload, which is not done here",
        ),
        Wrong(
            _vhd(path="/images/os.vhd"),
            f"{_AT_VHD}.path",
            "'path' asks for an upload, which is not done here",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"file": "os.vhd"}}},
            "managedDisks.os.source.file",
            "'file' asks for an upload, which is not done here",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SRC007": [
        _vhd(storageAccountId=ACCOUNT.lower()),
        {f"{BASE}/source": {"vhd": _BARE}},
        {"snapshots/os": {"source": {"vhd": VHD}}},
    ],
    "SRC008": [
        _vhd(),
        _vhd(uri="http://IMAGES.blob.core.windows.net/a/b/os.vhd"),
        _vhd(uri="https://images.example.com/vhds/os.vhd"),
        _vhd(uri="https://images.blob.core.windows.net/in-the-root-container.vhd"),
        _vhd(uri=f"{BLOB}/os.vhd?snapshot=2026-01-01T00:00:00Z"),
    ],
    "SRC038": [{f"{APP_1}/source": {"vhd": VHD}}, {f"{APP_1}/source": {"virtualMachine": MACHINE}}],
}
