"""Examples of the rules about how a source is given."""

from tests.rules.declarations import DISK, MACHINE, SNAPSHOT, VHD, Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, BASE, ONE_SOURCE, Wrong

_ONE_FOR_A_DISK = "exactly one of disk, snapshot, vhd is wanted"
_ONE_FOR_AN_IMAGE = "exactly one of virtualMachine, disk, snapshot, vhd, osDisk is wanted"
_WHOLE_OR_NOT = "are given, whole or disk by disk is wanted"

WRONG: dict[str, list[Wrong]] = {
    "SRC001": [
        Wrong(
            {f"{APP_1}/source": {"virtualMachine": MACHINE, "osDisk": {"snapshot": SNAPSHOT}}},
            f"{AT_APP_1}.source",
            f"virtualMachine and osDisk {_WHOLE_OR_NOT}",
        ),
        Wrong(
            {f"{APP_1}/source": {"snapshot": SNAPSHOT, "dataDisks": {"0": {"disk": DISK}}}},
            f"{AT_APP_1}.source",
            f"snapshot and dataDisks {_WHOLE_OR_NOT}",
        ),
        Wrong(
            {f"{APP_1}/source": {"dataDisks": {"0": {"disk": DISK}}}},
            f"{AT_APP_1}.source",
            "dataDisks are given without osDisk",
        ),
    ],
    "SRC002": [
        Wrong({f"{APP_1}/source": {}}, f"{AT_APP_1}.source", f"no source is given, {ONE_SOURCE}"),
        Wrong(
            {f"{APP_1}/source": {"virtualMachine": MACHINE, "snapshot": SNAPSHOT}},
            f"{AT_APP_1}.source",
            f"virtualMachine and snapshot are given, {ONE_SOURCE}",
        ),
        Wrong(
            {f"{APP_1}/source": {"osDisk": {}}},
            f"{AT_APP_1}.source.osDisk",
            f"no source is given, {_ONE_FOR_A_DISK}",
        ),
        Wrong(
            {
                f"{APP_1}/source": {
                    "osDisk": {"snapshot": SNAPSHOT},
                    "dataDisks": {"1": {"disk": DISK, "vhd": VHD}},
                },
            },
            f'{AT_APP_1}.source.dataDisks["1"]',
            f"disk and vhd are given, {_ONE_FOR_A_DISK}",
        ),
    ],
    "MIM007": [
        Wrong(
            {f"{BASE}/source": {}},
            "managedImages.base.source",
            f"no source is given, {_ONE_FOR_AN_IMAGE}",
        ),
        Wrong(
            {f"{BASE}/source": {"disk": DISK, "snapshot": SNAPSHOT}},
            "managedImages.base.source",
            f"disk and snapshot are given, {_ONE_FOR_AN_IMAGE}",
        ),
        Wrong(
            {f"{BASE}/source": {"disk": DISK, "osDisk": {"snapshot": SNAPSHOT}}},
            "managedImages.base.source",
            f"disk and osDisk {_WHOLE_OR_NOT}",
        ),
    ],
    "MIM008": [
        Wrong(
            {f"{BASE}/source": {"dataDisks": {"0": {"snapshot": SNAPSHOT}}}},
            "managedImages.base.source",
            "dataDisks are given without osDisk",
        ),
    ],
    "MIM009": [
        Wrong(
            {f"{BASE}/source": {"osDisk": {"caching": "ReadOnly"}}},
            "managedImages.base.source.osDisk",
            f"no source is given, {_ONE_FOR_A_DISK}",
        ),
        Wrong(
            {
                f"{BASE}/source": {
                    "osDisk": {"disk": DISK},
                    "dataDisks": {"0": {"disk": DISK, "snapshot": SNAPSHOT}},
                }
            },
            'managedImages.base.source.dataDisks["0"]',
            f"disk and snapshot are given, {_ONE_FOR_A_DISK}",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SRC001": [
        {
            f"{APP_1}/source": {
                "osDisk": {"snapshot": SNAPSHOT, "hostCaching": "ReadWrite"},
                "dataDisks": {"0": {"disk": DISK}},
            },
        },
    ],
    "SRC002": [{f"{APP_1}/source": {"snapshot": SNAPSHOT}}, {f"{APP_1}/source": {"osDisk": {"disk": DISK}}}],
    "MIM007": [{f"{BASE}/source": {"virtual_machine": MACHINE}}, {f"{BASE}/source": {"disk": DISK}}],
    "MIM008": [{f"{BASE}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": SNAPSHOT}}}}],
    "MIM009": [{f"{BASE}/source": {"osDisk": {"disk": DISK}}}],
}
