"""Examples of the rules about gallery applications and their versions."""

from typing import Any

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import COMPUTE, GONE, TEAM, Changes
from tests.rules.rule_examples.example import Wrong

AGENT, AGENT_1 = "applications/agent", "applicationVersions/agent/1.0.0"
AT_AGENT_1 = 'applicationVersions.agent["1.0.0"]'
VERSION: dict[str, Any] = {
    "source": {"mediaLink": "https://images.blob.core.windows.net/packages/agent.tar.gz"},
    "manageActions": {"install": "./install.sh", "remove": "./remove.sh"},
}
_KEYS = {"diskEncryptionSet": f"{COMPUTE}/diskEncryptionSets/keys"}
_LONG = "x" * 4097


def application(**values: Any) -> Changes:
    return {AGENT: values}


def version(**values: Any) -> Changes:
    return {AGENT: {}, AGENT_1: VERSION | values}


def _numbered(*numbers: str) -> Changes:
    return {AGENT: {}, "applicationVersions/agent": dict.fromkeys(numbers, VERSION)}


WRONG: dict[str, list[Wrong]] = {
    "APP001": [
        Wrong(application(name="agent."), "applications.agent.name", "'agent.' ends with '.'"),
        Wrong(
            application(name="a" * 81),
            "applications.agent.name",
            f"'{'a' * 79}…' has 81 characters, at most 80 are allowed",
        ),
    ],
    "APP002": [
        Wrong(
            application(supportedOSType="Windows"),
            "applications.agent.supportedOSType",
            "'Windows' is not allowed, allowed: Linux",
        ),
    ],
    "APP003": [
        Wrong(_numbered("1.0"), 'applicationVersions.agent["1.0"]', "'1.0' is not three whole numbers"),
        Wrong(
            _numbered("1.0.2147483648"),
            'applicationVersions.agent["1.0.2147483648"]',
            "'1.0.2147483648' has a number above 2147483647",
        ),
        Wrong(
            _numbered("1.0.0", "1.00.0"),
            'applicationVersions.agent["1.00.0"]',
            "'1.00.0' is the same version as '1.0.0'",
        ),
    ],
    "APP004": [
        Wrong(version() | {f"{AGENT_1}/source": {}}, f"{AT_AGENT_1}.source", "missing key 'mediaLink', text"),
        Wrong(version() | {f"{AGENT_1}/source": GONE}, AT_AGENT_1, "missing key 'source', a map"),
        Wrong(
            version(manageActions={"install": "./install.sh"}),
            f"{AT_AGENT_1}.manageActions",
            "missing key 'remove', text",
        ),
        Wrong(
            version(manageActions={"install": " ", "remove": "./remove.sh"}),
            f"{AT_AGENT_1}.manageActions.install",
            "an empty text is given, a command is wanted",
        ),
        Wrong(
            version(manageActions=VERSION["manageActions"] | {"update": _LONG}),
            f"{AT_AGENT_1}.manageActions.update",
            "4097 characters are given, at most 4096 are allowed",
        ),
    ],
    "APP005": [
        Wrong(version(replicaCount=0), f"{AT_AGENT_1}.replicaCount", "0 is given, 1 to 10 are allowed"),
        Wrong(
            version(targetRegions=[{"name": "westeurope", "regionalReplicaCount": 11}]),
            f"{AT_AGENT_1}.targetRegions[0].regionalReplicaCount",
            "11 is given, 1 to 10 are allowed",
        ),
        Wrong(
            version(replicaCount=4),
            f"{AT_AGENT_1}.replicaCount",
            "4 is given, more than 3 may be refused",
            Severity.WARNING,
        ),
    ],
    "APP006": [
        Wrong(
            version(targetRegions=[{"name": "northeurope"}]),
            f"{AT_AGENT_1}.targetRegions",
            "the home region 'westeurope' is not among the target regions",
        ),
        Wrong(
            version(regionSet="europe", targetRegions=[{"name": "North Europe"}]),
            f"{AT_AGENT_1}.targetRegions[0].name",
            "'northeurope' is a target region already",
        ),
    ],
    "APP007": [
        Wrong(
            version(targetRegions=[{"name": "westeurope", "encryption": {"osDisk": _KEYS}}]),
            f"{AT_AGENT_1}.targetRegions[0].encryption",
            "encryption is given, and Azure has none for applications",
        ),
    ],
    "APP008": [
        Wrong(
            version(source=VERSION["source"] | {"mediaSizeBytes": 2_000_000_001}),
            f"{AT_AGENT_1}.source.mediaSizeBytes",
            "the file has 2000000001 bytes, at most 2000000000 are documented",
        ),
        Wrong(
            version(source=VERSION["source"] | {"configurationSizeBytes": 1_000_000_001}),
            f"{AT_AGENT_1}.source.configurationSizeBytes",
            "the file has 1000000001 bytes, at most 1000000000 are documented",
        ),
    ],
    "APP012": [
        Wrong(
            version(settings={"packageFileName": _LONG}),
            f"{AT_AGENT_1}.settings.packageFileName",
            "4097 characters are given, at most 4096 are allowed",
        ),
        Wrong(
            version(settings={"scriptBehaviorAfterReboot": "Again"}),
            f"{AT_AGENT_1}.settings.scriptBehaviorAfterReboot",
            "'Again' is not allowed, allowed: None or Rerun",
        ),
    ],
    "APP013": [
        Wrong(
            application() | {"sharing/direct": {"subscriptions": {"web": TEAM}}},
            "sharing.direct",
            "the gallery is shared so, and its applications are not",
        ),
    ],
    "APP014": [
        Wrong(
            application(endOfLifeDate="soon"),
            "applications.agent.endOfLifeDate",
            "the text 'soon' is not a date such as 2028-04-30",
        ),
        Wrong(
            version(endOfLifeDate="2026-08-31"),
            f"{AT_AGENT_1}.endOfLifeDate",
            "2026-08-31 lies in the past, a new one is refused",
            Severity.WARNING,
        ),
    ],
}
OTHERS: dict[str, list[Wrong]] = {
    "CFG006": [
        Wrong(
            {"applicationVersions/agnt/1.0.0": VERSION, AGENT: {}},
            "applicationVersions.agnt",
            "'agnt' is not declared under applications, did you mean 'agent'?",
        ),
        Wrong(
            version(regionSet="europa"),
            f"{AT_AGENT_1}.regionSet",
            "'europa' is not declared under regionSets, did you mean 'europe'?",
        ),
    ],
    "GAL005": [
        Wrong(
            application(name="agent2") | {"applications/agent2": {}},
            "applications.agent2",
            "'agent2' is the name of 'agent' in Azure already",
        ),
    ],
}
"""Examples of rules that are about other things too."""
RIGHT: dict[str, list[Changes]] = {
    "APP001": [application(name="a" * 80), application(name="-agent_")],
    "APP002": [application(supportedOSType="linux")],
    "APP003": [_numbered("1.0.2147483647", "0.0.0")],
    "APP004": [version(manageActions=VERSION["manageActions"] | {"update": "x" * 4096})],
    "APP005": [version(replicaCount=3), version(replicaCount=1)],
    "APP006": [version(regionSet="europe"), version(targetRegions=[{"name": "West Europe"}])],
    "APP007": [version(targetRegions=[{"name": "westeurope"}])],
    "APP013": [application()],
    "APP008": [
        version(
            source=VERSION["source"]
            | {"mediaSizeBytes": 2_000_000_000, "configurationSizeBytes": 1_000_000_000}
        )
    ],
    "APP012": [
        version(settings={"configFileName": "x" * 4096, "scriptBehaviorAfterReboot": "rerun"}),
    ],
    "APP014": [application(endOfLifeDate="2026-09-02"), version(endOfLifeDate="2026-09-02")],
}
