"""Facts that are not declared: which rules wait for them, and what is not missing."""

from dataclasses import replace

from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.rule import Rule
from azure_image_gallery.rules.undeclared import Undeclared, undeclared
from azure_image_gallery.spec.path import format_path
from tests.rules.declarations import GONE, NOW, VHD, Changes, changed

ANY_RULE = RULES[0]


def rule(code: str, *needs: str) -> Rule:
    return replace(ANY_RULE, code=code, needs=needs)


def missing(changes: Changes, *rules: Rule) -> tuple[list[str], tuple[str, ...]]:
    resolved = check(changed(changes), now=NOW).resolved
    assert resolved is not None
    found: Undeclared = undeclared(resolved, rules)
    return [format_path(path) for path in found.facts], found.rules


def test_a_fact_is_missing_where_it_is_not_declared() -> None:
    drivers = rule("AAA001", "imageDefinitions.*.guest.prepared.hyperVDrivers")
    declared = {"imageDefinitions/web/guest": {"prepared": {"hyperVDrivers": True}}}
    assert missing(declared, drivers) == (
        ["imageDefinitions.app.guest.prepared.hyperVDrivers"],
        ("AAA001",),
    )
    declared |= {"imageDefinitions/app/guest": {"prepared": {"hyperVDrivers": False}}}
    resolved = check(changed(declared), now=NOW).resolved
    assert resolved is not None
    assert undeclared(resolved, [drivers]) == Undeclared()


def test_rules_that_need_one_fact_share_it() -> None:
    first, second = (rule(code, "imageDefinitions.*.guest.provisioning") for code in ("AAA002", "AAA001"))
    facts, codes = missing({"imageDefinitions/web/guest/provisioning": "cloud-init"}, first, second)
    assert (facts, codes) == (["imageDefinitions.app.guest.provisioning"], ("AAA001", "AAA002"))


def test_what_follows_from_another_entry_is_not_missing() -> None:
    state = rule("AAA001", "imageVersions.*.*.source.osState", "imageVersions.*.source.hyperVGeneration")
    assert missing({}, state) == ([], ())
    without = {"imageVersions/app/1.0.0/source/hyperVGeneration": GONE}
    assert missing(without, state)[0] == ['imageVersions.app["1.0.0"].source.hyperVGeneration']


def test_what_means_nothing_of_a_source_is_not_missing() -> None:
    machine = rule("AAA001", "imageVersions.*.*.source.hibernation")
    file = rule("AAA002", "imageVersions.*.*.source.vhd.format")
    assert missing({}, machine, file) == (['imageVersions.app["1.0.0"].source.hibernation'], ("AAA001",))
    uploaded = {"imageVersions/app/1.0.0/source": {"vhd": VHD}}
    assert missing(uploaded, machine, file) == (['imageVersions.app["1.0.0"].source.vhd.format'], ("AAA002",))


def test_nothing_is_asked_that_no_rule_could_use() -> None:
    at, size = 'imageVersions.app["1.0.0"].source.', "imageVersions.*.*.source.diskSizeGB"
    encryption = "imageVersions.*.*.source.confidentialVMEncryptionType"
    plain = [rule("ENC022", encryption), rule("SEC010", size), rule("SRC025", size), rule("SRC026", size)]
    assert missing({}, *plain) == ([], ())
    shallow = {"imageVersions/app/1.0.0/replicationMode": "Shallow"}
    assert missing(shallow, *plain) == ([f"{at}diskSizeGB"], ("SRC025",))
    uploaded = {"imageVersions/app/1.0.0/source": {"vhd": VHD}}
    assert missing(uploaded, *plain) == ([f"{at}diskSizeGB"], ("SRC026",))
    network = rule("SEC019", "imageVersions.*.*.source.acceleratedNetwork")
    assert missing({}, network) == ([], ())
    asked = {"imageDefinitions/app/acceleratedNetwork": True}
    assert missing(asked, network) == ([f"{at}acceleratedNetwork"], ("SEC019",))


def test_nothing_is_asked_about_what_something_else_makes() -> None:
    state = rule("AAA001", "imageVersions.*.*.source.osState", "imageDefinitions.*.guest.provisioning")
    external = {
        "imageDefinitions/app/externalVersions": True,
        "imageVersions/app/1.0.0": {},
        "imageDefinitions/web/guest/provisioning": "cloud-init",
    }
    assert missing(external, state) == ([], ())
