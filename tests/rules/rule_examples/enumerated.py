"""Examples of the rules about closed sets of values, and about what has to be there."""

from tests.rules.declarations import GONE, Changes
from tests.rules.rule_examples.example import APP, WEB, Wrong

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
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "IMG007": [{f"{WEB}/osState": "generalized"}],
    "IMG008": [{f"{WEB}/hyperVGeneration": "v2"}],
    "IMG011": [{f"{WEB}/architecture": "X64"}],
}
