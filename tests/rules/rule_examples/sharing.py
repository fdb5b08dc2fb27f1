"""Examples of the rules about principals and role assignments."""

from tests.rules.declarations import GONE, MACHINE, TEAM, Changes
from tests.rules.rule_examples.example import READERS, Wrong

WRONG: dict[str, list[Wrong]] = {
    "RBA001": [
        Wrong(
            {f"{READERS}/scopes": ["web"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'web' is not gallery, imageDefinitions/… or imageVersions/…/…",
        ),
        Wrong(
            {f"{READERS}/scopes": ["imageDefinitions/"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'imageDefinitions/' is not gallery, imageDefinitions/… or imageVersions/…/…",
        ),
        Wrong(
            {f"{READERS}/scopes": [MACHINE]},
            "sharing.roleAssignments.readers.scopes[0]",
            f"'{MACHINE[:79]}…' is not gallery, imageDefinitions/… or imageVersions/…/…",
        ),
    ],
    "RBA002": [
        Wrong(
            {f"{READERS}/scopes": ["imageVersions/web/1.0.0"]},
            "sharing.roleAssignments.readers.scopes[0]",
            "'imageVersions/web/1.0.0' is a single version",
        ),
    ],
    "RBA006": [
        Wrong(
            {"principals/team/principalId": "a@b.example"},
            "principals.team.principalId",
            "'a@b.example' is given, the object id in the directory, a GUID, is wanted",
        ),
    ],
    "RBA007": [
        Wrong(
            {"principals/team/principalType": "ManagedIdentity"},
            "principals.team.principalType",
            "'ManagedIdentity' is not allowed, allowed: User, Group, ServicePrincipal, ForeignGroup or Device",
        ),
    ],
    "RBA008": [
        Wrong(
            {"principals/team/principalType": GONE},
            "principals.team",
            "missing key 'principalType', one of User, Group, ServicePrincipal, ForeignGroup or Device",
        ),
    ],
    "RBA021": [
        Wrong(
            {f"{READERS}/delegatedManagedIdentityResourceId": TEAM},
            "sharing.roleAssignments.readers.delegatedManagedIdentityResourceId",
            f"'{TEAM}' is not a whole resource id",
        ),
    ],
    "RBA012": [
        Wrong(
            {f"{READERS}/principals": ["team", "team"], f"{READERS}/scopes": ["gallery"]},
            "sharing.roleAssignments.readers.principals[1]",
            "'team' has the role on 'gallery' by 'readers' already",
        ),
        Wrong(
            {
                "principals/same": {"principalId": TEAM.upper(), "principalType": "Group"},
                "sharing/roleAssignments/again": {
                    "role": "ACDD72A7-3385-48EF-BD42-F606FBA81AE7",
                    "principals": ["same"],
                    "scopes": ["gallery"],
                },
            },
            "sharing.roleAssignments.again.principals[0]",
            "'same' has the role on 'gallery' by 'readers' already",
        ),
    ],
    "RBA013": [
        Wrong(
            {f"{READERS}/condition": "x"},
            "sharing.roleAssignments.readers.condition",
            "a condition is given, and no conditionVersion",
        ),
        Wrong(
            {f"{READERS}/conditionVersion": "2.0"},
            "sharing.roleAssignments.readers.conditionVersion",
            "a conditionVersion is given, and no condition",
        ),
        Wrong(
            {f"{READERS}/condition": "x", f"{READERS}/conditionVersion": "1.0"},
            "sharing.roleAssignments.readers.conditionVersion",
            "'1.0' is given, 2.0 is allowed",
        ),
    ],
    "RBA017": [
        Wrong(
            {
                f"{READERS}/role": "compute gallery sharing admin",
                f"{READERS}/scopes": ["imageDefinitions/web"],
            },
            "sharing.roleAssignments.readers.scopes[0]",
            "Compute Gallery Sharing Admin allows nothing on 'imageDefinitions/web'",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "RBA001": [{f"{READERS}/scopes": ["gallery", "imageDefinitions/web", "imageDefinitions/app"]}],
    "RBA002": [{f"{READERS}/scopes": ["imageDefinitions/web"]}],
    "RBA006": [{"principals/team/principalId": TEAM.upper()}],
    "RBA007": [{"principals/team/principalType": "serviceprincipal"}],
    "RBA008": [{"principals/team/principalType": "Device"}],
    "RBA021": [{f"{READERS}/delegatedManagedIdentityResourceId": MACHINE}],
    "RBA012": [{f"{READERS}/scopes": ["gallery", "imageDefinitions/web"]}],
    "RBA013": [{f"{READERS}/condition": "x", f"{READERS}/conditionVersion": "2.0"}],
    "RBA017": [{f"{READERS}/role": "Compute Gallery Sharing Admin", f"{READERS}/scopes": ["gallery"]}],
}
