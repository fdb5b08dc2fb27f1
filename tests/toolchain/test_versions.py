import tomllib
from pathlib import Path

import pytest

from toolchain import versions
from toolchain.versions import Version, parse

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("v3.259.0", Version(3, 259, 0)),
        ("uv 0.13.9 (x86_64-unknown-linux-gnu)", Version(0, 13, 9)),
        ("go1.26", Version(1, 26, 0)),
        ("go1.26.8", Version(1, 26, 8)),
        ("v3.260.0-alpha.1758", Version(3, 260, 0, released=False)),
        ("devel", None),
        ("", None),
    ],
)
def test_a_version_is_read_from_what_a_program_prints(text: str, expected: Version | None) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        ("3.258.9", False),
        ("3.259.0-alpha", False),
        ("3.259.0", True),
        ("3.260.0-alpha", True),
        ("3.1000.2", True),
        ("4.0.0-alpha", False),
        ("4.0.0", False),
    ],
)
def test_the_engine_is_supported_from_our_own_version_up_to_the_next_major_one(
    text: str, supported: bool
) -> None:
    assert versions.engine_is_supported(versions.known(text)) is supported


def test_go_mod_pins_the_engine_of_this_version() -> None:
    pins = (ROOT / "toolchain/go/engine/go.mod").read_text(encoding="utf-8").split()
    assert pins[pins.index("github.com/pulumi/pulumi/pkg/v3") + 1] == f"v{versions.ENGINE}"
    assert pins[pins.index("github.com/pulumi/pulumi/sdk/v3") + 1] == f"v{versions.ENGINE}"


def test_the_python_sdk_has_the_engines_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"pulumi=={versions.ENGINE}" in project["project"]["dependencies"]


def test_uv_is_new_enough_for_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = versions.known(project["tool"]["uv"]["required-version"])
    assert versions.known(versions.UV_OLDEST) == needed
    assert versions.known(versions.UV_INSTALLED) >= needed
