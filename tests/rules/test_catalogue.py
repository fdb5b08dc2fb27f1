"""The catalogue: codes are well-formed and unique, each rule says all it has to, and is shown by examples."""

import re

import pytest

from azure_image_gallery.rules.catalogue import CHECKS, RULES, find
from azure_image_gallery.rules.rule import Evidence, Rule, Severity
from tests.rules.rule_examples import RIGHT, WRONG

# Found while a file is read, not while a declaration is checked; and one that plain data cannot break.
OF_FILES = {"CFG001", "CFG009", "CFG012", "CFG014"}
OF_OUTPUTS = {"CFG010"}


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_all_it_has_to(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
    assert rule.docs.startswith("https://")
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.fix
    assert not rule.fix.endswith(".")
    if rule.evidence is Evidence.INFERENCE:
        assert rule.severity is Severity.WARNING, "nobody has seen Azure refuse it"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_examples(rule: Rule) -> None:
    if rule.code not in OF_FILES | OF_OUTPUTS:
        assert WRONG.get(rule.code), "no example that breaks it"


def test_right_examples_are_about_rules_there_are() -> None:
    assert set(RIGHT) <= {rule.code for rule in RULES}


def test_find() -> None:
    assert find("MIM001") in RULES
    assert find("XXX999") is None


def test_every_check_is_named_once() -> None:
    functions = [(check.subject, check.run) for check in CHECKS]
    assert len(set(functions)) == len(functions)
