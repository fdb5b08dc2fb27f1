"""Examples of the rules about the file of a VHD."""

from tests.rules.declarations import VHD, Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, BASE, Wrong

_SOURCE, _AT = f"{APP_1}/source", f"{AT_APP_1}.source"
_GIB = 2**30

WRONG: dict[str, list[Wrong]] = {
    "DSK003": [
        Wrong(
            {_SOURCE: {"vhd": VHD | {"format": "dynamic"}}},
            f"{_AT}.vhd.format",
            "the file is Dynamic, a fixed VHD is wanted",
        ),
        Wrong(
            {f"{BASE}/source": {"vhd": {"uri": VHD["uri"], "format": "VHDX"}}},
            "managedImages.base.source.vhd.format",
            "the file is VHDX, a fixed VHD is wanted",
        ),
    ],
    "DSK004": [
        Wrong(
            {_SOURCE: {"vhd": VHD | {"virtualSizeBytes": 30 * _GIB + 512}}},
            f"{_AT}.vhd.virtualSizeBytes",
            "32212255232 bytes are no whole number of MiB, the next is 32213303296",
        ),
        Wrong(
            {_SOURCE: {"osDisk": {"vhd": VHD | {"virtualSizeBytes": 0}}}},
            f"{_AT}.osDisk.vhd.virtualSizeBytes",
            "0 bytes are no whole number of MiB, the next is 1048576",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "DSK003": [{_SOURCE: {"vhd": VHD | {"format": "fixed"}}}],
    "DSK004": [{_SOURCE: {"vhd": VHD | {"virtualSizeBytes": 30 * _GIB}}}],
}
