from pathlib import Path

import pytest

from local_azure.upstream import needed, own_stack

STACK = """
config:
  x:include: [images/*.yaml, "/absolute/*.yaml", ""]
  x:galleries:
    staging: {stackOutput: organization/x/staging, name: galleryId}
    again: {stack_output: organization/x/staging, name: galleryId}
  x:principals:
    - deeper: [{name: id, stackOutput: organization/identity/prod}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "Pulumi.yaml").write_text("name: x\nconfig: {x:include: {value: [shared.yaml]}}\n")
    (tmp_path / "shared.yaml").write_text("a: {stackOutput: organization/x/shared, name: n}\n")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "one.yaml").write_text("a: {stackOutput: organization/x/one, name: n}\n")
    return tmp_path


def written(project: Path, text: str) -> Path:
    file = project / "Pulumi.prod.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_file_of_the_declaration_is_read(project: Path) -> None:
    assert needed(project, written(project, STACK)) == [
        "organization/x/shared",
        "organization/x/staging",
        "organization/identity/prod",
        "organization/x/one",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "[", "a: &a [*a]\n", "\t", "stackOutput: [a, b]\n", "stackOutput: {}\n", "{? [stackOutput] : x}\n"],
)
def test_what_cannot_be_read_needs_nothing(tmp_path: Path, text: str) -> None:
    assert needed(tmp_path, written(tmp_path, text)) == []


def test_no_file_needs_nothing(tmp_path: Path) -> None:
    assert needed(tmp_path, tmp_path / "Pulumi.none.yaml") == []


def test_aliases_are_followed_once(tmp_path: Path) -> None:
    bombs = "".join(f"b{at + 1}: &b{at + 1} [{', '.join([f'*b{at}'] * 9)}]\n" for at in range(30))
    text = f"b0: &b0 {{stackOutput: organization/x/a, name: n}}\n{bombs}"
    assert needed(tmp_path, written(tmp_path, text)) == ["organization/x/a"]


@pytest.mark.parametrize(
    ("reference", "own"),
    [("organization/x/staging", "staging"), ("staging", "staging"), ("organization/other/staging", None)],
)
def test_a_stack_of_this_project(reference: str, own: str | None) -> None:
    assert own_stack(reference, "x") == own
