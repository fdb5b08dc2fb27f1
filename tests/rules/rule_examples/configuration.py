"""Examples of the rules about what a declaration is made of."""

from tests.rules.declarations import BLOB, GONE, MACHINE, SUBSCRIPTION, TEAM, Changes
from tests.rules.rule_examples.example import (
    ALPHABET,
    APP_1,
    AT_APP_1,
    AT_WEB_1,
    READERS,
    WEB,
    WEB_1,
    Wrong,
)

WRONG: dict[str, list[Wrong]] = {
    "CFG002": [
        Wrong(
            {f"{WEB}/os_state": "Generalized"},
            "imageDefinitions.web.os_state",
            "'os_state' and its other spelling 'osState' are one key, given twice",
        ),
    ],
    "CFG003": [
        Wrong(
            {f"{WEB}/descripton": "x"},
            "imageDefinitions.web.descripton",
            "unknown key 'descripton', did you mean 'description'?",
        ),
        Wrong(
            {f"{WEB}/osState": GONE, f"{WEB}/osSate": "Generalized"},
            "imageDefinitions.web.osSate",
            "unknown key 'osSate', did you mean 'osState'?",
        ),
        Wrong(
            {"gallery/options/timeouts/zzz": 1},
            "gallery.options.timeouts.zzz",
            "unknown key 'zzz', allowed: create, update or delete",
        ),
    ],
    "CFG004": [
        Wrong(
            {f"{APP_1}/source": {"vhd": f"{BLOB}/os.vhd"}},
            f"{AT_APP_1}.source.vhd",
            f"the text '{BLOB}/os.vhd' is given, a map is wanted",
        ),
        Wrong({"imageDefinitions": []}, "imageDefinitions", "a list is given, a map is wanted"),
        Wrong(
            {f"{WEB_1}/replicaCount": "many"},
            f"{AT_WEB_1}.replicaCount",
            "the text 'many' is given, a whole number is wanted",
        ),
        Wrong(
            {f"{WEB_1}/replicaCount": True},
            f"{AT_WEB_1}.replicaCount",
            "true is given, a whole number is wanted",
        ),
        Wrong(
            {f"{WEB}/allowUpdateImage": "perhaps"},
            "imageDefinitions.web.allowUpdateImage",
            "the text 'perhaps' is given, true or false is wanted",
        ),
        Wrong({f"{WEB_1}/source": None}, f"{AT_WEB_1}.source", "nothing is given, a map is wanted"),
        Wrong(
            {f"{READERS}/principals": []},
            "sharing.roleAssignments.readers.principals",
            "a list is wanted that is not empty",
        ),
        Wrong({"location": ["westeurope"]}, "location", "a list is given, text is wanted"),
    ],
    "CFG005": [
        Wrong({"gallery": GONE}, "", "missing key 'gallery', a map"),
        Wrong({"gallery/resourceGroup": GONE}, "gallery", "missing key 'resourceGroup', text"),
        Wrong(
            {f"{WEB}/identifier/sku": GONE}, f"{WEB.replace('/', '.')}.identifier", "missing key 'sku', text"
        ),
    ],
    "CFG006": [
        Wrong(
            {f"{APP_1}/source": {"imageVersion": "imageVersions/web/1.0.7"}},
            f"{AT_APP_1}.source.imageVersion",
            "'1.0.7' is not declared under imageVersions.web, did you mean '1.0.0'?",
        ),
        Wrong(
            {f"{APP_1}/source": {"imageVersion": "dev"}},
            f"{AT_APP_1}.source.imageVersion",
            "'dev' is not declared under galleries, there is none",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"imageVersion": "dev"}}},
            "managedDisks.os.source.imageVersion",
            "'dev' is no version: neither imageVersions/<definition>/<version> nor an id",
        ),
        Wrong(
            {f"{APP_1}/source": {"imageVersion": "web/1.0.0"}},
            f"{AT_APP_1}.source.imageVersion",
            "'web/1.0.0' is no version: neither imageVersions/<definition>/<version> nor an id, nor a name under "
            "galleries",
        ),
        Wrong(
            {"snapshots/os": {"source": {"disk": "os"}}, "managedDisks/oss": {"diskSizeGB": 1}},
            "snapshots.os.source.disk",
            "'os' is not declared under managedDisks, did you mean 'oss'?",
        ),
        Wrong(
            {f"{READERS}/assignmentNames": {"team/galery": TEAM}},
            'sharing.roleAssignments.readers.assignmentNames["team/galery"]',
            "'team/galery' is no <principal>/<scope> of the entry, did you mean 'team/gallery'?",
        ),
        Wrong(
            {f"{WEB_1}/source/managedImage": "bas"},
            f"{AT_WEB_1}.source.managedImage",
            "'bas' is not declared under managedImages, did you mean 'base'?",
        ),
        Wrong(
            {f"{WEB_1}/regionSet": "asia"},
            f"{AT_WEB_1}.regionSet",
            "'asia' is not declared under regionSets, there is europe",
        ),
        Wrong(
            {"imageVersions/db": {"1.0.0": {"source": {"virtualMachine": MACHINE}}}},
            "imageVersions.db",
            "'db' is not declared under imageDefinitions, there is app or web",
        ),
        Wrong(
            {f"{READERS}/principals": ["tem"]},
            "sharing.roleAssignments.readers.principals[0]",
            "'tem' is not declared under principals, did you mean 'team'?",
        ),
        Wrong(
            {f"{READERS}/scopes": ["imageDefinitions/wep"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'wep' is not declared under imageDefinitions, did you mean 'web'?",
        ),
        Wrong(
            {f"{WEB_1}/regionOverrides": {"eastus": {}}},
            f"{AT_WEB_1}.regionOverrides.eastus",
            "'eastus' is not a region of the set, there is northeurope or westeurope",
        ),
        Wrong(
            {f"{WEB_1}/exceptRegions": ["northeurpe"]},
            f"{AT_WEB_1}.exceptRegions[0]",
            "'northeurpe' is not a region of the set, did you mean 'northeurope'?",
        ),
        Wrong(
            {f"{APP_1}/exceptRegions": ["eastus"]},
            f"{AT_APP_1}.exceptRegions[0]",
            "'eastus' is given, and no regionSet to say it of",
        ),
    ],
    "CFG007": [
        Wrong({"gallery/tags": {"cost": 83}}, "gallery.tags.cost", "the number 83 is given, text is wanted"),
        Wrong(
            {f"{WEB}/identifier/sku": 24.04},
            "imageDefinitions.web.identifier.sku",
            "the number 24.04 is given, text is wanted",
        ),
        Wrong(
            {f"{WEB}/description": True}, "imageDefinitions.web.description", "true is given, text is wanted"
        ),
    ],
    "CFG008": [
        Wrong(
            {f"{READERS}/role": "Compute Gallery Reader"},
            "sharing.roleAssignments.readers.role",
            "'Compute Gallery Reader' is no known role, did you mean 'Compute Gallery Image Reader'?",
        ),
    ],
    "CFG011": [
        Wrong(
            {
                "location": GONE,
                "resourceGroups/rg-images/location": "westeurope",
                "gallery/resourceGroup": "elsewhere",
            },
            "gallery",
            "the gallery has no region",
        ),
        Wrong(
            {"location": GONE, "gallery/location": "westeurope"},
            'resourceGroups["rg-images"]',
            "the resource group has no region",
        ),
    ],
    "CFG013": [
        Wrong(
            {"principals/a b": {"principalId": TEAM, "principalType": "Group"}},
            'principals["a b"]',
            f"'a b' has other characters than {ALPHABET}",
        ),
        Wrong({"regionSets/_x": []}, "regionSets._x", "'_x' begins with '_'"),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "CFG002": [{f"{WEB}/osState": GONE, f"{WEB}/os_state": "Generalized"}],
    "CFG003": [{f"{WEB}/description": "x"}],
    "CFG004": [{f"{WEB_1}/replicaCount": 3.0}],
    "CFG005": [{"regionSets/none": []}],
    "CFG006": [{"gallery/resourceGroup": "elsewhere"}, {f"{WEB_1}/regionOverrides": {"North Europe": {}}}],
    "CFG007": [{"gallery/tags": {"cost": "0123"}}],
    "CFG008": [
        {
            f"{READERS}/role": f"/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{TEAM}"
        },
        {f"{READERS}/role": TEAM},
    ],
    "CFG011": [{"location": GONE, "resourceGroups/rg-images/location": "westeurope"}],
    "CFG013": [{"principals/0.a_b-": {"principalId": TEAM, "principalType": "Group"}}],
}
