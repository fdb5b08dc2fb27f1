"""Examples of the rules about closed sets of values, and about what has to be there."""

from tests.rules.declarations import DISK, GONE, SNAPSHOT, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, BASE, WEB, Wrong

WRONG: dict[str, list[Wrong]] = {
    "IMG007": [
        Wrong(
            {f"{WEB}/osState": "Generalised"},
            "imageDefinitions.web.osState",
            "'Generalised' is not allowed, allowed: Generalized or Specialized; did you mean 'Generalized'?",
        ),
        Wrong(
            {f"{WEB}/osState": GONE},
            "imageDefinitions.web",
            "missing key 'osState', one of Generalized or Specialized",
        ),
    ],
    "IMG008": [
        Wrong(
            {f"{APP}/hyperVGeneration": 2},
            "imageDefinitions.app.hyperVGeneration",
            "2 is not allowed, allowed: V1 or V2",
        ),
    ],
    "IMG011": [
        Wrong(
            {f"{APP}/architecture": "RISC-V"},
            "imageDefinitions.app.architecture",
            "'RISC-V' is not allowed, allowed: x64 or Arm64",
        ),
        Wrong(
            {f"{APP}/architecture": "amd64"},
            "imageDefinitions.app.architecture",
            "'amd64' is not allowed, allowed: x64 or Arm64; did you mean 'x64'?",
        ),
        Wrong(
            {f"{APP}/architecture": "AArch64"},
            "imageDefinitions.app.architecture",
            "'AArch64' is not allowed, allowed: x64 or Arm64; did you mean 'Arm64'?",
        ),
    ],
    "SEC003": [
        Wrong(
            {f"{APP}/securityType": "Trusted"},
            "imageDefinitions.app.securityType",
            "'Trusted' is not allowed, allowed: Standard, TrustedLaunch, TrustedLaunchSupported, ConfidentialVM, "
            "ConfidentialVMSupported or TrustedLaunchAndConfidentialVmSupported; did you mean 'TrustedLaunch'?",
        ),
    ],
    "SEC013": [
        Wrong(
            {f"{APP}/acceleratedNetwork": "Yes, please"},
            "imageDefinitions.app.acceleratedNetwork",
            "the text 'Yes, please' is given, true or false is wanted",
        ),
        Wrong(
            {f"{APP}/hibernation": 2},
            "imageDefinitions.app.hibernation",
            "the number 2 is given, true or false is wanted",
        ),
    ],
    "SRC023": [
        Wrong(
            {f"{APP_1}/source": {"osDisk": {"snapshot": SNAPSHOT, "hostCaching": "Write"}}},
            f"{AT_APP_1}.source.osDisk.hostCaching",
            "'Write' is not allowed, allowed: None, ReadOnly or ReadWrite; did you mean 'ReadWrite'?",
        ),
    ],
    "MIM017": [
        Wrong(
            {f"{BASE}/source": {"osDisk": {"disk": DISK, "caching": "WriteBack"}}},
            "managedImages.base.source.osDisk.caching",
            "'WriteBack' is not allowed, allowed: None, ReadOnly or ReadWrite",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "IMG007": [{f"{WEB}/osState": "generalized"}],
    "IMG008": [{f"{WEB}/hyperVGeneration": "v2"}],
    "IMG011": [{f"{WEB}/architecture": "X64"}],
    "SEC003": [{f"{WEB}/securityType": "trustedlaunchsupported"}],
    "SEC013": [{f"{WEB}/acceleratedNetwork": True, f"{WEB}/hibernation": False}],
    "SRC023": [{f"{APP_1}/source": {"osDisk": {"snapshot": SNAPSHOT, "hostCaching": "readonly"}}}],
    "MIM017": [{f"{BASE}/source": {"osDisk": {"disk": DISK, "caching": "None"}}}],
}
