"""What does not fit the grammar: each fault once, at its place, in words that name what is wanted."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.path import format_path
from azure_image_gallery.spec.unknown import Unknown
from tests.rules.declarations import GONE, NOW, TEAM, Changes, changed, sound

Found = tuple[str, str, str]
WEB, WEB_1 = "imageDefinitions/web", "imageVersions/web/1.0.0"
AT_WEB_1 = 'imageVersions.web["1.0.0"]'
READERS, AT_READERS = "sharing/roleAssignments/readers", "sharing.roleAssignments.readers"
MUST_BE_KNOWN = "the value comes from another resource or is a secret, and must be known from the start"
UNKNOWN = Unknown(("somewhere",))


def found(values: Any) -> list[Found]:
    findings = check(values, now=NOW).findings
    return [(finding.code, format_path(finding.path), finding.message) for finding in findings]


FAULTS: dict[str, tuple[Changes, Found]] = {
    "both spellings of a key": (
        {"gallery/resource_group": "rg-images"},
        (
            "CFG002",
            "gallery.resource_group",
            "'resource_group' and its other spelling 'resourceGroup' are one key, given twice",
        ),
    ),
    "an unknown key near another": (
        {"gallery/locaton": "westeurope"},
        ("CFG003", "gallery.locaton", "unknown key 'locaton', did you mean 'location'?"),
    ),
    "an unknown key of the whole": (
        {"imageDefinition": {}},
        ("CFG003", "imageDefinition", "unknown key 'imageDefinition', did you mean 'imageDefinitions'?"),
    ),
    "a key unlike any": (
        {f"{READERS}/zzz": 1},
        (
            "CFG003",
            f"{AT_READERS}.zzz",
            (
                "unknown key 'zzz', allowed: role, principals, scopes, description, condition, "
                "conditionVersion, delegatedManagedIdentityResourceId, assignmentNames or options"
            ),
        ),
    ),
    "a list for a map": (
        {"gallery": ["contoso"]},
        ("CFG004", "gallery", "a list is given, a map is wanted"),
    ),
    "text for a map of entries": (
        {"managedImages": "base"},
        ("CFG004", "managedImages", "the text 'base' is given, a map is wanted"),
    ),
    "a map for a list": (
        {"regionSets/europe": {"name": "westeurope"}},
        ("CFG004", "regionSets.europe", "a map is given, a list is wanted"),
    ),
    "text for a list": (
        {f"{READERS}/scopes": "gallery"},
        ("CFG004", f"{AT_READERS}.scopes", "the text 'gallery' is given, a list is wanted"),
    ),
    "an empty list": (
        {f"{READERS}/scopes": []},
        ("CFG004", f"{AT_READERS}.scopes", "a list is wanted that is not empty"),
    ),
    "nothing for text": (
        {"gallery/name": None},
        ("CFG004", "gallery.name", "nothing is given, text is wanted"),
    ),
    "empty text": (
        {"location": ""},
        ("CFG004", "location", "text is wanted that is not empty"),
    ),
    "text for a whole number": (
        {f"{WEB_1}/replicaCount": "three"},
        ("CFG004", f"{AT_WEB_1}.replicaCount", "the text 'three' is given, a whole number is wanted"),
    ),
    "a fraction for a whole number": (
        {f"{WEB_1}/replicaCount": 2.5},
        ("CFG004", f"{AT_WEB_1}.replicaCount", "the number 2.5 is given, a whole number is wanted"),
    ),
    "a number for true or false": (
        {f"{WEB_1}/excludeFromLatest": 7},
        ("CFG004", f"{AT_WEB_1}.excludeFromLatest", "the number 7 is given, true or false is wanted"),
    ),
    "a map for one of a set": (
        {f"{WEB}/osState": {}},
        (
            "CFG004",
            "imageDefinitions.web.osState",
            "a map is given, one of Generalized or Specialized is wanted",
        ),
    ),
    "text that is no Unicode": (
        {"gallery/description": "\ud800"},
        ("CFG004", "gallery.description", "text here, or a key, is not valid Unicode"),
    ),
    "a key of the gallery that is not there": (
        {"gallery/name": GONE},
        ("CFG005", "gallery", "missing key 'name', text"),
    ),
    "a principal's type that is not there": (
        {"principals/team": {"principalId": TEAM}},
        (
            "RBA008",
            "principals.team",
            "missing key 'principalType', one of User, Group, ServicePrincipal, ForeignGroup or Device",
        ),
    ),
    "a list that is not there": (
        {f"{READERS}/scopes": GONE},
        ("CFG005", AT_READERS, "missing key 'scopes', a list"),
    ),
    "a number for text": (
        {f"{WEB}/identifier/sku": 24.1},
        ("CFG007", "imageDefinitions.web.identifier.sku", "the number 24.1 is given, text is wanted"),
    ),
    "a date for text": (
        {f"{WEB}/tags": {"until": date(2028, 4, 30)}},
        ("CFG007", "imageDefinitions.web.tags.until", "the date 2028-04-30 is given, text is wanted"),
    ),
    "true for a list's text": (
        {f"{READERS}/principals": [True]},
        ("CFG007", f"{AT_READERS}.principals[0]", "true is given, text is wanted"),
    ),
    "a value outside its set": (
        {f"{WEB_1}/replicationMode": "Shalow"},
        (
            "VER012",
            f"{AT_WEB_1}.replicationMode",
            "'Shalow' is not allowed, allowed: Full or Shallow; did you mean 'Shallow'?",
        ),
    ),
    "a definition's date that is none": (
        {f"{WEB}/endOfLifeDate": "30.4.2028"},
        (
            "IMG014",
            "imageDefinitions.web.endOfLifeDate",
            "the text '30.4.2028' is not a date such as 2028-04-30",
        ),
    ),
    "a version's date that is none": (
        {f"{WEB_1}/endOfLifeDate": ["2028-04-30"]},
        ("VER007", f"{AT_WEB_1}.endOfLifeDate", "a list is not a date such as 2028-04-30"),
    ),
    "a name that is not known yet": (
        {"gallery/name": UNKNOWN},
        ("CFG010", "gallery.name", MUST_BE_KNOWN),
    ),
    "a map that is not known yet": (
        {"imageDefinitions": UNKNOWN},
        ("CFG010", "imageDefinitions", MUST_BE_KNOWN),
    ),
    "a date of Python's spelling": (
        {f"{WEB_1}/end_of_life_date": "x"},
        ("VER007", f"{AT_WEB_1}.end_of_life_date", "the text 'x' is not a date such as 2028-04-30"),
    ),
}


@pytest.mark.parametrize(("changes", "expected"), FAULTS.values(), ids=FAULTS)
def test_one_fault(changes: Changes, expected: Found) -> None:
    assert found(changed(changes)) == [expected]
    assert check(changed(changes), now=NOW).resolved is None


def test_a_path_stays_in_the_spelling_it_is_written_in() -> None:
    values = sound()
    values["image_versions"] = values.pop("imageVersions")
    values["image_versions"]["web"]["1.0.0"]["replica_count"] = 101
    values["image_versions"]["web"]["1.0.0"]["region_sett"] = "europe"
    at = 'image_versions.web["1.0.0"]'
    assert found(values) == [
        ("REP004", f"{at}.replica_count", "101 is given, 1 to 100 are allowed"),
        ("CFG003", f"{at}.region_sett", "unknown key 'region_sett', did you mean 'regionSet'?"),
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (None, "nothing"),
        ([], "a list"),
        ("gallery", "the text 'gallery'"),
        (0, "the number 0"),
        (True, "true"),
        (datetime(2028, 4, 30, tzinfo=UTC), "the date 2028-04-30T00:00:00+00:00"),
        (UNKNOWN, "a value that is not known yet"),
        (b"", "a list"),
    ],
)
def test_what_is_no_map_at_all(values: Any, words: str) -> None:
    assert found(values) == [("CFG004", "", f"{words} is given, a map is wanted")]


def test_an_empty_map_lacks_a_gallery() -> None:
    assert found({}) == [("CFG005", "", "missing key 'gallery', a map")]


def test_a_key_that_is_no_text() -> None:
    values = changed({"gallery/tags": {}})
    values["gallery"]["tags"] = {1: "x"}
    assert found(values) == [
        ("CFG004", 'gallery.tags["1"]', "the number 1 stands as a key, text is wanted"),
    ]


def test_everything_is_said_at_once_and_nothing_follows_on() -> None:
    """Faults of the grammar beside broken rules; no rule speaks of what was not understood."""
    values = changed(
        {
            "gallery/name": "a-b",
            f"{WEB}/osSate": "Generalized",
            f"{WEB}/osState": GONE,
            "managedImages/base/source/osState": "Specialised",
            f"{WEB_1}/replicaCount": 0,
            f"{READERS}/principals": ["tem"],
            f"{READERS}/zzz": 1,
        },
    )
    assert [(code, path) for code, path, _ in found(values)] == [
        ("GAL002", "gallery.name"),
        ("CFG003", "imageDefinitions.web.osSate"),
        ("REP004", f"{AT_WEB_1}.replicaCount"),
        ("CFG008", "managedImages.base.source.osState"),
        ("CFG006", f"{AT_READERS}.principals[0]"),
        ("CFG003", f"{AT_READERS}.zzz"),
    ]
    assert check(values, now=NOW).resolved is None


def test_keys_that_are_allowed_are_named_the_nearest_first() -> None:
    values = changed({"imageDefinitions/web/stateOfTheSystem": 1})
    [finding] = [f for f in check(values, now=NOW).findings if f.code == "CFG003"]
    named = finding.message.partition("allowed: ")[2].split(", ")
    assert named[0] in {"osState", "hyperVGeneration", "securityType", "existing"}
    assert named.index("osState") < named.index("location")


def test_a_whole_number_beyond_reason_is_one_all_the_same() -> None:
    [finding] = check(changed({"regionSets/europe/0/regionalReplicaCount": 1e50}), now=NOW).findings
    assert (finding.code, finding.message) == (
        "CFG004",
        "the number 1e+50 is given, a smaller whole number is wanted",
    )


def test_of_thousands_of_faults_the_first_are_named_and_the_rest_counted() -> None:
    values = changed({"gallery/tags": {f"t{n}": n for n in range(1500)}})
    checked = check(values, now=NOW)
    assert checked.resolved is None
    assert len(checked.findings) == 1001
    assert "500 more values and keys do not fit; mend what is named first" in {
        finding.message for finding in checked.findings
    }
