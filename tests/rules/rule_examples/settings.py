"""Examples of the rules about settings of rules."""

from typing import Any

from tests.rules.declarations import Changes
from tests.rules.rule_examples.example import WEB, Wrong

_WHY = "the drivers are built into the kernel"


def _set(code: str, **setting: Any) -> Changes:
    return {f"rules/{code}": {key.rstrip("_"): value for key, value in setting.items()}}


def _no_address(address: str, code: str = "LNX008") -> Wrong:
    message = f"'{address}' leads to nothing that is declared"
    return Wrong(_set(code, except_=[address], because=_WHY), f"rules.{code}.except[0]", message)


WRONG: dict[str, list[Wrong]] = {
    "CFG030": [
        Wrong(_set("LNX999", severity="error"), "rules.LNX999", "there is no rule 'LNX999'"),
        Wrong(
            _set("QTA004", severity="error"),
            "rules.QTA004",
            "QTA004 is not decided by a declaration, but by Azure alone",
        ),
    ],
    "CFG031": [
        Wrong(
            _set("LNX008", except_=[WEB]),
            "rules.LNX008",
            "except is given without a reason, because is wanted beside it",
        ),
        Wrong(
            _set("LNX008", except_=[WEB], because=" "),
            "rules.LNX008",
            "except is given without a reason, because is wanted beside it",
        ),
    ],
    "CFG032": [
        _no_address("imageDefinitions/wbe"),
        _no_address("imageDefinitions"),
        _no_address("imageDefinitions/web/guest"),
        _no_address("imageVersions/web/2.*", "LNX002"),
    ],
    "CFG033": [
        Wrong(
            _set("LNX008", except_=["imageDefinitions/*"], because=_WHY),
            "rules.LNX008.except[0]",
            "LNX008 is an error, and 'imageDefinitions/*' a pattern",
        ),
    ],
    "CFG034": [
        Wrong(
            _set("CFG016", except_=[WEB], because=_WHY),
            "rules.CFG016",
            "CFG016 is about the declaration's own grammar",
        ),
        Wrong(
            _set("IMG008", severity="error"), "rules.IMG008", "IMG008 is about the declaration's own grammar"
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "CFG030": [_set("lnx008", severity="error")],
    "CFG031": [_set("LNX008", except_=[WEB], because=_WHY)],
    "CFG032": [
        _set("LNX002", except_=["imageVersions/web/1.*", "imageVersions/web", "*"], because=_WHY),
        _set("LNX008", except_=["gallery", "imageVersions/app/1.0.0", "location"], because=_WHY),
    ],
    "CFG033": [_set("LNX002", except_=["imageDefinitions/w?b"], because=_WHY)],
    "CFG034": [_set("CFG019", except_=[WEB], because=_WHY)],
}
