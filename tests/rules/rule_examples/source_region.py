"""Examples of the rules about regions of sources."""

from tests.rules.declarations import DISK, GONE, SNAPSHOT, VERSION, Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, AT_WEB_1, BASE, Wrong

WRONG: dict[str, list[Wrong]] = {
    "SRC009": [
        Wrong(
            {f"{APP_1}/source/location": "North Europe"},
            f"{AT_APP_1}.source.location",
            "the source is in 'northeurope', the version is made in 'westeurope'",
        ),
        Wrong(
            {f"{BASE}/location": "northeurope"},
            f"{AT_WEB_1}.source.managedImage",
            "the source is in 'northeurope', the version is made in 'westeurope'",
        ),
        Wrong(
            {
                f"{APP_1}/source": {"osDisk": {"disk": DISK}, "dataDisks": {"0": {"snapshot": "data"}}},
                "snapshots/data": {"source": {"snapshot": SNAPSHOT}, "location": "eastus"},
            },
            f'{AT_APP_1}.source.dataDisks["0"].snapshot',
            "the source is in 'eastus', the version is made in 'westeurope'",
        ),
    ],
    "SRC010": [
        Wrong(
            {
                "imageVersions/web/1.0.1": {
                    "source": {"imageVersion": "imageVersions/web/1.0.0"},
                    "location": "eastus",
                    "targetRegions": [{"name": "eastus"}],
                },
            },
            'imageVersions.web["1.0.1"].source.imageVersion',
            "'imageVersions/web/1.0.0' is replicated to westeurope or northeurope, the version is made in 'eastus'",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "SRC009": [{f"{APP_1}/source/location": "West Europe"}, {f"{APP_1}/source/location": GONE}],
    "SRC010": [
        {
            "imageVersions/web/1.0.1": {
                "source": {"imageVersion": "imageVersions/web/1.0.0"},
                "location": "northeurope",
            },
        },
        {"imageVersions/web/1.0.1": {"source": {"imageVersion": VERSION, "location": "eastus"}}},
    ],
}
