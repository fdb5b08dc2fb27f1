"""Examples of the rules about target regions."""

from tests.rules.declarations import Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, AT_WEB_1, BASE, SHALLOW, WEB_1, Wrong

WRONG: dict[str, list[Wrong]] = {
    "REP001": [
        Wrong(
            {f"{WEB_1}/location": "eastus", f"{BASE}/location": "eastus"},
            f"{AT_WEB_1}.regionSet",
            "the home region 'eastus' is not among the target regions",
        ),
        Wrong(
            {f"{APP_1}/targetRegions": [{"name": "eastus"}]},
            f"{AT_APP_1}.targetRegions",
            "the home region 'westeurope' is not among the target regions",
        ),
        Wrong(
            {f"{APP_1}/targetRegions": []},
            f"{AT_APP_1}.targetRegions",
            "the home region 'westeurope' is not among the target regions",
        ),
        Wrong(
            {f"{WEB_1}/exceptRegions": ["West Europe"]},
            f"{AT_WEB_1}.regionSet",
            "the home region 'westeurope' is not among the target regions",
        ),
    ],
    "REP002": [
        Wrong(
            {f"{APP_1}/targetRegions": [{"name": "westeurope"}, {"name": "West Europe"}]},
            f"{AT_APP_1}.targetRegions[1].name",
            "'westeurope' is a target region already",
        ),
        Wrong(
            {f"{WEB_1}/targetRegions": [{"name": "northeurope"}]},
            f"{AT_WEB_1}.targetRegions[0].name",
            "'northeurope' is a target region already",
        ),
        Wrong(
            {"regionSets/us": [{"name": "eastus"}, {"name": "eastus"}]},
            "regionSets.us[1].name",
            "'eastus' is a target region already",
        ),
    ],
    "REP004": [
        Wrong({f"{WEB_1}/replicaCount": 0}, f"{AT_WEB_1}.replicaCount", "0 is given, 1 to 100 are allowed"),
        Wrong(
            {f"{WEB_1}/regionOverrides": {"North Europe": {"regionalReplicaCount": 101}}},
            f'{AT_WEB_1}.regionOverrides["North Europe"].regionalReplicaCount',
            "101 is given, 1 to 100 are allowed",
        ),
        Wrong(
            {"regionSets/europe/1/regionalReplicaCount": -1},
            "regionSets.europe[1].regionalReplicaCount",
            "-1 is given, 1 to 100 are allowed",
        ),
        Wrong(
            {f"{APP_1}/replicaCount": 10**5000},
            f"{AT_APP_1}.replicaCount",
            "a very large number is given, 1 to 100 are allowed",
        ),
    ],
    "REP005": [
        Wrong(
            {f"{APP_1}/replicaCount": 51}, f"{AT_APP_1}.replicaCount", "51 is given, at most 50 are advised"
        )
    ],
    "REP006": [
        Wrong(
            {
                f"{WEB_1}/replicaCount": 50,
                "regionSets/europe": [{"name": "westeurope"}, {"name": "northeurope"}, {"name": "eastus"}],
            },
            f"{AT_WEB_1}.regionSet",
            "150 replicas in all, the limit of 100 may be for the whole version",
        ),
    ],
    "REP009": [
        Wrong(
            {f"{WEB_1}/storageAccountType": "PremiumV2_LRS"},
            f"{AT_WEB_1}.storageAccountType",
            "PremiumV2_LRS may be refused, allowed: Standard_LRS, Standard_ZRS or Premium_LRS",
        ),
    ],
    "REP013": [
        Wrong(
            SHALLOW
            | {
                f"{APP_1}/targetRegions": [{"name": "westeurope"}, {"name": "eastus"}],
                "imageVersions/app/1.0.1/targetRegions": [{"name": "westeurope"}, {"name": "eastus"}],
            },
            f"{AT_APP_1}.targetRegions[1].name",
            "'eastus' is not the home region, a shallow version has no other",
        ),
    ],
    "REP014": [
        Wrong(
            SHALLOW | {f"{APP_1}/replicaCount": 2},
            f"{AT_APP_1}.replicaCount",
            "2 is given, a shallow version has one replica",
        ),
    ],
    "REP016": [
        Wrong(
            {f"{APP_1}/replicationMode": "Shallow"},
            f"{AT_APP_1}.replicationMode",
            "a shallow version counts as latest",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "REP001": [
        {f"{APP_1}/targetRegions": [{"name": "WestEurope"}]},
        {f"{WEB_1}/exceptRegions": ["northeurope"]},
    ],
    "REP002": [{f"{WEB_1}/targetRegions": [{"name": "eastus"}]}],
    "REP004": [{f"{WEB_1}/replicaCount": 1}],
    "REP005": [{f"{APP_1}/replicaCount": 50}],
    "REP006": [{f"{WEB_1}/replicaCount": 50}],
    "REP009": [{f"{WEB_1}/storageAccountType": "premium_lrs"}],
    "REP013": [SHALLOW | {f"{APP_1}/targetRegions": [{"name": "westeurope"}]}],
    "REP014": [SHALLOW | {f"{APP_1}/replicaCount": 1}],
    "REP016": [SHALLOW, {f"{APP_1}/replicationMode": "Full"}],
}
