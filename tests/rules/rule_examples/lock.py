"""Examples of the rules about locks."""

from tests.rules.declarations import Changes
from tests.rules.rule_examples.example import BASE, WEB, WEB_1, Wrong

KEEP = {"level": "CanNotDelete"}
CLOSED = {"level": "ReadOnly"}
STANDS_IN_THE_WAY = "'ReadOnly' is given, and what lies in it is made by this stack"

WRONG: dict[str, list[Wrong]] = {
    "GAL019": [
        Wrong({"gallery/lock": CLOSED}, "gallery.lock.level", STANDS_IN_THE_WAY),
        Wrong(
            {"resourceGroups/rg-images/lock": CLOSED},
            'resourceGroups["rg-images"].lock.level',
            STANDS_IN_THE_WAY,
        ),
        Wrong({f"{WEB}/lock": CLOSED}, "imageDefinitions.web.lock.level", STANDS_IN_THE_WAY),
    ],
    "GAL020": [
        Wrong(
            {"gallery/lock": {**KEEP, "notes": "x" * 513}},
            "gallery.lock.notes",
            "513 characters are given, at most 512 are allowed",
        ),
    ],
    "GAL021": [
        Wrong(
            {"gallery/lock": {**KEEP, "name": "keep/it"}},
            "gallery.lock.name",
            "'keep/it' has other characters than letters, digits, dots, underscores, hyphens and parentheses",
        ),
        Wrong(
            {"gallery/lock": {**KEEP, "name": "a" * 91}},
            "gallery.lock.name",
            f"'{'a' * 79}…' has 91 characters, at most 90 are allowed",
        ),
        Wrong({"gallery/lock": {**KEEP, "name": "a."}}, "gallery.lock.name", "'a.' ends with a dot"),
        Wrong(
            {"gallery/lock": {**KEEP, "name": ""}},
            "gallery.lock.name",
            "an empty text is given, a name is wanted",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "GAL019": [
        {"gallery/lock": KEEP, "resourceGroups/rg-images/lock": KEEP, f"{WEB}/lock": KEEP},
        {f"{WEB_1}/lock": CLOSED, f"{BASE}/lock": CLOSED},
        {"resourceGroups/rg-spare": {"lock": CLOSED}},
    ],
    "GAL020": [{"gallery/lock": {**KEEP, "notes": "x" * 512}}],
    "GAL021": [{"gallery/lock": {**KEEP, "name": "a" * 90}}, {"gallery/lock": {**KEEP, "name": "(a_b).c"}}],
}
