"""Examples of the rules about galleries and names."""

from tests.rules.declarations import MACHINE, Changes
from tests.rules.rule_examples.example import APP, BASE, Wrong

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
    "GAL005": [
        Wrong(
            {f"{APP}/name": "WEB"}, "imageDefinitions.app.name", "'WEB' is the name of 'web' in Azure already"
        ),
        Wrong(
            {"managedImages/BASE": {"source": {"virtualMachine": MACHINE}}},
            "managedImages.BASE",
            "'BASE' is the name of 'base' in Azure already",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "GAL001": [{"gallery/name": "a" * 80}, {"gallery/name": "a"}],
    "GAL002": [{"gallery/name": "a_b.c"}],
    "GAL003": [{"gallery/name": "0_0"}],
    "GAL005": [{f"{BASE}/name": "web"}],
}
