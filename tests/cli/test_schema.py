"""`image-gallery schema`: a schema that takes what the models take, and nothing that does not fit them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from azure_image_gallery.cli.main import main
from azure_image_gallery.cli.schema.stack_file import included_schema, stack_schema
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.check import check
from tests.rules.declarations import NOW, changed, sound, wide
from tests.rules.rule_examples import RIGHT, WRONG

ROOT = Path(__file__).parents[2]
STACK = jsonschema.Draft7Validator(stack_schema("p"))
INCLUDED = jsonschema.Draft7Validator(included_schema())
NO_DAY = "2028-02-30"
"""A date by its form, of which a schema sees no more."""
SECRET = {"secure": "v1:abc"}
OUTPUT = {"stackOutput": "organization/other/dev", "name": "galleryId"}


def stack(values: Any) -> dict[str, Any]:
    """The values of a declaration as a stack's file, as a YAML reader hands it to an editor."""
    return {"config": {f"p:{key}": plain(value) for key, value in values.items()}}


def plain(value: Any) -> Any:
    """Keys are text to an editor, and so are dates."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, list):
        return [plain(inner) for inner in value]  # pyright: ignore[reportUnknownVariableType]
    return str(value) if isinstance(value, date) else value


def read(file: Path) -> Any:
    return plain(yaml.safe_load(file.read_text(encoding="utf-8")))


def refused(values: Any) -> list[str]:
    return [error.message for error in STACK.iter_errors(stack(values))]


@pytest.mark.parametrize("schema", [stack_schema("p"), included_schema()])
def test_it_is_a_schema_itself(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)


def test_good_declarations_are_taken() -> None:
    assert refused(sound()) == []
    assert refused(wide()) == []


@pytest.mark.parametrize("code", RIGHT)
def test_right_examples_are_taken(code: str) -> None:
    for changes in RIGHT[code]:
        assert refused(changed(changes)) == [], changes


@pytest.mark.parametrize("code", WRONG)
def test_what_does_not_fit_is_refused_and_what_rules_refuse_is_not(code: str) -> None:
    """A schema sees structure: what the models take, an editor does not mark. A gallery may stand elsewhere."""
    for wrong in WRONG[code]:
        values = changed(wrong.changes)
        fits = check(values, now=NOW).resolved is not None
        if NO_DAY not in wrong.changes.values():
            assert bool(refused(values)) is (not fits and "gallery" in values), wrong.changes


@pytest.mark.parametrize("file", sorted((ROOT / "stacks").glob("*.yaml")), ids=lambda file: file.name)
def test_the_stacks_of_the_project_are_taken(file: Path) -> None:
    schema = jsonschema.Draft7Validator(stack_schema("linux-images"))
    assert [error.message for error in schema.iter_errors(read(file))] == []


@pytest.mark.parametrize("file", sorted((ROOT / "images").glob("*.yaml")), ids=lambda file: file.name)
def test_the_included_files_of_the_project_are_taken(file: Path) -> None:
    assert [error.message for error in INCLUDED.iter_errors(read(file))] == []


def test_keys_in_either_spelling_but_not_in_both() -> None:
    group = {"name": "g", "resource_group": "rg"}
    assert refused({"gallery": group}) == []
    assert refused({"gallery": {"name": "g"}}) != []
    assert refused({"gallery": {**group, "resourceGroup": "rg"}}) != []
    assert refused({"image_definitions": {}}) == []


def test_a_value_from_outside_stands_only_where_one_may() -> None:
    for value in (SECRET, OUTPUT):
        assert refused({"gallery": {"name": "g", "resourceGroup": value}}) == []
        assert refused({"gallery": {"name": value, "resourceGroup": "rg"}}) != []
    assert refused({"gallery": {"name": "g", "resourceGroup": {"stackOutput": "x", "name": "y"}}}) != []


def test_the_keys_of_a_stack_file() -> None:
    salt = {"encryptionsalt": "v1:x", "secretsprovider": "passphrase", "environment": ["dev"]}
    config = {"other:thing": {"a": 1}, "azure-native:location": "westeurope", "p:include": ["images/*.yaml"]}
    assert [*STACK.iter_errors({**salt, "config": config})] == []
    assert [*STACK.iter_errors({"config": {"gallery": {"name": "g", "resourceGroup": "rg"}}})] == []
    assert [*STACK.iter_errors({"config": {"p:galery": {}}})] != []
    assert [*STACK.iter_errors({"config": {"gallry": {}}})] != []
    assert [*STACK.iter_errors({"confg": {}})] != []


def test_an_included_file_has_no_namespace_and_no_secret() -> None:
    assert [*INCLUDED.iter_errors({"galleries": {"dev": "/subscriptions/x"}})] == []
    assert [*INCLUDED.iter_errors({"galleries": {"dev": SECRET}})] != []
    assert [*INCLUDED.iter_errors({"p:galleries": {}})] != []
    assert [*INCLUDED.iter_errors({"include": []})] != []


def descriptions(schema: Any) -> list[Any]:
    """Every key of a map of keys, with its documentation."""
    if isinstance(schema, list):
        return [each for item in schema for each in descriptions(item)]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(schema, dict):
        return []
    own = schema.get("properties", {})  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    found = [(key, inner.get("description")) for key, inner in own.items() if isinstance(inner, dict)]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return found + [each for value in schema.values() for each in descriptions(value)]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def test_an_editor_shows_documentation_for_every_key() -> None:
    every = descriptions(stack_schema("p"))
    assert [key for key, text in every if not text and key != "secure"] == []
    assert {"p:gallery", "regionalReplicaCount", "osState"} <= {key for key, _ in every}


def test_every_code_is_offered_with_what_it_stands_for() -> None:
    offered = stack_schema("p")["properties"]["config"]["properties"]["p:rules"]["properties"]
    assert {code: each["description"] for code, each in offered.items()} == {r.code: r.title for r in RULES}


def test_the_command_takes_the_project_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema"]) == 2
    assert "name the project with --project" in capsys.readouterr().err
    assert main(["schema", "--project", "p"]) == 0
    assert json.loads(capsys.readouterr().out) == stack_schema("p")
    Path("Pulumi.yaml").write_text("name: q\nruntime: python\n")
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == stack_schema("q")
    assert main(["schema", "--included"]) == 0
    assert json.loads(capsys.readouterr().out) == included_schema()
