"""Examples of the rules about options, and about the names of role assignments that exist already."""

from typing import Any

from tests.rules.declarations import SNAPSHOT, TEAM, Changes
from tests.rules.rule_examples.example import APP_1, AT_APP_1, AT_WEB_1, READERS, WEB_1, Wrong

_GROUP_GOES = "is deleted with everything in it, also with what is to be retained"
_NOT_RETAINED = "is not retained, and nothing that lies in it stays without it"
_NAMES = f"{READERS}/assignmentNames"
_AT_NAMES = "sharing.roleAssignments.readers.assignmentNames"
_RETAINED = {"retainOnDelete": True}
_PATH = "one such as tags or publishingProfile.targetRegions[0] is wanted"


def _options(**values: Any) -> Changes:
    return {f"{WEB_1}/options": values}


def _retained(*places: str) -> Changes:
    return {f"{place}/options": _RETAINED for place in places}


def _time(text: str) -> Wrong:
    return Wrong(
        _options(timeouts={"create": text}),
        f"{AT_WEB_1}.options.timeouts.create",
        f"'{text}' is no time to wait, one such as 45m or 2h30m is wanted",
    )


def _path(text: str) -> Wrong:
    return Wrong(
        _options(ignoreChanges=["tags", text]),
        f"{AT_WEB_1}.options.ignoreChanges[1]",
        f"'{text}' is no property path, {_PATH}",
    )


WRONG: dict[str, list[Wrong]] = {
    "CFG018": [
        Wrong(
            _options(timeouts={"create": 45}),
            f"{AT_WEB_1}.options.timeouts.create",
            "the number 45 is given, a time such as 45m or 2h30m is wanted",
        ),
        *map(_time, ("45", "2 h", "", "-1h", "0s", "1d", "٣h", "h")),
        *map(_path, ("", ".tags", "tags.", "a..b", "a[", "a[x]", 'a["b]', "a b")),
        Wrong(
            _options(aliases=[" "]),
            f"{AT_WEB_1}.options.aliases[0]",
            "an empty text is given, a URN or a logical name is wanted",
        ),
        Wrong(
            {"gallery/options/aliases": ["urn:pulumi:dev::images"]},
            "gallery.options.aliases[0]",
            "'urn:pulumi:dev::images' is no whole URN, urn:pulumi:<stack>::<project>::<type>::<name> is wanted",
        ),
        Wrong(
            {f"{READERS}/options/timeouts/delete": "soon"},
            "sharing.roleAssignments.readers.options.timeouts.delete",
            "'soon' is no time to wait, one such as 45m or 2h30m is wanted",
        ),
        Wrong(
            {"snapshots/os": {"source": {"snapshot": SNAPSHOT}, "options": {"timeouts": {"update": "x"}}}},
            "snapshots.os.options.timeouts.update",
            "'x' is no time to wait, one such as 45m or 2h30m is wanted",
        ),
    ],
    "CFG019": [
        Wrong(
            _retained("gallery"),
            "gallery.options.retainOnDelete",
            f'resourceGroups["rg-images"] {_GROUP_GOES}',
        ),
        Wrong(
            _retained(APP_1),
            f"{AT_APP_1}.options.retainOnDelete",
            f"imageDefinitions.app {_NOT_RETAINED}",
        ),
        Wrong(
            _retained("imageDefinitions/app", APP_1),
            "imageDefinitions.app.options.retainOnDelete",
            f"gallery {_NOT_RETAINED}",
        ),
        Wrong(
            {"options": _RETAINED, "resourceGroups/rg-images/options": {"retainOnDelete": False}},
            'resourceGroups["rg-images"].options.retainOnDelete',
            f'resourceGroups["rg-images"] {_GROUP_GOES}',
        ),
        Wrong(
            {"snapshots/os": {"source": {"snapshot": SNAPSHOT}, "options": _RETAINED}},
            "snapshots.os.options.retainOnDelete",
            f'resourceGroups["rg-images"] {_GROUP_GOES}',
        ),
    ],
    "RBA004": [
        Wrong(
            {_NAMES: {"team/gallery": "readers"}},
            f'{_AT_NAMES}["team/gallery"]',
            "'readers' is given, a GUID is wanted",
        ),
    ],
    "RBA005": [
        Wrong(
            {_NAMES: {"team/gallery": TEAM, "team/imageDefinitions/web": TEAM.upper()}},
            f'{_AT_NAMES}["team/imageDefinitions/web"]',
            f"'{TEAM.upper()}' is the name for 'readers: team/gallery' already",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "CFG018": [
        _options(
            timeouts={"create": "2h30m", "update": "1.5h", "delete": "90s"},
            ignoreChanges=["tags", 'tags["a.b\\"c"]', "publishingProfile.targetRegions[0].name", "a[*]", "*"],
            aliases=["old-name", "urn:pulumi:dev::images::azure-native:compute:Gallery::old name"],
            protect=True,
        ),
    ],
    "CFG019": [
        _retained("gallery", "resourceGroups/rg-images"),
        _retained("gallery") | {"gallery/resourceGroup": "elsewhere"},
        _retained("gallery") | {"resourceGroups/rg-images/options": {"protect": True}},
        _retained("gallery") | {"options": {"protect": True}},
        {"options": _RETAINED},
        _retained(APP_1) | {"imageDefinitions/app/existing": True},
        {"options": {"protect": True}, "resourceGroups/rg-images/options": {"retainOnDelete": False}},
        {f"{READERS}/options": _RETAINED},
    ],
    "RBA004": [{_NAMES: {"team/imageDefinitions/web": TEAM.upper()}}],
    "RBA005": [{_NAMES: {"team/gallery": TEAM, "team/imageDefinitions/web": TEAM.replace("1", "2")}}],
}
