"""A plugin of pytest that switches one rule off: what it finds is dropped before any test sees it.

`RULE_OFF=CFG009 pytest -p tests.rules.rule_off …`; it is loaded before the tests are, which import what it replaces.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from azure_image_gallery.config import declaration
from azure_image_gallery.config.declaration import LoadedDeclaration
from azure_image_gallery.rules import check as checking
from azure_image_gallery.rules.checked import Checked

Answer = Callable[..., Any]


def without_loaded(function: Callable[..., LoadedDeclaration], code: str) -> Answer:
    """A function that loads a declaration, with the rule off."""

    def load(*arguments: Any, **more: Any) -> LoadedDeclaration:
        loaded = function(*arguments, **more)
        return replace(loaded, located=tuple(found for found in loaded.located if found[0].code != code))

    return load


def without_checked(function: Callable[..., Checked], code: str) -> Answer:
    """A function that checks a declaration, with the rule off."""

    def check(*arguments: Any, **more: Any) -> Checked:
        checked = function(*arguments, **more)
        return replace(checked, findings=tuple(found for found in checked.findings if found.code != code))

    return check


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before anything of the tests is imported."""
    code = os.environ["RULE_OFF"]
    declaration.load_stack = without_loaded(declaration.load_stack, code)
    declaration.load_engine = without_loaded(declaration.load_engine, code)
    checking.check = without_checked(checking.check, code)
