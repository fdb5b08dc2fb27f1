"""Examples of the rules about galleries and names."""

from tests.rules.declarations import COMPUTE, MACHINE, Changes
from tests.rules.rule_examples.example import APP, BASE, Wrong

DEV = f"{COMPUTE}/galleries/dev"
NEW = {
    "identifier": {"publisher": "contoso", "offer": "linux", "sku": "new"},
    "osState": "Generalized",
    "hyperVGeneration": "V2",
}
IDENTITY = COMPUTE.replace("Microsoft.Compute", "Microsoft.ManagedIdentity/userAssignedIdentities/builder")

WRONG: dict[str, list[Wrong]] = {
    "GAL001": [
        Wrong(
            {"gallery/name": "a b"},
            "gallery.name",
            "'a b' has other characters than letters, digits, dots and underscores",
        ),
        Wrong({"gallery/name": ""}, "gallery.name", "'' is empty"),
        Wrong(
            {"gallery/name": "größe"},
            "gallery.name",
            "'größe' has other characters than letters, digits, dots and underscores",
        ),
        Wrong(
            {"gallery/name": "a" * 81},
            "gallery.name",
            f"'{'a' * 79}…' has 81 characters, at most 80 are allowed",
        ),
    ],
    "GAL002": [Wrong({"gallery/name": "a-b"}, "gallery.name", "'a-b' has a hyphen")],
    "GAL003": [
        Wrong({"gallery/name": "a_"}, "gallery.name", "'a_' does not begin and end with a letter or a digit"),
        Wrong({"gallery/name": ".a"}, "gallery.name", "'.a' does not begin and end with a letter or a digit"),
    ],
    "GAL004": [
        Wrong(
            {"galleries": {"dev": DEV, "twin": DEV.replace("/rg/", "/rg2/")}},
            "galleries.twin",
            "'dev' is in the resource group 'rg' by galleries.dev",
        ),
    ],
    "GAL005": [
        Wrong(
            {f"{APP}/name": "WEB"}, "imageDefinitions.app.name", "'WEB' is the name of 'web' in Azure already"
        ),
        Wrong(
            {"managedImages/BASE": {"source": {"virtualMachine": MACHINE}}},
            "managedImages.BASE",
            "'BASE' is the name of 'base' in Azure already",
        ),
        Wrong(
            {"resourceGroups/rg-spare": {"name": "RG-IMAGES"}},
            'resourceGroups["rg-spare"].name',
            "'RG-IMAGES' is the name of 'rg-images' in Azure already",
        ),
    ],
    "GAL014": [
        Wrong(
            {"imageDefinitions/new": NEW | {"location": "northeurope"}},
            "imageDefinitions.new.location",
            "'northeurope' is given, the gallery is in 'westeurope'",
        ),
    ],
    "GAL017": [
        Wrong(
            {"gallery/identity": {"type": "Managed"}},
            "gallery.identity.type",
            "'Managed' is not allowed, allowed: SystemAssigned, UserAssigned, SystemAssigned, UserAssigned or None",
        ),
        Wrong(
            {"gallery/identity": {"type": "UserAssigned"}},
            "gallery.identity.type",
            "'UserAssigned' is given, and no userAssignedIdentities",
        ),
        Wrong(
            {"gallery/identity": {"type": "SystemAssigned", "userAssignedIdentities": [IDENTITY]}},
            "gallery.identity.userAssignedIdentities",
            "ids are given, and the type is 'SystemAssigned'",
        ),
        Wrong(
            {"gallery/identity": {"type": "UserAssigned", "userAssignedIdentities": [MACHINE]}},
            "gallery.identity.userAssignedIdentities[0]",
            f"'{MACHINE[:79]}…' is not the id of a Microsoft.ManagedIdentity/userAssignedIdentities",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "GAL001": [{"gallery/name": "a" * 80}, {"gallery/name": "a"}],
    "GAL002": [{"gallery/name": "a_b.c"}],
    "GAL003": [{"gallery/name": "0_0"}],
    "GAL004": [
        {"galleries": {"dev": DEV, "same": DEV.replace("/rg/", "/RG/")}},
        {"galleries": {"dev": DEV, "prod": DEV.replace("/dev", "/prod")}},
        {"galleries": {"dev": DEV, "other": DEV.replace("000009", "000008").replace("/rg/", "/rg2/")}},
    ],
    "GAL005": [{f"{BASE}/name": "web"}],
    "GAL014": [{"imageDefinitions/new": NEW | {"location": "West Europe"}}],
    "GAL017": [
        {"gallery/identity": {"type": "None"}},
        {"gallery/identity": {"type": "systemassigned"}},
        {"gallery/identity": {"type": "SystemAssigned, UserAssigned", "userAssignedIdentities": [IDENTITY]}},
    ],
}
