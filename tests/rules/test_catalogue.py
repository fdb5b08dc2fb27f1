"""The catalogue: its codes are permanent, and every rule says what, why, how to mend it and who says so."""

import re
from collections import Counter

import pytest

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.catalogue import BEYOND, CHECKS, RULES, find
from azure_image_gallery.rules.rule import Evidence, Rule, Severity
from tests.rules.rule_examples import RIGHT, WRONG

# Found by readers of files alone, or about values that no plain example can hold; the last three of thousands of
# entries, which `test_quota` declares.
WITHOUT_EXAMPLES = {
    "CFG001",
    "CFG009",
    "CFG010",
    "CFG012",
    "CFG014",
    "CFG022",
    "CFG023",
    "QTA002",
    "QTA003",
    "RBA015",
}
PERMANENT = {
    "APP": (*range(1, 15),),
    "CFG": (*range(1, 35), 70),
    "CHG": (*range(1, 11),),
    "COM": (*range(1, 18),),
    "DIR": (*range(1, 18),),
    "DSK": (*range(1, 37),),
    "ENC": (*range(1, 24),),
    "GAL": (*range(1, 23),),
    "IMG": (*range(1, 31),),
    "LNX": (*range(1, 17), *range(20, 29)),
    "MIM": (*range(1, 29),),
    "QTA": (*range(1, 5),),
    "RBA": (*range(1, 22),),
    "REP": (*range(1, 29),),
    "SAF": (*range(1, 7), *range(10, 22)),
    "SEC": (*range(1, 29),),
    "SRC": (*range(1, 40),),
    "UEF": (*range(1, 11),),
    "VER": (*range(1, 21),),
    "VMC": (*range(1, 19),),
    "XTN": (*range(1, 8),),
}
ALL = [pytest.param(rule, id=rule.code) for rule in RULES]
CATALOGUE: tuple[Rule | Beyond, ...] = (*RULES, *BEYOND)
EVERY = [pytest.param(entry, id=entry.code) for entry in CATALOGUE]


def _remedy(entry: Rule | Beyond) -> str:
    return entry.program if isinstance(entry, Beyond) else entry.fix


def test_codes_are_unique() -> None:
    assert [code for code, count in Counter(entry.code for entry in CATALOGUE).items() if count > 1] == []


def test_a_code_is_never_given_up() -> None:
    """Whoever adds a rule adds its number here, and takes none away."""
    assert {entry.code for entry in CATALOGUE} == {
        f"{group}{number:03}" for group, numbers in PERMANENT.items() for number in numbers
    }


@pytest.mark.parametrize("rule", EVERY)
def test_a_rule_is_whole(rule: Rule | Beyond) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"https://(learn\.microsoft\.com|www\.pulumi\.com)/\S+", rule.docs)
    for text in (rule.title, rule.why, _remedy(rule)):
        assert text == text.strip()
        assert len(text) > 10


@pytest.mark.parametrize("rule", EVERY)
def test_texts_fit_where_they_are_shown(rule: Rule | Beyond) -> None:
    """A reason is a sentence; a title and a remedy are made part of one."""
    assert rule.why[0].isupper() or rule.why[0].isdigit()
    assert rule.why.endswith(".")
    for text in (rule.title, _remedy(rule)):
        assert text[0] == "`" or not text[0].isupper() or text.split()[0] in {"NVMe", "Trusted", "Compute"}
        assert not text.endswith(".")


@pytest.mark.parametrize("rule", ALL)
def test_what_is_only_inferred_is_a_warning(rule: Rule) -> None:
    if rule.evidence is Evidence.INFERENCE:
        assert rule.severity is Severity.WARNING
    assert (rule.evidence is Evidence.OURS) == rule.code.startswith("CFG")


def test_what_no_declaration_decides_has_no_examples() -> None:
    assert {entry.decides for entry in BEYOND} <= set(Decides)
    assert {entry.code for entry in BEYOND} & {*WRONG, *RIGHT} == set()


def test_every_rule_has_examples() -> None:
    codes = {rule.code for rule in RULES} - WITHOUT_EXAMPLES
    assert {code for code, examples in WRONG.items() if examples} == codes
    assert {code for code, examples in RIGHT.items() if examples} == codes


def test_a_rule_is_found_in_any_case() -> None:
    assert [find(entry.code.lower()) for entry in CATALOGUE] == list(CATALOGUE)
    assert find("ABC123") is None


def test_no_check_runs_twice() -> None:
    assert len({(check.subject, check.run) for check in CHECKS}) == len(CHECKS)
