"""Examples of the rules about what regions offer, and about soft delete, which asks for them."""

from tests.rules.declarations import MACHINE, Changes
from tests.rules.rule_examples.example import APP_1, AT_WEB_1, BASE, WEB, WEB_1, Wrong

KEPT: Changes = {"gallery/softDelete": True, "gallery/options": {"protect": True}}

WRONG: dict[str, list[Wrong]] = {
    "REP010": [
        Wrong(
            {
                f"{WEB_1}/targetRegions": [{"name": "West US", "storageAccountType": "Standard_ZRS"}],
            },
            f"{AT_WEB_1}.targetRegions[0].name",
            "'westus' has no availability zones",
        ),
        Wrong(
            {
                "regionSets/europe": [{"name": "westeurope"}, {"name": "ukwest"}],
                f"{WEB_1}/storageAccountType": "Standard_ZRS",
            },
            "regionSets.europe[1].name",
            "'ukwest' has no availability zones",
        ),
    ],
    "REP019": [
        Wrong(
            {f"{WEB_1}/targetRegions": [{"name": "chinanorth3"}]},
            f"{AT_WEB_1}.targetRegions[0].name",
            "'chinanorth3' is in the cloud China, the home region in the cloud public",
        ),
    ],
    "MIM015": [
        Wrong(
            {
                "managedImages/wales": {
                    "source": {"virtualMachine": MACHINE},
                    "location": "ukwest",
                    "zoneResilient": True,
                },
            },
            "managedImages.wales.zoneResilient",
            "'ukwest' has no availability zones",
        ),
    ],
    "SAF012": [
        Wrong(
            {**KEPT, f"{WEB}/location": "northeurope", f"{WEB_1}/location": "westeurope"},
            "imageDefinitions.web.location",
            "'northeurope' is given, the gallery is in 'westeurope'",
        ),
    ],
    "SAF013": [
        Wrong(
            {
                **KEPT,
                "location": "usgovvirginia",
                "regionSets/europe": [{"name": "usgovvirginia"}],
                f"{APP_1}/source/location": "usgovvirginia",
            },
            "gallery.softDelete",
            "'usgovvirginia' is in the cloud of US Government",
        ),
    ],
    "SAF016": [
        Wrong(
            {"gallery/softDelete": True},
            "gallery.softDelete",
            "soft delete is on, and the gallery is not protected",
        ),
        Wrong(
            {"gallery/softDelete": True, "options": {"protect": True}, "gallery/options": {"protect": False}},
            "gallery.softDelete",
            "soft delete is on, and the gallery is not protected",
        ),
    ],
    "SAF020": [
        Wrong(
            {**KEPT, f"{WEB}/name": "web-24.04"},
            "imageDefinitions.web.name",
            "deleted versions of 'web-24.04' may be out of reach",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "REP010": [
        {f"{WEB_1}/storageAccountType": "Standard_ZRS"},
        {f"{WEB_1}/targetRegions": [{"name": "westus"}]},
    ],
    "REP019": [{f"{WEB_1}/targetRegions": [{"name": "eastus"}]}],
    "MIM015": [{f"{BASE}/zoneResilient": True}],
    "SAF012": [{**KEPT, f"{WEB}/location": "West Europe"}],
    "SAF013": [KEPT],
    "SAF016": [{"gallery/softDelete": True, "options": {"protect": True}}, {"gallery/softDelete": False}],
    "SAF020": [{**KEPT, f"{WEB}/name": "web_24_04"}, {f"{WEB}/name": "web-24.04"}],
}
