"""Examples of the rules about sharing beyond the directory: directly, with the community, and across tenants."""

from tests.rules.declarations import COMPUTE, GONE, TEAM, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_WEB_1, WEB, WEB_1, Wrong

IDS = [f"eeeeeeee-1000-4000-8000-0000000000{n:02}" for n in range(31)]
HERE, THERE = (f"eeeeeeee-2000-4000-8000-00000000000{n}" for n in (1, 2))
DIRECT: Changes = {"sharing/direct": {"subscriptions": {"web": IDS[0]}, "tenants": {"partner": THERE}}}
INFO = {
    "publicNamePrefix": "contosolinux",
    "publisherUri": "https://contoso.example",
    "publisherContact": "images@contoso.example",
    "eula": "https://contoso.example/eula",
    "published": True,
}
PUBLIC: Changes = {APP: GONE, "imageVersions/app": GONE, "sharing/community": INFO}
PLAN = {"name": "hardened", "publisher": "third-party", "product": "linux"}
TELLING = "a signature, token or key stands in what everybody sees"
APPLICATION = {"tenants": {"partner": THERE}, "multiTenant": True, "redirectUri": True, "credential": True}
DEPLOYER: Changes = {
    "principals/team": {"principalId": TEAM, "principalType": "ServicePrincipal", "application": APPLICATION}
}
COPIED: Changes = {
    "gallery/tenantId": HERE,
    f"{WEB_1}/source": {
        "imageVersion": f"{COMPUTE}/galleries/other/images/web/versions/1.0.0",
        "tenantId": THERE,
        "replicatedIn": ["eastus", "northeurope"],
    },
}
UNDER = "at most {} are allowed"


def told(**changes: object) -> Changes:
    """A community gallery, with other things told."""
    return {**PUBLIC, "sharing/community": {**INFO, **changes}}


def many(count: int) -> dict[str, str]:
    return {f"s{n}": id_ for n, id_ in enumerate(IDS[:count])}


WRONG: dict[str, list[Wrong]] = {
    "GAL009": [Wrong({**PUBLIC, **DIRECT}, "sharing.community", "sharing.direct is declared too")],
    "DIR003": [
        Wrong(
            {"sharing/direct": {"subscriptions": many(31)}},
            "sharing.direct.subscriptions",
            "31 are given, at most 30 are allowed",
        ),
    ],
    "DIR004": [
        Wrong(
            {"sharing/direct": {"tenants": many(6)}},
            "sharing.direct.tenants",
            "6 are given, at most 5 are allowed",
        ),
    ],
    "DIR005": [
        Wrong(
            {"sharing/direct": {"tenants": {"partner": "contoso.example"}}},
            "sharing.direct.tenants.partner",
            "'contoso.example' is given, a GUID is wanted",
        ),
        Wrong(
            {"sharing/direct": {"subscriptions": {"a": IDS[0], "b": IDS[0].upper()}}},
            "sharing.direct.subscriptions.b",
            f"'{IDS[0].upper()}' is given by 'a' already",
        ),
    ],
    "DIR009": [
        Wrong(
            {**DIRECT, f"{WEB_1}/location": "northeurope", "managedImages/base/location": "northeurope"},
            f"{AT_WEB_1}.location",
            "the version is made in 'northeurope', the gallery is in 'westeurope'",
        ),
    ],
    "DIR010": [
        Wrong(
            {**DIRECT, "location": "usgovvirginia", APP_1: GONE, WEB_1: GONE},
            "sharing.direct",
            "the gallery is in 'usgovvirginia', in a Government cloud",
        ),
    ],
    "COM002": [
        Wrong(told(publicNamePrefix=name), "sharing.community.publicNamePrefix", message)
        for name, message in (
            ("abcd", "'abcd' is given, 5 to 16 letters and digits are wanted"),
            ("a" * 17, f"'{'a' * 17}' is given, 5 to 16 letters and digits are wanted"),
            ("contoso-linux", "'contoso-linux' is given, 5 to 16 letters and digits are wanted"),
        )
    ],
    "COM003": [
        Wrong({**PUBLIC, "sharing/community/eula": GONE}, "sharing.community", "missing key 'eula', text"),
        Wrong(told(publisherContact=" "), "sharing.community.publisherContact", "' ' is empty"),
    ],
    "COM004": [
        Wrong(told(eula=value), "sharing.community.eula", TELLING)
        for value in ("https://a.example/eula.txt?sv=2024-11-04&sig=abc", "https://user:word@a.example/eula")
    ],
    "COM005": [
        Wrong(
            {**PUBLIC, f"{WEB_1}/location": "northeurope", "managedImages/base/location": "northeurope"},
            f"{AT_WEB_1}.location",
            "the version is made in 'northeurope', the gallery is in 'westeurope'",
        ),
        Wrong(
            {**PUBLIC, f"{WEB}/location": "northeurope", WEB_1: GONE},
            "imageDefinitions.web.location",
            "the definition is made in 'northeurope', the gallery is in 'westeurope'",
        ),
    ],
    "COM007": [
        Wrong(
            {**PUBLIC, f"{WEB}/purchasePlan": PLAN, WEB_1: GONE},
            "imageDefinitions.web.purchasePlan",
            "a purchase plan is declared, and the gallery is for everybody",
        ),
    ],
    "COM008": [
        Wrong(
            {**PUBLIC, "location": "usgovvirginia", WEB_1: GONE},
            "sharing.community",
            "the gallery is in 'usgovvirginia', in a Government cloud",
        ),
    ],
    "COM014": [
        Wrong(
            {"sharing/community": INFO},
            "imageDefinitions.app.osState",
            "Specialized is declared, and the gallery is for everybody",
        ),
    ],
    "SEC011": [
        Wrong(
            {**DIRECT, f"{WEB}/securityType": "TrustedLaunch", WEB_1: GONE},
            "imageDefinitions.web.securityType",
            "'TrustedLaunch' is declared, and sharing.direct",
        ),
        Wrong(
            {**PUBLIC, f"{WEB}/securityType": "ConfidentialVM", WEB_1: GONE},
            "imageDefinitions.web.securityType",
            "'ConfidentialVM' is declared, and sharing.community",
        ),
    ],
    "XTN001": [
        Wrong(
            {**DEPLOYER, f"principals/team/application/{key}": False},
            f"principals.team.application.{key}",
            "false is declared, and the application works in partner",
        )
        for key in ("multiTenant", "redirectUri", "credential")
    ],
    "XTN002": [
        Wrong(
            {"principals/deployer": {**DEPLOYER["principals/team"]}},
            "principals.deployer.application",
            "'deployer' works in partner, and has no role here",
        ),
    ],
    "XTN003": [
        Wrong(
            {"gallery/tenantId": HERE, "principals/team/tenantId": THERE},
            "principals.team.tenantId",
            f"'{THERE}' is given, the gallery is in '{HERE}'",
        ),
    ],
    "XTN006": [
        Wrong(
            COPIED,
            f"{AT_WEB_1}.source.replicatedIn",
            "the source is replicated to eastus or northeurope, the version is made in 'westeurope'",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "GAL009": [DIRECT, PUBLIC],
    "DIR003": [{"sharing/direct": {"subscriptions": many(30)}}],
    "DIR004": [{"sharing/direct": {"tenants": many(5)}}],
    "DIR005": [{"sharing/direct": {"tenants": {"partner": THERE.upper()}}}],
    "DIR009": [{**DIRECT, f"{WEB_1}/location": "West Europe"}],
    "DIR010": [{**DIRECT, "location": "chinanorth3", APP_1: GONE, WEB_1: GONE}],
    "COM002": [told(publicNamePrefix="abcde"), told(publicNamePrefix="A1" * 8)],
    "COM003": [told(eula="-")],
    "COM004": [told(eula="https://a.example/eula?page=1"), told(publisherContact="a@contoso.example")],
    "COM005": [{**PUBLIC, f"{WEB}/location": "West Europe"}],
    "COM007": [{**DIRECT, f"{WEB}/purchasePlan": PLAN, WEB_1: GONE}],
    "COM008": [{**PUBLIC, "location": "chinanorth3", WEB_1: GONE}],
    "COM014": [PUBLIC],
    "SEC011": [{**DIRECT, f"{WEB}/securityType": "TrustedLaunchSupported"}],
    "XTN001": [DEPLOYER],
    "XTN002": [
        DEPLOYER,
        {"sharing/direct": DIRECT["sharing/direct"], "principals/deployer": DEPLOYER["principals/team"]},
    ],
    "XTN003": [{"gallery/tenantId": HERE, "principals/team/tenantId": HERE.upper()}],
    "XTN006": [{**COPIED, f"{WEB_1}/source/replicatedIn": ["West Europe"]}],
}
