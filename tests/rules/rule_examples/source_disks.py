"""Examples of the rules about disks that something is made from: numbers, sizes, storage, encryption."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import (
    COMMUNITY,
    COMPUTE,
    DISK,
    MACHINE,
    SNAPSHOT,
    SUBSCRIPTION,
    VERSION,
    VHD,
    Changes,
)
from tests.rules.rule_examples.example import APP_1, AT_APP_1, BASE, Wrong

AT_SOURCE = f"{AT_APP_1}.source"
_OTHER = "eeeeeeee-5000-4000-8000-000000000008"
_ELSEWHERE = COMPUTE.replace(SUBSCRIPTION, _OTHER)


def _disks(**luns: Any) -> Changes:
    """The second version, disk by disk: `_0=…` is the data disk 0."""
    data = {key.removeprefix("_"): value for key, value in luns.items()}
    return {f"{APP_1}/source": {"osDisk": {"snapshot": SNAPSHOT}, "dataDisks": data}}


def _image_disks(*luns: str) -> Changes:
    data = {lun: {"disk": f"{DISK}-{position}"} for position, lun in enumerate(luns)}
    return {f"{BASE}/source": {"osDisk": {"snapshot": SNAPSHOT}, "dataDisks": data}}


def _sized(size: int, **source: Any) -> Changes:
    return {f"{APP_1}/source": {"diskSizeGB": size, **source}}


def _shallow(size: int, **source: Any) -> Changes:
    return _sized(size, **source) | {
        f"{APP_1}/replicationMode": "Shallow",
        f"{APP_1}/excludeFromLatest": True,
        "imageVersions/app/1.0.1": {"source": {"virtualMachine": MACHINE}},
    }


def _declared(size: int, where: str = "snapshots", **more: Any) -> Changes:
    """The second version from a snapshot or a disk beside it."""
    kind = {"snapshots": "snapshot", "managedDisks": "disk"}[where]
    entry = {"source": {"disk": DISK}, "diskSizeGB": size, **more}
    return {f"{APP_1}/source": {kind: "os"}, where: {"os": entry}}


def _encrypted(**source: str) -> Changes:
    return {f"{APP_1}/source": {"encrypted": True, **source}}


_EXISTING: Changes = {
    "gallery/existing": True,
    "gallery/id": f"{COMPUTE}/galleries/contoso",
    "gallery/resourceGroup": "rg",
}

WRONG: dict[str, list[Wrong]] = {
    "SRC019": [
        Wrong(
            _disks(_0={"disk": DISK}, _00={"disk": f"{DISK}-2"}),
            f'{AT_SOURCE}.dataDisks["00"]',
            "'00' is the same number as '0'",
        ),
    ],
    "SRC020": [
        Wrong(
            _disks(_a={"disk": DISK}),
            f"{AT_SOURCE}.dataDisks.a",
            "'a' is not a whole number from 0 to 63",
        ),
        Wrong(
            {f"{APP_1}/source": {"osDisk": {"snapshot": SNAPSHOT}, "dataDisks": {"-1": {"disk": DISK}}}},
            f'{AT_SOURCE}.dataDisks["-1"]',
            "'-1' is not a whole number from 0 to 63",
        ),
        Wrong(
            _disks(_64={"disk": DISK}), f'{AT_SOURCE}.dataDisks["64"]', "'64' is above 63", Severity.WARNING
        ),
        Wrong(
            {
                f"{APP_1}/source": {
                    "osDisk": {"snapshot": SNAPSHOT},
                    "dataDisks": {"9" * 5000: {"disk": DISK}},
                }
            },
            f'{AT_SOURCE}.dataDisks["{"9" * 5000}"]',
            f"'{'9' * 79}…' is above 63",
            Severity.WARNING,
        ),
    ],
    "SRC021": [
        Wrong(
            _disks(_0={"disk": DISK}, _1={"disk": DISK.replace("Microsoft", "microsoft")}),
            f'{AT_SOURCE}.dataDisks["1"].disk',
            "the same disk as of the data disk '0'",
        ),
        Wrong(
            _disks(_0={"snapshot": SNAPSHOT}),
            f'{AT_SOURCE}.dataDisks["0"].snapshot',
            "the same snapshot as of osDisk",
        ),
        Wrong(
            _disks(_0={"vhd": VHD}, _1={"vhd": VHD}),
            f'{AT_SOURCE}.dataDisks["1"].vhd',
            "the same vhd as of the data disk '0'",
        ),
        Wrong(
            _disks(_0={"disk": "data"}, _1={"disk": "data"}) | {"managedDisks": {"data": {"diskSizeGB": 1}}},
            f'{AT_SOURCE}.dataDisks["1"].disk',
            "the same disk as of the data disk '0'",
        ),
    ],
    "SRC022": [
        Wrong(
            {f"{APP_1}/source": {"osDisk": {"vhd": VHD}, "dataDisks": {"0": {"vhd": VHD}}}},
            f'{AT_SOURCE}.dataDisks["0"].vhd',
            "the same vhd as of osDisk",
        ),
    ],
    "MIM010": [
        Wrong(
            _image_disks("1", "01"),
            'managedImages.base.source.dataDisks["01"]',
            "'01' is the same number as '1'",
        ),
        Wrong(
            _image_disks("one"),
            "managedImages.base.source.dataDisks.one",
            "'one' is not a whole number from 0 to 63",
        ),
    ],
    "SRC024": [
        Wrong(
            _sized(2049, snapshot=SNAPSHOT),
            f"{AT_SOURCE}.diskSizeGB",
            "the source has 2049 GiB, Full replication takes at most 2048",
        ),
        Wrong(
            _declared(4096),
            f"{AT_SOURCE}.snapshot",
            "the source has 4096 GiB, as snapshots.os.diskSizeGB says, Full replication takes at most 2048",
        ),
        Wrong(
            _disks(_0={"disk": "data"}) | {"managedDisks": {"data": {"diskSizeGB": 3000}}},
            f'{AT_SOURCE}.dataDisks["0"].disk',
            "the source has 3000 GiB, as managedDisks.data.diskSizeGB says, Full replication takes at most 2048",
        ),
        Wrong(
            {
                f"{APP_1}/source": {"snapshot": "a"},
                "snapshots/a": {"source": {"snapshot": "b"}},
                "snapshots/b": {"source": {"disk": DISK, "diskSizeGB": 2049}},
            },
            f"{AT_SOURCE}.snapshot",
            "the source has 2049 GiB, as snapshots.b.source.diskSizeGB says, Full replication takes at most 2048",
        ),
    ],
    "SRC025": [
        Wrong(
            _shallow(32769, snapshot=SNAPSHOT),
            f"{AT_SOURCE}.diskSizeGB",
            "the source has 32769 GiB, Shallow replication takes at most 32768",
        ),
    ],
    "SRC026": [
        Wrong(
            _sized(1024, vhd=VHD),
            f"{AT_SOURCE}.diskSizeGB",
            "the source has 1024 GiB, a VHD may be refused above 1023",
        ),
        Wrong(
            _disks(_0={"disk": "data"}) | {"managedDisks": {"data": {"diskSizeGB": 1024}}},
            f'{AT_SOURCE}.dataDisks["0"].disk',
            "the source has 1024 GiB, as managedDisks.data.diskSizeGB says, a data disk may be refused above 1023",
        ),
    ],
    "SRC028": [
        Wrong(
            {f"{APP_1}/source/diskStorage": ["UltraSSD_LRS"]},
            f"{AT_SOURCE}.diskStorage[0]",
            "a disk is kept in UltraSSD_LRS, of which no version is made",
        ),
        Wrong(
            _declared(64, "managedDisks", storageAccountType="UltraSSD_LRS"),
            f"{AT_SOURCE}.disk",
            "'os' is kept in UltraSSD_LRS, of which no version is made",
        ),
    ],
    "SRC029": [
        Wrong(
            {f"{APP_1}/source/diskStorage": ["Premium_LRS", "PremiumV2_LRS"]},
            f"{AT_SOURCE}.diskStorage[1]",
            "a disk is kept in PremiumV2_LRS, of which no version is made",
        ),
        Wrong(
            _disks(_0={"disk": "data"})
            | {"managedDisks": {"data": {"diskSizeGB": 64, "storageAccountType": "PremiumV2_LRS"}}},
            f'{AT_SOURCE}.dataDisks["0"].disk',
            "'data' is kept in PremiumV2_LRS, of which no version is made",
        ),
    ],
    "SRC033": [
        Wrong(
            _encrypted(imageVersion=VERSION),
            f"{AT_SOURCE}.encrypted",
            "an encrypted version cannot be the source of another",
        ),
    ],
    "SRC034": [
        Wrong(
            _EXISTING | _encrypted(snapshot=f"{_ELSEWHERE}/snapshots/os"),
            f"{AT_SOURCE}.snapshot",
            f"the encrypted source is in the subscription '{_OTHER}', the gallery in '{SUBSCRIPTION}'",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SRC019": [_disks(_0={"disk": DISK}, _01={"disk": f"{DISK}-2"})],
    "SRC020": [_disks(_0={"disk": DISK}, _63={"disk": f"{DISK}-2"})],
    "SRC021": [
        _disks(_0={"disk": DISK}, _1={"disk": f"{DISK}-2"}),
        _disks(_0={"disk": "data"}, _1={"snapshot": "data"})
        | {"managedDisks": {"data": {"diskSizeGB": 1}}, "snapshots": {"data": {"source": {"disk": DISK}}}},
    ],
    "SRC022": [
        {
            f"{APP_1}/source": {
                "osDisk": {"vhd": VHD},
                "dataDisks": {"0": {"vhd": VHD | {"uri": f"{VHD['uri']}-2"}}},
            },
        },
    ],
    "MIM010": [_image_disks("0", "63")],
    "SRC024": [_sized(2048, snapshot=SNAPSHOT), _declared(2048), _shallow(2049, snapshot=SNAPSHOT)],
    "SRC025": [_shallow(32768, snapshot=SNAPSHOT)],
    "SRC026": [_sized(1023, vhd=VHD), _sized(1024, snapshot=SNAPSHOT)],
    "SRC028": [
        {f"{APP_1}/source/diskStorage": ["Premium_LRS"]},
        _declared(64, "managedDisks", storageAccountType="Premium_LRS"),
    ],
    "SRC029": [_declared(64, "managedDisks", storageAccountType="StandardSSD_ZRS")],
    "SRC033": [
        _encrypted(snapshot=SNAPSHOT),
        {f"{APP_1}/source": {"imageVersion": VERSION, "encrypted": False}},
    ],
    "SRC034": [
        _EXISTING | _encrypted(snapshot=SNAPSHOT.replace(SUBSCRIPTION, SUBSCRIPTION.upper())),
        _EXISTING | {f"{APP_1}/source": {"snapshot": f"{_ELSEWHERE}/snapshots/os"}},
        {f"{APP_1}/source": {"communityImage": COMMUNITY}},
    ],
}
