"""`rules` in a declaration: what is overridden, what is raised, and what neither touches."""

from typing import Any

import pytest

from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.checked import Checked
from azure_image_gallery.rules.report import render_overridden
from azure_image_gallery.spec.path import format_path
from tests.rules.declarations import NOW, Changes, changed
from tests.rules.rule_examples.example import APP, WEB

DRIVERS: Changes = {
    f"{WEB}/guest/prepared/hyperVDrivers": False,
    f"{APP}/guest/prepared/hyperVDrivers": False,
}
CUSTOM: Changes = {f"{WEB}/guest/provisioning": "custom"}
WHY = "they are built in"


def judged(changes: Changes, **rules: Any) -> Checked:
    return check(changed(changes | {"rules": rules}), now=NOW)


def left(checked: Checked) -> list[tuple[str, str, str]]:
    return [(str(f.severity), f.code, format_path(f.path)) for f in checked.findings]


def overridden(checked: Checked) -> list[tuple[str, str, str]]:
    return [(o.finding.code, format_path(o.finding.path), o.because) for o in checked.overridden]


def test_an_error_is_overridden_at_one_address_and_shown() -> None:
    checked = judged(DRIVERS, LNX008={"except": [WEB], "because": WHY})
    assert left(checked) == [("error", "LNX008", "imageDefinitions.app.guest.prepared.hyperVDrivers")]
    assert overridden(checked) == [("LNX008", "imageDefinitions.web.guest.prepared.hyperVDrivers", WHY)]
    assert render_overridden([(checked.overridden[0], None)]) == (
        "overridden[LNX008] imageDefinitions.web.guest.prepared.hyperVDrivers: the Hyper-V drivers are needed to "
        "boot, false is given\n  error overridden because: they are built in\n"
    )


def test_both_spellings_and_any_case_of_the_code() -> None:
    checked = judged(DRIVERS, lnx008={"except_": [WEB, APP], "because": WHY})
    assert left(checked) == []
    assert len(checked.overridden) == 2


def test_a_pattern_overrides_a_warning() -> None:
    checked = judged(CUSTOM, LNX002={"except": ["imageDefinitions/*"], "because": WHY})
    assert left(checked) == []
    assert overridden(checked) == [("LNX002", "imageDefinitions.web.guest.provisioning", WHY)]


@pytest.mark.parametrize(
    "setting",
    [
        {"except": [WEB]},
        {"except": [WEB], "because": "  "},
        {"except": ["imageDefinitions/*"], "because": WHY},
        {"except": ["imageDefinitions/app", "gallery"], "because": WHY},
        {"except": ["imageDefinitions"], "because": WHY},
    ],
)
def test_what_is_not_in_order_overrides_nothing(setting: dict[str, Any]) -> None:
    checked = judged({f"{WEB}/guest/prepared/hyperVDrivers": False}, LNX008=setting)
    assert ("error", "LNX008", "imageDefinitions.web.guest.prepared.hyperVDrivers") in left(checked)
    assert checked.overridden == ()


def test_a_warning_is_raised_for_the_stack() -> None:
    checked = judged(CUSTOM, LNX002={"severity": "error"})
    assert left(checked) == [("error", "LNX002", "imageDefinitions.web.guest.provisioning")]


def test_a_warning_is_raised_but_for_an_address() -> None:
    both = {**CUSTOM, "imageDefinitions/app/osState": "Generalized"}
    both["imageVersions/app/1.0.0/source/osState"] = "Generalized"
    both[f"{APP}/guest/provisioning"] = "custom"
    checked = judged(both, LNX002={"severity": "error", "except": [WEB], "because": WHY})
    assert left(checked) == [("error", "LNX002", "imageDefinitions.app.guest.provisioning")]
    assert overridden(checked) == [("LNX002", "imageDefinitions.web.guest.provisioning", WHY)]


def test_a_setting_that_says_nothing_means_nothing() -> None:
    assert left(judged({}, LNX002={})) == [("error", "CFG016", "rules.LNX002")]
    assert left(judged({}, LNX002={"severity": "error", "because": WHY})) == [
        ("error", "CFG016", "rules.LNX002.because")
    ]


def test_settings_hold_for_the_rest_of_a_declaration_with_a_fault() -> None:
    checked = judged({**DRIVERS, "zzz": 1}, LNX008={"except": [WEB, APP], "because": WHY})
    assert [f.code for f in checked.findings] == ["CFG003"]
    assert len(checked.overridden) == 2
    assert checked.resolved is None


def test_what_is_left_out_of_an_excerpt_is_no_address_that_leads_nowhere() -> None:
    values = changed({"rules": {"LNX008": {"except": ["imageVersions/web/9.0.0"], "because": WHY}}})
    at = ("imageVersions", "web", "9.0.0")
    assert [f.code for f in check(values, now=NOW).findings] == ["CFG032"]
    assert check(values, now=NOW, left_out=frozenset({at})).findings == ()
