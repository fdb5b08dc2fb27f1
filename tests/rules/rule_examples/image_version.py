"""Examples of the rules about image versions' numbers, dates and latest."""

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import MACHINE, Changes
from tests.rules.rule_examples.example import AT_WEB_1, OTHER_WEB, WEB_1, Wrong

WRONG: dict[str, list[Wrong]] = {
    "VER001": [
        Wrong(
            {"imageVersions/web/1.1": OTHER_WEB},
            'imageVersions.web["1.1"]',
            "'1.1' is not three whole numbers; 1.10, unquoted, would have become 1.1",
        ),
        Wrong(
            {"imageVersions/web/v1.0.0": OTHER_WEB},
            'imageVersions.web["v1.0.0"]',
            "'v1.0.0' is not three whole numbers",
        ),
        Wrong(
            {"imageVersions/web/1.0.0-rc": OTHER_WEB},
            'imageVersions.web["1.0.0-rc"]',
            "'1.0.0-rc' is not three whole numbers",
        ),
        Wrong(
            {"imageVersions/web/١.٠.٠": OTHER_WEB},
            'imageVersions.web["١.٠.٠"]',
            "'١.٠.٠' is not three whole numbers",
        ),
    ],
    "VER002": [
        Wrong(
            {"imageVersions/web/1.0.9999999999": {"external": True}},
            'imageVersions.web["1.0.9999999999"]',
            "'1.0.9999999999' has a number above 2147483647",
        ),
        Wrong(
            {"imageVersions/web/1.0.2147483648": OTHER_WEB},
            'imageVersions.web["1.0.2147483648"]',
            "'1.0.2147483648' has a number above 2147483647",
        ),
    ],
    "VER003": [
        Wrong(
            {"imageVersions/web/1.01.0": OTHER_WEB},
            'imageVersions.web["1.01.0"]',
            "'1.01.0' has leading zeros, '1.1.0' is meant",
        ),
    ],
    "VER004": [
        Wrong(
            {"imageVersions/web/latest": OTHER_WEB},
            "imageVersions.web.latest",
            "'latest' is a word to look versions up by",
        ),
        Wrong(
            {"imageVersions/web/Recent": OTHER_WEB},
            "imageVersions.web.Recent",
            "'Recent' is a word to look versions up by",
        ),
    ],
    "VER005": [
        Wrong(
            {"imageVersions/web/01.0.0": {"external": True}},
            'imageVersions.web["01.0.0"]',
            "'01.0.0' is the same version as '1.0.0'",
        ),
        Wrong(
            {"imageVersions/web/1.00.0": OTHER_WEB},
            'imageVersions.web["1.00.0"]',
            "'1.00.0' is the same version as '1.0.0'",
        ),
    ],
    "VER007": [
        Wrong(
            {f"{WEB_1}/endOfLifeDate": "next year"},
            f"{AT_WEB_1}.endOfLifeDate",
            "the text 'next year' is not a date such as 2028-04-30",
        ),
        Wrong(
            {f"{WEB_1}/endOfLifeDate": "2020-01-01"},
            f"{AT_WEB_1}.endOfLifeDate",
            "2020-01-01 lies in the past, a new one is refused",
            Severity.WARNING,
        ),
    ],
    "VER009": [
        Wrong(
            {f"{WEB_1}/excludeFromLatest": True},
            "imageVersions.web",
            "every version of 'web' is excluded from latest",
        ),
    ],
    "VER011": [
        Wrong(
            {f"{WEB_1}/regionOverrides": {"northeurope": {"excludeFromLatest": True}}},
            "imageVersions.web",
            "every version in 'northeurope' is excluded from latest there",
        ),
    ],
    "SAF002": [
        Wrong(
            {f"{WEB_1}/safetyProfile/blockDeletionBeforeEndOfLife": True},
            f"{AT_WEB_1}.safetyProfile.blockDeletionBeforeEndOfLife",
            "deletion is blocked before an end-of-life date, and none is given",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "VER001": [{"imageVersions/web/2028.4.30": OTHER_WEB}],
    "VER002": [{"imageVersions/web/2147483647.0.0": OTHER_WEB}],
    "VER003": [{"imageVersions/web/0.0.0": OTHER_WEB}],
    "VER004": [{"imageVersions/web/1.0.1": OTHER_WEB}],
    "VER005": [{"imageVersions/app/1.0.10": {"source": {"virtualMachine": MACHINE}}}],
    "VER007": [{f"{WEB_1}/endOfLifeDate": "2026-09-01T00:00:01+00:00"}],
    "VER009": [
        {f"{WEB_1}/excludeFromLatest": True, "imageVersions/web/1.0.1": OTHER_WEB},
        {f"{WEB_1}/excludeFromLatest": True, "imageVersions/web/1.0.1": {"external": True}},
        {
            f"{WEB_1}/excludeFromLatest": True,
            "regionSets/europe": [{"name": "westeurope", "excludeFromLatest": False}],
        },
        {
            f"{WEB_1}/excludeFromLatest": True,
            f"{WEB_1}/replicationMode": "Shallow",
            "regionSets/europe": [{"name": "westeurope"}],
        },
    ],
    "VER011": [
        {
            f"{WEB_1}/regionOverrides": {"northeurope": {"excludeFromLatest": True}},
            "imageVersions/web/1.0.1": more,
        }
        for more in (OTHER_WEB, {"external": True})
    ],
    "SAF002": [
        {
            f"{WEB_1}/safetyProfile/blockDeletionBeforeEndOfLife": True,
            f"{WEB_1}/endOfLifeDate": "2028-04-30",
            f"{WEB_1}/options/protect": True,
        }
    ],
}
