"""Examples of the rules about confidential images."""

from tests.rules.declarations import MACHINE, VHD, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, AT_WEB_1, WEB, WEB_1, Wrong, security

_SUPPORTED: Changes = {f"{APP}/securityType": "ConfidentialVMSupported"}
_STRICT = security("ConfidentialVM", virtualMachine=MACHINE, securityType="ConfidentialVM")

WRONG: dict[str, list[Wrong]] = {
    "SEC010": [
        Wrong(
            _SUPPORTED | {f"{APP_1}/source": {"vhd": VHD, "diskSizeGB": 32}},
            f"{AT_APP_1}.source.diskSizeGB",
            "the source has 32 GiB, less than 32 are advised",
        ),
        Wrong(
            {f"{WEB}/securityType": "ConfidentialVMSupported", f"{WEB_1}/source/diskSizeGB": 64},
            f"{AT_WEB_1}.source.diskSizeGB",
            "the source has 64 GiB, less than 32 are advised",
        ),
    ],
    "SEC012": [
        Wrong(
            _STRICT | {f"{APP_1}/targetRegions": [{"name": "westeurope"}, {"name": "northeurope"}]},
            f"{AT_APP_1}.targetRegions[1]",
            "a ConfidentialVM version may not be replicated to 'northeurope', its home is 'westeurope'",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "SEC010": [_SUPPORTED | {f"{APP_1}/source": {"vhd": VHD, "diskSizeGB": 31}}],
    "SEC012": [_STRICT, _STRICT | {f"{APP_1}/targetRegions": [{"name": "westeurope"}]}],
}
