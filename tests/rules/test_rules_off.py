"""Every rule is needed: with it switched off, at least one test is red."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.check import check
from tests.rules import test_rule_examples as examples
from tests.rules.rule_examples import WRONG
from tests.rules.rule_off import without_checked

ROOT = Path(__file__).parents[2]
BY_A_TEST = {
    "CFG001": "tests/config/test_bad_files.py",
    "CFG009": "tests/config/test_bad_files.py",
    "CFG010": "tests/rules/test_structure.py",
    "CFG012": "tests/config/test_bad_files.py",
    "CFG014": "tests/config/test_bad_files.py",
    "CFG022": "tests/config/test_include_findings.py",
    "QTA002": "tests/rules/test_quota.py",
    "QTA003": "tests/rules/test_quota.py",
    "RBA015": "tests/rules/test_quota.py",
}
"""Rules that no plain example breaks, and the tests that are red without each."""
BY_ENGINE = {"CFG023": "tests/engine/test_promotion.py"}
"""A rule that only a run of the engine breaks, against what exists; the test asks for its code."""


def test_every_rule_is_switched_off_somewhere() -> None:
    assert {rule.code for rule in RULES} == {*WRONG, *BY_A_TEST, *BY_ENGINE}


@pytest.mark.parametrize("code", [code for code in WRONG if WRONG[code]])
def test_an_example_is_red_without_its_rule(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in WRONG[code]:
        examples.test_wrong(code, wrong)
    monkeypatch.setattr(examples, "check", without_checked(check, code))
    for wrong in WRONG[code]:
        with pytest.raises(AssertionError):
            examples.test_wrong(code, wrong)


@pytest.mark.parametrize(("code", "file"), BY_A_TEST.items())
def test_a_test_is_red_without_its_rule(code: str, file: str) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "tests.rules.rule_off",
        file,
    ]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "RULE_OFF": code}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "1 failed" in done.stdout


@pytest.mark.parametrize(("code", "file"), BY_ENGINE.items())
def test_a_run_asks_for_the_code(code: str, file: str) -> None:
    assert f"error[{code}]" in (ROOT / file).read_text(encoding="utf-8")
