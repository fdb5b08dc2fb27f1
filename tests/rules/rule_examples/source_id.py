"""Examples of the rules about ids of sources."""

from tests.rules.declarations import (
    COMMUNITY,
    COMPUTE,
    DISK,
    IMAGE,
    MACHINE,
    SNAPSHOT,
    SUBSCRIPTION,
    VERSION,
    Changes,
)
from tests.rules.rule_examples.example import APP_1, AT_APP_1, AT_WEB_1, BASE, WEB_1, Wrong

WRONG: dict[str, list[Wrong]] = {
    "SRC003": [
        Wrong(
            {f"{APP_1}/source": {"imageVersion": VERSION.rsplit("/", 2)[0]}},
            f"{AT_APP_1}.source.imageVersion",
            "an id of 'Microsoft.Compute/galleries/images' is given, Microsoft.Compute/galleries/images/versions is "
            "wanted",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"restorePoint": SNAPSHOT}}},
            "managedDisks.os.source.restorePoint",
            "an id of 'Microsoft.Compute/snapshots' is given, "
            "Microsoft.Compute/restorePointCollections/restorePoints/diskRestorePoints is wanted",
        ),
        Wrong(
            {f"{APP_1}/source/virtualMachine": SNAPSHOT},
            f"{AT_APP_1}.source.virtualMachine",
            "an id of 'Microsoft.Compute/snapshots' is given, Microsoft.Compute/virtualMachines is wanted",
        ),
        Wrong(
            {f"{WEB_1}/source/managedImage": MACHINE},
            f"{AT_WEB_1}.source.managedImage",
            "an id of 'Microsoft.Compute/virtualMachines' is given, Microsoft.Compute/images is wanted",
        ),
        Wrong(
            {f"{BASE}/source/virtualMachine": f"{COMPUTE}/galleries/g/images/i"},
            "managedImages.base.source.virtualMachine",
            "an id of 'Microsoft.Compute/galleries/images' is given, Microsoft.Compute/virtualMachines is wanted",
        ),
    ],
    "SRC004": [
        Wrong(
            {"managedDisks/os": {"source": {"disk": SNAPSHOT}}},
            "managedDisks.os.source.disk",
            "an id of 'Microsoft.Compute/snapshots' is given, Microsoft.Compute/disks is wanted",
        ),
        Wrong(
            {f"{BASE}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": DISK}}}},
            'managedImages.base.source.dataDisks["0"].snapshot',
            "an id of 'Microsoft.Compute/disks' is given, Microsoft.Compute/snapshots is wanted",
        ),
        Wrong(
            {f"{APP_1}/source": {"snapshot": MACHINE}},
            f"{AT_APP_1}.source.snapshot",
            "an id of 'Microsoft.Compute/virtualMachines' is given, Microsoft.Compute/snapshots is wanted",
        ),
    ],
    "SRC005": [
        Wrong(
            {f"{APP_1}/source": {"communityImage": VERSION}},
            f"{AT_APP_1}.source.communityImage",
            f"'{VERSION[:79]}…' names no community image",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"communityImage": COMMUNITY.removesuffix("/Versions/1.0.0")}}},
            "managedDisks.os.source.communityImage",
            f"'{COMMUNITY.removesuffix('/Versions/1.0.0')}' names no version of the image",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"restorePoint": "last"}}},
            "managedDisks.os.source.restorePoint",
            "'last' is not a whole resource id",
        ),
        Wrong(
            {f"{APP_1}/source/virtualMachine": "build-01"},
            f"{AT_APP_1}.source.virtualMachine",
            "'build-01' is not a whole resource id",
        ),
        Wrong(
            {f"{WEB_1}/source/managedImage": "/images/base"},
            f"{AT_WEB_1}.source.managedImage",
            "'/images/base' is not a whole resource id",
        ),
        Wrong(
            {f"{BASE}/source/virtualMachine": f"/subscriptions/{SUBSCRIPTION}"},
            "managedImages.base.source.virtualMachine",
            f"'/subscriptions/{SUBSCRIPTION}' is not a whole resource id",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SRC003": [{f"{APP_1}/source/virtualMachine": MACHINE.lower()}, {f"{WEB_1}/source/managedImage": IMAGE}],
    "SRC004": [
        {f"{APP_1}/source": {"snapshot": SNAPSHOT.upper().replace("/SUBSCRIPTIONS", "/subscriptions")}}
    ],
    "SRC005": [
        {f"{APP_1}/source/virtualMachine": MACHINE},
        {f"{APP_1}/source": {"communityImage": COMMUNITY.lower()}},
        {f"{APP_1}/source": {"imageVersion": VERSION}},
    ],
}
